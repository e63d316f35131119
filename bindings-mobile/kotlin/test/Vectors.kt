import java.io.File
import java.util.Base64
import kz.qoldau.*

/**
 * The conformance vectors: every value is read into the language's own types, handed to the typed call, and the answer
 * written back, so that the records go through the language both ways.
 */
internal class Vectors(private val top: File) {
    private var run = 0
    private val wrong = mutableListOf<String>()

    /** Runs all vectors; what differs from its promise is told and counted. */
    fun run(): Pair<Int, List<String>> {
        val files = File(top, "tests/vectors").listFiles { file -> file.name.endsWith(".json") }!!.sorted()
        for (file in files) {
            for (vector in Json.parse(file.readText()).elements!!) {
                run++
                val given = given(vector)
                val promised = promised(vector)
                if (given != promised) {
                    wrong += "${file.name}: ${vector["name"]?.string()}: ${given.take(300)} instead of ${promised.take(300)}"
                }
            }
        }
        return run to wrong
    }

    private fun promised(vector: Json): String =
        vector["error"]?.string()
            ?: vector["outputFile"]?.let { File(top, it.string()!!).readText() }
            ?: canonicalJson(vector["output"]!!.text)

    private fun given(vector: Json): String = try {
        call(vector["call"]!!.string()!!, Arguments(vector["input"]!!))
    } catch (error: QoldauException) {
        error.code
    }

    internal inner class Arguments(private val input: Json) {
        /** The JSON of an argument; `{"file": …}` is the JSON in that file, a missing one is null. */
        fun json(name: String): String {
            val value = input[name] ?: return "null"
            val file = value.fields?.takeIf { it.size == 1 }?.get("file")?.string()
            // In canonical form: the text of a body of an unknown kind is passed on as it stands.
                ?: return canonicalJson(value.text)
            return File(top, file).readText()
        }

        operator fun get(name: String): Json? = input[name]

        fun <T> optional(name: String, read: (String) -> T): T? = json(name).takeIf { it != "null" }?.let(read)

        fun listsOfBytes(name: String): List<ByteArray> = input[name]!!.elements!!.map(::bytesOf)

        fun bytes(name: String): ByteArray = bytesOf(input[name])

        private fun bytesOf(value: Json?): ByteArray {
            value?.get("text")?.string()?.let { return it.toByteArray() }
            value?.get("base64")?.string()?.let { return Base64.getDecoder().decode(it) }
            value?.get("file")?.string()?.let { return File(top, it).readBytes() }
            textFromJson("null")
            error("null is no text")
        }

        val plan get() = planFromJson(json("plan"))
        val asOf get() = isoDateFromJson(json("asOf"))
        val language get() = languageFromJson(json("language"))
        val options get() = optional("options", ::holdOptionsFromJson)
        val issued get() = optional("issued", ::issuedNumbersFromJson) ?: emptyList()
        fun text(name: String) = textFromJson(json(name))
    }

    private fun call(name: String, given: Arguments): String = when (name) {
        "readAnnex" ->
            annexReadToJson(readAnnex(given.bytes("bytes"), given.optional("limits", ::readLimitsFromJson)))
        "excerpt" -> placeFromJson(given.json("place")).let { place ->
            textToJson(excerpt(given.bytes("bytes"), place, given.optional("limits", ::readLimitsFromJson)))
        }
        "pair" -> {
            val activity = idFromJson(given.json("activity"))
            planToJson(pair(given.plan, activity, pairChoicesFromJson(given.json("choices"))))
        }
        "readPlan" -> planToJson(readPlan(given.bytes("bytes")))
        "writePlan" -> textToJson(writePlan(given.plan))
        "check" -> checkResultToJson(
            check(
                given.plan,
                stageFromJson(given.json("stage")),
                given.optional("policy", ::policyFromJson),
                given.optional("acknowledged", ::acknowledgementsFromJson) ?: emptyList(),
            ),
        )
        "joinReading" -> checkResultToJson(
            joinReading(
                findingsFromJson(given.json("findings")),
                checkResultFromJson(given.json("checked")),
                given.optional("policy", ::policyFromJson),
            ),
        )
        "sayFindings" -> findingRowsToJson(
            sayFindings(given.plan, findingsFromJson(given.json("findings")), given.language),
        )
        "readFacts" ->
            factsReadToJson(readFacts(given.bytes("bytes"), given.optional("limits", ::factsLimitsFromJson)))
        "writeEntry" -> textToJson(writeEntry(entryFromJson(given.json("entry"))))
        "assess", "assessEntries", "evidenceOf", "report", "renderReport", "register", "renderRegister" ->
            hold(name, given)
        "defaultPolicy" -> policyToJson(defaultPolicy())
        "reportStyle" -> reportStyleToJson(reportStyle())
        "version" -> textToJson(version())
        else -> exchange(name, given) ?: survey(name, given) ?: people(name, given) ?: registry(name, given) ?: words(name, given)
    }

    private fun hold(name: String, given: Arguments): String {
        val plan = given.plan
        val asOf = given.asOf
        if (name == "assessEntries") {
            return heldToJson(assessEntries(plan, entriesFromJson(given.json("entries")), asOf, given.options))
        }
        val journal = given.bytes("journal")
        return when (name) {
            "assess" -> heldToJson(assess(plan, journal, asOf, given.options))
            "evidenceOf" -> journalEvidenceToJson(evidenceOf(plan, journal, asOf))
            "report" -> reportToJson(report(plan, journal, asOf, given.language, given.options))
            "renderReport" -> {
                val form = reportFormFromJson(given.json("form"))
                textToJson(renderReport(plan, journal, asOf, given.language, form, given.options))
            }
            "register" -> registerToJson(register(plan, journal, asOf, given.language, given.issued, given.options))
            else -> {
                val form = registerFormFromJson(given.json("form"))
                textToJson(renderRegister(plan, journal, asOf, given.language, form, given.issued, given.options))
            }
        }
    }

    private fun exchange(name: String, given: Arguments): String? {
        fun limits() = given.optional("limits", ::factsLimitsFromJson)
        fun form() = journalFormFromJson(given.json("form"))
        fun amended() = planFromJson(given.json("amended"))
        fun amendment() = amendmentFromJson(given.json("amendment"))
        fun older() = planFromJson(given.json("older"))
        fun newer() = planFromJson(given.json("newer"))
        fun submission() = given.optional("submission", ::submissionStandingFromJson)
        return when (name) {
            "assessJson" ->
                textToJson(assessJson(given.bytes("plan"), given.bytes("journal"), given.asOf, given.options))
            "journalHeader" -> textToJson(journalHeader(given.optional("plan", ::idFromJson)))
            "recordEntry" -> {
                val draft = draftFromJson(given.json("draft"))
                recordedToJson(recordEntry(given.bytes("journal"), draft, stampFromJson(given.json("stamp"))))
            }
            "nextClock" -> textToJson(nextClock(given.text("now"), given.optional("newest", ::textFromJson)))
            "readJournal" -> journalContentsToJson(readJournal(given.bytes("journal"), limits()))
            "writeJournal" -> {
                val entries = envelopesFromJson(given.json("entries"))
                val written = writeJournal(given.optional("plan", ::idFromJson), entries, form())
                textToJson(Base64.getEncoder().encodeToString(written))
            }
            "mergeJournals" ->
                mergedJournalsToJson(mergeJournals(given.listsOfBytes("journals"), form(), limits()))
            "conflictsOf" -> journalConflictsToJson(conflictsOf(given.bytes("journal")))
            "verifyJournal" -> verificationToJson(verifyJournal(given.bytes("journal")))
            "reconcilePlans" -> reconciliationToJson(reconcilePlans(given.plan, amended(), amendment()))
            "renderReconciliation" ->
                textToJson(renderReconciliation(given.plan, amended(), amendment(), given.language))
            "amendPlan" -> amendedToJson(amendPlan(given.plan, amended(), amendment()))
            "diffPlans" -> planDiffToJson(diffPlans(older(), newer()))
            "renderPlanDiff" -> textToJson(renderPlanDiff(older(), newer(), given.language))
            "reviewJournal" ->
                reviewsToJson(reviewJournal(given.plan, given.bytes("journal"), given.asOf, given.options))
            "freezePackage" ->
                frozenPackageToJson(freezePackage(given.plan, given.bytes("journal"), given.asOf, given.options))
            "readBundle" -> {
                val read = readBundle(given.bytes("bytes"), form(), given.optional("limits", ::bundleLimitsFromJson))
                bundleContentsToJson(read)
            }
            "writeBundle" -> {
                val (plans, present) = plansFromJson(given.json("plans")) to given.optional("present", ::textsFromJson)
                writtenBundleToJson(writeBundle(plans, given.bytes("journal"), present ?: emptyList(), limits()))
            }
            "deviceKey" -> deviceKeyToJson(deviceKey(given.text("device"), given.bytes("secret")))
            "signHead" ->
                writtenHeadToJson(signHead(given.bytes("journal"), given.text("device"), given.bytes("secret")))
            "verifyHeads" -> {
                val (heads, keys) = signedHeadsFromJson(given.json("heads")) to deviceKeysFromJson(given.json("keys"))
                findingsToJson(verifyHeads(given.bytes("journal"), heads, keys))
            }
            "readPackage" -> packageToJson(readPackage(given.bytes("bytes")))
            "packageDigest" -> textToJson(packageDigest(given.bytes("bytes")))
            "packageFits" -> packageFits(given.bytes("bytes"), given.text("digest")).toString()
            "writeSubmission" -> writtenSubmissionToJson(writeSubmission(given.bytes("frozen"), given.bytes("journal")))
            "openSubmission" -> openedSubmissionToJson(openSubmission(given.bytes("bytes")))
            "reviewPackages" -> {
                val (packages, journal) = given.listsOfBytes("packages") to given.bytes("journal")
                reviewsToJson(reviewPackages(packages, journal, given.asOf, given.options))
            }
            "diffPackages" ->
                packageDiffToJson(diffPackages(given.bytes("before"), given.bytes("now"), submission()))
            "sayPackageDiff" -> {
                val (before, now) = given.bytes("before") to given.bytes("now")
                textToJson(sayPackageDiff(before, now, submission(), given.language))
            }
            else -> null
        }
    }

    private fun words(name: String, given: Arguments): String = when (name) {
        "readTargets" -> {
            val prefix = idFromJson(given.json("prefix"))
            targetsToJson(readTargets(given.text("text"), prefix, given.optional("nameScope", ::eachFromJson)))
        }
        "printTargets" -> textToJson(printTargets(targetsFromJson(given.json("targets")), given.language))
        "readDue" -> {
            val context = given.optional("context", ::dueContextFromJson) ?: DueContext()
            dueToJson(readDue(given.text("text"), context))
        }
        "printDue" -> textToJson(printDue(dueFromJson(given.json("due")), given.language))
        "readKind" -> indicatorKindToJson(readKind(given.text("text")))
        "readUnit" -> unitWordToJson(readUnit(given.text("text")))
        "readScope" -> readScope(given.text("text"))?.let(::eachToJson) ?: "null"
        "readRequires" -> requiresToJson(readRequires(given.text("text")))
        "sayQuestion" -> textToJson(sayQuestion(questionFromJson(given.json("question")), given.language))
        "sayAnswer" -> textToJson(sayAnswer(given.text("answer"), given.language))
        "answersTo" -> answerFormToJson(answersTo(questionFromJson(given.json("question"))))
        "formatAmount" -> textToJson(formatAmount(amountFromJson(given.json("amount")), given.language))
        "formatDate" -> textToJson(formatDate(isoDateFromJson(given.json("date")), given.language))
        "quantity" ->
            textToJson(quantity(amountFromJson(given.json("amount")), given.text("unit"), given.language))
        "compareText" -> compareText(given.text("left"), given.text("right"), given.language).toString()
        else -> error("no call `$name`")
    }
}

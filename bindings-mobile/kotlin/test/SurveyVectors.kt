import kz.qoldau.*

/** The calls of surveys, as the conformance vectors make them; nothing for a call of something else. */
internal fun survey(name: String, given: Vectors.Arguments): String? {
    fun questionnaire(at: String = "questionnaire") = questionnaireFromJson(given.json(at))
    fun responses() = responsesFromJson(given.json("responses"))
    fun tally() = tallyFromJson(given.json("tally"))
    fun session() = focusGroupFromJson(given.json("session"))
    fun line() = surveyLineFromJson(given.json("line"))
    fun id(at: String) = idFromJson(given.json(at))
    fun phase() = given.optional("phase", ::idFromJson)
    fun options() = given.optional("options", ::scoreOptionsFromJson)
    fun amount(at: String) = amountFromJson(given.json(at))
    fun maybeAmount(at: String) = given[at]?.takeIf { !it.isNull }?.let { amount(at) }
    return when (name) {
        "readQuestionnaire" -> questionnaireToJson(readQuestionnaire(given.bytes("bytes")))
        "writeQuestionnaire" -> textToJson(writeQuestionnaire(questionnaire()))
        "questionnaireDigest" -> textToJson(questionnaireDigest(questionnaire()))
        "lintQuestionnaire" -> findingsToJson(lintQuestionnaire(questionnaire()))
        "lintPhases" -> findingsToJson(lintPhases(questionnaire("first"), questionnaire("second")))
        "saySurveyFindings" ->
            findingRowsToJson(saySurveyFindings(findingsFromJson(given.json("findings")), given.language))
        "responseState" ->
            responseStateToJson(responseState(questionnaire(), responseFromJson(given.json("response"))))
        "checkResponses" -> findingsToJson(checkResponses(questionnaire(), responses()))
        "readResponses" -> responsesToJson(readResponses(given.bytes("bytes")))
        "writeResponses" -> textToJson(writeResponses(responses()))
        "importAnswers" -> {
            val how = given.optional("options", ::importOptionsFromJson)
            importedToJson(importAnswers(questionnaire(), given.bytes("bytes"), how))
        }
        "readTally" -> tallyToJson(readTally(given.bytes("bytes")))
        "checkTally" -> findingsToJson(checkTally(questionnaire(), tally()))
        "checkFocusGroup" -> findingsToJson(checkFocusGroup(session()))
        "scorePhase" -> phaseScoresToJson(scorePhase(questionnaire(), responses(), phase(), options()))
        "sayPhase" -> textToJson(sayPhase(questionnaire(), responses(), given.language, phase(), options()))
        "scoreTally" -> phaseScoresToJson(scoreTally(questionnaire(), tally(), options()))
        "sayTally" -> textToJson(sayTally(questionnaire(), tally(), given.language, options()))
        "comparePhases" ->
            comparisonToJson(comparePhases(questionnaire(), responses(), id("first"), id("second"), options()))
        "sayComparison" -> {
            val (first, second) = id("first") to id("second")
            textToJson(sayComparison(questionnaire(), responses(), first, second, given.language, options()))
        }
        "satisfaction" ->
            satisfaction(questionnaire(), responses(), options())?.let(::satisfactionScoreToJson) ?: "null"
        "saySatisfaction" ->
            saySatisfaction(questionnaire(), responses(), given.language, options())?.let(::textToJson) ?: "null"
        "tallySatisfaction" ->
            tallySatisfaction(questionnaire(), tally(), options())?.let(::satisfactionScoreToJson) ?: "null"
        "sayTallySatisfaction" ->
            sayTallySatisfaction(questionnaire(), tally(), given.language, options())?.let(::textToJson) ?: "null"
        "stackedBars" ->
            stackedBars(questionnaire(), responses(), id("list"), given.language, phase(), options())
                ?.let(::textToJson) ?: "null"
        "tallyBars" ->
            tallyBars(questionnaire(), tally(), id("list"), given.language, options())?.let(::textToJson) ?: "null"
        "surveySection" ->
            reportSectionToJson(surveySection(questionnaire(), responses(), given.language, options()))
        "tallySection" -> reportSectionToJson(tallySection(questionnaire(), tally(), given.language, options()))
        "dumbbells" ->
            dumbbells(questionnaire(), responses(), id("first"), id("second"), given.language, options())
                ?.let(::textToJson) ?: "null"
        "draftSatisfaction" ->
            draftSatisfaction(questionnaire(), responses(), line(), options())?.let(::draftToJson) ?: "null"
        "draftTallySatisfaction" ->
            draftTallySatisfaction(questionnaire(), tally(), line(), options())?.let(::draftToJson) ?: "null"
        "draftPeople" -> draftPeople(questionnaire(), responses(), line(), phase())?.let(::draftToJson) ?: "null"
        "draftFocusGroup" ->
            draftFocusGroup(session(), id("entry"), id("activity"), given.text("author"))?.let(::draftToJson) ?: "null"
        "sampleSize" -> {
            val populations = given["populations"]?.elements.orEmpty().map { it.text.toUInt() }
            val (effect, answering) = maybeAmount("designEffect") to maybeAmount("responseRate")
            sampleSizeToJson(
                sampleSize(amount("margin"), amount("share"), amount("level"), populations, effect, answering),
            )
        }
        "sampleMargin" -> {
            val population = given["population"]?.takeIf { !it.isNull }?.text?.toUInt()
            val answered = given["answered"]!!.text.toUInt()
            val margin = sampleMargin(answered, amount("share"), amount("level"), population, maybeAmount("designEffect"))
            canonicalJson(margin.toString())
        }
        "linkCodes" -> {
            val (first, second) = personCodesFromJson(given.json("first")) to personCodesFromJson(given.json("second"))
            codeLinksToJson(linkCodes(first, second, given["mostDifferences"]?.takeIf { !it.isNull }?.text?.toUInt() ?: 0u))
        }
        "countAnswers" -> countAnswers(questionnaire(), given.bytes("bytes"), given.json("options"))
        "statistic" -> statistic(given.json("request"))
        "statisticMethods" -> textsToJson(statisticMethods())
        else -> null
    }
}

/** The calls of people on lists; nothing for a call of something else. */
internal fun people(name: String, given: Vectors.Arguments): String? = when (name) {
    "readIin" -> iinReadToJson(readIin(given.text("text")))
    "readBin" -> binReadToJson(readBin(given.text("text")))
    "readPhones" -> phonesToJson(readPhones(given.text("text")))
    "readBirth" -> {
        // A missing number is what the typed call would not let pass.
        val latest = given["latest"]?.text ?: textFromJson("null")
        readBirth(given.text("text"), latest.toInt())?.let(::birthToJson) ?: "null"
    }
    "ageOn" -> {
        val (birth, day) = birthFromJson(given.json("birth")) to isoDateFromJson(given.json("day"))
        ageOn(birth, day)?.let(::ageBoundsToJson) ?: "null"
    }
    "guessColumns" -> columnGuessToJson(guessColumns(given.bytes("bytes")))
    "importPeople" ->
        peopleTableToJson(importPeople(given.bytes("bytes"), given.optional("columns", ::columnChoicesFromJson)))
    "findDuplicates" -> {
        val listed = listedPeopleFromJson(given.json("people"))
        duplicatesToJson(findDuplicates(listed, given.optional("options", ::duplicateOptionsFromJson)))
    }
    "pairLists" -> {
        val (first, second) = listedPeopleFromJson(given.json("first")) to listedPeopleFromJson(given.json("second"))
        listPairingToJson(pairLists(first, second, given.optional("options", ::duplicateOptionsFromJson)))
    }
    "countReach" -> {
        val (people, attendances) = personFactsFromJson(given.json("people")) to attendancesFromJson(given.json("attendances"))
        val headcounts = headcountsFromJson(given.json("headcounts"))
        reachToJson(countReach(people, attendances, headcounts, reachQuestionFromJson(given.json("question"))))
    }
    "shownReach" -> {
        val (people, attendances) = personFactsFromJson(given.json("people")) to attendancesFromJson(given.json("attendances"))
        val headcounts = headcountsFromJson(given.json("headcounts"))
        val question = reachQuestionFromJson(given.json("question"))
        val policy = given.optional("policy", ::reachPolicyFromJson)
        shownReachToJson(shownReach(people, attendances, headcounts, question, policy))
    }
    "sayPeopleFindings" ->
        findingRowsToJson(sayPeopleFindings(findingsFromJson(given.json("findings")), given.language))
    "sayMatchField" -> textToJson(sayMatchField(matchFieldFromJson(given.json("field")), given.language))
    "sayAgreement" -> textToJson(sayAgreement(agreementFromJson(given.json("agreement")), given.language))
    "sayUnsureReason" -> textToJson(sayUnsureReason(unsureReasonFromJson(given.json("reason")), given.language))
    else -> null
}

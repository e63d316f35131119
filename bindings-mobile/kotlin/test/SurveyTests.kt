import java.io.File
import java.math.BigDecimal
import java.time.LocalDate
import kz.qoldau.*

/** Surveys, and people on lists: a small whole way each, and what of them prints silently. */
internal class SurveyTests(top: File) {
    private val data = File(top, "examples/data")
    private val questionnaire = readQuestionnaire(File(data, "survey.json").readBytes())
    private val list = """
        Аты-жөні;Телефоны;Туған күні;Елді мекен
        Ахметова Айгерім;8 700 000 00 01;14.06.2008;Ақтау
        Айгерим Ахметова;+7 700 000 00 01;2008;Ақтау
        Оспанов Серік;8 700 000 00 02;;Жаңаөзен
    """.trimIndent().toByteArray()

    val all = listOf<Pair<String, () -> Unit>>(
        "from the questionnaire to the verdict" to ::verdict,
        "80 % is a rule of whole numbers" to ::rule,
        "a form says field by field where it stands" to ::fields,
        "a form kept ready says what the single calls say" to ::ready,
        "a survey moves the line that promises it" to ::drafted,
        "from the list to the people reached" to ::reached,
        "cells of lists are read" to ::cells,
        "answers and lists print silently" to ::silence,
    )

    private fun <T> same(given: T, expected: T) = check(given == expected) { "$given instead of $expected" }

    private fun answers(phase: String) =
        importAnswers(questionnaire, File(data, "survey-$phase.csv").readBytes(), ImportOptions(phase)).responses

    private fun marked(count: Int, code: String) = List(count) {
        val given = mapOf("takes_part" to Answer.YesNo(true), "satisfaction" to Answer.Option(code))
        Response("$code-$it", phase = "after", consent = true, answers = given)
    }

    private fun verdict() {
        same(lintQuestionnaire(questionnaire), emptyList())
        val after = answers("after")
        val score = satisfaction(questionnaire, after)!!
        same(score.share?.numerator?.toInt() to score.share?.denominator?.toInt(), 38 to 42)
        same(score.met to score.verdict, true to Verdict.MET_WITH_CONFIDENCE)
        check("90.5%" in saySatisfaction(questionnaire, after, Language.ENGLISH)!!)
        same(scorePhase(questionnaire, after).phase, "after")
        val compared = comparePhases(questionnaire, answers("before") + after, "before", "after")
        same(compared.pairing?.matched, 34u)
        val shown = ScoreOptions(smallest = 1u)
        check(stackedBars(questionnaire, after, "agreement", Language.KAZAKH, options = shown)!!.startsWith("<svg "))
        check("proportion_ci" in statisticMethods())
    }

    private fun rule() {
        same(satisfaction(questionnaire, marked(120, "4") + marked(30, "3"))?.met, true)
        same(satisfaction(questionnaire, marked(119, "4") + marked(30, "3"))?.met, false)
        val nobody = satisfaction(questionnaire, emptyList())!!
        same(Triple(nobody.share, nobody.met, nobody.verdict), Triple(null, null, null))
    }

    private fun fields() {
        val age = Answer.Number(BigDecimal(200))
        val state = responseState(questionnaire, Response("r1", phase = "after", consent = true, answers = mapOf("age" to age)))
        val fields = state.fields.associateBy { it.question }
        same(fields["age"]!!.standing, Standing.Invalid)
        same(fields["events"]!!.relevance, Relevance.UNDECIDED)
        check(!state.complete && saySurveyFindings(fields["age"]!!.findings, Language.RUSSIAN)[0].text.isNotEmpty())
    }

    private fun ready() {
        val asked = answers("after") + Response("r1", phase = "after", consent = true, answers = mapOf("age" to Answer.Number(BigDecimal(200))))
        SurveyForm.ofQuestionnaire(questionnaire).use { form ->
            for (response in asked) {
                val state = form.state(response)
                same(state, responseState(questionnaire, response))
                val found = state.findings + state.fields.flatMap { it.findings }
                same(form.check(response), ResponseCheck(state.complete, found))
            }
            same(form.checkAll(asked), checkResponses(questionnaire, asked))
            val table = File(data, "survey-after.csv").readBytes()
            val imported = importAnswers(questionnaire, table, ImportOptions("after"))
            same(form.checkAnswers(table, ImportOptions("after")), CheckedAnswers(imported.rows, imported.findings))
            check(form.checkAll(asked).any { it.severity == Severity.ERROR })
        }
    }

    private fun drafted() {
        val line = SurveyLine("s1", "t1", on = LocalDate.of(2024, 10, 20), author = "aida")
        val draft = draftSatisfaction(questionnaire, answers("after"), line)!!
        val stamp = Stamp("a", "2024-10-20T09:30:00.000Z", "0123456789abcdef")
        check("\"numerator\":\"38\"" in recordEntry(ByteArray(0), draft, stamp).line)
        same(draftSatisfaction(questionnaire, emptyList(), line), null)
    }

    private fun reached() {
        same(guessColumns(list).columns.size, 4)
        val table = importPeople(list)
        same(table.people.map { it.id }, listOf("1", "2", "3"))
        val rule = MatchRule("phone", listOf(MatchField.PHONE, MatchField.GIVEN_NAME), verdict = PairVerdict.SAME)
        val found = findDuplicates(table.people, DuplicateOptions(rules = listOf(rule), evidence = true))
        same(Triple(found.rows, found.persons, found.people), Triple(3u, 2u, listOf(listOf("1", "2"))))
        same(found.pairs[0].origin, VerdictOrigin.Rule("phone"))
        check(sayMatchField(found.pairs[0].evidence[0].field, Language.KAZAKH).isNotEmpty())

        val day = LocalDate.of(2024, 9, 15)
        val facts = listOf(
            PersonFacts("p1", birth = Birth.Exact(LocalDate.of(2008, 6, 14)), settlement = "Ақтау"),
            PersonFacts("p2", settlement = "Жаңаөзен"),
        )
        val came = listOf("e1" to "p1", "e1" to "p2", "e2" to "p1").map { (event, person) -> Attendance(event, day, person) }
        val period = DateRange(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31))
        val question = ReachQuestion(period, emptyList(), listOf(AgeGroup("youth", 14u, 35u)), listOf(ReachDimension.AGE))
        val reach = countReach(facts, came, listOf(Headcount("e3", day, 10u)), question)
        same(Triple(reach.personsListed, reach.personsAtLeast, reach.personsAtMost), Triple(2u, 10u, 12u))
        fun row(value: ReachValue) = reach.rows.single { it.values == listOf(value) }.let { it.participations to it.persons }
        same(row(ReachValue.Is("youth")) to row(ReachValue.Unknown), (2u to 1u) to (1u to 1u))
    }

    private fun cells() {
        val phones = readPhones("8 (700) 000-00-01, мама +7 700 000 00 02").map { it.number.reveal() }
        same(phones, listOf("+77000000001", "+77000000002"))
        same(readBirth("14.06.08", 2024), Birth.Exact(LocalDate.of(2008, 6, 14)))
        same(readBirth("31.02.2008", 2024), null)
        same(ageOn(Birth.YearOnly(2008), LocalDate.of(2024, 6, 14)), AgeBounds(15u, 16u))
        same(readIin("123"), IinRead.Implausible(NumberFault.NOT_TWELVE_DIGITS))
    }

    /** Everything of a registry and of keys that holds a person or a secret. */
    private fun registered(listed: ListedPerson): List<Any> {
        val key = HostKey("k1", PersonalText("000101".repeat(10)))
        val keys = linkageKeys(listOf(listed), key)
        same(matchKeys(keys, keys, 0.8).map { it.likeness }, listOf(1.0))
        val known = RegisteredPerson(
            "p1",
            name = PersonName("Құпия Адам"),
            birth = Birth.YearOnly(2008),
            phone = PhoneNumber("+77000000001"),
            email = EmailAddress("sa@example.kz"),
            iin = Iin("000101300009"),
        )
        val registry = Registry("qoldau-registry/1.0", listOf(known), emptyList())
        val held = exportPerson(registry, ByteArray(0), "p1")
        val erased = erasePerson(registry, ByteArray(0), "p1")
        same(held.records.size to erased.registry.persons.size, 1 to 0)
        same(pseudonymsOf(key, listOf("p1"))[0].from, "p1")
        return listOf(key, known, registry, held, erased) + keys + registryFacts(registry)
    }

    private fun silence() {
        val secrets = listOf("Құпия", "А1407", "700 000", "77000", "2008", "000101", "sa@example")
        val (words, code) = FreeText("Құпия сөз") to PersonCode("А1407")
        val answer = Answer.Text(words)
        val response = Response("r1", code = code, answers = mapOf("wishes" to answer))
        val imported = Imported(listOf(response), listOf(1u), emptyList(), 1u, emptyList())
        val session = FocusGroup("f1", Wording(), LocalDate.of(2024, 9, 15), moderator = PersonName("Құпия"))
        val person = ListedPerson(
            "1",
            name = PersonName("Құпия Адам"),
            phone = Phone("8 700 000 00 01"),
            birth = PersonalText("14.06.2008"),
            iin = PersonalText("000101300009"),
            email = PersonalText("sa@example.kz"),
        )
        val table = PeopleTable(listOf(person), emptyList(), emptyList(), emptyList(), emptyList())
        val born = LocalDate.of(2008, 6, 14)
        val births = listOf(Birth.Exact(born), Birth.Estimated(born), Birth.YearOnly(2008))
        val facts = births.map { PersonFacts("p1", birth = it) }
        val iin = readIin("000101300009")
        check(iin is IinRead.Plausible && iin.hint.born != null)
        val texts = listOf(words, code, PersonalText("2008"), Iin("000101300009"), Bin("000101"), PhoneNumber("+77000")) +
            listOf(EmailAddress("sa@example.kz"), KatoPlace("000101000"), LinkageBits("000101".repeat(40)))
        val records = listOf(answer, response, imported, session, person, table, iin, iin.hint) +
            readPhones("8 700 000 00 01") + registered(person)
        for (record in texts + records + births + facts) {
            val text = record.toString()
            check(secrets.none { it in text }) { "${record.javaClass.simpleName} prints what it should not" }
        }
        check("FreeText(…)" in response.toString())
        same(words.reveal() to code.reveal(), "Құпия сөз" to "А1407")
        same(responseFromJson(responseToJson(response)), response)
    }
}

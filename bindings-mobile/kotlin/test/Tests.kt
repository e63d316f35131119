import java.io.File
import java.math.BigDecimal
import java.time.LocalDate
import kotlin.system.exitProcess
import kz.qoldau.*

/** The tests of the Kotlin binding: a plain program that says what failed and ends with 1 when something did. */
fun main(arguments: Array<String>) {
    val top = File(arguments[0])
    val tests = Tests(top)
    val all = listOf(
        "the main way" to tests::mainWay,
        "both doors give the same" to tests::bothDoors,
        "errors have codes" to tests::errors,
        "dates and amounts survive" to tests::datesAndAmounts,
        "personal data prints silently" to tests::silence,
        "the vectors" to tests::vectors,
    ) + StoreTests(top).all + SurveyTests(top).all
    var failed = 0
    for ((name, test) in all) {
        try {
            test()
            println("ok      $name")
        } catch (failure: Throwable) {
            failed++
            println("FAILED  $name: $failure")
        }
    }
    if (failed > 0) exitProcess(1)
}

private class Tests(private val top: File) {
    private val annex = File(top, "examples/data/qoldau-2024.kk.docx").readBytes()
    private val journal = File(top, "examples/data/season.jsonl").readBytes()
    private val day = LocalDate.of(2024, 9, 15)

    private fun <T> same(given: T, expected: T) = check(given == expected) { "$given instead of $expected" }

    private fun refused(code: String, path: String? = null, call: () -> Any) {
        val error = runCatching(call).exceptionOrNull()
        check(error is QoldauException) { "$error instead of $code" }
        same(error.code to error.path, code to path)
    }

    fun mainWay() {
        val read = readAnnex(annex)
        val lines = read.plan.tasks.flatMap { it.activities }.flatMap { it.indicators }
        same(lines.size, 73)
        val held = assess(read.plan, journal, day, HoldOptions(readFindings = read.findings))
        val counts = held.assessment.counts
        same(counts.lines, 73u)
        same(counts.lines, counts.proven + counts.needsAction + counts.overdue + counts.notDue + counts.notApplicable)
        check(counts.proven > 0u && counts.needsAction > 0u)
        val text = renderReport(read.plan, journal, day, Language.KAZAKH, ReportForm.TEXT)
        check("73" in text && text.length > 5000)
        val changed = read.plan.copy(title = "Жаңа атау")
        same(readPlan(writePlan(changed).toByteArray()), changed)
        same(planFromJson(planToJson(changed)), changed)
    }

    fun bothDoors() {
        val plan = readAnnex(annex).plan
        val entries = readFacts(journal).entries
        same(assessEntries(plan, entries, day).assessment, assess(plan, journal, day).assessment)
        val json = assessJson(writePlan(plan).toByteArray(), journal, day)
        same(json, heldToJson(assess(plan, journal, day)))
        refused("PLN003") { assessJson("{".toByteArray(), journal, day) }
        val small = HoldOptions(limits = FactsLimits(maxEntries = 3u))
        refused("FCT002") { assess(plan, journal, day, small) }
    }

    fun errors() {
        refused("ANX001") { readAnnex(ByteArray(0)) }
        refused("ANX004") { readAnnex("%PDF-1.7".toByteArray()) }
        refused("PLN004", "/id") { readPlan("""{"format": "qoldau-plan/1.0", "id": 5}""".toByteArray()) }
        refused("INP001", "/") { amountFromJson("5") }
        refused("INP001") { readKind("\uD800") }
        refused("INP001") { writePlan(readAnnex(annex).plan.copy(title = "\uDCFF")) }
    }

    fun datesAndAmounts() {
        val first = LocalDate.of(1, 1, 1)
        val last = LocalDate.of(9999, 12, 31)
        for (date in listOf(first, last)) {
            same(isoDateFromJson("\"$date\""), date)
            check(formatDate(date, Language.ENGLISH).contains(date.year.toString()))
        }
        refused("INP001") { formatDate(last.plusDays(1), Language.ENGLISH) }
        refused("INP001") { formatDate(LocalDate.of(0, 12, 31), Language.ENGLISH) }
        for (text in listOf("-1234567890123456789012345678", "0.0000000000000000000000000001", "-0.5", "0")) {
            val event = amountReading(BigDecimal(text))
            same(entryFromJson(entryToJson(event)), event)
        }
        same(formatAmount(BigDecimal("1E+3"), Language.RUSSIAN), formatAmount(BigDecimal(1000), Language.RUSSIAN))
        for (text in listOf("12345678901234567890123456789", "1E+30", "1E+999999999", "1E-29", "1E-999999999")) {
            refused("INP001") { formatAmount(BigDecimal(text), Language.RUSSIAN) }
        }
        refused("INP001") { quantity(BigDecimal.ONE, "photo", Language.ENGLISH).also { readTargets("2", "") } }
    }

    private fun amountReading(amount: BigDecimal) = Entry(
        id = "e1",
        on = LocalDate.of(1, 1, 1),
        author = "a1",
        fact = Fact.Reading(Reading("l1", mode = ReadingMode.ADD, value = ReadingValue.Amount(amount))),
    )

    fun silence() {
        val secrets = listOf("Құпия Сырбай", "+7 700 000 00 07", "жасырын")
        val (name, phone, body) = Triple(PersonName(secrets[0]), Phone(secrets[1]), RawBody("{\"is\":\"жасырын\"}"))
        val member = StaffMember("s1", name, role = "post", phone = phone)
        val read = readAnnex(annex)
        val team = Team(listOf(member), listOf(member))
        val plan = read.plan.copy(team = team)
        val fact = Fact.Other("unheard", body)
        val entry = Entry("e1", day, "a1", fact)
        val facts = FactsRead("p", listOf(entry), listOf(1u), emptyList())
        val all = listOf(name, phone, body, member, team, plan, read.copy(plan = plan), fact, entry, facts)
        for (record in all) {
            val text = record.toString()
            check(secrets.none { it in text }) { "${record.javaClass.simpleName} prints what it should not" }
        }
        same(member.toString().contains("PersonName(…)") && member.name.reveal() == secrets[0], true)
        same(entryFromJson(entryToJson(entry)), entry)
        val real = read.plan.team.staff + read.plan.team.specialists
        check(real.isNotEmpty() && real.none { it.name.reveal() in read.toString() })
        val error = runCatching { planFromJson(planToJson(plan).replace("\"name\":\"${secrets[0]}\"", "\"name\":[\"${secrets[0]}\"]")) }
        check(error.exceptionOrNull() is QoldauException && secrets.none { it in error.exceptionOrNull().toString() })
    }

    fun vectors() {
        val (run, wrong) = Vectors(top).run()
        println("        $run vectors")
        check(run > 200 && wrong.isEmpty()) { "\n" + wrong.joinToString("\n") }
    }
}

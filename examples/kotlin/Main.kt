// Reads an annex, holds a season of facts against it, says where the lines stand, and writes the report.
//
//   java -cp qoldau.jar:jna.jar:kotlin-stdlib.jar:… MainKt ANNEX JOURNAL DATE REPORT.html
import java.io.File
import java.time.LocalDate
import kotlin.system.exitProcess
import kz.qoldau.*

fun main(arguments: Array<String>) {
    val (annex, journal, date, page) = arguments
    try {
        report(File(annex).readBytes(), File(journal).readBytes(), LocalDate.parse(date), File(page))
    } catch (error: QoldauException) {
        // A code to choose the user's words by, and English for the developer; never personal data.
        System.err.println("${error.code}: ${error.detail}")
        exitProcess(2)
    }
}

fun report(annex: ByteArray, journal: ByteArray, asOf: LocalDate, page: File) {
    // What is not understood in the annex stays in the plan word for word, with a finding.
    val read = readAnnex(annex)
    // What reading the annex told is handed on, so that one cause is told once.
    val options = HoldOptions(readFindings = read.findings)

    // The journal goes in as bytes; the answer comes back as records.
    val held = assess(read.plan, journal, asOf, options)
    val counts = held.assessment.counts
    println("${counts.lines} lines on $asOf")
    println("${counts.proven} proven, ${counts.needsAction} need action, ${counts.overdue} overdue")
    println("${held.findings.size} findings, ${held.folded.size} settled")

    val html = renderReport(read.plan, journal, asOf, Language.KAZAKH, ReportForm.HTML, options)
    page.writeText(html)
    println("the report is in $page")
}

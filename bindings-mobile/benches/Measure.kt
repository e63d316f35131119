import java.io.File
import java.time.LocalDate
import kz.qoldau.*

/** The JVM side of `compare.sh`: `MeasureKt TOP JOURNAL` prints the least times in nanoseconds, as `measure.py` does. */
fun main(arguments: Array<String>) {
    val journal = File(arguments[1]).readBytes()
    val plan = readAnnex(File(arguments[0], "examples/data/qoldau-2024.kk.docx").readBytes()).plan
    val day = LocalDate.of(2024, 10, 31)
    val entries = readFacts(journal).entries
    val one = entries.take(1)
    check(assess(plan, journal, day).assessment.counts.lines == 73u)
    val planJson = writePlan(plan).toByteArray()
    val byJson = least { assessJson(planJson, journal, day) }
    val byBytes = least { assess(plan, journal, day) }
    val byEntries = least { assessEntries(plan, entries, day) }
    val crossing = least { assessEntries(plan, one, day) }
    println("$byJson $byBytes $byEntries $crossing")
}

/** The least of many runs, the first of which warm the compiler up. */
private fun least(run: () -> Any): Long = (1..60).minOf {
    val start = System.nanoTime()
    run()
    System.nanoTime() - start
}

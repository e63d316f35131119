// The Swift side of `compare.sh`: `Measure TOP JOURNAL` prints the least times in nanoseconds, as `measure.py` does.
import Dispatch
import Foundation
import Qoldau

/// The least of many runs.
func least(_ run: () throws -> Void) rethrows -> UInt64 {
    var least = UInt64.max
    for _ in 0..<40 {
        let start = DispatchTime.now().uptimeNanoseconds
        try run()
        least = min(least, DispatchTime.now().uptimeNanoseconds - start)
    }
    return least
}

let (top, file) = (CommandLine.arguments[1], CommandLine.arguments[2])
let journal = try Data(contentsOf: URL(fileURLWithPath: file))
let annex = try Data(contentsOf: URL(fileURLWithPath: top).appendingPathComponent("examples/data/qoldau-2024.kk.docx"))
let plan = try readAnnex(bytes: annex).plan
let day = CivilDate("2024-10-31")!
let entries = try readFacts(bytes: journal).entries
let one = Array(entries.prefix(1))
guard try assess(plan: plan, journal: journal, asOf: day).assessment.counts.lines == 73 else { fatalError("not 73 lines") }
let planJson = try Data(writePlan(plan: plan).utf8)
let byJson = try least { _ = try assessJson(plan: planJson, journal: journal, asOf: day) }
let byBytes = try least { _ = try assess(plan: plan, journal: journal, asOf: day) }
let byEntries = try least { _ = try assessEntries(plan: plan, entries: entries, asOf: day) }
let crossing = try least { _ = try assessEntries(plan: plan, entries: one, asOf: day) }
print(byJson, byBytes, byEntries, crossing)

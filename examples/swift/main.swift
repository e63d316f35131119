// Reads an annex, holds a season of facts against it, says where the lines stand, and writes the report.
//
//   example ANNEX JOURNAL DATE REPORT.html
import Foundation
import Qoldau

func report(annex: Data, journal: Data, asOf: CivilDate, page: URL) throws {
    // What is not understood in the annex stays in the plan word for word, with a finding.
    let read = try readAnnex(bytes: annex)
    // What reading the annex told is handed on, so that one cause is told once.
    let options = HoldOptions(readFindings: read.findings)

    // The journal goes in as bytes; the answer comes back as records.
    let held = try assess(plan: read.plan, journal: journal, asOf: asOf, options: options)
    let counts = held.assessment.counts
    print("\(counts.lines) lines on \(asOf)")
    print("\(counts.proven) proven, \(counts.needsAction) need action, \(counts.overdue) overdue")
    print("\(held.findings.count) findings, \(held.folded.count) settled")

    let html = try renderReport(
        plan: read.plan, journal: journal, asOf: asOf, language: .kazakh, form: .html, options: options)
    try Data(html.utf8).write(to: page)
    print("the report is in \(page.path)")
}

let arguments = CommandLine.arguments.dropFirst().map { $0 }
guard arguments.count == 4, let asOf = CivilDate(arguments[2]) else {
    print("usage: example ANNEX JOURNAL DATE REPORT.html")
    exit(2)
}
do {
    let file = { (path: String) in try Data(contentsOf: URL(fileURLWithPath: path)) }
    try report(
        annex: file(arguments[0]), journal: file(arguments[1]), asOf: asOf,
        page: URL(fileURLWithPath: arguments[3]))
} catch let error as QoldauError {
    // A code to choose the user's words by, and English for the developer; never personal data.
    print("\(error.code): \(error.detail)")
    exit(2)
}

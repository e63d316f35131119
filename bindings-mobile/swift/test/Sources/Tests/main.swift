// The tests of the Swift binding: a plain program that says what failed and ends with 1 when something did.
import Foundation
import Qoldau

struct Failure: Error, CustomStringConvertible {
    let description: String
}

func expect(_ holds: Bool, _ otherwise: String = "it does not hold", line: Int = #line) throws {
    if !holds { throw Failure(description: "line \(line): \(otherwise)") }
}

func same<T: Equatable>(_ given: T, _ expected: T, line: Int = #line) throws {
    try expect(given == expected, "\(given) instead of \(expected)", line: line)
}

func refused(_ code: String, path: String? = nil, line: Int = #line, _ call: () throws -> Any) throws {
    do {
        _ = try call()
    } catch let error as QoldauError {
        try same(error.code, code, line: line)
        return try expect(error.path == path, "path \(error.path ?? "nil")", line: line)
    }
    throw Failure(description: "line \(line): not refused with \(code)")
}

let top = URL(fileURLWithPath: CommandLine.arguments[1])
let annex = try Data(contentsOf: top.appendingPathComponent("examples/data/qoldau-2024.kk.docx"))
let journal = try Data(contentsOf: top.appendingPathComponent("examples/data/season.jsonl"))
let day = CivilDate(year: 2024, month: 9, day: 15)!

func mainWay() throws {
    let read = try readAnnex(bytes: annex)
    try same(read.plan.tasks.flatMap { $0.activities }.flatMap { $0.indicators }.count, 73)
    let options = HoldOptions(readFindings: read.findings)
    let counts = try assess(plan: read.plan, journal: journal, asOf: day, options: options).assessment.counts
    try same(counts.lines, 73)
    try same(counts.proven + counts.needsAction + counts.overdue + counts.notDue + counts.notApplicable, 73)
    try expect(counts.proven > 0 && counts.needsAction > 0)
    let text = try renderReport(plan: read.plan, journal: journal, asOf: day, language: .kazakh, form: .text)
    try expect(text.contains("73") && text.count > 5000)
    try same(readPlan(bytes: Data(writePlan(plan: read.plan).utf8)), read.plan)
    try same(planFromJson(text: planToJson(value: read.plan)), read.plan)
}

func bothDoors() throws {
    let plan = try readAnnex(bytes: annex).plan
    let entries = try readFacts(bytes: journal).entries
    let byValues = try assessEntries(plan: plan, entries: entries, asOf: day).assessment
    try same(byValues, assess(plan: plan, journal: journal, asOf: day).assessment)
    let json = try assessJson(plan: Data(writePlan(plan: plan).utf8), journal: journal, asOf: day)
    try same(json, heldToJson(value: assess(plan: plan, journal: journal, asOf: day)))
    let few = HoldOptions(limits: FactsLimits(maxEntries: 3))
    try refused("FCT002") { try assess(plan: plan, journal: journal, asOf: day, options: few) }
}

func errors() throws {
    try refused("ANX001") { try readAnnex(bytes: Data()) }
    try refused("ANX004") { try readAnnex(bytes: Data("%PDF-1.7".utf8)) }
    try refused("PLN004", path: "/id") {
        try readPlan(bytes: Data(#"{"format": "qoldau-plan/1.0", "id": 5}"#.utf8))
    }
    try refused("INP001", path: "/") { try amountFromJson(text: "5") }
    try refused("INP001") { try readTargets(text: "2", prefix: "") }
}

func entry(_ fact: Fact) -> Entry {
    Entry(id: "e1", on: CivilDate(year: 1, month: 1, day: 1)!, author: "a1", fact: fact)
}

func datesAndAmounts() throws {
    for text in ["0001-01-01", "9999-12-31", "2024-02-29"] {
        try same(CivilDate(text)!.description, text)
        try same(isoDateFromJson(text: "\"\(text)\""), CivilDate(text)!)
    }
    for text in ["0000-01-01", "2023-02-29", "1900-02-29", "2024-6-1", "10000-01-01", "", "2024-06-14 "] {
        try expect(CivilDate(text) == nil, text)
    }
    try expect(CivilDate("2024-06-14")! < CivilDate("2024-10-01")!)
    let line = { (amount: Decimal) in
        entry(.reading(body: Reading(line: "l1", mode: .add, value: .amount(amount: amount))))
    }
    let exact = ["-1234567890123456789012345678", "0.0000000000000000000000000001", "-0.5", "0", "1234567890.0987654321"]
    for text in exact {
        let amount = Decimal(string: text, locale: Locale(identifier: "en_US_POSIX"))!
        let written = try entryToJson(value: line(amount))
        try expect(written.contains("\"amount\":\"\(text)\""), written)
        try same(entryFromJson(text: written), line(amount))
    }
    try same(formatAmount(amount: Decimal(string: "1e3")!, language: .russian), "1\u{a0}000")
    let tooLong = [Decimal(string: "12345678901234567890123456789")!, Decimal(string: "1e30")!, Decimal.nan]
    for amount in tooLong + [Decimal(string: "1e-29")!, Decimal.greatestFiniteMagnitude] {
        try refused("INP001") { try formatAmount(amount: amount, language: .russian) }
    }
}

func silence() throws {
    let secrets = ["Құпия Сырбай", "+7 700 000 00 07", "жасырын"]
    let (name, phone) = (PersonName(secrets[0]), Phone(secrets[1]))
    let body = RawBody("{\"is\":\"жасырын\"}")
    let member = StaffMember(id: "s1", name: name, role: "post", phone: phone)
    let team = Team(staff: [member], specialists: [member])
    let read = try readAnnex(bytes: annex)
    // Records are immutable, so a plan with another team comes by its JSON.
    let json = try planToJson(value: read.plan)
    let first = read.plan.team.staff[0].name.reveal()
    let plan = try planFromJson(text: json.replacingOccurrences(of: first, with: secrets[0]))
    try expect(plan.team.staff[0].name == name)
    let fact = Fact.other(name: "unheard", body: body)
    let facts = FactsRead(plan: "p", entries: [entry(fact)], lines: [1], findings: [])
    let all: [Any] = [
        name, phone, body, member, team, plan, AnnexRead(plan: plan, findings: []), fact, entry(fact), facts,
    ]
    for record in all {
        var dumped = ""
        dump(record, to: &dumped)
        for text in ["\(record)", String(describing: record), String(reflecting: record), dumped] {
            try expect(!secrets.contains { text.contains($0) }, "\(type(of: record)) prints what it should not")
        }
    }
    try expect("\(member)".contains("PersonName(…)") && member.name.reveal() == secrets[0])
    let people = read.plan.team.staff + read.plan.team.specialists
    let printed = "\(read)"
    try expect(!people.isEmpty && !people.contains { printed.contains($0.name.reveal()) })
}

func vectors() throws {
    let (run, wrong) = try Vectors(top: top).run()
    print("        \(run) vectors")
    try expect(run > 200 && wrong.isEmpty, "\n" + wrong.joined(separator: "\n"))
}

let tests: [(String, () throws -> Void)] = [
    ("the main way", mainWay), ("both doors give the same", bothDoors), ("errors have codes", errors),
    ("dates and amounts survive", datesAndAmounts), ("personal data prints silently", silence), ("the vectors", vectors),
] + storeTests + surveyTests
var failed = 0
for (name, test) in tests {
    do {
        try test()
        print("ok      \(name)")
    } catch {
        failed += 1
        print("FAILED  \(name): \(error)")
    }
}
try? FileManager.default.removeItem(at: storeFolder)
exit(failed == 0 ? 0 : 1)

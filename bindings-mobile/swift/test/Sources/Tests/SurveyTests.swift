// Surveys, and people on lists: a small whole way each, and what of them prints silently.
import Foundation
import Qoldau

private let data = top.appendingPathComponent("examples/data")
private let list = Data(
    """
    Аты-жөні;Телефоны;Туған күні;Елді мекен
    Ахметова Айгерім;8 700 000 00 01;14.06.2008;Ақтау
    Айгерим Ахметова;+7 700 000 00 01;2008;Ақтау
    Оспанов Серік;8 700 000 00 02;;Жаңаөзен
    """.utf8)

private func questionnaire() throws -> Questionnaire {
    try readQuestionnaire(bytes: Data(contentsOf: data.appendingPathComponent("survey.json")))
}

private func answers(_ phase: String) throws -> [Response] {
    let table = try Data(contentsOf: data.appendingPathComponent("survey-\(phase).csv"))
    return try importAnswers(questionnaire: questionnaire(), bytes: table, options: ImportOptions(phase: phase)).responses
}

private func marked(_ count: Int, _ code: String) -> [Response] {
    let given: [String: Answer] = ["takes_part": .yesNo(yes: true), "satisfaction": .option(code: code)]
    return (0..<count).map { Response(id: "\(code)-\($0)", phase: "after", consent: true, answers: given) }
}

private func verdict() throws {
    let form = try questionnaire()
    try same(lintQuestionnaire(questionnaire: form), [])
    let after = try answers("after")
    let score = try satisfaction(questionnaire: form, responses: after)!
    try same(score.share?.numerator, 38)
    try same(score.share?.denominator, 42)
    try expect(score.met == true && score.verdict == .metWithConfidence)
    let said = try saySatisfaction(questionnaire: form, responses: after, language: .english)
    try expect(said!.contains("90.5%"), said!)
    try same(scorePhase(questionnaire: form, responses: after).phase, "after")
    let compared = try comparePhases(
        questionnaire: form, responses: answers("before") + after, first: "before", second: "after")
    try same(compared.pairing?.matched, 34)
    let shown = ScoreOptions(smallest: 1)
    let bars = try stackedBars(
        questionnaire: form, responses: after, list: "agreement", language: .kazakh, options: shown)
    try expect(bars!.hasPrefix("<svg "))
    try expect(statisticMethods().contains("proportion_ci"))
}

private func rule() throws {
    let form = try questionnaire()
    try same(satisfaction(questionnaire: form, responses: marked(120, "4") + marked(30, "3"))?.met, true)
    try same(satisfaction(questionnaire: form, responses: marked(119, "4") + marked(30, "3"))?.met, false)
    let nobody = try satisfaction(questionnaire: form, responses: [])!
    try expect(nobody.share == nil && nobody.met == nil && nobody.verdict == nil)
}

private func fields() throws {
    let response = Response(id: "r1", phase: "after", consent: true, answers: ["age": .number(value: 200)])
    let state = try responseState(questionnaire: questionnaire(), response: response)
    let fields = Dictionary(uniqueKeysWithValues: state.fields.map { ($0.question, $0) })
    try same(fields["age"]!.standing, .invalid)
    try same(fields["events"]!.relevance, .undecided)
    let rows = try saySurveyFindings(findings: fields["age"]!.findings, language: .russian)
    try expect(!state.complete && !rows[0].text.isEmpty)
}

private func ready() throws {
    let survey = try questionnaire()
    let form = try SurveyForm.ofQuestionnaire(questionnaire: survey)
    let wrong = Response(id: "r1", phase: "after", consent: true, answers: ["age": .number(value: 200)])
    let asked = try answers("after") + [wrong]
    for response in asked {
        let state = try form.state(response: response)
        try same(state, responseState(questionnaire: survey, response: response))
        let found = state.findings + state.fields.flatMap { $0.findings }
        try same(form.check(response: response), ResponseCheck(complete: state.complete, findings: found))
    }
    let all = try form.checkAll(responses: asked)
    try same(all, checkResponses(questionnaire: survey, responses: asked))
    try expect(all.contains { $0.severity == .error })
    let table = try Data(contentsOf: data.appendingPathComponent("survey-after.csv"))
    let options = ImportOptions(phase: "after")
    let imported = try importAnswers(questionnaire: survey, bytes: table, options: options)
    let checked = try form.checkAnswers(bytes: table, options: options)
    try same(checked, CheckedAnswers(rows: imported.rows, findings: imported.findings))
}

private func drafted() throws {
    let line = SurveyLine(entry: "s1", line: "t1", on: CivilDate("2024-10-20")!, author: "aida")
    let draft = try draftSatisfaction(questionnaire: questionnaire(), responses: answers("after"), line: line)!
    let stamp = Stamp(device: "a", now: "2024-10-20T09:30:00.000Z", salt: "0123456789abcdef")
    let written = try recordEntry(journal: Data(), draft: draft, stamp: stamp).line
    try expect(written.contains("\"numerator\":\"38\""), written)
    try same(draftSatisfaction(questionnaire: questionnaire(), responses: [], line: line), nil)
}

private func reached() throws {
    try same(guessColumns(bytes: list).columns.count, 4)
    let table = try importPeople(bytes: list)
    try same(table.people.map(\.id), ["1", "2", "3"])
    let rule = MatchRule(id: "phone", agree: [.phone, .givenName], verdict: .same)
    let found = try findDuplicates(people: table.people, options: DuplicateOptions(rules: [rule], evidence: true))
    try expect(found.rows == 3 && found.persons == 2 && found.people == [["1", "2"]])
    try same(found.pairs[0].origin, .rule(rule: "phone"))
    try expect(!sayMatchField(field: found.pairs[0].evidence[0].field, language: .kazakh).isEmpty)

    let day = CivilDate("2024-09-15")!
    let facts = [
        PersonFacts(person: "p1", birth: .exact(date: CivilDate("2008-06-14")!), settlement: "Ақтау"),
        PersonFacts(person: "p2", settlement: "Жаңаөзен"),
    ]
    let came = [("e1", "p1"), ("e1", "p2"), ("e2", "p1")].map { Attendance(event: $0.0, on: day, person: $0.1) }
    let period = DateRange(start: CivilDate("2024-01-01")!, end: CivilDate("2024-12-31")!)
    let ages = [AgeGroup(name: "youth", from: 14, below: 35)]
    let question = ReachQuestion(period: period, events: [], ages: ages, by: [.age])
    let heads = [Headcount(event: "e3", on: day, total: 10)]
    let reach = try countReach(people: facts, attendances: came, headcounts: heads, question: question)
    try same([reach.personsListed, reach.personsAtLeast, reach.personsAtMost], [2, 10, 12])
    for (value, expected) in [(ReachValue.is(value: "youth"), [UInt32(2), 1]), (.unknown, [1, 1])] {
        let row = reach.rows.first { $0.values == [value] }!
        try same([row.participations, row.persons], expected)
    }
}

private func cells() throws {
    let phones = try readPhones(text: "8 (700) 000-00-01, мама +7 700 000 00 02").map { $0.number.reveal() }
    try same(phones, ["+77000000001", "+77000000002"])
    try same(readBirth(text: "14.06.08", latest: 2024), .exact(date: CivilDate("2008-06-14")!))
    try same(readBirth(text: "31.02.2008", latest: 2024), nil)
    try same(ageOn(birth: .yearOnly(year: 2008), day: CivilDate("2024-06-14")!), AgeBounds(least: 15, most: 16))
    try same(readIin(text: "123"), .implausible(fault: .notTwelveDigits))
}

/// Everything of a registry and of keys that holds a person or a secret.
private func registered(_ listed: ListedPerson) throws -> [Any] {
    let key = HostKey(id: "k1", secret: PersonalText(String(repeating: "000101", count: 10)))
    let keys = try linkageKeys(people: [listed], key: key)
    try same(matchKeys(ours: keys, theirs: keys, least: 0.8).map { $0.likeness }, [1.0])
    let known = RegisteredPerson(
        id: "p1", name: PersonName("Құпия Адам"), birth: .yearOnly(year: 2008), phone: PhoneNumber("+77000000001"),
        email: EmailAddress("sa@example.kz"), iin: Iin("000101300009"))
    let registry = Registry(format: "qoldau-registry/1.0", persons: [known], organisations: [])
    let held = try exportPerson(registry: registry, journal: Data(), person: "p1")
    let erased = try erasePerson(registry: registry, journal: Data(), person: "p1")
    try expect(held.records.count == 1 && erased.registry.persons.isEmpty)
    try same(pseudonymsOf(key: key, persons: ["p1"])[0].from, "p1")
    var all: [Any] = [key, known, registry, held, erased]
    all += keys as [Any]
    all += try registryFacts(registry: registry) as [Any]
    return all
}

private func silent() throws {
    let secrets = ["Құпия", "А1407", "700 000", "77000", "2008", "000101", "sa@example"]
    let (words, code) = (FreeText("Құпия сөз"), PersonCode("А1407"))
    let answer = Answer.text(text: words)
    let response = Response(id: "r1", code: code, answers: ["wishes": answer])
    let imported = Imported(responses: [response], responseRows: [1], columns: [], rows: 1, findings: [])
    let on = CivilDate("2024-09-15")!
    let session = FocusGroup(id: "f1", title: Wording(), on: on, moderator: PersonName("Құпия"))
    let person = ListedPerson(
        id: "1", name: PersonName("Құпия Адам"), phone: Phone("8 700 000 00 01"), birth: PersonalText("14.06.2008"),
        iin: PersonalText("000101300009"), email: PersonalText("sa@example.kz"))
    let table = PeopleTable(people: [person], facts: [], days: [], columns: [], findings: [])
    let born = CivilDate("2008-06-14")!
    let births: [Birth] = [.exact(date: born), .estimated(date: born), .yearOnly(year: 2008)]
    let facts = births.map { PersonFacts(person: "p1", birth: $0) }
    let iin = try readIin(text: "000101300009")
    guard case .plausible(_, let hint) = iin else { throw Failure(description: "\(iin)") }
    try expect(hint.born != nil)
    let texts: [Any] = [
        words, code, PersonalText("2008"), Iin("000101300009"), Bin("000101"), PhoneNumber("+77000"),
        EmailAddress("sa@example.kz"), KatoPlace("000101000"), LinkageBits("000101"),
    ]
    let records: [Any] = [answer, response, imported, session, person, table, iin, hint]
    let phones = try readPhones(text: "8 700 000 00 01")
    let all: [Any] = texts + records + births + facts + phones
    let more: [Any] = try registered(person)
    for record in all + more {
        var dumped = ""
        dump(record, to: &dumped)
        for text in ["\(record)", String(describing: record), String(reflecting: record), dumped] {
            try expect(!secrets.contains { text.contains($0) }, "\(type(of: record)) prints what it should not")
        }
    }
    try expect("\(response)".contains("FreeText(…)"))
    try expect(words.reveal() == "Құпия сөз" && code.reveal() == "А1407")
    try same(responseFromJson(text: responseToJson(value: response)), response)
}

let surveyTests: [(String, () throws -> Void)] = [
    ("from the questionnaire to the verdict", verdict), ("80 % is a rule of whole numbers", rule),
    ("a form says field by field where it stands", fields),
    ("a form kept ready says what the single calls say", ready), ("a survey moves the line that promises it", drafted),
    ("from the list to the people reached", reached), ("cells of lists are read", cells),
    ("answers and lists print silently", silent),
]

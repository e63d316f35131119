import Foundation
import Qoldau

/// The conformance vectors: every value is read into the language's own types, handed to the typed call, and the answer
/// written back, so that the records go through the language both ways.
struct Vectors {
    let top: URL

    /// How many vectors ran, and which gave something else than promised.
    func run() throws -> (Int, [String]) {
        var count = 0
        var wrong: [String] = []
        let folder = top.appendingPathComponent("tests/vectors")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        for name in names where name.hasSuffix(".json") {
            let data = try Data(contentsOf: folder.appendingPathComponent(name))
            for vector in try JSONSerialization.jsonObject(with: data) as! [[String: Any]] {
                count += 1
                let (was, should) = try (given(vector), promised(vector))
                if was != should {
                    wrong.append("\(name): \(vector["name"]!): \(was.prefix(300)) instead of \(should.prefix(300))")
                }
            }
        }
        return (count, wrong)
    }

    private func promised(_ vector: [String: Any]) throws -> String {
        if let code = vector["error"] as? String { return code }
        if let file = vector["outputFile"] as? String { return try text(file) }
        return try canonical(vector["output"]!)
    }

    private func given(_ vector: [String: Any]) throws -> String {
        let arguments = Arguments(top: top, input: vector["input"] as! [String: Any])
        do {
            return try call(vector["call"] as! String, arguments)
        } catch let error as QoldauError {
            return error.code
        }
    }

    private func text(_ file: String) throws -> String {
        try String(contentsOf: top.appendingPathComponent(file), encoding: .utf8)
    }

    private func call(_ name: String, _ a: Arguments) throws -> String {
        switch name {
        case "readAnnex":
            let limits = try a.optional("limits", readLimitsFromJson)
            return try annexReadToJson(value: readAnnex(bytes: a.bytes("bytes"), limits: limits))
        case "excerpt":
            let (place, limits) = try (placeFromJson(text: a.json("place")), a.optional("limits", readLimitsFromJson))
            return try textToJson(value: excerpt(bytes: a.bytes("bytes"), place: place, limits: limits))
        case "pair":
            let activity = try idFromJson(text: a.json("activity"))
            let choices = try pairChoicesFromJson(text: a.json("choices"))
            return try planToJson(value: pair(plan: a.plan(), activity: activity, choices: choices))
        case "readPlan": return try planToJson(value: readPlan(bytes: a.bytes("bytes")))
        case "writePlan": return try textToJson(value: writePlan(plan: a.plan()))
        case "check":
            let (stage, policy) = try (stageFromJson(text: a.json("stage")), a.optional("policy", policyFromJson))
            let acknowledged = try a.optional("acknowledged", acknowledgementsFromJson) ?? []
            return try checkResultToJson(
                value: check(plan: a.plan(), stage: stage, policy: policy, acknowledged: acknowledged))
        case "joinReading":
            let findings = try findingsFromJson(text: a.json("findings"))
            let checked = try checkResultFromJson(text: a.json("checked"))
            let policy = try a.optional("policy", policyFromJson)
            return try checkResultToJson(value: joinReading(findings: findings, checked: checked, policy: policy))
        case "sayFindings":
            let findings = try findingsFromJson(text: a.json("findings"))
            return try findingRowsToJson(
                value: sayFindings(plan: a.plan(), findings: findings, language: a.language()))
        case "readFacts":
            let limits = try a.optional("limits", factsLimitsFromJson)
            return try factsReadToJson(value: readFacts(bytes: a.bytes("bytes"), limits: limits))
        case "writeEntry": return try textToJson(value: writeEntry(entry: entryFromJson(text: a.json("entry"))))
        case "assess", "assessEntries", "evidenceOf", "report", "renderReport", "register", "renderRegister":
            return try hold(name, a)
        case "defaultPolicy": return try policyToJson(value: defaultPolicy())
        case "reportStyle": return try reportStyleToJson(value: reportStyle())
        case "version": return try textToJson(value: version())
        default: return try exchange(name, a) ?? survey(name, a) ?? people(name, a) ?? registry(name, a)
            ?? words(name, a)
        }
    }

    private func exchange(_ name: String, _ a: Arguments) throws -> String? {
        func limits() throws -> FactsLimits? { try a.optional("limits", factsLimitsFromJson) }
        func form() throws -> JournalForm { try journalFormFromJson(text: a.json("form")) }
        switch name {
        case "assessJson":
            let asOf = try isoDateFromJson(text: a.json("asOf"))
            return try textToJson(
                value: assessJson(
                    plan: a.bytes("plan"), journal: a.bytes("journal"), asOf: asOf, options: a.options()))
        case "journalHeader":
            return try textToJson(value: journalHeader(plan: a.optional("plan", idFromJson)))
        case "recordEntry":
            let (draft, stamp) = try (draftFromJson(text: a.json("draft")), stampFromJson(text: a.json("stamp")))
            return try recordedToJson(value: recordEntry(journal: a.bytes("journal"), draft: draft, stamp: stamp))
        case "nextClock":
            let newest = try a.optional("newest", textFromJson)
            return try textToJson(value: nextClock(now: a.text("now"), newest: newest))
        case "readJournal":
            return try journalContentsToJson(value: readJournal(journal: a.bytes("journal"), limits: limits()))
        case "writeJournal":
            let entries = try envelopesFromJson(text: a.json("entries"))
            let written = try writeJournal(plan: a.optional("plan", idFromJson), entries: entries, form: form())
            return try textToJson(value: written.base64EncodedString())
        case "mergeJournals":
            return try mergedJournalsToJson(
                value: mergeJournals(journals: a.listsOfBytes("journals"), form: form(), limits: limits()))
        case "conflictsOf": return try journalConflictsToJson(value: conflictsOf(journal: a.bytes("journal")))
        case "verifyJournal": return try verificationToJson(value: verifyJournal(journal: a.bytes("journal")))
        case "reviewJournal", "freezePackage":
            let (asOf, journal) = try (isoDateFromJson(text: a.json("asOf")), a.bytes("journal"))
            if name == "reviewJournal" {
                return try reviewsToJson(
                    value: reviewJournal(plan: a.plan(), journal: journal, asOf: asOf, options: a.options()))
            }
            return try frozenPackageToJson(
                value: freezePackage(plan: a.plan(), journal: journal, asOf: asOf, options: a.options()))
        case "readBundle":
            let limits = try a.optional("limits", bundleLimitsFromJson)
            return try bundleContentsToJson(value: readBundle(bytes: a.bytes("bytes"), form: form(), limits: limits))
        case "writeBundle":
            let (plans, present) = try (plansFromJson(text: a.json("plans")), a.optional("present", textsFromJson))
            return try writtenBundleToJson(
                value: writeBundle(
                    plans: plans, journal: a.bytes("journal"), present: present ?? [], limits: limits()))
        case "deviceKey":
            return try deviceKeyToJson(value: deviceKey(device: a.text("device"), secret: a.bytes("secret")))
        case "signHead":
            return try writtenHeadToJson(
                value: signHead(journal: a.bytes("journal"), device: a.text("device"), secret: a.bytes("secret")))
        case "verifyHeads":
            let (heads, keys) = try (signedHeadsFromJson(text: a.json("heads")), deviceKeysFromJson(text: a.json("keys")))
            return try findingsToJson(value: verifyHeads(journal: a.bytes("journal"), heads: heads, keys: keys))
        case "readPackage": return try packageToJson(value: readPackage(bytes: a.bytes("bytes")))
        case "packageDigest": return try textToJson(value: packageDigest(bytes: a.bytes("bytes")))
        case "packageFits":
            return try packageFits(bytes: a.bytes("bytes"), digest: a.text("digest")) ? "true" : "false"
        case "writeSubmission":
            return try writtenSubmissionToJson(
                value: writeSubmission(frozen: a.bytes("frozen"), journal: a.bytes("journal")))
        case "openSubmission":
            return try openedSubmissionToJson(value: openSubmission(bytes: a.bytes("bytes")))
        case "reviewPackages":
            let (packages, journal) = try (a.listsOfBytes("packages"), a.bytes("journal"))
            let asOf = try isoDateFromJson(text: a.json("asOf"))
            return try reviewsToJson(
                value: reviewPackages(packages: packages, journal: journal, asOf: asOf, options: a.options()))
        case "diffPackages", "sayPackageDiff":
            let (before, now) = try (a.bytes("before"), a.bytes("now"))
            let submission = try a.optional("submission", submissionStandingFromJson)
            if name == "diffPackages" {
                return try packageDiffToJson(
                    value: diffPackages(before: before, now: now, submission: submission))
            }
            return try textToJson(
                value: sayPackageDiff(before: before, now: now, submission: submission, language: a.language()))
        default: return try amend(name, a)
        }
    }

    private func amend(_ name: String, _ a: Arguments) throws -> String? {
        func amended() throws -> Plan { try planFromJson(text: a.json("amended")) }
        func amendment() throws -> Amendment { try amendmentFromJson(text: a.json("amendment")) }
        func older() throws -> Plan { try planFromJson(text: a.json("older")) }
        func newer() throws -> Plan { try planFromJson(text: a.json("newer")) }
        switch name {
        case "reconcilePlans":
            return try reconciliationToJson(
                value: reconcilePlans(plan: a.plan(), amended: amended(), amendment: amendment()))
        case "renderReconciliation":
            return try textToJson(
                value: renderReconciliation(
                    plan: a.plan(), amended: amended(), amendment: amendment(), language: a.language()))
        case "amendPlan":
            return try amendedToJson(value: amendPlan(plan: a.plan(), amended: amended(), amendment: amendment()))
        case "diffPlans": return try planDiffToJson(value: diffPlans(older: older(), newer: newer()))
        case "renderPlanDiff":
            return try textToJson(value: renderPlanDiff(older: older(), newer: newer(), language: a.language()))
        default: return nil
        }
    }

    private func hold(_ name: String, _ a: Arguments) throws -> String {
        let (plan, asOf) = try (a.plan(), isoDateFromJson(text: a.json("asOf")))
        if name == "assessEntries" {
            let entries = try entriesFromJson(text: a.json("entries"))
            return try heldToJson(
                value: assessEntries(plan: plan, entries: entries, asOf: asOf, options: a.options()))
        }
        let journal = try a.bytes("journal")
        switch name {
        case "assess":
            return try heldToJson(value: assess(plan: plan, journal: journal, asOf: asOf, options: a.options()))
        case "evidenceOf":
            return try journalEvidenceToJson(value: evidenceOf(plan: plan, journal: journal, asOf: asOf))
        default: break
        }
        let language = try a.language()
        switch name {
        case "report":
            return try reportToJson(
                value: report(plan: plan, journal: journal, asOf: asOf, language: language, options: a.options()))
        case "renderReport":
            let form = try reportFormFromJson(text: a.json("form"))
            return try textToJson(
                value: renderReport(
                    plan: plan, journal: journal, asOf: asOf, language: language, form: form, options: a.options()))
        case "register":
            return try registerToJson(
                value: register(
                    plan: plan, journal: journal, asOf: asOf, language: language, issued: a.issued(),
                    options: a.options()))
        default:
            let form = try registerFormFromJson(text: a.json("form"))
            return try textToJson(
                value: renderRegister(
                    plan: plan, journal: journal, asOf: asOf, language: language, form: form, issued: a.issued(),
                    options: a.options()))
        }
    }

    private func words(_ name: String, _ a: Arguments) throws -> String {
        switch name {
        case "readTargets":
            let (prefix, scope) = try (idFromJson(text: a.json("prefix")), a.optional("nameScope", eachFromJson))
            return try targetsToJson(value: readTargets(text: a.text("text"), prefix: prefix, nameScope: scope))
        case "printTargets":
            let targets = try targetsFromJson(text: a.json("targets"))
            return try textToJson(value: printTargets(targets: targets, language: a.language()))
        case "readDue":
            let context = try a.optional("context", dueContextFromJson) ?? DueContext()
            return try dueToJson(value: readDue(text: a.text("text"), context: context))
        case "printDue":
            return try textToJson(value: printDue(due: dueFromJson(text: a.json("due")), language: a.language()))
        case "readKind": return try indicatorKindToJson(value: readKind(text: a.text("text")))
        case "readUnit": return try unitWordToJson(value: readUnit(text: a.text("text")))
        case "readScope": return try readScope(text: a.text("text")).map { try eachToJson(value: $0) } ?? "null"
        case "readRequires": return try requiresToJson(value: readRequires(text: a.text("text")))
        case "sayQuestion":
            let question = try questionFromJson(text: a.json("question"))
            return try textToJson(value: sayQuestion(question: question, language: a.language()))
        case "sayAnswer":
            return try textToJson(value: sayAnswer(answer: a.text("answer"), language: a.language()))
        case "answersTo":
            return try answerFormToJson(value: answersTo(question: questionFromJson(text: a.json("question"))))
        case "formatAmount":
            let amount = try amountFromJson(text: a.json("amount"))
            return try textToJson(value: formatAmount(amount: amount, language: a.language()))
        case "formatDate":
            let date = try isoDateFromJson(text: a.json("date"))
            return try textToJson(value: formatDate(date: date, language: a.language()))
        case "quantity":
            let amount = try amountFromJson(text: a.json("amount"))
            return try textToJson(value: quantity(amount: amount, unit: a.text("unit"), language: a.language()))
        case "compareText":
            return try String(compareText(left: a.text("left"), right: a.text("right"), language: a.language()))
        default: fatalError("no call \(name)")
        }
    }
}

/// Canonical JSON of a value that Foundation read.
func canonical(_ value: Any) throws -> String {
    let data = try JSONSerialization.data(withJSONObject: value, options: [.fragmentsAllowed, .sortedKeys])
    return try canonicalJson(text: String(decoding: data, as: UTF8.self))
}

/// The arguments of a call.
struct Arguments {
    let top: URL
    let input: [String: Any]

    /// The JSON of an argument; `{"file": …}` is the JSON in that file, a missing one is null.
    func json(_ name: String) throws -> String {
        guard let value = input[name] else { return "null" }
        if let fields = value as? [String: Any], fields.count == 1, let file = fields["file"] as? String {
            return try String(contentsOf: top.appendingPathComponent(file), encoding: .utf8)
        }
        return try canonical(value)
    }

    func optional<T>(_ name: String, _ read: (String) throws -> T) throws -> T? {
        let text = try json(name)
        return text == "null" ? nil : try read(text)
    }

    func bytes(_ name: String) throws -> Data { try bytes(of: input[name]) }

    func listsOfBytes(_ name: String) throws -> [Data] { try (input[name] as! [Any]).map { try bytes(of: $0) } }

    private func bytes(of value: Any?) throws -> Data {
        if let fields = value as? [String: String], fields.count == 1 {
            if let text = fields["text"] { return Data(text.utf8) }
            if let text = fields["base64"] { return Data(base64Encoded: text)! }
            if let file = fields["file"] { return try Data(contentsOf: top.appendingPathComponent(file)) }
        }
        return try Data(textFromJson(text: "null").utf8)
    }

    func text(_ name: String) throws -> String { try textFromJson(text: json(name)) }
    func plan() throws -> Plan { try planFromJson(text: json("plan")) }
    func language() throws -> Language { try languageFromJson(text: json("language")) }
    func options() throws -> HoldOptions? { try optional("options", holdOptionsFromJson) }
    func issued() throws -> [IssuedNumber] { try optional("issued", issuedNumbersFromJson) ?? [] }
}

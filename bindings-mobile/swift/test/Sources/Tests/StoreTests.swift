// The tests of the store and of the state of a project, which are objects.
import Foundation
import Qoldau

let storeFolder = FileManager.default.temporaryDirectory.appendingPathComponent("qoldau-store-\(UUID().uuidString)")
let storeKey = Data(0..<32)
var storesMade = 0

/// A path that no test used before.
func storePath(_ name: String) throws -> String {
    try FileManager.default.createDirectory(at: storeFolder, withIntermediateDirectories: true)
    storesMade += 1
    return storeFolder.appendingPathComponent("\(storesMade)-\(name)").path
}

func draft(_ id: String, headcount: Int = 100) -> Draft {
    let body = #"{"activities":["t2-a1"],"event":"cup-\#(id)","headcount":\#(headcount),"name":"Кубок","start":"2024-06-14","status":"held"}"#
    return Draft(
        id: id, on: CivilDate("2024-06-14")!, author: "aida", kind: "event", body: RawBody(body), replaces: [])
}

func stamp(_ device: String) -> Stamp {
    Stamp(device: device, now: "2024-06-14T09:30:00.000Z", salt: "0123456789abcdef")
}

func filled(_ path: String, _ device: String, _ count: Int, key: Data? = nil) throws -> JournalStore {
    let store = try JournalStore.open(path: path, key: key)
    for at in 1...count {
        try same(store.record(draft: draft("\(device)-\(at)"), stamp: stamp(device)).entry.seq, UInt32(at))
    }
    return store
}

func lines(_ store: JournalStore) throws -> String { try String(decoding: store.journal(form: .lines), as: UTF8.self) }

/// Every file of a store, one after the other.
func bytesOf(_ path: String) throws -> Data {
    let files = ["", "-wal", "-shm"].map { URL(fileURLWithPath: path + $0) }
    return files.reduce(into: Data()) { all, file in all += (try? Data(contentsOf: file)) ?? Data() }
}

func holds(_ bytes: Data, _ text: String) -> Bool { bytes.range(of: Data(text.utf8)) != nil }

func storeReopened() throws {
    let path = try storePath("season")
    let store = try JournalStore.open(path: path, plan: "grant")
    let first = try store.record(draft: draft("a-1"), stamp: stamp("a"))
    try refused("JRN004", path: "/draft/id") { try store.record(draft: draft("a-1"), stamp: stamp("a")) }
    do {
        _ = try store.record(draft: draft("a-2", headcount: -1), stamp: stamp("a"))
        throw Failure(description: "not refused with JRN005")
    } catch let error as QoldauError {
        try same(error.code, "JRN005")
    }
    try same(store.record(draft: draft("a-2"), stamp: stamp("a")).entry.seq, 2)
    try store.closeFile()
    let again = try JournalStore.open(path: path)
    let status = try again.status()
    try expect(status.plan == "grant" && status.entries == 2 && status.devices == 1 && status.last == 2)
    try expect(!status.unwiped)
    try same(String(lines(again).split(separator: "\n")[1]), first.line)
    let (short, long) = try (again.journal(form: .compact), again.journal(form: .lines))
    try same(readJournal(journal: short).entries, readJournal(journal: long).entries)
    let arrived = try again.readSince(number: 1, most: 10)
    try expect(arrived.entries.map { $0.id } == ["a-2"] && arrived.next == 2 && !arrived.more)
    try expect(again.readSince(number: 0, most: 1).more)
    try expect(again.torn().isEmpty && again.conflicts().isEmpty && again.verify().findings.isEmpty)
    try refused("STO010") { try JournalStore.open(path: path, plan: "another") }
    try refused("STO011") { try JournalStore.open(path: storePath("no/folder")) }
}

func storeShared() throws {
    let path = try storePath("season")
    let one = try filled(path, "a", 1)
    let other = try JournalStore.open(path: path, waitMilliseconds: 0)
    try same(other.status().entries, 1)
    let line = try one.record(draft: draft("a-2"), stamp: stamp("a")).line
    let parts = line.components(separatedBy: #""id":"a-2""#)
    var (busy, turn) = (false, 0)
    while !busy && turn < 10 {
        let many = (1...20_000).map { parts.joined(separator: #""id":"x-\#(turn)-\#($0)""#) }
        let journal = Data(([#"{"format":"qoldau-journal/1.1"}"#] + many).joined(separator: "\n").utf8)
        let merged = DispatchSemaphore(value: 0)
        Thread.detachNewThread {
            _ = try? one.merge(journal: journal)
            merged.signal()
        }
        var running = true
        while running {
            do {
                if !busy { _ = try other.append(entries: [envelopeFromJson(text: line)]) }
            } catch let error as QoldauError {
                try same(error.code, "STO001")
                busy = true
            }
            running = merged.wait(timeout: .now() + (busy ? 1 : 0)) == .timedOut
        }
        turn += 1
        try same(other.status().entries, UInt32(2 + 20_000 * turn))
    }
    try expect(busy, "nobody was told that another writes")
    try same(other.record(draft: draft("b-1"), stamp: stamp("b")).entry.seq, 1)
    try same(one.status().devices, 2)
}

func storeExchanged() throws {
    let (one, two) = try (filled(storePath("one"), "a", 3), filled(storePath("two"), "b", 2))
    let merged = { (new: UInt32, known: UInt32) in
        StoreMerge(newEntries: new, known: known, erased: 0, sameId: 0, findings: [])
    }
    try same(one.merge(journal: two.journal(form: .compact)), merged(2, 0))
    try same(two.merge(journal: one.journal(form: .lines)), merged(3, 2))
    try same(lines(one), lines(two))
    let torn = try two.merge(journal: Data(lines(one).utf8.dropLast(40)))
    try expect(torn.newEntries == 0 && torn.findings.count == 1)
    var forged = try lines(one)
    forged.replaceSubrange(forged.range(of: #""headcount":100"#)!, with: #""headcount":900"#)
    try same(two.merge(journal: Data(forged.utf8)).sameId, 1)
    try same(two.conflicts().map { $0.kind }, [.sameId])
    try expect(!two.verify().findings.isEmpty)
    try refused("FCT003") { try one.merge(journal: Data("hello".utf8)) }
    for form in [JournalForm.lines, .compact] {
        let file = try storePath("export")
        try one.export(path: file, form: form)
        try same(Data(contentsOf: URL(fileURLWithPath: file)), one.journal(form: form))
        try refused("STO011") { try one.export(path: file, form: form) }
    }
    let copy = try storePath("copy")
    try one.backUp(path: copy)
    try same(lines(JournalStore.open(path: copy)), lines(one))
}

func storeErased() throws {
    let path = try storePath("season")
    let store = try filled(path, "a", 2)
    try expect(holds(bytesOf(path), "cup-a-1"))
    let body = RawBody(#"{"entries":["a-1"],"reason":"asked"}"#)
    let wish = Draft(id: "a-3", on: CivilDate("2024-06-15")!, author: "aida", kind: "erase", body: body, replaces: [])
    _ = try store.record(draft: wish, stamp: stamp("a"))
    try expect(!store.status().unwiped)
    try store.compact()
    try expect(!holds(bytesOf(path), "cup-a-1"))
    try expect(store.readSince(number: 0, most: 1).entries[0].body == nil)
    let good = try store.record(draft: draft("a-4"), stamp: stamp("a")).entry
    let broken = Envelope(
        id: "a-5", on: good.on, author: good.author, kind: good.kind, body: RawBody("{oh}"), replaces: [],
        device: good.device, seq: good.seq, clock: good.clock, prev: good.prev, seal: good.seal)
    try refused("FCT004") { try store.append(entries: [broken]) }
    try same(store.append(entries: []), [])
    try same(store.append(entries: [good]), [.known])
}

func storeSealed() throws {
    let (sealed, open) = try (storePath("sealed"), storePath("open"))
    try filled(sealed, "a", 2, key: storeKey).closeFile()
    try filled(open, "a", 1).closeFile()
    try expect(!holds(bytesOf(sealed), "cup-a-1") && holds(bytesOf(open), "cup-a-1"))
    try refused("STO007") { try JournalStore.open(path: sealed) }
    try refused("STO008") { try JournalStore.open(path: sealed, key: Data(count: 32)) }
    try refused("STO009") { try JournalStore.open(path: open, key: storeKey) }
    try refused("INP001", path: "/key") { try JournalStore.open(path: storePath("new"), key: Data(count: 5)) }
    try expect(lines(JournalStore.open(path: sealed, key: storeKey)).contains("cup-a-2"))
}

func storeDamaged() throws {
    let path = try storePath("season")
    try filled(path, "a", 5).closeFile()
    let file = URL(fileURLWithPath: path)
    var bytes = try Data(contentsOf: file)
    bytes.replaceSubrange(bytes.range(of: Data("cup-a-3".utf8))!, with: Data("cup-a-9".utf8))
    try bytes.write(to: file)
    let store = try JournalStore.open(path: path)
    do {
        _ = try store.journal(form: .lines)
        throw Failure(description: "not refused with STO006")
    } catch let error as QoldauError {
        try same(error.code, "STO006")
        try same(error.params, ["damage": "entry", "number": "3"])
    }
    try refused("STO006") { try store.conflicts() }
    try store.closeFile()
    let salvaged = try salvageStore(path: path)
    try same(salvaged.damaged, [DamagedEntry(number: 3, id: "a-3")])
    try expect(salvaged.last == 5 && !salvaged.openEnd)
    try same(JournalStore.open(path: storePath("anew")).merge(journal: salvaged.journal).newEntries, 4)
    try refused("STO011") { try salvageStore(path: storePath("none")) }
    try Data(String(repeating: "something else entirely", count: 300).utf8).write(to: file)
    try refused("STO004") { try JournalStore.open(path: path) }
}

func storeClosed() throws {
    let store = try filled(storePath("season"), "a", 1)
    try store.closeFile()
    try store.closeFile()
    let header = Data(#"{"format":"qoldau-journal/1.1"}"#.utf8)
    let calls: [() throws -> Any] = [
        { try store.record(draft: draft("a-2"), stamp: stamp("a")) },
        { try store.append(entries: []) },
        { try store.readSince(number: 0, most: 1) },
        { try store.journal(form: .lines) },
        { try store.merge(journal: header) },
        { try store.export(path: storePath("export"), form: .lines) },
        { try store.backUp(path: storePath("copy")) },
        { try store.compact() },
        { try store.status() },
        { try store.conflicts() },
        { try store.verify() },
        { try store.torn() },
        { try store.wipe() },
    ]
    for call in calls { try refused("STO014", call) }
}

func stateAssessed() throws {
    let plan = try readAnnex(bytes: annex).plan
    let state = try ProjectState.ofPlan(plan: plan)
    try same(state.applyJournal(journal: journal), readFacts(bytes: journal).findings)
    for asOf in [CivilDate("2024-06-01")!, day] {
        try same(state.assess(asOf: asOf), assess(plan: plan, journal: journal, asOf: asOf).assessment)
    }
}

func stateChanged() throws {
    let plan = try Data(contentsOf: top.appendingPathComponent("tests/vectors/inputs/small-plan.json"))
    let state = try ProjectState.ofPlan(plan: readPlan(bytes: plan))
    func standing() throws -> [LineStanding] {
        try state.assess(asOf: day).tasks.flatMap { $0.activities }.flatMap { $0.lines }
    }
    let before = try standing()
    let recorded = try recordEntry(journal: Data(), draft: draft("a-1"), stamp: stamp("a"))
    let changed = try state.applyEnvelopes(envelopes: [recorded.entry])
    try expect(changed.events == ["cup-a-1"] && !changed.everything && !changed.lines.isEmpty)
    for (line, was) in try zip(standing(), before) {
        if !changed.lines.contains(line.id) { try same(line, was) }
        try same(state.assessLine(line: line.id, asOf: day), line)
    }
    let nothing = Changed(
        lines: [], impact: [], withdrawn: [], events: [], findings: false, readings: false, everything: false,
        unread: [])
    try same(state.apply(entry: entryFromJson(text: recorded.line)), nothing)
    try same(state.count(entry: "a-1", counts: false).lines, changed.lines)
    try same(standing(), before)
    try expect(state.assessLine(line: "no-line", asOf: day) == nil)
    try refused("FCT003") { try state.applyJournal(journal: Data("hello".utf8)) }
}

let storeTests: [(String, () throws -> Void)] = [
    ("what is recorded is there when it is opened again", storeReopened),
    ("two objects share a file", storeShared),
    ("journals are merged, exported and backed up", storeExchanged),
    ("what is erased is gone from the file", storeErased),
    ("a key seals what entries say", storeSealed),
    ("a damaged file gives no wrong answer", storeDamaged),
    ("a closed store says so", storeClosed),
    ("a state says what a full assessment says", stateAssessed),
    ("an entry names what may stand otherwise", stateChanged),
]

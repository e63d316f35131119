import java.io.File
import java.nio.file.Files
import java.time.LocalDate
import kotlin.concurrent.thread
import kz.qoldau.*

/** The tests of the store and of the state of a project, which are objects. */
internal class StoreTests(private val top: File) {
    private val folder = Files.createTempDirectory("qoldau-store").toFile().also { it.deleteOnExit() }
    private val day = LocalDate.of(2024, 9, 15)
    private val key = ByteArray(32) { it.toByte() }
    private var stores = 0

    val all = listOf<Pair<String, () -> Unit>>(
        "what is recorded is there when it is opened again" to ::reopened,
        "two objects share a file" to ::shared,
        "journals are merged, exported and backed up" to ::exchanged,
        "what is erased is gone from the file" to ::erased,
        "a key seals what entries say" to ::sealed,
        "a damaged file gives no wrong answer" to ::damaged,
        "a closed store says so" to ::closed,
        "a state says what a full assessment says" to ::assessed,
        "an entry names what may stand otherwise" to ::changed,
    )

    private fun <T> same(given: T, expected: T) = check(given == expected) { "$given instead of $expected" }

    private fun refused(code: String, call: () -> Any): QoldauException {
        val error = runCatching(call).exceptionOrNull()
        check(error is QoldauException && error.code == code) { "$error instead of $code" }
        return error
    }

    /** A path that no test used before. */
    private fun path(name: String) = File(folder, "${++stores}-$name").path

    private fun draft(id: String, headcount: Int = 100) = Draft(
        id, LocalDate.of(2024, 6, 14), "aida", "event",
        RawBody("""{"activities":["t2-a1"],"event":"cup-$id","headcount":$headcount,"name":"Кубок","start":"2024-06-14","status":"held"}"""),
        emptyList(),
    )

    private fun stamp(device: String) = Stamp(device, "2024-06-14T09:30:00.000Z", "0123456789abcdef")

    private fun filled(path: String, device: String, count: Int, key: ByteArray? = null): JournalStore {
        val store = JournalStore.open(path, key)
        for (at in 1..count) same(store.record(draft("$device-$at"), stamp(device)).entry.seq, at.toUInt())
        return store
    }

    private fun lines(store: JournalStore) = store.journal(JournalForm.LINES).decodeToString()

    private fun reopened() {
        val path = path("season")
        val first = JournalStore.open(path, plan = "grant").use { store ->
            val first = store.record(draft("a-1"), stamp("a"))
            refused("JRN004") { store.record(draft("a-1"), stamp("a")) }
            refused("JRN005") { store.record(draft("a-2", headcount = -1), stamp("a")) }
            same(store.record(draft("a-2"), stamp("a")).entry.seq, 2u)
            first
        }
        val again = JournalStore.open(path)
        same(again.status(), StoreStatus("grant", 2u, 1u, again.status().newestClock, 2u, false))
        same(lines(again).lines()[1], first.line)
        same(readJournal(again.journal(JournalForm.COMPACT)).entries, readJournal(again.journal(JournalForm.LINES)).entries)
        val arrived = again.readSince(1u, 10u)
        same(Triple(arrived.entries.map { it.id }, arrived.next, arrived.more), Triple(listOf("a-2"), 2u, false))
        check(again.readSince(0u, 1u).more)
        check(again.torn().isEmpty() && again.conflicts().isEmpty() && again.verify().findings.isEmpty())
        refused("STO010") { JournalStore.open(path, plan = "another") }
        refused("STO011") { JournalStore.open(path("no/folder")) }
    }

    private fun shared() {
        val path = path("season")
        val one = filled(path, "a", 1)
        val other = JournalStore.open(path, waitMilliseconds = 0u)
        same(other.status().entries, 1u)
        val line = one.record(draft("a-2"), stamp("a")).line
        var busy = false
        var turn = 0
        while (!busy && turn < 10) {
            val many = (1..20_000).joinToString("\n") { line.replace("\"id\":\"a-2\"", "\"id\":\"x-$turn-$it\"") }
            val merge = thread { one.merge("{\"format\":\"qoldau-journal/1.1\"}\n$many".toByteArray()) }
            while (merge.isAlive && !busy) {
                val told = runCatching { other.append(listOf(envelopeFromJson(line))) }.exceptionOrNull()
                check(told == null || (told as? QoldauException)?.code == "STO001") { "$told" }
                busy = told != null
            }
            merge.join()
            turn++
            same(other.status().entries, (2 + 20_000 * turn).toUInt())
        }
        check(busy) { "nobody was told that another writes" }
        same(other.record(draft("b-1"), stamp("b")).entry.seq, 1u)
        same(one.status().devices, 2u)
    }

    private fun exchanged() {
        val (one, two) = filled(path("one"), "a", 3) to filled(path("two"), "b", 2)
        same(one.merge(two.journal(JournalForm.COMPACT)), StoreMerge(2u, 0u, 0u, 0u, emptyList()))
        same(two.merge(one.journal(JournalForm.LINES)), StoreMerge(3u, 2u, 0u, 0u, emptyList()))
        same(lines(one), lines(two))
        val torn = two.merge(lines(one).dropLast(40).toByteArray())
        same(torn.newEntries to torn.findings.size, 0u to 1)
        same(two.merge(lines(one).replaceFirst("\"headcount\":100", "\"headcount\":900").toByteArray()).sameId, 1u)
        same(two.conflicts().map { it.kind }, listOf(ConflictKind.SAME_ID))
        check(two.verify().findings.isNotEmpty())
        refused("FCT003") { one.merge("hello".toByteArray()) }
        for (form in JournalForm.entries) {
            val file = path("export")
            one.export(file, form)
            check(File(file).readBytes().contentEquals(one.journal(form)))
            refused("STO011") { one.export(file, form) }
        }
        val copy = path("copy")
        one.backUp(copy)
        same(lines(JournalStore.open(copy)), lines(one))
    }

    /** Every file of a store as Latin letters, one for a byte. */
    private fun bytesOf(path: String): String =
        folder.listFiles { file -> file.path.startsWith(path) }!!.joinToString("") { it.readText(Charsets.ISO_8859_1) }

    private fun erased() {
        val path = path("season")
        val store = filled(path, "a", 2)
        check("cup-a-1" in bytesOf(path))
        val wish = Draft("a-3", LocalDate.of(2024, 6, 15), "aida", "erase", RawBody("""{"entries":["a-1"],"reason":"asked"}"""), emptyList())
        store.record(wish, stamp("a"))
        check(!store.status().unwiped)
        store.compact()
        check("cup-a-1" !in bytesOf(path))
        same(store.readSince(0u, 1u).entries[0].body, null)
        val broken = store.record(draft("a-4"), stamp("a")).entry.copy(id = "a-5", body = RawBody("{oh}"))
        refused("FCT004") { store.append(listOf(broken)) }
        same(store.append(emptyList()), emptyList())
        same(store.append(listOf(broken.copy(body = RawBody("{ }")))), listOf(Taken.NEW))
    }

    private fun sealed() {
        val (sealed, open) = path("sealed") to path("open")
        filled(sealed, "a", 2, key).closeFile()
        filled(open, "a", 1).closeFile()
        check("cup-a-1" !in bytesOf(sealed) && "cup-a-1" in bytesOf(open))
        refused("STO007") { JournalStore.open(sealed) }
        refused("STO008") { JournalStore.open(sealed, ByteArray(32)) }
        refused("STO009") { JournalStore.open(open, key) }
        same(refused("INP001") { JournalStore.open(path("new"), ByteArray(5)) }.path, "/key")
        check("cup-a-2" in lines(JournalStore.open(sealed, key)))
    }

    private fun damaged() {
        val path = path("season")
        filled(path, "a", 5).closeFile()
        val file = File(path)
        file.writeText(file.readText(Charsets.ISO_8859_1).replaceFirst("cup-a-3", "cup-a-9"), Charsets.ISO_8859_1)
        val store = JournalStore.open(path)
        val error = refused("STO006") { store.journal(JournalForm.LINES) }
        same(error.params, mapOf("damage" to "entry", "number" to "3"))
        refused("STO006") { store.conflicts() }
        store.closeFile()
        val salvaged = salvageStore(path)
        same(Triple(salvaged.damaged, salvaged.last, salvaged.openEnd), Triple(listOf(DamagedEntry(3u, "a-3")), 5u, false))
        same(JournalStore.open(path("anew")).merge(salvaged.journal).newEntries, 4u)
        refused("STO011") { salvageStore(path("none")) }
        file.writeText("something else entirely".repeat(300))
        refused("STO004") { JournalStore.open(path) }
    }

    private fun closed() {
        val store = filled(path("season"), "a", 1)
        store.closeFile()
        store.closeFile()
        val calls = listOf<() -> Any>(
            { store.record(draft("a-2"), stamp("a")) },
            { store.append(emptyList()) },
            { store.readSince(0u, 1u) },
            { store.journal(JournalForm.LINES) },
            { store.merge("{\"format\":\"qoldau-journal/1.1\"}".toByteArray()) },
            { store.export(path("export"), JournalForm.LINES) },
            { store.backUp(path("copy")) },
            { store.compact() },
            { store.status() },
            { store.conflicts() },
            { store.verify() },
            { store.torn() },
            { store.wipe() },
        )
        for (call in calls) refused("STO014", call)
    }

    private fun assessed() {
        val plan = readAnnex(File(top, "examples/data/qoldau-2024.kk.docx").readBytes()).plan
        val journal = File(top, "examples/data/season.jsonl").readBytes()
        val state = ProjectState.ofPlan(plan)
        same(state.applyJournal(journal), readFacts(journal).findings)
        for (day in listOf(LocalDate.of(2024, 6, 1), day)) same(state.assess(day), assess(plan, journal, day).assessment)
    }

    private fun changed() {
        val state = ProjectState.ofPlan(readPlan(File(top, "tests/vectors/inputs/small-plan.json").readBytes()))
        fun lines() = state.assess(day).tasks.flatMap { it.activities }.flatMap { it.lines }.associateBy { it.id }
        val before = lines()
        val recorded = recordEntry(ByteArray(0), draft("a-1"), stamp("a"))
        val changed = state.applyEnvelopes(listOf(recorded.entry))
        same(changed.events to changed.everything, listOf("cup-a-1") to false)
        check(changed.lines.isNotEmpty())
        for ((id, line) in lines()) {
            if (id !in changed.lines) same(line, before[id])
            same(state.assessLine(id, day), line)
        }
        same(state.apply(entryFromJson(recorded.line)), Changed(emptyList(), emptyList(), emptyList(), emptyList(), false, false, false, emptyList()))
        same(state.count("a-1", false).lines, changed.lines)
        same(lines(), before)
        val wordless = recorded.entry.copy(id = "z-1", body = RawBody("{}"))
        same(state.applyEnvelopes(listOf(wordless)).unread, listOf("z-1"))
        same(state.assessLine("no-line", day), null)
        refused("FCT003") { state.applyJournal("hello".toByteArray()) }
    }
}

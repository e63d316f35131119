"""The tests of the store and of the state of a project, which are objects."""

import dataclasses
import tempfile
import threading
import unittest
from datetime import date
from pathlib import Path
from typing import Callable, Optional

import qoldau as q
import vectors

DAY = date(2024, 9, 15)
KEY = bytes(range(32))


def draft(id: str, headcount: int = 100) -> q.Draft:
    body = f'{{"activities":["t2-a1"],"event":"cup-{id}","headcount":{headcount},"name":"Кубок","start":"2024-06-14","status":"held"}}'
    return q.Draft(id=id, on=date(2024, 6, 14), author="aida", kind="event", body=q.RawBody(body), replaces=[])


def stamp(device: str) -> q.Stamp:
    return q.Stamp(device=device, now="2024-06-14T09:30:00.000Z", salt="0123456789abcdef")


class OfAStore(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def path(self, name: str) -> str:
        return str(self.folder / name)

    def refused(self, code: str, call: Callable[[], object]) -> q.QoldauError:
        with self.assertRaises(q.QoldauError) as raised:
            call()
        self.assertEqual(raised.exception.code, code)
        return raised.exception

    def filled(self, name: str, device: str, count: int, key: Optional[bytes] = None) -> q.JournalStore:
        store = q.JournalStore.open(self.path(name), key)
        for at in range(1, count + 1):
            self.assertEqual(store.record(draft(f"{device}-{at}"), stamp(device)).entry.seq, at)
        return store

    def test_what_is_recorded_is_there_when_it_is_opened_again(self) -> None:
        with q.JournalStore.open(self.path("season"), plan="grant") as store:
            first = store.record(draft("a-1"), stamp("a"))
            self.refused("JRN004", lambda: store.record(draft("a-1"), stamp("a")))
            self.refused("JRN005", lambda: store.record(draft("a-2", headcount=-1), stamp("a")))
            self.assertEqual(store.record(draft("a-2"), stamp("a")).entry.seq, 2)
        again = q.JournalStore.open(self.path("season"))
        status = again.status()
        self.assertEqual((status.plan, status.entries, status.devices, status.last), ("grant", 2, 1, 2))
        self.assertFalse(status.unwiped)
        lines = again.journal(q.JournalForm.LINES)
        self.assertEqual(lines.decode().splitlines()[1], first.line)
        self.assertEqual(q.read_journal(again.journal(q.JournalForm.COMPACT)).entries, q.read_journal(lines).entries)
        arrived = again.read_since(1, 10)
        self.assertEqual(([entry.id for entry in arrived.entries], arrived.next, arrived.more), (["a-2"], 2, False))
        self.assertTrue(again.read_since(0, 1).more)
        self.assertEqual((again.torn(), again.conflicts(), again.verify().findings), ([], [], []))
        self.refused("STO010", lambda: q.JournalStore.open(self.path("season"), plan="another"))
        self.refused("STO011", lambda: q.JournalStore.open(self.path("no/folder")))

    def test_two_objects_share_a_file_and_one_is_told_that_the_other_writes(self) -> None:
        one = self.filled("season", "a", 1)
        other = q.JournalStore.open(self.path("season"), wait_milliseconds=0)
        self.assertEqual(other.status().entries, 1)
        line = one.record(draft("a-2"), stamp("a")).line
        busy = 0
        for turn in range(10):
            many = [line.replace('"id":"a-2"', f'"id":"x-{turn}-{at}"') for at in range(20_000)]
            header = '{"format":"qoldau-journal/1.1"}'
            merge = threading.Thread(target=one.merge, args=("\n".join([header, *many]).encode(),))
            merge.start()
            while merge.is_alive() and not busy:
                try:
                    other.wipe()
                    other.append([q.envelope_from_json(line)])
                except q.QoldauError as error:
                    self.assertEqual(error.code, "STO001")
                    busy += 1
            merge.join()
            self.assertEqual(other.status().entries, 2 + 20_000 * (turn + 1))
            if busy:
                break
        self.assertTrue(busy)
        self.assertEqual(other.record(draft("b-1"), stamp("b")).entry.seq, 1)
        self.assertEqual(one.status().devices, 2)

    def test_journals_are_merged_exported_and_backed_up(self) -> None:
        one, two = self.filled("one", "a", 3), self.filled("two", "b", 2)
        merged = one.merge(two.journal(q.JournalForm.COMPACT))
        self.assertEqual((merged.new_entries, merged.known, merged.findings), (2, 0, []))
        merged = two.merge(one.journal(q.JournalForm.LINES))
        self.assertEqual((merged.new_entries, merged.known, merged.same_id), (3, 2, 0))
        self.assertEqual(one.journal(q.JournalForm.LINES), two.journal(q.JournalForm.LINES))
        torn = two.merge(one.journal(q.JournalForm.LINES)[:-40])
        self.assertEqual((torn.new_entries, len(torn.findings)), (0, 1))
        forged = one.journal(q.JournalForm.LINES).replace(b'"headcount":100', b'"headcount":900', 1)
        self.assertEqual(two.merge(forged).same_id, 1)
        self.assertEqual([conflict.kind for conflict in two.conflicts()], [q.ConflictKind.SAME_ID])
        self.assertNotEqual(two.verify().findings, [])
        self.refused("FCT003", lambda: one.merge(b"hello"))
        self.refused("STO010", lambda: q.JournalStore.open(self.path("three"), plan="x").merge(b'{"format":"qoldau-journal/1.1","plan":"y"}'))
        for form in [q.JournalForm.LINES, q.JournalForm.COMPACT]:
            file = self.path(f"export-{form.name}")
            one.export(file, form)
            self.assertEqual(Path(file).read_bytes(), one.journal(form))
            self.refused("STO011", lambda: one.export(file, form))
        one.back_up(self.path("copy"))
        self.assertEqual(q.JournalStore.open(self.path("copy")).journal(q.JournalForm.LINES), one.journal(q.JournalForm.LINES))

    def test_what_is_erased_is_gone_from_the_file(self) -> None:
        store = self.filled("season", "a", 2)
        self.assertIn(b"cup-a-1", self.bytes_of("season"))
        body = q.RawBody('{"entries":["a-1"],"reason":"asked"}')
        wish = q.Draft(id="a-3", on=date(2024, 6, 15), author="aida", kind="erase", body=body, replaces=[])
        store.record(wish, stamp("a"))
        self.assertFalse(store.status().unwiped)
        store.compact()
        self.assertNotIn(b"cup-a-1", self.bytes_of("season"))
        self.assertIsNone(store.read_since(0, 1).entries[0].body)
        whole = q.envelope_from_json(store.record(draft("a-4"), stamp("a")).line)
        broken = dataclasses.replace(whole, id="a-5", body=q.RawBody("{oh}"))
        self.refused("FCT004", lambda: store.append([broken]))
        self.assertEqual(store.append([]), [])

    def bytes_of(self, name: str) -> bytes:
        return b"".join(file.read_bytes() for file in sorted(self.folder.glob(f"{name}*")))

    def test_a_key_seals_what_entries_say(self) -> None:
        self.filled("sealed", "a", 2, KEY).close_file()
        self.filled("open", "a", 1).close_file()
        self.assertNotIn("Кубок".encode(), self.bytes_of("sealed"))
        self.assertIn("Кубок".encode(), self.bytes_of("open"))
        self.refused("STO007", lambda: q.JournalStore.open(self.path("sealed")))
        self.refused("STO008", lambda: q.JournalStore.open(self.path("sealed"), bytes(32)))
        self.refused("STO009", lambda: q.JournalStore.open(self.path("open"), KEY))
        error = self.refused("INP001", lambda: q.JournalStore.open(self.path("new"), b"short"))
        self.assertEqual(error.path, "/key")
        self.assertFalse(Path(self.path("new")).exists())
        self.assertIn("Кубок".encode(), q.JournalStore.open(self.path("sealed"), KEY).journal(q.JournalForm.LINES))

    def test_a_damaged_file_gives_no_wrong_answer_and_what_is_whole_comes_back(self) -> None:
        self.filled("season", "a", 5).close_file()
        file = Path(self.path("season"))
        file.write_bytes(file.read_bytes().replace(b"cup-a-3", b"cup-a-9", 1))
        store = q.JournalStore.open(self.path("season"))
        error = self.refused("STO006", lambda: store.journal(q.JournalForm.LINES))
        self.assertEqual(error.params, {"damage": "entry", "number": "3"})
        self.refused("STO006", lambda: store.conflicts())
        store.close_file()
        salvaged = q.salvage_store(self.path("season"))
        self.assertEqual(([(entry.number, entry.id) for entry in salvaged.damaged], salvaged.last), ([(3, "a-3")], 5))
        self.assertFalse(salvaged.open_end)
        anew = q.JournalStore.open(self.path("anew"))
        self.assertEqual(anew.merge(salvaged.journal).new_entries, 4)
        self.refused("STO011", lambda: q.salvage_store(self.path("none")))
        file.write_bytes(b"something else entirely" * 300)
        self.refused("STO004", lambda: q.JournalStore.open(self.path("season")))

    def test_a_closed_store_says_so(self) -> None:
        store = self.filled("season", "a", 1)
        store.close_file()
        store.close_file()
        calls: list[Callable[[], object]] = [
            lambda: store.record(draft("a-2"), stamp("a")),
            lambda: store.append([]),
            lambda: store.read_since(0, 1),
            lambda: store.journal(q.JournalForm.LINES),
            lambda: store.merge(b'{"format":"qoldau-journal/1.1"}'),
            lambda: store.export(self.path("export"), q.JournalForm.LINES),
            lambda: store.back_up(self.path("copy")),
            store.compact,
            store.status,
            store.conflicts,
            store.verify,
            store.torn,
            store.wipe,
        ]
        for call in calls:
            self.refused("STO014", call)
        with self.assertRaises(ValueError):
            q.JournalStore()


class OfAState(unittest.TestCase):
    def test_it_says_what_a_full_assessment_says(self) -> None:
        plan = q.read_annex((vectors.TOP / "examples/data/qoldau-2024.kk.docx").read_bytes()).plan
        journal = (vectors.TOP / "examples/data/season.jsonl").read_bytes()
        state = q.ProjectState.of_plan(plan)
        self.assertEqual(state.apply_journal(journal), q.read_facts(journal).findings)
        compact = q.merge_journals([journal], q.JournalForm.COMPACT).journal
        self.assertEqual(state.apply_journal(compact), [])
        for day in [date(2024, 6, 1), DAY]:
            self.assertEqual(state.assess(day), q.assess(plan, journal, day).assessment)

    def test_an_entry_names_what_may_stand_otherwise(self) -> None:
        plan = q.read_plan((vectors.TOP / "tests/vectors/inputs/small-plan.json").read_bytes())
        state = q.ProjectState.of_plan(plan)
        journal = b""
        before = {line.id: line for line in self.lines(state)}
        recorded = q.record_entry(journal, draft("a-1"), stamp("a"))
        changed = state.apply_envelopes([recorded.entry])
        self.assertEqual((changed.events, changed.everything), (["cup-a-1"], False))
        self.assertTrue(changed.lines)
        for line in self.lines(state):
            if line.id not in changed.lines:
                self.assertEqual(line, before[line.id])
            self.assertEqual(state.assess_line(line.id, DAY), line)
        self.assertEqual(state.apply(q.entry_from_json(recorded.line)), q.Changed(
            lines=[], impact=[], withdrawn=[], events=[], findings=False, readings=False, everything=False,
            unread=[]))
        self.assertEqual(state.count("a-1", False).lines, changed.lines)
        self.assertEqual({line.id: line for line in self.lines(state)}, before)
        self.assertIsNone(state.assess_line("no-line", DAY))
        with self.assertRaises(q.QoldauError) as raised:
            state.apply_journal(b"hello")
        self.assertEqual(raised.exception.code, "FCT003")

    @staticmethod
    def lines(state: q.ProjectState) -> list[q.LineStanding]:
        tasks = state.assess(DAY).tasks
        return [line for task in tasks for activity in task.activities for line in activity.lines]


if __name__ == "__main__":
    unittest.main()

"""The tests of the Python binding; run by ``python -m unittest`` where the wheel is installed."""

import copy
import dataclasses
import multiprocessing
import pickle
import unittest
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import qoldau as q
import vectors

ANNEX = (vectors.TOP / "examples/data/qoldau-2024.kk.docx").read_bytes()
JOURNAL = (vectors.TOP / "examples/data/season.jsonl").read_bytes()
DAY = date(2024, 9, 15)


class MainWay(unittest.TestCase):
    def test_from_the_annex_to_the_report(self) -> None:
        read = q.read_annex(ANNEX)
        lines = [line for task in read.plan.tasks for activity in task.activities for line in activity.indicators]
        self.assertEqual(len(lines), 73)
        counts = q.assess(read.plan, JOURNAL, DAY, q.HoldOptions(read_findings=read.findings)).assessment.counts
        self.assertEqual(counts.lines, 73)
        parts = [counts.proven, counts.needs_action, counts.overdue, counts.not_due, counts.not_applicable]
        self.assertEqual(sum(parts), 73)
        self.assertGreater(counts.proven, 0)
        self.assertGreater(counts.needs_action, 0)
        text = q.render_report(read.plan, JOURNAL, DAY, q.Language.KAZAKH, q.ReportForm.TEXT)
        self.assertIn("73", text)
        self.assertGreater(len(text), 5000)
        self.assertEqual(q.read_plan(q.write_plan(read.plan).encode()), read.plan)
        self.assertEqual(q.plan_from_json(q.plan_to_json(read.plan)), read.plan)

    def test_both_doors_give_the_same(self) -> None:
        plan = q.read_annex(ANNEX).plan
        entries = q.read_facts(JOURNAL).entries
        by_values, by_bytes = q.assess_entries(plan, entries, DAY), q.assess(plan, JOURNAL, DAY)
        self.assertEqual(by_values.assessment, by_bytes.assessment)
        self.assertEqual(q.assess_json(q.write_plan(plan).encode(), JOURNAL, DAY), q.held_to_json(by_bytes))


class Errors(unittest.TestCase):
    def refused(self, code: str, path: object, call: object, *arguments: object) -> q.QoldauError:
        with self.assertRaises(q.QoldauError) as raised:
            call(*arguments)  # type: ignore[operator]
        self.assertEqual((raised.exception.code, raised.exception.path), (code, path))
        return raised.exception

    def test_they_have_codes(self) -> None:
        self.refused("ANX001", None, q.read_annex, b"")
        error = self.refused("ANX004", None, q.read_annex, b"%PDF-1.7")
        self.assertEqual(error.params, {"found": "pdf"})
        self.assertIsInstance(error, q.QoldauError.Failed)
        self.refused("PLN004", "/id", q.read_plan, b'{"format": "qoldau-plan/1.0", "id": 5}')
        error = self.refused("INP001", "/", q.amount_from_json, "5")
        self.assertIsInstance(error, q.QoldauError.InvalidInput)
        self.refused("INP001", None, q.read_targets, "2", "")
        few = q.HoldOptions(limits=q.FactsLimits(max_entries=3))
        self.refused("FCT002", None, q.assess, q.read_annex(ANNEX).plan, JOURNAL, DAY, few)

    def test_they_say_of_which_argument_they_are(self) -> None:
        self.refused("JRN002", "/now", q.next_clock, "noon")
        self.refused("JRN006", "/device", q.sign_head, JOURNAL, "nobody", bytes(32))
        self.refused("PKG002", "/packages/0", q.review_packages, [b"{}"], JOURNAL, DAY)
        self.refused("PKG002", "/before", q.diff_packages, b"{}", b"{}")

    def test_what_is_no_amount_and_no_date_is_refused(self) -> None:
        for text in ["12345678901234567890123456789", "1E+30", "1E-29", "1E+999999", "1E-999999", "NaN", "Infinity"]:
            self.refused("INP001", None, q.format_amount, Decimal(text), q.Language.RUSSIAN)
        self.refused("INP001", None, q.format_date, datetime(2024, 6, 14), q.Language.RUSSIAN)
        with self.assertRaises(TypeError):
            q.format_amount(0.1, q.Language.RUSSIAN)  # type: ignore[arg-type]


    def test_they_can_be_copied_and_handed_back_by_a_worker(self) -> None:
        for kind in (q.QoldauError.Failed, q.QoldauError.InvalidInput):
            error = kind("INP001", "/plan", {"a": "b"}, "no")
            for other in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
                self.assertIsInstance(other, kind)
                self.assertEqual((other.code, other.path, other.params, other.detail), ("INP001", "/plan", {"a": "b"}, "no"))
        with multiprocessing.Pool(1) as pool, self.assertRaises(q.QoldauError.Failed) as raised:
            pool.map_async(q.read_annex, [b""]).get(timeout=60)
        self.assertEqual(raised.exception.code, "ANX001")

    def test_what_is_of_another_type_is_a_type_error_that_does_not_repeat_it(self) -> None:
        call: Any = q
        name = "Айгерім Серікбаева"
        draft = {"id": "a", "on": DAY, "author": "x", "kind": "void", "body": q.RawBody("{}"), "replaces": []}
        stamp = q.Stamp(device="d", now="2024-06-14T12:00:00Z", salt="0" * 32)

        def record(**other: Any) -> object:
            return call.record_entry(b"", call.Draft(**{**draft, **other}), stamp)

        for wrong in (
            lambda: call.say_match_field(name, q.Language.RUSSIAN),
            lambda: call.say_match_field(q.MatchField.SURNAME, "ru"),
            lambda: call.assess(None, JOURNAL, DAY),
            lambda: call.assess({}, JOURNAL, DAY),
            lambda: call.assess(q.read_annex(ANNEX).plan, JOURNAL, "2024-09-15"),
            lambda: call.format_amount(name, q.Language.RUSSIAN),
            lambda: call.format_amount(True, q.Language.RUSSIAN),
            lambda: record(body="{}"),
            lambda: record(body=q.PersonName(name)),
            lambda: record(replaces="abc"),
            lambda: call.read_annex(b"x", q.ReadLimits(max_bytes=True)),
        ):
            with self.assertRaises(TypeError) as raised:
                wrong()
            self.assertNotIn("Серікбаева", str(raised.exception))


class Values(unittest.TestCase):
    def test_dates_and_amounts_survive(self) -> None:
        for text in ["-1234567890123456789012345678", "0.0000000000000000000000000001", "-0.5", "0"]:
            for on in [date.min, date.max]:
                value = q.ReadingValue.AMOUNT(amount=Decimal(text))
                reading = q.Reading(line="l1", mode=q.ReadingMode.ADD, value=value)
                entry = q.Entry(id="e1", on=on, author="a1", fact=q.Fact.READING(body=reading))
                written = q.entry_to_json(entry)
                self.assertIn(f'"amount":"{text}"', written)
                self.assertIn(f'"on":"{on}"', written)
                self.assertEqual(q.entry_from_json(written), entry)
        self.assertEqual(q.format_amount(Decimal("1E+3"), q.Language.RUSSIAN), "1\u00a0000")


class Crossing(unittest.TestCase):
    def refused(self, call: Callable[[], object], detail: str) -> None:
        with self.assertRaises(q.QoldauError.InvalidInput) as raised:
            call()
        self.assertEqual(raised.exception.code, "INP001")
        self.assertIn(detail, raised.exception.detail)

    def test_what_cannot_cross_is_refused_by_the_one_error(self) -> None:
        plan = q.read_annex(ANNEX).plan
        self.refused(lambda: q.read_kind("\ud800"), "lone surrogate")
        self.refused(lambda: q.journal_header("Құпия \udcff"), "lone surrogate")
        self.refused(lambda: q.write_plan(dataclasses.replace(plan, title="\ud83d")), "lone surrogate")
        self.refused(lambda: q.read_annex(b"x", q.ReadLimits(max_bytes=-1)), "from 0 to 4294967295")
        self.refused(lambda: q.read_annex(b"x", q.ReadLimits(max_bytes=2**32)), "from 0 to 4294967295")
        self.refused(lambda: q.read_birth("14.06.08", 2**40), "from -2147483648 to 2147483647")
        self.assertEqual(q.write_plan(plan), q.write_plan(q.read_annex(ANNEX).plan))

    def test_bytes_are_taken_in_each_of_their_forms(self) -> None:
        expected = q.write_plan(q.read_annex(ANNEX).plan)
        for form in (bytearray(ANNEX), memoryview(ANNEX), memoryview(b"x" + ANNEX)[1:]):
            self.assertEqual(q.write_plan(q.read_annex(form).plan), expected)  # type: ignore[arg-type, unused-ignore]
        with self.assertRaises(TypeError):
            q.read_annex("text")  # type: ignore[arg-type]

    def test_records_are_whole_dataclasses(self) -> None:
        plan = q.read_annex(ANNEX).plan
        (member, *_), whole = plan.team.staff, dataclasses.asdict(plan)
        self.assertEqual(whole["team"]["staff"][0]["id"], member.id)
        self.assertNotIn(member.name.reveal(), str(whole))
        self.assertEqual([field.name for field in dataclasses.fields(plan.team)], ["staff", "specialists"])
        other = dataclasses.replace(member, role="post")
        self.assertEqual((other.role, other.name, other == member), ("post", member.name, False))
        self.assertEqual(dataclasses.replace(other, role=member.role), member)

    def test_records_cannot_be_changed(self) -> None:
        plan = q.read_annex(ANNEX).plan
        with self.assertRaises(dataclasses.FrozenInstanceError):
            # A type checker sees it too: `mypy --strict` would call this comment needless.
            plan.title = "another"  # type: ignore[misc]
        records: list[Any] = [plan.team.staff[0], q.Birth.EXACT(date=DAY), q.ReadLimits(max_bytes=7)]
        for record in records:
            written = vars(record).copy()
            for field in dataclasses.fields(record):
                with self.assertRaises(dataclasses.FrozenInstanceError):
                    setattr(record, field.name, None)
                with self.assertRaises(dataclasses.FrozenInstanceError):
                    delattr(record, field.name)
            self.assertEqual(vars(record), written)
            self.assertEqual(copy.deepcopy(record), record)
        kinds = [kind for kind in vars(q).values() if isinstance(kind, type) and dataclasses.is_dataclass(kind)]
        self.assertGreater(len(kinds), 200)
        self.assertEqual({kind.__setattr__ for kind in kinds}, {type(records[0]).__setattr__})

    def test_what_is_left_out_is_the_default_of_each_record_its_own(self) -> None:
        one, other = (q.Acceptance(submission="s") for _ in range(2))
        one.lines.append("2.10")
        self.assertEqual(other.lines, [])
        self.assertIsNone(q.Acknowledgement(code="PLAN001").note)
        with self.assertRaises(TypeError):
            q.Acceptance()  # type: ignore[call-arg]


class Silence(unittest.TestCase):
    def test_personal_data_prints_silently(self) -> None:
        secrets = ["Құпия Сырбай", "+7 700 000 00 07", "жасырын"]
        name, phone, body = q.PersonName(secrets[0]), q.Phone(secrets[1]), q.RawBody('{"is":"жасырын"}')
        member = q.StaffMember(id="s1", name=name, role="post", phone=phone, from_date=DAY)
        team = q.Team(staff=[member], specialists=[member])
        read = q.read_annex(ANNEX)
        people = read.plan.team.staff + read.plan.team.specialists
        printed = f"{read}{read!r}{vars(read)}"
        self.assertTrue(people)
        self.assertFalse([person.id for person in people if person.name.reveal() in printed])
        read = dataclasses.replace(read, plan=dataclasses.replace(read.plan, team=team))
        fact = q.Fact.OTHER(name="unheard", body=body)
        entry = q.Entry(id="e1", on=DAY, author="a1", fact=fact)
        facts = q.FactsRead(plan="p", entries=[entry], lines=[1], findings=[])
        for record in [name, phone, body, member, team, read.plan, read, fact, entry, facts]:
            attributes = vars(record) if hasattr(record, "__dict__") else {}
            for text in [str(record), repr(record), f"{record}", repr(attributes)]:
                self.assertFalse([s for s in secrets if s in text], type(record).__name__)
        self.assertIn("PersonName(…)", str(member))
        self.assertEqual(member.name.reveal(), secrets[0])
        self.assertEqual(q.entry_from_json(q.entry_to_json(entry)), entry)
        broken = q.plan_to_json(read.plan).replace(f'"name":"{secrets[0]}"', f'"name":["{secrets[0]}"]')
        with self.assertRaises(q.QoldauError) as raised:
            q.plan_from_json(broken)
        self.assertEqual(raised.exception.path, "/team/specialists/0/name")
        self.assertNotIn(secrets[0], f"{raised.exception}{raised.exception!r}")


class Conformance(unittest.TestCase):
    def test_the_vectors(self) -> None:
        count, wrong = vectors.run()
        self.assertEqual(wrong, [])
        self.assertGreater(count, 200)


if __name__ == "__main__":
    unittest.main()

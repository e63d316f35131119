"""The tests of the Python binding; run by ``python -m unittest`` where the wheel is installed."""

import unittest
from datetime import date, datetime
from decimal import Decimal

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
        read.plan.team = team
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

"""Surveys, and people on lists: a small whole way each, and what of them prints silently."""

import unittest
from datetime import date
from decimal import Decimal

import qoldau as q
import vectors

DATA = vectors.TOP / "examples/data"
SURVEY = q.read_questionnaire((DATA / "survey.json").read_bytes())
LIST = """Аты-жөні;Телефоны;Туған күні;Елді мекен
Ахметова Айгерім;8 700 000 00 01;14.06.2008;Ақтау
Айгерим Ахметова;+7 700 000 00 01;2008;Ақтау
Оспанов Серік;8 700 000 00 02;;Жаңаөзен
"""


def answers(phase: str) -> list[q.Response]:
    table = (DATA / f"survey-{phase}.csv").read_bytes()
    return q.import_answers(SURVEY, table, q.ImportOptions(phase=phase)).responses


def marked(count: int, code: str) -> list[q.Response]:
    given = {"takes_part": q.Answer.YES_NO(yes=True), "satisfaction": q.Answer.OPTION(code=code)}
    return [q.Response(id=f"{code}-{n}", phase="after", consent=True, answers=given) for n in range(count)]


class Surveys(unittest.TestCase):
    def test_from_the_questionnaire_to_the_verdict(self) -> None:
        self.assertEqual(q.lint_questionnaire(SURVEY), [])
        after = answers("after")
        score = q.satisfaction(SURVEY, after)
        assert score is not None and score.share is not None
        self.assertEqual((score.share.numerator, score.share.denominator), (38, 42))
        self.assertEqual((score.met, score.verdict), (True, q.Verdict.MET_WITH_CONFIDENCE))
        self.assertIn("90.5%", str(q.say_satisfaction(SURVEY, after, q.Language.ENGLISH)))
        self.assertEqual(q.score_phase(SURVEY, after).phase, "after")
        compared = q.compare_phases(SURVEY, answers("before") + after, "before", "after")
        assert compared.pairing is not None
        self.assertEqual(compared.pairing.matched, 34)
        shown = q.ScoreOptions(smallest=1)
        bars = q.stacked_bars(SURVEY, after, "agreement", q.Language.KAZAKH, options=shown)
        self.assertTrue(bars and bars.startswith("<svg "))

    def test_eighty_percent_is_a_rule_of_whole_numbers(self) -> None:
        exact = q.satisfaction(SURVEY, marked(120, "4") + marked(30, "3"))
        short = q.satisfaction(SURVEY, marked(119, "4") + marked(30, "3"))
        assert exact and short
        self.assertEqual((exact.met, short.met), (True, False))
        nobody = q.satisfaction(SURVEY, [])
        self.assertEqual(nobody and (nobody.share, nobody.met, nobody.verdict), (None, None, None))

    def test_a_form_says_field_by_field_where_it_stands(self) -> None:
        answer = q.Answer.NUMBER(value=Decimal(200))
        state = q.response_state(SURVEY, q.Response(id="r1", phase="after", consent=True, answers={"age": answer}))
        fields = {field.question: field for field in state.fields}
        self.assertEqual(list(fields)[0], "age")
        self.assertTrue(fields["age"].standing.is_INVALID())
        self.assertEqual(fields["events"].relevance, q.Relevance.UNDECIDED)
        self.assertFalse(state.complete)
        rows = q.say_survey_findings(fields["age"].findings, q.Language.RUSSIAN)
        self.assertTrue(rows and rows[0].text)

    def test_a_form_kept_ready_says_what_the_single_calls_say(self) -> None:
        wrong = q.Response(id="r1", phase="after", consent=True, answers={"age": q.Answer.NUMBER(value=Decimal(200))})
        asked = [*answers("after"), wrong]
        form = q.SurveyForm.of_questionnaire(SURVEY)
        for response in asked:
            state = form.state(response)
            self.assertEqual(state, q.response_state(SURVEY, response))
            found = state.findings + [finding for field in state.fields for finding in field.findings]
            self.assertEqual(form.check(response), q.ResponseCheck(complete=state.complete, findings=found))
        found = form.check_all(asked)
        self.assertEqual(found, q.check_responses(SURVEY, asked))
        self.assertIn(q.Severity.ERROR, [finding.severity for finding in found])
        table = (DATA / "survey-after.csv").read_bytes()
        imported = q.import_answers(SURVEY, table, q.ImportOptions(phase="after"))
        checked = form.check_answers(table, q.ImportOptions(phase="after"))
        self.assertEqual(checked, q.CheckedAnswers(rows=imported.rows, findings=imported.findings))

    def test_a_survey_moves_the_line_that_promises_it(self) -> None:
        line = q.SurveyLine(entry="s1", line="t1", on=date(2024, 10, 20), author="aida")
        draft = q.draft_satisfaction(SURVEY, answers("after"), line)
        assert draft is not None
        stamp = q.Stamp(device="a", now="2024-10-20T09:30:00.000Z", salt="0123456789abcdef")
        written = q.record_entry(b"", draft, stamp).line
        self.assertIn('"numerator":"38"', written)
        self.assertIsNone(q.draft_satisfaction(SURVEY, [], line))

    def test_every_statistic_has_one_door(self) -> None:
        self.assertIn("proportion_ci", q.statistic_methods())
        with self.assertRaises(q.QoldauError):
            q.statistic('{"method": "none", "input": {}}')
        with self.assertRaises(q.QoldauError) as raised:
            q.count_answers(SURVEY, b"", '{"smallest": "5"}')
        self.assertEqual((raised.exception.code, raised.exception.path), ("INP001", "/options/smallest"))
        size = q.sample_size(Decimal("0.05"), Decimal("0.8"), Decimal("0.95"), [150])
        self.assertLess(size.by_population[0].n, 150)


class People(unittest.TestCase):
    def test_from_the_list_to_the_people_reached(self) -> None:
        self.assertEqual(len(q.guess_columns(LIST.encode()).columns), 4)
        table = q.import_people(LIST.encode())
        self.assertEqual([person.id for person in table.people], ["1", "2", "3"])
        phone = [q.MatchField.PHONE, q.MatchField.GIVEN_NAME]
        rule = q.MatchRule(id="phone", agree=phone, verdict=q.PairVerdict.SAME)
        found = q.find_duplicates(table.people, q.DuplicateOptions(rules=[rule], evidence=True))
        self.assertEqual((found.rows, found.persons, found.people), (3, 2, [["1", "2"]]))
        self.assertEqual(found.pairs[0].origin, q.VerdictOrigin.RULE(rule="phone"))
        self.assertTrue(q.say_match_field(found.pairs[0].evidence[0].field, q.Language.KAZAKH))

        day = date(2024, 9, 15)
        facts = [
            q.PersonFacts(person="p1", birth=q.Birth.EXACT(date=date(2008, 6, 14)), settlement="Ақтау"),
            q.PersonFacts(person="p2", settlement="Жаңаөзен"),
        ]
        came = [("e1", "p1"), ("e1", "p2"), ("e2", "p1")]
        question = q.ReachQuestion(
            period=q.DateRange(start=date(2024, 1, 1), end=date(2024, 12, 31)),
            events=[],
            ages=[q.AgeGroup(name="youth", from_age=14, below=35)],
            by=[q.ReachDimension.AGE],
        )
        reach = q.count_reach(
            facts,
            [q.Attendance(event=event, on=day, person=person) for event, person in came],
            [q.Headcount(event="e3", on=day, total=10)],
            question,
        )
        self.assertEqual((reach.persons_listed, reach.persons_at_least, reach.persons_at_most), (2, 10, 12))
        youth = [row for row in reach.rows if row.values == [q.ReachValue.IS(value="youth")]]
        unknown = [row for row in reach.rows if row.values == [q.ReachValue.UNKNOWN()]]
        self.assertEqual([(row.participations, row.persons) for row in youth + unknown], [(2, 1), (1, 1)])

    def test_cells_are_read(self) -> None:
        phones = q.read_phones("8 (700) 000-00-01, мама +7 700 000 00 02")
        self.assertEqual([phone.number.reveal() for phone in phones], ["+77000000001", "+77000000002"])
        self.assertEqual(q.read_birth("14.06.08", 2024), q.Birth.EXACT(date=date(2008, 6, 14)))
        self.assertEqual(q.read_birth("2008", 2024), q.Birth.YEAR_ONLY(year=2008))
        self.assertIsNone(q.read_birth("31.02.2008", 2024))
        ages = q.age_on(q.Birth.YEAR_ONLY(year=2008), date(2024, 6, 14))
        self.assertEqual(ages and (ages.least, ages.most), (15, 16))
        self.assertEqual(q.read_iin("123"), q.IinRead.IMPLAUSIBLE(fault=q.NumberFault.NOT_TWELVE_DIGITS))


def registered(listed: q.ListedPerson) -> list[object]:
    """Everything of a registry and of keys that holds a person or a secret."""
    key = q.HostKey(id="k1", secret=q.PersonalText("000101" * 10))
    keys = q.linkage_keys([listed], key)
    assert [pair.likeness for pair in q.match_keys(keys, keys, 0.8)] == [1.0]
    known = q.RegisteredPerson(
        id="p1",
        name=q.PersonName("Құпия Адам"),
        birth=q.Birth.YEAR_ONLY(year=2008),
        phone=q.PhoneNumber("+77000000001"),
        email=q.EmailAddress("sa@example.kz"),
        iin=q.Iin("000101300009"),
    )
    registry = q.Registry(format="qoldau-registry/1.0", persons=[known], organisations=[])
    held, erased = q.export_person(registry, b"", "p1"), q.erase_person(registry, b"", "p1")
    assert (len(held.records), len(erased.registry.persons)) == (1, 0)
    assert q.pseudonyms_of(key, ["p1"])[0].from_id == "p1"
    return [key, known, registry, held, erased, *keys, *q.registry_facts(registry)]


class Silence(unittest.TestCase):
    def test_answers_and_lists_print_silently(self) -> None:
        secrets = ["Құпия", "А1407", "700 000", "77000", "2008", "000101", "sa@example", "(6, 14)", "6, 14"]
        words, code = q.FreeText("Құпия сөз"), q.PersonCode("А1407")
        answer = q.Answer.TEXT(text=words)
        response = q.Response(id="r1", code=code, answers={"wishes": answer})
        imported = q.Imported(responses=[response], response_rows=[1], columns=[], rows=1, findings=[])
        session = q.FocusGroup(id="f1", title=q.Wording(), on=date(2024, 9, 15), moderator=q.PersonName("Құпия"))
        person = q.ListedPerson(
            id="1",
            name=q.PersonName("Құпия Адам"),
            phone=q.Phone("8 700 000 00 01"),
            birth=q.PersonalText("14.06.2008"),
            iin=q.PersonalText("000101300009"),
            email=q.PersonalText("sa@example.kz"),
        )
        table = q.PeopleTable(people=[person], facts=[], days=[], columns=[], findings=[])
        born = date(2008, 6, 14)
        births = [q.Birth.EXACT(date=born), q.Birth.ESTIMATED(date=born), q.Birth.YEAR_ONLY(year=2008)]
        facts = [q.PersonFacts(person="p1", birth=birth) for birth in births]
        iin = q.read_iin("000101300009")
        assert iin.is_PLAUSIBLE()
        phones = q.read_phones("8 700 000 00 01")
        texts = [words, code, q.PersonalText("2008"), q.Iin("000101300009"), q.Bin("000101"), q.PhoneNumber("+77000")]
        more = [q.EmailAddress("sa@example.kz"), q.KatoPlace("000101000"), q.LinkageBits("000101")]
        records = [answer, response, imported, session, person, table, *births, *facts, iin, *phones, *registered(person)]
        for record in [*texts, *more, *records]:
            for text in [str(record), repr(record), f"{record}", f"{[record]}"]:
                self.assertFalse([s for s in secrets if s in text], f"{type(record).__name__}: {text}")
        self.assertIn("FreeText(…)", str(response))
        self.assertEqual((words.reveal(), code.reveal()), ("Құпия сөз", "А1407"))
        self.assertEqual(q.response_from_json(q.response_to_json(response)), response)


if __name__ == "__main__":
    unittest.main()

"""The calls of surveys and of people on lists, as the conformance vectors make them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Callable, Optional

import qoldau as q

if TYPE_CHECKING:
    from vectors import Arguments

Call = Callable[["Arguments"], str]


def questionnaire(a: Arguments, name: str = "questionnaire") -> q.Questionnaire:
    return q.questionnaire_from_json(a.json(name))


def form(a: Arguments) -> tuple[q.Questionnaire, list[q.Response]]:
    return questionnaire(a), q.responses_from_json(a.json("responses"))


def paper(a: Arguments) -> tuple[q.Questionnaire, q.Tally]:
    return questionnaire(a), q.tally_from_json(a.json("tally"))


def phase(a: Arguments) -> Optional[str]:
    named: Optional[str] = a.optional("phase", q.id_from_json)
    return named


def scoring(a: Arguments) -> Optional[q.ScoreOptions]:
    options: Optional[q.ScoreOptions] = a.optional("options", q.score_options_from_json)
    return options


def pair(a: Arguments) -> tuple[str, str]:
    return q.id_from_json(a.json("first")), q.id_from_json(a.json("second"))


def an_id(a: Arguments, name: str) -> str:
    return q.id_from_json(a.json(name))


def number(a: Arguments, name: str, otherwise: Optional[int] = None) -> int:
    """A whole number; one that is missing is what the typed call would not let pass."""
    given = a.given.get(name)
    if given is None and otherwise is None:
        q.text_from_json("null")
    return int(otherwise or 0) if given is None else int(given)


def line(a: Arguments) -> q.SurveyLine:
    return q.survey_line_from_json(a.json("line"))


def maybe(value: Any, write: Callable[[Any], str]) -> str:
    return "null" if value is None else write(value)


def import_answers(a: Arguments) -> str:
    options = a.optional("options", q.import_options_from_json)
    return q.imported_to_json(q.import_answers(questionnaire(a), a.bytes("bytes"), options))


def draft_focus_group(a: Arguments) -> str:
    session, author = q.focus_group_from_json(a.json("session")), a.text("author")
    draft = q.draft_focus_group(session, an_id(a, "entry"), an_id(a, "activity"), author)
    return maybe(draft, q.draft_to_json)


def sample_size(a: Arguments) -> str:
    margin, share, level = (q.amount_from_json(a.json(name)) for name in ("margin", "share", "level"))
    populations: list[int] = a.given.get("populations") or []
    effect, answering = (a.optional(name, q.amount_from_json) for name in ("designEffect", "responseRate"))
    return q.sample_size_to_json(q.sample_size(margin, share, level, populations, effect, answering))


def sample_margin(a: Arguments) -> str:
    share, level = (q.amount_from_json(a.json(name)) for name in ("share", "level"))
    population, effect = a.given.get("population"), a.optional("designEffect", q.amount_from_json)
    return q.canonical_json(json.dumps(q.sample_margin(number(a, "answered", 0), share, level, population, effect)))


def link_codes(a: Arguments) -> str:
    first, second = (q.person_codes_from_json(a.json(name)) for name in ("first", "second"))
    return q.code_links_to_json(q.link_codes(first, second, number(a, "mostDifferences", 0)))


def say_findings(a: Arguments, say: Callable[[list[q.Finding], q.Language], list[q.FindingRow]]) -> str:
    return q.finding_rows_to_json(say(q.findings_from_json(a.json("findings")), a.language))


def count_reach(a: Arguments) -> str:
    people = q.person_facts_from_json(a.json("people"))
    attendances = q.attendances_from_json(a.json("attendances"))
    headcounts = q.headcounts_from_json(a.json("headcounts"))
    question = q.reach_question_from_json(a.json("question"))
    return q.reach_to_json(q.count_reach(people, attendances, headcounts, question))


def shown_reach(a: Arguments) -> str:
    people, attendances = q.person_facts_from_json(a.json("people")), q.attendances_from_json(a.json("attendances"))
    headcounts, question = q.headcounts_from_json(a.json("headcounts")), q.reach_question_from_json(a.json("question"))
    policy = a.optional("policy", q.reach_policy_from_json)
    return q.shown_reach_to_json(q.shown_reach(people, attendances, headcounts, question, policy))


def pair_lists(a: Arguments) -> str:
    first, second = (q.listed_people_from_json(a.json(name)) for name in ("first", "second"))
    return q.list_pairing_to_json(q.pair_lists(first, second, a.optional("options", q.duplicate_options_from_json)))


def find_duplicates(a: Arguments) -> str:
    people, options = q.listed_people_from_json(a.json("people")), a.optional("options", q.duplicate_options_from_json)
    return q.duplicates_to_json(q.find_duplicates(people, options))


def import_people(a: Arguments) -> str:
    columns = a.optional("columns", q.column_choices_from_json)
    return q.people_table_to_json(q.import_people(a.bytes("bytes"), columns))


CALLS: dict[str, Call] = {
    "readQuestionnaire": lambda a: q.questionnaire_to_json(q.read_questionnaire(a.bytes("bytes"))),
    "writeQuestionnaire": lambda a: q.text_to_json(q.write_questionnaire(questionnaire(a))),
    "questionnaireDigest": lambda a: q.text_to_json(q.questionnaire_digest(questionnaire(a))),
    "lintQuestionnaire": lambda a: q.findings_to_json(q.lint_questionnaire(questionnaire(a))),
    "lintPhases": lambda a: q.findings_to_json(q.lint_phases(questionnaire(a, "first"), questionnaire(a, "second"))),
    "saySurveyFindings": lambda a: say_findings(a, q.say_survey_findings),
    "responseState": lambda a: q.response_state_to_json(
        q.response_state(questionnaire(a), q.response_from_json(a.json("response")))
    ),
    "checkResponses": lambda a: q.findings_to_json(q.check_responses(*form(a))),
    "readResponses": lambda a: q.responses_to_json(q.read_responses(a.bytes("bytes"))),
    "writeResponses": lambda a: q.text_to_json(q.write_responses(q.responses_from_json(a.json("responses")))),
    "importAnswers": import_answers,
    "readTally": lambda a: q.tally_to_json(q.read_tally(a.bytes("bytes"))),
    "checkTally": lambda a: q.findings_to_json(q.check_tally(*paper(a))),
    "checkFocusGroup": lambda a: q.findings_to_json(
        q.check_focus_group(q.focus_group_from_json(a.json("session")))
    ),
    "scorePhase": lambda a: q.phase_scores_to_json(q.score_phase(*form(a), phase(a), scoring(a))),
    "sayPhase": lambda a: q.text_to_json(q.say_phase(*form(a), a.language, phase(a), scoring(a))),
    "scoreTally": lambda a: q.phase_scores_to_json(q.score_tally(*paper(a), scoring(a))),
    "sayTally": lambda a: q.text_to_json(q.say_tally(*paper(a), a.language, scoring(a))),
    "comparePhases": lambda a: q.comparison_to_json(q.compare_phases(*form(a), *pair(a), scoring(a))),
    "sayComparison": lambda a: q.text_to_json(q.say_comparison(*form(a), *pair(a), a.language, scoring(a))),
    "satisfaction": lambda a: maybe(q.satisfaction(*form(a), scoring(a)), q.satisfaction_score_to_json),
    "saySatisfaction": lambda a: maybe(q.say_satisfaction(*form(a), a.language, scoring(a)), q.text_to_json),
    "tallySatisfaction": lambda a: maybe(
        q.tally_satisfaction(*paper(a), scoring(a)), q.satisfaction_score_to_json
    ),
    "sayTallySatisfaction": lambda a: maybe(
        q.say_tally_satisfaction(*paper(a), a.language, scoring(a)), q.text_to_json
    ),
    "stackedBars": lambda a: maybe(
        q.stacked_bars(*form(a), an_id(a, "list"), a.language, phase(a), scoring(a)), q.text_to_json
    ),
    "tallyBars": lambda a: maybe(
        q.tally_bars(*paper(a), an_id(a, "list"), a.language, scoring(a)), q.text_to_json
    ),
    "surveySection": lambda a: q.report_section_to_json(q.survey_section(*form(a), a.language, scoring(a))),
    "tallySection": lambda a: q.report_section_to_json(q.tally_section(*paper(a), a.language, scoring(a))),
    "dumbbells": lambda a: maybe(q.dumbbells(*form(a), *pair(a), a.language, scoring(a)), q.text_to_json),
    "draftSatisfaction": lambda a: maybe(q.draft_satisfaction(*form(a), line(a), scoring(a)), q.draft_to_json),
    "draftTallySatisfaction": lambda a: maybe(
        q.draft_tally_satisfaction(*paper(a), line(a), scoring(a)), q.draft_to_json
    ),
    "draftPeople": lambda a: maybe(q.draft_people(*form(a), line(a), phase(a)), q.draft_to_json),
    "draftFocusGroup": draft_focus_group,
    "sampleSize": sample_size,
    "sampleMargin": sample_margin,
    "linkCodes": link_codes,
    "countAnswers": lambda a: q.count_answers(
        q.questionnaire_from_json(a.json("questionnaire")), a.bytes("bytes"), a.json("options")
    ),
    "statistic": lambda a: q.statistic(a.json("request")),
    "statisticMethods": lambda a: q.texts_to_json(q.statistic_methods()),
    "readIin": lambda a: q.iin_read_to_json(q.read_iin(a.text("text"))),
    "readBin": lambda a: q.bin_read_to_json(q.read_bin(a.text("text"))),
    "readPhones": lambda a: q.phones_to_json(q.read_phones(a.text("text"))),
    "readBirth": lambda a: maybe(q.read_birth(a.text("text"), number(a, "latest")), q.birth_to_json),
    "ageOn": lambda a: maybe(
        q.age_on(q.birth_from_json(a.json("birth")), q.iso_date_from_json(a.json("day"))), q.age_bounds_to_json
    ),
    "guessColumns": lambda a: q.column_guess_to_json(q.guess_columns(a.bytes("bytes"))),
    "importPeople": import_people,
    "findDuplicates": find_duplicates,
    "pairLists": pair_lists,
    "countReach": count_reach,
    "shownReach": shown_reach,
    "sayPeopleFindings": lambda a: say_findings(a, q.say_people_findings),
    "sayMatchField": lambda a: q.text_to_json(
        q.say_match_field(q.match_field_from_json(a.json("field")), a.language)
    ),
    "sayAgreement": lambda a: q.text_to_json(
        q.say_agreement(q.agreement_from_json(a.json("agreement")), a.language)
    ),
    "sayUnsureReason": lambda a: q.text_to_json(
        q.say_unsure_reason(q.unsure_reason_from_json(a.json("reason")), a.language)
    ),
}

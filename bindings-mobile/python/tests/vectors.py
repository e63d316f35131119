"""The conformance vectors.

Every value is read into the language's own types, handed to the typed call, and the answer written back, so that the
records go through the language both ways.
"""

from __future__ import annotations

import base64
import builtins
import json
from pathlib import Path
from typing import Any, Callable, Optional

import qoldau as q
import registry_vectors
import survey_vectors

TOP = Path(__file__).resolve().parents[3]


def read(file: str) -> bytes:
    return (TOP / file).read_bytes()


class Arguments:
    def __init__(self, given: dict[str, Any]) -> None:
        self.given = given

    def json(self, name: str) -> str:
        """The JSON of an argument; ``{"file": …}`` is the JSON in that file, a missing one is null."""
        value = self.given.get(name)
        if isinstance(value, dict) and list(value) == ["file"]:
            return read(value["file"]).decode()
        # In canonical form: the text of a body of an unknown kind is passed on as it stands.
        return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    def optional(self, name: str, read: Callable[[str], Any]) -> Any:
        text = self.json(name)
        return None if text == "null" else read(text)

    def text(self, name: str) -> str:
        return q.text_from_json(self.json(name))

    def bytes(self, name: str) -> builtins.bytes:
        return self.bytes_of(self.given.get(name))

    def lists_of_bytes(self, name: str) -> list[builtins.bytes]:
        return [self.bytes_of(value) for value in self.given[name]]

    @staticmethod
    def bytes_of(value: Any) -> builtins.bytes:
        if isinstance(value, dict) and len(value) == 1:
            ((form, text),) = value.items()
            if form == "text":
                return str(text).encode()
            if form == "base64":
                return base64.b64decode(str(text))
            if form == "file":
                return read(text)
        return q.text_from_json("null").encode()

    @property
    def plan(self) -> q.Plan:
        return q.plan_from_json(self.json("plan"))

    @property
    def language(self) -> q.Language:
        return q.language_from_json(self.json("language"))

    @property
    def options(self) -> Optional[q.HoldOptions]:
        options: Optional[q.HoldOptions] = self.optional("options", q.hold_options_from_json)
        return options

    @property
    def issued(self) -> list[q.IssuedNumber]:
        return self.optional("issued", q.issued_numbers_from_json) or []


def read_annex(a: Arguments) -> str:
    return q.annex_read_to_json(q.read_annex(a.bytes("bytes"), a.optional("limits", q.read_limits_from_json)))


def excerpt(a: Arguments) -> str:
    place = q.place_from_json(a.json("place"))
    return q.text_to_json(q.excerpt(a.bytes("bytes"), place, a.optional("limits", q.read_limits_from_json)))


def pair(a: Arguments) -> str:
    activity = q.id_from_json(a.json("activity"))
    return q.plan_to_json(q.pair(a.plan, activity, q.pair_choices_from_json(a.json("choices"))))


def read_targets(a: Arguments) -> str:
    prefix, scope = q.id_from_json(a.json("prefix")), a.optional("nameScope", q.each_from_json)
    return q.targets_to_json(q.read_targets(a.text("text"), prefix, scope))


def read_due(a: Arguments) -> str:
    context = a.optional("context", q.due_context_from_json) or q.DueContext()
    return q.due_to_json(q.read_due(a.text("text"), context))


def read_scope(a: Arguments) -> str:
    scope = q.read_scope(a.text("text"))
    return "null" if scope is None else q.each_to_json(scope)


def check(a: Arguments) -> str:
    stage, policy = q.stage_from_json(a.json("stage")), a.optional("policy", q.policy_from_json)
    acknowledged = a.optional("acknowledged", q.acknowledgements_from_json) or []
    return q.check_result_to_json(q.check(a.plan, stage, policy, acknowledged))


def join_reading(a: Arguments) -> str:
    findings, checked = q.findings_from_json(a.json("findings")), q.check_result_from_json(a.json("checked"))
    policy = a.optional("policy", q.policy_from_json)
    return q.check_result_to_json(q.join_reading(findings, checked, policy))


def say_findings(a: Arguments) -> str:
    return q.finding_rows_to_json(q.say_findings(a.plan, q.findings_from_json(a.json("findings")), a.language))


def read_facts(a: Arguments) -> str:
    return q.facts_read_to_json(q.read_facts(a.bytes("bytes"), a.optional("limits", q.facts_limits_from_json)))


def held(a: Arguments) -> tuple[q.Plan, bytes, q.IsoDate]:
    return a.plan, a.bytes("journal"), q.iso_date_from_json(a.json("asOf"))


def assess_entries(a: Arguments) -> str:
    entries, as_of = q.entries_from_json(a.json("entries")), q.iso_date_from_json(a.json("asOf"))
    return q.held_to_json(q.assess_entries(a.plan, entries, as_of, a.options))


def in_base64(value: bytes) -> str:
    return q.text_to_json(base64.b64encode(value).decode())


def record_entry(a: Arguments) -> str:
    draft, stamp = q.draft_from_json(a.json("draft")), q.stamp_from_json(a.json("stamp"))
    return q.recorded_to_json(q.record_entry(a.bytes("journal"), draft, stamp))


def read_journal(a: Arguments) -> str:
    limits = a.optional("limits", q.facts_limits_from_json)
    return q.journal_contents_to_json(q.read_journal(a.bytes("journal"), limits))


def write_journal(a: Arguments) -> str:
    plan, entries = a.optional("plan", q.id_from_json), q.envelopes_from_json(a.json("entries"))
    return in_base64(q.write_journal(plan, entries, q.journal_form_from_json(a.json("form"))))


def merge_journals(a: Arguments) -> str:
    form, limits = q.journal_form_from_json(a.json("form")), a.optional("limits", q.facts_limits_from_json)
    return q.merged_journals_to_json(q.merge_journals(a.lists_of_bytes("journals"), form, limits))


def review_packages(a: Arguments) -> str:
    as_of = q.iso_date_from_json(a.json("asOf"))
    reviews = q.review_packages(a.lists_of_bytes("packages"), a.bytes("journal"), as_of, a.options)
    return q.reviews_to_json(reviews)


def amendment(a: Arguments) -> tuple[q.Plan, q.Plan, q.Amendment]:
    return a.plan, q.plan_from_json(a.json("amended")), q.amendment_from_json(a.json("amendment"))


def editions(a: Arguments) -> tuple[q.Plan, q.Plan]:
    return q.plan_from_json(a.json("older")), q.plan_from_json(a.json("newer"))


def packages(a: Arguments) -> tuple[bytes, bytes, Optional[q.SubmissionStanding]]:
    return a.bytes("before"), a.bytes("now"), a.optional("submission", q.submission_standing_from_json)


def assess_json(a: Arguments) -> str:
    as_of = q.iso_date_from_json(a.json("asOf"))
    return q.text_to_json(q.assess_json(a.bytes("plan"), a.bytes("journal"), as_of, a.options))


def packages_fit(a: Arguments) -> str:
    return "true" if q.package_fits(a.bytes("bytes"), a.text("digest")) else "false"


def render_report(a: Arguments) -> str:
    form = q.report_form_from_json(a.json("form"))
    return q.text_to_json(q.render_report(*held(a), a.language, form, a.options))


def render_register(a: Arguments) -> str:
    form = q.register_form_from_json(a.json("form"))
    return q.text_to_json(q.render_register(*held(a), a.language, form, a.issued, a.options))


def read_bundle(a: Arguments) -> str:
    form, limits = q.journal_form_from_json(a.json("form")), a.optional("limits", q.bundle_limits_from_json)
    return q.bundle_contents_to_json(q.read_bundle(a.bytes("bytes"), form, limits))


def write_bundle(a: Arguments) -> str:
    plans = q.plans_from_json(a.json("plans"))
    present = a.optional("present", q.texts_from_json) or []
    limits = a.optional("limits", q.facts_limits_from_json)
    return q.written_bundle_to_json(q.write_bundle(plans, a.bytes("journal"), present, limits))


def verify_heads(a: Arguments) -> str:
    heads, keys = q.signed_heads_from_json(a.json("heads")), q.device_keys_from_json(a.json("keys"))
    return q.findings_to_json(q.verify_heads(a.bytes("journal"), heads, keys))


CALLS: dict[str, Callable[[Arguments], str]] = {
    "readAnnex": read_annex,
    "excerpt": excerpt,
    "pair": pair,
    "readPlan": lambda a: q.plan_to_json(q.read_plan(a.bytes("bytes"))),
    "writePlan": lambda a: q.text_to_json(q.write_plan(a.plan)),
    "readTargets": read_targets,
    "printTargets": lambda a: q.text_to_json(q.print_targets(q.targets_from_json(a.json("targets")), a.language)),
    "readDue": read_due,
    "printDue": lambda a: q.text_to_json(q.print_due(q.due_from_json(a.json("due")), a.language)),
    "readKind": lambda a: q.indicator_kind_to_json(q.read_kind(a.text("text"))),
    "readUnit": lambda a: q.unit_word_to_json(q.read_unit(a.text("text"))),
    "readScope": read_scope,
    "readRequires": lambda a: q.requires_to_json(q.read_requires(a.text("text"))),
    "sayQuestion": lambda a: q.text_to_json(q.say_question(q.question_from_json(a.json("question")), a.language)),
    "sayAnswer": lambda a: q.text_to_json(q.say_answer(a.text("answer"), a.language)),
    "answersTo": lambda a: q.answer_form_to_json(q.answers_to(q.question_from_json(a.json("question")))),
    "check": check,
    "joinReading": join_reading,
    "sayFindings": say_findings,
    "readFacts": read_facts,
    "writeEntry": lambda a: q.text_to_json(q.write_entry(q.entry_from_json(a.json("entry")))),
    "assess": lambda a: q.held_to_json(q.assess(*held(a), a.options)),
    "assessEntries": assess_entries,
    "evidenceOf": lambda a: q.journal_evidence_to_json(q.evidence_of(*held(a))),
    "assessJson": assess_json,
    "journalHeader": lambda a: q.text_to_json(q.journal_header(a.optional("plan", q.id_from_json))),
    "recordEntry": record_entry,
    "nextClock": lambda a: q.text_to_json(q.next_clock(a.text("now"), a.optional("newest", q.text_from_json))),
    "readJournal": read_journal,
    "writeJournal": write_journal,
    "mergeJournals": merge_journals,
    "conflictsOf": lambda a: q.journal_conflicts_to_json(q.conflicts_of(a.bytes("journal"))),
    "verifyJournal": lambda a: q.verification_to_json(q.verify_journal(a.bytes("journal"))),
    "reconcilePlans": lambda a: q.reconciliation_to_json(q.reconcile_plans(*amendment(a))),
    "renderReconciliation": lambda a: q.text_to_json(q.render_reconciliation(*amendment(a), a.language)),
    "amendPlan": lambda a: q.amended_to_json(q.amend_plan(*amendment(a))),
    "diffPlans": lambda a: q.plan_diff_to_json(q.diff_plans(*editions(a))),
    "renderPlanDiff": lambda a: q.text_to_json(q.render_plan_diff(*editions(a), a.language)),
    "reviewJournal": lambda a: q.reviews_to_json(q.review_journal(*held(a), a.options)),
    "freezePackage": lambda a: q.frozen_package_to_json(q.freeze_package(*held(a), a.options)),
    "readPackage": lambda a: q.package_to_json(q.read_package(a.bytes("bytes"))),
    "packageDigest": lambda a: q.text_to_json(q.package_digest(a.bytes("bytes"))),
    "packageFits": packages_fit,
    "writeSubmission": lambda a: q.written_submission_to_json(
        q.write_submission(a.bytes("frozen"), a.bytes("journal"))
    ),
    "openSubmission": lambda a: q.opened_submission_to_json(q.open_submission(a.bytes("bytes"))),
    "reviewPackages": review_packages,
    "diffPackages": lambda a: q.package_diff_to_json(q.diff_packages(*packages(a))),
    "sayPackageDiff": lambda a: q.text_to_json(q.say_package_diff(*packages(a), a.language)),
    "readBundle": read_bundle,
    "writeBundle": write_bundle,
    "deviceKey": lambda a: q.device_key_to_json(q.device_key(a.text("device"), a.bytes("secret"))),
    "signHead": lambda a: q.written_head_to_json(q.sign_head(a.bytes("journal"), a.text("device"), a.bytes("secret"))),
    "verifyHeads": verify_heads,
    "report": lambda a: q.report_to_json(q.report(*held(a), a.language, a.options)),
    "renderReport": render_report,
    "register": lambda a: q.register_to_json(q.register(*held(a), a.language, a.issued, a.options)),
    "renderRegister": render_register,
    "defaultPolicy": lambda a: q.policy_to_json(q.default_policy()),
    "reportStyle": lambda a: q.report_style_to_json(q.report_style()),
    "formatAmount": lambda a: q.text_to_json(q.format_amount(q.amount_from_json(a.json("amount")), a.language)),
    "formatDate": lambda a: q.text_to_json(q.format_date(q.iso_date_from_json(a.json("date")), a.language)),
    "quantity": lambda a: q.text_to_json(
        q.quantity(q.amount_from_json(a.json("amount")), a.text("unit"), a.language)
    ),
    "compareText": lambda a: str(q.compare_text(a.text("left"), a.text("right"), a.language)),
    "version": lambda a: q.text_to_json(q.version()),
    **survey_vectors.CALLS,
    **registry_vectors.CALLS,
}


def given(vector: dict[str, Any]) -> str:
    try:
        return CALLS[vector["call"]](Arguments(vector["input"]))
    except q.QoldauError as error:
        return error.code


def promised(vector: dict[str, Any]) -> str:
    if "error" in vector:
        return str(vector["error"])
    if "outputFile" in vector:
        return read(vector["outputFile"]).decode()
    return q.canonical_json(json.dumps(vector["output"], ensure_ascii=False))


def run() -> tuple[int, list[str]]:
    """How many vectors ran, and which gave something else than promised."""
    count, wrong = 0, []
    for file in sorted((TOP / "tests/vectors").glob("*.json")):
        for vector in json.loads(file.read_text("utf-8")):
            count += 1
            was, should = given(vector), promised(vector)
            if was != should:
                wrong.append(f"{file.name}: {vector['name']}: {was[:300]} instead of {should[:300]}")
    return count, wrong

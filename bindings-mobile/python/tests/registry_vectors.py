"""The calls of the registry, of keys and parts, and of workbooks, as the conformance vectors make them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable

import qoldau as q

if TYPE_CHECKING:
    from vectors import Arguments

Call = Callable[["Arguments"], str]


def registry(a: Arguments) -> q.Registry:
    return q.registry_from_json(a.json("registry"))


def key(a: Arguments, name: str = "key") -> q.HostKey:
    return q.host_key_from_json(a.json(name))


def an_id(a: Arguments, name: str) -> str:
    return q.id_from_json(a.json(name))


def persons(a: Arguments) -> list[str]:
    return q.ids_from_json(a.json("persons"))


def import_workbook(a: Arguments) -> str:
    sheets = a.optional("sheets", q.sheet_columns_from_json) or []
    return q.workbook_people_to_json(q.import_workbook(a.bytes("bytes"), sheets))


def registry_facts(a: Arguments) -> str:
    decisions = a.optional("decisions", q.pair_decisions_from_json) or []
    return q.person_facts_to_json(q.registry_facts(registry(a), decisions))


def match_keys(a: Arguments) -> str:
    ours, theirs = (q.linkage_keys_from_json(a.json(name)) for name in ("ours", "theirs"))
    return q.linked_pairs_to_json(q.match_keys(ours, theirs, float(a.given["least"])))


def reach_part(a: Arguments) -> str:
    people, attendances = q.person_facts_from_json(a.json("people")), q.attendances_from_json(a.json("attendances"))
    headcounts, question = q.headcounts_from_json(a.json("headcounts")), q.reach_question_from_json(a.json("question"))
    return q.reach_part_to_json(q.reach_part(an_id(a, "key"), people, attendances, headcounts, question))


CALLS: dict[str, Call] = {
    "guessWorkbook": lambda a: q.sheet_guesses_to_json(q.guess_workbook(a.bytes("bytes"))),
    "importWorkbook": import_workbook,
    "readRegistry": lambda a: q.registry_to_json(q.read_registry(a.bytes("bytes"))),
    "writeRegistry": lambda a: q.text_to_json(q.write_registry(registry(a))),
    "checkRegistry": lambda a: q.findings_to_json(
        q.check_registry(registry(a), q.iso_date_from_json(a.json("on")))
    ),
    "registryFacts": registry_facts,
    "registryRows": lambda a: q.listed_people_to_json(q.registry_rows(registry(a))),
    "exportPerson": lambda a: q.person_export_to_json(
        q.export_person(registry(a), a.bytes("journal"), an_id(a, "person"))
    ),
    "erasePerson": lambda a: q.erased_person_to_json(
        q.erase_person(registry(a), a.bytes("journal"), an_id(a, "person"))
    ),
    "pseudonymsOf": lambda a: q.pseudonym_changes_to_json(q.pseudonyms_of(key(a), persons(a))),
    "rotatePseudonyms": lambda a: q.pseudonym_changes_to_json(
        q.rotate_pseudonyms(key(a, "old"), key(a, "new"), persons(a))
    ),
    "linkageKeys": lambda a: q.linkage_keys_to_json(
        q.linkage_keys(q.listed_people_from_json(a.json("people")), key(a))
    ),
    "matchKeys": match_keys,
    "reachPart": reach_part,
    "mergeReachParts": lambda a: q.reach_part_to_json(
        q.merge_reach_parts(q.reach_parts_from_json(a.json("parts")))
    ),
    "reachOfPart": lambda a: q.reach_to_json(q.reach_of_part(q.reach_part_from_json(a.json("part")))),
    "sketchPersons": lambda a: q.person_sketch_to_json(q.sketch_persons(an_id(a, "key"), persons(a))),
    "mergeSketches": lambda a: q.person_sketch_to_json(
        q.merge_sketches(q.person_sketches_from_json(a.json("sketches")))
    ),
    "estimateSketch": lambda a: str(q.estimate_sketch(q.person_sketch_from_json(a.json("sketch")))),
}

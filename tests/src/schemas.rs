//! JSON Schemas of the wire forms, generated from the types.

use qoldau_core::assess::Assessment;
use qoldau_core::facts::{
    Acceptance, Acknowledgement, Approval, Attachment, AttendanceRecord, EntryReview, Erasure, Event,
    EventIds, Evidence, HeadcountRecord, LinkCheck, PeopleCount, PersonDecision, PlanAdoption, PlanAmendment,
    ReachEstimate, Reading, Remark, Reply, Resolution, ReviewStep, Submission, VoidReason,
};
use qoldau_core::finding::Finding;
use qoldau_core::plan::{Plan, PlanReading, Policy};
use qoldau_core::survey::questionnaire::Questionnaire;
use qoldau_core::value::{Id, IsoDate};
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::{Value, json};

/// Every schema with its file's name. What comes in is described as it may come in, what only goes out as it goes out.
#[must_use]
pub fn all() -> Vec<(&'static str, String)> {
    vec![
        ("plan", text(&coming_in::<Plan>().to_value())),
        ("policy", text(&coming_in::<Policy>().to_value())),
        ("entry", text(&journal_line())),
        ("finding", text(&going_out::<Finding>().to_value())),
        ("survey", text(&coming_in::<Questionnaire>().to_value())),
        ("assessment", text(&going_out::<Assessment>().to_value())),
    ]
}

fn coming_in<T: JsonSchema>() -> Schema {
    SchemaSettings::draft2020_12().for_deserialize().into_generator().into_root_schema_for::<T>()
}

fn going_out<T: JsonSchema>() -> Schema {
    SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<T>()
}

fn text(schema: &Value) -> String {
    format!("{schema:#}\n")
}

/// A line of a journal: a header or an entry. The envelope is written out here, because the journal reads it by hand and
/// hands bodies of unknown kinds through; the bodies come from their types.
fn journal_line() -> Value {
    let generator = &mut SchemaSettings::draft2020_12().for_deserialize().into_generator();
    let facts = [
        ("event", generator.subschema_for::<Event>()),
        ("reading", generator.subschema_for::<Reading>()),
        ("evidence", generator.subschema_for::<Evidence>()),
        ("approval", generator.subschema_for::<Approval>()),
        ("planReading", generator.subschema_for::<PlanReading>()),
        ("acknowledgement", generator.subschema_for::<Acknowledgement>()),
        ("linkState", generator.subschema_for::<LinkCheck>()),
    ];
    let entries = [
        ("amend", amendment(&facts)),
        ("sameEvent", generator.subschema_for::<EventIds>()),
        ("splitEvent", generator.subschema_for::<EventIds>()),
        ("review", generator.subschema_for::<ReviewStep>()),
        ("void", generator.subschema_for::<VoidReason>()),
        ("attachEvidence", generator.subschema_for::<Attachment>()),
        ("detachEvidence", generator.subschema_for::<Attachment>()),
        ("erase", generator.subschema_for::<Erasure>()),
        ("planAdopted", generator.subschema_for::<PlanAdoption>()),
        ("planAmended", generator.subschema_for::<PlanAmendment>()),
        ("entryReview", generator.subschema_for::<EntryReview>()),
        ("submission", generator.subschema_for::<Submission>()),
        ("remark", generator.subschema_for::<Remark>()),
        ("reply", generator.subschema_for::<Reply>()),
        ("remarkResolved", generator.subschema_for::<Resolution>()),
        ("acceptance", generator.subschema_for::<Acceptance>()),
        ("attendance", generator.subschema_for::<AttendanceRecord>()),
        ("headcount", generator.subschema_for::<HeadcountRecord>()),
        ("personDecision", generator.subschema_for::<PersonDecision>()),
        ("peopleCount", generator.subschema_for::<PeopleCount>()),
        ("reachEstimate", generator.subschema_for::<ReachEstimate>()),
    ];
    let bodies: Vec<(&str, Schema)> = facts.into_iter().chain(entries).collect();
    let known: Vec<&str> = bodies.iter().map(|(kind, _)| *kind).collect();
    let kind = |(kind, body): &(&str, Schema)| json!({ "properties": { "kind": { "const": kind }, "body": { "anyOf": [body, erased()] } } });
    let mut kinds: Vec<Value> = bodies.iter().map(kind).collect();
    kinds.push(json!({
        "description": "A kind this version does not know; kept and passed on untouched, counted nowhere.",
        "properties": { "kind": { "not": { "enum": known } } }
    }));
    let envelope = envelope(generator, &kinds);
    let mut definitions = generator.take_definitions(true);
    // A body may hold a salt beside its fields.
    for (_, body) in &bodies {
        let name = body.get("$ref").and_then(Value::as_str).and_then(|path| path.rsplit('/').next());
        let fields = name.and_then(|name| definitions.get_mut(name)?.get_mut("properties")?.as_object_mut());
        if let Some(fields) = fields {
            fields.insert(SALT.into(), salt());
        }
    }
    definitions.insert("Header".into(), header());
    definitions.insert("Entry".into(), envelope);
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "JournalLine",
        "description": "One line of a journal: the header, which may recur so that files can be concatenated, or an entry.",
        "anyOf": [{ "$ref": "#/$defs/Header" }, { "$ref": "#/$defs/Entry" }],
        "$defs": definitions
    })
}

/// Name of the field that may lie in every body.
const SALT: &str = "salt";

fn salt() -> Value {
    json!({ "type": "string", "description": "Random text that makes the seal of the body tell nothing about it." })
}

fn erased() -> Value {
    json!({ "type": "null", "description": "What the entry said was erased." })
}

/// A fact told anew, in the place of the entries that the envelope replaces.
fn amendment(facts: &[(&str, Schema)]) -> Schema {
    let fact =
        |(kind, body): &(&str, Schema)| json!({ "properties": { "kind": { "const": kind }, "body": body } });
    schemars::json_schema!({
        "type": "object",
        "properties": {
            "kind": { "description": "What kind of fact it is." },
            "body": { "description": "The fact as it is now." },
            "reason": { "type": ["string", "null"], "description": "Why it was amended." },
            "salt": salt()
        },
        "required": ["kind", "body"],
        "additionalProperties": false,
        "oneOf": facts.iter().map(fact).collect::<Vec<_>>()
    })
}

fn header() -> Value {
    json!({
        "description": "The first line of a journal.",
        "type": "object",
        "properties": {
            "format": { "type": "string", "pattern": "^qoldau-journal/[0-9]+\\.[0-9]+$" },
            "plan": { "description": "Id of the plan that the following entries belong to.", "type": ["string", "null"] }
        },
        "required": ["format"],
        "additionalProperties": false
    })
}

fn envelope(generator: &mut SchemaGenerator, kinds: &[Value]) -> Value {
    let words = |description: &str| json!({ "type": ["string", "null"], "description": description });
    json!({
        "description": "One entry of a journal: the envelope with a fact in it.",
        "type": "object",
        "properties": {
            "id": generator.subschema_for::<Id>(),
            "on": generator.subschema_for::<IsoDate>(),
            "author": { "type": "string", "description": "Who recorded it, as the host names them: an id, not a name." },
            "kind": { "type": "string", "description": "What it says." },
            "body": { "description": "The fact, by kind." },
            "replaces": {
                "type": ["array", "null"],
                "items": generator.subschema_for::<Id>(),
                "description": "Ids of the entries it replaces; they count no longer from its day on."
            },
            "device": words("Device that recorded it."),
            "seq": { "type": ["integer", "null"], "minimum": 0, "maximum": u32::MAX, "description": "Number of the entry on its device." },
            "clock": words("Time of recording: text that sorts in order of time and opens with an ISO date."),
            "prev": words("Link to the entry before it on its device: the hash of that entry's envelope and seal."),
            "seal": words("Seal of its body: the hash of its salt and its canonical JSON.")
        },
        "required": ["id", "on", "author", "kind", "body"],
        "additionalProperties": false,
        "oneOf": kinds
    })
}

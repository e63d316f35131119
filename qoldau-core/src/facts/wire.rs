//! The wire form of an entry: one JSON object in the envelope of the journal.

use std::borrow::Cow;
use std::fmt;

use serde::de::Error as _;
use serde::ser::{Error as _, SerializeStruct};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;

use super::{Entry, Fact, FactsError, ReadingValue};
use crate::value::{Amount, Id, IsoDate};

/// The envelope with a body of any form: JSON text on the fast path, a tree when a fault is looked for.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "B: Deserialize<'de>"))]
pub(super) struct Envelope<'a, B> {
    id: Id,
    on: IsoDate,
    author: Box<str>,
    #[serde(borrow)]
    kind: Cow<'a, str>,
    body: B,
    #[serde(default, deserialize_with = "list_or_null")]
    replaces: Vec<Id>,
    #[serde(default)]
    device: Option<Box<str>>,
    #[serde(default)]
    seq: Option<u32>,
    #[serde(default)]
    clock: Option<Box<str>>,
    #[serde(default)]
    prev: Option<Box<str>>,
    #[serde(default)]
    seal: Option<Box<str>>,
}

impl<B> Envelope<'_, B> {
    /// The entry, its body read by `read`.
    pub(super) fn open<E>(self, read: impl FnOnce(&str, B) -> Result<Fact, E>) -> Result<Entry, E> {
        Ok(Entry {
            fact: read(&self.kind, self.body)?,
            id: self.id,
            on: self.on,
            author: self.author,
            replaces: self.replaces,
            device: self.device,
            seq: self.seq,
            clock: self.clock,
            prev: self.prev,
            seal: self.seal,
        })
    }
}

/// Reads the body of a known kind; nothing when this version does not know the kind.
pub(super) fn read_known<'de, D: Deserializer<'de>>(kind: &str, body: D) -> Option<Result<Fact, D::Error>> {
    fn read<'de, D, T>(body: D, fact: impl FnOnce(T) -> Fact) -> Result<Fact, D::Error>
    where
        D: Deserializer<'de>,
        T: Deserialize<'de>,
    {
        T::deserialize(body).map(fact)
    }
    Some(match kind {
        "event" => read(body, |body| Fact::Event { body }),
        "reading" => read(body, |body| Fact::Reading { body }),
        "evidence" => read(body, |body| Fact::Evidence { body }),
        "approval" => read(body, |body| Fact::Approval { body }),
        "planReading" => read(body, |body| Fact::PlanReading { body }),
        "acknowledgement" => read(body, |body| Fact::Acknowledgement { body }),
        "linkState" => read(body, |body| Fact::LinkState { body }),
        "sameEvent" => read(body, |body| Fact::SameEvent { body }),
        "splitEvent" => read(body, |body| Fact::SplitEvent { body }),
        "review" => read(body, |body| Fact::Review { body }),
        "void" => read(body, |body| Fact::Void { body }),
        _ => return None,
    })
}

/// Reads a body from its JSON text; the text of an unknown kind is kept as it stands.
fn read_body(kind: &str, body: &RawValue) -> Result<Fact, serde_json::Error> {
    read_known(kind, body)
        .unwrap_or_else(|| Ok(Fact::Other { name: kind.into(), body: RawBody(body.get().into()) }))
}

/// Reads an entry from the JSON text of one line.
pub(super) fn read_entry(line: &str) -> Result<Entry, serde_json::Error> {
    serde_json::from_str::<Envelope<'_, &RawValue>>(line)?.open(read_body)
}

impl<'de> Deserialize<'de> for Entry {
    /// Reads an entry from JSON, whatever the order of its fields. The text of a body of an unknown kind can only be
    /// kept where the input is JSON.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Envelope::<'de, Box<RawValue>>::deserialize(deserializer)?
            .open(|kind, body| read_body(kind, &body).map_err(D::Error::custom))
    }
}

/// The body of a kind this version does not know: JSON text, passed on as it stands. What it holds cannot be known,
/// so it prints silently.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct RawBody(Box<str>);

impl RawBody {
    /// Takes JSON text as it stands; whether it is JSON shows when the entry is written.
    #[must_use]
    pub fn new(json: &str) -> Self {
        Self(json.into())
    }

    /// The JSON text.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for RawBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RawBody(…)")
    }
}

impl Fact {
    /// The kind's name on the wire.
    #[must_use]
    pub fn kind(&self) -> &str {
        match self {
            Self::Event { .. } => "event",
            Self::Reading { .. } => "reading",
            Self::Evidence { .. } => "evidence",
            Self::Approval { .. } => "approval",
            Self::PlanReading { .. } => "planReading",
            Self::Acknowledgement { .. } => "acknowledgement",
            Self::LinkState { .. } => "linkState",
            Self::SameEvent { .. } => "sameEvent",
            Self::SplitEvent { .. } => "splitEvent",
            Self::Review { .. } => "review",
            Self::Void { .. } => "void",
            Self::Other { name, .. } => name,
        }
    }
}

/// The body alone, as it lies in the envelope.
struct Body<'a>(&'a Fact);

impl Serialize for Body<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Fact::Event { body } => body.serialize(serializer),
            Fact::Reading { body } => body.serialize(serializer),
            Fact::Evidence { body } => body.serialize(serializer),
            Fact::Approval { body } => body.serialize(serializer),
            Fact::PlanReading { body } => body.serialize(serializer),
            Fact::Acknowledgement { body } => body.serialize(serializer),
            Fact::LinkState { body } => body.serialize(serializer),
            Fact::SameEvent { body } | Fact::SplitEvent { body } => body.serialize(serializer),
            Fact::Review { body } => body.serialize(serializer),
            Fact::Void { body } => body.serialize(serializer),
            Fact::Other { body, .. } => {
                serde_json::from_str::<&RawValue>(&body.0).map_err(S::Error::custom)?.serialize(serializer)
            }
        }
    }
}

impl Serialize for Entry {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut envelope = serializer.serialize_struct("Entry", 11)?;
        envelope.serialize_field("id", &self.id)?;
        envelope.serialize_field("on", &self.on)?;
        envelope.serialize_field("author", &self.author)?;
        envelope.serialize_field("kind", self.fact.kind())?;
        envelope.serialize_field("body", &Body(&self.fact))?;
        envelope.serialize_field("replaces", &self.replaces)?;
        envelope.serialize_field("device", &self.device)?;
        envelope.serialize_field("seq", &self.seq)?;
        envelope.serialize_field("clock", &self.clock)?;
        envelope.serialize_field("prev", &self.prev)?;
        envelope.serialize_field("seal", &self.seal)?;
        envelope.end()
    }
}

/// The envelope in the order of RFC 8785.
#[derive(Serialize)]
struct Canonical<'a> {
    author: &'a str,
    body: Box<RawValue>,
    clock: Option<&'a str>,
    device: Option<&'a str>,
    id: &'a Id,
    kind: &'a str,
    on: IsoDate,
    prev: Option<&'a str>,
    replaces: &'a [Id],
    seal: Option<&'a str>,
    seq: Option<u32>,
}

/// Writes an entry as one line of canonical JSON (RFC 8785: names in order, no spaces), without the line's end.
///
/// Equal entries give equal lines. An absent optional is written `null`. The body of an unknown kind is passed on as
/// it stands; only line breaks between its tokens become spaces, so that the entry stays on one line.
///
/// # Errors
/// [`FactsError::BodyNotJson`] (`FCT004`) when the body of an unknown kind is not JSON.
pub fn write_entry(entry: &Entry) -> Result<String, FactsError> {
    canonical(entry).map_err(|_| FactsError::BodyNotJson)
}

fn canonical(entry: &Entry) -> Result<String, serde_json::Error> {
    let body = if let Fact::Other { body, .. } = &entry.fact {
        // JSON has no bare line break inside a text, so these stand between tokens.
        RawValue::from_string(body.0.replace(['\n', '\r'], " "))?
    } else {
        let mut body = serde_json::to_value(Body(&entry.fact))?;
        body.sort_all_objects();
        serde_json::value::to_raw_value(&body)?
    };
    serde_json::to_string(&Canonical {
        author: &entry.author,
        body,
        clock: entry.clock.as_deref(),
        device: entry.device.as_deref(),
        id: &entry.id,
        kind: entry.fact.kind(),
        on: entry.on,
        prev: entry.prev.as_deref(),
        replaces: &entry.replaces,
        seal: entry.seal.as_deref(),
        seq: entry.seq,
    })
}

/// Reads a list that may be missing or null, which is the empty list.
pub(super) fn list_or_null<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    deserializer: D,
) -> Result<Vec<T>, D::Error> {
    Ok(Option::deserialize(deserializer)?.unwrap_or_default())
}

/// All fields a reading's value may have. Read at once: finding the kind first would mean to buffer the others.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ValueFields {
    kind: ValueKind,
    #[serde(default)]
    amount: Option<Amount>,
    #[serde(default)]
    numerator: Option<Amount>,
    #[serde(default)]
    denominator: Option<Amount>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
enum ValueKind {
    Amount,
    Share,
    NotApplicable,
}

impl<'de> Deserialize<'de> for ReadingValue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        fn needed<E: serde::de::Error>(value: Option<Amount>, field: &'static str) -> Result<Amount, E> {
            value.ok_or_else(|| E::missing_field(field))
        }
        let ValueFields { kind, amount, numerator, denominator } = ValueFields::deserialize(deserializer)?;
        let foreign = |field: &str| Err(D::Error::unknown_field(field, &[]));
        match kind {
            ValueKind::Amount | ValueKind::NotApplicable if numerator.is_some() => foreign("numerator"),
            ValueKind::Amount | ValueKind::NotApplicable if denominator.is_some() => foreign("denominator"),
            ValueKind::Share | ValueKind::NotApplicable if amount.is_some() => foreign("amount"),
            ValueKind::Amount => Ok(Self::Amount { amount: needed(amount, "amount")? }),
            ValueKind::Share => Ok(Self::Share {
                numerator: needed(numerator, "numerator")?,
                denominator: needed(denominator, "denominator")?,
            }),
            ValueKind::NotApplicable => Ok(Self::NotApplicable {}),
        }
    }
}

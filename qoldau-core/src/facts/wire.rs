//! The wire form of an entry: one JSON object in the envelope of the journal.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{self, DeserializeSeed, Error as _, MapAccess, Visitor};
use serde::ser::{Error as _, SerializeStruct};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;

use super::amend::read_amended_fact;
use super::salt::{SALT, Salt, WithoutSalt};
use super::{Entry, Fact, FactsError, ReadingValue};
use crate::value::{Amount, Id, IsoDate};

/// The fields of the envelope.
#[derive(Deserialize)]
#[serde(field_identifier, rename_all = "camelCase")]
enum Field {
    Id,
    On,
    Author,
    Kind,
    Body,
    Replaces,
    Device,
    Seq,
    Clock,
    Prev,
    Seal,
}

/// A body taken as it stands: of a kind this version does not know, or met before the kind.
pub(super) trait AnyBody<'de>: Deserialize<'de> {
    /// What the body says under a kind. A salt in it is put aside.
    fn fact<E: de::Error>(self, kind: &str, salt: &mut Salt) -> Result<Fact, E>;

    /// The body as it stands, of a kind that this version does not know.
    fn untouched(self) -> RawBody;
}

impl<'de> AnyBody<'de> for &'de RawValue {
    fn fact<E: de::Error>(self, kind: &str, salt: &mut Salt) -> Result<Fact, E> {
        // Read again from its text, so that the compiler makes one reader of every body and not two.
        let mut body = serde_json::Deserializer::from_str(self.get());
        read_salted::<Self, _>(kind, &mut body, salt).map_err(E::custom)
    }

    fn untouched(self) -> RawBody {
        RawBody(self.get().into())
    }
}

impl AnyBody<'_> for Box<RawValue> {
    fn fact<E: de::Error>(self, kind: &str, salt: &mut Salt) -> Result<Fact, E> {
        (&*self).fact(kind, salt)
    }

    fn untouched(self) -> RawBody {
        (&*self).untouched()
    }
}

/// Reads the envelope. The body is read on the spot where the kind stands before it, as the canonical order has it.
pub(super) struct EntryVisitor<B>(PhantomData<B>);

impl<B> EntryVisitor<B> {
    /// A reader that takes bodies it cannot read on the spot as `B`.
    pub(super) const fn new() -> Self {
        Self(PhantomData)
    }
}

impl<'de, B: AnyBody<'de>> Visitor<'de> for EntryVisitor<B> {
    type Value = Entry;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an entry of a journal")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Entry, A::Error> {
        let (mut id, mut on, mut author) = (None, None, None);
        let mut kind: Option<Kind<'de>> = None;
        let (mut fact, mut early) = (None, None::<B>);
        let mut replaces: Option<Option<Vec<Id>>> = None;
        let (mut device, mut seq, mut clock, mut prev, mut seal) = (None, None, None, None, None);
        let mut salt = None;
        while let Some(field) = map.next_key()? {
            match field {
                Field::Id => put(&mut id, "id", &mut map)?,
                Field::On => put(&mut on, "on", &mut map)?,
                Field::Author => put(&mut author, "author", &mut map)?,
                Field::Kind => put(&mut kind, "kind", &mut map)?,
                Field::Body if fact.is_some() => return Err(A::Error::duplicate_field("body")),
                Field::Body => match &kind {
                    Some(Kind(kind)) => {
                        fact = Some(map.next_value_seed(BodySeed::<B>(kind, &mut salt, PhantomData))?);
                    }
                    None => put(&mut early, "body", &mut map)?,
                },
                Field::Replaces => put(&mut replaces, "replaces", &mut map)?,
                Field::Device => put(&mut device, "device", &mut map)?,
                Field::Seq => put(&mut seq, "seq", &mut map)?,
                Field::Clock => put(&mut clock, "clock", &mut map)?,
                Field::Prev => put(&mut prev, "prev", &mut map)?,
                Field::Seal => put(&mut seal, "seal", &mut map)?,
            }
        }
        let (id, on, author) = (needed(id, "id")?, needed(on, "on")?, needed(author, "author")?);
        let Kind(kind) = needed(kind, "kind")?;
        let fact = match (fact, early) {
            (Some(fact), None) => fact,
            (None, Some(early)) => early.fact(&kind, &mut salt)?,
            (None, None) => return Err(A::Error::missing_field("body")),
            (Some(_), Some(_)) => return Err(A::Error::duplicate_field("body")),
        };
        Ok(Entry {
            id,
            on,
            author,
            fact,
            replaces: replaces.flatten().unwrap_or_default(),
            device: device.flatten(),
            seq: seq.flatten(),
            clock: clock.flatten(),
            prev: prev.flatten(),
            seal: seal.flatten(),
            salt,
        })
    }
}

/// Takes the value of a field that may stand once.
pub(super) fn put<'de, A: MapAccess<'de>, T: Deserialize<'de>>(
    slot: &mut Option<T>,
    field: &'static str,
    map: &mut A,
) -> Result<(), A::Error> {
    if slot.is_some() {
        return Err(A::Error::duplicate_field(field));
    }
    *slot = Some(map.next_value()?);
    Ok(())
}

pub(super) fn needed<T, E: de::Error>(value: Option<T>, field: &'static str) -> Result<T, E> {
    value.ok_or_else(|| E::missing_field(field))
}

/// The kind's name, borrowed where the text has no escapes.
#[derive(Deserialize)]
#[serde(transparent)]
struct Kind<'a>(#[serde(borrow)] Cow<'a, str>);

/// Reads a body whose kind is known already.
struct BodySeed<'a, B>(&'a str, &'a mut Salt, PhantomData<B>);

impl<'de, B: AnyBody<'de>> DeserializeSeed<'de> for BodySeed<'_, B> {
    type Value = Fact;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Fact, D::Error> {
        let Self(kind, salt, _) = self;
        read_salted::<B, D>(kind, deserializer, salt)
    }
}

/// Reads a body that may be erased, and may hold a salt.
pub(super) fn read_salted<'de, B: AnyBody<'de>, D: Deserializer<'de>>(
    kind: &str,
    body: D,
    salt: &mut Salt,
) -> Result<Fact, D::Error> {
    body.deserialize_option(WholeOrErased::<B>(kind, salt, PhantomData))
}

/// Takes the body `null`, which is one that was erased, for what it is.
struct WholeOrErased<'a, B>(&'a str, &'a mut Salt, PhantomData<B>);

impl<'de, B: AnyBody<'de>> Visitor<'de> for WholeOrErased<'_, B> {
    type Value = Fact;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a body, or null where it was erased")
    }

    fn visit_none<E: de::Error>(self) -> Result<Fact, E> {
        Ok(Fact::Erased { name: self.0.into() })
    }

    fn visit_unit<E: de::Error>(self) -> Result<Fact, E> {
        self.visit_none()
    }

    fn visit_some<D: Deserializer<'de>>(self, body: D) -> Result<Fact, D::Error> {
        let Self(kind, salt, _) = self;
        // Of an unknown kind nothing is known, and its salt stays where it is.
        if Fact::is_known(kind) {
            read_known(kind, WithoutSalt::new(body, salt))
        } else {
            B::deserialize(body).map(|body| Fact::Other { name: kind.into(), body: body.untouched() })
        }
    }
}

/// Reads a body without a salt by its kind, which this version knows.
pub(super) fn read_known<'de, D: Deserializer<'de>>(
    kind: &str,
    body: WithoutSalt<'_, D>,
) -> Result<Fact, D::Error> {
    match kind {
        "event" => Deserialize::deserialize(body).map(|body| Fact::Event { body }),
        "reading" => Deserialize::deserialize(body).map(|body| Fact::Reading { body }),
        "evidence" => Deserialize::deserialize(body).map(|body| Fact::Evidence { body }),
        "approval" => Deserialize::deserialize(body).map(|body| Fact::Approval { body }),
        "planReading" => Deserialize::deserialize(body).map(|body| Fact::PlanReading { body }),
        "acknowledgement" => Deserialize::deserialize(body).map(|body| Fact::Acknowledgement { body }),
        "linkState" => Deserialize::deserialize(body).map(|body| Fact::LinkState { body }),
        "sameEvent" => Deserialize::deserialize(body).map(|body| Fact::SameEvent { body }),
        "splitEvent" => Deserialize::deserialize(body).map(|body| Fact::SplitEvent { body }),
        "review" => Deserialize::deserialize(body).map(|body| Fact::Review { body }),
        "void" => Deserialize::deserialize(body).map(|body| Fact::Void { body }),
        "amend" => read_amended_fact(body).map(|body| Fact::Amend { body }),
        "attachEvidence" => Deserialize::deserialize(body).map(|body| Fact::AttachEvidence { body }),
        "detachEvidence" => Deserialize::deserialize(body).map(|body| Fact::DetachEvidence { body }),
        "erase" => Deserialize::deserialize(body).map(|body| Fact::Erase { body }),
        "planAdopted" => Deserialize::deserialize(body).map(|body| Fact::PlanAdopted { body }),
        "planAmended" => Deserialize::deserialize(body).map(|body| Fact::PlanAmended { body }),
        "entryReview" => Deserialize::deserialize(body).map(|body| Fact::EntryReview { body }),
        "submission" => Deserialize::deserialize(body).map(|body| Fact::Submission { body }),
        "remark" => Deserialize::deserialize(body).map(|body| Fact::Remark { body }),
        "reply" => Deserialize::deserialize(body).map(|body| Fact::Reply { body }),
        "remarkResolved" => Deserialize::deserialize(body).map(|body| Fact::RemarkResolved { body }),
        "acceptance" => Deserialize::deserialize(body).map(|body| Fact::Acceptance { body }),
        _ => Err(D::Error::unknown_variant(kind, &[])),
    }
}

/// Reads an entry from the JSON text of one line.
pub(super) fn read_entry(line: &str) -> Result<Entry, serde_json::Error> {
    let mut line = serde_json::Deserializer::from_str(line);
    let entry = line.deserialize_map(EntryVisitor::<&RawValue>::new())?;
    line.end()?;
    Ok(entry)
}

impl<'de> Deserialize<'de> for Entry {
    /// Reads an entry from JSON, whatever the order of its fields. The text of a body of an unknown kind can only be
    /// kept where the input is JSON.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(EntryVisitor::<Box<RawValue>>::new())
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

impl Serialize for RawBody {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serde_json::from_str::<&RawValue>(&self.0).map_err(S::Error::custom)?.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for RawBody {
    /// Takes the JSON as it stands; it can only be kept where the input is JSON.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Box::<RawValue>::deserialize(deserializer).map(|json| Self(json.get().into()))
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
            Self::Amend { .. } => "amend",
            Self::AttachEvidence { .. } => "attachEvidence",
            Self::DetachEvidence { .. } => "detachEvidence",
            Self::Erase { .. } => "erase",
            Self::PlanAdopted { .. } => "planAdopted",
            Self::PlanAmended { .. } => "planAmended",
            Self::EntryReview { .. } => "entryReview",
            Self::Submission { .. } => "submission",
            Self::Remark { .. } => "remark",
            Self::Reply { .. } => "reply",
            Self::RemarkResolved { .. } => "remarkResolved",
            Self::Acceptance { .. } => "acceptance",
            Self::Erased { name } | Self::Other { name, .. } => name,
        }
    }

    /// Whether this version knows a kind.
    pub(crate) fn is_known(kind: &str) -> bool {
        KINDS.contains(&kind)
    }
}

/// The kinds this version knows.
const KINDS: [&str; 23] = [
    "event",
    "reading",
    "evidence",
    "approval",
    "planReading",
    "acknowledgement",
    "linkState",
    "sameEvent",
    "splitEvent",
    "review",
    "void",
    "amend",
    "attachEvidence",
    "detachEvidence",
    "erase",
    "planAdopted",
    "planAmended",
    "entryReview",
    "submission",
    "remark",
    "reply",
    "remarkResolved",
    "acceptance",
];

/// The body alone, as it lies in the envelope.
pub(super) struct Body<'a>(pub(super) &'a Fact);

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
            Fact::Amend { body } => body.serialize(serializer),
            Fact::AttachEvidence { body } | Fact::DetachEvidence { body } => body.serialize(serializer),
            Fact::Erase { body } => body.serialize(serializer),
            Fact::PlanAdopted { body } => body.serialize(serializer),
            Fact::PlanAmended { body } => body.serialize(serializer),
            Fact::EntryReview { body } => body.serialize(serializer),
            Fact::Submission { body } => body.serialize(serializer),
            Fact::Remark { body } => body.serialize(serializer),
            Fact::Reply { body } => body.serialize(serializer),
            Fact::RemarkResolved { body } => body.serialize(serializer),
            Fact::Acceptance { body } => body.serialize(serializer),
            Fact::Erased { .. } => serializer.serialize_unit(),
            Fact::Other { body, .. } => body.serialize(serializer),
        }
    }
}

/// The body with the salt that lies in it.
struct Salted<'a>(&'a Entry);

impl Serialize for Salted<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.salt.is_none() {
            return Body(&self.0.fact).serialize(serializer);
        }
        salted_body(self.0).map_err(S::Error::custom)?.serialize(serializer)
    }
}

/// The body as a value, with the salt in it.
fn salted_body(entry: &Entry) -> Result<serde_json::Value, serde_json::Error> {
    let mut body = serde_json::to_value(Body(&entry.fact))?;
    if let (serde_json::Value::Object(fields), Some(salt)) = (&mut body, &entry.salt) {
        fields.insert(SALT.into(), (&**salt).into());
    }
    Ok(body)
}

impl Serialize for Entry {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut envelope = serializer.serialize_struct("Entry", 11)?;
        envelope.serialize_field("id", &self.id)?;
        envelope.serialize_field("on", &self.on)?;
        envelope.serialize_field("author", &self.author)?;
        envelope.serialize_field("kind", self.fact.kind())?;
        envelope.serialize_field("body", &Salted(self))?;
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
/// it stands; only line feeds between its tokens become spaces, so that the entry stays on one line.
///
/// # Errors
/// [`FactsError::BodyNotJson`] (`FCT004`) when the body of an unknown kind is not JSON.
pub fn write_entry(entry: &Entry) -> Result<String, FactsError> {
    canonical(entry).map_err(|_| FactsError::BodyNotJson)
}

fn canonical(entry: &Entry) -> Result<String, serde_json::Error> {
    let body = if let Fact::Other { body, .. } = &entry.fact {
        // JSON has no bare line break inside a text, so these stand between tokens. A carriage return alone ends no
        // line of a journal and is passed on.
        RawValue::from_string(body.0.replace('\n', " "))?
    } else {
        RawValue::from_string(crate::json::canonical(&salted_body(entry)?)?)?
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

/// The greatest whole number that every reader of JSON keeps (RFC 7493, section 2.2).
const GREATEST: u64 = 9_007_199_254_740_991;

/// A size that every language can hold.
pub(super) fn size_in_bytes<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<u64>, D::Error> {
    let size = Option::<u64>::deserialize(deserializer)?;
    match size.filter(|size| *size > GREATEST) {
        Some(size) => Err(D::Error::invalid_value(de::Unexpected::Unsigned(size), &"a size below 2^53")),
        None => Ok(size),
    }
}

//! The wire form of an entry: one JSON object in the envelope of the journal.

use std::borrow::Cow;
use std::fmt;

use qoldau_derive::Decode;
use serde::ser::{Error as _, SerializeStruct};
use serde::{Serialize, Serializer};
use serde_json::value::RawValue;

use super::amend::read_amended_fact;
use super::salt::{SALT, Salt, WithoutSalt};
use super::{Entry, Fact, FactsError, ReadingValue};
use crate::json::{
    At, Decode, Field, Kept, Misfit, Shape, Source, deserialize_by_decode, list_or_null, put, put_with,
    read_text,
};
use crate::value::{Amount, Id, IsoDate};

/// The fields of the envelope.
const ENVELOPE: &Shape = &Shape {
    expected: "an entry of a journal",
    fields: &[
        Field { name: "id", optional: false },
        Field { name: "on", optional: false },
        Field { name: "author", optional: false },
        Field { name: "kind", optional: false },
        Field { name: "body", optional: false },
        Field { name: "replaces", optional: true },
        Field { name: "device", optional: true },
        Field { name: "seq", optional: true },
        Field { name: "clock", optional: true },
        Field { name: "prev", optional: true },
        Field { name: "seal", optional: true },
    ],
    open: false,
};

impl Decode for Entry {
    /// Reads an entry, whatever the order of its fields. The body is read on the spot where the kind stands before it;
    /// otherwise it is kept until the kind is known, as the canonical order has it.
    fn decode(source: &mut dyn Source<'_>) -> Result<Self, Misfit> {
        decode_entry(source)
    }
}

deserialize_by_decode!(Entry);

fn decode_entry<'de>(source: &mut dyn Source<'de>) -> Result<Entry, Misfit> {
    let (mut id, mut on, mut author) = (None, None, None);
    let mut kind: Option<Kind> = None;
    let (mut fact, mut early) = (None, None::<Kept<'de>>);
    let mut replaces: Option<Vec<Id>> = None;
    let mut device: Option<Option<Box<str>>> = None;
    let mut seq: Option<Option<u32>> = None;
    let (mut clock, mut prev, mut seal) = (None, None, None);
    let mut salt = None;
    source.object(ENVELOPE, None, &mut |at, value| match at {
        0 => put(&mut id, value),
        1 => put(&mut on, value),
        2 => put(&mut author, value),
        3 => put(&mut kind, value),
        4 => {
            match &kind {
                Some(kind) => fact = Some(read_salted(kind, value, &mut salt)?),
                None => early = Some(value.keep()?),
            }
            Ok(())
        }
        5 => put_with(&mut replaces, value, list_or_null),
        6 => put(&mut device, value),
        7 => put(&mut seq, value),
        8 => put(&mut clock, value),
        9 => put(&mut prev, value),
        _ => put(&mut seal, value),
    })?;
    let (Some(id), Some(on), Some(author), Some(kind)) = (id, on, author, kind) else {
        return Err(Misfit::lost());
    };
    let fact = match (fact, early) {
        (Some(fact), _) => fact,
        (None, Some(early)) => read_kept(&kind, &early, &mut salt)?,
        (None, None) => return Err(Misfit::lost()),
    };
    Ok(Entry {
        id,
        on,
        author,
        fact,
        replaces: replaces.unwrap_or_default(),
        device: device.flatten(),
        seq: seq.flatten(),
        clock: clock.flatten(),
        prev: prev.flatten(),
        seal: seal.flatten(),
        salt,
    })
}

/// The name of a kind: one that this version knows, or another one.
struct Kind(Cow<'static, str>);

impl Kind {
    /// The name, where this version knows it.
    fn known(&self) -> Option<&'static str> {
        match self.0 {
            Cow::Borrowed(name) => Some(name),
            Cow::Owned(_) => None,
        }
    }
}

impl Decode for Kind {
    fn decode(source: &mut dyn Source<'_>) -> Result<Self, Misfit> {
        let mut kind = Cow::Borrowed("");
        source.text("a string", &mut |text| {
            let known = KINDS.iter().find(|known| **known == text);
            kind = known.map_or_else(|| Cow::Owned(text.into()), |known| Cow::Borrowed(*known));
            Ok(())
        })?;
        Ok(Self(kind))
    }
}

/// Reads a body that was kept until its kind was known.
fn read_kept(kind: &Kind, body: &Kept<'_>, salt: &mut Salt) -> Result<Fact, Misfit> {
    let text = match body {
        Kept::Lent(body) => body.get(),
        Kept::Owned(body) => body.get(),
        // Told in full, and its words are not wanted.
        Kept::Branch(body) => {
            return read_salted(kind, &mut At(body), salt).map_err(|misfit| misfit.within("body"));
        }
    };
    read_text(text, &mut |source| read_salted(kind, source, salt)).map_err(|error| {
        // Its line and column are those of the body alone.
        let said = error.to_string();
        Misfit::value(&said.rsplit_once(" at line ").map_or(said.as_str(), |(said, _)| said))
    })
}

/// Reads a body that may be erased, which is null, and may hold a salt.
fn read_salted(kind: &Kind, body: &mut dyn Source<'_>, salt: &mut Salt) -> Result<Fact, Misfit> {
    let mut fact = None;
    body.option(&mut |body| {
        fact = Some(match kind.known() {
            Some(kind) => read_known(kind, &mut WithoutSalt::new(body, salt))?,
            // Of an unknown kind nothing is known, and its salt stays where it is.
            None => Fact::Other { name: (*kind.0).into(), body: RawBody::decode(body)? },
        });
        Ok(())
    })?;
    Ok(fact.unwrap_or_else(|| Fact::Erased { name: (*kind.0).into() }))
}

/// Reads a body without a salt by its kind, which this version knows.
pub(super) fn read_known(kind: &str, body: &mut dyn Source<'_>) -> Result<Fact, Misfit> {
    match kind {
        "event" => Decode::decode(body).map(|body| Fact::Event { body }),
        "reading" => Decode::decode(body).map(|body| Fact::Reading { body }),
        "evidence" => Decode::decode(body).map(|body| Fact::Evidence { body }),
        "approval" => Decode::decode(body).map(|body| Fact::Approval { body }),
        "planReading" => Decode::decode(body).map(|body| Fact::PlanReading { body }),
        "acknowledgement" => Decode::decode(body).map(|body| Fact::Acknowledgement { body }),
        "linkState" => Decode::decode(body).map(|body| Fact::LinkState { body }),
        "sameEvent" => Decode::decode(body).map(|body| Fact::SameEvent { body }),
        "splitEvent" => Decode::decode(body).map(|body| Fact::SplitEvent { body }),
        "review" => Decode::decode(body).map(|body| Fact::Review { body }),
        "void" => Decode::decode(body).map(|body| Fact::Void { body }),
        "amend" => read_amended_fact(body).map(|body| Fact::Amend { body }),
        "attachEvidence" => Decode::decode(body).map(|body| Fact::AttachEvidence { body }),
        "detachEvidence" => Decode::decode(body).map(|body| Fact::DetachEvidence { body }),
        "erase" => Decode::decode(body).map(|body| Fact::Erase { body }),
        "planAdopted" => Decode::decode(body).map(|body| Fact::PlanAdopted { body }),
        "planAmended" => Decode::decode(body).map(|body| Fact::PlanAmended { body }),
        "entryReview" => Decode::decode(body).map(|body| Fact::EntryReview { body }),
        "submission" => Decode::decode(body).map(|body| Fact::Submission { body }),
        "remark" => Decode::decode(body).map(|body| Fact::Remark { body }),
        "reply" => Decode::decode(body).map(|body| Fact::Reply { body }),
        "remarkResolved" => Decode::decode(body).map(|body| Fact::RemarkResolved { body }),
        "acceptance" => Decode::decode(body).map(|body| Fact::Acceptance { body }),
        "attendance" => Decode::decode(body).map(|body| Fact::Attendance { body }),
        "headcount" => Decode::decode(body).map(|body| Fact::Headcount { body }),
        "personDecision" => Decode::decode(body).map(|body| Fact::PersonDecision { body }),
        "peopleCount" => Decode::decode(body).map(|body| Fact::PeopleCount { body }),
        "reachEstimate" => Decode::decode(body).map(|body| Fact::ReachEstimate { body }),
        _ => Err(Misfit::unknown_word(&[])),
    }
}

/// Reads an entry from the JSON text of one line.
pub(super) fn read_entry(line: &str) -> Result<Entry, serde_json::Error> {
    read_text(line, &mut decode_entry)
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

impl Decode for RawBody {
    /// Takes the JSON as it stands; it can only be kept where the input is JSON. Of a tree its words are not wanted.
    fn decode(source: &mut dyn Source<'_>) -> Result<Self, Misfit> {
        Ok(match source.keep()? {
            Kept::Lent(body) => Self::new(body.get()),
            Kept::Owned(body) => Self(body.into()),
            Kept::Branch(_) => Self::new(""),
        })
    }
}

deserialize_by_decode!(RawBody);

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
            Self::Attendance { .. } => "attendance",
            Self::Headcount { .. } => "headcount",
            Self::PersonDecision { .. } => "personDecision",
            Self::PeopleCount { .. } => "peopleCount",
            Self::ReachEstimate { .. } => "reachEstimate",
            Self::Erased { name } | Self::Other { name, .. } => name,
        }
    }

    /// Whether this version knows a kind.
    pub(crate) fn is_known(kind: &str) -> bool {
        KINDS.contains(&kind)
    }
}

/// The kinds this version knows.
const KINDS: [&str; 28] = [
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
    "attendance",
    "headcount",
    "personDecision",
    "peopleCount",
    "reachEstimate",
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
            Fact::Attendance { body } => body.serialize(serializer),
            Fact::Headcount { body } => body.serialize(serializer),
            Fact::PersonDecision { body } => body.serialize(serializer),
            Fact::PeopleCount { body } => body.serialize(serializer),
            Fact::ReachEstimate { body } => body.serialize(serializer),
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
    let mut body = serde_json::from_str(&serde_json::to_string(&Body(&entry.fact))?)?;
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

/// An entry as it comes in, with its body as JSON text, whatever the body says. What goes out is [`Canonical`].
#[derive(Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Written {
    pub(crate) author: Box<str>,
    /// Text even where it is `null`, which only then is told from a body that is missing.
    pub(crate) body: RawBody,
    pub(crate) clock: Option<Box<str>>,
    pub(crate) device: Option<Box<str>>,
    pub(crate) id: Id,
    pub(crate) kind: Box<str>,
    pub(crate) on: IsoDate,
    pub(crate) prev: Option<Box<str>>,
    pub(crate) replaces: Option<Vec<Id>>,
    pub(crate) seal: Option<Box<str>>,
    pub(crate) seq: Option<u32>,
}

/// The envelope. Its fields stand in the order of RFC 8785, so that writing them in turn is canonical: seals depend on it.
#[derive(Serialize)]
pub(crate) struct Canonical<'a> {
    pub(crate) author: &'a str,
    pub(crate) body: &'a RawValue,
    pub(crate) clock: Option<&'a str>,
    pub(crate) device: Option<&'a str>,
    pub(crate) id: &'a Id,
    pub(crate) kind: &'a str,
    pub(crate) on: IsoDate,
    pub(crate) prev: Option<&'a str>,
    pub(crate) replaces: &'a [Id],
    pub(crate) seal: Option<&'a str>,
    pub(crate) seq: Option<u32>,
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
        RawValue::from_string(crate::json::canonical_value(&salted_body(entry)?)?)?
    };
    serde_json::to_string(&Canonical {
        author: &entry.author,
        body: &body,
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

/// All fields a reading's value may have. Read at once: finding the kind first would mean to buffer the others.
#[derive(Decode)]
#[serde(deny_unknown_fields)]
struct ValueFields {
    kind: ValueKind,
    amount: Option<Amount>,
    numerator: Option<Amount>,
    denominator: Option<Amount>,
}

#[derive(Decode)]
#[serde(rename_all = "camelCase")]
enum ValueKind {
    Amount,
    Share,
    NotApplicable,
}

impl Decode for ReadingValue {
    fn decode(source: &mut dyn Source<'_>) -> Result<Self, Misfit> {
        let needed = |value: Option<Amount>, field| value.ok_or_else(|| Misfit::missing_field(field));
        let ValueFields { kind, amount, numerator, denominator } = ValueFields::decode(source)?;
        let foreign = |field| Err(Misfit::unknown_field(field));
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

deserialize_by_decode!(ReadingValue);

/// The greatest whole number that every reader of JSON keeps (RFC 7493, section 2.2).
const GREATEST: u64 = 9_007_199_254_740_991;

/// A size that every language can hold.
pub(super) fn size_in_bytes(source: &mut dyn Source<'_>) -> Result<Option<u64>, Misfit> {
    let size = Option::<u64>::decode(source)?;
    if size.is_some_and(|size| size > GREATEST) { Err(Misfit::range("a size below 2^53")) } else { Ok(size) }
}

//! The envelope of an entry, with its body as JSON text.

use std::cmp::Ordering;

use serde::ser::{Error as _, SerializeStruct};
use serde::{Serialize, Serializer};

use super::seal::as_sealed;
use crate::facts::{Canonical, Entry, Fact, RawBody, Written};
use crate::json::{self, Decode, Misfit, Source, deserialize_by_decode};
use crate::value::{Id, IsoDate};

/// One entry of the journal as phones exchange it: who recorded it, when and where, and its body as JSON text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Envelope {
    /// Id of the entry, given once by the host: a `UUIDv7` as text, so that ids sort in order of time.
    pub id: Id,
    /// Civil date of the fact.
    pub on: IsoDate,
    /// Who recorded it, as the host names them: an id, not a name.
    pub author: Box<str>,
    /// What kind of thing it says. Kinds this version does not know are kept and passed on.
    pub kind: Box<str>,
    /// What it says, as JSON; nothing when it was erased.
    pub body: Option<RawBody>,
    /// Ids of the entries it replaces.
    pub replaces: Vec<Id>,
    /// Device that recorded it.
    pub device: Option<Box<str>>,
    /// Number of the entry on its device, from 1.
    pub seq: Option<u32>,
    /// Hybrid logical time of recording; see [`crate::journal::next_clock`].
    pub clock: Option<Box<str>>,
    /// Link to the entry before it on its device; see [`crate::journal::link_of`].
    pub prev: Option<Box<str>>,
    /// Seal of its body; see [`crate::journal::seal_of`].
    pub seal: Option<Box<str>>,
}

/// The body of an erased entry.
const ERASED: &str = "null";

impl Envelope {
    /// Reads an entry from the text of one line.
    pub(crate) fn from_line(line: &str) -> Result<Self, serde_json::Error> {
        Self::of_written(json::from_text(line)?)
    }

    fn of_written(written: Written) -> Result<Self, serde_json::Error> {
        let Written { author, body, clock, device, id, kind, on, prev, replaces, seal, seq } = written;
        let text = body.reveal();
        let body = if text == ERASED {
            None
        } else if Fact::is_known(&kind) {
            Some(RawBody::new(&json::canonical_text(text)?))
        } else {
            // Nobody knows what a body of another kind means by its form. Line feeds stand between tokens only.
            Some(RawBody::new(&text.replace('\n', " ")))
        };
        let replaces = replaces.unwrap_or_default();
        Ok(Self { id, on, author, kind, body, replaces, device, seq, clock, prev, seal })
    }

    fn as_wire(&self) -> Result<Canonical<'_>, serde_json::Error> {
        let body = self.body.as_ref().map_or(ERASED, RawBody::reveal);
        Ok(Canonical {
            author: &self.author,
            body: serde_json::from_str(body)?,
            clock: self.clock.as_deref(),
            device: self.device.as_deref(),
            id: &self.id,
            kind: &self.kind,
            on: self.on,
            prev: self.prev.as_deref(),
            replaces: &self.replaces,
            seal: self.seal.as_deref(),
            seq: self.seq,
        })
    }

    /// Writes the entry as one line of canonical JSON, without the line's end. A body that is not JSON, which no
    /// reading gives, is written as erased.
    #[must_use]
    pub fn to_line(&self) -> String {
        let text = |envelope: &Self| serde_json::to_string(&envelope.as_wire()?);
        text(self).or_else(|_: serde_json::Error| text(&self.erased())).unwrap_or_default()
    }

    /// The entry with what it says, as [`crate::facts`] and a state take it; nothing where its body says nothing of its
    /// kind.
    #[must_use]
    pub fn entry(&self) -> Option<Entry> {
        json::from_text(&self.to_line()).ok()
    }

    /// The entry as reading its line gives it: with the body in canonical form. Nothing where its body is not JSON, which
    /// only an entry that was put together by hand has.
    ///
    /// A field of the body that was absent when it was sealed, and that a host's typed values brought back as `null`, is absent again.
    #[must_use]
    pub fn as_read(self) -> Option<Self> {
        let line = serde_json::to_string(&self.as_wire().ok()?).ok()?;
        let mut read = Self::from_line(&line).ok()?;
        if let (Some(body), Some(seal)) = (&read.body, &read.seal)
            && let Some(sealed) = as_sealed(body.reveal(), seal)
        {
            read.body = Some(RawBody::new(&sealed));
        }
        Some(read)
    }

    /// The same entry without what it says.
    pub(super) fn erased(&self) -> Self {
        Self { body: None, ..self.clone() }
    }

    /// Whether another copy differs in nothing but what was erased from it.
    pub(super) fn is_copy_of(&self, other: &Self) -> bool {
        let envelope = |one: &Self| {
            let Self { id, on, author, kind, body: _, replaces, device, seq, clock, prev, seal } =
                one.clone();
            (id, on, author, kind, replaces, device, (seq, clock, prev, seal))
        };
        envelope(self) == envelope(other)
    }

    /// Whether another copy says the same, though it writes it in another way: an amount with zeros behind its point, a
    /// field that is absent in one and `null` in the other. What reading facts takes for the same is the same here.
    pub(super) fn says_the_same(&self, other: &Self) -> bool {
        let one = self.entry();
        one.is_some() && one == other.entry()
    }

    /// The order in which entries stand in a journal: by id, and of one id by what is written.
    pub(super) fn order(&self, other: &Self) -> Ordering {
        self.id
            .cmp(&other.id)
            .then_with(|| if self == other { Ordering::Equal } else { self.to_line().cmp(&other.to_line()) })
    }
}

impl Serialize for Envelope {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let wire = self.as_wire().map_err(S::Error::custom)?;
        let mut envelope = serializer.serialize_struct("Envelope", 11)?;
        envelope.serialize_field("id", &wire.id)?;
        envelope.serialize_field("on", &wire.on)?;
        envelope.serialize_field("author", &wire.author)?;
        envelope.serialize_field("kind", &wire.kind)?;
        envelope.serialize_field("body", &wire.body)?;
        envelope.serialize_field("replaces", &wire.replaces)?;
        envelope.serialize_field("device", &wire.device)?;
        envelope.serialize_field("seq", &wire.seq)?;
        envelope.serialize_field("clock", &wire.clock)?;
        envelope.serialize_field("prev", &wire.prev)?;
        envelope.serialize_field("seal", &wire.seal)?;
        envelope.end()
    }
}

impl Decode for Envelope {
    fn decode(source: &mut dyn Source<'_>) -> Result<Self, Misfit> {
        let line = RawBody::decode(source)?;
        Self::from_line(line.reveal()).map_err(|error| Misfit::value(&error))
    }
}

deserialize_by_decode!(Envelope);

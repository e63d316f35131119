//! Entries about other entries and about the plan: amended, attached, erased; editions adopted.

use qoldau_derive::Decode;
use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};

use super::salt::{SALT, WithoutSalt};
use super::wire::{Body, read_known};
use super::{EvidenceFile, Fact};
use crate::json::{At, Decode, Field, Misfit, Shape, Source, Tree, from_text, list_or_null, put};
use crate::plan::Contract;
use crate::value::{Id, IsoDate};

/// A fact told anew, in the place of the entries that its envelope replaces.
///
/// It counts from the envelope's date on, as the corrected fact would have counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AmendedFact {
    /// The fact as it is now: an event, a reading, evidence, an approval … and never another amendment.
    pub fact: Fact,
    /// Why it was amended.
    pub reason: Option<Box<str>>,
}

impl Serialize for AmendedFact {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("AmendedFact", 3)?;
        fields.serialize_field("kind", self.fact.kind())?;
        fields.serialize_field("body", &Body(&self.fact))?;
        fields.serialize_field("reason", &self.reason)?;
        fields.end()
    }
}

/// The fields of an amended fact.
const AMENDED: &Shape = &Shape {
    expected: "an amended fact",
    fields: &[
        Field { name: "kind", optional: false },
        Field { name: "body", optional: false },
        Field { name: "reason", optional: true },
    ],
    open: false,
};

/// Reads an amended fact.
pub(super) fn read_amended_fact(source: &mut dyn Source<'_>) -> Result<Box<AmendedFact>, Misfit> {
    let (mut kind, mut reason) = (None::<AmendedKind>, None);
    // Met before its kind, a body is taken as a tree: in canonical JSON it is.
    let (mut fact, mut early) = (None, None::<Tree>);
    source.object(AMENDED, None, &mut |at, value| match (at, &kind) {
        (0, _) => put(&mut kind, value),
        (1, Some(AmendedKind(kind))) => {
            fact = Some(read_plain(kind, value)?);
            Ok(())
        }
        (1, None) => put(&mut early, value),
        _ => put(&mut reason, value),
    })?;
    let fact = match (fact, kind, early) {
        (Some(fact), ..) => fact,
        (None, Some(AmendedKind(kind)), Some(early)) => {
            read_plain(&kind, &mut At(&early)).map_err(|misfit| misfit.within("body"))?
        }
        _ => return Err(Misfit::lost()),
    };
    Ok(Box::new(AmendedFact { fact, reason: reason.flatten() }))
}

/// The kind of a fact that may be amended.
struct AmendedKind(Box<str>);

impl Decode for AmendedKind {
    fn decode(source: &mut dyn Source<'_>) -> Result<Self, Misfit> {
        let kind = Box::<str>::decode(source)?;
        // What is amended is a fact; an entry about entries is made anew or voided.
        if Fact::can_be_amended(&kind) { Ok(Self(kind)) } else { Err(Misfit::unknown_word(&[])) }
    }
}

impl Fact {
    /// What is said of the work: of an amendment the fact as it is now.
    pub(crate) fn now(&self) -> &Self {
        match self {
            Self::Amend { body } => &body.fact,
            fact => fact,
        }
    }

    /// Whether facts of a kind may stand in an amendment.
    pub(super) fn can_be_amended(kind: &str) -> bool {
        matches!(
            kind,
            "event" | "reading" | "evidence" | "approval" | "planReading" | "acknowledgement" | "linkState"
        )
    }
}

/// Reads a body in which no salt may lie: that of an amendment lies beside the fact.
fn read_plain(kind: &str, body: &mut dyn Source<'_>) -> Result<Fact, Misfit> {
    let mut salt = None;
    let fact = read_known(kind, &mut WithoutSalt::new(body, &mut salt))?;
    if salt.is_some() { Err(Misfit::unknown_field(SALT)) } else { Ok(fact) }
}

/// Lines, events and files that are added to an item of evidence, or taken from it. Several people may add to one item
/// without a network, and all that they add counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Attachment {
    /// Id of the item.
    pub evidence: Id,
    /// Ids of the lines it proves, or proves no longer.
    #[serde(default)]
    #[decode(with = list_or_null)]
    pub lines: Vec<Id>,
    /// Ids of the events it is of, or is not of.
    #[serde(default)]
    #[decode(with = list_or_null)]
    pub events: Vec<Id>,
    /// Its further files, or files that are not its own. A file is known by its hash, without one by its name.
    #[serde(default)]
    #[decode(with = list_or_null)]
    pub files: Vec<EvidenceFile>,
}

/// Removes what entries say, for good: their envelopes and seals stay, their bodies go. It wins over every full copy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Erasure {
    /// Ids of the entries.
    pub entries: Vec<Id>,
    /// Why, without a person's name: "withdrew consent".
    #[serde(default)]
    pub reason: Option<Box<str>>,
}

/// The kind of entries that erase others, and are never erased themselves.
pub(crate) const ERASE: &str = "erase";

/// Ids that an entry erases, told from its kind and the JSON of its body, however much of that can be read: a wish to
/// remove something holds though nothing else of the entry counts.
pub(crate) fn erased_by(kind: &str, body: &str) -> Vec<Id> {
    /// The body, as far as it matters here.
    #[derive(Decode)]
    struct Erases {
        entries: Vec<Id>,
    }
    if kind != ERASE {
        return Vec::new();
    }
    from_text::<Erases>(body).map(|erases| erases.entries).unwrap_or_default()
}

/// The plan that the journal's facts are held against from a day on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct PlanAdoption {
    /// Number of the edition: 0 for the contract as signed.
    pub edition: u32,
    /// SHA-256 of the plan's canonical JSON, lower-case hexadecimal.
    pub digest: Box<str>,
    /// First day it is in force.
    pub effective_from: IsoDate,
}

/// A supplementary agreement and the edition of the plan that it brings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct PlanAmendment {
    /// Number of the edition: 1, 2 …
    pub edition: u32,
    /// The agreement's number and date.
    pub agreement: Contract,
    /// SHA-256 of the plan's canonical JSON, lower-case hexadecimal.
    pub digest: Box<str>,
    /// First day it is in force.
    pub effective_from: IsoDate,
    /// What became of lines: only those that were withdrawn or stand under another number.
    #[serde(default)]
    #[decode(with = list_or_null)]
    pub map: Vec<LineMove>,
}

/// What became of a line in a new edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct LineMove {
    /// Id of the line.
    pub from: Id,
    /// Its id in the new edition; nothing when it was withdrawn.
    #[serde(default)]
    pub to: Option<Id>,
}

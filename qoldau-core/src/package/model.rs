//! The package as a value.

use qoldau_derive::Decode;
use serde::Serialize;

use super::exceptions::LineException;
use crate::assess::{Figure, Headline};
use crate::facts::EvidenceKind;
use crate::language::Language;
use crate::plan::{Contract, Question, ReadingSource};
use crate::value::{Id, IsoDate};

/// Name and version of the package's wire form. What 1.1 to 1.4 added is left out where it is not there, so that a package of
/// an earlier version keeps its digest.
pub const FORMAT: &str = "qoldau-package/1.4";

/// What was handed to the operator: where every line stood on a day, and the entries that stood behind it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Package {
    /// Name and version of the form in which it was frozen, [`FORMAT`] or an earlier one.
    pub format: String,
    /// Id of the plan.
    pub plan: Id,
    /// SHA-256 of the plan's canonical JSON, lower-case hexadecimal.
    pub plan_digest: String,
    /// Number of the edition of the plan.
    pub edition: u32,
    /// Day whose state it shows.
    pub as_of: IsoDate,
    /// Whose project it is; nothing in a package of 1.0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<PackageAbout>,
    /// The indicator lines in the plan's order, then those of the social-impact block, then those of both that agreements took
    /// out, in the order in which they did; the last are not in packages of before 1.2.
    pub lines: Vec<PackageLine>,
    /// Words of the contract that nobody could bring under a line, as they stand there; none in packages of before 1.2.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unread: Vec<String>,
    /// The entries dated until that day, in the order of their ids: those too that others have taken the place of.
    pub entries: Vec<PackageEntry>,
}

impl Package {
    /// Whether it binds entries without a seal by their envelopes, as packages from 1.3 on do.
    pub(super) fn binds_by_envelopes(&self) -> bool {
        !["qoldau-package/1.0", "qoldau-package/1.1", "qoldau-package/1.2"].contains(&self.format.as_str())
    }

    /// Whether it says what was withdrawn, and which words of the contract stand under no line, as packages from 1.2 on do.
    pub(super) fn tells_the_unread(&self) -> bool {
        !["qoldau-package/1.0", "qoldau-package/1.1"].contains(&self.format.as_str())
    }

    /// Whether it binds items of evidence by salt that stays with the organisation, as packages from 1.4 on do.
    pub(super) fn binds_items_by_salt(&self) -> bool {
        self.binds_by_envelopes() && self.format != "qoldau-package/1.3"
    }
}

/// Whose project a package is about, in the words of the contract.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct PackageAbout {
    /// The language of the contract's words.
    pub language: Language,
    /// The organisation that received the grant.
    pub grantee: Option<String>,
    /// Title of the project.
    pub title: Option<String>,
    /// The contract.
    pub contract: Option<Contract>,
}

/// Where a line stood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct PackageLine {
    /// Id of the line.
    pub line: Id,
    /// Its printed number.
    pub number: String,
    /// Its name, as in the contract.
    pub name: String,
    /// Title of its activity, as in the contract; nothing for a line of the social-impact block and in a package of 1.0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub activity: Option<String>,
    /// What its answers came to; nothing for a line of the social-impact block.
    pub headline: Option<Headline>,
    /// Why somebody should look at it, each once and in the order of the report; nothing in a package of 1.0, where nobody
    /// said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exceptions: Option<Vec<LineException>>,
    /// By which agreement it was taken out; nothing of a line that stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawn: Option<PackageWithdrawn>,
    /// How it was read, by the answers in force that day: its own, its activity's, its task's, in the order of the questions. Nothing
    /// of a line that was taken out and in packages of before 1.3, where nobody said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub readings: Option<Vec<PackageReading>>,
    /// Its targets, behind them those that an agreement took out of it; of a line of the social-impact block the one sum.
    pub targets: Vec<PackageTarget>,
    /// The items of evidence that were attached to it.
    pub evidence: Vec<PackageItem>,
}

/// How a line was read: the answer to one question. It holds no words that people wrote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct PackageReading {
    /// What was asked.
    pub question: Question,
    /// What was answered, where that is a word of the wire form, a number, a date or ids; nothing where it is words of people, who
    /// may be named in it. No figure depends on those.
    pub answer: Option<String>,
    /// Where the answer comes from.
    pub source: ReadingSource,
}

/// The figures of a target.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct PackageTarget {
    /// Id of the target, or of the line of the social-impact block.
    pub target: Id,
    /// What was promised, as in the contract.
    pub text: String,
    /// What people said was done.
    pub claimed: Option<Figure>,
    /// What valid evidence shows.
    pub proven: Option<Figure>,
    /// What the operator had accepted.
    pub accepted: Option<Figure>,
    /// By which agreement it was taken out of its line; nothing of a target that stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawn: Option<PackageWithdrawn>,
}

/// That an agreement took a line or a target out. What was done for it stands, and nothing is asked of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct PackageWithdrawn {
    /// Number of the edition that it is no part of any more.
    pub edition: u32,
    /// The agreement that brought that edition, where it is known.
    pub agreement: Option<Contract>,
}

/// An item of evidence behind a line.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct PackageItem {
    /// Id of the item.
    pub item: Id,
    /// Whether it counted for the line.
    pub counts: bool,
    /// SHA-256 of the item as it was with what was attached to it and of a salt that is not in the package, lower-case
    /// hexadecimal. Of an item that no sealed entry records, of the item without title, names of files and outlet; in packages of before 1.4
    /// of the item alone.
    pub digest: String,
    /// By what it is found; nothing in a package of 1.0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub what: Option<PackageEvidence>,
}

/// By what an item of evidence is found. It holds no title, file name or other words that people wrote.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct PackageEvidence {
    /// What it is.
    pub kind: EvidenceKind,
    /// The date it bears.
    pub date: IsoDate,
    /// Number of the document; of a letter its outgoing number.
    pub number: Option<Box<str>>,
    /// Link to it, where it is an address of the web.
    pub link: Option<Box<str>>,
    /// How many files it has.
    pub files: u32,
}

/// An entry that stood behind the figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct PackageEntry {
    /// Id of the entry.
    pub entry: Id,
    /// Its seal. Of an entry without one the SHA-256 of its canonical JSON without the body, which binds who recorded it, when and of
    /// what kind, and tells nobody what it says; of a step of a submission, whose words go to the operator anyway, and in packages of
    /// before 1.3 with the body.
    pub digest: String,
    /// Whether it was erased, so that what binds it now binds nothing of what it said; told of entries without a seal from 1.4 on.
    #[serde(default, skip_serializing_if = "is_not")]
    pub erased: bool,
}

/// What is left out of the wire form.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
const fn is_not(said: &bool) -> bool {
    !*said
}

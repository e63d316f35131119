//! A target: the number that was promised and how it is to be counted.

use qoldau_derive::Decode;
use serde::Serialize;

use super::Frequency;
use crate::value::text::fold_words;
use crate::value::{Amount, Id};

/// One promised number of a line. A line may have several; all must hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Target {
    /// Id of the target within the plan.
    pub id: Id,
    /// What is promised.
    pub rule: TargetRule,
    /// What is counted, where the words say so.
    pub unit: Option<UnitWord>,
    /// The promise holds for each of these.
    pub each: Option<Each>,
    /// The promise recurs.
    pub every: Option<Frequency>,
    /// Parts that must add up to the amount.
    pub parts: Vec<Part>,
    /// A remark in brackets, verbatim.
    pub note: Option<String>,
    /// The words of the contract, verbatim.
    pub text: String,
}

/// What a target promises.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum TargetRule {
    /// A number.
    Number {
        /// How the number is meant.
        bound: Bound,
        /// The number, in the target's unit.
        amount: Amount,
        /// Upper end, for `between` only.
        up_to: Option<Amount>,
    },
    /// A percent of a whole.
    Percent {
        /// How the number is meant.
        bound: Bound,
        /// The percent, 80 for 80 %.
        amount: Amount,
        /// Upper end, for `between` only.
        up_to: Option<Amount>,
    },
    /// A change against a baseline.
    Change {
        /// How the number is meant.
        bound: Bound,
        /// The value to start from, where the words name it.
        from: Option<Amount>,
        /// How much it changes; negative for a decrease. For `times` the factor: 3 is "three times as much", and −3
        /// "a third of it", so that the sign says the direction here too and never a negative value.
        amount: Amount,
        /// What the amount measures.
        by: ChangeBy,
    },
    /// It is done, it exists.
    Done {},
    /// All of them.
    All {},
    /// As many as are needed; no number.
    AsNeeded {},
    /// The words were not understood; they stand in the target's text.
    Unread {},
}

impl TargetRule {
    /// Whether something is to come down from a value that is known or asked about.
    pub(crate) fn decreases(&self) -> bool {
        matches!(self, Self::Change { amount, .. } if amount.is_negative())
    }

    /// Whether it is promised from one figure to another, and something may lie above the upper one.
    pub(crate) fn is_range(&self) -> bool {
        let (bound, up_to) = match self {
            Self::Number { bound, up_to, .. } => (bound, *up_to),
            Self::Percent { bound, up_to, .. } => (bound, up_to.filter(|most| *most < Amount::HUNDRED)),
            _ => return false,
        };
        *bound == Bound::Between && up_to.is_some()
    }

    /// Whether a `bound` that is agreed of a line with these targets is about others than this one: about its ranges, of
    /// which it is asked.
    pub(crate) fn is_beside_ranges(&self, targets: &[Target]) -> bool {
        !self.is_range() && targets.iter().any(|target| target.rule.is_range())
    }
}

/// How a number is meant. `plain` is neither "exactly" nor "at least": a reading decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum Bound {
    /// A bare number.
    Plain,
    /// This many or more.
    AtLeast,
    /// More than this.
    MoreThan,
    /// This many or fewer.
    AtMost,
    /// Fewer than this.
    LessThan,
    /// About this many.
    About,
    /// From `amount` to `upTo`, both included.
    Between,
}

/// What the amount of a change measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum ChangeBy {
    /// Percent of the value before.
    Percent,
    /// Percentage points.
    Points,
    /// A factor.
    Times,
    /// The unit itself.
    Amount,
}

/// A unit as written, with its code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct UnitWord {
    /// What is counted.
    pub code: UnitCode,
    /// The words of the contract, verbatim.
    pub text: String,
}

/// What a target counts. The list is closed for a format version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum UnitCode {
    /// People.
    Person,
    /// Volunteers.
    Volunteer,
    /// Organisations.
    Organisation,
    /// People or organisations.
    PersonOrOrganisation,
    /// Events.
    Event,
    /// Focus groups.
    FocusGroup,
    /// Posts.
    Post,
    /// Publications.
    Publication,
    /// Letters.
    Letter,
    /// Lists.
    List,
    /// Documents.
    Document,
    /// Acts.
    Act,
    /// Photographs.
    Photo,
    /// Videos.
    Video,
    /// Audio clips.
    Audio,
    /// Hand-out or other materials.
    Material,
    /// Copies of a printed thing.
    Copy,
    /// Pieces.
    Piece,
    /// Sets.
    Set,
    /// Printed sheets.
    PrintedSheet,
    /// Occasions: "2 times".
    Time,
    /// Hours.
    Hour,
    /// Days.
    Day,
    /// Working days.
    WorkingDay,
    /// Months.
    Month,
    /// Years of age.
    YearOfAge,
    /// Settlements.
    Settlement,
    /// Cities.
    City,
    /// Districts.
    District,
    /// Projects.
    Project,
    /// Grants.
    Grant,
    /// Nominations of a prize.
    Nomination,
    /// Tenge.
    Tenge,
    /// Anything else; the words say what.
    Other,
}

impl UnitCode {
    /// The name on the wire, which is its key in the message tables too.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Volunteer => "volunteer",
            Self::Organisation => "organisation",
            Self::PersonOrOrganisation => "personOrOrganisation",
            Self::Event => "event",
            Self::FocusGroup => "focusGroup",
            Self::Post => "post",
            Self::Publication => "publication",
            Self::Letter => "letter",
            Self::List => "list",
            Self::Document => "document",
            Self::Act => "act",
            Self::Photo => "photo",
            Self::Video => "video",
            Self::Audio => "audio",
            Self::Material => "material",
            Self::Copy => "copy",
            Self::Piece => "piece",
            Self::Set => "set",
            Self::PrintedSheet => "printedSheet",
            Self::Time => "time",
            Self::Hour => "hour",
            Self::Day => "day",
            Self::WorkingDay => "workingDay",
            Self::Month => "month",
            Self::YearOfAge => "yearOfAge",
            Self::Settlement => "settlement",
            Self::City => "city",
            Self::District => "district",
            Self::Project => "project",
            Self::Grant => "grant",
            Self::Nomination => "nomination",
            Self::Tenge => "tenge",
            Self::Other => "other",
        }
    }
}

/// The promise holds for each of something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Each {
    /// Of what.
    pub of: EachOf,
    /// How many there are, where the words say so.
    pub count: Option<Amount>,
    /// Whether the words stand in the line's name or in its value.
    pub from: ScopeFrom,
}

/// What a promise can hold for each of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum EachOf {
    /// Each event.
    Event,
    /// Each place: city, district, settlement.
    Place,
    /// Each person.
    Person,
    /// Each organisation.
    Organisation,
    /// Each channel or network.
    Channel,
    /// Each item.
    Item,
}

/// Where the words of a scope stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum ScopeFrom {
    /// In the line's name.
    Name,
    /// In its value.
    Value,
}

/// One part of a number: the "1 sports" of "3 (1 sports, 2 cultural)".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Part {
    /// Id of the part within the plan.
    pub id: Id,
    /// How many.
    pub amount: Amount,
    /// Of what, verbatim.
    pub label: String,
}

impl Part {
    /// Whether people mean this part by a label of theirs: the words are the same, or one opens the other («спорттық» for
    /// «спорттық іс-шара»).
    #[must_use]
    pub fn is_called(&self, label: &str) -> bool {
        let (own, label) = (fold_words(&self.label), fold_words(label));
        !label.is_empty() && (own.starts_with(&label) || label.starts_with(&own))
    }
}

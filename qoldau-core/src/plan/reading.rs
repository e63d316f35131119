//! Readings: how a line is to be read, and who says so.

use qoldau_derive::Decode;
use serde::Serialize;

use crate::value::{Id, IsoDate};

/// How a line is read. An answered question is no finding any more and is printed in the report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct PlanReading {
    /// Id of the line, target, activity, task or impact line it is about. A goal or an expected result, which has no id, is
    /// named `goals.3`, `expectedResults.7`, counted from 1.
    pub line: Id,
    /// What was asked.
    pub question: Question,
    /// What was answered; the docs of [`Question`] list the answers.
    pub answer: String,
    /// Where the answer comes from.
    pub source: ReadingSource,
    /// Whom it was agreed with, for `agreed`: an office, never a person.
    pub agreed_with: Option<String>,
    /// When it was agreed.
    pub date: Option<IsoDate>,
    /// The document that says so.
    pub document: Option<String>,
}

/// What a reading settles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum Question {
    /// How a bare number is meant: `exists`, `atLeast`, `atMost`, `exactly` or `level`; of a range whether more than its
    /// upper end is fine (`atLeast` the lower end) or too much (`atMost` the upper end).
    Bound,
    /// How lines naming several networks count: `inTotal` (any of them), `perNetwork` (the number on each of them) or
    /// `spread` (the number in total, at least one on each of them).
    Networks,
    /// What counts for letters: `letter` (one outgoing letter) or `addressee`.
    Letters,
    /// Whether posts of the tasks count towards the information work's posts: `within` or `beside`.
    TaskPosts,
    /// What one unit of a monthly line is: a unit code such as `post`, or `day`.
    MonthlyUnit,
    /// What a percent is a share of: `participants`, `respondents` or words.
    Denominator,
    /// What satisfaction means: `topTwo`, `mean`, `aboveScore` or words.
    Satisfaction,
    /// How many events an activity plans: a whole number from 1 on.
    PlannedEvents,
    /// What a support given counts as: `person` or `service`.
    SupportCounts,
    /// Which lines an impact figure sums: ids of indicator lines, parted by spaces, commas or semicolons.
    Sources,
    /// Who the people planned in an impact line are: `consultants`, `influencers`, `toBeEngaged` or words.
    Who,
    /// Which number holds where two places promise different ones: a number above 0.
    Amount,
    /// Which date an ambiguous or missing deadline means: an ISO date, the last day, or two joined by `..`; of a deadline
    /// that recurs `eachTime`, where the numbers are asked for each time.
    Due,
    /// What carries a promise that no line carries: a line's id, `document` (one of its own), `agreement` (a line that a
    /// supplementary agreement adds) or words.
    CarriedBy,
    /// Whether the same evidence may serve two lines: `shared` or `once`.
    Reuse,
    /// Anything else; the answer says it in words.
    Other,
}

impl Question {
    /// All of them.
    pub const ALL: [Self; 16] = [
        Self::Bound,
        Self::Networks,
        Self::Letters,
        Self::TaskPosts,
        Self::MonthlyUnit,
        Self::Denominator,
        Self::Satisfaction,
        Self::PlannedEvents,
        Self::SupportCounts,
        Self::Sources,
        Self::Who,
        Self::Amount,
        Self::Due,
        Self::CarriedBy,
        Self::Reuse,
        Self::Other,
    ];

    /// The question of a wire name, if there is one.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|question| question.key() == key)
    }

    /// The name on the wire, which is its key in the message tables too.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Bound => "bound",
            Self::Networks => "networks",
            Self::Letters => "letters",
            Self::TaskPosts => "taskPosts",
            Self::MonthlyUnit => "monthlyUnit",
            Self::Denominator => "denominator",
            Self::Satisfaction => "satisfaction",
            Self::PlannedEvents => "plannedEvents",
            Self::SupportCounts => "supportCounts",
            Self::Sources => "sources",
            Self::Who => "who",
            Self::Amount => "amount",
            Self::Due => "due",
            Self::CarriedBy => "carriedBy",
            Self::Reuse => "reuse",
            Self::Other => "other",
        }
    }
}

/// Where a reading comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum ReadingSource {
    /// The task's heading says it.
    Heading,
    /// The activity's text says it.
    Activity,
    /// The policy's default.
    Policy,
    /// People agreed on it.
    Agreed,
}

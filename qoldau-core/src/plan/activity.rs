//! Tasks, activities, indicator lines and the lines of the social-impact block.

use qoldau_derive::Decode;
use serde::Serialize;

use super::{Bound, ChangeBy, Due, Target, TargetRule, grammar};
use crate::finding::Place;
use crate::value::{Amount, Id};

/// A task of the contract, or one of its two sections without a number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct GrantTask {
    /// Id of the task.
    pub id: Id,
    /// Its printed number; sections without one are counted on after the tasks.
    pub number: String,
    /// Task or section.
    pub kind: TaskKind,
    /// Its heading, as it stands, without the number.
    pub title: String,
    /// Where it stands in the annex.
    pub source: Option<Place>,
    /// Its activities.
    pub activities: Vec<Activity>,
}

/// What a heading of block III opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum TaskKind {
    /// A numbered task.
    Task,
    /// The final public presentation of the results.
    Presentation,
    /// Information work on the progress.
    Information,
}

/// An activity: one row of a task's table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Activity {
    /// Id of the activity.
    pub id: Id,
    /// Its number, `task.row`.
    pub number: String,
    /// The first paragraph of its cell.
    pub title: String,
    /// The other paragraphs of its cell.
    pub description: Option<String>,
    /// Where it is held.
    pub venue: Option<String>,
    /// Communication channels, where the table has them in place of a venue.
    pub channels: Vec<String>,
    /// Its deadline.
    pub due: Option<Due>,
    /// Where it stands in the annex.
    pub source: Option<Place>,
    /// Names and values that could not be paired with certainty, verbatim, until someone settles them.
    pub unpaired: Option<Unpaired>,
    /// Its indicator lines.
    pub indicators: Vec<Indicator>,
}

/// The two lists of a row whose lengths differ.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Unpaired {
    /// The indicator cell's items, in order.
    pub names: Vec<String>,
    /// The target cell's items, in order.
    pub values: Vec<String>,
}

/// An indicator line: one promised thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Indicator {
    /// Id of the line.
    pub id: Id,
    /// Its printed number, `task.line`.
    pub number: String,
    /// Its name, as it stands.
    pub name: String,
    /// What it counts, recognised from the name; decides what counts for it and what proves it.
    pub kind: IndicatorKind,
    /// How its readings come together.
    pub accumulation: Accumulation,
    /// The value before the project, where known.
    pub baseline: Option<Amount>,
    /// What the name asks for beside the number.
    pub requires: Requires,
    /// Its targets; all must hold.
    pub targets: Vec<Target>,
    /// Where it stands in the annex.
    pub source: Option<Place>,
}

impl Indicator {
    /// Whether a target of the line is held against a ratio with both its numbers, and not against a count: a percent,
    /// all of them, a change in percentage points, and every change of what is itself a ratio.
    pub(crate) fn asks_for_share(&self, target: &Target) -> bool {
        match target.rule {
            TargetRule::Percent { .. } | TargetRule::All {} => true,
            TargetRule::Change { by, .. } => {
                by == ChangeBy::Points || self.accumulation == Accumulation::Ratio
            }
            _ => false,
        }
    }

    /// Whether a target is the percent down to which something is brought («снизить до 20%»). It is judged by the latest
    /// measurement: that of the beginning breaks no limit.
    pub(crate) fn brings_down(&self, target: &Target) -> bool {
        matches!(target.rule, TargetRule::Percent { bound: Bound::AtMost, .. })
            && (grammar::falls(&target.text) || grammar::falls(&self.name))
    }

    /// Whether a target asks for what is measured at a time (followers, a number that is to come down): what shows the
    /// measurement shows all of it.
    pub(crate) fn is_measured(&self, target: &Target) -> bool {
        let kind = self.kind_of(target);
        let level = self.accumulation_of(kind) == Accumulation::Level;
        match kind {
            IndicatorKind::Other => level || target.rule.decreases(),
            IndicatorKind::Satisfaction => level,
            _ => false,
        }
    }
}

/// What an indicator line counts. The list is closed for a format version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum IndicatorKind {
    /// A document of no special kind.
    Document,
    /// A list of people, organisations or things.
    List,
    /// A letter sent.
    Letter,
    /// A work plan, content plan or schedule.
    Plan,
    /// A programme.
    Programme,
    /// Rules of an event or a prize.
    Rules,
    /// A journal of consultations or visits.
    Journal,
    /// A written report.
    Report,
    /// An act of handing over.
    Act,
    /// A post in a social network.
    Post,
    /// An announcement in a social network.
    Announcement,
    /// Photographs.
    Photo,
    /// A video.
    Video,
    /// An article in a newspaper or portal, a digest.
    Publication,
    /// A live stream.
    LiveStream,
    /// Teaching or hand-out material, a printed product, a banner.
    Material,
    /// A questionnaire held.
    Survey,
    /// A page or account in a social network.
    Page,
    /// A presentation of results.
    Presentation,
    /// People taking part.
    Participants,
    /// A consultation or other support given.
    Support,
    /// A share of satisfied people.
    Satisfaction,
    /// Events held.
    Event,
    /// Focus groups held.
    FocusGroup,
    /// Specialists, consultants or influencers engaged.
    Specialist,
    /// Organisations or initiative groups.
    Organisation,
    /// A thing set up or bought: a co-working space, a call centre, equipment.
    Asset,
    /// Promotion without a form of its own: its targets' units say what counts.
    Outreach,
    /// Anything else.
    Other,
}

impl IndicatorKind {
    /// The name on the wire, which is its key in the message tables too.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::List => "list",
            Self::Letter => "letter",
            Self::Plan => "plan",
            Self::Programme => "programme",
            Self::Rules => "rules",
            Self::Journal => "journal",
            Self::Report => "report",
            Self::Act => "act",
            Self::Post => "post",
            Self::Announcement => "announcement",
            Self::Photo => "photo",
            Self::Video => "video",
            Self::Publication => "publication",
            Self::LiveStream => "liveStream",
            Self::Material => "material",
            Self::Survey => "survey",
            Self::Page => "page",
            Self::Presentation => "presentation",
            Self::Participants => "participants",
            Self::Support => "support",
            Self::Satisfaction => "satisfaction",
            Self::Event => "event",
            Self::FocusGroup => "focusGroup",
            Self::Specialist => "specialist",
            Self::Organisation => "organisation",
            Self::Asset => "asset",
            Self::Outreach => "outreach",
            Self::Other => "other",
        }
    }
}

impl IndicatorKind {
    /// Whether the evidence itself is the actual: the line counts artefacts.
    #[must_use]
    pub const fn counts_artefacts(self) -> bool {
        matches!(
            self,
            Self::Document
                | Self::List
                | Self::Letter
                | Self::Plan
                | Self::Programme
                | Self::Rules
                | Self::Journal
                | Self::Report
                | Self::Act
                | Self::Post
                | Self::Announcement
                | Self::Photo
                | Self::Video
                | Self::Publication
                | Self::LiveStream
                | Self::Material
                | Self::Page
                | Self::Outreach
        )
    }

    /// Whether the line asks for a document that exists or not, so that a surplus means nothing.
    #[must_use]
    pub const fn is_document(self) -> bool {
        matches!(
            self,
            Self::Document
                | Self::List
                | Self::Plan
                | Self::Programme
                | Self::Rules
                | Self::Journal
                | Self::Report
                | Self::Act
        )
    }
}

/// How the readings of a line come together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum Accumulation {
    /// Readings add up.
    Flow,
    /// The latest reading counts.
    Level,
    /// Numerators and denominators add up.
    Ratio,
}

/// What a line's name asks for beside its number.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Requires {
    /// Who has to approve or agree before the line is met.
    pub approvals: Vec<Approver>,
    /// What every piece of evidence must carry.
    pub evidence: Vec<Trait>,
    /// Columns a list must have.
    pub list_fields: Vec<ListField>,
    /// Further documents the line asks for, as kinds.
    pub documents: Vec<IndicatorKind>,
    /// Networks the name lists.
    pub channels: Vec<String>,
}

/// Who approves a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum Approver {
    /// Agreed with the local executive body («келісілген», «согласовано»).
    LocalExecutiveBody,
    /// Approved by the organisation's head («бекітілген», «утверждено»).
    Leader,
}

impl Approver {
    /// The name on the wire, which is its key in the message tables too.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::LocalExecutiveBody => "localExecutiveBody",
            Self::Leader => "leader",
        }
    }
}

/// What a piece of evidence must carry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum Trait {
    /// A link.
    Link,
    /// A dated screenshot.
    Screenshot,
}

impl Trait {
    /// The name on the wire, which is its key in the message tables too.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Link => "link",
            Self::Screenshot => "screenshot",
        }
    }
}

/// A column a list must have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum ListField {
    /// Full name.
    Name,
    /// Telephone number.
    Number,
    /// Signature.
    Signature,
}

/// A line of the social-impact block.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct ImpactLine {
    /// Id of the line.
    pub id: Id,
    /// Its printed number.
    pub number: String,
    /// What it counts.
    pub kind: ImpactKind,
    /// Its name, as it stands.
    pub name: String,
    /// Its unit, as it stands.
    pub unit: Option<String>,
    /// Its targets.
    pub targets: Vec<Target>,
    /// Ids of the indicator lines whose participations it sums; nothing until someone names them.
    pub sources: Option<Vec<Id>>,
    /// Where it stands in the annex.
    pub source: Option<Place>,
}

/// What a line of the social-impact block counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum ImpactKind {
    /// People who take part or receive a service.
    DirectBeneficiaries,
    /// People reached by the media.
    IndirectBeneficiaries,
    /// Staff under labour contracts.
    Staff,
    /// Specialists engaged under civil contracts.
    Specialists,
    /// Non-governmental organisations reached.
    Organisations,
    /// Partners of the project.
    Partners,
    /// Anything else.
    Other,
}

impl ImpactKind {
    /// The name on the wire, which is its key in the message tables too.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::DirectBeneficiaries => "directBeneficiaries",
            Self::IndirectBeneficiaries => "indirectBeneficiaries",
            Self::Staff => "staff",
            Self::Specialists => "specialists",
            Self::Organisations => "organisations",
            Self::Partners => "partners",
            Self::Other => "other",
        }
    }
}

//! Deadlines.

use qoldau_derive::Decode;
use serde::Serialize;

use super::{Target, TargetRule};
use crate::value::{DateRange, IsoDate};

/// When something is to be done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum Due {
    /// From a day to a day, either of which may be open.
    Range {
        /// First day; nothing when only the end is named.
        start: Option<IsoDate>,
        /// Last day, included; nothing when only the start is named.
        end: Option<IsoDate>,
        /// Clock time on the last day, `18:30`, in Kazakhstan's time (UTC+5 since 2024-03-01).
        end_time: Option<String>,
        /// Whether the cell was empty and the deadline of the cell above was taken.
        inherited: bool,
        /// The words of the contract, verbatim.
        text: String,
    },
    /// So many days before or after something.
    Relative {
        /// What it is counted from.
        anchor: Anchor,
        /// Days after (negative: before); 0 for the day itself.
        offset: i32,
        /// Calendar or working days.
        days: DayCount,
        /// Where it names no number of days: on which side of its day the time lies.
        #[serde(default)]
        side: DueSide,
        /// The words of the contract, verbatim.
        text: String,
    },
    /// Again and again.
    Recurring {
        /// How often.
        every: Frequency,
        /// Month of the year, where named: 1 to 12; only of what recurs yearly.
        month: Option<u32>,
        /// Day of the month, where named: 1 to 31.
        day: Option<u32>,
        /// The words of the contract, verbatim.
        text: String,
    },
    /// All the time of the project.
    WholePeriod {
        /// The words of the contract, verbatim.
        text: String,
    },
    /// The words can mean several dates.
    Ambiguous {
        /// The dates they can mean.
        readings: Vec<IsoDate>,
        /// The words of the contract, verbatim.
        text: String,
    },
    /// The words were not understood.
    Unread {
        /// The words of the contract, verbatim.
        text: String,
    },
}

impl Due {
    /// The words of the contract, verbatim.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Self::Range { text, .. }
            | Self::Relative { text, .. }
            | Self::Recurring { text, .. }
            | Self::WholePeriod { text }
            | Self::Ambiguous { text, .. }
            | Self::Unread { text } => text,
        }
    }
}

/// The answer to the question of a deadline that recurs: what is promised is asked for each time.
pub(crate) const EACH_TIME: &str = "eachTime";

impl Due {
    /// How often a deadline recurs of which the words of a target say nothing: whether so much is asked for each time, or in
    /// all, nobody can tell. A number that comes with its own of each time («6 (по 1 в месяц)») is all there are.
    pub(crate) fn recurs_beside(&self, target: &Target) -> Option<Frequency> {
        let Self::Recurring { every, .. } = self else { return None };
        let counted = matches!(
            target.rule,
            TargetRule::Number { .. } | TargetRule::Percent { .. } | TargetRule::All {} | TargetRule::Done {}
        );
        let told = || target.often().is_some_and(|often| often.each_time.is_some());
        (counted && target.every.is_none() && target.each.is_none() && !told()).then_some(*every)
    }

    /// Whether somebody must say if the number of a target is asked for each time its deadline comes: it does so more than once
    /// within the project, and neither what is done nor as many as there are times leave it open.
    pub(crate) fn leaves_open(&self, target: &Target, project: Option<DateRange>) -> bool {
        let done = matches!(target.rule, TargetRule::Done {});
        let made_up = || target.often().is_some_and(|often| target.is_made_up_by(often, project));
        !done && self.recurs_within(project) && self.recurs_beside(target).is_some() && !made_up()
    }

    /// Whether a deadline comes more than once within the project; where its time is not known, it may.
    pub(crate) fn recurs_within(&self, project: Option<DateRange>) -> bool {
        let Self::Recurring { every, .. } = self else { return false };
        match (self.days_within(project), project) {
            (Some(days), _) => days.len() > 1,
            (None, Some(DateRange { start, end })) => every.of_day(start) != every.of_day(end),
            (None, None) => true,
        }
    }

    /// The only day that a yearly deadline names within the project («до 15 июня ежегодно»).
    pub(crate) fn only_day_within(&self, project: Option<DateRange>) -> Option<IsoDate> {
        match self.days_within(project)?.as_slice() {
            [day] => Some(*day),
            _ => None,
        }
    }

    /// The days within the project that a yearly deadline names; of 29 February in other years the last of its month.
    fn days_within(&self, project: Option<DateRange>) -> Option<Vec<IsoDate>> {
        let Self::Recurring { every: Frequency::Year, month: Some(month), day, .. } = self else {
            return None;
        };
        let project =
            project.filter(|project| project.start.year().saturating_add(100) > project.end.year())?;
        let of_year = |year: i32| {
            let last = IsoDate::new(year, *month, 1)?.month_end();
            day.and_then(|day| IsoDate::new(year, *month, day)).or(Some(last))
        };
        let days = (project.start.year()..=project.end.year()).filter_map(of_year);
        Some(days.filter(|day| project.contains(*day)).collect())
    }
}

/// What a relative deadline is counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum Anchor {
    /// The first day of the project.
    ProjectStart,
    /// The last day of the project.
    ProjectEnd,
    /// The date of the contract.
    Contract,
    /// The last day of the active phase.
    ActivePhaseEnd,
    /// The event.
    Event,
}

/// On which side of the day it is counted from the time of a relative deadline lies.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum DueSide {
    /// Until that day, or so many days from it.
    #[default]
    By,
    /// After that day, up to the project's end: "after the active phase has ended".
    After,
    /// Before it and again after it: "before the active phase ends and after it has ended".
    Around,
}

/// What kind of days are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum DayCount {
    /// All days.
    Calendar,
    /// Working days.
    Working,
}

/// How often something recurs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum Frequency {
    /// Every day.
    Day,
    /// Every week.
    Week,
    /// Every month.
    Month,
    /// Every quarter.
    Quarter,
    /// Every half of a calendar year.
    HalfYear,
    /// Every year.
    Year,
}

impl Frequency {
    /// The day, week, month … that a day lies in: its first day, or of parts of a year year and number.
    fn of_day(self, day: IsoDate) -> (i32, u32) {
        let of_months =
            |months: u32| (day.year(), day.month().saturating_sub(1).checked_div(months).unwrap_or(0));
        match self {
            Self::Day => (day.year(), day.month().saturating_mul(100).saturating_add(day.day())),
            Self::Week => Self::Day.of_day(day.week_start()),
            Self::Month => of_months(1),
            Self::Quarter => of_months(3),
            Self::HalfYear => of_months(6),
            Self::Year => (day.year(), 0),
        }
    }

    /// How many days, weeks, months … of the calendar a time touches; nothing of more than twenty years.
    pub(crate) fn times_within(self, time: DateRange) -> Option<u32> {
        const LONGEST: u32 = 7_320;
        let (mut day, mut last, mut times) = (time.start, None, 0_u32);
        for _ in 0..LONGEST {
            if day > time.end {
                return Some(times);
            }
            let of = Some(self.of_day(day));
            times = times.saturating_add(u32::from(last != of));
            last = of;
            day = day.add_days(1)?;
        }
        None
    }

    /// The name on the wire, which is its key in the message tables too.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::HalfYear => "halfYear",
            Self::Year => "year",
        }
    }
}

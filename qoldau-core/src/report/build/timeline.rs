//! Deadlines and events on the project's time.

use super::status::{waits_for_a_day, window_in_words};
use super::{Context, NOTHING};
use crate::assess::{ActivityStanding, EventStanding};
use crate::facts::EventStatus;
use crate::language::month_name_short;
use crate::plan::Activity;
use crate::report::model::{Timeline, TimelineEvent, TimelineRow};
use crate::value::{DateRange, IsoDate};

/// More marks than this do not fit a telephone.
const MOST_MARKS: u32 = 12;

/// The axis: from the first day of a month, so many months, every one equally long.
struct Axis {
    start: IsoDate,
    months: u32,
}

impl Axis {
    /// The axis of the project's time, in whole months.
    fn new(period: DateRange) -> Option<Self> {
        let start = period.start.month_start();
        let months = months_between(start, period.end)?.checked_add(1)?;
        Some(Self { start, months })
    }

    /// Where the first moment of a day is, in thousandths; days outside are at the ends.
    fn at(&self, day: IsoDate) -> u32 {
        self.place(day, day.day().saturating_sub(1))
    }

    /// Where the last moment of a day is.
    fn after(&self, day: IsoDate) -> u32 {
        self.place(day, day.day())
    }

    fn place(&self, day: IsoDate, days: u32) -> u32 {
        let Some(month) = months_between(self.start, day) else { return 0 };
        let of = day.month_end().day();
        // Months and days are small: thousandths of a month, then of the axis.
        let within = days.saturating_mul(1000).checked_div(of).unwrap_or(0);
        let whole = month.saturating_mul(1000).saturating_add(within);
        whole.checked_div(self.months).unwrap_or(0).min(1000)
    }

    fn contains(&self, day: IsoDate) -> bool {
        months_between(self.start, day).is_some_and(|month| month < self.months)
    }

    /// How many months one mark stands for: one, or so many that the marks fit.
    fn step(&self) -> u32 {
        self.months.div_ceil(MOST_MARKS).max(1)
    }

    /// The names of the months; every so many of them when there are many, the axis then being a little longer.
    fn marks(&self, context: &Context<'_>) -> Vec<String> {
        let year_matters = self.step() > 1;
        let mut marks = Vec::new();
        let mut months = 0;
        while months < self.months {
            if let Some(month) = self.start.add_months(months) {
                let name = month_name_short(month, context.language);
                marks.push(if year_matters { format!("{name} {}", month.year()) } else { name.into() });
            }
            months = months.saturating_add(self.step());
        }
        marks
    }
}

/// Whole months from the month of one day to that of another; nothing when it lies before.
fn months_between(start: IsoDate, day: IsoDate) -> Option<u32> {
    let index =
        |date: IsoDate| i64::from(date.year()).saturating_mul(12).saturating_add(i64::from(date.month()));
    u32::try_from(index(day).checked_sub(index(start))?).ok()
}

/// The timeline of a plan whose time is known.
pub(super) fn timeline(context: &Context<'_>) -> Option<Timeline> {
    let mut axis = Axis::new(context.plan.period?)?;
    let step = axis.step();
    axis.months = axis.months.div_ceil(step).saturating_mul(step);
    let as_of = context.assessment.as_of;
    let standings = context.assessment.tasks.iter().flat_map(|task| &task.activities);
    let rows = standings.filter_map(|standing| {
        let (_, activity) = context.plan.activities().find(|(_, activity)| activity.id == standing.id)?;
        Some(row(context, &axis, activity, standing))
    });
    Some(Timeline {
        marks: axis.marks(context),
        today: axis.contains(as_of).then(|| axis.at(as_of)),
        rows: rows.collect(),
    })
}

fn row(context: &Context<'_>, axis: &Axis, activity: &Activity, standing: &ActivityStanding) -> TimelineRow {
    let events = context.assessment.events.iter().filter(|event| event.activities.contains(&activity.id));
    TimelineRow {
        number: activity.number.clone(),
        title: activity.title.clone(),
        window_text: window_in_words(context, activity, standing.window).unwrap_or_else(|| NOTHING.into()),
        start: standing
            .window
            .filter(|window| !waits_for_a_day(context.plan, activity, *window))
            .map(|window| axis.at(window.start)),
        end: standing.window.map(|window| axis.after(window.end)),
        counts: standing.counts,
        events: events.map(|event| mark(context, axis, event)).collect(),
    }
}

fn mark(context: &Context<'_>, axis: &Axis, event: &EventStanding) -> TimelineEvent {
    let state = match event.status {
        EventStatus::Planned => "planned",
        EventStatus::Held => "held",
        EventStatus::Postponed => "postponed",
        EventStatus::Cancelled => "cancelled",
    };
    TimelineEvent {
        at: axis.at(event.range.start),
        status: event.status,
        text: format!("{} ({})", context.event_label(event), context.word(state).to_lowercase()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> IsoDate {
        text.parse().unwrap()
    }

    fn axis(start: &str, end: &str) -> Axis {
        Axis::new(DateRange { start: day(start), end: day(end) }).unwrap()
    }

    #[test]
    fn every_month_is_equally_long() {
        let axis = axis("2024-05-01", "2024-10-31");
        assert_eq!(axis.months, 6);
        assert_eq!((axis.at(day("2024-05-01")), axis.after(day("2024-10-31"))), (0, 1000));
        assert_eq!((axis.after(day("2024-07-31")), axis.at(day("2024-08-01"))), (500, 500));
        assert_eq!(axis.at(day("2024-06-16")), 250);
    }

    #[test]
    fn days_outside_lie_at_the_ends() {
        let axis = axis("2024-05-01", "2024-10-31");
        assert_eq!((axis.at(day("2023-05-01")), axis.at(day("2025-05-01"))), (0, 1000));
        assert!(!axis.contains(day("2024-04-30")) && axis.contains(day("2024-10-31")));
    }

    #[test]
    fn a_long_project_has_no_more_marks_than_fit() {
        for (end, step) in [("2024-12-31", 1), ("2025-01-31", 2), ("2026-12-31", 3), ("2033-12-31", 10)] {
            assert_eq!(axis("2024-01-01", end).step(), step, "{end}");
        }
    }
}

//! A compact notation for what deadlines mean.

use qoldau_core::plan::{Anchor, DayCount, Due, DueContext, DueSide};
use qoldau_core::value::DateRange;

/// The context of a golden case: the annex's project, or the one its label names after `@`.
pub(crate) fn context(label: &str) -> DueContext {
    let period = match label.split_once('@').map(|(_, period)| period) {
        Some("none") => None,
        Some(days) => Some(period(days)),
        None => Some(period("2024-05-01..2024-10-31")),
    };
    let contract = period.map(|_| "2024-04-30".parse().unwrap());
    DueContext { period, contract }
}

fn period(days: &str) -> DateRange {
    let (start, end) = days.split_once("..").expect("a period START..END");
    DateRange { start: start.parse().unwrap(), end: end.parse().unwrap() }
}

/// What a deadline means, in a notation for people.
pub(crate) fn meaning(due: &Due) -> String {
    match due {
        Due::Range { start, end, end_time, inherited, .. } => {
            let day = |day: &Option<_>| day.map(|day: qoldau_core::value::IsoDate| day.to_string());
            let time = end_time.as_ref().map(|time| format!(" at {time}")).unwrap_or_default();
            let above = if *inherited { " (inherited)" } else { "" };
            format!("{}..{}{time}{above}", day(start).unwrap_or_default(), day(end).unwrap_or_default())
        }
        Due::Relative { anchor, offset, days, side, .. } => {
            let anchor = match anchor {
                Anchor::ProjectStart => "project start",
                Anchor::ProjectEnd => "project end",
                Anchor::Contract => "contract",
                Anchor::ActivePhaseEnd => "end of the active phase",
                Anchor::Event => "event",
            };
            let days = match days {
                DayCount::Calendar => "days",
                DayCount::Working => "working days",
            };
            match side {
                DueSide::By => format!("{anchor} {offset:+} {days}"),
                DueSide::After => format!("after: {anchor}"),
                DueSide::Around => format!("before and after: {anchor}"),
            }
        }
        Due::Recurring { every, month, day, .. } => {
            let month = month.map(|month| format!(", month {month}")).unwrap_or_default();
            let day = day.map(|day| format!(", day {day}")).unwrap_or_default();
            format!("every {}{month}{day}", super::targets::frequency(*every))
        }
        Due::WholePeriod { .. } => "the whole project".into(),
        Due::Ambiguous { readings, .. } => {
            let days: Vec<_> = readings.iter().map(ToString::to_string).collect();
            format!("AMBIGUOUS {}", days.join(" or "))
        }
        Due::Unread { text } => format!("UNREAD «{text}»"),
    }
}

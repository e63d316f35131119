//! Deadlines of every kind, and what holds for them.

use proptest::prelude::*;
use qoldau_core::language::Language;
use qoldau_core::plan::{Anchor, DayCount, Due, DueContext, DueSide, Frequency, print_due, read_due};
use qoldau_core::value::{DateRange, IsoDate};

use super::config;
use super::soups::{any_text, due_soup};
use super::targets::frequency;

fn date() -> impl Strategy<Value = IsoDate> {
    prop_oneof![
        4 => (1990_i32..2100, 1_u32..=12, 1_u32..=31),
        1 => (1_i32..=9999, 1_u32..=12, 1_u32..=31),
    ]
    .prop_filter_map("a day of the calendar", |(year, month, day)| IsoDate::new(year, month, day))
}

fn range() -> impl Strategy<Value = (Option<IsoDate>, Option<IsoDate>)> {
    prop_oneof![
        2 => (date(), date()).prop_map(|(a, b)| (Some(a.min(b)), Some(a.max(b)))),
        2 => (date(), 0_u32..30).prop_filter_map("within the calendar", |(start, months)| {
            Some((Some(start.month_start()), Some(start.month_start().add_months(months)?.month_end())))
        }),
        1 => date().prop_map(|day| (Some(day), Some(day))),
        1 => date().prop_map(|end| (None, Some(end))),
        1 => date().prop_map(|start| (Some(start), None)),
    ]
}

fn due() -> impl Strategy<Value = Due> {
    let anchor = prop::sample::select(vec![
        Anchor::ProjectStart,
        Anchor::ProjectEnd,
        Anchor::Contract,
        Anchor::ActivePhaseEnd,
        Anchor::Event,
    ]);
    let days = prop::sample::select(vec![DayCount::Calendar, DayCount::Working]);
    let text = String::new;
    prop_oneof![
        4 => (range(), proptest::option::of((0_u32..24, 0_u32..60)), any::<bool>()).prop_map(
            move |((start, end), time, inherited)| {
                let time = time.filter(|_| end.is_some());
                let end_time = time.map(|(hour, minute)| format!("{hour:02}:{minute:02}"));
                Due::Range { start, end, end_time, inherited, text: text() }
            }
        ),
        3 => (anchor, prop_oneof![-40..40_i32, -999_999_999..999_999_999_i32], days)
            .prop_map(move |(anchor, offset, days)| Due::Relative {
                anchor,
                offset,
                days,
                side: DueSide::By,
                text: text()
            }),
        1 => prop::sample::select(vec![
            (Anchor::ActivePhaseEnd, DueSide::After),
            (Anchor::ActivePhaseEnd, DueSide::Around),
            (Anchor::Event, DueSide::After),
        ])
        .prop_map(move |(anchor, side)| Due::Relative {
            anchor,
            offset: 0,
            days: DayCount::Calendar,
            side,
            text: text()
        }),
        1 => frequency().prop_map(move |every| Due::Recurring { every, month: None, day: None, text: text() }),
        1 => (1_u32..=31).prop_map(move |day| {
            Due::Recurring { every: Frequency::Month, month: None, day: Some(day), text: text() }
        }),
        1 => (date(), any::<bool>()).prop_map(move |(date, named)| Due::Recurring {
            every: Frequency::Year,
            month: Some(date.month()),
            day: named.then(|| date.day()),
            text: text(),
        }),
        1 => Just(Due::WholePeriod { text: text() }),
        1 => prop::collection::btree_set(date(), 2..5)
            .prop_map(move |days| Due::Ambiguous { readings: days.into_iter().collect(), text: text() }),
    ]
}

/// A deadline without its text.
fn due_meaning(due: &Due) -> Due {
    let mut meant = due.clone();
    match &mut meant {
        Due::Range { text, .. }
        | Due::Relative { text, .. }
        | Due::Recurring { text, .. }
        | Due::WholePeriod { text }
        | Due::Ambiguous { text, .. }
        | Due::Unread { text } => text.clear(),
    }
    meant
}

fn context() -> DueContext {
    let day = |text: &str| text.parse().unwrap();
    let period = Some(DateRange { start: day("2024-05-01"), end: day("2024-10-31") });
    DueContext { period, contract: Some(day("2024-04-30")) }
}

proptest! {
    #![proptest_config(config())]

    /// parse ∘ print is the identity on the meaning of deadlines, with no project to read them against.
    #[test]
    fn printed_deadlines_are_read_back(due in due()) {
        for language in Language::ALL {
            let words = print_due(&due, language);
            let read = read_due(&words, &DueContext::default());
            prop_assert_eq!(due_meaning(&read), due_meaning(&due), "{}: {}", language.tag(), words);
        }
    }

    /// Whatever a text is read as, its words are kept, and printing and reading it again changes nothing.
    #[test]
    fn every_deadline_keeps_its_words(text in prop_oneof![any_text(), due_soup()]) {
        let due = read_due(&text, &context());
        prop_assert_eq!(due.text(), text.as_str());
        if !matches!(due, Due::Unread { .. }) {
            for language in Language::ALL {
                let words = print_due(&due, language);
                let again = read_due(&words, &DueContext::default());
                prop_assert_eq!(due_meaning(&again), due_meaning(&due), "{}: {:?} -> {:?}", language.tag(), text, words);
            }
        }
    }
}

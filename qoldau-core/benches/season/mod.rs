//! Generated journals for the benches: as many entries as are asked for, the same on every run.
//!
//! Kinds, fields and lengths are those of the sample season: of sixteen entries nine are evidence, four readings, two
//! events, and the last in turn an approval, a look at a link or a step of review.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a bench may fail loudly"
)]

use std::fmt::Write as _;

/// How many lines the tasks and sections of the real annex have.
const LINES: [u32; 9] = [10, 11, 8, 13, 5, 6, 10, 4, 6];
/// However long the journal, it tells of so many events: a later entry of an event tells its newer state.
const EVENTS: u32 = 200;

/// Numbers in no visible order (splitmix64).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: u32) -> u32 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        u32::try_from(mixed % u64::from(bound)).unwrap()
    }

    fn line(&mut self) -> String {
        let task = self.below(9);
        format!("t{}-{}", task + 1, self.below(LINES[usize::try_from(task).unwrap()]) + 1)
    }

    fn event(&mut self) -> String {
        format!("visit-{:03}", self.below(EVENTS))
    }

    fn date(&mut self) -> String {
        format!("2024-{:02}-{:02}", self.below(6) + 5, self.below(28) + 1)
    }
}

/// A journal of so many entries, with its header.
#[must_use]
pub(crate) fn journal(entries: u32) -> String {
    let mut numbers = Numbers(66);
    let mut text = String::from("{\"format\":\"qoldau-journal/1.0\",\"plan\":\"66-2024-04-30\"}\n");
    for entry in 0..entries {
        let date = numbers.date();
        let body = body(entry, &date, &mut numbers);
        let (device, seq) = (entry % 3 + 1, entry / 3 + 1);
        writeln!(
            text,
            "{{\"id\":\"c{device}-{seq:06}\",\"on\":\"{date}\",\"author\":\"sample-coordinator\",{body},\
             \"device\":\"sample-phone-{device}\",\"seq\":{seq},\"clock\":\"{date}T{:02}:{:02}:00Z\"}}",
            numbers.below(24),
            numbers.below(60),
        )
        .unwrap();
    }
    text
}

/// Kind and body of an entry, whose dates are its own: nothing is dated ahead of its entry.
fn body(entry: u32, date: &str, numbers: &mut Numbers) -> String {
    match entry % 16 {
        0 | 1 => event(date, numbers),
        2 | 5 | 9 => format!(
            "\"kind\":\"reading\",\"body\":{{\"line\":\"{}\",\"mode\":\"add\",\"value\":{{\"kind\":\"amount\",\
             \"amount\":\"{}\"}},\"event\":\"{}\"}}",
            numbers.line(),
            numbers.below(90),
            numbers.event(),
        ),
        12 => format!(
            "\"kind\":\"reading\",\"body\":{{\"line\":\"t4-9\",\"mode\":\"add\",\"value\":{{\"kind\":\"share\",\
             \"numerator\":\"{}\",\"denominator\":\"50\"}},\"event\":\"{}\"}}",
            numbers.below(51),
            numbers.event(),
        ),
        3 | 6 | 13 => post(entry, date, numbers),
        4 | 7 | 10 => photos(entry, date, numbers),
        8 | 11 | 14 => format!(
            "\"kind\":\"evidence\",\"body\":{{\"item\":\"list-{entry}\",\"kind\":\"list\",\"lines\":[\"{}\",\"{}\"],\
             \"title\":\"Қатысушылар тізімі\",\"files\":[{{\"name\":\"sample-list-{entry}.pdf\",\"pages\":3}}],\
             \"rows\":{},\"signed\":true,\"events\":[\"{}\"]}}",
            numbers.line(),
            numbers.line(),
            numbers.below(90),
            numbers.event(),
        ),
        _ => office(entry, numbers),
    }
}

fn event(date: &str, numbers: &mut Numbers) -> String {
    format!(
        "\"kind\":\"event\",\"body\":{{\"event\":\"{}\",\"status\":\"{}\",\"activities\":[\"t{}-a1\"],\
         \"start\":\"{date}\",\"name\":\"Студенттермен кездесу\",\"place\":\"Ақтау, Мәдениет үйі\",\"headcount\":{}}}",
        numbers.event(),
        ["planned", "held"][usize::try_from(numbers.below(2)).unwrap()],
        numbers.below(7) + 1,
        numbers.below(90),
    )
}

fn post(entry: u32, date: &str, numbers: &mut Numbers) -> String {
    format!(
        "\"kind\":\"evidence\",\"body\":{{\"item\":\"post-{entry}\",\"kind\":\"post\",\"lines\":[\"{}\"],\
         \"outlet\":\"Facebook\",\"link\":\"https://facebook.com/sample-qoldau/post-{entry}\",\
         \"screenshot\":\"{date}\",\"events\":[\"{}\"]}}",
        numbers.line(),
        numbers.event(),
    )
}

fn photos(entry: u32, date: &str, numbers: &mut Numbers) -> String {
    let files: Vec<String> =
        (1..=5).map(|file| format!("{{\"name\":\"sample-visit-{entry}-photo-{file}.jpg\"}}")).collect();
    format!(
        "\"kind\":\"evidence\",\"body\":{{\"item\":\"photos-{entry}\",\"kind\":\"photo\",\"lines\":[\"{}\"],\
         \"files\":[{}],\"events\":[\"{}\"],\"date\":\"{date}\"}}",
        numbers.line(),
        files.join(","),
        numbers.event(),
    )
}

fn office(entry: u32, numbers: &mut Numbers) -> String {
    match entry / 16 % 3 {
        0 => format!(
            "\"kind\":\"approval\",\"body\":{{\"lines\":[\"{}\"],\"by\":\"localExecutiveBody\",\"number\":\"{entry}\"}}",
            numbers.line(),
        ),
        1 => format!(
            "\"kind\":\"linkState\",\"body\":{{\"evidence\":\"post-{}\",\"state\":\"alive\"}}",
            entry - 2
        ),
        _ => format!(
            "\"kind\":\"review\",\"body\":{{\"line\":\"{}\",\"state\":\"submitted\"}}",
            numbers.line()
        ),
    }
}

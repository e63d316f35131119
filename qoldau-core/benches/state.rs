//! What it takes to keep a state: one entry taken, one line judged, everything judged, beside everything reckoned anew,
//! from a thousand entries to a million.
//!
//! `cargo bench -p qoldau-core --bench state` goes up to a hundred thousand; `-- 1000000` goes on to a million. Times of an entry
//! are means over some hundred entries of one kind, times of an assessment the least of some runs.

#![expect(clippy::print_stdout, clippy::disallowed_methods, reason = "it measures time and says so")]
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a bench may fail loudly"
)]

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use qoldau_core::annex::{ReadLimits, read_annex};
use qoldau_core::assess::{State, assess};
use qoldau_core::facts::{Entry, FactsLimits, observe, read_facts};
use qoldau_core::plan::{Plan, Policy};
use qoldau_core::value::{Id, IsoDate};

mod season;

const ANNEX: &[u8] = include_bytes!("../../examples/data/qoldau-2024.kk.docx");
/// So many entries of each kind are taken.
const TAKEN: u32 = 200;

fn timed<T>(run: impl FnOnce() -> T) -> (Duration, T) {
    let start = Instant::now();
    let result = run();
    (start.elapsed(), result)
}

/// The least time of some runs.
fn least<T>(runs: u32, mut run: impl FnMut() -> T) -> Duration {
    (0..runs).map(|_| timed(&mut run).0).min().unwrap()
}

/// Bodies of new entries, by what they are.
const KINDS: [(&str, &str, &str); 5] = [
    (
        "count",
        "reading",
        r#"{"line":"t4-9","mode":"add","value":{"kind":"amount","amount":"60"},"event":"visit-007"}"#,
    ),
    (
        "photos",
        "evidence",
        r#"{"item":"new-@","kind":"photo","lines":["t2-2"],"files":[{"name":"a.jpg"}],"events":["visit-007"]}"#,
    ),
    (
        "event",
        "event",
        r#"{"event":"new-@","status":"held","activities":["t2-a1"],"start":"~","name":"№ @"}"#,
    ),
    // In the midst of all others, of which hundreds may lie on one day: as far as one entry ever looks.
    (
        "in crowd",
        "event",
        r#"{"event":"new-@","status":"held","activities":["t2-a1"],"start":"2024-10-15","name":"№ @"}"#,
    ),
    (
        "correction",
        "reading",
        r#"{"line":"t4-9","mode":"add","value":{"kind":"amount","amount":"61"},"event":"visit-007"}"#,
    ),
];

/// New entries of a kind: the same for every length.
fn new_entries(name: &str, kind: &str, body: &str) -> Vec<Entry> {
    let mut text = String::new();
    for number in 0..TAKEN {
        let apart = format!("2025-{:02}-{:02}", number / 28 + 1, number % 28 + 1);
        let body = body.replace('@', &format!("{name}-{number}")).replace('~', &apart);
        let replaces = if name == "correction" { format!("\"count-{number}\"") } else { String::new() };
        writeln!(
            text,
            "{{\"id\":\"{name}-{number}\",\"on\":\"2024-10-30\",\"author\":\"a\",\"kind\":\"{kind}\",\"body\":{body},\
             \"replaces\":[{replaces}],\"clock\":\"2024-10-30T09:{:02}:00Z\"}}",
            number % 60
        )
        .unwrap();
    }
    read_facts(text.as_bytes(), &FactsLimits::default()).unwrap().entries
}

fn measure(count: u32, plan: &Plan) {
    let journal = season::journal(count);
    let entries = read_facts(journal.as_bytes(), &FactsLimits::default()).unwrap().entries;
    let day = IsoDate::new(2024, 10, 31).unwrap();
    let policy = Policy::default();
    let (building, mut state) = timed(|| {
        let mut state = State::new(plan.clone(), Vec::new());
        for entry in entries.clone() {
            state.apply(entry);
        }
        state
    });
    let mut row = format!("{count:>9} {:>7}", micros(building / count));
    for (name, kind, body) in KINDS {
        let new = new_entries(name, kind, body);
        let (taking, ()) = timed(|| {
            for entry in new {
                state.apply(entry);
            }
        });
        write!(row, " {:>10}", micros(taking / TAKEN)).unwrap();
    }
    let lines: Vec<Id> = plan.lines().map(|(.., line)| line.id.clone()).collect();
    let runs = (300_000 / count).clamp(1, 20);
    let mut ones: Vec<Duration> = lines
        .iter()
        .map(|line| least(runs, || state.assess_line(line, day, &policy, None).unwrap()))
        .collect();
    ones.sort_unstable();
    let (one, worst) = (ones[ones.len() / 2], *ones.last().unwrap());
    let all = least(runs, || state.assess(day, &policy, None));
    let anew = (0..runs).map(|_| {
        let entries = entries.clone();
        timed(|| assess(plan, &observe(entries), day, &policy, None)).0
    });
    let anew = anew.min().unwrap();
    let reading = least(runs.min(3), || read_facts(journal.as_bytes(), &FactsLimits::default()).unwrap());
    write!(
        row,
        " {:>8} {:>9} {:>9} {:>9} {:>9}",
        micros(one),
        micros(worst),
        micros(all),
        micros(anew),
        micros(anew + reading)
    )
    .unwrap();
    println!("{row}");
}

/// Microseconds with one place.
fn micros(time: Duration) -> String {
    let nanos = time.as_nanos();
    format!("{}.{}", nanos / 1000, nanos / 100 % 10)
}

fn main() {
    let most = std::env::args().filter_map(|argument| argument.parse().ok()).max().unwrap_or(100_000);
    let plan = read_annex(ANNEX, &ReadLimits::default()).unwrap().plan;
    println!(
        "microseconds: of one entry taken, one line judged (median and worst of all), all judged, all observed and judged, and read"
    );
    println!(
        "{:>9} {:>7} {:>10} {:>10} {:>10} {:>10} {:>10} {:>8} {:>9} {:>9} {:>9} {:>9}",
        "entries",
        "build",
        "count",
        "photos",
        "event",
        "in crowd",
        "correction",
        "a line",
        "worst",
        "state",
        "anew",
        "read too"
    );
    let mut entries = 1000_u32;
    while entries <= most {
        measure(entries, &plan);
        entries *= 10;
    }
}

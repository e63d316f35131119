//! How reading a journal and assessing it grow with its length, from ten thousand facts to ten million: nanoseconds a
//! fact.
//!
//! `cargo bench -p qoldau-core --bench scale` goes up to a million; `-- 10000000` goes on to ten, which takes 16 GB.
//! Every time is the least of several runs, taken in turns with the general JSON reader, so that other work on the
//! machine harms all. Reading keeps its entries; the general reader is measured keeping its values and letting each go.

#![expect(clippy::print_stdout, clippy::disallowed_methods, reason = "it measures time and says so")]
#![expect(clippy::unwrap_used, clippy::arithmetic_side_effects, reason = "a bench may fail loudly")]

use std::time::{Duration, Instant};

use qoldau_core::annex::{ReadLimits, read_annex};
use qoldau_core::assess::assess;
use qoldau_core::facts::{FactsLimits, observe, read_facts};
use qoldau_core::plan::{Plan, Policy};
use qoldau_core::value::IsoDate;
use serde_json::Value;

mod season;

const ANNEX: &[u8] = include_bytes!("../../examples/data/qoldau-2024.kk.docx");

/// Runs something and says how long it took, without letting its result go.
fn timed<T>(run: impl FnOnce() -> T) -> (Duration, T) {
    let start = Instant::now();
    let result = run();
    (start.elapsed(), result)
}

/// Values of more facts than this are not kept: they would take more memory than many machines have.
const MOST_KEPT: u32 = 1_000_000;

/// The least times of one length.
struct Row {
    kept: Duration,
    let_go: Duration,
    reading: Duration,
    assessing: Duration,
}

fn measure(entries: u32, plan: &Plan) -> Row {
    let journal = season::journal(entries);
    let day = IsoDate::new(2024, 10, 31).unwrap();
    let policy = Policy::default();
    let most = Duration::MAX;
    let mut row = Row { kept: most, let_go: most, reading: most, assessing: most };
    let value = |line| serde_json::from_str::<Value>(line).unwrap();
    for _ in 0..(3_000_000 / entries).clamp(1, 25) {
        if entries <= MOST_KEPT {
            row.kept = row.kept.min(timed(|| journal.lines().map(value).collect::<Vec<_>>()).0);
        }
        row.let_go = row.let_go.min(timed(|| journal.lines().map(value).filter(Value::is_object).count()).0);
        let (reading, read) = timed(|| read_facts(journal.as_bytes(), &FactsLimits::default()).unwrap());
        assert!(read.findings.is_empty() && read.entries.len() == usize::try_from(entries).unwrap());
        row.reading = row.reading.min(reading);
        let observations = observe(read.entries);
        let (assessing, assessment) = timed(|| assess(plan, &observations, day, &policy, plan.period));
        assert_eq!(assessment.counts.lines, 73);
        row.assessing = row.assessing.min(assessing);
    }
    row
}

fn main() {
    let most = std::env::args().filter_map(|argument| argument.parse().ok()).max().unwrap_or(1_000_000);
    let plan = read_annex(ANNEX, &ReadLimits::default()).unwrap().plan;
    println!("nanoseconds a fact");
    println!("{:>10} {:>11} {:>13} {:>8} {:>8}", "facts", "Value, kept", "Value, let go", "read", "assess");
    let mut entries = 10_000_u32;
    while entries <= most {
        let row = measure(entries, &plan);
        let each = |time: Duration| match time {
            Duration::MAX => "–".to_owned(),
            time => (time.as_nanos() / u128::from(entries)).to_string(),
        };
        let (kept, let_go) = (each(row.kept), each(row.let_go));
        println!("{entries:>10} {kept:>11} {let_go:>13} {:>8} {:>8}", each(row.reading), each(row.assessing));
        entries *= 10;
    }
}

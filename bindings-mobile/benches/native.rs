//! The native side of `compare.sh`: how long `whole` takes to assess a journal of 10,000 facts, by bytes and by entries.
//!
//! Prints the least of many runs in nanoseconds, and writes the journal to the file it is told, so that the other
//! languages measure the same.
#![expect(clippy::print_stdout, clippy::disallowed_methods, reason = "it measures time and says so")]
#![expect(clippy::unwrap_used, reason = "a bench may fail loudly")]

use std::time::{Duration, Instant};

use qoldau_core::annex::{ReadLimits, read_annex};
use qoldau_core::facts::{FactsLimits, read_facts};
use qoldau_core::value::IsoDate;
use qoldau_core::whole::{HoldOptions, assess_entries, assess_journal};

#[path = "../../qoldau-core/benches/season/mod.rs"]
mod season;

const ANNEX: &[u8] = include_bytes!("../../examples/data/qoldau-2024.kk.docx");
const RUNS: u32 = 40;

fn least(mut run: impl FnMut() -> Duration) -> u128 {
    (0..RUNS).map(|_| run()).min().unwrap().as_nanos()
}

fn main() {
    let journal = season::journal(10_000);
    if let Some(file) = std::env::args().nth(1).filter(|argument| !argument.starts_with('-')) {
        std::fs::write(file, &journal).unwrap();
    }
    let plan = read_annex(ANNEX, &ReadLimits::default()).unwrap().plan;
    let day = IsoDate::new(2024, 10, 31).unwrap();
    let by_bytes = least(|| {
        let start = Instant::now();
        let held = assess_journal(&plan, journal.as_bytes(), day, HoldOptions::default()).unwrap();
        let taken = start.elapsed();
        assert_eq!(held.assessment.counts.lines, 73);
        taken
    });
    let entries = read_facts(journal.as_bytes(), &FactsLimits::default()).unwrap().entries;
    let by_entries = least(|| {
        let given = entries.clone();
        let start = Instant::now();
        let held = assess_entries(&plan, given, day, HoldOptions::default()).unwrap();
        let taken = start.elapsed();
        assert_eq!(held.assessment.counts.lines, 73);
        taken
    });
    println!("{by_bytes} {by_entries}");
}

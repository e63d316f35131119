//! The native side of `bindings-wasm/bench/calls.mjs`: the least time of many runs of reading the real annex and of
//! assessing a journal of 10,000 facts, in nanoseconds, in one line. Writes the journal to the file it is told.

#![expect(clippy::print_stdout, clippy::disallowed_methods, reason = "it measures time and says so")]
#![expect(clippy::unwrap_used, reason = "a bench may fail loudly")]

use std::hint::black_box;
use std::time::Instant;

use qoldau_core::annex::{ReadLimits, read_annex};
use qoldau_core::value::IsoDate;
use qoldau_core::whole::{HoldOptions, assess_journal};

mod season;

const ANNEX: &[u8] = include_bytes!("../../examples/data/qoldau-2024.kk.docx");

/// The least time of so many runs.
fn least<T>(runs: u32, run: impl Fn() -> T) -> u128 {
    let once = || {
        let start = Instant::now();
        black_box(run());
        start.elapsed().as_nanos()
    };
    (0..runs).map(|_| once()).min().unwrap()
}

fn main() {
    let journal = season::journal(10_000);
    if let Some(file) = std::env::args().nth(1).filter(|argument| !argument.starts_with('-')) {
        std::fs::write(file, &journal).unwrap();
    }
    let limits = ReadLimits::default();
    let plan = read_annex(ANNEX, &limits).unwrap().plan;
    let day = IsoDate::new(2024, 10, 31).unwrap();
    let assess = || assess_journal(&plan, journal.as_bytes(), day, HoldOptions::default()).unwrap();
    assert_eq!(assess().assessment.counts.lines, 73);
    println!("{} {}", least(200, || read_annex(ANNEX, &limits)), least(40, assess));
}

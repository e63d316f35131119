//! The library's side of `compare.sh`: the least time of many runs, in nanoseconds, one a line: reading the real annex
//! into a plan, fetching the last words of its document (which takes the document apart and reads nothing), checking
//! the plan.

#![expect(clippy::print_stdout, clippy::disallowed_methods, reason = "it measures time and says so")]
#![expect(clippy::unwrap_used, reason = "a bench may fail loudly")]

use std::hint::black_box;
use std::time::Instant;

use qoldau_core::annex::{ReadLimits, excerpt, read_annex};
use qoldau_core::check::{Stage, check};
use qoldau_core::finding::Place;
use qoldau_core::plan::Policy;

const ANNEX: &[u8] = include_bytes!("../../examples/data/qoldau-2024.kk.docx");
/// Runs of each.
const RUNS: u32 = 400;

/// The least time of many runs.
fn least<T>(run: impl Fn() -> T) -> u128 {
    let once = || {
        let start = Instant::now();
        black_box(run());
        start.elapsed().as_nanos()
    };
    (0..RUNS).map(|_| once()).min().unwrap()
}

fn main() {
    let limits = ReadLimits::default();
    let policy = Policy::default();
    let plan = read_annex(ANNEX, &limits).unwrap().plan;
    let first = Place::Cell { block: 0, table: None, row: 0, column: 0, paragraph: 0 };
    assert!(!excerpt(ANNEX, &first, &limits).unwrap().is_empty());
    println!("{}", least(|| read_annex(ANNEX, &limits)));
    println!("{}", least(|| excerpt(ANNEX, &first, &limits)));
    println!("{}", least(|| check(&plan, Stage::Signed, &policy, &[])));
}

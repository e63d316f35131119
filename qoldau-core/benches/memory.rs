//! The memory that reading a journal and assessing it take, in bytes a fact: of reading the peak above the text, of an
//! assessment the peak above the facts.
//!
//! `cargo bench -p qoldau-core --bench memory` goes up to a million facts; `-- 10000000` goes on to ten. Every
//! allocation is counted, so the figures are the same on every run and every machine of one word size.

#![expect(clippy::print_stdout, reason = "it measures memory and says so")]
#![expect(clippy::unwrap_used, clippy::arithmetic_side_effects, reason = "a bench may fail loudly")]

use peak_alloc::PeakAlloc;
use qoldau_core::annex::{ReadLimits, read_annex};
use qoldau_core::assess::assess;
use qoldau_core::facts::{FactsLimits, observe, read_facts};
use qoldau_core::plan::Policy;
use qoldau_core::value::IsoDate;

mod season;

const ANNEX: &[u8] = include_bytes!("../../examples/data/qoldau-2024.kk.docx");

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// Runs something and says how much more memory was in use at its peak than before it.
fn peak<T>(run: impl FnOnce() -> T) -> (usize, T) {
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    let result = run();
    (MEMORY.peak_usage() - before, result)
}

fn main() {
    let most = std::env::args().filter_map(|argument| argument.parse().ok()).max().unwrap_or(1_000_000);
    let plan = read_annex(ANNEX, &ReadLimits::default()).unwrap().plan;
    let day = IsoDate::new(2024, 10, 31).unwrap();
    let policy = Policy::default();
    println!("bytes a fact at the peak");
    println!("{:>10} {:>8} {:>8}", "facts", "read", "assess");
    let mut entries = 10_000_u32;
    while entries <= most {
        let journal = season::journal(entries);
        let (reading, read) = peak(|| read_facts(journal.as_bytes(), &FactsLimits::default()).unwrap());
        let observations = observe(read.entries);
        let (assessing, _) = peak(|| assess(&plan, &observations, day, &policy, plan.period));
        let each = |bytes: usize| bytes / usize::try_from(entries).unwrap();
        println!("{entries:>10} {:>8} {:>8}", each(reading), each(assessing));
        entries *= 10;
    }
}

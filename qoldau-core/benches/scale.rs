//! How reading a journal and assessing it grow with its length, from ten thousand facts to ten million: nanoseconds a
//! fact, and the bytes a fact that an assessment takes beyond the facts themselves.
//!
//! `cargo bench -p qoldau-core --bench scale` goes up to a million; `-- 10000000` goes on to ten. Every time is the
//! least of several runs, taken in turns with the general JSON reader, so that other work on the machine harms all.
//! Memory is what the system says (Linux only): the peak during the call above what was in use before it.

#![expect(clippy::print_stdout, clippy::disallowed_methods, reason = "it measures time and says so")]
#![expect(clippy::unwrap_used, clippy::arithmetic_side_effects, reason = "a bench may fail loudly")]

use std::time::{Duration, Instant};

use qoldau_core::annex::{ReadLimits, read_annex};
use qoldau_core::assess::assess;
use qoldau_core::facts::{FactsLimits, Observations, observe, read_facts};
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

/// A field of the system's account of this process, in bytes; nothing where there is none.
fn memory(field: &str) -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(field))?;
    let kilobytes: u64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kilobytes * 1024)
}

/// The peak of memory during a run above what was in use before it.
fn extra_memory<T>(run: impl FnOnce() -> T) -> (Option<u64>, T) {
    // Five resets the peak.
    let reset = std::fs::write("/proc/self/clear_refs", "5").ok();
    let before = memory("VmRSS:");
    let result = run();
    let peak = reset.and_then(|()| memory("VmHWM:"));
    (before.zip(peak).map(|(before, peak)| peak.saturating_sub(before)), result)
}

/// What was measured of one length.
struct Row {
    general: Duration,
    reading: Duration,
    assessing: Duration,
    memory: Option<u64>,
}

fn measure(entries: u32, plan: &Plan) -> Row {
    let journal = season::journal(entries);
    let day = IsoDate::new(2024, 10, 31).unwrap();
    let policy = Policy::default();
    let held = |observations: &Observations| assess(plan, observations, day, &policy, plan.period);
    let mut row =
        Row { general: Duration::MAX, reading: Duration::MAX, assessing: Duration::MAX, memory: None };
    for _ in 0..(3_000_000 / entries).clamp(1, 25) {
        let values =
            || -> Vec<Value> { journal.lines().map(|line| serde_json::from_str(line).unwrap()).collect() };
        row.general = row.general.min(timed(values).0);
        let (reading, read) = timed(|| read_facts(journal.as_bytes(), &FactsLimits::default()).unwrap());
        assert!(read.findings.is_empty() && read.entries.len() == usize::try_from(entries).unwrap());
        row.reading = row.reading.min(reading);
        let observations = observe(read.entries);
        let (memory, assessment) = extra_memory(|| held(&observations));
        assert_eq!(assessment.counts.lines, 73);
        row.memory = row.memory.or(memory);
        row.assessing = row.assessing.min(timed(|| held(&observations)).0);
    }
    row
}

fn main() {
    let most = std::env::args().filter_map(|argument| argument.parse().ok()).max().unwrap_or(1_000_000);
    let plan = read_annex(ANNEX, &ReadLimits::default()).unwrap().plan;
    println!("nanoseconds a fact, and bytes a fact that an assessment takes");
    println!("{:>10} {:>8} {:>8} {:>8} {:>10}", "facts", "Value", "read", "assess", "bytes");
    let mut entries = 10_000_u32;
    while entries <= most {
        let row = measure(entries, &plan);
        let each = |time: Duration| time.as_nanos() / u128::from(entries);
        let bytes = row.memory.map_or("?".into(), |bytes| (bytes / u64::from(entries)).to_string());
        let (general, reading, assessing) = (each(row.general), each(row.reading), each(row.assessing));
        println!("{entries:>10} {general:>8} {reading:>8} {assessing:>8} {bytes:>10}");
        entries *= 10;
    }
}

//! How reading a journal grows with its length: nanoseconds an entry from ten thousand entries to ten million.
//!
//! `cargo bench -p qoldau-core --bench scale` goes up to a million; `-- 10000000` goes on to ten. Every figure is the
//! least of several runs, taken in turns with the general JSON reader, so that other work on the machine harms both.

#![expect(clippy::print_stdout, clippy::disallowed_methods, reason = "it measures time and says so")]
#![expect(clippy::unwrap_used, clippy::arithmetic_side_effects, reason = "a bench may fail loudly")]

use std::time::{Duration, Instant};

use qoldau_core::facts::{FactsLimits, read_facts};
use serde_json::Value;

mod season;

/// Runs something and says how long it took, without letting its result go.
fn timed<T>(run: impl FnOnce() -> T) -> (Duration, T) {
    let start = Instant::now();
    let result = run();
    (start.elapsed(), result)
}

fn main() {
    let most = std::env::args().filter_map(|argument| argument.parse().ok()).max().unwrap_or(1_000_000);
    println!("{:>12} {:>14} {:>14} {:>8}", "entries", "Value, ns", "facts, ns", "ratio");
    let mut entries = 10_000_u32;
    while entries <= most {
        let journal = season::journal(entries);
        let (mut general, mut ours) = (Duration::MAX, Duration::MAX);
        for _ in 0..(3_000_000 / entries).clamp(1, 25) {
            let lines = || -> Vec<Value> {
                journal.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
            };
            general = general.min(timed(lines).0);
            let (time, read) = timed(|| read_facts(journal.as_bytes(), &FactsLimits::default()).unwrap());
            assert!(read.findings.is_empty() && read.entries.len() == usize::try_from(entries).unwrap());
            ours = ours.min(time);
        }
        let each = |time: Duration| time.as_nanos() / u128::from(entries);
        let percent = general.as_nanos() * 100 / ours.as_nanos();
        println!(
            "{entries:>12} {:>14} {:>14} {:>5}.{:02}",
            each(general),
            each(ours),
            percent / 100,
            percent % 100
        );
        entries *= 10;
    }
}

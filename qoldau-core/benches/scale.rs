//! How reading a journal and assessing it grow with its length, from ten thousand facts to ten million: nanoseconds a
//! fact.
//!
//! `cargo bench -p qoldau-core --bench scale` goes up to a million; `-- 10000000` goes on to ten, which takes 16 GB.
//!
//! Every time is the least of several runs, taken in turns with the general JSON reader, so that other work on the
//! machine harms all. Every run is a process of its own, as a command that opens a journal is: in one process the memory
//! that one run leaves behind makes the next one quicker or slower by half, and not the same one each time.

#![expect(clippy::print_stdout, clippy::disallowed_methods, reason = "it measures time and says so")]
#![expect(clippy::unwrap_used, clippy::arithmetic_side_effects, reason = "a bench may fail loudly")]

use std::hint::black_box;
use std::process::Command;
use std::time::{Duration, Instant};

use qoldau_core::annex::{ReadLimits, read_annex};
use qoldau_core::assess::assess;
use qoldau_core::facts::{FactsLimits, FactsRead, observe, read_facts};
use qoldau_core::plan::Policy;
use qoldau_core::value::IsoDate;
use serde_json::Value;

mod season;

const ANNEX: &[u8] = include_bytes!("../../examples/data/qoldau-2024.kk.docx");

/// Values of more facts than this are not kept: they would take more memory than many machines have.
const MOST_KEPT: u32 = 1_000_000;
/// Lines of a piece, where pieces are read and let go.
const PIECE: usize = 100;
/// The argument that makes a process one run.
const ONE: &str = "--one";

/// A run over so many entries.
type Run = fn(u32) -> Duration;

/// What the runs measure.
const RUNS: [(&str, Run); 5] = [
    ("Value, kept", values_kept),
    ("Value, let go", values_let_go),
    ("read", reading),
    ("read, let go", reading_pieces),
    ("assess", assessing),
];

/// Runs something and says how long it took, without letting its result go.
fn timed<T>(run: impl FnOnce() -> T) -> (Duration, T) {
    let start = Instant::now();
    let result = run();
    (start.elapsed(), black_box(result))
}

fn value(line: &str) -> Value {
    serde_json::from_str(line).unwrap()
}

fn values_kept(entries: u32) -> Duration {
    let journal = season::journal(entries);
    timed(|| journal.lines().map(value).collect::<Vec<_>>()).0
}

fn values_let_go(entries: u32) -> Duration {
    let journal = season::journal(entries);
    timed(|| journal.lines().map(value).filter(Value::is_object).count()).0
}

fn read(journal: &str) -> FactsRead {
    read_facts(journal.as_bytes(), &FactsLimits::default()).unwrap()
}

fn reading(entries: u32) -> Duration {
    let journal = season::journal(entries);
    let (took, read) = timed(|| read(&journal));
    assert!(read.findings.is_empty() && read.entries.len() == usize::try_from(entries).unwrap());
    took
}

/// The same lines in pieces of a hundred, each let go before the next is read.
fn reading_pieces(entries: u32) -> Duration {
    let journal = season::journal(entries);
    let lines: Vec<&str> = journal.split_inclusive('\n').collect();
    let pieces: Vec<String> = lines.chunks(PIECE).map(<[&str]>::concat).collect();
    let (took, count) = timed(|| pieces.iter().map(|piece| read(piece).entries.len()).sum::<usize>());
    assert_eq!(count, usize::try_from(entries).unwrap());
    took
}

fn assessing(entries: u32) -> Duration {
    let plan = read_annex(ANNEX, &ReadLimits::default()).unwrap().plan;
    let day = IsoDate::new(2024, 10, 31).unwrap();
    let observations = observe(read(&season::journal(entries)).entries);
    let (took, assessment) = timed(|| assess(&plan, &observations, day, &Policy::default(), plan.period));
    assert_eq!(assessment.counts.lines, 73);
    took
}

/// One run in a process of its own.
fn run_alone(what: usize, entries: u32) -> Duration {
    let this = std::env::current_exe().unwrap();
    let arguments = [ONE.to_owned(), what.to_string(), entries.to_string()];
    let run = Command::new(this).args(arguments).output().unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    Duration::from_nanos(String::from_utf8(run.stdout).unwrap().trim().parse().unwrap())
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [one, what, entries, ..] = arguments.as_slice()
        && one == ONE
    {
        let (_, run) = RUNS.get(what.parse::<usize>().unwrap()).unwrap();
        println!("{}", run(entries.parse().unwrap()).as_nanos());
        return;
    }
    let most = arguments.iter().filter_map(|argument| argument.parse().ok()).max().unwrap_or(1_000_000);
    println!("nanoseconds a fact");
    print!("{:>10}", "facts");
    for (name, _) in RUNS {
        print!(" {name:>13}");
    }
    println!();
    let mut entries = 10_000_u32;
    while entries <= most {
        let mut least = [Duration::MAX; RUNS.len()];
        for _ in 0..(3_000_000 / entries).clamp(1, 15) {
            for (what, least) in least.iter_mut().enumerate() {
                if what > 0 || entries <= MOST_KEPT {
                    *least = run_alone(what, entries).min(*least);
                }
            }
        }
        print!("{entries:>10}");
        for time in least {
            let each = match time {
                Duration::MAX => "–".to_owned(),
                time => (time.as_nanos() / u128::from(entries)).to_string(),
            };
            print!(" {each:>13}");
        }
        println!();
        entries *= 10;
    }
}

//! Reach and linkage keys, for `compare_reach.py` and `compare_linkage.py`: what they hand over is read before anything is measured, and
//! what is printed are seconds of each run.
//!
//!     cargo bench -p qoldau-core --bench people -- reach ATTENDANCES.csv PEOPLE.csv RUNS THREADS
//!     cargo bench -p qoldau-core --bench people -- linkage LIST.csv RUNS
//!     cargo bench -p qoldau-core --bench people -- duplicates LIST.csv RUNS

#![expect(clippy::print_stdout, reason = "it measures and says so")]
#![expect(clippy::unwrap_used, reason = "a bench may fail loudly")]
#![expect(clippy::disallowed_methods, reason = "it measures time")]

use std::num::NonZeroU32;
use std::time::Instant;

use qoldau_core::people::duplicates::{
    DuplicateOptions, ListedPerson, PairVerdict, find_duplicates, pair_lists,
};
use qoldau_core::people::import::{guess_columns, read_people};
use qoldau_core::people::linkage::{LINKED_FROM, linkage_keys, match_keys};
use qoldau_core::people::pseudonym::PseudonymKey;
use qoldau_core::people::reach::{
    Attendance, PersonFacts, Reach, ReachDimension, ReachQuestion, count_reach,
};
use qoldau_core::table::Table;
use qoldau_core::value::DateRange;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["reach", attendances, people, runs, threads] => {
            reach(attendances, people, runs.parse().unwrap(), threads.parse().unwrap());
        }
        ["linkage", list, runs] => linkage(list, runs.parse().unwrap()),
        ["duplicates", list, runs] => duplicates(list, runs.parse().unwrap()),
        ["pairs", list] => pairs(list),
        ["pair", ours, theirs] => pair(ours, theirs),
        ["link", ours, theirs, least] => link(ours, theirs, least),
        // `cargo bench` runs all benches; this one has nothing to measure by itself.
        _ => {}
    }
}

fn reach(attendances: &str, people: &str, runs: u32, threads: NonZeroU32) {
    let (attended, known) = (std::fs::read(attendances).unwrap(), std::fs::read(people).unwrap());
    let (attended, known) = (Table::read(&attended, None).unwrap(), Table::read(&known, None).unwrap());
    let attendances: Vec<Attendance> = (0..attended.rows())
        .map(|row| Attendance {
            event: attended.cell(row, 0).unwrap().parse().unwrap(),
            on: attended.cell(row, 1).unwrap().parse().unwrap(),
            person: attended.cell(row, 2).unwrap().parse().unwrap(),
        })
        .collect();
    let people: Vec<PersonFacts> = (0..known.rows())
        .map(|row| PersonFacts {
            person: known.cell(row, 0).unwrap().parse().unwrap(),
            sex: Some(known.cell(row, 1).unwrap().into()),
            birth: None,
            settlement: Some(known.cell(row, 2).unwrap().into()),
            organisation: None,
            category: None,
        })
        .collect();
    let asked = ReachQuestion {
        period: DateRange { start: "2024-05-01".parse().unwrap(), end: "2024-10-31".parse().unwrap() },
        events: Vec::new(),
        ages: Vec::new(),
        by: vec![ReachDimension::Sex, ReachDimension::Settlement],
    };
    for _ in 0..runs {
        let begin = Instant::now();
        let reach = if threads.get() == 1 {
            count_reach(&people, &attendances, &[], &asked)
        } else {
            on_threads(&people, &attendances, &asked, threads)
        };
        let seconds = begin.elapsed().as_secs_f64();
        println!(
            "{seconds:.6} {} {} {} {}",
            reach.participations,
            reach.persons_listed,
            reach.returning_persons,
            reach.rows.len()
        );
    }
}

#[cfg(feature = "parallel")]
fn on_threads(
    people: &[PersonFacts],
    attendances: &[Attendance],
    asked: &ReachQuestion,
    threads: NonZeroU32,
) -> Reach {
    qoldau_core::people::reach::count_reach_in_parallel(people, attendances, &[], asked, threads)
}

#[cfg(not(feature = "parallel"))]
fn on_threads(_: &[PersonFacts], _: &[Attendance], _: &ReachQuestion, _: NonZeroU32) -> Reach {
    Err("build with --features parallel").unwrap()
}

fn rows(list: &str) -> Vec<ListedPerson> {
    let bytes = std::fs::read(list).unwrap();
    let table = Table::read(&bytes, None).unwrap();
    let header: Vec<&str> = table.header().iter().map(AsRef::as_ref).collect();
    let cells: Vec<Vec<_>> = (0..table.rows())
        .map(|row| (0..header.len()).map(|column| table.cell(row, column).unwrap()).collect())
        .collect();
    let rows: Vec<Vec<&str>> = cells.iter().map(|row| row.iter().map(AsRef::as_ref).collect()).collect();
    read_people(&rows, &guess_columns(&header, &rows)).people
}

fn key() -> PseudonymKey {
    PseudonymKey::new(&"bench".parse().unwrap(), &[7; 32]).unwrap()
}

fn linkage(list: &str, runs: u32) {
    let rows = rows(list);
    for _ in 0..runs {
        let begin = Instant::now();
        let keys = linkage_keys(&rows, &key());
        println!("{:.6} {}", begin.elapsed().as_secs_f64(), keys.len());
    }
}

/// Seconds of each run, rows, pairs looked at, people.
fn duplicates(list: &str, runs: u32) {
    let rows = rows(list);
    for _ in 0..runs {
        let begin = Instant::now();
        let found = find_duplicates(&rows, &DuplicateOptions::default()).unwrap();
        let seconds = begin.elapsed().as_secs_f64();
        println!("{seconds:.6} {} {} {}", found.rows, found.looked_at, found.persons);
    }
}

/// The pairs of rows of one person, as `eval.py` reads them.
fn pairs(list: &str) {
    let found = find_duplicates(&rows(list), &DuplicateOptions::default()).unwrap();
    println!("row_a,row_b");
    for pair in found.pairs.iter().filter(|pair| pair.verdict == PairVerdict::Same) {
        println!("{},{}", pair.one, pair.other);
    }
}

/// The pairs of two lists by their keys, as `eval.py` reads them.
fn link(ours: &str, theirs: &str, least: &str) {
    let (ours, theirs) = (linkage_keys(&rows(ours), &key()), linkage_keys(&rows(theirs), &key()));
    let least = least.parse().unwrap_or(LINKED_FROM);
    println!("row_a,row_b");
    for pair in match_keys(&ours, &theirs, least).unwrap() {
        println!("{},{}", pair.one, pair.other);
    }
}

/// The pairs of two lists by all that they hold.
fn pair(ours: &str, theirs: &str) {
    let paired = pair_lists(&rows(ours), &rows(theirs), &DuplicateOptions::default()).unwrap();
    println!("row_a,row_b");
    for pair in paired.pairs {
        println!("{},{}", pair.one, pair.other);
    }
}

//! The sample season: what three people with phones might have recorded from May to October 2024 for the plan of
//! `examples/data/qoldau-2024.kk.docx`.
//!
//! **Everything in it is invented**, and says so: authors are `sample-…`, files are named `sample-…`, links have `sample`
//! in them, and no person is named. The seed is fixed, so the file is the same wherever it is written.
//!
//! The season is not a perfect one. Each module tells in its head which faults of real seasons it holds; what every fault
//! does to the assessment is stated by `tests/tests/season.rs`.

mod chance;
mod impact;
mod information;
mod journal;
mod office;
mod presentation;
mod prize;
mod shared;
mod sport_and_culture;
mod support;
mod training;
mod visits;

use journal::Journal;

/// Id of the plan that the season belongs to: the real annex's.
pub const PLAN: &str = "66-2024-04-30";

/// The whole season as JSON lines: the header, then the entries in the order of their recording.
#[must_use]
pub fn season() -> String {
    let mut journal = Journal::new(2024);
    support::record(&mut journal);
    sport_and_culture::record(&mut journal);
    visits::record(&mut journal);
    training::record(&mut journal);
    office::record(&mut journal);
    prize::record(&mut journal);
    presentation::record(&mut journal);
    information::record(&mut journal);
    impact::record(&mut journal);
    journal.write(PLAN)
}

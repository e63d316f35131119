//! The golden cases of targets: every phrasing with its meaning and its canonical wording in three languages.
//!
//! `tests/golden/targets.txt` is written for a coordinator to read. After a deliberate change run with
//! `UPDATE_GOLDEN=1` and read the difference.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test says what is wrong by failing")]

mod golden;

use golden::targets::{meaning, read};
use qoldau_core::language::Language;
use qoldau_core::plan::print_targets;

/// One case as it stands in the file, made anew from its phrase.
fn block(label: &str, phrase: &str) -> String {
    let targets = read(phrase);
    let mut lines = vec![format!("{label} | {phrase}"), format!("    = {}", meaning(&targets))];
    for language in Language::ALL {
        let words = print_targets(&targets, language).replace('\n', "\\n").replace('\u{a0}', " ");
        lines.push(format!("   {}: {words}", language.tag()));
    }
    lines.join("\n")
}

#[test]
fn every_phrasing_has_its_meaning() {
    golden::check("targets.txt", block);
}

#[test]
fn english_phrasings_mean_the_same() {
    golden::check("targets_english.txt", block);
}

#[test]
fn combinations_and_traps_are_read_as_written() {
    golden::check("targets_more.txt", block);
}

#[test]
fn wordings_of_contracts_are_read_or_left_unread() {
    golden::check("targets_contracts.txt", block);
}

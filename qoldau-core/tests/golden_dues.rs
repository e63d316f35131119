//! The golden cases of deadlines: every phrasing with its meaning and its canonical wording in three languages.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test says what is wrong by failing")]

mod golden;

use golden::dues::{context, meaning};
use qoldau_core::language::Language;
use qoldau_core::plan::{print_due, read_due};

fn block(label: &str, phrase: &str) -> String {
    let due = read_due(&phrase.replace("\\n", "\n"), &context(label));
    let mut lines = vec![format!("{label} | {phrase}"), format!("    = {}", meaning(&due))];
    for language in Language::ALL {
        lines.push(format!("   {}: {}", language.tag(), print_due(&due, language).replace("\u{a0}", " ")));
    }
    lines.join("\n")
}

#[test]
fn every_deadline_has_its_meaning() {
    golden::check("dues.txt", block);
}

#[test]
fn hazards_and_english_deadlines_are_read_as_written() {
    golden::check("dues_more.txt", block);
}

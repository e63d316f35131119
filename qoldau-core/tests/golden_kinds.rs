//! The golden cases of names: what the 73 lines of the annex count and ask for, and the same in Russian and English.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test says what is wrong by failing")]

mod golden;

use qoldau_core::plan::{accumulation_of, read_impact_kind, read_kind, read_requires, read_scope};
use serde::Serialize;

/// A wire name without its quotes.
fn wire<T: Serialize>(value: &T) -> String {
    serde_json::to_value(value).unwrap().as_str().unwrap().into()
}

fn listed<T: Serialize>(title: &str, values: &[T]) -> Option<String> {
    let names: Vec<_> = values.iter().map(wire).collect();
    (!names.is_empty()).then(|| format!("{title}: {}", names.join(", ")))
}

fn block(label: &str, name: &str) -> String {
    let kind = read_kind(name);
    let requires = read_requires(name);
    let says = [
        Some(wire(&kind)),
        read_scope(name).map(|each| format!("per {}", wire(&each.of))),
        listed("approved by", &requires.approvals),
        listed("evidence with", &requires.evidence),
        listed("list with", &requires.list_fields),
        listed("and", &requires.documents),
        listed("networks", &requires.channels),
        Some(wire(&accumulation_of(kind))),
    ];
    let says: Vec<_> = says.into_iter().flatten().collect();
    format!("{label} | {name}\n    = {}", says.join("; "))
}

#[test]
fn every_name_has_its_kind() {
    golden::check("kinds.txt", block);
}

#[test]
fn every_line_of_the_impact_block_has_its_kind() {
    golden::check("impact.txt", |label, name| {
        format!("{label} | {name}\n    = {}", wire(&read_impact_kind(name)))
    });
}

//! Findings that say the same in the same words: told once where they are shown, with their number. The model of the report keeps each, so
//! that an app can pair them with the findings of the assessment, one by one.

use super::model::FindingRow;
use super::phrases;
use crate::finding::{Param, fill};
use crate::language::Language;

/// How far back the same words are looked for: what is said again and again is said nearby.
const NEARBY: usize = 64;

/// The rows, each once.
pub(super) fn each_once<'r>(
    rows: impl IntoIterator<Item = &'r FindingRow>,
    language: Language,
) -> Vec<FindingRow> {
    let mut told: Vec<(&FindingRow, usize)> = Vec::new();
    for row in rows {
        let mut nearby = told.iter_mut().rev().take(NEARBY);
        match nearby.find(|(same, _)| *same == row) {
            Some((_, count)) => *count = count.saturating_add(1),
            None => told.push((row, 1)),
        }
    }
    told.into_iter().map(|(row, count)| with_number(row, count, language)).collect()
}

fn with_number(row: &FindingRow, count: usize, language: Language) -> FindingRow {
    if count == 1 {
        return row.clone();
    }
    let params = [Param::text("finding", &row.text), Param::count("count", count)];
    FindingRow { text: fill(phrases::SEVERAL_RECORDS.get(language), &params, language), ..row.clone() }
}

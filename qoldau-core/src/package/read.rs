//! How the lines of a package were read.

use std::collections::BTreeMap;

use super::model::PackageReading;
use crate::plan::{AnswerForm, PlanReading, Question};
use crate::value::Id;

/// The answers in force, by what they are about.
pub(super) struct Answers<'a>(BTreeMap<&'a Id, Vec<&'a PlanReading>>);

impl<'a> Answers<'a> {
    pub(super) fn of(readings: &'a [PlanReading]) -> Self {
        let mut answers: BTreeMap<&Id, Vec<&PlanReading>> = BTreeMap::new();
        for reading in readings {
            answers.entry(&reading.line).or_default().push(reading);
        }
        Self(answers)
    }

    /// The answers by which a line is read. `ids` are its own, its activity's and its task's: what is answered for the nearer goes before.
    pub(super) fn to(&self, ids: &[&Id]) -> Vec<PackageReading> {
        let mut of_line: BTreeMap<Question, PackageReading> = BTreeMap::new();
        for reading in ids.iter().filter_map(|id| self.0.get(id)).flatten() {
            of_line.entry(reading.question).or_insert_with(|| frozen(reading));
        }
        of_line.into_values().collect()
    }
}

fn frozen(reading: &PlanReading) -> PackageReading {
    let is_known = match reading.question.form() {
        AnswerForm::Words { known } => known.contains(&reading.answer.as_str()),
        _ => true,
    };
    PackageReading {
        question: reading.question,
        answer: is_known.then(|| reading.answer.clone()),
        source: reading.source,
    }
}

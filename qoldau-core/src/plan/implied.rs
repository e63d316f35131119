//! Readings that the contract's own words give: a comparator in a heading, an expected result or an activity's text.

use super::promise::{claims, implied};
use super::{Bound, Plan, PlanReading, Question};

/// The readings that follow from the plan's own words, in the order of its lines.
///
/// A comparator that stands in a task's heading, an expected result or the activity's text is taken for the line that
/// carries the number («кемінде 100 … қолдау» over a line «100»), with that source. Lines whose own words have a
/// comparator, and lines somebody has given a reading already, are not among them.
#[must_use]
pub fn implied_readings(plan: &Plan) -> Vec<PlanReading> {
    let claims = claims(plan);
    let bounds = implied(&claims).into_iter().filter_map(|implied| {
        let answer = match implied.bound {
            Bound::AtLeast => "atLeast",
            Bound::AtMost => "atMost",
            _ => return None,
        };
        Some(PlanReading {
            line: implied.line.id.clone(),
            question: Question::Bound,
            answer: answer.into(),
            source: implied.source,
            agreed_with: None,
            date: None,
            document: None,
        })
    });
    bounds.filter(|reading| !is_answered(plan, reading)).collect()
}

/// Whether the plan holds a reading of the same line and question.
fn is_answered(plan: &Plan, reading: &PlanReading) -> bool {
    plan.readings.iter().any(|given| given.line == reading.line && given.question == reading.question)
}

//! Folds away what was answered or taken note of.

use crate::facts::{Acknowledgement, Noted};
use crate::finding::{Finding, Offer};
use crate::plan::Question;
use crate::value::Id;

use super::context::Context;

/// Splits findings into those that fold away and those that stay. Of a finding that stays, the answers to questions
/// that are settled are taken out.
pub(super) fn fold(
    findings: Vec<Finding>,
    context: &Context<'_>,
    acknowledged: &[Acknowledgement],
) -> (Vec<Finding>, Vec<Finding>) {
    let noted = Noted::new(acknowledged);
    let (mut folded, mut open) = (Vec::new(), Vec::with_capacity(findings.len()));
    for mut finding in findings {
        if noted.has(&finding) || is_answered(&finding, context) {
            folded.push(finding);
        } else {
            let lines = std::mem::take(&mut finding.lines);
            finding.answers.retain(|offer| !is_settled(offer, &lines, context));
            open.push(Finding { lines, ..finding });
        }
    }
    (folded, open)
}

/// Whether every question of a finding that asks is settled.
fn is_answered(finding: &Finding, context: &Context<'_>) -> bool {
    let asks = !finding.answers.is_empty();
    asks && finding.answers.iter().all(|offer| is_settled(offer, &finding.lines, context))
}

/// Whether the question of an offer is settled for all lines it is about.
fn is_settled(offer: &Offer, touched: &[Id], context: &Context<'_>) -> bool {
    let lines = if offer.lines.is_empty() { touched } else { &offer.lines };
    let Some(question) = Question::from_key(&offer.question) else { return false };
    !lines.is_empty() && lines.iter().all(|line| context.is_settled(line, question))
}

//! Folds away what was answered or taken note of.

use crate::facts::Acknowledgement;
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
    let (mut folded, mut open) = (Vec::new(), Vec::new());
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

/// What somebody took note of: whole codes, and lines by code.
struct Noted<'a> {
    codes: Vec<&'a str>,
    lines: Vec<(&'a str, &'a Id, &'a Acknowledgement)>,
}

impl<'a> Noted<'a> {
    fn new(acknowledged: &'a [Acknowledgement]) -> Self {
        let whole = acknowledged.iter().filter(|note| note.lines.is_empty());
        let mut codes: Vec<&str> = whole.map(|note| &*note.code).collect();
        codes.sort_unstable();
        let lines =
            acknowledged.iter().flat_map(|note| note.lines.iter().map(move |line| (&*note.code, line, note)));
        let mut lines: Vec<(&str, &Id, &Acknowledgement)> = lines.collect();
        lines.sort_unstable_by_key(|(code, line, _)| (*code, *line));
        Self { codes, lines }
    }

    /// Whether somebody took note of the finding: of its code, or of every line it touches.
    fn has(&self, finding: &Finding) -> bool {
        if self.codes.binary_search(&finding.code.as_str()).is_ok() {
            return true;
        }
        let subjects = finding.subjects();
        let Some(first) = subjects.first() else { return false };
        let key = (finding.code.as_str(), first);
        let from = self.lines.partition_point(|(code, line, _)| (*code, *line) < key);
        let same = self.lines.iter().skip(from).take_while(|(code, line, _)| (*code, *line) == key);
        same.into_iter().any(|(_, _, note)| subjects.iter().all(|line| note.lines.contains(line)))
    }
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

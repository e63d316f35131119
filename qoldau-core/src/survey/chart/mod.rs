//! Charts of a survey: what they show, and drawn as inline SVG.
//!
//! Every chart has a title and a description that says its figures in words. Groups too small to be shown are drawn nowhere.

#[cfg(test)]
mod tests;

use std::fmt::Write as _;

use super::questionnaire::Questionnaire;
use super::score::{Change, Comparison, PhaseScores, QuestionScores, amount, say_change};
use crate::language::{Language, Saying};
use crate::section::{Chart, ChartBar, ChartChange, draw_chart};

const HIDDEN: Saying = Saying {
    kk: "Құпиялық үшін жасырылған сұрақтар",
    ru: "Вопросов скрыто для защиты данных",
    en: "Questions suppressed for privacy",
};

/// The scale questions of a phase that share one list of steps, as diverging stacked bars; nothing where none of them can
/// be shown. Questions with hidden steps are left out, and their number is said in the description.
#[must_use]
pub fn bars_of(
    survey: &Questionnaire,
    scores: &PhaseScores,
    list: &str,
    language: Language,
) -> Option<Chart> {
    let of_list = |scores: &&QuestionScores| {
        survey.question(scores.question.as_str()).is_some_and(|question| {
            question.answer.is_scored() && question.answer.list().is_some_and(|of| of.as_str() == list)
        })
    };
    let questions: Vec<&QuestionScores> = scores.questions.iter().filter(of_list).collect();
    let bars: Vec<ChartBar> = questions.iter().filter_map(|scores| bar(survey, scores, language)).collect();
    let first = questions.first().filter(|_| !bars.is_empty())?;
    let steps = step_names(survey, first, language);
    let hidden = questions.len().saturating_sub(bars.len());
    let description = description(&bars, &steps, hidden, language);
    let title = survey.title.said(language).unwrap_or(survey.id.as_str()).to_owned();
    Some(Chart::StackedBars { title, description, steps, bars })
}

/// [`bars_of`], drawn as inline SVG.
#[must_use]
pub fn stacked_bars(
    survey: &Questionnaire,
    scores: &PhaseScores,
    list: &str,
    language: Language,
) -> Option<String> {
    bars_of(survey, scores, list, language).map(|chart| draw_chart(&chart, &format!("bars-{list}"), language))
}

fn bar(survey: &Questionnaire, scores: &QuestionScores, language: Language) -> Option<ChartBar> {
    let question = survey.question(scores.question.as_str())?;
    let counts: Option<Vec<u32>> = scores.steps.iter().map(|step| step.count).collect();
    let counts = counts.filter(|counts| counts.iter().any(|count| *count > 0))?;
    Some(ChartBar { label: question.label.said(language).unwrap_or(question.id.as_str()).to_owned(), counts })
}

/// The names of a question's steps, from the lowest.
fn step_names(survey: &Questionnaire, scores: &QuestionScores, language: Language) -> Vec<String> {
    let question = survey.question(scores.question.as_str());
    let list = question.and_then(|question| question.answer.list()).and_then(|of| survey.list(of.as_str()));
    let name = |code: &str| {
        let label = list.and_then(|list| list.option(code)).and_then(|option| option.label.said(language));
        label.unwrap_or(code).to_owned()
    };
    scores.steps.iter().map(|step| name(&step.code)).collect()
}

/// The figures in words.
fn description(bars: &[ChartBar], steps: &[String], hidden: usize, language: Language) -> String {
    let mut out = String::new();
    for bar in bars {
        let counts: Vec<String> =
            steps.iter().zip(&bar.counts).map(|(name, count)| format!("{name}: {count}")).collect();
        let _ = write!(out, "{} {}. ", bar.label, counts.join(", "));
    }
    if hidden > 0 {
        let _ = write!(out, "{}: {hidden}.", HIDDEN.get(language));
    }
    out.trim_end().to_owned()
}

/// The changes of the subscales between two phases, as percent of the possible, of everybody as two groups: the first phase,
/// the second, and the interval of the change laid from the first. Nothing where none can be shown.
#[must_use]
pub fn changes_of(survey: &Questionnaire, comparison: &Comparison, language: Language) -> Option<Chart> {
    let name = |change: &Change| {
        let title = survey.subscale(change.of.as_str()).and_then(|subscale| subscale.title.said(language));
        title.unwrap_or(change.of.as_str()).to_owned()
    };
    let changes: Vec<ChartChange> =
        comparison.subscales.iter().filter_map(|change| shown(change, &name(change))).collect();
    if changes.is_empty() {
        return None;
    }
    let sentences: Vec<String> =
        comparison.subscales.iter().map(|change| say_change(change, &name(change), language)).collect();
    let phase = |scores: &PhaseScores| {
        let id = scores.phase.as_ref()?;
        let title = survey.phase(id.as_str()).and_then(|phase| phase.title.said(language));
        Some(title.unwrap_or(id.as_str()).to_owned())
    };
    Some(Chart::Dumbbells {
        title: survey.title.said(language).unwrap_or(survey.id.as_str()).to_owned(),
        description: sentences.join(". "),
        first: phase(&comparison.first),
        second: phase(&comparison.second),
        changes,
    })
}

/// [`changes_of`], drawn as inline SVG.
#[must_use]
pub fn dumbbells(survey: &Questionnaire, comparison: &Comparison, language: Language) -> Option<String> {
    changes_of(survey, comparison, language).map(|chart| draw_chart(&chart, "dumbbells", language))
}

/// The change of everybody, with how many these are in both phases.
fn shown(change: &Change, name: &str) -> Option<ChartChange> {
    let of = &change.independent;
    let label = format!("{name} (n = {}; {})", of.n_first, of.n_second);
    let (first, second) = of.mean_first.zip(of.mean_second).filter(|_| !change.hidden)?;
    let end = |distance: f64| amount(first + distance);
    Some(ChartChange {
        label,
        first: amount(first),
        second: amount(second),
        low: of.interval.as_ref().map(|interval| end(interval.low)),
        high: of.interval.as_ref().map(|interval| end(interval.high)),
    })
}

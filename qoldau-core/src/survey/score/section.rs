//! A survey as a section of the report: who answered, whether the promised satisfaction is met, what changed, and the
//! questions in a table and in charts.

use super::say::amount;
use super::text::{Page, SATISFACTION, SUPPRESSED};
use super::{Change, Comparison, PhaseScores, QuestionScores, SatisfactionScore, ScoreOptions, TopBoxes};
use crate::language::{Language, Saying, format_amount, format_share};
use crate::section::{Chart, ReportSection, ReportTable};
use crate::survey::chart::{bars_of, changes_of};
use crate::survey::questionnaire::{AnswerKind, Questionnaire};
use crate::survey::stats::Interval;
use crate::value::Amount;

const SURVEY: Saying = Saying { kk: "Сауалнама", ru: "Опрос", en: "Survey" };
const QUESTIONS: Saying = Saying {
    kk: "Шкала сұрақтары: шкаланың жоғарғы қадамдарын белгілегендер",
    ru: "Вопросы со шкалой: отметившие верхние шаги",
    en: "Scale questions: people who marked the top steps",
};
const QUESTION: Saying = Saying { kk: "Сұрақ", ru: "Вопрос", en: "Question" };
const ANSWERS: Saying = Saying { kk: "Жауап саны", ru: "Ответов", en: "Answers" };
const MEAN: Saying = Saying { kk: "Орташа", ru: "Среднее", en: "Mean" };
const TOP: Saying =
    Saying { kk: "Жоғарғы қадамдар", ru: "Верхние шаги", en: "Top steps" };
const CHANGE: Saying = Saying {
    kk: "Үлестің өзгеруі, пайыздық тармақ",
    ru: "Изменение доли, п. п.",
    en: "Change of the share, percentage points",
};

/// One phase of a survey as a section of the report, with the satisfaction where it is declared. What is suppressed in the
/// scores stays so.
#[must_use]
pub fn section_of_phase(
    survey: &Questionnaire,
    scores: &PhaseScores,
    satisfaction: Option<&SatisfactionScore>,
    options: &ScoreOptions,
    language: Language,
) -> ReportSection {
    let mut page = Page { survey, language, out: String::new() };
    page.people(scores);
    page.satisfied(satisfaction, options);
    let columns = [QUESTION, ANSWERS, MEAN, TOP].map(|title| title.get(language).to_owned());
    let rows = scores.questions.iter().filter(|of| is_scale(survey, of)).map(|of| page.phase_row(of));
    let table = table(columns.to_vec(), rows.collect(), language);
    let charts = charts_of(survey, scores, language);
    page.into_section(table, charts)
}

/// Two phases of a survey as a section of the report: each by who answered, how they pair, what changed, question by question, and the
/// satisfaction where it is declared. What is suppressed in the scores stays so.
#[must_use]
pub fn section_of_comparison(
    survey: &Questionnaire,
    comparison: &Comparison,
    satisfaction: Option<&SatisfactionScore>,
    options: &ScoreOptions,
    language: Language,
) -> ReportSection {
    let mut page = Page { survey, language, out: String::new() };
    let [first, second] = [&comparison.first, &comparison.second].map(|scores| page.phase_title(scores));
    for (title, scores) in [(&first, &comparison.first), (&second, &comparison.second)] {
        page.out.push_str(title);
        page.out.push_str(". ");
        page.people(scores);
    }
    page.satisfied(satisfaction, options);
    page.compared(comparison);
    let columns = [QUESTION.get(language), &first, &second, CHANGE.get(language)].map(ToOwned::to_owned);
    let rows = comparison.questions.iter().map(|change| page.change_row(change)).collect();
    let table = table(columns.to_vec(), rows, language);
    let charts = changes_of(survey, comparison, language).into_iter();
    let charts = charts.chain(charts_of(survey, &comparison.second, language)).collect();
    page.into_section(table, charts)
}

/// The table of the questions; none where there are none.
fn table(columns: Vec<String>, rows: Vec<Vec<String>>, language: Language) -> Vec<ReportTable> {
    let caption = QUESTIONS.get(language).to_owned();
    if rows.is_empty() { Vec::new() } else { vec![ReportTable { caption, columns, rows }] }
}

fn is_scale(survey: &Questionnaire, scores: &QuestionScores) -> bool {
    let question = survey.question(scores.question.as_str());
    question.is_some_and(|question| matches!(question.answer, AnswerKind::Scale { .. }))
}

/// The bars of every list of steps.
fn charts_of(survey: &Questionnaire, scores: &PhaseScores, language: Language) -> Vec<Chart> {
    survey.lists.iter().filter_map(|list| bars_of(survey, scores, list.id.as_str(), language)).collect()
}

impl Page<'_> {
    fn satisfied(&mut self, satisfaction: Option<&SatisfactionScore>, options: &ScoreOptions) {
        let Some(score) = satisfaction else { return };
        self.out.push_str(SATISFACTION.get(self.language));
        self.out.push_str(". ");
        self.verdict(score, options);
    }

    fn phase_row(&self, scores: &QuestionScores) -> Vec<String> {
        let name = self.label(&scores.question);
        let answered = self.number(scores.answered);
        if scores.hidden {
            return vec![name, answered, SUPPRESSED.get(self.language).into(), String::new()];
        }
        vec![name, answered, self.mean(scores), self.top(scores.top.as_ref(), scores.answered)]
    }

    fn change_row(&self, change: &Change) -> Vec<String> {
        let name = self.label(&change.of);
        if change.hidden {
            return vec![name, SUPPRESSED.get(self.language).into(), String::new(), String::new()];
        }
        let percent = |top: &Option<TopBoxes>| top.as_ref()?.share.percent();
        let shares = percent(&change.top_second).zip(percent(&change.top_first));
        let difference = shares.and_then(|(second, first)| second.checked_sub(first));
        let said = difference.map(|of| self.points(of, change.top_interval.as_ref()));
        vec![
            name,
            self.top(change.top_first.as_ref(), change.independent.n_first),
            self.top(change.top_second.as_ref(), change.independent.n_second),
            said.unwrap_or_else(|| "—".into()),
        ]
    }

    /// «62 % (31 / 50)»; where somebody answered and it is not there, it is hidden.
    fn top(&self, top: Option<&TopBoxes>, answered: u32) -> String {
        let none = || if answered > 0 { SUPPRESSED.get(self.language).into() } else { "—".into() };
        top.map_or_else(none, |top| format_share(top.share, self.language))
    }

    /// «+12,5 [1,9; 23,0]», in percentage points.
    fn points(&self, difference: Amount, interval: Option<&Interval>) -> String {
        let said = |of: Amount| format_amount(of.rounded(1), self.language).replacen('-', "−", 1);
        let bound = |of: f64| said(amount(of * 100.0));
        let sign = if difference > Amount::ZERO { "+" } else { "" };
        let interval = interval.map(|of| format!(" [{}; {}]", bound(of.low), bound(of.high)));
        format!("{sign}{}{}", said(difference), interval.unwrap_or_default())
    }

    fn into_section(self, tables: Vec<ReportTable>, charts: Vec<Chart>) -> ReportSection {
        let name = self.survey.title.said(self.language).unwrap_or(self.survey.id.as_str());
        ReportSection {
            title: format!("{}: {name}", SURVEY.get(self.language)),
            paragraphs: self.out.lines().filter(|line| !line.is_empty()).map(Into::into).collect(),
            tables,
            charts,
        }
    }
}

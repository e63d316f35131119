//! How lines were read, what the checks say, and by which policy.

use super::Context;
use super::context::numbered;
use crate::catalogue::rule;
use crate::finding::{Finding, Offer, Param, Severity, fill};
use crate::language::{Saying, format_day_year, unit_name};
use crate::plan::{PlanReading, Question, Setting, named_lines, say_answer, say_question};
use crate::report::model::{FindingRow, PolicyRow, ReadingRow};
use crate::report::readings as words;

/// The readings in the plan's order; the same answer to the same question is said once for all its lines.
pub(super) fn readings(context: &Context<'_>) -> Vec<ReadingRow> {
    let mut rows: Vec<ReadingRow> = Vec::new();
    for reading in &context.assessment.readings {
        let number = context.line_ref(&reading.line).number;
        let row = ReadingRow {
            lines: vec![number.clone()],
            question: say_question(reading.question).get(context.language).into(),
            answer: answer(context, reading.question.key(), &reading.answer),
            source: source(context, reading),
        };
        let same = |of: &&mut ReadingRow| {
            (&of.question, &of.answer, &of.source) == (&row.question, &row.answer, &row.source)
        };
        match rows.iter_mut().find(same) {
            Some(same) if same.lines.contains(&number) => {}
            Some(same) => same.lines.push(number),
            None => rows.push(row),
        }
    }
    rows
}

/// An answer in words; lines that are named in it by their numbers.
fn answer(context: &Context<'_>, question: &str, answer: &str) -> String {
    let names_lines = [Question::Sources.key(), Question::CarriedBy.key()].contains(&question);
    let ids = if names_lines { named_lines(answer) } else { None };
    match ids {
        Some(ids) if ids.iter().any(|id| context.line(id).is_some()) => {
            let word = unit_name("line", context.language).unwrap_or_default();
            numbered(word, &context.numbers(&ids).join(", "), context.language)
        }
        _ => say_answer(answer, context.language),
    }
}

/// Possible answers; where several questions are asked, each with its own.
fn answers(context: &Context<'_>, offers: &[Offer]) -> Vec<String> {
    let mut by_question: Vec<(&str, Vec<String>)> = Vec::new();
    for offer in offers {
        let said = answer(context, &offer.question, &offer.answer);
        match by_question.iter_mut().find(|(question, _)| *question == offer.question) {
            Some((_, answers)) => answers.push(said),
            None => by_question.push((&offer.question, vec![said])),
        }
    }
    match by_question.as_slice() {
        [(_, answers)] => answers.clone(),
        several => several
            .iter()
            .map(|(key, answers)| {
                let question = Question::ALL.iter().find(|question| question.key() == *key);
                let question =
                    question.map_or(*key, |question| say_question(*question).get(context.language));
                format!("{question}: {}", answers.join(" / "))
            })
            .collect(),
    }
}

/// Who says so.
fn source(context: &Context<'_>, reading: &PlanReading) -> String {
    let mut said = vec![words::reading_source(reading.source, context.language).to_owned()];
    said.extend(reading.agreed_with.clone());
    said.extend(reading.document.clone());
    said.extend(reading.date.map(format_day_year));
    said.join(", ")
}

/// A finding in words.
pub(super) fn finding(context: &Context<'_>, finding: &Finding) -> FindingRow {
    let language = context.language;
    let rule = rule(&finding.code);
    let said = Finding { params: context.in_words(&finding.params), ..finding.clone() };
    let text = rule.map_or_else(|| finding.code.clone(), |rule| rule.say(&said, language));
    let numbers = context.numbers(&finding.subjects());
    FindingRow {
        code: finding.code.clone(),
        severity: finding.severity,
        severity_text: context.word(severity_key(finding.severity)).into(),
        remedy: rule.map_or_else(String::new, |rule| rule.say_remedy(&said, language)),
        lines: numbers.into_iter().filter(|number| !names(&text, number)).collect(),
        answers: answers(context, &finding.answers),
        text,
    }
}

/// Whether a text names a printed number (of an activity: the number at the end of its label, in Kazakh at its beginning).
fn names(text: &str, number: &str) -> bool {
    let own = number.rsplit(' ').next().unwrap_or(number);
    let own = own.split_once('-').map_or(own, |(first, _)| if first.contains('.') { first } else { own });
    let mut words = text.split(|c: char| !c.is_alphanumeric() && c != '.');
    words.any(|word| word.trim_end_matches('.') == own)
}

/// How much a finding matters: the key of the word.
const fn severity_key(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Question => "question",
        Severity::Info => "info",
    }
}

/// Every setting of the policy that was used.
pub(super) fn policy(context: &Context<'_>) -> Vec<PolicyRow> {
    let policy = &context.assessment.policy;
    let settings = [
        (words::COUNTS_BOUND, &policy.counts_bound),
        (words::DOCUMENTS_BOUND, &policy.documents_bound),
        (words::LEVEL_BOUND, &policy.level_bound),
        (say_question(Question::Letters), &policy.letters),
        (say_question(Question::Networks), &policy.networks),
        (say_question(Question::TaskPosts), &policy.task_posts),
        (say_question(Question::Reuse), &policy.reuse),
        (say_question(Question::SupportCounts), &policy.support_counts),
        (words::PRO_RATA, &policy.pro_rata),
        (words::DAYS_AFTER_EVENT, &policy.evidence_days),
        (words::WORKLOAD_LIMIT, &policy.workload_limit),
        (words::COUNTS_FROM, &policy.counts_from),
        (words::OWN_APPROVAL, &policy.own_approval),
    ];
    let mut rows: Vec<PolicyRow> = settings.map(|(name, setting)| setting_row(context, name, setting)).into();
    for (code, severity) in &policy.severities {
        rows.push(PolicyRow {
            name: fill(
                words::SEVERITY_OF.get(context.language),
                &[Param::text("code", code)],
                context.language,
            ),
            value: context.word(severity_key(*severity)).to_lowercase(),
            source: words::setting_source(crate::plan::Source::User).get(context.language).into(),
        });
    }
    rows
}

fn setting_row(context: &Context<'_>, name: Saying, setting: &Setting) -> PolicyRow {
    let language = context.language;
    let mut source = vec![words::setting_source(setting.source).get(language).to_owned()];
    if let Some(edition) = &setting.edition {
        source.push(fill(words::EDITION.get(language), &[Param::text("edition", edition)], language));
    }
    if setting.verified {
        source.push(words::VERIFIED.get(language).into());
    }
    let value = setting.value.as_deref().map(|value| say_answer(value, language));
    PolicyRow {
        name: name.get(language).into(),
        value: value.unwrap_or_else(|| words::NOT_SET.get(language).into()),
        source: source.join(", "),
    }
}

//! Findings on a terminal.

use std::fmt::Write as _;
use std::io::IsTerminal;

use qoldau_core::finding::{Finding, Place, Severity};
use qoldau_core::language::{Language, word};
use qoldau_core::plan::Plan;
use qoldau_core::rule;
use qoldau_core::value::Id;

use crate::speech;

/// Whether colours are wanted on a stream: it is a terminal that has them, and nobody said no (<https://no-color.org>).
pub(crate) fn coloured(stream: &impl IsTerminal) -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let dumb = std::env::var_os("TERM").is_none_or(|term| term == "dumb");
    stream.is_terminal() && !set("NO_COLOR") && !dumb
}

/// Findings in words, one paragraph each.
pub(crate) fn findings<'a>(
    findings: impl IntoIterator<Item = &'a Finding>,
    plan: &Plan,
    language: Language,
    coloured: bool,
) -> String {
    let mut out = String::new();
    for finding in findings {
        // Writing to a string cannot fail.
        let _ = paragraph(&mut out, finding, plan, language, coloured);
    }
    out
}

fn paragraph(
    out: &mut String,
    finding: &Finding,
    plan: &Plan,
    language: Language,
    coloured: bool,
) -> std::fmt::Result {
    let (key, colour) = match finding.severity {
        Severity::Error => ("error", "\x1b[31m"),
        Severity::Warning => ("warning", "\x1b[33m"),
        Severity::Question => ("question", "\x1b[36m"),
        Severity::Info => ("info", "\x1b[2m"),
    };
    let severity = word(key, language).unwrap_or(key);
    let (open, close) = if coloured { (colour, "\x1b[0m") } else { ("", "") };
    write!(out, "{open}{severity}{close} {}", finding.code)?;
    if let Some(place) = place(&finding.place, language) {
        write!(out, " ({place})")?;
    }
    let rule = rule(&finding.code);
    if let Some(rule) = rule {
        write!(out, ": {}", rule.say(finding, language))?;
    }
    out.push('\n');
    let lines = touched(finding, plan, language);
    if !lines.is_empty() {
        writeln!(out, "    {}: {}", word("line", language).unwrap_or("line"), lines.join(", "))?;
    }
    if let Some(rule) = rule {
        writeln!(out, "    → {}", rule.say_remedy(finding, language))?;
    }
    for offer in &finding.answers {
        writeln!(out, "    ? {} = {}", offer.question, offer.answer)?;
    }
    Ok(())
}

/// What a finding touches: lines by their printed numbers, activities, tasks and impact lines by what they are and their
/// number, what has none by its id.
fn touched(finding: &Finding, plan: &Plan, language: Language) -> Vec<String> {
    let called = |key, number: &str| format!("{} {number}", word(key, language).unwrap_or(key));
    let name = |id: &Id| {
        let line = || plan.line(id).map(|line| line.number.clone());
        let activity = || plan.activities().find(|(_, activity)| activity.id == *id);
        let task = || plan.tasks.iter().find(|task| task.id == *id);
        let impact = || plan.impact.iter().find(|impact| impact.id == *id);
        line()
            .or_else(|| activity().map(|(_, activity)| called("activity", &activity.number)))
            .or_else(|| task().map(|task| called("task", &task.number)))
            .or_else(|| impact().map(|impact| format!("IV.{}", impact.number)))
            .unwrap_or_else(|| id.to_string())
    };
    finding.lines.iter().map(name).collect()
}

/// A place in words, counted from 1; nothing for the whole.
fn place(place: &Place, language: Language) -> Option<String> {
    let from_one = |count: u32| count.saturating_add(1).to_string();
    Some(match place {
        Place::Whole {} => return None,
        Place::Cell { table: Some(table), row, column, .. } => speech::said(
            &speech::IN_TABLE,
            &[("table", &from_one(*table)), ("row", &from_one(*row)), ("column", &from_one(*column))],
            language,
        ),
        Place::Cell { paragraph, .. } => {
            speech::said(&speech::IN_TEXT, &[("paragraph", &from_one(*paragraph))], language)
        }
        Place::Plan { id, field } => id.as_ref().map_or_else(|| field.clone(), |id| format!("{id}: {field}")),
        Place::Line { line, .. } => {
            speech::said(&speech::IN_JOURNAL, &[("line", &line.to_string())], language)
        }
        Place::Row { row, column } => speech::said(
            &speech::IN_ROWS,
            &[("row", &row.to_string()), ("column", &column.to_string())],
            language,
        ),
    })
}

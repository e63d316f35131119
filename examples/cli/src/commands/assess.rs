//! `qoldau assess`: where every line stands on a day.

use std::fmt::Write as _;

use qoldau_core::assess::{Assessment, LineStanding};
use qoldau_core::language::{Language, format_as_of, word};
use qoldau_core::plan::Plan;
use serde::Serialize;

use super::{Outcome, complain_of_errors};
use crate::trouble::Trouble;
use crate::work::{self, Work};
use crate::{args, output};

/// `qoldau assess PLAN FACTS --on DATE`: the assessment as JSON, or one row a line.
pub(super) fn assess(asked: &args::Work, json: bool, language: Language) -> Result<Outcome, Trouble> {
    let Work { plan, held, .. } = work::hold(asked)?;
    let said = if json { output::json(&held.assessment)? } else { table(&held.assessment, &plan, language) };
    output::print(&said)?;
    Ok(complain_of_errors(&held.findings, &plan, language))
}

/// The day, the counts, and a row for every line: number, headline, progress of its targets, name.
fn table(assessment: &Assessment, plan: &Plan, language: Language) -> String {
    let counts = assessment.counts;
    let mut out = format!("{}\n", format_as_of(assessment.as_of, language));
    for (key, count) in [
        ("proven", counts.proven),
        ("needsAction", counts.needs_action),
        ("overdue", counts.overdue),
        ("notDue", counts.not_due),
    ] {
        // Writing to a string cannot fail.
        let _ = writeln!(out, "{}: {count} / {}", word(key, language).unwrap_or(key), counts.lines);
    }
    out.push('\n');
    let standings = assessment.tasks.iter().flat_map(|task| &task.activities).flat_map(|of| &of.lines);
    for standing in standings {
        let line = plan.line(&standing.id);
        let (number, name) = line.map_or(("", ""), |line| (&*line.number, &*line.name));
        let headline = wire_word(&standing.headline, language);
        let progress = progress(standing, language);
        let _ = writeln!(out, "{number:<6}{headline:<20}{progress:<24}{name}");
    }
    out
}

/// How far the targets of a line are, in words.
fn progress(standing: &LineStanding, language: Language) -> String {
    let told = standing.targets.iter().map(|target| wire_word(&target.progress, language));
    told.collect::<Vec<_>>().join(" / ")
}

/// The glossary's word for a value of a closed list: the list's wire name is the key.
fn wire_word(value: &impl Serialize, language: Language) -> String {
    let key = serde_json::to_value(value).ok().and_then(|json| json.as_str().map(str::to_owned));
    key.map(|key| word(&key, language).map_or_else(|| key.clone(), str::to_owned)).unwrap_or_default()
}

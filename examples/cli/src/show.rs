//! Findings on a terminal.

use std::fmt::Write as _;
use std::io::IsTerminal;

use qoldau_core::finding::{Finding, Place, Severity};
use qoldau_core::language::Language;
use qoldau_core::plan::Plan;
use qoldau_core::report::{FindingRow, say_findings};
use qoldau_core::whole::survey::say_survey_findings;

use crate::speech;

/// Whether colours are wanted on a stream: it is a terminal that has them, and nobody said no (<https://no-color.org>).
pub(crate) fn coloured(stream: &impl IsTerminal) -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let dumb = std::env::var_os("TERM").is_none_or(|term| term == "dumb");
    stream.is_terminal() && !set("NO_COLOR") && !dumb
}

/// Findings in words, one paragraph each.
pub(crate) fn findings(findings: &[Finding], plan: &Plan, language: Language, coloured: bool) -> String {
    let mut out = String::new();
    for (finding, row) in findings.iter().zip(say_findings(plan, findings, language)) {
        // Writing to a string cannot fail.
        let _ = paragraph(&mut out, &row, place(&finding.place, language), language, coloured);
    }
    out
}

/// Findings about a survey, which needs no plan to be said, one paragraph each.
pub(crate) fn survey_findings(findings: &[Finding], language: Language, coloured: bool) -> String {
    let mut out = String::new();
    for (finding, row) in findings.iter().zip(say_survey_findings(findings, language)) {
        // Writing to a string cannot fail.
        let _ = paragraph(&mut out, &row, place(&finding.place, language), language, coloured);
    }
    out
}

fn paragraph(
    out: &mut String,
    row: &FindingRow,
    place: Option<String>,
    language: Language,
    coloured: bool,
) -> std::fmt::Result {
    let colour = match row.severity {
        Severity::Error => "\x1b[31m",
        Severity::Warning => "\x1b[33m",
        Severity::Question => "\x1b[36m",
        Severity::Info => "\x1b[2m",
    };
    let (open, close) = if coloured { (colour, "\x1b[0m") } else { ("", "") };
    write!(out, "{open}{}{close} {}", row.severity_text, row.code)?;
    if let Some(place) = place {
        write!(out, " ({place})")?;
    }
    writeln!(out, ": {}", row.text)?;
    if !row.lines.is_empty() {
        writeln!(out, "    {}: {}", speech::WHERE.get(language), row.lines.join(", "))?;
    }
    writeln!(out, "    → {}", row.remedy)?;
    for answer in &row.answers {
        writeln!(out, "    ? {answer}")?;
    }
    Ok(())
}

/// A place in words, counted from 1; nothing for the whole.
fn place(place: &Place, language: Language) -> Option<String> {
    let from_one = |count: u32| count.saturating_add(1).to_string();
    Some(match place {
        // What a finding touches in the plan is said by its own words and the numbers of the lines.
        Place::Whole {} | Place::Plan { .. } => return None,
        Place::Cell { table: Some(table), row, column, .. } => speech::said(
            &speech::IN_TABLE,
            &[("table", &from_one(*table)), ("row", &from_one(*row)), ("column", &from_one(*column))],
            language,
        ),
        Place::Cell { paragraph, .. } => {
            speech::said(&speech::IN_TEXT, &[("paragraph", &from_one(*paragraph))], language)
        }
        Place::Line { line, .. } => {
            speech::said(&speech::IN_JOURNAL, &[("line", &line.to_string())], language)
        }
        Place::Row { row, column: 0 } => {
            speech::said(&speech::IN_ROW, &[("row", &row.to_string())], language)
        }
        Place::Sheet { sheet, row, column } => in_sheet(*sheet, *row, *column, language),
        Place::Question { id, field, .. } => match id {
            Some(id) => format!("{id}.{field}"),
            None => field.clone(),
        },
        Place::Row { row, column } => speech::said(
            &speech::IN_ROWS,
            &[("row", &row.to_string()), ("column", &column.to_string())],
            language,
        ),
    })
}

/// A cell of a workbook as a spreadsheet program names it: sheet 2, G14; a row or a column as a whole, or the sheet.
pub(crate) fn in_sheet(sheet: u32, row: u32, column: u32, language: Language) -> String {
    let sheet = speech::said(&speech::IN_SHEET, &[("sheet", &sheet.to_string())], language);
    let row = if row == 0 { String::new() } else { row.to_string() };
    match (row.as_str(), letters(column).as_str()) {
        ("", "") => sheet,
        (row, "") => format!("{sheet}, {}", speech::said(&speech::IN_ROW, &[("row", row)], language)),
        ("", column) => {
            format!("{sheet}, {}", speech::said(&speech::IN_COLUMN, &[("column", column)], language))
        }
        (row, column) => format!("{sheet}, {column}{row}"),
    }
}

/// The letters of a column, 28 is AB; empty for none.
fn letters(mut column: u32) -> String {
    let mut letters = Vec::new();
    while let Some(rest) = column.checked_sub(1) {
        letters.push(char::from(b'A'.saturating_add(u8::try_from(rest % 26).unwrap_or(0))));
        column = rest / 26;
    }
    letters.iter().rev().collect()
}

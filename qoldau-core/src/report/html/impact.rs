//! The social-impact block.

use super::page::Page;
use super::{Writer, anchor, cell, header_row, line_link, section, svg};
use crate::report::model::ImpactRow;
use crate::report::phrases;

/// The block, where the plan has one.
pub(super) fn impact(page: &mut Page, writer: &Writer<'_>) {
    if writer.report.impact.is_empty() {
        return;
    }
    section(page, "impact", writer.phrase(phrases::IMPACT), |page| {
        page.element("p", &[("class", "note")], writer.phrase(phrases::IMPACT_NOTE));
        let titles = [
            "№",
            writer.word("indicator"),
            writer.word("target"),
            writer.word("actual"),
            writer.word("proven"),
            writer.phrase(phrases::STATUS),
        ];
        page.within("table", &[("class", "impact-table"), ("role", "table")], |page| {
            header_row(page, &titles);
            page.within("tbody", &[("role", "rowgroup")], |page| {
                for row in &writer.report.impact {
                    let id = anchor(&row.line.id);
                    page.within("tr", &[("role", "row"), ("id", &id)], |page| impact_row(page, writer, row));
                }
            });
        });
    });
}

fn impact_row(page: &mut Page, writer: &Writer<'_>, row: &ImpactRow) {
    page.element("th", &[("scope", "row"), ("role", "rowheader")], &row.line.number);
    page.within("td", &[("class", "name"), ("role", "cell")], |page| {
        page.own_words("span", writer.own, &row.line.name);
        if !row.sources.is_empty() {
            page.within("p", &[("class", "note")], |page| sources(page, writer, row));
        }
        for note in &row.notes {
            page.element("p", &[("class", "note")], note);
        }
    });
    cell(page, "target", writer.word("target"), |page| {
        page.own_words("span", writer.own, &row.target);
        if let Some(unit) = &row.unit {
            page.text(" ");
            page.own_words("small", writer.own, unit);
        }
    });
    cell(page, "actual", writer.word("actual"), |page| {
        if row.figure_name == writer.word("actual") {
            page.text(&row.figure);
        } else {
            labelled(page, &row.figure_name, &row.figure);
        }
        if let Some(unique) = &row.unique_persons {
            labelled(page, writer.word("uniquePersons"), unique);
        }
    });
    cell(page, "figure", writer.word("proven"), |page| page.text(&row.proven));
    cell(page, "status", writer.phrase(phrases::STATUS), |page| {
        if let Some(bar) = &row.bar {
            svg::bar(page, bar);
            page.element("p", &[("class", "note")], &bar.text);
        }
        page.element("p", &[("class", "note")], &row.status);
    });
}

/// A figure under its name.
fn labelled(page: &mut Page, name: &str, figure: &str) {
    page.within("p", &[], |page| {
        page.element("small", &[], &format!("{name}: "));
        page.element("b", &[], figure);
    });
}

/// "1.5: 45; 3.3: 2 100".
fn sources(page: &mut Page, writer: &Writer<'_>, row: &ImpactRow) {
    page.text(&format!("{}: ", writer.phrase(phrases::SOURCES)));
    for (index, source) in row.sources.iter().enumerate() {
        if index > 0 {
            page.text("; ");
        }
        line_link(page, &source.line);
        page.text(&format!(": {}", source.claimed));
        if source.proven != source.claimed {
            page.text(&format!(" ({}: {})", writer.word("proven").to_lowercase(), source.proven));
        }
    }
}

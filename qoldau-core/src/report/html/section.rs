//! Parts that were made elsewhere in the house: words, tables, charts.

use super::page::Page;
use super::{Writer, cell, header_row};
use crate::section::{ReportSection, ReportTable};

/// The sections, in the order given.
pub(super) fn sections(page: &mut Page, writer: &Writer<'_>) {
    for (at, of) in (1_u32..).zip(&writer.report.sections) {
        let id = format!("h-section-{at}");
        page.within("section", &[("class", "added"), ("aria-labelledby", &id)], |page| {
            page.element("h2", &[("id", &id)], &of.title);
            body(page, writer, of, &id);
        });
    }
}

fn body(page: &mut Page, writer: &Writer<'_>, of: &ReportSection, id: &str) {
    for paragraph in &of.paragraphs {
        page.element("p", &[], paragraph);
    }
    of.tables.iter().for_each(|of| table(page, of));
    for (at, chart) in (1_u32..).zip(&of.charts) {
        // It scrolls on a telephone, so a keyboard must reach it.
        page.within("figure", &[("class", "chart"), ("tabindex", "0")], |page| {
            page.chart(chart, &format!("{id}-{at}"), writer.language);
        });
    }
}

fn table(page: &mut Page, of: &ReportTable) {
    let titles: Vec<&str> = of.columns.iter().map(String::as_str).collect();
    page.within("table", &[("class", "section-table"), ("role", "table")], |page| {
        page.element("caption", &[], &of.caption);
        header_row(page, &titles);
        page.within("tbody", &[("role", "rowgroup")], |page| {
            for row in &of.rows {
                page.within("tr", &[("role", "row")], |page| cells(page, &titles, row));
            }
        });
    });
}

fn cells(page: &mut Page, titles: &[&str], row: &[String]) {
    let Some((name, figures)) = row.split_first() else { return };
    page.element("th", &[("scope", "row"), ("role", "rowheader")], name);
    for (title, figure) in titles.iter().skip(1).zip(figures) {
        cell(page, "figure", title, |page| page.text(figure));
    }
}

//! Lines that supplementary agreements took out.

use super::page::Page;
use super::{Writer, anchor, section};
use crate::report::model::WithdrawnRow;
use crate::report::phrases;

/// The lines, where there are any.
pub(super) fn withdrawn(page: &mut Page, writer: &Writer<'_>) {
    let rows = &writer.report.withdrawn;
    if rows.is_empty() {
        return;
    }
    section(page, "withdrawn", writer.phrase(phrases::WITHDRAWN), |page| {
        page.element("p", &[("class", "note")], writer.phrase(phrases::WITHDRAWN_NOTE));
        for row in rows {
            page.within("div", &[("id", &anchor(&row.line.id))], |page| self::row(page, writer, row));
        }
    });
}

fn row(page: &mut Page, writer: &Writer<'_>, row: &WithdrawnRow) {
    page.within("p", &[], |page| {
        page.element("b", &[], &row.line.number);
        page.text(" ");
        page.own_words("span", writer.own, &row.line.name);
    });
    page.within("p", &[], |page| {
        page.text(&format!("{}: ", writer.word("target")));
        page.own_words("span", writer.own, &row.target);
        for (key, figure) in [("claimed", &row.claimed), ("proven", &row.proven), ("accepted", &row.accepted)]
        {
            page.text(&format!("; {}: {figure}", writer.word(key).to_lowercase()));
        }
    });
    page.element("p", &[("class", "note")], &row.by);
}

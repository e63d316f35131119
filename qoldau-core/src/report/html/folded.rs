//! How lines were read; findings and policy, folded.

use super::page::Page;
use super::{Writer, cell, folded, header_row, section};
use crate::report::model::FindingRow;
use crate::report::phrases;

/// How lines were read.
pub(super) fn readings(page: &mut Page, writer: &Writer<'_>) {
    if writer.report.readings.is_empty() {
        return;
    }
    let titles = [phrases::QUESTION, phrases::ANSWER, phrases::SOURCE, phrases::LINES]
        .map(|title| writer.phrase(title));
    section(page, "readings", writer.phrase(phrases::READINGS), |page| {
        page.within("table", &[("class", "plain-table"), ("role", "table")], |page| {
            header_row(page, &titles);
            page.within("tbody", &[("role", "rowgroup")], |page| {
                let [_, answer, source, lines] = titles;
                for row in &writer.report.readings {
                    page.within("tr", &[("role", "row")], |page| {
                        page.element("th", &[("scope", "row"), ("role", "rowheader")], &row.question);
                        cell(page, "answer", answer, |page| page.text(&row.answer));
                        cell(page, "source", source, |page| page.text(&row.source));
                        cell(page, "of-lines", lines, |page| page.text(&row.lines.join(", ")));
                    });
                }
            });
        });
    });
}

/// What the checks say, and what was settled.
pub(super) fn findings(page: &mut Page, writer: &Writer<'_>) {
    let report = writer.report;
    let lists = [(phrases::FINDINGS, &report.findings), (phrases::FOLDED, &report.folded)];
    if lists.iter().all(|(_, list)| list.is_empty()) && report.unread.is_empty() {
        return;
    }
    section(page, "findings", writer.phrase(phrases::FINDINGS), |page| {
        for (title, list) in lists {
            if !list.is_empty() {
                folded(page, &format!("{}: {}", writer.phrase(title), list.len()), |page| {
                    page.within("ul", &[("class", "things")], |page| {
                        for row in list {
                            page.within("li", &[], |page| finding(page, writer, row));
                        }
                    });
                });
            }
        }
        if !report.unread.is_empty() {
            folded(page, &format!("{}: {}", writer.phrase(phrases::UNREAD), report.unread.len()), |page| {
                page.within("ul", &[("class", "things")], |page| {
                    for words in &report.unread {
                        page.within("li", &[], |page| page.own_words("span", writer.own, words));
                    }
                });
            });
        }
    });
}

fn finding(page: &mut Page, writer: &Writer<'_>, row: &FindingRow) {
    page.element("b", &[], &format!("{}. ", row.severity_text));
    page.text(&row.text);
    page.text(" ");
    page.element("small", &[("class", "code")], &row.code);
    let details = [
        (!row.answers.is_empty())
            .then(|| format!("{}: {}", writer.phrase(phrases::ANSWERS), row.answers.join("; "))),
        (!row.remedy.is_empty()).then(|| row.remedy.clone()),
        (!row.lines.is_empty())
            .then(|| format!("{}: {}", writer.phrase(phrases::LINES), row.lines.join(", "))),
    ];
    for detail in details.into_iter().flatten() {
        page.element("p", &[("class", "note")], &detail);
    }
}

/// The policy that was used.
pub(super) fn policy(page: &mut Page, writer: &Writer<'_>) {
    let titles = [phrases::SETTING, phrases::VALUE, phrases::SOURCE].map(|title| writer.phrase(title));
    section(page, "policy", writer.word("policy"), |page| {
        folded(page, &format!("{}: {}", writer.word("policy"), writer.report.policy.len()), |page| {
            page.within("table", &[("class", "plain-table"), ("role", "table")], |page| {
                header_row(page, &titles);
                page.within("tbody", &[("role", "rowgroup")], |page| {
                    let [_, value, source] = titles;
                    for row in &writer.report.policy {
                        page.within("tr", &[("role", "row")], |page| {
                            page.element("th", &[("scope", "row"), ("role", "rowheader")], &row.name);
                            cell(page, "value", value, |page| page.text(&row.value));
                            cell(page, "source", source, |page| page.text(&row.source));
                        });
                    }
                });
            });
        });
    });
}

//! How lines were read; findings and policy, folded.

use super::page::Page;
use super::{Writer, cell, folded, header_row, section};
use crate::language::{Language, Saying};
use crate::report::model::{FindingRow, Report};
use crate::report::phrases;
use crate::report::repeated::each_once;

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

/// Whether the checks have anything to say.
pub(super) fn has_findings(report: &Report) -> bool {
    !report.others().is_empty() || !report.folded.is_empty() || !report.unread.is_empty()
}

/// What the checks say, and what was settled.
pub(super) fn findings(page: &mut Page, writer: &Writer<'_>) {
    let report = writer.report;
    let lists = [(phrases::FINDINGS, report.others()), (phrases::FOLDED, report.folded.iter().collect())];
    if !has_findings(report) {
        return;
    }
    section(page, "findings", writer.phrase(phrases::FINDINGS), |page| {
        for (title, list) in lists {
            if !list.is_empty() {
                folded(page, &summary(writer, title, &list), |page| said(page, writer.language, list));
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

/// How many findings there are of each severity; of settled ones how many in all.
fn summary(writer: &Writer<'_>, title: Saying, list: &[&FindingRow]) -> String {
    if title == phrases::FOLDED {
        return format!("{}: {}", writer.phrase(title), list.len());
    }
    let mut tally: Vec<(&str, usize)> = Vec::new();
    for row in list {
        match tally.iter_mut().find(|(severity, _)| *severity == row.severity_text) {
            Some((_, count)) => *count = count.saturating_add(1),
            None => tally.push((&row.severity_text, 1)),
        }
    }
    tally.iter().map(|(severity, count)| format!("{severity}: {count}")).collect::<Vec<_>>().join(" · ")
}

/// Findings as a list.
pub(in crate::report) fn said<'r>(
    page: &mut Page,
    language: Language,
    list: impl IntoIterator<Item = &'r FindingRow>,
) {
    page.within("ul", &[("class", "things")], |page| {
        for row in &each_once(list, language) {
            page.within("li", &[], |page| finding(page, language, row));
        }
    });
}

fn finding(page: &mut Page, language: Language, row: &FindingRow) {
    page.element("b", &[], &format!("{}. ", row.severity_text));
    page.text(&row.text);
    page.text(" ");
    page.element("small", &[("class", "code")], &row.code);
    let details = [
        (!row.answers.is_empty())
            .then(|| format!("{}: {}", phrases::ANSWERS.get(language), row.answers.join("; "))),
        (!row.remedy.is_empty()).then(|| row.remedy.clone()),
        (!row.lines.is_empty())
            .then(|| format!("{}: {}", phrases::LINES.get(language), row.lines.join(", "))),
    ];
    for detail in details.into_iter().flatten() {
        page.element("p", &[("class", "note")], &detail);
    }
}

/// The policy that was used.
pub(super) fn policy(page: &mut Page, writer: &Writer<'_>) {
    let titles = [phrases::SETTING, phrases::VALUE, phrases::SOURCE].map(|title| writer.phrase(title));
    section(page, "policy", writer.word("policy"), |page| {
        folded(
            page,
            &format!("{}: {}", writer.phrase(phrases::IN_ALL), writer.report.policy.len()),
            |page| {
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
            },
        );
    });
}

//! One self-contained HTML page: no script, no `style` attribute, exactly one constant style whose hash is exported.

mod first;
mod folded;
mod impact;
mod page;
mod reviewed;
mod section;
mod style;
mod svg;
mod table;
mod timeline;
mod withdrawn;

pub(super) use folded::said;
pub(super) use page::Page;
pub use style::{CONTENT_SECURITY_POLICY, ReportStyle, STYLE, STYLE_SHA256, report_style};

use super::model::{LineRef, Report};
use super::phrases;
use crate::language::{Language, Saying, word};
use crate::value::Id;

/// The report as one HTML page.
///
/// The page holds no script, no `style` attribute and nothing from elsewhere: it satisfies
/// [`CONTENT_SECURITY_POLICY`], which it also states itself.
#[must_use]
pub fn render_html(report: &Report) -> String {
    let title = match &report.head.project {
        Some(project) => format!("{}: {project}", report.head.title),
        None => report.head.title.clone(),
    };
    let writer = Writer { report, language: report.language, own: report.contract_language };
    Page::document(report.language, &title, |page| {
        first::head(page, &writer);
        page.within("main", &[], |page| {
            first::errors(page, &writer);
            reviewed::remarks(page, &writer);
            first::counts(page, &writer);
            first::to_do(page, &writer);
            contents(page, &writer);
            first::approvals(page, &writer);
            reviewed::submissions(page, &writer);
            first::exceptions(page, &writer);
            table::tasks(page, &writer);
            timeline::timeline(page, &writer);
            impact::impact(page, &writer);
            section::sections(page, &writer);
            withdrawn::withdrawn(page, &writer);
            folded::readings(page, &writer);
            folded::findings(page, &writer);
            folded::policy(page, &writer);
        });
    })
}

/// How many of the report's own sections come before those that were made elsewhere.
const AFTER_ADDED: usize = 6;

/// Links to the sections below the first screen.
fn contents(page: &mut Page, writer: &Writer<'_>) {
    let report = writer.report;
    let sections = [
        ("#h-approvals", phrases::APPROVALS, true),
        ("#h-submissions", phrases::SUBMISSIONS, !report.submissions.is_empty()),
        ("#h-exceptions", phrases::EXCEPTIONS, true),
        ("#h-lines", phrases::ALL_LINES, true),
        ("#h-timeline", phrases::TIMELINE, report.timeline.is_some()),
        ("#h-impact", phrases::IMPACT, !report.impact.is_empty()),
        ("#h-withdrawn", phrases::WITHDRAWN, !report.withdrawn.is_empty()),
        ("#h-readings", phrases::READINGS, !report.readings.is_empty()),
        ("#h-findings", phrases::FINDINGS, folded::has_findings(report)),
    ];
    let (before, after) = sections.split_at(AFTER_ADDED);
    page.within("nav", &[("aria-label", writer.phrase(phrases::CONTENTS))], |page| {
        let links = |page: &mut Page, sections: &[(&str, Saying, bool)]| {
            for (target, title, _) in sections.iter().filter(|(_, _, shown)| *shown) {
                page.element("a", &[("href", target)], writer.phrase(*title));
                page.text(" ");
            }
        };
        links(page, before);
        for (at, of) in (1_u32..).zip(&report.sections) {
            page.element("a", &[("href", &format!("#h-section-{at}"))], &of.title);
            page.text(" ");
        }
        links(page, after);
    });
}

/// A report with its two languages: its own and the contract's.
struct Writer<'a> {
    report: &'a Report,
    language: Language,
    own: Language,
}

impl Writer<'_> {
    /// A word of the glossary.
    fn word(&self, key: &str) -> &'static str {
        word(key, self.language).unwrap_or_default()
    }

    /// A phrase of the report.
    fn phrase(&self, saying: Saying) -> &'static str {
        saying.get(self.language)
    }
}

/// A section with its heading.
pub(super) fn section(page: &mut Page, class: &'static str, heading: &str, body: impl FnOnce(&mut Page)) {
    let id = format!("h-{class}");
    page.within("section", &[("class", class), ("aria-labelledby", &id)], |page| {
        page.element("h2", &[("id", &id)], heading);
        body(page);
    });
}

/// The anchor of a line on the page: its id in letters, digits and signs that need no escape in an address.
fn anchor(id: &Id) -> String {
    let mut anchor = String::from("line-");
    for c in id.as_str().chars() {
        if c.is_ascii_alphanumeric() || matches!(c, '-' | '.') {
            anchor.push(c);
        } else {
            anchor.push('_');
            anchor.push_str(&u32::from(c).to_string());
            anchor.push('_');
        }
    }
    anchor
}

/// The number of a line, leading to it.
fn line_link(page: &mut Page, line: &LineRef) {
    let target = format!("#{}", anchor(&line.id));
    page.element("a", &[("class", "number"), ("href", &target)], &line.number);
}

/// The numbers of lines, one after the other.
fn line_links(page: &mut Page, lines: &[LineRef]) {
    for (index, line) in lines.iter().enumerate() {
        if index > 0 {
            page.text(", ");
        }
        line_link(page, line);
    }
}

/// A header row. A column without a title has none.
pub(super) fn header_row(page: &mut Page, titles: &[&str]) {
    page.within("thead", &[], |page| {
        page.within("tr", &[("role", "row")], |page| {
            for title in titles {
                page.element("th", &[("scope", "col"), ("role", "columnheader")], title);
            }
        });
    });
}

/// A cell that says its column's title where the table is shown as cards.
pub(super) fn cell(page: &mut Page, class: &'static str, title: &str, body: impl FnOnce(&mut Page)) {
    page.within("td", &[("class", class), ("role", "cell"), ("data-title", title)], body);
}

/// Something folded that opens without a script.
pub(super) fn folded(page: &mut Page, summary: &str, body: impl FnOnce(&mut Page)) {
    page.within("details", &[], |page| {
        page.element("summary", &[], summary);
        body(page);
    });
}

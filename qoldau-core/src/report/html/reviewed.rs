//! The operator's remarks, which stand first, and the submissions.

use super::page::Page;
use super::{Writer, line_link, line_links, section};
use crate::report::phrases;
use crate::report::review_rows::{RemarkRow, SubmissionRow};

/// The remarks that wait, where there are any.
pub(super) fn remarks(page: &mut Page, writer: &Writer<'_>) {
    if writer.report.remarks.is_empty() {
        return;
    }
    section(page, "remarks", writer.phrase(phrases::REMARKS), |page| {
        page.within("ol", &[("class", "days")], |page| {
            for remark in &writer.report.remarks {
                self::remark(page, writer, remark);
            }
        });
    });
}

fn remark(page: &mut Page, writer: &Writer<'_>, remark: &RemarkRow) {
    let class = if remark.overdue { "past" } else { "ahead" };
    page.within("li", &[("class", class)], |page| {
        page.within("p", &[("class", "about")], |page| {
            match &remark.line {
                Some(line) => {
                    line_link(page, line);
                    page.text(" ");
                    page.own_words("span", writer.own, &line.name);
                }
                None => page.text(writer.phrase(phrases::ON_THE_WHOLE)),
            }
            page.text(&format!(" · {}", remark.submission));
        });
        page.within("p", &[], |page| page.own_words("b", writer.own, &remark.text));
        page.within("p", &[("class", "note")], |page| {
            page.element("span", &[("class", class)], &remark.status);
        });
        for reply in &remark.replies {
            page.element("p", &[("class", "note")], reply);
        }
    });
}

/// The submissions, where there are any.
pub(super) fn submissions(page: &mut Page, writer: &Writer<'_>) {
    if writer.report.submissions.is_empty() {
        return;
    }
    section(page, "submissions", writer.phrase(phrases::SUBMISSIONS), |page| {
        page.within("ul", &[("class", "things")], |page| {
            for row in &writer.report.submissions {
                page.within("li", &[], |page| submission(page, row));
            }
        });
    });
}

fn submission(page: &mut Page, row: &SubmissionRow) {
    page.element("b", &[], &row.title);
    page.text(&format!(" · {}", row.status.join(" · ")));
    if !row.accepted_lines.is_empty() {
        page.constant(" <small>(");
        line_links(page, &row.accepted_lines);
        page.constant(")</small>");
    }
    page.element("p", &[("class", "note")], &row.as_of);
}

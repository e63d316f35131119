//! The first screen: who and when, three numbers, what to do next; then the leader's and the operator's view.

use super::page::Page;
use super::{Writer, folded, line_link, line_links, section, svg};
use crate::language::format_amount;
use crate::report::headlines::{by_headline, headline_key, matters};
use crate::report::model::{ToDo, ToDoItem, ToDoKind};
use crate::report::phrases;
use crate::value::Amount;

/// More items than this of one day are folded.
const SHOWN: usize = 8;

/// Who, what and when.
pub(super) fn head(page: &mut Page, writer: &Writer<'_>) {
    let head = &writer.report.head;
    page.within("header", &[], |page| {
        if let Some(grantee) = &head.grantee {
            page.within("p", &[("class", "grantee")], |page| page.own_words("span", writer.own, grantee));
        }
        page.element("h1", &[], &head.title);
        if let Some(project) = &head.project {
            page.within("p", &[("class", "project")], |page| page.own_words("span", writer.own, project));
        }
        page.within("ul", &[("class", "facts")], |page| {
            page.within("li", &[("class", "as-of")], |page| {
                page.element("time", &[("datetime", &head.as_of.to_string())], &head.as_of_text);
            });
            let facts = [
                Some(&head.edition),
                head.contract.as_ref(),
                head.period.as_ref(),
                head.reporting_period.as_ref(),
            ];
            for fact in facts.into_iter().flatten() {
                page.element("li", &[], fact);
            }
        });
    });
}

/// What is wrong with the plan or the facts, before the figures that suffer from it.
pub(super) fn errors(page: &mut Page, writer: &Writer<'_>) {
    if writer.report.errors().next().is_none() {
        return;
    }
    section(page, "errors", writer.phrase(phrases::ERRORS), |page| {
        folded::said(page, writer.language, writer.report.errors());
    });
}

/// The three numbers, and the fourth small beside them, so that they add up.
pub(super) fn counts(page: &mut Page, writer: &Writer<'_>) {
    let counts = &writer.report.counts;
    let number = |count: u32| format_amount(Amount::from(count), writer.language);
    let heading = writer.phrase(phrases::WHERE_LINES_STAND);
    section(page, "counts", heading, |page| {
        page.within("ul", &[("class", "numbers")], |page| {
            for (headline, count) in by_headline(counts) {
                let (name, _) = svg::shape(headline);
                let size = if matters(headline) { "big" } else { "small" };
                let class = format!("{size} {name}");
                page.within("li", &[("class", &class)], |page| {
                    page.within("span", &[("class", "figure")], |page| {
                        svg::icon(page, headline);
                        page.text(&number(count));
                    });
                    page.element("span", &[("class", "label")], writer.word(headline_key(headline)));
                });
            }
        });
        let all = format!("{}: {}", writer.phrase(phrases::IN_ALL), lines_in_words(writer, counts.lines));
        svg::parts(page, counts, &all);
        page.element("p", &[("class", "all")], &all);
    });
}

/// "73 lines".
fn lines_in_words(writer: &Writer<'_>, count: u32) -> String {
    crate::language::quantity(count.into(), "line", writer.language)
}

/// What to do next, by date.
pub(super) fn to_do(page: &mut Page, writer: &Writer<'_>) {
    section(page, "to-do", writer.word("toDoNext"), |page| {
        if writer.report.to_do.is_empty() {
            page.element("p", &[], writer.phrase(phrases::NOTHING_TO_DO));
            return;
        }
        if writer.report.to_do.iter().any(|group| group.past && !group.overdue) {
            page.within("p", &[("class", "key")], |page| {
                page.constant("<span><i class=\"key-gone\" aria-hidden=\"true\"></i>");
                page.text(writer.phrase(phrases::DAY_PAST));
                page.constant("</span>");
            });
        }
        page.within("ol", &[("class", "days")], |page| {
            for group in &writer.report.to_do {
                to_do_group(page, writer, group);
            }
        });
    });
}

fn to_do_group(page: &mut Page, writer: &Writer<'_>, group: &ToDo) {
    let class = match (group.past, group.overdue) {
        (true, true) => "past",
        (true, false) => "gone",
        (false, _) => "ahead",
    };
    page.within("li", &[("class", class)], |page| {
        page.within("p", &[("class", "day")], |page| {
            match group.date {
                Some(date) => page.element("time", &[("datetime", &date.to_string())], &group.date_text),
                None => page.element("span", &[], &group.date_text),
            }
            if let Some(label) = &group.label {
                page.text(", ");
                page.element("span", &[], label);
            }
            page.text(": ");
            if group.kind != ToDoKind::Deadline {
                in_one_line(page, &group.items);
            }
        });
        if group.kind == ToDoKind::Deadline {
            by_line(page, writer, &group.items);
        }
    });
}

/// "2 photos (2.10), 1 video (2.11)".
fn in_one_line(page: &mut Page, items: &[ToDoItem]) {
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            page.text(", ");
        }
        page.element("b", &[], &item.what);
        page.constant(" <small>(");
        line_links(page, &item.lines);
        page.constant(")</small>");
    }
}

/// Every line with its name; a long list is folded after its beginning.
fn by_line(page: &mut Page, writer: &Writer<'_>, items: &[ToDoItem]) {
    let (shown, rest) = items.split_at(SHOWN.min(items.len()));
    let list = |page: &mut Page, items: &[ToDoItem]| {
        page.within("ul", &[("class", "things")], |page| {
            for item in items {
                page.within("li", &[], |page| thing(page, writer, item));
            }
        });
    };
    list(page, shown);
    if !rest.is_empty() {
        let more = format!("{}: {}", writer.phrase(phrases::AND_MORE), rest.len());
        folded(page, &more, |page| list(page, rest));
    }
}

/// A line with its name, or several lines, and what they lack.
fn thing(page: &mut Page, writer: &Writer<'_>, item: &ToDoItem) {
    line_links(page, &item.lines);
    page.text(" ");
    if let [line] = item.lines.as_slice() {
        page.own_words("span", writer.own, &line.name);
        page.text(": ");
    }
    page.element("b", &[], &item.what);
}

/// The leader's view.
pub(super) fn approvals(page: &mut Page, writer: &Writer<'_>) {
    section(page, "approvals", writer.phrase(phrases::APPROVALS), |page| {
        if let Some(records) = &writer.report.records {
            page.element("p", &[], records);
        }
        if writer.report.approvals.is_empty() {
            page.element("p", &[], writer.phrase(phrases::NO_APPROVALS));
            return;
        }
        page.within("ul", &[("class", "things")], |page| {
            for wait in &writer.report.approvals {
                page.within("li", &[], |page| {
                    line_link(page, &wait.line);
                    page.text(" ");
                    page.own_words("span", writer.own, &wait.line.name);
                    page.within("p", &[("class", "note")], |page| {
                        page.text(&format!(
                            "{}: {}",
                            writer.phrase(phrases::WAITS_FOR),
                            wait.by.to_lowercase()
                        ));
                        if let Some(until) = &wait.until {
                            page.text("; ");
                            page.text(&format!("{}: ", writer.word("deadline").to_lowercase()));
                            page.element(
                                "span",
                                &[("class", if wait.past { "past" } else { "ahead" })],
                                until,
                            );
                        }
                    });
                });
            }
        });
    });
}

/// The operator's view.
pub(super) fn exceptions(page: &mut Page, writer: &Writer<'_>) {
    section(page, "exceptions", writer.phrase(phrases::EXCEPTIONS), |page| {
        if writer.report.exceptions.is_empty() {
            page.element("p", &[], writer.phrase(phrases::NO_EXCEPTIONS));
        }
        page.open("div", &[("class", "groups")]);
        for group in &writer.report.exceptions {
            page.within("section", &[], |page| {
                let count = group.items.len().to_string();
                page.within("h3", &[], |page| {
                    page.text(&group.title);
                    page.constant(" <small>");
                    page.text(&count);
                    page.constant("</small>");
                });
                page.within("ul", &[("class", "things")], |page| {
                    for item in &group.items {
                        page.within("li", &[], |page| {
                            if !item.lines.is_empty() {
                                line_links(page, &item.lines);
                                page.text(" ");
                            }
                            page.text(&item.text);
                        });
                    }
                });
            });
        }
        page.close("div");
    });
}

//! The table: every line in the annex's order with the contract's own words.

use super::page::Page;
use super::{Writer, anchor, cell, header_row, section, svg};
use crate::assess::Counts;
use crate::report::headlines::{by_headline, headline_key};
use crate::report::model::{ActivityTable, LineRow, TargetRow, TaskTable};
use crate::report::phrases;

/// All tasks.
pub(super) fn tasks(page: &mut Page, writer: &Writer<'_>) {
    section(page, "lines", writer.phrase(phrases::ALL_LINES), |page| {
        for task in &writer.report.tasks {
            page.within("section", &[("class", "task")], |page| task_table(page, writer, task));
        }
    });
}

fn task_table(page: &mut Page, writer: &Writer<'_>, task: &TaskTable) {
    page.within("h3", &[], |page| {
        if let Some(label) = &task.label {
            page.element("span", &[("class", "label")], &format!("{label}. "));
        }
        page.own_words("span", writer.own, &task.title);
    });
    page.within("p", &[("class", "tally")], |page| tally(page, writer, &task.counts));
    for activity in &task.activities {
        activity_table(page, writer, activity);
    }
}

/// "Proven 3 · needs action 5 · overdue 1 · not due 2": the headlines that occur.
pub(super) fn tally(page: &mut Page, writer: &Writer<'_>, counts: &Counts) {
    for (headline, count) in by_headline(counts) {
        if count > 0 {
            page.within("span", &[("class", "count")], |page| {
                svg::icon(page, headline);
                page.text(&format!("{}: {count}", writer.word(headline_key(headline))));
            });
            page.text(" ");
        }
    }
}

fn activity_table(page: &mut Page, writer: &Writer<'_>, activity: &ActivityTable) {
    page.within("h4", &[], |page| page.own_words("span", writer.own, &activity.title));
    about(page, writer, activity);
    if !activity.lines.is_empty() {
        let titles = [
            "№",
            writer.word("indicator"),
            writer.word("target"),
            writer.word("claimed"),
            writer.word("proven"),
            writer.word("accepted"),
            writer.phrase(phrases::STATUS),
        ];
        page.within("table", &[("class", "lines-table"), ("role", "table")], |page| {
            header_row(page, &titles);
            for line in &activity.lines {
                page.within("tbody", &[("role", "rowgroup")], |page| line_rows(page, writer, line));
            }
        });
    }
}

/// Where, until when, how many events, and what could not be paired.
fn about(page: &mut Page, writer: &Writer<'_>, activity: &ActivityTable) {
    page.within("p", &[("class", "about")], |page| {
        if let Some(venue) = &activity.venue {
            page.own_words("span", writer.own, venue);
            page.text(" · ");
        }
        page.text(&format!("{}: ", writer.word("deadline")));
        match (&activity.due, &activity.window) {
            (Some(due), window) => {
                page.own_words("span", writer.own, due);
                if let Some(window) = window {
                    page.text(&format!(" ({window})"));
                }
            }
            (None, Some(window)) => page.text(window),
            (None, None) => page.text(&writer.word("unknown").to_lowercase()),
        }
        for more in activity.days_left.iter().chain(&activity.events) {
            page.text(&format!(" · {more}"));
        }
    });
    if !activity.unpaired_names.is_empty() || !activity.unpaired_values.is_empty() {
        page.within("div", &[("class", "unpaired")], |page| {
            page.element("p", &[], writer.word("needsPairing"));
            let lists = [
                (phrases::UNPAIRED_NAMES, &activity.unpaired_names),
                (phrases::UNPAIRED_VALUES, &activity.unpaired_values),
            ];
            for (title, items) in lists {
                page.element("p", &[("class", "note")], writer.phrase(title));
                page.within("ol", &[], |page| {
                    for item in items {
                        page.within("li", &[], |page| page.own_words("span", writer.own, item));
                    }
                });
            }
        });
    }
}

/// A line: its number and name, then its targets, each in a row of its own.
fn line_rows(page: &mut Page, writer: &Writer<'_>, line: &LineRow) {
    let rows = line.targets.len().max(1).to_string();
    let (class, _) = svg::shape(line.headline);
    let id = anchor(&line.line.id);
    let mut targets = line.targets.iter();
    page.within("tr", &[("role", "row"), ("class", class), ("id", &id)], |page| {
        page.within("th", &[("scope", "row"), ("role", "rowheader"), ("rowspan", &rows)], |page| {
            page.text(&line.line.number);
        });
        page.within("td", &[("class", "name"), ("role", "cell"), ("rowspan", &rows)], |page| {
            page.own_words("span", writer.own, &line.line.name);
            for note in &line.notes {
                page.element("p", &[("class", "note")], note);
            }
        });
        if let Some(target) = targets.next() {
            target_cells(page, writer, target);
        }
        status_cell(page, |page| {
            page.within("p", &[("class", "headline")], |page| {
                svg::icon(page, line.headline);
                page.text(&line.headline_text);
            });
            line.targets.iter().take(1).for_each(|target| target_status(page, target));
        });
    });
    for target in targets {
        page.within("tr", &[("role", "row"), ("class", class)], |page| {
            target_cells(page, writer, target);
            status_cell(page, |page| target_status(page, target));
        });
    }
}

/// The last cell of a row.
fn status_cell(page: &mut Page, body: impl FnOnce(&mut Page)) {
    page.within("td", &[("class", "status"), ("role", "cell")], body);
}

/// What was promised, claimed, proven and accepted.
fn target_cells(page: &mut Page, writer: &Writer<'_>, target: &TargetRow) {
    cell(page, "target", writer.word("target"), |page| {
        page.own_words("span", writer.own, &target.text);
        for note in target.expected.iter().chain(&target.in_period) {
            page.element("p", &[("class", "note")], note);
        }
    });
    let figures = [("claimed", &target.claimed), ("proven", &target.proven), ("accepted", &target.accepted)];
    for (key, figure) in figures {
        cell(page, "figure", writer.word(key), |page| page.text(figure));
    }
}

/// How far a target is: the picture, then its figures and the words.
fn target_status(page: &mut Page, target: &TargetRow) {
    if let Some(bar) = &target.bar {
        svg::bar(page, bar);
    }
    let words: Vec<&str> =
        target.bar.iter().map(|bar| &bar.text).chain(&target.status).map(String::as_str).collect();
    if !words.is_empty() {
        page.element("p", &[("class", "note")], &words.join(" · "));
    }
}

//! The timeline of deadlines.

use super::page::Page;
use super::table::tally;
use super::{Writer, folded, section, svg};
use crate::report::model::{Timeline, TimelineRow};
use crate::report::phrases;

/// More events than this are folded.
const SHOWN: usize = 4;

/// The project's time, where it is known.
pub(super) fn timeline(page: &mut Page, writer: &Writer<'_>) {
    let Some(timeline) = &writer.report.timeline else { return };
    section(page, "timeline", writer.phrase(phrases::TIMELINE), |page| {
        key(page, writer);
        page.within("div", &[("class", "marks"), ("aria-hidden", "true")], |page| {
            for mark in &timeline.marks {
                page.element("span", &[], mark);
            }
        });
        page.within("ol", &[("class", "rows")], |page| {
            for row in &timeline.rows {
                page.within("li", &[], |page| activity(page, writer, timeline, row));
            }
        });
    });
}

/// What the signs mean.
fn key(page: &mut Page, writer: &Writer<'_>) {
    page.within("p", &[("class", "key")], |page| {
        let signs = [
            ("key-window", writer.word("deadline").to_owned()),
            ("key-held", writer.word("held").to_owned()),
            ("key-planned", writer.word("planned").to_owned()),
            ("key-cancelled", writer.word("cancelled").to_owned()),
            ("key-today", writer.phrase(phrases::REPORT_DAY).to_owned()),
        ];
        for (class, words) in signs {
            page.within("span", &[], |page| {
                page.element("i", &[("class", class), ("aria-hidden", "true")], "");
                page.text(&words);
            });
        }
    });
}

fn activity(page: &mut Page, writer: &Writer<'_>, timeline: &Timeline, row: &TimelineRow) {
    page.within("div", &[("class", "what")], |page| {
        page.own_words("span", writer.own, &row.title);
        page.element("p", &[("class", "note")], &row.window_text);
        page.within("p", &[("class", "note tally")], |page| tally(page, writer, &row.counts));
    });
    page.within("div", &[("class", "when")], |page| {
        svg::timeline_row(page, timeline, row);
        if row.events.len() <= SHOWN {
            events(page, row);
        } else {
            let count = format!("{}: {}", writer.word("event"), row.events.len());
            folded(page, &count, |page| events(page, row));
        }
    });
}

/// The events in words.
fn events(page: &mut Page, row: &TimelineRow) {
    for event in &row.events {
        page.element("p", &[("class", "note")], &event.text);
    }
}

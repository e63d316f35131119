//! Pictures: shapes and patterns that can be told apart in grey, always with the same said in words beside them.

use super::page::Page;
use crate::assess::{Counts, Headline};
use crate::facts::EventStatus;
use crate::report::headlines::by_headline;
use crate::report::model::{Bar, Timeline, TimelineRow};

/// Shapes and patterns used all over the page, defined once.
pub(super) const DEFINITIONS: &str = r#"<svg class="definitions" width="0" height="0" aria-hidden="true" focusable="false">
<defs>
<pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="hatch" d="M0 0V5"/></pattern>
<pattern id="late" width="6" height="6" patternUnits="userSpaceOnUse"><path class="ground" d="M0 0H6V6H0z"/><circle class="hole" cx="3" cy="3" r="1.4"/></pattern>
<symbol id="proven" viewBox="0 0 16 16"><circle class="solid" cx="8" cy="8" r="7"/><path class="cut" d="M4.6 8.3 7 10.7 11.5 5.6"/></symbol>
<symbol id="needsAction" viewBox="0 0 16 16"><circle class="ring" cx="8" cy="8" r="6.2"/><path class="solid" d="M8 1.8a6.2 6.2 0 0 1 0 12.4z"/></symbol>
<symbol id="overdue" viewBox="0 0 16 16"><path class="solid" d="M8 .8 15.6 14.6H.4z"/><path class="cut" d="M8 5.6V10M8 12v.4"/></symbol>
<symbol id="notDue" viewBox="0 0 16 16"><circle class="ring" cx="8" cy="8" r="6.2"/></symbol>
<symbol id="notApplicable" viewBox="0 0 16 16"><path class="ring" d="M3 8H13"/></symbol>
</defs>
</svg>
"#;

/// The shape of a headline: the name of its symbol, which is its class too.
pub(super) const fn shape(headline: Headline) -> (&'static str, &'static str) {
    match headline {
        Headline::Proven => ("proven", "#proven"),
        Headline::NeedsAction => ("needsAction", "#needsAction"),
        Headline::Overdue => ("overdue", "#overdue"),
        Headline::NotDue => ("notDue", "#notDue"),
        Headline::NotApplicable => ("notApplicable", "#notApplicable"),
    }
}

/// The shape of a headline. The word stands beside it, so it is silent for a screen reader.
pub(super) fn icon(page: &mut Page, headline: Headline) {
    let (class, target) = shape(headline);
    page.within("svg", &[("class", &format!("icon {class}")), ("aria-hidden", "true")], |page| {
        page.element("use", &[("href", target)], "");
    });
}

/// A place on a picture, thousandths of its width as a percentage.
fn percent(thousandths: u32) -> String {
    let whole = thousandths.checked_div(10).unwrap_or(0);
    match thousandths.checked_rem(10).unwrap_or(0) {
        0 => format!("{whole}%"),
        tenth => format!("{whole}.{tenth}%"),
    }
}

/// A part of the width, by its left and right end in thousandths; its height is the style's.
fn part(page: &mut Page, class: &str, left: u32, right: u32) {
    if right > left {
        let (x, width) = (percent(left), percent(right.saturating_sub(left)));
        page.element("rect", &[("class", class), ("x", &x), ("width", &width)], "");
    }
}

/// An upright line over the whole height.
fn upright(page: &mut Page, class: &str, at: u32) {
    let at = percent(at);
    page.element("line", &[("class", class), ("x1", &at), ("x2", &at), ("y1", "0"), ("y2", "100%")], "");
}

/// A picture as wide as its place, with its words. It has no coordinates of its own, so that patterns and lines stay
/// undistorted at every width.
fn picture(page: &mut Page, class: &str, words: &str, body: impl FnOnce(&mut Page)) {
    page.within("svg", &[("class", class), ("role", "img")], |page| {
        page.element("title", &[], words);
        body(page);
    });
}

/// How far a target is: proven solid, claimed without proof hatched, the promise a line.
pub(super) fn bar(page: &mut Page, bar: &Bar) {
    picture(page, "bar", &bar.text, |page| {
        part(page, "empty", 0, 1000);
        part(page, "unproven", bar.proven, bar.claimed);
        part(page, "done", 0, bar.proven);
        if let Some(goal) = bar.goal {
            upright(page, "goal", goal);
        }
    });
}

/// All lines by headline, as one bar of four parts.
pub(super) fn parts(page: &mut Page, counts: &Counts, words: &str) {
    let place = |count: u32| count.saturating_mul(1000).checked_div(counts.lines).unwrap_or(0);
    picture(page, "parts", words, |page| {
        let mut before = 0_u32;
        for (headline, count) in by_headline(counts) {
            let after = before.saturating_add(count);
            let (shape, _) = shape(headline);
            part(page, &format!("part {shape}"), place(before), place(after));
            before = after;
        }
    });
}

/// One activity on the project's time.
pub(super) fn timeline_row(page: &mut Page, timeline: &Timeline, row: &TimelineRow) {
    picture(page, "time", &row.window_text, |page| {
        let marks = u32::try_from(timeline.marks.len()).unwrap_or(u32::MAX);
        for mark in 1..marks.min(1000) {
            upright(page, "grid", mark.saturating_mul(1000).checked_div(marks).unwrap_or(0));
        }
        if let Some(end) = row.end {
            part(page, "window", row.start.unwrap_or(end), end);
            upright(page, "due", end);
        }
        if let Some(today) = timeline.today {
            upright(page, "today", today);
        }
        for event in &row.events {
            let (class, radius) = event_shape(event.status);
            let at = percent(event.at);
            page.within("circle", &[("class", class), ("cx", &at), ("cy", "50%"), ("r", radius)], |page| {
                page.element("title", &[], &event.text);
            });
        }
    });
}

/// How an event is drawn: held a full dot, planned a ring, cancelled a small ring.
const fn event_shape(status: EventStatus) -> (&'static str, &'static str) {
    match status {
        EventStatus::Held => ("event held", "5"),
        EventStatus::Planned | EventStatus::Postponed => ("event planned", "4.5"),
        EventStatus::Cancelled => ("event cancelled", "2"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_percentages() {
        assert_eq!([0, 5, 250, 333, 1000].map(percent), ["0%", "0.5%", "25%", "33.3%", "100%"]);
    }
}

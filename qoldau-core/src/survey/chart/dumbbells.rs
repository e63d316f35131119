//! Before and after: a ring and a disc on one line each, with the interval of the change.

use std::fmt::Write as _;

use super::{WIDTH, begin, coordinate, label, line, text};
use crate::language::Language;
use crate::survey::questionnaire::Questionnaire;
use crate::survey::score::{Change, Comparison, rounded, say_change};

const ROW: f64 = 52.0;
const LEFT: f64 = 250.0;
const RIGHT: f64 = 700.0;

/// The changes of the subscales between two phases, as percent of the possible: a ring for the first phase, a disc for
/// the second, and around the disc the interval of the change. Nothing where none can be shown.
#[must_use]
pub fn dumbbells(survey: &Questionnaire, comparison: &Comparison, language: Language) -> Option<String> {
    let name = |change: &Change| {
        let title = survey.subscale(change.of.as_str()).and_then(|subscale| subscale.title.said(language));
        title.unwrap_or(change.of.as_str()).to_owned()
    };
    let shown: Vec<(&Change, (f64, f64))> =
        comparison.subscales.iter().filter_map(|change| Some((change, means(change)?))).collect();
    if shown.is_empty() {
        return None;
    }
    let sentences: Vec<String> =
        comparison.subscales.iter().map(|change| say_change(change, &name(change), language)).collect();
    let rows = shown.iter().fold(0.0, |sum, _| sum + ROW);
    let title = survey.title.said(language).unwrap_or(survey.id.as_str());
    let mut svg = begin(rows + 60.0, "dumbbells", title, &sentences.join(". "));
    axis(&mut svg, rows);
    let mut y = 40.0;
    for (change, (first, second)) in shown {
        label(&mut svg, y, &name(change));
        draw(&mut svg, change, [first, second], y, language);
        y += ROW;
    }
    key(&mut svg, survey, comparison, y, language);
    svg.push_str("</svg>");
    Some(svg)
}

/// The means of the design that the sentence speaks of.
fn means(change: &Change) -> Option<(f64, f64)> {
    let paired = change.paired.as_ref().filter(|paired| paired.interval.is_some());
    let of = paired.unwrap_or(&change.independent);
    of.mean_first.zip(of.mean_second).filter(|_| !change.hidden)
}

/// Where a percent lies.
fn place(percent: f64) -> f64 {
    LEFT + (RIGHT - LEFT) * percent.clamp(0.0, 100.0) / 100.0
}

fn axis(svg: &mut String, rows: f64) {
    for percent in [0.0, 25.0, 50.0, 75.0, 100.0] {
        let x = place(percent);
        line(svg, (x, 18.0), (x, rows + 24.0), "stroke=\"#bbb\"");
        text(svg, x, 14.0, "middle", "#111", &coordinate(percent));
    }
}

fn draw(svg: &mut String, change: &Change, [first, second]: [f64; 2], y: f64, language: Language) {
    let (from, to) = (place(first), place(second));
    line(svg, (from, y), (to, y), "stroke=\"#111\" stroke-width=\"2\"");
    let paired = change.paired.as_ref().filter(|paired| paired.interval.is_some());
    if let Some(interval) = &paired.unwrap_or(&change.independent).interval {
        let (low, high) = (place(first + interval.low), place(first + interval.high));
        for x in [low, high] {
            line(svg, (x, y + 9.0), (x, y + 17.0), "stroke=\"#111\"");
        }
        line(svg, (low, y + 13.0), (high, y + 13.0), "stroke=\"#111\"");
    }
    mark(svg, from, y, "#fff");
    mark(svg, to, y, "#111");
    let outward = if from <= to { ["end", "start"] } else { ["start", "end"] };
    for ((x, value), anchor) in [(from, first), (to, second)].into_iter().zip(outward) {
        let beside = if anchor == "end" { x - 9.0 } else { x + 9.0 };
        text(svg, beside, y + 4.0, anchor, "#111", &rounded(value, 1, language));
    }
}

/// A ring or a disc.
fn mark(svg: &mut String, x: f64, y: f64, fill: &str) {
    let (x, y) = (coordinate(x), coordinate(y));
    let _ = write!(
        svg,
        "<circle cx=\"{x}\" cy=\"{y}\" r=\"6\" fill=\"{fill}\" stroke=\"#111\" stroke-width=\"2\"/>"
    );
}

/// What ring and disc are.
fn key(svg: &mut String, survey: &Questionnaire, comparison: &Comparison, y: f64, language: Language) {
    let phases = [(&comparison.first.phase, "#fff", 8.0), (&comparison.second.phase, "#111", WIDTH / 2.0)];
    for (phase, fill, x) in phases {
        let Some(id) = phase else { continue };
        let title =
            survey.phase(id.as_str()).and_then(|phase| phase.title.said(language)).unwrap_or(id.as_str());
        mark(svg, x, y, fill);
        text(svg, x + 12.0, y + 4.0, "start", "#111", title);
    }
}

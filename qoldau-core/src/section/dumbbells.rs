//! Before and after: a ring and a disc on one line each, with the interval of the change.

use std::fmt::Write as _;

use super::drawing::{WIDTH, begin, coordinate, label, line, text};
use super::{ChartChange, figure};
use crate::language::Language;
use crate::value::Amount;

const ROW: f64 = 52.0;
const LEFT: f64 = 250.0;
const RIGHT: f64 = 700.0;

/// The chart: a ring for the first figure, a disc for the second, and under the disc the interval.
pub(super) fn draw_changes(
    id: &str,
    [title, description]: [&str; 2],
    names: [Option<&str>; 2],
    changes: &[ChartChange],
    language: Language,
) -> String {
    let rows = changes.iter().fold(0.0, |sum, _| sum + ROW);
    let mut svg = begin(rows + 60.0, id, title, description);
    axis(&mut svg, rows);
    let mut y = 40.0;
    for change in changes {
        label(&mut svg, y, &change.label);
        draw(&mut svg, change, y, language);
        y += ROW;
    }
    key(&mut svg, names, y);
    svg.push_str("</svg>");
    svg
}

/// Where a percent lies.
fn place(percent: Amount) -> f64 {
    let percent: f64 = percent.to_string().parse().unwrap_or_default();
    LEFT + (RIGHT - LEFT) * percent.clamp(0.0, 100.0) / 100.0
}

fn axis(svg: &mut String, rows: f64) {
    for percent in [0, 25, 50, 75, 100] {
        let x = place(percent.into());
        line(svg, (x, 18.0), (x, rows + 24.0), "stroke=\"#bbb\"");
        text(svg, x, 14.0, "middle", "#111", &percent.to_string());
    }
}

fn draw(svg: &mut String, change: &ChartChange, y: f64, language: Language) {
    let (from, to) = (place(change.first), place(change.second));
    line(svg, (from, y), (to, y), "stroke=\"#111\" stroke-width=\"2\"");
    if let Some((low, high)) = change.low.map(place).zip(change.high.map(place)) {
        for x in [low, high] {
            line(svg, (x, y + 9.0), (x, y + 17.0), "stroke=\"#111\"");
        }
        line(svg, (low, y + 13.0), (high, y + 13.0), "stroke=\"#111\"");
    }
    mark(svg, from, y, "#fff");
    mark(svg, to, y, "#111");
    let outward = if from <= to { ["end", "start"] } else { ["start", "end"] };
    for ((x, value), anchor) in [(from, change.first), (to, change.second)].into_iter().zip(outward) {
        let beside = if anchor == "end" { x - 9.0 } else { x + 9.0 };
        text(svg, beside, y + 4.0, anchor, "#111", &figure(value, language));
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
fn key(svg: &mut String, names: [Option<&str>; 2], y: f64) {
    for (name, (fill, x)) in names.into_iter().zip([("#fff", 8.0), ("#111", WIDTH / 2.0)]) {
        let Some(name) = name else { continue };
        mark(svg, x, y, fill);
        text(svg, x + 12.0, y + 4.0, "start", "#111", name);
    }
}

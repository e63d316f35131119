//! Diverging stacked bars: what is for lies on the right of the middle, what is against on the left.

use std::fmt::Write as _;

use super::ChartBar;
use super::drawing::{LABEL, WIDTH, begin, coordinate, escape, label, line, text};

const ROW: f64 = 46.0;
const LEFT: f64 = 230.0;
const BAR: f64 = 22.0;
/// Greys from against to for: the ends are dark, told apart by the white or black number in them and by their side.
const GREYS: [&str; 5] = ["#4a4a4a", "#9a9a9a", "#dedede", "#b8b8b8", "#6e6e6e"];

/// The chart with its legend.
pub(super) fn draw_bars(
    id: &str,
    [title, description]: [&str; 2],
    steps: &[String],
    bars: &[ChartBar],
) -> String {
    let rows = bars.iter().fold(0.0, |sum, _| sum + ROW);
    let legend_rows = steps.chunks(3).fold(0.0, |sum, _| sum + 20.0);
    let mut svg = begin(rows + legend_rows + 30.0, id, title, description);
    legend(&mut svg, steps);
    let middle = f64::midpoint(LEFT, WIDTH);
    let top = legend_rows + 26.0;
    line(
        &mut svg,
        (middle, top - 16.0),
        (middle, top + rows - 16.0),
        "stroke=\"#111\" stroke-dasharray=\"2 3\"",
    );
    let mut y = top;
    for bar in bars {
        draw(&mut svg, bar, steps, y, middle);
        y += ROW;
    }
    svg.push_str("</svg>");
    svg
}

/// The grey of a step of so many: the outer ones are dark.
fn grey(at: usize, steps: usize) -> &'static str {
    let last = steps.saturating_sub(1).max(1);
    let place = at.saturating_mul(4).checked_div(last).unwrap_or_default();
    GREYS.get(place).copied().unwrap_or("#dedede")
}

/// The colour of a number on a grey.
fn on(grey: &str) -> &'static str {
    if grey == "#4a4a4a" || grey == "#6e6e6e" { "#fff" } else { "#111" }
}

/// What the greys mean, three in a row.
fn legend(svg: &mut String, names: &[String]) {
    let mut y = 6.0;
    let mut step = 0_usize;
    for row in names.chunks(3) {
        let mut x = 0.0;
        for name in row {
            let (at_x, at_y, fill) = (coordinate(x), coordinate(y), grey(step, names.len()));
            let _ = write!(
                svg,
                "<rect x=\"{at_x}\" y=\"{at_y}\" width=\"12\" height=\"12\" fill=\"{fill}\" stroke=\"#111\"/>"
            );
            let name: String = name.chars().take(LABEL).collect();
            text(svg, x + 18.0, y + 10.0, "start", "#111", &name);
            x += WIDTH / 3.0;
            step = step.saturating_add(1);
        }
        y += 20.0;
    }
}

fn draw(svg: &mut String, bar: &ChartBar, names: &[String], y: f64, middle: f64) {
    label(svg, y + 4.0, &bar.label);
    let all = bar.counts.iter().fold(0_u32, |sum, count| sum.saturating_add(*count));
    let scale = (WIDTH - LEFT) / 2.0 / f64::from(all.max(1));
    let steps = bar.counts.len();
    // Half of the people on a middle step lie on either side.
    let half = steps.checked_div(2).unwrap_or_default();
    let is_odd = steps.checked_rem(2) == Some(1);
    let left = bar.counts.iter().take(half).fold(0.0, |sum, count| sum + f64::from(*count));
    let of_middle = bar.counts.get(half).filter(|_| is_odd).map_or(0.0, |count| f64::from(*count) / 2.0);
    let mut x = middle - (left + of_middle) * scale;
    for (at, count) in bar.counts.iter().enumerate() {
        let width = f64::from(*count) * scale;
        let fill = grey(at, steps);
        if *count > 0 {
            let (left, top, wide, high) =
                (coordinate(x), coordinate(y - 8.0), coordinate(width), coordinate(BAR));
            let name = names.get(at).map(|name| escape(name)).unwrap_or_default();
            let _ = write!(
                svg,
                "<rect x=\"{left}\" y=\"{top}\" width=\"{wide}\" height=\"{high}\" fill=\"{fill}\" stroke=\"#111\"><title>{name}: {count}</title></rect>"
            );
        }
        if width > 14.0 {
            text(svg, x + width / 2.0, y + 7.0, "middle", on(fill), &count.to_string());
        }
        x += width;
    }
}

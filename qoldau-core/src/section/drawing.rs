//! The pen of the charts: text, lines, sizes. Steps are told apart by their place, their lightness and a number in them, never
//! by colour alone.

use std::fmt::Write as _;

use crate::value::text::steers;

/// Width of a chart in its own units; it is drawn as wide as the page allows.
pub(super) const WIDTH: f64 = 720.0;
/// How many characters of a label are drawn on one line.
pub(super) const LABEL: usize = 34;

/// Text for an SVG.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(' '),
            _ if steers(c) => out.push(char::REPLACEMENT_CHARACTER),
            c => out.push(c),
        }
    }
    out
}

/// A label in lines of words, three at the most.
pub(super) fn wrapped(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = vec![String::new()];
    for word in text.split_whitespace() {
        let fits = lines.last().is_none_or(|line| {
            line.is_empty() || line.chars().count().saturating_add(word.chars().count()) < LABEL
        });
        if !fits {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    if lines.len() > 3 {
        lines.truncate(3);
        if let Some(line) = lines.last_mut() {
            line.push('…');
        }
    }
    lines
}

/// A number for an attribute: two decimals at the most.
pub(super) fn coordinate(number: f64) -> String {
    let text = format!("{number:.2}");
    let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    text.to_owned()
}

/// The beginning of a chart: its size, title and description.
pub(super) fn begin(height: f64, id: &str, title: &str, description: &str) -> String {
    let mut svg = String::new();
    let (width, height) = (coordinate(WIDTH), coordinate(height));
    let (id, title, description) = (escape(id), escape(title), escape(description));
    let _ = write!(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" role=\"img\" \
         aria-labelledby=\"{id}-t {id}-d\" font-family=\"sans-serif\" font-size=\"12\">\
         <title id=\"{id}-t\">{title}</title><desc id=\"{id}-d\">{description}</desc>"
    );
    svg
}

/// A text at a place.
pub(super) fn text(svg: &mut String, x: f64, y: f64, anchor: &str, fill: &str, words: &str) {
    let (x, y, words) = (coordinate(x), coordinate(y), escape(words));
    let _ = write!(svg, "<text x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\" fill=\"{fill}\">{words}</text>");
}

/// A label on the left of a row.
pub(super) fn label(svg: &mut String, y: f64, words: &str) {
    let lines = wrapped(words);
    let mut line_y = y;
    for line in &lines {
        text(svg, 0.0, line_y, "start", "#111", line);
        line_y += 14.0;
    }
}

/// A straight line.
pub(super) fn line(svg: &mut String, from: (f64, f64), to: (f64, f64), style: &str) {
    let [x1, y1, x2, y2] = [from.0, from.1, to.0, to.1].map(coordinate);
    let _ = write!(svg, "<line x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\" {style}/>");
}

#[cfg(test)]
mod tests {
    use super::{escape, wrapped};

    #[test]
    fn words_cannot_leave_their_place() {
        assert_eq!(escape("<script>\"&\u{1}"), "&lt;script&gt;&quot;&amp;\u{fffd}");
        assert_eq!(wrapped(&"сөз ".repeat(60)).len(), 3);
        assert_eq!(wrapped(""), [""]);
    }
}

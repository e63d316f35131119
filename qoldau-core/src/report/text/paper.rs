//! Paper of a fixed width: paragraphs, headings and rows of a table.

use super::layout::{harmless, padded, width, wrap};

/// Space between two columns.
const GUTTER: usize = 1;

/// A colour of a terminal. The words say the same without it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Colour {
    Plain,
    Bold,
    Green,
    Yellow,
    Red,
    Grey,
}

impl Colour {
    /// The number of the colour's "select graphic rendition" sequence.
    const fn code(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Bold => "1",
            Self::Green => "32",
            Self::Yellow => "33",
            Self::Red => "31",
            Self::Grey => "90",
        }
    }
}

/// What has been written.
pub(super) struct Paper {
    out: String,
    width: usize,
    colours: bool,
}

impl Paper {
    pub(super) fn new(width: usize, colours: bool) -> Self {
        Self { out: String::new(), width, colours }
    }

    /// The whole text, with one end of line at its end.
    pub(super) fn text(self) -> String {
        format!("{}\n", self.out.trim_end())
    }

    /// An empty line, unless there is one already.
    pub(super) fn blank(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
    }

    /// Writes a line. Colour goes around what is written, never around the indent.
    fn line(&mut self, indent: usize, colour: Colour, text: &str) {
        let text = text.trim_end();
        if !text.is_empty() {
            self.out.push_str(&" ".repeat(indent));
            self.out.push_str(&self.in_colour(colour, text));
        }
        self.out.push('\n');
    }

    fn in_colour(&self, colour: Colour, text: &str) -> String {
        if self.colours && colour != Colour::Plain {
            format!("\u{1b}[{}m{text}\u{1b}[0m", colour.code())
        } else {
            text.to_owned()
        }
    }

    /// The title of the page.
    pub(super) fn title(&mut self, text: &str) {
        self.coloured(0, Colour::Bold, text);
    }

    /// The heading of a section, underlined.
    pub(super) fn heading(&mut self, text: &str) {
        self.blank();
        let text = harmless(text);
        self.line(0, Colour::Bold, &text);
        self.line(0, Colour::Plain, &"─".repeat(width(&text).min(self.width)));
    }

    /// A paragraph in lines.
    pub(super) fn paragraph(&mut self, indent: usize, text: &str) {
        self.coloured(indent, Colour::Plain, text);
    }

    /// A paragraph in one colour.
    pub(super) fn coloured(&mut self, indent: usize, colour: Colour, text: &str) {
        for line in wrap(text, self.width.saturating_sub(indent)) {
            self.line(indent, colour, &line);
        }
    }

    /// A line as it is, with its spaces.
    pub(super) fn exact(&mut self, indent: usize, colour: Colour, text: &str) {
        self.line(indent, colour, &harmless(text));
    }

    /// A label in lines, and beside the first of them a picture.
    pub(super) fn beside(&mut self, label: usize, text: &str, picture: &str) {
        for (index, line) in wrap(text, label.saturating_sub(2)).iter().enumerate() {
            let picture = if index == 0 { picture } else { "" };
            self.line(0, Colour::Plain, &format!("{}{picture}", padded(line, label)));
        }
    }

    /// An item of a list.
    pub(super) fn item(&mut self, text: &str) {
        for (index, line) in wrap(text, self.width.saturating_sub(4)).iter().enumerate() {
            let mark = if index == 0 { "  - " } else { "    " };
            self.line(0, Colour::Plain, &format!("{mark}{line}"));
        }
    }

    /// The header of a table.
    pub(super) fn header(&mut self, columns: &[usize], titles: &[&str]) {
        let cells: Vec<Vec<String>> = titles.iter().map(|title| vec![(*title).to_owned()]).collect();
        self.row(columns, &cells, Colour::Bold);
        let rules = columns.iter().map(|width| "─".repeat(width.saturating_sub(GUTTER)));
        let rules = rules.collect::<Vec<_>>().join(&" ".repeat(GUTTER));
        self.line(0, Colour::Plain, &rules);
    }

    /// A row of a table: every cell a list of paragraphs. The last column has the colour.
    pub(super) fn row(&mut self, columns: &[usize], cells: &[Vec<String>], colour: Colour) {
        let wrapped: Vec<Vec<String>> = cells
            .iter()
            .zip(columns)
            .map(|(cell, width)| {
                cell.iter().flat_map(|text| wrap(text, width.saturating_sub(GUTTER))).collect()
            })
            .collect();
        let height = wrapped.iter().map(Vec::len).max().unwrap_or(0);
        for at in 0..height {
            let mut line = String::new();
            for (index, (lines, column)) in wrapped.iter().zip(columns).enumerate() {
                let text = lines.get(at).map_or("", String::as_str);
                let last = index.saturating_add(1) == wrapped.len();
                let coloured = last && at == 0 && !text.is_empty();
                line.push_str(&if coloured { self.in_colour(colour, text) } else { padded(text, *column) });
            }
            self.line(0, Colour::Plain, &line);
        }
    }
}

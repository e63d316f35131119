//! The document without its format: paragraphs and tables, as both the .docx and the text give them.

use crate::finding::Place;
use crate::value::text::{divided, is_space};

/// A document: what stands in it, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Document {
    /// Paragraphs and tables.
    pub(super) blocks: Vec<Block>,
    /// What is to be said of it as a whole.
    pub(super) said: Said,
}

/// What is to be said of a document as a whole.
#[expect(clippy::struct_excessive_bools, reason = "each is one thing that the document holds or not")]
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Said {
    /// Tracked changes that nobody has accepted.
    pub(super) tracked: bool,
    /// Words outside tables that are struck out or hidden.
    pub(super) struck: bool,
    /// Marks of footnotes or endnotes outside tables.
    pub(super) noted: bool,
    /// Parts of other files.
    pub(super) foreign: bool,
}

impl Document {
    /// The words of all paragraphs and cells.
    pub(super) fn texts(&self) -> impl Iterator<Item = &str> {
        self.blocks.iter().flat_map(|block| {
            let (paragraph, table) = match block {
                Block::Paragraph(text) => (Some(text.as_str()), None),
                Block::Table(table) => (None, Some(table)),
            };
            let cells = table.into_iter().flat_map(|table| &table.rows).flat_map(|row| &row.cells);
            paragraph.into_iter().chain(cells.map(|cell| cell.text.as_str()))
        })
    }
}

/// A paragraph or a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Block {
    /// A paragraph; soft breaks are line feeds.
    Paragraph(String),
    /// A table.
    Table(Table),
}

/// A table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Table {
    /// Its rows.
    pub(super) rows: Vec<Row>,
}

/// A row of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Row {
    /// Its cells, left to right.
    pub(super) cells: Vec<Cell>,
}

/// A cell of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Cell {
    /// First column of the grid it covers, from 0.
    pub(super) column: u32,
    /// How many columns it covers, 1 or more.
    pub(super) span: u32,
    /// Whether it goes on the cell above it: one cell merged downwards.
    pub(super) continues: bool,
    /// Whether words in it are struck out or hidden; they are not among its words.
    pub(super) struck: bool,
    /// Whether marks of footnotes or endnotes stand in it.
    pub(super) noted: bool,
    /// Its paragraphs, one a line.
    pub(super) text: String,
}

impl Cell {
    /// The column after the last one it covers.
    pub(super) fn end(&self) -> u32 {
        self.column.saturating_add(self.span)
    }

    /// Whether nothing stands in it.
    pub(super) fn is_blank(&self) -> bool {
        self.text.chars().all(is_space)
    }
}

impl Row {
    /// The column after the last one the row covers.
    pub(super) fn end(&self) -> u32 {
        self.cells.last().map_or(0, Cell::end)
    }

    /// The cells in which something stands.
    pub(super) fn filled(&self) -> impl Iterator<Item = &Cell> {
        self.cells.iter().filter(|cell| !cell.is_blank())
    }
}

/// The place of a cell, or of the text outside tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Spot {
    /// Block of the annex, 0 to 4.
    pub(super) block: u32,
    /// Table within the document; nothing outside tables.
    pub(super) table: Option<u32>,
    /// Row within the table.
    pub(super) row: u32,
    /// Column within the row.
    pub(super) column: u32,
}

impl Spot {
    /// The place of a line of the cell, counted over the lines in which something stands.
    pub(super) fn line(self, paragraph: u32) -> Place {
        let Self { block, table, row, column } = self;
        Place::Cell { block, table, row, column, paragraph }
    }
}

/// A line of a cell or paragraph with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// Where it stands.
    pub(super) place: Place,
    /// Its words, without spaces at the ends.
    pub(super) text: String,
}

/// The lines in which something stands, counted from `first`.
pub(super) fn lines(text: &str, spot: Spot, first: u32) -> impl Iterator<Item = Line> {
    filled_lines(text)
        .zip(first..)
        .map(move |(line, number)| Line { place: spot.line(number), text: line.to_owned() })
}

/// The lines in which something stands, without spaces at their ends.
pub(super) fn filled_lines(text: &str) -> impl Iterator<Item = &str> {
    divided(text, b'\n').map(trimmed).filter(|line| !line.is_empty())
}

/// Words without spaces at their ends; most lines have none, which is told by their first and last letters.
fn trimmed(words: &str) -> &str {
    let plain = |c: Option<char>| matches!(c, Some('!'..='~' | '\u{400}'..='\u{52f}'));
    let mut letters = words.chars();
    if plain(letters.next()) && letters.next_back().is_none_or(|last| plain(Some(last))) {
        words
    } else {
        words.trim_matches(is_space)
    }
}

/// Several lines as one.
pub(super) fn joined(lines: &[Line], separator: &str) -> String {
    joined_words(lines.iter().map(|line| line.text.as_str()), separator)
}

/// The lines of a text in which something stands as one.
pub(super) fn in_one_line(text: &str) -> String {
    joined_words(filled_lines(text), " ")
}

/// Words with a separator between them.
fn joined_words<'a>(mut words: impl Iterator<Item = &'a str>, separator: &str) -> String {
    let mut all = words.next().unwrap_or_default().to_owned();
    for words in words {
        all.push_str(separator);
        all.push_str(words);
    }
    all
}

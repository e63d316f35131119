//! Puts the pieces of a .docx together: paragraphs, cells, rows, tables, tables within cells.

use super::error::ReadError;
use super::limits::{ReadLimits, beyond};
use super::model::{Block, Cell, Document, Row, Said, Table};
use crate::value::text::has_byte;

/// Room is made for so many cells of a row at most before they are there.
const WIDEST_EXPECTED: usize = 16;

/// A cell that is being read.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one thing that the document says of the cell or not"
)]
#[derive(Default)]
struct OpenCell {
    /// Where its words begin among those of all open cells.
    from: usize,
    /// A paragraph or a table stands in it.
    filled: bool,
    /// What stands in it block by block, up to its last table: most cells hold none.
    blocks: Vec<Block>,
    /// Where the words begin that are not among the blocks yet.
    rest: usize,
    span: u32,
    continues: bool,
    /// Merged with the cell before it, in the old way of writing.
    across: bool,
    dropped: bool,
    /// Words in it are struck out or hidden.
    struck: bool,
    /// Marks of notes stand in it.
    noted: bool,
    /// How many paragraphs around it are open: it stands in a text box of theirs.
    around: usize,
}

/// A row that is being read.
#[derive(Default)]
struct OpenRow {
    cells: Vec<Cell>,
    /// The last cell is filled.
    filled: bool,
    /// The blocks of the last cell, where it holds a table.
    blocks: Vec<Block>,
    next_column: u32,
    dropped: bool,
}

/// What is being read.
enum Open {
    /// A table: what came before it in it, and its rows.
    Table {
        before: Vec<Block>,
        rows: Vec<Row>,
    },
    Row(OpenRow),
    Cell(OpenCell),
}

/// A paragraph that is being read.
#[derive(Default)]
struct OpenParagraph {
    text: String,
    /// Paragraphs of the text boxes anchored in it.
    boxed: Vec<String>,
    joins_next: bool,
}

/// Puts a document together.
pub(super) struct Builder<'l> {
    body: Vec<Block>,
    open: Vec<Open>,
    paragraphs: Vec<OpenParagraph>,
    /// The words of all open cells, one after the other: each goes on to the next one's, and the last one to the end.
    words: String,
    /// Texts of closed paragraphs, emptied, to be written again.
    spare: Vec<String>,
    /// Cells of the row before, of a few: the next one has probably as many.
    width: usize,
    /// Text of a paragraph whose mark was deleted: it goes on in the next one.
    carried: String,
    cells: usize,
    said: Said,
    limits: &'l ReadLimits,
}

impl<'l> Builder<'l> {
    pub(super) fn new(limits: &'l ReadLimits) -> Self {
        Self {
            body: Vec::new(),
            open: Vec::new(),
            paragraphs: Vec::new(),
            words: String::new(),
            spare: Vec::new(),
            width: 0,
            carried: String::new(),
            cells: 0,
            said: Said::default(),
            limits,
        }
    }

    /// The document, once everything is closed.
    pub(super) fn finish(mut self) -> Result<Document, ReadError> {
        if !self.carried.is_empty() {
            let rest = std::mem::take(&mut self.carried);
            self.push_paragraph(&rest)?;
        }
        Ok(Document { blocks: self.body, said: self.said })
    }

    pub(super) fn tracked(&mut self) {
        self.said.tracked = true;
    }

    /// Words are struck out or hidden.
    pub(super) fn struck(&mut self) {
        match self.open.last_mut() {
            Some(Open::Cell(cell)) => cell.struck = true,
            _ => self.said.struck = true,
        }
    }

    /// The mark of a footnote or endnote.
    pub(super) fn note(&mut self) {
        match self.open.last_mut() {
            Some(Open::Cell(cell)) => cell.noted = true,
            _ => self.said.noted = true,
        }
    }

    /// A part of another file, which Word shows in its place.
    pub(super) fn foreign(&mut self) {
        self.said.foreign = true;
    }

    pub(super) fn open_paragraph(&mut self) {
        let text = if self.paragraphs.is_empty() && !self.carried.is_empty() {
            std::mem::take(&mut self.carried)
        } else {
            self.spare.pop().unwrap_or_default()
        };
        self.paragraphs.push(OpenParagraph { text, ..OpenParagraph::default() });
    }

    pub(super) fn close_paragraph(&mut self) -> Result<(), ReadError> {
        let Some(mut paragraph) = self.paragraphs.pop() else { return Ok(()) };
        let boxed = self.paragraphs.len() > self.around();
        if boxed && let Some(around) = self.paragraphs.last_mut() {
            around.boxed.push(paragraph.text);
            around.boxed.extend(paragraph.boxed);
            return Ok(());
        }
        if paragraph.joins_next {
            self.carried = paragraph.text;
        } else {
            self.push_paragraph(&paragraph.text)?;
            paragraph.text.clear();
            self.spare.push(paragraph.text);
        }
        paragraph.boxed.iter().try_for_each(|text| self.push_paragraph(text))
    }

    /// How many of the open paragraphs stand around the cell that is being read.
    fn around(&self) -> usize {
        let cell = self.open.iter().rev().find_map(|open| match open {
            Open::Cell(cell) => Some(cell.around),
            _ => None,
        });
        cell.unwrap_or(0)
    }

    fn push_paragraph(&mut self, text: &str) -> Result<(), ReadError> {
        if beyond(text.len(), self.limits.max_text) {
            return Err(ReadError::TextTooLong { limit: self.limits.max_text });
        }
        self.push_words(text);
        Ok(())
    }

    fn push_words(&mut self, text: &str) {
        match self.open.last_mut() {
            Some(Open::Cell(cell)) => cell.say(text, &mut self.words),
            // A paragraph between two rows is no valid document; its words are kept before the table.
            Some(Open::Table { before, .. }) => before.push(Block::Paragraph(text.to_owned())),
            Some(Open::Row(_)) | None => self.body.push(Block::Paragraph(text.to_owned())),
        }
    }

    fn push_table(&mut self, table: Table) {
        match self.open.last_mut() {
            Some(Open::Cell(cell)) => cell.hold(table, &mut self.words),
            Some(Open::Table { before, .. }) => before.push(Block::Table(table)),
            Some(Open::Row(_)) | None => self.body.push(Block::Table(table)),
        }
    }

    pub(super) fn join_next_paragraph(&mut self) {
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.joins_next = true;
        }
    }

    /// Words of a run. Line ends within them are mere layout of the XML; optional hyphens are layout of the page.
    pub(super) fn text(&mut self, text: &str) -> Result<(), ReadError> {
        let Some(paragraph) = self.paragraphs.last_mut() else { return Ok(()) };
        // The optional hyphen begins with this byte, and hardly anything else does.
        if has_byte(text, |byte| matches!(byte, b'\n' | b'\r' | b'\t' | 0xc2)) {
            let mut after_return = false;
            for c in text.chars() {
                match c {
                    '\u{ad}' => {}
                    // A carriage return and a line feed are one line end.
                    '\n' if after_return => {}
                    '\n' | '\r' | '\t' => paragraph.text.push(' '),
                    other => paragraph.text.push(other),
                }
                after_return = c == '\r';
            }
        } else {
            paragraph.text.push_str(text);
        }
        if beyond(paragraph.text.len(), self.limits.max_text) {
            return Err(ReadError::TextTooLong { limit: self.limits.max_text });
        }
        Ok(())
    }

    /// A tab. Behind a digit it is wider than the space within a number.
    pub(super) fn tab(&mut self) {
        if let Some(paragraph) = self.paragraphs.last_mut() {
            let behind_digit = paragraph.text.ends_with(|c: char| c.is_ascii_digit());
            paragraph.text.push_str(if behind_digit { "  " } else { " " });
        }
    }

    /// A soft break or a hyphen that stands as an element of its own.
    pub(super) fn mark(&mut self, mark: char) {
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.text.push(mark);
        }
    }

    pub(super) fn open_table(&mut self) {
        self.open.push(Open::Table { before: Vec::new(), rows: Vec::new() });
    }

    pub(super) fn close_table(&mut self) {
        if let Some(Open::Table { before, rows }) = self.open.pop() {
            for block in before {
                match block {
                    Block::Paragraph(text) => self.push_words(&text),
                    Block::Table(table) => self.push_table(table),
                }
            }
            if !rows.is_empty() {
                self.push_table(Table { rows });
            }
        }
    }

    pub(super) fn open_row(&mut self) {
        let cells = Vec::with_capacity(self.width);
        self.open.push(Open::Row(OpenRow { cells, ..OpenRow::default() }));
    }

    pub(super) fn drop_row(&mut self) {
        if let Some(Open::Row(row)) = self.open.last_mut() {
            row.dropped = true;
        }
    }

    pub(super) fn skip_columns(&mut self, columns: u32) {
        if let Some(Open::Row(row)) = self.open.last_mut() {
            row.next_column = columns;
        }
    }

    pub(super) fn close_row(&mut self) {
        let Some(Open::Row(row)) = self.open.pop() else { return };
        let Some(Open::Table { before, rows }) = self.open.last_mut() else { return };
        if row.dropped {
            return;
        }
        if row.cells.len() == 1 && !row.blocks.is_empty() {
            // A row that is one cell around a table is a frame for the page, not a row of data.
            if !rows.is_empty() {
                before.push(Block::Table(Table { rows: std::mem::take(rows) }));
            }
            before.extend(row.blocks);
            return;
        }
        self.width = row.cells.len().min(WIDEST_EXPECTED);
        rows.push(Row { cells: row.cells });
    }

    pub(super) fn open_cell(&mut self) -> Result<(), ReadError> {
        self.cells = self.cells.saturating_add(1);
        if beyond(self.cells, self.limits.max_cells) {
            return Err(ReadError::TooManyCells { limit: self.limits.max_cells });
        }
        let around = self.paragraphs.len();
        let from = self.words.len();
        self.open.push(Open::Cell(OpenCell { from, rest: from, span: 1, around, ..OpenCell::default() }));
        Ok(())
    }

    fn cell(&mut self, change: impl FnOnce(&mut OpenCell)) {
        if let Some(Open::Cell(cell)) = self.open.last_mut() {
            change(cell);
        }
    }

    pub(super) fn span(&mut self, columns: u32) {
        self.cell(|cell| cell.span = columns);
    }

    pub(super) fn merge_down(&mut self) {
        self.cell(|cell| cell.continues = true);
    }

    pub(super) fn merge_across(&mut self) {
        self.cell(|cell| cell.across = true);
    }

    pub(super) fn drop_cell(&mut self) {
        self.cell(|cell| cell.dropped = true);
    }

    pub(super) fn close_cell(&mut self) -> Result<(), ReadError> {
        let Some(Open::Cell(mut cell)) = self.open.pop() else { return Ok(()) };
        if cell.dropped {
            self.words.truncate(cell.from);
            (cell.filled, cell.blocks) = (false, Vec::new());
        }
        let from = cell.from;
        let words = self.words.get(from..).unwrap_or_default();
        if beyond(words.len().saturating_add(usize::from(cell.filled)), self.limits.max_text) {
            return Err(ReadError::TextTooLong { limit: self.limits.max_text });
        }
        if !cell.blocks.is_empty() {
            cell.list_rest(&self.words);
        }
        if let Some(Open::Row(row)) = self.open.last_mut() {
            row.take(cell, words);
        }
        self.words.truncate(from);
        Ok(())
    }
}

impl OpenRow {
    /// Takes a cell of these words.
    fn take(&mut self, mut cell: OpenCell, words: &str) {
        let column = self.next_column;
        self.next_column = column.saturating_add(cell.span);
        match self.cells.last_mut() {
            Some(before) if cell.across => {
                before.span = before.span.saturating_add(cell.span);
                before.struck |= cell.struck;
                before.noted |= cell.noted;
                if cell.blocks.is_empty() != self.blocks.is_empty() {
                    // One of the two holds a table: the words of the other stand before or after it.
                    let (blocks, words) = if cell.blocks.is_empty() {
                        (&mut cell.blocks, words)
                    } else {
                        (&mut self.blocks, before.text.as_str())
                    };
                    blocks.push(Block::Paragraph(words.to_owned()));
                }
                self.blocks.append(&mut cell.blocks);
                if self.filled && cell.filled {
                    before.text.push('\n');
                }
                before.text.push_str(words);
                self.filled |= cell.filled;
            }
            _ => {
                let OpenCell { blocks, span, continues, filled, struck, noted, .. } = cell;
                (self.blocks, self.filled) = (blocks, filled);
                self.cells.push(Cell { column, span, continues, struck, noted, text: words.to_owned() });
            }
        }
    }
}

impl OpenCell {
    /// Takes the words of a paragraph.
    fn say(&mut self, text: &str, words: &mut String) {
        if self.filled {
            words.push('\n');
        }
        self.filled = true;
        words.push_str(text);
    }

    /// Takes a table: its cells are read with the words of this one, unless this one is but a frame around it.
    fn hold(&mut self, table: Table, words: &mut String) {
        self.list_rest(words);
        for cell in table.rows.iter().flat_map(|row| &row.cells) {
            self.say(&cell.text, words);
            self.struck |= cell.struck;
            self.noted |= cell.noted;
        }
        self.rest = words.len();
        self.blocks.push(Block::Table(table));
    }

    /// Puts among the blocks what words are not there yet.
    fn list_rest(&mut self, words: &str) {
        let rest = words.get(self.rest..).unwrap_or_default();
        if !rest.is_empty() {
            self.blocks.push(Block::Paragraph(rest.to_owned()));
        }
    }
}

//! Puts the pieces of a .docx together: paragraphs, cells, rows, tables, tables within cells.

use super::error::ReadError;
use super::limits::{ReadLimits, beyond};
use super::model::{Block, Cell, Document, Row, Table};

/// A cell that is being read, with all that stands in it.
#[derive(Default)]
struct OpenCell {
    blocks: Vec<Block>,
    span: u32,
    continues: bool,
    /// Merged with the cell before it, in the old way of writing.
    across: bool,
    dropped: bool,
    /// How many paragraphs around it are open: it stands in a text box of theirs.
    around: usize,
}

/// A row that is being read.
#[derive(Default)]
struct OpenRow {
    cells: Vec<(Cell, Vec<Block>)>,
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
    /// Text of a paragraph whose mark was deleted: it goes on in the next one.
    carried: String,
    cells: usize,
    tracked: bool,
    limits: &'l ReadLimits,
}

impl<'l> Builder<'l> {
    pub(super) fn new(limits: &'l ReadLimits) -> Self {
        Self {
            body: Vec::new(),
            open: Vec::new(),
            paragraphs: Vec::new(),
            carried: String::new(),
            cells: 0,
            tracked: false,
            limits,
        }
    }

    /// The document, once everything is closed.
    pub(super) fn finish(mut self) -> Result<Document, ReadError> {
        if !self.carried.is_empty() {
            let rest = std::mem::take(&mut self.carried);
            self.push_paragraph(rest)?;
        }
        Ok(Document { blocks: self.body, tracked: self.tracked })
    }

    pub(super) fn tracked(&mut self) {
        self.tracked = true;
    }

    pub(super) fn open_paragraph(&mut self) {
        let text = if self.paragraphs.is_empty() { std::mem::take(&mut self.carried) } else { String::new() };
        self.paragraphs.push(OpenParagraph { text, ..OpenParagraph::default() });
    }

    pub(super) fn close_paragraph(&mut self) -> Result<(), ReadError> {
        let Some(paragraph) = self.paragraphs.pop() else { return Ok(()) };
        let boxed = self.paragraphs.len() > self.around();
        if boxed && let Some(around) = self.paragraphs.last_mut() {
            around.boxed.push(paragraph.text);
            around.boxed.extend(paragraph.boxed);
            return Ok(());
        }
        if paragraph.joins_next {
            self.carried = paragraph.text;
        } else {
            self.push_paragraph(paragraph.text)?;
        }
        paragraph.boxed.into_iter().try_for_each(|text| self.push_paragraph(text))
    }

    /// How many of the open paragraphs stand around the cell that is being read.
    fn around(&self) -> usize {
        let cell = self.open.iter().rev().find_map(|open| match open {
            Open::Cell(cell) => Some(cell.around),
            _ => None,
        });
        cell.unwrap_or(0)
    }

    fn push_paragraph(&mut self, text: String) -> Result<(), ReadError> {
        if beyond(text.len(), self.limits.max_text) {
            return Err(ReadError::TextTooLong { limit: self.limits.max_text });
        }
        self.blocks().push(Block::Paragraph(text));
        Ok(())
    }

    /// Where the next paragraph or table goes.
    fn blocks(&mut self) -> &mut Vec<Block> {
        match self.open.last_mut() {
            Some(Open::Cell(cell)) => &mut cell.blocks,
            // A paragraph between two rows is no valid document; its words are kept before the table.
            Some(Open::Table { before, .. }) => before,
            Some(Open::Row(_)) | None => &mut self.body,
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
        // No byte is passed over when one was found: so the compiler looks at many at a time.
        let special = |byte: u8| matches!(byte, b'\n' | b'\r' | b'\t' | 0xc2);
        if text.bytes().fold(false, |found, byte| found | special(byte)) {
            paragraph.text.extend(text.chars().filter(|c| *c != '\u{ad}').map(|c| match c {
                '\n' | '\r' | '\t' => ' ',
                other => other,
            }));
        } else {
            paragraph.text.push_str(text);
        }
        if beyond(paragraph.text.len(), self.limits.max_text) {
            return Err(ReadError::TextTooLong { limit: self.limits.max_text });
        }
        Ok(())
    }

    /// A tab, a soft break or a hyphen that stands as an element of its own.
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
            let blocks = self.blocks();
            blocks.extend(before);
            if !rows.is_empty() {
                blocks.push(Block::Table(Table { rows }));
            }
        }
    }

    pub(super) fn open_row(&mut self) {
        self.open.push(Open::Row(OpenRow::default()));
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
        let mut cells = row.cells;
        if let [(_, blocks)] = cells.as_mut_slice()
            && blocks.iter().any(|block| matches!(block, Block::Table(_)))
        {
            // A row that is one cell around a table is a frame for the page, not a row of data.
            if !rows.is_empty() {
                before.push(Block::Table(Table { rows: std::mem::take(rows) }));
            }
            before.append(blocks);
            return;
        }
        rows.push(Row { cells: cells.into_iter().map(|(cell, blocks)| with_text(cell, blocks)).collect() });
    }

    pub(super) fn open_cell(&mut self) -> Result<(), ReadError> {
        self.cells = self.cells.saturating_add(1);
        if beyond(self.cells, self.limits.max_cells) {
            return Err(ReadError::TooManyCells { limit: self.limits.max_cells });
        }
        let around = self.paragraphs.len();
        self.open.push(Open::Cell(OpenCell { span: 1, around, ..OpenCell::default() }));
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
            cell.blocks.clear();
        }
        let length = cell.blocks.iter().map(length).fold(0_usize, usize::saturating_add);
        if beyond(length, self.limits.max_text) {
            return Err(ReadError::TextTooLong { limit: self.limits.max_text });
        }
        let Some(Open::Row(row)) = self.open.last_mut() else { return Ok(()) };
        let column = row.next_column;
        row.next_column = column.saturating_add(cell.span);
        match row.cells.last_mut() {
            Some((before, blocks)) if cell.across => {
                before.span = before.span.saturating_add(cell.span);
                blocks.append(&mut cell.blocks);
            }
            _ => {
                let OpenCell { blocks, span, continues, .. } = cell;
                row.cells.push((Cell { column, span, continues, text: String::new() }, blocks));
            }
        }
        Ok(())
    }
}

/// The length of the words of a block, in bytes.
fn length(block: &Block) -> usize {
    match block {
        Block::Paragraph(text) => text.len().saturating_add(1),
        Block::Table(table) => table
            .rows
            .iter()
            .flat_map(|row| &row.cells)
            .map(|cell| cell.text.len().saturating_add(1))
            .fold(0, usize::saturating_add),
    }
}

/// A cell with its words: its paragraphs one a line, those of a table within it cell by cell.
fn with_text(mut cell: Cell, mut blocks: Vec<Block>) -> Cell {
    if let [Block::Paragraph(text)] = blocks.as_mut_slice() {
        cell.text = std::mem::take(text);
        return cell;
    }
    let mut words: Vec<&str> = Vec::new();
    for block in &blocks {
        match block {
            Block::Paragraph(text) => words.push(text),
            Block::Table(table) => {
                words.extend(table.rows.iter().flat_map(|row| &row.cells).map(|cell| cell.text.as_str()));
            }
        }
    }
    cell.text = words.join("\n");
    cell
}

//! The text form of an annex → paragraphs and tables.
//!
//! A tab opens a cell; what follows without a tab goes on in it. Where rows end is not written: it is found from the
//! heading row, by dealing the cells out to its columns at the least cost ([`Deal`]).

use super::columns::Column;
use super::error::ReadError;
use super::fit::{Deal, misfit, misfits};
use super::header::{Above, Header, TableKind};
use super::headings::{Heading, heading, plain_heading};
use super::limits::{ReadLimits, beyond};
use super::model::{Block, Cell, Document, Row, Table};
use crate::value::text::is_space;

/// The cost of a row that begins where no blank line is.
const UNMARKED_ROW: u32 = 3;

/// How a cell begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Start {
    /// After a blank line: a row may begin here.
    Blank,
    /// Right after the cell before it.
    Same,
    /// At the start of a line that is a whole row.
    Row,
}

/// A cell of the text.
#[derive(Debug)]
struct TextCell {
    text: String,
    start: Start,
}

impl TextCell {
    fn is_blank(&self) -> bool {
        self.text.chars().all(is_space)
    }

    /// The one line the cell holds, if it holds one.
    fn lone_line(&self) -> Option<&str> {
        let line = self.text.trim_matches(is_space);
        (!line.is_empty() && !line.contains('\n')).then_some(line)
    }
}

/// Reads the text form.
pub(super) fn read(text: &str, limits: &ReadLimits) -> Result<Document, ReadError> {
    let mut reader = Reader {
        blocks: Vec::new(),
        run: None,
        cells: 0,
        block: 0,
        header: None,
        closing: false,
        held: Vec::new(),
        limits,
    };
    let mut lines = text.trim_start_matches('\u{feff}').lines().peekable();
    let mut after_blank = true;
    while let Some(line) = lines.next() {
        if line.chars().all(|c| is_space(c) && c != '\t') {
            reader.blank_line();
            after_blank = true;
            continue;
        }
        let line = line.replace('\u{ad}', "");
        let signed = reader.closing && line.contains("___");
        if signed {
            // What stands before a signature belongs to it, what comes after it does not.
            reader.end_run();
        }
        if line.contains('\t') && !signed {
            let row_of_tabs = lines.peek().is_some_and(|next| next.starts_with('\t'));
            reader.tabbed_line(&line, after_blank, row_of_tabs)?;
        } else {
            let ahead = lines.clone();
            let section = after_blank && reader.heads_section(&line, ahead);
            reader.line(&line, section)?;
        }
        if reader.closing && reader.run.is_some() {
            reader.held.push(line);
        }
        after_blank = false;
    }
    reader.end_run();
    Ok(Document { blocks: reader.blocks, ..Document::default() })
}

/// The walk through the lines.
struct Reader<'l> {
    blocks: Vec<Block>,
    /// The cells since the last paragraph, if any, and whether its rows are lines.
    run: Option<(Vec<TextCell>, bool)>,
    cells: usize,
    block: u32,
    /// The heading row of the last table.
    header: Option<Header>,
    /// Past the closing words: tabs may be mere layout there.
    closing: bool,
    /// The lines of the cells past the closing words.
    held: Vec<String>,
    limits: &'l ReadLimits,
}

impl Reader<'_> {
    fn blank_line(&mut self) {
        if let Some(cell) = self.run.as_mut().and_then(|(cells, _)| cells.last_mut()) {
            cell.text.push('\n');
        }
    }

    /// A line without a tab: it goes on in the open cell unless it is a heading that no cell holds.
    ///
    /// `section` tells that it stands alone above a heading row.
    fn line(&mut self, line: &str, section: bool) -> Result<(), ReadError> {
        let in_cell = self.run.is_some() && !self.closing && !section;
        let heading = if in_cell { plain_heading(line) } else { heading(line) };
        let ends_cell = match &heading {
            Some(Heading::Task { number, .. }) => number.is_some(),
            heading => heading.is_some(),
        };
        if !ends_cell && let Some(cell) = self.run.as_mut().and_then(|(cells, _)| cells.last_mut()) {
            cell.text.push('\n');
            cell.text.push_str(line);
            return check_length(&cell.text, self.limits);
        }
        self.end_run();
        match heading {
            Some(Heading::Block(block) | Heading::Subtitle(block @ 1..)) => {
                (self.block, self.closing) = (block, false);
            }
            Some(Heading::Closing) => self.closing = true,
            Some(Heading::Task { .. }) => self.closing = false,
            _ => {}
        }
        check_length(line, self.limits)?;
        self.blocks.push(Block::Paragraph(line.replace('\t', " ")));
        Ok(())
    }

    /// Whether a line between two tables is the heading of a section: no cell goes on where a heading row comes next.
    fn heads_section<'t>(&self, line: &str, ahead: impl Iterator<Item = &'t str>) -> bool {
        const WIDEST: usize = 16;
        if self.run.is_none() || self.closing {
            return false;
        }
        let blank = |line: &&str| line.chars().all(|c| is_space(c) && c != '\t');
        let tabbed = ahead.skip_while(blank).take_while(|line| line.starts_with('\t')).take(WIDEST);
        let cells: Vec<TextCell> = tabbed
            .flat_map(|line| line.split('\t').skip(1))
            .take(WIDEST)
            .map(|text| TextCell { text: text.into(), start: Start::Same })
            .collect();
        !cells.is_empty()
            && matches!(heading(line), Some(Heading::Presentation | Heading::Information))
            && Header::of(&plain_row(&cells), 3, None, Above::Title).is_some()
    }

    fn tabbed_line(&mut self, line: &str, after_blank: bool, row_of_tabs: bool) -> Result<(), ReadError> {
        let mut pieces = line.split('\t');
        let before = pieces.next().unwrap_or_default();
        let opens_with_tab = before.chars().all(is_space);
        if self.run.is_none() && !row_of_tabs && line.chars().all(is_space) {
            return Ok(());
        }
        let (run, by_line) = self.run.get_or_insert_with(|| (Vec::new(), !opens_with_tab));
        let mut start = if after_blank || run.is_empty() { Start::Blank } else { Start::Same };
        if !opens_with_tab {
            match run.last_mut() {
                Some(cell) if !*by_line => {
                    cell.text.push('\n');
                    cell.text.push_str(before);
                    start = Start::Same;
                }
                _ => {
                    run.push(TextCell { text: before.into(), start: Start::Row });
                    start = Start::Same;
                }
            }
        }
        for piece in pieces {
            run.push(TextCell { text: piece.into(), start });
            start = Start::Same;
            self.cells = self.cells.saturating_add(1);
            check_length(piece, self.limits)?;
        }
        if beyond(self.cells, self.limits.max_cells) {
            return Err(ReadError::TooManyCells { limit: self.limits.max_cells });
        }
        Ok(())
    }

    /// Ends a run of cells: it is a table. Past the closing words it is one only where the table before them goes on, as it
    /// does where every page is signed; otherwise its lines are lines.
    fn end_run(&mut self) {
        let Some((cells, _)) = self.run.take() else { return };
        let held = std::mem::take(&mut self.held);
        let mut header = self.header.take().filter(|header| header.kind == TableKind::Activities);
        if self.closing && !goes_on(&cells, self.block, header.as_ref()) {
            let lines = held.iter().map(|line| Block::Paragraph(line.replace('\t', " ")));
            self.blocks.extend(lines);
        } else {
            let rows = rows(&cells, self.block, &mut header, self.closing);
            self.blocks.push(Block::Table(Table { rows }));
            self.closing = false;
        }
        self.header = header;
    }
}

/// Whether cells past the closing words are a table: one with a heading row, or more of the last one of activities.
fn goes_on(cells: &[TextCell], block: u32, header: Option<&Header>) -> bool {
    let mut chunks = cells.chunk_by(|_, next| next.start == Start::Same);
    let is_heading = |chunk| Header::of(&plain_row(chunk), block, header, Above::Title).is_some();
    let more =
        |header: &Header| header.goes_on(&deal_rows(&cells.iter().collect::<Vec<_>>(), &header.columns));
    chunks.any(is_heading) || header.is_some_and(more)
}

fn check_length(text: &str, limits: &ReadLimits) -> Result<(), ReadError> {
    if beyond(text.len(), limits.max_text) {
        return Err(ReadError::TextTooLong { limit: limits.max_text });
    }
    Ok(())
}

/// Divides a run of cells into rows. `before` is the heading row of the last table of activities, if there was one; the
/// last one of this table takes its place. `under` tells whether the rows stand under it already.
fn rows(cells: &[TextCell], block: u32, before: &mut Option<Header>, mut under: bool) -> Vec<Row> {
    let chunks: Vec<&[TextCell]> = cells.chunk_by(|_, next| next.start == Start::Same).collect();
    let plain: Vec<Row> = chunks.iter().map(|chunk| plain_row(chunk)).collect();
    let mut rows = Vec::new();
    let mut above = Above::Title;
    under &= before.is_some();
    // Cells of the rows under the present heading row: a part of `cells`, as two ends.
    let mut data: Vec<&TextCell> = Vec::new();
    for ((chunk, row), index) in chunks.iter().zip(&plain).zip(1..) {
        let columns = before.as_ref().filter(|_| under).map(|header| header.columns.as_slice());
        let header = Header::of(row, block, before.as_ref(), above);
        let before_header = || {
            plain
                .get(index)
                .is_some_and(|next| Header::of(next, block, before.as_ref(), Above::Title).is_some())
        };
        let title = header.is_none() && is_heading(chunk, before_header);
        if header.is_none() && !title && under {
            data.extend(chunk.iter());
            above = Above::Data;
            continue;
        }
        rows.extend(deal_rows(&std::mem::take(&mut data), columns.unwrap_or_default()));
        rows.push(row.clone());
        above = match (&header, title) {
            (Some(_), _) => Above::Heading,
            (None, true) => Above::Title,
            (None, false) => Above::Data,
        };
        if header.is_some() {
            (*before, under) = (header, true);
        }
    }
    let columns = before.as_ref().filter(|_| under).map(|header| header.columns.as_slice());
    rows.extend(deal_rows(&data, columns.unwrap_or_default()));
    rows
}

/// Whether a chunk is the heading of a task or section.
fn is_heading(chunk: &[TextCell], before_header: impl FnOnce() -> bool) -> bool {
    let [cell] = chunk else { return false };
    let Some(line) = cell.lone_line() else { return false };
    // The last cell of a row, its deadline, may stand alone between blank lines too.
    (before_header() && misfit(line, Column::Due) != 0)
        || matches!(plain_heading(line), Some(Heading::Block(_) | Heading::Task { number: Some(_), .. }))
}

/// A row whose cells are those of a chunk.
fn plain_row(chunk: &[TextCell]) -> Row {
    let cells = chunk.iter().zip(0..).map(|(cell, column)| Cell {
        column,
        span: 1,
        text: cell.text.clone(),
        ..Cell::default()
    });
    Row { cells: cells.collect() }
}

/// Divides cells into rows of these columns at the least cost.
fn deal_rows(cells: &[&TextCell], columns: &[Column]) -> Vec<Row> {
    let cells: Vec<Measured<'_>> =
        cells.iter().map(|cell| Measured { cell, misfits: misfits(&cell.text, columns) }).collect();
    let longest = columns.len().saturating_mul(2).saturating_add(4);
    // For every number of cells the least cost of rows that end there, and where the last of them begins.
    let mut best: Vec<(u32, usize)> = vec![(u32::MAX, 0); cells.len().saturating_add(1)];
    if let Some(first) = best.first_mut() {
        *first = (0, 0);
    }
    for start in 0..cells.len() {
        let Some((cost, _)) = best.get(start).copied() else { break };
        let unmarked = start > 0 && cells.get(start).is_some_and(|cell| cell.cell.start == Start::Same);
        let cost = cost.saturating_add(if unmarked { UNMARKED_ROW } else { 0 });
        let mut deal = Deal::new(columns);
        for (index, cell) in cells.iter().enumerate().skip(start).take(longest) {
            if index > start && cell.cell.start == Start::Row {
                break;
            }
            deal.push(&cell.misfits, cell.cell.is_blank());
            let cost = cost.saturating_add(deal.cost());
            if let Some(end) = best.get_mut(index.saturating_add(1))
                && cost < end.0
            {
                *end = (cost, start);
            }
        }
    }
    let mut ends = Vec::new();
    let mut end = cells.len();
    while end > 0 {
        let start = best.get(end).map_or(0, |(_, start)| *start);
        ends.push((start, end));
        end = start;
    }
    let rows = ends.iter().rev().filter_map(|(start, end)| cells.get(*start..*end));
    rows.map(|cells| dealt_row(cells, columns)).collect()
}

/// A cell with how badly it fits each column.
struct Measured<'a> {
    cell: &'a TextCell,
    misfits: Vec<u32>,
}

/// A row of cells dealt out to columns; cells of one column become one.
fn dealt_row(cells: &[Measured<'_>], columns: &[Column]) -> Row {
    let mut deal = Deal::new(columns);
    for cell in cells {
        deal.push(&cell.misfits, cell.cell.is_blank());
    }
    let mut row = Row::default();
    for (cell, column) in cells.iter().zip(deal.columns()) {
        let column = u32::try_from(column).unwrap_or(u32::MAX);
        let text = &cell.cell.text;
        match row.cells.last_mut() {
            Some(last) if last.column == column => {
                last.text.push('\n');
                last.text.push_str(text);
            }
            _ => row.cells.push(Cell { column, span: 1, text: text.clone(), ..Cell::default() }),
        }
    }
    row
}

//! The heading row of a table: what kind of table it is and what its columns hold.

use super::columns::{Column, columns};
use super::fit::{deal, misfit};
use super::model::{Cell, Row};
use super::signatures::is_address;
use crate::plan::{Target, TargetRule, read_targets};
use crate::value::Id;
use crate::value::text::fold_letters;

/// What a table is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TableKind {
    /// Activities of a task.
    Activities,
    /// The social impact.
    Impact,
    /// The people of the project.
    Team,
}

/// What stands directly above a row of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Above {
    /// Nothing, or the title of a task: a heading row may be next.
    Title,
    /// A heading row, which may have a second floor.
    Heading,
    /// A row of data: below it only a heading that was typed again is one.
    Data,
}

/// A heading row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Header {
    /// What the table is about.
    pub(super) kind: TableKind,
    /// What each column holds, left to right.
    pub(super) columns: Vec<Column>,
    /// It may be a row of data for all that: its words are worth keeping.
    pub(super) doubtful: bool,
    /// It was typed again among rows of data.
    again: bool,
    /// It has a second floor.
    refined: bool,
    /// What the columns hold by their headings alone.
    named: Vec<Column>,
    /// The columns of the grid that each covers: first, and the one after the last.
    spans: Vec<(u32, u32)>,
    /// The words of its cells, with those of its second floor.
    words: Vec<String>,
}

/// The columns of a table of activities, in their usual order.
const USUAL: [Column; 6] =
    [Column::Number, Column::Activity, Column::Venue, Column::Names, Column::Values, Column::Due];

/// Cells longer than this are no headings, in bytes.
const LONGEST_CELL: usize = 400;

impl Header {
    /// The heading row that a row is where it stands, if it is one. `block` is the block of the annex, `before` the
    /// heading row in force: once there is one, it takes more than a few words of headings to be another, for rows of data
    /// may hold them too («Проведение мероприятий», «План работы»), and a row taken for a heading is a promise lost.
    pub(super) fn of(row: &Row, block: u32, before: Option<&Self>, above: Above) -> Option<Self> {
        let header = Self::of_words(&row.cells, block, before)?;
        let numbered = header.heads_numbers(row);
        let Some(before) = before else {
            return (numbered || !header.looks_like_data(row)).then_some(header);
        };
        let same_kind = header.kind == before.kind;
        let same_columns = || same_kind && header.names_columns_of(before);
        let mostly_known = || header.is_mostly_known(row) && !header.has_deadline(row);
        let doubtful = match above {
            _ if numbered => false,
            Above::Title if same_columns() || header.is_plain(row) => false,
            Above::Title if same_kind => mostly_known().then(|| !header.repeats(before))?,
            Above::Title => (!header.looks_like_data(row)).then_some(false)?,
            Above::Heading | Above::Data if same_columns() => !header.repeats(before),
            Above::Heading | Above::Data => (!same_kind && mostly_known()).then_some(false)?,
        };
        let again = above != Above::Title && same_kind;
        let mut words = header.words;
        if again && !doubtful {
            words.extend_from_slice(&before.words);
        }
        Some(Self { doubtful, again, words, ..header })
    }

    /// Whether the numbers of rows have a heading, not a bullet: where rows have theirs no heading row has a sign.
    fn heads_numbers(&self, row: &Row) -> bool {
        let sign = |cell: &Cell| cell.text.contains(|c: char| c == '№' || c.is_alphabetic());
        let mut cells = row.cells.iter().zip(&self.columns);
        cells.any(|(cell, column)| *column == Column::Number && sign(cell))
    }

    /// Whether three of four filled cells are known, and names and values have a column each.
    fn is_plain(&self, row: &Row) -> bool {
        let (known, filled) = self.known(row);
        known.saturating_mul(4) >= filled.saturating_mul(3)
            && [Column::Names, Column::Values].iter().all(|column| self.columns.contains(column))
    }

    /// The heading row that cells are by their words.
    fn of_words(cells: &[Cell], block: u32, before: Option<&Self>) -> Option<Self> {
        let fewest = if block >= 3 { 2 } else { 3 };
        if cells.len() < fewest || cells.iter().any(is_data) {
            return None;
        }
        // Every task has a table with the same heading row: its words are looked up once.
        let named = match before.filter(|before| before.has_words_of(cells)) {
            Some(before) => before.named.clone(),
            None => named(cells)?,
        };
        let kind = kind(&named, block)?;
        let words = cells.iter().map(|cell| cell.text.clone()).collect();
        let spans = cells.iter().map(|cell| (cell.column, cell.end())).collect();
        let columns = named.clone();
        Some(Self { kind, columns, doubtful: false, again: false, refined: false, named, spans, words })
    }

    /// Whether it was written in the very words of cells, and has no others.
    fn has_words_of(&self, cells: &[Cell]) -> bool {
        !self.refined && !self.again && self.words.iter().eq(cells.iter().map(|cell| &cell.text))
    }

    /// Whether less than half of what stands in the row is known, and one of the rest is a deadline.
    fn looks_like_data(&self, row: &Row) -> bool {
        !self.is_mostly_known(row) && self.has_deadline(row)
    }

    /// How many of the row's filled cells are known, and how many there are.
    fn known(&self, row: &Row) -> (usize, usize) {
        let filled = || row.cells.iter().zip(&self.columns).filter(|(cell, _)| !cell.is_blank());
        (filled().filter(|(_, column)| **column != Column::Unknown).count(), filled().count())
    }

    /// Whether more than half of the row's filled cells are known.
    fn is_mostly_known(&self, row: &Row) -> bool {
        let (known, filled) = self.known(row);
        known.saturating_mul(2) > filled
    }

    /// Whether a cell that is not known can be read as a deadline.
    fn has_deadline(&self, row: &Row) -> bool {
        let unknown = row.cells.iter().zip(&self.columns).filter(|(_, column)| **column == Column::Unknown);
        unknown.map(|(cell, _)| cell).any(|cell| !cell.is_blank() && misfit(&cell.text, Column::Due) == 0)
    }

    /// Whether it has three of four columns of another heading row, names and values among them.
    fn names_columns_of(&self, before: &Self) -> bool {
        let mut of_data: Vec<Column> = before.named.clone();
        of_data.retain(|column| !matches!(column, Column::Number | Column::Unknown));
        let shared = of_data.iter().filter(|column| self.columns.contains(column)).count();
        let promises = [Column::Names, Column::Values].iter();
        !of_data.is_empty()
            && shared.saturating_mul(4) >= of_data.len().saturating_mul(3)
            && promises.filter(|column| of_data.contains(column)).all(|column| self.columns.contains(column))
    }

    /// Whether most of its words are those of another heading row.
    fn repeats(&self, before: &Self) -> bool {
        let known: Vec<String> = before.words.iter().map(|words| fold_letters(words)).collect();
        let own: Vec<String> = self.words.iter().map(|words| fold_letters(words)).collect();
        let filled = || own.iter().filter(|words| !words.is_empty());
        let again = filled().filter(|words| known.contains(words)).count();
        again.saturating_mul(2) >= filled().count()
    }

    /// Takes a second floor, the row right under a heading row: cells that divide the ones above them, beside cells that
    /// are merged downwards or empty. Returns whether the row is one.
    pub(super) fn refine(&mut self, row: &Row) -> bool {
        let digit = |cell: &Cell| cell.text.contains(|c: char| c.is_ascii_digit());
        if row.filled().any(|cell| cell.text.len() > LONGEST_CELL || digit(cell)) {
            return false;
        }
        let same = |words: &str, cell: &Cell| fold_letters(words) == fold_letters(&cell.text);
        let said = |cell: &Cell| self.words.iter().any(|words| same(words, cell));
        if self.again && !row.filled().all(said) {
            return false;
        }
        // Cells that go on heading cells stand beside nothing but headings. Where none does, all words must be known.
        let merged = row.cells.iter().any(|cell| cell.continues);
        let below = match columns(row.filled().map(|cell| cell.text.as_str())) {
            None if merged => vec![Column::Unknown; row.cells.len()],
            Some(below) if merged || (!below.contains(&Column::Unknown) && self.is_divided_by(row)) => below,
            _ => return false,
        };
        let mut of_words = below.iter().copied();
        let refined = row.cells.iter().map(|cell| {
            let above = self.under(cell);
            let own = if cell.is_blank() { None } else { of_words.next() };
            let column = match own {
                // The heading above says it, unless a cell beside it does.
                Some(Column::Unknown) if below.contains(&above) => Column::Unknown,
                Some(Column::Unknown) | None => above,
                Some(column) => column,
            };
            (column, (cell.column, cell.end()))
        });
        let (columns, spans) = refined.unzip();
        (self.columns, self.spans, self.refined) = (columns, spans, true);
        second_names_are_values(&mut self.columns, row.filled());
        self.named.clone_from(&self.columns);
        self.words.extend(row.filled().map(|cell| cell.text.clone()));
        true
    }

    /// Whether two filled cells of a row stand under one heading.
    fn is_divided_by(&self, row: &Row) -> bool {
        self.spans.iter().any(|(start, end)| {
            row.filled().filter(|cell| cell.column >= *start && cell.end() <= *end).nth(1).is_some()
        })
    }

    /// Whether rows that stand under no heading go on the table: one of them at least has a cell for every column, with a
    /// name and a value in it.
    pub(super) fn goes_on(&self, rows: &[Row]) -> bool {
        rows.iter().filter(|row| row.cells.len() == self.columns.len()).any(|row| {
            let columns = self.columns_of(row);
            let filled = || row.cells.iter().zip(&columns).filter(|(cell, _)| !cell.is_blank());
            filled().any(|(_, column)| *column == Column::Names)
                && filled().any(|(cell, column)| *column == Column::Values && is_value(&cell.text))
                && !filled().any(|(cell, _)| is_address(&cell.text))
        })
    }

    /// What to take for the heading row of a table of activities that has none: of the usual columns in their usual
    /// order those that fit its rows best.
    pub(super) fn assumed(row: &Row, rows: &[Row]) -> Self {
        let spans: Vec<(u32, u32)> =
            row.cells.iter().take(USUAL.len()).map(|cell| (cell.column, cell.end())).collect();
        (0..1_u32 << USUAL.len())
            .map(|chosen| {
                (0..).zip(USUAL).filter(|(bit, _)| chosen >> bit & 1 == 1).map(|(_, column)| column).collect()
            })
            .filter(|columns: &Vec<Column>| columns.len() == spans.len())
            .filter(|columns| columns.contains(&Column::Names) && columns.contains(&Column::Values))
            .map(|columns| Self::without_words(columns, &spans))
            .min_by_key(|header| header.misfit(rows))
            .unwrap_or_else(|| Self::without_words(vec![Column::Unknown; spans.len()], &spans))
    }

    /// A heading row of a table of activities that was not written.
    fn without_words(columns: Vec<Column>, spans: &[(u32, u32)]) -> Self {
        Self {
            kind: TableKind::Activities,
            columns,
            doubtful: false,
            again: false,
            refined: false,
            named: Vec::new(),
            spans: spans.to_vec(),
            words: Vec::new(),
        }
    }

    /// How badly the rows fit the columns.
    fn misfit(&self, rows: &[Row]) -> u32 {
        let of_column = |(index, column): (usize, &Column)| self.misfits(index, *column, rows);
        self.columns.iter().enumerate().map(of_column).fold(0, u32::saturating_add)
    }

    /// The column of the heading that each cell of a row stands under.
    pub(super) fn columns_of(&self, row: &Row) -> Vec<Column> {
        let same_grid = self.spans.last().is_some_and(|(_, end)| *end == row.end());
        if same_grid {
            return row.cells.iter().map(|cell| self.under(cell)).collect();
        }
        let texts: Vec<&str> = row.cells.iter().map(|cell| cell.text.as_str()).collect();
        let dealt = deal(&texts, &self.columns);
        dealt.into_iter().map(|index| self.columns.get(index).copied().unwrap_or(Column::Unknown)).collect()
    }

    /// The column whose heading covers most of the cell; of a cell merged across, what is more than the row's number.
    fn under(&self, cell: &Cell) -> Column {
        let shared = |(start, end): (u32, u32)| end.min(cell.end()).saturating_sub(start.max(cell.column));
        self.spans
            .iter()
            .zip(&self.columns)
            .rev() // of equals, `max_by_key` takes the last: so the leftmost
            .max_by_key(|(span, column)| (shared(**span), **column != Column::Number))
            .map_or(Column::Unknown, |(_, column)| *column)
    }

    /// Takes unknown columns for what the table needs and no heading names, by what stands in them. Returns whether
    /// anything was taken so.
    pub(super) fn guess(&mut self, rows: &[Row]) -> bool {
        let needed: &[Column] = match self.kind {
            TableKind::Activities => &[Column::Names, Column::Values, Column::Activity, Column::Due],
            TableKind::Impact => &[Column::Names, Column::Values],
            TableKind::Team => &[Column::Person, Column::Role],
        };
        let mut guessed = false;
        let has_days = self.columns.contains(&Column::Start);
        let lacks =
            |wanted: &&Column| !(self.columns.contains(wanted) || has_days && **wanted == Column::Due);
        for wanted in needed.iter().filter(lacks).copied().collect::<Vec<_>>() {
            let unknown =
                || (0..self.columns.len()).filter(|index| self.columns.get(*index) == Some(&Column::Unknown));
            // Of two columns of days nobody can say which is the deadline.
            if wanted == Column::Due
                && unknown().filter(|index| self.is_of_days(*index, rows)).nth(1).is_some()
            {
                continue;
            }
            let best = unknown().min_by_key(|index| self.misfits(*index, wanted, rows));
            if let Some(column) = best.and_then(|index| self.columns.get_mut(index)) {
                *column = wanted;
                guessed = true;
            }
        }
        guessed
    }

    /// How badly the cells of a column fit what it is taken for.
    fn misfits(&self, index: usize, wanted: Column, rows: &[Row]) -> u32 {
        let cells = self.cells(index, rows);
        cells.map(|cell| misfit(&cell.text, wanted)).fold(0, u32::saturating_add)
    }

    /// The cells of a column in the first rows.
    fn cells<'r>(&self, index: usize, rows: &'r [Row]) -> impl Iterator<Item = &'r Cell> {
        const LOOKED_AT: usize = 50;
        let (start, end) = self.spans.get(index).copied().unwrap_or((u32::MAX, 0));
        let cells = rows.iter().take(LOOKED_AT).flat_map(|row| &row.cells);
        cells.filter(move |cell| cell.column >= start && cell.end() <= end)
    }

    /// Whether all that stands in a column are days, months or deadlines.
    fn is_of_days(&self, index: usize, rows: &[Row]) -> bool {
        let mut filled = self.cells(index, rows).filter(|cell| !cell.is_blank()).peekable();
        filled.peek().is_some() && filled.all(|cell| misfit(&cell.text, Column::Due) == 0)
    }
}

/// What columns hold by the words of their headings.
fn named(cells: &[Cell]) -> Option<Vec<Column>> {
    let mut columns = columns(cells.iter().map(|cell| cell.text.as_str()))?;
    second_names_are_values(&mut columns, cells.iter());
    Some(columns)
}

/// Whether words are planned values.
pub(super) fn is_value(text: &str) -> bool {
    let understood = |target: &Target| target.rule != (TargetRule::Unread {});
    let worded =
        || "value".parse::<Id>().is_ok_and(|id| read_targets(text, &id, None).iter().any(understood));
    misfit(text, Column::Values) == 0 || worded()
}

/// Whether a cell is of no heading row: it is long, or begins with a digit. Spares the search in most rows of data.
fn is_data(cell: &Cell) -> bool {
    cell.text.len() > LONGEST_CELL || cell.text.starts_with(|c: char| c.is_ascii_digit())
}

/// Annexes head the names with one word for "indicator" and the values with another: the second is the values'. Indicators
/// of quantity beside those of quality are names both.
fn second_names_are_values<'c>(columns: &mut [Column], cells: impl Iterator<Item = &'c Cell>) {
    if columns.contains(&Column::Values) {
        return;
    }
    let Some(second) = columns.iter_mut().filter(|column| **column == Column::Names).nth(1) else { return };
    let says = |stems: [&str; 2], words: &str| stems.iter().any(|stem| words.contains(stem));
    let one_sided =
        |words: &String| says(["сандық", "количествен"], words) != says(["сапалық", "качествен"], words);
    if cells.map(|cell| fold_letters(&cell.text)).filter(one_sided).nth(1).is_none() {
        *second = Column::Values;
    }
}

/// What a table with these columns is about.
fn kind(columns: &[Column], block: u32) -> Option<TableKind> {
    let has = |column: Column| columns.contains(&column);
    let of_people = [Column::Role, Column::Contact, Column::Duties].into_iter().any(has);
    if has(Column::Person) && of_people {
        return Some(TableKind::Team);
    }
    let lines = has(Column::Names) && has(Column::Values);
    if !has(Column::Activity) && lines && (has(Column::Unit) || block == 4) {
        return Some(TableKind::Impact);
    }
    let known = [Column::Activity, Column::Names, Column::Values, Column::Venue, Column::Channels]
        .into_iter()
        .filter(|column| has(*column))
        .count()
        .saturating_add(usize::from(has(Column::Due) || has(Column::Start)));
    let enough = if block == 3 { 2 } else { 3 };
    let promises = has(Column::Names) || has(Column::Values);
    (promises && known >= enough).then_some(TableKind::Activities)
}

//! Where on a list its headings stand: the same for tables of text and for sheets.

use super::columns::{ColumnChoice, fits_content, guess_columns, names_people, place_of, says_name};
use super::no_person::is_nobody;
use crate::people::identity::read_day;

/// Among so many first rows the headings are looked for.
pub(super) const HEADINGS_WITHIN: usize = 40;
/// The last column that is looked at for headings, as no list is wider.
pub(super) const WIDEST: u32 = 256;

/// A row that may be the one of the headings.
pub(super) struct Candidate<'a> {
    /// The number by which it is told again.
    pub(super) row: u32,
    /// Its cells.
    pub(super) cells: Vec<&'a str>,
    /// Those of the next row in which anything stands, or of the one before where there is none.
    pub(super) beside: Vec<&'a str>,
}

/// How much a row is like one of headings.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Likeness {
    /// How many headings of it are known.
    known: usize,
    /// Whether one of them is that of a name.
    names: bool,
    /// How many cells have anything in them.
    filled: usize,
}

/// The row with the most headings that are known in three languages, the first of several; nothing where there is none. Where people stand above
/// it, below headings of their own, it heads a second list, and the first one's are the headings.
pub(super) fn heading_row<'a>(candidates: impl Iterator<Item = Candidate<'a>>) -> Option<(u32, Likeness)> {
    let all: Vec<(u32, Option<Likeness>, bool)> = candidates
        .map(|candidate| {
            let holds_values = candidate.cells.iter().any(|cell| is_value(cell));
            (candidate.row, likeness(&candidate), holds_values)
        })
        .collect();
    let mut best: Option<(usize, u32, Likeness)> = None;
    for (place, (row, likeness, _)) in all.iter().enumerate() {
        let Some(likeness) = *likeness else { continue };
        let rank = |likeness: Likeness| (likeness.known, likeness.names);
        if best.is_none_or(|(_, _, most)| rank(likeness) > rank(most)) {
            best = Some((place, *row, likeness));
        }
    }
    let (last, row, most) = best?;
    let above = all.get(..last).unwrap_or_default();
    let heads = |(place, (row, likeness, _)): (usize, &(u32, Option<Likeness>, bool))| {
        let likeness = (*likeness).filter(|likeness| likeness.is_list())?;
        let people = above.iter().skip(place).filter(|(.., holds_values)| *holds_values);
        people.count().checked_sub(1).map(|_| (*row, likeness))
    };
    above.iter().enumerate().find_map(heads).or(Some((row, most)))
}

/// Whether a row might be one of headings, before it is looked at closely: a word of it is one of names.
pub(super) fn may_begin_list(cells: &[&str]) -> bool {
    cells.iter().any(|cell| says_name(cell))
}

/// Whether a row below the headings of a list heads another one: two known headings at least, and that of names among them. `beside` is the next
/// row with anything in it.
pub(super) fn begins_list(cells: &[&str], beside: &[&str]) -> bool {
    let cells = cells.get(..usize::try_from(WIDEST).unwrap_or(usize::MAX)).unwrap_or(cells);
    likeness(&Candidate { row: 0, cells: cells.to_vec(), beside: beside.to_vec() })
        .is_some_and(Likeness::is_list)
}

impl Likeness {
    /// Whether it is one of a list of people for certain.
    const fn is_list(self) -> bool {
        self.names && self.known > 1
    }
}

fn likeness(Candidate { cells, beside, .. }: &Candidate<'_>) -> Option<Likeness> {
    let columns = guess_columns(cells, &[]);
    let is_known = |column: u32| columns.iter().any(|choice| choice.column == column);
    // A telephone or a date stands in the row of a person and not among headings, unless as an example behind one. Days head the columns of a
    // register, where names have a heading too and what stands below a day is none.
    let registers = cells.iter().any(|cell| says_name(cell)) && columns.len() > 1;
    let is_day_of_register = |column: u32, cell: &str| {
        let below = usize::try_from(column).ok().and_then(|column| beside.get(column.checked_sub(1)?));
        registers && read_day(cell).is_some() && below.is_none_or(|below| read_day(below).is_none())
    };
    let is_value = |(column, cell): (u32, &&str)| {
        !is_known(column) && is_value(cell) && !is_day_of_register(column, cell)
    };
    if (1_u32..).zip(cells).any(is_value) {
        return None;
    }
    // «Школа 5» begins as a heading does, but so does the cell beside it; and so does the name «Атыбаев».
    let again = guess_columns(beside, &[]);
    let is_heading = |choice: &ColumnChoice| {
        let cell = place_of(choice).and_then(|place| cells.get(place)).copied().unwrap_or("");
        !again.contains(choice) && (!names_people(std::slice::from_ref(choice)) || says_name(cell))
    };
    let known: Vec<ColumnChoice> = columns.into_iter().filter(is_heading).collect();
    let likeness = Likeness { known: known.len(), names: names_people(&known), filled: filled(cells) };
    // One known word alone may stand in a title.
    let alone = likeness.names && (likeness.filled > 1 || filled(beside) <= 1);
    (likeness.known > 1 || (likeness.known == 1 && alone)).then_some(likeness)
}

fn filled(cells: &[&str]) -> usize {
    cells.iter().filter(|cell| !cell.trim().is_empty()).count()
}

/// Whether a cell holds what only a person's row does.
fn is_value(cell: &str) -> bool {
    use super::columns::PersonColumn as C;
    [C::Iin, C::Phone, C::Email, C::Birth].into_iter().any(|kind| fits_content(kind, cell) == Some(true))
}

/// The row of headings none of whose words is known, among rows in their order: the last with anything in it above the first that is a person by
/// what most cells of the columns are. Beside it that row of a person; nothing where no row is one.
pub(super) fn unknown_headings(rows: &[Vec<&str>]) -> (Option<usize>, Option<usize>) {
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    let columns = guess_columns(&vec![""; width], rows);
    let is_blank = |row: &Vec<&str>| row.iter().all(|cell| cell.trim().is_empty());
    let person = rows.iter().take(HEADINGS_WITHIN).position(|row| is_person(row, &columns));
    let above = rows.get(..person.unwrap_or(1)).unwrap_or_default();
    // A row with a digit in it is none of headings: of a person whose telephone or day cannot be read, or of a class.
    let has_digits = |row: &Vec<&str>| {
        filled(row) > 1 && row.iter().any(|cell| cell.contains(|c: char| c.is_ascii_digit()))
    };
    let last = above.iter().rposition(|row| !is_blank(row));
    (last.filter(|last| above.get(*last).is_some_and(|row| !has_digits(row))), person)
}

/// Whether the cells of a row, by columns whose content is known, are those of a person rather than headings of unknown words.
fn is_person(cells: &[&str], columns: &[ColumnChoice]) -> bool {
    let mut misfits = false;
    let mut names = false;
    for choice in columns {
        let cell = place_of(choice).and_then(|place| cells.get(place)).map_or("", |cell| cell.trim());
        let stands = !cell.is_empty() && !is_nobody(cell);
        let Some(fits) = fits_content(choice.holds, cell).filter(|_| stands) else { continue };
        if fits && choice.holds != super::PersonColumn::Name {
            return true;
        }
        names |= fits;
        misfits |= !fits;
    }
    names && !misfits
}

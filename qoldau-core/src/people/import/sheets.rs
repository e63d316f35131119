//! Lists of people from the sheets of a workbook.

use std::collections::BTreeMap;

use qoldau_derive::Decode;
use serde::Serialize;

use super::columns::{ColumnChoice, PersonColumn, guess_columns, is_of_others, names_people};
use super::headings::{
    Candidate, HEADINGS_WITHIN, WIDEST, begins_list, heading_row, may_begin_list, unknown_headings,
};
use super::layout::Layout;
use super::no_person::{ChosenCell, row_kind, says_nothing};
use super::read::{ListRows, ListedRows, Reading};
use crate::finding::{Finding, Param, RuleInfo};
use crate::people::duplicates::ListedPerson;
use crate::people::reach::PersonFacts;
use crate::people::rules::{
    ANOTHER_LIST_BELOW, CELL_WITHOUT_VALUE, DAY_FROM_NUMBER, HEADINGS_MISSING, HIDDEN_READ, LIST_NAMED_TWICE,
    MERGED_READ, ROWS_NOT_PEOPLE, SHEET_WITHOUT_PEOPLE,
};
use crate::value::{IsoDate, text};
use crate::workbook::{CellKind, CellRange, Sheet, SheetRow, Workbook, day_of_serial};

/// How many rows are looked at where headings do not say what a column holds.
const LOOKED_AT: usize = 200;

/// A heading of a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct SheetHeading {
    /// Number of the column, 1 for A.
    pub column: u32,
    /// What stands there; of headings over several rows the lowest.
    pub text: String,
}

/// What a sheet was taken for, as far as it could be guessed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct SheetGuess {
    /// Number of the sheet among the tabs, from 1.
    pub sheet: u32,
    /// What its tab says.
    pub name: String,
    /// Whether it is hidden.
    pub hidden: bool,
    /// The row of the headings, the first of several; nothing where none were found.
    pub heading_row: Option<u32>,
    /// The headings.
    pub headings: Vec<SheetHeading>,
    /// What the columns hold; one of which nothing is known is not there.
    pub columns: Vec<ColumnChoice>,
}

/// What somebody takes a sheet for, in the place of what is guessed. A sheet without columns is not read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct SheetColumns {
    /// Number of the sheet among the tabs, from 1.
    pub sheet: u32,
    /// The row of the headings, the first of several; nothing where the first row is a person.
    #[serde(default)]
    pub heading_row: Option<u32>,
    /// What the columns hold.
    pub columns: Vec<ColumnChoice>,
}

/// A workbook read as lists of people: every row is there, whatever is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct WorkbookPeople {
    /// The rows, sheet by sheet. The id of a row is that of its own column, or sheet and row: `1-5`. Of several sheets each is a list by the name of
    /// its tab, unless a column names the list.
    pub people: Vec<ListedPerson>,
    /// What each row states that reach counts by, in the same order.
    pub facts: Vec<PersonFacts>,
    /// The day on which each row was there, in the same order; nothing where no column or no cell says it.
    pub days: Vec<Option<IsoDate>>,
    /// What the sheets were taken for.
    pub sheets: Vec<SheetColumns>,
    /// What could not be read, and what was read otherwise than it stands there; a finding never quotes a cell.
    pub findings: Vec<Finding>,
}

/// Guesses of every sheet where its headings are and which column holds what: the row among the first with the most headings that are known
/// in three languages, with the rows that its merged cells reach; where there is none, by what most cells of a column are.
#[must_use]
pub fn guess_sheets(workbook: &Workbook) -> Vec<SheetGuess> {
    workbook.sheets.iter().map(guess_sheet).collect()
}

fn guess_sheet(sheet: &Sheet) -> SheetGuess {
    let heading_row = known_headings(sheet).or_else(|| headings_of_unknown_words(sheet));
    let headings = heading_row.map_or_else(Headings::default, |row| Headings::of(sheet, row));
    SheetGuess {
        sheet: sheet.number,
        name: sheet.name.clone(),
        hidden: sheet.hidden,
        heading_row,
        columns: guess_below(sheet, &headings),
        headings: headings
            .texts
            .iter()
            .map(|(column, text)| SheetHeading { column: *column, text: text.clone() })
            .collect(),
    }
}

/// What the columns below headings hold, as far as it can be guessed.
fn guess_below(sheet: &Sheet, headings: &Headings) -> Vec<ColumnChoice> {
    let below = sheet.rows.iter().filter(|row| row.number > headings.last);
    let width = width(sheet);
    let rows: Vec<Vec<&str>> =
        below.take(LOOKED_AT).map(|row| (1..=width).map(|column| row.text(column)).collect()).collect();
    let mut header = headings.as_text();
    header.resize(usize::try_from(width).unwrap_or(0).max(header.len()), "");
    guess_columns(&header, &rows)
}

/// The row with the most headings that are known.
fn known_headings(sheet: &Sheet) -> Option<u32> {
    let says = |row: &&SheetRow| row.cells.iter().any(|cell| !cell.text.trim().is_empty());
    let all: Vec<(u32, Headings, Headings)> = sheet
        .rows
        .iter()
        .take(HEADINGS_WITHIN)
        .map(|row| {
            let headings = Headings::of(sheet, row.number);
            let below = sheet.rows.iter().filter(|below| below.number > headings.last).find(says);
            let above = || sheet.rows.iter().filter(|above| above.number < row.number).rfind(says);
            let beside = below.or_else(above).map(|beside| Headings::of(sheet, beside.number));
            (row.number, headings, beside.unwrap_or_default())
        })
        .collect();
    let candidates = all.iter().map(|(row, headings, beside)| Candidate {
        row: *row,
        cells: headings.as_text(),
        beside: beside.as_text(),
    });
    heading_row(candidates).map(|(row, _)| row)
}

/// The row of headings of which no word is known, above the first person.
fn headings_of_unknown_words(sheet: &Sheet) -> Option<u32> {
    let width = width(sheet);
    let rows: Vec<Vec<&str>> = sheet
        .rows
        .iter()
        .take(LOOKED_AT)
        .map(|row| (1..=width).map(|column| row.text(column)).collect())
        .collect();
    let (headings, person) = unknown_headings(&rows);
    person?;
    Some(sheet.rows.get(headings?)?.number)
}

/// The last column in which something stands, as far as is looked at.
fn width(sheet: &Sheet) -> u32 {
    let columns = sheet.rows.iter().filter_map(|row| row.cells.last()).map(|cell| cell.column);
    columns.max().unwrap_or(0).min(WIDEST)
}

/// The headings of a sheet, over one row or as many as the merged cells of the first reach.
#[derive(Default)]
struct Headings {
    /// The last row of them; 0 where there is none.
    last: u32,
    texts: BTreeMap<u32, String>,
}

impl Headings {
    fn of(sheet: &Sheet, row: u32) -> Self {
        let merged: Vec<&CellRange> =
            sheet.merged.iter().filter(|range| range.top == row && range.left <= WIDEST).collect();
        let reach = merged.iter().map(|range| range.bottom).max().unwrap_or(row);
        // A cell merged over the whole list is no heading.
        let last = if reach.saturating_sub(row) < 6 { reach } else { row };
        let mut texts: BTreeMap<u32, String> = BTreeMap::new();
        let mut uppers = Vec::new();
        for of in sheet.rows.iter().filter(|of| (row..=last).contains(&of.number)) {
            for cell in of.cells.iter().filter(|cell| cell.column <= WIDEST) {
                // What stands below «Родитель» is the parent's, whatever it says.
                let over = merged.iter().find(|range| {
                    of.number > row
                        && range.right > range.left
                        && (range.left..=range.right).contains(&cell.column)
                });
                let over = over.and_then(|range| texts.get(&range.left)).filter(|text: &&String| {
                    is_of_others(&text::fold_letters(text)) && !cell.text.trim().is_empty()
                });
                let text = over.map_or_else(|| cell.text.clone(), |over| format!("{over}: {}", cell.text));
                uppers.push((cell.column, text));
            }
            texts.extend(uppers.drain(..));
        }
        Self { last, texts }
    }

    /// Column by column, empty where none stands.
    fn as_text(&self) -> Vec<&str> {
        let width = self.texts.keys().max().copied().unwrap_or(0);
        (1..=width).map(|column| self.texts.get(&column).map_or("", String::as_str)).collect()
    }
}

/// Reads the sheets of a workbook as lists of people. Where nothing is said of a sheet, it is taken for what is guessed. Nothing is dropped: what is
/// hidden is read, a cell that cannot be read is kept as it stands, and what is no person is told.
#[must_use]
pub fn read_sheets(workbook: &Workbook, chosen: &[SheetColumns]) -> WorkbookPeople {
    let sheets: Vec<(&Sheet, SheetColumns)> = workbook
        .sheets
        .iter()
        .map(|sheet| {
            let own = chosen.iter().find(|chosen| chosen.sheet == sheet.number).cloned();
            (sheet, own.unwrap_or_else(|| taken(guess_sheet(sheet))))
        })
        .collect();
    let of_people = sheets.iter().filter(|(_, taken)| names_people(&taken.columns)).count();
    let mut out = WorkbookPeople {
        people: Vec::new(),
        facts: Vec::new(),
        days: Vec::new(),
        sheets: Vec::new(),
        findings: Vec::new(),
    };
    let mut seen = std::collections::BTreeSet::new();
    let mut lists = Lists::default();
    for (sheet, mut taken) in sheets {
        taken.columns.retain(|choice| choice.column > 0);
        let mut reading = SheetReading::of(sheet, &taken, workbook.from_1904);
        let ListedRows { mut people, mut facts, mut days } = reading.people();
        for (person, facts) in people.iter_mut().zip(&mut facts) {
            let is_tab = of_people > 1 && person.list.is_none();
            if is_tab {
                person.list = Some(sheet.name.trim().to_owned()).filter(|name| !name.is_empty());
            }
            if let Some(list) = &person.list
                && lists.clash(list, sheet.number, is_tab)
            {
                reading.reading.found(&LIST_NAMED_TWICE, 0, None);
            }
            // An id of its own that another sheet has too names no row of the workbook.
            if !seen.insert(person.id.clone()) {
                person.id =
                    format!("{}:{}", sheet.number, person.id).parse().unwrap_or_else(|_| person.id.clone());
                facts.person = person.id.clone();
                seen.insert(person.id.clone());
            }
        }
        out.people.append(&mut people);
        out.facts.append(&mut facts);
        out.days.append(&mut days);
        out.findings.append(&mut reading.end());
        out.sheets.push(taken);
    }
    out
}

/// On which sheet each list was named first, and whether by its tab.
#[derive(Default)]
struct Lists {
    known: BTreeMap<String, (u32, bool)>,
    /// The last sheet that was told.
    told: u32,
}

impl Lists {
    /// Whether a list has the name of one of another sheet, where one of the two is named by its tab alone; once for a sheet.
    fn clash(&mut self, list: &str, sheet: u32, is_tab: bool) -> bool {
        let Some((of, by_tab)) = self.known.get(list) else {
            self.known.insert(list.to_owned(), (sheet, is_tab));
            return false;
        };
        let clashes = *of != sheet && (*by_tab || is_tab) && self.told != sheet;
        if clashes {
            self.told = sheet;
        }
        clashes
    }
}

fn taken(guess: SheetGuess) -> SheetColumns {
    SheetColumns { sheet: guess.sheet, heading_row: guess.heading_row, columns: guess.columns }
}

/// A row of people: its number, the list it is of, and the cells of that list's columns.
type TakenRow = (u32, usize, Vec<String>);

/// The rows of people of a sheet: the cells of the chosen columns, in their order.
struct SheetRows<'a> {
    lists: &'a [SheetList],
    rows: Vec<TakenRow>,
}

impl ListRows for SheetRows<'_> {
    fn count(&self) -> usize {
        self.rows.len()
    }

    fn number(&self, row: usize) -> u32 {
        self.rows.get(row).map_or(0, |(number, ..)| *number)
    }

    fn columns(&self, row: usize) -> &[ColumnChoice] {
        let list = self.rows.get(row).and_then(|(_, list, _)| self.lists.get(*list));
        list.map_or(&[], |list| list.columns.as_slice())
    }

    fn beside(&self, row: usize) -> usize {
        let list = self.rows.get(row).and_then(|(_, list, _)| self.lists.get(*list));
        list.map_or(0, |list| list.beside)
    }

    fn cell(&self, row: usize, place: usize) -> &str {
        self.rows.get(row).and_then(|(_, _, cells)| cells.get(place)).map_or("", |cell| cell.trim())
    }
}

/// A list of a sheet: one beside others, or below.
struct SheetList {
    columns: Vec<ColumnChoice>,
    /// Which it is of several side by side, from the left.
    beside: usize,
    /// For every column the ranges that are merged over several rows, from above, none of them within another.
    merged: Vec<Vec<CellRange>>,
}

/// The reading of one sheet.
struct SheetReading<'a> {
    sheet: &'a Sheet,
    taken: &'a SheetColumns,
    headings: Headings,
    from_1904: bool,
    /// The lists that were found so far.
    lists: Vec<SheetList>,
    reading: Reading<'a>,
}

impl<'a> SheetReading<'a> {
    fn of(sheet: &'a Sheet, taken: &'a SheetColumns, from_1904: bool) -> Self {
        let headings = taken.heading_row.map_or_else(Headings::default, |row| Headings::of(sheet, row));
        let reading = Reading::of(&taken.columns, Some(sheet.number));
        Self { sheet, taken, headings, from_1904, lists: Vec::new(), reading }
    }

    /// Begins lists below the present headings, and tells how many there are side by side; how many.
    fn begin(&mut self, columns: &[ColumnChoice], row: u32) -> usize {
        let layout = Layout::of(self.headings.as_text(), columns);
        self.reading.tell_layout(&layout, columns, row);
        let count = layout.lists.len();
        for (beside, columns) in layout.lists.into_iter().enumerate() {
            let merged = columns
                .iter()
                .map(|choice| merged_in(self.sheet, choice.column, self.headings.last))
                .collect();
            self.lists.push(SheetList { columns, beside, merged });
        }
        count
    }

    fn people(&mut self) -> ListedRows {
        if self.sheet.rows.is_empty() {
            return ListedRows::default();
        }
        if !names_people(&self.taken.columns) {
            self.reading.found(&SHEET_WITHOUT_PEOPLE, 0, None);
            return ListedRows::default();
        }
        self.tell_hidden();
        let sheet = self.sheet;
        if let Some(row) = self.taken.heading_row {
            // Nobody knows whether words are headings that are not known as such.
            let is_unknown = known_headings(sheet).is_none() && headings_of_unknown_words(sheet) == Some(row);
            let last = if is_unknown { row } else { row.saturating_sub(1) };
            let above = sheet.rows.iter().filter(|above| above.number <= last).count();
            if above > 0 {
                self.tell(&ROWS_NOT_PEOPLE, last, 0, Some(above));
            }
        } else {
            self.reading.found(&HEADINGS_MISSING, 0, None);
        }
        let mut count = self.begin(&self.taken.columns, 0);
        let mut guessed = guess_below(sheet, &self.headings);
        let mut rows = Vec::new();
        let width = width(sheet);
        for row in &sheet.rows {
            if row.number <= self.headings.last {
                continue;
            }
            if self.taken.heading_row.is_some()
                && let Some(headings) = further(sheet, row, width)
            {
                self.reading.found(&ROWS_NOT_PEOPLE, row.number, None);
                let own = guess_below(sheet, &headings);
                self.headings = headings;
                if own.iter().any(|choice| !guessed.contains(choice)) {
                    self.reading.found(&ANOTHER_LIST_BELOW, row.number, None);
                    count = self.begin(&own, row.number);
                    guessed = own;
                }
                continue;
            }
            self.take(row, count, &mut rows);
        }
        rows.sort_by_key(|(_, list, _)| *list);
        let Self { lists, reading, .. } = self;
        reading.people(&SheetRows { lists, rows })
    }

    /// Takes a row, of each of the lists side by side that were begun last: as a person, as more of the person above, or as no person.
    fn take(&mut self, row: &SheetRow, count: usize, rows: &mut Vec<TakenRow>) {
        let first = self.lists.len().saturating_sub(count);
        let all: Vec<Vec<String>> = (first..self.lists.len())
            .map(|list| {
                let columns = self.lists.get(list).map_or_else(Vec::new, |list| list.columns.clone());
                columns.iter().map(|choice| self.cell(row, choice)).collect()
            })
            .collect();
        let mut hidden = row.hidden;
        let mut none = false;
        let says_any = |cells: &Vec<String>| cells.iter().any(|cell| !is_empty(cell));
        let any = all.iter().any(says_any);
        for (list, cells) in (first..).zip(all) {
            // Of lists side by side one may be shorter than the other.
            if none || (any && count > 1 && !says_any(&cells)) {
                continue;
            }
            let Some(SheetList { columns, .. }) = self.lists.get(list) else { continue };
            let chosen: Vec<ChosenCell<'_>> = columns
                .iter()
                .zip(&cells)
                .map(|(choice, text)| {
                    let heading = self.headings.texts.get(&choice.column).map(String::as_str);
                    ChosenCell { holds: choice.holds, heading, text }
                })
                .collect();
            let kind = row_kind(&chosen, &row.cells.iter().map(|cell| cell.text.as_str()));
            if !self.reading.takes(kind, row.number) {
                none = !any;
                continue;
            }
            if std::mem::take(&mut hidden) {
                self.reading.found(&HIDDEN_READ, row.number, None);
            }
            self.add(row, list, cells, rows);
        }
    }

    /// Adds a row of a list to the people.
    fn add(&mut self, row: &SheetRow, list: usize, cells: Vec<String>, rows: &mut Vec<TakenRow>) {
        let of_name =
            |choice: &ColumnChoice| matches!(choice.holds, PersonColumn::Name | PersonColumn::Surname);
        let name = self.lists.get(list).and_then(|list| list.columns.iter().position(of_name));
        let merged = name.and_then(|place| self.covering(list, place, row.number));
        if merged.is_some_and(|range| range.top < row.number)
            && let Some((_, _, above)) = rows.iter_mut().rfind(|(_, of, _)| *of == list)
        {
            self.join(list, above, &cells, row);
            return;
        }
        let filled = self.fill(list, row.number, cells);
        rows.push((row.number, list, filled));
    }

    /// The range that covers a row in a column of a list.
    fn covering(&self, list: usize, place: usize, row: u32) -> Option<CellRange> {
        let ranges = self.lists.get(list)?.merged.get(place)?;
        let next = ranges.partition_point(|range| range.top <= row);
        let range = ranges.get(next.checked_sub(1)?)?;
        (range.bottom >= row).then_some(*range)
    }

    /// A row whose name is merged with the one above: what stands in it is more of that person.
    fn join(&mut self, list: usize, above: &mut [String], cells: &[String], row: &SheetRow) {
        self.reading.found(&MERGED_READ, row.number, Some(PersonColumn::Name));
        let Some(list) = self.lists.get(list) else { return };
        for ((choice, known), more) in list.columns.iter().zip(above).zip(cells) {
            let lists = matches!(choice.holds, PersonColumn::Phone | PersonColumn::Email);
            if more.trim().is_empty() || known == more {
                continue;
            }
            if known.trim().is_empty() {
                known.clone_from(more);
            } else if lists {
                *known = format!("{known}, {more}");
            } else {
                // Two values of one person, of which only one can be kept: it is told, and the first stays.
                self.reading.found_at(&MERGED_READ, row.number, choice.column);
            }
        }
    }

    /// Values of merged cells that hold for all rows of their range.
    fn fill(&mut self, list: usize, row: u32, mut cells: Vec<String>) -> Vec<String> {
        let columns = self.lists.get(list).map_or_else(Vec::new, |list| list.columns.clone());
        for (place, (choice, cell)) in columns.iter().zip(&mut cells).enumerate() {
            let shared = matches!(
                choice.holds,
                PersonColumn::List
                    | PersonColumn::Settlement
                    | PersonColumn::Organisation
                    | PersonColumn::Sex
                    | PersonColumn::Category
                    | PersonColumn::Day
            );
            let Some(range) = self.covering(list, place, row).filter(|_| shared) else { continue };
            if range.top == row {
                self.reading.found_at(&MERGED_READ, row, choice.column);
            } else if cell.trim().is_empty() {
                let rows = &self.sheet.rows;
                let top = rows.binary_search_by_key(&range.top, |row| row.number).ok();
                let value = top.and_then(|top| rows.get(top)).map_or("", |top| top.text(range.left));
                value.clone_into(cell);
            }
        }
        cells
    }

    /// What a cell says for people: with what Excel made of it put right, and told.
    fn cell(&mut self, row: &SheetRow, choice: &ColumnChoice) -> String {
        let Some(cell) = row.cell(choice.column) else { return String::new() };
        match (cell.kind, choice.holds) {
            (CellKind::Error | CellKind::Uncomputed, _) => {
                // What it stands for is not known: that is told, and an error is no value.
                self.reading.found_at(&CELL_WITHOUT_VALUE, row.number, choice.column);
                return String::new();
            }
            (CellKind::Number, PersonColumn::Birth | PersonColumn::Day) => {
                let is_year = cell.text.parse::<u32>().is_ok_and(|year| (1900..=2100).contains(&year));
                // Days from 1905 on; what is smaller is an age or a year.
                let is_serial = cell.text.len() == 5 || cell.text.get(5..6) == Some(".");
                if let Some(day) = day_of_serial(&cell.text, self.from_1904).filter(|_| !is_year && is_serial)
                {
                    self.reading.found(&DAY_FROM_NUMBER, row.number, Some(choice.holds));
                    return day.to_string();
                }
            }
            _ => {}
        }
        cell.text.clone()
    }

    fn tell_hidden(&mut self) {
        if self.sheet.hidden {
            self.reading.found(&HIDDEN_READ, 0, None);
        }
        for choice in &self.taken.columns {
            let hides = |(first, last): &(u32, u32)| (*first..=*last).contains(&choice.column);
            if self.sheet.hidden_columns.iter().any(hides) {
                self.reading.found_at(&HIDDEN_READ, 0, choice.column);
            }
        }
    }

    fn tell(&mut self, rule: &'static RuleInfo, row: u32, column: u32, count: Option<usize>) {
        let mut finding = Finding::new(rule, self.reading.place(row, column));
        if let Some(count) = count {
            finding = finding.param(Param::count("count", count));
        }
        self.reading.tell(finding, rule);
    }

    /// What was found, from above.
    fn end(self) -> Vec<Finding> {
        let mut findings = self.reading.end();
        findings.sort_by(|one, other| one.place.cmp(&other.place));
        findings
    }
}

/// The headings of a list that begins at a row below others; nothing where none does.
fn further(sheet: &Sheet, row: &SheetRow, width: u32) -> Option<Headings> {
    let cells: Vec<&str> = (1..=width).map(|column| row.text(column)).collect();
    if !may_begin_list(&cells) {
        return None;
    }
    let headings = Headings::of(sheet, row.number);
    let says = |row: &&SheetRow| row.cells.iter().any(|cell| !cell.text.trim().is_empty());
    let next = sheet.rows.partition_point(|row| row.number <= headings.last);
    let beside = sheet.rows.get(next..).and_then(|below| below.iter().find(says));
    let beside: Vec<&str> =
        beside.map_or_else(Vec::new, |row| (1..=width).map(|column| row.text(column)).collect());
    begins_list(&headings.as_text(), &beside).then_some(headings)
}

/// Whether nothing stands in a cell.
fn is_empty(cell: &str) -> bool {
    says_nothing(&[ChosenCell { holds: PersonColumn::Name, heading: None, text: cell }])
}

/// The ranges that are merged over several rows of a column below the headings, from above, none of them within another.
fn merged_in(sheet: &Sheet, column: u32, below: u32) -> Vec<CellRange> {
    let mut ranges: Vec<CellRange> = Vec::new();
    let of_column =
        |range: &&CellRange| range.left <= column && column <= range.right && range.bottom > range.top;
    for range in sheet.merged.iter().filter(of_column).filter(|range| range.top > below) {
        if ranges.last().is_none_or(|last| last.bottom < range.top) {
            ranges.push(*range);
        }
    }
    ranges
}

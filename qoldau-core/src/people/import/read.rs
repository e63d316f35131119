//! Rows of a table as people on lists, with findings row by row.

use std::collections::BTreeMap;

use serde::Serialize;

use super::columns::{ColumnChoice, PersonColumn, is_not_kept, place_of, put_right_column};
use super::layout::Layout;
use super::no_person::{ChosenCell, RowKind, is_nobody, row_kind, says_nothing};
use super::several::holds_several;
use super::stated::{SexWords, estimated, new_year_is_estimated};
use crate::finding::{Finding, Param, Place, RuleInfo};
use crate::people::duplicates::ListedPerson;
use crate::people::identity::{
    Birth, Centuries, DateOrder, Iin, ListedBirth, read_day, read_phones, without_fraction,
};
use crate::people::reach::{PersonFacts, names_house, names_somebody};
use crate::people::rules::{
    ANOTHER_LIST_BELOW, BIRTH_UNREAD, BIRTHS_ON_NEW_YEAR, CENTURY_UNKNOWN, COLUMN_NOT_KEPT,
    DATE_ORDER_UNCLEAR, DAY_UNREAD, DAYS_NOT_READ, HEADINGS_EXCHANGED, HEADINGS_MISSING, IIN_IMPLAUSIBLE,
    LISTS_SIDE_BY_SIDE, MAY_BE_NO_PERSON, MONTH_FIRST, MORE_ROWS, NAME_MISSING, ONE_NAME_SEVERAL_DAYS,
    PHONE_UNREAD, ROW_IDS_UNUSABLE, ROWS_NOT_PEOPLE, SEVERAL_IN_CELL, SEX_UNCLEAR, VALUE_OF_SOMEBODY,
    ZEROS_PUT_BACK,
};
use crate::value::{IsoDate, PersonName, PersonalText, Phone, text};

/// The most findings of one rule; what is more is counted.
const MOST_FINDINGS: u32 = 1000;

/// A table read as a list of people: every row is there, whatever is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct PeopleTable {
    /// The rows, in their order.
    pub people: Vec<ListedPerson>,
    /// What each row states that reach counts by, in the same order; `person` is the id of the row, until it is told which rows are one person.
    pub facts: Vec<PersonFacts>,
    /// The day on which each row was there, in the same order; nothing where no column or no cell says it.
    pub days: Vec<Option<IsoDate>>,
    /// What the columns were taken for.
    pub columns: Vec<ColumnChoice>,
    /// What could not be read, row by row; a finding never quotes a cell.
    pub findings: Vec<Finding>,
}

/// Reads rows as people. Nothing is dropped: a cell that cannot be read is kept as it stands and has a finding, and a row with nothing in any of the
/// columns, of a total, a section or a signature is told (`PPL023`). Rows have the id of their own column where every row has one and no two the same, else their number, counted from 1
/// below the heading.
#[must_use]
pub fn read_people(rows: &[Vec<&str>], columns: &[ColumnChoice]) -> PeopleTable {
    read_below(&Above::default(), rows, columns)
}

/// What stands above the rows of a list, and between them.
#[derive(Default)]
pub(super) struct Above<'a> {
    /// The headings, column by column.
    pub(super) headings: Vec<&'a str>,
    /// How many rows there are that are neither known headings nor people.
    pub(super) not_people: usize,
    /// Whether headings were looked for and there are none.
    pub(super) missing: bool,
    /// Headings of lists further below, each by the place of its row among the rows; with columns of its own, unless they are those above.
    pub(super) further: Vec<(usize, Option<Vec<ColumnChoice>>)>,
}

/// Reads the rows below headings as people.
pub(super) fn read_below(above: &Above<'_>, rows: &[Vec<&str>], columns: &[ColumnChoice]) -> PeopleTable {
    let columns: Vec<ColumnChoice> = columns.iter().filter(|choice| choice.column > 0).cloned().collect();
    let mut reading = Reading::of(&columns, None);
    if above.missing {
        reading.found(&HEADINGS_MISSING, 0, None);
    }
    if above.not_people > 0 {
        let finding = Finding::new(&ROWS_NOT_PEOPLE, Place::Whole {});
        reading.tell(finding.param(Param::count("count", above.not_people)), &ROWS_NOT_PEOPLE);
    }
    let mut layout = Layout::of(above.headings.clone(), &columns);
    reading.tell_layout(&layout, &columns, 0);
    let mut further = above.further.iter().peekable();
    let mut table = TextRows { rows: Vec::new(), lists: Vec::new(), beside: Vec::new() };
    table.begin(&layout);
    for (number, row) in (1_u32..).zip(rows) {
        let place = number.saturating_sub(1);
        if let Some((_, own)) = further.next_if(|(at, _)| u32::try_from(*at) == Ok(place)) {
            reading.found(&ROWS_NOT_PEOPLE, number, None);
            if let Some(own) = own {
                reading.found(&ANOTHER_LIST_BELOW, number, None);
                layout = Layout::of(row.clone(), own);
                reading.tell_layout(&layout, own, number);
                table.begin(&layout);
            }
            continue;
        }
        let first = table.lists.len().saturating_sub(layout.lists.len());
        let of_list = |columns: &Vec<ColumnChoice>| -> Vec<ChosenCell<'_>> {
            let of_column = |choice: &ColumnChoice| {
                let place = place_of(choice);
                let heading = place.and_then(|place| layout.headings.get(place).copied());
                let text = place.and_then(|place| row.get(place).copied()).unwrap_or("");
                ChosenCell { holds: choice.holds, heading, text }
            };
            columns.iter().map(of_column).collect()
        };
        let lists: Vec<Vec<ChosenCell<'_>>> = layout.lists.iter().map(of_list).collect();
        // Of lists side by side one may be shorter than the other.
        let empty = lists.len() > 1 && lists.iter().any(|cells| !says_nothing(cells));
        for (list, cells) in lists.iter().enumerate() {
            if empty && says_nothing(cells) {
                continue;
            }
            let kind = if cells.is_empty() { RowKind::Person } else { row_kind(cells, &row.iter().copied()) };
            if reading.takes(kind, number) {
                table.rows.push((number, first.saturating_add(list), row));
            } else if lists.iter().all(|cells| says_nothing(cells)) {
                break;
            }
        }
    }
    table.rows.sort_by_key(|(_, list, _)| *list);
    let ListedRows { people, facts, days } = reading.people(&table);
    PeopleTable { people, facts, days, findings: reading.end(), columns }
}

/// Findings on rows, counted from 1 below the heading, whose cells do not fit the columns.
#[cfg(feature = "people")]
pub(super) fn uneven_rows(rows: impl Iterator<Item = u32>) -> Vec<Finding> {
    let mut reading = Reading::of(&[], None);
    rows.for_each(|row| reading.found(&crate::people::rules::ROW_UNEVEN, row, Some(PersonColumn::RowId)));
    reading.end()
}

/// The rows of a list, wherever they come from.
pub(super) trait ListRows {
    /// How many there are.
    fn count(&self) -> usize;
    /// The number under which a row is told.
    fn number(&self, row: usize) -> u32;
    /// What the columns of a row hold.
    fn columns(&self, row: usize) -> &[ColumnChoice];
    /// Which of several lists side by side a row is of, from the left; 0 where there is one.
    fn beside(&self, row: usize) -> usize;
    /// The cell of a row in a column by its place among [`ListRows::columns`]; empty where there is none.
    fn cell(&self, row: usize, place: usize) -> &str;
}

/// The rows of a table of text, each told by its number below the heading and with the list it is of.
struct TextRows<'a> {
    rows: Vec<(u32, usize, &'a Vec<&'a str>)>,
    /// The columns of each list.
    lists: Vec<Vec<ColumnChoice>>,
    /// Which each list is of several side by side.
    beside: Vec<usize>,
}

impl TextRows<'_> {
    /// Begins the lists of a layout.
    fn begin(&mut self, layout: &Layout<'_>) {
        self.lists.extend(layout.lists.iter().cloned());
        self.beside.extend(0..layout.lists.len());
    }
}

impl ListRows for TextRows<'_> {
    fn count(&self) -> usize {
        self.rows.len()
    }

    fn number(&self, row: usize) -> u32 {
        self.rows.get(row).map_or(0, |(number, ..)| *number)
    }

    fn columns(&self, row: usize) -> &[ColumnChoice] {
        self.rows.get(row).and_then(|(_, list, _)| self.lists.get(*list)).map_or(&[], Vec::as_slice)
    }

    fn beside(&self, row: usize) -> usize {
        self.rows.get(row).and_then(|(_, list, _)| self.beside.get(*list)).copied().unwrap_or(0)
    }

    fn cell(&self, row: usize, place: usize) -> &str {
        let column = self.columns(row).get(place).and_then(place_of);
        column.and_then(|column| self.rows.get(row)?.2.get(column)).map_or("", |cell| cell.trim())
    }
}

/// A row of a list.
#[derive(Clone, Copy)]
struct Row<'a> {
    rows: &'a dyn ListRows,
    place: usize,
}

impl<'a> Row<'a> {
    /// The cell of the first column of a kind; empty where the list has no such column.
    fn cell(self, kind: PersonColumn) -> &'a str {
        self.cells(kind).next().map_or("", |(_, cell)| cell)
    }

    /// The cells of all columns of a kind, each with the number of its column.
    fn cells(self, kind: PersonColumn) -> impl Iterator<Item = (u32, &'a str)> {
        let columns =
            self.rows.columns(self.place).iter().enumerate().filter(move |(_, choice)| choice.holds == kind);
        columns.map(move |(place, choice)| (choice.column, self.rows.cell(self.place, place)))
    }

    /// The telephones of all columns that hold some, as one cell would hold them; what stands in two columns alike stands once.
    fn phones(self) -> Option<String> {
        let mut cells: Vec<&str> = Vec::new();
        for (_, cell) in self.cells(PersonColumn::Phone) {
            if !cell.is_empty() && !cells.contains(&cell) {
                cells.push(cell);
            }
        }
        match cells.as_slice() {
            [] => None,
            [one] => Some((*one).to_owned()),
            several => Some(several.iter().map(|cell| without_fraction(cell)).collect::<Vec<_>>().join(", ")),
        }
    }

    fn number(self) -> u32 {
        self.rows.number(self.place)
    }

    /// The column of a kind; 0 where there is none.
    fn column(self, kind: PersonColumn) -> u32 {
        self.cells(kind).next().map_or(0, |(column, _)| column)
    }
}

/// What the rows of a list are read into, each at one place of the three.
#[derive(Default)]
pub(super) struct ListedRows {
    pub(super) people: Vec<ListedPerson>,
    pub(super) facts: Vec<PersonFacts>,
    pub(super) days: Vec<Option<IsoDate>>,
}

/// How the rows of a table are taken together, for what one row alone does not say.
struct Whole {
    own_ids: bool,
    births: DateOrder,
    days: DateOrder,
    centuries: Centuries,
    sex: SexWords,
    new_year_estimated: bool,
}

/// Whether a word is one of the row's own name, which slipped into the next column.
fn is_of_name(name: &str, word: &str) -> bool {
    name.split_whitespace().any(|own| own == word)
}

/// Whether a list has rows of several days.
fn has_several_days(read: &ListedRows) -> bool {
    let mut first: BTreeMap<&str, IsoDate> = BTreeMap::new();
    let mut days = read.people.iter().zip(&read.days);
    days.any(|(person, day)| match (person.list.as_deref(), day) {
        (Some(list), Some(day)) => first.entry(list).or_insert(*day) != day,
        _ => false,
    })
}

/// Whether a cell of the column of fathers' names says that there is none.
fn says_no_father(cell: &str) -> bool {
    let cell = text::lowered(cell.trim());
    is_nobody(&cell)
        || ["без отчества", "б/о", "н/д", "нет данных", "не имеет", "әкесінің аты жоқ"]
            .contains(&cell.as_str())
}

/// Whether a cell is the row's own name: two words of it or more, and nothing else.
fn is_own_name(name: &str, cell: &str) -> bool {
    cell.split_whitespace().count() > 1 && cell.split_whitespace().all(|word| is_of_name(name, word))
}

/// An IIN that lost the zeros it begins with, as a cell that holds a number does, and so what is saved from one; whole again where the check
/// digit then fits. Of eleven numbers that are none one fits by chance, so it is told.
fn zeros_put_back(cell: &str) -> Option<String> {
    let digits = without_fraction(cell);
    let is_short = digits.len() < 12 && digits.bytes().all(|byte| byte.is_ascii_digit());
    let padded = is_short.then(|| format!("{digits:0>12}"))?;
    padded.parse::<Iin>().is_ok().then_some(padded)
}

/// The reading of one table.
pub(super) struct Reading<'a> {
    columns: &'a [ColumnChoice],
    /// Number of the sheet, of a workbook.
    sheet: Option<u32>,
    findings: Vec<Finding>,
    /// How many findings there were of each rule.
    counts: Vec<(&'static RuleInfo, u32)>,
}

impl<'a> Reading<'a> {
    pub(super) const fn of(columns: &'a [ColumnChoice], sheet: Option<u32>) -> Self {
        Self { columns, sheet, findings: Vec::new(), counts: Vec::new() }
    }

    fn column(&self, kind: PersonColumn) -> Option<u32> {
        self.columns.iter().find(|choice| choice.holds == kind).map(|choice| choice.column)
    }

    /// Tells what a row is, where it may be no person; whether it counts as one.
    pub(super) fn takes(&mut self, kind: RowKind, number: u32) -> bool {
        match kind {
            RowKind::Person => {}
            RowKind::Doubtful => self.found(&MAY_BE_NO_PERSON, number, None),
            RowKind::NoPerson => self.found(&ROWS_NOT_PEOPLE, number, None),
        }
        kind != RowKind::NoPerson
    }

    /// Tells lists side by side, and columns of which nothing is kept.
    pub(super) fn tell_layout(&mut self, layout: &Layout<'_>, columns: &[ColumnChoice], row: u32) {
        if layout.lists.len() > 1 {
            self.found(&LISTS_SIDE_BY_SIDE, row, None);
        }
        if let Some(column) = put_right_column(&layout.headings, columns) {
            self.found_at(&HEADINGS_EXCHANGED, row, column);
        }
        let chosen = |column: u32| columns.iter().any(|choice| choice.column == column);
        let is_day = |(column, heading): &(u32, &&str)| !chosen(*column) && read_day(heading).is_some();
        if let Some((column, _)) = (1_u32..).zip(&layout.headings).find(is_day) {
            self.found_at(&DAYS_NOT_READ, row, column);
        }
        for (column, heading) in (1_u32..).zip(&layout.headings) {
            if columns.iter().all(|choice| choice.column != column) && is_not_kept(heading) {
                self.found_at(&COLUMN_NOT_KEPT, row, column);
            }
        }
    }

    /// The rows as people, and what they state.
    pub(super) fn people(&mut self, list: &dyn ListRows) -> ListedRows {
        let rows = || (0..list.count()).map(|place| Row { rows: list, place });
        let births = || rows().map(|row| row.cell(PersonColumn::Birth));
        let centuries = Centuries::of(births());
        let whole = Whole {
            own_ids: self.own_ids(rows()),
            births: DateOrder::of(births()),
            days: DateOrder::of(rows().map(|row| row.cell(PersonColumn::Day))),
            centuries,
            sex: SexWords::of(rows().map(|row| row.cell(PersonColumn::Sex))),
            new_year_estimated: new_year_is_estimated(
                births().filter_map(|cell| centuries.read(cell).known()),
            ),
        };
        if whole.new_year_estimated {
            self.found(&BIRTHS_ON_NEW_YEAR, 0, Some(PersonColumn::Birth));
        }
        for (order, kind) in [(whole.births, PersonColumn::Birth), (whole.days, PersonColumn::Day)] {
            if order == DateOrder::MonthFirst {
                self.found(&MONTH_FIRST, 0, Some(kind));
            }
        }
        let mut read = ListedRows::default();
        for (person, facts, day) in rows().filter_map(|row| self.person(row, &whole)) {
            read.people.push(person);
            read.facts.push(facts);
            read.days.push(day);
        }
        if self.column(PersonColumn::List).is_some() && has_several_days(&read) {
            self.found(&ONE_NAME_SEVERAL_DAYS, 0, Some(PersonColumn::List));
        }
        read
    }

    fn own_ids<'r>(&mut self, rows: impl Iterator<Item = Row<'r>>) -> bool {
        if self.column(PersonColumn::RowId).is_none() {
            return false;
        }
        let mut ids: Vec<&str> = rows.map(|row| row.cell(PersonColumn::RowId)).collect();
        ids.sort_unstable();
        let apart = ids.iter().zip(ids.iter().skip(1)).all(|(one, next)| one != next);
        let usable = apart && ids.iter().all(|id| id.parse::<crate::value::Id>().is_ok());
        if !usable {
            self.found(&ROW_IDS_UNUSABLE, 0, None);
        }
        usable
    }

    fn person(
        &mut self,
        row: Row<'_>,
        whole: &Whole,
    ) -> Option<(ListedPerson, PersonFacts, Option<IsoDate>)> {
        let own =
            |kind: PersonColumn| Some(row.cell(kind)).filter(|cell| !cell.is_empty()).map(str::to_owned);
        // A line or «нет» is no place, and no sex.
        let stated = |kind: PersonColumn| own(kind).filter(|cell| !is_nobody(cell));
        // Ids of a workbook name the sheet, for a second sheet may be filled in later.
        let mut id = match self.sheet {
            _ if whole.own_ids => row.cell(PersonColumn::RowId).to_owned(),
            Some(sheet) => format!("{sheet}-{}", row.number()),
            None => row.number().to_string(),
        };
        // A row of two lists side by side holds two people.
        let beside = row.rows.beside(row.place);
        if beside > 0 && !whole.own_ids {
            id = format!("{id}-{}", beside.saturating_add(1));
        }
        let parts =
            [PersonColumn::Name, PersonColumn::Surname, PersonColumn::GivenName, PersonColumn::Patronymic];
        // «нет» in the column of the father's name is no name.
        let named = |kind: PersonColumn| {
            own(kind).filter(|cell| kind != PersonColumn::Patronymic || !says_no_father(cell))
        };
        let name = parts.into_iter().filter_map(named).collect::<Vec<_>>().join(" ");
        let birth = own(PersonColumn::Birth).map(|birth| whole.births.turned(&birth).unwrap_or(birth));
        let mut born = birth.as_deref().and_then(|birth| whole.centuries.read(birth).known());
        if whole.births.is_unclear(row.cell(PersonColumn::Birth)) {
            // Of two numbers that may be day and month either way the year is left.
            born = born.map(|born| Birth::YearOnly { year: born.year() });
        }
        let day = self.day(row, whole.days);
        let person = ListedPerson {
            // A number is always an id, and the column was looked through before.
            id: id.parse().ok()?,
            // Who came on another day stands on another list.
            list: stated(PersonColumn::List).or_else(|| day.map(|day| day.to_string())),
            name: PersonName::new(text::squeeze(&name)),
            phone: row.phones().map(Phone::new),
            birth: birth.map(PersonalText::new),
            iin: own(PersonColumn::Iin)
                .map(|cell| zeros_put_back(&cell).unwrap_or(cell))
                .map(PersonalText::new),
            email: own(PersonColumn::Email).map(PersonalText::new),
            settlement: stated(PersonColumn::Settlement),
            organisation: stated(PersonColumn::Organisation),
        };
        // What would tell of somebody is nothing that people are counted by.
        let shown = |value: Option<String>| value.filter(|value| !names_somebody(value));
        let own_word = |kind: PersonColumn| {
            shown(stated(kind)).filter(|value| !is_of_name(&name, value) && !is_own_name(&name, value))
        };
        let facts = PersonFacts {
            person: person.id.clone(),
            sex: own_word(PersonColumn::Sex).and_then(|cell| whole.sex.read(&cell)),
            birth: if whole.new_year_estimated { born.map(estimated) } else { born },
            settlement: shown(person.settlement.clone()).filter(|value| !names_house(value)),
            organisation: shown(person.organisation.clone()).filter(|value| !is_own_name(&name, value)),
            category: own_word(PersonColumn::Category),
        };
        if facts.sex.is_none() && own_word(PersonColumn::Sex).is_some() {
            self.found_at(&SEX_UNCLEAR, row.number(), row.column(PersonColumn::Sex));
        }
        self.look(row, &name, whole);
        Some((person, facts, day))
    }

    /// The day on which a row was there.
    fn day(&mut self, row: Row<'_>, order: DateOrder) -> Option<IsoDate> {
        let cell = row.cell(PersonColumn::Day);
        if row.column(PersonColumn::Day) == 0 || order.is_unclear(cell) {
            return None;
        }
        let day = read_day(order.turned(cell).as_deref().unwrap_or(cell));
        if day.is_none() {
            self.found_at(&DAY_UNREAD, row.number(), row.column(PersonColumn::Day));
        }
        day
    }

    /// What is wrong with the cells of a row.
    fn look(&mut self, row: Row<'_>, name: &str, whole: &Whole) {
        let centuries = whole.centuries;
        if !name.chars().any(text::is_letter) {
            let whole = row.column(PersonColumn::Name);
            let column = if whole > 0 { whole } else { row.column(PersonColumn::Surname) };
            self.found_at(&NAME_MISSING, row.number(), column);
        }
        let mut holds = |kind: PersonColumn, rule: &'static RuleInfo, unread: &dyn Fn(&str) -> bool| {
            let several = if kind.is_in_several() { usize::MAX } else { 1 };
            for (column, cell) in row.cells(kind).take(several) {
                if !cell.is_empty() && unread(cell) {
                    self.found_at(rule, row.number(), column);
                }
            }
        };
        holds(PersonColumn::Phone, &PHONE_UNREAD, &|cell| read_phones(cell).is_empty());
        holds(PersonColumn::Birth, &BIRTH_UNREAD, &|cell| centuries.read(cell) == ListedBirth::Unread);
        holds(PersonColumn::Birth, &CENTURY_UNKNOWN, &|cell| {
            centuries.read(cell) == ListedBirth::CenturyUnknown
        });
        holds(PersonColumn::Birth, &DATE_ORDER_UNCLEAR, &|cell| whole.births.is_unclear(cell));
        holds(PersonColumn::Day, &DATE_ORDER_UNCLEAR, &|cell| whole.days.is_unclear(cell));
        holds(PersonColumn::Iin, &ZEROS_PUT_BACK, &|cell| zeros_put_back(cell).is_some());
        holds(PersonColumn::Iin, &IIN_IMPLAUSIBLE, &|cell| {
            cell.parse::<Iin>().is_err() && zeros_put_back(cell).is_none()
        });
        holds(PersonColumn::Name, &SEVERAL_IN_CELL, &holds_several);
        holds(PersonColumn::Organisation, &VALUE_OF_SOMEBODY, &|cell| {
            names_somebody(cell) || is_own_name(name, cell)
        });
        for kind in [PersonColumn::Sex, PersonColumn::Category] {
            holds(kind, &VALUE_OF_SOMEBODY, &|cell| {
                names_somebody(cell) || is_of_name(name, cell) || is_own_name(name, cell)
            });
        }
        holds(PersonColumn::Settlement, &VALUE_OF_SOMEBODY, &|cell| {
            names_somebody(cell) || names_house(cell)
        });
    }

    /// Tells something of a row, or of the whole where its number is 0; of a column of the table where one is named.
    pub(super) fn found(&mut self, rule: &'static RuleInfo, row: u32, kind: Option<PersonColumn>) {
        self.found_at(rule, row, kind.and_then(|kind| self.column(kind)).unwrap_or(0));
    }

    /// The same of a column by its number, or of none where that is 0.
    pub(super) fn found_at(&mut self, rule: &'static RuleInfo, row: u32, column: u32) {
        self.tell(Finding::new(rule, self.place(row, column)), rule);
    }

    /// Tells something, as long as the rule was not told too often.
    pub(super) fn tell(&mut self, finding: Finding, rule: &'static RuleInfo) {
        let mut count = 1;
        if let Some((_, known)) = self.counts.iter_mut().find(|(known, _)| known.code == rule.code) {
            *known = known.saturating_add(1);
            count = *known;
        } else {
            self.counts.push((rule, 1));
        }
        if count <= MOST_FINDINGS {
            self.findings.push(finding);
        }
    }

    /// Where something stands; the whole where neither row nor column is named.
    pub(super) const fn place(&self, row: u32, column: u32) -> Place {
        match self.sheet {
            Some(sheet) => Place::Sheet { sheet, row, column },
            None if row == 0 && column == 0 => Place::Whole {},
            None => Place::Row { row, column },
        }
    }

    /// What was found.
    pub(super) fn end(mut self) -> Vec<Finding> {
        let place = self.place(0, 0);
        for (rule, count) in &self.counts {
            let more = count.saturating_sub(MOST_FINDINGS);
            if more > 0 {
                let finding = Finding::new(&MORE_ROWS, place.clone()).param(Param::number("code", rule.code));
                self.findings
                    .push(finding.param(Param::count("count", usize::try_from(more).unwrap_or(usize::MAX))));
            }
        }
        self.findings
    }
}

//! Rows of a table as people on lists, with findings row by row.

use std::collections::BTreeSet;

use serde::Serialize;

use super::columns::{ColumnChoice, PersonColumn};
use crate::finding::{Finding, Param, Place, RuleInfo};
use crate::people::duplicates::ListedPerson;
use crate::people::identity::{Iin, latest_year, read_birth, read_phones};
use crate::people::rules::{
    BIRTH_UNREAD, IIN_IMPLAUSIBLE, MORE_ROWS, NAME_MISSING, PHONE_UNREAD, ROW_IDS_UNUSABLE,
};
use crate::value::{PersonName, PersonalText, Phone, text};

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
    /// What the columns were taken for.
    pub columns: Vec<ColumnChoice>,
    /// What could not be read, row by row; a finding never quotes a cell.
    pub findings: Vec<Finding>,
}

/// Reads rows as people. Nothing is dropped: a cell that cannot be read is kept as it stands and has a finding. Rows have the id of their
/// own column where every row has one and no two the same, else their number, counted from 1 below the heading.
#[must_use]
pub fn read_people(rows: &[Vec<&str>], columns: &[ColumnChoice]) -> PeopleTable {
    let columns: Vec<ColumnChoice> = columns.iter().filter(|choice| choice.column > 0).cloned().collect();
    let mut reading = Reading { columns: &columns, findings: Vec::new(), counts: Vec::new() };
    let own_ids = reading.own_ids(rows);
    let latest = latest_year(rows.iter().map(|row| reading.cell(row, PersonColumn::Birth))).unwrap_or(2100);
    let people = (1_u32..)
        .zip(rows)
        .filter_map(|(number, row)| reading.person(number, row, own_ids, latest))
        .collect();
    let findings = reading.end();
    PeopleTable { people, columns, findings }
}

/// Findings on rows, counted from 1 below the heading, whose cells do not fit the columns.
#[cfg(feature = "people")]
pub(crate) fn uneven_rows(rows: impl Iterator<Item = u32>) -> Vec<Finding> {
    let mut reading = Reading { columns: &[], findings: Vec::new(), counts: Vec::new() };
    rows.for_each(|row| reading.found(&crate::people::rules::ROW_UNEVEN, row, PersonColumn::RowId));
    reading.end()
}

struct Reading<'a> {
    columns: &'a [ColumnChoice],
    findings: Vec<Finding>,
    /// How many findings there were of each rule.
    counts: Vec<(&'static RuleInfo, u32)>,
}

impl Reading<'_> {
    fn column(&self, kind: PersonColumn) -> Option<u32> {
        self.columns.iter().find(|choice| choice.holds == kind).map(|choice| choice.column)
    }

    fn cell<'a>(&self, row: &[&'a str], kind: PersonColumn) -> &'a str {
        let place = self
            .column(kind)
            .and_then(|column| column.checked_sub(1))
            .and_then(|place| usize::try_from(place).ok());
        place.and_then(|place| row.get(place)).map_or("", |cell| cell.trim())
    }

    fn own_ids(&mut self, rows: &[Vec<&str>]) -> bool {
        if self.column(PersonColumn::RowId).is_none() {
            return false;
        }
        let mut seen = BTreeSet::new();
        let usable = rows.iter().all(|row| {
            let id = self.cell(row, PersonColumn::RowId);
            id.parse::<crate::value::Id>().is_ok() && seen.insert(id)
        });
        if !usable {
            self.findings.push(Finding::new(&ROW_IDS_UNUSABLE, Place::Whole {}));
        }
        usable
    }

    fn person(&mut self, number: u32, row: &[&str], own_ids: bool, latest: i32) -> Option<ListedPerson> {
        let mut own = |kind: PersonColumn| {
            Some(self.cell(row, kind)).filter(|cell| !cell.is_empty()).map(str::to_owned)
        };
        let id = if own_ids { self.cell(row, PersonColumn::RowId).to_owned() } else { number.to_string() };
        let parts =
            [PersonColumn::Name, PersonColumn::Surname, PersonColumn::GivenName, PersonColumn::Patronymic];
        let name = parts.into_iter().filter_map(&mut own).collect::<Vec<_>>().join(" ");
        let (phone, birth, iin) =
            (own(PersonColumn::Phone), own(PersonColumn::Birth), own(PersonColumn::Iin));
        let person = ListedPerson {
            // A number is always an id, and the column was looked through before.
            id: id.parse().ok()?,
            list: own(PersonColumn::List),
            name: PersonName::new(text::squeeze(&name)),
            phone: phone.clone().map(Phone::new),
            birth: birth.clone().map(PersonalText::new),
            iin: iin.clone().map(PersonalText::new),
            email: own(PersonColumn::Email).map(PersonalText::new),
            settlement: own(PersonColumn::Settlement),
            organisation: own(PersonColumn::Organisation),
        };
        if !name.chars().any(text::is_letter) {
            let column = if self.column(PersonColumn::Name).is_some() {
                PersonColumn::Name
            } else {
                PersonColumn::Surname
            };
            self.found(&NAME_MISSING, number, column);
        }
        if phone.is_some_and(|phone| read_phones(&phone).is_empty()) {
            self.found(&PHONE_UNREAD, number, PersonColumn::Phone);
        }
        if birth.is_some_and(|birth| read_birth(&birth, latest).is_none()) {
            self.found(&BIRTH_UNREAD, number, PersonColumn::Birth);
        }
        if iin.is_some_and(|iin| iin.parse::<Iin>().is_err()) {
            self.found(&IIN_IMPLAUSIBLE, number, PersonColumn::Iin);
        }
        Some(person)
    }

    fn found(&mut self, rule: &'static RuleInfo, row: u32, kind: PersonColumn) {
        let column = self.column(kind).unwrap_or(0);
        let mut count = 1;
        if let Some((_, known)) = self.counts.iter_mut().find(|(known, _)| known.code == rule.code) {
            *known = known.saturating_add(1);
            count = *known;
        } else {
            self.counts.push((rule, 1));
        }
        if count <= MOST_FINDINGS {
            self.findings.push(Finding::new(rule, Place::Row { row, column }));
        }
    }

    fn end(mut self) -> Vec<Finding> {
        for (rule, count) in &self.counts {
            let more = count.saturating_sub(MOST_FINDINGS);
            if more > 0 {
                let finding =
                    Finding::new(&MORE_ROWS, Place::Whole {}).param(Param::number("code", rule.code));
                self.findings
                    .push(finding.param(Param::count("count", usize::try_from(more).unwrap_or(usize::MAX))));
            }
        }
        self.findings
    }
}

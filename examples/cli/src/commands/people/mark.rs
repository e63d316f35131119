//! Marks of rows that are named by their numbers: by them a decision is held against what stands in the row now.

use std::collections::BTreeMap;

use qoldau_core::finding::{Finding, Param, Place};
use qoldau_core::people::duplicates::{ListedPerson, PairDecision, ProbablePair};
use qoldau_core::people::import::PersonColumn;
use qoldau_core::rule;
use qoldau_core::value::{Id, PersonName, PersonalText, Phone, text};
use sha2::{Digest as _, Sha256};

use super::list::List;
use crate::hashes::hexadecimal;

/// What stands between the number of a row and its mark.
const SIGN: char = '#';
/// Hexadecimal digits of a mark: enough to notice another person, and too few to be anybody's name.
const DIGITS: usize = 4;

/// The rows of a list by their ids.
pub(super) struct Rows<'a> {
    by_id: BTreeMap<&'a str, &'a ListedPerson>,
    /// Whether they have ids of their own, which no number is.
    own_ids: bool,
}

impl<'a> Rows<'a> {
    pub(super) fn of(list: &'a List) -> Self {
        let sheets = list.sheets.iter().flat_map(|sheet| &sheet.columns);
        let own = list.table.columns.iter().chain(sheets).any(|choice| choice.holds == PersonColumn::RowId);
        let unusable = list.table.findings.iter().any(|finding| finding.code == "PPL008");
        let by_id = list.table.people.iter().map(|row| (row.id.as_str(), row)).collect();
        Self { by_id, own_ids: own && !unusable }
    }

    /// Whether an id is the bare number of a row, which is somebody else's on another list.
    pub(super) fn is_number(&self, id: &Id) -> bool {
        let digits = id.as_str().chars().all(|c| c.is_ascii_digit() || c == '-');
        digits && !self.own_ids && self.by_id.contains_key(id.as_str())
    }

    /// Names the rows of pairs by number and mark, `17#9f3c`, where they have no ids of their own.
    pub(super) fn mark(&self, pairs: &mut [ProbablePair]) {
        for id in pairs.iter_mut().flat_map(|pair| [&mut pair.one, &mut pair.other]) {
            let row = self.by_id.get(id.as_str()).filter(|_| !self.own_ids);
            if let Some(marked) = row.and_then(|row| format!("{id}{SIGN}{}", mark_of(row)).parse().ok()) {
                *id = marked;
            }
        }
    }

    /// The row that an id names; the number of a row that holds something else than what its mark is of.
    pub(super) fn row(&self, id: &Id) -> Result<Id, Id> {
        let marked = id.as_str().rsplit_once(SIGN).filter(|_| !self.by_id.contains_key(id.as_str()));
        let named = marked.and_then(|(number, mark)| Some((number.parse::<Id>().ok()?, mark)));
        let Some((number, mark)) = named.filter(|(_, mark)| is_mark(mark)) else { return Ok(id.clone()) };
        let row = self.by_id.get(number.as_str()).filter(|row| mark_of(row) == mark);
        if row.is_some() { Ok(number) } else { Err(number) }
    }
}

/// Decisions by the ids of the rows that they name, those of `one` and of `other`. Of those that name rows which hold somebody else by now each is
/// told and left out; those that name bare numbers are counted.
pub(super) fn held_against(
    ones: &Rows<'_>,
    others: Option<&Rows<'_>>,
    decisions: Vec<PairDecision>,
) -> (Vec<PairDecision>, Vec<Finding>) {
    let (mut held, mut findings) = (Vec::new(), Vec::new());
    let mut by_number = 0_usize;
    let found = |code: &str| rule(code).map(|rule| Finding::new(rule, Place::Whole {}));
    for PairDecision { one, other, verdict } in decisions {
        let numbers = ones.is_number(&one) || others.is_some_and(|others| others.is_number(&other));
        let rows = (ones.row(&one), others.map_or_else(|| Ok(other.clone()), |others| others.row(&other)));
        match rows {
            (Ok(one), Ok(other)) => {
                by_number = by_number.saturating_add(usize::from(numbers));
                held.push(PairDecision { one, other, verdict });
            }
            (one, other) => {
                let rows = [one, other].into_iter().filter_map(Result::err);
                let tell = |row: Id| Some(found("PPL048")?.param(Param::id("row", &row)));
                findings.extend(rows.filter_map(tell));
            }
        }
    }
    if by_number > 0 {
        findings.extend(found("PPL043").map(|finding| finding.param(Param::count("count", by_number))));
    }
    (held, findings)
}

fn is_mark(text: &str) -> bool {
    text.len() == DIGITS && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// The mark of what stands in a row: its name, telephone, birth, number and address, however they are spaced and in whatever case.
fn mark_of(row: &ListedPerson) -> String {
    let parts = [
        PersonName::reveal(&row.name),
        row.phone.as_ref().map_or("", Phone::reveal),
        row.birth.as_ref().map_or("", PersonalText::reveal),
        row.iin.as_ref().map_or("", PersonalText::reveal),
        row.email.as_ref().map_or("", PersonalText::reveal),
    ];
    let said = parts.map(text::fold_letters).join("\n");
    hexadecimal(&Sha256::digest(said.as_bytes())).chars().take(DIGITS).collect()
}

//! What a person has once, an identification number and a birth: people of whom these differ are never joined by comparison, by way of a row that does
//! not say them neither.
#![expect(clippy::indexing_slicing, reason = "numbers of groups, given here")]

use super::cluster::{Groups, Weighed};
use super::levels::{birth, birth_level, numbers_differ};
use super::prepare::{NONE, Prepared, Row, at};

/// What each group of rows says of it, in a row that holds nothing else.
pub(super) struct Once<'a> {
    prepared: Option<&'a Prepared>,
    said: Vec<Row>,
}

impl<'a> Once<'a> {
    pub(super) fn of(prepared: &'a Prepared, groups: &Groups) -> Self {
        let mut said = vec![Row::default(); prepared.rows.len()];
        for (row, number) in prepared.rows.iter().zip(0_u32..) {
            let group = at(groups.of(number));
            said[group] = first_of(&said[group], &only_once(row));
        }
        Self { prepared: Some(prepared), said }
    }

    /// Nothing is known that anybody has once.
    #[cfg(test)]
    pub(super) fn of_nothing() -> Self {
        Self { prepared: None, said: Vec::new() }
    }

    /// Whether two groups are of two people. The two rows that would bring them together may agree where others of their groups do not, as somebody
    /// decided of those.
    pub(super) fn keeps_apart(&self, groups: [u32; 2], pair: &Weighed) -> bool {
        let Some(prepared) = self.prepared else { return false };
        let [one, other] = groups.map(|group| &self.said[at(group)]);
        let rows = [pair.one, pair.other].map(|row| only_once(&prepared.rows[at(row)]));
        differ(prepared, one, other) && !agree(&rows[0], &rows[1])
    }

    /// Two groups became one of them.
    pub(super) fn join(&mut self, groups: [u32; 2], joined: u32) {
        if self.prepared.is_some() {
            let [one, other] = [groups[0].min(groups[1]), groups[0].max(groups[1])];
            self.said[at(joined)] = first_of(&self.said[at(one)], &self.said[at(other)]);
        }
    }
}

/// Whether two rows differ in it.
pub(super) fn are_two(prepared: &Prepared, one: &Row, other: &Row) -> bool {
    differ(prepared, &only_once(one), &only_once(other))
}

/// The number and the whole date of birth; 1 January stands for a year, which may be a guess.
fn only_once(row: &Row) -> Row {
    let empty = Row { iin: row.iin, ..Row::default() };
    if row.day == 0 || (row.month, row.day) == (1, 1) {
        return empty;
    }
    Row { year: row.year, month: row.month, day: row.day, ..empty }
}

fn first_of(one: &Row, other: &Row) -> Row {
    let birth = if one.year == 0 { other } else { one };
    Row { iin: if one.iin == NONE { other.iin } else { one.iin }, ..*birth }
}

fn differ(prepared: &Prepared, one: &Row, other: &Row) -> bool {
    let one_number = one.iin != NONE && one.iin == other.iin;
    numbers_differ(prepared, one, other) || (!one_number && birth_level(one, other) == birth::OTHER)
}

fn agree(one: &Row, other: &Row) -> bool {
    (one.iin != NONE && one.iin == other.iin) || birth_level(one, other) == birth::SAME
}

//! Rows that say the same of a person as another row does. A list that was pasted a thousand times makes every value in it common, and a common value
//! says nothing; so what is told of copies must not hang on how many there are.
#![expect(clippy::indexing_slicing, reason = "numbers of rows, given here")]

use super::blocks::mix;
use super::prepare::{NONE, Row, at};

/// So many rows of a group are counted and learned from.
const KEPT: usize = 8;

/// Rows that go with another row, whatever their number.
#[derive(Default)]
pub(super) struct Twins {
    /// Pairs of one person for certain: names in full and an identification number; or all that is said, a telephone, a number or an e-mail
    /// address among it. Of a group every row with the one before.
    pub(super) firm: Vec<(u32, u32)>,
    /// Copies, each with the first row of its kind, of which only the day of birth is known beside the name: they are judged as that row would be.
    pub(super) judged: Vec<(u32, u32)>,
    /// What each row is, as far as its twins go.
    kinds: Vec<Kind>,
}

/// What a row is, as far as its twins go.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// It counts.
    Counted,
    /// It has the name and the number of many others, and beside them something of its own, by which it may be found.
    Spare,
    /// It says nothing that the first of its kind do not.
    Copy,
}

impl Twins {
    pub(super) fn of(rows: &[Row]) -> Self {
        let mut twins = Self { kinds: vec![Kind::Counted; rows.len()], ..Self::default() };
        groups(rows, by_number, &mut |group| {
            twins.firm.extend(neighbours(group));
            for spare in group.iter().skip(KEPT) {
                twins.kinds[at(*spare)] = Kind::Spare;
            }
        });
        groups(rows, by_everything, &mut |group| {
            let first = group[0];
            let is_firm = [rows[at(first)].phone, rows[at(first)].iin, rows[at(first)].email] != [NONE; 3];
            if is_firm {
                twins.firm.extend(neighbours(group));
            }
            for copy in group.iter().skip(KEPT) {
                twins.kinds[at(*copy)] = Kind::Copy;
                if !is_firm {
                    twins.judged.push((first, *copy));
                }
            }
        });
        twins
    }

    /// Whether a row is a copy, which is held against nothing.
    pub(super) fn is_copy(&self, row: u32) -> bool {
        self.kinds[at(row)] == Kind::Copy
    }

    /// Whether a row counts towards what is common.
    pub(super) fn counts(&self, row: u32) -> bool {
        self.kinds[at(row)] == Kind::Counted
    }

    /// The rows that count.
    pub(super) fn counted(&self) -> Vec<u32> {
        (0_u32..).zip(&self.kinds).filter(|(_, kind)| **kind == Kind::Counted).map(|(row, _)| row).collect()
    }

    /// Whether two rows need not be held against each other, nor learned from: one of them does not count, and they are one person by their number.
    pub(super) fn goes_without_saying(&self, rows: &[Row], one: u32, other: u32) -> bool {
        let counts = self.counts(one) && self.counts(other);
        !counts && by_number(&rows[at(one)]).is_some_and(|key| by_number(&rows[at(other)]) == Some(key))
    }
}

/// What two rows have in common: numbers of values.
type Key = [u32; 17];

/// Both names in full and the identification number.
fn by_number(row: &Row) -> Option<Key> {
    let Row { surname, given, iin, .. } = *row;
    let mut key = Key::default();
    key[..3].copy_from_slice(&[surname, given, iin]);
    (surname != NONE && given != NONE && iin != NONE).then_some(key)
}

/// All that a row says, but for the list it stands on; nothing without both names in full, or where neither telephone nor number nor address nor the
/// day of birth is known, as namesakes are two people. 1 January stands for a year.
fn by_everything(row: &Row) -> Option<Key> {
    let knows_day = row.day != 0 && (row.month, row.day) != (1, 1);
    let tells_apart = [row.phone, row.iin, row.email] != [NONE; 3] || knows_day;
    let date = u32::from(row.year) << 16 | u32::from(row.month) << 8 | u32::from(row.day);
    (row.surname != NONE && row.given != NONE && tells_apart).then_some([
        row.surname,
        row.surname_second,
        row.given,
        row.given_first,
        row.surname_fine,
        row.given_fine,
        row.patronymic,
        row.patronymic_first,
        row.sex.into(),
        row.phone,
        row.phone_second,
        row.iin,
        row.email,
        row.settlement,
        row.organisation,
        date,
        row.uncertain.into(),
    ])
}

/// The groups of two rows and more that have a key in common, each in the order of its rows.
fn groups(rows: &[Row], key: fn(&Row) -> Option<Key>, each: &mut dyn FnMut(&[u32])) {
    // Sorted by a number for the key and not by the key itself: that sorting is in the module already.
    let number = |key: Key| key.iter().fold(0, |all, part| mix(all ^ u64::from(*part)));
    let mut keyed: Vec<(u64, u64, u32)> =
        (0_u32..).zip(rows).filter_map(|(row, own)| Some((number(key(own)?), 0, row))).collect();
    keyed.sort_unstable();
    for group in keyed.chunk_by(|one, other| one.0 == other.0).filter(|group| group.len() > 1) {
        // Should two keys ever have one number, the group is that of the first.
        let first = key(&rows[at(group[0].2)]);
        let group: Vec<u32> =
            group.iter().map(|(.., row)| *row).filter(|row| key(&rows[at(*row)]) == first).collect();
        if group.len() > 1 {
            each(&group);
        }
    }
}

fn neighbours(group: &[u32]) -> impl Iterator<Item = (u32, u32)> + '_ {
    group.iter().copied().zip(group.iter().skip(1).copied())
}

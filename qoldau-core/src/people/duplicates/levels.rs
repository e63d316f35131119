//! How far two rows agree, field by field.
#![expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "numbers given in preparing are places in tables made there"
)]

use crate::people::names::distance;

use super::prepare::{NONE, Prepared, Row, Values, at};

/// The fields that are compared.
pub(super) const FIELDS: usize = 8;
pub(super) const SURNAME: usize = 0;
pub(super) const GIVEN: usize = 1;
pub(super) const PATRONYMIC: usize = 2;
pub(super) const ENDING: usize = 3;
pub(super) const BIRTH: usize = 4;
pub(super) const PHONE: usize = 5;
pub(super) const NUMBER: usize = 6;
pub(super) const PLACE: usize = 7;

/// The most levels a field has.
pub(super) const LEVELS: usize = 9;

/// Levels of a part of a name. Level 0 of every field: one of the rows does not have it.
pub(super) mod name {
    pub(in super::super) const SAME: u8 = 1;
    pub(in super::super) const SPELLING: u8 = 2;
    pub(in super::super) const LETTER: u8 = 3;
    pub(in super::super) const LETTERS: u8 = 4;
    pub(in super::super) const INITIAL: u8 = 5;
    pub(in super::super) const OTHER_INITIAL: u8 = 6;
    pub(in super::super) const OTHER: u8 = 7;
    pub(in super::super) const HALF: u8 = 8;
}
/// Levels of the birth date.
pub(super) mod birth {
    pub(in super::super) const SAME: u8 = 1;
    pub(in super::super) const SWAPPED: u8 = 2;
    pub(in super::super) const NEAR: u8 = 3;
    pub(in super::super) const YEAR: u8 = 4;
    pub(in super::super) const OTHER_DAY: u8 = 5;
    pub(in super::super) const NEXT_YEAR: u8 = 6;
    pub(in super::super) const OTHER: u8 = 7;
}
/// Levels of the place: settlement, organisation and list together, for they depend on each other.
pub(super) mod place {
    pub(in super::super) const SAME: u8 = 1;
    pub(in super::super) const ORGANISATION: u8 = 2;
    pub(in super::super) const SETTLEMENT: u8 = 3;
    pub(in super::super) const OTHER_ORGANISATION: u8 = 4;
    pub(in super::super) const OTHER_SETTLEMENT: u8 = 5;
    pub(in super::super) const OTHER: u8 = 6;
    pub(in super::super) const ONE_LIST: u8 = 7;
}

/// What the comparison of two rows gives.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Levels(pub(super) [u8; FIELDS]);

/// Compares rows; remembers how far names lie apart that it has compared already.
pub(super) struct Comparer<'a> {
    pub(super) prepared: &'a Prepared,
    known: Vec<(u32, u32, u8)>,
}

/// How many pairs of names are remembered; a power of two.
const REMEMBERED: usize = 1 << 15;

impl<'a> Comparer<'a> {
    pub(super) fn new(prepared: &'a Prepared) -> Self {
        Self { prepared, known: vec![(0, 0, 0); REMEMBERED] }
    }

    pub(super) fn compare(&mut self, one: &Row, other: &Row) -> Levels {
        let mut surname = self.surname(one, other);
        let (surnames, others) = (Name::surname(one), Name::surname(other));
        let (given, other_given) = (Name::given(one), Name::given(other));
        let mut given_level = self.name(given, other_given);
        if (one.uncertain || other.uncertain) && (surname != name::SAME || given_level != name::SAME) {
            let crossed = self.name(surnames, other_given);
            let crossed_given = self.name(given, others);
            if rank(crossed) + rank(crossed_given) > rank(surname) + rank(given_level) {
                // The given name is the one that is known as such.
                let known = one.uncertain && !other.uncertain;
                (surname, given_level) =
                    if known { (crossed_given, crossed) } else { (crossed, crossed_given) };
            }
        }
        // Nobody knows which of the words is the given name: should it be the one that differs, the rows are two people.
        let differs = matches!(surname, name::LETTER | name::LETTERS | name::OTHER);
        if one.either && other.either && differs && rank(surname) < rank(given_level) {
            (surname, given_level) = (given_level, surname);
        }
        let patronymic =
            self.part(one.patronymic, one.patronymic_first, other.patronymic, other.patronymic_first);
        // «Нұр Сұлтан»: what stands behind the name was a part of it, and no father's name.
        let joins = |row: &Row, given: u32| row.joins_father && row.given_joined == given;
        let joined = given_level == name::SAME
            && one.given != other.given
            && (joins(one, other.given) || joins(other, one.given));
        let given = given_level;
        Levels([
            surname,
            given,
            if joined { 0 } else { patronymic },
            match (one.sex, other.sex) {
                (0, _) | (_, 0) => 0,
                (one, other) => {
                    if one == other {
                        1
                    } else {
                        2
                    }
                }
            },
            birth_level(one, other),
            self.phone(one, other),
            self.number(one, other),
            Self::place(one, other),
        ])
    }

    fn surname(&mut self, one: &Row, other: &Row) -> u8 {
        let whole = self.name(Name::surname(one), Name::surname(other));
        if whole == name::SAME || (one.surname_second == NONE && other.surname_second == NONE) {
            return whole;
        }
        let half = |half: u32, row: &Row| half != NONE && (half == row.surname || half == row.surname_second);
        let has_half =
            half(one.surname, other) || half(one.surname_second, other) || half(other.surname, one);
        if has_half { name::HALF } else { whole }
    }

    /// The level of two names, of which either may be double and written in one word by the other.
    fn name(&mut self, one: Name, other: Name) -> u8 {
        let mut level = self.part(one.stem, one.first, other.stem, other.first);
        let known = level == name::SAME && one.fine != NONE && other.fine != NONE;
        if known && self.prepared.are_two_names(one.fine, other.fine) {
            level = name::LETTER;
        }
        if one.joined == NONE && other.joined == NONE {
            return level;
        }
        let pairs = [(one.joined, other.stem), (one.stem, other.joined), (one.joined, other.joined)];
        let as_one =
            pairs.into_iter().filter(|(one, other)| *one != NONE && *other != NONE).map(|(one, other)| {
                let level =
                    if one == other { name::SAME } else { self.forms(one.min(other), one.max(other)) };
                // Nothing but a spelling of the whole says that the halves are one name.
                if level > name::SPELLING { name::OTHER } else { level }
            });
        as_one.fold(level, |best, level| if rank(level) > rank(best) { level } else { best })
    }

    /// The level of one part of two names.
    fn part(&mut self, one: u32, one_first: u32, other: u32, other_first: u32) -> u8 {
        if one_first == 0 || other_first == 0 {
            return 0;
        }
        if one == NONE || other == NONE {
            return if one_first & other_first == 0 { name::OTHER_INITIAL } else { name::INITIAL };
        }
        if one == other { name::SAME } else { self.forms(one.min(other), one.max(other)) }
    }

    fn forms(&mut self, one: u32, other: u32) -> u8 {
        let mixed = (u64::from(one) << 32 | u64::from(other)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let slot = usize::try_from(mixed >> 49).unwrap_or_default() & (REMEMBERED - 1);
        let (known_one, known_other, level) = self.known[slot];
        if (known_one, known_other) == (one, other) {
            return level;
        }
        let level = form_level(&self.prepared.stems.texts[at(one)], &self.prepared.stems.texts[at(other)]);
        self.known[slot] = (one, other, level);
        level
    }

    fn phone(&self, one: &Row, other: &Row) -> u8 {
        if one.phone == NONE || other.phone == NONE {
            return 0;
        }
        let same = |number: u32| number != NONE && (number == other.phone || number == other.phone_second);
        if same(one.phone) || same(one.phone_second) {
            return 1;
        }
        if one_digit_off(&self.prepared.phones, one.phone, other.phone) { 2 } else { 3 }
    }

    fn number(&self, one: &Row, other: &Row) -> u8 {
        let email = u8::from(one.email != NONE && one.email == other.email);
        match (one.iin, other.iin) {
            (NONE, _) | (_, NONE) => email,
            (one, other) if one == other => 1,
            _ if numbers_differ(self.prepared, one, other) => 2,
            _ => 3,
        }
    }

    fn place(one: &Row, other: &Row) -> u8 {
        if one.list != NONE && one.list == other.list {
            return place::ONE_LIST;
        }
        let agree = |one: u32, other: u32| (one != NONE && other != NONE).then_some(one == other);
        match (agree(one.organisation, other.organisation), agree(one.settlement, other.settlement)) {
            (None, None) => 0,
            (Some(true), Some(true)) => place::SAME,
            (Some(true), None) => place::ORGANISATION,
            (None, Some(true)) => place::SETTLEMENT,
            (Some(false), Some(true)) => place::OTHER_ORGANISATION,
            (Some(true), Some(false)) => place::OTHER_SETTLEMENT,
            (Some(false), None | Some(false)) | (None, Some(false)) => place::OTHER,
        }
    }
}

/// A surname or a given name, as it is compared.
#[derive(Clone, Copy)]
struct Name {
    stem: u32,
    first: u32,
    joined: u32,
    /// The stem in the form that keeps more names apart; of a surname there is none.
    fine: u32,
}

impl Name {
    const fn surname(row: &Row) -> Self {
        let fine = if row.uncertain { row.surname_fine } else { NONE };
        Self { stem: row.surname, first: row.surname_first, joined: row.surname_joined, fine }
    }

    const fn given(row: &Row) -> Self {
        Self { stem: row.given, first: row.given_first, joined: row.given_joined, fine: row.given_fine }
    }
}

/// How good a level of a name is, to choose between two readings of it.
fn rank(level: u8) -> u8 {
    match level {
        name::SAME => 10,
        name::SPELLING => 9,
        name::HALF => 8,
        name::LETTER => 7,
        name::LETTERS => 4,
        name::INITIAL => 3,
        0 => 2,
        _ => 0,
    }
}

fn form_level(one: &str, other: &str) -> u8 {
    let length = one.len().max(other.len());
    let shorter = one.len().min(other.len());
    match distance(one.as_bytes(), other.as_bytes()) {
        0..=4 if shorter > 2 => name::SPELLING,
        0..=11 if length > 3 => name::LETTER,
        0..=14 if length > 5 => name::LETTERS,
        0..=20 if length > 6 => name::LETTERS,
        _ => name::OTHER,
    }
}

pub(super) fn birth_level(one: &Row, other: &Row) -> u8 {
    if one.year == 0 || other.year == 0 {
        return 0;
    }
    let (day, other_day) = ((one.month, one.day), (other.month, other.day));
    let full = one.day != 0 && other.day != 0;
    let years = one.year.abs_diff(other.year);
    if !full {
        return match years {
            0 => birth::YEAR,
            1 => birth::NEXT_YEAR,
            _ => birth::OTHER,
        };
    }
    if years == 0 {
        if day == other_day {
            return birth::SAME;
        }
        if (one.month, one.day) == (other.day, other.month) {
            return birth::SWAPPED;
        }
        let one_part = one.month == other.month || one.day == other.day;
        return if one_part && near_parts(one, other) { birth::NEAR } else { birth::OTHER_DAY };
    }
    // A year written wrongly: the day agrees, and the years differ in one digit or by one.
    if day == other_day && (years == 1 || one_digit(one.year, other.year)) {
        return birth::NEAR;
    }
    if years == 1 { birth::NEXT_YEAR } else { birth::OTHER }
}

/// Whether days or months differ by little: by one, by ten, or in one digit.
fn near_parts(one: &Row, other: &Row) -> bool {
    if one.month == other.month {
        let (days, other_days) = (one.day, other.day);
        return matches!(days.abs_diff(other_days), 1 | 10)
            || days / 10 == other_days / 10
            || days % 10 == other_days % 10;
    }
    one.day == other.day
}

fn one_digit(one: u16, other: u16) -> bool {
    let digits = |year: u16| [year / 1000 % 10, year / 100 % 10, year / 10 % 10, year % 10];
    digits(one).iter().zip(digits(other)).filter(|(one, other)| **one != *other).count() == 1
}

/// Whether two rows have identification numbers more than a slip of the pen apart.
pub(super) fn numbers_differ(prepared: &Prepared, one: &Row, other: &Row) -> bool {
    let (one, other) = (one.iin, other.iin);
    one != NONE && other != NONE && one != other && !one_digit_off(&prepared.iins, one, other)
}

/// Whether two numbers differ in one digit or in two neighbours exchanged.
fn one_digit_off(values: &Values, one: u32, other: u32) -> bool {
    let (one, other) = (values.texts[at(one)].as_bytes(), values.texts[at(other)].as_bytes());
    if one.len() != other.len() {
        return false;
    }
    let mut differ =
        one.iter().zip(other).enumerate().filter(|(_, (one, other))| one != other).map(|(place, _)| place);
    match (differ.next(), differ.next(), differ.next()) {
        (_, None, _) => true,
        (Some(first), Some(second), None) => {
            second == first + 1 && one[first] == other[second] && one[second] == other[first]
        }
        _ => false,
    }
}

//! Rows of lists made ready for comparing: every value a small number, every name in its matching form.
#![expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "numbers given here are places in tables made here"
)]

use crate::people::identity::{Birth, Iin, latest_year, read_birth, read_phones};
use crate::people::names::{Ending, NameParts, Part, are_one_name, fold_word, parts_of};
use crate::value::{PersonalText, text};

use super::ListedPerson;
use super::twins::Twins;

/// No value.
pub(super) const NONE: u32 = 0;

/// One row, ready for comparing. 0 stands for a missing value.
#[derive(Clone, Copy, Default)]
pub(super) struct Row {
    pub(super) surname: u32,
    pub(super) surname_second: u32,
    pub(super) given: u32,
    /// The same in the form that keeps more names apart.
    pub(super) surname_fine: u32,
    pub(super) given_fine: u32,
    /// A double surname as one word, and a double given name; or a given name with the word behind it.
    pub(super) surname_joined: u32,
    pub(super) given_joined: u32,
    pub(super) patronymic: u32,
    pub(super) surname_first: u32,
    pub(super) given_first: u32,
    pub(super) patronymic_first: u32,
    pub(super) phone: u32,
    pub(super) phone_second: u32,
    pub(super) iin: u32,
    pub(super) email: u32,
    pub(super) settlement: u32,
    pub(super) organisation: u32,
    /// Settlement and organisation together.
    pub(super) place: u32,
    pub(super) list: u32,
    pub(super) year: u16,
    pub(super) month: u8,
    pub(super) day: u8,
    /// 1 for a man's ending, 2 for a woman's, 0 where the name says nothing.
    pub(super) sex: u8,
    /// Whether surname and given name may stand the other way round.
    pub(super) uncertain: bool,
    /// Whether nothing says which way round is likelier.
    pub(super) either: bool,
    /// Whether the given name is joined with what may also be the father's.
    pub(super) joins_father: bool,
}

/// Values of one field as numbers: the texts, and how many rows have each. Number 0 is the missing value.
#[derive(Default)]
pub(super) struct Values {
    pub(super) texts: Vec<Box<str>>,
    pub(super) counts: Vec<u32>,
}

impl Values {
    /// Numbers the values in the order of their texts, so that the numbers do not depend on the order of the rows.
    fn number(cells: &[&str]) -> (Self, Vec<u32>) {
        let mut order: Vec<u32> =
            (0_u32..).zip(cells).filter(|(_, cell)| !cell.is_empty()).map(|(row, _)| row).collect();
        order.sort_unstable_by(|one, other| cells[at(*one)].cmp(cells[at(*other)]));
        let mut values = Self { texts: vec!["".into()], counts: vec![0] };
        let mut numbers = vec![NONE; cells.len()];
        let mut last: Option<&str> = None;
        for row in order {
            let cell = cells[at(row)];
            if last != Some(cell) {
                values.texts.push(cell.into());
                values.counts.push(0);
                last = Some(cell);
            }
            let number = values.texts.len() - 1;
            values.counts[number] += 1;
            numbers[at(row)] = u32::try_from(number).unwrap_or(NONE);
        }
        (values, numbers)
    }

    /// Share of the rows that have the value, of those that have any.
    pub(super) fn share(&self, number: u32, total: f64) -> f64 {
        f64::from(self.counts[at(number)].max(1)) / total.max(1.0)
    }

    /// How many rows have any value.
    pub(super) fn filled(&self) -> f64 {
        self.counts.iter().map(|count| f64::from(*count)).sum()
    }
}

/// A number as a place in a table.
pub(super) fn at(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

/// All rows of a call, with the tables that their numbers point into.
pub(super) struct Prepared {
    pub(super) rows: Vec<Row>,
    /// Stems of names of all three parts.
    pub(super) stems: Values,
    /// How many rows have the stem as surname, given name, patronymic.
    pub(super) as_part: [Vec<u32>; 3],
    pub(super) phones: Values,
    pub(super) iins: Values,
    pub(super) settlements: Values,
    pub(super) organisations: Values,
    pub(super) places: Values,
    /// How many rows there are of each year from 1900 on.
    pub(super) years: Vec<u32>,
    /// Rows that say what others say, of which only the first are in the numbers above.
    pub(super) twins: Twins,
    /// Whether any row names its list: where none does, all may be of one.
    pub(super) names_lists: bool,
    /// Whether half of the rows or more have a telephone, a birth or a number beside the name.
    pub(super) knows_more: bool,
    /// How many rows count.
    counted: f64,
}

/// Makes rows ready for comparing.
pub(super) fn prepare(people: &[ListedPerson]) -> Prepared {
    let names: Vec<&str> = people.iter().map(|person| person.name.reveal()).collect();
    let parts = parts_of(&names);
    let mut rows = vec![Row::default(); people.len()];

    let mut cells: Vec<&str> = Vec::with_capacity(people.len() * 4);
    for part in &parts {
        cells.extend([part.surname.stem(), part.surname.second(), part.given.stem(), part.patronymic.stem()]);
    }
    // Few names are double: they stand behind all others.
    let mut doubles: Vec<(usize, String)> = Vec::new();
    for (row, part) in parts.iter().enumerate() {
        rows[row].joins_father = part.given.joined().is_empty()
            && part.given.is_plain()
            && part.patronymic.is_plain()
            && !part.given.stem().is_empty();
        let given = if rows[row].joins_father {
            format!("{}{}", part.given.stem(), part.patronymic.stem())
        } else {
            part.given.joined().to_owned()
        };
        if !given.is_empty() || !part.surname.joined().is_empty() {
            doubles.push((row, part.surname.joined().to_owned()));
            doubles.push((row, given));
        }
    }
    cells.extend(doubles.iter().map(|(_, double)| double.as_str()));
    // So do names whose finer form is another.
    let finer = finer_forms(&parts);
    cells.extend(finer.iter().flat_map(|(_, names)| names.iter().map(Part::fine)));
    let (stems, numbers) = Values::number(&cells);
    let (numbers, of_others) = numbers.split_at(people.len() * 4);
    let (of_doubles, of_finer) = of_others.split_at(doubles.len());
    for (two, double) in of_doubles.as_chunks::<2>().0.iter().zip(doubles.as_chunks::<2>().0) {
        let row = &mut rows[double[0].0];
        [row.surname_joined, row.given_joined] = *two;
    }
    for ((row, part), four) in rows.iter_mut().zip(&parts).zip(numbers.as_chunks::<4>().0) {
        [row.surname, row.surname_second, row.given, row.patronymic] = *four;
        row.surname_first = part.surname.first();
        row.given_first = part.given.first();
        row.patronymic_first = part.patronymic.first();
        row.sex = match part.ending {
            Some(Ending::Male) => 1,
            Some(Ending::Female) => 2,
            None => 0,
        };
        row.uncertain = part.uncertain;
        row.either = part.either;
        [row.surname_fine, row.given_fine] = [row.surname, row.given];
    }
    give_finer_forms(&mut rows, &finer, of_finer);
    births(people, &mut rows);
    let phones = phones(people, &mut rows);

    let personal =
        |of: fn(&ListedPerson) -> &Option<PersonalText>, form: fn(&str) -> String| -> Vec<String> {
            people
                .iter()
                .map(|person| of(person).as_ref().map_or_else(String::new, |text| form(text.reveal())))
                .collect()
        };
    let plain = |of: fn(&ListedPerson) -> &Option<String>, form: fn(&str) -> String| -> Vec<String> {
        people.iter().map(|person| form(of(person).as_deref().unwrap_or(""))).collect()
    };
    let iins = number_field(&mut rows, &personal(|person| &person.iin, iin), |row| &mut row.iin);
    number_field(&mut rows, &personal(|person| &person.email, email), |row| &mut row.email);
    number_field(&mut rows, &plain(|person| &person.list, |list| list.trim().into()), |row| &mut row.list);
    let settlements = plain(|person| &person.settlement, settlement_form);
    let settlements = number_field(&mut rows, &settlements, |row| &mut row.settlement);
    let organisations = plain(|person| &person.organisation, organisation_form);
    let organisations = number_field(&mut rows, &organisations, |row| &mut row.organisation);
    let places = rows.iter().map(|row| match (row.settlement, row.organisation) {
        (NONE, _) | (_, NONE) => String::new(),
        (settlement, organisation) => format!("{settlement}/{organisation}"),
    });
    let places: Vec<String> = places.collect();
    let places = number_field(&mut rows, &places, |row| &mut row.place);
    let twins = Twins::of(&rows);
    let counted = f64::from(u32::try_from(twins.counted().len()).unwrap_or(u32::MAX));
    let names_lists = rows.iter().any(|row| row.list != NONE);
    let more =
        rows.iter().filter(|row| [row.phone, row.iin, row.email, row.year.into()] != [NONE; 4]).count();
    let knows_more = more.saturating_mul(2) >= rows.len();
    let mut prepared = Prepared {
        rows,
        as_part: [0, 1, 2].map(|_| vec![0; stems.texts.len()]),
        stems,
        phones,
        iins,
        settlements,
        organisations,
        places,
        years: vec![0; 201],
        twins,
        names_lists,
        knows_more,
        counted,
    };
    prepared.count();
    prepared
}

/// Surname and given name of the rows in which either has a finer form that is another, each with the place of its row.
fn finer_forms(parts: &[NameParts]) -> Vec<(usize, [Part; 2])> {
    (0_usize..)
        .zip(parts.iter().map(|part| [part.surname.clone(), part.given.clone()]))
        .filter(|(_, names)| names.iter().any(|name| !name.fine().is_empty()))
        .collect()
}

fn give_finer_forms(rows: &mut [Row], finer: &[(usize, [Part; 2])], numbers: &[u32]) {
    for ((row, _), two) in finer.iter().zip(numbers.as_chunks::<2>().0) {
        let row = &mut rows[*row];
        let or = |fine: u32, stem: u32| if fine == NONE { stem } else { fine };
        [row.surname_fine, row.given_fine] = [or(two[0], row.surname), or(two[1], row.given)];
    }
}

impl Prepared {
    /// Whether two names of one form are two by the form that keeps more apart.
    pub(super) fn are_two_names(&self, one: u32, other: u32) -> bool {
        one != other && !are_one_name(&self.stems.texts[at(one)], &self.stems.texts[at(other)])
    }

    /// How many rows count.
    pub(super) const fn counted(&self) -> f64 {
        self.counted
    }

    /// Counts names and years, and takes rows that do not count out of the counts of values.
    fn count(&mut self) {
        for (number, row) in (0_u32..).zip(&self.rows) {
            if !self.twins.counts(number) {
                let less = |values: &mut Values, value: u32| {
                    if value != NONE {
                        values.counts[at(value)] -= 1;
                    }
                };
                less(&mut self.phones, row.phone);
                less(&mut self.phones, row.phone_second);
                less(&mut self.iins, row.iin);
                less(&mut self.settlements, row.settlement);
                less(&mut self.organisations, row.organisation);
                less(&mut self.places, row.place);
                continue;
            }
            self.as_part[0][at(row.surname)] += 1;
            self.as_part[1][at(row.given)] += 1;
            self.as_part[2][at(row.patronymic)] += 1;
            if row.year != 0 {
                self.years[usize::from(row.year.saturating_sub(1900)).min(200)] += 1;
            }
        }
    }
}

/// Numbers the values of a field, and gives every row its own.
fn number_field(rows: &mut [Row], cells: &[String], field: fn(&mut Row) -> &mut u32) -> Values {
    let (values, numbers) = number_owned(cells);
    rows.iter_mut().zip(numbers).for_each(|(row, number)| *field(row) = number);
    values
}

fn number_owned(cells: &[String]) -> (Values, Vec<u32>) {
    let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
    Values::number(&cells)
}

fn births(people: &[ListedPerson], rows: &mut [Row]) {
    let written = || people.iter().map(|person| person.birth.as_ref().map_or("", PersonalText::reveal));
    let latest = latest_year(written()).unwrap_or(2030);
    for (row, cell) in rows.iter_mut().zip(written()) {
        let Some(birth) = read_birth(cell, latest) else { continue };
        row.year = u16::try_from(birth.year()).unwrap_or(0);
        if let Birth::Exact { date } | Birth::Estimated { date } = birth {
            row.month = u8::try_from(date.month()).unwrap_or(0);
            row.day = u8::try_from(date.day()).unwrap_or(0);
        }
    }
}

fn phones(people: &[ListedPerson], rows: &mut [Row]) -> Values {
    let mut cells: Vec<String> = Vec::with_capacity(people.len() * 2);
    for person in people {
        let mut numbers = read_phones(person.phone.as_ref().map_or("", |phone| phone.reveal()))
            .into_iter()
            .map(String::from);
        cells.extend([numbers.next().unwrap_or_default(), numbers.next().unwrap_or_default()]);
    }
    let (values, numbers) = number_owned(&cells);
    for (row, two) in rows.iter_mut().zip(numbers.as_chunks::<2>().0) {
        [row.phone, row.phone_second] = *two;
    }
    values
}

/// The twelve digits where they are plausible.
fn iin(written: &str) -> String {
    written.parse::<Iin>().map_or_else(|_| String::new(), String::from)
}

/// An address in small letters, where it has the form of one.
fn email(written: &str) -> String {
    let address = text::lowered(written.trim());
    let has_form =
        address.split_once('@').is_some_and(|(name, domain)| !name.is_empty() && domain.contains('.'));
    if has_form { address } else { String::new() }
}

/// Words that say what kind of place it is.
const KINDS_OF_PLACE: [&str; 26] = [
    "g", "gor", "gorod", "s", "selo", "p", "pos", "poselok", "posilka", "a", "aul", "auli", "k", "kala",
    "kalasi", "kenti", "kent", "audani", "raion", "ran", "r", "n", "oblisi", "oblast", "obl", "st",
];

/// A settlement for matching: its words without those that say what kind of place it is.
pub(crate) fn settlement_form(written: &str) -> String {
    let words: Vec<String> = written
        .split(|c: char| !c.is_alphanumeric() && !"'’\u{301}".contains(c))
        .map(fold_word)
        .filter(|word| !word.is_empty())
        .collect();
    let kept: Vec<&String> = words.iter().filter(|word| !KINDS_OF_PLACE.contains(&word.as_str())).collect();
    let kept = if kept.is_empty() { words.iter().collect() } else { kept };
    kept.into_iter().map(String::as_str).collect()
}

/// An organisation for matching: a number where it has one (school 5 in whatever words), else its words.
pub(super) fn organisation_form(written: &str) -> String {
    let digits: String = written
        .chars()
        .skip_while(|c| !c.is_ascii_digit())
        .take_while(char::is_ascii_digit)
        .take(6)
        .collect();
    if !digits.is_empty() {
        return digits;
    }
    written.split(|c: char| !c.is_alphanumeric() && !"'’\u{301}".contains(c)).map(fold_word).collect()
}

//! One spelling for what is one place, however people wrote it.

use std::collections::BTreeSet;

use super::model::PersonFacts;
use crate::people::duplicates::settlement_form;
use crate::people::identity::read_phones;
use crate::people::import::is_nobody;
use crate::people::names::fold_word;
use crate::value::text;

/// Words for an ordinary school: with a number beside them they tell no school from another.
const SCHOOLS: &str = "сш осш оош школа мектеп мектебі мектебінің средняя общеобразовательная орта жалпы білім беретін жобм жббм";

/// Writes settlements and organisations that are one («Актау», «г. Актау», «Ақтау қ.», «Aqtau»; «СШ №7», «№7 мектеп») as most people wrote them, so that
/// they are one row of a table. A school with a number is that of its settlement. Of spellings that are equally frequent the first in the order of the
/// alphabet stands. What else is known of people stays as it is.
///
/// What says that there is nothing («нет», a line) and what would tell of somebody (a telephone, a number, a house) is no value.
pub fn one_spelling(people: &mut [PersonFacts]) {
    for facts in people.iter_mut() {
        let PersonFacts { sex, settlement, organisation, category, .. } = facts;
        for value in [sex, organisation, category] {
            value.take_if(|value| is_nobody(value) || names_somebody(value));
        }
        settlement.take_if(|value| is_nobody(value) || names_somebody(value) || names_house(value));
    }
    let schools = school_words();
    let of_school = |organisation: &str, settlement: &str| {
        format!("{}/{}", settlement_form(settlement), school_form(organisation, &schools))
    };
    respell(people, |facts| &mut facts.settlement, &|settlement, _| settlement_form(settlement));
    respell(people, |facts| &mut facts.organisation, &of_school);
}

/// Adds its settlement to a school that bears the number of a school elsewhere, so that two schools are not one row. Of rows of a list alone can be said
/// that a school is where its pupils are.
pub fn schools_apart(people: &mut [PersonFacts]) {
    let places = |people: &[PersonFacts], school: &str| -> BTreeSet<String> {
        let of_school = people.iter().filter(|facts| facts.organisation.as_deref() == Some(school));
        of_school.filter_map(|facts| facts.settlement.as_deref().map(settlement_form)).collect()
    };
    let schools: BTreeSet<String> = people.iter().filter_map(|facts| facts.organisation.clone()).collect();
    let numbered = schools.into_iter().filter(|school| school.contains(|c: char| c.is_ascii_digit()));
    for school in numbered.filter(|school| places(people, school).len() > 1).collect::<Vec<_>>() {
        for facts in people.iter_mut().filter(|facts| facts.organisation.as_deref() == Some(&school)) {
            facts.organisation = Some(
                facts
                    .settlement
                    .as_ref()
                    .map_or_else(|| school.clone(), |place| format!("{school} ({place})")),
            );
        }
    }
}

/// Whether a value would tell of somebody: it holds a telephone, an address of e-mail or a number as of an identity document.
pub(crate) fn names_somebody(value: &str) -> bool {
    let is_iin = |digits: &str| {
        // The fifth digit of an identification number is the first of a day; that of an organisation's number is not.
        digits.len() == 12 && digits.chars().nth(4).is_some_and(|digit| digit < '4')
    };
    value.contains('@')
        || !read_phones(value).is_empty()
        || value.split(|c: char| !c.is_ascii_digit()).any(is_iin)
}

/// Words beside the number of a house, folded.
const HOUSES: &str =
    "ул улица көш көшесі пр проспект даңғылы пер переулок дом д үй кв квартира пәтер street house";

/// Whether a settlement is written down to the house: with a number beside the word for a street or a house, or with two numbers («12 мкр, 5»).
pub(crate) fn names_house(value: &str) -> bool {
    let words: Vec<&str> =
        value.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let numbers = words.iter().filter(|word| word.starts_with(|c: char| c.is_ascii_digit())).count();
    let of_house = |word: &&str| {
        let folded = text::fold_letters(word);
        HOUSES.split(' ').any(|known| known == folded)
    };
    numbers > 1 || (numbers == 1 && words.iter().any(of_house))
}

fn respell(
    people: &mut [PersonFacts],
    field: fn(&mut PersonFacts) -> &mut Option<String>,
    form: &dyn Fn(&str, &str) -> String,
) {
    let mut written: Vec<(String, String, usize)> = Vec::new();
    for (place, facts) in people.iter_mut().enumerate() {
        let settlement = facts.settlement.clone().unwrap_or_default();
        let own = field(facts).as_deref().map(str::trim).filter(|own| !own.is_empty());
        written.extend(own.map(|own| (form(own, &settlement), own.to_owned(), place)));
    }
    written.sort_unstable();
    for of_one in written.chunk_by(|one, next| one.0 == next.0) {
        let mut most: &[(String, String, usize)] = &[];
        for spelling in of_one.chunk_by(|one, next| one.1 == next.1) {
            if spelling.len() > most.len() {
                most = spelling;
            }
        }
        let Some((_, spelling, _)) = most.first().filter(|_| most.len() < of_one.len()) else { continue };
        for (_, _, place) in of_one {
            people.get_mut(*place).into_iter().for_each(|facts| *field(facts) = Some(spelling.clone()));
        }
    }
}

fn school_words() -> Vec<String> {
    SCHOOLS.split(' ').map(fold_word).collect()
}

/// What is one for all spellings of an organisation's name.
pub(crate) fn organisation_key(name: &str) -> String {
    school_form(name, &school_words())
}

/// The words and numbers of an organisation in their matching form.
fn school_form(written: &str, schools: &[String]) -> String {
    let words: Vec<String> =
        written
            .split(|c: char| !c.is_alphanumeric() && !"'’\u{301}".contains(c))
            .map(|word| {
                if word.contains(|c: char| c.is_ascii_digit()) {
                    text::lowered(word)
                } else {
                    fold_word(word)
                }
            })
            .filter(|word| !word.is_empty())
            .collect();
    let numbered = words.iter().any(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    words
        .iter()
        .filter(|word| !(numbered && schools.contains(word)))
        .map(String::as_str)
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(number: usize, settlement: &str, organisation: &str) -> PersonFacts {
        PersonFacts {
            person: format!("p{number}").parse().unwrap(),
            sex: None,
            birth: None,
            settlement: Some(settlement.into()),
            organisation: Some(organisation.into()),
            category: None,
        }
    }

    #[test]
    fn spellings_of_one_place_are_one_and_the_most_frequent_is_shown() {
        let written = [
            ("г. Актау", "СШ №7"),
            ("Актау", "сш 7"),
            ("Ақтау қ.", "№7 мектеп"),
            ("АКТАУ", "Средняя школа №7"),
            ("Aqtau", "№7 мектеп"),
            ("Актау", "Гимназия №7"),
            ("Шетпе", "СШ №7"),
        ];
        let mut people: Vec<PersonFacts> =
            (0..).zip(written).map(|(number, (place, school))| facts(number, place, school)).collect();
        one_spelling(&mut people);
        let of = |field: fn(&PersonFacts) -> &Option<String>| -> Vec<&str> {
            people.iter().map(|facts| field(facts).as_deref().unwrap()).collect()
        };
        assert_eq!(
            of(|facts| &facts.settlement),
            ["Актау", "Актау", "Актау", "Актау", "Актау", "Актау", "Шетпе"]
        );
        let school = "№7 мектеп";
        assert_eq!(
            of(|facts| &facts.organisation),
            [school, school, school, school, school, "Гимназия №7", "СШ №7"]
        );
    }

    #[test]
    fn what_says_nothing_and_what_would_tell_of_somebody_is_no_value() {
        let shown = |place: &str, school: &str| {
            let mut people = [facts(0, place, school)];
            one_spelling(&mut people);
            (people[0].settlement.is_some(), people[0].organisation.is_some())
        };
        for (place, school) in [
            ("нет", "-"),
            ("с. Шетпе, ул. Абая 5", "кл. рук. 87000000001"),
            ("12 мкр, 5", "a@example.org"),
            ("Ақтау, 12-5-10", "000101300009"),
        ] {
            assert_eq!(shown(place, school), (false, false), "{place} {school}");
        }
        for (place, school) in [
            ("Ақтау, 12 мкр", "СШ №7"),
            ("ул. Абая", "ТОО 990140000007"),
            ("с. 40 лет Победы", "Школа 2, 5 класс"),
        ] {
            assert_eq!(shown(place, school), (true, true), "{place} {school}");
        }
    }

    #[test]
    fn schools_of_one_number_in_two_settlements_are_two() {
        let mut people = [
            facts(0, "Актау", "СШ №7"),
            facts(1, "Шетпе", "СШ №7"),
            facts(2, "Шетпе", "Жасыл"),
            facts(3, "Актау", "Жасыл"),
        ];
        people[2].person = "p9".parse().unwrap();
        schools_apart(&mut people);
        let schools: Vec<&str> = people.iter().map(|facts| facts.organisation.as_deref().unwrap()).collect();
        assert_eq!(schools, ["СШ №7 (Актау)", "СШ №7 (Шетпе)", "Жасыл", "Жасыл"]);
    }
}

//! One spelling for what is one place, however people wrote it.

use super::model::PersonFacts;
use crate::people::duplicates::settlement_form;
use crate::people::names::fold_word;
use crate::value::text;

/// Words for an ordinary school: with a number beside them they tell no school from another.
const SCHOOLS: &str = "сш осш оош школа мектеп мектебі мектебінің средняя общеобразовательная орта жалпы білім беретін жобм жббм";

/// Writes settlements and organisations that are one («Актау», «г. Актау», «Ақтау қ.», «Aqtau»; «СШ №7», «№7 мектеп») as most people wrote them, so that
/// they are one row of a table. A school with a number is that of its settlement. Of spellings that are equally frequent the first in the order of the
/// alphabet stands. What else is known of people stays as it is.
pub fn one_spelling(people: &mut [PersonFacts]) {
    let schools: Vec<String> = SCHOOLS.split(' ').map(fold_word).collect();
    let of_school = |organisation: &str, settlement: &str| {
        format!("{}/{}", settlement_form(settlement), school_form(organisation, &schools))
    };
    respell(people, |facts| &mut facts.settlement, &|settlement, _| settlement_form(settlement));
    respell(people, |facts| &mut facts.organisation, &of_school);
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
}

//! One spelling for what is one place, however people wrote it.

use std::collections::BTreeMap;

use super::model::PersonFacts;
use crate::people::duplicates::settlement_form;
use crate::people::names::fold_word;

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
    let mut forms: BTreeMap<String, BTreeMap<String, u32>> = BTreeMap::new();
    let mut keys: Vec<Option<String>> = Vec::with_capacity(people.len());
    for facts in people.iter_mut() {
        let settlement = facts.settlement.clone().unwrap_or_default();
        let written = field(facts).as_deref().map(str::trim).filter(|written| !written.is_empty());
        let key = written.map(|written| form(written, &settlement));
        if let (Some(key), Some(written)) = (&key, written) {
            let count = forms.entry(key.clone()).or_default().entry(written.into()).or_default();
            *count = count.saturating_add(1);
        }
        keys.push(key);
    }
    for (facts, key) in people.iter_mut().zip(keys) {
        let spellings = key.and_then(|key| forms.get(&key)).filter(|spellings| spellings.len() > 1);
        let most = spellings.and_then(|spellings| {
            spellings.iter().max_by(|one, other| one.1.cmp(other.1).then_with(|| other.0.cmp(one.0)))
        });
        if let Some((spelling, _)) = most {
            *field(facts) = Some(spelling.clone());
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
                    word.to_lowercase()
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

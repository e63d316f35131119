//! The people of a registry as rows of a list, to hold lists against.

use std::collections::BTreeMap;

use super::model::Registry;
use crate::people::duplicates::ListedPerson;
use crate::people::identity::Birth;
use crate::value::{Id, PersonName, PersonalText, Phone};

/// The people of a registry as rows, under their ids, with what tells people apart: [`pair_lists`](crate::people::duplicates::pair_lists) says by them
/// who of a list is who of the registry. An organisation stands by its name. Rows hold names, telephones and numbers as the registry does.
#[must_use]
pub fn registry_rows(registry: &Registry) -> Vec<ListedPerson> {
    let organisations: BTreeMap<&Id, &String> =
        registry.organisations.iter().map(|organisation| (&organisation.id, &organisation.name)).collect();
    let rows = registry.persons.iter().map(|person| ListedPerson {
        id: person.id.clone(),
        list: None,
        name: person.name.clone().unwrap_or_else(|| PersonName::new("")),
        phone: person.phone.as_ref().map(|phone| Phone::new(phone.reveal())),
        birth: person.birth.map(|birth| PersonalText::new(written(birth))),
        iin: person.iin.as_ref().map(|iin| PersonalText::new(iin.reveal())),
        email: person.email.as_ref().map(|email| PersonalText::new(email.reveal())),
        settlement: person.settlement.clone(),
        organisation: person
            .organisation
            .as_ref()
            .and_then(|id| organisations.get(id))
            .map(|name| (*name).clone()),
    });
    rows.collect()
}

/// A birth as lists write it.
fn written(birth: Birth) -> String {
    match birth {
        Birth::Exact { date } => date.to_string(),
        Birth::Estimated { date } => format!("~{date}"),
        Birth::YearOnly { year } => year.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::duplicates::{DuplicateOptions, pair_lists};
    use crate::people::registry::read_registry;

    #[test]
    fn a_list_is_held_against_a_registry_one_to_one() {
        let registry = read_registry(
            r#"{"format":"qoldau-registry/1.0","persons":[
                {"id":"p-1","name":"Ахметова Айгерім Серікқызы","phone":"+77000000001","birth":{"kind":"exact","date":"2008-06-14"},"organisation":"s"},
                {"id":"p-2","name":"Оспанов Ерлан","birth":{"kind":"yearOnly","year":2007}},
                {"id":"p-3"}],
                "organisations":[{"id":"s","kind":"school","name":"СШ №7"}]}"#
                .as_bytes(),
        )
        .unwrap();
        let rows = registry_rows(&registry);
        let births: Vec<Option<&str>> =
            rows.iter().map(|row| row.birth.as_ref().map(PersonalText::reveal)).collect();
        assert_eq!(births, [Some("2008-06-14"), Some("2007"), None]);
        assert_eq!(rows[0].organisation.as_deref(), Some("СШ №7"));
        let list = [ListedPerson {
            id: "1".parse().unwrap(),
            name: PersonName::new("Aigerim Akhmetova"),
            phone: Some(Phone::new("8 700 000 00 01")),
            ..rows[2].clone()
        }];
        let paired = pair_lists(&list, &rows, &DuplicateOptions::default()).unwrap();
        let pairs: Vec<(&str, &str)> =
            paired.pairs.iter().map(|pair| (pair.one.as_str(), pair.other.as_str())).collect();
        assert_eq!(pairs, [("1", "p-1")]);
        assert_eq!(paired.only_second.iter().map(Id::as_str).collect::<Vec<_>>(), ["p-2", "p-3"]);
    }
}

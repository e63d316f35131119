//! Lists of people from tables: columns guessed and adjustable, findings row by row, nothing dropped.

mod columns;
#[cfg(feature = "people")]
mod headings;
mod layout;
mod no_person;
mod read;
mod several;
#[cfg(feature = "xlsx")]
mod sheets;
mod stated;
#[cfg(feature = "people")]
mod text;

pub use columns::{ColumnChoice, PersonColumn, guess_columns};
pub(crate) use no_person::is_nobody;
pub use read::{PeopleTable, read_people};
#[cfg(feature = "xlsx")]
pub use sheets::{SheetColumns, SheetGuess, SheetHeading, WorkbookPeople, guess_sheets, read_sheets};
pub use stated::{FEMALE, MALE};
#[cfg(feature = "people")]
pub(crate) use text::TextList;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::identity::Birth;
    use crate::value::{PersonalText, Phone};

    fn kinds(header: &[&str], rows: &[Vec<&str>]) -> Vec<(u32, PersonColumn)> {
        guess_columns(header, rows).into_iter().map(|choice| (choice.column, choice.holds)).collect()
    }

    #[test]
    fn columns_are_told_by_their_headings_in_three_languages() {
        use PersonColumn as C;
        assert_eq!(
            kinds(&["№", "Аты-жөні", "Телефоны", "Туған жылы", "ЖСН", "Мектебі", "Елді мекен"], &[]),
            [
                (2, C::Name),
                (3, C::Phone),
                (4, C::Birth),
                (5, C::Iin),
                (6, C::Organisation),
                (7, C::Settlement)
            ]
        );
        assert_eq!(
            kinds(&["Фамилия", "Имя", "Отчество", "Дата рождения", "Город", "E-mail"], &[]),
            [
                (1, C::Surname),
                (2, C::GivenName),
                (3, C::Patronymic),
                (4, C::Birth),
                (5, C::Settlement),
                (6, C::Email)
            ]
        );
        assert_eq!(kinds(&["Ф.И.О.", "Контактный номер"], &[]), [(1, C::Name), (2, C::Phone)]);
        assert_eq!(
            kinds(
                &["row_id", "list_id", "full_name", "phone", "birth", "iin", "settlement", "school_or_org"],
                &[]
            ),
            [
                (1, C::RowId),
                (2, C::List),
                (3, C::Name),
                (4, C::Phone),
                (5, C::Birth),
                (6, C::Iin),
                (7, C::Settlement),
                (8, C::Organisation)
            ]
        );
    }

    #[test]
    fn columns_without_headings_are_told_by_what_stands_in_them() {
        let rows = vec![
            vec!["1", "Ахметова Айгерім", "8 700 000 00 01", "14.06.2008"],
            vec!["2", "Оспанов Серік", "87000000002", "2009"],
            vec!["3", "Ким Дана", "", "01.02.2007"],
        ];
        assert_eq!(
            kinds(&["", "", "", ""], &rows),
            [(2, PersonColumn::Name), (3, PersonColumn::Phone), (4, PersonColumn::Birth)]
        );
    }

    #[test]
    fn a_second_column_of_telephones_is_told_and_other_peoples_are_not() {
        use PersonColumn as C;
        let phones = |header: &[&str], rows: &[Vec<&str>]| -> Vec<u32> {
            let columns = kinds(header, rows).into_iter();
            columns.filter(|(_, holds)| *holds == C::Phone).map(|(column, _)| column).collect()
        };
        for second in [
            "Қосымша телефон / Доп. телефон",
            "Телефон",
            "Телефон 2",
            "Phone 2",
            "Екінші телефоны",
            "WhatsApp",
            "Ұялы",
            "моб.",
        ] {
            assert_eq!(phones(&["Аты-жөні", "Телефон", second], &[]), [2, 3], "{second}");
        }
        for other in [
            "Ата-анасының телефоны",
            "Телефон родителя",
            "Телефон мамы",
            "Контактное лицо",
            "Parent phone",
            "Сынып жетекшісінің телефоны",
        ] {
            assert_eq!(phones(&["Аты-жөні", "Телефон", other], &[]), [2], "{other}");
        }
        // What stands in the column has to be telephones, as far as anything does; a third is left to whoever knows better.
        let rows = vec![vec!["Ким Дана", "87000000001", "Samsung"], vec!["Ким Ерлан", "87000000002", ""]];
        assert_eq!(phones(&["Аты-жөні", "Телефон", "Модель телефона"], &rows), [2]);
        assert_eq!(phones(&["Телефон", "Телефон 2", "Телефон 3"], &[]), [1, 2]);
    }

    #[test]
    fn telephones_of_two_columns_are_those_of_the_person() {
        let rows = vec![
            vec!["Ким Дана", "8 700 000 00 01", "87000000002"],
            vec!["Ким Ерлан", "", "87000000003.0"],
            vec!["Ким Азат", "87000000004.0", "87000000005.0"],
            vec!["Ким Гүл", "87000000006", "87000000006"],
            vec!["Ким Ая", "87000000007", "123"],
            vec!["Ким Әли"],
        ];
        let columns = guess_columns(&["ФИО", "Телефон", "Доп. телефон"], &rows);
        let table = read_people(&rows, &columns);
        let phones: Vec<Option<&str>> =
            table.people.iter().map(|person| person.phone.as_ref().map(Phone::reveal)).collect();
        assert_eq!(
            phones,
            [
                Some("8 700 000 00 01, 87000000002"),
                Some("87000000003.0"),
                Some("87000000004, 87000000005"),
                Some("87000000006"),
                Some("87000000007, 123"),
                None,
            ]
        );
        let numbers = |row: usize| crate::people::identity::read_phones(phones[row].unwrap()).len();
        assert_eq!([0, 1, 2, 3, 4].map(numbers), [2, 1, 2, 1, 1]);
        let found: Vec<_> =
            table.findings.iter().map(|finding| (finding.code.as_str(), &finding.place)).collect();
        assert_eq!(found, [("PPL005", &crate::finding::Place::Row { row: 5, column: 3 })]);
    }

    #[test]
    fn one_person_is_found_by_the_telephone_of_the_other_column() {
        use crate::people::duplicates::{Agreement, DuplicateOptions, MatchField, find_duplicates};
        let rows = vec![
            vec!["Ахметова Айгерім Серікқызы", "87000000001", "87000000002"],
            vec!["Ахметова А.", "87000000002", ""],
            vec!["Оспанов Серік", "87000000009", ""],
        ];
        // What of the telephones of the first two rows agrees.
        let agreed = |columns: &[ColumnChoice]| -> Vec<Agreement> {
            let options = DuplicateOptions { evidence: true, ..DuplicateOptions::default() };
            let found = find_duplicates(&read_people(&rows, columns).people, &options).unwrap();
            let pair = found.pairs.iter().find(|pair| (pair.one.as_str(), pair.other.as_str()) == ("1", "2"));
            let evidence = pair.into_iter().flat_map(|pair| &pair.evidence);
            evidence.filter(|one| one.field == MatchField::Phone).map(|one| one.agreement).collect()
        };
        let columns = guess_columns(&["ФИО", "Телефон", "Қосымша телефон"], &rows);
        assert_eq!(agreed(&columns), [Agreement::Same]);
        let first: Vec<ColumnChoice> = columns.into_iter().filter(|choice| choice.column < 3).collect();
        assert_ne!(agreed(&first), [Agreement::Same]);
    }

    #[test]
    fn every_row_is_kept_and_what_is_wrong_with_it_is_said_without_quoting_it() {
        let rows = vec![
            vec!["1", "Ахметова Айгерім", "8 700 000 00 01", "14.06.2008", "000101300009"],
            vec!["1", "", "12345", "31.02.2008", "000101300008"],
            vec!["2"],
        ];
        let columns = guess_columns(&["id", "ФИО", "Телефон", "Дата рождения", "ИИН"], &rows);
        let table = read_people(&rows, &columns);
        assert_eq!(table.people.len(), 3);
        assert_eq!(table.people.iter().map(|person| person.id.as_str()).collect::<Vec<_>>(), ["1", "2", "3"]);
        let found: Vec<(&str, &crate::finding::Place)> =
            table.findings.iter().map(|finding| (finding.code.as_str(), &finding.place)).collect();
        let at = |row, column| crate::finding::Place::Row { row, column };
        assert_eq!(
            found,
            [
                ("PPL008", &crate::finding::Place::Whole {}),
                ("PPL004", &at(2, 2)),
                ("PPL005", &at(2, 3)),
                ("PPL006", &at(2, 4)),
                ("PPL007", &at(2, 5)),
                ("PPL004", &at(3, 2)),
            ]
        );
        let said = format!("{table:?}");
        for secret in ["Ахметова", "700", "12345", "2008", "000101"] {
            assert!(!said.contains(secret), "{secret}");
        }
    }

    #[test]
    fn an_iin_that_a_spreadsheet_saved_as_a_number_is_whole_again() {
        let rows = vec![
            vec!["Ким Дана", "101300009"],
            vec!["Ким Ерлан", "101301805.0"],
            vec!["Ким Азат", "000101300009"],
            vec!["Ким Гүл", "101300008"],
            vec!["Ким Ая", "1.013E+08"],
        ];
        let columns = guess_columns(&["ФИО", "ИИН"], &rows);
        let table = read_people(&rows, &columns);
        let iins: Vec<Option<&str>> =
            table.people.iter().map(|person| person.iin.as_ref().map(PersonalText::reveal)).collect();
        assert_eq!(
            iins,
            [
                Some("000101300009"),
                Some("000101301805"),
                Some("000101300009"),
                Some("101300008"),
                Some("1.013E+08")
            ]
        );
        let at = |row| crate::finding::Place::Row { row, column: 2 };
        let found: Vec<_> =
            table.findings.iter().map(|finding| (finding.code.as_str(), finding.place.clone())).collect();
        assert_eq!(found, [("PPL025", at(1)), ("PPL025", at(2)), ("PPL007", at(4)), ("PPL007", at(5))]);
    }

    #[test]
    fn what_rows_state_is_told_beside_them() {
        let rows = vec![
            vec!["Ким Дана", "қ", "оқушы", "14.06.08"],
            vec!["Ким Ерлан", "жігіт", "", "~01.02.95"],
            vec!["Ким Азат", "", "мұғалім", "14062001"],
        ];
        let columns = guess_columns(&["Аты-жөні", "Жынысы", "Санаты", "Туған күні"], &rows);
        let facts = read_people(&rows, &columns).facts;
        let stated: Vec<_> = facts
            .iter()
            .map(|one| (one.sex.as_deref(), one.category.as_deref(), one.birth.is_some()))
            .collect();
        // Nobody as young is written in full, so that 08 may be of two centuries; 2095 is still to come, and eight digits say their year.
        assert_eq!(
            stated,
            [(Some(FEMALE), Some("оқушы"), false), (Some(MALE), None, true), (None, Some("мұғалім"), true)]
        );
        let mut full = rows;
        full.push(vec!["Ким Гүл", "", "", "2010"]);
        full.push(vec!["Ким Алма", "", "", "2011"]);
        let read = read_people(&full, &columns);
        let kinds: Vec<Option<Birth>> = read.facts.iter().map(|one| one.birth).collect();
        let day = |text: &str| text.parse().unwrap();
        assert_eq!(
            kinds,
            [
                Some(Birth::Exact { date: day("2008-06-14") }),
                Some(Birth::Estimated { date: day("1995-02-01") }),
                Some(Birth::Exact { date: day("2001-06-14") }),
                Some(Birth::YearOnly { year: 2010 }),
                Some(Birth::YearOnly { year: 2011 }),
            ]
        );
        assert_eq!(read.findings, []);
    }

    #[test]
    fn cells_that_would_tell_of_somebody_are_told_and_are_no_values() {
        let rows = vec![
            vec!["Ким Дана", "с. Шетпе, ул. Абая 5", "СШ №7 (дир. 87000000001)", "опекун a@example.org"],
            vec!["Ким Ерлан", "Шетпе", "СШ №7", "волонтёр"],
        ];
        let columns = guess_columns(&["ФИО", "Населённый пункт", "Школа", "Категория"], &rows);
        let table = read_people(&rows, &columns);
        let [one, other] = [0, 1].map(|row| {
            let facts = &table.facts[row];
            [&facts.settlement, &facts.organisation, &facts.category].map(Option::as_deref)
        });
        assert_eq!(one, [None; 3]);
        assert_eq!(other, [Some("Шетпе"), Some("СШ №7"), Some("волонтёр")]);
        let codes: Vec<&str> = table.findings.iter().map(|finding| finding.code.as_str()).collect();
        assert_eq!(codes, ["PPL050"; 3]);
        // A surname that slipped into the next column is neither sex nor category.
        let slipped = [vec!["Ким Дана", "Ким"], vec!["Ким Ерлан", "м"], vec!["Ли Ая", "не указан"]];
        let columns = guess_columns(&["ФИО", "Пол"], &slipped);
        let table = read_people(&slipped, &columns);
        let sexes: Vec<Option<&str>> = table.facts.iter().map(|facts| facts.sex.as_deref()).collect();
        assert_eq!(sexes, [None, Some(MALE), Some("не указан")]);
        let codes: Vec<&str> = table.findings.iter().map(|finding| finding.code.as_str()).collect();
        assert_eq!(codes, ["PPL050"]);
        // Nor is a whole name the organisation of whoever bears it.
        let own = [vec!["Ким Дана", "Ким Дана"], vec!["Ли Ая", "ИП Ли Ая"]];
        let table = read_people(&own, &guess_columns(&["ФИО", "Организация"], &own));
        let organisations: Vec<Option<&str>> =
            table.facts.iter().map(|facts| facts.organisation.as_deref()).collect();
        assert_eq!(organisations, [None, Some("ИП Ли Ая")]);
    }

    #[test]
    fn findings_of_one_rule_are_counted_beyond_a_thousand() {
        let rows: Vec<Vec<&str>> = (0..1500).map(|_| vec!["?"]).collect();
        let table = read_people(&rows, &[ColumnChoice { column: 1, holds: PersonColumn::Name }]);
        assert_eq!((table.people.len(), table.findings.len()), (1500, 1001));
    }
}

//! Lists as text, with what office programs and people put around the rows: who is a person on them, and what is told of the others.

use qoldau_core::finding::Place;
use qoldau_core::language::Language;
use qoldau_core::people::identity::Birth;
use qoldau_core::people::import::{ColumnChoice, PeopleTable, PersonColumn};
use qoldau_core::rule;
use qoldau_core::value::PersonName;
use qoldau_core::whole::people::{guess_columns, import_people, read_birth};

const PEOPLE: [&str; 3] = [
    "Ахметова Айгерім;87000000001;12.03.2007",
    "Оспанов Серік;87000000002;05.06.2008",
    "Ким Дана;87000000003;01.02.2007",
];

fn import(lines: &[&str]) -> PeopleTable {
    import_people(lines.join("\n").as_bytes(), None).unwrap()
}

fn names(table: &PeopleTable) -> Vec<String> {
    table.people.iter().map(|person| PersonName::reveal(&person.name).to_owned()).collect()
}

fn ids(table: &PeopleTable) -> Vec<&str> {
    table.people.iter().map(|person| person.id.as_str()).collect()
}

/// Codes with the rows they are told at; 0 for the whole.
fn told(table: &PeopleTable) -> Vec<(&str, u32)> {
    let row = |place: &Place| if let Place::Row { row, .. } = place { *row } else { 0 };
    table.findings.iter().map(|finding| (finding.code.as_str(), row(&finding.place))).collect()
}

fn kinds(headings: &str) -> Vec<(u32, PersonColumn)> {
    let columns = guess_columns(headings.as_bytes()).unwrap().columns;
    columns.into_iter().map(|ColumnChoice { column, holds }| (column, holds)).collect()
}

fn births(lines: &[&str]) -> (Vec<Option<i32>>, Vec<u32>) {
    let lines: Vec<String> = lines.iter().map(|birth| format!("Ким Дана;{birth}")).collect();
    let table = import_people(format!("ФИО;Дата рождения\n{}", lines.join("\n")).as_bytes(), None).unwrap();
    let unsure = told(&table).into_iter().filter(|(code, _)| *code == "PPL035").map(|(_, row)| row).collect();
    (table.facts.iter().map(|facts| facts.birth.map(Birth::year)).collect(), unsure)
}

#[test]
fn rows_with_nothing_in_them_are_no_people_and_are_told() {
    let table = import(&["ФИО;Телефон;Дата", PEOPLE[0], ";;", PEOPLE[1], PEOPLE[2], ";;", " ; ;"]);
    assert_eq!(names(&table), ["Ахметова Айгерім", "Оспанов Серік", "Ким Дана"]);
    assert_eq!(ids(&table), ["1", "3", "4"]);
    assert_eq!(told(&table), [("PPL023", 2), ("PPL023", 5), ("PPL023", 6)]);
}

#[test]
fn rows_that_a_stray_quotation_mark_puts_into_one_cell_are_told() {
    let swallowed = import(&[
        "ФИО;Телефон;Дата",
        PEOPLE[0],
        "\"Оспанов Серік;87000000002;05.06.2008",
        "Ким Дана\";;",
        PEOPLE[2],
    ]);
    assert_eq!(told(&swallowed), [("PPL020", 2)]);
    // Two telephones below each other in one cell are no rows.
    let cell = import(&["ФИО;Телефон;Дата", "Ким Дана;\"87000000001;\n87000000002\";12.03.2007", PEOPLE[1]]);
    assert_eq!(told(&cell), []);
}

#[test]
fn totals_sections_signatures_and_second_headings_are_no_people() {
    let table = import(&[
        "№;ФИО;Контакты;;Школа",
        ";;Телефон;Email;",
        ";9 «А» сынып;;;",
        "1;Ким Дана;87000000003;;Школа 5",
        ";Группа № 2;;;",
        "2;Оспанов Серік;;;",
        "3;Топаева Сынып, 9 класс;;;",
        "-;-;-;-;-",
        ";Итого: 3;;;",
        "Барлығы;3;;;",
        ";Директор школы ____________ Сериков А.Б.;;;",
        ";М.П.;;;",
        "4;Всеволодова Итога;;;",
    ]);
    assert_eq!(names(&table), ["Ким Дана", "Оспанов Серік", "Топаева Сынып, 9 класс", "Всеволодова Итога"]);
    let rows = [1, 2, 4, 7, 8, 9, 10, 11].map(|row| ("PPL023", row));
    assert_eq!(told(&table), rows);
    // Whoever has a telephone, a number or a day is a person, whatever the name.
    let table =
        import(&["ФИО;Телефон;Дата рождения", "Итого;87000000001;", "Группа 2;;12.03.2007", PEOPLE[0]]);
    assert_eq!(table.people.len(), 3);
}

#[test]
fn days_of_events_are_no_births_and_names_of_events_no_names() {
    use PersonColumn as C;
    let of = |heading: &str| {
        let list = format!(
            "ФИО;{heading}\nКим Дана;15.06.2024\nОспанов Серік;16.06.2024\nАхметова Айгерім;16.06.2024\n"
        );
        kinds(&list).into_iter().any(|(_, kind)| kind == C::Birth)
    };
    for day in
        ["Дата регистрации", "Дата", "Отметка времени", "Timestamp", "Тіркелген күні", "Дата проведения"]
    {
        assert!(!of(day), "{day}");
    }
    for birth in ["Дата рождения", "", "Д.р.", "Туған күні"] {
        assert!(of(birth), "{birth}");
    }
    assert_eq!(kinds("ФИО;Имя мероприятия;Дата рождения\n"), [(1, C::Name), (2, C::List), (3, C::Birth)]);
    assert_eq!(kinds("ФИО;Имя в Zoom\n"), [(1, C::Name)]);
    assert_eq!(kinds("Фамилия;Имя\n"), [(1, C::Surname), (2, C::GivenName)]);
}

#[test]
fn one_heading_alone_does_not_hide_what_parts_the_cells() {
    for parted in [";", ",", "\t"] {
        let rows = PEOPLE.map(|row| row.replace(';', parted));
        let table = import(&[&format!("ФИО{parted}"), &rows[0], &rows[1], &rows[2]]);
        assert_eq!(names(&table), ["Ахметова Айгерім", "Оспанов Серік", "Ким Дана"], "{parted}");
    }
}

#[test]
fn the_telephone_of_a_parent_is_taken_where_there_is_no_other() {
    use PersonColumn as C;
    assert_eq!(kinds("ФИО;Контактный телефон родителя;Телефон ребёнка\n"), [(1, C::Name), (3, C::Phone)]);
    assert_eq!(kinds("ФИО;Контактный телефон родителя\n"), [(1, C::Name), (2, C::Phone)]);
    assert_eq!(kinds("Аты-жөні;Ата-анасының телефоны\n"), [(1, C::Name), (2, C::Phone)]);
}

#[test]
fn numbers_printed_in_advance_and_repeated_headings_are_no_people() {
    let headings = "№;ФИО;Телефон";
    let table =
        import(&[headings, "1;Ким Дана;87000000003", headings, "2;Оспанов Серік;87000000002", "3;;", "4;;"]);
    assert_eq!(ids(&table), ["1", "3"]);
    assert_eq!(told(&table), [("PPL023", 2), ("PPL023", 4), ("PPL023", 5)]);
}

#[test]
fn headings_stand_below_titles() {
    for titles in [
        &["Список участников;;", ";;"][..],
        &["Список участников"][..],
        &["Список участников, слёт, 14 июня", "", "Мероприятие;Слёт;"][..],
        &["Іс-шара: слёт;тел. 8 700 000 00 09;", ";;"][..],
    ] {
        let lines = [titles, &["ФИО;Телефон;Дата рождения"][..], &PEOPLE[..]].concat();
        let table = import(&lines);
        assert_eq!(names(&table), ["Ахметова Айгерім", "Оспанов Серік", "Ким Дана"], "{titles:?}");
        assert_eq!(ids(&table), ["1", "2", "3"]);
        let above = titles.iter().filter(|line| !line.is_empty()).count();
        let finding = &table.findings[0];
        assert_eq!((finding.code.as_str(), &finding.place), ("PPL023", &Place::Whole {}));
        let words = rule("PPL023").unwrap().say(finding, Language::English);
        assert!(words.ends_with(&format!(": {above}")), "{words}");
        assert_eq!(guess_columns(lines.join("\n").as_bytes()).unwrap().header[1], "Телефон");
    }
}

#[test]
fn one_known_heading_beside_others_is_enough_where_it_is_that_of_the_name() {
    let table = import(&["Список участников;", "ФИО;Роспись", "Ким Дана;+", "Оспанов Серік;+"]);
    assert_eq!(names(&table), ["Ким Дана", "Оспанов Серік"]);
}

#[test]
fn a_pupils_name_is_a_name_and_no_school() {
    use PersonColumn as C;
    assert_eq!(
        kinds("Оқушының аты-жөні;Оқу орны;Телефоны"),
        [(1, C::Name), (2, C::Organisation), (3, C::Phone)]
    );
}

#[test]
fn a_list_without_headings_keeps_its_first_person() {
    let table = import(&PEOPLE);
    assert_eq!(names(&table), ["Ахметова Айгерім", "Оспанов Серік", "Ким Дана"]);
    assert_eq!(ids(&table), ["1", "2", "3"]);
    assert_eq!(told(&table), [("PPL029", 0)]);
    assert_eq!(guess_columns(PEOPLE.join("\n").as_bytes()).unwrap().header, ["", "", ""]);
    // Words that begin as headings do are none where the cells below do so too.
    let rows = [
        "Атыбаев Асан;Школа 5;село Шетпе",
        "Оспанов Серік;Школа 7;село Шетпе",
        "Ким Дана;Школа 5;село Баутино",
    ];
    assert_eq!(import(&rows).people.len(), 3);
    // An empty line above, and a first row with less in it than the others.
    let table = import(&[";;", "Ким Алма;;", PEOPLE[0], PEOPLE[1]]);
    assert_eq!(ids(&table), ["2", "3", "4"]);
    assert_eq!(told(&table), [("PPL029", 0), ("PPL023", 1)]);
}

#[test]
fn headings_that_nobody_knows_are_no_person_and_are_told() {
    let table = import(&["Бала;Сан;Мезгіл", PEOPLE[0], PEOPLE[1], PEOPLE[2]]);
    assert_eq!(names(&table).len(), 3);
    assert_eq!(told(&table), [("PPL023", 0)]);
}

#[test]
fn two_digits_are_never_put_into_the_wrong_century() {
    // One year in full may be anybody's: the others are told and not guessed.
    assert_eq!(
        births(&["12.03.2007", "12.03.08", "05.06.08", "01.02.95"]),
        (vec![Some(2007), None, None, Some(1995)], vec![2, 3])
    );
    // With two people as young a reading of a hundred years is none.
    assert_eq!(
        births(&["12.03.2007", "12.03.2009", "12.03.2009", "12.03.08", "05.06.10"]),
        (vec![Some(2007), Some(2009), Some(2009), Some(2008), None], vec![5])
    );
    // A mistyped year moves nobody.
    for typo in ["12.03.2075", "12.03.2038"] {
        let (years, unsure) = births(&["12.03.2007", "12.03.2007", typo, "12.03.60", "12.03.05", "12.03.30"]);
        assert_eq!((&years[3..], unsure), (&[Some(1960), Some(2005), None][..], vec![6]), "{typo}");
    }
}

#[test]
fn day_and_month_without_a_year_are_no_year() {
    for written in ["14 июня", "14 маусым", "June 14"] {
        assert!(read_birth(written, 2024).is_none(), "{written}");
    }
    let table = import(&["ФИО;Дата рождения", "Ким Дана;14 июня", "Ким Алма;июнь 2008"]);
    assert_eq!(told(&table), [("PPL006", 1)]);
    assert_eq!(table.facts[1].birth.map(Birth::year), Some(2008));
}

#[test]
fn names_and_dates_of_parents_are_not_those_of_the_person() {
    use PersonColumn as C;
    assert_eq!(
        kinds("Фамилия;Имя;Фамилия матери;Имя матери;Телефон матери"),
        [(1, C::Surname), (2, C::GivenName), (5, C::Phone)]
    );
    assert_eq!(kinds("ФИО родителя;Дата рождения родителя;ФИО;Дата рождения"), [(3, C::Name), (4, C::Birth)]);
    assert_eq!(kinds("Аты-жөні (ата-анасы);Аты-жөні;ЖСН"), [(2, C::Name), (3, C::Iin)]);
    assert_eq!(kinds("Тегі;Аты;Әкесінің аты"), [(1, C::Surname), (2, C::GivenName), (3, C::Patronymic)]);
    assert_eq!(kinds("Әкесінің аты-жөні;Оқушының аты;Аты-жөні"), [(3, C::Name)]);
    let table = import(&[
        "Имя;Фамилия матери;ФИО законного представителя",
        "Иван;Петрова;Петрова Анна",
        "Дана;Ким;Ким Вера",
    ]);
    assert_eq!(names(&table), ["Иван", "Дана"]);
    // Where nobody else is named, the parents are the people.
    let table = import(&["Телефон;ФИО родителя", "87000000001;Петрова Анна", "87000000002;Ким Вера"]);
    assert_eq!(names(&table), ["Петрова Анна", "Ким Вера"]);
}

#[test]
fn many_columns_cost_what_stands_in_them() {
    let headings: Vec<String> = (0..5_000).map(|column| format!("c{column}")).collect();
    let rows = "Ким Дана\n".repeat(2_000);
    let list = format!("ФИО,{}\n{rows}", headings.join(","));
    let guess = guess_columns(list.as_bytes()).unwrap();
    assert_eq!((guess.header.len(), guess.columns.len()), (5_001, 1));
    assert_eq!(import_people(list.as_bytes(), None).unwrap().people.len(), 2_000);
}

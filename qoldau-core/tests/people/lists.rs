//! Lists as text, with what office programs and people put around the rows: who is a person on them, and what is told of the others.

use qoldau_core::finding::Place;
use qoldau_core::language::Language;
use qoldau_core::people::identity::Birth;
use qoldau_core::people::import::{ColumnChoice, PeopleTable, PersonColumn};
use qoldau_core::rule;
use qoldau_core::value::{PersonName, PersonalText, Phone};
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
    assert_eq!(told(&swallowed), [("PPL046", 2), ("PPL020", 2)]);
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

#[test]
fn lists_side_by_side_are_read_one_after_the_other() {
    let table = import(&[
        "№;ФИО;Телефон;№;ФИО;Телефон",
        "1;Ахметов Ерлан;87000000001;4;Сейтова Дана;87000000004",
        "2;Ким Вера;;5;Оспан Тимур;87000000005",
        "3;Ли Олег;87000000003;;;",
    ]);
    assert_eq!(names(&table), ["Ахметов Ерлан", "Ким Вера", "Ли Олег", "Сейтова Дана", "Оспан Тимур"]);
    assert_eq!(ids(&table), ["1", "2", "3", "1-2", "2-2"]);
    let phones: Vec<Option<&str>> =
        table.people.iter().map(|person| person.phone.as_ref().map(Phone::reveal)).collect();
    let own = ["87000000001", "", "87000000003", "87000000004", "87000000005"];
    assert_eq!(phones.iter().map(|phone| phone.unwrap_or("")).collect::<Vec<_>>(), own);
    assert_eq!(told(&table), [("PPL037", 0)]);
    // A place before the first name holds for all; a gap between the lists is none of either.
    let table = import(&[
        "Село;ФИО;Пол;;ФИО;Пол",
        "Шетпе;Ахметов Ерлан;м;;Сейтова Дана;ж",
        "Баутино;Ким Вера;ж;;Оспан Тимур;м",
    ]);
    let stated = |row: usize| (table.facts[row].settlement.as_deref(), table.facts[row].sex.as_deref());
    assert_eq!(stated(2), (Some("Шетпе"), Some("female")));
    assert_eq!(stated(3), (Some("Баутино"), Some("male")));
    // The parents beside their children are no second list.
    let table = import(&[
        "ФИО;Телефон;ФИО;Телефон",
        "Ахметов Ерлан;87000000001;Ахметова Сауле;87000000004",
        "Ким Вера;87000000002;Ким Ольга;87000000005",
    ]);
    assert_eq!(names(&table), ["Ахметов Ерлан", "Ким Вера"]);
}

#[test]
fn a_list_below_another_is_read_by_its_own_headings() {
    let table = import(&[
        "№;ФИО;Школа;Телефон",
        "1;Ахметов Ерлан;СШ 1;87000000001",
        ";;;",
        "Список участников 2-го дня;;;",
        "№;Ф.И.О. участника;Школа;Тел.",
        "1;Ли Антон;СШ 2;87000000002",
        "№;Телефон;Аты-жөні;Мектебі",
        "1;87000000003;Қуанышев Арман;№3 мектеп",
    ]);
    assert_eq!(names(&table), ["Ахметов Ерлан", "Ли Антон", "Қуанышев Арман"]);
    assert_eq!(ids(&table), ["1", "5", "7"]);
    assert_eq!(table.people[2].phone.as_ref().map(Phone::reveal), Some("87000000003"));
    assert_eq!(table.people[2].organisation.as_deref(), Some("№3 мектеп"));
    assert_eq!(told(&table), [("PPL023", 2), ("PPL023", 3), ("PPL023", 4), ("PPL023", 6), ("PPL038", 6)]);
    // The list above stays, though the one below has more headings.
    let table = import(&[
        "ФИО;Телефон;;",
        "Ахметов Ерлан;87000000001;;",
        "Телефон;ФИО;Школа;Пол",
        "87000000002;Ким Вера;СШ 1;ж",
    ]);
    assert_eq!(names(&table), ["Ахметов Ерлан", "Ким Вера"]);
}

/// What becomes of a row with nothing but this in the place of the name.
fn footer(line: &str) -> (usize, Vec<String>) {
    let line = format!(";{line};;");
    let lines =
        ["№;ФИО;Школа;Телефон", "1;Ахметов Ерлан;СШ 1;87000000001", &line, "2;Ли Антон;СШ 2;87000000002"];
    let table = import(&lines);
    (table.people.len(), table.findings.iter().map(|finding| finding.code.clone()).collect())
}

#[test]
fn footers_and_totals_are_no_people() {
    for line in [
        "Жалпы саны: 25",
        "Қатысушылар саны: 25",
        "Количество участников: 25",
        "Общее кол-во 25",
        "Из них девушек: 12",
        "в т.ч. девочки 12",
        "Соның ішінде қыздар: 12",
        "Девочки - 12",
        "Барлығы 25 адам",
        "Ответственный: Сейтова А.К.",
        "Жауапты: Сейтова А.К. (қолы)",
        "Тренер: Ахметов Б.С.",
        "Список составила: Сейтова А.К.",
        "Подпись ответственного",
        "Дата: 14.06.2024",
        "14.06.2024",
        "Примечание: двое ушли раньше",
        "День 1",
        "1-күн",
        "2 день (15 июня)",
        "Организаторы",
        "Волонтеры:",
        "Мұғалімдер",
        "Команда «Сұңқар»",
        "Сұңқар командасы",
        "СШ №5",
        "нет",
    ] {
        assert_eq!(footer(line), (2, vec!["PPL023".to_owned()]), "{line}");
    }
    // Who leads may have taken part: that is asked.
    for line in ["Директор школы Сейтова А.К.", "Жоба жетекшісі Сейтова А.К.", "Колледж туризма", "Ким: Вера"]
    {
        assert_eq!(footer(line), (3, vec!["PPL039".to_owned()]), "{line}");
    }
    for person in [
        "Адамов Марат",
        "Марат",
        "Жасұлан",
        "Ұлан Сенім",
        "Майра",
        "Итбаев Всеволод",
        "12. Ахметова Айгерім",
        "7 сынып Ахметова Айгерім",
        "Күнікей",
        "мұғалім Ахметова Айгерім",
    ] {
        assert_eq!(footer(person), (3, Vec::new()), "{person}");
    }
}

#[test]
fn totals_whose_number_stands_in_another_column_are_no_people() {
    let table = import(&[
        "№;ФИО;Пол;Телефон;Дата рождения",
        "1;Ахметов Ерлан;м;87000000001;01.02.2005",
        ";Всего девушек;2;;",
        ";ИТОГО;;3;",
        ";Общее количество;;;3",
        ";Жалпы қатысушылар саны;3;;",
        ";Руководитель Сейтова А.К.;;8 700 000 00 88;",
    ]);
    assert_eq!(names(&table), ["Ахметов Ерлан", "Руководитель Сейтова А.К."]);
    let want = [("PPL023", 2), ("PPL023", 3), ("PPL023", 4), ("PPL023", 5), ("PPL039", 6)];
    assert_eq!(told(&table), want);
}

#[test]
fn a_heading_is_taken_for_what_it_says_and_not_for_how_it_begins() {
    use PersonColumn as C;
    let with = |headings: &str, row: &str| kinds(&format!("{headings}\n{row}\n{row}\n"));
    assert_eq!(
        with("ФИО;Сотовый телефон;Городской телефон;Школа", "Ким Вера;87000000001;87292000001;СШ 7"),
        [(1, C::Name), (2, C::Phone), (3, C::Phone), (4, C::Organisation)]
    );
    let of = |headings: &str, row: &str, wanted: C| -> Vec<u32> {
        with(headings, row)
            .into_iter()
            .filter(|(_, kind)| *kind == wanted)
            .map(|(column, _)| column)
            .collect()
    };
    let work = "Аты-жөні;Ұялы телефоны;Жұмыс телефоны";
    assert_eq!(of(work, "Ким Вера;87000000001;87292000001", C::Organisation), [0_u32; 0]);
    let leader = "ФИО ученика;Классный руководитель;Телефон классного руководителя";
    for kind in [C::Organisation, C::Phone] {
        assert_eq!(of(leader, "Ким Вера;Сейтова А.К.;87000000001", kind), [0_u32; 0]);
    }
    assert_eq!(of("ФИО учителя;Телефон учителя", "Ким Вера;87000000001", C::Phone), [2]);
    assert_eq!(
        with("Ученик;Класс;Школа;Город", "Ким Вера;9А;СШ 7;Актау"),
        [(1, C::Name), (3, C::Organisation), (4, C::Settlement)]
    );
    assert_eq!(of("ФИО;Класс", "Ким Вера;9А", C::Organisation), [2]);
    for place in
        ["Место жительства", "Место проживания", "Адрес", "Тұрғылықты жері", "Мекенжайы", "Посёлок", "Город"]
    {
        assert_eq!(of(&format!("ФИО;{place}"), "Ким Вера;Шетпе", C::Settlement), [2], "{place}");
    }
    for nowhere in ["Место рождения", "Туған жері", "Место проведения"] {
        assert_eq!(with(&format!("ФИО;{nowhere}"), "Ким Вера;Шетпе"), [(1, C::Name)], "{nowhere}");
    }
    // Houses are no settlements, and would be printed with them.
    assert_eq!(of("ФИО;Адрес", "Ким Вера;12 мкр, дом 5", C::Settlement), [0_u32; 0]);
    assert_eq!(of("ФИО;Село", "Ким Вера;87000000001", C::Settlement), [0_u32; 0]);
    for sex in ["Пол (м/ж)", "Пол участника", "Пол"] {
        assert_eq!(of(&format!("ФИО;{sex}"), "Ким Вера;ж", C::Sex), [2], "{sex}");
    }
    assert_eq!(of("ФИО;Учебное заведение", "Ким Вера;СШ 7", C::Organisation), [2]);
    assert_eq!(of("ФИО;Социальный статус", "Ким Вера;студент", C::Category), [2]);
    for kept_of_nobody in ["Возраст", "Жасы", "Инвалидность"] {
        let table = import(&[&format!("ФИО;{kept_of_nobody}"), "Ким Вера;16"]);
        assert_eq!(told(&table), [("PPL041", 0)], "{kept_of_nobody}");
    }
}

#[test]
fn a_list_without_headings_keeps_its_first_person_whatever_cannot_be_read() {
    for first in [
        &["Иванов Петр;нет;СШ 1", "Ким Вера;87000000001;СШ 1", "Ли Олег;87000000002;СШ 2"][..],
        &["Иванов Петр;8700000000;СШ 1", "Ким Вера;87000000001;СШ 1", "Ли Олег;87000000002;СШ 2"][..],
        &["Иванов Петр;нет", "Ким Вера;87000000001", "Ли Олег;87000000002"][..],
        &["Иванов Петр;31.02.2008", "Ким Вера;01.02.2008", "Ли Олег;03.04.2009"][..],
        &["1;Иванов Петр;39613", "2;Ким Вера;01.02.2008", "3;Ли Олег;03.04.2009"][..],
    ] {
        assert_eq!(names(&import(first)), ["Иванов Петр", "Ким Вера", "Ли Олег"]);
    }
}

#[test]
fn a_line_in_place_of_a_value_is_none() {
    let table = import(&[
        "ФИО;Село;Пол;Телефон",
        "Ким Вера;–;-;87000000001",
        "Ли Олег;нет;м;87000000002",
        "Ли Анна;Шетпе;жен;87000000003",
    ]);
    let stated: Vec<_> =
        table.facts.iter().map(|facts| (facts.settlement.as_deref(), facts.sex.as_deref())).collect();
    assert_eq!(stated, [(None, None), (None, Some("male")), (Some("Шетпе"), Some("female"))]);
}

#[test]
fn one_kazakh_word_makes_no_woman_a_man() {
    let table = import(&["ФИО;Пол", "Ким Вера;Ж", "Ли Анна;қыз", "Ли Олег;М", "Ли Ольга;ж"]);
    let sexes: Vec<_> = table.facts.iter().map(|facts| facts.sex.as_deref()).collect();
    assert_eq!(sexes, [None, Some("female"), Some("male"), None]);
    assert_eq!(told(&table), [("PPL040", 1), ("PPL040", 4)]);
}

#[test]
fn a_column_of_days_says_when_each_row_was_there() {
    use PersonColumn as C;
    let table = import(&[
        "ФИО;Дата рождения;Дата",
        "Ким Дана;12.03.2007;14.06.2024",
        "Ким Дана;12.03.2007;15.06.2024",
        "Оспанов Серік;;15.06.24",
        "Ахметова Айгерім;;12–14.06.2024",
        ";;15.06.2024",
        "Үсенов Асан;;-",
    ]);
    assert!(table.columns.iter().any(|choice| choice.holds == C::Day && choice.column == 3));
    let days: Vec<String> =
        table.days.iter().map(|day| day.map_or_else(String::new, |day| day.to_string())).collect();
    assert_eq!(days, ["2024-06-14", "2024-06-15", "2024-06-15", "", ""]);
    let lists: Vec<&str> = table.people.iter().map(|person| person.list.as_deref().unwrap_or("")).collect();
    assert_eq!(lists, days);
    // The day alone makes nobody.
    assert_eq!(told(&table), [("PPL023", 5), ("PPL047", 4), ("PPL047", 6)]);
    let of = |heading: &str| {
        let list =
            format!("ФИО;{heading}\nКим Дана;15.06.2024\nОспанов Серік;16.06.2024\nКим Ая;17.06.2024\n");
        kinds(&list).into_iter().any(|(_, kind)| kind == C::Day)
    };
    for day in ["Дата мероприятия", "Іс-шара күні", "Дата посещения", "Өткізілген күні", "Event date"]
    {
        assert!(of(day), "{day}");
    }
    // They may be births, or when a form was filled in.
    for other in ["Дата", "Дата регистрации", "Timestamp", "Дата рождения", "Название мероприятия"]
    {
        assert!(!of(other), "{other}");
    }
    assert_eq!(
        kinds("ФИО;Дата\nКим Дана;15.06.2024\nОспанов Серік;15.06.2024\n"),
        [(1, C::Name), (2, C::Day)]
    );
}

#[test]
fn dates_with_the_month_first_are_read_as_their_column_shows_it() {
    let import = |births: &[&str]| {
        let rows: Vec<String> = births.iter().map(|birth| format!("Ким Дана;{birth}")).collect();
        import_people(format!("ФИО;Дата рождения\n{}\n", rows.join("\n")).as_bytes(), None).unwrap()
    };
    let day = |table: &PeopleTable, row: usize| match table.facts[row].birth {
        Some(Birth::Exact { date }) => date.to_string(),
        Some(Birth::YearOnly { year }) => year.to_string(),
        _ => String::new(),
    };
    let american = import(&["05/31/2008", "05/06/2008"]);
    assert_eq!([0, 1].map(|row| day(&american, row)), ["2008-05-31", "2008-05-06"]);
    assert_eq!(american.people[1].birth.as_ref().map(PersonalText::reveal), Some("06.05.2008"));
    assert_eq!(told(&american), [("PPL044", 0)]);
    let ours = import(&["31/05/2008", "05/06/2008"]);
    assert_eq!((day(&ours, 1), told(&ours)), ("2008-06-05".to_owned(), vec![]));
    let both = import(&["31/05/2008", "05/31/2008", "05/06/2008"]);
    assert_eq!([0, 1, 2].map(|row| day(&both, row)), ["2008-05-31", "2008-05-31", "2008"]);
    assert_eq!(told(&both), [("PPL045", 3)]);
}

#[test]
fn several_people_in_one_cell_are_told() {
    let table = import(&[
        "ФИО;Телефон",
        "Асанов А., Беков Б.;87000000001",
        "\"Ахметова Айгерім\nОспанов Серік\";87000000002",
        "Ким Дана;87000000003",
        "\"Ахметова\nАйгерім\";87000000004",
    ]);
    assert_eq!((table.people.len(), told(&table)), (4, vec![("PPL046", 1), ("PPL046", 2)]));
}

#[test]
fn headings_that_stand_over_each_others_columns_are_put_right_and_told() {
    let table = import(&[
        "Телефон;ФИО;Дата рождения",
        "Ахметова Айгуль;87000001111;05.06.2008",
        "Сейтов Ерлан;87000001112;06.07.2009",
    ]);
    assert_eq!(names(&table), ["Ахметова Айгуль", "Сейтов Ерлан"]);
    assert_eq!(table.people[0].phone.as_ref().map(Phone::reveal), Some("87000001111"));
    let codes: Vec<&str> = table.findings.iter().map(|finding| finding.code.as_str()).collect();
    assert_eq!(codes, ["PPL051"]);
    // One cell that is none of the other kind, and nobody knows.
    let table = import(&["Телефон;ФИО", "Ахметова Айгуль;87000001111", "87000001112;Сейтов Ерлан"]);
    assert!(table.findings.iter().all(|finding| finding.code != "PPL051"));
    assert_eq!(
        kinds("ФИО;Нас. пункт;ВУЗ"),
        [(1, PersonColumn::Name), (2, PersonColumn::Settlement), (3, PersonColumn::Organisation)]
    );
}

#[test]
fn three_lists_side_by_side_have_each_their_own_telephones() {
    let table = import(&[
        "№;ФИО;Тел;№;ФИО;Тел;№;ФИО;Тел",
        "1;Ким Дана;87000000001;2;Ли Анна;87000000002;3;Цой Олег;87000000003",
    ]);
    let phones: Vec<Option<&str>> =
        table.people.iter().map(|person| person.phone.as_ref().map(Phone::reveal)).collect();
    assert_eq!(phones, [Some("87000000001"), Some("87000000002"), Some("87000000003")]);
}

#[test]
fn what_says_that_there_is_no_fathers_name_is_none() {
    let lines =
        ["нет", "жоқ", "Отсутствует", "без отчества", "н/д", "-"].map(|cell| format!("Ким;Дана;{cell}"));
    let table = import(&[&["Фамилия;Имя;Отчество"][..], &lines.each_ref().map(String::as_str)].concat());
    assert_eq!(names(&table), ["Ким Дана"; 6]);
}

#[test]
fn a_whole_name_that_slipped_into_a_column_is_no_value_of_it() {
    let table = import(&["ФИО;Пол;Категория", "Ким Дана;Ким Дана;Ким Дана", "Ли Ая;ж;волонтёр"]);
    let first = &table.facts[0];
    assert_eq!((first.sex.as_deref(), first.category.as_deref()), (None, None));
    assert_eq!(told(&table), [("PPL050", 1), ("PPL050", 1)]);
}

#[test]
fn days_that_head_the_columns_of_a_register_are_headings_and_are_told() {
    let table = import(&[
        "№;ФИО;Телефон;01.06.2024;08.06.2024",
        "1;Ким Дана;87000000001;+;+",
        "2;Ли Анна;87000000002;;+",
        "3;Цой Олег;87000000003;+;",
    ]);
    assert_eq!(names(&table), ["Ким Дана", "Ли Анна", "Цой Олег"]);
    assert_eq!(told(&table), [("PPL052", 0)]);
}

#[test]
fn one_name_of_an_event_on_several_days_is_told() {
    let rows = |second: &str| {
        let second = format!("08.06.2024;{second};Ли Анна");
        let table = import(&["Дата мероприятия;Мероприятие;ФИО", "01.06.2024;Тренинг;Ким Дана", &second]);
        table.findings.iter().any(|finding| finding.code == "PPL053")
    };
    assert_eq!((rows("Тренинг"), rows("Форум")), (true, false));
}

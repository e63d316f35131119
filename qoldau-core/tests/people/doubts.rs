//! Pairs that look like one person and may be two, and the other way round: twins, father and son, swapped and double names, numbers.

use std::fmt::Write as _;

use qoldau_core::people::duplicates::{
    DuplicateOptions, Duplicates, PairVerdict, UnsureReason, find_duplicates,
};
use qoldau_core::whole::people::import_people;

use super::world::{decided, told};

const SURNAMES: [&str; 20] = [
    "Абдрахманов",
    "Байжанов",
    "Власов",
    "Гусев",
    "Досымов",
    "Ермеков",
    "Жанабаев",
    "Зайцев",
    "Искаков",
    "Козлов",
    "Лукпанов",
    "Мусин",
    "Нургалиев",
    "Орлов",
    "Петров",
    "Рахимов",
    "Сатпаев",
    "Тлеубаев",
    "Усенов",
    "Фомин",
];
const NAMES: [&str; 10] =
    ["Азамат", "Бауыржан", "Виктор", "Глеб", "Данияр", "Еламан", "Жандос", "Захар", "Ильяс", "Кирилл"];

/// Two rows, and below them so many people whom nothing joins. The rows are: list; name; birth; telephone; IIN.
pub(crate) fn among(rows: &[&str], others: usize, lists: bool) -> Duplicates {
    let list = if lists { "Семинар" } else { "" };
    let mut csv = String::from("Мероприятие;ФИО;Дата рождения;Телефон;ИИН\n");
    for row in rows {
        let _ = writeln!(csv, "{row}");
    }
    for number in 0..others {
        let (surname, name) = (SURNAMES[number % 20], NAMES[(number * 7 + number / 20) % 10]);
        let (day, month, year) = (1 + number % 28, 1 + number % 12, 1985 + number % 25);
        let _ = writeln!(csv, "{list};{surname} {name};{day}.{month}.{year};870000{:05};", 10_000 + number);
    }
    let table = import_people(csv.as_bytes(), None).unwrap();
    assert_eq!(table.people.len(), rows.len() + others);
    find_duplicates(&table.people, &DuplicateOptions::default()).unwrap()
}

/// What is told of two people: the verdict, and why it is unsure.
type Doubt = Option<(PairVerdict, Option<UnsureReason>)>;

/// How many people the rows come to, between which bounds, and what is told of the first two.
fn doubt(rows: &[&str], others: usize, lists: bool) -> ((u32, u32, u32), Doubt) {
    let found = among(rows, others, lists);
    let less = u32::try_from(others).unwrap();
    let counts = [found.persons, found.persons_at_least, found.persons_at_most].map(|count| count - less);
    let pair = told(&found, "1", "2").map(|pair| (pair.verdict, pair.reason));
    ((counts[0], counts[1], counts[2]), pair)
}

#[test]
fn twins_with_names_a_letter_apart_cannot_be_told() {
    for names in [
        ["Асан", "Үсен"],
        ["Хасан", "Хусаин"],
        ["Нұрлан", "Нұржан"],
        ["Алина", "Арина"],
        ["Жанар", "Жанат"],
        ["Данияр", "Даниял"],
        ["Әсем", "Әсел"],
        ["Дина", "Дана"],
    ] {
        for (list, birth) in [("", "01.02.2008"), ("Семинар", "01.02.2008"), ("Семинар", "05.06.2010")]
        {
            let one = format!("{list};Ким {};01.02.2008;87000000001;", names[0]);
            let other = format!("{list};Ким {};{birth};87000000001;", names[1]);
            let (counts, pair) = doubt(&[&one, &other], 100, !list.is_empty());
            assert_eq!((counts.0, counts.2), (2, 2), "{names:?} {list} {birth}");
            if birth == "01.02.2008" {
                assert_eq!(
                    pair,
                    Some((PairVerdict::Unsure, Some(UnsureReason::Household))),
                    "{names:?} {list}"
                );
            }
        }
    }
    // A spelling of one name is one name.
    for names in [["Диас", "Дияс"], ["Камила", "Камилла"]] {
        let [one, other] = names.map(|name| format!(";Ким {name};01.02.2008;87000000001;"));
        assert_eq!(doubt(&[&one, &other], 100, false).0, (1, 1, 1), "{names:?}");
    }
}

#[test]
fn twins_on_two_lists_are_told_from_a_slip_by_whether_others_bear_both_names() {
    let twins = ["Семинар;Ким Данияр;01.02.2008;87000000001;", "Турнир;Ким Даниял;01.02.2008;87000000001;"];
    let slip = doubt(&twins, 100, true);
    assert_eq!((slip.0, slip.1.map(|(verdict, _)| verdict)), ((1, 1, 1), Some(PairVerdict::Same)));
    let bearers = [
        "Семинар;Абаев Даниял;11.03.1991;87000002001;",
        "Семинар;Сулейменов Даниял;12.04.1992;87000002002;",
        "Семинар;Касымов Даниял;13.05.1993;87000002003;",
    ];
    let both = [&twins[..], &bearers[..]].concat();
    let told = doubt(&both, 100, true);
    assert_eq!(told, ((5, 4, 5), Some((PairVerdict::Unsure, Some(UnsureReason::Household)))));
}

#[test]
fn bare_names_the_other_way_round_are_one_person_in_a_table_of_any_length() {
    for others in [10, 55, 100] {
        let rows = [";Ли Антон;14.06.2001;87000000001;", ";Антон Ли;14.06.2001;87000000001;"];
        assert_eq!(doubt(&rows, others, false).0, (1, 1, 1), "{others}");
    }
}

#[test]
fn double_names_meet_those_written_in_one_word() {
    for (one, other) in [
        ("Ахметов Нұр-Сұлтан", "Ахметов Нурсултан"),
        ("Ахметов Нұр-Сұлтан", "Ахметов Нұрсұлтан"),
        ("Ахметов Мұхамед-Али", "Ахметов Мухамедали"),
        ("Ахметов Нұр Сұлтан", "Ахметов Нурсултан"),
        ("Ахметова Гүл-Нұр", "Ахметова Гульнур"),
        ("Ахметов Әли-Хан", "Ахметов Алихан"),
        ("Кара-Мурза Владимир", "Карамурза Владимир"),
        ("Бек-Али Асхат", "Бекали Асхат"),
        ("Ахметова Мария-Анна", "Ахметова Мария"),
    ] {
        let rows = [one, other].map(|name| format!(";{name};14.06.2001;87000000001;"));
        assert_eq!(doubt(&[&rows[0], &rows[1]], 60, false).0, (1, 1, 1), "{one} {other}");
    }
}

#[test]
fn father_and_son_of_one_name_cannot_be_told_on_a_short_list() {
    for others in [0, 3, 10, 25] {
        let rows = [";Сериков Данияр;11.08.2003;87000000009;", ";Сериков Данияр;12.03.1973;87000000009;"];
        let ((persons, least, most), pair) = doubt(&rows, others, false);
        assert_eq!((persons, most), (2, 2), "{others}");
        assert_ne!(pair.map(|pair| pair.0), Some(PairVerdict::Same), "{others}");
        // Where little is known of how rare the name is, they may be one.
        assert!(others > 10 || least == 1, "{others}");
        let rows = [";Мұратова Айсұлу;;87000000001;", ";Муратова Айсулу;;87000009999;"];
        let (persons, _, most) = doubt(&rows, others, false).0;
        assert_eq!((persons, most), (2, 2), "{others}");
    }
}

#[test]
fn one_number_is_never_two_people_for_certain_and_two_numbers_never_one() {
    for rows in [
        [
            ";Ахметов Ерлан;01.02.2000;87000000001;000101300009",
            ";Ким Вера;05.06.1990;87000000002;000101300009",
        ],
        [";Ахметова Динара;01.02.2000;;000101300009", ";Серікқызы Динара;01.02.2000;;000101300009"],
        [";Ахметов Ерлан;;;000101300009", ";Ахметов Нурлан;;;000101300009"],
    ] {
        let ((_, least, _), pair) = doubt(&rows, 60, false);
        assert_eq!(least, 1, "{rows:?}");
        assert!(pair.is_some(), "{rows:?}");
    }
    for birth in ["", "01.02.2000"] {
        let rows =
            ["000101300009", "000101301805"].map(|iin| format!(";Ахметов Ерлан;{birth};87000000001;{iin}"));
        let ((_, _, most), _) = doubt(&[&rows[0], &rows[1]], 60, false);
        assert_eq!(most, 2, "{birth}");
    }
}

/// How many people a list is at least, with decisions.
fn at_least(rows: &[&str], decisions: &[(&str, &str, PairVerdict)]) -> (u32, Duplicates) {
    let csv = format!("Список;ФИО;Телефон\n{}\n", rows.join("\n"));
    let table = import_people(csv.as_bytes(), None).unwrap();
    let decisions = decisions.iter().map(|(one, other, verdict)| decided(one, other, *verdict)).collect();
    let options = DuplicateOptions { decisions, ..DuplicateOptions::default() };
    let found = find_duplicates(&table.people, &options).unwrap();
    (found.persons_at_least, found)
}

#[test]
fn an_initial_does_not_make_sisters_one_person() {
    let sisters = ["Айгерим", "Айгуль", "Асель", "Алия", "Айнур", "Анар", "Алма", "Аида"];
    let mut rows: Vec<String> =
        sisters.iter().map(|name| format!("Л1;Ахметова {name};87000000001")).collect();
    rows.push("Л2;Ахметова А.;87000000001".into());
    rows.extend(
        ["Л1;Ермекова Дана", "Л2;Жумабаев Олжас", "Л1;Исаева Гульнар", "Л2;Касымов Тимур"]
            .iter()
            .enumerate()
            .map(|(number, row)| format!("{row};8700001000{number}")),
    );
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    assert_eq!(at_least(&rows, &[]).0, 12);
}

#[test]
fn what_is_called_two_people_is_two_at_least_and_not_asked_about_again() {
    let rows = [
        "Л1;Ахметова Айгерим;87000000001",
        "Л1;Ахметова Асель;87000000001",
        "Л2;Ахметова А.;87000000001",
        "Л2;Болатова Айгуль;87000000002",
        "Л1;Ермекова Дана;87000000003",
        "Л2;Жумабаев Олжас;87000000004",
        "Л2;Исаева Гульнар;87000000005",
    ];
    let two = ("1", "2", PairVerdict::NotSame);
    assert_eq!(at_least(&rows, &[two]).0, 6, "the initial is one of the two");
    let (least, found) = at_least(&rows, &[("1", "3", PairVerdict::Same), two]);
    assert_eq!((least, found.persons, found.persons_at_most), (6, 6, 6));
    assert_eq!(told(&found, "2", "3").map(|pair| pair.verdict), None, "3 is 1, and 1 is not 2");
}

#[test]
fn given_names_that_differ_beside_a_vowel_alone_are_two_names() {
    for names in [["Анна", "Яна"], ["Дана", "Диана"], ["Жанна", "Жания"], ["Нурай", "Нурия"]]
    {
        for others in [0, 300] {
            let rows = names.map(|name| format!("{name};Ким {name};;87000000001;"));
            let ((persons, _, most), _) = doubt(&[&rows[0], &rows[1]], others, true);
            assert_eq!((persons, most), (2, 2), "{names:?} {others}");
        }
    }
    // One name in two spellings is one still.
    for names in [["Айгерім", "Aygerim"], ["Наталья", "Natalia"], ["Ляззат", "Ләззат"], ["Даяна", "Daiana"]]
    {
        let rows = names.map(|name| format!("{name};Ким {name};;87000000001;"));
        let ((persons, ..), _) = doubt(&[&rows[0], &rows[1]], 300, true);
        assert_eq!(persons, 1, "{names:?}");
    }
}

#[test]
fn where_nobody_knows_which_word_is_the_surname_sisters_are_two() {
    for names in [
        ["Ирина Шмидт", "Марина Шмидт"],
        ["Александр Рау", "Александра Рау"],
        ["Мәдина Серік Болатқызы", "Әмина Серік Болатқызы"],
    ] {
        let rows = names.map(|name| format!("{name};{name};12.03.2008;87000000001;"));
        let ((persons, _, most), _) = doubt(&[&rows[0], &rows[1]], 0, true);
        assert_eq!((persons, most), (2, 2), "{names:?}");
    }
}

#[test]
fn an_initial_of_another_letter_and_names_of_twins_are_never_joined() {
    for names in [["Дана", "А."], ["Хасан", "Хусан"], ["Асан", "Үсен"], ["Валентин", "Валентина"]]
    {
        for lists in [["А", "А"], ["А", "Б"]] {
            let row = |place: usize| format!("{};Ким {};12.03.2008;87000000001;", lists[place], names[place]);
            let ((persons, _, most), _) = doubt(&[&row(0), &row(1)], 0, true);
            assert_eq!((persons, most), (2, 2), "{names:?} {lists:?}");
        }
    }
}

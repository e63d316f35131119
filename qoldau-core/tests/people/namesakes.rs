//! Rows of one name that may be several people: what a person has once, what a row that fits two says, names that stand alone.

use std::fmt::Write as _;

use qoldau_core::people::duplicates::{
    DuplicateOptions, Duplicates, MatchField, PairVerdict, ProbablePair, UnsureReason, VerdictOrigin,
    find_duplicates,
};
use qoldau_core::whole::people::import_people;

use super::doubts::among;
use super::world::{decided, told, verdict};

const TWO_NUMBERS: [&str; 3] = [
    "А;Сейтов Ерлан;;87000001111;020902300473",
    "Б;Сейтов Ерлан;;87000002222;020825400134",
    "В;Сейтов Ерлан;;;",
];
const TWO_BIRTHS: [&str; 3] =
    ["А;Сейтов Ерлан;05.06.2001;87000001111;", "Б;Сейтов Ерлан;17.09.1988;87000002222;", "В;Сейтов Ерлан;;;"];

fn told_of<'a>(found: &'a Duplicates, one: &str, other: &str) -> &'a ProbablePair {
    told(found, one, other).unwrap_or_else(|| panic!("{one} {other}"))
}

#[test]
fn a_row_that_says_neither_number_nor_birth_brings_no_two_people_together() {
    for rows in [TWO_NUMBERS, TWO_BIRTHS] {
        for others in [0, 60] {
            let found = among(&rows, others, true);
            let less = u32::try_from(others).unwrap();
            assert!(found.persons - less >= 2, "{others} {rows:?}");
            assert!(found.persons_at_most - less >= 2, "{others} {rows:?}");
            assert_ne!(verdict(&found, "1", "2"), PairVerdict::Same, "{others} {rows:?}");
            let with_third = [verdict(&found, "1", "3"), verdict(&found, "2", "3")];
            // Where hardly anybody stands twice, a bare name is too little for a doubt.
            let is_told = with_third.contains(&PairVerdict::Unsure);
            assert!(is_told || others > 0, "{with_third:?} {others} {rows:?}");
        }
    }
}

#[test]
fn somebody_may_decide_that_two_numbers_are_of_one_person() {
    let csv = format!("Мероприятие;ФИО;Дата рождения;Телефон;ИИН\n{}\n", TWO_NUMBERS.join("\n"));
    let table = import_people(csv.as_bytes(), None).unwrap();
    let decisions = vec![decided("1", "2", PairVerdict::Same)];
    let options = DuplicateOptions { decisions, ..DuplicateOptions::default() };
    let found = find_duplicates(&table.people, &options).unwrap();
    assert_eq!(verdict(&found, "1", "2"), PairVerdict::Same);
    assert_eq!(told_of(&found, "1", "2").reason, None);
}

#[test]
fn a_number_that_a_pair_shares_joins_it_whatever_was_decided_of_others() {
    let rows = [
        "А;Сейтов Ерлан;;87000001111;020902300473",
        "Б;Сейтов Ерлан;;87000002222;020825400134",
        "В;Сейтов Ерлан Маратович;;;020825400134",
    ];
    let csv = format!("Мероприятие;ФИО;Дата рождения;Телефон;ИИН\n{}\n", rows.join("\n"));
    let table = import_people(csv.as_bytes(), None).unwrap();
    let decisions = vec![decided("1", "2", PairVerdict::Same)];
    let options = DuplicateOptions { decisions, ..DuplicateOptions::default() };
    assert_eq!(find_duplicates(&table.people, &options).unwrap().persons, 1);
}

#[test]
fn given_names_that_end_as_surnames_do_are_given_names_in_either_order() {
    for (one, other) in [
        ("Соколова Любовь", "Любовь Соколова"),
        ("Соколова Любовь Сергеевна", "Любовь Сергеевна Соколова"),
        ("Ахметов Яков", "Яков Ахметов"),
        ("Ахметова Сакина", "Сакина Ахметова"),
        ("Ахметова Шакина", "Шакина Ахметова"),
        ("Ахметов Каримов", "Каримов Ахметов"),
    ] {
        let rows = [one, other].map(|name| format!(";{name};05.03.1975;87000001111;"));
        for others in [2, 60] {
            let found = among(&[&rows[0], &rows[1]], others, false);
            assert_eq!(verdict(&found, "1", "2"), PairVerdict::Same, "{one} {other} {others}");
        }
    }
}

#[test]
fn a_row_that_fits_two_leaves_it_open_whether_they_are_one() {
    let fathers = ["А;Сейтов Ерлан Болатович;;;", "Б;Сейтов Ерлан Серикович;;;", "В;Сейтов Ерлан;;;"];
    let one_list = ["А;Сейтов Ерлан;;;", "А;Сейтов Ерлан;;;", "Б;Сейтов Ерлан;;;"];
    for rows in [fathers, one_list] {
        let found = among(&rows, 0, true);
        assert_eq!((found.persons_at_least, found.persons_at_most), (1, 2), "{rows:?}");
        let pair = told_of(&found, "1", "2");
        assert!(pair.reason.is_some(), "{rows:?}");
        assert_eq!(pair.verdict, PairVerdict::Same, "{rows:?}");
    }
}

#[test]
fn two_fathers_or_two_telephones_beside_one_name_cannot_be_told() {
    for rows in [
        ["А;Турсынкельдиев Дархан Болатович;;;", "Б;Турсынкельдиев Дархан Серикович;;;"],
        ["А;Сейтов Ерлан;;87000001111;", "Б;Сейтов Ерлан;;87000002222;"],
    ] {
        let found = among(&rows, 400, true);
        let pair = told_of(&found, "1", "2");
        assert_eq!(
            (pair.verdict, pair.reason),
            (PairVerdict::Unsure, Some(UnsureReason::Contradiction)),
            "{rows:?}"
        );
    }
}

/// Six hundred people, some of one name, each on two lists, with telephones for every other one or for none.
fn long(with_phones: bool) -> Duplicates {
    let mut csv = String::from("Мероприятие;ФИО;Телефон\n");
    let syllables = ["ба", "да", "ға", "жа", "за", "қа", "ла", "ма", "на", "са", "та", "ша"];
    for number in 0..1_200_usize {
        let person = number / 2;
        let syllable = |place: usize| syllables[place % 12];
        let (one, two) = (syllable(person), syllable(person % 144 / 12));
        let number_of_name = (person / 144 * 5 + person * 7) % 24;
        let (given, ending) = (syllable(number_of_name), ["рат", "лық"][number_of_name / 12]);
        let phone = if with_phones && person % 2 == 0 { format!("870000{person:05}") } else { String::new() };
        let list = if number % 2 == 0 { "А" } else { "Б" };
        let _ = writeln!(csv, "{list};{one}{two}нов {given}{ending};{phone}");
    }
    let table = import_people(csv.as_bytes(), None).unwrap();
    let options = DuplicateOptions { evidence: true, ..DuplicateOptions::default() };
    find_duplicates(&table.people, &options).unwrap()
}

#[test]
fn names_alone_in_a_long_table_are_left_open_where_others_say_more() {
    let alone = |pair: &&ProbablePair| {
        pair.origin == VerdictOrigin::Comparison {}
            && pair.evidence.iter().all(|said| said.field != MatchField::Phone)
    };
    let is_same = |pair: &&ProbablePair| pair.verdict == PairVerdict::Same;
    let found = long(true);
    let mut joined = found.pairs.iter().filter(alone).filter(is_same);
    assert!(joined.all(|pair| pair.probability >= 0.8));
    let found = long(false);
    let joined: Vec<&ProbablePair> = found.pairs.iter().filter(alone).filter(is_same).collect();
    assert!(!joined.is_empty());
    for pair in joined.iter().filter(|pair| pair.probability < 0.9) {
        assert_eq!(pair.reason, Some(UnsureReason::NamesAlone), "{pair:?}");
    }
}

#[test]
fn misspellings_are_not_unlearned_where_names_stand_alone() {
    let found = long(false);
    let least = |agreement: &str| {
        let of_names = found
            .weights
            .iter()
            .filter(|weight| matches!(weight.field, MatchField::Surname | MatchField::GivenName));
        let mut chances = of_names
            .filter(|weight| serde_json::to_value(weight.agreement).unwrap() == agreement)
            .map(|weight| weight.person);
        let first = chances.next().unwrap();
        chances.fold(first, f64::min)
    };
    assert!(least("spelling") >= 0.006 && least("oneLetter") >= 0.03);
}

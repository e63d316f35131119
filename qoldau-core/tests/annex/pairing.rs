//! Names and values in two cells: what is certain, what is only the best guess, and how people settle it.

use qoldau_core::annex::{PairChoice, PairError, pair};
use qoldau_core::plan::{Plan, TargetRule};

use crate::support::{activity, codes, lines, read, with_lines};

/// The lines read, and whether they need pairing.
fn paired(names: &str, values: &str) -> (Vec<String>, bool) {
    let read = read(&with_lines(names, values));
    let activity = activity(&read.plan);
    let asked = codes(&read).contains(&"ANX101");
    assert_eq!(asked, activity.unpaired.is_some());
    (lines(activity), asked)
}

#[test]
fn blank_lines_mean_nothing_and_brackets_go_on() {
    let (lines, asked) = paired(
        "Шаралар саны\n\n\nӨтініштер тізімі\n(Жергілікті атқарушы органымен келісілген)",
        "\n3\n(1 спорттық, 2 мәдени)\n\n1",
    );
    assert_eq!(
        lines,
        [
            "Шаралар саны = 3 (1 спорттық, 2 мәдени)",
            "Өтініштер тізімі (Жергілікті атқарушы органымен келісілген) = 1"
        ]
    );
    assert!(!asked);
}

#[test]
fn a_missing_value_is_found_by_what_values_mean() {
    let names = "Қатысушылар саны\nҚатысушылар тізімі\nҚанағаттану деңгейі\nӘрбір іс-шарадан фото";
    for (values, expected) in [
        ("150\n80 %-дан кем емес\nКем дегенде 5", ["150", "", "80 %-дан кем емес", "Кем дегенде 5"]),
        ("150\n1 әр шарадан\nКем дегенде 5", ["150", "1 әр шарадан", "", "Кем дегенде 5"]),
        ("1 әр шарадан\n80%\nКем дегенде 5", ["", "1 әр шарадан", "80%", "Кем дегенде 5"]),
    ] {
        let read = read(&with_lines(names, values));
        let found: Vec<&str> =
            activity(&read.plan).indicators.iter().map(|line| line.targets[0].text.as_str()).collect();
        assert_eq!(found, expected, "{values:?}");
        let finding = read.findings.iter().find(|finding| finding.code == "ANX101").unwrap();
        assert_eq!(finding.lines[0].as_str(), "t1-a1");
        let unpaired = activity(&read.plan).unpaired.as_ref().unwrap();
        assert_eq!((unpaired.names.len(), unpaired.values.len()), (4, 3), "both lists are kept whole");
        let open =
            activity(&read.plan).indicators.iter().find(|line| line.targets[0].text.is_empty()).unwrap();
        assert_eq!(open.targets[0].rule, TargetRule::Unread {});
    }
}

#[test]
fn a_name_or_a_value_broken_over_two_lines_is_one() {
    let (lines, asked) = paired("Қатысушылар\nсаны\nЕсеп", "150\n1");
    assert_eq!(lines, ["Қатысушылар саны = 150", "Есеп = 1"]);
    assert!(asked, "the best guess is told as a guess");
    let (lines, _) = paired("Насихаттау\nЕсеп", "2 пост,\n7 хат\n1");
    assert_eq!(lines, ["Насихаттау = 2 пост + 7 хат", "Есеп = 1"]);
}

#[test]
fn a_value_too_many_stays_among_the_unpaired() {
    let read = read(&with_lines("Қанағаттану деңгейі", "5\n80%"));
    assert_eq!(lines(activity(&read.plan)), ["Қанағаттану деңгейі = 80%"]);
    assert_eq!(activity(&read.plan).unpaired.as_ref().unwrap().values, ["5", "80%"]);
}

#[test]
fn equal_lists_that_contradict_themselves_are_asked_about() {
    let (_, asked) = paired("Қанағаттану деңгейі\nФото", "5\n80%");
    assert!(asked);
    let (_, asked) = paired("Қанағаттану деңгейі\nФото", "80%\n5");
    assert!(!asked);
}

#[test]
fn names_without_any_value_are_told_as_missing_values() {
    let read = read(&with_lines("Фото\nВидео", ""));
    assert_eq!(lines(activity(&read.plan)), ["Фото = ", "Видео = "]);
    let finding = read.findings.iter().find(|finding| finding.code == "ANX109").unwrap();
    assert_eq!(finding.lines.len(), 2, "one cause, one finding");
    assert!(activity(&read.plan).unpaired.is_none());
}

#[test]
fn a_value_without_any_name_is_the_activitys_own() {
    let read = read(&with_lines("", "2"));
    assert_eq!(lines(activity(&read.plan)), ["Қолдау көрсету = 2"]);
    assert!(codes(&read).contains(&"ANX101"));
}

/// A plan with three names over two values.
fn unpaired() -> Plan {
    read(&with_lines("Фото\nВидео\nЕсеп", "5\n1")).plan
}

fn choice(names: &[u32], values: &[u32]) -> PairChoice {
    PairChoice { names: names.to_vec(), values: values.to_vec() }
}

#[test]
fn people_settle_what_was_unpaired() {
    let plan = unpaired();
    let id = activity(&plan).id.clone();
    let choices = [choice(&[0], &[0]), choice(&[1, 2], &[1])];
    let settled = pair(plan.clone(), &id, &choices).unwrap();
    assert_eq!(lines(activity(&settled)), ["Фото = 5", "Видео Есеп = 1"]);
    assert!(activity(&settled).unpaired.is_none());
    let ids: Vec<&str> = activity(&settled).indicators.iter().map(|line| line.id.as_str()).collect();
    assert_eq!(ids, ["t1-1", "t1-4"], "a line keeps its id, a new one never takes an old one");
    assert_eq!(activity(&settled).indicators[1].number, "1.4");
    assert_eq!(pair(settled, &id, &choices), Err(PairError::NothingUnpaired { activity: id }));
}

#[test]
fn a_pairing_that_drops_or_doubles_words_is_refused() {
    let plan = unpaired();
    let id = activity(&plan).id.clone();
    let all = |last: PairChoice| [choice(&[0], &[0]), choice(&[1], &[1]), last];
    for (choices, error) in [
        (all(choice(&[2], &[1])), PairError::TakenTwice { index: 1 }),
        (all(choice(&[2], &[7])), PairError::NoSuchItem { index: 7 }),
        (all(choice(&[], &[])), PairError::LeftOver { index: 2 }),
    ] {
        assert_eq!(pair(plan.clone(), &id, &choices), Err(error));
    }
    let nameless = [choice(&[0, 1, 2], &[0]), choice(&[], &[1])];
    assert_eq!(pair(plan.clone(), &id, &nameless), Err(PairError::Nameless { index: 1 }));
    let other = "t9-a9".parse().unwrap();
    assert_eq!(pair(plan, &other, &[]), Err(PairError::NoSuchActivity { activity: other }));
}

#[test]
fn equal_lists_of_people_events_and_percents_that_slipped_are_asked_about() {
    for (names, values) in [
        ("Удовлетворённость\nУчастники", "100 человек\nне менее 80%"),
        ("Тренинги\nУчастники", "100 человек\n5 тренингов"),
        ("Қанағаттану деңгейі\nҚатысушылар саны\nШаралар саны", "100 адам\n5 шара\n80%"),
    ] {
        let (lines, asked) = paired(names, values);
        assert!(asked, "{values:?}");
        assert!(!lines.iter().any(|line| line.starts_with("Удовлетворённость = 100")), "{lines:?}");
    }
    for (names, values) in [
        ("Удовлетворённость\nУчастники", "не менее 80%\n100 человек"),
        ("Тренинги\nУчастники", "5 тренингов\n100 человек"),
        // Events that are planned by the people they gather, and a share of participants.
        ("Онлайн тренинг\nСеминар", "20 человек\n30 человек"),
        ("Доля участников, освоивших программу\nТренинги", "80%\n5"),
        // The percent stands in the name.
        ("Удовлетворенность (%)\nДоля участников", "80\n80%"),
        ("Удовлетворенность (%)\nДоля участников, %", "80\n80%"),
        ("Удовлетворенность, %\nПроцент участников с улучшением", "80\n60%"),
        // A mark on a scale.
        ("Удовлетворенность\nУчастников с улучшением", "4,5 балла\n80%"),
    ] {
        let (_, asked) = paired(names, values);
        assert!(!asked, "{values:?}");
    }
}

#[test]
fn values_that_are_numbered_like_a_list_lose_their_numbers() {
    let (lines, asked) = paired("1) Тренинги\n2) Участники", "1) 5\n2) 100");
    assert_eq!(lines, ["Тренинги = 5", "Участники = 100"]);
    assert!(!asked);
    // Numbers that go on otherwise are values.
    let (lines, _) = paired("Тренинги\nУчастники", "1. 5\n3. 100");
    assert_eq!(lines, ["Тренинги = 1. 5", "Участники = 3. 100"]);
}

//! What the name of a line says of its number.

use qoldau_core::plan::{ChangeBy, Frequency, Target, TargetRule};

use crate::support::{activity, read, task, tc, tr, with_body};

/// The only target of a line.
fn target(name: &str, value: &str) -> Target {
    let row = tr(&["1.", "Пост", "Ақтау", name, value, "Маусым"].map(tc));
    let read = read(&with_body(&task(&[row])));
    let mut targets = activity(&read.plan).indicators.first().unwrap().targets.clone();
    assert_eq!(targets.len(), 1, "{name}: {value}");
    let target = targets.remove(0);
    assert_eq!(target.text, value, "{name}");
    target
}

#[test]
fn a_rate_in_the_name_is_that_of_its_number() {
    for (name, value, every) in [
        ("Количество постов в неделю", "не менее 2", Some(Frequency::Week)),
        ("Количество постов в месяц", "4", Some(Frequency::Month)),
        ("Number of posts per month", "4", Some(Frequency::Month)),
        ("Айына жарияланатын посттар саны", "4", Some(Frequency::Month)),
        // What the value says goes before.
        ("Количество постов в месяц", "4 еженедельно", Some(Frequency::Week)),
        ("Количество постов в месяц", "всего 24", None),
        ("Количество постов в месяц", "24 (4 в месяц)", None),
    ] {
        assert_eq!(target(name, value).every, every, "{name}: {value}");
    }
}

#[test]
fn how_often_without_saying_whether_the_number_is_all_becomes_its_remark() {
    for (name, value, note) in [
        ("Ежемесячный отчёт", "6", Some("Ежемесячный")),
        ("Посты (ежемесячно)", "4", Some("ежемесячно")),
        ("Ай сайын пост жариялау", "2 пост", Some("Ай сайын")),
        ("Ежемесячный отчёт", "1 ежемесячно", None),
        ("Ежедневники", "100", None),
        ("Ежегодный форум", "1", None),
    ] {
        assert_eq!(target(name, value).note.as_deref(), note, "{name}: {value}");
    }
}

#[test]
fn a_value_that_says_in_all_takes_no_scope_of_its_name() {
    for (name, value) in [
        ("Количество участников на каждом тренинге", "всего 100"),
        ("Қатысушылар саны (әр тренингте)", "барлығы 100"),
    ] {
        assert_eq!(target(name, value).each, None, "{name}");
    }
    assert!(target("Количество участников на каждом тренинге", "20").each.is_some());
}

#[test]
fn by_how_much_goes_with_the_verb_of_the_name() {
    let by = ChangeBy::Percent;
    for (name, value, amount) in [
        ("Білім деңгейін арттыру", "20%-ға", "20"),
        ("Повышение уровня знаний", "на 20%", "20"),
        ("Increase in knowledge", "by 20%", "20"),
        ("Снижение уровня тревожности", "на 15%", "-15"),
    ] {
        match target(name, value).rule {
            TargetRule::Change { amount: found, by: how, .. } => {
                assert_eq!((found.to_string().as_str(), how), (amount, by), "{name}");
            }
            other => panic!("{name}: {other:?}"),
        }
    }
    // A level is a level.
    assert!(matches!(target("Білім деңгейін арттыру", "80%").rule, TargetRule::Percent { .. }));
    assert!(matches!(target("Білім деңгейін 80%-ға жеткізу", "80%-ға").rule, TargetRule::Percent { .. }));
}

#[test]
fn a_name_that_counts_percents_makes_its_number_one() {
    for name in ["Процент удовлетворенных участников", "% удовлетворенных", "Қанағаттанғандар пайызы"]
    {
        let row = tr(&["1.", "Пост", "Ақтау", name, "85", "Маусым"].map(tc));
        let read = read(&with_body(&task(&[row])));
        let rule = &activity(&read.plan).indicators[0].targets[0].rule;
        assert!(matches!(rule, TargetRule::Percent { .. }), "{name}: {rule:?}");
    }
}

//! What a coordinator meets, told as lists.

use qoldau_core::people::duplicates::{
    Agreement, DuplicateOptions, MatchField, MatchRule, PairVerdict, RuleSilence, UnsureReason,
    VerdictOrigin, find_duplicates,
};

use super::world::{decided, found, row, told, verdict};

fn plain() -> DuplicateOptions {
    DuplicateOptions { evidence: true, ..DuplicateOptions::default() }
}

#[test]
fn one_student_on_three_lists_in_three_scripts_is_one_person() {
    let rows = vec![
        row("1", "Әбдіқадырова Айгерім Серікқызы", "8 700 000 00 01", "14.06.2008", "Ақтау"),
        row("2", "Абдикадырова Айгерим Сериковна", "+77000000001", "", "г. Актау"),
        row("3", "Aigerim Abdiqadyrova", "", "2008-06-14", "Aktau"),
    ];
    let found = found(rows, &plain());
    for (one, other) in [("1", "2"), ("1", "3"), ("2", "3")] {
        assert_eq!(verdict(&found, one, other), PairVerdict::Same, "{one} {other}");
    }
    let pair = told(&found, "1", "2").unwrap();
    let said: Vec<(MatchField, Agreement)> =
        pair.evidence.iter().map(|said| (said.field, said.agreement)).collect();
    assert_eq!(
        said,
        [
            (MatchField::Surname, Agreement::Same),
            (MatchField::GivenName, Agreement::Same),
            (MatchField::Patronymic, Agreement::Same),
            (MatchField::NameEnding, Agreement::Same),
            (MatchField::Phone, Agreement::Same),
            (MatchField::Place, Agreement::SameSettlement),
        ]
    );
    assert!(pair.evidence.iter().all(|said| said.bits > 0.0), "{pair:?}");
}

#[test]
fn brothers_and_twins_at_one_telephone_stay_two() {
    let rows = vec![
        row("elder", "Тілеубергенов Асқар Маратұлы", "87000000010", "02.03.2009", "Шетпе"),
        row("younger", "Тілеубергенов Дидар Маратұлы", "87000000010", "11.09.2011", "Шетпе"),
        row("twin", "Қыдыралиева Айжан Бекқызы", "87000000011", "05.05.2010", "Шетпе"),
        row("other twin", "Қыдыралиева Айару Бекқызы", "87000000011", "05.05.2010", "Шетпе"),
    ];
    let found = found(rows, &plain());
    for (one, other) in [("elder", "younger"), ("twin", "other twin")] {
        assert_ne!(verdict(&found, one, other), PairVerdict::Same, "{:?}", told(&found, one, other));
    }
}

#[test]
fn an_initial_that_fits_both_sisters_does_not_make_them_one() {
    let rows = |strangers: u32| {
        let mut rows = vec![
            row("1", "Ахметова Айгерім Ерланқызы", "87000000001", "12.03.2007", "Ақтау"),
            row("2", "Ахметова Айгүл Ерланқызы", "87000000001", "12.03.2007", "Ақтау"),
            row("3", "Ахметова А. Е.", "87000000001", "", "Ақтау"),
        ];
        rows.extend((0..strangers).map(|number| {
            let name = format!("Сериков{number} Дидар");
            row(&format!("s{number}"), &name, &format!("87000001{number:03}"), "", "Жаңаөзен")
        }));
        rows
    };
    for strangers in [0, 5, 10, 20] {
        let found = find_duplicates(&rows(strangers), &plain()).unwrap();
        assert_ne!(verdict(&found, "1", "2"), PairVerdict::Same, "{strangers}");
        assert_eq!(found.persons, strangers + 2, "the initial is one of the two");
        assert!(found.persons_at_most >= strangers + 2, "{strangers}");
        assert_eq!(told(&found, "1", "2").unwrap().reason, Some(UnsureReason::Household), "{strangers}");
    }
}

#[test]
fn an_initial_leaves_the_number_of_people_between_bounds() {
    let rows = vec![
        row("full", "Тілеубергенов Асқар Маратұлы", "87000000010", "02.03.2009", "Шетпе"),
        row("initial", "Тілеубергенов А.", "", "", "Шетпе"),
    ];
    let found = found(rows, &plain());
    let pair = told(&found, "full", "initial").unwrap();
    assert!((0.1..0.9).contains(&pair.probability), "{pair:?}");
    assert!(found.persons_at_least < found.persons_at_most);
}

#[test]
fn a_man_and_a_woman_of_one_initial_are_two() {
    let rows = vec![
        row("he", "Тілеубергенов А.", "87000000012", "", "Шетпе"),
        row("she", "Тілеубергенова А.", "87000000012", "", "Шетпе"),
    ];
    let found = found(rows, &plain());
    assert_ne!(verdict(&found, "he", "she"), PairVerdict::Same, "{:?}", told(&found, "he", "she"));
}

#[test]
fn somebodys_not_same_holds_by_way_of_others_too() {
    let rows = || {
        vec![
            row("1", "Тілеубергенов Асқар", "87000000010", "02.03.2009", "Шетпе"),
            row("2", "Тилеубергенов Аскар", "87000000010", "02.03.2009", "Шетпе"),
            row("3", "Асқар Тілеубергенов", "87000000010", "02.03.2009", "Шетпе"),
        ]
    };
    assert_eq!(verdict(&found(rows(), &plain()), "1", "3"), PairVerdict::Same);
    let options = DuplicateOptions { decisions: vec![decided("3", "1", PairVerdict::NotSame)], ..plain() };
    let found = found(rows(), &options);
    assert_eq!(verdict(&found, "1", "3"), PairVerdict::NotSame);
    let joined = [verdict(&found, "1", "2"), verdict(&found, "2", "3")];
    assert!(joined.iter().filter(|verdict| **verdict == PairVerdict::Same).count() <= 1, "{joined:?}");
}

#[test]
fn decisions_go_before_comparison_and_contradictions_are_told() {
    let rows = vec![
        row("1", "Асқар Тілеу", "", "", ""),
        row("2", "Дидар Қуаныш", "", "", ""),
        row("3", "Ғазиз Бөкен", "", "", ""),
    ];
    let decisions = vec![
        decided("1", "2", PairVerdict::Same),
        decided("2", "3", PairVerdict::Same),
        decided("1", "3", PairVerdict::NotSame),
        decided("1", "gone", PairVerdict::Same),
    ];
    let found = found(rows, &DuplicateOptions { decisions, ..plain() });
    assert_eq!(verdict(&found, "1", "2"), PairVerdict::Same);
    assert_eq!(told(&found, "1", "2").unwrap().origin, VerdictOrigin::Decision {});
    assert_ne!(verdict(&found, "2", "3"), PairVerdict::Same);
    let codes: Vec<&str> = found.findings.iter().map(|finding| finding.code.as_str()).collect();
    assert_eq!(codes, ["PPL002", "PPL003"]);
}

#[test]
fn a_decision_that_it_cannot_be_told_stays_in_the_queue() {
    let same = |id: &str| row(id, "Тілеубергенов Асқар", "87000000010", "02.03.2009", "Шетпе");
    let options = DuplicateOptions { decisions: vec![decided("1", "2", PairVerdict::Unsure)], ..plain() };
    let found = found(vec![same("1"), same("2")], &options);
    let pair = told(&found, "1", "2").unwrap();
    assert_eq!((pair.verdict, pair.reason), (PairVerdict::Unsure, Some(UnsureReason::Decision)));
}

#[test]
fn a_rule_settles_its_pairs_and_one_that_cannot_fire_is_reported() {
    let rule = |id: &str, agree: &[MatchField], differ: &[MatchField], verdict| MatchRule {
        id: id.parse().unwrap(),
        agree: agree.to_vec(),
        differ: differ.to_vec(),
        verdict,
    };
    let rules = vec![
        rule("one phone", &[MatchField::Phone], &[], PairVerdict::Same),
        rule("one iin", &[MatchField::Iin], &[], PairVerdict::Same),
        rule("all", &[], &[], PairVerdict::Same),
        rule("never", &[MatchField::Phone], &[MatchField::Phone], PairVerdict::NotSame),
    ];
    let rows = vec![
        row("1", "Асқар Тілеу", "87000000020", "", ""),
        row("2", "Дидар Қуаныш", "8 700 000 00 20", "", ""),
    ];
    let found = found(rows, &DuplicateOptions { rules, ..plain() });
    assert_eq!(
        told(&found, "1", "2").unwrap().origin,
        VerdictOrigin::Rule { rule: "one phone".parse().unwrap() }
    );
    let silent: Vec<Option<RuleSilence>> = found.rules.iter().map(|used| used.silent.clone()).collect();
    assert_eq!(
        silent,
        [
            None,
            Some(RuleSilence::FieldEmpty { field: MatchField::Iin }),
            Some(RuleSilence::NothingAgrees {}),
            Some(RuleSilence::Contradiction { field: MatchField::Phone }),
        ]
    );
    assert_eq!(found.findings.iter().filter(|finding| finding.code == "PPL001").count(), 3);
}

#[test]
fn nothing_of_a_person_shows_in_what_is_told() {
    let rows = vec![
        row("1", "Тілеубергенов Асқар", "87000000010", "02.03.2009", "Шетпе"),
        row("2", "Тілеубергенов Асқар", "87000000010", "02.03.2009", "Шетпе"),
    ];
    let debugged = format!("{rows:?}");
    let found = found(rows, &plain());
    let wire = serde_json::to_string(&found).unwrap();
    for secret in ["Тілеуберген", "Асқар", "tileubergen", "000010", "02.03", "2009"] {
        assert!(
            !debugged.contains(secret) && !wire.contains(secret) && !format!("{found:?}").contains(secret),
            "{secret}"
        );
    }
}

//! What no figure shows and a comparison of packages tells all the same; and what a package binds and gives nobody to try.

use qoldau_core::facts::{FactsLimits, read_facts};
use qoldau_core::language::Language;
use qoldau_core::package::{
    LineException, LineState, Package, PackageDiff, diff_packages, digest_of, read_package, say_package_diff,
    write_package,
};

use super::{JOURNAL, facts, package, package_of, plan};

/// A package as version 1.3 wrote it, of entries without seals.
const THIRD: &[u8] = include_bytes!("../fixtures/package-1.3.json");
const THIRD_DIGEST: &str = "f8ed3cf46468d6a7ad2594bcb0d190f7ccbe8de01134aa3d09caf7479f5ffb91";

fn diff(before: &Package, now: &Package) -> PackageDiff {
    diff_packages(before, now, None).unwrap()
}

fn told_in_three(diff: &PackageDiff, said: [&str; 3]) {
    for (language, said) in [Language::Kazakh, Language::Russian, Language::English].into_iter().zip(said) {
        let text = say_package_diff(diff, language);
        assert!(text.contains(said), "{text}");
    }
}

#[test]
fn an_entry_that_the_earlier_package_binds_and_the_later_one_lacks_is_named() {
    let before = package("2024-07-31");
    let mut entries = facts().entries;
    // The journal without a void: the post that it struck out counts again, as if it were new work.
    entries.retain(|entry| entry.id.as_str() != "c5");
    let now = package_of(&plan(), &entries, "2024-07-31");
    let ids: Vec<String> = diff(&before, &now).missing_entries.iter().map(ToString::to_string).collect();
    assert_eq!(ids, ["c5"]);
    told_in_three(
        &diff(&before, &now),
        [
            "мұнда жоқ жазбалар (журналдан алынған, оқылмайды немесе есепке алынбайды): c5",
            "не читаются или больше не учтены): c5",
            "no longer counted): c5",
        ],
    );
    assert_eq!(diff(&now, &before).missing_entries, []);
    // A package of an earlier day lacks what came later.
    assert_eq!(diff(&before, &package("2024-06-30")).missing_entries, []);
}

#[test]
fn a_line_of_which_only_the_exceptions_or_the_activity_differ_has_changed() {
    let before = package("2024-06-30");
    let mut now = before.clone();
    now.lines[0].exceptions = Some(vec![LineException::Late, LineException::Overdue]);
    now.lines[1].activity = Some("Онлайн вебинар".into());
    let told = diff(&before, &now);
    let changed: Vec<_> = told.lines.iter().map(|line| (line.line.as_str(), line.state)).collect();
    assert_eq!(changed, [("t1-1", LineState::Changed), ("t1-2", LineState::Changed)]);
    assert_eq!(told.lines[0].exceptions_before, Some(Vec::new()));
    assert_eq!(told.lines[1].activity_before.as_deref(), Some("Шаралар"));
    assert_eq!(told.unchanged, 2);
    told_in_three(
        &told,
        [
            "Назар аударатын жайттар: — → мерзімінен кеш, мерзімі өткен",
            "Исключения: — → с опозданием, просрочено",
            "Exceptions: — → late, overdue",
        ],
    );
    told_in_three(
        &told,
        [
            "Іс-шара: Шаралар → Онлайн вебинар",
            "Мероприятие: Шаралар → Онлайн вебинар",
            "Activity: Шаралар → Онлайн вебинар",
        ],
    );
}

#[test]
fn another_plan_under_the_same_edition_is_told_first() {
    let before = package("2024-06-30");
    let mut other = plan();
    other.tasks[0].activities[0].indicators[0].requires.approvals.clear();
    other.period = None;
    other.grantee = Some("Басқа ұйым".into());
    let mut now = package_of(&other, &facts().entries, "2024-06-30");
    now.unread = vec!["Тараптар келісті".into()];
    let told = diff(&before, &now);
    assert!(told.plan_altered);
    assert_eq!(told.about.as_ref().and_then(|about| about.now.grantee.as_deref()), Some("Басқа ұйым"));
    assert_eq!(
        (told.unread_added.as_slice(), told.unread_gone.as_slice()),
        (["Тараптар келісті".to_owned()].as_slice(), [].as_slice())
    );
    let text = say_package_diff(&told, Language::English);
    let second = text.lines().nth(1).unwrap();
    assert_eq!(
        second,
        "The plan was altered though its edition is the same: deadlines, kinds and approvals may be others"
    );
    assert!(!text.contains("Nothing differs"), "{text}");
    told_in_three(&told, ["жоспар өзгертілген", "план изменён", "Басқа ұйым"]);
    // Another edition is another plan, and nothing to be wondered at.
    now.edition = 1;
    assert!(!diff(&before, &now).plan_altered);
}

#[test]
fn of_an_item_without_seal_and_salt_nobody_tries_what_somebody_wrote() {
    let digest = |from: &str, to: &str| {
        let journal = JOURNAL.replace("DIGEST", &"0".repeat(64));
        assert!(journal.contains(from), "{from}");
        let read = read_facts(journal.replace(from, to).as_bytes(), &FactsLimits::default()).unwrap();
        let package = package_of(&plan(), &read.entries, "2024-06-30");
        let items = package.lines.iter().flat_map(|line| &line.evidence);
        items.map(|item| item.digest.clone()).collect::<Vec<_>>()
    };
    let as_it_is = digest("\"rows\":64", "\"rows\":64");
    for (from, to) in [
        ("\"name\":\"list.pdf\"", "\"name\":\"Айдар Сейілов.pdf\""),
        ("\"rows\":64", "\"rows\":64,\"title\":\"Айдар Сейілов\""),
        ("\"outlet\":\"Instagram\"", "\"outlet\":\"Айдар Сейілов\""),
    ] {
        assert_eq!(digest(from, to), as_it_is, "{to}");
    }
    // What names nobody is bound.
    for (from, to) in [("\"rows\":64", "\"rows\":65"), ("\"pages\":5", "\"pages\":6"), ("/p/1", "/p/2")] {
        assert_ne!(digest(from, to), as_it_is, "{to}");
    }
}

#[test]
fn a_package_of_1_3_keeps_its_form_and_is_compared_by_what_both_say() {
    let third = read_package(THIRD).unwrap();
    assert_eq!(third.format, "qoldau-package/1.3");
    assert_eq!(digest_of(&third).unwrap(), THIRD_DIGEST);
    assert_eq!(write_package(&third).unwrap().as_bytes(), THIRD);
    let now = package("2024-06-30");
    let told = diff(&third, &now);
    assert_eq!((told.lines.as_slice(), told.altered_entries.as_slice()), ([].as_slice(), [].as_slice()));
    // What it is found by shows all the same, though the digests are of two kinds.
    let mut other = now.clone();
    other.lines[1].evidence[0].what.as_mut().unwrap().link = Some("https://example.org/p/2".into());
    assert_eq!(diff(&third, &other).lines[0].evidence.len(), 1);
}

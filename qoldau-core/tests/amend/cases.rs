//! One change at a time.

use qoldau_core::plan::reconcile::{AmendError, amend, reconcile};
use qoldau_core::plan::{Indicator, Plan, PlanReading, Question, ReadingSource};

use crate::support::*;

#[test]
fn an_annex_that_is_the_same_keeps_everything() {
    let old = plan();
    let found = propose(&old, &plan());
    assert_eq!(notable(&found), [""; 0]);
    assert_eq!(codes(&found.findings), ["AMD008"]);
    let next = amended(&old, &plan());
    assert_eq!(next.findings, []);
    assert!(next.ids.iter().all(|pair| pair.amended == pair.id));
    let editions = next.plan.editions.clone();
    assert_eq!(Plan { editions: old.editions.clone(), ..next.plan }, old);
    assert_eq!(editions.len(), 2);
}

#[test]
fn lines_in_another_order_are_the_lines_they_were() {
    let new = Annex::real()
        .change("3-міндет", "Үгіт-насихат жұмысының жоспары \n\nЖолданатын хат (орта, арнаулы орта және жоғары білім беру ұйымдарына)\n\nҚатысушылар саны", "Қатысушылар саны\n\nЖолданатын хат (орта, арнаулы орта және жоғары білім беру ұйымдарына)\n\nҮгіт-насихат жұмысының жоспары")
        .change("3-міндет", "\t1\n\n\n1\n\n\n3000\n", "\t3000\n\n\n1\n\n\n1\n")
        .plan();
    let found = propose(&plan(), &new);
    assert_eq!(notable(&found), [""; 0]);
    let next = amended(&plan(), &new).plan;
    let ids: Vec<(&str, &str)> = next.tasks[2].activities[0]
        .indicators
        .iter()
        .take(3)
        .map(|line| (line.number.as_str(), line.id.as_str()))
        .collect();
    assert_eq!(ids, [("3.1", "t3-3"), ("3.2", "t3-2"), ("3.3", "t3-1")]);
}

#[test]
fn a_line_split_in_two_is_a_question() {
    let new = Annex::real()
        .change("3-міндет", "Ақпараттық посттар\n", "Ақпараттық посттар\n\nАқпараттық посттар\n")
        .change("3-міндет", "1 әр шарадан\n", "4\n\n6\n")
        .plan();
    let found = propose(&plan(), &new);
    assert_eq!(
        notable(&found),
        ["line unsure 3.5 <- - ? 3.5", "line unsure 3.6 <- - ? 3.5", "line unsure - <- 3.5 ? 3.5 3.6"]
    );
    assert_eq!(codes(&found.findings), ["AMD002"]);
    let refused = amend(&plan(), &new, &agreement(&[]));
    assert_eq!(refused, Err(AmendError::Unsure { first: id("t3-5"), count: 2 }));
    // One answer settles both: what the second line is not, it is not.
    let next = amend(&plan(), &new, &agreement(&[("t3-6", Some("t3-5"))]));
    assert_eq!(line(&next.unwrap().plan, "3.6").id.as_str(), "t3-5");
    let next = amend(&plan(), &new, &agreement(&[("t3-5", Some("t3-5")), ("t3-6", None)])).unwrap().plan;
    assert_eq!(line(&next, "3.5").id.as_str(), "t3-5");
    assert_eq!(line(&next, "3.6").id.as_str(), "t3-9");
}

#[test]
fn a_line_that_is_gone_is_withdrawn() {
    let new = Annex::real()
        .change(
            "қорытынды презентация",
            "Презентация\n\nӘлеуметтік желіде тікелей эфир (Facebook, Instagram)",
            "Презентация",
        )
        .change("қорытынды презентация", "1\n\n2\n", "1\n")
        .plan();
    let old = plan();
    let found = propose(&old, &new);
    assert_eq!(notable(&found), ["line withdrawn - <- 8.2"]);
    assert_eq!(codes(&found.findings), ["AMD003"]);
    let next = amended(&old, &new);
    assert_eq!(codes(&next.findings), ["AMD003"]);
    let [gone] = next.plan.withdrawn.as_slice() else { panic!("{:?}", next.plan.withdrawn) };
    assert_eq!(
        (gone.id.as_str(), gone.within.as_ref().unwrap().as_str(), gone.edition),
        ("t8-2", "t8-a1", 1)
    );
    assert_eq!(gone.line.as_ref(), Some(line(&old, "8.2")));
    assert_eq!(line(&next.plan, "8.2").id.as_str(), "t8-3");
}

#[test]
fn a_renamed_activity_keeps_its_lines() {
    let new = Annex::real()
        .change("5-міндет", "\tМаңғыстау облысы волонтерлерінің Фронт-офисінің тұрақты коуоркингін жасақтау және волонтерлерге арналған жұмыс орнын ұсыну\n", "\tЕріктілер кеңістігін ашу\n")
        .plan();
    assert_eq!(notable(&propose(&plan(), &new)), ["activity changed 5.1 <- 5.1 title"]);
}

#[test]
fn a_renamed_line_between_lines_that_stayed_is_found_by_its_place() {
    let new = Annex::real().change("2-міндет", "Өтініштер тізімі", "Түскен өтініштердің тізімі").plan();
    assert_eq!(notable(&propose(&plan(), &new)), ["line changed 2.5 <- 2.5 name"]);
}

#[test]
fn a_line_of_another_name_is_new_and_one_of_nearly_the_same_is_a_question() {
    let new = Annex::real().change("7 міндет", "Бағдарлама\n", "Сценарий\n").plan();
    let found = propose(&plan(), &new);
    assert_eq!(notable(&found), ["line added 7.3 <- -", "line withdrawn - <- 7.3"]);
    let new = Annex::real()
        .change("1 міндет", "Арнайы Call center жұмысын іске қосу", "Арнайы чат-бот жұмысын іске қосу")
        .plan();
    // Most of the words and the place are the same, and another thing is delivered.
    assert_eq!(
        notable(&propose(&plan(), &new)),
        ["line unsure 1.6 <- - ? 1.6", "line unsure - <- 1.6 ? 1.6"]
    );
}

#[test]
fn words_that_are_added_left_out_or_in_another_form_change_no_line() {
    for name in [
        "Call center жұмысын іске қосу",
        "Арнайы Call center жұмысының іске қосылуы",
        "Арнайы «Сенім» Call center жұмысын іске қосу",
        "Арнайы Call-center жұмысын бірлесіп іске қосу",
    ] {
        let new = Annex::real().change("1 міндет", "Арнайы Call center жұмысын іске қосу", name).plan();
        assert_eq!(notable(&propose(&plan(), &new)), ["line changed 1.6 <- 1.6 name"], "{name}");
    }
}

#[test]
fn a_number_that_changes_is_the_same_line() {
    let new = Annex::real().change("3-міндет", "3000\n", "3500\n").plan();
    let found = propose(&plan(), &new);
    assert_eq!(notable(&found), ["line changed 3.3 <- 3.3 targets"]);
    let row = found.rows.iter().find(|row| !row.changes.is_empty()).unwrap();
    assert_eq!(
        (row.changes[0].before.as_deref(), row.changes[0].after.as_deref()),
        (Some("3000"), Some("3500"))
    );
}

#[test]
fn of_two_lines_of_one_name_the_one_that_stayed_is_known_and_the_other_follows() {
    // Task 2 announces twice: 3 before, 2 after the lists of participants.
    let new = Annex::real().change("2-міндет", "Кем дегенде 2\n", "Кем дегенде 4\n").plan();
    assert_eq!(notable(&propose(&plan(), &new)), ["line changed 2.7 <- 2.7 targets"]);
    let both = Annex::real()
        .change("2-міндет", "Кем дегенде 2\n", "Кем дегенде 4\n")
        .change("2-міндет", "3\n\nКем дегенде 3\n\n\n1\n", "3\n\nКем дегенде 5\n\n\n1\n")
        .plan();
    let found = notable(&propose(&plan(), &both));
    assert_eq!(found[..2], ["line unsure 2.4 <- - ? 2.4 2.7", "line unsure 2.7 <- - ? 2.4 2.7"]);
}

/// Task 2 announces twice under one name. What the lines promise says one thing and their places another: whoever took one of
/// them for the other would move its facts.
#[test]
fn lines_of_one_name_whose_numbers_and_places_disagree_are_a_question() {
    let lines = |plan: &mut Plan, change: fn(&mut Vec<Indicator>, usize, usize)| {
        let lines =
            plan.tasks.iter_mut().flat_map(|task| &mut task.activities).map(|one| &mut one.indicators);
        for lines in lines {
            let at = |of: &str| lines.iter().position(|line| line.id.as_str() == of);
            if let (Some(a), Some(b)) = (at("t2-4"), at("t2-7")) {
                assert_eq!(lines[a].name, lines[b].name);
                change(lines, a, b);
            }
        }
    };
    // Ids of a new annex say nothing: they are renamed, as reading gives them.
    let changed = |change: fn(&mut Vec<Indicator>, usize, usize)| {
        let mut new = plan();
        lines(&mut new, change);
        notable(&propose(&plan(), &new))
    };
    let exchanged = changed(|lines, a, b| {
        let targets = std::mem::take(&mut lines[a].targets);
        lines[a].targets = std::mem::replace(&mut lines[b].targets, targets);
    });
    assert_eq!(exchanged.len(), 4, "{exchanged:?}");
    assert!(exchanged.iter().all(|row| row.starts_with("line unsure")), "{exchanged:?}");
    // The first is gone and the second raised to what the first was.
    let raised = changed(|lines, a, b| {
        lines[b].targets = lines[a].targets.clone();
        lines.remove(a);
    });
    assert!(raised.iter().any(|row| row.starts_with("line unsure")), "{raised:?}");
    assert!(!raised.iter().any(|row| row.starts_with("line withdrawn")), "{raised:?}");
    // The second alone is gone: nothing contradicts that.
    let gone = changed(|lines, _, b| drop(lines.remove(b)));
    assert_eq!(gone, ["line withdrawn - <- 2.7"]);
    let gone = changed(|lines, a, _| drop(lines.remove(a)));
    assert_eq!(gone, ["line withdrawn - <- 2.4"]);
}

#[test]
fn a_line_that_counts_something_else_is_warned_of() {
    let new = Annex::real().change("1 міндет", "2 пост, 7 хат", "2 пост, 7 тізім").plan();
    let found = propose(&plan(), &new);
    assert_eq!(
        notable(&found),
        ["line changed 1.3 <- 1.3 targets", "target added 1.3 <- -", "target withdrawn - <- 1.3"]
    );
    assert_eq!(codes(&found.findings), ["AMD004"]);
    let next = amended(&plan(), &new).plan;
    let ids: Vec<&str> = line(&next, "1.3").targets.iter().map(|target| target.id.as_str()).collect();
    assert_eq!(ids, ["t1-3.1", "t1-3.3"]);
    assert_eq!(next.withdrawn[0].id.as_str(), "t1-3.2");
}

#[test]
fn a_task_put_first_shifts_all_and_changes_none() {
    let real = example("qoldau-2024.kk.txt");
    let (start, end) = (real.find("6 міндет.").unwrap(), real.find("7 міндет.").unwrap());
    let task = real[start..end].replace("6 міндет. ", "1 міндет. Жаңа: ").replace("парақшасын", "подкастын");
    let mut text = real.clone();
    text.insert_str(text.find("1 міндет.").unwrap(), &task);
    let found = propose(&plan(), &read(&text));
    assert!(notable(&found).iter().all(|row| row.contains("added 1")), "{:?}", notable(&found));
    assert_eq!((found.counts.added, found.counts.changed), (8, 0));
    assert!(found.rows.iter().all(|row| {
        let (Some(old), Some(new)) = (&row.old, &row.new) else { return true };
        row.node != qoldau_core::plan::PlanNode::Line || old.name == new.name
    }));
    assert_eq!(found.counts.withdrawn, 0);
}

#[test]
fn the_annex_of_another_project_is_told_at_once() {
    let path = std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/annex.ru.txt");
    let other = read(&std::fs::read_to_string(path).unwrap());
    let found = propose(&plan(), &other);
    assert_eq!(codes(&found.findings)[0], "AMD001");
    assert_eq!(codes(&found.findings).iter().filter(|code| **code == "AMD001").count(), 1);
    assert_eq!((found.counts.kept, found.counts.changed), (0, 1), "only the plan's own words are compared");
}

#[test]
fn answers_that_do_not_fit_are_refused() {
    let new = Annex::real().change("3-міндет", "3000\n", "3500\n").plan();
    let with = |answers: &[(&str, Option<&str>)]| amend(&plan(), &new, &agreement(answers)).unwrap_err();
    assert_eq!(with(&[("t9-99", None)]), AmendError::NoSuchPart { id: id("t9-99") });
    assert_eq!(with(&[("t3-3", Some("t9-99"))]), AmendError::NoSuchOldPart { id: id("t9-99") });
    // A line is no activity.
    assert_eq!(with(&[("t3-3", Some("t3-a1"))]), AmendError::NoSuchOldPart { id: id("t3-a1") });
    assert_eq!(with(&[("t3-3", None), ("t3-3", Some("t3-3"))]), AmendError::AnsweredTwice { id: id("t3-3") });
    assert_eq!(
        with(&[("t3-2", Some("t3-3")), ("t3-3", Some("t3-3"))]),
        AmendError::AnsweredTwice { id: id("t3-3") }
    );
    let mut early = agreement(&[]);
    early.effective_from = "2024-04-29".parse().unwrap();
    assert_eq!(amend(&plan(), &new, &early).unwrap_err().code(), "AMD025");
    let mut double = new.clone();
    double.tasks[1].id = id("t1");
    assert_eq!(
        amend(&plan(), &double, &agreement(&[])).unwrap_err(),
        AmendError::DuplicateId { id: id("t1") }
    );
}

#[test]
fn an_answer_goes_before_what_is_proposed() {
    let new = Annex::real().change("3-міндет", "3000\n", "3500\n").plan();
    let next = amend(&plan(), &new, &agreement(&[("t3-3", None)])).unwrap().plan;
    assert_eq!(line(&next, "3.3").id.as_str(), "t3-9");
    assert_eq!(next.withdrawn[0].id.as_str(), "t3-3");
    let found = reconcile(&plan(), &new, &agreement(&[("t3-3", None)]));
    assert_eq!(notable(&found), ["line added 3.3 <- -", "line withdrawn - <- 3.3"]);
}

#[test]
fn an_odd_day_is_told() {
    let mut early = agreement(&[]);
    early.effective_from = "2024-07-01".parse().unwrap();
    assert_eq!(codes(&reconcile(&plan(), &plan(), &early).findings), ["AMD007", "AMD008"]);
    early.effective_from = "2025-08-01".parse().unwrap();
    assert_eq!(codes(&amend(&plan(), &plan(), &early).unwrap().findings), ["AMD007"]);
}

fn reading(line: &str, question: Question, answer: &str) -> PlanReading {
    PlanReading {
        line: id(line),
        question,
        answer: answer.into(),
        source: ReadingSource::Agreed,
        agreed_with: None,
        date: None,
        document: None,
    }
}

#[test]
fn what_people_said_goes_over_unless_the_agreement_changed_what_it_is_about() {
    let mut old = plan();
    old.readings = vec![
        reading("t7-a1", Question::Due, "2024-09-15"),
        reading("t2-a1", Question::Due, "2024-09-15"),
        reading("t3-3", Question::Amount, "3000"),
        reading("t1-5", Question::Bound, "atLeast"),
        reading("goals.3", Question::CarriedBy, "t1-5"),
        reading("goals.2", Question::CarriedBy, "t8-2"),
        reading("t8-2", Question::Networks, "perNetwork"),
    ];
    old.impact[0].sources = Some(vec![id("t3-3"), id("t8-2")]);
    old.tasks[0].activities[0].indicators[0].baseline = Some("3".parse().unwrap());
    old.tasks[0].activities[0].indicators[2].kind = qoldau_core::plan::IndicatorKind::Letter;
    let new = Annex::real()
        .change("7 міндет", "Маусым -Қыркүйек", "Маусым -Қазан")
        .change("3-міндет", "3000\n", "3500\n")
        .change("Жоба мақсаты", "· Волонтерлік бастамаларды дамыту және қолдау\n", "")
        .change(
            "қорытынды презентация",
            "Презентация\n\nӘлеуметтік желіде тікелей эфир (Facebook, Instagram)",
            "Презентация",
        )
        .change("қорытынды презентация", "1\n\n2\n", "1\n")
        .plan();
    let next = amended(&old, &new);
    let kept: Vec<(&str, &str)> =
        next.plan.readings.iter().map(|one| (one.line.as_str(), one.answer.as_str())).collect();
    assert_eq!(kept, [("t2-a1", "2024-09-15"), ("t1-5", "atLeast"), ("goals.2", "t1-5")]);
    assert_eq!(codes(&next.findings), ["AMD003", "AMD005", "AMD006"]);
    let dropped: Vec<&str> = next.findings[1].lines.iter().map(qoldau_core::value::Id::as_str).collect();
    assert_eq!(dropped, ["goals.2", "t3-3", "t7-a1", "t8-2"]);
    let first = line(&next.plan, "1.1");
    assert_eq!(first.baseline, Some("3".parse().unwrap()));
    assert_eq!(line(&next.plan, "1.3").kind, qoldau_core::plan::IndicatorKind::Letter);
    assert_eq!(next.plan.impact[0].sources, old.impact[0].sources);
}

#[test]
fn pairing_gives_no_id_of_a_withdrawn_line_again() {
    use qoldau_core::annex::{PairChoice, pair};
    let faulty = read(
        &std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/tests/data/faulty.kk.txt"))
            .unwrap(),
    );
    let choices =
        || [(vec![0], vec![0]), (vec![1, 2], vec![1])].map(|(names, values)| PairChoice { names, values });
    let last = |plan: &Plan| plan.tasks[0].activities[1].indicators[1].id.to_string();
    let paired = pair(faulty.clone(), &id("t1-a2"), &choices()).unwrap();
    let mut amended = faulty;
    amended.withdrawn = vec![qoldau_core::plan::Withdrawn {
        node: qoldau_core::plan::PlanNode::Line,
        id: last(&paired).parse().unwrap(),
        edition: 1,
        within: None,
        number: None,
        name: None,
        line: None,
        impact: None,
    }];
    let again = pair(amended, &id("t1-a2"), &choices()).unwrap();
    assert_ne!(last(&again), last(&paired));
}

#[test]
fn a_new_annex_whose_lines_are_not_paired_is_told() {
    let new = Annex::real()
        .change("2-міндет", "Шара ережесі\n", "Шара ережесі\n\nТөрешілер алқасының құрамы\n")
        .plan();
    let found = propose(&plan(), &new);
    let told = found.findings.iter().find(|finding| finding.code == "AMD012").unwrap();
    assert_eq!(told.lines, [id("t2-a1")]);
    assert!(codes(&amended(&plan(), &new).findings).contains(&"AMD012"));
}

#[test]
fn a_line_that_is_brought_back_is_asked_about() {
    let without = Annex::real()
        .change(
            "қорытынды презентация",
            "Презентация\n\nӘлеуметтік желіде тікелей эфир (Facebook, Instagram)",
            "Презентация",
        )
        .change("қорытынды презентация", "1\n\n2\n", "1\n")
        .plan();
    let first = amended(&plan(), &without).plan;
    assert!(!codes(&propose(&first, &without).findings).contains(&"AMD013"));
    let found = propose(&first, &plan());
    let told = found.findings.iter().find(|finding| finding.code == "AMD013").unwrap();
    assert_eq!(told.lines, [id("t8-2")]);
    let back = amended(&first, &plan());
    assert!(codes(&back.findings).contains(&"AMD013"));
    assert_ne!(line(&back.plan, "8.2").id, id("t8-2"), "it keeps to itself until somebody says so");
}

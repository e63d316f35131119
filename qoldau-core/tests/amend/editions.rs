//! Every period is judged by the edition that was in force; what was withdrawn keeps its facts.

use std::collections::BTreeSet;

use qoldau_core::assess::{Assessment, Figure, Headline, TargetStanding, assess, assess_editions};
use qoldau_core::facts::{FactsLimits, Observations, check_facts, observe, read_facts};
use qoldau_core::language::Language;
use qoldau_core::package::read_package;
use qoldau_core::plan::{Edition, Plan, PlanNode, Policy, Trait, Withdrawn};
use qoldau_core::report::{
    RegisterLine, render_register_csv, render_register_html, render_register_markdown,
};
use qoldau_core::value::Id;
use qoldau_core::whole::{HoldOptions, ReportForm, freeze_journal, register_journal, render_report};

use crate::real::new_annex;
use crate::support::*;

fn journal(more: &str) -> Observations {
    let text = format!("{}\n{more}", example("season.jsonl").trim_end());
    let facts = read_facts(text.as_bytes(), &FactsLimits::default()).unwrap();
    assert!(more.is_empty() || facts.findings.is_empty(), "{:?}", facts.findings);
    observe(facts.entries)
}

fn on(plan: &Plan, others: &[Plan], day: &str) -> Assessment {
    with(plan, others, day, "")
}

fn with(plan: &Plan, others: &[Plan], day: &str, more: &str) -> Assessment {
    assess_editions(plan, others, &journal(more), day.parse().unwrap(), &Policy::default(), None)
}

fn target<'a>(assessment: &'a Assessment, id: &str) -> &'a TargetStanding {
    let activities = assessment.tasks.iter().flat_map(|task| &task.activities);
    activities
        .flat_map(|one| &one.lines)
        .flat_map(|line| &line.targets)
        .find(|one| one.id.as_str() == id)
        .unwrap()
}

fn json(assessment: &Assessment) -> String {
    serde_json::to_string(assessment).unwrap()
}

/// Months with what each needs: `6:1`.
fn months(target: &TargetStanding) -> Vec<String> {
    target.per_period.iter().map(|one| format!("{}:{}", one.range.start.month(), one.needed)).collect()
}

#[test]
fn a_day_before_the_agreement_gives_what_the_old_edition_gives_alone() {
    let old = plan();
    let next = amended(&old, &new_annex().plan()).plan;
    for day in ["2024-04-01", "2024-05-01", "2024-07-31"] {
        let alone = assess(&old, &journal(""), day.parse().unwrap(), &Policy::default(), None);
        for (plan, others) in [(&next, vec![old.clone()]), (&old, vec![next.clone()])] {
            assert!(json(&on(plan, &others, day)) == json(&alone), "{day}");
        }
    }
    let after = on(&old, std::slice::from_ref(&next), "2024-08-01");
    assert_eq!((after.edition, after.counts.lines), (1, 74));
    // Where no target turns, the new edition with the old one beside it says what it says alone.
    let alone = assess(&next, &journal(""), "2024-11-30".parse().unwrap(), &Policy::default(), None);
    assert!(json(&on(&next, &[old], "2024-11-30")) == json(&alone));
}

#[test]
fn months_are_judged_by_the_edition_of_their_last_day() {
    let old = plan();
    let new = Annex::real().change("6 міндет", "кемінде 1 (әр ай сайын)", "кемінде 3 (әр ай сайын)").plan();
    let next = amended(&old, &new).plan;
    let alone = assess(&next, &journal(""), "2024-11-30".parse().unwrap(), &Policy::default(), None);
    assert_eq!(months(target(&alone, "t6-4.1")), ["6:3", "7:3", "8:3", "9:3", "10:3"]);
    let both = on(&next, std::slice::from_ref(&old), "2024-11-30");
    let judged = target(&both, "t6-4.1");
    assert_eq!(months(judged), ["6:1", "7:1", "8:3", "9:3", "10:3"]);
    assert_eq!(judged.expected.total, Some("11".parse().unwrap()));
    // In force from the middle of a month: the month is of the edition that saw its end.
    let mut middle = agreement(&[]);
    middle.effective_from = "2024-08-15".parse().unwrap();
    let next = qoldau_core::plan::reconcile::amend(&old, &new, &middle).unwrap().plan;
    assert_eq!(
        months(target(&on(&next, &[old], "2024-11-30"), "t6-4.1")),
        ["6:1", "7:1", "8:3", "9:3", "10:3"]
    );
}

#[test]
fn three_editions_judge_each_their_own_months() {
    let annex = |amount: &str| {
        Annex::real()
            .change("6 міндет", "кемінде 1 (әр ай сайын)", &format!("кемінде {amount} (әр ай сайын)"))
            .plan()
    };
    let first = plan();
    let second = amended(&first, &annex("3")).plan;
    let mut later = agreement(&[]);
    later.effective_from = "2024-09-01".parse().unwrap();
    let third = qoldau_core::plan::reconcile::amend(&second, &annex("2"), &later).unwrap().plan;
    let all = on(&third, &[second, first], "2024-11-30");
    assert_eq!(months(target(&all, "t6-4.1")), ["6:1", "7:1", "8:3", "9:2", "10:2"]);
}

#[test]
fn a_monthly_line_that_is_new_owes_nothing_of_the_months_before_it() {
    let old = plan();
    let new = Annex::real()
        .change("6 міндет", "Дайжест \n", "Дайжест\n\nПодкаст\n")
        .change("6 міндет", "1\n\n\n1\n", "1\n\n\n1\n\n1 (ай сайын)\n")
        .plan();
    let next = amended(&old, &new).plan;
    assert_eq!(line(&next, "6.7").id.as_str(), "t6-7");
    assert_eq!(months(target(&on(&next, &[old], "2024-11-30"), "t6-7.1")), ["8:1", "9:1", "10:1"]);
}

#[test]
fn events_are_judged_by_the_edition_of_their_day() {
    let old = plan();
    let new = Annex::real().change("2-міндет", "Кем дегенде 5", "Кем дегенде 500").plan();
    let next = amended(&old, &new).plan;
    let needed = |assessment: &Assessment| -> Vec<String> {
        target(assessment, "t2-10.1").per_event.iter().map(|one| one.needed.to_string()).collect()
    };
    let (before, after) = (on(&old, &[], "2024-11-30"), on(&next, std::slice::from_ref(&old), "2024-11-30"));
    let dates: Vec<bool> = target(&after, "t2-10.1")
        .per_event
        .iter()
        .map(|share| {
            let event = after.events.iter().find(|event| event.id == share.event).unwrap();
            event.range.end < "2024-08-01".parse().unwrap()
        })
        .collect();
    let expected: Vec<String> =
        dates.iter().map(|early| if *early { "5" } else { "500" }.to_owned()).collect();
    assert_eq!(needed(&after), expected);
    assert!(dates.contains(&true) && dates.contains(&false), "the season has events on both sides");
    assert_eq!(needed(&before), vec!["5"; dates.len()]);
}

/// Hosts hand over whatever they have: the same edition twice, editions that begin on one day.
#[test]
fn editions_in_any_order_and_twice_are_told_apart() {
    let annex = |amount: &str| {
        Annex::real()
            .change("6 міндет", "кемінде 1 (әр ай сайын)", &format!("кемінде {amount} (әр ай сайын)"))
            .plan()
    };
    let first = plan();
    let second = amended(&first, &annex("3")).plan;
    let third = amended(&second, &annex("2")).plan;
    let mut undated = first.clone();
    undated.editions[0].effective_from = None;
    let expected = ["6:1", "7:1", "8:2", "9:2", "10:2"];
    for (plan, others) in [
        (&third, vec![first.clone(), second.clone(), third.clone()]),
        (&first, vec![third.clone(), second.clone(), first.clone()]),
        (&second, vec![undated.clone(), third.clone(), undated]),
    ] {
        assert_eq!(months(target(&on(plan, &others, "2024-11-30"), "t6-4.1")), expected);
    }
}

/// The annex without the live stream of the final presentation and without the digest.
fn without_two_lines() -> Plan {
    Annex::real()
        .change("6 міндет", "Дайжест \n", "")
        .change("6 міндет", "кемінде 1 (әр ай сайын)\n\n1\n\n\n1\n", "кемінде 1 (әр ай сайын)\n\n1\n")
        .change(
            "қорытынды презентация",
            "Презентация\n\nӘлеуметтік желіде тікелей эфир (Facebook, Instagram)",
            "Презентация",
        )
        .change("қорытынды презентация", "1\n\n2\n", "1\n")
        .plan()
}

#[test]
fn withdrawn_lines_keep_their_facts_and_are_counted_apart() {
    let old = plan();
    let next = amended(&old, &without_two_lines()).plan;
    let (before, after) = (on(&old, &[], "2024-11-30"), on(&next, std::slice::from_ref(&old), "2024-11-30"));
    assert_eq!((before.counts.lines, after.counts.lines), (73, 71));
    assert!(before.withdrawn.is_empty());
    let gone: Vec<&str> = after.withdrawn.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(gone, ["t6-6", "t8-2"]);
    for one in &after.withdrawn {
        assert_eq!(one.agreement, Some(agreement(&[]).agreement));
        for figures in &one.targets {
            let was = target(&before, figures.id.as_str());
            assert_eq!((figures.claimed, figures.proven), (was.claimed, was.proven), "{}", figures.id);
        }
    }
    assert!(after.withdrawn.iter().any(|one| matches!(one.targets[0].proven, Some(Figure::Amount { .. }))));
    // Nothing is asked of them, so they are never overdue.
    let none = assess_editions(
        &next,
        std::slice::from_ref(&old),
        &observe(Vec::new()),
        "2024-11-30".parse().unwrap(),
        &Policy::default(),
        None,
    );
    assert_eq!((none.counts.lines, none.withdrawn.len()), (71, 2));
    assert!(!json(&none).contains("\"t8-2\",\"headline\""));
    let overdue = none.tasks.iter().flat_map(|task| &task.activities).flat_map(|one| &one.lines);
    assert!(overdue.filter(|line| line.headline == Headline::Overdue).all(|line| line.id.as_str() != "t8-2"));
    let report = |language| {
        let options = HoldOptions { editions: vec![old.clone()], ..HoldOptions::default() };
        let (journal, day) = (example("season.jsonl"), "2024-11-30".parse().unwrap());
        let forms = [ReportForm::Text, ReportForm::Markdown, ReportForm::Html];
        forms.map(|form| {
            let text =
                render_report(&next, journal.as_bytes(), day, language, form, options.clone()).unwrap();
            text.replace('\u{a0}', " ").replace("\n  ", " ")
        })
    };
    for (language, said) in [
        (Language::Kazakh, "2024 жылғы 25 шілдедегі № 2 келісім бойынша алынған"),
        (Language::Russian, "Исключено по соглашению № 2 от 25 июля 2024 г"),
        (Language::English, "Withdrawn by agreement No. 2 of July 25, 2024"),
    ] {
        for text in report(language) {
            assert_eq!(text.matches(said).count(), 2, "{text}");
            assert!(!text.contains(&format!("{said}..")), "two full stops behind each other: {text}");
        }
    }
    // The register lists what was recorded for them behind all others, under the numbers it had.
    let (journal, day) = (example("season.jsonl"), "2024-11-30".parse().unwrap());
    let register = |plan: &Plan, options: &HoldOptions| {
        register_journal(plan, journal.as_bytes(), day, Language::English, &[], options).unwrap()
    };
    let options = HoldOptions { editions: vec![old.clone()], ..HoldOptions::default() };
    let (was, is) = (register(&old, &HoldOptions::default()), register(&next, &options));
    let numbers = |line: &RegisterLine| -> Vec<(Id, u32)> {
        line.items.iter().map(|item| (item.item.clone(), item.running)).collect()
    };
    let (kept, gone) = is.lines.split_at(71);
    assert!(kept.iter().all(|line| line.withdrawn.is_none()));
    let with_items =
        |line: &&RegisterLine| ["t6-6", "t8-2"].contains(&line.line.id.as_str()) && !line.items.is_empty();
    let expected: Vec<_> =
        was.lines.iter().filter(with_items).map(|line| (&line.line, numbers(line))).collect();
    assert!(!expected.is_empty());
    assert_eq!(gone.iter().map(|line| (&line.line, numbers(line))).collect::<Vec<_>>(), expected);
    for text in [render_register_markdown(&is), render_register_html(&is), render_register_csv(&is)] {
        let text = text.replace('\u{a0}', " ");
        assert!(text.contains("Withdrawn by agreement No. 2 of July 25, 2024"), "{text}");
    }
    let folders: BTreeSet<&str> = is.lines.iter().map(|line| line.folder.as_str()).collect();
    assert_eq!(folders.len(), is.lines.len());
    // Their facts are no mistake.
    let facts = read_facts(example("season.jsonl").as_bytes(), &FactsLimits::default()).unwrap();
    assert_eq!(check_facts(&next, &facts), check_facts(&old, &facts));
}

/// Seven letters beside two posts of one line were proven and accepted; the agreement drops them.
#[test]
fn a_withdrawn_target_keeps_its_facts() {
    let old = plan();
    let mut new = old.clone();
    let lines =
        new.tasks.iter_mut().flat_map(|task| &mut task.activities).flat_map(|one| &mut one.indicators);
    let line = lines.into_iter().find(|line| line.id.as_str() == "t1-3").unwrap();
    line.targets.truncate(1);
    let next = amended(&old, &new).plan;
    assert_eq!(next.withdrawn[0].line.as_ref(), old.line(&id("t1-3")));
    let letter = |at: u32, targets: &str| {
        format!(
            r#"{{"id":"e{at}","on":"2024-06-05","author":"c","kind":"evidence","body":{{"item":"let{at}","kind":"letter","lines":["t1-3"],"targets":{targets},"date":"2024-06-04","number":"{at}","addressees":1,"files":[{{"name":"{at}.pdf","pages":1}}]}},"replaces":[]}}"#
        )
    };
    let letters = (0..7).map(|at| letter(at, if at < 4 { r#"["t1-3.2"]"# } else { "[]" }));
    let more = [
        r#"{"id":"rd","on":"2024-06-05","author":"c","kind":"reading","body":{"line":"t1-3","target":"t1-3.2","mode":"add","value":{"kind":"amount","amount":"9"}},"replaces":[]}"#,
        r#"{"id":"rv","on":"2024-07-01","author":"c","kind":"review","body":{"line":"t1-3","target":"t1-3.2","state":"accepted"},"replaces":[]}"#,
    ];
    let header = [r#"{"format":"qoldau-journal/1.1"}"#.to_owned()];
    let journal: Vec<String> = header.into_iter().chain(letters).chain(more.map(str::to_owned)).collect();
    let facts = read_facts(journal.join("\n").as_bytes(), &FactsLimits::default()).unwrap();
    assert_eq!(facts.findings, []);
    let facts = observe(facts.entries);
    // With the edition before beside it, and by what the plan itself remembers.
    for others in [vec![old.clone()], vec![]] {
        let on = |day: &str| {
            assess_editions(&next, &others, &facts, day.parse().unwrap(), &Policy::default(), None)
        };
        let after = on("2024-08-01");
        let [gone] = after.withdrawn.as_slice() else { panic!("{:?}", after.withdrawn) };
        assert_eq!(
            (gone.id.as_str(), gone.edition, &gone.agreement),
            ("t1-3.2", 1, &Some(agreement(&[]).agreement))
        );
        let [figures] = gone.targets.as_slice() else { panic!("{:?}", gone.targets) };
        let amount = |amount: u32| Some(Figure::Amount { amount: amount.into() });
        assert_eq!((figures.claimed, figures.proven, figures.accepted), (amount(9), amount(7), amount(7)));
        assert!(
            target(&after, "t1-3.1")
                .proven
                .is_none_or(|figure| figure == Figure::Amount { amount: 0_u32.into() })
        );
    }
    let options = HoldOptions { editions: vec![old.clone()], ..HoldOptions::default() };
    let (bytes, day) = (journal.join("\n").into_bytes(), "2024-08-01".parse().unwrap());
    let said = "Withdrawn by agreement No. 2 of July 25, 2024";
    let text =
        render_report(&next, &bytes, day, Language::English, ReportForm::Text, options.clone()).unwrap();
    let text = text.replace('\u{a0}', " ").replace("\n  ", " ");
    let row = &text[text.find(said).expect("the target is told")..];
    assert!(
        ["Target: 7 хат", "Claimed: 9", "Proven: 7", "Accepted: 7"].iter().all(|said| row.contains(said)),
        "{row}"
    );
    let register = register_journal(&next, &bytes, day, Language::English, &[], &options).unwrap();
    let of_line: Vec<_> = register.lines.iter().filter(|line| line.line.id.as_str() == "t1-3").collect();
    let [of_line] = of_line.as_slice() else { panic!("{:?}", register.lines) };
    assert_eq!(of_line.items.len(), 7);
    for item in &of_line.items {
        assert!(item.marks[0].replace('\u{a0}', " ").starts_with(said), "{:?}", item.marks);
    }
    let package = freeze_journal(&next, &bytes, day, &options).unwrap();
    let package = read_package(package.json.as_bytes()).unwrap();
    let frozen = package.lines.iter().find(|line| line.line.as_str() == "t1-3").unwrap();
    assert_eq!(frozen.targets.len(), 2);
    let (stands, gone) = (&frozen.targets[0], &frozen.targets[1]);
    assert_eq!(stands.withdrawn, None);
    assert_eq!((gone.withdrawn.as_ref().unwrap().edition, gone.text.as_str()), (1, "7 хат"));
    assert_eq!(gone.proven, Some(Figure::Amount { amount: 7_u32.into() }));
    assert!(frozen.evidence.iter().all(|item| item.counts));
}

#[test]
fn a_withdrawn_line_of_the_impact_block_keeps_its_facts() {
    let old = plan();
    let mut new = old.clone();
    let gone = new.impact.remove(1);
    let next = amended(&old, &new).plan;
    let id = gone.id.as_str();
    let journal = format!(
        r#"{{"id":"a","on":"2024-06-05","author":"c","kind":"reading","body":{{"line":"{id}","mode":"add","value":{{"kind":"amount","amount":"500"}}}},"replaces":[]}}
{{"id":"b","on":"2024-06-06","author":"c","kind":"peopleCount","body":{{"line":"{id}","atLeast":400,"atMost":450}},"replaces":[]}}
{{"id":"c","on":"2024-06-06","author":"c","kind":"evidence","body":{{"item":"L","kind":"list","lines":["{id}"],"rows":500,"signed":true,"files":[{{"name":"x.pdf"}}]}},"replaces":[]}}"#
    );
    let facts = observe(read_facts(journal.as_bytes(), &FactsLimits::default()).unwrap().entries);
    let day = "2024-08-01".parse().unwrap();
    let after = assess_editions(&next, std::slice::from_ref(&old), &facts, day, &Policy::default(), None);
    let [standing] = after.withdrawn.as_slice() else { panic!("{:?}", after.withdrawn) };
    assert_eq!((standing.id.as_str(), standing.targets[0].id.as_str()), (id, id));
    assert_eq!(standing.targets[0].claimed, Some(Figure::Amount { amount: 500_u32.into() }));
    let persons = standing.unique_persons.unwrap();
    assert_eq!((persons.at_least, persons.at_most), (400, 450));
    let options = HoldOptions { editions: vec![old.clone()], ..HoldOptions::default() };
    let text =
        render_report(&next, journal.as_bytes(), day, Language::English, ReportForm::Text, options.clone())
            .unwrap();
    let row = text.replace('\u{a0}', " ");
    let row = &row[row.find("IV.2").expect(&row)..];
    assert!(row.contains("500; Unique persons: 400–450"), "{row}");
    // Its list is in the register, and that of a line that stands was so before.
    for (plan, on, withdrawn) in [(&old, "2024-07-31", false), (&next, "2024-08-01", true)] {
        let on = on.parse().unwrap();
        let register =
            register_journal(plan, journal.as_bytes(), on, Language::English, &[], &options).unwrap();
        let line = register.lines.iter().find(|line| line.line.id.as_str() == id).unwrap();
        assert_eq!(
            (line.items.len(), line.withdrawn.is_some(), line.line.number.as_str()),
            (1, withdrawn, "IV.2")
        );
        let package = freeze_journal(plan, journal.as_bytes(), on, &options).unwrap();
        let package = read_package(package.json.as_bytes()).unwrap();
        let line = package.lines.iter().find(|line| line.line.as_str() == id).unwrap();
        assert_eq!(
            (line.number.as_str(), line.evidence.len(), line.withdrawn.is_some()),
            ("IV.2", 1, withdrawn)
        );
    }
}

/// A number that does not say which of two targets it is of is nobody's, and stays so when one of them goes; one that was the
/// only target's stays with it when another comes.
#[test]
fn whose_a_reading_is_is_told_by_the_edition_of_its_day() {
    let two = plan();
    let mut one = two.clone();
    let lines =
        one.tasks.iter_mut().flat_map(|task| &mut task.activities).flat_map(|one| &mut one.indicators);
    lines.into_iter().find(|line| line.id.as_str() == "t1-3").unwrap().targets.truncate(1);
    let reading = |id: &str, on: &str| {
        format!(
            r#"{{"id":"{id}","on":"{on}","author":"c","kind":"reading","body":{{"line":"t1-3","mode":"add","value":{{"kind":"amount","amount":"5"}}}},"replaces":[]}}"#
        )
    };
    let facts = [reading("a", "2024-06-05"), reading("b", "2024-08-03")].join("\n");
    let facts = observe(read_facts(facts.as_bytes(), &FactsLimits::default()).unwrap().entries);
    let claimed = |plan: &Plan, others: &[Plan], day: &str| {
        let all = assess_editions(plan, others, &facts, day.parse().unwrap(), &Policy::default(), None);
        target(&all, "t1-3.1").claimed
    };
    let five = Some(Figure::Amount { amount: 5_u32.into() });
    let next = amended(&two, &one).plan;
    assert_eq!(next.line(&id("t1-3")).unwrap().targets.len(), 1);
    let others = [two.clone()];
    assert_eq!(claimed(&next, &others, "2024-07-31"), None);
    assert_eq!(claimed(&next, &others, "2024-08-02"), None, "it was nobody's");
    assert_eq!(claimed(&next, &others, "2024-08-04"), five, "one of after the agreement is its own");
    let next = amended(&one, &two).plan;
    assert_eq!(next.line(&id("t1-3")).unwrap().targets.len(), 2);
    let others = [one.clone()];
    assert_eq!(claimed(&next, &others, "2024-07-31"), five);
    assert_eq!(claimed(&next, &others, "2024-08-04"), five, "the later one names none of two");
}

/// Posts with their links were accepted; the agreement then asks for a screenshot of each as well.
#[test]
fn what_was_accepted_is_measured_by_the_edition_of_its_day() {
    let old = plan();
    let mut new = old.clone();
    let line = new.tasks.iter_mut().flat_map(|task| &mut task.activities).flat_map(|one| &mut one.indicators);
    let line = line.into_iter().find(|line| line.id.as_str() == "t1-9").unwrap();
    line.requires.evidence = vec![Trait::Link, Trait::Screenshot];
    line.name.push_str(" (сілтеме, скриншот)");
    let next = amended(&old, &new).plan;
    let facts = r#"{"id":"p1","on":"2024-06-10","author":"c","kind":"evidence","body":{"item":"i1","kind":"post","lines":["t1-9"],"outlet":"Instagram","link":"https://example.org/p/1"},"replaces":[]}
{"id":"p2","on":"2024-06-10","author":"c","kind":"evidence","body":{"item":"i2","kind":"post","lines":["t1-9"],"outlet":"Instagram","link":"https://example.org/p/2"},"replaces":[]}
{"id":"rv","on":"2024-07-01","author":"c","kind":"review","body":{"line":"t1-9","state":"accepted"},"replaces":[]}"#;
    let facts = observe(read_facts(facts.as_bytes(), &FactsLimits::default()).unwrap().entries);
    let amount = |figure: Option<Figure>| {
        figure.and_then(|figure| match figure {
            Figure::Amount { amount } => amount.to_u32(),
            Figure::Share { .. } => None,
        })
    };
    for (plan, others) in [(&next, std::slice::from_ref(&old)), (&old, std::slice::from_ref(&next))] {
        let on = |day: &str| {
            let all = assess_editions(plan, others, &facts, day.parse().unwrap(), &Policy::default(), None);
            let target = target(&all, "t1-9.1");
            (amount(target.proven), amount(target.accepted))
        };
        assert_eq!(on("2024-07-31"), (Some(2), Some(2)));
        assert_eq!(on("2024-08-01"), (Some(0), Some(2)));
    }
}

/// A deadline that was agreed on before the agreement extended it does not undo the extension; one agreed on later holds.
#[test]
fn an_answer_of_the_journal_does_not_outlive_what_it_is_about() {
    let old = plan();
    let next = amended(&old, &new_annex().plan()).plan;
    let answer = |id: &str, day: &str, due: &str| {
        format!(
            r#"{{"id":"{id}","on":"{day}","author":"a","kind":"planReading","body":{{"line":"t7-a1","question":"due","answer":"{due}","source":"agreed","agreedWith":null,"date":null,"document":null}}}}"#
        )
    };
    let early = answer("r-early", "2024-07-01", "2024-09-15");
    let window = |assessment: &Assessment| assessment.tasks[6].activities[0].window.unwrap().end.to_string();
    let others = [old.clone()];
    assert_eq!(window(&with(&next, &others, "2024-07-31", &early)), "2024-09-15");
    assert_eq!(window(&with(&next, &others, "2024-08-01", &early)), "2024-10-31");
    let late = format!("{early}\n{}", answer("r-late", "2024-08-20", "2024-10-20"));
    assert_eq!(window(&with(&next, &others, "2024-11-30", &late)), "2024-10-20");
}

/// The plan that an agreement took a line out of, from 1 August.
fn without(old: &Plan, line: &str) -> Plan {
    let mut new = old.clone();
    let (_, activity, gone) = old.lines().find(|(.., own)| own.id.as_str() == line).unwrap();
    for own in new.tasks.iter_mut().flat_map(|task| &mut task.activities) {
        own.indicators.retain(|own| own.id != gone.id);
    }
    new.editions.push(Edition {
        number: 1,
        agreement: Some(agreement(&[]).agreement),
        effective_from: Some("2024-08-01".parse().unwrap()),
    });
    new.withdrawn.push(Withdrawn {
        node: PlanNode::Line,
        id: gone.id.clone(),
        edition: 1,
        within: Some(activity.id.clone()),
        number: Some(gone.number.clone()),
        name: Some(gone.name.clone()),
        line: Some(gone.clone()),
        impact: None,
    });
    new
}

fn is_more_than_nought(figure: Figure) -> bool {
    matches!(figure, Figure::Amount { amount } if !amount.is_zero())
}

type Figures = std::collections::BTreeMap<String, (Option<Figure>, Option<Figure>)>;

/// What every target comes to, and those that were withdrawn.
fn figures(of: &Assessment) -> (Figures, Figures) {
    let lines = of.tasks.iter().flat_map(|task| &task.activities).flat_map(|activity| &activity.lines);
    let targets = lines.flat_map(|line| &line.targets);
    let stand = targets.map(|of| (of.id.to_string(), (of.claimed, of.proven)));
    let gone = of.withdrawn.iter().flat_map(|one| &one.targets);
    (stand.collect(), gone.map(|of| (of.id.to_string(), (of.claimed, of.proven))).collect())
}

#[test]
fn what_an_agreement_takes_out_takes_no_evidence_away() {
    let old = plan();
    let within = r#"{"id":"w","on":"2024-05-28","author":"l","kind":"planReading","body":{"line":"t9-1","question":"taskPosts","answer":"within","source":"agreed","agreedWith":"Оператор","document":"№ 3"}}"#;
    let facts = journal(within);
    let day = "2024-09-20".parse().unwrap();
    let assessed = |plan: &Plan, others: &[Plan]| {
        figures(&assess_editions(plan, others, &facts, day, &Policy::default(), None))
    };
    let (before, none) = assessed(&old, &[]);
    assert!(none.is_empty());
    for line in ["t3-4", "t3-3", "t2-8", "t2-9", "t2-10", "t1-2", "t9-1"] {
        let next = without(&old, line);
        for others in [vec![old.clone()], Vec::new()] {
            let (stand, gone) = assessed(&next, &others);
            assert!(!gone.is_empty(), "{line}");
            let all: Figures = stand.into_iter().chain(gone).collect();
            let other: Vec<_> = all.iter().filter(|(id, of)| before.get(*id) != Some(of)).collect();
            assert_eq!(other, [], "without {line}");
            assert_eq!(all.len(), before.len(), "without {line}");
        }
    }
    assert!(["t3-3.1", "t2-8.1"].iter().all(|id| before[*id].1.is_some_and(is_more_than_nought)));
}

#[test]
fn lists_of_each_event_prove_the_events_of_the_time_when_they_were_asked_for() {
    let old = plan();
    let mut next = without(&old, "t3-4");
    next.withdrawn.clear();
    for activity in next.tasks.iter_mut().flat_map(|task| &mut task.activities) {
        let of = old.lines().find(|(_, own, line)| own.id == activity.id && line.id.as_str() == "t3-4");
        if let Some((.., list)) = of {
            let mut list = list.clone();
            list.targets[0].each = None;
            activity.indicators.push(list);
        }
    }
    let proven = |plan: &Plan, others: &[Plan], day: &str| target(&on(plan, others, day), "t3-3.1").proven;
    let july = proven(&old, &[], "2024-07-31");
    assert!(july.is_some_and(is_more_than_nought));
    assert_eq!(proven(&next, std::slice::from_ref(&old), "2024-07-31"), july);
    assert_eq!(proven(&next, std::slice::from_ref(&old), "2024-09-20"), july);
}

#[test]
fn the_register_refers_to_the_lists_of_a_line_that_was_withdrawn() {
    let next = without(&plan(), "t3-4");
    let facts = journal("");
    let day = "2024-09-20".parse().unwrap();
    let assessment = assess_editions(&next, &[plan()], &facts, day, &Policy::default(), None);
    let register = qoldau_core::report::register(&next, &assessment, &facts, Language::English);
    let line = register.lines.iter().find(|line| line.line.id.as_str() == "t3-3").unwrap();
    assert_eq!((line.items.len(), line.see.as_deref()), (0, Some("See 3.4")));
}

//! The report as a value.

use super::*;
use std::collections::BTreeSet;

use crate::assess::Headline;
use crate::plan::{Contract, Edition};
use crate::review::ReviewSummary;
use crate::value::DateRange;

#[test]
fn every_line_that_needs_action_is_in_the_list_of_what_to_do_and_no_other() {
    let report = report(Language::Kazakh);
    let open: BTreeSet<_> = report
        .tasks
        .iter()
        .flat_map(|task| &task.activities)
        .flat_map(|activity| &activity.lines)
        .filter(|line| matches!(line.headline, Headline::NeedsAction | Headline::Overdue))
        .map(|line| line.line.number.clone())
        .collect();
    let listed: BTreeSet<_> = report
        .to_do
        .iter()
        .flat_map(|group| &group.items)
        .flat_map(|item| &item.lines)
        .map(|line| line.number.clone())
        .collect();
    let (block, lines): (BTreeSet<String>, BTreeSet<String>) =
        listed.into_iter().partition(|number| number.starts_with("IV."));
    assert_eq!(lines, open);
    let short = report.impact.iter().filter(|row| row.notes.iter().any(|note| note.contains("Жетіспейді")));
    assert_eq!(block, short.map(|row| format!("IV.{}", row.line.number)).collect());
}

#[test]
fn an_event_names_what_is_missing_from_it() {
    let report = report(Language::English);
    let said: Vec<String> = report
        .to_do
        .iter()
        .filter(|group| group.kind == ToDoKind::Event)
        .map(|group| {
            let items: Vec<&str> = group.items.iter().map(|item| item.what.as_str()).collect();
            format!(
                "{}, {}: {}",
                group.date_text,
                group.label.as_deref().unwrap_or_default(),
                items.join(", ")
            )
            .replace('\u{a0}', " ")
        })
        .collect();
    assert_eq!(said, ["15.06, Футбол турнирі: 2 photos, 1 video"]);
}

/// A reader who sees "overdue: 0" must not see a day in the colour of what is overdue.
#[test]
fn a_past_day_is_overdue_only_where_one_of_its_lines_is() {
    let report = report(Language::English);
    let rows = report.tasks.iter().flat_map(|task| &task.activities).flat_map(|activity| &activity.lines);
    let overdue = rows.filter(|row| row.headline == Headline::Overdue).map(|row| &row.line.id);
    let overdue: BTreeSet<_> = overdue.collect();
    let of_tasks = |group: &&ToDo| {
        group.items.iter().flat_map(|item| &item.lines).all(|line| !line.number.starts_with("IV."))
    };
    for group in report.to_do.iter().filter(of_tasks) {
        let mut lines = group.items.iter().flat_map(|item| &item.lines);
        assert_eq!(group.overdue, lines.any(|line| overdue.contains(&line.id)), "{}", group.date_text);
    }
    let classes = |class: &str| render_html(&report).matches(&format!("<li class=\"{class}\">")).count();
    let count = |overdue| report.to_do.iter().filter(|group| group.past && group.overdue == overdue).count();
    assert!(count(true) > 0 && count(false) > 0, "{:?}", report.to_do);
    assert!(classes("past") >= count(true));
    assert_eq!(classes("gone"), count(false));
}

#[test]
fn the_report_and_the_register_as_json() {
    let (plan, observations) = (plan(), observations());
    let register = register(&plan, &assessment(&plan, &observations), &observations, Language::English);
    insta::assert_snapshot!("json-report", serde_json::to_string_pretty(&report(Language::English)).unwrap());
    insta::assert_snapshot!("json-register", serde_json::to_string_pretty(&register).unwrap());
}

#[test]
fn a_reporting_period_stands_beside_the_cumulative_figures() {
    let (plan, observations) = (plan(), observations());
    let june = DateRange { start: "2024-06-01".parse().unwrap(), end: "2024-06-30".parse().unwrap() };
    let day = "2024-08-15".parse().unwrap();
    let assessment = assess(&plan, &observations, day, &Policy::default(), Some(june));
    let report =
        build(&plan, &assessment, &[], &[], &ReviewSummary::default(), &observations, Language::English);
    assert_eq!(report.head.reporting_period.as_deref(), Some("Reporting period: June 2024"));
    let lines = report.tasks.iter().flat_map(|task| &task.activities).flat_map(|activity| &activity.lines);
    let participants = lines.into_iter().find(|line| line.line.number == "1.4").unwrap();
    let [target] = participants.targets.as_slice() else { panic!("one target") };
    assert_eq!((target.claimed.as_str(), target.proven.as_str()), ("760", "748"));
    assert_eq!(target.in_period.as_deref(), Some("In the reporting period: claimed 310, proven 298"));
}

#[test]
fn the_edition_names_the_agreement_that_brought_it() {
    let (mut plan, observations) = (plan(), observations());
    plan.editions.push(Edition {
        number: 1,
        agreement: Some(Contract { number: Some("2".into()), date: "2024-08-01".parse().ok() }),
        effective_from: "2024-08-01".parse().ok(),
    });
    let assessment = assessment(&plan, &observations);
    let edition = |language| {
        build(&plan, &assessment, &[], &[], &ReviewSummary::default(), &observations, language).head.edition
    };
    assert_eq!(
        Language::ALL.map(|language| edition(language).replace('\u{a0}', " ")),
        [
            "Жоспардың редакциясы: 1 (Қосымша келісім № 2, 01.08.2024)",
            "Редакция плана: 1 (Дополнительное соглашение № 2, 01.08.2024)",
            "Plan edition: 1 (Supplementary agreement № 2, 01.08.2024)",
        ]
    );
}

const ONE: &str = r#""rule":{"kind":"number","bound":"plain","amount":"1"}"#;

const TRAINING: &str = r#"{"id":"e1","on":"2024-08-30","author":"a","kind":"event","body":{"event":"e1","status":"held","activities":["t1-a1"],"start":"2024-08-30","name":"Тренинг 2"}}"#;

fn reported(plan: &Plan, facts: &Observations, on: &str) -> Report {
    let assessment = assess(plan, facts, on.parse().unwrap(), &Policy::default(), None);
    build(plan, &assessment, &[], &[], &ReviewSummary::default(), facts, Language::English)
}

/// "06.09, 30.08, Тренинг 2: 1 report".
fn to_do(report: &Report) -> Vec<String> {
    let say = |group: &ToDo| {
        let items: Vec<&str> = group.items.iter().map(|item| item.what.as_str()).collect();
        let label = group.label.as_deref().unwrap_or_default();
        format!("{}, {label}: {}", group.date_text, items.join(", ")).replace('\u{a0}', " ")
    };
    report.to_do.iter().map(say).collect()
}

#[test]
fn what_an_event_owes_stands_at_its_own_last_day() {
    let due = r#"{"kind":"relative","anchor":"event","offset":5,"days":"working","text":"в течение 5 рабочих дней"}"#;
    let each = format!(r#"{ONE},"each":{{"of":"event","from":"value"}}"#);
    let plan = small(due, &line(1, "report", &each));
    let report = reported(&plan, &facts(&[TRAINING]), "2024-08-31");
    assert_eq!(to_do(&report), ["06.09, 30.08, Тренинг 2: 1 report"]);
}

#[test]
fn what_a_month_owes_stands_at_the_day_of_the_month_that_is_named() {
    let due = r#"{"kind":"recurring","every":"month","day":25,"text":"до 25 числа каждого месяца"}"#;
    let plan = small(due, &line(1, "report", &format!(r#"{ONE},"every":"month""#)));
    let nothing = facts(&[]);
    let report = reported(&plan, &nothing, "2024-07-10");
    let months = ["25.06, June 2024: 1 report", "25.07, July 2024: 1 report", "25.08, August 2024: 1 report"];
    assert_eq!(to_do(&report), months);
    let assessment = assess(&plan, &nothing, "2024-07-10".parse().unwrap(), &Policy::default(), None);
    let register = crate::report::register(&plan, &assessment, &nothing, Language::English);
    assert_eq!(register.lines[0].missing[0].date_text.as_deref(), Some("25.06.2024"));
}

#[test]
fn a_single_day_is_told_of_before_it_comes() {
    let due = r#"{"kind":"range","start":"2024-09-20","end":"2024-09-20","inherited":false,"text":"20 сентября 2024 года"}"#;
    let plan = small(due, &line(1, "report", ONE));
    let at = |on| to_do(&reported(&plan, &facts(&[]), on));
    assert_eq!(at("2024-09-05"), Vec::<String>::new());
    assert_eq!(
        (at("2024-09-06"), at("2024-09-19")),
        (vec!["20.09, deadline: 1 report".into()], vec!["20.09, deadline: 1 report".into()])
    );
}

#[test]
fn a_month_above_its_limit_is_named_and_not_complete() {
    let due = r#"{"kind":"range","start":"2024-07-01","end":"2024-08-31","inherited":false,"text":"июль - август"}"#;
    let limit = r#""rule":{"kind":"number","bound":"atMost","amount":"1"},"every":"month""#;
    let plan = small(due, &line(1, "post", limit));
    let post = |name: &str| {
        format!(
            r#"{{"id":"{name}","on":"2024-07-05","author":"a","kind":"evidence","body":{{"item":"{name}","kind":"post","lines":["t1-1"],"link":"https://instagram.com/p/{name}"}}}}"#
        )
    };
    let report = reported(&plan, &facts(&[&post("a"), &post("b")]), "2024-09-05");
    let row = &report.tasks[0].activities[0].lines[0];
    assert_eq!(row.targets[0].bar.as_ref().unwrap().text, "Periods complete: 1/2");
    assert_eq!(to_do(&report), ["31.08, deadline: July 2024, above the limit: 2 posts"]);
    assert_eq!(report.exceptions[0].items[0].text, "July 2024, above the limit: 2\u{a0}posts");
}

#[test]
fn weeks_above_their_limit_are_named_by_their_days_in_every_language() {
    let due = r#"{"kind":"range","start":"2024-08-05","end":"2024-08-25","inherited":false,"text":"август"}"#;
    let post = |day: &str| {
        format!(
            r#"{{"id":"e{day}","on":"{day}","author":"a","kind":"evidence","body":{{"item":"i{day}","kind":"post","lines":["t1-1"],"link":"https://instagram.com/p/{day}"}}}}"#
        )
    };
    let days = ["2024-08-05", "2024-08-06", "2024-08-13", "2024-08-14"].map(post);
    let facts = facts(&days.each_ref().map(String::as_str));
    for (every, periods) in [("week", 2), ("quarter", 1)] {
        let limit = format!(r#""rule":{{"kind":"number","bound":"atMost","amount":"1"}},"every":"{every}""#);
        let plan = small(due, &line(1, "post", &limit));
        for language in Language::ALL {
            let assessment = assess(&plan, &facts, "2024-09-05".parse().unwrap(), &Policy::default(), None);
            let report = build(&plan, &assessment, &[], &[], &ReviewSummary::default(), &facts, language);
            let row = &report.tasks[0].activities[0].lines[0];
            let range =
                |share: &crate::assess::PeriodShare| crate::language::format_range(share.range, language);
            let broken: Vec<String> = assessment.tasks[0].activities[0].lines[0].targets[0]
                .per_period
                .iter()
                .map(range)
                .filter(|range| row.notes.iter().any(|note| note.starts_with(&**range)))
                .collect();
            assert_eq!(broken.len(), periods, "{every} {language:?}: {:?}", row.notes);
            assert_eq!(report.to_do[0].items.len(), periods, "{every} {language:?}: {:?}", report.to_do);
        }
    }
}

#[test]
fn the_leader_sees_every_approval_that_is_to_be_done() {
    let due =
        r#"{"kind":"range","start":"2024-09-20","end":"2024-09-28","inherited":false,"text":"сентябрь"}"#;
    let approved = line(1, "plan", ONE).replace(r#""approvals":[]"#, r#""approvals":["localExecutiveBody"]"#);
    let plan = small(due, &approved);
    let lines = |on| {
        let report = reported(&plan, &facts(&[]), on);
        (report.to_do.len(), report.approvals.iter().map(|wait| wait.line.number.clone()).collect::<Vec<_>>())
    };
    assert_eq!(lines("2024-09-01"), (0, vec![]));
    assert_eq!(lines("2024-09-18"), (1, vec!["1.1".to_owned()]));
    let overdue = reported(&plan, &facts(&[]), "2024-10-05");
    let said = |text: &str| overdue.to_do.iter().flat_map(|of| &of.items).any(|item| item.what == text);
    assert!(said("agreement awaited: local executive body"), "{:?}", overdue.to_do);
}

#[test]
fn figures_of_two_lines_are_never_one() {
    let mut plan = small(
        r#"{"kind":"range","start":"2024-06-01","end":"2024-06-30","inherited":false,"text":"июнь"}"#,
        &line(1, "report", ONE),
    );
    let figure = |number: u32| {
        let target = &plan.tasks[0].activities[0].indicators[0].targets[0];
        crate::plan::ImpactLine {
            id: format!("impact-{number}").parse().unwrap(),
            number: number.to_string(),
            kind: crate::plan::ImpactKind::Partners,
            name: "Серіктестер".into(),
            unit: None,
            targets: vec![crate::plan::Target {
                id: format!("impact-{number}.1").parse().unwrap(),
                ..target.clone()
            }],
            sources: None,
            source: None,
        }
    };
    plan.impact = vec![figure(1), figure(2)];
    let report = reported(&plan, &facts(&[]), "2024-10-05");
    let block: Vec<_> = report
        .to_do
        .iter()
        .flat_map(|group| &group.items)
        .filter(|item| item.lines[0].number.starts_with("IV"))
        .map(|item| item.lines.len())
        .collect();
    assert_eq!(block, [1, 1]);
}

#[test]
fn a_contract_without_a_number_is_called_so() {
    let said = |language, date: Option<&str>| {
        let contract = Contract { number: None, date: date.map(|date| date.parse().unwrap()) };
        crate::report::build::contract_in_words(&contract, language)
    };
    assert_eq!(said(Language::English, None), "Contract without number");
    assert!(said(Language::Russian, Some("2024-04-30")).starts_with("Договор без номера от "));
    assert!(said(Language::Kazakh, Some("2024-04-30")).ends_with(" нөмірсіз шарт"));
}

#[test]
fn equal_findings_of_several_records_are_rows_of_the_model_and_shown_once() {
    let plan = small("null", &line(1, "report", ONE));
    let facts = facts(&[]);
    let place = |line| crate::finding::Place::Line { line, entry: None };
    let rule = crate::catalogue::rule("FCT213").unwrap();
    let named = || crate::finding::Param::number("line", "1.1");
    let of = |at| crate::finding::Finding::new(rule, place(at)).param(named());
    let assessment = assess(&plan, &facts, "2024-09-05".parse().unwrap(), &Policy::default(), None);
    let review = ReviewSummary::default();
    let report = build(&plan, &assessment, &[of(80), of(81)], &[], &review, &facts, Language::English);
    let said: Vec<&str> =
        report.findings.iter().map(|row| row.text.as_str()).filter(|text| text.contains("share")).collect();
    assert_eq!(said, ["The line needs a number, not a share. Line: 1.1"; 2]);
    for shown in [render_text(&report, false), render_markdown(&report), render_html(&report)] {
        assert_eq!(shown.matches("not a share").count(), 1, "{shown}");
        assert!(shown.contains("Line: 1.1 (records: 2)") || shown.contains("(records: 2)"), "{shown}");
    }
}

#[test]
fn a_very_long_list_of_what_is_short_is_folded() {
    let due = r#"{"kind":"range","start":"2024-06-01","end":"2024-09-30","inherited":false,"text":""}"#;
    let plan = small(due, &line(1, "other", &format!(r#"{ONE},"every":"day""#)));
    let report = reported(&plan, &facts(&[]), "2024-10-05");
    assert_eq!(report.to_do.len(), 51);
    assert!(report.exceptions[0].items[0].text.ends_with("; more: 72"));
}

/// Two tasks 1, each with a line 1.1.
fn twins() -> Plan {
    let mut plan = small(r#"{"kind":"wholePeriod","text":""}"#, &line(1, "photo", NUMBER));
    let mut again = plan.tasks[0].clone();
    again.id = "t9".parse().unwrap();
    again.activities[0].id = "t9-a1".parse().unwrap();
    again.activities[0].indicators[0].id = "t9-1".parse().unwrap();
    again.activities[0].indicators[0].targets[0].id = "t9-1.1".parse().unwrap();
    plan.tasks.push(again);
    plan
}

const NUMBER: &str = r#""rule":{"kind":"number","bound":"atLeast","amount":"3"}"#;

#[test]
fn lines_of_two_tasks_of_one_number_are_told_apart_wherever_a_number_is_seen() {
    let plan = twins();
    let photo = |id: &str, line: &str| {
        format!(
            r#"{{"id":"{id}","on":"2024-06-15","author":"a","kind":"evidence","body":{{"item":"{id}","kind":"photo","lines":["{line}"],"files":[{{"name":"1.jpg"}}]}}}}"#
        )
    };
    let observations = facts(&[&photo("a", "t1-1"), &photo("b", "t9-1")]);
    let assessment = assessment(&plan, &observations);
    let report =
        build(&plan, &assessment, &[], &[], &ReviewSummary::default(), &observations, Language::Russian);
    let lines = report.tasks.iter().flat_map(|task| &task.activities).flat_map(|activity| &activity.lines);
    assert_eq!(lines.map(|line| line.line.number.as_str()).collect::<Vec<_>>(), ["1.1", "1.1_2"]);
    let labels: Vec<_> = report.tasks.iter().map(|task| task.label.as_deref().unwrap()).collect();
    assert_eq!(labels, ["Задача 1", "Задача 1_2"]);
    let to_do = report.to_do.iter().flat_map(|group| &group.items).flat_map(|item| &item.lines);
    assert_eq!(to_do.map(|line| line.number.as_str()).collect::<Vec<_>>(), ["1.1", "1.1_2"]);
    let register = register(&plan, &assessment, &observations, Language::Russian);
    let numbers = register
        .lines
        .iter()
        .map(|line| (line.line.number.as_str(), line.folder.as_str(), line.items[0].number.as_str()));
    assert_eq!(numbers.collect::<Vec<_>>(), [("1.1", "1.1", "1.1-1"), ("1.1_2", "1.1_2", "1.1_2-1")]);
}

#[test]
fn a_month_says_which_networks_lack_how_many() {
    let target = r#""rule":{"kind":"number","bound":"plain","amount":"2"},"each":{"of":"channel","count":null,"from":"value"},"every":"month""#;
    let mut plan = small(r#"{"kind":"wholePeriod","text":""}"#, &line(1, "post", target));
    let channels = ["Facebook", "Instagram"].map(str::to_owned).to_vec();
    plan.tasks[0].activities[0].indicators[0].requires.channels = channels;
    let observations = facts(&[
        r#"{"id":"a","on":"2024-06-15","author":"a","kind":"evidence","body":{"item":"a","kind":"post","lines":["t1-1"],"outlet":"Facebook","link":"https://facebook.com/p/1"}}"#,
    ]);
    let assessment = assessment(&plan, &observations);
    let report =
        build(&plan, &assessment, &[], &[], &ReviewSummary::default(), &observations, Language::Russian);
    let items =
        report.to_do.iter().flat_map(|group| &group.items).map(|item| item.what.replace('\u{a0}', " "));
    assert_eq!(
        items.take(2).collect::<Vec<_>>(),
        ["3 поста: Facebook 1, Instagram 2", "4 поста: Facebook 2, Instagram 2"]
    );
}

#[test]
fn what_comes_down_is_said_to_be_above_and_never_missing() {
    let target = r#""rule":{"kind":"change","bound":"plain","from":"40","amount":"-20","by":"points"}"#;
    let due = r#"{"kind":"range","start":"2024-06-01","end":"2024-07-31","endTime":null,"inherited":false,"text":""}"#;
    let plan = small(due, &line(1, "other", target));
    let observations = facts(&[
        r#"{"id":"a","on":"2024-07-20","author":"a","kind":"reading","body":{"line":"t1-1","mode":"total","value":{"kind":"share","numerator":"35","denominator":"100"}}}"#,
    ]);
    let assessment = assessment(&plan, &observations);
    let report =
        build(&plan, &assessment, &[], &[], &ReviewSummary::default(), &observations, Language::Russian);
    let register = register(&plan, &assessment, &observations, Language::Russian);
    let above = "щё нужно снизить на: 15 процентных пунктов";
    let spaced = |text: &str| text.replace('\u{a0}', " ");
    assert!(spaced(&report.to_do[0].items[0].what).ends_with(above), "{:?}", report.to_do);
    let row = &report.tasks[0].activities[0].lines[0];
    assert!(spaced(&row.notes[0]).ends_with(above), "{:?}", row.notes);
    let missing: Vec<_> = register.lines[0].missing.iter().map(|lack| spaced(&lack.text)).collect();
    assert!(missing.iter().any(|text| text.ends_with(above)), "{missing:?}");
    assert!(!missing.iter().any(|text| text.contains("15 (")), "{missing:?}");
}

#[test]
fn bars_of_the_impact_block_show_what_is_proven() {
    let report = report(Language::Russian);
    for row in report.impact.iter().filter(|row| row.bar.is_some()) {
        let bar = row.bar.as_ref().unwrap();
        let nothing = row.proven.starts_with("нет");
        let judged = match (row.proven.as_str(), row.figure.as_str()) {
            (_, figure) if nothing && figure.starts_with("нет") => "0/".to_owned(),
            (_, figure) if nothing => format!("Заявлено: {figure}/"),
            (proven, _) => format!("{proven}/"),
        };
        assert!(bar.text.starts_with(&judged), "{}: {}", bar.text, row.proven);
        assert!(bar.proven <= bar.claimed && (!nothing || bar.proven == 0));
    }
}

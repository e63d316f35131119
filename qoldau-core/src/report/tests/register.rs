//! The evidence register.

use super::*;
use crate::facts::Fact;

fn sample(language: Language) -> Register {
    let (plan, observations) = (plan(), observations());
    register(&plan, &assessment(&plan, &observations), &observations, language)
}

#[test]
fn the_register_in_three_languages() {
    for language in Language::ALL {
        insta::assert_snapshot!(
            format!("register-{}", language.tag()),
            render_register_markdown(&sample(language))
        );
    }
}

#[test]
fn the_register_as_csv_and_as_a_page() {
    let kazakh = sample(Language::Kazakh);
    insta::assert_snapshot!("csv", render_register_csv(&kazakh).replace("\r\n", "␍␊\n"));
    insta::assert_snapshot!("register-page", super::html::without_style(&render_register_html(&kazakh)));
}

/// "1.6-1 match-photos" of every item.
fn given(register: &Register) -> Vec<String> {
    let items = register.lines.iter().flat_map(|line| &line.items);
    items.map(|item| format!("{} {}", item.number, item.item)).collect()
}

#[test]
fn a_later_item_takes_no_number_from_an_earlier_one() {
    let (plan, mut observations) = (plan(), observations());
    let all = given(&register(&plan, &assessment(&plan, &observations), &observations, Language::English));
    observations.all.retain(|observation| observation.on <= "2024-07-10".parse().unwrap());
    let early = given(&register(&plan, &assessment(&plan, &observations), &observations, Language::English));
    assert!(early.len() > 4 && early.len() < all.len());
    assert!(early.iter().all(|item| all.contains(item)), "{early:?} {all:?}");
}

#[test]
fn the_order_of_facts_does_not_matter() {
    let (plan, mut observations) = (plan(), observations());
    let assessment = assessment(&plan, &observations);
    let before = register(&plan, &assessment, &observations, Language::Russian);
    observations.all.reverse();
    assert_eq!(register(&plan, &assessment, &observations, Language::Russian), before);
}

#[test]
fn what_was_printed_keeps_its_number_when_an_earlier_item_comes_late_or_one_is_voided() {
    let (plan, mut observations) = (plan(), observations());
    let assess = |observations: &Observations| assessment(&plan, observations);
    let is = |name: &str, fact: &Fact| matches!(fact, Fact::Evidence { body } if body.item.as_str() == name);
    let late: Vec<_> =
        observations.all.iter().filter(|seen| is("match-photos", &seen.fact)).cloned().collect();
    observations.all.retain(|seen| !is("match-photos", &seen.fact));
    let printed = register(&plan, &assess(&observations), &observations, Language::Kazakh);
    assert!(given(&printed).contains(&"1.6-1 concert-photos".to_owned()));

    observations.all.extend(late);
    observations.all.retain(|seen| !is("post-1", &seen.fact));
    let numbers = issued(&printed);
    let next = register_after(&plan, &assess(&observations), &observations, &numbers, None, Language::Kazakh);
    let given = given(&next);
    assert!(given.contains(&"1.6-1 concert-photos".to_owned()), "{given:?}");
    assert!(given.contains(&"1.6-2 match-photos".to_owned()), "{given:?}");
    // The number of the post that is gone stays empty.
    assert!(
        given.contains(&"3.1-2 post-2".to_owned()) && !given.iter().any(|item| item.starts_with("3.1-1 "))
    );
}

#[test]
fn a_number_that_two_items_are_said_to_have_is_the_first_ones() {
    let (plan, observations) = (plan(), observations());
    let assessment = assessment(&plan, &observations);
    let mut numbers = issued(&register(&plan, &assessment, &observations, Language::Kazakh));
    for running in [7, u32::MAX] {
        for number in &mut numbers {
            number.running = running;
        }
        let next = register_after(&plan, &assessment, &observations, &numbers, None, Language::Kazakh);
        for line in &next.lines {
            let mut given: Vec<u32> = line.items.iter().map(|item| item.running).collect();
            given.sort_unstable();
            given.dedup();
            assert_eq!(given.len(), line.items.len(), "{}", line.line.number);
        }
    }
}

#[test]
fn an_item_voided_later_stands_in_the_register_of_an_earlier_day_and_keeps_its_number() {
    let (plan, mut observations) = (plan(), observations());
    let is = |fact: &Fact| matches!(fact, Fact::Evidence { body } if body.item.as_str() == "post-1");
    let mut mended = observations.all.iter().find(|seen| is(&seen.fact)).cloned().unwrap();
    let until = "2024-08-20".parse().unwrap();
    let same = observations.all.iter_mut().filter(|seen| is(&seen.fact));
    same.for_each(|seen| seen.until = Some(until));
    mended.entry = "mended".parse().unwrap();
    mended.on = until;
    if let Fact::Evidence { body } = &mut mended.fact {
        body.link = Some("https://example.org/mended".into());
    }
    observations.all.push(mended);
    let on = |day: &str| assess(&plan, &observations, day.parse().unwrap(), &Policy::default(), None);
    let said = |day: &str| {
        let register = register(&plan, &on(day), &observations, Language::English);
        let item =
            register.lines.iter().flat_map(|line| &line.items).find(|item| item.item.as_str() == "post-1");
        item.map(|item| (item.number.clone(), item.link.clone().unwrap()))
    };
    let before = said("2024-08-19").unwrap();
    let after = said("2024-08-20").unwrap();
    assert_eq!(before.0, after.0);
    assert!(before.1 != after.1 && after.1 == "https://example.org/mended", "{before:?} {after:?}");
}

/// "1.2: Missing: 1 event" of every line.
fn marks(register: &Register) -> Vec<String> {
    let of = |line: &RegisterLine| {
        let missing: Vec<&str> = line.missing.iter().map(|lack| lack.text.as_str()).collect();
        let said = line.see.iter().map(String::as_str).chain(missing).collect::<Vec<_>>().join("; ");
        format!("{}: {said}", line.line.number).replace('\u{a0}', " ")
    };
    register.lines.iter().map(of).collect()
}

#[test]
fn every_overdue_line_is_marked_and_a_line_that_others_prove_refers_to_them() {
    let of = |amount: u32| format!(r#""rule":{{"kind":"number","bound":"plain","amount":"{amount}"}}"#);
    let each = format!(r#"{},"each":{{"of":"event","from":"value"}}"#, of(1));
    let most = r#""rule":{"kind":"number","bound":"atMost","amount":"3"}"#;
    let lines = [
        line(1, "event", &of(1)),
        line(2, "participants", &of(20)),
        line(3, "list", &each),
        line(4, "asset", &of(1)),
        line(5, "other", most),
        line(6, "support", &of(9)),
    ];
    let plan = small(r#"{"kind":"wholePeriod","text":""}"#, &lines.join(","));
    let observations = facts(&[
        r#"{"id":"e1","on":"2024-07-05","author":"a","kind":"event","body":{"event":"e1","status":"held","activities":["t1-a1"],"start":"2024-07-05"}}"#,
        r#"{"id":"e2","on":"2024-07-05","author":"a","kind":"reading","body":{"line":"t1-2","event":"e1","mode":"add","value":{"kind":"amount","amount":"20"}}}"#,
        r#"{"id":"e3","on":"2024-07-05","author":"a","kind":"evidence","body":{"item":"l","kind":"list","lines":["t1-3"],"events":["e1"],"rows":20,"files":[{"name":"l.jpg"}]}}"#,
    ]);
    let assessment = assess(&plan, &observations, "2024-11-05".parse().unwrap(), &Policy::default(), None);
    let register = register(&plan, &assessment, &observations, Language::English);
    assert_eq!(
        marks(&register),
        [
            "1.1: See 1.3",
            "1.2: See 1.3",
            "1.3: ",
            "1.4: Missing: 1 asset",
            "1.5: No data",
            "1.6: Missing: 9 cases of support"
        ]
    );
    let shown = render_register_markdown(&register);
    assert!(shown.contains("## 1.2 Жол\n\nSee 1.3\n"), "{shown}");
}

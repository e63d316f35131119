//! Lines that name several networks: what must stand on which of them.

use qoldau_core::assess::{Progress, Reason, ReasonCode, TargetStanding};
use qoldau_core::facts::{Entry, EvidenceKind};
use qoldau_core::finding::say_value;
use qoldau_core::language::Language;
use qoldau_core::plan::{IndicatorKind, Plan, Question, Requires, read_targets};
use qoldau_core::value::Amount;

use crate::world::*;

/// A line of posts on the networks it names, promised in these words.
fn promised(words: &str, networks: &[&str]) -> Plan {
    let mut line = line("t2-1", IndicatorKind::Post, &read_targets(words, &id("x"), None));
    let channels = networks.iter().map(|name| String::from(*name)).collect();
    line.requires = Requires { channels, ..Requires::default() };
    plan(vec![line])
}

fn post(name: &str, outlet: &str, on: &str) -> Entry {
    with(item(name, EvidenceKind::Post, "t2-1", on, 1), |item| item.outlet = Some(outlet.into()))
}

fn posts(outlets: &[&str]) -> Vec<Entry> {
    let names = ["a", "b", "c", "d", "e"];
    outlets.iter().zip(names).map(|(outlet, name)| post(name, outlet, "2024-06-10")).collect()
}

fn standing(plan: &Plan, facts: &[Entry]) -> TargetStanding {
    target_of(&assessed(plan, facts, "2024-09-30"), "t2-1").clone()
}

#[test]
fn one_on_each_network_is_not_met_by_two_on_one() {
    for words in ["1 әр желіде", "в каждой соцсети по 1", "1 per network"] {
        let plan = promised(words, &["Facebook", "Instagram"]);
        let one_sided = standing(&plan, &posts(&["Facebook", "Facebook"]));
        assert_eq!(one_sided.progress, Progress::Open, "{words}");
        assert_eq!(one_sided.missing, Some(1.into()), "{words}");
        let lacking: Vec<_> = one_sided.per_part.iter().filter(|part| !part.missing.is_zero()).collect();
        assert_eq!(lacking.iter().map(|part| part.part.as_str()).collect::<Vec<_>>(), ["Instagram"]);
        let both = standing(&plan, &posts(&["Facebook", "instagram"]));
        assert_eq!((both.progress, both.expected.total), (Progress::Met, Some(2.into())), "{words}");
    }
}

#[test]
fn an_answer_does_not_ask_for_more_than_the_words_say() {
    let mut plan = promised("1 әр желіде", &["Facebook", "Instagram"]);
    let answer = read_as("q", "t2-1", Question::Networks, "perNetwork", "2024-06-01");
    let facts: Vec<Entry> = posts(&["Facebook", "Instagram"]).into_iter().chain([answer]).collect();
    assert_eq!(standing(&plan, &facts).progress, Progress::Met);
    plan = promised("2", &["Facebook", "Instagram"]);
    let short = standing(&plan, &facts);
    assert_eq!((short.progress, short.expected.total), (Progress::Open, Some(4.into())));
    assert_eq!(short.missing, Some(2.into()));
}

#[test]
fn as_many_networks_as_the_words_say_must_have_one() {
    let plan = promised("1 әр желіде", &[]);
    assert_eq!(standing(&plan, &posts(&["Facebook"])).progress, Progress::NotComputable);
    let mut plan = plan;
    let each = plan.tasks[0].activities[0].indicators[0].targets[0].each.as_mut().unwrap();
    each.count = Some(3.into());
    assert_eq!(standing(&plan, &posts(&["Facebook", "Facebook", "TikTok"])).missing, Some(1.into()));
    assert_eq!(standing(&plan, &posts(&["Facebook", "VK", "TikTok"])).progress, Progress::Met);
}

#[test]
fn every_month_on_each_network() {
    let plan = promised("ай сайын әр желіде 1", &["Facebook", "Instagram"]);
    let monthly = |outlets: [&str; 2]| -> Vec<Entry> {
        let months = ["2024-06-10", "2024-07-10", "2024-08-10", "2024-09-10"];
        let both =
            |on: &str| outlets.map(|outlet| post(&format!("{outlet}-{on}-{}", outlets[0]), outlet, on));
        months.iter().flat_map(|on| both(on)).collect()
    };
    let met = |facts: &[Entry]| {
        target_of(&assessed(&plan, facts, "2024-10-01"), "t2-1")
            .per_period
            .iter()
            .all(|month| month.missing.is_zero())
    };
    assert!(met(&monthly(["Facebook", "Instagram"])));
    let mut one_sided = monthly(["Facebook", "Instagram"]);
    one_sided[1] = post("other", "Facebook", "2024-06-11");
    assert!(!met(&one_sided));
}

#[test]
fn the_network_of_a_post_is_known_by_its_link_and_in_either_script() {
    let plan = promised("1 әр желіде", &["Фейсбук", "Instagram"]);
    let linked = with(item("a", EvidenceKind::Post, "t2-1", "2024-06-10", 1), |item| {
        item.link = Some("https://m.facebook.com/story.php?story_fbid=1&id=2".into());
    });
    let facts = [linked, post("b", "инстаграмда", "2024-06-10")];
    assert_eq!(standing(&plan, &facts).progress, Progress::Met);
}

#[test]
fn networks_of_the_row_are_asked_for_when_it_was_agreed() {
    let mut plan = promised("2", &[]);
    plan.tasks[0].activities[0].channels = vec!["Әлеуметтік желілер (Facebook, Instagram)".into()];
    let answer = read_as("q", "t2-1", Question::Networks, "perNetwork", "2024-06-01");
    let facts: Vec<Entry> = posts(&["Facebook", "Facebook"]).into_iter().chain([answer]).collect();
    let short = standing(&plan, &facts);
    assert_eq!((short.progress, short.missing), (Progress::Open, Some(2.into())));
}

#[test]
fn two_pages_in_two_networks_are_one_in_each() {
    let mut plan = promised("2", &["Facebook", "Instagram"]);
    plan.tasks[0].activities[0].indicators[0].kind = IndicatorKind::Page;
    let answer = read_as("q", "t2", Question::Networks, "perNetwork", "2024-06-01");
    assert_eq!(standing(&plan, &[answer]).expected.total, Some(2.into()));
}

#[test]
fn a_limit_on_each_network_is_broken_on_one() {
    let plan = promised("не более 1 в каждой соцсети", &["Facebook", "Instagram"]);
    assert!(standing(&plan, &posts(&["Facebook"])).missing.is_none_or(Amount::is_zero));
    let broken =
        target_of(&assessed(&plan, &posts(&["Facebook", "Facebook"]), "2024-08-01"), "t2-1").progress;
    assert_eq!(broken, Progress::Behind);
    let over = |outlets: &[&str]| target_of(&assessed(&plan, &posts(outlets), "2024-10-01"), "t2-1").progress;
    assert_eq!(
        (over(&["Facebook", "Instagram"]), over(&["Facebook", "Facebook"])),
        (Progress::Met, Progress::Overdue)
    );
}

#[test]
fn a_month_names_the_networks_that_lack_something() {
    for words in ["айына 2 пост әр желіде", "2 поста в месяц в каждой соцсети"]
    {
        let plan = promised(words, &["Facebook", "Instagram"]);
        let facts = [
            post("a", "Facebook", "2024-06-03"),
            post("b", "Facebook", "2024-06-10"),
            post("c", "Facebook", "2024-06-17"),
            post("d", "Instagram", "2024-06-24"),
        ];
        let target = target_of(&assessed(&plan, &facts, "2024-07-01"), "t2-1").clone();
        let june = target.per_period.iter().find(|month| month.range.start == day("2024-06-01")).unwrap();
        // Four posts are as many as June needs, and one of them is on the wrong network.
        assert_eq!((june.needed, june.actual, june.missing), (4.into(), 4.into(), 1.into()), "{words}");
        let short: Vec<_> =
            target.reasons.iter().filter(|reason| reason.code == ReasonCode::PartShort).collect();
        let said = |reason: &Reason| {
            let values = reason.params.iter().map(|param| say_value(&param.value, Language::English));
            values.collect::<Vec<_>>().join(" ").replace('\u{a0}', " ")
        };
        let june_short = short.iter().map(|reason| said(reason)).find(|said| said.contains("June 2024"));
        assert_eq!(june_short.unwrap(), "Instagram 1 post June 2024 June 30, 2024", "{words}");
    }
}

#[test]
fn parts_that_are_networks_are_told_apart_by_where_posts_stand() {
    let plan = promised("3 поста (2 Facebook, 1 Instagram)", &[]);
    let one_sided = standing(&plan, &posts(&["Facebook", "Facebook", "Facebook"]));
    assert_eq!(one_sided.progress, Progress::Open);
    let lacking: Vec<_> = one_sided.per_part.iter().map(|part| part.missing).collect();
    assert_eq!(lacking, [Amount::ZERO, 1.into()]);
    let both = standing(&plan, &posts(&["Facebook", "Instagram", "Facebook"]));
    assert_eq!(both.progress, Progress::Met);
    assert!(!both.reasons.iter().any(|reason| reason.code == ReasonCode::NotToldApart));
}

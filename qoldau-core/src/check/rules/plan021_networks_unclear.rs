//! `PLAN021`: a line names several networks and one number.

use super::prelude::*;
use crate::plan::{EachOf, named_networks};

pub(super) const INFO: RuleInfo = RuleInfo {
    code: "PLAN021",
    name: "networksUnclear",
    severity: Severity::Question,
    since: "0.1",
    message: Saying {
        kk: "Жолда бірнеше желі аталған, ал саны біреу: ол әр желіге ме, әлде барлығына бірге ме? Жолдар: {lines}",
        ru: "В строке названо несколько сетей, а число одно: оно для каждой сети или для всех вместе? Строки: {lines}",
        en: "The line names several networks and one number: is it for each network or for all together? Lines: {lines}",
    },
    what: RuleInfo::manual(
        "Whether a line that names two or more networks says if its number is for each of them.",
    ),
    why: RuleInfo::manual(
        "\"2 (Facebook, Instagram)\" is two posts or four, and one text posted in both networks is one of them or two.",
    ),
    example: RuleInfo::manual("«Әлеуметтік желіге хабарландыру (Facebook, Instagram)»: 2"),
    remedy: Saying {
        kk: "Санның қалай түсінілетінін оператормен келісіңіз",
        ru: "Согласуйте с оператором, как понимать число",
        en: "Agree with the operator how the number is meant",
    },
};

pub(super) const RULE: Rule = Rule::signed(&INFO, check);

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let unclear: Vec<Row<'_>> = context.rows.iter().filter(|row| is_unclear(row)).copied().collect();
    for rows in context.by_settled(unclear, Question::Networks, |row| &row.line.id) {
        let Some(finding) = Context::on_rows(&INFO, &rows, "targets") else { continue };
        let answers = ["perNetwork", "inTotal", "spread"];
        out.push(
            answers.iter().fold(finding, |finding, answer| finding.offer(Question::Networks.key(), answer)),
        );
    }
}

fn is_unclear(row: &Row<'_>) -> bool {
    let line = row.line;
    // A page belongs to one network: two pages in two networks are one in each.
    let kind = !matches!(line.kind, IndicatorKind::Page);
    // «1 әр желіде» says so itself.
    let said = |target: &Target| target.each.as_ref().is_some_and(|each| each.of == EachOf::Channel);
    let counts = line.targets.iter().any(|target| number(target).is_some() && !said(target));
    kind && counts && named_networks(row.activity, line).len() > 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Requires;

    fn named(kind: IndicatorKind, networks: &[&str]) -> Indicator {
        let channels = networks.iter().map(|name| String::from(*name)).collect();
        let requires = Requires { channels, ..Requires::default() };
        Indicator { requires, ..line("1.8", kind, "Хабарландыру", vec![plain("2")]) }
    }

    #[test]
    fn two_announcements_in_two_networks() {
        let plan = of_lines(vec![named(IndicatorKind::Announcement, &["Facebook", "Instagram"])]);
        assert_eq!(
            said(&plan, &INFO),
            "The line names several networks and one number: is it for each network or for all together? Lines: 1.8"
        );
        assert_eq!(answers(&plan, &INFO), ["networks=perNetwork", "networks=inTotal", "networks=spread"]);
    }

    #[test]
    fn one_network_and_pages_are_clear() {
        let plan = of_lines(vec![
            named(IndicatorKind::Announcement, &["Facebook"]),
            named(IndicatorKind::Page, &["Facebook", "Instagram"]),
        ]);
        assert_eq!(findings(&plan, &INFO), []);
    }

    #[test]
    fn networks_may_stand_in_the_channel_cell_of_the_row() {
        let mut plan = of_lines(vec![line("9.1", IndicatorKind::Post, "Посттар", vec![plain("25")])]);
        plan.tasks[0].activities[0].channels = vec!["Әлеуметтік желілер (Facebook, Instagram)".into()];
        assert_eq!(touched(&plan, &INFO), ["l9.1"]);
        plan.tasks[0].activities[0].channels = vec!["Facebook".into()];
        assert_eq!(findings(&plan, &INFO), []);
    }

    #[test]
    fn lines_that_were_answered_fold_away_and_leave_the_others() {
        let mut other = named(IndicatorKind::Announcement, &["Facebook", "Instagram"]);
        other.id = id("l2.4");
        let mut plan = of_lines(vec![named(IndicatorKind::Announcement, &["Facebook", "Instagram"]), other]);
        plan.readings = vec![reading("l1.8", Question::Networks, "spread")];
        assert_eq!(touched(&plan, &INFO), ["l2.4"]);
    }
}

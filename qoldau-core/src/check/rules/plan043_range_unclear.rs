//! `PLAN043`: a range does not say whether its upper end is a limit.

use super::prelude::*;

pub(super) const INFO: RuleInfo = RuleInfo {
    code: "PLAN043",
    name: "rangeUnclear",
    severity: Severity::Question,
    since: "0.1",
    message: Saying {
        kk: "Екі санның арасы уәде етілген: үлкенінен асып кетуге бола ма? Жолдар: {lines}",
        ru: "Обещано от одного числа до другого: можно ли превысить большее из них? Строки: {lines}",
        en: "A range is promised: may its upper end be exceeded? Lines: {lines}",
    },
    what: RuleInfo::manual(
        "Whether a number or a percent that is promised from one figure to another says what more than the upper one means.",
    ),
    why: RuleInfo::manual(
        "Sixteen people at a training \"from 10 to 15\" are a success, six complaints of \"from 2 to 5\" are not, and the \
           words are the same. Until it is agreed more than the range is met and said to be so; of a line whose name tells \
           no kind it is taken for too much.",
    ),
    example: RuleInfo::manual("«Количество участников»: от 10 до 15 человек"),
    remedy: Saying {
        kk: "Асып кетуге бола ма, оператормен келісіңіз",
        ru: "Согласуйте с оператором, можно ли его превысить",
        en: "Agree with the operator whether it may be exceeded",
    },
};

pub(super) const RULE: Rule = Rule::signed(&INFO, check);

/// A range with the line that it stands in.
struct Range<'a> {
    line: &'a Id,
    number: String,
    /// What an answer is about: the line, or the target of a line that has several.
    about: &'a Id,
}

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let of_lines = context.rows.iter().flat_map(|row| {
        let ranges = ranges(&row.line.id, &row.line.targets, context).into_iter();
        ranges.map(|(line, about)| Range { line, number: row.line.number.clone(), about })
    });
    let of_impact = context.plan.impact.iter().flat_map(|line| {
        let ranges = ranges(&line.id, &line.targets, context).into_iter();
        ranges.map(|(id, about)| Range { line: id, number: impact_number(line), about })
    });
    for ranges in context.by_settled(of_lines.chain(of_impact).collect(), Question::Bound, |of| of.about) {
        out.extend(finding(&ranges));
    }
}

/// The ranges of a line, each with its line and what an answer is about. What was said of a line of several holds for its ranges.
fn ranges<'a>(line: &'a Id, targets: &'a [Target], context: &Context<'_>) -> Vec<(&'a Id, &'a Id)> {
    let is_of_line = |target: &Target| {
        let is_own = context.is_settled(&target.id, Question::Bound);
        targets.len() == 1 || !is_own && context.is_settled(line, Question::Bound)
    };
    let ranges = targets.iter().filter(|target| target.rule.is_range());
    ranges.map(|target| (line, if is_of_line(target) { line } else { &target.id })).collect()
}

fn finding(ranges: &[Range<'_>]) -> Option<Finding> {
    let mut lines: Vec<&Range<'_>> = ranges.iter().collect();
    lines.dedup_by_key(|of| of.line);
    let finding = Finding::new(&INFO, at(lines.first()?.line, "targets"));
    let is_of_lines = ranges.iter().all(|of| of.about == of.line);
    let about: Vec<Id> = ranges.iter().filter(|_| !is_of_lines).map(|of| of.about.clone()).collect();
    let finding = ["atLeast", "atMost"]
        .into_iter()
        .fold(finding, |finding, answer| finding.offer_for(about.clone(), Question::Bound.key(), answer));
    Some(lines.iter().fold(finding, |finding, of| {
        finding.lines([of.line.clone()]).param(Param::number("lines", &of.number))
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn range(from: &str, to: &str) -> Target {
        let rule = TargetRule::Number {
            bound: Bound::Between,
            amount: from.parse().unwrap(),
            up_to: Some(to.parse().unwrap()),
        };
        Target { rule, ..plain(from) }
    }

    fn percent_range(to: u32) -> Target {
        let rule = TargetRule::Percent { bound: Bound::Between, amount: 70.into(), up_to: Some(to.into()) };
        Target { rule, ..plain("70") }
    }

    #[test]
    fn people_and_posts_from_so_many_to_so_many() {
        let plan = of_lines(vec![
            line("1.1", IndicatorKind::Participants, "Қатысушылар саны", vec![range("10", "15")]),
            line("1.2", IndicatorKind::Post, "Посттар", vec![plain("12")]),
            line("1.3", IndicatorKind::Satisfaction, "Қанағаттану", vec![percent_range(80)]),
        ]);
        assert_eq!(said(&plan, &INFO), "A range is promised: may its upper end be exceeded? Lines: 1.1, 1.3");
        assert_eq!(answers(&plan, &INFO), ["bound=atLeast", "bound=atMost"]);
    }

    #[test]
    fn nothing_lies_above_all_of_them() {
        let plan = of_lines(vec![line("1.1", IndicatorKind::Satisfaction, "С", vec![percent_range(100)])]);
        assert_eq!(findings(&plan, &INFO), []);
    }

    #[test]
    fn an_answer_folds_its_line_away_and_leaves_the_others() {
        let ranges = ["1.1", "1.2"]
            .map(|number| line(number, IndicatorKind::Participants, "Қатысушылар", vec![range("10", "15")]));
        let mut plan = of_lines(ranges.into());
        plan.readings = vec![reading("l1.1", Question::Bound, "atLeast")];
        assert_eq!(touched(&plan, &INFO), ["l1.2"]);
    }

    #[test]
    fn an_answer_about_one_of_several_numbers_names_it() {
        let mut plan = of_lines(vec![
            line(
                "1.1",
                IndicatorKind::Participants,
                "Посттар, қатысушылар",
                vec![plain("5"), range("10", "15")],
            ),
            line("1.2", IndicatorKind::Participants, "Қатысушылар", vec![range("10", "15")]),
        ]);
        let target = plan.tasks[0].activities[0].indicators[0].targets[1].id.clone();
        let offers = findings(&plan, &INFO).remove(0).answers;
        assert!(offers.iter().all(|offer| offer.lines == [target.clone(), id("l1.2")]), "{offers:?}");
        for settled in [target.as_str(), "l1.1"] {
            plan.readings = vec![reading(settled, Question::Bound, "atMost")];
            assert_eq!(touched(&plan, &INFO), ["l1.2"]);
            plan.readings.push(reading("l1.2", Question::Bound, "atMost"));
            assert_eq!(findings(&plan, &INFO), []);
        }
    }
}

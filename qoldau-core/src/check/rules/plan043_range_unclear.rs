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

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let of_lines = context.rows.iter().filter(|row| row.line.targets.iter().any(is_range));
    let of_lines = of_lines.map(|row| (&row.line.id, row.line.number.clone()));
    let of_impact = context.plan.impact.iter().filter(|line| line.targets.iter().any(is_range));
    let all = of_lines.chain(of_impact.map(|line| (&line.id, impact_number(line)))).collect();
    for ranges in context.by_settled(all, Question::Bound, |(id, _)| id) {
        let Some((first, _)) = ranges.first() else { continue };
        let finding = Finding::new(&INFO, at(first, "targets"))
            .offer(Question::Bound.key(), "atLeast")
            .offer(Question::Bound.key(), "atMost");
        out.push(ranges.iter().fold(finding, |finding, (id, number)| {
            finding.lines([(*id).clone()]).param(Param::number("lines", number))
        }));
    }
}

/// Whether a target is promised from one figure to another, and something may lie above the upper one.
fn is_range(target: &Target) -> bool {
    let (bound, up_to) = match target.rule {
        TargetRule::Number { bound, up_to, .. } => (bound, up_to),
        TargetRule::Percent { bound, up_to, .. } => (bound, up_to.filter(|most| *most < Amount::HUNDRED)),
        _ => return false,
    };
    bound == Bound::Between && up_to.is_some()
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
}

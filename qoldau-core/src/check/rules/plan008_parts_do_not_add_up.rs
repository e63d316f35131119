//! `PLAN008`: the parts of a number do not add up to it.

use super::prelude::*;

pub(super) const INFO: RuleInfo = RuleInfo {
    code: "PLAN008",
    name: "partsDoNotAddUp",
    severity: Severity::Question,
    since: "0.1",
    message: Saying {
        kk: "Бөліктердің қосындысы жалпы санға тең емес. Жол: {lines}. Жалпы сан: {total}; бөліктердің қосындысы: {sum}. Қайсысы дұрыс?",
        ru: "Сумма частей не равна общему числу. Строка: {lines}. Общее число: {total}; сумма частей: {sum}. Какое верно?",
        en: "The parts do not add up to the number. Line: {lines}. The number: {total}; sum of the parts: {sum}. Which one holds?",
    },
    what: RuleInfo::manual("Whether the parts in brackets behind a number add up to it."),
    why: RuleInfo::manual(
        "Each part has to be met, and so has the number: when they disagree, one of them is a slip.",
    ),
    example: RuleInfo::manual("«3 (1 спорттық, 1 қоғамдық-мәдени)»"),
    remedy: Saying {
        kk: "Қай сан орындалатынын оператормен келісіңіз",
        ru: "Согласуйте с оператором, какое число выполнять",
        en: "Agree with the operator which number is to be met",
    },
};

pub(super) const RULE: Rule = Rule::signed(&INFO, check);

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    for row in &context.rows {
        out.extend(on_targets(&row.line.id, &row.line.number, &row.line.targets));
    }
    for figure in &context.plan.impact {
        out.extend(on_targets(&figure.id, &impact_number(figure), &figure.targets));
    }
}

/// A finding for each target of a line whose parts make another number than it.
fn on_targets(line: &Id, number: &str, targets: &[Target]) -> impl Iterator<Item = Finding> {
    targets.iter().filter_map(move |target| {
        let (total, sum) = numbers(target)?;
        let finding = Finding::new(&INFO, at(line, "targets"))
            .lines([line.clone()])
            .param(Param::number("lines", number))
            .param(Param::amount("total", total))
            .param(Param::amount("sum", sum));
        let answers = [total, sum];
        Some(answers.iter().fold(finding, |finding, answer| {
            finding.offer_for(one_of(targets, target), Question::Amount.key(), &answer.to_string())
        }))
    })
}

/// The number of a target and the sum of its parts, where it has parts and the two differ.
fn numbers(target: &Target) -> Option<(Amount, Amount)> {
    let (_, total) = number(target).filter(|_| !target.parts.is_empty())?;
    let sum = target.parts.iter().try_fold(Amount::ZERO, |sum, part| sum.checked_add(part.amount))?;
    (sum != total).then_some((total, sum))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_parts(total: &str, parts: &[&str]) -> Plan {
        of_lines(vec![line("2.8", IndicatorKind::Event, "Шаралар саны", vec![with_parts(total, parts)])])
    }

    fn with_parts(total: &str, parts: &[&str]) -> Target {
        let parts = parts.iter().zip(1..).map(|(part, n)| Part {
            id: id(&format!("p{n}")),
            amount: amount(part),
            label: "шара".into(),
        });
        Target { parts: parts.collect(), ..plain(total) }
    }

    #[test]
    fn a_figure_of_the_impact_block_is_broken_down_too() {
        let mut plan = of_lines(Vec::new());
        plan.impact = vec![
            impact("1", ImpactKind::DirectBeneficiaries, with_parts("3400", &["3000", "300"])),
            impact("2", ImpactKind::IndirectBeneficiaries, with_parts("1000", &["400", "600"])),
        ];
        assert_eq!(
            said(&plan, &INFO),
            "The parts do not add up to the number. Line: IV.1. The number: 3,400; sum of the parts: 3,300. Which \
             one holds?"
        );
        assert_eq!(touched(&plan, &INFO), ["i1"]);
        plan.readings = vec![reading("i1", Question::Amount, "3400")];
        assert_eq!(findings(&plan, &INFO), []);
    }

    #[test]
    fn two_parts_that_make_less() {
        let plan = of_parts("3", &["1", "1"]);
        assert_eq!(
            said(&plan, &INFO),
            "The parts do not add up to the number. Line: 2.8. The number: 3; sum of the parts: 2. Which one holds?"
        );
        assert_eq!(answers(&plan, &INFO), ["amount=3", "amount=2"]);
    }

    #[test]
    fn one_sports_and_two_cultural_are_three() {
        assert_eq!(findings(&of_parts("3", &["1", "2"]), &INFO), []);
    }

    #[test]
    fn no_parts_and_parts_written_with_decimals() {
        assert_eq!(findings(&of_parts("3", &[]), &INFO), []);
        assert_eq!(findings(&of_parts("3", &["1.50", "1.5"]), &INFO), []);
    }
}

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
    what: "Whether the parts in brackets behind a number add up to it.",
    why: "Each part has to be met, and so has the number: when they disagree, one of them is a slip.",
    example: "«3 (1 спорттық, 1 қоғамдық-мәдени)»",
    remedy: Saying {
        kk: "Қай сан орындалатынын оператормен келісіңіз",
        ru: "Согласуйте с оператором, какое число выполнять",
        en: "Agree with the operator which number is to be met",
    },
};

pub(super) const RULE: Rule = Rule::signed(&INFO, check);

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    for row in &context.rows {
        for target in &row.line.targets {
            let Some((_, total)) = number(target) else { continue };
            let parts = target.parts.iter();
            let sum = parts.clone().try_fold(Amount::ZERO, |sum, part| sum.checked_add(part.amount));
            let Some(sum) = sum.filter(|sum| parts.len() > 0 && *sum != total) else { continue };
            out.extend(Context::on_rows(&INFO, &[*row], "targets").map(|finding| {
                finding
                    .param(Param::amount("total", total))
                    .param(Param::amount("sum", sum))
                    .offer(Question::Amount.key(), &total.to_string())
                    .offer(Question::Amount.key(), &sum.to_string())
            }));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_parts(total: &str, parts: &[&str]) -> Plan {
        let parts = parts.iter().zip(1..).map(|(part, n)| Part {
            id: id(&format!("p{n}")),
            amount: amount(part),
            label: "шара".into(),
        });
        let target = Target { parts: parts.collect(), ..plain(total) };
        of_lines(vec![line("2.8", IndicatorKind::Event, "Шаралар саны", vec![target])])
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

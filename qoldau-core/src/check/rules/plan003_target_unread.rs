//! `PLAN003`: the words of a target were not understood.

use super::prelude::*;

pub(super) const INFO: RuleInfo = RuleInfo {
    code: "PLAN003",
    name: "targetUnread",
    severity: Severity::Warning,
    since: "0.1",
    message: Saying {
        kk: "Жоспарланған мән түсініксіз, сондықтан ол тексерілмейді. Жол: {lines}. Мәтіні: {words}",
        ru: "Плановое значение не понято, поэтому оно не проверяется. Строка: {lines}. Текст: {words}",
        en: "The target was not understood, so nothing can be held against it. Line: {lines}. Words: {words}",
    },
    what: RuleInfo::manual("Whether every target of a line or of the impact block could be read."),
    why: RuleInfo::manual(
        "A target that is not understood is kept word for word, but nobody can say whether it is met.",
    ),
    example: RuleInfo::manual("«келісім бойынша, шамамен»"),
    remedy: Saying {
        kk: "Мәнді санмен жазыңыз немесе жолдың қалай түсінілетінін оператормен келісіңіз",
        ru: "Запишите значение числом или согласуйте с оператором, как понимать строку",
        en: "Write the value as a number, or agree with the operator how the line is to be read",
    },
};

pub(super) const RULE: Rule = Rule::signed(&INFO, check);

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    for row in &context.rows {
        out.extend(on_targets(&row.line.id, &row.line.number, &row.line.targets));
    }
    for line in &context.plan.impact {
        out.extend(on_targets(&line.id, &impact_number(line), &line.targets));
    }
}

/// One finding for all unread targets of a line: their cell is one.
fn on_targets(line: &Id, number: &str, targets: &[Target]) -> Option<Finding> {
    let mut unread = targets.iter().filter(|target| is_unread(target) && !is_missing(target)).peekable();
    unread.peek()?;
    let finding =
        Finding::new(&INFO, at(line, "targets")).lines([line.clone()]).param(Param::number("lines", number));
    Some(unread.fold(finding, |finding, target| finding.param(Param::text("words", &target.text))))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unread(words: &str) -> Target {
        Target { text: words.into(), ..target(TargetRule::Unread {}) }
    }

    #[test]
    fn words_that_are_no_target() {
        let plan = of_lines(vec![line("1.1", IndicatorKind::Post, "Пост", vec![unread("кестеге сәйкес")])]);
        assert_eq!(
            said(&plan, &INFO),
            "The target was not understood, so nothing can be held against it. Line: 1.1. Words: кестеге сәйкес"
        );
    }

    #[test]
    fn two_unread_targets_of_one_line_are_one_finding() {
        let mut plan = of_lines(vec![line(
            "1.1",
            IndicatorKind::Post,
            "Пост",
            vec![unread("а"), plain("1"), unread("б")],
        )]);
        assert!(said(&plan, &INFO).ends_with("Words: а; б"));
        plan.impact.push(impact("1", ImpactKind::Other, unread("в")));
        assert_eq!(touched(&plan, &INFO), ["l1.1", "i1"]);
        let said = INFO.say(&findings(&plan, &INFO)[1], crate::language::Language::Kazakh);
        assert!(said.ends_with("Жол: IV.1. Мәтіні: в"), "{said}");
    }

    #[test]
    fn where_nothing_is_written_there_is_nothing_to_understand() {
        let plan = of_lines(vec![line("1.1", IndicatorKind::Post, "Пост", vec![unread(" ")])]);
        assert_eq!(findings(&plan, &INFO), []);
    }

    #[test]
    fn what_is_done_or_as_needed_is_understood() {
        let plan = of_lines(vec![line(
            "1.1",
            IndicatorKind::Post,
            "Пост",
            vec![target(TargetRule::Done {}), target(TargetRule::AsNeeded {})],
        )]);
        assert_eq!(findings(&plan, &INFO), []);
    }
}

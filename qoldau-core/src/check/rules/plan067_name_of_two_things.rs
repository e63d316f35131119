//! `PLAN067`: the name of a line is of two things, and one number stands beside it.

use super::prelude::*;
use crate::plan::two_kinds;

pub(super) const INFO: RuleInfo = RuleInfo {
    code: "PLAN067",
    name: "nameOfTwoThings",
    severity: Severity::Question,
    since: "0.1",
    message: Saying {
        kk: "Жолдың атауында екі нәрсе бар, ал сан біреу: {target}. Атауындағы біріншісі саналады: {kind}. Жол: {lines}. Әрқайсысының санын бөлек жазыңыз",
        ru: "В названии строки две вещи, а число одно: {target}. Считается первое из названного: {kind}. Строка: {lines}. Укажите число каждой",
        en: "The name of the line is of two things, and there is one number: {target}. The first of them is counted: {kind}. Line: {lines}. State a number for each",
    },
    what: RuleInfo::manual(
        "Whether a name of two things, such as posts and videos, has one number without a unit.",
    ),
    why: RuleInfo::manual(
        "«Посты и видео»: 10 may be ten of each, ten together or ten of either. Until somebody says so the first is counted.",
    ),
    example: RuleInfo::manual("«Посты и видео»: 10"),
    remedy: Saying {
        kk: "Әрқайсысына бөлек сан немесе бөлек жол жазыңыз",
        ru: "Напишите для каждой вещи своё число или свою строку",
        en: "Give each thing a number or a line of its own",
    },
};

pub(super) const RULE: Rule = Rule::signed(&INFO, check);

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    for Row { line, .. } in &context.rows {
        let [target] = line.targets.as_slice() else { continue };
        let bare = number(target).is_some() && target.unit.is_none();
        if bare && two_kinds(&line.name).is_some() {
            let finding = Finding::new(&INFO, at(&line.id, "targets"))
                .lines([line.id.clone()])
                .param(Param::text("target", &target.text))
                .param(Param::number("lines", &line.number))
                .param(Param::word("kind", line.kind.key()));
            out.push(finding);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asks(name: &str, cell: &str) -> bool {
        let targets = crate::plan::read_targets(cell, &id("l1"), None);
        let kind = crate::plan::read_kind(name);
        !findings(&of_lines(vec![line("1.1", kind, name, targets)]), &INFO).is_empty()
    }

    #[test]
    fn one_number_for_two_things_is_asked_about() {
        for name in [
            "Посты и видео",
            "Посттар мен бейнелер",
            "Posts and videos",
            "Тренинги и фото",
            "Мероприятия и отчеты",
            "Количество буклетов и видеороликов",
        ] {
            assert!(asks(name, "10"), "{name}");
        }
    }

    #[test]
    fn one_thing_a_number_of_its_own_and_two_papers_are_clear() {
        assert!(!asks("Посты и видео", "10 постов"));
        assert!(!asks("Посты и видео", "10 постов, 5 видео"));
        for name in [
            "План и программа",
            "Фото с тренингов и семинаров",
            "Тренинги и семинары",
            "Студенттер мен волонтерлер тізімі",
            "Проведение тренинга и отчет",
            "Список участников и фото",
        ] {
            assert!(!asks(name, "10"), "{name}");
        }
    }
}

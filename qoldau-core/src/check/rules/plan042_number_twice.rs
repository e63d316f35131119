//! `PLAN042`: several tasks have one printed number.

use super::prelude::*;
use crate::plan::GrantTask;

pub(super) const INFO: RuleInfo = RuleInfo {
    code: "PLAN042",
    name: "numberTwice",
    severity: Severity::Warning,
    since: "0.1",
    message: Saying {
        kk: "Бірнеше міндеттің нөмірі бірдей: {number}. Міндеттер: {task}. Олардың жолдарының нөмірлері де қайталанады",
        ru: "У нескольких задач один номер: {number}. Задачи: {task}. Номера их строк тоже повторяются",
        en: "Several tasks have the same number: {number}. Tasks: {task}. The numbers of their lines repeat too",
    },
    what: RuleInfo::manual("Whether every task has a printed number of its own."),
    why: RuleInfo::manual(
        "Lines are called by their numbers: with two tasks 1 there are two lines 1.1, and nobody can tell which of them a document is for.",
    ),
    example: RuleInfo::manual("«Задача 1. Медиа» and «1-міндет. Медиа» in one annex"),
    remedy: Saying {
        kk: "Міндеттерді ретімен нөмірлеңіз",
        ru: "Пронумеруйте задачи по порядку",
        en: "Number the tasks in order",
    },
};

pub(super) const RULE: Rule = Rule::signed(&INFO, check);

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let mut tasks: Vec<&GrantTask> = context.plan.tasks.iter().collect();
    tasks.sort_by(|a, b| a.number.cmp(&b.number));
    for same in tasks.chunk_by(|a, b| a.number == b.number).filter(|same| same.len() > 1) {
        let Some(first) = same.first() else { continue };
        let finding = Finding::new(&INFO, at(&first.id, "number"))
            .lines(same.iter().map(|task| task.id.clone()))
            .param(Param::number("number", &first.number));
        out.push(same.iter().fold(finding, |finding, task| finding.param(Param::text("task", &task.title))));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_tasks_of_one_number() {
        let tasks = vec![task("1", "Медиа", Vec::new()), task("2", "Оқу", Vec::new())];
        let mut plan = plan(tasks);
        assert_eq!(findings(&plan, &INFO), []);
        plan.tasks[1].number = "1".into();
        assert_eq!(touched(&plan, &INFO), ["t1 t2"]);
        assert_eq!(
            said(&plan, &INFO),
            "Several tasks have the same number: 1. Tasks: Медиа; Оқу. The numbers of their lines repeat too"
        );
    }
}

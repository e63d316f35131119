//! `PLAN066`: a deadline recurs, and the numbers beside it do not say whether they are asked for each time.

use super::plan024_deadline_missing::offer_period;
use super::prelude::*;
use crate::plan::EACH_TIME;

pub(super) const INFO: RuleInfo = RuleInfo {
    code: "PLAN066",
    name: "deadlineRecursAlone",
    severity: Severity::Question,
    since: "0.1",
    message: Saying {
        kk: "Мерзім қайталанады ({due}), ал сан қай кезеңге берілгені айтылмаған. Жолдар: {lines}. Әр мерзімде сонша ма, әлде барлығы ма?",
        ru: "Срок повторяется ({due}), а число не говорит, за какое время. Строки: {lines}. Столько к каждому сроку или всего?",
        en: "The deadline recurs ({due}), and the number does not say of what time it is. Lines: {lines}. So many each time, or in all?",
    },
    what: RuleInfo::manual(
        "Whether numbers whose deadline comes again and again within the project are asked for each time.",
    ),
    why: RuleInfo::manual(
        "«1 отчёт» until the 25th of every month may be six reports or one. Until it is agreed it is judged as one in all, which \
           a single report meets.",
    ),
    example: RuleInfo::manual("«1 отчёт», «до 25 числа каждого месяца»"),
    remedy: Saying {
        kk: "Сан әр мерзімге ме, әлде барлығына ма — оператормен келісіңіз",
        ru: "Согласуйте с оператором, к каждому ли сроку нужно столько",
        en: "Agree with the operator whether so many are due each time",
    },
};

pub(super) const RULE: Rule = Rule::signed(&INFO, check);

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let asked: Vec<Row<'_>> = context.rows.iter().filter(|row| is_unclear(row, context)).copied().collect();
    // Rows under one cell have its words alike: they are one finding.
    for alike in asked.chunk_by(|a, b| (&a.task.id, &a.activity.due) == (&b.task.id, &b.activity.due)) {
        for rows in context.by_settled(alike.to_vec(), Question::Due, |row| &row.line.id) {
            let Some(due) = rows.first().and_then(|row| row.activity.due.as_ref()) else { continue };
            let finding = Context::on_rows(&INFO, &rows, "targets");
            let finding = finding.map(|finding| {
                finding.param(Param::text("due", due.text())).offer(Question::Due.key(), EACH_TIME)
            });
            out.extend(finding.map(|finding| offer_period(finding, context.plan.period)));
        }
    }
}

/// Whether a line stands beside a deadline that recurs within the project, and does not recur itself.
fn is_unclear(row: &Row<'_>, context: &Context<'_>) -> bool {
    let Some(due) = &row.activity.due else { return false };
    row.line.targets.iter().any(|target| due.leaves_open(target, context.plan.period))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{DueContext, read_due, read_targets};

    fn promised(deadline: &str, cells: &[&str]) -> Plan {
        let lines = cells.iter().zip(1..).map(|(cell, at)| {
            let number = format!("1.{at}");
            let targets = read_targets(cell, &id(&format!("l{number}")), None);
            line(&number, IndicatorKind::Report, "Отчёт", targets)
        });
        let mut plan = of_lines(lines.collect());
        let period = plan.period;
        let due = read_due(deadline, &DueContext { period, contract: None });
        assert!(matches!(due, Due::Recurring { .. }), "{due:?}");
        plan.tasks[0].activities[0].due = Some(due);
        plan
    }

    #[test]
    fn numbers_beside_a_deadline_that_recurs() {
        let plan = promised("до 25 числа каждого месяца", &["1", "2 ежемесячно", "3"]);
        assert_eq!(
            said(&plan, &INFO),
            "The deadline recurs (до 25 числа каждого месяца), and the number does not say of what time it is. Lines: 1.1, 1.3. So many each time, or in all?"
        );
        assert_eq!(answers(&plan, &INFO), ["due=eachTime", "due=2024-05-01..2024-10-31"]);
        assert_eq!(touched(&promised("ай сайын", &["1"]), &INFO), ["l1.1"]);
        assert_eq!(touched(&promised("ежеквартально", &["1"]), &INFO), ["l1.1"]);
    }

    #[test]
    fn what_recurs_itself_holds_for_each_event_or_comes_but_once_is_clear() {
        let clear = |deadline, cell| findings(&promised(deadline, &[cell]), &INFO).is_empty();
        assert!(clear("ежемесячно", "1 ежемесячно"));
        assert!(clear("ежемесячно", "5 фото с каждого мероприятия"));
        assert!(clear("ежемесячно", "по мере необходимости"));
        assert!(clear("ежемесячно", "утвержден"));
        // A number of its own each time: PLAN023 and PLAN041 ask of what does not come out.
        assert!(clear("ежемесячно", "6 (по 1 в месяц)"));
        assert!(clear("ежемесячно", "24 (4 в месяц)"));
        assert!(clear("ежемесячно", "24 (2 в месяц)"));
        assert!(clear("ежемесячно", "6 ежемесячных отчетов"));
        assert!(!clear("ежемесячно", "5 ежемесячных отчетов"));
        assert!(clear("до 15 июня ежегодно", "1"));
        assert!(clear("ежегодно", "1"));
        let mut longer = promised("до 15 июня ежегодно", &["1"]);
        longer.period = Some(range("2024-05-01", "2025-10-31"));
        assert_eq!(touched(&longer, &INFO), ["l1.1"]);
    }

    #[test]
    fn an_answer_folds_its_line_away() {
        let mut plan = promised("ежемесячно", &["1", "3"]);
        plan.readings = vec![reading("l1.1", Question::Due, "eachTime")];
        assert_eq!(touched(&plan, &INFO), ["l1.2"]);
        let activity = plan.tasks[0].activities[0].id.clone();
        plan.readings = vec![reading(activity.as_str(), Question::Due, "2024-05-01..2024-10-31")];
        assert_eq!(findings(&plan, &INFO), []);
    }
}

//! `PLAN001`: the project's period is not stated.

use super::prelude::*;

pub(super) const INFO: RuleInfo = RuleInfo {
    code: "PLAN001",
    name: "periodMissing",
    severity: Severity::Error,
    since: "0.1",
    message: Saying {
        kk: "Жобаны іске асыру кезеңі көрсетілмеген немесе басталуы аяқталуынан кеш: бірде-бір мерзімді есептеу мүмкін емес",
        ru: "Период реализации проекта не указан, или его начало позже конца: ни один срок рассчитать нельзя",
        en: "The project's period is not stated, or it begins after it ends: no deadline can be computed",
    },
    what: RuleInfo::manual(
        "Whether the plan states the first and the last day of the project, in that order.",
    ),
    why: RuleInfo::manual(
        "Months without a year, monthly lines and every deadline are read against the project's period.",
    ),
    example: RuleInfo::manual("period: nothing; or 2024-10-31 to 2024-05-01"),
    remedy: Saying {
        kk: "Жобаның бірінші және соңғы күнін жазыңыз",
        ru: "Укажите первый и последний день проекта",
        en: "State the first and the last day of the project",
    },
};

pub(super) const RULE: Rule = Rule::signed(&INFO, check);

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    if context.plan.period.is_none_or(|period| period.start > period.end) {
        out.push(Finding::new(&INFO, of_plan("period")));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_without_a_period_or_with_one_that_runs_backwards() {
        let mut plan = plan(Vec::new());
        plan.period = None;
        assert_eq!(
            said(&plan, &INFO),
            "The project's period is not stated, or it begins after it ends: no deadline can be computed"
        );
        plan.period = Some(range("2024-10-31", "2024-05-01"));
        assert_eq!(findings(&plan, &INFO).len(), 1);
    }

    #[test]
    fn a_period_of_months_or_of_a_single_day_is_one() {
        let mut plan = plan(Vec::new());
        assert_eq!(findings(&plan, &INFO), []);
        plan.period = Some(range("2024-05-01", "2024-05-01"));
        assert_eq!(findings(&plan, &INFO), []);
    }
}

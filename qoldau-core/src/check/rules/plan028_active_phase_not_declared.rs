//! `PLAN028`: a deadline is counted from the end of the active phase, and nobody has said when that is.

use super::prelude::*;
use crate::plan::Anchor;

pub(super) const INFO: RuleInfo = RuleInfo {
    code: "PLAN028",
    name: "activePhaseNotDeclared",
    severity: Severity::Warning,
    since: "0.1",
    message: Saying {
        kk: "Мерзім белсенді кезеңнің аяқталуынан есептеледі, бірақ белсенді кезеңнің күндері жазылмаған. Іс-шаралар: {activity}",
        ru: "Срок отсчитывается от конца активной фазы, но дни активной фазы не указаны. Мероприятия плана: {activity}",
        en: "The deadline is counted from the end of the active phase, whose days are not stated. Activities: {activity}",
    },
    what: RuleInfo::manual("Whether the active phase has dates when a deadline is counted from it."),
    why: RuleInfo::manual(
        "A survey \"before and after the active phase\" has to be held before it is over; until the days are known only the \
          project's last day bounds it.",
    ),
    example: RuleInfo::manual("«Жобаның белсенді кезеңі аяқталғанға дейін және аяқталғаннан кейін …»"),
    remedy: Saying {
        kk: "Жоспарда белсенді кезеңнің бірінші және соңғы күнін жазыңыз",
        ru: "Укажите в плане первый и последний день активной фазы",
        en: "State the first and the last day of the active phase in the plan",
    },
};

pub(super) const RULE: Rule = Rule::wording(&INFO, check);

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    if context.plan.active_phase.is_some() {
        return;
    }
    let waits = |activity: &&Activity| {
        matches!(activity.due, Some(Due::Relative { anchor: Anchor::ActivePhaseEnd, .. }))
            && !context.is_settled(&activity.id, Question::Due)
    };
    let activities = context.plan.activities().map(|(_, activity)| activity).filter(waits);
    out.extend(on_activities(&INFO, activities, "due"));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{DayCount, DueSide};

    fn survey() -> Plan {
        let mut act = activity("8.2", Vec::new());
        act.due = Some(Due::Relative {
            anchor: Anchor::ActivePhaseEnd,
            offset: 0,
            days: DayCount::Calendar,
            side: DueSide::After,
            text: "белсенді кезеңі аяқталғаннан кейін".into(),
        });
        plan(vec![task("8", "", vec![act])])
    }

    #[test]
    fn a_survey_after_a_phase_without_dates() {
        assert_eq!(
            said(&survey(), &INFO),
            "The deadline is counted from the end of the active phase, whose days are not stated. Activities: 8.2"
        );
    }

    #[test]
    fn a_phase_with_dates_or_a_deadline_agreed_on() {
        let mut plan = survey();
        plan.active_phase = Some(range("2024-06-01", "2024-09-30"));
        assert_eq!(findings(&plan, &INFO), []);
        let mut plan = survey();
        plan.readings = vec![reading("a8.2", Question::Due, "2024-10-01..2024-10-31")];
        assert_eq!(findings(&plan, &INFO), []);
    }

    #[test]
    fn other_anchors_need_no_phase() {
        let mut plan = survey();
        if let Some(Due::Relative { anchor, .. }) = &mut plan.tasks[0].activities[0].due {
            *anchor = Anchor::ProjectEnd;
        }
        assert_eq!(findings(&plan, &INFO), []);
    }
}

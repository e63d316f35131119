//! `PLAN006`: an activity has no indicator.

use super::prelude::*;

pub(super) const INFO: RuleInfo = RuleInfo {
    code: "PLAN006",
    name: "activityWithoutIndicator",
    severity: Severity::Warning,
    since: "0.1",
    message: Saying {
        kk: "Іс-шараның бірде-бір көрсеткіші жоқ: оның орындалғанын ештеңе көрсетпейді. Іс-шаралар: {activity}",
        ru: "У мероприятия плана нет ни одного показателя: его выполнение ничем не показать. Мероприятия плана: {activity}",
        en: "The activity has no indicator: nothing would show that it is done. Activities: {activity}",
    },
    what: RuleInfo::manual("Whether every activity has an indicator line."),
    why: RuleInfo::manual("What has no line appears in no report, and the operator has nothing to accept."),
    example: RuleInfo::manual("the row «Қорытынды кездесу» with empty indicator and target cells"),
    remedy: Saying {
        kk: "Көрсеткіш пен жоспарланған мән қосыңыз; шартқа қол қойылса, қосымша келісіммен",
        ru: "Добавьте показатель и плановое значение; если договор подписан, дополнительным соглашением",
        en: "Add an indicator with a target; once the contract is signed, by a supplementary agreement",
    },
};

pub(super) const RULE: Rule = Rule::signed(&INFO, check);

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    for task in &context.plan.tasks {
        // A row whose lists wait to be paired is told of as such.
        let bare = |activity: &&Activity| activity.indicators.is_empty() && activity.unpaired.is_none();
        out.extend(on_activities(&INFO, task.activities.iter().filter(bare), "indicators"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Unpaired;

    #[test]
    fn the_bare_activities_of_a_task_are_one_finding() {
        let full = activity("1.2", vec![line("1.1", IndicatorKind::Post, "Пост", vec![plain("1")])]);
        let plan = plan(vec![
            task("1", "", vec![activity("1.1", vec![]), full, activity("1.3", vec![])]),
            task("2", "", vec![activity("2.1", vec![])]),
        ]);
        assert_eq!(touched(&plan, &INFO), ["a1.1 a1.3", "a2.1"]);
    }

    #[test]
    fn an_activity_with_one_line_has_one() {
        let plan = of_lines(vec![line("1.1", IndicatorKind::Post, "Пост", vec![])]);
        assert_eq!(findings(&plan, &INFO), []);
    }

    #[test]
    fn a_row_that_waits_for_pairing_is_no_bare_one() {
        let mut plan = of_lines(Vec::new());
        let unpaired = Unpaired { names: vec!["Фото".into()], values: Vec::new() };
        plan.tasks[0].activities[0].unpaired = Some(unpaired);
        assert_eq!(findings(&plan, &INFO), []);
    }
}

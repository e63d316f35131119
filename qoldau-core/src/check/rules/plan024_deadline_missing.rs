//! `PLAN024`: an activity has no deadline.

use super::prelude::*;

pub(super) const INFO: RuleInfo = RuleInfo {
    code: "PLAN024",
    name: "deadlineMissing",
    severity: Severity::Question,
    since: "0.1",
    message: Saying {
        kk: "Орындалу мерзімі көрсетілмеген. Іс-шаралар: {activity}. Мерзімі қашан?",
        ru: "Срок исполнения не указан. Мероприятия плана: {activity}. Какой срок?",
        en: "No deadline is stated. Activities: {activity}. When is it due?",
    },
    what: RuleInfo::manual("Whether every activity has a deadline."),
    why: RuleInfo::manual("Without one nothing is ever late, and nothing is ever in time."),
    example: RuleInfo::manual("an empty deadline cell in the first row of a task"),
    remedy: Saying {
        kk: "Мерзімін оператормен келісіңіз",
        ru: "Согласуйте срок с оператором",
        en: "Agree with the operator on a deadline",
    },
};

pub(super) const RULE: Rule = Rule::signed(&INFO, check);

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    for task in &context.plan.tasks {
        let open: Vec<&Activity> = task.activities.iter().filter(|activity| activity.due.is_none()).collect();
        for activities in context.by_settled(open, Question::Due, |activity| &activity.id) {
            let finding = on_activities(&INFO, activities, "due");
            out.extend(finding.map(|finding| offer_period(finding, context.plan.period)));
        }
    }
}

/// The finding offering the whole time of the project, where it is known.
pub(super) fn offer_period(finding: Finding, period: Option<DateRange>) -> Finding {
    match period {
        Some(period) => finding.offer(Question::Due.key(), &format!("{}..{}", period.start, period.end)),
        None => finding,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn without_due(number: &str) -> Activity {
        Activity { due: None, ..activity(number, Vec::new()) }
    }

    #[test]
    fn the_activities_of_a_task_without_one_are_one_finding() {
        let plan = plan(vec![
            task("1", "", vec![without_due("1.1"), activity("1.2", vec![]), without_due("1.3")]),
            task("2", "", vec![without_due("2.1")]),
        ]);
        assert_eq!(touched(&plan, &INFO), ["a1.1 a1.3", "a2.1"]);
    }

    #[test]
    fn the_projects_time_is_offered() {
        let mut plan = plan(vec![task("1", "", vec![without_due("1.1")])]);
        assert_eq!(said(&plan, &INFO), "No deadline is stated. Activities: 1.1. When is it due?");
        assert_eq!(answers(&plan, &INFO), ["due=2024-05-01..2024-10-31"]);
        plan.readings = vec![reading("t1", Question::Due, "30.09.2024")];
        assert_eq!(findings(&plan, &INFO).len(), 1, "an answer that cannot be used settles nothing");
        plan.readings.push(reading("t1", Question::Due, "2024-09-30"));
        assert_eq!(findings(&plan, &INFO), []);
    }

    #[test]
    fn a_deadline_of_whatever_form_is_one() {
        let mut act = activity("1.1", Vec::new());
        act.due = Some(Due::WholePeriod { text: "жоба бойы".into() });
        assert_eq!(findings(&plan(vec![task("1", "", vec![act])]), &INFO), []);
    }
}

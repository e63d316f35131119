//! `PLAN025`: a deadline was taken from the row above.

use super::prelude::*;

pub(super) const INFO: RuleInfo = RuleInfo {
    code: "PLAN025",
    name: "deadlineInherited",
    severity: Severity::Question,
    since: "0.1",
    message: Saying {
        kk: "Мерзім ұяшығы бос, сондықтан жоғарғы жолдың мерзімі алынды: {due}. Іс-шаралар: {activity}. Осы дұрыс па?",
        ru: "Ячейка срока пуста, поэтому взят срок строки выше: {due}. Мероприятия плана: {activity}. Это верно?",
        en: "The deadline cell is empty, so the deadline of the row above was taken: {due}. Activities: {activity}. Is that right?",
    },
    what: RuleInfo::manual("Whether a deadline stands in its own row."),
    why: RuleInfo::manual(
        "An empty cell under a merged one usually means \"the same\", but it may have been forgotten.",
    ),
    example: RuleInfo::manual("three rows under one «Қазан»"),
    remedy: Saying {
        kk: "Мерзімді растаңыз немесе өзгесін жазыңыз",
        ru: "Подтвердите срок или запишите другой",
        en: "Confirm the deadline or write another",
    },
};

pub(super) const RULE: Rule = Rule::signed(&INFO, check);

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    for task in &context.plan.tasks {
        let inherited = task.activities.iter().filter(|activity| inherited(activity).is_some());
        for activities in context.by_settled(inherited.collect(), Question::Due, |activity| &activity.id) {
            out.extend(finding(&activities));
        }
    }
}

/// The deadline that was taken over.
fn inherited(activity: &Activity) -> Option<&Due> {
    activity.due.as_ref().filter(|due| matches!(due, Due::Range { inherited: true, .. }))
}

fn finding(activities: &[&Activity]) -> Option<Finding> {
    let first = inherited(activities.first()?)?;
    let finding = on_activities(&INFO, activities.iter().copied(), "due")?;
    Some(match first {
        Due::Range { start: Some(start), end: Some(end), .. } => finding
            .param(Param::range("due", DateRange { start: *start, end: *end }))
            .offer(Question::Due.key(), &format!("{start}..{end}")),
        Due::Range { end: Some(end), .. } => {
            finding.param(Param::date("due", *end)).offer(Question::Due.key(), &end.to_string())
        }
        due => finding.param(Param::text("due", due.text())),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn october(is_inherited: bool) -> Plan {
        let mut act = activity("8.2", Vec::new());
        act.due = Some(due("2024-10-01", "2024-10-31"));
        if let Some(Due::Range { inherited, .. }) = &mut act.due {
            *inherited = is_inherited;
        }
        plan(vec![task("8", "", vec![act])])
    }

    #[test]
    fn a_deadline_of_the_row_above() {
        assert_eq!(
            said(&october(true), &INFO),
            "The deadline cell is empty, so the deadline of the row above was taken: October 2024. Activities: 8.2. \
             Is that right?"
        );
        assert_eq!(answers(&october(true), &INFO), ["due=2024-10-01..2024-10-31"]);
    }

    #[test]
    fn a_deadline_of_its_own() {
        assert_eq!(findings(&october(false), &INFO), []);
    }

    #[test]
    fn a_deadline_that_was_confirmed() {
        let mut plan = october(true);
        plan.readings = vec![reading("a8.2", Question::Due, "2024-10-01..2024-10-31")];
        assert_eq!(findings(&plan, &INFO), []);
    }
}

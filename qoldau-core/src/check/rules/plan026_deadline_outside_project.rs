//! `PLAN026`: a deadline lies outside the project's time.

use super::prelude::*;

pub(super) const INFO: RuleInfo = RuleInfo {
    code: "PLAN026",
    name: "deadlineOutsideProject",
    severity: Severity::Question,
    since: "0.1",
    message: Saying {
        kk: "Орындалу мерзімі жоба кезеңінен шығып тұр. Іс-шаралар: {activity}. Мерзімі: {due}; жоба кезеңі: {period}. Қайсысы дұрыс?",
        ru: "Срок исполнения выходит за период проекта. Мероприятия плана: {activity}. Срок: {due}; период проекта: {period}. Что верно?",
        en: "The deadline lies outside the project's period. Activities: {activity}. Deadline: {due}; the project: {period}. Which is right?",
    },
    what: RuleInfo::manual("Whether every deadline begins and ends within the project's period."),
    why: RuleInfo::manual(
        "What is done before the first or after the last day is not paid for by the grant.",
    ),
    example: RuleInfo::manual("project May to October 2024, deadline «Қараша»"),
    remedy: Saying {
        kk: "Мерзімді түзетіңіз немесе жоба кезеңін қосымша келісіммен ұзартыңыз",
        ru: "Исправьте срок или продлите период проекта дополнительным соглашением",
        en: "Correct the deadline, or extend the project by a supplementary agreement",
    },
};

pub(super) const RULE: Rule = Rule::signed(&INFO, check);

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let Some(period) = context.plan.period.filter(|period| period.start <= period.end) else { return };
    for task in &context.plan.tasks {
        // Rows under one cell have its deadline alike: they are one finding.
        for alike in task.activities.chunk_by(|a, b| is_alike(a.due.as_ref(), b.due.as_ref())) {
            let Some(due) = alike.first().and_then(|activity| activity.due.as_ref()) else { continue };
            let Some(whole) = outside(due, period) else { continue };
            let alike: Vec<&Activity> = alike.iter().collect();
            for activities in context.by_settled(alike, Question::Due, |activity| &activity.id) {
                let Some(finding) = on_activities(&INFO, activities, "due") else { continue };
                let mut finding =
                    finding.param(Param::text("due", due.text())).param(Param::range("period", period));
                if let Some(common) = whole.intersection(period).filter(|common| *common != period) {
                    let days = format!("{}..{}", common.start, common.end);
                    finding = finding.offer(Question::Due.key(), &days);
                }
                out.push(super::plan024_deadline_missing::offer_period(finding, Some(period)));
            }
        }
    }
}

/// Whether two deadlines are the same words and days, written in the row or taken from the row above.
fn is_alike(one: Option<&Due>, other: Option<&Due>) -> bool {
    match (one, other) {
        (
            Some(Due::Range { start, end, text, .. }),
            Some(Due::Range { start: from, end: to, text: words, .. }),
        ) => (start, end, text) == (from, to, words),
        _ => false,
    }
}

/// The days of a deadline that does not lie within the project's. One that runs backwards is told of as such.
fn outside(due: &Due, period: DateRange) -> Option<DateRange> {
    let Due::Range { start, end, .. } = due else { return None };
    let within = |day: &Option<IsoDate>| day.is_none_or(|day| period.contains(day));
    let backwards = start.zip(*end).is_some_and(|(start, end)| start > end);
    let is_outside = !(backwards || within(start) && within(end));
    is_outside.then(|| DateRange { start: start.unwrap_or(period.start), end: end.unwrap_or(period.end) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn until(start: &str, end: &str) -> Plan {
        let mut act = activity("1.1", Vec::new());
        act.due = Some(due(start, end));
        plan(vec![task("1", "", vec![act])])
    }

    #[test]
    fn a_deadline_a_month_after_the_end() {
        let plan = until("2024-10-01", "2024-11-30");
        assert_eq!(
            said(&plan, &INFO),
            "The deadline lies outside the project's period. Activities: 1.1. Deadline: 2024-10-01 – 2024-11-30; the \
             project: May – October 2024. Which is right?"
        );
        assert_eq!(answers(&plan, &INFO), ["due=2024-10-01..2024-10-31", "due=2024-05-01..2024-10-31"]);
    }

    #[test]
    fn a_deadline_that_ends_in_a_shortened_word_is_followed_by_one_full_stop() {
        let mut plan = until("2024-11-30", "2024-11-30");
        let Some(Due::Range { text, .. }) = &mut plan.tasks[0].activities[0].due else { return };
        *text = "30.11.2024 г.".into();
        let said = said_in(&plan, &INFO, crate::language::Language::Russian);
        assert!(said.contains("Срок: 30.11.2024 г.; период проекта:"), "{said}");
        let Some(Due::Range { start, .. }) = &mut plan.tasks[0].activities[0].due else { return };
        *start = Some(date("2024-12-30"));
        let unclear = super::super::plan027_deadline_unclear::INFO;
        assert!(
            said_in(&plan, &unclear, crate::language::Language::Russian)
                .contains("Написано: 30.11.2024 г. Какой")
        );
    }

    #[test]
    fn rows_under_one_cell_are_one_finding() {
        let mut plan = until("2024-10-01", "2024-11-30");
        let mut below =
            Activity { id: id("a1.2"), number: "1.2".into(), ..plan.tasks[0].activities[0].clone() };
        if let Some(Due::Range { inherited, .. }) = &mut below.due {
            *inherited = true;
        }
        plan.tasks[0].activities.push(below);
        assert_eq!(touched(&plan, &INFO), ["a1.1 a1.2"]);
        plan.readings = vec![reading("a1.2", Question::Due, "2024-10-31")];
        assert_eq!(touched(&plan, &INFO), ["a1.1"]);
    }

    #[test]
    fn the_first_and_the_last_day_are_within() {
        assert_eq!(findings(&until("2024-05-01", "2024-10-31"), &INFO), []);
        assert_eq!(findings(&until("2024-04-30", "2024-10-31"), &INFO).len(), 1);
        assert_eq!(findings(&until("2024-05-01", "2024-11-01"), &INFO).len(), 1);
    }

    #[test]
    fn a_deadline_wholly_outside_offers_the_projects_time() {
        assert_eq!(answers(&until("2025-06-01", "2025-09-30"), &INFO), ["due=2024-05-01..2024-10-31"]);
        let around = until("2024-01-01", "2024-12-31");
        assert_eq!(answers(&around, &INFO), ["due=2024-05-01..2024-10-31"], "the same is not offered twice");
    }

    #[test]
    fn without_a_period_nothing_is_outside() {
        let mut plan = until("2025-06-01", "2025-09-30");
        plan.period = None;
        assert_eq!(findings(&plan, &INFO), []);
    }
}

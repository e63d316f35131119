//! `PLAN026`: a deadline lies outside the project's time.

use super::prelude::*;

pub(super) const INFO: RuleInfo = RuleInfo {
    code: "PLAN026",
    name: "deadlineOutsideProject",
    severity: Severity::Question,
    since: "0.1",
    message: Saying {
        kk: "Орындалу мерзімі жоба кезеңінен шығып тұр. Іс-шара: {activity}. Мерзімі: {due}; жоба кезеңі: {period}. Қайсысы дұрыс?",
        ru: "Срок исполнения выходит за период проекта. Мероприятие плана: {activity}. Срок: {due}; период проекта: {period}. Что верно?",
        en: "The deadline lies outside the project's period. Activity: {activity}. Deadline: {due}; the project: {period}. Which is right?",
    },
    what: "Whether every deadline begins and ends within the project's period.",
    why: "What is done before the first or after the last day is not paid for by the grant.",
    example: "project May to October 2024, deadline «Қараша»",
    remedy: Saying {
        kk: "Мерзімді түзетіңіз немесе жоба кезеңін қосымша келісіммен ұзартыңыз",
        ru: "Исправьте срок или продлите период проекта дополнительным соглашением",
        en: "Correct the deadline, or extend the project by a supplementary agreement",
    },
};

pub(super) const RULE: Rule = Rule::signed(&INFO, check);

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let Some(period) = context.plan.period.filter(|period| period.start <= period.end) else { return };
    for (_, activity) in context.plan.activities() {
        let Some(Due::Range { start, end, text, .. }) = &activity.due else { continue };
        let within = |day: &Option<IsoDate>| day.is_none_or(|day| period.contains(day));
        // A deadline that runs backwards is told of as such.
        let backwards = start.zip(*end).is_some_and(|(start, end)| start > end);
        if backwards || (within(start) && within(end)) {
            continue;
        }
        let mut finding = on_activity(&INFO, activity, "due")
            .param(Param::text("due", text))
            .param(Param::range("period", period));
        let whole = DateRange { start: start.unwrap_or(period.start), end: end.unwrap_or(period.end) };
        if let Some(common) = whole.intersection(period) {
            finding = finding.offer(Question::Due.key(), &format!("{}..{}", common.start, common.end));
        }
        out.push(super::plan024_deadline_missing::offer_period(finding, Some(period)));
    }
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
            "The deadline lies outside the project's period. Activity: 1.1. Deadline: 2024-10-01 – 2024-11-30; the \
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
    fn the_first_and_the_last_day_are_within() {
        assert_eq!(findings(&until("2024-05-01", "2024-10-31"), &INFO), []);
        assert_eq!(findings(&until("2024-04-30", "2024-10-31"), &INFO).len(), 1);
        assert_eq!(findings(&until("2024-05-01", "2024-11-01"), &INFO).len(), 1);
    }

    #[test]
    fn a_deadline_wholly_outside_offers_the_projects_time() {
        assert_eq!(answers(&until("2025-06-01", "2025-09-30"), &INFO), ["due=2024-05-01..2024-10-31"]);
    }

    #[test]
    fn without_a_period_nothing_is_outside() {
        let mut plan = until("2025-06-01", "2025-09-30");
        plan.period = None;
        assert_eq!(findings(&plan, &INFO), []);
    }
}

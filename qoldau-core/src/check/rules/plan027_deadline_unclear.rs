//! `PLAN027`: the words of a deadline can mean several dates, none, or a span that runs backwards.

use super::prelude::*;

pub(super) const INFO: RuleInfo = RuleInfo {
    code: "PLAN027",
    name: "deadlineUnclear",
    severity: Severity::Question,
    since: "0.1",
    message: Saying {
        kk: "Орындалу мерзімін бір мағынада түсіну мүмкін емес. Іс-шара: {activity}. Жазылғаны: {due}. Қай күн?",
        ru: "Срок исполнения нельзя понять однозначно. Мероприятие плана: {activity}. Написано: {due}. Какой это день?",
        en: "The deadline cannot be understood in one way. Activity: {activity}. It says: {due}. Which day is meant?",
    },
    what: "Whether the words of a deadline mean one date or one span of days.",
    why: "«2009.30.12» and «2010.05.19» are both in use: a date that could be two is never guessed.",
    example: "«2024.10.09», «келісім бойынша»",
    remedy: Saying {
        kk: "Күнін оператормен келісіңіз",
        ru: "Согласуйте дату с оператором",
        en: "Agree with the operator on the date",
    },
};

pub(super) const RULE: Rule = Rule::signed(&INFO, check);

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    for (_, activity) in context.plan.activities() {
        let Some(due) = &activity.due else { continue };
        let days: Vec<String> = match due {
            Due::Ambiguous { readings, .. } => readings.iter().map(IsoDate::to_string).collect(),
            Due::Unread { .. } => Vec::new(),
            Due::Range { start: Some(start), end: Some(end), .. } if start > end => {
                vec![format!("{end}..{start}")]
            }
            _ => continue,
        };
        let finding = on_activity(&INFO, activity, "due").param(Param::text("due", due.text()));
        out.push(if days.is_empty() {
            super::plan024_deadline_missing::offer_period(finding, context.plan.period)
        } else {
            days.iter().fold(finding, |finding, day| finding.offer(Question::Due.key(), day))
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_due(due: Due) -> Plan {
        let mut act = activity("1.1", Vec::new());
        act.due = Some(due);
        plan(vec![task("1", "", vec![act])])
    }

    #[test]
    fn a_date_that_can_be_two() {
        let readings = vec![date("2024-10-09"), date("2024-09-10")];
        let plan = of_due(Due::Ambiguous { readings, text: "2024.10.09".into() });
        assert_eq!(
            said(&plan, &INFO),
            "The deadline cannot be understood in one way. Activity: 1.1. It says: 2024.10.09. Which day is meant?"
        );
        assert_eq!(answers(&plan, &INFO), ["due=2024-10-09", "due=2024-09-10"]);
    }

    #[test]
    fn words_that_are_no_date_and_a_span_that_runs_backwards() {
        let plan = of_due(Due::Unread { text: "келісім бойынша".into() });
        assert_eq!(answers(&plan, &INFO), ["due=2024-05-01..2024-10-31"]);
        assert_eq!(answers(&of_due(due("2024-09-30", "2024-06-01")), &INFO), ["due=2024-06-01..2024-09-30"]);
    }

    #[test]
    fn a_day_and_a_span_of_one_day_are_clear() {
        assert_eq!(findings(&of_due(due("2024-06-01", "2024-06-01")), &INFO), []);
        assert_eq!(findings(&of_due(Due::WholePeriod { text: "жоба бойы".into() }), &INFO), []);
    }
}

//! `PLAN027`: the words of a deadline can mean several dates, none, or a span that runs backwards.

use super::prelude::*;
use crate::plan::{DueContext, needs_period, read_due};

pub(super) const INFO: RuleInfo = RuleInfo {
    code: "PLAN027",
    name: "deadlineUnclear",
    severity: Severity::Question,
    since: "0.1",
    message: Saying {
        kk: "Орындалу мерзімін бір мағынада түсіну мүмкін емес. Іс-шаралар: {activity}. Жазылғаны: {due}. Қай күн?",
        ru: "Срок исполнения нельзя понять однозначно. Мероприятия плана: {activity}. Написано: {due}. Какой это день?",
        en: "The deadline cannot be understood in one way. Activities: {activity}. It says: {due}. Which day is meant?",
    },
    what: RuleInfo::manual("Whether the words of a deadline mean one date or one span of days."),
    why: RuleInfo::manual(
        "«2009.30.12» and «2010.05.19» are both in use: a date that could be two is never guessed.",
    ),
    example: RuleInfo::manual("«2024.10.09», «келісім бойынша»"),
    remedy: Saying {
        kk: "Күнін оператормен келісіңіз",
        ru: "Согласуйте дату с оператором",
        en: "Agree with the operator on the date",
    },
};

pub(super) const RULE: Rule = Rule::signed(&INFO, check);

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let project = context.plan.period;
    for task in &context.plan.tasks {
        // Rows under one cell have its words alike: they are one finding.
        for alike in task.activities.chunk_by(|a, b| a.due == b.due) {
            let Some(due) = alike.first().and_then(|activity| activity.due.as_ref()) else { continue };
            let Some(meant) = meant(due, project) else { continue };
            let alike: Vec<&Activity> = alike.iter().collect();
            for activities in context.by_settled(alike, Question::Due, |activity| &activity.id) {
                let finding = on_activities(&INFO, activities, "due");
                let said = finding.map(|finding| finding.param(Param::text("due", due.text())));
                out.extend(said.map(|finding| offer(finding, &meant, project)));
            }
        }
    }
}

/// What an unclear deadline can mean; nothing where it is clear.
fn meant(due: &Due, project: Option<DateRange>) -> Option<Vec<DateRange>> {
    match due {
        Due::Ambiguous { readings, text } => {
            Some(readings.iter().map(|last| window(text, *last, project)).collect())
        }
        // A deadline that only lacks the project's period has one cause, which PLAN001 tells.
        Due::Unread { text } if project.is_none() && needs_period(text) => None,
        Due::Unread { .. } => Some(Vec::new()),
        Due::Range { start: Some(start), end: Some(end), .. } if start > end => Some(turned(*start, *end)),
        _ => None,
    }
}

/// The days up to one that ambiguous words can mean. A stretch of months without a year is read again in the year that
/// ends on that day, which tells where it begins; a date is that day alone.
fn window(text: &str, last: IsoDate, project: Option<DateRange>) -> DateRange {
    let day = DateRange { start: last, end: last };
    let year = years_on(last, -1).and_then(|before| before.add_days(1));
    let period = year.map(|start| DateRange { start, end: last });
    match read_due(text, &DueContext { period, contract: None }) {
        Due::Range { start: Some(start), end: Some(end), .. } if end == last => DateRange { start, end },
        Due::Range { start: None, end: Some(end), .. } if end == last => {
            DateRange { start: project.map_or(last, |project| project.start.min(last)), end }
        }
        _ => day,
    }
}

/// What a span that runs backwards can mean: over New Year with one of the two years wrong, or from the later to the
/// earlier end, whole months where it names whole months.
fn turned(start: IsoDate, end: IsoDate) -> Vec<DateRange> {
    let span = |start: Option<IsoDate>, end: Option<IsoDate>| {
        start.zip(end).filter(|(start, end)| start <= end).map(|(start, end)| DateRange { start, end })
    };
    let whole_months = start == start.month_start() && end == end.month_end();
    let swapped = if whole_months { (end.month_start(), start.month_end()) } else { (end, start) };
    let over_new_year = [span(Some(start), years_on(end, 1)), span(years_on(start, -1), Some(end))];
    let swapped = span(Some(swapped.0), Some(swapped.1));
    over_new_year.into_iter().chain([swapped]).flatten().collect()
}

/// The same day so many years later; 29 February is the last of its month in other years.
fn years_on(day: IsoDate, years: i32) -> Option<IsoDate> {
    let year = day.year().checked_add(years)?;
    let last = || IsoDate::new(year, day.month(), 1).map(IsoDate::month_end);
    IsoDate::new(year, day.month(), day.day()).or_else(last)
}

/// The finding offering what of this lies within the project, else what touches it, else what is not over before it
/// begins and the project's own time.
fn offer(finding: Finding, meant: &[DateRange], project: Option<DateRange>) -> Finding {
    let Some(project) = project.filter(|project| project.start <= project.end) else {
        return meant.iter().copied().fold(finding, offer_days);
    };
    let within = |days: &DateRange| days.intersection(project) == Some(*days);
    let touches = |days: &DateRange| days.intersection(project).is_some();
    if meant.iter().any(within) {
        return meant.iter().copied().filter(within).fold(finding, offer_days);
    }
    if meant.iter().any(touches) {
        return meant.iter().copied().filter(touches).fold(finding, offer_days);
    }
    let later = meant.iter().copied().filter(|days| days.start > project.end);
    super::plan024_deadline_missing::offer_period(later.fold(finding, offer_days), Some(project))
}

fn offer_days(finding: Finding, days: DateRange) -> Finding {
    let DateRange { start, end } = days;
    let answer = if start == end { end.to_string() } else { format!("{start}..{end}") };
    finding.offer(Question::Due.key(), &answer)
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
            "The deadline cannot be understood in one way. Activities: 1.1. It says: 2024.10.09. Which day is meant?"
        );
        assert_eq!(answers(&plan, &INFO), ["due=2024-10-09", "due=2024-09-10"]);
    }

    #[test]
    fn words_that_are_no_date_and_a_span_that_runs_backwards() {
        let plan = of_due(Due::Unread { text: "келісім бойынша".into() });
        assert_eq!(answers(&plan, &INFO), ["due=2024-05-01..2024-10-31"]);
        assert_eq!(answers(&of_due(due("2024-09-30", "2024-06-01")), &INFO), ["due=2024-06-01..2024-09-30"]);
        assert_eq!(answers(&of_due(due("2024-09-01", "2024-06-30")), &INFO), ["due=2024-06-01..2024-09-30"]);
    }

    #[test]
    fn rows_under_one_cell_are_one_finding_and_are_answered_row_by_row() {
        let mut plan = of_due(Due::Unread { text: "келісім бойынша".into() });
        let below = Activity { id: id("a1.2"), number: "1.2".into(), ..plan.tasks[0].activities[0].clone() };
        plan.tasks[0].activities.push(below);
        assert_eq!(touched(&plan, &INFO), ["a1.1 a1.2"]);
        plan.readings = vec![reading("a1.1", Question::Due, "2024-09-30")];
        assert_eq!(touched(&plan, &INFO), ["a1.2"]);
    }

    #[test]
    fn no_day_before_the_project_is_offered() {
        let both_before = vec![date("2024-03-04"), date("2024-04-03")];
        let plan = of_due(Due::Ambiguous { readings: both_before, text: "2024.03.04".into() });
        assert_eq!(answers(&plan, &INFO), ["due=2024-05-01..2024-10-31"]);
        let one_before = vec![date("2024-04-05"), date("2024-05-04")];
        let plan = of_due(Due::Ambiguous { readings: one_before, text: "2024.04.05".into() });
        assert_eq!(answers(&plan, &INFO), ["due=2024-05-04"]);
    }

    /// The grammar keeps the last day of every stretch that the words can mean; the stretch itself is offered.
    #[test]
    fn months_over_new_year_are_offered_whole() {
        let in_project = |words: &str, project: DateRange| {
            let due = read_due(words, &DueContext { period: Some(project), contract: None });
            assert!(matches!(due, Due::Ambiguous { .. }), "{due:?}");
            let mut plan = of_due(due);
            plan.period = Some(project);
            answers(&plan, &INFO)
        };
        assert_eq!(
            in_project("Қараша - Ақпан", range("2024-05-01", "2024-10-31")),
            ["due=2024-11-01..2025-02-28", "due=2024-05-01..2024-10-31"]
        );
        assert_eq!(
            in_project("Қараша - Ақпан", range("2023-05-01", "2025-10-31")),
            ["due=2023-11-01..2024-02-29", "due=2024-11-01..2025-02-28"]
        );
        assert_eq!(
            in_project("Қыркүйек", range("2023-05-01", "2024-10-31")),
            ["due=2023-09-01..2023-09-30", "due=2024-09-01..2024-09-30"]
        );
    }

    #[test]
    fn a_backward_span_over_new_year_is_offered_with_its_year_put_right() {
        let mut plan = of_due(due("2024-11-01", "2024-02-29"));
        plan.period = Some(range("2024-10-01", "2025-03-31"));
        assert_eq!(answers(&plan, &INFO), ["due=2024-11-01..2025-02-28"]);
        plan.period = Some(range("2024-01-01", "2024-12-31"));
        assert_eq!(answers(&plan, &INFO), ["due=2024-02-01..2024-11-30"]);
        plan.period = None;
        assert_eq!(
            answers(&plan, &INFO),
            ["due=2024-11-01..2025-02-28", "due=2023-11-01..2024-02-29", "due=2024-02-01..2024-11-30"]
        );
    }

    #[test]
    fn a_day_and_a_span_of_one_day_are_clear() {
        assert_eq!(findings(&of_due(due("2024-06-01", "2024-06-01")), &INFO), []);
        assert_eq!(findings(&of_due(Due::WholePeriod { text: "жоба бойы".into() }), &INFO), []);
    }
}

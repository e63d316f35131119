//! `PLAN020`: targets hold for each event, and nobody has said how many events there are.

use super::prelude::*;
use crate::plan::{Each, EachOf};

pub(super) const INFO: RuleInfo = RuleInfo {
    code: "PLAN020",
    name: "eventsNotCounted",
    severity: Severity::Question,
    since: "0.1",
    message: Saying {
        kk: "Жоспар әр шараға берілген, бірақ шаралардың саны айтылмаған. Жолдар: {lines}. Әр шараға: {each}. Мысалы, {events}: {cost}. Неше шара өткізіледі?",
        ru: "План задан на каждое событие, но число событий не названо. Строки: {lines}. На каждое: {each}. Например, {events}: {cost}. Сколько будет событий?",
        en: "The targets hold for each event, but the number of events is not stated. Lines: {lines}. For each: {each}. For example, {events}: {cost}. How many events will there be?",
    },
    what: RuleInfo::manual("Whether an activity with targets of each event says how many events it plans."),
    why: RuleInfo::manual(
        "Every further event costs photos, videos and lists. A school visited without them is an event that falls short.",
    ),
    example: RuleInfo::manual(
        "3,000 students in an unknown number of visits; 40 visits: 200 photos, 40 videos",
    ),
    remedy: Saying {
        kk: "Шаралардың санын жоспарлап, жазыңыз",
        ru: "Запланируйте и запишите число событий",
        en: "Plan the number of events and write it down",
    },
};

pub(super) const RULE: Rule = Rule::signed(&INFO, check);

/// People at one meeting in the example that shows the cost: three school classes of 25.
const GATHERED: u32 = 75;

/// Events in the example where no number of people is promised.
const EXAMPLE: u32 = 10;

/// The lines of an activity.
type Lines<'r, 'a> = (&'r Activity, &'r [Row<'a>]);

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    for of_task in context.rows.chunk_by(|a, b| a.task.id == b.task.id) {
        let open: Vec<Lines<'_, '_>> = of_task
            .chunk_by(|a, b| a.activity.id == b.activity.id)
            .filter(|rows| rows.iter().any(|row| per_event(row.line).is_some()) && !counts_events(rows))
            .filter_map(|rows| Some((rows.first()?.activity, rows)))
            .collect();
        for activities in context.by_settled(open, Question::PlannedEvents, |(activity, _)| &activity.id) {
            out.extend(finding(&activities));
        }
    }
}

/// The amount and unit that a line promises for each event, where it promises one.
fn per_event(line: &Indicator) -> Option<(Amount, &'static str)> {
    line.targets.iter().find_map(|target| {
        let unknown = matches!(&target.each, Some(Each { of: EachOf::Event, count: None, .. }));
        let (_, amount) = number(target).filter(|_| unknown)?;
        Some((amount, target.unit.as_ref().map_or(line.kind.key(), |unit| unit.code.key())))
    })
}

/// Whether a line of the activity promises a number of events.
fn counts_events(rows: &[Row<'_>]) -> bool {
    rows.iter().any(|row| {
        let of_events = |target: &&Target| row.line.kind_of(target) == IndicatorKind::Event;
        row.line.targets.iter().filter(of_events).any(|target| total(target).is_some())
    })
}

fn finding(activities: &[Lines<'_, '_>]) -> Option<Finding> {
    let (first, _) = activities.first()?;
    let rows = || activities.iter().flat_map(|(_, rows)| rows.iter());
    let events = example(rows());
    let mut finding = Finding::new(&INFO, at(&first.id, "indicators"))
        .lines(activities.iter().map(|(activity, _)| activity.id.clone()))
        .param(Param::quantity("events", events, UnitCode::Event.key()));
    for row in rows() {
        let Some((amount, unit)) = per_event(row.line) else { continue };
        finding = finding
            .param(Param::number("lines", &row.line.number))
            .param(Param::quantity("each", amount, unit))
            .param(Param::quantity("cost", amount.checked_mul(events)?, unit));
    }
    let finding = finding.offer(Question::PlannedEvents.key(), "1");
    if events == Amount::ONE {
        return Some(finding);
    }
    Some(finding.offer(Question::PlannedEvents.key(), &events.to_string()))
}

/// A number of events for the example: enough for the people that are promised.
fn example<'r, 'a: 'r>(rows: impl Iterator<Item = &'r Row<'a>>) -> Amount {
    let gathered = Amount::from(GATHERED);
    let people = rows
        .flat_map(|row| {
            let of_people = |target: &&Target| row.line.kind_of(target) == IndicatorKind::Participants;
            row.line.targets.iter().filter(of_people).filter_map(total)
        })
        .try_fold(Amount::ZERO, |sum, (_, amount)| sum.checked_add(amount));
    people
        .filter(|people| *people > gathered)
        .and_then(|people| people.checked_div(gathered))
        .map_or(Amount::from(EXAMPLE), |events| events.rounded(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn visits(more: Vec<Indicator>) -> Plan {
        let mut lines = vec![
            line("3.3", IndicatorKind::Participants, "Қатысушылар саны", vec![plain("3000")]),
            line(
                "3.6",
                IndicatorKind::Photo,
                "Әрбір іс-шарадан фото",
                vec![each_event(bounded(Bound::AtLeast, "5"))],
            ),
            line(
                "3.7",
                IndicatorKind::Video,
                "Әрбір іс-шарадан видео",
                vec![each_event(bounded(Bound::AtLeast, "1"))],
            ),
        ];
        lines.extend(more);
        plan(vec![task("3", "", vec![activity("3.1", lines)])])
    }

    #[test]
    fn what_forty_visits_cost() {
        let plan = visits(Vec::new());
        assert_eq!(
            said(&plan, &INFO),
            "The targets hold for each event, but the number of events is not stated. Lines: 3.6, 3.7. For each: 5 \
             photos, 1 video. For example, 40 events: 200 photos, 40 videos. How many events will there be?"
        );
        assert_eq!(answers(&plan, &INFO), ["plannedEvents=1", "plannedEvents=40"]);
        assert_eq!(touched(&plan, &INFO), ["a3.1"]);
    }

    #[test]
    fn one_answer_is_offered_once() {
        let mut plan = visits(Vec::new());
        plan.tasks[0].activities[0].indicators[0].targets = vec![plain("80")];
        assert_eq!(answers(&plan, &INFO), ["plannedEvents=1"]);
    }

    #[test]
    fn a_line_that_counts_events_or_a_reading_says_how_many() {
        let events = line("3.9", IndicatorKind::Event, "Шаралар саны", vec![plain("3")]);
        assert_eq!(findings(&visits(vec![events]), &INFO), []);
        let mut plan = visits(Vec::new());
        plan.readings = vec![reading("t3", Question::PlannedEvents, "40")];
        assert_eq!(findings(&plan, &INFO), []);
    }

    #[test]
    fn two_activities_of_one_task_are_one_finding() {
        let mut plan = visits(Vec::new());
        let photos = line("3.8", IndicatorKind::Photo, "Фото", vec![each_event(plain("2"))]);
        plan.tasks[0].activities.push(activity("3.2", vec![photos]));
        assert_eq!(touched(&plan, &INFO), ["a3.1 a3.2"]);
    }

    #[test]
    fn a_number_for_each_of_seven_or_for_all_together_is_known() {
        let each = Each { of: EachOf::Event, count: Some(amount("7")), from: crate::plan::ScopeFrom::Value };
        let of_seven = Target { each: Some(each), ..plain("1") };
        let plan = of_lines(vec![
            line("1.1", IndicatorKind::Photo, "Фото", vec![of_seven]),
            line("1.2", IndicatorKind::Photo, "Іс-шарадан фото", vec![bounded(Bound::AtLeast, "10")]),
        ]);
        assert_eq!(findings(&plan, &INFO), []);
    }
}

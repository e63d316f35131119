//! `PLAN002`: one id is given to several parts of the plan.

use super::prelude::*;
use crate::value::text::digest;

pub(super) const INFO: RuleInfo = RuleInfo {
    code: "PLAN002",
    name: "duplicateId",
    severity: Severity::Error,
    since: "0.1",
    message: Saying {
        kk: "Жоспардың бірнеше бөлігіне бір идентификатор берілген: {id}. Бөліктер саны: {count}",
        ru: "Нескольким частям плана дан один идентификатор: {id}. Число частей: {count}",
        en: "Several parts of the plan have the same id: {id}. Number of parts: {count}",
    },
    what: RuleInfo::manual(
        "Whether every task, activity, line, target, part, impact line, person and reporting period has an id of its own.",
    ),
    why: RuleInfo::manual("Facts name lines by their ids. Two lines of one id would share every fact."),
    example: RuleInfo::manual("two lines with the id t2-4"),
    remedy: Saying {
        kk: "Әр бөлікке өз идентификаторын беріңіз. Бір рет берілген идентификатор өзгермейді және қайта қолданылмайды",
        ru: "Дайте каждой части свой идентификатор. Данный однажды, он не меняется и не используется снова",
        en: "Give every part an id of its own. An id is given once and never reused",
    },
};

pub(super) const RULE: Rule = Rule::signed(&INFO, check);

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    if all_differ(context.plan) {
        return;
    }
    let mut ids: Vec<&Id> = all_ids(context.plan).collect();
    ids.sort_unstable();
    for same in ids.chunk_by(|a, b| a == b).filter(|same| same.len() > 1) {
        let Some(id) = same.first() else { continue };
        out.push(
            Finding::new(&INFO, at(id, "id"))
                .lines([Id::clone(id)])
                .param(Param::id("id", id))
                .param(Param::count("count", same.len())),
        );
    }
}

/// Whether no two ids can be equal: numbers are sorted in a fraction of the time of names, and in most plans all differ.
fn all_differ(plan: &Plan) -> bool {
    // A line has an id, and most have one target.
    let mut digests: Vec<u64> = Vec::with_capacity(plan.lines().count().saturating_mul(3));
    digests.extend(all_ids(plan).map(|id| digest(id.as_str())));
    digests.sort_unstable();
    digests.iter().zip(digests.iter().skip(1)).all(|(one, next)| one != next)
}

/// The id of a target and those of its parts.
fn of_target(target: &Target) -> impl Iterator<Item = &Id> {
    std::iter::once(&target.id).chain(target.parts.iter().map(|part| &part.id))
}

/// Every id that the plan gives.
fn all_ids(plan: &Plan) -> impl Iterator<Item = &Id> {
    let people = plan.team.staff.iter().chain(&plan.team.specialists).map(|person| &person.id);
    let tasks = plan.tasks.iter().map(|task| &task.id);
    let activities = plan.activities().map(|(_, activity)| &activity.id);
    let lines = plan.lines().map(|(_, _, line)| &line.id);
    let targets = plan.lines().flat_map(|(_, _, line)| &line.targets).flat_map(of_target);
    let impact = plan.impact.iter().map(|line| &line.id);
    let figures = plan.impact.iter().flat_map(|line| &line.targets).flat_map(of_target);
    let periods = plan.reporting_periods.iter().map(|period| &period.id);
    people
        .chain(tasks)
        .chain(activities)
        .chain(lines)
        .chain(targets)
        .chain(impact)
        .chain(figures)
        .chain(periods)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_lines_of_one_id() {
        let mut plan = of_lines(vec![
            line("1.1", IndicatorKind::Post, "Пост", vec![plain("1")]),
            line("1.2", IndicatorKind::Photo, "Фото", vec![]),
        ]);
        plan.tasks[0].activities[0].indicators[1].id = id("l1.1");
        assert_eq!(
            said(&plan, &INFO),
            "Several parts of the plan have the same id: l1.1. Number of parts: 2"
        );
    }

    #[test]
    fn an_id_is_unique_over_parts_of_every_kind() {
        let mut plan = of_lines(vec![line("1.1", IndicatorKind::Post, "Пост", vec![plain("1")])]);
        assert_eq!(findings(&plan, &INFO), []);
        plan.impact.push(impact("1", ImpactKind::Staff, plain("1")));
        plan.impact[0].id = id("a1.1");
        assert_eq!(touched(&plan, &INFO), ["a1.1"]);
    }

    #[test]
    fn ids_that_differ_in_case_are_two() {
        let mut plan = of_lines(vec![line("1", IndicatorKind::Post, "Пост", vec![])]);
        plan.tasks[0].id = id("L1");
        assert_eq!(findings(&plan, &INFO), []);
    }
}

//! `PLAN033`: a reading or an impact figure names something that the plan does not have.

use super::prelude::*;
use crate::finding::Place;
use crate::plan::named_lines;

pub(super) const INFO: RuleInfo = RuleInfo {
    code: "PLAN033",
    name: "unknownId",
    severity: Severity::Warning,
    since: "0.1",
    message: Saying {
        kk: "Түсіндірме немесе әсер көрсеткіші жоспарда жоқ бөлікті атайды: {id}",
        ru: "Толкование или показатель эффекта называет часть, которой в плане нет: {id}",
        en: "A reading or an impact figure names what the plan does not have: {id}",
    },
    what: RuleInfo::manual("Whether every id that a reading or an impact figure names is an id of the plan."),
    why: RuleInfo::manual(
        "An answer to a question about a line that is not there answers nothing, and nobody notices.",
    ),
    example: RuleInfo::manual("a reading of the line t9-99"),
    remedy: Saying {
        kk: "Сәйкестендіргішті түзетіңіз немесе түсіндірмені алып тастаңыз",
        ru: "Исправьте идентификатор или уберите толкование",
        en: "Correct the id, or take the reading out",
    },
};

pub(super) const RULE: Rule = Rule::signed(&INFO, check);

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let plan = context.plan;
    let of_lines = plan.impact.iter().flat_map(|figure| {
        figure.sources.iter().flatten().map(move |source| (at(&figure.id, "sources"), source.clone()))
    });
    let of_readings = plan.readings.iter().map(|reading| (of_plan("readings"), reading.line.clone()));
    let of_answers =
        plan.readings.iter().filter(|reading| reading.question == Question::Sources).flat_map(|reading| {
            let ids = named_lines(&reading.answer).unwrap_or_default();
            ids.into_iter().map(|id| (of_plan("readings"), id))
        });
    let named: Vec<(Place, Id)> = of_lines.chain(of_readings).chain(of_answers).collect();
    if named.is_empty() {
        return;
    }
    let known = known(plan);
    let mut unknown: Vec<(Id, Place)> = named
        .into_iter()
        .filter(|(_, id)| known.binary_search(id).is_err())
        .map(|(place, id)| (id, place))
        .collect();
    unknown.sort();
    for same in unknown.chunk_by(|(a, _), (b, _)| a == b) {
        let Some((id, place)) = same.first() else { continue };
        out.push(Finding::new(&INFO, place.clone()).lines([id.clone()]).param(Param::id("id", id)));
    }
}

/// What a reading may be about, sorted.
fn known(plan: &Plan) -> Vec<Id> {
    let tasks = plan.tasks.iter().map(|task| &task.id);
    let activities = plan.activities().map(|(_, activity)| &activity.id);
    let promises = plan
        .promises()
        .flat_map(|(line, targets)| std::iter::once(line).chain(targets.iter().map(|target| &target.id)));
    let mut known: Vec<Id> = tasks.chain(activities).chain(promises).cloned().collect();
    known.extend(plan.numbered_texts().map(|(id, _)| id));
    // What an agreement took out is known, and what it means for a figure was said when it did (AMD006).
    known.extend(plan.withdrawn.iter().map(|gone| gone.id.clone()));
    known.sort_unstable();
    known
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reading_of_a_line_that_is_not_there() {
        let mut plan = of_lines(vec![line("1.1", IndicatorKind::Post, "Пост", vec![plain("1")])]);
        plan.readings = vec![
            reading("l9.99", Question::Bound, "atLeast"),
            reading("l9.99", Question::Networks, "inTotal"),
        ];
        assert_eq!(
            said(&plan, &INFO),
            "A reading or an impact figure names what the plan does not have: l9.99"
        );
    }

    #[test]
    fn sources_are_looked_up_too() {
        let mut plan = of_lines(vec![line("1.1", IndicatorKind::Participants, "Адам", vec![plain("1")])]);
        plan.impact = vec![impact("1", ImpactKind::DirectBeneficiaries, plain("1"))];
        plan.impact[0].sources = Some(vec![id("l1.1"), id("x")]);
        plan.readings = vec![reading("i1", Question::Sources, "l1.1 y")];
        assert_eq!(touched(&plan, &INFO).len(), 2);
    }

    #[test]
    fn lines_activities_tasks_impact_lines_goals_and_results_are_known() {
        let mut plan = of_lines(vec![line("1.1", IndicatorKind::Post, "Пост", vec![plain("1")])]);
        plan.goals = vec!["Мақсат".into()];
        plan.expected_results = vec!["Нәтиже".into()];
        plan.impact = vec![impact("1", ImpactKind::Other, plain("1"))];
        plan.readings = ["l1.1", "l1.1.1", "a1.1", "t1", "i1", "i1.1", "goals.1", "expectedResults.1"]
            .map(|line| reading(line, Question::Other, "иә"))
            .into();
        assert_eq!(findings(&plan, &INFO), []);
        plan.readings.push(reading("goals.2", Question::CarriedBy, "l1.1"));
        assert_eq!(touched(&plan, &INFO), ["goals.2"]);
    }
}

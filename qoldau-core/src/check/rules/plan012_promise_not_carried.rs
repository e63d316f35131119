//! `PLAN012`: a goal or a promise with a number that no line carries.

use std::cmp::Reverse;

use super::prelude::*;
use crate::plan::promise::{Claim, Mention, Outcome, Owner, Stem, stems};

pub(super) const INFO: RuleInfo = RuleInfo {
    code: "PLAN012",
    name: "promiseNotCarried",
    severity: Severity::Question,
    since: "0.1",
    message: Saying {
        kk: "Мәтінде уәде етілген сан кестенің бірде-бір жолында жоқ: {promise}. Оның орындалғанын не растайды?",
        ru: "Обещанного в тексте числа нет ни в одной строке таблицы: {promise}. Чем подтвердить его выполнение?",
        en: "No line of the table carries a number that the text promises: {promise}. What will prove that it is met?",
    },
    what: RuleInfo::manual(
        "Whether every number that a goal, an expected result, a heading or an activity's text promises stands in a line.",
    ),
    why: RuleInfo::manual(
        "The operator reads the goals too. A number without a line is collected by nobody, and is asked for at the end.",
    ),
    example: RuleInfo::manual(
        "goal «… топтар санын кемінде 50-ге жеткізу», and no line counts organisations",
    ),
    remedy: Saying {
        kk: "Қай жол немесе құжат растайтынын оператормен келісіңіз, не қосымша келісіммен жол қосыңыз",
        ru: "Согласуйте с оператором, какая строка или какой документ это подтвердит, или добавьте строку дополнительным соглашением",
        en: "Agree with the operator which line or document proves it, or add a line by a supplementary agreement",
    },
};

pub(super) const RULE: Rule = Rule::signed(&INFO, check);

/// Makes whole numbers of the shared words for each byte of a name.
const SCALE: usize = 1 << 16;

/// How many lines that share one word are looked at.
const LOOKED_AT: usize = 64;

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let mut open: Vec<(Id, &Mention<'_>)> = Vec::new();
    for claim in context.claims.iter().filter(|claim| matches!(claim.outcome, Outcome::NotCarried)) {
        open.extend(owner(claim).and_then(|mention| Some((mention.owner.id()?, mention))));
    }
    if open.is_empty() {
        return;
    }
    let names = Names::of(context);
    // The promises of one goal or one activity are settled by one reading: they are one finding.
    open.sort_by(|a, b| a.0.cmp(&b.0));
    for of_owner in open.chunk_by(|a, b| a.0 == b.0) {
        out.extend(finding(of_owner, &names));
    }
}

/// The place that a claim is told at: the activity or heading that makes it, else the goal or the expected result.
fn owner<'c, 'a>(claim: &'c Claim<'a>) -> Option<&'c Mention<'a>> {
    let named = claim.mentions.iter().rev().find(|mention| matches!(mention.owner, Owner::Activity(_)));
    let heading = || claim.mentions.iter().find(|mention| matches!(mention.owner, Owner::Heading(_)));
    named.or_else(heading).or_else(|| claim.mentions.first())
}

fn finding(of_owner: &[(Id, &Mention<'_>)], names: &Names<'_>) -> Option<Finding> {
    let (id, first) = of_owner.first()?;
    let mut finding = match first.owner {
        // No line: readings and the plan's fields name it alike, `goals.3`.
        Owner::Goal(_) | Owner::ExpectedResult(_) => Finding::new(&INFO, of_plan(id.as_str())),
        Owner::Heading(_) => Finding::new(&INFO, at(id, "title")).lines([id.clone()]),
        Owner::Activity(_) => Finding::new(&INFO, at(id, "description")).lines([id.clone()]),
    };
    for (_, mention) in of_owner {
        finding = finding.param(Param::text("promise", mention.promise.words));
    }
    let akin = names.akin_to(first.promise.words).map(Id::as_str);
    let answers = akin.into_iter().chain(["document", "agreement"]);
    Some(
        answers.fold(finding, |finding, answer| {
            finding.offer_for([id.clone()], Question::CarriedBy.key(), answer)
        }),
    )
}

/// The words of the lines' names, each with its line.
struct Names<'a> {
    stems: Vec<(Stem, usize)>,
    rows: &'a [Row<'a>],
}

impl<'a> Names<'a> {
    fn of(context: &'a Context<'_>) -> Self {
        let named = context.rows.iter().enumerate();
        let of_line = |(at, row): (usize, &Row<'a>)| stems(&row.line.name).map(move |stem| (stem, at));
        let mut stems: Vec<(Stem, usize)> = named.flat_map(of_line).collect();
        stems.sort_unstable();
        stems.dedup();
        Self { stems, rows: &context.rows }
    }

    /// The line whose name shares most with a promise: two words at the least. Of two that share as many it is the
    /// one with the shorter name.
    fn akin_to(&self, words: &str) -> Option<&'a Id> {
        let mut said: Vec<Stem> = stems(words).collect();
        said.sort_unstable();
        said.dedup();
        let mut shared: Vec<usize> = Vec::new();
        for stem in said {
            let from = self.stems.partition_point(|(known, _)| *known < stem);
            let same = self.stems.iter().skip(from).take(LOOKED_AT).take_while(|(known, _)| *known == stem);
            shared.extend(same.map(|(_, at)| *at));
        }
        shared.sort_unstable();
        let alike = shared.chunk_by(|a, b| a == b).filter(|same| same.len() > 1);
        let ranked = alike.filter_map(|same| {
            let row = self.rows.get(*same.first()?)?;
            let length = row.line.name.len().max(1);
            let likeness = same.len().checked_mul(same.len())?.checked_mul(SCALE)?.checked_div(length)?;
            Some((Reverse(likeness), *same.first()?, &row.line.id))
        });
        ranked.min().map(|(_, _, id)| id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn groups() -> Plan {
        let mut plan = of_lines(vec![
            line(
                "1.1",
                IndicatorKind::List,
                "Волонтерлік топтар мен ұйымдар тізімін жасақтау",
                vec![plain("1")],
            ),
            line("1.2", IndicatorKind::Post, "Ақпараттық посттар", vec![plain("50")]),
        ]);
        plan.goals =
            vec!["Дамыту".into(), "Волонтерлік ұйымдар мен топтар санын кемінде 50-ге жеткізу".into()];
        plan
    }

    #[test]
    fn a_goal_whose_number_is_in_no_line_of_its_kind() {
        assert_eq!(
            said(&groups(), &INFO),
            "No line of the table carries a number that the text promises: Волонтерлік ұйымдар мен топтар санын \
             кемінде 50-ге жеткізу. What will prove that it is met?"
        );
        let found = findings(&groups(), &INFO);
        assert_eq!(found[0].place, Place::Plan { id: None, field: "goals.2".into() });
        assert_eq!((found[0].lines.as_slice(), found[0].subjects()), (&[][..], vec![id("goals.2")]));
        assert_eq!(
            answers(&groups(), &INFO),
            ["carriedBy=l1.1", "carriedBy=document", "carriedBy=agreement"]
        );
    }

    #[test]
    fn a_promise_repeated_in_four_places_is_one_finding_at_the_activity() {
        let mut act = activity("7.1", vec![line("7.1", IndicatorKind::Rules, "Ереже", vec![plain("1")])]);
        act.description = Some("Кемінде 7 аталым бойынша ереже. Кемінде 7 аталым бойынша сыйлық.".into());
        let mut plan = plan(vec![task("7", "Кемінде 7 аталым бойынша сыйлық", vec![act])]);
        plan.expected_results = vec!["Кемінде 7 аталым бойынша сыйлық тағайындау".into()];
        assert_eq!(touched(&plan, &INFO), ["a7.1"]);
    }

    #[test]
    fn a_line_a_sum_of_lines_or_the_impact_block_carries_it() {
        let mut plan = groups();
        plan.tasks[0].activities[0].indicators.push(line(
            "1.3",
            IndicatorKind::Organisation,
            "Ұйымдар",
            vec![plain("50")],
        ));
        assert_eq!(findings(&plan, &INFO), []);
        let mut plan = groups();
        plan.impact = vec![impact("5", ImpactKind::Organisations, bounded(Bound::AtLeast, "50"))];
        assert_eq!(findings(&plan, &INFO), []);
    }

    #[test]
    fn a_goal_without_at_least_is_a_story_and_no_promise() {
        let mut plan = groups();
        plan.goals = vec!["Облыста 50 волонтерлік топ бар".into()];
        assert_eq!(findings(&plan, &INFO), []);
    }

    #[test]
    fn an_expected_result_is_named_by_its_place() {
        let mut plan = groups();
        plan.expected_results = plan.goals.split_off(1);
        let found = findings(&plan, &INFO);
        assert_eq!(found[0].place, Place::Plan { id: None, field: "expectedResults.1".into() });
        assert!(found[0].answers.iter().all(|offer| offer.lines == [id("expectedResults.1")]));
    }

    #[test]
    fn an_answer_folds_it_away() {
        let mut plan = groups();
        plan.readings = vec![reading("goals.2", Question::CarriedBy, "l1.1")];
        assert_eq!(findings(&plan, &INFO), []);
    }
}

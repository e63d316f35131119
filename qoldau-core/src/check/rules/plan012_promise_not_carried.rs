//! `PLAN012`: a goal or a promise with a number that no line carries.

use std::cmp::Reverse;

use super::prelude::*;
use crate::plan::promise::{Claim, Mention, Openings, Outcome, Owner, Stem, stems};

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
    // The promises of one goal or one activity are settled by one reading: they are one finding.
    open.sort_by(|a, b| a.0.cmp(&b.0));
    let owners: Vec<&[(Id, &Mention<'_>)]> = open.chunk_by(|a, b| a.0 == b.0).collect();
    let said: Vec<&str> =
        owners.iter().map(|own| own.first().map_or("", |(_, mention)| mention.promise.words)).collect();
    let akin = akin(&said, &context.rows);
    out.extend(owners.iter().zip(akin).filter_map(|(of_owner, akin)| finding(of_owner, akin)));
}

/// The place that a claim is told at: the activity or heading that makes it, else the goal or the expected result.
fn owner<'c, 'a>(claim: &'c Claim<'a>) -> Option<&'c Mention<'a>> {
    let named = claim.mentions.iter().rev().find(|mention| matches!(mention.owner, Owner::Activity(_)));
    let heading = || claim.mentions.iter().find(|mention| matches!(mention.owner, Owner::Heading(_)));
    named.or_else(heading).or_else(|| claim.mentions.first())
}

fn finding(of_owner: &[(Id, &Mention<'_>)], akin: Option<&Id>) -> Option<Finding> {
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
    let answers = akin.map(Id::as_str).into_iter().chain(["document", "agreement"]);
    Some(
        answers.fold(finding, |finding, answer| {
            finding.offer_for([id.clone()], Question::CarriedBy.key(), answer)
        }),
    )
}

/// A word of a promise that no line carries.
struct Said {
    stem: Stem,
    /// Which promise says it.
    promise: usize,
    /// How many lines share it, kept at the first of the promises that say it.
    lines: usize,
    /// The line that was counted last.
    last: Option<usize>,
}

/// For each promise the line whose name shares most with it: two words at the least. Of two lines that share as many it is
/// the one with the shorter name.
fn akin<'a>(promises: &[&str], rows: &[Row<'a>]) -> Vec<Option<&'a Id>> {
    let mut shared = shared_words(promises, rows);
    shared.sort_unstable();
    let mut best: Vec<Option<(Reverse<usize>, usize)>> = vec![None; promises.len()];
    for same in shared.chunk_by(|a, b| a == b).filter(|same| same.len() > 1) {
        let Some((promise, at)) = same.first().copied() else { continue };
        let Some(best) = best.get_mut(promise) else { continue };
        let Some(likeness) = likeness(same.len(), rows.get(at)) else { continue };
        let candidate = (Reverse(likeness), at);
        if best.is_none_or(|best| candidate < best) {
            *best = Some(candidate);
        }
    }
    best.into_iter().map(|best| rows.get(best?.1).map(|row| &row.line.id)).collect()
}

/// How alike a promise and a line are that share so many words.
fn likeness(words: usize, row: Option<&Row<'_>>) -> Option<usize> {
    let length = row?.line.name.len().max(1);
    words.checked_mul(words)?.checked_mul(SCALE)?.checked_div(length)
}

/// Each word that a promise and the name of a line share, once: the promise and the line. The words of the promises, which
/// are few, are sorted, and those of the names looked up in them.
fn shared_words(promises: &[&str], rows: &[Row<'_>]) -> Vec<(usize, usize)> {
    let of_promise = |(promise, words): (usize, &&str)| {
        stems(words).map(move |stem| Said { stem, promise, lines: 0, last: None }).collect::<Vec<_>>()
    };
    let mut said: Vec<Said> = promises.iter().enumerate().flat_map(of_promise).collect();
    said.sort_unstable_by_key(|word| (word.stem, word.promise));
    said.dedup_by_key(|word| (word.stem, word.promise));
    let openings = Openings::of(said.iter().map(|word| word.stem));
    let mut shared = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        for stem in openings.likely_in(&row.line.name) {
            let from = said.partition_point(|word| word.stem < stem);
            let Some(first) = said.get_mut(from).filter(|word| word.stem == stem) else { continue };
            if first.last == Some(at) || first.lines >= LOOKED_AT {
                continue;
            }
            first.last = Some(at);
            first.lines = first.lines.saturating_add(1);
            let same = said.iter().skip(from).take_while(|word| word.stem == stem);
            shared.extend(same.map(|word| (word.promise, at)));
        }
    }
    shared
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
    fn what_is_at_most_so_many_carries_no_at_least() {
        let events = |n: &str, bound, number: &str| {
            line(n, IndicatorKind::Event, "Шаралар саны", vec![bounded(bound, number)])
        };
        let of = |bound| {
            let mut plan = of_lines(vec![events("1.1", Bound::Plain, "10"), events("1.2", bound, "5")]);
            plan.expected_results = vec!["Не менее 15 тренингов".into()];
            plan
        };
        assert_eq!(findings(&of(Bound::Plain), &INFO), []);
        assert_eq!(findings(&of(Bound::AtMost), &INFO).len(), 1);
    }

    #[test]
    fn a_bare_number_in_an_activity_that_no_line_counts_is_no_promise() {
        let mut act = activity("1.1", vec![line("1.1", IndicatorKind::Event, "Тренинг", vec![plain("10")])]);
        act.description = Some("Обучат 300 участников".into());
        assert_eq!(findings(&plan(vec![task("1", "", vec![act])]), &INFO), []);
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

//! What scoring needs: consent, codes that tell people apart, items that can be scored, phases that can be compared.

use std::collections::BTreeSet;

use super::{on, on_whole, rules};
use crate::finding::{Finding, Param};
use crate::survey::questionnaire::{
    CodeCharacters, CodePart, CodeRecipe, Questionnaire, SatisfactionDefinition, SurveyQuestion, Wording,
};
use crate::value::{Amount, Id};

pub(super) fn check(survey: &Questionnaire, findings: &mut Vec<Finding>) {
    if survey.consent.as_ref().is_none_or(Wording::is_empty) {
        findings.push(on_whole(&rules::NO_CONSENT, "consent"));
    }
    items(survey, findings);
    phases(survey, findings);
    active_phase(survey, findings);
    satisfaction(survey, findings);
    match &survey.code {
        None if survey.phases.len() > 1 => findings.push(on_whole(&rules::NO_CODE, "code")),
        Some(recipe) if is_too_narrow(recipe, survey) => findings.push(on_whole(&rules::NARROW_CODE, "code")),
        _ => {}
    }
}

/// Items that are neither steps of a scale nor ratings, or stand in a subscale twice.
fn items(survey: &Questionnaire, findings: &mut Vec<Finding>) {
    for subscale in &survey.subscales {
        let mut seen = BTreeSet::new();
        for item in &subscale.items {
            let scored = survey.question(item.as_str()).is_none_or(|question| question.answer.is_scored());
            if !scored || !seen.insert(item) {
                findings
                    .push(on(&rules::NOT_SCORABLE, &subscale.id, "items").param(Param::id("question", item)));
            }
        }
    }
}

/// The questions that a figure is made of.
fn scored(survey: &Questionnaire) -> impl Iterator<Item = &SurveyQuestion> {
    let top = survey.satisfaction.iter().filter_map(|satisfaction| match &satisfaction.definition {
        SatisfactionDefinition::TopBox { question, .. } => Some(question),
        _ => None,
    });
    let named: BTreeSet<&Id> =
        survey.subscales.iter().flat_map(|subscale| &subscale.items).chain(top).collect();
    survey.questions.iter().filter(move |question| named.contains(&question.id))
}

/// Items that only some of the phases ask, and windows out of order.
fn phases(survey: &Questionnaire, findings: &mut Vec<Finding>) {
    if survey.phases.len() > 1 {
        let top = survey.satisfaction.iter().filter_map(|satisfaction| match &satisfaction.definition {
            SatisfactionDefinition::TopBox { question, .. } => Some(question),
            _ => None,
        });
        // Satisfaction with an event can be asked after it alone: its own question is no difference between phases.
        let own: BTreeSet<&Id> = top.collect();
        let some =
            scored(survey).filter(|question| !question.phases.is_empty() && !own.contains(&question.id));
        let missing =
            some.filter(|question| survey.phases.iter().any(|phase| !question.phases.contains(&phase.id)));
        findings.extend(missing.map(|question| {
            on(&rules::PHASES_DIFFER, &question.id, "phases")
                .param(Param::id("question", &question.id))
                .param(Param::number("field", "phases"))
        }));
    }
    for two in survey.phases.windows(2) {
        let [first, second] = two else { continue };
        if let (Some(one), Some(other)) = (first.window, second.window)
            && (one.end >= other.start || one.start > one.end || other.start > other.end)
        {
            findings
                .push(on(&rules::WINDOWS_CLASH, &second.id, "window").param(Param::id("phase", &second.id)));
        }
    }
}

/// A first phase that asks after the project's active phase has ended, a last one that asks before it has, and what of these days is not declared.
fn active_phase(survey: &Questionnaire, findings: &mut Vec<Finding>) {
    let [first, .., last] = survey.phases.as_slice() else { return };
    let (Some(active), Some(before), Some(after)) = (survey.active, first.window, last.window) else {
        findings.push(on_whole(&rules::ACTIVE_PHASE_NOT_DECLARED, "active"));
        return;
    };
    if before.end >= after.start {
        // Told of already: phases in disorder.
        return;
    }
    let mut told = |phase: &Id| {
        findings.push(on(&rules::BESIDE_ACTIVE_PHASE, phase, "window").param(Param::id("phase", phase)));
    };
    if before.end > active.end {
        told(&first.id);
    }
    if after.start <= active.end {
        told(&last.id);
    }
}

fn satisfaction(survey: &Questionnaire, findings: &mut Vec<Finding>) {
    let Some(satisfaction) = &survey.satisfaction else { return };
    let mut told = |rule| findings.push(on_whole(rule, "satisfaction"));
    // A percent below 1 is a share that was meant: 0.8 for 80.
    let is_percent =
        |amount: Amount| (amount.is_zero() || amount >= Amount::ONE) && amount <= Amount::HUNDRED;
    let mut possible = is_percent(satisfaction.threshold);
    match &satisfaction.definition {
        SatisfactionDefinition::TopBox { question, boxes } => {
            let of = survey.question(question.as_str());
            if of.is_some_and(|question| !question.answer.is_scored()) {
                told(&rules::SATISFACTION_NOT_SCORABLE);
            }
            let steps = of.and_then(|question| steps(survey, question));
            possible = possible && *boxes > 0 && steps.is_none_or(|steps| *boxes < steps);
            if possible && steps.is_some_and(|steps| boxes.saturating_mul(2) >= steps) {
                told(&rules::HALF_OF_THE_SCALE);
            }
        }
        SatisfactionDefinition::PersonsAbove { percent, .. } => possible = possible && is_percent(*percent),
        SatisfactionDefinition::MeanPomp { .. } => {}
    }
    if !possible {
        told(&rules::OUT_OF_BOUNDS);
    }
    let last = survey.phases.last().map(|phase| &phase.id);
    if satisfaction.phase.as_ref().is_some_and(|phase| last.is_some_and(|last| phase != last)) {
        told(&rules::ASKED_BEFOREHAND);
    }
}

/// How many steps a question has.
fn steps(survey: &Questionnaire, question: &SurveyQuestion) -> Option<u32> {
    use crate::survey::questionnaire::AnswerKind;
    match &question.answer {
        AnswerKind::Scale { list, .. } => {
            let options = &survey.list(list.as_str())?.options;
            u32::try_from(options.iter().filter(|option| option.missing.is_none()).count()).ok()
        }
        AnswerKind::Rating { lowest, highest, .. } => {
            u32::try_from(highest.checked_sub(*lowest)?.checked_add(1)?).ok()
        }
        _ => None,
    }
}

/// Whether so many people would share codes by chance that pairs become wrong: expected pairs n²/(2M) above one in a
/// hundred people.
fn is_too_narrow(recipe: &CodeRecipe, survey: &Questionnaire) -> bool {
    let invited = survey.phases.iter().filter_map(|phase| phase.invited);
    let sizes = survey.populations.iter().filter_map(|population| population.size);
    let Some(people) = invited.max().or_else(|| sizes.max()) else { return false };
    // n²/(2M) > n/100 is 50 n > M.
    code_space(recipe).is_none_or(|space| u128::from(people).saturating_mul(50) > space)
}

/// How many different codes a recipe can give; nothing for an empty recipe.
pub(crate) fn code_space(recipe: &CodeRecipe) -> Option<u128> {
    let values = |part: &CodePart| {
        let letters: u128 = match part.characters {
            CodeCharacters::Digits => 10,
            CodeCharacters::Letters => 33,
            CodeCharacters::Any => 43,
        };
        let most = letters.saturating_pow(part.length);
        part.values.map_or(most, |values| most.min(u128::from(values))).max(1)
    };
    recipe.parts.iter().map(values).reduce(u128::saturating_mul)
}

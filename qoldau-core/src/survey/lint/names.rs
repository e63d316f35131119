//! Names: given once, well formed, and pointing at something.

use std::collections::BTreeSet;

use super::rules;
use super::{on, on_whole};
use crate::finding::{Finding, Param};
use crate::survey::questionnaire::{Questionnaire, SatisfactionDefinition};
use crate::value::Id;

/// Names that are given twice or cannot be names of a form.
pub(super) fn check(survey: &Questionnaire, findings: &mut Vec<Finding>) {
    let groups: [(&str, Vec<&Id>); 5] = [
        ("questions", survey.questions.iter().map(|question| &question.id).collect()),
        ("lists", survey.lists.iter().map(|list| &list.id).collect()),
        ("subscales", survey.subscales.iter().map(|subscale| &subscale.id).collect()),
        ("phases", survey.phases.iter().map(|phase| &phase.id).collect()),
        ("populations", survey.populations.iter().map(|population| &population.id).collect()),
    ];
    for (field, ids) in groups {
        twice(&ids)
            .for_each(|id| findings.push(on(&rules::DUPLICATE, id, field).param(Param::id("name", id))));
        let misshapen = ids.iter().filter(|id| field == "questions" && !is_name(id.as_str()));
        findings.extend(misshapen.map(|id| on(&rules::BAD_NAME, id, "id").param(Param::id("name", id))));
    }
    for list in &survey.lists {
        let codes: Vec<&Id> = list.options.iter().map(|option| &option.code).collect();
        let doubled = twice(&codes)
            .map(|code| on(&rules::DUPLICATE, &list.id, "options").param(Param::id("name", code)));
        findings.extend(doubled);
        let spaced = codes.iter().filter(|code| code.as_str().contains(char::is_whitespace));
        findings.extend(
            spaced.map(|code| on(&rules::BAD_NAME, &list.id, "options").param(Param::id("name", code))),
        );
    }
}

/// Names that stand more than once, each told once.
fn twice<'a>(ids: &[&'a Id]) -> impl Iterator<Item = &'a Id> {
    let mut seen = BTreeSet::new();
    let mut doubled: Vec<&Id> = ids.iter().copied().filter(|id| !seen.insert(*id)).collect();
    doubled.sort_unstable();
    doubled.dedup();
    doubled.into_iter()
}

/// Whether a text can be the name of a question in an `XLSForm`.
fn is_name(text: &str) -> bool {
    let mut letters = text.chars();
    letters.next().is_some_and(|c| c.is_alphabetic() || c == '_')
        && letters.all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'))
}

/// References to what is not there.
pub(super) fn references(survey: &Questionnaire, findings: &mut Vec<Finding>) {
    let mut lost = |found: Finding, name: &Id| findings.push(found.param(Param::id("name", name)));
    let rule = &rules::UNKNOWN_REFERENCE;
    for question in &survey.questions {
        if let Some(list) = question.answer.list().filter(|list| survey.list(list.as_str()).is_none()) {
            lost(on(rule, &question.id, "answer"), list);
        }
        let phases = question.phases.iter().filter(|phase| survey.phase(phase.as_str()).is_none());
        phases.for_each(|phase| lost(on(rule, &question.id, "phases"), phase));
    }
    for subscale in &survey.subscales {
        let items = subscale.items.iter().filter(|item| survey.question(item.as_str()).is_none());
        items.for_each(|item| lost(on(rule, &subscale.id, "items"), item));
    }
    for phase in &survey.phases {
        let known = |id: &&Id| survey.populations.iter().any(|population| population.id == **id);
        if let Some(population) = phase.population.as_ref().filter(|id| !known(id)) {
            lost(on(rule, &phase.id, "population"), population);
        }
    }
    let Some(satisfaction) = &survey.satisfaction else { return };
    if let Some(phase) = satisfaction.phase.as_ref().filter(|phase| survey.phase(phase.as_str()).is_none()) {
        lost(on_whole(rule, "satisfaction"), phase);
    }
    let groups = &survey.populations;
    if let Some(population) =
        satisfaction.population.as_ref().filter(|id| groups.iter().all(|group| group.id != **id))
    {
        lost(on_whole(rule, "satisfaction"), population);
    }
    let (known, name) = match &satisfaction.definition {
        SatisfactionDefinition::TopBox { question, .. } => {
            (survey.question(question.as_str()).is_some(), question)
        }
        SatisfactionDefinition::MeanPomp { subscale }
        | SatisfactionDefinition::PersonsAbove { subscale, .. } => {
            (survey.subscale(subscale.as_str()).is_some(), subscale)
        }
    };
    if !known {
        lost(on_whole(rule, "satisfaction"), name);
    }
}

//! The questionnaires of two phases held against each other.

use std::collections::BTreeSet;

use super::{on, on_whole, ordered, rules};
use crate::finding::{Finding, Param};
use crate::survey::questionnaire::{
    CodeCharacters, CodeRecipe, OptionList, Questionnaire, Subscale, SurveyQuestion, Wording,
};
use crate::value::Id;

/// What differs between the questionnaires of two phases so that their answers cannot be compared: a finding for every
/// question that is asked otherwise, with the fields that differ, and for every item of a subscale that only one of
/// them asks; for another recipe of the code, another make of a subscale and another definition of the satisfaction. In the
/// order of the second.
#[must_use]
pub fn lint_pair(first: &Questionnaire, second: &Questionnaire) -> Vec<Finding> {
    let mut findings = Vec::new();
    for question in &second.questions {
        let Some(before) = first.question(question.id.as_str()) else { continue };
        let fields = differing(first, before, second, question);
        if !fields.is_empty() {
            let finding =
                on(&rules::PHASES_DIFFER, &question.id, "answer").param(Param::id("question", &question.id));
            let named = |finding: Finding, field: &str| finding.param(Param::number("field", field));
            findings.push(fields.into_iter().fold(finding, named));
        }
    }
    let items = |survey: &'_ Questionnaire| -> Vec<Id> {
        survey.subscales.iter().flat_map(|subscale| subscale.items.clone()).collect()
    };
    let mut named: Vec<Id> = items(first).into_iter().chain(items(second)).collect();
    named.sort_unstable();
    named.dedup();
    let in_both = |id: &Id| first.question(id.as_str()).is_some() == second.question(id.as_str()).is_some();
    for id in named.iter().filter(|id| !in_both(id)) {
        findings.push(
            on(&rules::PHASES_DIFFER, id, "questions")
                .param(Param::id("question", id))
                .param(Param::number("field", "questions")),
        );
    }
    findings.extend(of_scores(first, second));
    ordered(findings, second)
}

/// What differs in how answers are paired and scored: the recipe of the code, the items of a scale that both have, the
/// satisfaction.
fn of_scores(first: &Questionnaire, second: &Questionnaire) -> Vec<Finding> {
    let differs = |finding: Finding, field: &str| finding.param(Param::number("field", field));
    let mut findings = Vec::new();
    if let (Some(one), Some(other)) = (&first.code, &second.code) {
        // How many values a part can take is said of the people, not to them.
        let asked = |recipe: &CodeRecipe| -> Vec<(CodeCharacters, u32, Wording)> {
            recipe.parts.iter().map(|part| (part.characters, part.length, part.label.clone())).collect()
        };
        if asked(one) != asked(other) {
            findings.push(differs(on_whole(&rules::PHASES_DIFFER, "code"), "code"));
        }
    } else if first.code.is_some() != second.code.is_some() {
        findings.push(differs(on_whole(&rules::PHASES_DIFFER, "code"), "code"));
    }
    for scale in &second.subscales {
        let Some(before) = first.subscale(scale.id.as_str()) else { continue };
        let items = |of: &Subscale| -> BTreeSet<Id> { of.items.iter().cloned().collect() };
        let finding =
            || on(&rules::PHASES_DIFFER, &scale.id, "items").param(Param::id("question", &scale.id));
        if items(before) != items(scale) {
            findings.push(differs(finding(), "items"));
        }
        if before.minimum != scale.minimum {
            findings.push(differs(finding(), "minimum"));
        }
    }
    if let (Some(one), Some(other)) = (&first.satisfaction, &second.satisfaction) {
        let fields = [
            ("threshold", one.threshold == other.threshold),
            ("definition", one.definition == other.definition),
            ("missing", one.missing == other.missing),
        ];
        for (field, _) in fields.into_iter().filter(|(_, same)| !same) {
            findings.push(differs(on_whole(&rules::PHASES_DIFFER, "satisfaction"), field));
        }
    }
    findings
}

/// The fields in which a question differs.
fn differing(
    first: &Questionnaire,
    before: &SurveyQuestion,
    second: &Questionnaire,
    after: &SurveyQuestion,
) -> Vec<&'static str> {
    let list = |survey: &'_ Questionnaire, question: &SurveyQuestion| -> Option<OptionList> {
        let list = survey.list(question.answer.list()?.as_str())?;
        // What a list is called does not matter.
        Some(OptionList { id: before.id.clone(), options: list.options.clone() })
    };
    let same_kind = match (before.answer.list(), after.answer.list()) {
        (Some(one), Some(other)) if one != other => {
            let mut renamed = after.answer.clone();
            rename(&mut renamed, one);
            before.answer == renamed
        }
        _ => before.answer == after.answer,
    };
    let text = |rule: &Option<String>| rule.as_deref().unwrap_or_default().trim().to_owned();
    [
        ("label", before.label == after.label),
        ("answer", same_kind),
        ("options", list(first, before) == list(second, after)),
        ("relevant", text(&before.relevant) == text(&after.relevant)),
        ("constraint", text(&before.constraint) == text(&after.constraint)),
        ("missing", before.missing == after.missing),
    ]
    .into_iter()
    .filter(|(_, same)| !same)
    .map(|(field, _)| field)
    .collect()
}

fn rename(kind: &mut crate::survey::questionnaire::AnswerKind, name: &Id) {
    use crate::survey::questionnaire::AnswerKind as K;
    if let K::Scale { list, .. } | K::Single { list } | K::Multiple { list, .. } | K::Ranking { list, .. } =
        kind
    {
        list.clone_from(name);
    }
}

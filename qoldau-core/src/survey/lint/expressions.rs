//! Faults of conditions and constraints, at the character where they stand.

use super::rules;
use crate::finding::{Finding, Param, Place, RuleInfo};
use crate::survey::expression::{TypeFault, TypeProblem, ValueType};
use crate::survey::questionnaire::{Form, Rule, SurveyQuestion};

pub(super) fn check(form: &Form<'_>, findings: &mut Vec<Finding>) {
    for asked in &form.asked {
        for (field, rule) in [("relevant", &*asked.relevant), ("constraint", &*asked.constraint)] {
            match rule {
                Rule::None | Rule::Reads(_) => {}
                Rule::Unreadable(error) => findings.push(
                    at(&rules::UNREADABLE, asked.question, field, error.at)
                        .param(Param::word("problem", error.problem.key())),
                ),
                Rule::Misfit(faults) => {
                    findings.extend(faults.iter().map(|fault| misfit(asked.question, field, fault)));
                }
            }
        }
    }
}

fn at(rule: &RuleInfo, question: &SurveyQuestion, field: &str, character: u32) -> Finding {
    let place =
        Place::Question { id: Some(question.id.clone()), field: field.into(), character: Some(character) };
    Finding::new(rule, place)
        .param(Param::id("question", &question.id))
        .param(Param::number("field", field))
        .param(Param::number("character", &character.to_string()))
}

fn misfit(question: &SurveyQuestion, field: &str, fault: &TypeFault) -> Finding {
    let found = |rule: &RuleInfo| at(rule, question, field, fault.at);
    match &fault.problem {
        TypeProblem::UnknownQuestion { name } => {
            found(&rules::UNKNOWN_QUESTION).param(Param::number("name", name))
        }
        TypeProblem::LaterQuestion { name } => {
            found(&rules::LATER_QUESTION).param(Param::number("name", name))
        }
        TypeProblem::UnknownOption { code } => {
            found(&rules::UNKNOWN_OPTION).param(Param::number("name", code))
        }
        TypeProblem::Mismatch { expected, found: stands } => {
            let expected = expected.map(|expected| Param::word("expected", key(expected)));
            let finding = found(&rules::TYPE_MISMATCH).param(Param::word("found", key(*stands)));
            expected.into_iter().fold(finding, Finding::param)
        }
        TypeProblem::NoAnswer { .. } | TypeProblem::NoCurrent {} => found(&rules::TYPE_MISMATCH),
    }
}

/// Key of a type among the product's words.
const fn key(of: ValueType) -> &'static str {
    match of {
        ValueType::Number => "valueNumber",
        ValueType::Text => "valueText",
        ValueType::Boolean => "valueBoolean",
        ValueType::Date => "valueDate",
        ValueType::Option => "valueOption",
        ValueType::Options => "valueOptions",
    }
}

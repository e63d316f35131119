//! Answers on paper, counted by hand: how many marked each option, and how many questionnaires were handed out and came
//! back. What needs the answers of one person together (scales, pairs) cannot be reckoned from them.

use qoldau_derive::Decode;
use serde::Serialize;

use super::rules;
use crate::finding::{Finding, Param, Place, RuleInfo};
use crate::survey::questionnaire::{AnswerKind, Asked, Form, SurveyError, read_document};
use crate::value::Id;
use crate::value::format::Version;

/// The format of a tally.
pub const TALLY_FORMAT: &str = "qoldau-tally/1.0";

/// The most questionnaires of a tally: beyond it nobody counts by hand.
const MOST: u32 = 1_000_000;

/// Answers counted by hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Tally {
    /// The format: `qoldau-tally/1.0`.
    pub format: String,
    /// The phase.
    #[serde(default)]
    pub phase: Option<Id>,
    /// How many questionnaires were handed out; nothing where nobody counted them.
    #[serde(default)]
    pub handed_out: Option<u32>,
    /// How many came back, with the consent of who filled them in.
    pub returned: u32,
    /// How many came back without it; they are counted nowhere else.
    #[serde(default)]
    pub without_consent: u32,
    /// The questions.
    pub questions: Vec<QuestionTally>,
}

/// The answers to one question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct QuestionTally {
    /// The question.
    pub question: Id,
    /// How many marked each option.
    pub counts: Vec<OptionTally>,
    /// Of a multiple choice: how many marked anything; nothing for other questions.
    #[serde(default)]
    pub answered: Option<u32>,
    /// How many were not asked it.
    #[serde(default)]
    pub not_asked: u32,
    /// How many left it empty.
    #[serde(default)]
    pub no_answer: u32,
    /// "Don't know".
    #[serde(default)]
    pub dont_know: u32,
    /// Refused.
    #[serde(default)]
    pub refused: u32,
    /// "Does not apply to me".
    #[serde(default)]
    pub not_applicable: u32,
    /// Several marks where one is allowed, and what nobody could read.
    #[serde(default)]
    pub invalid: u32,
}

/// How many marked one option.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct OptionTally {
    /// Its code; of a rating the number, of yes and no `true` and `false`.
    pub code: Id,
    /// How many.
    pub count: u32,
}

impl QuestionTally {
    /// How many people gave an answer to score.
    #[must_use]
    pub fn answers(&self) -> u32 {
        self.answered.unwrap_or_else(|| self.counts.iter().map(|of| of.count).fold(0, u32::saturating_add))
    }

    /// How many people are accounted for.
    fn people(&self) -> u32 {
        [self.not_asked, self.no_answer, self.dont_know, self.refused, self.not_applicable, self.invalid]
            .into_iter()
            .fold(self.answers(), u32::saturating_add)
    }

    /// How many marked one option.
    pub(crate) fn count(&self, code: &str) -> u32 {
        self.counts
            .iter()
            .filter(|of| of.code.as_str() == code)
            .map(|of| of.count)
            .fold(0, u32::saturating_add)
    }
}

/// Reads a tally from its JSON.
///
/// # Errors
/// As [`read_questionnaire`](crate::survey::questionnaire::read_questionnaire); `SRV005` for more than a million
/// questionnaires, and for a count above that.
pub fn read_tally(json: &[u8]) -> Result<Tally, SurveyError> {
    let tally: Tally = read_document(json, "qoldau-tally", Version { major: 1, minor: 0 })?;
    let counts = tally.questions.iter().flat_map(|question| question.counts.iter().map(|of| of.count));
    let people = tally.questions.iter().map(QuestionTally::people);
    let most = counts.chain(people).chain([tally.returned]).max().unwrap_or_default();
    if most > MOST {
        return Err(SurveyError::TooMany { what: "questionnaires in a tally".into(), limit: MOST });
    }
    Ok(tally)
}

/// What is wrong with a tally: what the questionnaire does not have, and sums that cannot be.
#[must_use]
pub fn check_tally(form: &Form<'_>, tally: &Tally) -> Vec<Finding> {
    let mut findings = Vec::new();
    let place =
        |id: Option<&Id>| Place::Question { id: id.cloned(), field: "counts".into(), character: None };
    if tally.handed_out.is_some_and(|handed| handed < tally.returned.saturating_add(tally.without_consent)) {
        findings.push(Finding::new(&rules::MORE_RETURNED, place(None)));
    }
    for (at, of) in tally.questions.iter().enumerate() {
        let id = &of.question;
        let told = |rule: &RuleInfo| Finding::new(rule, place(Some(id))).param(Param::id("question", id));
        let Some(asked) = form.asked(id.as_str()) else {
            findings.push(told(&rules::TALLY_UNKNOWN));
            continue;
        };
        let earlier = tally.questions.iter().take(at);
        let unknown = of.counts.iter().filter(|of| !is_code(asked, of.code.as_str()));
        let doubled = of
            .counts
            .iter()
            .enumerate()
            .any(|(at, count)| of.counts.iter().take(at).any(|before| before.code == count.code));
        if doubled || earlier.into_iter().any(|before| before.question == *id) {
            findings.push(told(&rules::TALLY_TWICE));
        }
        findings.extend(unknown.map(|of| told(&rules::TALLY_UNKNOWN).param(Param::id("option", &of.code))));
        let several = matches!(asked.question.answer, AnswerKind::Multiple { .. });
        let marks_of_nobody = several && of.counts.iter().any(|count| count.count > of.answers());
        if of.people() > tally.returned || marks_of_nobody || several != of.answered.is_some() {
            findings.push(told(&rules::TALLY_TOO_MANY));
        } else if of.people() < tally.returned {
            let open = tally.returned.saturating_sub(of.people());
            findings.push(told(&rules::TALLY_OPEN).param(Param::amount("count", open.into())));
        }
    }
    findings
}

/// Whether a question can be answered with a code.
fn is_code(asked: &Asked<'_>, code: &str) -> bool {
    match &asked.question.answer {
        AnswerKind::YesNo {} => matches!(code, "true" | "false"),
        AnswerKind::Rating { lowest, highest, .. } => code
            .parse::<i32>()
            .is_ok_and(|step| (*lowest..=*highest).contains(&step) && step.to_string() == code),
        AnswerKind::Scale { .. } | AnswerKind::Single { .. } | AnswerKind::Multiple { .. } => {
            asked.list.and_then(|list| list.option(code)).is_some_and(|option| option.missing.is_none())
        }
        _ => false,
    }
}

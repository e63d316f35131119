//! Answers in bulk: a CSV table or JSON as `KoboToolbox`, ODK, Google Forms and Microsoft Forms export them, or an
//! office program wrote them.
//!
//! Columns are known by a question's name (with or without its groups before it) or by its words in any language;
//! answers by code, by label in any language, or by value. Several marks may stand in one cell, joined by a comma or a
//! semicolon though the labels have commas themselves, or by spaces where they are codes, or in a column for each
//! option. Every row becomes a record or has a finding that says why not; a cell that cannot be read is an invalid
//! answer with a finding, never no answer.

pub(in crate::survey) mod cell;
pub(in crate::survey) mod columns;
mod grid;
pub(in crate::survey) mod marks;
pub(in crate::survey) mod moment;
pub(in crate::survey) mod records;
pub(crate) mod rules;
#[cfg(test)]
mod tests;

use std::fmt;

use qoldau_derive::Decode;
use serde::Serialize;

use super::answers::rules::UNREAD;
use super::answers::{Response, check_responses};
use super::questionnaire::{Form, Questionnaire, SurveyError};
use crate::finding::{Finding, Place};
use crate::table::Delimiter;
use crate::value::Id;

pub use grid::ANSWERS_FORMAT;

/// How answers are imported.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct ImportOptions {
    /// The phase of rows that name none.
    #[serde(default)]
    pub phase: Option<Id>,
    /// Whether people consented on paper or before the form was opened, so that rows without a column for it count as
    /// agreed. In the product's own form every record says so itself.
    #[serde(default)]
    pub consented: bool,
    /// What columns hold, whatever their headers say: corrections of [`Imported::columns`]. The other columns are known by their headers. Nothing for
    /// the product's own form, which has no columns.
    #[serde(default)]
    pub columns: Vec<AnswerColumn>,
}

/// What a column holds, as somebody says who knows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct AnswerColumn {
    /// The column, counted from 1 in the order of [`Imported::columns`].
    pub column: u32,
    /// What it holds; `unused` for what is to be passed over.
    pub used_as: ColumnUse,
}

/// What a column was taken for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum ColumnUse {
    /// The answers to a question.
    Question {
        /// The question.
        question: Id,
    },
    /// Whether one option of a question was marked.
    Option {
        /// The question.
        question: Id,
        /// The option.
        code: Id,
    },
    /// The id of the record.
    Record {},
    /// When it was begun.
    Started {},
    /// When it was handed in.
    Ended {},
    /// The consent.
    Consent {},
    /// The self-made code, or one of its parts, counted from 0.
    Code {
        /// Which part; nothing for the whole code.
        part: Option<u32>,
    },
    /// The phase.
    Phase {},
    /// The language it was asked in.
    Language {},
    /// Nothing: there is a finding about it, unless it is a tool's own.
    Unused {},
}

/// A column with what it was taken for. It prints without its header, which in a table without headers is somebody's answer.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct ImportedColumn {
    /// Its header, as it stands; of counted tables empty where it is none of the questionnaire's own.
    pub header: String,
    /// What it was taken for.
    pub used_as: ColumnUse,
}

impl fmt::Debug for ImportedColumn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ImportedColumn").field("used_as", &self.used_as).finish_non_exhaustive()
    }
}

/// What an import gave.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Imported {
    /// The records, in the order of the rows.
    pub responses: Vec<Response>,
    /// The row each record stands in, counted from 1.
    pub response_rows: Vec<u32>,
    /// The columns, in their order.
    pub columns: Vec<ImportedColumn>,
    /// How many rows there were below the header, those without a record too.
    pub rows: u32,
    /// What is to be looked at, by row (counted from 1, the header is row 1) and column.
    pub findings: Vec<Finding>,
}

/// Imports answers of any form and judges them: a CSV table, the JSON of other tools, or the product's own. The findings are those of
/// reading and then of the answers, at their rows.
///
/// # Errors
/// As [`import_csv`], [`import_json`] and [`read_responses`]; `SRV011` for a column of an own form, which has none.
pub fn import_answers(
    questionnaire: &Questionnaire,
    bytes: &[u8],
    options: &ImportOptions,
) -> Result<Imported, SurveyError> {
    let first = bytes.iter().find(|byte| !byte.is_ascii_whitespace() && !b"\xef\xbb\xbf".contains(byte));
    let imported = if matches!(first, Some(b'{' | b'[')) {
        match read_responses(bytes) {
            Ok(responses) => {
                let choice = options.columns.first();
                return match choice {
                    Some(choice) => Err(SurveyError::NoSuchColumn { column: choice.column }),
                    None => Ok(own_form(questionnaire, responses, options)),
                };
            }
            Err(SurveyError::OtherFormat { .. }) => import_json(questionnaire, bytes, options)?,
            Err(error) => return Err(error),
        }
    } else {
        import_csv(questionnaire, bytes, options)?
    };
    let of_answers = check_imported(&Form::of(questionnaire), &imported);
    Ok(Imported { findings: [imported.findings, of_answers].concat(), ..imported })
}

/// Records of the product's own form, each a row.
fn own_form(questionnaire: &Questionnaire, read: Vec<Response>, options: &ImportOptions) -> Imported {
    let phase = |of: Option<Id>| of.or_else(|| options.phase.clone());
    let responses: Vec<Response> =
        read.into_iter().map(|read| Response { phase: phase(read.phase), ..read }).collect();
    let findings = check_responses(&Form::of(questionnaire), &responses);
    let response_rows: Vec<u32> = (1..).zip(&responses).map(|(row, _)| row).collect();
    let rows = response_rows.last().copied().unwrap_or(0);
    Imported { responses, response_rows, columns: Vec::new(), rows, findings }
}

/// Imports answers from a CSV table; what parts its fields is found out.
///
/// # Errors
/// `SRV006` for bytes that are no table; `SRV011` to `SRV013` for columns that are said to hold what cannot be: a column that is not there
/// or is said twice, a question or option that the questionnaire does not have.
pub fn import_csv(
    questionnaire: &Questionnaire,
    bytes: &[u8],
    options: &ImportOptions,
) -> Result<Imported, SurveyError> {
    let grid = grid::Grid::of_csv(bytes, None::<Delimiter>)?;
    records::import(&Form::of(questionnaire), &grid, options)
}

/// Imports answers from JSON: a list of flat or grouped records as `KoboToolbox` and ODK give them (also under `results`
/// or `value`).
///
/// # Errors
/// `SRV003` for text that is not JSON, `SRV004` for JSON that is no list of records; `SRV011` to `SRV013` as [`import_csv`].
pub fn import_json(
    questionnaire: &Questionnaire,
    json: &[u8],
    options: &ImportOptions,
) -> Result<Imported, SurveyError> {
    let grid = grid::Grid::of_json(json)?;
    records::import(&Form::of(questionnaire), &grid, options)
}

/// What is wrong with the answers of records that were imported, at their rows: no consent, answers out of range or to
/// questions that were not asked. A cell that could not be read was told by the import.
#[must_use]
pub fn check_imported(form: &Form<'_>, imported: &Imported) -> Vec<Finding> {
    let row_of = |record: u32| {
        let at = usize::try_from(record).ok()?.checked_sub(1)?;
        imported.response_rows.get(at).copied()
    };
    let at_row = |finding: Finding| match finding.place {
        Place::Row { row, column } => {
            Finding { place: Place::Row { row: row_of(row).unwrap_or(row), column }, ..finding }
        }
        _ => finding,
    };
    let findings = check_responses(form, &imported.responses).into_iter();
    findings.filter(|finding| finding.code != UNREAD.code).map(at_row).collect()
}

/// Reads answers in the product's own form: `{"format": "qoldau-answers/1.0", "responses": […]}`.
///
/// # Errors
/// As [`read_questionnaire`](super::questionnaire::read_questionnaire).
pub fn read_responses(json: &[u8]) -> Result<Vec<Response>, SurveyError> {
    grid::read_responses(json)
}

/// Writes answers in the product's own form, indented by two spaces.
///
/// # Errors
/// `SRV007`.
pub fn write_responses(responses: &[Response]) -> Result<String, SurveyError> {
    grid::write_responses(responses)
}

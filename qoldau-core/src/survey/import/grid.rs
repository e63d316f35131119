//! The cells of a table or of JSON records, with their headers.

use std::borrow::Cow;
use std::collections::BTreeMap;

use qoldau_derive::Decode;
use serde::Serialize;
use serde_json::Value;

use crate::json::{self, Fault};
use crate::survey::answers::Response;
use crate::survey::questionnaire::{SurveyError, malformed, read_document};
use crate::table::{Delimiter, RowFault, Table};
use crate::value::format::Version;

/// Format of answers in the product's own form.
pub const ANSWERS_FORMAT: &str = "qoldau-answers/1.0";

/// Headers and rows of cells; a cell that is not there is empty.
#[derive(Debug)]
pub(super) struct Grid<'a> {
    pub(super) header: Vec<Cow<'a, str>>,
    pub(super) rows: Vec<Vec<Cow<'a, str>>>,
    /// Rows with too few or too many fields, counted from 0.
    pub(super) faults: Vec<RowFault>,
}

impl<'a> Grid<'a> {
    pub(super) fn of_csv(bytes: &'a [u8], delimiter: Option<Delimiter>) -> Result<Self, SurveyError> {
        let table = Table::read(bytes, delimiter)
            .map_err(|error| SurveyError::Table { detail: error.to_string() })?;
        let width = table.header().len();
        let row = |row| (0..width).map(|column| table.cell(row, column).unwrap_or_default()).collect();
        Ok(Self {
            rows: (0..table.rows()).map(row).collect(),
            header: table.header().to_vec(),
            faults: table.faults().to_vec(),
        })
    }

    /// The records of JSON as rows: a name for every field, with the groups it lies in before it.
    pub(super) fn of_json(bytes: &[u8]) -> Result<Self, SurveyError> {
        let value: Value = json::read_by_serde(bytes).map_err(malformed)?;
        let list = match &value {
            Value::Array(records) => Some(records),
            Value::Object(fields) => {
                ["results", "value", "data"].iter().find_map(|name| fields.get(*name)?.as_array())
            }
            _ => None,
        };
        let no_list = |path: String| {
            malformed(Fault {
                path: Some(path),
                line: 1,
                column: 1,
                detail: "expected a list of records".into(),
            })
        };
        let records = list.ok_or_else(|| no_list("/".into()))?;
        let mut columns: BTreeMap<String, usize> = BTreeMap::new();
        let mut header = Vec::new();
        let mut rows = Vec::new();
        for (at, record) in records.iter().enumerate() {
            let Value::Object(_) = record else { return Err(no_list(format!("/{at}"))) };
            let mut row = Vec::new();
            flatten(record, &mut String::new(), &mut |name, text| {
                let column = *columns.entry(name.to_owned()).or_insert_with(|| {
                    header.push(Cow::Owned(name.to_owned()));
                    header.len().saturating_sub(1)
                });
                if row.len() <= column {
                    row.resize(column.saturating_add(1), Cow::Borrowed(""));
                }
                row.get_mut(column).into_iter().for_each(|cell| *cell = Cow::Owned(text.clone()));
            });
            rows.push(row);
        }
        let width = header.len();
        for row in &mut rows {
            row.resize(width, Cow::Borrowed(""));
        }
        Ok(Self { header, rows, faults: Vec::new() })
    }
}

/// Tells the fields of a record, with the groups they lie in; marks in a list are joined as a form would join them.
fn flatten(value: &Value, path: &mut String, tell: &mut impl FnMut(&str, String)) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                let length = path.len();
                if !path.is_empty() {
                    path.push('/');
                }
                path.push_str(name);
                flatten(value, path, tell);
                path.truncate(length);
            }
        }
        Value::Array(items) => {
            let plain: Vec<String> = items.iter().filter_map(text_of).collect();
            if plain.len() == items.len() && !plain.is_empty() {
                tell(path, plain.join(";"));
            }
        }
        value => tell(path, text_of(value).unwrap_or_default()),
    }
}

fn text_of(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(truth) => Some(truth.to_string()),
        _ => None,
    }
}

#[derive(Decode)]
#[serde(deny_unknown_fields)]
struct Document {
    #[serde(rename = "format")]
    _format: String,
    responses: Vec<Response>,
}

#[derive(Serialize)]
struct Written<'a> {
    format: &'static str,
    responses: &'a [Response],
}

pub(super) fn read_responses(json: &[u8]) -> Result<Vec<Response>, SurveyError> {
    let document: Document = read_document(json, "qoldau-answers", Version { major: 1, minor: 0 })?;
    Ok(document.responses)
}

pub(super) fn write_responses(responses: &[Response]) -> Result<String, SurveyError> {
    let written = Written { format: ANSWERS_FORMAT, responses };
    let json = serde_json::to_string(&written).map_err(|_| SurveyError::Unwritable)?;
    Ok(json::indented(&json))
}

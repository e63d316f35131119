//! The cells of a table or of JSON records, with their headers.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

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

/// Headers and rows of cells. A row has only what is written in it, so that memory follows the size of the file and not
/// rows times columns.
pub(super) struct Grid<'a> {
    pub(super) header: Vec<Cow<'a, str>>,
    pub(super) rows: Vec<Vec<Cell<'a>>>,
    /// Rows with too few or too many fields, counted from 0.
    pub(super) faults: Vec<RowFault>,
    /// Columns in which records have lists of records, which are not read, with the names of the fields in them.
    pub(super) repeats: BTreeMap<usize, BTreeSet<String>>,
}

/// A cell that is not blank, without the spaces around it.
pub(super) struct Cell<'a> {
    /// Its column, counted from 0; a row has every column once at most, in their order.
    pub(super) column: usize,
    pub(super) text: Cow<'a, str>,
}

impl<'a> Cell<'a> {
    fn new(column: usize, text: Cow<'a, str>) -> Option<Self> {
        let text = match text {
            Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
            Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
        };
        (!text.is_empty()).then_some(Self { column, text })
    }
}

impl<'a> Grid<'a> {
    pub(super) fn of_csv(bytes: &'a [u8], delimiter: Option<Delimiter>) -> Result<Self, SurveyError> {
        let table = Table::read(bytes, delimiter)
            .map_err(|error| SurveyError::Table { detail: error.to_string() })?;
        let row = |row| table.row(row).enumerate().filter_map(|(at, text)| Cell::new(at, text)).collect();
        Ok(Self {
            rows: (0..table.rows()).map(row).collect(),
            header: table.header().to_vec(),
            faults: table.faults().to_vec(),
            repeats: BTreeMap::new(),
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
        let mut repeats: BTreeMap<usize, BTreeSet<String>> = BTreeMap::new();
        for (at, record) in records.iter().enumerate() {
            let Value::Object(_) = record else { return Err(no_list(format!("/{at}"))) };
            let mut row: BTreeMap<usize, Cell<'a>> = BTreeMap::new();
            flatten(record, &mut String::new(), &mut |name, field| {
                let column = *columns.entry(name.to_owned()).or_insert_with(|| {
                    header.push(Cow::Owned(name.to_owned()));
                    header.len().saturating_sub(1)
                });
                let text = match field {
                    Field::Text(text) => text,
                    Field::Repeat(names) => {
                        repeats.entry(column).or_default().extend(names);
                        return;
                    }
                };
                // Of a name that stands there twice the last counts.
                match Cell::new(column, Cow::Owned(text)) {
                    Some(cell) => row.insert(column, cell),
                    None => row.remove(&column),
                };
            });
            rows.push(row.into_values().collect());
        }
        Ok(Self { header, rows, faults: Vec::new(), repeats })
    }
}

/// What a field of a record holds.
enum Field {
    /// A value, or marks of a list joined as a form would join them.
    Text(String),
    /// A list of records, with the names of their fields.
    Repeat(BTreeSet<String>),
}

/// Tells the fields of a record, with the groups they lie in.
fn flatten(value: &Value, path: &mut String, tell: &mut dyn FnMut(&str, Field)) {
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
            if items.iter().any(|item| item.is_object() || item.is_array()) {
                let mut names = BTreeSet::new();
                for item in items {
                    flatten(item, &mut String::new(), &mut |name, field| {
                        if let Field::Repeat(inner) = field {
                            names.extend(inner.iter().map(|inner| format!("{name}/{inner}")));
                        }
                        names.insert(name.to_owned());
                    });
                }
                tell(path, Field::Repeat(names));
            } else if !plain.is_empty() {
                tell(path, Field::Text(plain.join(";")));
            }
        }
        value => tell(path, Field::Text(text_of(value).unwrap_or_default())),
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

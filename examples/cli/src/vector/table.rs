//! Tables (CSV) of requests.

use std::fs::File;
use std::io::Read;
use std::path::{Component, Path};

use qoldau_core::value::Amount;
use serde_json::Value;

use super::refusal::Refusal;

/// The longest table that is read, in bytes.
const LONGEST: u64 = 256 << 20;

/// A table: its columns by name, its fields as text.
#[derive(Debug)]
pub(super) struct Table {
    names: Vec<String>,
    rows: Vec<csv::StringRecord>,
}

impl Table {
    /// Reads a table at a path below a folder; a path that leads out of it is refused.
    pub(super) fn read(base: &Path, path: &str) -> Result<Self, Refusal> {
        let unreadable = |_| Refusal::table("it is not text in UTF-8");
        Self::of(&String::from_utf8(Self::bytes(base, path)?).map_err(unreadable)?)
    }

    /// The bytes of a file at a path below a folder; a path that leads out of it is refused.
    pub(super) fn bytes(base: &Path, path: &str) -> Result<Vec<u8>, Refusal> {
        let inside =
            Path::new(path).components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
        if !inside {
            return Err(Refusal::table("its path leads out of the folder"));
        }
        let base = if base.as_os_str().is_empty() { Path::new(".") } else { base };
        let missing = |_| Refusal::table("there is no such file");
        let folder = base.canonicalize().map_err(missing)?;
        // A link may lead anywhere.
        let file = folder.join(path).canonicalize().map_err(missing)?;
        if !file.starts_with(&folder) {
            return Err(Refusal::table("its path leads out of the folder"));
        }
        let mut bytes = Vec::new();
        File::open(file).map_err(missing)?.take(LONGEST).read_to_end(&mut bytes).map_err(missing)?;
        Ok(bytes)
    }

    /// A table of its text.
    pub(super) fn of(text: &str) -> Result<Self, Refusal> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut reader = csv::ReaderBuilder::new().from_reader(text.as_bytes());
        let malformed = |_| Refusal::table("a row has more or fewer fields than the first");
        let names = reader.headers().map_err(malformed)?.iter().map(str::to_owned).collect();
        Ok(Self { names, rows: reader.records().collect::<Result<_, _>>().map_err(malformed)? })
    }

    /// The names of the columns.
    pub(super) fn names(&self) -> &[String] {
        &self.names
    }

    /// The fields of a column, top down, without spaces around them; an empty one is missing.
    pub(super) fn column<'a>(
        &'a self,
        name: &str,
    ) -> Result<impl Iterator<Item = Option<&'a str>> + use<'a>, Refusal> {
        let at = self.names.iter().position(|known| known == name);
        let at = at.ok_or_else(|| Refusal::table(&format!("it has no column `{name}`")))?;
        let field =
            move |row: &'a csv::StringRecord| row.get(at).map(str::trim).filter(|field| !field.is_empty());
        Ok(self.rows.iter().map(field))
    }

    /// The decimals of a column; an empty field is missing.
    pub(super) fn numbers(&self, name: &str) -> Result<Vec<Option<Amount>>, Refusal> {
        let read = |field: Option<&str>| match field {
            None => Ok(None),
            Some(text) => number(text)
                .map(Some)
                .ok_or_else(|| Refusal::table(&format!("a field of `{name}` is no number"))),
        };
        self.column(name)?.map(read).collect()
    }
}

/// A decimal of a field; one with an exponent is the decimal that it stands for.
pub(super) fn number(text: &str) -> Option<Amount> {
    text.parse().ok().or_else(|| {
        let float: f64 = text.parse().ok()?;
        float.to_string().parse().ok()
    })
}

/// Whether a field is what a request names: the same text, or the same number.
pub(super) fn is_same(field: &str, named: &Value) -> bool {
    match named {
        Value::String(text) => field == text || number(field).is_some_and(|one| number(text) == Some(one)),
        Value::Number(_) => number(field).is_some_and(|one| super::input::amount(named) == Some(one)),
        Value::Bool(truth) => field.eq_ignore_ascii_case(if *truth { "true" } else { "false" }),
        _ => false,
    }
}

//! Floor 0: JSON as the product reads and writes it, with faults that name the field and never quote the document.

mod canonical;
mod decode;
mod indent;
mod misfit;
mod path;
mod stream;
mod tree;

pub(crate) use canonical::{canonical, canonical_text, canonical_value};
pub use decode::Decode;
pub(crate) use decode::{
    Aside, Field, Kept, Shape, Source, Tagged, Take, TakeEntry, TakeField, TakeText, list_or_null, parsed,
    put, put_with, settled,
};
pub(crate) use indent::indented;
pub(crate) use misfit::{Misfit, Why};
pub(crate) use stream::{decode_from, from_text, read_text};
pub(crate) use tree::{At, Tree};

use serde_json::error::Category;

/// Why JSON could not be read. Nothing of the document is quoted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault {
    /// Which field: names and indexes from the outermost down, `/tasks/0/title`; nothing when the text is not JSON.
    pub(crate) path: Option<String>,
    /// Line, from 1.
    pub(crate) line: u32,
    /// Column in bytes, from 1.
    pub(crate) column: u32,
    /// What is wrong.
    pub(crate) detail: String,
}

/// Reads a value from JSON. A byte order mark is tolerated.
pub(crate) fn read<T: Decode>(json: &[u8]) -> Result<T, Fault> {
    read_str(text(json)?)
}

/// The same from text without a byte order mark.
pub(crate) fn read_str<T: Decode>(json: &str) -> Result<T, Fault> {
    let mut slot = None;
    read_into(json, &mut |source| put(&mut slot, source))?;
    slot.ok_or_else(lost)
}

/// Of a reader that gave nothing and no error, which there is none of.
fn lost() -> Fault {
    Fault { path: None, line: 1, column: 1, detail: NO_JSON.into() }
}

/// Reads a value from JSON into where its reader puts it: the part of reading that is the same for all types.
#[inline(never)]
fn read_into(json: &str, take: &mut TakeAny<'_>) -> Result<(), Fault> {
    read_text(json, &mut |source| take(source)).map_err(|error| fault_at_its_field(json, &error, take))
}

/// Takes a value of any source.
type TakeAny<'t> = dyn for<'de> FnMut(&mut dyn Source<'de>) -> Result<(), Misfit> + 't;

/// The longest text of which a tree is made to find a fault: one takes many times the memory of its text.
const LONGEST_TREE: usize = 1 << 24;

/// An error with the field it is of. The reader of text has gone on to the end of an object before it is looked at by a
/// field of it, or by the kind that stands behind it, and calls a number in the place of a word no JSON. Read again as a
/// tree, which nobody waits for but whoever made the mistake, every value is told by its own name.
fn fault_at_its_field(json: &str, error: &serde_json::Error, take: &mut TakeAny<'_>) -> Fault {
    let first = fault(json, error);
    if json.len() > LONGEST_TREE {
        return first;
    }
    let misfit = match serde_json::from_str::<Tree>(json) {
        Err(error) if is_half_a_letter(&error.to_string()) => return fault(json, &error),
        Err(_) => return first,
        Ok(tree) => match take(&mut At(&tree)) {
            Err(misfit) => misfit,
            Ok(()) => return first,
        },
    };
    let path = misfit.path();
    if first.path.as_deref() == Some(path) {
        return first;
    }
    let place = path::place_of(json.as_bytes(), path).map(|(line, column)| (number(line), number(column)));
    let (line, column) = place.unwrap_or((1, 1));
    Fault { path: Some(path.into()), line, column, detail: data_detail(&misfit.to_string()) }
}

/// The same of a value that serde reads.
pub(crate) fn read_by_serde<T: serde::de::DeserializeOwned>(json: &[u8]) -> Result<T, Fault> {
    let json = text(json)?;
    serde_json::from_str(json).map_err(|error| fault(json, &error))
}

/// The text of JSON, without a byte order mark. Everything is read from text, never from bytes: the journal is, and so
/// the compiler makes one reader and not two.
pub(crate) fn text(json: &[u8]) -> Result<&str, Fault> {
    let json = json.strip_prefix(b"\xef\xbb\xbf").unwrap_or(json);
    std::str::from_utf8(json).map_err(|error| {
        let before = json.get(..error.valid_up_to()).unwrap_or_default();
        let mut lines = before.rsplit(|byte| *byte == b'\n');
        let last_line = lines.next().unwrap_or_default();
        let line = lines.count().saturating_add(1);
        let column = last_line.len().saturating_add(1);
        Fault { path: None, line: number(line), column: number(column), detail: NO_JSON.into() }
    })
}

/// What is said of a character, or of bytes that are none, where JSON has none.
const NO_JSON: &str = "a character stands where JSON has none";

/// What is said of a text with one half of a letter that is written as two, which JSON allows and no text is.
const HALF_A_LETTER: &str = "a text holds half a letter";

fn is_half_a_letter(said: &str) -> bool {
    said.starts_with("lone leading surrogate") || said.starts_with("unexpected end of hex escape")
}

fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// An error of the JSON reader with its place, without the words it quotes.
pub(crate) fn fault(json: &str, error: &serde_json::Error) -> Fault {
    let (line, column) = (error.line(), error.column());
    let detail = detail(error);
    let is_of_a_field = error.classify() == Category::Data || detail == HALF_A_LETTER;
    let path = is_of_a_field.then(|| path::path_at(json.as_bytes(), line, column));
    Fault { path, line: number(line), column: number(column), detail }
}

/// What is wrong, in words of the format and not of the document.
fn detail(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let said = parted_at_last(&text, " at line ").map_or(text.as_str(), |(said, _)| said);
    match error.classify() {
        Category::Eof => "it ends too early".into(),
        Category::Syntax if said.starts_with("recursion limit") => "it is nested too deeply".into(),
        Category::Syntax if is_half_a_letter(said) => HALF_A_LETTER.into(),
        Category::Syntax | Category::Io => NO_JSON.into(),
        Category::Data => data_detail(said),
    }
}

/// What stands before the last place of some words, and behind it. The general search from the end would be compiled for this alone.
fn parted_at_last<'t>(text: &'t str, words: &str) -> Option<(&'t str, &'t str)> {
    let place = text.as_bytes().windows(words.len()).rposition(|part| part == words.as_bytes())?;
    let (before, rest) = text.split_at_checked(place)?;
    Some((before, rest.get(words.len()..)?))
}

/// What is wrong with a field. The reader's message quotes what it found before what it expected: only the latter, and
/// names of fields that the format itself has, are said.
fn data_detail(said: &str) -> String {
    if is_half_a_letter(said) {
        return HALF_A_LETTER.into();
    }
    if said.starts_with("unknown field") {
        return "unknown field".into();
    }
    if said.starts_with("missing field") || said.starts_with("duplicate field") {
        return said.into();
    }
    match parted_at_last(said, ", expected ") {
        Some((_, expected)) => format!("expected {expected}"),
        None if said.contains(['`', '"']) => "a value that the format does not know".into(),
        None => said.into(),
    }
}

/// Makes serde's `Deserialize` of a type that is read by hand.
macro_rules! deserialize_by_decode {
    ($kind:ty) => {
        impl<'de> serde::Deserialize<'de> for $kind {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                crate::json::decode_from(deserializer)
            }
        }
    };
}

pub(crate) use deserialize_by_decode;

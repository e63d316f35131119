//! Why JSON does not fit a type.

use std::borrow::Cow;
use std::fmt::{self, Display};

use super::path::said_name;

/// Why JSON does not fit a type. What is said quotes nothing of the document.
pub struct Misfit(Box<Inner>);

struct Inner {
    why: Why,
    said: Cow<'static, str>,
    field: Option<String>,
    /// The way to the value at fault within a tree: `/body/line`.
    path: String,
}

/// What is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Why {
    /// A value of another kind.
    Kind,
    /// A number out of range.
    Range,
    /// A word that is not known.
    Word,
    /// A field that is not known.
    UnknownField,
    /// A field that is missing.
    MissingField,
    /// A field that stands twice.
    RepeatedField,
    /// A text that is not what it should be.
    Value,
    /// What the reader of the text itself complained of, which it keeps.
    Kept,
}

impl Misfit {
    fn new(why: Why, said: impl Into<Cow<'static, str>>) -> Self {
        Self(Box::new(Inner { why, said: said.into(), field: None, path: String::new() }))
    }

    /// A value of another kind.
    pub(crate) fn kind(expected: &str) -> Self {
        Self::new(Why::Kind, format!("invalid type, expected {expected}"))
    }

    /// A number out of range.
    pub(crate) fn range(expected: &str) -> Self {
        Self::new(Why::Range, format!("invalid value, expected {expected}"))
    }

    /// None of the words that are known.
    pub(crate) fn unknown_word(words: &[&str]) -> Self {
        if words.is_empty() {
            return Self::new(Why::Word, "a value that the format does not know");
        }
        Self::new(Why::Word, format!("unknown variant, expected {}", listed(words)))
    }

    /// No word at all where one of these stands.
    pub(super) fn no_word(words: &[&str]) -> Self {
        Self::kind(&listed(words))
    }

    /// A field that is not known.
    pub(crate) fn unknown_field(name: &str) -> Self {
        Self::new(Why::UnknownField, "unknown field").at(presentable(name)).below(name)
    }

    /// A field that is missing.
    pub(crate) fn missing_field(name: &str) -> Self {
        Self::new(Why::MissingField, format!("missing field `{name}`")).at(name)
    }

    /// A field that stands twice.
    pub(crate) fn repeated_field(name: &str) -> Self {
        Self::new(Why::RepeatedField, format!("duplicate field `{name}`")).at(name).below(name)
    }

    /// A text that is not what it should be, by what its reader says.
    pub(crate) fn value(complaint: &dyn Display) -> Self {
        Self::new(Why::Value, complaint.to_string())
    }

    /// What the reader of the text keeps itself.
    pub(super) fn kept() -> Self {
        Self::new(Why::Kept, "not JSON")
    }

    /// A value that was read twice or not at all, which no reading does.
    pub(crate) fn lost() -> Self {
        Self::new(Why::Value, "no value")
    }

    fn at(mut self, name: &str) -> Self {
        self.0.field = Some(name.into());
        self
    }

    /// The same, told from the object that holds the field.
    pub(crate) fn within(mut self, field: &str) -> Self {
        self.0.field = Some(match self.0.field {
            Some(inner) => format!("{field}.{inner}"),
            None => field.into(),
        });
        self.below(field)
    }

    /// The same, told from the list that holds the item.
    pub(super) fn within_item(mut self, at: usize) -> Self {
        self.0.path = format!("/{at}{}", self.0.path);
        self
    }

    fn below(mut self, name: &str) -> Self {
        if !name.is_empty() {
            self.0.path = format!("/{}{}", said_name(name.as_bytes()), self.0.path);
        }
        self
    }

    pub(crate) fn why(&self) -> Why {
        self.0.why
    }

    /// The way to the fault, where a tree was read, as [`super::path::path_at`] tells it.
    pub(super) fn path(&self) -> &str {
        if self.0.path.is_empty() { "/" } else { &self.0.path }
    }

    /// Names of the fields on the way to the fault, joined by points, where a tree was read.
    pub(crate) fn field(&self) -> Option<&str> {
        self.0.field.as_deref()
    }
}

/// Words among which one stands.
fn listed(words: &[&str]) -> String {
    let names: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    match names.as_slice() {
        [only] => only.clone(),
        [one, other] => format!("{one} or {other}"),
        all => format!("one of {}", all.join(", ")),
    }
}

/// The name of a field that people may see. A name that is none of ours may be anybody's words, even a person's name:
/// only what looks like a name in a program is repeated.
fn presentable(field: &str) -> &str {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
    if !field.is_empty() && field.len() <= 40 && field.chars().all(plain) { field } else { "…" }
}

impl Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.said)
    }
}

impl fmt::Debug for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Misfit({:?}, {})", self.0.why, self.0.said)
    }
}

impl std::error::Error for Misfit {}

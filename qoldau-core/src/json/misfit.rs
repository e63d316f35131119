//! Why JSON does not fit a type.

use std::borrow::Cow;
use std::fmt::{self, Display};

/// Why JSON does not fit a type. What is said quotes nothing of the document.
pub struct Misfit(Box<Inner>);

struct Inner {
    why: Why,
    said: Cow<'static, str>,
    field: Option<String>,
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
        Self(Box::new(Inner { why, said: said.into(), field: None }))
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
        let names: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
        let said = match names.as_slice() {
            [] => "a value that the format does not know".into(),
            [only] => format!("unknown variant, expected {only}"),
            [one, other] => format!("unknown variant, expected {one} or {other}"),
            all => format!("unknown variant, expected one of {}", all.join(", ")),
        };
        Self::new(Why::Word, said)
    }

    /// A field that is not known.
    pub(crate) fn unknown_field(name: &str) -> Self {
        Self::new(Why::UnknownField, "unknown field").at(presentable(name))
    }

    /// A field that is missing.
    pub(crate) fn missing_field(name: &str) -> Self {
        Self::new(Why::MissingField, format!("missing field `{name}`")).at(name)
    }

    /// A field that stands twice.
    pub(crate) fn repeated_field(name: &str) -> Self {
        Self::new(Why::RepeatedField, format!("duplicate field `{name}`")).at(name)
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
    pub(super) fn within(mut self, field: &str) -> Self {
        self.0.field = Some(match self.0.field {
            Some(inner) => format!("{field}.{inner}"),
            None => field.into(),
        });
        self
    }

    pub(crate) fn why(&self) -> Why {
        self.0.why
    }

    /// Names of the fields on the way to the fault, joined by points, where a tree was read.
    pub(crate) fn field(&self) -> Option<&str> {
        self.0.field.as_deref()
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

//! Ids.

use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};

use crate::json::{Decode, Misfit, Source, deserialize_by_decode, parsed};

use super::text::numbered;

/// The id of a line, an event, an entry …: 1 to 128 bytes of text without control characters.
///
/// Ids are given once and never renumbered or reused; the number that is printed is a field of its own.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify), tsify(type = "string & { readonly __brand?: \"Id\" }"))]
pub struct Id(Box<str>);

/// Bytes of an id at most.
const LONGEST: usize = 128;

/// Why a text is not an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an id is 1 to 128 bytes of text without control characters")]
pub struct IdError;

impl Id {
    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The id of something within this one, by its number: «t2», "-" and 10 make «t2-10».
    ///
    /// # Errors
    /// [`IdError`] where the two together are too long for an id.
    pub(crate) fn within(&self, joint: &str, number: u32) -> Result<Self, IdError> {
        // Of what fits only the length can be wrong: an id, a sign and digits have no control character.
        let text = numbered(&self.0, joint, number);
        if text.len() <= LONGEST { Ok(Self(text.into())) } else { Err(IdError) }
    }

    /// Whether the text can be an id.
    fn fits(text: &str) -> bool {
        let control = if text.is_ascii() {
            text.bytes().any(|byte| byte.is_ascii_control())
        } else {
            text.chars().any(char::is_control)
        };
        (1..=LONGEST).contains(&text.len()) && !control
    }
}

impl FromStr for Id {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        if Self::fits(text) { Ok(Self(text.into())) } else { Err(IdError) }
    }
}

impl std::borrow::Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl Decode for Id {
    fn decode(source: &mut dyn Source<'_>) -> Result<Self, Misfit> {
        parsed(source, "an id")
    }
}

deserialize_by_decode!(Id);

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Id {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Id".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "minLength": 1, "maxLength": 128, "description": "An id, given once and never reused." })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_short_printable_text() {
        assert_eq!("t2-10".parse::<Id>().unwrap().as_str(), "t2-10");
        for bad in ["", "a\nb", "a\u{0}", "ә\u{85}", "a\u{7f}", &"x".repeat(129)] {
            assert_eq!(bad.parse::<Id>(), Err(IdError));
        }
    }

    #[test]
    fn ids_within_others_are_numbered() {
        let task: Id = "t2".parse().unwrap();
        for number in [0, 1, 9, 10, 99, 100, u32::MAX] {
            assert_eq!(task.within("-", number), format!("t2-{number}").parse());
        }
        let long: Id = "x".repeat(126).parse().unwrap();
        assert!(long.within(".", 1).is_ok());
        assert_eq!(long.within(".", 10), Err(IdError));
    }
}

//! Names for matching: one form for Kazakh and Russian Cyrillic, the Kazakh Latin alphabets and Russian transliteration.
//!
//! What people typed is what is shown; the forms of this module are never shown. Diminutives (Саша, Айка) are out of its
//! scope: a name and its diminutive are two names here.

mod distance;
mod letters;
mod parts;
mod titles;
mod words;

pub(crate) use distance::distance;
pub(crate) use letters::{are_one_name, fold_word, without_short_i};
pub(crate) use parts::{NameParts, Part, parts_of};
pub(crate) use words::Ending;

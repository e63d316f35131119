//! Mirrors of the types of `qoldau_core::language`. Written by `bindings-mobile/mirror`; do not edit:
//! `QOLDAU_UPDATE=1 cargo test -p qoldau-mirror`

use qoldau_core::language::Language;

/// A language the product speaks.
#[uniffi::remote(Enum)]
pub enum Language {
    /// Kazakh in Cyrillic letters.
    Kazakh,
    /// Russian.
    Russian,
    /// English.
    English,
}

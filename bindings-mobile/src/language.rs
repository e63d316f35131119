//! Numbers, dates and the order of words in the three languages.

use std::cmp::Ordering;

use qoldau_core::language::{self, Language, collate};
use qoldau_core::plan::quantity_of;
use qoldau_core::value::{Amount, IsoDate};

use crate::QoldauError;

/// An amount as people write it: `3 400,5` or `3,400.5`.
#[uniffi::export]
pub fn format_amount(amount: Amount, language: Language) -> Result<String, QoldauError> {
    Ok(language::format_amount(amount, language))
}

/// A date as people write it.
#[uniffi::export]
pub fn format_date(date: IsoDate, language: Language) -> Result<String, QoldauError> {
    Ok(language::format_date(date, language))
}

/// A number of something: `2 photos`. `unit` is the code of a unit, or a word of a text; one that names no unit is said as it stands.
#[uniffi::export]
pub fn quantity(amount: Amount, unit: &str, language: Language) -> Result<String, QoldauError> {
    Ok(quantity_of(amount, unit, language))
}

/// The order of two texts in a language's alphabet: -1 when the left stands first, 0, or 1.
#[uniffi::export]
pub fn compare_text(left: &str, right: &str, language: Language) -> Result<i32, QoldauError> {
    Ok(match collate::compare(left, right, language) {
        Ordering::Less => -1,
        Ordering::Equal => 0,
        Ordering::Greater => 1,
    })
}

/// The version of the product.
#[uniffi::export]
pub fn version() -> Result<String, QoldauError> {
    Ok(env!("CARGO_PKG_VERSION").into())
}

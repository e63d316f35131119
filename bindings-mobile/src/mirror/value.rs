//! Mirrors of the types of `qoldau_core::value`. Written by `bindings-mobile/mirror`; do not edit:
//! `QOLDAU_UPDATE=1 cargo test -p qoldau-mirror`

use qoldau_core::value::Amount;
use qoldau_core::value::DateRange;
use qoldau_core::value::IsoDate;
use qoldau_core::value::Share;

/// Days from `start` to `end`, both included.
#[uniffi::remote(Record)]
pub struct DateRange {
    /// First day.
    pub start: IsoDate,
    /// Last day, included.
    pub end: IsoDate,
}

/// A ratio kept as numerator and denominator: 120 satisfied of 150 asked.
///
/// Percents are never averaged; shares of one indicator roll up as Σ numerators / Σ denominators.
#[uniffi::remote(Record)]
pub struct Share {
    /// How many of the denominator: 0 or more.
    pub numerator: Amount,
    /// Of how many: 0 or more; a share of 0 is not computable.
    pub denominator: Amount,
}

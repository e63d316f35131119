//! Mirrors of the types of `qoldau_core::people::pseudonym`. Written by `bindings-mobile/mirror`; do not edit:
//! `QOLDAU_UPDATE=1 cargo test -p qoldau-mirror`

use qoldau_core::people::pseudonym::PseudonymChange;
use qoldau_core::value::Id;

/// An id or a pseudonym, and what stands in its place.
#[uniffi::remote(Record)]
pub struct PseudonymChange {
    /// What stood there.
    pub from: Id,
    /// What stands there now.
    pub to: Id,
}

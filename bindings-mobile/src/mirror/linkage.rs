//! Mirrors of the types of `qoldau_core::people::linkage`. Written by `bindings-mobile/mirror`; do not edit:
//! `QOLDAU_UPDATE=1 cargo test -p qoldau-mirror`

use qoldau_core::people::linkage::LinkageBits;
use qoldau_core::people::linkage::LinkageKey;
use qoldau_core::people::linkage::LinkedPair;
use qoldau_core::value::Id;

/// The linkage key of a row.
#[uniffi::remote(Record)]
pub struct LinkageKey {
    /// Id of the row: of its own, or a pseudonym.
    pub row: Id,
    /// The bits.
    pub bits: LinkageBits,
}

/// Two rows of two lists that are probably one person.
#[uniffi::remote(Record)]
pub struct LinkedPair {
    /// The row of the first list.
    pub one: Id,
    /// The row of the second.
    pub other: Id,
    /// How alike the keys are, 0 to 1: twice the bits both have by the bits of each (Dice 1945).
    pub likeness: f64,
}

//! Mirrors of the types of `qoldau_core::whole`. Written by `bindings-mobile/mirror`; do not edit:
//! `QOLDAU_UPDATE=1 cargo test -p qoldau-mirror`

use qoldau_core::finding::Finding;
use qoldau_core::journal::SignedHead;
use qoldau_core::whole::WrittenHead;

/// A new head.
#[uniffi::remote(Record)]
pub struct WrittenHead {
    /// The head, to be kept or handed over.
    pub head: SignedHead,
    /// What of the journal could not be read: where that was an entry of the device, the head vouches for the entries before it alone.
    pub findings: Vec<Finding>,
}

//! Mirrors of the types of `qoldau_core::whole::registry`. Written by `bindings-mobile/mirror`; do not edit:
//! `QOLDAU_UPDATE=1 cargo test -p qoldau-mirror`

use qoldau_core::value::Id;
use qoldau_core::value::PersonalText;
use qoldau_core::whole::registry::HostKey;

/// A key of the host, by which people are told apart without being named. It prints silently, and nothing of the product writes it.
#[uniffi::remote(Record)]
pub struct HostKey {
    /// Its id, which is told with every pseudonym: 64 bytes at most.
    pub id: Id,
    /// The secret as hexadecimal digits: 32 at least, which are 16 bytes; 64 from the host's random source are good. It is kept where the host keeps
    /// secrets, and not beside the data.
    pub secret: PersonalText,
}

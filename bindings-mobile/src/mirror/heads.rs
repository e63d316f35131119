//! Mirrors of the types of `qoldau_core::journal`. Written by `bindings-mobile/mirror`; do not edit:
//! `QOLDAU_UPDATE=1 cargo test -p qoldau-mirror`

use qoldau_core::journal::DeviceKey;
use qoldau_core::journal::SignedHead;
use qoldau_core::value::Id;

/// The end of a device's chain, signed by the device.
///
/// Each link binds all that goes before it. Who keeps a head, as the receiver of a bundle or the operator does, can show
/// later whether entries up to it were dropped or altered, by whomever: the device's owner too.
#[uniffi::remote(Record)]
pub struct SignedHead {
    /// Name and version of this form.
    pub format: String,
    /// The plan the journal belongs to, where it says so.
    #[uniffi(default = None)]
    pub plan: Option<Id>,
    /// The device.
    pub device: Box<str>,
    /// Number of its last entry.
    pub seq: u32,
    /// Link to that entry, as the one after it would bear it.
    pub link: Box<str>,
    /// Ed25519 signature (RFC 8032) over the format, a line feed, and the canonical JSON of plan, device, number and
    /// link; lower-case hexadecimal.
    pub signature: String,
}

/// The public key of a device, as its owner gave it to the host.
#[uniffi::remote(Record)]
pub struct DeviceKey {
    /// The device.
    pub device: Box<str>,
    /// Its Ed25519 public key, lower-case hexadecimal.
    pub key: String,
}

//! Signed heads: what a device vouches for, so that entries cut off at the end of its chain show.

use qoldau_core::failure::Failure;
use qoldau_core::finding::Finding;
use qoldau_core::journal::{self, DeviceKey, SignedHead};
use qoldau_core::whole::{self, WrittenHead};

use crate::QoldauError;

/// The public key that belongs to a secret one: 32 random bytes of the system's own source, which the host keeps where the
/// system keeps keys. Error: `INP001` for a secret of another length.
#[uniffi::export]
pub fn device_key(device: String, secret: Vec<u8>) -> Result<DeviceKey, QoldauError> {
    Ok(journal::key_of(&device, &secret_of(secret)?))
}

/// Signs the end of a device's chain with the device's secret key. Of the journal the header and the device's last entry,
/// a line each, are enough. Who keeps the head can show later whether entries up to it were dropped or altered. What of the
/// journal cannot be read is told: where that was an entry of the device, the head vouches for those before it alone.
///
/// Errors: `INP001` for a secret of another length, `JRN006` where the journal holds no entry of the device, `FCT001` to `FCT003`
/// and `JRN001` for what is no journal.
#[uniffi::export]
pub fn sign_head(journal: Vec<u8>, device: String, secret: Vec<u8>) -> Result<WrittenHead, QoldauError> {
    Ok(whole::sign_head_of(&journal, &device, &secret_of(secret)?)?)
}

/// Holds signed heads against a journal and the keys that the host knows of its devices: `JRN108` to `JRN111` are findings
/// for heads that the device did not sign, for entries up to a head that are missing or others, and for devices whose key
/// is not known. A head proves nothing by a key that came along with it. One without a finding vouches for the entry of its
/// number, which the unvouched of `verify_journal` may name.
///
/// Errors: `FCT001` to `FCT003` and `JRN001` for what is no journal.
#[uniffi::export]
pub fn verify_heads(
    journal: Vec<u8>,
    heads: Vec<SignedHead>,
    keys: Vec<DeviceKey>,
) -> Result<Vec<Finding>, QoldauError> {
    Ok(whole::verify_heads_of(&journal, &heads, &keys)?)
}

fn secret_of(secret: Vec<u8>) -> Result<[u8; 32], Failure> {
    secret.try_into().map_err(|_| Failure::of_input(Some("/secret".to_owned()), "a secret key has 32 bytes"))
}

//! Signed heads of a journal as a file.

use serde::Serialize;

use crate::facts::FactsLimits;
use crate::finding::Finding;
use crate::journal::{self, DeviceKey, JournalError, JournalRead, SignedHead, read_journal};

/// A new head.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct WrittenHead {
    /// The head, to be kept or handed over.
    pub head: SignedHead,
    /// What of the journal could not be read: where that was an entry of the device, the head vouches for the entries before it alone.
    pub findings: Vec<Finding>,
}

/// Signs the end of a device's chain in a journal's file. The header and the device's last entry, a line each, are enough.
///
/// # Errors
/// [`JournalError`] when it cannot be read as a journal, or holds no entry of the device (`JRN006`).
pub fn sign_head_of(journal: &[u8], device: &str, secret: &[u8; 32]) -> Result<WrittenHead, JournalError> {
    let JournalRead { journal, findings } = read_journal(journal, &FactsLimits::default())?;
    Ok(WrittenHead { head: journal::sign_head(&journal, device, secret)?, findings })
}

/// Holds signed heads against the file of a journal and the keys that the host knows of its devices, as
/// [`journal::verify_heads`] does; what of the file could not be read stands first.
///
/// # Errors
/// [`JournalError`] when it cannot be read as a journal.
pub fn verify_heads_of(
    journal: &[u8],
    heads: &[SignedHead],
    keys: &[DeviceKey],
) -> Result<Vec<Finding>, JournalError> {
    let JournalRead { journal, findings } = read_journal(journal, &FactsLimits::default())?;
    Ok([findings, journal::verify_heads(&journal, heads, keys)].concat())
}

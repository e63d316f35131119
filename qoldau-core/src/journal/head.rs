//! Signed heads: what a device vouches for, so that entries cut off at the end of its chain show.

use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use qoldau_derive::Decode;
use serde::Serialize;

use super::rules::{HEAD_CUT_OFF, HEAD_FORGED, HEAD_OTHER, HEAD_OVER_UNSEALED, HEAD_UNKNOWN};
use super::{Envelope, Journal, JournalError, Verification, link_of};
use crate::finding::{Finding, Param, Place, RuleInfo};
use crate::json;
use crate::value::Id;
use crate::value::hex::{from_hex, to_hex};

/// Name and version of the wire form, and what every signed text begins with, so that a signature means nothing else.
pub const HEAD_FORMAT: &str = "qoldau-head/1.0";

/// The end of a device's chain, signed by the device.
///
/// Each link binds all that goes before it. Who keeps a head, as the receiver of a bundle or the operator does, can show
/// later whether entries up to it were dropped or altered, by whomever: the device's owner too.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct SignedHead {
    /// Name and version of this form.
    pub format: String,
    /// The plan the journal belongs to, where it says so.
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct DeviceKey {
    /// The device.
    pub device: Box<str>,
    /// Its Ed25519 public key, lower-case hexadecimal.
    pub key: String,
}

/// What is signed. Fields stand in the order of RFC 8785.
#[derive(Serialize)]
struct Signed<'a> {
    device: &'a str,
    link: &'a str,
    plan: Option<&'a Id>,
    seq: u32,
}

impl Signed<'_> {
    fn text(&self) -> String {
        // Text, an id and a number are always JSON.
        let json = json::canonical(self).unwrap_or_default();
        format!("{HEAD_FORMAT}\n{json}")
    }
}

/// The public key that belongs to a secret one: 32 random bytes of the system's own source, which the host keeps.
#[must_use]
pub fn key_of(device: &str, secret: &[u8; 32]) -> DeviceKey {
    let key = SigningKey::from_bytes(secret).verifying_key();
    DeviceKey { device: device.into(), key: to_hex(key.as_bytes()) }
}

/// Signs the end of a device's chain with the device's secret key.
///
/// # Errors
/// The journal holds no entry of the device ([`JournalError::NoChain`], `JRN006`), or one without a seal, which a head
/// cannot vouch for ([`JournalError::NotSealed`], `JRN009`).
pub fn sign_head(journal: &Journal, device: &str, secret: &[u8; 32]) -> Result<SignedHead, JournalError> {
    let (seq, link) =
        journal.last_of(device).ok_or_else(|| JournalError::NoChain { device: device.into() })?;
    if let Some(unsealed) = unsealed(journal, device, seq) {
        return Err(JournalError::NotSealed { device: device.into(), id: unsealed.id.clone() });
    }
    let signed = Signed { device, link, plan: journal.plan(), seq };
    let signature = SigningKey::from_bytes(secret).sign(signed.text().as_bytes());
    Ok(SignedHead {
        format: HEAD_FORMAT.into(),
        plan: journal.plan().cloned(),
        device: device.into(),
        seq,
        link: link.into(),
        signature: to_hex(&signature.to_bytes()),
    })
}

/// Holds signed heads against a journal and the keys that the host knows of its devices: heads that the device did not
/// sign (`JRN108`), entries up to a head that are missing (`JRN109`), a head that is linked to another entry than the one
/// in the journal (`JRN110`), heads of devices whose key is not known (`JRN111`), and heads over an entry without a seal,
/// of which they bind nothing that it says (`JRN115`). [`crate::journal::verify`] says of the entries before a head whether
/// they are whole.
#[must_use]
pub fn verify_heads(journal: &Journal, heads: &[SignedHead], keys: &[DeviceKey]) -> Vec<Finding> {
    let fault = |head: &SignedHead| match fault_of(journal, head, keys) {
        Some(rule) => Some(finding(rule, head)),
        None => unsealed(journal, &head.device, head.seq).map(|entry| over_unsealed(head, entry)),
    };
    heads.iter().filter_map(fault).collect()
}

/// The first entry of a device up to a number that bears no seal.
fn unsealed<'a>(journal: &'a Journal, device: &str, seq: u32) -> Option<&'a Envelope> {
    let of_device = |entry: &&Envelope| entry.device.as_deref() == Some(device);
    let numbered = journal.entries().iter().filter(of_device).filter_map(|entry| Some((entry.seq?, entry)));
    let before = numbered.filter(|(number, entry)| *number <= seq && entry.seal.is_none());
    before.min_by_key(|(number, _)| *number).map(|(_, entry)| entry)
}

fn over_unsealed(head: &SignedHead, entry: &Envelope) -> Finding {
    let place = Place::Line { line: 0, entry: Some(entry.id.clone()) };
    let finding = Finding::new(&HEAD_OVER_UNSEALED, place).param(Param::id("entry", &entry.id));
    let finding = finding.param(Param::text("device", &head.device));
    finding.param(Param::number("seq", &entry.seq.unwrap_or_default().to_string()))
}

/// Takes out of what nothing vouches for ([`crate::journal::DeviceChain::unvouched`]) the entries that signed heads without a fault are of.
pub fn vouch(verified: &mut Verification, journal: &Journal, heads: &[SignedHead], keys: &[DeviceKey]) {
    for head in heads.iter().filter(|head| fault_of(journal, head, keys).is_none()) {
        let signed = |id: &Id| journal.of_id(id).iter().any(|entry| link_of(entry) == head.link);
        for chain in verified.devices.iter_mut().filter(|chain| chain.device == head.device) {
            chain.unvouched.retain(|id| !signed(id));
        }
    }
}

/// What is wrong with a head.
fn fault_of(journal: &Journal, head: &SignedHead, keys: &[DeviceKey]) -> Option<&'static RuleInfo> {
    let Some(key) = keys.iter().find(|key| key.device == head.device) else { return Some(&HEAD_UNKNOWN) };
    if !is_signed(head, &key.key) || (head.plan.is_some() && journal.plan() != head.plan.as_ref()) {
        return Some(&HEAD_FORGED);
    }
    let bears =
        |entry: &&Envelope| entry.device.as_ref() == Some(&head.device) && entry.seq == Some(head.seq);
    let mut entries = journal.entries().iter().filter(bears).peekable();
    if entries.peek().is_none() {
        return Some(&HEAD_CUT_OFF);
    }
    let fits = entries.any(|entry| link_of(entry) == head.link);
    (!fits).then_some(&HEAD_OTHER)
}

/// Whether a head bears the signature of a key. Keys and signatures of a form that admits several for one text are refused.
fn is_signed(head: &SignedHead, key: &str) -> bool {
    let key = from_hex(key).and_then(|bytes| VerifyingKey::from_bytes(&bytes.try_into().ok()?).ok());
    let signature = from_hex(&head.signature).and_then(|bytes| Signature::from_slice(&bytes).ok());
    let (Some(key), Some(signature)) = (key, signature) else { return false };
    let SignedHead { plan, device, seq, link, .. } = head;
    let signed = Signed { device, link, plan: plan.as_ref(), seq: *seq };
    head.format == HEAD_FORMAT && key.verify_strict(signed.text().as_bytes(), &signature).is_ok()
}

fn finding(rule: &'static RuleInfo, head: &SignedHead) -> Finding {
    let finding = Finding::new(rule, Place::Whole {}).param(Param::text("device", &head.device));
    finding.param(Param::number("seq", &head.seq.to_string()))
}

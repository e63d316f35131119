//! Records a new entry: gives it its place in the chain of its device.

use qoldau_derive::Decode;
use serde::Serialize;

use super::clock::clock_of_next;
use super::{Envelope, Journal, JournalError, seal_of};
use crate::facts::{FactsLimits, RawBody, read_facts};
use crate::finding::{ParamValue, Severity};
use crate::json::{self, list_or_null};
use crate::value::{Id, IsoDate};

/// What a person has to say, before it is stamped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Draft {
    /// Id of the entry: a new `UUIDv7` as text.
    pub id: Id,
    /// Civil date of the fact.
    pub on: IsoDate,
    /// Who records it: an id, not a name.
    pub author: Box<str>,
    /// What kind of thing it says.
    pub kind: Box<str>,
    /// What it says: a JSON object without a salt.
    pub body: RawBody,
    /// Ids of the entries it replaces.
    #[serde(default)]
    #[decode(with = list_or_null)]
    pub replaces: Vec<Id>,
}

/// What a host knows that this library may not find out by itself.
#[derive(Debug, Clone, PartialEq, Eq, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Stamp {
    /// The device: an id that no other device bears.
    pub device: Box<str>,
    /// The time in UTC: `2024-06-14T09:30:00.000Z`.
    pub now: Box<str>,
    /// Random text of 16 to 128 characters, new for every entry.
    pub salt: Box<str>,
}

/// Makes the next entry of a device: numbered, timed, sealed and linked to the one before it. The journal takes it by
/// [`Journal::insert`] when the host has stored it.
///
/// Its clock is later than that of the device's last entry and than all others, but for those that are more than 31 days
/// ahead of the device's time: a phone whose year is wrong does not make all others wrong ([`crate::journal::verify`]
/// names it).
///
/// # Errors
/// An id that is taken (`JRN004`), a time that is no instant (`JRN002`), an unfit salt (`JRN003`), an entry that
/// could not count (`JRN005`, with the code of the finding), a device that has no later clock (`JRN007`) or no further
/// number (`JRN008`).
pub fn record(journal: &Journal, draft: Draft, stamp: &Stamp) -> Result<Envelope, JournalError> {
    let Draft { id, on, author, kind, body, replaces } = draft;
    if !journal.of_id(&id).is_empty() {
        return Err(JournalError::IdTaken { id });
    }
    let body = salted(&body, &stamp.salt)?;
    let (seq, prev) = match journal.last_of(&stamp.device) {
        Some((seq, link)) => {
            let next = seq.checked_add(1);
            let next = next.ok_or_else(|| JournalError::NoFurtherNumber { device: stamp.device.clone() })?;
            (next, Some(link.into()))
        }
        None => (1, None),
    };
    let entry = Envelope {
        id,
        on,
        author,
        kind,
        seal: seal_of(body.reveal()),
        body: Some(body),
        replaces,
        device: Some(stamp.device.clone()),
        seq: Some(seq),
        clock: Some(clock_of_next(journal, &stamp.device, &stamp.now)?),
        prev,
    };
    refuse_what_cannot_count(&entry)?;
    Ok(entry)
}

/// The body with its salt, as canonical JSON.
fn salted(body: &RawBody, salt: &str) -> Result<RawBody, JournalError> {
    if !(16..=128).contains(&salt.len()) || salt.chars().any(char::is_control) {
        return Err(JournalError::UnfitSalt);
    }
    let not_an_object = || JournalError::Refused { code: "FCT108".into(), field: Some("body".into()) };
    let mut body: serde_json::Value = serde_json::from_str(body.reveal()).map_err(|_| not_an_object())?;
    let fields = body.as_object_mut().ok_or_else(not_an_object)?;
    fields.insert("salt".into(), salt.into());
    Ok(RawBody::new(&json::canonical_value(&body).map_err(|_| not_an_object())?))
}

/// Reads the entry as everybody will, and gives the first error.
fn refuse_what_cannot_count(entry: &Envelope) -> Result<(), JournalError> {
    let read = read_facts(entry.to_line().as_bytes(), &FactsLimits::default())?;
    let Some(error) = read.findings.iter().find(|finding| finding.severity == Severity::Error) else {
        return Ok(());
    };
    let field = error.params.iter().find(|param| &*param.name == "field");
    let field = field.and_then(|param| match &param.value {
        ParamValue::Text { text } => Some(text.clone()),
        _ => None,
    });
    Err(JournalError::Refused { code: error.code.clone(), field })
}

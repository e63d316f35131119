//! Seals of bodies and links between entries.
//!
//! The seal of an entry binds its body; the link to it binds its envelope and seal, and lies in the next entry of the
//! device. So a body can be erased, and the chain of its device stays whole.

use qoldau_derive::Decode;
use serde::Serialize;
use serde_json::Value;

use super::Envelope;
use crate::json;
use crate::value::hex::sha256;

/// The seal of a body: SHA-256 of its salt followed by its canonical JSON (RFC 8785), which holds the salt too, as
/// lower-case hexadecimal. Nothing for a body without a salt, which would be guessed from its seal.
#[must_use]
pub fn seal_of(body: &str) -> Option<Box<str>> {
    #[derive(Decode)]
    struct Salted {
        salt: String,
    }
    let Salted { salt } = json::from_text(body).ok()?;
    // A body of a kind this version does not know lies as it was written; sealed it was in canonical form.
    Some(sha256(&[&salt, &json::canonical_text(body).ok()?]).into())
}

/// The body without its `null` fields, where that is what the seal binds and not the body as it stands.
pub(super) fn as_sealed(body: &str, seal: &str) -> Option<String> {
    if seal_of(body).as_deref() == Some(seal) {
        return None;
    }
    let mut value = serde_json::from_str(body).ok()?;
    drop_nulls(&mut value);
    let sealed = json::canonical_value(&value).ok()?;
    (seal_of(&sealed).as_deref() == Some(seal)).then_some(sealed)
}

fn drop_nulls(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.retain(|_, value| !value.is_null());
            fields.values_mut().for_each(drop_nulls);
        }
        Value::Array(values) => values.iter_mut().for_each(drop_nulls),
        _ => {}
    }
}

/// The link to an entry: SHA-256 of the canonical JSON of its envelope without the body, as lower-case hexadecimal.
#[must_use]
pub fn link_of(entry: &Envelope) -> Box<str> {
    /// The envelope without the body, in the order of RFC 8785.
    #[derive(Serialize)]
    struct Sealed<'a> {
        author: &'a str,
        clock: Option<&'a str>,
        device: Option<&'a str>,
        id: &'a str,
        kind: &'a str,
        on: crate::value::IsoDate,
        prev: Option<&'a str>,
        replaces: &'a [crate::value::Id],
        seal: Option<&'a str>,
        seq: Option<u32>,
    }
    let sealed = Sealed {
        author: &entry.author,
        clock: entry.clock.as_deref(),
        device: entry.device.as_deref(),
        id: entry.id.as_str(),
        kind: &entry.kind,
        on: entry.on,
        prev: entry.prev.as_deref(),
        replaces: &entry.replaces,
        seal: entry.seal.as_deref(),
        seq: entry.seq,
    };
    sha256(&[&serde_json::to_string(&sealed).unwrap_or_default()]).into()
}

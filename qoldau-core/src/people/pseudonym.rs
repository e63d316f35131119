//! Pseudonyms: ids that stand for people outside of the registry, made with a key of the host.
//!
//! HMAC-SHA-256 (RFC 2104), the first 128 bits of it, as hexadecimal digits behind the id of the key. Without the key nobody can tell
//! whom a pseudonym stands for, nor whether a person is among many; with it anybody can who has the ids. It is not anonymous data:
//! whoever has the key can link it.

use std::fmt;

use hmac::{Hmac, KeyInit, Mac};
use serde::Serialize;
use sha2::Sha256;

use crate::value::Id;
use crate::value::hex::to_hex;

/// The shortest key that is taken, in bytes.
pub const SHORTEST_KEY: usize = 16;
/// The longest id of a key, in bytes: with it a pseudonym is still an id.
pub const LONGEST_KEY_ID: usize = 64;

/// A key of the host with its id. The id is told with every pseudonym, the key never: it prints silently and is not written.
#[derive(Clone)]
pub struct PseudonymKey {
    id: Id,
    mac: Hmac<Sha256>,
}

impl fmt::Debug for PseudonymKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PseudonymKey({:?}, …)", self.id)
    }
}

/// Why a key is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PseudonymKeyError {
    /// It is shorter than [`SHORTEST_KEY`]; 32 random bytes are good.
    #[error("a key of pseudonyms has 16 bytes at least")]
    KeyTooShort,
    /// Its id is longer than [`LONGEST_KEY_ID`].
    #[error("the id of a key has 64 bytes at most")]
    KeyIdTooLong,
}

impl PseudonymKeyError {
    /// A stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::KeyTooShort => "PPE002",
            Self::KeyIdTooLong => "PPE003",
        }
    }
}

impl PseudonymKey {
    /// Takes a key. Its bytes come from the host's random source and are kept where the host keeps secrets: not beside the data.
    ///
    /// # Errors
    /// [`PseudonymKeyError`].
    pub fn new(id: &Id, secret: &[u8]) -> Result<Self, PseudonymKeyError> {
        if secret.len() < SHORTEST_KEY {
            return Err(PseudonymKeyError::KeyTooShort);
        }
        if id.as_str().len() > LONGEST_KEY_ID {
            return Err(PseudonymKeyError::KeyIdTooLong);
        }
        let mac = Hmac::new_from_slice(secret).map_err(|_| PseudonymKeyError::KeyTooShort)?;
        Ok(Self { id: id.clone(), mac })
    }

    /// Its id.
    #[must_use]
    pub const fn id(&self) -> &Id {
        &self.id
    }

    /// The code of a text, whose parts follow each other, for one purpose: codes of different purposes have nothing to do with each other.
    pub(super) fn code(&self, purpose: &[u8], text: &[&[u8]]) -> [u8; 32] {
        let mut mac = self.mac.clone();
        mac.update(purpose);
        mac.update(&[0]);
        for part in text {
            mac.update(part);
        }
        mac.finalize().into_bytes().into()
    }
}

/// The pseudonym of an id: the same for the same id and key.
#[must_use]
pub fn pseudonym_of(key: &PseudonymKey, person: &Id) -> Id {
    let code = key.code(b"qoldau pseudonym 1", &[person.as_str().as_bytes()]);
    let (first, _) = code.split_at(16);
    // The parts have no control character and are short enough: 64 bytes, a dot, 32 digits.
    format!("{}.{}", key.id, to_hex(first)).parse().unwrap_or_else(|_| key.id.clone())
}

/// An id or a pseudonym, and what stands in its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct PseudonymChange {
    /// What stood there.
    pub from: Id,
    /// What stands there now.
    pub to: Id,
}

/// From the pseudonyms of an old key to those of a new one, for the people of a registry: what was written under the old ones is brought over by
/// this table, after which the old key and the table are destroyed. Who is not in the registry any more is not in the table, and stays unknown.
#[must_use]
pub fn rotate_pseudonyms(old: &PseudonymKey, new: &PseudonymKey, persons: &[Id]) -> Vec<PseudonymChange> {
    let change =
        |person: &Id| PseudonymChange { from: pseudonym_of(old, person), to: pseudonym_of(new, person) };
    persons.iter().map(change).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(text: &str) -> Id {
        text.parse().unwrap()
    }

    fn key(name: &str, byte: u8) -> PseudonymKey {
        PseudonymKey::new(&id(name), &[byte; 32]).unwrap()
    }

    /// RFC 4231, test case 2, whose key is too short for ours: the construction is HMAC-SHA-256.
    #[test]
    fn the_code_is_that_of_the_standard() {
        let mut mac: Hmac<Sha256> = Hmac::new_from_slice(b"Jefe").unwrap();
        mac.update(b"what do ya want for nothing?");
        let code: [u8; 32] = mac.finalize().into_bytes().into();
        assert_eq!(to_hex(&code), "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    #[test]
    fn a_pseudonym_is_of_its_person_and_key_alone() {
        let (old, new) = (key("k1", 1), key("k2", 2));
        let one = pseudonym_of(&old, &id("p-1"));
        assert!(one.as_str().starts_with("k1.") && one.as_str().len() == 35, "{one}");
        assert_eq!(one, pseudonym_of(&key("k1", 1), &id("p-1")));
        assert_ne!(one, pseudonym_of(&old, &id("p-2")));
        assert_ne!(one, pseudonym_of(&key("k1", 3), &id("p-1")));
        let table = rotate_pseudonyms(&old, &new, &[id("p-1")]);
        assert_eq!((&table[0].from, &table[0].to), (&one, &pseudonym_of(&new, &id("p-1"))));
        // A change of it would part all that was written before; the value is fixed here.
        assert_eq!(one.as_str(), "k1.58fd6d56f2fd74f12151c40eabc9bf5d");
    }

    #[test]
    fn keys_are_of_a_length_and_print_nothing() {
        assert_eq!(PseudonymKey::new(&id("k"), &[1; 15]).unwrap_err(), PseudonymKeyError::KeyTooShort);
        let long: Id = "k".repeat(65).parse().unwrap();
        assert_eq!(PseudonymKey::new(&long, &[1; 32]).unwrap_err(), PseudonymKeyError::KeyIdTooLong);
        assert_eq!(format!("{:?}", key("k1", 7)), "PseudonymKey(\"k1\", …)");
        let longest: Id = "k".repeat(64).parse().unwrap();
        let key = PseudonymKey::new(&longest, &[1; 32]).unwrap();
        assert_ne!(pseudonym_of(&key, &id("a")), pseudonym_of(&key, &id("b")));
    }
}

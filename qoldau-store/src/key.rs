//! The key that seals bodies.

use std::fmt;

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use zeroize::Zeroizing;

use crate::StoreError;

/// The key of a store whose bodies are sealed: 32 random bytes, which the host keeps where the system keeps keys
/// (Keystore, Keychain). It is never written to the store, and a store whose key is lost is lost.
#[derive(Clone)]
pub struct StoreKey(Zeroizing<[u8; 32]>);

impl StoreKey {
    /// Takes the 32 bytes of a key.
    #[must_use]
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(Zeroizing::new(bytes))
    }
}

impl fmt::Debug for StoreKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("StoreKey(…)")
    }
}

/// Length of the nonce that stands before what is sealed.
const NONCE_LEN: usize = 24;

/// Seals and opens bodies: XChaCha20-Poly1305 under a nonce of its own for every body, taken from the system. With 24
/// bytes two nonces never meet. What a body belongs to is bound to it, so that bodies cannot be exchanged.
pub(crate) struct Sealing(XChaCha20Poly1305);

impl Sealing {
    pub(crate) fn new(key: &StoreKey) -> Self {
        Self(XChaCha20Poly1305::new(&Key::from(*key.0)))
    }

    /// The nonce, and behind it the sealed body with its tag.
    pub(crate) fn seal(&self, body: &[u8], belongs_to: &[u8]) -> Result<Vec<u8>, StoreError> {
        let mut nonce = [0_u8; NONCE_LEN];
        getrandom::fill(&mut nonce)
            .map_err(|_| StoreError::File { detail: "the system gives no random bytes".to_owned() })?;
        let payload = Payload { msg: body, aad: belongs_to };
        // Nothing of the length of a body is refused.
        let sealed = self.0.encrypt(&XNonce::from(nonce), payload).map_err(|_| StoreError::Full)?;
        Ok([&nonce[..], &sealed].concat())
    }

    /// The body; nothing where key, body or what it belongs to is another.
    pub(crate) fn open(&self, sealed: &[u8], belongs_to: &[u8]) -> Option<Vec<u8>> {
        let (nonce, sealed) = sealed.split_first_chunk::<NONCE_LEN>()?;
        self.0.decrypt(&XNonce::from(*nonce), Payload { msg: sealed, aad: belongs_to }).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_same_key_and_place_open_a_body() {
        let key = |byte| Sealing::new(&StoreKey::new([byte; 32]));
        let sealed = key(1).seal(b"{\"n\":1}", b"envelope").unwrap();
        assert_eq!(key(1).open(&sealed, b"envelope").as_deref(), Some(&b"{\"n\":1}"[..]));
        assert_eq!(key(2).open(&sealed, b"envelope"), None);
        assert_eq!(key(1).open(&sealed, b"another"), None);
        assert_eq!(key(1).open(&sealed[1..], b"envelope"), None);
        assert_ne!(key(1).seal(b"{\"n\":1}", b"envelope").unwrap(), sealed);
    }

    #[test]
    fn a_key_prints_silently() {
        assert_eq!(format!("{:?}", StoreKey::new([7; 32])), "StoreKey(…)");
    }
}

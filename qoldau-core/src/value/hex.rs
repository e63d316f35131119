//! Bytes, and digests, as lower-case hexadecimal text.

use sha2::{Digest, Sha256};

/// The SHA-256 of texts one behind the other.
pub(crate) fn sha256(texts: &[&str]) -> String {
    let mut hash = Sha256::new();
    for text in texts {
        hash.update(text.as_bytes());
    }
    to_hex(&hash.finalize())
}

/// The SHA-256 of bytes.
pub(crate) fn sha256_of_bytes(bytes: &[u8]) -> String {
    to_hex(&Sha256::digest(bytes))
}

/// The bytes of lower-case hexadecimal text.
pub(crate) fn from_hex(text: &str) -> Option<Vec<u8>> {
    let digit = |byte: u8| char::from(byte).to_digit(16).filter(|_| !byte.is_ascii_uppercase());
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    let byte =
        |[high, low]: &[u8; 2]| u8::try_from(digit(*high)?.checked_mul(16)?.checked_add(digit(*low)?)?).ok();
    if rest.is_empty() { pairs.iter().map(byte).collect() } else { None }
}

/// Bytes as lower-case hexadecimal text.
pub(crate) fn to_hex(bytes: &[u8]) -> String {
    let digits =
        |byte: &u8| [byte >> 4, byte & 15].map(|digit| char::from_digit(digit.into(), 16).unwrap_or('0'));
    bytes.iter().flat_map(digits).collect()
}

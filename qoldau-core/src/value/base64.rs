//! Bytes as Base64 text (RFC 4648, section 4), which is how they stand in JSON.

use serde::Serializer;

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Bytes as Base64 text.
fn to_base64(bytes: &[u8]) -> String {
    let digit = |six: u32| {
        let at = usize::try_from(six & 63).unwrap_or_default();
        ALPHABET.get(at).map_or('A', |digit| char::from(*digit))
    };
    let mut text = String::with_capacity(bytes.len().div_ceil(3).saturating_mul(4));
    for three in bytes.chunks(3) {
        let byte = |at: usize| u32::from(three.get(at).copied().unwrap_or_default());
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        let last = |at: usize, six: u32| if three.len() > at { digit(six) } else { '=' };
        text.extend([digit(bits >> 18), digit(bits >> 12), last(1, bits >> 6), last(2, bits)]);
    }
    text
}

/// Writes a field of bytes.
pub(crate) fn serialize<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&to_base64(bytes))
}

#[cfg(test)]
mod tests {
    use super::to_base64;

    #[test]
    fn the_examples_of_the_standard() {
        let examples = [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ];
        for (bytes, text) in examples {
            assert_eq!(to_base64(bytes.as_bytes()), text);
        }
        assert_eq!(to_base64(&[0xfb, 0xff, 0xbf]), "+/+/");
    }
}

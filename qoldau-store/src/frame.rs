//! Frames: bytes that say how long they are and carry their own hash, so that they are known wherever they lie.
//!
//! A frame is written into one column of one row. [`crate::salvage`] finds frames in the raw bytes of a damaged file,
//! without a readable page around them.

use sha2::{Digest, Sha256};

/// What a frame holds. Each has a magic of its own, whose first byte stands in no UTF-8 text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Holds {
    /// An entry.
    Entry,
    /// The summary of the store.
    Summary,
}

/// First byte of every magic.
pub(crate) const MARK: u8 = 0xF1;
const MAGIC_LEN: usize = 8;
const HASH_LEN: usize = 32;
/// Number, state, and the lengths of the two parts.
const FIELDS_LEN: usize = 4 + 1 + 4 + 4;
/// Length of a frame without its parts.
pub(crate) const HEADER_LEN: usize = MAGIC_LEN + FIELDS_LEN + HASH_LEN;

impl Holds {
    pub(crate) const fn magic(self) -> &'static [u8; MAGIC_LEN] {
        match self {
            Self::Entry => b"\xF1QOLent\x01",
            Self::Summary => b"\xF1QOLsum\x01",
        }
    }
}

/// A frame that was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Frame<'a> {
    /// Number of the entry in the order of arrival; of a summary, how many numbers were given.
    pub(crate) number: u32,
    /// What became of the entry; the meaning is the row's.
    pub(crate) state: u8,
    /// Text, and what is sealed beside it.
    pub(crate) text: &'a [u8],
    pub(crate) sealed: &'a [u8],
}

/// The fields of a frame, which tell how long it is; not yet held against the hash.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Fields {
    pub(crate) number: u32,
    pub(crate) state: u8,
    text_len: u32,
    sealed_len: u32,
}

impl Fields {
    /// Reads the fields of a frame that begins with the magic.
    pub(crate) fn of(holds: Holds, bytes: &[u8]) -> Option<Self> {
        let rest = bytes.strip_prefix(holds.magic())?;
        let (number, rest) = rest.split_first_chunk()?;
        let (state, rest) = rest.split_first()?;
        let (text_len, rest) = rest.split_first_chunk()?;
        let (sealed_len, _) = rest.split_first_chunk()?;
        Some(Self {
            number: u32::from_le_bytes(*number),
            state: *state,
            text_len: u32::from_le_bytes(*text_len),
            sealed_len: u32::from_le_bytes(*sealed_len),
        })
    }

    /// Length of the whole frame.
    pub(crate) fn frame_len(&self) -> Option<usize> {
        let parts =
            usize::try_from(self.text_len).ok()?.checked_add(usize::try_from(self.sealed_len).ok()?)?;
        parts.checked_add(HEADER_LEN)
    }
}

impl<'a> Frame<'a> {
    /// Writes a frame behind what is there. Parts longer than 4 GiB do not fit.
    pub(crate) fn write(&self, holds: Holds, out: &mut Vec<u8>) -> Option<()> {
        let start = out.len();
        out.extend_from_slice(holds.magic());
        out.extend_from_slice(&self.number.to_le_bytes());
        out.push(self.state);
        out.extend_from_slice(&u32::try_from(self.text.len()).ok()?.to_le_bytes());
        out.extend_from_slice(&u32::try_from(self.sealed.len()).ok()?.to_le_bytes());
        let hash = hash_of(out.get(start..)?, self.text, self.sealed);
        out.extend_from_slice(&hash);
        out.extend_from_slice(self.text);
        out.extend_from_slice(self.sealed);
        Some(())
    }

    /// Reads a frame that begins here, whatever follows it. Nothing where one byte of it is not as it was written.
    pub(crate) fn read(holds: Holds, bytes: &'a [u8]) -> Option<Self> {
        let fields = Fields::of(holds, bytes)?;
        let (head, rest) = bytes.get(..fields.frame_len()?)?.split_at_checked(MAGIC_LEN + FIELDS_LEN)?;
        let (hash, parts) = rest.split_first_chunk::<HASH_LEN>()?;
        let (text, sealed) = parts.split_at_checked(usize::try_from(fields.text_len).ok()?)?;
        let whole = hash_of(head, text, sealed) == *hash;
        whole.then_some(Self { number: fields.number, state: fields.state, text, sealed })
    }
}

fn hash_of(head: &[u8], text: &[u8], sealed: &[u8]) -> [u8; HASH_LEN] {
    Sha256::new().chain_update(head).chain_update(text).chain_update(sealed).finalize().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frame_is_read_back_and_no_bit_of_it_may_differ() {
        let frame = Frame { number: 7, state: 1, text: b"{\"id\":\"a\"}", sealed: b"\x00\xFFsecret" };
        let mut bytes = Vec::new();
        frame.write(Holds::Entry, &mut bytes).unwrap();
        assert_eq!(Frame::read(Holds::Entry, &bytes), Some(frame));
        assert_eq!(Frame::read(Holds::Summary, &bytes), None);
        assert_eq!(Fields::of(Holds::Entry, &bytes).unwrap().frame_len(), Some(bytes.len()));
        let mut longer = bytes.clone();
        longer.extend_from_slice(b"more");
        assert_eq!(Frame::read(Holds::Entry, &longer), Some(frame));
        for at in 0..bytes.len() {
            assert_eq!(Frame::read(Holds::Entry, &bytes[..at]), None, "cut at {at}");
            for bit in 0..8 {
                bytes[at] ^= 1 << bit;
                assert_eq!(Frame::read(Holds::Entry, &bytes), None, "bit {bit} of byte {at}");
                bytes[at] ^= 1 << bit;
            }
        }
    }

    #[test]
    fn no_magic_stands_in_text() {
        for holds in [Holds::Entry, Holds::Summary] {
            assert!(std::str::from_utf8(holds.magic()).is_err());
            assert_eq!(holds.magic()[0], MARK);
        }
    }
}

//! How an entry lies in its row.

use qoldau_core::facts::RawBody;
use qoldau_core::journal::Envelope;

use crate::frame::{Frame, Holds};
use crate::key::Sealing;
use crate::{StoreError, error::Damage};

/// What stands in a row. An entry goes from `Full` or `Sealed` to `Erased`, and from any of them to `Void`, never back:
/// of two states of one number that are found in a damaged file the later counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum State {
    /// A line of canonical JSON with the body.
    Full,
    /// A line without the body, and the sealed body beside it.
    Sealed,
    /// A line without the body.
    Erased,
    /// Nothing: an erased copy of the entry stands in another row. The number stays, so that a missing row shows.
    Void,
}

impl State {
    const fn byte(self) -> u8 {
        match self {
            Self::Full => 1,
            Self::Sealed => 2,
            Self::Erased => 3,
            Self::Void => 4,
        }
    }

    pub(crate) const fn of(byte: u8) -> Option<Self> {
        match byte {
            1 => Some(Self::Full),
            2 => Some(Self::Sealed),
            3 => Some(Self::Erased),
            4 => Some(Self::Void),
            _ => None,
        }
    }
}

/// Writes the row of an entry into an empty buffer.
pub(crate) fn write_entry(
    number: u32,
    entry: &Envelope,
    sealing: Option<&Sealing>,
    out: &mut Vec<u8>,
) -> Result<(), StoreError> {
    out.clear();
    let (state, line, sealed) = match (&entry.body, sealing) {
        (Some(body), Some(sealing)) => {
            let line = Envelope { body: None, ..entry.clone() }.to_line();
            let sealed = sealing.seal(body.reveal().as_bytes(), line.as_bytes())?;
            (State::Sealed, line, sealed)
        }
        (Some(_), None) => (State::Full, entry.to_line(), Vec::new()),
        (None, _) => (State::Erased, entry.to_line(), Vec::new()),
    };
    let frame = Frame { number, state: state.byte(), text: line.as_bytes(), sealed: &sealed };
    frame.write(Holds::Entry, out).ok_or(StoreError::Full)
}

/// Writes the row of nothing into an empty buffer.
pub(crate) fn write_void(number: u32, out: &mut Vec<u8>) -> Result<(), StoreError> {
    out.clear();
    let frame = Frame { number, state: State::Void.byte(), text: &[], sealed: &[] };
    frame.write(Holds::Entry, out).ok_or(StoreError::Full)
}

/// Reads the row of a number: its entry, or nothing where it is void.
pub(crate) fn read_row(
    number: u32,
    bytes: &[u8],
    sealing: Option<&Sealing>,
) -> Result<Option<Envelope>, StoreError> {
    let damaged = || StoreError::damaged_entry(number);
    let frame =
        Frame::read(Holds::Entry, bytes).filter(|frame| frame.number == number).ok_or_else(damaged)?;
    match State::of(frame.state) {
        Some(State::Void) => Ok(None),
        Some(_) => read_entry(&frame, sealing).map(Some),
        None => Err(damaged()),
    }
}

/// The entry of a frame that is whole.
pub(crate) fn read_entry(frame: &Frame<'_>, sealing: Option<&Sealing>) -> Result<Envelope, StoreError> {
    let damaged = || StoreError::damaged(Damage::Entry { number: frame.number });
    let mut entry: Envelope = serde_json::from_slice(frame.text).map_err(|_| damaged())?;
    if State::of(frame.state) == Some(State::Sealed) {
        let body = sealing.ok_or(StoreError::KeyMissing)?.open(frame.sealed, frame.text);
        let body = String::from_utf8(body.ok_or(StoreError::WrongKey)?).map_err(|_| damaged())?;
        entry.body = Some(RawBody::new(&body));
    }
    Ok(entry)
}

//! Floor 0: a table written as text, rows of fields parted by a comma, a semicolon or a tab (RFC 4180), over bytes.
//!
//! One way to read such a table for everybody who has one: answers of a survey, lists of people. It takes what office programs
//! write: a byte order mark, lines ended by LF, CR LF or CR, fields in quotation marks, the line `sep=;` of Excel.
//! Nothing is guessed silently: [`Delimiter::detect`] says what it took, [`Table::faults`] what did not fit.
//! Why it is ours and no crate's: `docs/adr/0022-tables-of-text.md`.

mod fault;
mod header;
#[cfg(feature = "survey")]
mod pieces;
mod reader;
mod whole;

pub use fault::{RowFault, RowFaultKind, TableError};
pub use header::Header;
#[cfg(feature = "survey")]
pub(crate) use header::LONGEST_ROW;
#[cfg(feature = "survey")]
pub(crate) use pieces::Pieces;
#[cfg(feature = "survey")]
pub(crate) use reader::Field;
pub(crate) use reader::Row;
pub use reader::{Reader, Record};
pub use whole::Table;

use serde::{Deserialize, Serialize};

/// What parts the fields of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum Delimiter {
    /// `,`
    Comma,
    /// `;`, which Excel writes where the decimal mark is a comma, so in Kazakhstan.
    Semicolon,
    /// A tab, which comes of copying cells.
    Tab,
}

impl Delimiter {
    const ALL: [Self; 3] = [Self::Tab, Self::Semicolon, Self::Comma];

    /// The byte it is written as.
    #[must_use]
    pub const fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
        }
    }

    /// The delimiter of a table by its first row: the one that stands there most often outside quotation marks; where they stand
    /// equally often the tab before the semicolon before the comma, as commas stand in texts too; and the comma where none stands (a table
    /// of one column).
    /// The line `sep=;` decides alone.
    #[must_use]
    pub fn detect(bytes: &[u8]) -> Self {
        let bytes = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
        if let Some((declared, _)) = declared(bytes) {
            return declared;
        }
        let mut quoted = false;
        let mut counts = [0_usize; 3];
        for byte in bytes.iter().skip_while(|byte| matches!(byte, b'\n' | b'\r')) {
            quoted ^= *byte == b'"';
            if quoted {
                continue;
            }
            if matches!(byte, b'\n' | b'\r') {
                break;
            }
            for (delimiter, count) in Self::ALL.into_iter().zip(&mut counts) {
                *count = count.saturating_add(usize::from(*byte == delimiter.byte()));
            }
        }
        let most = counts.iter().copied().max().unwrap_or(0);
        if most == 0 {
            return Self::Comma;
        }
        Self::ALL
            .into_iter()
            .zip(counts)
            .find_map(|(delimiter, count)| (count == most).then_some(delimiter))
            .unwrap_or(Self::Comma)
    }
}

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// The delimiter that a first line `sep=;` declares, and the length of that line without its end.
fn declared(bytes: &[u8]) -> Option<(Delimiter, usize)> {
    let rest = bytes.strip_prefix(b"sep=")?;
    let (byte, end) = (rest.first()?, rest.get(1));
    if !matches!(end, None | Some(b'\n' | b'\r')) {
        return None;
    }
    Delimiter::ALL.into_iter().find(|delimiter| delimiter.byte() == *byte).map(|delimiter| (delimiter, 5))
}

#[cfg(test)]
mod tests;

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

    /// The delimiter of a table by its first row: the one that stands there most often outside quotation marks. One within brackets or
    /// before a space is part of a heading («Понравилось (да; нет)?») and counts only where no other stands. Where they stand equally often
    /// it is the tab before the semicolon before the comma, as commas stand in texts too; and the comma where none stands (a table of one
    /// column). The line `sep=;` decides alone.
    #[must_use]
    pub fn detect(bytes: &[u8]) -> Self {
        let bytes = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
        if let Some((declared, _)) = declared(bytes) {
            return declared;
        }
        let separators = Separators::of(bytes);
        separators.between.most().or_else(|| separators.all.most()).unwrap_or(Self::Comma)
    }
}

/// How often each delimiter stands in a row.
#[derive(Debug, Clone, Copy, Default)]
struct Counts([usize; 3]);

impl Counts {
    fn add(&mut self, byte: u8) {
        for (delimiter, count) in Delimiter::ALL.into_iter().zip(&mut self.0) {
            *count = count.saturating_add(usize::from(byte == delimiter.byte()));
        }
    }

    fn most(self) -> Option<Delimiter> {
        let most = self.0.into_iter().max().filter(|most| *most > 0)?;
        let mut each = Delimiter::ALL.into_iter().zip(self.0);
        each.find_map(|(delimiter, count)| (count == most).then_some(delimiter))
    }
}

/// The delimiters of the first row outside quotation marks.
#[derive(Default)]
struct Separators {
    all: Counts,
    /// Those that no heading is likely to hold.
    between: Counts,
}

impl Separators {
    fn of(bytes: &[u8]) -> Self {
        let start = bytes.iter().take_while(|byte| matches!(byte, b'\n' | b'\r')).count();
        let row = bytes.get(start..).unwrap_or_default();
        let (mut all, mut close, mut outside) = (Counts::default(), Counts::default(), Counts::default());
        let (mut quoted, mut brackets) = (false, 0_usize);
        for (at, byte) in row.iter().enumerate() {
            quoted ^= *byte == b'"';
            match byte {
                _ if quoted => continue,
                b'\n' | b'\r' => break,
                b'(' => brackets = brackets.saturating_add(1),
                b')' => brackets = brackets.saturating_sub(1),
                _ => {}
            }
            all.add(*byte);
            if at.checked_add(1).and_then(|next| row.get(next)) != Some(&b' ') {
                close.add(*byte);
                if brackets == 0 {
                    outside.add(*byte);
                }
            }
        }
        // A bracket that nobody closed hides nothing.
        Self { all, between: if brackets == 0 { outside } else { close } }
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

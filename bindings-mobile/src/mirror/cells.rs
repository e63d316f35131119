//! Mirrors of the types of `qoldau_core::whole::people`. Written by `bindings-mobile/mirror`; do not edit:
//! `QOLDAU_UPDATE=1 cargo test -p qoldau-mirror`

use qoldau_core::people::identity::Bin;
use qoldau_core::people::identity::Iin;
use qoldau_core::people::identity::IinHint;
use qoldau_core::people::identity::PhoneKind;
use qoldau_core::people::identity::PhoneNumber;
use qoldau_core::people::import::ColumnChoice;
use qoldau_core::whole::people::AgeBounds;
use qoldau_core::whole::people::BinRead;
use qoldau_core::whole::people::ColumnGuess;
use qoldau_core::whole::people::IinRead;
use qoldau_core::whole::people::NumberFault;
use qoldau_core::whole::people::PhoneRead;

/// What a cell with an individual identification number holds. "Plausible" is the most that can be said of one.
#[uniffi::remote(Enum)]
pub enum IinRead {
    /// Form and check digit fit; whether a person bears it is not known.
    Plausible {
        /// Its twelve digits.
        number: Iin,
        /// What the digits encode, which need not be so.
        hint: IinHint,
    },
    /// It is none.
    Implausible {
        /// Why.
        fault: NumberFault,
    },
}

/// What a cell with a business identification number holds.
#[uniffi::remote(Enum)]
pub enum BinRead {
    /// Form and check digit fit; whether an organisation bears it is not known.
    Plausible {
        /// Its twelve digits.
        number: Bin,
    },
    /// It is none.
    Implausible {
        /// Why.
        fault: NumberFault,
    },
}

/// Why a text is no identification number.
#[uniffi::remote(Enum)]
pub enum NumberFault {
    /// Not twelve digits, spaces and hyphens apart.
    NotTwelveDigits,
    /// The last digit does not follow from the first eleven.
    CheckDigit,
    /// The digits of the date, or of the kind of entity, say nothing that can be.
    Impossible,
}

/// A telephone number of a cell.
#[uniffi::remote(Record)]
pub struct PhoneRead {
    /// The number as E.164, `+77000000001`.
    pub number: PhoneNumber,
    /// What the numbering plan says of it.
    pub kind: PhoneKind,
}

/// Completed years of life between two bounds, which are the same where the birthday is known.
#[uniffi::remote(Record)]
pub struct AgeBounds {
    /// The least.
    pub least: u32,
    /// The greatest.
    pub most: u32,
}

/// The columns of a list, as far as they could be guessed.
#[uniffi::remote(Record)]
pub struct ColumnGuess {
    /// The headings, as they stand.
    pub header: Vec<String>,
    /// What the columns hold; one of which nothing is known is not there.
    pub columns: Vec<ColumnChoice>,
}

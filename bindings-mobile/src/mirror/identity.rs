//! Mirrors of the types of `qoldau_core::people::identity`. Written by `bindings-mobile/mirror`; do not edit:
//! `QOLDAU_UPDATE=1 cargo test -p qoldau-mirror`

use qoldau_core::people::identity::Birth;
use qoldau_core::people::identity::EncodedSex;
use qoldau_core::people::identity::IinHint;
use qoldau_core::people::identity::PhoneKind;
use qoldau_core::value::IsoDate;

/// When somebody was born, as well as it is known. Nothing of it shows in `Debug`.
#[uniffi::remote(Enum)]
pub enum Birth {
    /// The day is known.
    Exact {
        /// Day of birth.
        date: IsoDate,
    },
    /// A day was put down that is not the day: 1 January where only the year was known.
    Estimated {
        /// The day put down.
        date: IsoDate,
    },
    /// Only the year is known.
    YearOnly {
        /// Year of birth, 1 to 9999.
        year: i32,
    },
}

/// The sex that a digit of an identification number encodes.
#[uniffi::remote(Enum)]
pub enum EncodedSex {
    /// An odd seventh digit.
    Male,
    /// An even seventh digit.
    Female,
}

/// What the digits of an IIN encode. A hint only: by the resolution No. 853 of 26 August 2013 they need not agree with the person's date of birth
/// and sex, so a difference is no error, and figures by sex and age are never made from it silently.
#[uniffi::remote(Record)]
pub struct IinHint {
    /// The date the first six digits and the century of the seventh make; nothing where the seventh is 0.
    #[uniffi(default = None)]
    pub born: Option<IsoDate>,
    /// The sex the seventh digit makes; nothing where it is 0, which foreigners have.
    #[uniffi(default = None)]
    pub sex: Option<EncodedSex>,
}

/// What the numbering plan of Kazakhstan says of a number. The operator is never told: numbers move between operators.
#[uniffi::remote(Enum)]
pub enum PhoneKind {
    /// A mobile prefix of Kazakhstan: 700–702, 705–708, 747, 760–764, 771, 775–778, 785.
    Mobile,
    /// A fixed line in Kazakhstan, whose area codes begin with 71 and 72.
    Fixed,
    /// Country code 7, but neither: a number of Russia, or a prefix not known here.
    OtherOfSeven,
    /// Another country.
    Abroad,
}

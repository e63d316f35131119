//! Values that cross as text and are something better in each language; `uniffi.toml` says what.
//!
//! A text that is not such a value is an error of the call, never a crash: `try_lift` gives the call's own error.

#[cfg(feature = "people")]
mod people;
#[cfg(feature = "survey")]
mod survey;

use std::collections::{BTreeMap, HashMap};
use std::fmt::Display;
use std::str::FromStr;

use qoldau_core::facts::RawBody;
use qoldau_core::failure::Failure;
use qoldau_core::finding::Severity;
use qoldau_core::value::{Amount, Id, IsoDate, PersonName, Phone};

use crate::QoldauError;

/// Reads a value from its text.
fn parsed<T: FromStr<Err: Display>>(text: &str) -> uniffi::Result<T> {
    text.parse()
        .map_err(|error: T::Err| QoldauError::from(Failure::of_input(None, &error.to_string())).into())
}

uniffi::custom_type!(
    /// A civil date of the years 0001 to 9999; no clock and no time zone.
    IsoDate, String, { remote, lower: |date| date.to_string(), try_lift: |text| parsed(&text) }
);

uniffi::custom_type!(
    /// An exact decimal number of at most 28 digits. One with more is refused with `INP001`.
    Amount, String, { remote, lower: |amount| amount.to_string(), try_lift: |text| parsed(&text) }
);

uniffi::custom_type!(
    /// The id of a line, an event, an entry …: 1 to 128 bytes of text without control characters.
    Id, String, { remote, lower: |id| id.as_str().to_owned(), try_lift: |text| parsed(&text) }
);

uniffi::custom_type!(
    /// The name of a person. It prints silently; `reveal` gives the text.
    PersonName, String, { remote, lower: |name| name.reveal().to_owned(), try_lift: |text| Ok(PersonName::new(text)) }
);

uniffi::custom_type!(
    /// A telephone number as it was written. It prints silently; `reveal` gives the text.
    Phone, String, { remote, lower: |phone| phone.reveal().to_owned(), try_lift: |text| Ok(Phone::new(text)) }
);

uniffi::custom_type!(
    /// The body of a kind of entry that this version does not know: JSON text, passed on as it stands. What it holds
    /// cannot be known, so it prints silently; `reveal` gives the text.
    RawBody, String, { remote, lower: |body| body.reveal().to_owned(), try_lift: |text| Ok(RawBody::new(&text)) }
);

/// Text that the core keeps without room to grow.
type PlainText = Box<str>;

uniffi::custom_type!(
    /// Text.
    PlainText, String, { remote, lower: |text| text.into_string(), try_lift: |text| Ok(text.into_boxed_str()) }
);

/// Severities by code.
type Severities = BTreeMap<String, Severity>;

uniffi::custom_type!(
    /// Severities that differ from the rules' own, by code.
    Severities, HashMap<String, Severity>, {
        remote,
        lower: |severities| severities.into_iter().collect(),
        try_lift: |severities| Ok(severities.into_iter().collect()),
    }
);

//! Floor 0: the values everything else is made of.
//!
//! Exact amounts, ratios, civil dates, ids, personal data that prints silently, and the folding of text for matching.

mod amount;
pub(crate) mod base64;
mod date;
pub(crate) mod fingerprint;
pub(crate) mod format;
pub(crate) mod hex;
mod id;
pub(crate) mod link;
pub(crate) mod personal;
pub(crate) mod share;
mod small_letters;
pub mod text;

pub use amount::{Amount, AmountError};
pub use date::{DateError, DateRange, IsoDate};
pub use id::{Id, IdError};
pub use personal::{PersonName, PersonalText, Phone};
pub use share::Share;

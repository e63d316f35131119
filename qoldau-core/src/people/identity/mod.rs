//! What tells people and organisations apart: identification numbers, telephone numbers, e-mail addresses, regions, birth dates.
//!
//! A value of this module has a plausible form; that somebody bears it is never said. Nothing of it shows in `Debug`.

mod birth;
mod contact;
mod newtype;
mod number;
mod phone;

pub use birth::{Birth, read_birth, read_birth_on};
pub(crate) use birth::{Centuries, DateOrder, ListedBirth, latest_year, read_day};
pub use contact::{EmailAddress, EmailError, KatoError, KatoPlace};
pub use number::{Bin, EncodedSex, Iin, IinHint, NumberError};
pub(crate) use phone::without_fraction;
pub use phone::{PhoneError, PhoneKind, PhoneNumber, read_phones};

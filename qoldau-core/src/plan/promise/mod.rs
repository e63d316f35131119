//! Promises outside the table: numbers in goals, expected results, headings and the text of activities, and the lines
//! that carry them.

mod carry;
mod scan;
mod stem;
mod subject;

pub(crate) use carry::{Carrier, Claim, Mention, Outcome, Owner, claims, implied};
pub(crate) use stem::{Openings, Stem, stems};
pub(crate) use subject::Subject;

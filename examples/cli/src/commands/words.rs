//! `qoldau target` and `qoldau due`: what the grammar reads out of words.

use qoldau_core::plan::{DueContext, read_due, read_targets};
use qoldau_core::value::{DateRange, Id};
use serde::Serialize;

use super::Outcome;
use crate::trouble::Trouble;
use crate::{input, output};

/// The longest text that is read from standard input, in bytes; a cell of a contract has a few hundred.
const LONGEST: u64 = 1 << 20;

/// `qoldau target TEXT`: the targets as a JSON array.
pub(super) fn target(text: String, id: &Id) -> Result<Outcome, Trouble> {
    let text = input::words(text, LONGEST)?;
    print(&read_targets(&text, id, None))
}

/// `qoldau due TEXT --period START..END`: the deadline as JSON.
pub(super) fn due(text: String, period: Option<DateRange>) -> Result<Outcome, Trouble> {
    let text = input::words(text, LONGEST)?;
    print(&read_due(&text, &DueContext { period, contract: None }))
}

fn print(value: &impl Serialize) -> Result<Outcome, Trouble> {
    output::print(&output::json(value)?)?;
    Ok(Outcome::Fine)
}

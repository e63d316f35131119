//! The answers of one person, and where every question of the form stands with them.

mod judge;
mod model;
pub(crate) mod rules;
mod tally;
#[cfg(test)]
mod tests;

pub use judge::check_responses;
pub use model::{Answer, FieldState, FreeText, PersonCode, Relevance, Response, ResponseState, Standing};
pub(crate) use model::{option_value, whole};
pub use tally::{OptionTally, QuestionTally, TALLY_FORMAT, Tally, check_tally, read_tally};

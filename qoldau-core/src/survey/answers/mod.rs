//! The answers of one person, and where every question of the form stands with them.

mod code;
mod judge;
mod memory;
mod model;
pub(crate) mod rules;
mod scan;
mod tally;
#[cfg(test)]
mod tests;
mod weigh;

pub(crate) use code::{code_letters, code_of_recipe, code_part};
pub use judge::check_responses;
pub(crate) use memory::{Memory, check_document, check_json, check_list, state_of_json};
pub use model::{
    Answer, FieldState, FreeText, PersonCode, Relevance, Response, ResponseCheck, ResponseState, Standing,
};
pub(crate) use model::{option_value, whole};
pub use tally::{OptionTally, QuestionTally, TALLY_FORMAT, Tally, check_tally, read_tally};
pub(crate) use weigh::says_something;

//! A large survey counted in one pass: answers of any number of people from a table that comes in pieces, in memory that does not
//! grow with the answers.
//!
//! [`count_table`] takes a whole table, [`Counter`] one that comes in pieces. What is counted are whole numbers, how many people gave
//! which answer, so the counts of parts of a table, [merged](SurveyCounts::merge) in any order, are the counts of the table, and every figure
//! of [`totals`] has the same bits however the table was cut.
//!
//! It is the short way for scales and ratings that everybody is asked. It does not look for a record that stands in the table twice, and
//! judges neither skips nor constraints: questions with such are named in [`Totals::not_counted`]. Who needs that, sentences and
//! charts imports the answers ([`import`](super::import)) and scores them ([`score`](super::score)).

mod codes;
mod counter;
mod counts;
mod layout;
mod memo;
mod pairs;
#[cfg(feature = "parallel")]
mod parallel;
mod plan;
#[cfg(test)]
mod tests;
mod totals;

pub use counter::Counter;
pub(crate) use counter::PausedCount;
pub use counts::SurveyCounts;
#[cfg(feature = "parallel")]
pub use parallel::{count_in_parallel, totals_in_parallel};
pub(crate) use plan::Letters;
pub use plan::{CountOptions, CountPlan};
pub use totals::{
    GroupTotals, ItemTotals, PairTotals, PairedQuestion, PairedSubscale, Reliability, SubscaleTotals, Totals,
    totals,
};

use super::questionnaire::{Form, SurveyError};
use crate::table::Header;

/// Counts the answers of a whole table and gives what they come to.
///
/// # Errors
/// As [`CountPlan::new`] and [`Counter::finish`].
pub fn count_table(form: &Form<'_>, bytes: &[u8], options: &CountOptions) -> Result<Totals, SurveyError> {
    let header = Header::of(bytes)?;
    let plan = CountPlan::new(form, &header, options)?;
    let mut counter = Counter::new(&plan);
    counter.push(bytes.get(header.length..).unwrap_or_default())?;
    Ok(totals(&plan, &counter.finish()?))
}

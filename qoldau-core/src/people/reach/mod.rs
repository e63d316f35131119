//! How many people events reached: participations, different people between bounds, new and returning, and tables with all subtotals.

mod count;
mod model;

pub use count::{MOST_DIMENSIONS, count_reach};
pub use model::{AgeGroup, Attendance, Headcount, PersonFacts, Reach, ReachQuestion, ReachRow, ReachValue};

pub use crate::facts::ReachDimension;

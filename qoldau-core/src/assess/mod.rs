//! Floor 4: the plan held against the observations on a day.

mod standing;

pub use standing::*;

//! How many people events reached: participations, different people between bounds, new and returning, and tables with all subtotals.

mod bins;
mod count;
mod gather;
mod groups;
mod model;
mod part;
mod policy;
mod show;
mod sketch;
mod spelling;
mod suppress;
mod table;

pub use count::count_reach;
#[cfg(feature = "parallel")]
pub use count::count_reach_in_parallel;
pub use groups::{CountedEvent, GroupCount, count_groups};
pub use model::{
    AgeGroup, Attendance, CompletenessState, Headcount, PersonFacts, Reach, ReachCompleteness, ReachQuestion,
    ReachRow, ReachValue,
};
pub use part::{
    PartHeadcount, PartPerson, ReachPart, ReachPartError, merge_reach, reach_of_part, reach_part,
};
pub use policy::ReachPolicy;
pub use show::{ShownCompleteness, ShownGroups, ShownReach, ShownRow, show_reach};
pub use sketch::{PersonSketch, SketchError, merge_sketches, sketch_persons};
pub(crate) use spelling::{names_house, names_somebody, organisation_key};
pub use spelling::{one_spelling, schools_apart};
pub use table::MOST_DIMENSIONS;

pub use crate::facts::ReachDimension;

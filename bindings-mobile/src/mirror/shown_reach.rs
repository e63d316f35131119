//! Mirrors of the types of `qoldau_core::people::reach`. Written by `bindings-mobile/mirror`; do not edit:
//! `QOLDAU_UPDATE=1 cargo test -p qoldau-mirror`

use qoldau_core::facts::ReachDimension;
use qoldau_core::people::reach::CompletenessState;
use qoldau_core::people::reach::ReachPolicy;
use qoldau_core::people::reach::ReachValue;
use qoldau_core::people::reach::ShownCompleteness;
use qoldau_core::people::reach::ShownGroups;
use qoldau_core::people::reach::ShownReach;
use qoldau_core::people::reach::ShownRow;
use qoldau_core::plan::Setting;
use qoldau_core::value::Id;

/// Thresholds of reach, each with its source.
#[uniffi::remote(Record)]
pub struct ReachPolicy {
    /// Ages of youth in completed years: `14..35` is from 14 on and below 35, `14..=34` says the same. The boundary is read in more than one
    /// way (14 to 29, 18 to 34 …); the default is article 1 of the law of 9 February 2015 No. 285-V.
    pub youth: Setting,
    /// Counts from 1 up to below this number are hidden in every table that is exported, and as many others as it takes that they do not
    /// follow. Default 5; 0 or 1 hides nothing.
    pub smallest_cell: Setting,
}

/// Reach in which small counts are hidden. Nothing in place of a number means that it is hidden.
#[uniffi::remote(Record)]
pub struct ShownReach {
    /// What the columns of the table are.
    pub by: Vec<ReachDimension>,
    /// The smallest count that is shown.
    pub smallest: u32,
    /// Participations: those on lists and those counted by head.
    #[uniffi(default = None)]
    pub participations: Option<u32>,
    /// Participations that are on no list.
    #[uniffi(default = None)]
    pub unlisted: Option<u32>,
    /// Different people known by name.
    #[uniffi(default = None)]
    pub persons_listed: Option<u32>,
    /// The least number of different people.
    #[uniffi(default = None)]
    pub persons_at_least: Option<u32>,
    /// The greatest number of different people.
    #[uniffi(default = None)]
    pub persons_at_most: Option<u32>,
    /// Of those known by name, who came for the first time.
    #[uniffi(default = None)]
    pub new_persons: Option<u32>,
    /// Of those known by name, who were there before the period.
    #[uniffi(default = None)]
    pub returning_persons: Option<u32>,
    /// The table.
    pub rows: Vec<ShownRow>,
    /// How many of its rows are hidden.
    pub hidden_rows: u32,
    /// Whether the values asked for are known of everybody.
    pub completeness: Vec<ShownCompleteness>,
    /// Headcounts in groups.
    pub groups: Vec<ShownGroups>,
    /// Events whose list has more people than were counted by head.
    pub lists_beyond_headcount: Vec<Id>,
}

/// A row of the table; both numbers are hidden or neither.
#[uniffi::remote(Record)]
pub struct ShownRow {
    /// One value for each column.
    pub values: Vec<ReachValue>,
    /// Participations of people who are known by name.
    #[uniffi(default = None)]
    pub participations: Option<u32>,
    /// People who are known by name.
    #[uniffi(default = None)]
    pub persons: Option<u32>,
}

/// Whether a value is known of everybody.
#[uniffi::remote(Record)]
pub struct ShownCompleteness {
    /// What people are told apart by.
    pub by: ReachDimension,
    /// Whether it is known of all, some or none.
    pub state: CompletenessState,
    /// People of whom it is not known.
    #[uniffi(default = None)]
    pub unknown: Option<u32>,
}

/// Participations counted by heads in groups.
#[uniffi::remote(Record)]
pub struct ShownGroups {
    /// What they were told apart by.
    pub by: ReachDimension,
    /// All of them, and each group.
    pub rows: Vec<ShownRow>,
}

//! The rules, one file each.

mod plan001_period_missing;
mod plan002_duplicate_id;
mod plan003_target_unread;
mod plan004_words_unread;
mod plan005_needs_pairing;
mod plan006_activity_without_indicator;
mod plan007_line_without_target;
mod plan008_parts_do_not_add_up;
mod plan009_words_and_digits_differ;
mod plan010_heading_and_table_differ;
mod plan011_bounds_differ;
mod plan012_promise_not_carried;
mod plan013_sources_not_named;
mod plan014_sources_fall_short;
mod plan015_planned_people_differ;
mod plan016_percent_unclear;
mod plan017_percent_above_hundred;
mod plan018_monthly_unit_unclear;
mod plan019_task_posts_unclear;
mod plan020_events_not_counted;
mod plan021_networks_unclear;
mod plan022_letters_unclear;
mod plan023_bracket_number_unclear;
mod plan024_deadline_missing;
mod plan025_deadline_inherited;
mod plan026_deadline_outside_project;
mod plan027_deadline_unclear;
mod plan028_active_phase_not_declared;
mod plan029_change_without_baseline;
mod plan030_already_reached;
mod plan031_working_time_above_limit;
mod plan032_periods_clash;
mod plan033_unknown_id;
mod plan034_readings_contradict;
mod plan035_identical_lines;
mod plan036_bare_number;
mod plan037_mixed_letters;
mod plan038_vague_words;
mod plan039_unit_missing;
mod plan040_indirect_below_direct;
mod plan041_promise_in_note;
mod plan042_number_twice;
mod plan043_range_unclear;
mod plan060_comma_unclear;
mod plan061_counted_by_hand;
mod plan062_unit_against_name;
mod plan063_same_kind_twice;
mod plan066_deadline_recurs_alone;
mod plan067_name_of_two_things;
mod prelude;

use super::{MORE_OF_THE_SAME, Rule};
use crate::finding::RuleInfo;

/// Names the rules once, for the check and for the catalogue.
macro_rules! rules {
    ($($rule:ident),+ $(,)?) => {
        /// The rules that a check runs, in the order of their codes.
        pub(super) const RULES: &[&Rule] = &[$(&$rule::RULE),+];

        /// What the catalogue says of the rules of `check`, in the order of their codes.
        pub const CHECK_RULES: &[&RuleInfo] = &[&MORE_OF_THE_SAME, $(&$rule::INFO),+];
    };
}

rules! {
    plan001_period_missing,
    plan002_duplicate_id,
    plan003_target_unread,
    plan004_words_unread,
    plan005_needs_pairing,
    plan006_activity_without_indicator,
    plan007_line_without_target,
    plan008_parts_do_not_add_up,
    plan009_words_and_digits_differ,
    plan010_heading_and_table_differ,
    plan011_bounds_differ,
    plan012_promise_not_carried,
    plan013_sources_not_named,
    plan014_sources_fall_short,
    plan015_planned_people_differ,
    plan016_percent_unclear,
    plan017_percent_above_hundred,
    plan018_monthly_unit_unclear,
    plan019_task_posts_unclear,
    plan020_events_not_counted,
    plan021_networks_unclear,
    plan022_letters_unclear,
    plan023_bracket_number_unclear,
    plan024_deadline_missing,
    plan025_deadline_inherited,
    plan026_deadline_outside_project,
    plan027_deadline_unclear,
    plan028_active_phase_not_declared,
    plan029_change_without_baseline,
    plan030_already_reached,
    plan031_working_time_above_limit,
    plan032_periods_clash,
    plan033_unknown_id,
    plan034_readings_contradict,
    plan035_identical_lines,
    plan036_bare_number,
    plan037_mixed_letters,
    plan038_vague_words,
    plan039_unit_missing,
    plan040_indirect_below_direct,
    plan041_promise_in_note,
    plan042_number_twice,
    plan043_range_unclear,
    plan060_comma_unclear,
    plan061_counted_by_hand,
    plan062_unit_against_name,
    plan063_same_kind_twice,
    plan066_deadline_recurs_alone,
    plan067_name_of_two_things,
}

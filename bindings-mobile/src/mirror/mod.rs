//! The shapes of the types that cross, for UniFFI. The files are written by `bindings-mobile/mirror`.

#[rustfmt::skip]
mod amendments;
#[rustfmt::skip]
mod annex;
#[cfg(feature = "survey")]
#[rustfmt::skip]
mod answer_tables;
#[cfg(feature = "survey")]
#[rustfmt::skip]
mod answers;
#[rustfmt::skip]
mod assess;
#[rustfmt::skip]
mod attendance;
#[rustfmt::skip]
mod bundle;
#[cfg(feature = "people")]
#[rustfmt::skip]
mod cells;
#[rustfmt::skip]
mod check;
#[cfg(feature = "survey")]
#[rustfmt::skip]
mod checked_answers;
#[cfg(feature = "people")]
#[rustfmt::skip]
mod duplicates;
#[rustfmt::skip]
mod evidence;
#[rustfmt::skip]
mod facts;
#[rustfmt::skip]
mod finding;
#[cfg(feature = "survey")]
#[rustfmt::skip]
mod focus_groups;
#[cfg(feature = "sign")]
#[rustfmt::skip]
mod heads;
#[cfg(feature = "people")]
#[rustfmt::skip]
mod host_keys;
#[cfg(feature = "people")]
#[rustfmt::skip]
mod identity;
#[rustfmt::skip]
mod journal;
#[rustfmt::skip]
mod language;
#[cfg(feature = "people")]
#[rustfmt::skip]
mod linkage;
#[cfg(feature = "people")]
#[rustfmt::skip]
mod lists;
#[rustfmt::skip]
mod package;
#[rustfmt::skip]
mod plan;
#[cfg(feature = "people")]
#[rustfmt::skip]
mod pseudonyms;
#[cfg(feature = "survey")]
#[rustfmt::skip]
mod questionnaire;
#[cfg(feature = "people")]
#[rustfmt::skip]
mod reach;
#[cfg(feature = "people")]
#[rustfmt::skip]
mod registry;
#[rustfmt::skip]
mod report;
#[rustfmt::skip]
mod review;
#[cfg(feature = "survey")]
#[rustfmt::skip]
mod scores;
#[rustfmt::skip]
mod section;
#[cfg(feature = "people")]
#[rustfmt::skip]
mod shown_reach;
#[cfg(feature = "survey")]
#[rustfmt::skip]
mod statistics;
#[cfg(feature = "store")]
#[rustfmt::skip]
mod store;
#[cfg(feature = "survey")]
#[rustfmt::skip]
mod survey_line;
#[rustfmt::skip]
mod target;
#[rustfmt::skip]
mod value;
#[rustfmt::skip]
mod whole;
#[cfg(feature = "sign")]
#[rustfmt::skip]
mod written_heads;

//! The shapes of the types that cross, for UniFFI. The files are written by `bindings-mobile/mirror`.

#[rustfmt::skip]
mod amendments;
#[rustfmt::skip]
mod annex;
#[rustfmt::skip]
mod assess;
#[rustfmt::skip]
mod bundle;
#[rustfmt::skip]
mod check;
#[rustfmt::skip]
mod evidence;
#[rustfmt::skip]
mod facts;
#[rustfmt::skip]
mod finding;
#[cfg(feature = "sign")]
#[rustfmt::skip]
mod heads;
#[rustfmt::skip]
mod journal;
#[rustfmt::skip]
mod language;
#[rustfmt::skip]
mod package;
#[rustfmt::skip]
mod plan;
#[rustfmt::skip]
mod report;
#[rustfmt::skip]
mod review;
#[rustfmt::skip]
mod section;
#[cfg(feature = "store")]
#[rustfmt::skip]
mod store;
#[rustfmt::skip]
mod target;
#[rustfmt::skip]
mod value;
#[rustfmt::skip]
mod whole;

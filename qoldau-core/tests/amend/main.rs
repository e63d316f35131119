//! Supplementary agreements to the real annex: which line is which, the next edition, and what its facts come to.
#![cfg(test)]
#![expect(
    clippy::string_slice,
    clippy::arithmetic_side_effects,
    clippy::format_push_string,
    reason = "a test may panic"
)]

mod cases;
mod editions;
mod format;
mod real;
mod said;
mod soundness;
mod support;

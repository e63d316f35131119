//! Whether coders, raters or judges agree.
#![expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "statistics over tables of a checked shape; bounds of whole sums are stated beside them"
)]

mod cohen;
mod fleiss;
mod kendall;
mod krippendorff;

pub use cohen::{CohenKappa, Kappa, cohen_kappa};
pub use fleiss::{FleissKappa, fleiss_kappa};
pub use kendall::{KendallW, kendall_w};
pub use krippendorff::{CodedUnits, Krippendorff, MeasurementLevel, krippendorff_alpha};

#[cfg(test)]
mod tests;

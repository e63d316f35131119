//! Items that together measure one thing: their answers, reliability and scores.
#![expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::many_single_char_names,
    reason = "statistics over square tables of a checked size; bounds of whole sums are stated beside them"
)]

mod alpha;
mod answers;
mod eigen;
mod moments;
mod omega;
mod score;

pub(crate) use alpha::alpha_of_sums;
pub use alpha::{Alpha, AlphaMissing, cronbach_alpha};
pub use answers::{Keying, ScaleAnswers, ScaleRange};
pub use moments::ItemMoments;
pub use omega::{Omega, omega_one_factor};
pub(super) use score::tally;
pub use score::{MinAnswered, ScaleScores, ScoreHistogram, scale_scores};

#[cfg(test)]
mod tests;

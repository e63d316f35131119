//! The statistics of surveys, as functions over plain records.
//!
//! What is undefined is nothing (`None`, `null`), never NaN, 0 or 1. Input that cannot be reckoned with is a
//! [`StatsError`] or a [`ScoringError`].

pub mod distribution;
mod error;
pub(crate) mod numeric;

pub use error::StatsError;

mod agreement;
mod disclosure;
mod exact;
mod intervals;
mod linking;
mod quality;
mod scale;
mod scoring_error;
mod shares;
mod weighting;

pub use agreement::{
    CodedUnits, CohenKappa, FleissKappa, Kappa, KendallW, Krippendorff, MeasurementLevel, cohen_kappa,
    fleiss_kappa, kendall_w, krippendorff_alpha,
};
pub use disclosure::{Cell, KAnonymity, Suppression, derivable_cells, k_anonymity, suppress_table};
pub use linking::{CodeLinks, CodePair, link_codes};
pub use quality::{ResponseQuality, response_quality};
pub use scale::{
    Alpha, AlphaMissing, ItemMoments, Keying, MinAnswered, Omega, ScaleAnswers, ScaleRange, ScaleScores,
    ScoreHistogram, cronbach_alpha, omega_one_factor, scale_scores,
};
pub use scoring_error::ScoringError;
pub use shares::{MultiSelect, OptionShare, TopBox, multi_select, top_box};
pub use weighting::{
    CellWeight, KishEffect, Margin, MarginTarget, Poststratified, RakeOptions, Raked, StratumWeight,
    WeightTotal, WeightedProportion, kish, poststratify, rake, weighted_proportion,
};

//! The statistics of surveys, as functions over plain records.
//!
//! What is undefined is nothing (`None`, `null`), never NaN, 0 or 1: a report must not show "0 %" for an empty group. Input
//! that is none of a statistic is a [`StatsError`] or a [`ScoringError`]. A difference says in its name which way it goes. The formulas, their
//! sources and their edges are in the table of `docs/survey.md`.

mod descriptives;
mod difference;
pub mod distribution;
mod error;
mod finite_population;
mod fisher;
mod level;
mod mann_whitney;
mod means;
mod multiplicity;
mod nps;
pub(crate) mod numeric;
mod paired_proportions;
mod proportion;
mod ranks;
mod response_rates;
mod sample;
mod sample_size;
mod score;
mod threshold;
mod threshold_finite;
mod walsh;
mod wilcoxon;

pub use descriptives::{Descriptives, descriptives};
pub use difference::{ProportionDifference, proportion_difference};
pub use error::StatsError;
pub use finite_population::{FiniteMean, FiniteProportion, finite_mean, finite_proportion};
pub use level::{Interval, Level};
pub use mann_whitney::{MannWhitney, mann_whitney};
pub use means::{PairedT, WelchT, paired_t, welch_t};
pub use multiplicity::{benjamini_hochberg, holm};
pub use nps::{NetPromoterScore, net_promoter_score};
pub use paired_proportions::{PairedProportions, PairedTable, paired_proportions};
pub use proportion::{ProportionIntervals, proportion_intervals};
pub use response_rates::{Dispositions, Eligibility, ResponseRates, response_rates};
pub use sample_size::{PopulationSampleSize, SampleDesign, SampleSize, sample_margin, sample_size};
pub use threshold::{ThresholdDecision, Verdict, threshold_decision};
pub use threshold_finite::{FiniteThresholdDecision, threshold_decision_finite};
pub use walsh::{HodgesLehmann, hodges_lehmann};
pub use wilcoxon::{SignedRank, SignedRankTest, signed_rank};

#[cfg(test)]
mod tests;

mod agreement;
mod disclosure;
mod exact;
mod intervals;
mod linking;
mod phases;
mod quality;
mod request;
mod scale;
mod scoring_error;
mod shares;
mod sums;
mod weighting;

pub use agreement::{
    CodedUnits, CohenKappa, FleissKappa, Kappa, KendallW, Krippendorff, MeasurementLevel, cohen_kappa,
    fleiss_kappa, kendall_w, krippendorff_alpha,
};
pub use disclosure::{Cell, KAnonymity, Suppression, derivable_cells, k_anonymity, suppress_table};
pub use linking::{CodeLinks, CodePair, link_codes};
pub use phases::{Attrition, PhaseRow, PhaseSummary, TwoPhase, attrition, two_phase};
pub use quality::{ResponseQuality, response_quality};
pub use request::{StatisticError, TableSource, statistic, statistic_methods};
pub(crate) use scale::alpha_of_sums;
pub use scale::{
    Alpha, AlphaMissing, ItemMoments, Keying, MinAnswered, Omega, ScaleAnswers, ScaleRange, ScaleScores,
    ScoreHistogram, cronbach_alpha, omega_one_factor, scale_scores,
};
pub use scoring_error::ScoringError;
pub use shares::{MultiSelect, OptionShare, TopBox, multi_select, top_box};
pub(crate) use sums::{PairSums, ScoreSums};
pub use weighting::{
    CellWeight, KishEffect, Margin, MarginTarget, Poststratified, RakeOptions, Raked, StratumWeight,
    WeightTotal, WeightedProportion, kish, poststratify, rake, weighted_proportion,
};

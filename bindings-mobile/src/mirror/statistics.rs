//! Mirrors of the types of `qoldau_core::survey::stats`. Written by `bindings-mobile/mirror`; do not edit:
//! `QOLDAU_UPDATE=1 cargo test -p qoldau-mirror`

use qoldau_core::survey::stats::Interval;
use qoldau_core::survey::stats::NetPromoterScore;
use qoldau_core::survey::stats::Verdict;

/// An interval with both its ends.
#[uniffi::remote(Record)]
pub struct Interval {
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

/// The net promoter score of a rating from 0 to 10, in points from −100 to 100 (Reichheld 2003).
///
/// Undefined without answers. A rating on any other scale is no NPS.
#[uniffi::remote(Record)]
pub struct NetPromoterScore {
    /// Number of answers.
    pub n: u32,
    /// Answers of 9 and 10.
    pub promoters: u32,
    /// Answers of 7 and 8.
    pub passives: u32,
    /// Answers from 0 to 6.
    pub detractors: u32,
    /// 100 (promoters − detractors)/n.
    #[uniffi(default = None)]
    pub nps: Option<f64>,
    /// Standard error in points: 100 √((p + d − (p − d)²)/n), n in the denominator.
    #[uniffi(default = None)]
    pub se: Option<f64>,
    /// Wald's interval in points; not cut, and without width where all are of one kind.
    #[uniffi(default = None)]
    pub ci_wald: Option<Interval>,
}

/// The verdict on a threshold, from the point rule and from one-sided bounds. The contract asks for the point rule; the bounds
/// say how surely, and never replace it.
#[uniffi::remote(Enum)]
pub enum Verdict {
    /// The share reaches the threshold, and so does its lower bound.
    MetWithConfidence,
    /// The share reaches the threshold, its lower bound does not.
    MetPointOnly,
    /// The share does not reach the threshold, its upper bound does.
    NotMetInconclusive,
    /// Not even the upper bound reaches the threshold.
    NotMetWithConfidence,
}

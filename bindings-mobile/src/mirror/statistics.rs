//! Mirrors of the types of `qoldau_core::survey::stats`. Written by `bindings-mobile/mirror`; do not edit:
//! `QOLDAU_UPDATE=1 cargo test -p qoldau-mirror`

use qoldau_core::survey::stats::CodeLinks;
use qoldau_core::survey::stats::CodePair;
use qoldau_core::survey::stats::Interval;
use qoldau_core::survey::stats::NetPromoterScore;
use qoldau_core::survey::stats::PopulationSampleSize;
use qoldau_core::survey::stats::SampleSize;
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

/// How the codes of two phases pair.
#[uniffi::remote(Record)]
pub struct CodeLinks {
    /// Rows of the first phase.
    pub first_rows: u32,
    /// Rows of the second phase.
    pub second_rows: u32,
    /// Rows of the first phase without a code.
    pub first_blank: u32,
    /// Rows of the second phase without a code.
    pub second_blank: u32,
    /// Rows of the first phase whose code stands there more than once; they are never paired.
    pub first_repeated: u32,
    /// Rows of the second phase whose code stands there more than once; they are never paired.
    pub second_repeated: u32,
    /// Rows with the same code, in the order of the first phase.
    pub exact: Vec<CodePair>,
    /// Rows whose codes differ by no more letters than allowed, and that have no other such partner, in the order of the first phase.
    pub near: Vec<CodePair>,
    /// Rows of the first phase that have several partners as near, or whose partner has: they stay unpaired.
    pub ambiguous: u32,
    /// Pairs of different persons that would share a code by chance if all codes of the form seen were equally likely: n₁·n₂/M with
    /// M the product, over the places of the code, of how many letters occur there. Undefined without codes.
    #[uniffi(default = None)]
    pub chance_pairs: Option<f64>,
}

/// Two rows that bear the code of one person.
#[uniffi::remote(Record)]
pub struct CodePair {
    /// The row of the first phase, from 0.
    pub first: u32,
    /// The row of the second phase, from 0.
    pub second: u32,
}

/// How many must answer for a proportion to be known within a margin.
#[uniffi::remote(Record)]
pub struct SampleSize {
    /// The number for a population without end, z² p q/e² (Cochran 1977), before the design effect and rounding up.
    pub n0: f64,
    /// How many must answer of a population without end: n0 times the design effect, rounded up; null beyond 4 294 967 295.
    #[uniffi(default = None)]
    pub n: Option<u32>,
    /// How many must be asked for that: the number divided by the response rate, rounded up; null beyond 4 294 967 295.
    #[uniffi(default = None)]
    pub invited: Option<u32>,
    /// The numbers for populations of known size, in the order of the question.
    pub by_population: Vec<PopulationSampleSize>,
}

/// How many must answer of a population of known size.
#[uniffi::remote(Record)]
pub struct PopulationSampleSize {
    /// Size of the population.
    pub population: u32,
    /// n0/(1 + (n0 − 1)/N), before the design effect and rounding up.
    pub n_raw: f64,
    /// The same times the design effect, rounded up, so that the margin is kept, and at most the population. Krejcie & Morgan 1970 round to
    /// the nearest, which may be one short.
    pub n: u32,
    /// How many must be asked for that many to answer; null where asking everybody is not enough.
    #[uniffi(default = None)]
    pub invited: Option<u32>,
}

//! The net promoter score.

use serde::Serialize;

use super::numeric::{Double, quotient};
use super::{Interval, Level, StatsError};

/// The net promoter score of a rating from 0 to 10, in points from −100 to 100 (Reichheld 2003).
///
/// Undefined without answers. A rating on any other scale is no NPS.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
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
    pub nps: Option<f64>,
    /// Standard error in points: 100 √((p + d − (p − d)²)/n), n in the denominator.
    pub se: Option<f64>,
    /// Wald's interval in points; not cut, and without width where all are of one kind.
    pub ci_wald: Option<Interval>,
}

/// The net promoter score of the counts of the answers 0, 1, … 10.
///
/// # Errors
/// `SVY007` when there are more than 4 294 967 295 answers.
pub fn net_promoter_score(counts: [u32; 11], level: Level) -> Result<NetPromoterScore, StatsError> {
    let sum = |counts: &[u32]| {
        counts.iter().try_fold(0_u32, |sum, count| sum.checked_add(*count)).ok_or(StatsError::TooMany)
    };
    let [d0, d1, d2, d3, d4, d5, d6, p7, p8, p9, p10] = counts;
    let n = sum(&counts)?;
    let promoters = sum(&[p9, p10])?;
    let passives = sum(&[p7, p8])?;
    let detractors = sum(&[d0, d1, d2, d3, d4, d5, d6])?;
    let (p, d, all) = (i128::from(promoters), i128::from(detractors), i128::from(n));
    let balance = p.saturating_sub(d);
    let nps = quotient(balance.saturating_mul(100), all);
    // 100² ((P + D) n − (P − D)²) / n³, in whole numbers up to the division.
    let spread = p.saturating_add(d).saturating_mul(all).saturating_sub(balance.saturating_mul(balance));
    let se = (n > 0).then(|| {
        let cube = Double::from(n) * Double::from(n) * Double::from(n);
        (Double::from(spread.saturating_mul(10_000)) / cube).sqrt().rounded()
    });
    let ci_wald = nps.zip(se).map(|(nps, se)| Interval::around(nps, level.z() * se));
    Ok(NetPromoterScore { n, promoters, passives, detractors, nps, se, ci_wald })
}

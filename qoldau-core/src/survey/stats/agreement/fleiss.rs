//! Fleiss' kappa.

use serde::Serialize;

use crate::survey::stats::ScoringError;
use crate::survey::stats::exact::Wide;

/// Fleiss' kappa of several raters.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FleissKappa {
    /// How many units were rated.
    pub units: u32,
    /// How many raters rated each of them.
    pub raters: u32,
    /// Agreement beyond chance, at most 1. Undefined without units, for fewer than two raters, and where all ratings are of one
    /// category.
    pub kappa: Option<f64>,
}

/// Fleiss' kappa of units (rows) and categories (columns), each cell the number of raters who put the unit there.
///
/// Fleiss 1971: (P − Pₑ)/(1 − Pₑ). Exact up to one division.
///
/// # Errors
/// `SVY050` rows of different length, `SVY055` units with different numbers of raters, for which Fleiss' kappa is not defined (use
/// Krippendorff's alpha), `SVY056` more than 2³¹ ratings.
pub fn fleiss_kappa(counts: &[Vec<u32>]) -> Result<FleissKappa, ScoringError> {
    let width = counts.first().map_or(0, Vec::len);
    let raters = counts.first().map_or(0, |row| total(row));
    let mut columns = vec![0_i128; width];
    let mut squares = 0_i128;
    for (unit, row) in (0_u32..).zip(counts) {
        if row.len() != width {
            return Err(ScoringError::RowLength { row: unit });
        }
        if total(row) != raters {
            return Err(ScoringError::UnequalRaters { unit });
        }
        for (column, count) in columns.iter_mut().zip(row) {
            *column += i128::from(*count);
            squares += i128::from(*count).pow(2);
        }
    }
    let units = u32::try_from(counts.len()).unwrap_or(u32::MAX);
    let all = i128::from(units) * raters;
    if all > 1 << 31 {
        return Err(ScoringError::TooMany { limit: 1 << 31 });
    }
    // P = (squares − all)/(all·(raters − 1)) and Pₑ = chance/all², both over all²·(raters − 1).
    let chance: i128 = columns.iter().map(|column| column.pow(2)).sum();
    let above = Wide::product(squares - all, all).minus(Wide::product(chance, raters - 1));
    let below = Wide::product(all * all - chance, raters - 1);
    let kappa = (raters >= 2 && below.is_positive()).then(|| above.double() / below.double());
    Ok(FleissKappa { units, raters: u32::try_from(raters).unwrap_or(u32::MAX), kappa })
}

fn total(row: &[u32]) -> i128 {
    row.iter().map(|count| i128::from(*count)).sum()
}

//! Two phases of one survey, paired by codes, and who did not come back.
#![expect(
    clippy::arithmetic_side_effects,
    reason = "counts of rows in memory; products of scores are checked"
)]

use std::collections::BTreeMap;

use serde::Serialize;

use super::exact::{least_common_multiple, pow10};
use super::intervals::wilson_interval;
use super::scale::tally;
use super::{
    Alpha, AlphaMissing, Interval, Keying, Level, MinAnswered, PairedProportions, PairedT, PairedTable,
    ScaleAnswers, ScoringError, SignedRankTest, WelchT, cronbach_alpha, paired_proportions, paired_t,
    scale_scores, signed_rank, welch_t,
};
use crate::value::Amount;

/// One filled-in form of a phase.
#[derive(Clone, PartialEq)]
pub struct PhaseRow {
    /// The person's code, or id. Rows without one pair with nothing.
    pub code: String,
    /// Raw answers to the items of the scale.
    pub answers: Vec<Option<f64>>,
    /// Whether the answer to the item that is compared as a share lies in its top boxes, or `None` without an answer.
    pub top: Option<bool>,
}

impl std::fmt::Debug for PhaseRow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PhaseRow(…)")
    }
}

/// A scale in one phase.
#[derive(Debug, Clone, PartialEq)]
pub struct PhaseSummary {
    /// Rows of the phase.
    pub rows: u32,
    /// Rows whose code stands in the phase more than once. All of them are left out of every figure: which of them is the person is not
    /// known.
    pub repeated_rows: u32,
    /// Persons scored.
    pub scored: u32,
    /// Mean of their scores. Undefined for nobody.
    pub mean: Option<f64>,
    /// Standard deviation of their scores (n − 1). Undefined for fewer than two.
    pub sd: Option<f64>,
    /// The mean as percent of the maximum possible.
    pub mean_pomp: Option<f64>,
    /// Cronbach's alpha of complete rows.
    pub alpha: Alpha,
}

/// Two phases of one survey.
#[derive(Debug, Clone, PartialEq)]
pub struct TwoPhase {
    /// The first phase.
    pub first: PhaseSummary,
    /// The second phase.
    pub second: PhaseSummary,
    /// Codes that stand once in both phases.
    pub matched: u32,
    /// Of these, persons scored in both.
    pub scored_pairs: u32,
    /// The change of their scores, second minus first.
    pub change: PairedT,
    /// Pratt's signed rank test of the change, second minus first; ties and zeros of scores are judged as fractions.
    pub change_ranks: SignedRankTest,
    /// The item compared as a share, among matched persons who answered it twice.
    pub top: PairedTable,
    /// Its change, first minus second.
    pub top_change: PairedProportions,
}

/// Compares a scale between two phases, and pairs persons by code.
///
/// # Errors
/// Those of [`ScaleAnswers::new`], and `SVY051` where scores need more digits than are computed with.
pub fn two_phase(
    first: &[PhaseRow],
    second: &[PhaseRow],
    items: u32,
    keying: &Keying,
    min_answered: MinAnswered,
    level: Level,
) -> Result<TwoPhase, ScoringError> {
    let (one, other) = (kept(first), kept(second));
    let all: Vec<Vec<Option<f64>>> = one.iter().chain(&other).map(|row| row.answers.clone()).collect();
    // Both on one decimal scale, so that their scores can be subtracted.
    let answers = ScaleAnswers::new(items, &all, keying)?;
    let parts = [answers.part(0, one.len()), answers.part(one.len(), other.len())];
    let [first_scores, second_scores] = [scores(&parts[0], min_answered), scores(&parts[1], min_answered)];
    let by_code: BTreeMap<&str, usize> = other
        .iter()
        .enumerate()
        .filter(|(_, row)| !blank(row))
        .map(|(at, row)| (row.code.trim(), at))
        .collect();
    let pairs: Vec<(usize, usize)> = one
        .iter()
        .enumerate()
        .filter(|(_, row)| !blank(row))
        .filter_map(|(at, row)| Some((at, *by_code.get(row.code.trim())?)))
        .collect();
    let scored: Vec<(Score, Score)> = pairs
        .iter()
        .filter_map(|(one, other)| {
            first_scores.get(*one).copied().flatten().zip(second_scores.get(*other).copied().flatten())
        })
        .collect();
    let (change, change_ranks) = change(&scored, answers.places, level)?;
    let top = top_table(pairs.iter().filter_map(|(at, to)| one.get(*at)?.top.zip(other.get(*to)?.top)));
    Ok(TwoPhase {
        first: summary(first.len(), &parts[0], min_answered, level),
        second: summary(second.len(), &parts[1], min_answered, level),
        matched: count(pairs.len()),
        scored_pairs: count(scored.len()),
        change,
        change_ranks,
        top,
        top_change: paired_proportions(top, level).map_err(|_| ScoringError::TooMany { limit: u32::MAX })?,
    })
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn blank(row: &PhaseRow) -> bool {
    row.code.trim().is_empty()
}

/// Rows whose code no other row has, and rows without a code.
fn kept(rows: &[PhaseRow]) -> Vec<&PhaseRow> {
    let mut times: BTreeMap<&str, u32> = BTreeMap::new();
    for row in rows {
        *times.entry(row.code.trim()).or_default() += 1;
    }
    rows.iter().filter(|row| blank(row) || times.get(row.code.trim()) == Some(&1)).collect()
}

fn summary(rows: usize, answers: &ScaleAnswers, min_answered: MinAnswered, level: Level) -> PhaseSummary {
    let scores = scale_scores(answers, min_answered);
    PhaseSummary {
        rows: count(rows),
        repeated_rows: count(rows).saturating_sub(answers.persons()),
        scored: scores.scored,
        mean: scores.mean,
        sd: scores.sd,
        mean_pomp: scores.mean_pomp,
        alpha: cronbach_alpha(answers, AlphaMissing::Listwise, level),
    }
}

/// A score as a fraction: the sum of answers and their number.
type Score = (i64, u32);

fn scores(answers: &ScaleAnswers, min_answered: MinAnswered) -> Vec<Option<Score>> {
    let score = |row: &[Option<i64>]| {
        let (answered, sum) = tally(row);
        min_answered.allows(answered, answers.items()).then_some((sum, answered))
    };
    answers.rows().map(score).collect()
}

/// The tests of the change, on scores times their common denominator, which are whole numbers.
fn change(
    scored: &[(Score, Score)],
    places: u32,
    level: Level,
) -> Result<(PairedT, SignedRankTest), ScoringError> {
    let digits = || ScoringError::NotANumber { row: 0 };
    let denominators = scored.iter().flat_map(|(one, other)| [one.1, other.1]).map(i128::from);
    let common = denominators.clone().try_fold(1, least_common_multiple).ok_or_else(digits)?;
    let whole = |(sum, answered): Score| -> Option<Amount> {
        let factor = common.checked_div(i128::from(answered))?;
        i128::from(sum).checked_mul(factor)?.to_string().parse().ok()
    };
    let of = |side: fn(&(Score, Score)) -> Score| -> Result<Vec<Amount>, ScoringError> {
        scored.iter().map(|pair| whole(side(pair)).ok_or_else(digits)).collect()
    };
    let (before, after) = (of(|pair| pair.0)?, of(|pair| pair.1)?);
    let mut test = paired_t(&after, &before, level).map_err(|_| digits())?;
    let unit = super::exact::double(common.saturating_mul(pow10(places).ok_or_else(digits)?));
    test.mean_diff = test.mean_diff.map(|mean| mean / unit);
    test.sd_diff = test.sd_diff.map(|sd| sd / unit);
    test.ci = test.ci.map(|ends| Interval { low: ends.low / unit, high: ends.high / unit });
    Ok((test, signed_rank(&after, &before).map_err(|_| digits())?.pratt))
}

fn top_table(pairs: impl Iterator<Item = (bool, bool)>) -> PairedTable {
    let mut table = PairedTable { both: 0, first_only: 0, second_only: 0, neither: 0 };
    for pair in pairs {
        let cell = match pair {
            (true, true) => &mut table.both,
            (true, false) => &mut table.first_only,
            (false, true) => &mut table.second_only,
            (false, false) => &mut table.neither,
        };
        *cell = cell.saturating_add(1);
    }
    table
}

/// Who came back, and whether those who did not were different from the start.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Attrition {
    /// Persons with a first value.
    pub first: u32,
    /// Of these, persons with a second one.
    pub second: u32,
    /// Persons with a second value only: in no figure here.
    pub second_only: u32,
    /// second/first, 0 to 1. Undefined when nobody began.
    pub retention: Option<f64>,
    /// Wilson's interval of it.
    pub wilson: Option<[f64; 2]>,
    /// Mean first value of those who came back. Undefined when nobody did.
    pub stayers_mean: Option<f64>,
    /// Mean first value of those who did not. Undefined when everybody came back.
    pub leavers_mean: Option<f64>,
    /// Welch's test of the difference, those who came back minus those who did not.
    pub baseline: WelchT,
    /// The change of those who came back, second minus first. A missing second value is no "no change".
    pub change: PairedT,
}

/// Attrition between two phases: each person's first and second value, `None` where there is none.
///
/// # Errors
/// `SVY050` lists of different length, `SVY051` values that need more digits than are computed with.
pub fn attrition(
    first: &[Option<Amount>],
    second: &[Option<Amount>],
    level: Level,
) -> Result<Attrition, ScoringError> {
    if first.len() != second.len() {
        return Err(ScoringError::RowLength { row: count(first.len().min(second.len())) });
    }
    let both = || first.iter().zip(second);
    let (before, after): (Vec<Amount>, Vec<Amount>) =
        both().filter_map(|(one, other)| one.zip(*other)).unzip();
    let left: Vec<Amount> = both().filter(|(_, other)| other.is_none()).filter_map(|(one, _)| *one).collect();
    let digits = |_| ScoringError::NotANumber { row: 0 };
    let (stayed, began) = (f64::from(count(before.len())), f64::from(count(before.len() + left.len())));
    let mean = |values: &[Amount]| -> Result<Option<f64>, ScoringError> {
        let values: Vec<Option<Amount>> = values.iter().copied().map(Some).collect();
        Ok(super::descriptives(&values).map_err(digits)?.mean)
    };
    Ok(Attrition {
        first: count(before.len() + left.len()),
        second: count(before.len()),
        second_only: count(both().filter(|(one, other)| one.is_none() && other.is_some()).count()),
        retention: (began > 0.0).then(|| stayed / began),
        wilson: wilson_interval(stayed, began, level),
        stayers_mean: mean(&before)?,
        leavers_mean: mean(&left)?,
        baseline: welch_t(&before, &left).map_err(digits)?,
        change: paired_t(&after, &before, level).map_err(digits)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::survey::stats::ScaleRange;

    fn level() -> Level {
        Level::new("0.95".parse().unwrap()).unwrap()
    }

    fn row(code: &str, answers: &[f64]) -> PhaseRow {
        // 0 stands for no answer.
        let answers: Vec<Option<f64>> =
            answers.iter().map(|answer| (*answer > 0.0).then_some(*answer)).collect();
        let top = answers.first().copied().flatten().map(|answer| answer >= 4.0);
        PhaseRow { code: code.into(), answers, top }
    }

    fn compare(first: &[PhaseRow], second: &[PhaseRow]) -> TwoPhase {
        let keying = Keying { range: Some(ScaleRange { low: 1.0, high: 5.0 }), reversed: vec![] };
        two_phase(first, second, 3, &keying, MinAnswered::Count { items: 2 }, level()).unwrap()
    }

    #[test]
    fn persons_pair_by_code_and_repeated_codes_by_none() {
        let first = [
            row("a", &[1.0, 2.0, 3.0]),
            row("b", &[4.0, 4.0, 0.0]),
            row("c", &[5.0, 5.0, 5.0]),
            row("c", &[1.0, 1.0, 1.0]),
            row("", &[2.0, 2.0, 2.0]),
            row("d", &[0.0, 0.0, 3.0]),
        ];
        let second = [
            row(" a ", &[4.0, 4.0, 4.0]),
            row("b", &[4.0, 4.0, 4.0]),
            row("c", &[3.0, 3.0, 3.0]),
            row("d", &[5.0, 5.0, 5.0]),
        ];
        let both = compare(&first, &second);
        assert_eq!((both.first.rows, both.first.repeated_rows, both.first.scored), (6, 2, 3));
        assert_eq!((both.matched, both.scored_pairs), (3, 2));
        // a rose by 2, b stayed at 4: of two answers or of three, 4 is 4.
        assert_eq!((both.change.mean_diff, both.change_ranks.n_zero), (Some(1.0), 1));
        assert_eq!(
            (both.top.second_only, both.top.both, both.top.first_only, both.top.neither),
            (1, 1, 0, 0)
        );
        let nobody = compare(&[], &[]);
        assert_eq!(
            (nobody.first.mean, nobody.change.mean_diff, nobody.first.alpha.alpha),
            (None, None, None)
        );
    }

    #[test]
    fn ties_of_scores_are_ties_of_fractions() {
        // 7/3 − 4/3 and 5/2 − 3/2 are both 1; as doubles the first is not.
        let first = [row("a", &[1.0, 1.0, 2.0]), row("b", &[1.0, 2.0, 0.0])];
        let second = [row("a", &[2.0, 2.0, 3.0]), row("b", &[2.0, 3.0, 0.0])];
        let both = compare(&first, &second);
        assert_eq!((both.change.mean_diff, both.change.sd_diff, both.change.t), (Some(1.0), Some(0.0), None));
        assert_eq!(both.change_ranks.w_plus.to_bits(), 3.0_f64.to_bits());
    }

    #[test]
    fn those_who_left_are_told_from_those_who_stayed() {
        let of = |values: &[i32]| -> Vec<Option<Amount>> {
            values.iter().map(|value| (*value >= 0).then(|| value.to_string().parse().unwrap())).collect()
        };
        let lost = attrition(&of(&[10, 12, 9, 14, -1]), &of(&[8, -1, 9, -1, 3]), level()).unwrap();
        assert_eq!((lost.first, lost.second, lost.second_only, lost.retention), (4, 2, 1, Some(0.5)));
        assert_eq!((lost.stayers_mean, lost.leavers_mean), (Some(9.5), Some(13.0)));
        assert_eq!(lost.change.mean_diff, Some(-1.0));
        let nobody = attrition(&[], &[], level()).unwrap();
        assert_eq!((nobody.retention, nobody.wilson, nobody.stayers_mean), (None, None, None));
        assert_eq!(attrition(&of(&[1]), &[], level()).unwrap_err().code(), "SVY050");
    }
}

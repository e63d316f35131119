//! Scores of persons on a scale.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::ScaleAnswers;
use crate::survey::stats::exact::{Sum, Wide, double, least_common_multiple, pow10};

/// How many of a scale's items a person must have answered to be scored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum MinAnswered {
    /// So many items.
    Count {
        /// The number of items; 0 means 1, as nobody is scored by no answer.
        items: u32,
    },
    /// At least such a share of the items, as a fraction, so that "half" is judged exactly: answered·denominator ≥ numerator·items.
    Share {
        /// Above the line.
        numerator: u32,
        /// Below the line.
        denominator: u32,
    },
}

impl MinAnswered {
    /// Whether so many answers of so many items suffice. No answer never does.
    #[must_use]
    pub fn allows(self, answered: u32, items: u32) -> bool {
        answered > 0
            && match self {
                Self::Count { items } => answered >= items,
                Self::Share { numerator, denominator } => {
                    u64::from(answered) * u64::from(denominator) >= u64::from(numerator) * u64::from(items)
                }
            }
    }
}

/// Scores of persons on a scale.
///
/// A person's score is the mean of the items answered, after reversing (person-mean imputation: Downey & King 1998), if enough are
/// answered ("half rule": Fairclough & Cella 1996).
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ScaleScores {
    /// How many persons.
    pub persons: u32,
    /// How many of them are scored.
    pub scored: u32,
    /// How many answered every item.
    pub complete: u32,
    /// How many answered too few items.
    pub unscored: u32,
    /// Mean of the scores. Undefined when nobody is scored.
    pub mean: Option<f64>,
    /// Their standard deviation (n − 1). Undefined for fewer than two.
    pub sd: Option<f64>,
    /// Mean of the prorated sums, which is the mean times the number of items.
    pub mean_prorated_sum: Option<f64>,
    /// Mean as percent of the maximum possible, 100·(mean − low)/(high − low) of the declared range (Cohen, Cohen, Aiken & West
    /// 1999). Undefined without a range.
    pub mean_pomp: Option<f64>,
    /// The score of each person, in order; `None` where unscored.
    pub scores: Vec<Option<f64>>,
}

/// Scores every person, and describes the scores.
#[must_use]
pub fn scale_scores(answers: &ScaleAnswers, min_answered: MinAnswered) -> ScaleScores {
    let items = answers.items();
    let mut histogram = ScoreHistogram::new(items, answers.places);
    let mut complete: u32 = 0;
    let mut of_persons = Vec::with_capacity(answers.rows().len());
    for row in answers.rows() {
        let (answered, sum) = tally(row);
        complete += u32::from(answered == items && items > 0);
        let enough = min_answered.allows(answered, items);
        if enough {
            histogram.add(answered, sum);
        }
        let below = i128::from(answered) * answers.unit();
        of_persons.push(enough.then(|| double(sum.into()) / double(below)));
    }
    let (persons, scored) = (answers.persons(), histogram.persons());
    let mean = histogram.mean();
    ScaleScores {
        persons,
        scored,
        complete,
        unscored: persons.saturating_sub(scored),
        mean,
        sd: histogram.sd(),
        mean_prorated_sum: histogram.mean_prorated_sum(),
        mean_pomp: answers
            .declared()
            .zip(mean)
            .map(|(range, mean)| 100.0 * (mean - range.low) / (range.high - range.low)),
        scores: of_persons,
    }
}

/// How many items of a row are answered, and their sum.
pub(in crate::survey::stats) fn tally(row: &[Option<i64>]) -> (u32, i64) {
    row.iter()
        .flatten()
        .fold((0, 0_i64), |(answered, sum), answer| (answered + 1, sum.saturating_add(*answer)))
}

/// How many persons have each score, by number of answers and their sum: a state that merges exactly, from which mean and deviation
/// come out the same for any order and parting of the persons.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScoreHistogram {
    items: u32,
    places: u32,
    persons: BTreeMap<(u32, i64), u64>,
}

impl ScoreHistogram {
    /// No persons yet, of a scale with so many items; answers are whole numbers times 10^−places.
    #[must_use]
    pub const fn new(items: u32, places: u32) -> Self {
        Self { items, places, persons: BTreeMap::new() }
    }

    /// Takes one scored person: how many items are answered, and the sum of the answers.
    pub fn add(&mut self, answered: u32, sum: i64) {
        self.add_many(answered, sum, 1);
    }

    /// Takes so many persons of one score. Of no answer there is no score, and nothing is taken.
    pub fn add_many(&mut self, answered: u32, sum: i64, persons: u32) {
        if answered > 0 && persons > 0 {
            *self.persons.entry((answered, sum)).or_default() += u64::from(persons);
        }
    }

    /// Takes the persons of another histogram of the same scale.
    pub fn merge(&mut self, other: &Self) {
        for (score, persons) in &other.persons {
            *self.persons.entry(*score).or_default() += persons;
        }
    }

    /// How many persons.
    #[must_use]
    pub fn persons(&self) -> u32 {
        u32::try_from(self.count()).unwrap_or(u32::MAX)
    }

    fn count(&self) -> u64 {
        self.persons.values().sum()
    }

    /// Mean of the scores. Undefined for nobody.
    #[must_use]
    pub fn mean(&self) -> Option<f64> {
        self.mean_times(1)
    }

    /// Mean of the scores times the number of items.
    #[must_use]
    pub fn mean_prorated_sum(&self) -> Option<f64> {
        self.mean_times(self.items)
    }

    fn mean_times(&self, factor: u32) -> Option<f64> {
        let count = i128::from(self.count());
        if count == 0 {
            return None;
        }
        if let Some((common, sum, _)) = self.sums() {
            let above = sum.checked_mul(i128::from(factor));
            let below = common.checked_mul(count).and_then(|below| below.checked_mul(pow10(self.places)?));
            if let Some((above, below)) = above.zip(below) {
                return Some(double(above) / double(below));
            }
        }
        let sum: Sum = self.doubles().map(|(score, persons)| score * persons).collect();
        Some(sum.value() / double(count) * f64::from(factor))
    }

    /// Standard deviation of the scores (n − 1). Undefined for fewer than two persons; 0 where all score the same.
    #[must_use]
    pub fn sd(&self) -> Option<f64> {
        let count = i128::from(self.count());
        if count < 2 {
            return None;
        }
        if let Some((common, sum, Some(squares))) = self.sums() {
            let above = Wide::product(count, squares).minus(Wide::product(sum, sum)).double();
            let unit = double(common) * double(pow10(self.places)?);
            return Some((above / (double(count) * double(count - 1))).sqrt() / unit);
        }
        let mean = self.mean()?;
        let squares: Sum = self.doubles().map(|(score, persons)| (score - mean).powi(2) * persons).collect();
        Some((squares.value() / double(count - 1)).sqrt())
    }

    /// Scores on a common denominator: that, the sum, and the sum of squares where it fits.
    fn sums(&self) -> Option<(i128, i128, Option<i128>)> {
        let common = self
            .persons
            .keys()
            .map(|(answered, _)| i128::from(*answered))
            .try_fold(1, least_common_multiple)?;
        let (mut sum, mut squares) = (0_i128, Some(0_i128));
        for ((answered, total), persons) in &self.persons {
            let score = i128::from(*total).checked_mul(common / i128::from(*answered))?;
            let persons = i128::from(*persons);
            sum = sum.checked_add(score.checked_mul(persons)?)?;
            let square = score.checked_mul(score).and_then(|square| square.checked_mul(persons));
            squares = squares.zip(square).and_then(|(squares, square)| squares.checked_add(square));
        }
        Some((common, sum, squares))
    }

    fn doubles(&self) -> impl Iterator<Item = (f64, f64)> + '_ {
        let unit = pow10(self.places).unwrap_or(1);
        self.persons.iter().map(move |((answered, sum), persons)| {
            let score = double((*sum).into()) / double(i128::from(*answered).saturating_mul(unit));
            (score, double((*persons).into()))
        })
    }
}

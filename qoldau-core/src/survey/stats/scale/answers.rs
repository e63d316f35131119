//! Answers to the items of a scale, recoded so that more is always more.

use serde::{Deserialize, Serialize};

use super::moments::{ItemMoments, MOST_ITEMS};
use crate::survey::stats::ScoringError;
use crate::survey::stats::exact::{Decimals, places_of, pow10};

/// The lowest and the highest answer that the form allows, whether or not anybody gave them.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ScaleRange {
    /// The lowest possible answer.
    pub low: f64,
    /// The highest possible answer.
    pub high: f64,
}

/// How raw answers become comparable ones.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Keying {
    /// The possible answers. Without it nothing can be reversed and no answer is out of range.
    pub range: Option<ScaleRange>,
    /// Items asked the other way round, from 0: their answer x counts as low + high − x, of the *declared* ends.
    pub reversed: Vec<u32>,
}

/// Answers of persons (rows) to the items of a scale (columns), after reversing, as whole numbers on one decimal scale.
///
/// Answers such as 1 to 5 stay the whole numbers they are, so every sum of them is exact and no order of rows can change a
/// figure. An answer out of the declared range is no answer: it is counted in [`ScaleAnswers::out_of_range`].
#[derive(Debug, Clone, PartialEq)]
pub struct ScaleAnswers {
    pub(crate) items: usize,
    pub(crate) cells: Vec<Option<i64>>,
    pub(crate) places: u32,
    pub(crate) range: Option<(i64, i64)>,
    declared: Option<ScaleRange>,
    out_of_range: u32,
}

impl ScaleAnswers {
    /// Takes rows of answers, one answer or `None` an item.
    ///
    /// # Errors
    /// `SVY050` a row with more or fewer answers than items, `SVY051` an answer that is not a finite number below 2⁵³,
    /// `SVY052` a range whose low end is not below its high end, `SVY053` a reversed item without a range, `SVY054` a
    /// reversed item that is not among the items, `SVY056` more than 500 items.
    pub fn new(items: u32, rows: &[Vec<Option<f64>>], keying: &Keying) -> Result<Self, ScoringError> {
        let width = usize::try_from(items).ok().filter(|items| *items <= MOST_ITEMS);
        let width = width.ok_or(ScoringError::TooMany { limit: 500 })?;
        let reversed = reversed_items(width, keying)?;
        let mut values: Vec<Option<f64>> = Vec::new();
        for (row, answers) in rows.iter().enumerate() {
            if answers.len() != width {
                return Err(ScoringError::RowLength { row: place(row) });
            }
            values.extend(answers);
        }
        if let Some(at) =
            values.iter().position(|value| value.is_some_and(|value| places_of(value).is_none()))
        {
            return Err(ScoringError::NotANumber { row: place(at.checked_div(width).unwrap_or(0)) });
        }
        let ends = keying.range.map_or_else(Vec::new, |range| vec![Some(range.low), Some(range.high)]);
        let count = values.len();
        values.extend(ends);
        let Decimals { values: mut cells, places } =
            Decimals::new(&values).ok_or(ScoringError::NotANumber { row: 0 })?;
        let ends: Vec<i64> = cells.drain(count..).flatten().collect();
        let range = match ends.as_slice() {
            [low, high] => Some((*low, *high)),
            _ => None,
        };
        let mut answers =
            Self { items: width, cells, places, range, declared: keying.range, out_of_range: 0 };
        answers.key(&reversed);
        Ok(answers)
    }

    fn key(&mut self, reversed: &[bool]) {
        let Some((low, high)) = self.range else { return };
        for row in self.cells.chunks_mut(self.items.max(1)) {
            for (cell, reversed) in row.iter_mut().zip(reversed) {
                let Some(answer) = *cell else { continue };
                let within = (low..=high).contains(&answer);
                self.out_of_range = self.out_of_range.saturating_add(u32::from(!within));
                *cell = within.then_some(if *reversed { low + high - answer } else { answer });
            }
        }
    }

    /// How many items the scale has.
    #[must_use]
    pub fn items(&self) -> u32 {
        place(self.items)
    }

    /// How many persons there are.
    #[must_use]
    pub fn persons(&self) -> u32 {
        place(self.rows().len())
    }

    /// How many answers lay out of the declared range and therefore count as none.
    #[must_use]
    pub const fn out_of_range(&self) -> u32 {
        self.out_of_range
    }

    /// Whether any answer is missing.
    #[must_use]
    pub fn any_missing(&self) -> bool {
        self.cells.iter().any(Option::is_none)
    }

    /// The sums of the complete rows among so many rows from one on: a part that [merges](ItemMoments::merge) with others.
    #[must_use]
    pub fn moments(&self, first: u32, rows: u32) -> ItemMoments {
        let place = |index: u32| usize::try_from(index).unwrap_or(usize::MAX);
        let mut moments = ItemMoments::new(self.items());
        let part = self.rows().skip(place(first)).take(place(rows));
        let mut complete = part.filter_map(|row| row.iter().copied().collect::<Option<Vec<i64>>>());
        // Answers are below 2⁵³ and rows below 2³²; past what sums can hold there are no sums.
        let taken = complete.all(|row| moments.add(&row));
        if taken { moments } else { ItemMoments::new(self.items()) }
    }

    /// So many rows from one on.
    pub(crate) fn part(&self, first: usize, rows: usize) -> Self {
        let cells = self.rows().skip(first).take(rows).flatten().copied().collect();
        Self { cells, out_of_range: 0, ..self.clone() }
    }

    pub(crate) const fn declared(&self) -> Option<ScaleRange> {
        self.declared
    }

    pub(crate) fn rows(&self) -> std::slice::Chunks<'_, Option<i64>> {
        self.cells.chunks(self.items.max(1))
    }

    /// By what a whole number on the scale is divided to give the answer.
    pub(crate) fn unit(&self) -> i128 {
        pow10(self.places).unwrap_or(1)
    }
}

fn reversed_items(items: usize, keying: &Keying) -> Result<Vec<bool>, ScoringError> {
    match keying.range {
        Some(range)
            if range.low < range.high
                && places_of(range.low).is_some()
                && places_of(range.high).is_some() => {}
        Some(_) => return Err(ScoringError::NoRange),
        None if keying.reversed.is_empty() => {}
        None => return Err(ScoringError::ReversedWithoutRange),
    }
    let mut reversed = vec![false; items];
    for item in &keying.reversed {
        let index = usize::try_from(*item).unwrap_or(usize::MAX);
        *reversed.get_mut(index).ok_or(ScoringError::NoSuchItem { item: *item })? = true;
    }
    Ok(reversed)
}

fn place(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

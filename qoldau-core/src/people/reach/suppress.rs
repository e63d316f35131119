//! Hiding small counts of a table of up to three dimensions with all its subtotals.
//!
//! Give every count of the table the sign − for each "all" among its values. Then along every line (one value runs, the others stay) the counts
//! add up to nought: a subtotal is what it sums. Take two values in each dimension: the counts at the corners of that box can be
//! moved by one, up and down in turns, and still every line adds up. Where all corners are hidden, and those that go down are two at
//! least, there is thus another table that looks the same and has other counts at every corner. So a count is safe as soon as such a box of
//! hidden counts is found for it, and nothing has to be solved to know it.
//!
//! Where a box cannot be had without the total, the total is hidden too; "all" is a value like others here. Of the boxes the one is taken
//! that hides the fewest people more.
#![expect(clippy::indexing_slicing, reason = "places in tables made here")]

use super::model::{ReachRow, ReachValue};
use crate::people::dictionary::{Dictionary, hash_of};

/// Of a line so many values are tried beside the count's own, those of few people first, and "all".
const TRIED: usize = 8;
/// What it costs to hide the total of the whole table.
const TOTAL: u64 = 1 << 40;

/// Which rows of a table are hidden: those with 1 up to `smallest` − 1 people, and as many others that none of the hidden counts follows from
/// the shown ones, nor is fewer than `smallest` for all that a line hides together. The rows have to be of one table with all its subtotals.
pub(super) fn hidden(rows: &[ReachRow], smallest: u32) -> Vec<bool> {
    let mut table = Cells::of(rows);
    let small: Vec<usize> = (0..rows.len()).filter(|at| (1..smallest).contains(&table.counts[*at])).collect();
    if small.iter().any(|at| !table.protect(*at)) {
        return vec![true; rows.len()];
    }
    while let Some(at) = table.thin_line(smallest) {
        if !table.protect(at) {
            return vec![true; rows.len()];
        }
    }
    table.hidden
}

/// A line of the table: its dimension, the values with that one left out, and the rows along it.
type Line = (usize, Vec<u32>, Vec<usize>);

struct Cells {
    /// The values of every row as numbers; 0 is "all".
    values: Vec<Vec<u32>>,
    counts: Vec<u32>,
    /// The rows in the order of their values.
    places: Vec<usize>,
    /// The lines in their order.
    lines: Vec<Line>,
    hidden: Vec<bool>,
    /// Whether a box was found for a row.
    safe: Vec<bool>,
}

impl Cells {
    fn of(rows: &[ReachRow]) -> Self {
        let dimensions = rows.first().map_or(0, |row| row.values.len());
        let mut names: Vec<Dictionary<&str>> = (0..dimensions).map(|_| Dictionary::new()).collect();
        let mut values = Vec::with_capacity(rows.len());
        for row in rows {
            let number = |(name, value)| number(name, value);
            values.push(names.iter_mut().zip(&row.values).map(number).collect::<Vec<u32>>());
        }
        let mut places: Vec<usize> = (0..rows.len()).collect();
        places.sort_unstable_by(|one, other| values[*one].cmp(&values[*other]));
        let mut lines: Vec<Line> = Vec::new();
        for (at, values) in values.iter().enumerate() {
            lines.extend((0..dimensions).map(|dimension| (dimension, line(values, dimension), vec![at])));
        }
        lines.sort_unstable();
        lines.dedup_by(|more, kept| {
            let same = (more.0, &more.1) == (kept.0, &kept.1);
            if same {
                kept.2.append(&mut more.2);
            }
            same
        });
        let counts: Vec<u32> = rows.iter().map(|row| row.persons).collect();
        let none = vec![false; rows.len()];
        Self { values, counts, places, lines, hidden: none.clone(), safe: none }
    }

    /// Hides a row together with the box that costs least; whether there is one.
    fn protect(&mut self, at: usize) -> bool {
        self.hidden[at] = true;
        if self.safe[at] {
            return true;
        }
        let Some(corners) = self.cheapest_box(at) else { return false };
        for corner in corners {
            self.hidden[corner] = true;
            self.safe[corner] = true;
        }
        true
    }

    fn cheapest_box(&self, at: usize) -> Option<Vec<usize>> {
        let own = &self.values[at];
        let mut boxes: Vec<Vec<u32>> = vec![Vec::new()];
        for dimension in 0..own.len() {
            let others = self.others(at, dimension);
            boxes = boxes
                .iter()
                .flat_map(|chosen| {
                    others.iter().map(move |other| chosen.iter().copied().chain([*other]).collect())
                })
                .collect();
        }
        let corners = boxes.iter().filter_map(|other| Some((self.cost(own, other)?, other)));
        let (_, other) = corners.min()?;
        Some(self.corners(own, other)?.into_iter().map(|(corner, _)| corner).collect())
    }

    /// Values that a box may have beside a row's own in a dimension.
    fn others(&self, at: usize, dimension: usize) -> Vec<u32> {
        let own = &self.values[at];
        let line = line(own, dimension);
        let found = self.lines.binary_search_by(|other| (other.0, &other.1).cmp(&(dimension, &line)));
        let rows = found.map_or(&[][..], |found| &self.lines[found].2);
        let mut others: Vec<(bool, u32, u32)> = rows
            .iter()
            .filter(|row| **row != at && self.values[**row][dimension] != 0)
            .map(|row| (!self.hidden[*row], self.counts[*row], self.values[*row][dimension]))
            .collect();
        others.sort_unstable();
        let others = others.into_iter().take(TRIED).map(|(.., value)| value);
        others.chain((own[dimension] != 0).then_some(0)).collect()
    }

    /// The rows at the corners of a box, each with whether it goes up with the first; nothing where one is not in the table.
    fn corners(&self, own: &[u32], other: &[u32]) -> Option<Vec<(usize, bool)>> {
        let sign = |values: &[u32]| values.iter().filter(|value| **value == 0).count() % 2 == 0;
        let mut corners: Vec<(Vec<u32>, bool)> = vec![(Vec::new(), true)];
        for (own, other) in own.iter().zip(other) {
            corners = corners
                .iter()
                .flat_map(|(values, up)| {
                    [(*own, *up), (*other, !up)]
                        .map(|(value, up)| (values.iter().copied().chain([value]).collect(), up))
                })
                .collect();
        }
        corners.into_iter().map(|(values, up)| Some((self.place(&values)?, up == sign(&values)))).collect()
    }

    /// The row with these values.
    fn place(&self, values: &[u32]) -> Option<usize> {
        let found = self.places.binary_search_by(|row| self.values[*row].as_slice().cmp(values));
        found.ok().map(|found| self.places[found])
    }

    /// How many people a box hides more; nothing where its corners cannot be moved.
    fn cost(&self, own: &[u32], other: &[u32]) -> Option<u64> {
        let corners = self.corners(own, other)?;
        // Rows are listed because somebody is in them, so that none may come down to nobody.
        let movable =
            |way: bool| corners.iter().filter(|(_, up)| *up != way).all(|(row, _)| self.counts[*row] > 1);
        if !movable(true) && !movable(false) {
            return None;
        }
        let cost = |(row, _): &(usize, bool)| {
            if self.hidden[*row] {
                return 0;
            }
            let total = self.values[*row].iter().all(|value| *value == 0);
            u64::from(self.counts[*row]).saturating_add(if total { TOTAL } else { 1 })
        };
        Some(corners.iter().map(cost).fold(0, u64::saturating_add))
    }

    /// The next row to hide of a line whose total is shown and whose hidden rows are together fewer than the smallest that is shown.
    fn thin_line(&self, smallest: u32) -> Option<usize> {
        self.lines.iter().find_map(|(dimension, _, rows)| {
            let is_total = |row: &usize| self.values[*row][*dimension] == 0;
            let shown = rows.iter().any(|row| is_total(row) && !self.hidden[*row]);
            let parts = || rows.iter().filter(|row| !is_total(row));
            let hides = parts().filter(|row| self.hidden[**row]).map(|row| self.counts[*row]);
            let together = hides.fold(0, u32::saturating_add);
            if !shown || !(1..smallest).contains(&together) {
                return None;
            }
            parts().filter(|row| !self.hidden[**row]).min_by_key(|row| (self.counts[**row], **row)).copied()
        })
    }
}

fn number<'a>(names: &mut Dictionary<&'a str>, value: &'a ReachValue) -> u32 {
    let name = match value {
        ReachValue::All {} => return 0,
        // No value is the empty text.
        ReachValue::Unknown {} => "",
        ReachValue::Is { value } => value,
    };
    names.number(hash_of(name), name, || name).saturating_add(1)
}

/// The values of a row with that of a dimension left out.
fn line(values: &[u32], dimension: usize) -> Vec<u32> {
    let mut rest = values.to_vec();
    rest[dimension] = u32::MAX;
    rest
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "a test may overflow; that is how it fails")]
mod tests;

//! Tables are hidden, and then solved for what is hidden, as far as that goes.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;

/// The table of the finest counts with all subtotals.
fn cube(finest: &[(&[&str], u32)]) -> Vec<ReachRow> {
    let mut all: BTreeMap<Vec<ReachValue>, u32> = BTreeMap::new();
    for (values, persons) in finest.iter().filter(|(_, persons)| *persons > 0) {
        for mask in 0..1_u32 << values.len() {
            let row = values
                .iter()
                .enumerate()
                .map(|(bit, value)| match (mask >> bit) & 1 {
                    1 => ReachValue::All {},
                    _ => ReachValue::Is { value: (*value).into() },
                })
                .collect();
            *all.entry(row).or_default() += persons;
        }
    }
    let row = |(values, persons)| ReachRow { values, participations: persons, persons };
    all.into_iter().map(row).collect()
}

fn said(rows: &[ReachRow], smallest: u32) -> Vec<String> {
    let hidden = hidden(rows, smallest);
    let word = |value: &ReachValue| match value {
        ReachValue::All {} => "*".into(),
        ReachValue::Is { value } => value.clone(),
        ReachValue::Unknown {} => "?".into(),
    };
    let line = |(row, hidden): (&ReachRow, bool)| {
        let values: Vec<String> = row.values.iter().map(word).collect();
        let count = if hidden { "·".into() } else { row.persons.to_string() };
        format!("{} {count}", values.join(" "))
    };
    rows.iter().zip(hidden).map(line).collect()
}

#[test]
fn a_small_count_hides_with_the_smallest_that_it_can_hide_behind() {
    let rows = cube(&[(&["a"], 40), (&["b"], 3), (&["c"], 12)]);
    assert_eq!(said(&rows, 5), ["* 55", "a 40", "b ·", "c ·"]);
    assert_eq!(said(&cube(&[(&["a"], 40), (&["b"], 12)]), 5), ["* 52", "a 40", "b 12"]);
    // Two ones add up to two, and both would be known; with the next they are five at least.
    let rows = cube(&[(&["a"], 40), (&["b"], 1), (&["c"], 1), (&["d"], 9)]);
    assert_eq!(said(&rows, 5), ["* 51", "a 40", "b ·", "c ·", "d ·"]);
    // Nothing but ones: only with the total.
    let ones = cube(&[(&["a"], 1), (&["b"], 1), (&["c"], 1), (&["d"], 1), (&["e"], 1)]);
    assert!(said(&ones, 5).iter().all(|row| row.ends_with('·')));
}

#[test]
fn in_two_dimensions_rows_and_columns_are_both_closed() {
    let rows = cube(&[(&["f", "x"], 3), (&["f", "y"], 20), (&["m", "x"], 10), (&["m", "y"], 30)]);
    assert_eq!(
        said(&rows, 5),
        ["* * 63", "* x 13", "* y 50", "f * 23", "f x ·", "f y ·", "m * 40", "m x ·", "m y ·"]
    );
    // A group of three stands in one place only: its place and its total hide it together.
    let rows = cube(&[(&["f", "x"], 3), (&["m", "x"], 10), (&["m", "y"], 30)]);
    assert_eq!(said(&rows, 5), ["* * 43", "* x 13", "* y 30", "f * ·", "f x ·", "m * ·", "m x ·", "m y 30"]);
}

#[test]
fn nothing_is_hidden_where_nothing_is_small() {
    let rows = cube(&[(&["f", "x"], 5), (&["m", "y"], 30)]);
    assert!(hidden(&rows, 5).iter().all(|hidden| !hidden));
    assert!(hidden(&rows, 0).iter().all(|hidden| !hidden));
    assert!(hidden(&[], 5).is_empty());
}

/// What somebody knows who reads the shown rows: that lines add up, and that in every row there is somebody. Bounds are drawn in
/// until nothing gets narrower; then whatever the equations alone settle is settled too.
struct Solver {
    least: Vec<i64>,
    most: Vec<i64>,
    /// Rows of a line: the total first, then its parts.
    equations: Vec<(usize, Vec<usize>)>,
}

impl Solver {
    fn of(rows: &[ReachRow], hidden: &[bool]) -> Self {
        let table = Cells::of(rows);
        let far = 1_i64 << 40;
        let known = |at: usize| i64::from(rows[at].persons);
        let least = (0..rows.len()).map(|at| if hidden[at] { 1 } else { known(at) }).collect();
        let most = (0..rows.len()).map(|at| if hidden[at] { far } else { known(at) }).collect();
        let equations = table
            .lines
            .iter()
            .map(|(dimension, _, of_line)| {
                let is_total = |row: &&usize| table.values[**row][*dimension] == 0;
                let total = *of_line.iter().find(is_total).unwrap();
                (total, of_line.iter().filter(|row| !is_total(row)).copied().collect())
            })
            .collect();
        Self { least, most, equations }
    }

    fn draw_in(&mut self) {
        loop {
            let before = (self.least.clone(), self.most.clone());
            for (total, parts) in &self.equations {
                let sum = |of: &[i64], but: Option<usize>| -> i64 {
                    parts.iter().filter(|part| Some(**part) != but).map(|part| of[*part]).sum()
                };
                self.least[*total] = self.least[*total].max(sum(&self.least, None));
                self.most[*total] = self.most[*total].min(sum(&self.most, None));
                for part in parts {
                    let (up, down) = (
                        self.most[*total] - sum(&self.least, Some(*part)),
                        self.least[*total] - sum(&self.most, Some(*part)),
                    );
                    self.most[*part] = self.most[*part].min(up);
                    self.least[*part] = self.least[*part].max(down);
                }
            }
            if before == (self.least.clone(), self.most.clone()) {
                return;
            }
        }
    }

    /// Hidden rows whose count the equations settle: by elimination over the numbers modulo a prime.
    fn settled(&self, hidden: &[bool]) -> Vec<usize> {
        const PRIME: i64 = 2_147_483_647;
        let columns: Vec<usize> = (0..hidden.len()).filter(|at| hidden[*at]).collect();
        let place: BTreeMap<usize, usize> = columns.iter().copied().zip(0..).collect();
        let mut matrix: Vec<Vec<i64>> = Vec::new();
        for (total, parts) in &self.equations {
            let mut row = vec![0; columns.len()];
            let signed = parts.iter().map(|part| (*part, 1)).chain([(*total, PRIME - 1)]);
            for (at, sign) in signed.filter(|(at, _)| hidden[*at]) {
                row[place[&at]] = sign;
            }
            matrix.push(row);
        }
        let inverse = |of: i64| {
            let (mut base, mut power, mut out) = (of, PRIME - 2, 1);
            while power > 0 {
                if power & 1 == 1 {
                    out = out * base % PRIME;
                }
                base = base * base % PRIME;
                power >>= 1;
            }
            out
        };
        let mut used = 0;
        for column in 0..columns.len() {
            let Some(pivot) = (used..matrix.len()).find(|row| matrix[*row][column] != 0) else { continue };
            matrix.swap(used, pivot);
            let factor = inverse(matrix[used][column]);
            matrix[used].iter_mut().for_each(|value| *value = *value * factor % PRIME);
            let own = matrix[used].clone();
            for (_, row) in matrix.iter_mut().enumerate().filter(|(at, row)| *at != used && row[column] != 0)
            {
                let factor = row[column];
                for (value, own) in row.iter_mut().zip(&own) {
                    *value = (*value + (PRIME - factor) * own) % PRIME;
                }
            }
            used += 1;
        }
        let alone = |row: &&Vec<i64>| row.iter().filter(|value| **value != 0).count() == 1;
        let only = |row: &Vec<i64>| row.iter().position(|value| *value != 0).map(|at| columns[at]);
        matrix.iter().filter(alone).filter_map(only).collect()
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Tables of one to three dimensions, small and sparse: nobody who solves for a hidden count comes to it.
    #[test]
    fn hidden_counts_do_not_follow_from_what_is_shown(
        finest in prop::collection::btree_map((0_usize..3, 0_usize..4, 0_usize..3), 1_u32..20, 1..16),
        dimensions in 1_usize..=3,
        smallest in 2_u32..8,
    ) {
        let names = ["a", "b", "c", "d"];
        let mut sums: BTreeMap<Vec<&str>, u32> = BTreeMap::new();
        for ((one, two, three), persons) in &finest {
            let values: Vec<&str> = [*one, *two, *three].into_iter().take(dimensions).map(|at| names[at]).collect();
            *sums.entry(values).or_default() += persons;
        }
        let finest: Vec<(&[&str], u32)> = sums.iter().map(|(values, persons)| (values.as_slice(), *persons)).collect();
        let rows = cube(&finest);
        let hidden = hidden(&rows, smallest);
        for (row, hidden) in rows.iter().zip(&hidden) {
            prop_assert!(*hidden || row.persons >= smallest, "a small count is shown");
        }
        let mut solver = Solver::of(&rows, &hidden);
        prop_assert_eq!(solver.settled(&hidden), Vec::<usize>::new());
        solver.draw_in();
        for at in (0..rows.len()).filter(|at| hidden[*at]) {
            prop_assert!(solver.least[at] < solver.most[at], "{:?} is {}", rows[at].values, rows[at].persons);
        }
    }
}

/// The solver of these tests does find what is badly hidden.
#[test]
fn the_solver_solves_what_is_hidden_by_itself_alone() {
    let rows = cube(&[(&["f", "x"], 3), (&["f", "y"], 20), (&["m", "x"], 10), (&["m", "y"], 30)]);
    let alone: Vec<bool> = rows.iter().map(|row| row.persons == 3).collect();
    let mut solver = Solver::of(&rows, &alone);
    assert_eq!(solver.settled(&alone).len(), 1);
    solver.draw_in();
    assert!(solver.least.iter().zip(&solver.most).all(|(least, most)| least == most));
}

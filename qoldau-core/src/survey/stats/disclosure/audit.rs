//! Whether a hidden cell of a table can be worked out from what is published.
//!
//! Rows and columns are the nodes of a graph, hidden cells its edges. The hidden cells may hold other counts with the same totals exactly
//! where some of them can grow and others shrink in turn around a closed path (Gusfield 1988). A cell can shrink only while it
//! is above zero, so paths are walked in a direction: to grow a cell of row r and column c, something in column c must shrink, something in
//! that one's row must grow, and so on, until something in row r shrinks.

use std::collections::VecDeque;

/// Which cells of a table are hidden, row by row.
#[derive(Debug, Clone)]
pub(super) struct Pattern<'a> {
    pub(super) rows: usize,
    pub(super) columns: usize,
    pub(super) counts: &'a [u32],
    pub(super) hidden: Vec<bool>,
}

/// The rows and the columns that a change of one cell can reach.
#[derive(Debug, Clone)]
pub(super) struct Reach {
    pub(super) rows: Vec<bool>,
    pub(super) columns: Vec<bool>,
}

/// Whether the cell that is asked about is to grow or to shrink.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    Grow,
    Shrink,
}

impl Pattern<'_> {
    pub(super) const fn at(&self, row: usize, column: usize) -> usize {
        row * self.columns + column
    }

    /// Whether the table is one line, so that only its total is published beside it.
    pub(super) const fn is_line(&self) -> bool {
        self.rows == 1 || self.columns == 1
    }

    /// Hidden cells that can be worked out, in their order.
    pub(super) fn derivable(&self) -> Vec<usize> {
        let hidden = (0..self.hidden.len()).filter(|at| self.hidden[*at]);
        if self.is_line() {
            // Two hidden cells hide each other, unless both are seen to be zero.
            let sum: u64 = hidden.clone().map(|at| u64::from(self.counts[at])).sum();
            let alone = hidden.clone().count() == 1;
            return if alone || sum == 0 { hidden.collect() } else { Vec::new() };
        }
        hidden.filter(|at| !self.protects(*at)).collect()
    }

    /// Whether a hidden cell may be another count.
    pub(super) fn protects(&self, at: usize) -> bool {
        let row = at / self.columns;
        self.reach(at, Way::Grow).rows[row] || (self.counts[at] > 0 && self.reach(at, Way::Shrink).rows[row])
    }

    /// Whether a change may pass from a column to a row by a hidden cell, which then shrinks on the way to grow, and grows on the way
    /// to shrink.
    pub(super) fn column_to_row(&self, at: usize, way: Way) -> bool {
        way == Way::Shrink || self.counts[at] > 0
    }

    pub(super) fn row_to_column(&self, at: usize, way: Way) -> bool {
        way == Way::Grow || self.counts[at] > 0
    }

    /// What the change of a cell reaches from its column, by hidden cells other than itself.
    pub(super) fn reach(&self, start: usize, way: Way) -> Reach {
        let mut reach = Reach { rows: vec![false; self.rows], columns: vec![false; self.columns] };
        let first = start % self.columns;
        reach.columns[first] = true;
        let mut queue = VecDeque::from([Node::Column(first)]);
        while let Some(node) = queue.pop_front() {
            match node {
                Node::Column(column) => {
                    for row in 0..self.rows {
                        let at = self.at(row, column);
                        let passes = self.hidden[at] && at != start && self.column_to_row(at, way);
                        if passes && !reach.rows[row] {
                            reach.rows[row] = true;
                            queue.push_back(Node::Row(row));
                        }
                    }
                }
                Node::Row(row) => {
                    for column in 0..self.columns {
                        let at = self.at(row, column);
                        let passes = self.hidden[at] && at != start && self.row_to_column(at, way);
                        if passes && !reach.columns[column] {
                            reach.columns[column] = true;
                            queue.push_back(Node::Column(column));
                        }
                    }
                }
            }
        }
        reach
    }
}

enum Node {
    Row(usize),
    Column(usize),
}

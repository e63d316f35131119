//! Which further cells to hide: cheapest paths first, then a search for fewer.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::audit::{Pattern, Reach, Way};

/// Steps of walking the table that a search may take: a second or so on a slow telephone.
const MOST_WORK: u64 = 60_000_000;
/// Orders in which cheapest paths are tried.
const MOST_ORDERS: usize = 64;

/// Hides further cells until no hidden one can be worked out that could be hidden at all, and tells whether fewer are known not to do.
pub(super) fn complement(pattern: &mut Pattern<'_>) -> bool {
    if pattern.is_line() {
        complement_line(pattern);
        return true;
    }
    let primary = pattern.hidden.clone();
    // Zeros stay published, unless a cell has nothing else to hide behind.
    let mut usable: Vec<bool> = pattern.counts.iter().map(|count| *count > 0).collect();
    let mut hopeless = unprotected_by(pattern, &usable);
    if !hopeless.is_empty() {
        usable.fill(true);
        hopeless = unprotected_by(pattern, &usable);
    }
    let mut search = Search {
        pattern: pattern.clone(),
        hopeless,
        usable,
        barred: vec![false; primary.len()],
        best: None,
        work: 0,
    };
    search.by_paths(&primary);
    let fewest = search.by_trial(&primary);
    if let Some((added, _)) = search.best {
        for at in added {
            pattern.hidden[at] = true;
        }
    }
    fewest
}

/// Hidden cells that follow even when all usable ones are hidden.
fn unprotected_by(pattern: &Pattern<'_>, usable: &[bool]) -> Vec<usize> {
    let mut all = pattern.clone();
    for (hidden, usable) in all.hidden.iter_mut().zip(usable) {
        *hidden |= usable;
    }
    let mut derivable = all.derivable();
    derivable.retain(|at| pattern.hidden[*at]);
    derivable
}

/// Of a line with its total: the smallest other count above zero, or a zero where there is none.
fn complement_line(pattern: &mut Pattern<'_>) {
    while !pattern.derivable().is_empty() {
        let open = (0..pattern.hidden.len()).filter(|at| !pattern.hidden[*at]);
        let smallest = open.min_by_key(|at| (pattern.counts[*at] == 0, pattern.counts[*at]));
        match smallest {
            Some(at) => pattern.hidden[at] = true,
            None => return,
        }
    }
}

struct Search<'a> {
    pattern: Pattern<'a>,
    /// Hidden cells that nothing can protect.
    hopeless: Vec<usize>,
    /// Cells that may be hidden.
    usable: Vec<bool>,
    /// Cells that a branch of the search must leave published.
    barred: Vec<bool>,
    /// The best cells to add so far, and the sum of their counts.
    best: Option<(Vec<usize>, u64)>,
    work: u64,
}

impl Search<'_> {
    fn open(&mut self) -> Vec<usize> {
        let hidden = self.pattern.hidden.iter().filter(|hidden| **hidden).count();
        self.spend(hidden);
        let mut open = self.pattern.derivable();
        open.retain(|at| !self.hopeless.contains(at));
        open
    }

    /// Notes what so many walks of the table cost.
    fn spend(&mut self, walks: usize) {
        let cost = walks.saturating_mul(self.pattern.counts.len());
        self.work = self.work.saturating_add(u64::try_from(cost).unwrap_or(u64::MAX));
    }

    fn total(&self, added: &[usize]) -> u64 {
        added.iter().map(|at| u64::from(self.pattern.counts[*at])).sum()
    }

    fn offer(&mut self, added: Vec<usize>) {
        let total = self.total(&added);
        let better = |(known, sum): &(Vec<usize>, u64)| (added.len(), total) < (known.len(), *sum);
        if self.best.as_ref().is_none_or(better) {
            self.best = Some((added, total));
        }
    }

    /// Protects one open cell after another by the cheapest closed path, in several orders, and leaves out what turns out needless.
    fn by_paths(&mut self, primary: &[bool]) {
        for order in 0..MOST_ORDERS {
            if self.work > MOST_WORK / 2 {
                break;
            }
            self.pattern.hidden.clear();
            self.pattern.hidden.extend_from_slice(primary);
            loop {
                let mut open = self.open();
                if open.is_empty() {
                    break;
                }
                let first = order % open.len();
                open.rotate_left(first);
                let Some(path) = open.iter().find_map(|at| self.cheapest_path(*at)) else { break };
                for at in path {
                    self.pattern.hidden[at] = true;
                }
            }
            self.prune(primary);
            let added = (0..primary.len()).filter(|at| self.pattern.hidden[*at] && !primary[*at]).collect();
            self.offer(added);
            if self.best.as_ref().is_some_and(|(added, _)| added.is_empty()) {
                break;
            }
        }
        self.pattern.hidden.clear();
        self.pattern.hidden.extend_from_slice(primary);
    }

    /// Publishes added cells again, the largest first, where the others suffice.
    fn prune(&mut self, primary: &[bool]) {
        let mut added: Vec<usize> =
            (0..primary.len()).filter(|at| self.pattern.hidden[*at] && !primary[*at]).collect();
        added.sort_by_key(|at| Reverse(self.pattern.counts[*at]));
        for at in added {
            self.pattern.hidden[at] = false;
            if !self.open().is_empty() {
                self.pattern.hidden[at] = true;
            }
        }
    }

    /// The published cells of the closed path through a cell that has fewest of them, and of these the smallest counts.
    fn cheapest_path(&mut self, at: usize) -> Option<Vec<usize>> {
        self.spend(2);
        let grow = self.path(at, Way::Grow);
        let shrink = if self.pattern.counts[at] > 0 { self.path(at, Way::Shrink) } else { None };
        let cost = |path: &Vec<usize>| (path.len(), self.total(path));
        grow.into_iter().chain(shrink).min_by_key(cost)
    }

    /// Dijkstra's search from the cell's column to its row. Nodes are rows, then columns.
    fn path(&self, start: usize, way: Way) -> Option<Vec<usize>> {
        let pattern = &self.pattern;
        let (rows, columns) = (pattern.rows, pattern.columns);
        let (goal, source) = (start / columns, rows + start % columns);
        let mut known: Vec<Option<(u64, u64)>> = vec![None; rows + columns];
        let mut came_by: Vec<Option<(usize, usize)>> = vec![None; rows + columns];
        known[source] = Some((0, 0));
        let mut queue = BinaryHeap::from([Reverse(((0, 0), source))]);
        while let Some(Reverse((cost, node))) = queue.pop() {
            if node == goal {
                break;
            }
            if known[node].is_some_and(|best| best < cost) {
                continue;
            }
            let others = if node < rows { rows..rows + columns } else { 0..rows };
            for other in others {
                let (row, column) = if node < rows { (node, other - rows) } else { (other, node - rows) };
                let at = pattern.at(row, column);
                let passes =
                    if node < rows { pattern.row_to_column(at, way) } else { pattern.column_to_row(at, way) };
                let allowed = pattern.hidden[at] || self.usable[at];
                if at == start || !passes || !allowed {
                    continue;
                }
                let step = if pattern.hidden[at] { (0, 0) } else { (1, u64::from(pattern.counts[at])) };
                let reached = (cost.0 + step.0, cost.1 + step.1);
                if known[other].is_none_or(|best| reached < best) {
                    known[other] = Some(reached);
                    came_by[other] = Some((node, at));
                    queue.push(Reverse((reached, other)));
                }
            }
        }
        let mut path = Vec::new();
        let mut node = goal;
        while node != source {
            let (before, at) = came_by[node]?;
            if !pattern.hidden[at] {
                path.push(at);
            }
            node = before;
        }
        Some(path)
    }

    /// Tries every set of one cell more and one more, as long as that may beat the paths, and tells whether all smaller sets were
    /// tried.
    fn by_trial(&mut self, primary: &[bool]) -> bool {
        let known = self.best.as_ref().map_or(0, |(added, _)| added.len());
        for depth in 0..=known {
            self.barred.fill(false);
            self.pattern.hidden.clear();
            self.pattern.hidden.extend_from_slice(primary);
            self.descend(depth, &mut Vec::new());
            if self.best.as_ref().is_some_and(|(added, _)| added.len() <= depth) {
                // Whether or not the smallest counts were found, every smaller set was tried.
                return true;
            }
            if self.work > MOST_WORK {
                return false;
            }
        }
        true
    }

    fn descend(&mut self, depth: usize, added: &mut Vec<usize>) {
        if self.work > MOST_WORK {
            return;
        }
        let open = self.open();
        if open.is_empty() {
            self.offer(added.clone());
            return;
        }
        if depth == 0 || self.least(&open) > depth || self.cannot_beat(added, depth) {
            return;
        }
        let mut options = self.options(&open);
        options.sort_by_key(|at| (self.pattern.counts[*at], *at));
        for at in &options {
            self.pattern.hidden[*at] = true;
            added.push(*at);
            self.descend(depth - 1, added);
            added.pop();
            self.pattern.hidden[*at] = false;
            // What contains this cell has been tried.
            self.barred[*at] = true;
        }
        for at in options {
            self.barred[at] = false;
        }
    }

    /// Whether the counts hidden already weigh as much as those of a known set of this size.
    fn cannot_beat(&self, added: &[usize], depth: usize) -> bool {
        self.best
            .as_ref()
            .is_some_and(|(known, sum)| added.len() + depth >= known.len() && self.total(added) >= *sum)
    }

    /// Lines with a single hidden cell need one more each, and one cell serves one row and one column at most.
    fn least(&self, open: &[usize]) -> usize {
        let columns = self.pattern.columns;
        let (mut rows, mut across) = (vec![0_usize; self.pattern.rows], vec![0_usize; columns]);
        for (at, hidden) in self.pattern.hidden.iter().enumerate() {
            rows[at / columns] += usize::from(*hidden);
            across[at % columns] += usize::from(*hidden);
        }
        let single = |counts: &[usize], of: &dyn Fn(usize) -> usize| {
            let mut lines: Vec<usize> =
                open.iter().map(|at| of(*at)).filter(|line| counts[*line] == 1).collect();
            lines.sort_unstable();
            lines.dedup();
            lines.len()
        };
        single(&rows, &|at| at / columns).max(single(&across, &|at| at % columns)).max(1)
    }

    /// Cells of which every sufficient set contains one: those that let some open cell's change get further. Of the open cell that has
    /// fewest.
    fn options(&mut self, open: &[usize]) -> Vec<usize> {
        let mut fewest: Option<Vec<usize>> = None;
        for at in open {
            self.spend(4);
            let mut wanted = vec![false; self.pattern.counts.len()];
            self.mark(&mut wanted, *at, Way::Grow);
            if self.pattern.counts[*at] > 0 {
                self.mark(&mut wanted, *at, Way::Shrink);
            }
            let options: Vec<usize> = (0..wanted.len()).filter(|at| wanted[*at]).collect();
            if fewest.as_ref().is_none_or(|known| options.len() < known.len()) {
                fewest = Some(options);
            }
        }
        fewest.unwrap_or_default()
    }

    fn mark(&self, wanted: &mut [bool], start: usize, way: Way) {
        let pattern = &self.pattern;
        let Reach { rows, columns } = pattern.reach(start, way);
        for (row, row_reached) in rows.iter().enumerate() {
            for (column, column_reached) in columns.iter().enumerate() {
                let at = pattern.at(row, column);
                let further = match (row_reached, column_reached) {
                    (true, false) => pattern.row_to_column(at, way),
                    (false, true) => pattern.column_to_row(at, way),
                    _ => false,
                };
                wanted[at] |= further && !pattern.hidden[at] && self.usable[at] && !self.barred[at];
            }
        }
    }
}

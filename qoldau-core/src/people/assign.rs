//! Pairing two lists one to one: everybody has one partner at most, and the pairs together are the likeliest.

#![expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "places in tables made here; floats neither overflow nor panic"
)]

/// Connected rows up to so many on the shorter side are paired at the best; larger ones surest pair first.
const EXACT: usize = 128;

/// A pair of rows, one of each list, and how well they fit; above 0.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Candidate {
    pub(super) one: u32,
    pub(super) other: u32,
    pub(super) weight: f64,
}

impl Candidate {
    const fn rows(&self) -> [u32; 2] {
        [self.one, self.other]
    }
}

/// The pairs, by places in the list of candidates, whose weights are greatest in sum while no row is in two. Exact where rows hang together
/// in groups of up to [`EXACT`], which lists of people do; in larger ones the surest pairs go first, which comes to half at least.
/// The order of the candidates does not matter beyond equal weights.
pub(super) fn assign(candidates: &[Candidate]) -> Vec<usize> {
    let mut chosen = Vec::new();
    for group in groups(candidates) {
        chosen.extend(exact(candidates, &group).unwrap_or_else(|| greedy(candidates, &group)));
    }
    chosen.sort_unstable();
    chosen
}

/// Candidates that hang together, by their places.
fn groups(candidates: &[Candidate]) -> Vec<Vec<usize>> {
    let mut parents: Vec<usize> = (0..candidates.len()).collect();
    for side in [0, 1] {
        let row = |place: &usize| candidates.get(*place).map(|candidate| candidate.rows()[side]);
        let weighs = |place: &usize| candidates.get(*place).is_some_and(|candidate| candidate.weight > 0.0);
        let mut order: Vec<usize> = (0..candidates.len()).filter(weighs).collect();
        order.sort_unstable_by_key(|place| (row(place), *place));
        for of_row in order.chunk_by(|one, next| row(one) == row(next)) {
            for (one, next) in of_row.iter().zip(of_row.iter().skip(1)) {
                let (one, next) = (root(&mut parents, *one), root(&mut parents, *next));
                parents[one.max(next)] = one.min(next);
            }
        }
    }
    let weighs = |(_, candidate): &(usize, &Candidate)| candidate.weight > 0.0;
    let all = candidates.iter().enumerate().filter(weighs);
    let mut members: Vec<(usize, usize)> = all.map(|(place, _)| (root(&mut parents, place), place)).collect();
    members.sort_unstable();
    members
        .chunk_by(|one, next| one.0 == next.0)
        .map(|group| group.iter().map(|(_, place)| *place).collect())
        .collect()
}

/// The first candidate of the group that one is in, as far as is known.
fn root(parents: &mut [usize], place: usize) -> usize {
    let mut at = place;
    while parents[at] != at {
        parents[at] = parents[parents[at]];
        at = parents[at];
    }
    at
}

/// The rows of one side of a group, each once, in their order.
fn rows_of(candidates: &[Candidate], group: &[usize], side: usize) -> Vec<u32> {
    let mut rows: Vec<u32> = group.iter().map(|place| candidates[*place].rows()[side]).collect();
    rows.sort_unstable();
    rows.dedup();
    rows
}

fn greedy(candidates: &[Candidate], group: &[usize]) -> Vec<usize> {
    let mut order: Vec<(usize, Candidate)> =
        group.iter().filter_map(|place| Some((*place, *candidates.get(*place)?))).collect();
    order.sort_unstable_by(|(_, a), (_, b)| {
        b.weight.total_cmp(&a.weight).then_with(|| (a.one, a.other).cmp(&(b.one, b.other)))
    });
    let rows = [0, 1].map(|side| rows_of(candidates, group, side));
    let mut taken = [0, 1].map(|side: usize| vec![false; rows[side].len()]);
    let free = |(_, candidate): &(usize, Candidate)| {
        let [one, other] = candidate.rows();
        let (Ok(one), Ok(other)) = (rows[0].binary_search(&one), rows[1].binary_search(&other)) else {
            return false;
        };
        let free = !taken[0][one] && !taken[1][other];
        if free {
            (taken[0][one], taken[1][other]) = (true, true);
        }
        free
    };
    order.into_iter().filter(free).map(|(place, _)| place).collect()
}

/// The best pairing of a group by the Hungarian method (Kuhn 1955, with shortest augmenting paths after Jonker and Volgenant 1987); nothing where
/// the group is too large.
fn exact(candidates: &[Candidate], group: &[usize]) -> Option<Vec<usize>> {
    let [rows, columns] = [0, 1].map(|side| rows_of(candidates, group, side));
    let size = rows.len().max(columns.len());
    if size > EXACT {
        return None;
    }
    // A pair that is no candidate costs nothing and brings nothing.
    let mut cost = vec![vec![0.0_f64; size + 1]; size + 1];
    let mut places: Vec<Option<usize>> = vec![None; (size + 1) * (size + 1)];
    for place in group {
        let candidate = candidates.get(*place)?;
        let row = rows.binary_search(&candidate.one).ok()? + 1;
        let column = columns.binary_search(&candidate.other).ok()? + 1;
        if -candidate.weight < cost[row][column] {
            cost[row][column] = -candidate.weight;
            places[row * (size + 1) + column] = Some(*place);
        }
    }
    let (mut of_row, mut of_column) = (vec![0.0_f64; size + 1], vec![0.0_f64; size + 1]);
    let mut row_of = vec![0_usize; size + 1];
    for row in 1..=size {
        row_of[0] = row;
        let mut least = vec![f64::INFINITY; size + 1];
        let (mut used, mut way) = (vec![false; size + 1], vec![0_usize; size + 1]);
        let mut at = 0;
        while row_of[at] != 0 {
            used[at] = true;
            let (from, mut delta, mut next) = (row_of[at], f64::INFINITY, 0);
            for column in 1..=size {
                if used[column] {
                    continue;
                }
                let reduced = cost[from][column] - of_row[from] - of_column[column];
                if reduced < least[column] {
                    (least[column], way[column]) = (reduced, at);
                }
                if least[column] < delta {
                    (delta, next) = (least[column], column);
                }
            }
            for column in 0..=size {
                if used[column] {
                    of_row[row_of[column]] += delta;
                    of_column[column] -= delta;
                } else {
                    least[column] -= delta;
                }
            }
            at = next;
        }
        while at != 0 {
            row_of[at] = row_of[way[at]];
            at = way[at];
        }
    }
    Some((1..=size).filter_map(|column| places[row_of[column] * (size + 1) + column]).collect())
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "a test may overflow; that is how it fails")]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn weight_of(candidates: &[Candidate], chosen: &[usize]) -> f64 {
        chosen.iter().map(|place| candidates[*place].weight).sum()
    }

    /// The best of all pairings, tried one by one.
    fn best(candidates: &[Candidate]) -> f64 {
        let Some((first, rest)) = candidates.split_first() else { return 0.0 };
        let without = best(rest);
        let free: Vec<Candidate> =
            rest.iter().filter(|pair| pair.one != first.one && pair.other != first.other).copied().collect();
        without.max(first.weight + best(&free))
    }

    #[test]
    fn the_surest_pair_gives_way_where_two_others_are_likelier_together() {
        let pair = |one, other, weight| Candidate { one, other, weight };
        let candidates = [pair(1, 1, 5.0), pair(1, 2, 4.0), pair(2, 1, 4.0), pair(9, 9, 1.0)];
        assert_eq!(assign(&candidates), [1, 2, 3]);
        assert_eq!(greedy(&candidates, &[0, 1, 2]), [0]);
        assert_eq!(assign(&[]), [0; 0]);
    }

    proptest! {
        #[test]
        fn nobody_has_two_partners_and_no_pairing_is_better(
            pairs in prop::collection::btree_map((0_u32..5, 0_u32..5), 1_u32..50, 0..12)
        ) {
            let candidates: Vec<Candidate> = pairs
                .iter()
                .map(|((one, other), weight)| Candidate { one: *one, other: *other, weight: f64::from(*weight) })
                .collect();
            let chosen = assign(&candidates);
            for side in [0, 1] {
                let mut rows: Vec<u32> = chosen.iter().map(|place| if side == 0 { candidates[*place].one } else { candidates[*place].other }).collect();
                let before = rows.len();
                rows.sort_unstable();
                rows.dedup();
                prop_assert_eq!(rows.len(), before);
            }
            prop_assert!((weight_of(&candidates, &chosen) - best(&candidates)).abs() < 1e-9);
        }
    }
}

//! Which part of the old edition a part of the new one is, among those that stand in one place.
//!
//! Three looks, each surer than the next: parts of one name, by what they promise; parts whose names and promises are
//! alike, where nothing else is nearly as alike; and, for what is left, those it may be. A wrong pair moves facts to
//! another line, a needless question costs a minute: in doubt it asks.

use std::collections::{BTreeMap, BTreeSet};

use super::node::{Node, Weights};

/// From here on two parts that nothing else resembles are one.
const SURE: u32 = 720;
/// By so much a pair must be better than any other of its two parts.
const AHEAD: u32 = 120;
/// From here on one part may be the other.
const WEAK: u32 = 480;
/// More candidates help nobody.
const OFFERED: usize = 5;
/// A question about parts of one name offers at most so many.
const ASKED: usize = 20;
/// More pairs are not compared: what is not equal is then new or withdrawn, and a finding says that nobody looked.
const PAIRS: usize = 100_000;

/// What a new part is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Found {
    /// The old part at this place.
    Of(usize),
    /// Nothing of the old edition.
    New,
    /// One of these, or new; the likeliest first.
    Unsure(Vec<usize>),
}

/// Parts of both editions that stand in one place, in their order, and what is known of them.
pub(super) struct Alignment<'n> {
    olds: &'n [&'n Node<'n>],
    news: &'n [&'n Node<'n>],
    /// For each new part what it is; nothing while it is open.
    found: Vec<Option<Found>>,
    /// Old parts that are spoken for, or that a question is about.
    taken: Vec<bool>,
    /// Whether there was too much to compare.
    pub(super) gave_up: bool,
}

impl<'n> Alignment<'n> {
    /// Nothing is known yet.
    pub(super) fn new(olds: &'n [&'n Node<'n>], news: &'n [&'n Node<'n>]) -> Self {
        let found = news.iter().map(|_| None).collect();
        Self { olds, news, found, taken: vec![false; olds.len()], gave_up: false }
    }

    /// What the new parts are, once all three looks were taken.
    pub(super) fn settle(mut self, weights: &Weights) -> (Vec<Found>, bool) {
        self.by_name(weights.by_place);
        self.by_likeness(weights);
        let found = self.found.into_iter().map(|found| found.unwrap_or(Found::New)).collect();
        (found, self.gave_up)
    }

    /// What the new parts are by their names alone.
    pub(super) fn settle_by_name(mut self) -> Vec<Found> {
        self.by_name(true);
        self.found.into_iter().map(|found| found.unwrap_or(Found::New)).collect()
    }

    /// Parts of one name: first those that are alone with theirs, between which the others stand. `by_place`: whether the
    /// others are sure only where their places agree with what they promise.
    fn by_name(&mut self, by_place: bool) {
        let mut groups: BTreeMap<&str, Group> = BTreeMap::new();
        for (at, node) in self.olds.iter().enumerate() {
            groups.entry(&node.name).or_default().olds.push(at);
        }
        for (at, node) in self.news.iter().enumerate() {
            if let Some(group) = groups.get_mut(node.name.as_str()) {
                group.news.push(at);
            }
        }
        let groups = groups.into_values().filter(|group| !group.news.is_empty());
        let (alone, several): (Vec<Group>, Vec<Group>) =
            groups.partition(|group| group.olds.len() == 1 && group.news.len() == 1);
        for group in alone {
            for (new, old) in group.news.into_iter().zip(group.olds) {
                self.give(new, Found::Of(old));
            }
        }
        let around = Neighbours::of(&self.found, self.olds.len());
        for group in several {
            for (new, found) in group.settle(self.olds, self.news, by_place.then_some(&around)) {
                self.give(new, found);
            }
        }
    }

    /// Notes what a new part is.
    fn give(&mut self, new: usize, found: Found) {
        let named: &[usize] = match &found {
            Found::Of(old) => std::slice::from_ref(old),
            Found::Unsure(candidates) => candidates,
            Found::New => &[],
        };
        for old in named {
            self.taken.get_mut(*old).into_iter().for_each(|taken| *taken = true);
        }
        if let Some(slot) = self.found.get_mut(new) {
            *slot = Some(found);
        }
    }

    /// Parts that are alike.
    fn by_likeness(&mut self, weights: &Weights) {
        let news: Vec<usize> = open(&self.found, Option::is_none);
        let olds: Vec<usize> = open(&self.taken, |taken| !taken);
        if news.len().saturating_mul(olds.len()) > PAIRS {
            self.gave_up = true;
            return;
        }
        let around = Neighbours::of(&self.found, self.olds.len());
        let mut scores = Scores::default();
        for new in &news {
            for old in &olds {
                let (Some(a), Some(b)) = (self.olds.get(*old), self.news.get(*new)) else { continue };
                let score = weights.likeness(a, b).saturating_add(around.agree(*old, *new));
                // What counts or delivers one thing is never taken for what does another without a question.
                let sure = a.class == b.class && !a.is_reworded(b);
                scores.push(*old, *new, if sure { score } else { score.min(SURE.saturating_sub(1)) });
            }
        }
        loop {
            let clear = scores.clear();
            if clear.is_empty() {
                break;
            }
            for (old, new) in &clear {
                self.give(*new, Found::Of(*old));
            }
            scores.drop(&clear);
        }
        for new in news {
            let candidates = scores.candidates(new);
            if !candidates.is_empty() {
                self.give(new, Found::Unsure(candidates));
            }
        }
    }
}

/// The places at which something is open.
fn open<T>(all: &[T], is_open: impl Fn(&T) -> bool) -> Vec<usize> {
    all.iter().enumerate().filter(|(_, one)| is_open(one)).map(|(at, _)| at).collect()
}

/// Parts of one name.
#[derive(Default)]
struct Group {
    olds: Vec<usize>,
    news: Vec<usize>,
}

impl Group {
    /// What its new parts are. Those that promise the same are the same. What is left over is one old part and one new
    /// one that is it, changed; unless the two would have to change places with a part that stayed. Where what stands
    /// `around` them says otherwise than what they promise, nobody sees whether lines or only their numbers changed places.
    fn settle(
        self,
        olds: &[&Node<'_>],
        news: &[&Node<'_>],
        around: Option<&Neighbours>,
    ) -> Vec<(usize, Found)> {
        let mut same: BTreeMap<&str, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
        for at in &self.olds {
            same.entry(olds.get(*at).map_or("", |node| &node.content)).or_default().0.push(*at);
        }
        for at in &self.news {
            same.entry(news.get(*at).map_or("", |node| &node.content)).or_default().1.push(*at);
        }
        let (mut pairs, mut left, mut right) = (Vec::new(), Vec::new(), Vec::new());
        let mut twins = false;
        for (olds, news) in same.into_values() {
            if olds.len() == news.len() {
                pairs.extend(news.into_iter().zip(olds));
            } else {
                // Two equal lines of which one is gone: nobody sees which.
                twins |= !olds.is_empty() && !news.is_empty();
                left.extend(olds);
                right.extend(news);
            }
        }
        let doubtful = around.map_or_else(BTreeSet::new, |around| self.doubtful(&pairs, around));
        if !doubtful.is_empty() {
            return unsettled(&pairs, &doubtful, &left, &right);
        }
        left.sort_unstable();
        right.sort_unstable();
        if let ([old], [new], false) = (left.as_slice(), right.as_slice(), twins) {
            let mut all: Vec<(usize, usize)> = pairs.iter().copied().chain([(*new, *old)]).collect();
            all.sort_unstable();
            if all.is_sorted_by_key(|(_, old)| *old) {
                return all.into_iter().map(|(new, old)| (new, Found::Of(old))).collect();
            }
            let mut first_left = self.olds;
            first_left.sort_by_key(|at| at != old);
            return self.news.into_iter().map(|new| (new, Found::Unsure(first_left.clone()))).collect();
        }
        let open = |new| (new, if left.is_empty() { Found::New } else { Found::Unsure(left.clone()) });
        let settled = pairs.iter().map(|(new, old)| (*new, Found::Of(*old)));
        settled.chain(right.iter().copied().map(open)).collect()
    }
}

impl Group {
    /// Those of the new parts of pairs whose places contradict what they promise: two pairs change places with each other, or
    /// another part of the name stands where one of a pair stood.
    fn doubtful(&self, pairs: &[(usize, usize)], around: &Neighbours) -> BTreeSet<usize> {
        let mut in_order = pairs.to_vec();
        in_order.sort_unstable();
        let mut doubtful = BTreeSet::new();
        let mut last = None;
        for (new, old) in &in_order {
            doubtful.extend(last.filter(|last| last > old).map(|_| *new));
            last = last.max(Some(*old));
        }
        let mut next = None;
        for (new, old) in in_order.iter().rev() {
            doubtful.extend(next.filter(|next| next < old).map(|_| *new));
            next = Some(next.map_or(*old, |next: usize| next.min(*old)));
        }
        let (olds, news) = (Stands::of(&self.olds, &around.olds), Stands::of(&self.news, &around.news));
        let contradicted = pairs.iter().filter(|(new, old)| {
            let own = around.agree(*old, *new);
            let better = |stands: &Stands, at: Option<&Around>| at.is_some_and(|at| stands.agree(*at) > own);
            better(&olds, around.news.get(*new)) || better(&news, around.olds.get(*old))
        });
        doubtful.extend(contradicted.map(|(new, _)| *new));
        doubtful
    }
}

/// The parts of one name where some are doubtful: those and what is left over are questions about each other.
fn unsettled(
    pairs: &[(usize, usize)],
    doubtful: &BTreeSet<usize>,
    left: &[usize],
    right: &[usize],
) -> Vec<(usize, Found)> {
    let (asked, sure): (Vec<_>, Vec<_>) = pairs.iter().partition(|(new, _)| doubtful.contains(new));
    let open: Vec<usize> =
        asked.iter().map(|(_, old)| *old).chain(left.iter().copied()).take(ASKED).collect();
    let of_pair = |(new, old): (usize, usize)| {
        let others = open.iter().copied().filter(|other| *other != old);
        (new, Found::Unsure(std::iter::once(old).chain(others).collect()))
    };
    let settled = sure.into_iter().map(|(new, old)| (new, Found::Of(old)));
    let rest = right.iter().map(|new| (*new, Found::Unsure(open.clone())));
    settled.chain(asked.into_iter().map(of_pair)).chain(rest).collect()
}

/// What is known before a part and after it.
type Around = (Option<usize>, Option<usize>);

/// Between what the parts of one name stand.
struct Stands {
    before: BTreeSet<Option<usize>>,
    after: BTreeSet<Option<usize>>,
    both: BTreeSet<Around>,
}

impl Stands {
    fn of(parts: &[usize], around: &[Around]) -> Self {
        let both: BTreeSet<Around> = parts.iter().filter_map(|at| around.get(*at)).copied().collect();
        let (before, after) = both.iter().copied().unzip();
        Self { before, after, both }
    }

    /// How much speaks for the best of them to be what stands between these.
    fn agree(&self, at: Around) -> u32 {
        if self.both.contains(&at) {
            SIDE.saturating_add(SIDE)
        } else if self.before.contains(&at.0) || self.after.contains(&at.1) {
            SIDE
        } else {
            0
        }
    }
}

/// How much speaks for a pair by what stands on one side of it.
const SIDE: u32 = 50;

/// What stands before and after each part among those that are known.
struct Neighbours {
    /// For each old part the known ones before and after it; likewise for each new part, by what it is.
    olds: Vec<Around>,
    news: Vec<Around>,
}

impl Neighbours {
    fn of(found: &[Option<Found>], olds: usize) -> Self {
        let of: Vec<Option<usize>> = found
            .iter()
            .map(|found| match found {
                Some(Found::Of(old)) => Some(*old),
                _ => None,
            })
            .collect();
        let mut is_known = vec![false; olds];
        for old in of.iter().flatten() {
            is_known.get_mut(*old).into_iter().for_each(|known| *known = true);
        }
        let known: Vec<Option<usize>> =
            is_known.iter().enumerate().map(|(at, known)| known.then_some(at)).collect();
        Self { olds: around(&known), news: around(&of) }
    }

    /// How much speaks for a pair that stands between the same two others, or the same end.
    fn agree(&self, old: usize, new: usize) -> u32 {
        let (Some(a), Some(b)) = (self.olds.get(old), self.news.get(new)) else { return 0 };
        let side = |same: bool| if same { SIDE } else { 0 };
        side(a.0 == b.0).saturating_add(side(a.1 == b.1))
    }
}

/// For each place what is known before it and after it.
fn around(known: &[Option<usize>]) -> Vec<Around> {
    let mut before = Vec::with_capacity(known.len());
    let mut last = None;
    for at in known {
        before.push(last);
        last = at.or(last);
    }
    let mut after = Vec::with_capacity(known.len());
    let mut next = None;
    for at in known.iter().rev() {
        after.push(next);
        next = at.or(next);
    }
    before.into_iter().zip(after.into_iter().rev()).collect()
}

/// How alike the open parts are, pair by pair.
#[derive(Default)]
struct Scores {
    /// Old, new and score; the best first, then in order.
    pairs: Vec<(usize, usize, u32)>,
}

impl Scores {
    fn push(&mut self, old: usize, new: usize, score: u32) {
        if score >= WEAK.saturating_sub(AHEAD) {
            self.pairs.push((old, new, score));
        }
    }

    /// The pairs that no other pair of their two parts comes near. No two of them share a part.
    fn clear(&self) -> Vec<(usize, usize)> {
        let (mut of_old, mut of_new) = (BTreeMap::new(), BTreeMap::new());
        for (old, new, score) in &self.pairs {
            of_old.entry(*old).or_insert_with(Best::default).see(*score);
            of_new.entry(*new).or_insert_with(Best::default).see(*score);
        }
        let clear = |old: &usize, new: &usize, score: u32| {
            of_old.get(old).is_some_and(|best| best.is_ahead(score))
                && of_new.get(new).is_some_and(|best| best.is_ahead(score))
        };
        let sure = self.pairs.iter().filter(|(old, new, score)| *score >= SURE && clear(old, new, *score));
        sure.map(|(old, new, _)| (*old, *new)).collect()
    }

    /// Forgets the parts of pairs that are settled.
    fn drop(&mut self, settled: &[(usize, usize)]) {
        let olds: BTreeSet<usize> = settled.iter().map(|(old, _)| *old).collect();
        let news: BTreeSet<usize> = settled.iter().map(|(_, new)| *new).collect();
        self.pairs.retain(|(old, new, _)| !olds.contains(old) && !news.contains(new));
    }

    /// What a new part may be, the likeliest first.
    fn candidates(&self, new: usize) -> Vec<usize> {
        let mut of: Vec<&(usize, usize, u32)> =
            self.pairs.iter().filter(|(_, at, score)| *at == new && *score >= WEAK).collect();
        of.sort_by_key(|(old, _, score)| (std::cmp::Reverse(*score), *old));
        of.into_iter().map(|(old, ..)| *old).take(OFFERED).collect()
    }
}

/// The best score of a part and the one after it.
#[derive(Debug, Clone, Copy, Default)]
struct Best {
    first: u32,
    second: u32,
}

impl Best {
    fn see(&mut self, score: u32) {
        if score > self.first {
            (self.first, self.second) = (score, self.first);
        } else {
            self.second = self.second.max(score);
        }
    }

    /// Whether a score is the best and no other comes near.
    fn is_ahead(self, score: u32) -> bool {
        score == self.first && self.second.saturating_add(AHEAD) <= score
    }
}

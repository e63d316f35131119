//! Pictures that look alike, by the perceptual hashes that the host reckons.

use std::collections::BTreeMap;

use super::{Looked, about, rules};
use crate::facts::{Evidence, Tally};
use crate::finding::{Finding, Param, Place};

/// In how many of their 64 bits the hashes of pictures that look alike may differ. Recompression by a messenger changes a
/// few bits, another motive about half of them.
const ALIKE: u32 = 6;

/// How many pairs may be compared, so that hashes made to be alike cost no more than others.
const COMPARED: u32 = 4_000_000;

/// A picture: its hash, its item by its place, and its content where known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Picture<'a> {
    looks: u64,
    item: usize,
    file: usize,
    sha256: Option<&'a str>,
}

pub(super) fn ask(looked: &Looked<'_>, tally: &mut Tally) {
    let mut pictures = pictures(looked);
    pictures.sort_unstable();
    let alike = alike(&pictures);
    for ((a, b), count) in alike.pairs {
        let items: Option<[&Evidence; 2]> =
            looked.items.get(a).zip(looked.items.get(b)).map(|(a, b)| [a.body, b.body]);
        let Some([first, second]) = items else { continue };
        let others = (a != b).then_some(second);
        let finding = about(&rules::LOOK_ALIKE, std::iter::once(first).chain(others));
        tally.push(finding.param(Param::count("count", count)));
    }
    if !alike.all {
        tally.push(Finding::new(&rules::NOT_COMPARED, Place::Whole {}));
    }
}

fn pictures<'a>(looked: &Looked<'a>) -> Vec<Picture<'a>> {
    let mut pictures = Vec::new();
    for (item, of) in looked.items.iter().enumerate() {
        for (file, of) in of.body.files.iter().enumerate() {
            let looks = of.perceptual_hash.as_deref().and_then(|hash| u64::from_str_radix(hash, 16).ok());
            pictures.extend(looks.map(|looks| Picture { looks, item, file, sha256: of.sha256.as_deref() }));
        }
    }
    pictures
}

/// The pairs of items with pictures that look alike, and how many of these there are.
struct Alike {
    pairs: BTreeMap<(usize, usize), usize>,
    /// Whether everything was compared.
    all: bool,
}

/// Compares only pictures of which a part of the hash is equal or nearly so: of four parts of two hashes that differ in at
/// most six bits, one differs in at most one.
fn alike(pictures: &[Picture<'_>]) -> Alike {
    let mut alike = Alike { pairs: BTreeMap::new(), all: true };
    let mut left = COMPARED;
    for part in 0..4_u32 {
        let mut by_part: Vec<(u16, usize)> =
            pictures.iter().enumerate().map(|(at, picture)| (part_of(picture.looks, part), at)).collect();
        by_part.sort_unstable();
        for (at, picture) in pictures.iter().enumerate() {
            let own = part_of(picture.looks, part);
            let near = std::iter::once(own).chain((0..16).map(|bit| own ^ (1_u16 << bit)));
            for key in near {
                let from = by_part.partition_point(|(other, _)| *other < key);
                let like = by_part.iter().skip(from).take_while(|(other, _)| *other == key);
                for (_, other) in like.filter(|(_, other)| *other > at) {
                    let Some(rest) = left.checked_sub(1) else { return Alike { all: false, ..alike } };
                    left = rest;
                    let Some(other) = pictures.get(*other) else { continue };
                    if look_alike(picture, other) && first_part(picture.looks, other.looks) == Some(part) {
                        let pair = (picture.item.min(other.item), picture.item.max(other.item));
                        let count = alike.pairs.entry(pair).or_default();
                        *count = count.saturating_add(1);
                    }
                }
            }
        }
    }
    alike
}

/// Whether two pictures look alike and are not one file, which the count tells of.
fn look_alike(a: &Picture<'_>, b: &Picture<'_>) -> bool {
    let same = a.sha256.is_some() && a.sha256 == b.sha256;
    !same && (a.looks ^ b.looks).count_ones() <= ALIKE
}

/// The first part in which two hashes differ in at most one bit, so that every pair counts once.
fn first_part(a: u64, b: u64) -> Option<u32> {
    (0..4).find(|part| (part_of(a, *part) ^ part_of(b, *part)).count_ones() <= 1)
}

/// One of the four parts of a hash.
fn part_of(looks: u64, part: u32) -> u16 {
    let shifted = looks >> part.saturating_mul(u16::BITS);
    u16::try_from(shifted & u64::from(u16::MAX)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn picture(looks: u64, item: usize) -> Picture<'static> {
        Picture { looks, item, file: 0, sha256: None }
    }

    proptest! {
        /// Whatever is near enough is found, and nothing else, each pair once.
        #[test]
        fn the_pairs_are_those_of_a_comparison_of_all_with_all(
            seeds in prop::collection::vec((0_usize..4, prop::collection::vec(0_u32..64, 0..9)), 0..30)
        ) {
            let bases = [0_u64, u64::MAX, 0x00ff_00ff_f0f0_1234, 0x0123_4567_89ab_cdef];
            let mut pictures: Vec<Picture<'_>> = seeds
                .iter()
                .enumerate()
                .map(|(item, (base, flips))| {
                    picture(flips.iter().fold(bases[*base], |looks, bit| looks ^ (1 << bit)), item)
                })
                .collect();
            pictures.sort_unstable();
            let mut all = BTreeMap::new();
            for (at, a) in pictures.iter().enumerate() {
                for b in pictures.iter().skip(at.saturating_add(1)) {
                    if (a.looks ^ b.looks).count_ones() <= ALIKE {
                        let count = all.entry((a.item.min(b.item), a.item.max(b.item))).or_insert(0_usize);
                        *count = count.saturating_add(1);
                    }
                }
            }
            prop_assert_eq!(alike(&pictures).pairs, all);
        }
    }

    #[test]
    fn hashes_made_to_be_alike_are_told_of_and_not_compared_for_ever() {
        // All share the first part and differ in the others by more than a few bits.
        let spread = |at: u64| at.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 16;
        let many: Vec<Picture<'_>> = (0..4_000).map(|at| picture(spread(at), 0)).collect();
        assert!(!alike(&many).all);
        let few: Vec<Picture<'_>> = (0..1_000).map(|at| picture(spread(at), 0)).collect();
        assert!(alike(&few).all);
    }
}

//! Pairing two phases of a survey by anonymous codes.
#![expect(clippy::indexing_slicing, reason = "places in the lists that the places were taken from")]

use std::collections::BTreeMap;

use serde::Serialize;

use super::ScoringError;

/// Two rows that bear the code of one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct CodePair {
    /// The row of the first phase, from 0.
    pub first: u32,
    /// The row of the second phase, from 0.
    pub second: u32,
}

/// How the codes of two phases pair.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct CodeLinks {
    /// Rows of the first phase.
    pub first_rows: u32,
    /// Rows of the second phase.
    pub second_rows: u32,
    /// Rows of the first phase without a code.
    pub first_blank: u32,
    /// Rows of the second phase without a code.
    pub second_blank: u32,
    /// Rows of the first phase whose code stands there more than once; they are never paired.
    pub first_repeated: u32,
    /// Rows of the second phase whose code stands there more than once; they are never paired.
    pub second_repeated: u32,
    /// Rows with the same code, in the order of the first phase.
    pub exact: Vec<CodePair>,
    /// Rows whose codes differ by no more letters than allowed, and that have no other such partner, in the order of the first phase.
    pub near: Vec<CodePair>,
    /// Rows of the first phase that have several partners as near, or whose partner has: they stay unpaired.
    pub ambiguous: u32,
    /// Pairs of different persons that would share a code by chance if all codes of the form seen were equally likely: n₁·n₂/M with
    /// M the product, over the places of the code, of how many letters occur there. Undefined without codes.
    pub chance_pairs: Option<f64>,
}

/// Pairs the rows of two phases by their codes, one to one.
///
/// Codes are compared without spaces around them and in capitals. A code that stands in one phase more than once pairs with
/// nothing. Equal codes pair first; then, among codes that the other phase does not have, two of equal length that differ in at most
/// `most_differences` places (Hamming 1950), if neither has another such partner: so no order of rows can change the pairs (after
/// Yurek, Vasey & Havens 2008; Schnell, Bachteler & Reiher 2010). `most_differences` is 0, 1 or 2; short codes pair wrong people.
///
/// # Errors
/// `SVY056` more than two differences, or more than 2²⁷ places to compare.
pub fn link_codes(
    first: &[String],
    second: &[String],
    most_differences: u32,
) -> Result<CodeLinks, ScoringError> {
    if most_differences > 2 {
        return Err(ScoringError::TooMany { limit: 2 });
    }
    let (first, second) = (Phase::new(first), Phase::new(second));
    let exact: Vec<CodePair> = first
        .singles()
        .filter_map(|(code, first)| Some(CodePair { first, second: second.single(code)? }))
        .collect();
    let (near, ambiguous) = match most_differences {
        0 => (Vec::new(), 0),
        most => nearest(&first, &second, most)?,
    };
    let sorted = |mut pairs: Vec<CodePair>| {
        pairs.sort_unstable();
        pairs
    };
    Ok(CodeLinks {
        first_rows: first.rows,
        second_rows: second.rows,
        first_blank: first.blank,
        second_blank: second.blank,
        first_repeated: first.repeated(),
        second_repeated: second.repeated(),
        chance_pairs: chance_pairs(&first, &second),
        exact: sorted(exact),
        near: sorted(near),
        ambiguous,
    })
}

/// The rows of one phase by code.
struct Phase {
    rows: u32,
    blank: u32,
    by_code: BTreeMap<Vec<char>, Vec<u32>>,
}

impl Phase {
    fn new(codes: &[String]) -> Self {
        let mut phase = Self { rows: 0, blank: 0, by_code: BTreeMap::new() };
        for code in codes {
            let code: Vec<char> = code.trim().chars().flat_map(char::to_uppercase).collect();
            if code.is_empty() {
                phase.blank = phase.blank.saturating_add(1);
            } else {
                phase.by_code.entry(code).or_default().push(phase.rows);
            }
            phase.rows = phase.rows.saturating_add(1);
        }
        phase
    }

    /// Codes that stand here once, with their row.
    fn singles(&self) -> impl Iterator<Item = (&Vec<char>, u32)> {
        self.by_code.iter().filter_map(|(code, rows)| match rows.as_slice() {
            [row] => Some((code, *row)),
            _ => None,
        })
    }

    fn single(&self, code: &Vec<char>) -> Option<u32> {
        match self.by_code.get(code).map(Vec::as_slice) {
            Some([row]) => Some(*row),
            _ => None,
        }
    }

    fn repeated(&self) -> u32 {
        let repeated: usize = self.by_code.values().map(Vec::len).filter(|rows| *rows > 1).sum();
        u32::try_from(repeated).unwrap_or(u32::MAX)
    }

    /// Codes that stand here once and in the other phase not at all.
    fn left_over<'a>(&'a self, other: &Self) -> Vec<(&'a Vec<char>, u32)> {
        self.singles().filter(|(code, _)| !other.by_code.contains_key(*code)).collect()
    }
}

const MOST_PLACES: usize = 1 << 27;

/// Who is near to a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Partner {
    None,
    One(usize),
    Several,
}

impl Partner {
    const fn note(&mut self, index: usize) {
        *self = match *self {
            Self::None => Self::One(index),
            Self::One(known) if known == index => Self::One(known),
            _ => Self::Several,
        };
    }
}

fn nearest(first: &Phase, second: &Phase, most: u32) -> Result<(Vec<CodePair>, u32), ScoringError> {
    let (left, right) = (first.left_over(second), second.left_over(first));
    let drawers = drawers(&left, &right, most)?;
    let mut of_left = vec![Partner::None; left.len()];
    let mut of_right = vec![Partner::None; right.len()];
    for (lefts, rights) in drawers.values() {
        // Two partners are as good as many: a crowded drawer costs no more than its size.
        for one in lefts {
            rights.iter().take(2).for_each(|other| of_left[*one].note(*other));
        }
        for other in rights {
            lefts.iter().take(2).for_each(|one| of_right[*other].note(*one));
        }
    }
    let (mut pairs, mut ambiguous) = (Vec::new(), 0_u32);
    for (index, partner) in of_left.iter().enumerate() {
        match *partner {
            Partner::None => {}
            Partner::One(other) if of_right[other] == Partner::One(index) => {
                pairs.push(CodePair { first: left[index].1, second: right[other].1 });
            }
            Partner::One(_) | Partner::Several => ambiguous = ambiguous.saturating_add(1),
        }
    }
    Ok((pairs, ambiguous))
}

/// Which codes of both phases are equal but for some masked places.
type Drawers = BTreeMap<(usize, usize, Vec<char>), (Vec<usize>, Vec<usize>)>;

fn drawers(
    left: &[(&Vec<char>, u32)],
    right: &[(&Vec<char>, u32)],
    most: u32,
) -> Result<Drawers, ScoringError> {
    let mut drawers = Drawers::new();
    let mut places: usize = 0;
    let sides = left.iter().enumerate().map(|entry| (true, entry));
    for (is_left, (index, (code, _))) in sides.chain(right.iter().enumerate().map(|entry| (false, entry))) {
        for (one, other) in masks(code.len(), most) {
            places = places.saturating_add(code.len());
            if places > MOST_PLACES {
                return Err(ScoringError::TooMany { limit: 1 << 27 });
            }
            let kept = code.iter().enumerate().filter(|(at, _)| *at != one && *at != other);
            let drawer = drawers.entry((one, other, kept.map(|(_, letter)| *letter).collect())).or_default();
            if is_left { drawer.0.push(index) } else { drawer.1.push(index) }
        }
    }
    Ok(drawers)
}

/// The places to mask: each alone, or every two, which also finds codes that differ in one.
fn masks(length: usize, most: u32) -> Vec<(usize, usize)> {
    if most < 2 || length < 2 {
        return (0..length).map(|at| (at, at)).collect();
    }
    (0..length).flat_map(|one| (one.saturating_add(1)..length).map(move |other| (one, other))).collect()
}

/// n₁·n₂/M over the letters that occur at each place of the commonest length of code.
fn chance_pairs(first: &Phase, second: &Phase) -> Option<f64> {
    let mut lengths: BTreeMap<usize, u32> = BTreeMap::new();
    let codes = || first.by_code.keys().chain(second.by_code.keys());
    codes().for_each(|code| {
        let count = lengths.entry(code.len()).or_default();
        *count = count.saturating_add(1);
    });
    let (length, _) = lengths.iter().max_by_key(|(_, count)| **count)?;
    let letters_at = |at: usize| {
        let mut letters: Vec<char> =
            codes().filter(|code| code.len() == *length).filter_map(|code| code.get(at)).copied().collect();
        letters.sort_unstable();
        letters.dedup();
        f64::from(u32::try_from(letters.len()).unwrap_or(u32::MAX))
    };
    let space: f64 = (0..*length).map(letters_at).product();
    let rows = |phase: &Phase| f64::from(phase.rows.saturating_sub(phase.blank));
    Some(rows(first) * rows(second) / space)
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::as_conversions,
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::float_cmp,
        clippy::arithmetic_side_effects,
        reason = "naive models over small numbers"
    )]

    use proptest::prelude::*;

    use super::*;

    fn of(first: &[&str], second: &[&str], most: u32) -> CodeLinks {
        let owned = |codes: &[&str]| codes.iter().map(|code| (*code).to_owned()).collect::<Vec<_>>();
        link_codes(&owned(first), &owned(second), most).unwrap()
    }

    fn pairs(pairs: &[CodePair]) -> Vec<(u32, u32)> {
        pairs.iter().map(|pair| (pair.first, pair.second)).collect()
    }

    #[test]
    fn codes_pair_one_to_one() {
        let links = of(&["AB12", " cd34 ", "", "EF56", "EF56"], &["CD34", "AB13", "EF56", "ZZ99"], 1);
        assert_eq!((pairs(&links.exact), pairs(&links.near)), (vec![(1, 0)], vec![(0, 1)]));
        assert_eq!((links.first_blank, links.first_repeated, links.second_repeated), (1, 2, 0));
        // Two candidates, or a candidate with two: nobody is paired.
        let several = of(&["AB12"], &["AB13", "AB14"], 1);
        assert_eq!((several.near.len(), several.ambiguous), (0, 1));
        let shared = of(&["AB12", "AB13"], &["AB14"], 1);
        assert_eq!((shared.near.len(), shared.ambiguous), (0, 2));
        // Other lengths are never near, and a letter is a letter, not a byte.
        assert_eq!(of(&["AB12"], &["AB1"], 2).near, []);
        assert_eq!(pairs(&of(&["ӘБ12"], &["әб22"], 1).near), [(0, 0)]);
        assert_eq!(of(&[], &[], 1).chance_pairs, None);
        assert_eq!(link_codes(&[], &[], 3).unwrap_err().code(), "SVY056");
    }

    proptest! {
        #[test]
        fn pairs_are_those_of_comparing_every_two(
            first in prop::collection::vec("[AB]{0,4}", 0..14),
            second in prop::collection::vec("[AB]{0,4}", 0..14),
            most in 0_u32..3,
        ) {
            let times = |codes: &[String], code: &String| codes.iter().filter(|other| *other == code).count();
            let free = |own: &[String], other: &[String]| -> Vec<usize> {
                (0..own.len())
                    .filter(|at| !own[*at].is_empty() && times(own, &own[*at]) == 1 && times(other, &own[*at]) == 0)
                    .collect()
            };
            let near = |one: &str, other: &str| {
                one.len() == other.len() && one.bytes().zip(other.bytes()).filter(|(a, b)| a != b).count() <= most as usize
            };
            let (lefts, rights) = (free(&first, &second), free(&second, &first));
            let mut expected = Vec::new();
            for one in &lefts {
                let partners: Vec<_> = rights.iter().filter(|other| near(&first[*one], &second[**other])).collect();
                let [other] = partners.as_slice() else { continue };
                if lefts.iter().filter(|left| near(&first[**left], &second[**other])).count() == 1 {
                    expected.push((*one as u32, **other as u32));
                }
            }
            let links = link_codes(&first, &second, most).unwrap();
            prop_assert_eq!(pairs(&links.near), if most == 0 { Vec::new() } else { expected });
            for pair in &links.exact {
                prop_assert_eq!(&first[pair.first as usize], &second[pair.second as usize]);
                prop_assert_eq!(times(&first, &first[pair.first as usize]), 1);
            }
        }
    }
}

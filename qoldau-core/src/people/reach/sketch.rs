//! How many different people there are, estimated from a few kilobytes: for sets too large to ship.
//!
//! `HyperLogLog` (Flajolet, Fusy, Gandouet, Meunier 2007) with 4,096 registers and the estimator of Ertl (2017, "New cardinality estimation
//! algorithms for `HyperLogLog` sketches", algorithm 6), which needs no tables and no correction of small counts. Why it is ours and no crate's:
//! `docs/adr/0029-parts-of-reach.md`.

use std::fmt;

use qoldau_derive::Decode;
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::value::Id;
use crate::value::hex::{from_hex, to_hex};

/// Bits of a hash that choose the register: 2¹² of them, a standard error of 1.04 / √4096 = 1.6 %.
const CHOOSE: u32 = 12;
const REGISTERS: usize = 1 << CHOOSE;
/// Bits of a hash that are left for the run of zeros.
const REST: u32 = 64 - CHOOSE;

/// A sketch of a set of people: from it their number follows to within 1.6 % (one standard error), and not who they are. But whoever has the
/// pseudonyms can try whether one may be in it.
#[derive(Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct PersonSketch {
    /// Id of the key that the pseudonyms were made with.
    pub key: Id,
    /// The registers, a byte each, hexadecimal.
    pub registers: String,
}

impl fmt::Debug for PersonSketch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PersonSketch({:?}, …)", self.key)
    }
}

/// Why sketches cannot be read or put together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SketchError {
    /// Their pseudonyms are of different keys.
    #[error("the pseudonyms of the sketches are of different keys")]
    OtherKeyOfSketch,
    /// It is no sketch: other than 4,096 registers, or one that no hash can fill.
    #[error("not a sketch of 4096 registers")]
    NoSketch,
}

impl SketchError {
    /// A stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::OtherKeyOfSketch => "PPE007",
            Self::NoSketch => "PPE008",
        }
    }
}

/// The sketch of a set of people by their pseudonyms; one that comes twice changes nothing.
#[must_use]
pub fn sketch_persons(key: &Id, persons: &[Id]) -> PersonSketch {
    let mut registers = vec![0_u8; REGISTERS];
    for person in persons {
        let digest = Sha256::digest(person.as_str().as_bytes());
        let (first, _) = digest.as_chunks::<8>();
        let hash = first.first().map_or(0, |bytes| u64::from_be_bytes(*bytes));
        let place = usize::try_from(hash >> REST).unwrap_or_default();
        // The run of zeros in what is left, and one; a bit behind the end ends it in any case.
        let run = ((hash << CHOOSE) | (1 << (CHOOSE - 1))).leading_zeros().saturating_add(1);
        if let Some(register) = registers.get_mut(place) {
            *register = (*register).max(u8::try_from(run).unwrap_or(u8::MAX));
        }
    }
    PersonSketch { key: key.clone(), registers: to_hex(&registers) }
}

/// Puts two sketches together: of the people of both, whoever is in either, once. The same in any order and however often.
///
/// # Errors
/// [`SketchError`] where the keys differ or one is no sketch.
pub fn merge_sketches(one: &PersonSketch, other: &PersonSketch) -> Result<PersonSketch, SketchError> {
    if one.key != other.key {
        return Err(SketchError::OtherKeyOfSketch);
    }
    let joined: Vec<u8> =
        registers(one)?.into_iter().zip(registers(other)?).map(|(one, other)| one.max(other)).collect();
    Ok(PersonSketch { key: one.key.clone(), registers: to_hex(&joined) })
}

impl PersonSketch {
    /// About how many different people there are.
    ///
    /// # Errors
    /// [`SketchError::NoSketch`].
    pub fn estimate(&self) -> Result<u32, SketchError> {
        let mut counts = vec![0.0_f64; usize::try_from(REST).unwrap_or_default().saturating_add(2)];
        for register in registers(self)? {
            if let Some(count) = counts.get_mut(usize::from(register)) {
                *count += 1.0;
            }
        }
        let all = f64::from(1_u32 << CHOOSE);
        let (first, last) = (counts.first().copied().unwrap_or(0.0), counts.last().copied().unwrap_or(0.0));
        let mut sum = all * tau(1.0 - last / all);
        for count in counts.iter().skip(1).rev().skip(1) {
            sum = 0.5 * (sum + count);
        }
        sum += all * sigma(first / all);
        let estimate = all * all / (2.0 * std::f64::consts::LN_2) / sum;
        Ok(whole(estimate))
    }
}

/// A number that is not negative, rounded; `u32::MAX` for what is greater.
fn whole(number: f64) -> u32 {
    // The text of a float is exact, and a float beyond u32 does not read as one.
    let rounded = libm::round(number);
    if rounded >= f64::from(u32::MAX) { u32::MAX } else { format!("{rounded:.0}").parse().unwrap_or(0) }
}

/// x + Σ x^(2^k) · 2^(k−1), for registers that are empty; infinite where all are.
fn sigma(of: f64) -> f64 {
    if of >= 1.0 {
        return f64::INFINITY;
    }
    let (mut x, mut y, mut sum) = (of, 1.0, of);
    // It converges within a few dozen steps; the bound is for the reader.
    for _ in 0..128 {
        x *= x;
        let next = sum + x * y;
        if next <= sum {
            break;
        }
        sum = next;
        y += y;
    }
    sum
}

/// (1 − x − Σ (1 − x^(2^−k))² · 2^−k) / 3, for registers that are full.
fn tau(of: f64) -> f64 {
    if of <= 0.0 || of >= 1.0 {
        return 0.0;
    }
    let (mut x, mut y, mut sum) = (of, 1.0, 1.0 - of);
    for _ in 0..128 {
        x = libm::sqrt(x);
        y *= 0.5;
        let next = sum - (1.0 - x) * (1.0 - x) * y;
        if next >= sum {
            break;
        }
        sum = next;
    }
    sum / 3.0
}

fn registers(sketch: &PersonSketch) -> Result<Vec<u8>, SketchError> {
    let most = u8::try_from(REST).unwrap_or(u8::MAX).saturating_add(1);
    from_hex(&sketch.registers)
        .filter(|registers| {
            registers.len() == REGISTERS && registers.iter().all(|register| *register <= most)
        })
        .ok_or(SketchError::NoSketch)
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "a test may overflow; that is how it fails")]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn id(text: &str) -> Id {
        text.parse().unwrap()
    }

    fn ids(range: std::ops::Range<u32>) -> Vec<Id> {
        range.map(|number| id(&format!("p{number}"))).collect()
    }

    fn sketch(range: std::ops::Range<u32>) -> PersonSketch {
        sketch_persons(&id("k1"), &ids(range))
    }

    #[test]
    fn estimates_are_within_four_standard_errors_from_nobody_to_many() {
        for people in [0_u32, 1, 10, 100, 1_000, 5_000, 20_000, 60_000] {
            let estimate = f64::from(sketch(0..people).estimate().unwrap());
            let (people, error) = (f64::from(people), f64::from(people) * 4.0 * 1.04 / 64.0);
            assert!((estimate - people).abs() <= error.max(0.5), "{people}: {estimate}");
        }
    }

    #[test]
    fn what_is_no_sketch_is_refused() {
        let good = sketch(0..10);
        let other = PersonSketch { key: id("k2"), ..good.clone() };
        assert_eq!(merge_sketches(&good, &other), Err(SketchError::OtherKeyOfSketch));
        for registers in ["", "zz", good.registers.get(2..).unwrap(), &"ff".repeat(REGISTERS)] {
            let bad = PersonSketch { registers: registers.into(), ..good.clone() };
            assert_eq!(merge_sketches(&good, &bad), Err(SketchError::NoSketch));
            assert_eq!(bad.estimate(), Err(SketchError::NoSketch));
        }
        assert!(!format!("{good:?}").contains(good.registers.get(..64).unwrap()));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(16))]

        #[test]
        fn sketches_come_together_in_any_order(a in 0_u32..300, b in 0_u32..300, c in 0_u32..300) {
            let (one, two, three) = (sketch(0..a), sketch(b..b + 200), sketch(c..c + 50));
            let join = |one: &PersonSketch, other: &PersonSketch| merge_sketches(one, other).unwrap();
            let whole = join(&join(&one, &two), &three);
            prop_assert_eq!(&join(&one, &join(&three, &two)), &whole);
            prop_assert_eq!(&join(&whole, &two), &whole);
            let all = [ids(0..a), ids(b..b + 200), ids(c..c + 50)].concat();
            prop_assert_eq!(sketch_persons(&id("k1"), &all), whole);
        }
    }
}

//! Linkage keys of two lists held against each other.

use serde::Serialize;

use super::encode::LinkageKey;
use crate::people::assign::{Candidate, assign};
use crate::value::Id;

/// From this likeness on two rows are probably one person. Lower finds more and errs more: `docs/benchmarks.md` has what it comes to on lists whose
/// truth is known.
pub const LINKED_FROM: f64 = 0.8;

/// The most pairs of rows that are held against each other in one call.
const MOST_PAIRS: u64 = 4_000_000_000;

/// Two rows of two lists that are probably one person.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct LinkedPair {
    /// The row of the first list.
    pub one: Id,
    /// The row of the second.
    pub other: Id,
    /// How alike the keys are, 0 to 1: twice the bits both have by the bits of each (Dice 1945).
    pub likeness: f64,
}

/// Why lists were not compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LinkageError {
    /// The lists have more than four thousand million pairs of rows.
    #[error("more than 4 000 000 000 pairs of rows")]
    TooManyPairs,
}

impl LinkageError {
    /// A stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::TooManyPairs => "PPE004",
        }
    }
}

/// Pairs of rows whose keys are alike from `least` on (0 to 1; [`LINKED_FROM`] is a beginning), each row in one pair at most, so that the likeness of
/// all pairs together is the greatest. In the order of the first list. Every row is held against every other whose number of bits allows it.
///
/// # Errors
/// [`LinkageError::TooManyPairs`].
pub fn match_keys(
    ours: &[LinkageKey],
    theirs: &[LinkageKey],
    least: f64,
) -> Result<Vec<LinkedPair>, LinkageError> {
    let count = |keys: &[LinkageKey]| u64::try_from(keys.len()).unwrap_or(u64::MAX);
    if count(ours).saturating_mul(count(theirs)) > MOST_PAIRS {
        return Err(LinkageError::TooManyPairs);
    }
    // By the number of bits, so that those that may be alike stand together.
    let mut others: Vec<(u32, u32, &LinkageKey)> = (0_u32..)
        .zip(theirs)
        .map(|(row, key)| (key.bits.ones(), row, key))
        .filter(|(ones, ..)| *ones > 0)
        .collect();
    others.sort_unstable_by_key(|(ones, row, _)| (*ones, *row));
    let mut candidates = Vec::new();
    for (row, key) in (0_u32..).zip(ours) {
        let ones = key.bits.ones();
        if ones == 0 {
            continue;
        }
        // 2·min / (a + b) ≥ t leaves b between a·t/(2 − t) and a·(2 − t)/t.
        let own = f64::from(ones);
        let (low, high) = (own * least / (2.0 - least), own * (2.0 - least) / least);
        let start = others.partition_point(|(ones, ..)| f64::from(*ones) < low - 1e-9);
        for (of_other, place, other) in others.iter().skip(start) {
            if f64::from(*of_other) > high + 1e-9 {
                break;
            }
            let both: u32 = key
                .bits
                .words()
                .iter()
                .zip(other.bits.words())
                .map(|(one, other)| (one & other).count_ones())
                .sum();
            let likeness = 2.0 * f64::from(both) / (own + f64::from(*of_other));
            if likeness >= least && both > 0 {
                candidates.push(Candidate { one: row, other: *place, weight: likeness });
            }
        }
    }
    let id = |keys: &[LinkageKey], row: u32| {
        usize::try_from(row).ok().and_then(|row| keys.get(row)).map(|key| key.row.clone())
    };
    let mut chosen: Vec<Candidate> =
        assign(&candidates).into_iter().filter_map(|place| candidates.get(place).copied()).collect();
    chosen.sort_unstable_by_key(|pair| (pair.one, pair.other));
    Ok(chosen
        .into_iter()
        .filter_map(|pair| {
            let likeness = libm::round(pair.weight * 1e4) / 1e4;
            Some(LinkedPair { one: id(ours, pair.one)?, other: id(theirs, pair.other)?, likeness })
        })
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::duplicates::ListedPerson;
    use crate::people::linkage::{LinkageBits, linkage_keys};
    use crate::people::pseudonym::PseudonymKey;
    use crate::value::{PersonName, PersonalText, Phone};

    fn key(byte: u8) -> PseudonymKey {
        PseudonymKey::new(&"k1".parse().unwrap(), &[byte; 32]).unwrap()
    }

    fn row(id: &str, name: &str, phone: &str, birth: &str) -> ListedPerson {
        let given = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        ListedPerson {
            id: id.parse().unwrap(),
            list: None,
            name: PersonName::new(name),
            phone: given(phone).map(Phone::new),
            birth: given(birth).map(PersonalText::new),
            iin: None,
            email: None,
            settlement: None,
            organisation: None,
        }
    }

    fn pairs(ours: &[ListedPerson], theirs: &[ListedPerson], least: f64) -> Vec<String> {
        let (ours, theirs) = (linkage_keys(ours, &key(1)), linkage_keys(theirs, &key(1)));
        let said = |pair: LinkedPair| format!("{} {}", pair.one, pair.other);
        match_keys(&ours, &theirs, least).unwrap().into_iter().map(said).collect()
    }

    #[test]
    fn one_person_in_two_alphabets_is_found_and_her_sister_is_not() {
        let ours = [
            row("a1", "Ахметова Айгерім Серікқызы", "8 700 000 00 01", "14.06.2008"),
            row("a2", "Оспанов Ерлан", "", "2009"),
            row("a3", "", "", ""),
        ];
        let theirs = [
            row("b1", "Akhmetova Aigerim", "+7 700 000 00 01", "2008-06-14"),
            row("b2", "Ахметова Аружан Серікқызы", "8 700 000 00 01", "02.03.2011"),
            row("b3", "Ерлан Оспанов", "", "2009"),
            row("b4", "", "", ""),
        ];
        assert_eq!(pairs(&ours, &theirs, 0.7), ["a1 b1", "a2 b3"]);
    }

    #[test]
    fn keys_of_another_secret_have_nothing_in_common() {
        let rows: Vec<ListedPerson> = (0..20)
            .map(|number| {
                row(&format!("r{number}"), &format!("Ахметова Айгерім{}", "а".repeat(number)), "", "2008")
            })
            .collect();
        let (one, other) = (linkage_keys(&rows, &key(1)), linkage_keys(&rows, &key(2)));
        assert_eq!(match_keys(&one, &other, LINKED_FROM).unwrap(), []);
        assert_eq!(match_keys(&one, &one, LINKED_FROM).unwrap().len(), 20, "each with itself");
    }

    /// Both sides of a comparison need the same bits, whatever version they have: what changes them parts old keys from new. The bits were
    /// reckoned apart from this code, from the stems `ahmet`, `agerim`, `serik`.
    #[test]
    fn the_bits_of_a_row_stay_what_they_were_agreed_to_be() {
        let rows = [row("a1", "Ахметова Айгерім Серікқызы", "8 700 000 00 01", "14.06.2008")];
        let keys = linkage_keys(&[&rows[..], &rows[..]].concat(), &key(1));
        let agreed = [
            "333570740232703d21141880100002029c06000101402c48020020480982a0d4",
            "03043184084858312403a008279c21022048854a2138801400e6111020585040",
            "10c00000009c0040442282104c0d841240000026a44c0110e34004788c8400a1",
            "c0200440c004c220000c0001500a8408020150080000e0835518008086980004",
        ];
        assert!(
            keys.iter().all(|key| key.bits.to_string() == agreed.concat()),
            "{}",
            keys[0].bits.to_string()
        );
    }

    #[test]
    fn a_key_crosses_as_text_and_prints_nothing() {
        let keys = linkage_keys(&[row("a1", "Ахметова Айгерім", "8 700 000 00 01", "2008")], &key(1));
        let json = serde_json::to_string(&keys).unwrap();
        let back: Vec<LinkageKey> = serde_json::from_str(&json).unwrap();
        assert_eq!(back, keys);
        assert_eq!(format!("{:?}", keys[0].bits), "LinkageBits(…)");
        for bad in ["", "00", &"g".repeat(256), &"0".repeat(258)] {
            assert!(bad.parse::<LinkageBits>().is_err());
        }
        let share = f64::from(keys[0].bits.ones()) / 1024.0;
        assert!((0.1..0.6).contains(&share), "{share}");
    }
}

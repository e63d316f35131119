//! Keys as numbers.
#![expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "places in tables made here, whose sizes are powers of two"
)]

use std::borrow::Borrow;
use std::collections::BTreeMap;

use crate::value::fingerprint::fingerprint;

/// How many places from its own a key may lie. In a table that is half full nearly all lie nearer.
const PROBES: u32 = 24;
/// The number in a place where no key is.
const FREE: u32 = u32::MAX;
/// Places of an empty table.
const LEAST: usize = 16;

/// What is numbered, with its bytes, which no other key has.
pub(super) trait Key: Eq {
    fn bytes(&self) -> Vec<u8>;
}

impl Key for str {
    fn bytes(&self) -> Vec<u8> {
        self.as_bytes().to_vec()
    }
}

impl<K: Key + ?Sized> Key for &K {
    fn bytes(&self) -> Vec<u8> {
        (**self).bytes()
    }
}

impl<K: Key + ?Sized> Key for Box<K> {
    fn bytes(&self) -> Vec<u8> {
        (**self).bytes()
    }
}

impl Key for u32 {
    fn bytes(&self) -> Vec<u8> {
        self.to_be_bytes().to_vec()
    }
}

impl<const N: usize> Key for [u32; N] {
    fn bytes(&self) -> Vec<u8> {
        self.iter().flat_map(|number| number.to_be_bytes()).collect()
    }
}

impl Key for (&[u8], u32) {
    fn bytes(&self) -> Vec<u8> {
        [self.1.to_be_bytes().as_slice(), self.0].concat()
    }
}

/// Keys numbered from 0 on in the order in which they first came.
///
/// It is an open table of hashes. Keys come from files, and somebody may choose them so that their hashes lie together: what finds no
/// place near its own is kept in the order of its bytes, where looking for it takes steps as the logarithm of their number. It is kept
/// by its bytes so that a tree is compiled once, and not for each kind of key.
pub(super) struct Dictionary<K> {
    keys: Vec<K>,
    /// Hash and number, by the lower bits of the hash.
    places: Vec<(u32, u32)>,
    crowded: BTreeMap<Vec<u8>, u32>,
}

impl<K: Key> Dictionary<K> {
    pub(super) fn new() -> Self {
        Self { keys: Vec::new(), places: vec![(0, FREE); LEAST], crowded: BTreeMap::new() }
    }

    /// The keys in the order of their numbers.
    pub(super) fn keys(&self) -> &[K] {
        &self.keys
    }

    /// Forgets the keys and keeps the room.
    pub(super) fn clear(&mut self) {
        self.keys.clear();
        self.places.fill((0, FREE));
        self.crowded.clear();
    }

    /// The number of a key that came before.
    pub(super) fn find<Q: Key + ?Sized>(&self, hash: u32, key: &Q) -> Option<u32>
    where
        K: Borrow<Q>,
    {
        self.look(hash, key).ok()
    }

    /// The number of a key, which is made where it comes for the first time. The same key has to come with the same hash.
    pub(super) fn number<Q: Key + ?Sized>(&mut self, hash: u32, key: &Q, own: impl FnOnce() -> K) -> u32
    where
        K: Borrow<Q>,
    {
        match self.look(hash, key) {
            Ok(number) => number,
            Err(place) => self.put(hash, own(), place),
        }
    }

    /// Puts a new key into the place that is free for it. Not generic over how the key is had, so that it is compiled once.
    fn put(&mut self, hash: u32, key: K, place: Option<usize>) -> u32 {
        let number = u32::try_from(self.keys.len()).unwrap_or(FREE);
        match place {
            Some(place) => self.places[place] = (hash, number),
            None => drop(self.crowded.insert(key.bytes(), number)),
        }
        self.keys.push(key);
        if self.keys.len() * 2 > self.places.len() {
            self.grow();
        }
        number
    }

    /// The number of a key, or else the place that is free for it, if there is one near its own.
    fn look<Q: Key + ?Sized>(&self, hash: u32, key: &Q) -> Result<u32, Option<usize>>
    where
        K: Borrow<Q>,
    {
        let mask = self.places.len() - 1;
        let mut place = at(hash) & mask;
        for _ in 0..PROBES {
            let (of_place, number) = self.places[place];
            if number == FREE {
                // A larger table may have made room where there was none.
                return self.among_crowded(key).ok_or(Some(place));
            }
            if of_place == hash && self.keys[at(number)].borrow() == key {
                return Ok(number);
            }
            place = (place + 1) & mask;
        }
        self.among_crowded(key).ok_or(None)
    }

    fn among_crowded<Q: Key + ?Sized>(&self, key: &Q) -> Option<u32> {
        if self.crowded.is_empty() { None } else { self.crowded.get(&key.bytes()).copied() }
    }

    fn grow(&mut self) {
        let wider = vec![(0, FREE); self.places.len() * 2];
        let mask = wider.len() - 1;
        for (hash, number) in std::mem::replace(&mut self.places, wider) {
            if number == FREE {
                continue;
            }
            let near = (0..at(PROBES)).map(|step| (at(hash) + step) & mask);
            match near.into_iter().find(|place| self.places[*place].1 == FREE) {
                Some(place) => self.places[place] = (hash, number),
                None => drop(self.crowded.insert(self.keys[at(number)].bytes(), number)),
            }
        }
    }
}

/// A hash of a text, the same everywhere.
pub(super) fn hash_of(text: &str) -> u32 {
    spread(fingerprint(text))
}

/// Thirty-two bits to which all of a number contribute (the finaliser of `SplitMix64`, Steele, Lea and Flood 2014).
pub(super) fn spread(number: u64) -> u32 {
    let number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    u32::try_from(number >> 32).unwrap_or(0)
}

/// A number as a place.
pub(super) fn at(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Keys as they come, and the hash of each: some of one hash, some beside each other, some spread.
    fn keys() -> impl Strategy<Value = Vec<u32>> {
        prop::collection::vec(0_u32..400, 0..600)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(128))]

        #[test]
        fn keys_have_the_numbers_of_their_first_coming_whatever_their_hashes(keys in keys(), way in 0_u32..4) {
            let hash = |key: u32| match way {
                0 => 7,
                1 => key % 3,
                2 => key << 28,
                _ => spread(u64::from(key)),
            };
            let mut dictionary = Dictionary::new();
            for round in 0..2 {
                let mut plain: Vec<u32> = Vec::new();
                for key in &keys {
                    let known = plain.iter().position(|other| other == key);
                    prop_assert_eq!(dictionary.find(hash(*key), key).map(at), known, "round {}", round);
                    let number = known.unwrap_or_else(|| { plain.push(*key); plain.len() - 1 });
                    prop_assert_eq!(at(dictionary.number(hash(*key), key, || *key)), number);
                }
                prop_assert_eq!(dictionary.keys(), &plain);
                dictionary.clear();
            }
        }
    }

    #[test]
    fn hashes_of_ids_that_are_alike_lie_apart() {
        let mut low = vec![0_u32; 256];
        let mut high = vec![0_u32; 256];
        for number in 0..25_600_u32 {
            let hash = hash_of(&format!("p-{number:07}"));
            low[at(hash & 255)] += 1;
            high[at(hash >> 24)] += 1;
        }
        for counts in [low, high] {
            assert!(counts.iter().all(|count| (40..180).contains(count)), "{counts:?}");
        }
    }
}

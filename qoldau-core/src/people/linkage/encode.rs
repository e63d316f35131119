//! From rows of a list to linkage keys.
#![expect(clippy::indexing_slicing, reason = "places of bits, bounded where they are made")]

use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::people::dictionary::{Dictionary, Key, at, hash_of, spread};
use crate::people::duplicates::ListedPerson;
use crate::people::identity::{Birth, latest_year, read_birth, read_phones};
use crate::people::names::{NameParts, parts_of};
use crate::people::pseudonym::PseudonymKey;
use crate::value::hex::{from_hex, to_hex};
use crate::value::{Id, PersonalText};

/// Words of 64 bits in a key.
pub(super) const WORDS: usize = 16;
/// Bits that a pair of letters of a name sets.
const OF_LETTERS: usize = 12;
/// Bits that the day, the month or the year of birth sets.
const OF_BIRTH: usize = 14;
/// Bits that a telephone sets: as many as one code gives.
const OF_PHONE: usize = 16;

/// 1,024 bits that stand for a row. They cross as 256 hexadecimal digits and print silently: whoever has the key can try names on them.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct LinkageBits([u64; WORDS]);

impl LinkageBits {
    pub(super) const fn words(&self) -> &[u64; WORDS] {
        &self.0
    }

    const NONE: Self = Self([0; WORDS]);

    /// Sets the bits of another as well.
    fn add(&mut self, other: &Self) {
        self.0.iter_mut().zip(other.0).for_each(|(word, other)| *word |= other);
    }

    /// How many bits are set.
    pub(super) fn ones(&self) -> u32 {
        self.0.iter().map(|word| word.count_ones()).sum()
    }

    fn set(&mut self, place: u16) {
        self.0[usize::from(place / 64) % WORDS] |= 1_u64.rotate_left(u32::from(place % 64));
    }
}

impl fmt::Debug for LinkageBits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LinkageBits(…)")
    }
}

impl fmt::Display for LinkageBits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bytes: Vec<u8> = self.0.iter().flat_map(|word| word.to_be_bytes()).collect();
        f.write_str(&to_hex(&bytes))
    }
}

/// A text that is no linkage key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a linkage key has 256 hexadecimal digits")]
pub struct LinkageBitsError;

impl FromStr for LinkageBits {
    type Err = LinkageBitsError;

    fn from_str(text: &str) -> Result<Self, LinkageBitsError> {
        let bytes = from_hex(text).filter(|bytes| bytes.len() == WORDS * 8).ok_or(LinkageBitsError)?;
        let mut words = [0; WORDS];
        for (word, bytes) in words.iter_mut().zip(bytes.as_chunks::<8>().0) {
            *word = u64::from_be_bytes(*bytes);
        }
        Ok(Self(words))
    }
}

impl Serialize for LinkageBits {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for LinkageBits {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for LinkageBits {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "LinkageBits".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "pattern": "^[0-9a-f]{256}$" })
    }
}

/// The linkage key of a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct LinkageKey {
    /// Id of the row: of its own, or a pseudonym.
    pub row: Id,
    /// The bits.
    #[cfg_attr(feature = "tsify", tsify(type = "string"))]
    pub bits: LinkageBits,
}

/// The linkage keys of rows, in their order. Names of the rows together tell which word is a surname, as in looking for duplicates; a row without a
/// readable name, birth or telephone has a key without bits, which fits no other.
#[must_use]
pub fn linkage_keys(people: &[ListedPerson], key: &PseudonymKey) -> Vec<LinkageKey> {
    let names: Vec<&str> = people.iter().map(|person| person.name.reveal()).collect();
    let births = people.iter().filter_map(|person| person.birth.as_ref().map(PersonalText::reveal));
    let latest = latest_year(births).unwrap_or(2100);
    let mut encoder = Encoder::new(key);
    parts_of(&names)
        .iter()
        .zip(people)
        .map(|(parts, person)| LinkageKey {
            row: person.id.clone(),
            bits: encoder.encode(parts, person, latest),
        })
        .collect()
}

/// Where a code sets bits.
type Places = [u16; 16];

/// Sets the bits of rows. What recurs from row to row keeps the bits it sets: few stems make most names of a list, and few numbers its dates.
struct Encoder<'a> {
    key: &'a PseudonymKey,
    /// The places of pairs of letters; in names of one alphabet there are a few thousand.
    pairs: BTreeMap<(bool, char, char), Places>,
    names: Kept<Box<str>>,
    patronymics: Kept<Box<str>>,
    /// By kind and number.
    numbers: Kept<(&'static [u8], u32)>,
}

/// Bits by what sets them.
struct Kept<K> {
    keys: Dictionary<K>,
    bits: Vec<LinkageBits>,
}

impl<K: Key> Kept<K> {
    const fn new(keys: Dictionary<K>) -> Self {
        Self { keys, bits: Vec::new() }
    }

    /// Adds what a key sets, which is made where it comes for the first time.
    fn add<Q: Key + ?Sized>(
        &mut self,
        bits: &mut LinkageBits,
        (hash, key): (u32, &Q),
        own: impl FnOnce() -> K,
        make: impl FnOnce() -> LinkageBits,
    ) where
        K: Borrow<Q>,
    {
        let number = at(self.keys.number(hash, key, own));
        if number == self.bits.len() {
            self.bits.push(make());
        }
        if let Some(kept) = self.bits.get(number) {
            bits.add(kept);
        }
    }
}

impl<'a> Encoder<'a> {
    fn new(key: &'a PseudonymKey) -> Self {
        Self {
            key,
            pairs: BTreeMap::new(),
            names: Kept::new(Dictionary::new()),
            patronymics: Kept::new(Dictionary::new()),
            numbers: Kept::new(Dictionary::new()),
        }
    }

    fn encode(&mut self, parts: &NameParts, person: &ListedPerson, latest: i32) -> LinkageBits {
        let mut bits = LinkageBits::NONE;
        // Surname and given name may be the other way round, so that their letters are of one kind.
        for stem in [parts.surname.stem(), parts.surname.second(), parts.given.stem(), parts.given.second()] {
            self.stem(&mut bits, stem, false);
        }
        self.stem(&mut bits, parts.patronymic.stem(), true);
        match person.birth.as_ref().map(PersonalText::reveal).and_then(|birth| read_birth(birth, latest)) {
            Some(Birth::Exact { date } | Birth::Estimated { date }) => {
                self.number(&mut bits, b"day", date.day());
                self.number(&mut bits, b"month", date.month());
                self.number(&mut bits, b"year", date.year().unsigned_abs());
            }
            Some(Birth::YearOnly { year }) => self.number(&mut bits, b"year", year.unsigned_abs()),
            None => {}
        }
        if let Some(phone) =
            person.phone.as_ref().and_then(|phone| read_phones(phone.reveal()).into_iter().next())
        {
            set(&mut bits, &places(self.key, b"phone", phone.reveal().as_bytes()), OF_PHONE);
        }
        bits
    }

    fn stem(&mut self, bits: &mut LinkageBits, stem: &str, is_patronymic: bool) {
        if stem.is_empty() {
            return;
        }
        let Self { key, pairs, names, patronymics, .. } = self;
        let kept = if is_patronymic { patronymics } else { names };
        let make = || letters(key, pairs, stem, is_patronymic);
        kept.add(bits, (hash_of(stem), stem), || stem.into(), make);
    }

    fn number(&mut self, bits: &mut LinkageBits, kind: &'static [u8], number: u32) {
        let key = (kind, number);
        let hash = spread(u64::from(number) << 8 | u64::from(kind.first().copied().unwrap_or(0)));
        self.numbers.add(
            bits,
            (hash, &key),
            || key,
            || {
                let mut bits = LinkageBits::NONE;
                set(&mut bits, &places(self.key, kind, number.to_string().as_bytes()), OF_BIRTH);
                bits
            },
        );
    }
}

/// The bits that a stem sets by its pairs of letters.
fn letters(
    key: &PseudonymKey,
    pairs: &mut BTreeMap<(bool, char, char), Places>,
    stem: &str,
    is_patronymic: bool,
) -> LinkageBits {
    let mut bits = LinkageBits::NONE;
    let first = std::iter::once(' ').chain(stem.chars());
    for (one, other) in first.zip(stem.chars().chain([' '])) {
        let places = pairs.entry((is_patronymic, one, other)).or_insert_with(|| {
            let kind: &[u8] = if is_patronymic { b"patronymic" } else { b"name" };
            places(key, kind, format!("{one}{other}").as_bytes())
        });
        set(&mut bits, places, OF_LETTERS);
    }
    bits
}

fn set(bits: &mut LinkageBits, places: &Places, count: usize) {
    places.iter().take(count).for_each(|place| bits.set(*place));
}

/// Sixteen places, two bytes of the code each: every one drawn by itself, so that no two of them tell the others.
fn places(key: &PseudonymKey, kind: &[u8], text: &[u8]) -> Places {
    let code = key.code(b"qoldau linkage 1", &[kind, &[0], text]);
    let mut places = [0; 16];
    for (place, bytes) in places.iter_mut().zip(code.as_chunks::<2>().0) {
        *place = u16::from_be_bytes(*bytes);
    }
    places
}

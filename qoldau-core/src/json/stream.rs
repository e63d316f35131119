//! Values from a deserializer of serde: of JSON text, and of whatever Rust programs read from.

use std::fmt;

use serde::Deserialize;
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, IgnoredAny, MapAccess, SeqAccess, Unexpected,
    VariantAccess, Visitor,
};
use serde_json::value::RawValue;

use super::decode::{
    Aside, Decode, Kept, Key, Seen, Shape, Source, Tagged, Take, TakeEntry, TakeField, TakeText, position,
};
use super::misfit::Why;
use super::{Misfit, Tree};

/// Reads a value from JSON text.
pub(crate) fn from_text<T: Decode>(json: &str) -> Result<T, serde_json::Error> {
    read_text(json, &mut T::decode)
}

/// Reads what a function reads from JSON text.
pub(crate) fn read_text<'de, T>(
    json: &'de str,
    read: &mut dyn FnMut(&mut dyn Source<'de>) -> Result<T, Misfit>,
) -> Result<T, serde_json::Error> {
    let mut text = serde_json::Deserializer::from_str(json);
    let mut value = None;
    hand(&mut text, true, &mut |source| {
        value = Some(read(source)?);
        Ok(())
    })?;
    text.end()?;
    value.ok_or_else(|| Error::custom(Misfit::lost()))
}

/// Reads a value from a deserializer.
pub(crate) fn decode_from<'de, T: Decode, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
    let mut value = None;
    hand(from, false, &mut |source| {
        value = Some(T::decode(source)?);
        Ok(())
    })?;
    value.ok_or_else(|| Error::custom(Misfit::lost()))
}

/// Gives the value of a deserializer to whoever takes it.
fn hand<'de, D: Deserializer<'de>>(from: D, lends: bool, take: &mut Take<'_, 'de>) -> Result<(), D::Error> {
    let mut stream = Stream { from: Some(from), failed: None, lends };
    take(&mut stream).map_err(|misfit| stream.error(&misfit))
}

/// The value of a deserializer. An error of the deserializer itself, which knows its line and column, is kept here while
/// the types are left, and goes on from where it arose.
struct Stream<'de, D: Deserializer<'de>> {
    from: Option<D>,
    failed: Option<D::Error>,
    /// Whether the text outlives the reading.
    lends: bool,
}

impl<'de, D: Deserializer<'de>> Stream<'de, D> {
    fn with<T>(&mut self, read: impl FnOnce(D) -> Result<T, D::Error>) -> Result<T, Misfit> {
        let from = self.from.take().ok_or_else(Misfit::lost)?;
        read(from).map_err(|error| {
            self.failed = Some(error);
            Misfit::kept()
        })
    }

    fn error(&mut self, misfit: &Misfit) -> D::Error {
        match self.failed.take() {
            Some(error) if misfit.why() == Why::Kept => error,
            _ => Error::custom(misfit),
        }
    }
}

impl<'de, D: Deserializer<'de>> Source<'de> for Stream<'de, D> {
    fn object(
        &mut self,
        shape: &Shape,
        aside: Option<Aside<'_>>,
        take: &mut TakeField<'_, 'de>,
    ) -> Result<(), Misfit> {
        let lends = self.lends;
        self.with(|from| {
            let seen = Seen::new(shape, aside.as_ref());
            from.deserialize_map(Object { expected: shape.expected, seen, aside, take, lends })
        })
    }

    fn map(&mut self, take: &mut TakeEntry<'_, 'de>) -> Result<(), Misfit> {
        let lends = self.lends;
        self.with(|from| from.deserialize_map(Map { take, lends }))
    }

    fn list(&mut self, take: &mut Take<'_, 'de>) -> Result<(), Misfit> {
        let lends = self.lends;
        self.with(|from| from.deserialize_seq(List(Hand { take, lends })))
    }

    fn option(&mut self, take: &mut Take<'_, 'de>) -> Result<(), Misfit> {
        let lends = self.lends;
        self.with(|from| from.deserialize_option(Maybe(Hand { take, lends })))
    }

    fn string(&mut self) -> Result<Box<str>, Misfit> {
        self.with(|from| from.deserialize_str(Copied))
    }

    fn text(&mut self, expected: &'static str, take: &mut TakeText<'_>) -> Result<(), Misfit> {
        self.with(|from| from.deserialize_str(Text { expected, take }))
    }

    fn word(&mut self, words: &'static [&'static str]) -> Result<usize, Misfit> {
        self.with(|from| from.deserialize_enum("", words, Word(words)))
    }

    fn whole(&mut self, most: u64, expected: &'static str) -> Result<u64, Misfit> {
        self.with(|from| from.deserialize_u64(Whole { most, expected }))
    }

    fn signed(&mut self) -> Result<i32, Misfit> {
        self.with(i32::deserialize)
    }

    fn boolean(&mut self) -> Result<bool, Misfit> {
        self.with(bool::deserialize)
    }

    fn tagged(&mut self, tagged: &Tagged) -> Result<(usize, Tree), Misfit> {
        self.with(|from| from.deserialize_any(TaggedObject(tagged)))
    }

    fn keep(&mut self) -> Result<Kept<'de>, Misfit> {
        if self.lends {
            self.with(<&RawValue>::deserialize).map(Kept::Lent)
        } else {
            self.with(Box::<RawValue>::deserialize).map(Kept::Owned)
        }
    }

    fn tree(&mut self) -> Result<Tree, Misfit> {
        self.with(Tree::deserialize)
    }
}

/// Hands a value within another one on.
struct Hand<'a, 't, 'de> {
    take: &'a mut Take<'t, 'de>,
    lends: bool,
}

impl<'de> DeserializeSeed<'de> for Hand<'_, '_, 'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        hand(from, self.lends, self.take)
    }
}

/// Hands the value of a field on.
struct HandField<'a, 't, 'de> {
    at: usize,
    take: &'a mut TakeField<'t, 'de>,
    lends: bool,
}

impl<'de> DeserializeSeed<'de> for HandField<'_, '_, 'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        let mut stream = Stream { from: Some(from), failed: None, lends: self.lends };
        (self.take)(self.at, &mut stream).map_err(|misfit| stream.error(&misfit))
    }
}

struct Object<'a, 't, 'de> {
    expected: &'static str,
    seen: Seen<'a>,
    aside: Option<Aside<'a>>,
    take: &'a mut TakeField<'t, 'de>,
    lends: bool,
}

impl<'de> Visitor<'de> for Object<'_, '_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expected)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let Self { mut seen, mut aside, take, lends, .. } = self;
        while let Some(key) = map.next_key_seed(KeyOf(&seen))? {
            match key {
                Key::At(at) => {
                    seen.note(at).map_err(Error::custom)?;
                    map.next_value_seed(HandField { at, take, lends })?;
                }
                Key::Aside => {
                    let mut read = |source: &mut dyn Source<'de>| match &mut aside {
                        Some(aside) => aside.read(source),
                        None => Err(Misfit::lost()),
                    };
                    map.next_value_seed(Hand { take: &mut read, lends })?;
                }
                Key::Open => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        seen.whole().map_err(Error::custom)
    }
}

struct KeyOf<'a, 's>(&'a Seen<'s>);

impl<'de> DeserializeSeed<'de> for KeyOf<'_, '_> {
    type Value = Key;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Key, D::Error> {
        from.deserialize_identifier(self)
    }
}

impl Visitor<'_> for KeyOf<'_, '_> {
    type Value = Key;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("field identifier")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Key, E> {
        self.0.key(name).map_err(E::custom)
    }
}

struct Map<'a, 't, 'de> {
    take: &'a mut TakeEntry<'t, 'de>,
    lends: bool,
}

impl<'de> Visitor<'de> for Map<'_, '_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let Self { take, lends } = self;
        let mut name = String::new();
        while map.next_key_seed(Name(&mut name))?.is_some() {
            map.next_value_seed(Hand { take: &mut |source| take(&name, source), lends })?;
        }
        Ok(())
    }
}

/// Takes a name into room that is there already.
struct Name<'n>(&'n mut String);

impl<'de> DeserializeSeed<'de> for Name<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_str(self)
    }
}

impl Visitor<'_> for Name<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<(), E> {
        self.0.clear();
        self.0.push_str(name);
        Ok(())
    }
}

struct List<'a, 't, 'de>(Hand<'a, 't, 'de>);

impl<'de> Visitor<'de> for List<'_, '_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a sequence")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        let Hand { take, lends } = self.0;
        while list.next_element_seed(Hand { take, lends })?.is_some() {}
        Ok(())
    }
}

struct Maybe<'a, 't, 'de>(Hand<'a, 't, 'de>);

impl<'de> Visitor<'de> for Maybe<'_, '_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("option")
    }

    fn visit_none<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_some<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        self.0.deserialize(from)
    }
}

struct Copied;

impl Visitor<'_> for Copied {
    type Value = Box<str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Box<str>, E> {
        // Of the length that it has, so that nothing is moved again.
        Ok(text.into())
    }
}

struct Text<'a, 't> {
    expected: &'static str,
    take: &'a mut TakeText<'t>,
}

impl Visitor<'_> for Text<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expected)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        (self.take)(text).map_err(E::custom)
    }
}

struct Word(&'static [&'static str]);

impl<'de> DeserializeSeed<'de> for Word {
    type Value = usize;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<usize, D::Error> {
        from.deserialize_identifier(self)
    }
}

impl<'de> Visitor<'de> for Word {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("variant identifier")
    }

    fn visit_str<E: Error>(self, word: &str) -> Result<usize, E> {
        position(self.0, word).map_err(E::custom)
    }

    fn visit_enum<A: EnumAccess<'de>>(self, word: A) -> Result<usize, A::Error> {
        let (at, rest) = word.variant_seed(self)?;
        rest.unit_variant()?;
        Ok(at)
    }
}

struct Whole {
    most: u64,
    expected: &'static str,
}

impl Visitor<'_> for Whole {
    type Value = u64;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expected)
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<u64, E> {
        if number > self.most {
            Err(E::invalid_value(Unexpected::Unsigned(number), &self))
        } else {
            Ok(number)
        }
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<u64, E> {
        match u64::try_from(number) {
            Ok(number) => self.visit_u64(number),
            Err(_) => Err(E::invalid_value(Unexpected::Signed(number), &self)),
        }
    }
}

struct TaggedObject<'a>(&'a Tagged);

impl<'de> Visitor<'de> for TaggedObject<'_> {
    type Value = (usize, Tree);

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.expected)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(usize, Tree), A::Error> {
        let Tagged { tag, words, .. } = *self.0;
        let (mut word, mut fields) = (None, Vec::new());
        while let Some(name) = map.next_key::<String>()? {
            if name == tag {
                if word.is_some() {
                    return Err(Error::custom(Misfit::repeated_field(tag)));
                }
                word = Some(map.next_value_seed(Word(words))?);
            } else {
                fields.push((name, map.next_value()?));
            }
        }
        let word = word.ok_or_else(|| Error::custom(Misfit::missing_field(tag)))?;
        Ok((word, Tree::Object(fields)))
    }
}

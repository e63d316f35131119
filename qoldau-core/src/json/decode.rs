//! How values are read from JSON: every type tells its fields to one reader of objects.
//!
//! A type that comes in derives `Decode` from the crate `qoldau-derive`. What is compiled for it is a table of its fields
//! and a few instructions for each; the walk through objects, lists and words is compiled once for each [`Source`]: JSON
//! text, and a [`super::Tree`] of it. serde's own derive would make everything anew for each type, source and kind of
//! buffer, which was a quarter of the module for browsers (docs/adr/0018).

use std::collections::BTreeMap;
use std::fmt;

use serde_json::value::RawValue;

use super::{Misfit, Tree};

/// A value that can be read from JSON.
///
/// Rust programs read by [`crate::failure::from_json`], which names the field at fault, or by serde.
pub trait Decode: Sized {
    /// Whether it may be missing where it is a field.
    #[doc(hidden)]
    const OPTIONAL: bool = false;

    /// The value of a field that is missing, for which [`Decode::OPTIONAL`] is true.
    #[doc(hidden)]
    #[must_use]
    fn absent() -> Option<Self> {
        None
    }

    /// Reads the value.
    ///
    /// # Errors
    /// What does not fit the type.
    #[doc(hidden)]
    fn decode(source: &mut dyn Source<'_>) -> Result<Self, Misfit>;
}

/// Takes the value of a field, named by its position in the [`Shape`].
pub(crate) type TakeField<'t, 'de> = dyn FnMut(usize, &mut dyn Source<'de>) -> Result<(), Misfit> + 't;
/// Takes a value.
pub(crate) type Take<'t, 'de> = dyn FnMut(&mut dyn Source<'de>) -> Result<(), Misfit> + 't;
/// Takes a named value.
pub(crate) type TakeEntry<'t, 'de> = dyn FnMut(&str, &mut dyn Source<'de>) -> Result<(), Misfit> + 't;
/// Takes a text.
pub(crate) type TakeText<'t> = dyn FnMut(&str) -> Result<(), Misfit> + 't;

/// One value of JSON, to be read once, in the way the type wants it. Where it is of another kind, `expected` says what
/// it should be.
pub trait Source<'de> {
    /// An object of known fields, each of which may stand once. So may a text `aside`, which the shape does not have.
    fn object(
        &mut self,
        shape: &Shape,
        aside: Option<Aside<'_>>,
        take: &mut TakeField<'_, 'de>,
    ) -> Result<(), Misfit>;
    /// An object of any fields.
    fn map(&mut self, take: &mut TakeEntry<'_, 'de>) -> Result<(), Misfit>;
    /// A list.
    fn list(&mut self, take: &mut Take<'_, 'de>) -> Result<(), Misfit>;
    /// A value, or null, which is not given.
    fn option(&mut self, take: &mut Take<'_, 'de>) -> Result<(), Misfit>;
    /// A text, to be kept.
    fn string(&mut self) -> Result<Box<str>, Misfit>;
    /// A text, to be looked at.
    fn text(&mut self, expected: &'static str, take: &mut TakeText<'_>) -> Result<(), Misfit>;
    /// One of certain words, by its position.
    fn word(&mut self, words: &'static [&'static str]) -> Result<usize, Misfit>;
    /// A whole number from 0 on.
    fn whole(&mut self, most: u64, expected: &'static str) -> Result<u64, Misfit>;
    /// A whole number of 32 bits.
    fn signed(&mut self) -> Result<i32, Misfit>;
    /// True or false.
    fn boolean(&mut self) -> Result<bool, Misfit>;
    /// An object of which a field says by a word which shape it has: the position of the word, and the other fields.
    fn tagged(&mut self, tagged: &Tagged) -> Result<(usize, Tree), Misfit>;
    /// The value as it stands.
    fn keep(&mut self) -> Result<Kept<'de>, Misfit>;
    /// The value, of whatever kind it is.
    fn tree(&mut self) -> Result<Tree, Misfit>;
}

/// A value that was kept as it stands, to be read later.
pub enum Kept<'de> {
    /// Lent by the text that is read.
    Lent(&'de RawValue),
    /// Of a source that lends nothing.
    Owned(Box<RawValue>),
    /// A part of a tree.
    Branch(&'de Tree),
}

impl fmt::Debug for Kept<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Kept(…)")
    }
}

/// A text that lies beside the fields of an object.
pub struct Aside<'s> {
    pub(crate) name: &'static str,
    pub(crate) text: &'s mut Option<Box<str>>,
}

impl Aside<'_> {
    /// Reads it; it may stand once.
    pub(super) fn read(&mut self, source: &mut dyn Source<'_>) -> Result<(), Misfit> {
        match self.text.replace(source.string()?) {
            Some(_) => Err(Misfit::repeated_field(self.name)),
            None => Ok(()),
        }
    }
}

impl fmt::Debug for Aside<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Aside(…)")
    }
}

/// The fields of an object.
#[derive(Debug)]
pub struct Shape {
    /// What it is.
    pub expected: &'static str,
    /// Its fields, at most 64.
    pub fields: &'static [Field],
    /// Whether it may have further fields, which are not looked at.
    pub open: bool,
}

/// A field.
#[derive(Debug)]
pub struct Field {
    /// Its name.
    pub name: &'static str,
    /// Whether it may be missing.
    pub optional: bool,
}

/// What tells the shapes of an object apart.
#[derive(Debug)]
pub struct Tagged {
    /// What it is.
    pub expected: &'static str,
    /// The field that says which shape it is.
    pub tag: &'static str,
    /// What it says, by shape.
    pub words: &'static [&'static str],
}

/// What to do with a field of an object.
#[derive(Clone, Copy)]
pub(super) enum Key {
    /// It is the field at this position.
    At(usize),
    /// It is the text aside.
    Aside,
    /// It is not looked at.
    Open,
}

/// The fields of an object that have been met.
pub(super) struct Seen<'s> {
    shape: &'s Shape,
    /// Name of the text aside.
    aside: Option<&'static str>,
    fields: u64,
    /// The field that is likely to be next.
    next: usize,
}

impl<'s> Seen<'s> {
    pub(super) fn new(shape: &'s Shape, aside: Option<&Aside<'_>>) -> Self {
        Self { shape, aside: aside.map(|aside| aside.name), fields: 0, next: 0 }
    }

    /// Which field a name is.
    pub(super) fn key(&self, name: &str) -> Result<Key, Misfit> {
        // Fields stand in their order as a rule, though some are left out: the search goes on from the last one.
        let (before, rest) =
            self.shape.fields.split_at_checked(self.next).unwrap_or((self.shape.fields, &[]));
        let within = |fields: &[Field]| fields.iter().position(|field| field.name == name);
        match within(rest).map(|at| at.saturating_add(before.len())).or_else(|| within(before)) {
            Some(at) => Ok(Key::At(at)),
            None if self.aside == Some(name) => Ok(Key::Aside),
            None if self.shape.open => Ok(Key::Open),
            None => Err(Misfit::unknown_field(name)),
        }
    }

    /// Notes a field, which may stand once.
    pub(super) fn note(&mut self, at: usize) -> Result<(), Misfit> {
        let bit = u32::try_from(at).ok().and_then(|at| 1_u64.checked_shl(at)).unwrap_or(0);
        if self.fields & bit != 0 {
            let name = self.shape.fields.get(at).map_or("", |field| field.name);
            return Err(Misfit::repeated_field(name));
        }
        self.fields |= bit;
        self.next = at.wrapping_add(1);
        Ok(())
    }

    /// The first field that may not be missing and is.
    pub(super) fn whole(&self) -> Result<(), Misfit> {
        let mut fields = self.fields;
        for field in self.shape.fields {
            if fields & 1 == 0 && !field.optional {
                return Err(Misfit::missing_field(field.name));
            }
            fields >>= 1;
        }
        Ok(())
    }
}

/// Reads a field into its slot.
#[inline(never)]
pub(crate) fn put<T: Decode>(slot: &mut Option<T>, source: &mut dyn Source<'_>) -> Result<(), Misfit> {
    *slot = Some(T::decode(source)?);
    Ok(())
}

/// Reads a field that has its own way of being read.
pub(crate) fn put_with<T>(
    slot: &mut Option<T>,
    source: &mut dyn Source<'_>,
    read: fn(&mut dyn Source<'_>) -> Result<T, Misfit>,
) -> Result<(), Misfit> {
    *slot = Some(read(source)?);
    Ok(())
}

/// What a slot holds in the end.
pub(crate) fn settled<T: Decode>(slot: Option<T>) -> Option<T> {
    slot.or_else(T::absent)
}

/// The word among words.
pub(super) fn position(words: &[&str], word: &str) -> Result<usize, Misfit> {
    words.iter().position(|known| *known == word).ok_or_else(|| Misfit::unknown_word(words))
}

/// Reads a text that is parsed.
pub(crate) fn parsed<T: std::str::FromStr<Err: std::fmt::Display>>(
    source: &mut dyn Source<'_>,
    expected: &'static str,
) -> Result<T, Misfit> {
    let mut value = None;
    source.text(expected, &mut |text| {
        value = Some(text.parse().map_err(|error| Misfit::value(&error))?);
        Ok(())
    })?;
    value.ok_or_else(Misfit::lost)
}

/// Reads a list that may be missing or null, which is the empty list.
pub(crate) fn list_or_null<T: Decode>(source: &mut dyn Source<'_>) -> Result<Vec<T>, Misfit> {
    Ok(Option::decode(source)?.unwrap_or_default())
}

impl<T: Decode> Decode for Option<T> {
    const OPTIONAL: bool = true;

    fn absent() -> Option<Self> {
        Some(None)
    }

    fn decode(source: &mut dyn Source<'_>) -> Result<Self, Misfit> {
        let mut slot = None;
        source.option(&mut |value| put(&mut slot, value))?;
        Ok(slot)
    }
}

impl<T: Decode> Decode for Vec<T> {
    fn decode(source: &mut dyn Source<'_>) -> Result<Self, Misfit> {
        let mut list = Self::new();
        source.list(&mut |value| {
            let item = T::decode(value)?;
            // Most lists of a journal have one item, and room for four would be most of what is kept.
            if list.is_empty() {
                list.reserve_exact(1);
            }
            list.push(item);
            Ok(())
        })?;
        Ok(list)
    }
}

impl<K: Ord + std::str::FromStr<Err: fmt::Display>, T: Decode> Decode for BTreeMap<K, T> {
    fn decode(source: &mut dyn Source<'_>) -> Result<Self, Misfit> {
        let mut map = Self::new();
        source.map(&mut |name, value| {
            let name = name.parse().map_err(|error| Misfit::value(&error))?;
            map.insert(name, T::decode(value)?);
            Ok(())
        })?;
        Ok(map)
    }
}

impl<T: Decode> Decode for Box<T> {
    fn decode(source: &mut dyn Source<'_>) -> Result<Self, Misfit> {
        T::decode(source).map(Self::new)
    }
}

impl Decode for String {
    fn decode(source: &mut dyn Source<'_>) -> Result<Self, Misfit> {
        Box::<str>::decode(source).map(Self::from)
    }
}

impl Decode for Box<str> {
    fn decode(source: &mut dyn Source<'_>) -> Result<Self, Misfit> {
        source.string()
    }
}

impl Decode for u32 {
    fn decode(source: &mut dyn Source<'_>) -> Result<Self, Misfit> {
        let number = source.whole(Self::MAX.into(), "u32")?;
        Self::try_from(number).map_err(|_| Misfit::lost())
    }
}

impl Decode for u64 {
    fn decode(source: &mut dyn Source<'_>) -> Result<Self, Misfit> {
        source.whole(Self::MAX, "u64")
    }
}

impl Decode for i32 {
    fn decode(source: &mut dyn Source<'_>) -> Result<Self, Misfit> {
        source.signed()
    }
}

impl Decode for bool {
    fn decode(source: &mut dyn Source<'_>) -> Result<Self, Misfit> {
        source.boolean()
    }
}

impl Decode for Tree {
    fn decode(source: &mut dyn Source<'_>) -> Result<Self, Misfit> {
        source.tree()
    }
}

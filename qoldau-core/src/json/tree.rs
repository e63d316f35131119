//! JSON as a tree that keeps repeated names.
//!
//! Text is read straight into its types. A tree is made of an object that has to be looked at before its shape is known,
//! and of a line that could not be read, to find out which field is at fault and why.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};

use super::Misfit;
use super::decode::{
    Aside, Kept, Key, Seen, Shape, Source, Tagged, Take, TakeEntry, TakeField, TakeText, position,
};

/// A JSON value; an object keeps its fields in order and as often as they stand.
#[derive(Debug, Clone, PartialEq)]
pub enum Tree {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number from 0 on.
    Whole(u64),
    /// A whole number below 0.
    Negative(i64),
    /// Any other number.
    Fraction(f64),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Tree>),
    /// An object.
    Object(Vec<(String, Tree)>),
}

struct TreeVisitor;

impl<'de> Visitor<'de> for TreeVisitor {
    type Value = Tree;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Tree, E> {
        Ok(Tree::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Tree, E> {
        Ok(Tree::Bool(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Tree, E> {
        Ok(Tree::Whole(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Tree, E> {
        Ok(Tree::Negative(value))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Tree, E> {
        Ok(Tree::Fraction(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Tree, E> {
        Ok(Tree::Text(value.into()))
    }

    fn visit_string<E>(self, value: String) -> Result<Tree, E> {
        Ok(Tree::Text(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Tree, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = access.next_element()? {
            list.push(item);
        }
        Ok(Tree::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Tree, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = access.next_entry()? {
            fields.push(field);
        }
        Ok(Tree::Object(fields))
    }
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TreeVisitor)
    }
}

impl Tree {
    /// The value of a field of an object, the first of that name.
    pub(crate) fn field(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Object(fields) => fields.iter().find(|(field, _)| field == name).map(|(_, value)| value),
            _ => None,
        }
    }
}

/// A tree to read from. A fault within a field is told with the field's name.
pub(crate) struct At<'t>(pub(crate) &'t Tree);

impl<'t> At<'t> {
    fn fields(&self, expected: &str) -> Result<&'t [(String, Tree)], Misfit> {
        match self.0 {
            Tree::Object(fields) => Ok(fields),
            _ => Err(Misfit::kind(expected)),
        }
    }
}

impl<'t> Source<'t> for At<'t> {
    fn object(
        &mut self,
        shape: &Shape,
        mut aside: Option<Aside<'_>>,
        take: &mut TakeField<'_, 't>,
    ) -> Result<(), Misfit> {
        let mut seen = Seen::new(shape, aside.as_ref());
        for (name, value) in self.fields(shape.expected)? {
            let read = match (seen.key(name)?, &mut aside) {
                (Key::At(at), _) => {
                    seen.note(at)?;
                    take(at, &mut At(value))
                }
                (Key::Aside, Some(aside)) => aside.read(&mut At(value)),
                (Key::Aside, None) | (Key::Open, _) => Ok(()),
            };
            read.map_err(|misfit| misfit.within(name))?;
        }
        seen.whole()
    }

    fn map(&mut self, take: &mut TakeEntry<'_, 't>) -> Result<(), Misfit> {
        for (name, value) in self.fields("a map")? {
            take(name, &mut At(value)).map_err(|misfit| misfit.within(name))?;
        }
        Ok(())
    }

    fn list(&mut self, take: &mut Take<'_, 't>) -> Result<(), Misfit> {
        match self.0 {
            Tree::List(items) => items
                .iter()
                .enumerate()
                .try_for_each(|(at, item)| take(&mut At(item)).map_err(|misfit| misfit.within_item(at))),
            _ => Err(Misfit::kind("a sequence")),
        }
    }

    fn option(&mut self, take: &mut Take<'_, 't>) -> Result<(), Misfit> {
        if *self.0 == Tree::Null { Ok(()) } else { take(self) }
    }

    fn string(&mut self) -> Result<Box<str>, Misfit> {
        match self.0 {
            Tree::Text(text) => Ok(text.as_str().into()),
            _ => Err(Misfit::kind("a string")),
        }
    }

    fn text(&mut self, expected: &'static str, take: &mut TakeText<'_>) -> Result<(), Misfit> {
        match self.0 {
            Tree::Text(text) => take(text),
            _ => Err(Misfit::kind(expected)),
        }
    }

    fn word(&mut self, words: &'static [&'static str]) -> Result<usize, Misfit> {
        match self.0 {
            Tree::Text(word) => position(words, word),
            _ => Err(Misfit::no_word(words)),
        }
    }

    fn whole(&mut self, most: u64, expected: &'static str) -> Result<u64, Misfit> {
        match self.0 {
            Tree::Whole(number) if *number <= most => Ok(*number),
            Tree::Whole(_) | Tree::Negative(_) => Err(Misfit::range(expected)),
            _ => Err(Misfit::kind(expected)),
        }
    }

    fn signed(&mut self) -> Result<i32, Misfit> {
        let number = match self.0 {
            Tree::Whole(number) => i32::try_from(*number).ok(),
            Tree::Negative(number) => i32::try_from(*number).ok(),
            _ => return Err(Misfit::kind("i32")),
        };
        number.ok_or_else(|| Misfit::range("i32"))
    }

    fn boolean(&mut self) -> Result<bool, Misfit> {
        match self.0 {
            Tree::Bool(value) => Ok(*value),
            _ => Err(Misfit::kind("a boolean")),
        }
    }

    fn tagged(&mut self, tagged: &Tagged) -> Result<(usize, Tree), Misfit> {
        let (mut word, mut others) = (None, Vec::new());
        for (name, value) in self.fields(tagged.expected)? {
            if name != tagged.tag {
                others.push((name.clone(), value.clone()));
            } else if word.is_some() {
                return Err(Misfit::repeated_field(tagged.tag));
            } else {
                word = Some(At(value).word(tagged.words).map_err(|misfit| misfit.within(name))?);
            }
        }
        let word = word.ok_or_else(|| Misfit::missing_field(tagged.tag))?;
        Ok((word, Tree::Object(others)))
    }

    fn keep(&mut self) -> Result<Kept<'t>, Misfit> {
        Ok(Kept::Branch(self.0))
    }

    fn tree(&mut self) -> Result<Tree, Misfit> {
        Ok(self.0.clone())
    }
}

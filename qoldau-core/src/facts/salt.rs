//! The salt of a body: random text beside its fields, so that the seal of a short body cannot be guessed from.

use crate::json::{Aside, Kept, Misfit, Shape, Source, Tagged, Take, TakeEntry, TakeField, TakeText, Tree};

/// Name of the field.
pub(super) const SALT: &str = "salt";

/// The salt of a body, if it has one.
pub(super) type Salt = Option<Box<str>>;

/// Reads a body as if the salt in it were not there, and puts it aside. So no body needs a field for it.
pub(super) struct WithoutSalt<'a, 'de> {
    inner: &'a mut dyn Source<'de>,
    salt: &'a mut Salt,
}

impl<'a, 'de> WithoutSalt<'a, 'de> {
    pub(super) fn new(inner: &'a mut dyn Source<'de>, salt: &'a mut Salt) -> Self {
        Self { inner, salt }
    }
}

impl<'de> Source<'de> for WithoutSalt<'_, 'de> {
    fn object(
        &mut self,
        shape: &Shape,
        _: Option<Aside<'_>>,
        take: &mut TakeField<'_, 'de>,
    ) -> Result<(), Misfit> {
        self.inner.object(shape, Some(Aside { name: SALT, text: self.salt }), take)
    }

    // A body is an object: whatever else stands there is refused as it would be.

    fn map(&mut self, take: &mut TakeEntry<'_, 'de>) -> Result<(), Misfit> {
        self.inner.map(take)
    }

    fn list(&mut self, take: &mut Take<'_, 'de>) -> Result<(), Misfit> {
        self.inner.list(take)
    }

    fn option(&mut self, take: &mut Take<'_, 'de>) -> Result<(), Misfit> {
        self.inner.option(take)
    }

    fn string(&mut self) -> Result<Box<str>, Misfit> {
        self.inner.string()
    }

    fn text(&mut self, expected: &'static str, take: &mut TakeText<'_>) -> Result<(), Misfit> {
        self.inner.text(expected, take)
    }

    fn word(&mut self, words: &'static [&'static str]) -> Result<usize, Misfit> {
        self.inner.word(words)
    }

    fn whole(&mut self, most: u64, expected: &'static str) -> Result<u64, Misfit> {
        self.inner.whole(most, expected)
    }

    fn signed(&mut self) -> Result<i32, Misfit> {
        self.inner.signed()
    }

    fn boolean(&mut self) -> Result<bool, Misfit> {
        self.inner.boolean()
    }

    fn tagged(&mut self, tagged: &Tagged) -> Result<(usize, Tree), Misfit> {
        self.inner.tagged(tagged)
    }

    fn keep(&mut self) -> Result<Kept<'de>, Misfit> {
        self.inner.keep()
    }

    fn tree(&mut self) -> Result<Tree, Misfit> {
        self.inner.tree()
    }
}

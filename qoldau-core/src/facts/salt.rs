//! The salt of a body: random text beside its fields, so that the seal of a short body cannot be guessed from.

use std::borrow::Cow;

use serde::de::value::CowStrDeserializer;
use serde::de::{self, DeserializeSeed, Deserializer, MapAccess, Visitor};
use serde::{Deserialize, forward_to_deserialize_any};

/// Name of the field.
pub(super) const SALT: &str = "salt";

/// The salt of a body, if it has one.
pub(super) type Salt = Option<Box<str>>;

/// Reads a body as if the salt in it were not there, and puts it aside. So no body needs a field for it.
pub(super) struct WithoutSalt<'a, D> {
    inner: D,
    salt: &'a mut Salt,
}

impl<'a, D> WithoutSalt<'a, D> {
    pub(super) const fn new(inner: D, salt: &'a mut Salt) -> Self {
        Self { inner, salt }
    }
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for WithoutSalt<'_, D> {
    type Error = D::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.inner.deserialize_map(WithoutSalt { inner: visitor, salt: self.salt })
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

impl<'de, V: Visitor<'de>> Visitor<'de> for WithoutSalt<'_, V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.inner.expecting(f)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<V::Value, A::Error> {
        self.inner.visit_map(WithoutSalt { inner: map, salt: self.salt })
    }
}

/// The name of a field, borrowed where it can be.
#[derive(Deserialize)]
#[serde(transparent)]
struct Name<'a>(#[serde(borrow)] Cow<'a, str>);

impl<'de, A: MapAccess<'de>> MapAccess<'de> for WithoutSalt<'_, A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        while let Some(Name(name)) = self.inner.next_key()? {
            if name != SALT {
                return seed.deserialize(CowStrDeserializer::new(name)).map(Some);
            }
            if self.salt.is_some() {
                return Err(de::Error::duplicate_field(SALT));
            }
            *self.salt = Some(self.inner.next_value()?);
        }
        Ok(None)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        self.inner.next_value_seed(seed)
    }
}

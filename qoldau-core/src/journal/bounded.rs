//! Lists that are read no further than a block can have them: what takes one byte in a file takes dozens in memory, so that
//! the length of the bytes alone does not bound it.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{DeserializeSeed, Deserializer, Error, SeqAccess, Visitor};
use serde::{Deserialize, de};

use super::compact::BLOCK;

/// Most elements of a column: names of an author, a kind and a device for every entry.
const COLUMN: usize = 3 * BLOCK;
/// Most elements of all lists of a column of lists: as many as stand in one line of the JSON form at its usual limit.
const LISTED: usize = 1 << 18;

/// Reads a column.
pub(super) fn column<'de, D: Deserializer<'de>, T: Deserialize<'de>>(from: D) -> Result<Vec<T>, D::Error> {
    let mut room = COLUMN;
    List { room: &mut room, of: PhantomData }.deserialize(from)
}

/// Reads a column of lists, which together are bounded.
pub(super) fn columns<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    from: D,
) -> Result<Vec<Vec<T>>, D::Error> {
    from.deserialize_seq(Lists(PhantomData))
}

/// One list, which takes its elements out of a room.
struct List<'r, T> {
    room: &'r mut usize,
    of: PhantomData<T>,
}

impl<'de, T: Deserialize<'de>> DeserializeSeed<'de> for List<'_, T> {
    type Value = Vec<T>;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Vec<T>, D::Error> {
        from.deserialize_seq(self)
    }
}

impl<'de, T: Deserialize<'de>> Visitor<'de> for List<'_, T> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of at most so many elements")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Vec<T>, A::Error> {
        let mut list = Vec::new();
        while let Some(element) = seq.next_element()? {
            *self.room = self.room.checked_sub(1).ok_or_else(|| too_many(&self))?;
            list.push(element);
        }
        Ok(list)
    }
}

/// Lists.
struct Lists<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for Lists<T> {
    type Value = Vec<Vec<T>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("lists of at most so many elements")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Vec<Vec<T>>, A::Error> {
        let mut room = LISTED;
        let mut lists = Vec::new();
        while let Some(list) = seq.next_element_seed(List { room: &mut room, of: PhantomData })? {
            if lists.len() == COLUMN {
                return Err(too_many(&self));
            }
            lists.push(list);
        }
        Ok(lists)
    }
}

fn too_many<E: Error>(expected: &dyn de::Expected) -> E {
    E::invalid_length(COLUMN, expected)
}

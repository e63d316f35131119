//! Where ids stand in a list.

use super::options::ListedPerson;
use crate::people::dictionary::{Dictionary, at, hash_of};
use crate::value::Id;

/// The first row of each id of a list.
pub(super) struct FirstRows<'a> {
    ids: Dictionary<&'a str>,
    /// By the numbers of the ids.
    rows: Vec<u32>,
}

impl<'a> FirstRows<'a> {
    pub(super) fn of(people: &'a [ListedPerson]) -> Self {
        let mut first = Self { ids: Dictionary::new(), rows: Vec::new() };
        for (row, person) in (0_u32..).zip(people) {
            let id = person.id.as_str();
            if at(first.ids.number(hash_of(id), id, || id)) == first.rows.len() {
                first.rows.push(row);
            }
        }
        first
    }

    pub(super) fn get(&self, id: &Id) -> Option<u32> {
        let number = self.ids.find(hash_of(id.as_str()), id.as_str())?;
        self.rows.get(at(number)).copied()
    }
}

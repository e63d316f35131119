//! Reads entries. Every row is held against its hash, and the numbers against each other: an entry that is damaged or
//! missing is an error and never left out.

use qoldau_core::journal::{Envelope, Journal};
use qoldau_core::value::Id;
use rusqlite::{Connection, OptionalExtension};

use crate::error::Damage;
use crate::key::Sealing;
use crate::row::read_row;
use crate::summary::Summary;
use crate::{Store, StoreError, schema};

/// Entries in the order of their arrival.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Arrivals {
    /// The entries.
    pub entries: Vec<Envelope>,
    /// What [`Store::read_since`] takes to go on from here.
    pub next: u32,
    /// Whether there are more.
    pub more: bool,
}

impl Store {
    /// Reads at most so many entries that arrived after a number, which is that of an earlier answer, or 0 for all.
    ///
    /// Whoever inserts the answers into a [`Journal`] has the journal of the store: an erasure arrives like any entry,
    /// and so does the erased copy of an entry that was full before.
    ///
    /// # Errors
    /// An entry that is damaged or missing (`STO006`), with its number.
    pub fn read_since(&self, after: u32, most: u32) -> Result<Arrivals, StoreError> {
        let reading = self.connection.unchecked_transaction()?;
        self.arrivals(&reading, after, most)
    }

    /// Reads within a transaction.
    fn arrivals(&self, reading: &Connection, after: u32, most: u32) -> Result<Arrivals, StoreError> {
        let last = schema::summary(reading)?.numbers;
        let sql = "SELECT number, frame FROM entry WHERE number > ?1 ORDER BY number";
        let mut statement = reading.prepare_cached(sql)?;
        let mut rows = statement.query([after])?;
        let mut arrivals = Arrivals { next: after, ..Arrivals::default() };
        let room = usize::try_from(most).unwrap_or(usize::MAX);
        while arrivals.next < last && arrivals.entries.len() < room {
            let number = arrivals.next.saturating_add(1);
            let row = rows.next()?.ok_or(StoreError::damaged_entry(number))?;
            if row.get::<_, u32>(0)? != number {
                return Err(StoreError::damaged_entry(number));
            }
            let frame = row.get_ref(1)?.as_blob().unwrap_or_default();
            arrivals.entries.extend(read_row(number, frame, self.sealing.as_ref())?);
            arrivals.next = number;
        }
        arrivals.more = arrivals.next < last;
        Ok(arrivals)
    }

    /// The whole journal.
    ///
    /// # Errors
    /// An entry that is damaged or missing (`STO006`).
    pub fn journal(&self) -> Result<Journal, StoreError> {
        let reading = self.connection.unchecked_transaction()?;
        let plan = schema::summary(&reading)?.plan;
        let mut entries = self.arrivals(&reading, 0, u32::MAX)?.entries;
        drop(reading);
        // A journal takes entries in the order of their ids in constant time.
        entries.sort_by(|a, b| a.id.cmp(&b.id));
        let mut journal = Journal::new(plan);
        for entry in entries {
            journal.insert(entry);
        }
        Ok(journal)
    }

    /// The entries of an id: one as a rule, none where it is not there.
    ///
    /// # Errors
    /// An entry that is damaged or missing (`STO006`).
    pub fn of_id(&self, id: &Id) -> Result<Vec<Envelope>, StoreError> {
        let mut journal = Journal::new(None);
        for entry in find(&self.connection, id, self.sealing.as_ref())? {
            journal.insert(entry);
        }
        Ok(journal.entries().to_vec())
    }

    /// Hands over the plan, then the copies of every id in the order in which a journal keeps them, as they were at one
    /// moment.
    pub(crate) fn each_id(
        &self,
        take: &mut dyn FnMut(Part) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let reading = self.connection.unchecked_transaction()?;
        let Summary { plan, entries, .. } = schema::summary(&reading)?;
        take(Part::Plan(plan))?;
        let sql = "SELECT id, number, frame FROM name LEFT JOIN entry USING (number) ORDER BY id, copy";
        let mut statement = reading.prepare(sql)?;
        let mut rows = statement.query([])?;
        let mut count = 0_u32;
        let mut copies: Vec<Envelope> = Vec::new();
        while let Some(row) = rows.next()? {
            let number = row.get(1)?;
            let frame = row.get_ref(2)?.as_blob().unwrap_or_default();
            let entry = read_row(number, frame, self.sealing.as_ref())?;
            let id: String = row.get(0)?;
            let entry = entry.filter(|entry| entry.id.as_str() == id && !copies.contains(entry));
            let entry = entry.ok_or(StoreError::damaged_entry(number))?;
            if copies.first().is_some_and(|copy| copy.id != entry.id) {
                take(Part::copies(std::mem::take(&mut copies)))?;
            }
            copies.push(entry);
            count = count.saturating_add(1);
        }
        if count != entries {
            return Err(StoreError::damaged(Damage::Summary));
        }
        take(Part::copies(copies))
    }
}

/// What a store hands over of its journal.
pub(crate) enum Part {
    /// The plan, first.
    Plan(Option<Id>),
    /// The entries of one id.
    Copies(Vec<Envelope>),
}

impl Part {
    fn copies(mut copies: Vec<Envelope>) -> Self {
        copies.sort_by_cached_key(Envelope::to_line);
        Self::Copies(copies)
    }
}

/// The entry of a number, which a table names.
pub(crate) fn entry_of(
    connection: &Connection,
    number: u32,
    sealing: Option<&Sealing>,
) -> Result<Envelope, StoreError> {
    let mut statement = connection.prepare_cached("SELECT frame FROM entry WHERE number = ?1")?;
    let frame: Option<Vec<u8>> = statement.query_row([number], |row| row.get(0)).optional()?;
    let entry = read_row(number, &frame.unwrap_or_default(), sealing)?;
    entry.ok_or(StoreError::damaged_entry(number))
}

/// The copies of an id as they lie.
pub(crate) fn find(
    connection: &Connection,
    id: &Id,
    sealing: Option<&Sealing>,
) -> Result<Vec<Envelope>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT number FROM name WHERE id = ?1 ORDER BY copy")?;
    let numbers = statement.query_map([id.as_str()], |row| row.get::<_, u32>(0))?;
    numbers.map(|number| entry_of(connection, number?, sealing)).collect()
}

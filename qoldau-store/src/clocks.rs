//! The greatest clock that is counted from, where the greatest of all is too far ahead for it.

use qoldau_core::journal::{Envelope, is_believed, is_clock};
use rusqlite::Connection;

use crate::StoreError;
use crate::key::Sealing;
use crate::row::read_row;

/// What was seen of the clocks of a store. All entries are looked through once, and after that those that came since: a wrong
/// clock stays in the journal for good.
#[derive(Debug, Default)]
pub(crate) struct Clocks {
    /// Number of the last entry that was looked at.
    seen: u32,
    /// The entry with the greatest clock that is not too far ahead.
    greatest: Option<(Box<str>, u32)>,
    /// The least clock that is.
    beyond: Option<Box<str>>,
}

impl Clocks {
    /// The entry with the greatest clock that is believed at a time. It need not be the last of its device: clocks of other
    /// programs run back, and one that is far ahead may have come behind it.
    pub(crate) fn believed(
        &mut self,
        connection: &Connection,
        sealing: Option<&Sealing>,
        now: &str,
    ) -> Result<Option<Envelope>, StoreError> {
        let is_other = self.greatest.as_ref().is_some_and(|(clock, _)| !is_believed(clock, now))
            || self.beyond.as_ref().is_some_and(|clock| is_believed(clock, now));
        if is_other {
            *self = Self::default();
        }
        self.look_on(connection, sealing, now)?;
        let entry = self.entry(connection, sealing)?;
        if entry.is_some() || self.greatest.is_none() {
            return Ok(entry);
        }
        // Another copy stands in its place since.
        *self = Self::default();
        self.look_on(connection, sealing, now)?;
        self.entry(connection, sealing)
    }

    /// Looks at the entries that came since.
    fn look_on(
        &mut self,
        connection: &Connection,
        sealing: Option<&Sealing>,
        now: &str,
    ) -> Result<(), StoreError> {
        let sql = "SELECT number, frame FROM entry WHERE number > ?1 ORDER BY number";
        let mut statement = connection.prepare_cached(sql)?;
        let mut rows = statement.query([self.seen])?;
        while let Some(row) = rows.next()? {
            let number = row.get(0)?;
            let entry = read_row(number, row.get_ref(1)?.as_blob().unwrap_or_default(), sealing)?;
            self.seen = number;
            let Some(clock) = entry.and_then(|entry| entry.clock).filter(|clock| is_clock(clock)) else {
                continue;
            };
            if !is_believed(&clock, now) {
                if self.beyond.as_ref().is_none_or(|beyond| clock < *beyond) {
                    self.beyond = Some(clock);
                }
            } else if self.greatest.as_ref().is_none_or(|(greatest, _)| *greatest <= clock) {
                self.greatest = Some((clock, number));
            }
        }
        Ok(())
    }

    /// The entry with the greatest clock, as long as it stands.
    fn entry(
        &self,
        connection: &Connection,
        sealing: Option<&Sealing>,
    ) -> Result<Option<Envelope>, StoreError> {
        let Some((_, number)) = self.greatest else { return Ok(None) };
        let sql = "SELECT frame FROM entry WHERE number = ?1";
        let frame: Vec<u8> = connection.prepare_cached(sql)?.query_row([number], |row| row.get(0))?;
        read_row(number, &frame, sealing)
    }
}

//! Appends entries, in one transaction.

use std::borrow::Cow;
use std::collections::BTreeMap;

use qoldau_core::journal::{Envelope, Journal, Taken, erasures, is_clock};
use qoldau_core::value::Id;
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};

use crate::StoreError;
use crate::key::Sealing;
use crate::row::{read_row, write_entry, write_void};
use crate::schema;
use crate::summary::{Newest, Summary};

/// The kind of entries that erase others and are never erased.
const ERASE: &str = "erase";

/// A transaction that appends. Nothing of it is in the store before [`Appending::commit`] returns.
pub(crate) struct Appending<'a> {
    transaction: Transaction<'a>,
    sealing: Option<&'a Sealing>,
    summary: Summary,
    /// Last entries of devices that are not yet in the table: sequence and number.
    heads: BTreeMap<Box<str>, (u32, u32)>,
    row: Vec<u8>,
    changed: bool,
    erased: bool,
}

/// A copy of an entry that is in the store.
struct Copy {
    number: u32,
    entry: Envelope,
}

impl<'a> Appending<'a> {
    /// Begins, and so keeps other processes from writing.
    pub(crate) fn begin(
        connection: &'a mut Connection,
        sealing: Option<&'a Sealing>,
    ) -> Result<Self, StoreError> {
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let summary = schema::summary(&transaction)?;
        let (heads, row) = (BTreeMap::new(), Vec::new());
        Ok(Self { transaction, sealing, summary, heads, row, changed: false, erased: false })
    }

    pub(crate) const fn summary(&self) -> &Summary {
        &self.summary
    }

    pub(crate) fn connection(&self) -> &Connection {
        &self.transaction
    }

    /// Makes it durable. Says whether the body of an entry was removed, which the log beside the file may still hold.
    pub(crate) fn commit(mut self) -> Result<bool, StoreError> {
        if !self.changed {
            return Ok(false);
        }
        self.write_heads()?;
        schema::write_summary(&self.transaction, &self.summary)?;
        self.transaction.commit()?;
        Ok(self.erased)
    }

    /// Names the plan of a store that had none.
    pub(crate) fn adopt_plan(&mut self, plan: Option<&Id>) -> Result<(), StoreError> {
        match (&self.summary.plan, plan) {
            (Some(ours), Some(theirs)) if ours != theirs => {
                Err(StoreError::OtherPlan { ours: ours.clone(), theirs: theirs.clone() })
            }
            (None, Some(plan)) => {
                self.summary.plan = Some(plan.clone());
                self.changed = true;
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// Takes one entry as [`Journal::insert`] does.
    pub(crate) fn take(&mut self, entry: &Envelope) -> Result<Taken, StoreError> {
        let mut entry = Cow::Borrowed(entry);
        let is_erased = &*entry.kind != ERASE && self.is_erased(&entry.id)?;
        if is_erased && entry.body.is_some() {
            entry.to_mut().body = None;
        }
        let number = self.next_number()?;
        let taken = if self.name_first(&entry.id, number)? {
            self.put(number, &entry)?;
            if is_erased { Taken::Erased } else { Taken::New }
        } else {
            self.take_copy(&entry)?
        };
        // What is known was heeded when it came.
        for id in if taken == Taken::Known { Vec::new() } else { erasures(&entry) } {
            self.erase(&id, &entry)?;
        }
        Ok(taken)
    }

    fn next_number(&self) -> Result<u32, StoreError> {
        self.summary.numbers.checked_add(1).ok_or(StoreError::Full)
    }

    fn is_erased(&self, id: &Id) -> Result<bool, StoreError> {
        if self.summary.erased == 0 {
            return Ok(false);
        }
        let mut statement = self.transaction.prepare_cached("SELECT 1 FROM erased WHERE id = ?1")?;
        Ok(statement.exists([id.as_str()])?)
    }

    /// Gives a number to an id that has none; says whether it had none.
    fn name_first(&self, id: &Id, number: u32) -> Result<bool, StoreError> {
        let sql = "INSERT OR IGNORE INTO name VALUES (?1, 0, ?2)";
        Ok(self.transaction.prepare_cached(sql)?.execute(params![id.as_str(), number])? == 1)
    }

    /// Writes an entry under the next number.
    fn put(&mut self, number: u32, entry: &Envelope) -> Result<(), StoreError> {
        write_entry(number, entry, self.sealing, &mut self.row)?;
        let mut statement = self.transaction.prepare_cached("INSERT INTO entry VALUES (?1, ?2)")?;
        statement.execute(params![number, self.row])?;
        self.changed = true;
        self.summary.numbers = number;
        self.summary.entries = self.summary.entries.saturating_add(1);
        if let Some(clock) = entry.clock.as_ref().filter(|clock| is_clock(clock)) {
            // Older stores have noted what is no clock.
            let newest = self.summary.newest.as_ref().map(|newest| &newest.clock);
            let newest = newest.filter(|newest| is_clock(newest));
            if newest.is_none_or(|newest| newest < clock) {
                self.summary.newest = Some(Newest { clock: clock.clone(), number });
            }
        }
        if let (Some(device), Some(seq)) = (&entry.device, entry.seq) {
            match self.heads.get_mut(device) {
                Some(head) if head.0 < seq => *head = (seq, number),
                Some(_) => {}
                None => {
                    self.heads.insert(device.clone(), (seq, number));
                }
            }
        }
        Ok(())
    }

    /// Takes an entry whose id is there already. What becomes of the copies is for the journal of the core to say.
    fn take_copy(&mut self, entry: &Envelope) -> Result<Taken, StoreError> {
        let copies = self.copies(&entry.id)?;
        let mut journal = journal_of(&copies);
        let taken = journal.insert(entry.clone());
        if taken == Taken::Known {
            return Ok(taken);
        }
        let (mut standing, lost): (Vec<Copy>, Vec<Copy>) =
            copies.into_iter().partition(|copy| journal.entries().contains(&copy.entry));
        for kept in journal.entries() {
            if !standing.iter().any(|copy| copy.entry == *kept) {
                let number = self.next_number()?;
                let sql = "INSERT INTO name SELECT ?1, 1 + max(copy), ?2 FROM name WHERE id = ?1";
                self.transaction.prepare_cached(sql)?.execute(params![kept.id.as_str(), number])?;
                self.put(number, kept)?;
                standing.push(Copy { number, entry: kept.clone() });
            }
        }
        for Copy { number, entry } in lost {
            // What takes its place is the same but for its body.
            let erased = Envelope { body: None, ..entry };
            let instead =
                standing.iter().find(|copy| Envelope { body: None, ..copy.entry.clone() } == erased);
            self.void(&erased.id, number, instead.map_or(number, |copy| copy.number))?;
        }
        Ok(taken)
    }

    /// Removes what the entries of an id say, because an erasure names it.
    fn erase(&mut self, id: &Id, erasure: &Envelope) -> Result<(), StoreError> {
        let mut statement = self.transaction.prepare_cached("INSERT OR IGNORE INTO erased VALUES (?1)")?;
        if statement.execute([id.as_str()])? == 0 {
            return Ok(());
        }
        drop(statement);
        self.changed = true;
        self.summary.erased = self.summary.erased.saturating_add(1);
        let copies = self.copies(id)?;
        let mut journal = journal_of(&copies);
        journal.insert(erasure.clone());
        let (kept, lost): (Vec<Copy>, Vec<Copy>) =
            copies.into_iter().partition(|copy| journal.of_id(id).contains(&copy.entry));
        let mut standing = kept;
        for Copy { number, entry } in lost {
            let erased = Envelope { body: None, ..entry };
            if let Some(same) = standing.iter().find(|copy| copy.entry == erased) {
                self.void(id, number, same.number)?;
            } else {
                write_entry(number, &erased, self.sealing, &mut self.row)?;
                self.rewrite(number)?;
                standing.push(Copy { number, entry: erased });
            }
        }
        Ok(())
    }

    /// The copies of an id.
    fn copies(&self, id: &Id) -> Result<Vec<Copy>, StoreError> {
        let sql = "SELECT number, frame FROM name LEFT JOIN entry USING (number) WHERE id = ?1 ORDER BY copy";
        let mut statement = self.transaction.prepare_cached(sql)?;
        let mut rows = statement.query([id.as_str()])?;
        let mut copies = Vec::new();
        while let Some(row) = rows.next()? {
            let number = row.get(0)?;
            let entry = read_row(number, row.get_ref(1)?.as_blob().unwrap_or_default(), self.sealing)?;
            let entry = entry.ok_or(StoreError::damaged_entry(number))?;
            copies.push(Copy { number, entry });
        }
        Ok(copies)
    }

    /// Empties the row of a copy in whose place another stands.
    fn void(&mut self, id: &Id, number: u32, instead: u32) -> Result<(), StoreError> {
        // Heads that wait would be written over what is repointed here.
        self.write_heads()?;
        write_void(number, &mut self.row)?;
        self.rewrite(number)?;
        self.summary.entries = self.summary.entries.saturating_sub(1);
        let id = id.as_str();
        let run = |sql: &str, values: &[&dyn rusqlite::ToSql]| -> rusqlite::Result<usize> {
            self.transaction.prepare_cached(sql)?.execute(values)
        };
        run("DELETE FROM name WHERE id = ?1 AND number = ?2", params![id, number])?;
        // Copy 0 is there as long as any is.
        run(
            "UPDATE name SET copy = 0 WHERE id = ?1 AND copy = (SELECT min(copy) FROM name WHERE id = ?1)",
            params![id],
        )?;
        run("UPDATE head SET number = ?2 WHERE number = ?1", params![number, instead])?;
        if let Some(newest) = self.summary.newest.as_mut().filter(|newest| newest.number == number) {
            newest.number = instead;
        }
        Ok(())
    }

    /// Puts what was written into the place of a row.
    fn rewrite(&mut self, number: u32) -> Result<(), StoreError> {
        let mut statement =
            self.transaction.prepare_cached("UPDATE entry SET frame = ?2 WHERE number = ?1")?;
        statement.execute(params![number, self.row])?;
        (self.changed, self.erased) = (true, true);
        Ok(())
    }

    fn write_heads(&mut self) -> Result<(), StoreError> {
        for (device, (seq, number)) in std::mem::take(&mut self.heads) {
            let mut find = self.transaction.prepare_cached("SELECT seq FROM head WHERE device = ?1")?;
            let last: Option<u32> = find.query_row([&*device], |row| row.get(0)).optional()?;
            if last.is_none() {
                self.summary.devices = self.summary.devices.saturating_add(1);
            }
            if last.is_none_or(|last| last < seq) {
                let sql = "INSERT OR REPLACE INTO head VALUES (?2, ?3, ?1)";
                self.transaction.prepare_cached(sql)?.execute(params![device, seq, number])?;
            }
        }
        Ok(())
    }
}

fn journal_of(copies: &[Copy]) -> Journal {
    let mut journal = Journal::default();
    for copy in copies {
        journal.insert(copy.entry.clone());
    }
    journal
}

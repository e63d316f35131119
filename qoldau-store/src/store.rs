//! The store as an object: opening it, and what it knows at once.

use std::fmt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use qoldau_core::journal::{Draft, Envelope, Journal, Stamp, Taken, is_believed, link_of, record};
use qoldau_core::value::Id;
use rusqlite::{Connection, MAIN_DB, OpenFlags, OptionalExtension};

use crate::append::Appending;
use crate::clocks::Clocks;
use crate::error::Damage;
use crate::key::{Sealing, StoreKey};
use crate::log::{self, Torn};
use crate::read::entry_of;
use crate::salvage::PAGE;
use crate::summary::Summary;
use crate::{StoreError, schema};

/// A journal in one file, durable and shared by processes.
///
/// What the file holds is a set of entries with the rules of [`Journal`]. Everything is read from the file when it is
/// asked for, so that what another process appended is seen at once, and memory does not grow with the journal.
pub struct Store {
    pub(crate) connection: Connection,
    pub(crate) sealing: Option<Sealing>,
    path: PathBuf,
    wait: Duration,
    unwiped: bool,
    torn: Option<Torn>,
    clocks: Clocks,
}

/// How a store is opened.
#[derive(Debug, Clone)]
pub struct Options {
    /// The key that seals bodies; nothing where they lie in the open.
    pub key: Option<StoreKey>,
    /// The plan of the journal. A store of another plan is refused; a store that names none takes this one.
    pub plan: Option<Id>,
    /// How long a call waits for another process that is writing, before it answers [`StoreError::Busy`].
    pub wait: Duration,
}

impl Default for Options {
    fn default() -> Self {
        Self { key: None, plan: None, wait: Duration::from_secs(5) }
    }
}

/// What a store holds, known without reading the entries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoreStatus {
    /// The plan it belongs to.
    pub plan: Option<Id>,
    /// How many entries it holds.
    pub entries: u32,
    /// How many devices have entries in it.
    pub devices: u32,
    /// The greatest clock of all entries.
    pub newest_clock: Option<Box<str>>,
    /// Number of the last arrival; reading since it gives what comes later.
    pub last: u32,
    /// Whether bodies that were erased may still stand in the log beside the file, because another process was reading
    /// when they were erased. Every append tries again to empty it.
    pub unwiped: bool,
}

/// The last entry of a device.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// Its number on the device.
    pub seq: u32,
    /// The link to it that the next entry bears; see [`link_of`].
    pub link: Box<str>,
}

/// The text whose sealed form tells whether a key is the right one.
const KEY_CHECK: &[u8] = b"qoldau-store key check";

impl fmt::Debug for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Store").field("sealed", &self.sealing.is_some()).finish_non_exhaustive()
    }
}

impl Store {
    /// Opens a store, or makes a new one where there is no file.
    ///
    /// It takes the same time whatever the store holds: no entry is read but the last of every device.
    ///
    /// # Errors
    /// See [`Store::open_with`].
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        Self::open_with(path, &Options::default())
    }

    /// Opens a store, or makes a new one where there is no file or an empty one.
    ///
    /// # Errors
    /// A file that is something else (`STO004`) or of a newer format (`STO005`), a missing, wrong or needless key
    /// (`STO007` to `STO009`), another plan (`STO010`), a file or disk that may not be written to (`STO002`), and a
    /// store that is seen to be damaged (`STO006`).
    pub fn open_with(path: &Path, options: &Options) -> Result<Self, StoreError> {
        // An absolute path is never taken for a URI.
        let path = std::path::absolute(path)?;
        let sealing = options.key.as_ref().map(Sealing::new);
        // Before SQLite looks at the log, for it drops what it cannot read of it.
        let torn = log::look_at(&path)?;
        let mut connection = connect(&path, options.wait)?;
        create_or_migrate(&mut connection, sealing.as_ref(), options.plan.as_ref())?;
        let (wait, clocks) = (options.wait, Clocks::default());
        let mut store = Self { connection, sealing, path, wait, unwiped: false, torn: None, clocks };
        let summary = schema::summary(&store.connection)?;
        store.check_key(&summary)?;
        store.check_heads()?;
        store.torn = torn.map(|tail| tail.beyond(&summary, store.sealing.as_ref())).transpose()?.flatten();
        if options.plan.is_some() && options.plan != summary.plan {
            let mut appending = Appending::begin(&mut store.connection, store.sealing.as_ref())?;
            appending.adopt_plan(options.plan.as_ref())?;
            appending.commit()?;
        }
        store.wipe_what_a_crash_left()?;
        Ok(store)
    }

    /// What the store holds.
    ///
    /// # Errors
    /// What the file answers.
    pub fn status(&self) -> Result<StoreStatus, StoreError> {
        let Summary { numbers, plan, entries, devices, newest, .. } = schema::summary(&self.connection)?;
        Ok(StoreStatus {
            plan,
            entries,
            devices,
            newest_clock: newest.map(|newest| newest.clock),
            last: numbers,
            unwiped: self.unwiped,
        })
    }

    /// The last entry of a device, which the device goes on from.
    ///
    /// # Errors
    /// What the file answers; a damaged entry (`STO006`).
    pub fn head(&self, device: &str) -> Result<Option<Head>, StoreError> {
        let last = self.last_of(device)?;
        Ok(last.and_then(|entry| Some(Head { seq: entry.seq?, link: link_of(&entry) })))
    }

    /// What the last append before a loss of power left of itself, where it had not come to its end; nothing as a rule.
    /// It was not acknowledged, and nothing of it is in the store. Known until the store is opened again.
    #[must_use]
    pub const fn torn(&self) -> Option<&Torn> {
        self.torn.as_ref()
    }

    /// Appends entries, all or none, and answers for each of them what became of it. They are on the disk when the call
    /// returns. Bodies that an erasure names are removed from the file for good.
    ///
    /// # Errors
    /// Another process writes for longer than this one waits (`STO001`), the disk is full (`STO003`). Nothing is
    /// appended then.
    pub fn append(&mut self, entries: &[Envelope]) -> Result<Vec<Taken>, StoreError> {
        self.append_to_plan(entries, None)
    }

    pub(crate) fn append_to_plan(
        &mut self,
        entries: &[Envelope],
        plan: Option<&Id>,
    ) -> Result<Vec<Taken>, StoreError> {
        let mut appending = Appending::begin(&mut self.connection, self.sealing.as_ref())?;
        appending.adopt_plan(plan)?;
        let taken = entries.iter().map(|entry| appending.take(entry)).collect::<Result<_, _>>()?;
        self.unwiped |= appending.commit()?;
        self.try_to_wipe()?;
        Ok(taken)
    }

    /// Makes the next entry of a device, as [`record`] does, and appends it. No other process comes in between, so that
    /// a number is never given twice.
    ///
    /// # Errors
    /// What [`record`] refuses, and what [`Store::append`] answers.
    pub fn record(&mut self, draft: Draft, stamp: &Stamp) -> Result<Envelope, StoreError> {
        let mut appending = Appending::begin(&mut self.connection, self.sealing.as_ref())?;
        let sealing = self.sealing.as_ref();
        let mut known = Journal::new(None);
        let last = last_number(appending.connection(), &stamp.device)?;
        let newest = appending.summary().newest.as_ref();
        let believed =
            newest.filter(|newest| is_believed(&newest.clock, &stamp.now)).map(|newest| newest.number);
        for number in last.into_iter().chain(believed) {
            known.insert(entry_of(appending.connection(), number, sealing)?);
        }
        // The greatest clock is too far ahead to be counted from.
        if newest.is_some() && believed.is_none() {
            let near = self.clocks.believed(appending.connection(), sealing, &stamp.now)?;
            if let Some(entry) = near {
                known.insert(entry);
            }
        }
        for entry in crate::read::find(appending.connection(), &draft.id, sealing)? {
            known.insert(entry);
        }
        let entry = record(&known, draft, stamp)?;
        appending.take(&entry)?;
        self.unwiped |= appending.commit()?;
        self.try_to_wipe()?;
        Ok(entry)
    }

    /// Whether bodies that were erased may still stand in the log beside the file, because another process was reading
    /// when they were erased. Every append tries again, and so does [`Store::wipe`].
    #[must_use]
    pub const fn unwiped(&self) -> bool {
        self.unwiped
    }

    /// Empties the log beside the file, so that nothing that was erased stands in it.
    ///
    /// # Errors
    /// Another process is reading or writing for longer than this one waits (`STO001`).
    pub fn wipe(&mut self) -> Result<(), StoreError> {
        let sql = "PRAGMA wal_checkpoint(TRUNCATE)";
        let busy = self.connection.query_row(sql, [], |row| row.get::<_, i64>(0))?;
        if busy != 0 {
            return Err(StoreError::Busy);
        }
        self.unwiped = false;
        Ok(())
    }

    /// Closes the store, and brings the file itself up to date where no other process has it open. To drop a store does
    /// the same, and says nothing where it cannot. What was appended is durable either way.
    ///
    /// # Errors
    /// What the file answers.
    pub fn close(self) -> Result<(), StoreError> {
        self.connection.close().map_err(|(_, error)| error.into())
    }

    /// Where the store lies.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The entries are durable by now: that they cannot be wiped yet is no fault of the call.
    fn try_to_wipe(&mut self) -> Result<(), StoreError> {
        match if self.unwiped { self.wipe() } else { Ok(()) } {
            Err(StoreError::Busy) | Ok(()) => Ok(()),
            Err(error) => Err(error),
        }
    }

    /// A process that was killed may have left a log with what it erased. Another that is at work empties it by itself.
    fn wipe_what_a_crash_left(&mut self) -> Result<(), StoreError> {
        self.connection.busy_timeout(Duration::ZERO)?;
        self.unwiped = true;
        self.try_to_wipe()?;
        self.unwiped = false;
        Ok(self.connection.busy_timeout(self.wait)?)
    }

    fn last_of(&self, device: &str) -> Result<Option<Envelope>, StoreError> {
        let number = last_number(&self.connection, device)?;
        number.map(|number| entry_of(&self.connection, number, self.sealing.as_ref())).transpose()
    }

    fn check_key(&self, summary: &Summary) -> Result<(), StoreError> {
        match (&self.sealing, summary.key_check.as_slice()) {
            (None, []) => Ok(()),
            (None, _) => Err(StoreError::KeyMissing),
            (Some(_), []) => Err(StoreError::NotSealed),
            (Some(sealing), check) => sealing.open(check, KEY_CHECK).map(|_| ()).ok_or(StoreError::WrongKey),
        }
    }

    /// Holds the table of the devices against the entries it names: a device that is not found would begin anew.
    fn check_heads(&self) -> Result<(), StoreError> {
        let reading = self.connection.unchecked_transaction()?;
        let summary = schema::summary(&reading)?;
        let mut statement = reading.prepare("SELECT device, seq, number FROM head")?;
        let mut rows = statement.query([])?;
        let mut devices = 0_u32;
        let sealing = self.sealing.as_ref();
        while let Some(row) = rows.next()? {
            let (device, seq): (String, u32) = (row.get(0)?, row.get(1)?);
            let entry = entry_of(&reading, row.get(2)?, sealing)?;
            if entry.device.as_deref() != Some(&*device) || entry.seq != Some(seq) {
                return Err(StoreError::damaged(Damage::Summary));
            }
            devices = devices.saturating_add(1);
        }
        if devices == summary.devices { Ok(()) } else { Err(StoreError::damaged(Damage::Summary)) }
    }
}

fn last_number(connection: &Connection, device: &str) -> Result<Option<u32>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT number FROM head WHERE device = ?1")?;
    Ok(statement.query_row([device], |row| row.get(0)).optional()?)
}

/// Connects to the file, and looks whether it is a store before anything is written to it.
fn connect(path: &Path, wait: Duration) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
    let connection = Connection::open_with_flags(path, flags)?;
    if connection.is_readonly(MAIN_DB)? {
        return Err(StoreError::ReadOnly);
    }
    match prepare(&connection, wait) {
        // The file is open, so it is the log beside it that may not be made.
        Err(StoreError::File { .. }) => Err(StoreError::ReadOnly),
        prepared => prepared.map(|()| connection),
    }
}

fn prepare(connection: &Connection, wait: Duration) -> Result<(), StoreError> {
    connection.busy_timeout(wait)?;
    schema::look_at(connection)?;
    // Of a new file; another keeps the one it has. Salvaging counts on it.
    connection.pragma_update(None, "page_size", i64::try_from(PAGE).unwrap_or_default())?;
    patiently(wait, || connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get::<_, String>(0)))?;
    // The two of `fullfsync` are for Apple's systems, where a plain sync leaves the bytes in the disk's own memory. The
    // limit keeps the log of one large merge from being read at every start.
    connection.execute_batch(
        "PRAGMA synchronous = FULL;
         PRAGMA fullfsync = ON;
         PRAGMA checkpoint_fullfsync = ON;
         PRAGMA secure_delete = ON;
         PRAGMA journal_size_limit = 4194304;
         PRAGMA cell_size_check = ON;
         PRAGMA trusted_schema = OFF;
         PRAGMA temp_store = MEMORY;",
    )?;
    connection.set_prepared_statement_cache_capacity(32);
    Ok(())
}

/// The change to a log is one of the few things for which SQLite does not wait by itself.
fn patiently<T>(wait: Duration, mut call: impl FnMut() -> rusqlite::Result<T>) -> Result<T, StoreError> {
    const STEP: Duration = Duration::from_millis(5);
    let mut waited = Duration::ZERO;
    loop {
        match call().map_err(StoreError::from) {
            Err(StoreError::Busy) if waited < wait => {
                std::thread::sleep(STEP);
                waited = waited.saturating_add(STEP);
            }
            answer => return answer,
        }
    }
}

fn create_or_migrate(
    connection: &mut Connection,
    sealing: Option<&Sealing>,
    plan: Option<&Id>,
) -> Result<(), StoreError> {
    let key_check = sealing.map(|sealing| sealing.seal(KEY_CHECK, KEY_CHECK)).transpose()?;
    let summary =
        Summary { plan: plan.cloned(), key_check: key_check.unwrap_or_default(), ..Summary::default() };
    schema::migrate(connection, &summary)
}

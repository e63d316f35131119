//! The journal in one file, as an object.

use std::path::Path;
use std::sync::{Mutex, MutexGuard};
use std::time::Duration;

use qoldau_core::facts::{FactsError, FactsLimits};
use qoldau_core::failure::Failure;
use qoldau_core::finding::Finding;
use qoldau_core::journal::{self, Conflict, Draft, Envelope, Stamp, Taken, Verification, write_journal};
use qoldau_core::value::Id;
use qoldau_core::whole::{JournalForm, Recorded};
use qoldau_store::{
    Arrivals, DamagedEntry, Options, Salvaged, Store, StoreError, StoreKey, StoreStatus, salvage,
};

use crate::QoldauError;
use crate::state::failed_inside;

/// A journal in one file, durable and shared by processes.
///
/// What a call appended is on the disk when the call returns. Everything is read from the file when it is asked for, so
/// that what another process appended is seen at once, and memory does not grow with the journal. An object may be used
/// from any thread; its calls wait for each other, so call it away from the thread that draws.
///
/// Errors of every call: `STO014` after the store was closed, `STO006` where the file is damaged, `STO012` for what SQLite
/// answers otherwise, `INT002` where an earlier call failed inside, after which the store is to be opened anew.
#[derive(Debug, uniffi::Object)]
pub struct JournalStore {
    /// Nothing after it was closed.
    store: Mutex<Option<Store>>,
}

/// What taking a journal in gave.
#[derive(Debug, Clone, Default, PartialEq, Eq, uniffi::Record)]
pub struct StoreMerge {
    /// How many entries were not there before.
    pub new_entries: u32,
    /// How many were there already, as they are or erased.
    pub known: u32,
    /// How many were there in full and have now lost what they said, because the journal brought them erased.
    pub erased: u32,
    /// How many bear the id of another entry: both are kept and neither counts, until a person settles it.
    pub same_id: u32,
    /// What of the journal could not be taken and is not in the store: keep a file of which that is said.
    pub findings: Vec<Finding>,
}

/// What was brought out of a damaged store.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct SalvagedJournal {
    /// The entries that are whole, as a journal of JSON lines: merge it into a new store.
    pub journal: Vec<u8>,
    /// Entries that were in the store and are damaged.
    pub damaged: Vec<DamagedEntry>,
    /// How many numbers were given, as far as can be seen.
    pub last: u32,
    /// Whether entries may have stood behind the last: the end of the file or of its log was cut off, so that nothing
    /// tells how many there were.
    pub open_end: bool,
}

#[uniffi::export]
impl JournalStore {
    /// Opens a store, or makes a new one where there is no file or an empty one.
    ///
    /// `key` are 32 random bytes that seal what the entries say, kept where the system keeps keys; a store whose key is lost
    /// is lost. `plan` is the plan of the journal; a store that names none takes this one. `wait_milliseconds` is how long a call
    /// waits for another process that is writing.
    ///
    /// Errors: `INP001` for a key of another length, `STO001` when another process is in the way for too long, `STO002` where the
    /// file may not be written to, `STO004` for a file that is something else, `STO005` for a newer format, `STO006` for one that
    /// is seen to be damaged, `STO007` to `STO009` for a missing, wrong or needless key, `STO010` for another plan, `STO011` for a
    /// path that cannot be opened.
    #[uniffi::constructor(default(key = None, plan = None, wait_milliseconds = 5000))]
    pub fn open(
        path: String,
        key: Option<Vec<u8>>,
        plan: Option<Id>,
        wait_milliseconds: u32,
    ) -> Result<Self, QoldauError> {
        let wait = Duration::from_millis(wait_milliseconds.into());
        let options = Options { key: key_of(key)?, plan, wait };
        let store = Store::open_with(Path::new(&path), &options)?;
        Ok(Self { store: Mutex::new(Some(store)) })
    }

    /// Makes the next entry of a device, numbered, timed, sealed and linked to the one before it, and appends it. No other
    /// process comes in between, so that a number is never given twice.
    ///
    /// Errors: `JRN002` for a time that is no instant, `JRN003` for an unfit salt, `JRN004` for an id that is taken, `JRN005` for an
    /// entry that could not count, and those of `append`.
    pub fn record(&self, draft: Draft, stamp: Stamp) -> Result<Recorded, QoldauError> {
        let entry = self.with(|store| store.record(draft, &stamp))?;
        // A store that cannot be read whole answers with an error instead.
        Ok(Recorded { line: entry.to_line(), entry, findings: Vec::new() })
    }

    /// Appends entries, all or none, and answers for each of them what became of it. What an erasure among them names is
    /// removed from the file for good.
    ///
    /// Errors: `FCT004` when a body is not JSON, `STO001` when another process writes for too long, `STO003` when the disk is full.
    /// Nothing is appended then.
    pub fn append(&self, entries: Vec<Envelope>) -> Result<Vec<Taken>, QoldauError> {
        // What is not JSON could be written to the file, but never read again.
        let entries: Option<Vec<Envelope>> = entries.into_iter().map(Envelope::as_read).collect();
        let entries = entries.ok_or(FactsError::BodyNotJson)?;
        self.with(|store| store.append(&entries))
    }

    /// Reads at most so many entries that arrived after a number, which is the `next` of an earlier answer, or 0 for all. An
    /// erasure arrives like any entry, and so does the erased copy of an entry that was full before.
    ///
    /// Error: `STO006` with the number of an entry that is damaged or missing.
    pub fn read_since(&self, number: u32, most: u32) -> Result<Arrivals, QoldauError> {
        self.with(|store| store.read_since(number, most))
    }

    /// The whole journal as bytes, as all calls take one.
    ///
    /// Error: `STO006` with the number of an entry that is damaged or missing.
    pub fn journal(&self, form: JournalForm) -> Result<Vec<u8>, QoldauError> {
        self.with(|store| {
            let mut journal = Vec::new();
            store.export(&mut journal, form)?;
            Ok(journal)
        })
    }

    /// Takes in a journal from the bytes of its file, in either form: all of its entries or none.
    ///
    /// Errors: `FCT001` to `FCT003` and `JRN001` for what is no journal, `STO010` for a journal of another plan, and those of
    /// `append`.
    #[uniffi::method(default(limits = None))]
    pub fn merge(&self, journal: Vec<u8>, limits: Option<FactsLimits>) -> Result<StoreMerge, QoldauError> {
        let merged = self.with(|store| store.merge_bytes(&journal, &limits.unwrap_or_default()))?;
        let mut answer = StoreMerge { findings: merged.findings, ..StoreMerge::default() };
        for taken in merged.taken {
            let count = match taken {
                Taken::New => &mut answer.new_entries,
                Taken::Known => &mut answer.known,
                Taken::Erased => &mut answer.erased,
                Taken::SameId => &mut answer.same_id,
            };
            *count = count.saturating_add(1);
        }
        Ok(answer)
    }

    /// Writes the journal to a new file, which is whole or not there, without holding it in memory. What is sealed in the
    /// store stands open in it.
    ///
    /// Errors: `STO003` when the disk is full, `STO011` for a file that is there already or cannot be written.
    pub fn export(&self, path: String, form: JournalForm) -> Result<(), QoldauError> {
        self.with(|store| store.export_file(Path::new(&path), form))
    }

    /// Writes a copy of the store to a new file, which is whole or not there, while this and other processes go on. Sealed
    /// bodies stay sealed by the same key. Never copy the file itself while a store is open.
    ///
    /// Errors: `STO003` when the disk is full, `STO011` for a file that is there already or cannot be written.
    pub fn back_up(&self, path: String) -> Result<(), QoldauError> {
        self.with(|store| store.back_up(Path::new(&path)))
    }

    /// Gives back to the disk what erased bodies took up. It needs twice the room of the store.
    ///
    /// Errors: `STO001` when another process is reading or writing for too long, `STO003` when the disk is full.
    pub fn compact(&self) -> Result<(), QoldauError> {
        self.with(Store::compact)
    }

    /// What the store holds, known without reading the entries.
    pub fn status(&self) -> Result<StoreStatus, QoldauError> {
        self.with(|store| store.status())
    }

    /// What people have to settle: by one more entry, which replaces all entries of the conflict. Reads the whole journal.
    pub fn conflicts(&self) -> Result<Vec<Conflict>, QoldauError> {
        self.with(|store| Ok(journal::conflicts(&store.journal()?)))
    }

    /// Whether entries were altered, dropped or forged before they came to the store. Reads the whole journal.
    pub fn verify(&self) -> Result<Verification, QoldauError> {
        self.with(|store| Ok(journal::verify(&store.journal()?)))
    }

    /// What the last append before a loss of power left of itself, where it had not come to its end; none as a rule. It was
    /// not acknowledged, and nothing of it is in the store: ask whether to append it.
    pub fn torn(&self) -> Result<Vec<Envelope>, QoldauError> {
        self.with(|store| Ok(store.torn().map_or_else(Vec::new, |torn| torn.entries.clone())))
    }

    /// Empties the log beside the file, so that nothing that was erased stands in it; see `unwiped` of the status.
    ///
    /// Error: `STO001` when another process is reading or writing for too long.
    pub fn wipe(&self) -> Result<(), QoldauError> {
        self.with(Store::wipe)
    }

    /// Closes the file, and brings it up to date where no other process has it open. Every later call answers `STO014`; to
    /// close again does nothing. What was appended is durable without it.
    pub fn close_file(&self) -> Result<(), QoldauError> {
        let store = self.lock()?.take();
        Ok(store.map_or(Ok(()), Store::close)?)
    }
}

impl JournalStore {
    fn lock(&self) -> Result<MutexGuard<'_, Option<Store>>, Failure> {
        self.store.lock().map_err(|_| failed_inside("the store", "open it anew"))
    }

    /// Calls the store while no other thread does.
    fn with<T>(&self, call: impl FnOnce(&mut Store) -> Result<T, StoreError>) -> Result<T, QoldauError> {
        let mut store = self.lock()?;
        Ok(call(store.as_mut().ok_or(StoreError::Closed)?)?)
    }
}

/// Brings out of a store, damaged or not, every entry that is whole. Nothing is written, and the store may be one that
/// cannot be opened. The file is read into memory.
///
/// Errors: `INP001` for a key of another length, `STO007` for sealed bodies without their key, `STO008` with another, `STO011` for
/// a file that cannot be read.
#[uniffi::export(default(key = None))]
pub fn salvage_store(path: String, key: Option<Vec<u8>>) -> Result<SalvagedJournal, QoldauError> {
    let Salvaged { journal, damaged, last, open_end } = salvage(Path::new(&path), key_of(key)?.as_ref())?;
    Ok(SalvagedJournal { journal: write_journal(&journal).into_bytes(), damaged, last, open_end })
}

/// The key of 32 bytes.
fn key_of(key: Option<Vec<u8>>) -> Result<Option<StoreKey>, Failure> {
    let wrong = |_| Failure::of_input(Some("/key".to_owned()), "a key has 32 bytes");
    let key: Option<[u8; 32]> = key.map(TryInto::try_into).transpose().map_err(wrong)?;
    Ok(key.map(StoreKey::new))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_that_fails_inside_ends_the_object_and_not_the_program() {
        let folder = tempfile::tempdir().unwrap();
        let path = || folder.path().join("journal").to_str().unwrap().to_owned();
        let store = JournalStore::open(path(), None, None, 50).unwrap();
        let failing = std::thread::scope(|scope| {
            let fail = || store.with(|_| -> Result<(), StoreError> { std::panic::panic_any(()) });
            scope.spawn(fail).join()
        });
        assert!(failing.is_err());
        let code = |error: QoldauError| match error {
            QoldauError::InvalidInput { code, .. } | QoldauError::Failed { code, .. } => code,
        };
        assert_eq!(code(store.status().unwrap_err()), "INT002");
        assert_eq!(code(store.close_file().unwrap_err()), "INT002");
        drop(store);
        assert_eq!(JournalStore::open(path(), None, None, 50).unwrap().status().unwrap().entries, 0);
    }

    #[test]
    fn an_object_goes_from_thread_to_thread() {
        const fn shared<T: Send + Sync>() {}
        shared::<JournalStore>();
    }
}

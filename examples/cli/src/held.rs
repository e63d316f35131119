//! A journal that is being added to: held, so that two who record at once take turns, and none of their entries is lost or
//! numbered like another's.

use std::fs::{File, OpenOptions};
use std::io::{self, ErrorKind, Read, Seek as _, SeekFrom, Write as _};
use std::path::Path;

use fs4::FileExt;
use qoldau_core::bundle::is_bundle;
use qoldau_core::journal::{Envelope, Journal, JournalError, JournalRead, is_compact, write_journal};
use qoldau_core::value::Id;
use same_file::Handle;

use crate::input;
use crate::trouble::Trouble;
use crate::work;

/// A journal's file under a lock, which ends with it. The lock is one that programs ask for: others read on.
pub(crate) struct HeldJournal<'a> {
    name: &'a Path,
    file: File,
    /// What stands in the file.
    pub(crate) bytes: Vec<u8>,
}

impl<'a> HeldJournal<'a> {
    /// Waits until nobody else holds the journal, and reads it. A file that is not there yet is made, empty.
    pub(crate) fn hold(name: &'a Path) -> Result<Self, Trouble> {
        let told = |error: io::Error| Trouble::writing(name, &error);
        input::note(name);
        let mut file = locked(name, File::options().read(true).append(true).create(true)).map_err(told)?;
        let mut bytes = Vec::new();
        Read::take(&mut file, work::LONGEST_JOURNAL)
            .read_to_end(&mut bytes)
            .map_err(|error| Trouble::reading(name, &error))?;
        if is_compact(&bytes) || is_bundle(&bytes) {
            return Err(Trouble::not_lines(name));
        }
        Ok(Self { name, file, bytes })
    }

    /// The journal; a new one where the file is empty. With a plan it is refused where it is another's.
    pub(crate) fn read(&self, plan: Option<Id>) -> Result<JournalRead, Trouble> {
        if self.bytes.is_empty() {
            return Ok(JournalRead { journal: Journal::new(plan), findings: Vec::new() });
        }
        let read = work::journal_of(self.name, &self.bytes)?;
        match (read.journal.plan(), plan) {
            (Some(ours), Some(theirs)) if *ours != theirs => {
                let error = JournalError::OtherPlan { ours: ours.clone(), theirs };
                Err(Trouble::journal(self.name, &error))
            }
            _ => Ok(read),
        }
    }

    /// What the file will hold with an entry behind what it holds now: on a line of its own, though the last one may be
    /// torn.
    pub(crate) fn with(&self, plan: Option<&Id>, entry: &Envelope) -> Vec<u8> {
        [&self.bytes[..], self.line(plan, entry).as_bytes()].concat()
    }

    fn line(&self, plan: Option<&Id>, entry: &Envelope) -> String {
        let before = match self.bytes.last() {
            None => write_journal(&Journal::new(plan.cloned())),
            Some(b'\n') => String::new(),
            Some(_) => "\n".to_owned(),
        };
        format!("{before}{}\n", entry.to_line())
    }

    /// Appends an entry, and waits until it is on the disk. What a full disk left of it is taken back.
    pub(crate) fn append(mut self, plan: Option<&Id>, entry: &Envelope) -> Result<(), Trouble> {
        let line = self.line(plan, entry);
        let end = self.file.seek(SeekFrom::End(0)).map_err(|error| Trouble::writing(self.name, &error))?;
        let written = self.file.write_all(line.as_bytes()).and_then(|()| self.file.sync_all());
        if written.is_err() {
            let _ = self.file.set_len(end);
        }
        written.map_err(|error| Trouble::writing(self.name, &error))
    }
}

/// Holds a journal that is to be replaced as a whole, until the result is dropped, so that nothing is recorded into it between
/// the reading and the writing and then lost. Where no such file is yet there is nothing to hold. Windows lets nobody read a
/// file that is held, nor replace one that is open: there the replacing fails instead.
pub(crate) fn hold_until_replaced(name: &Path) -> Result<Option<File>, Trouble> {
    if cfg!(windows) || !name.is_file() {
        return Ok(None);
    }
    match locked(name, File::options().read(true)) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(Trouble::writing(name, &error)),
        held => Ok(held.ok()),
    }
}

/// Opens a file and waits until nobody else holds it. Another may have been put in its place meanwhile, and is taken then: what
/// is written into the one that was replaced nobody sees.
fn locked(name: &Path, options: &OpenOptions) -> io::Result<File> {
    loop {
        let file = options.open(name)?;
        // By its full name: the standard library has one of this name, in newer versions than the workspace asks for.
        FileExt::lock(&file)?;
        match Handle::from_path(name) {
            Ok(there) if there == Handle::from_file(file.try_clone()?)? => return Ok(file),
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
}

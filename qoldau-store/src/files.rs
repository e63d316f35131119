//! What a store takes from files and gives to files.

use std::fs::{self, File, OpenOptions};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use qoldau_core::facts::FactsLimits;
use qoldau_core::finding::Finding;
use qoldau_core::journal::{CompactWriter, Journal, Taken, read_journal, write_journal};
use qoldau_core::whole::JournalForm;

use crate::read::Part;
use crate::{Store, StoreError};

/// What taking a file in gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MergedFile {
    /// What became of the entries, in the order of their ids.
    pub taken: Vec<Taken>,
    /// Lines that are no entries, each with its number and reason.
    pub findings: Vec<Finding>,
}

impl Store {
    /// Takes in the entries of a journal's file in either form, as phones exchange it: all or none.
    ///
    /// # Errors
    /// A file that cannot be read (`STO011`) or is no journal (codes of the core), a journal of another plan
    /// (`STO010`), and what [`Store::append`] answers.
    pub fn merge_file(&mut self, path: &Path, limits: &FactsLimits) -> Result<MergedFile, StoreError> {
        self.merge_bytes(&fs::read(path)?, limits)
    }

    /// The same for the bytes of such a file.
    ///
    /// # Errors
    /// Bytes that are no journal (codes of the core), a journal of another plan (`STO010`), and what [`Store::append`]
    /// answers.
    pub fn merge_bytes(&mut self, bytes: &[u8], limits: &FactsLimits) -> Result<MergedFile, StoreError> {
        let read = read_journal(bytes, limits)?;
        let taken = self.append_to_plan(read.journal.entries(), read.journal.plan())?;
        Ok(MergedFile { taken, findings: read.findings })
    }

    /// Takes in a journal: all of its entries or none.
    ///
    /// # Errors
    /// A journal of another plan (`STO010`), and what [`Store::append`] answers.
    pub fn merge(&mut self, journal: &Journal) -> Result<Vec<Taken>, StoreError> {
        self.append_to_plan(journal.entries(), journal.plan())
    }

    /// Writes the journal, byte for byte what [`write_journal`] or [`qoldau_core::journal::write_compact`] gives, without
    /// holding it in memory. Bodies that are sealed in the store stand open in what is written.
    ///
    /// # Errors
    /// An entry that is damaged (`STO006`), or what writing answers.
    pub fn export(&self, out: &mut dyn Write, form: JournalForm) -> Result<(), StoreError> {
        match form {
            JournalForm::Lines => self.each_id(&mut |part| match part {
                Part::Plan(plan) => Ok(out.write_all(write_journal(&Journal::new(plan)).as_bytes())?),
                Part::Copies(copies) => {
                    copies.iter().try_for_each(|entry| Ok(writeln!(out, "{}", entry.to_line())?))
                }
            }),
            JournalForm::Compact => {
                let mut writer = CompactWriter::default();
                self.each_id(&mut |part| match part {
                    Part::Plan(plan) => {
                        let (begun, head) = CompactWriter::new(plan.as_ref());
                        writer = begun;
                        Ok(out.write_all(&head)?)
                    }
                    Part::Copies(copies) => {
                        copies.into_iter().try_for_each(|entry| Ok(out.write_all(&writer.push(entry))?))
                    }
                })?;
                Ok(out.write_all(&writer.finish())?)
            }
        }
    }

    /// Writes the journal to a new file, which is whole or not there.
    ///
    /// # Errors
    /// A file that is there already or cannot be written (`STO011`), and what [`Store::export`] answers.
    pub fn export_file(&self, path: &Path, form: JournalForm) -> Result<(), StoreError> {
        let partial = Partial::of(path)?;
        let file = OpenOptions::new().write(true).create_new(true).open(&partial.0)?;
        let mut out = BufWriter::new(file);
        self.export(&mut out, form)?;
        out.into_inner().map_err(std::io::IntoInnerError::into_error)?;
        partial.keep(path)
    }

    /// Writes a copy of the store to a new file, which is whole or not there: the store as it is at this moment. Other
    /// processes, and this one, go on writing. Sealed bodies are sealed in the copy by the same key.
    ///
    /// # Errors
    /// A file that is there already or cannot be written (`STO011`), a full disk (`STO003`).
    pub fn back_up(&self, path: &Path) -> Result<(), StoreError> {
        let partial = Partial::of(path)?;
        let name =
            partial.0.to_str().ok_or(StoreError::File { detail: "the path is not UTF-8".to_owned() })?;
        self.connection.execute("VACUUM INTO ?1", [name])?;
        partial.keep(path)
    }

    /// Gives back to the disk what erased bodies took up, and lays the entries out in order.
    ///
    /// # Errors
    /// Another process is reading or writing (`STO001`), a full disk (`STO003`): it needs twice the room of the store.
    pub fn compact(&mut self) -> Result<(), StoreError> {
        self.connection.execute_batch("VACUUM")?;
        self.wipe()
    }
}

/// A file that is being written beside the place where it will lie. It is removed where it does not come to its end.
struct Partial(PathBuf);

impl Partial {
    fn of(path: &Path) -> Result<Self, StoreError> {
        if path.try_exists()? {
            return Err(std::io::Error::from(std::io::ErrorKind::AlreadyExists).into());
        }
        let partial = crate::log::beside(&std::path::absolute(path)?, ".part");
        match fs::remove_file(&partial) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
            _ => Ok(Self(partial)),
        }
    }

    /// Puts the file into its place, durably.
    fn keep(self, path: &Path) -> Result<(), StoreError> {
        File::options().write(true).open(&self.0)?.sync_all()?;
        fs::rename(&self.0, path)?;
        // Only where folders can be opened; elsewhere the system sees to it.
        if let Some(Ok(folder)) = std::path::absolute(path)?.parent().map(File::open) {
            folder.sync_all()?;
        }
        Ok(())
    }
}

impl Drop for Partial {
    fn drop(&mut self) {
        // It is gone already where it was kept.
        let _ = fs::remove_file(&self.0);
    }
}

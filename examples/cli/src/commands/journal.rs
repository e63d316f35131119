//! `qoldau record`, `merge`, `log`, `conflicts`, `verify`: the journal that several phones keep.

use std::fs::File;
use std::io::{Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

use chrono::{DateTime, Datelike, Timelike};
use qoldau_core::facts::RawBody;
use qoldau_core::journal::{
    self, Draft, Journal, JournalRead, MergeError, Stamp, write_compact, write_journal,
};
use qoldau_core::language::Language;
use uuid::Uuid;

use super::Outcome;
use crate::args::{Entry, To};
use crate::trouble::Trouble;
use crate::{input, ledger, output, work};

/// The longest body that is read from standard input, in bytes.
const LONGEST_BODY: u64 = 1 << 20;

/// `qoldau record JOURNAL`: appends an entry, durably, and prints its id.
pub(super) fn record(file: &Path, entry: Entry) -> Result<Outcome, Trouble> {
    input::one_stdin([file, Path::new(&entry.body)])?;
    let known = if file.exists() { work::journal(file)?.journal } else { Journal::new(entry.plan) };
    // The id holds the time, and one reading of the clock is enough.
    let id = Uuid::now_v7();
    let draft = Draft {
        id: id
            .to_string()
            .parse()
            .map_err(|_| Trouble::journal(file, &journal::JournalError::NotAnInstant))?,
        on: entry.on,
        author: entry.author.into(),
        kind: entry.kind.into(),
        body: RawBody::new(&input::words(entry.body, LONGEST_BODY)?),
        replaces: entry.replaces,
    };
    let stamp = Stamp {
        device: entry.device.into(),
        now: instant(id).into(),
        salt: Uuid::new_v4().simple().to_string().into(),
    };
    let recorded = journal::record(&known, draft, &stamp).map_err(|error| Trouble::journal(file, &error))?;
    append(file, &known, &recorded).map_err(|error| Trouble::writing(file, &error))?;
    output::print(&format!("{}\n", recorded.id)).map(|()| Outcome::Fine)
}

/// The time in an id as an instant in UTC.
fn instant(id: Uuid) -> String {
    let (seconds, nanos) = id.get_timestamp().map_or((0, 0), |time| time.to_unix());
    let time = i64::try_from(seconds).ok().and_then(|seconds| DateTime::from_timestamp(seconds, nanos));
    let time = time.unwrap_or_default();
    format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z",
        time.year(),
        time.month(),
        time.day(),
        time.hour(),
        time.minute(),
        time.second(),
        time.timestamp_subsec_millis()
    )
}

/// Appends an entry to the file, on a line of its own though the last one may be torn, and waits until it is on the disk.
fn append(file: &Path, known: &Journal, entry: &journal::Envelope) -> std::io::Result<()> {
    let mut open = File::options().read(true).append(true).create(true).open(file)?;
    let mut text = String::new();
    if open.seek(SeekFrom::End(0))? == 0 {
        text.push_str(&write_journal(&Journal::new(known.plan().cloned())));
    } else {
        let mut last = [0_u8];
        open.seek(SeekFrom::End(-1))?;
        open.read_exact(&mut last)?;
        if last != *b"\n" {
            text.push('\n');
        }
    }
    text.push_str(&entry.to_line());
    text.push('\n');
    open.write_all(text.as_bytes())?;
    open.sync_all()
}

/// `qoldau merge A B …`: the joined journal; what each file brought and what is to be settled goes to standard error.
pub(super) fn merge(
    files: &[PathBuf],
    compact: bool,
    to: &To,
    language: Language,
) -> Result<Outcome, Trouble> {
    input::one_stdin(files.iter().map(PathBuf::as_path))?;
    let mut journals = Vec::new();
    let mut findings = Vec::new();
    for file in files {
        let JournalRead { journal, findings: found } = work::journal(file)?;
        output::complain(&ledger::findings(&found, language));
        findings.extend(found);
        journals.push(journal);
    }
    let merged = journal::merge(journals).map_err(|MergeError { file, error }| {
        let file = usize::try_from(file).ok().and_then(|file| files.get(file));
        Trouble::journal(file.map_or(Path::new("-"), PathBuf::as_path), &error)
    })?;
    if compact {
        output::write_bytes(&write_compact(&merged.journal), to)?;
    } else {
        output::write(&write_journal(&merged.journal), to)?;
    }
    for (file, count) in files.iter().zip(&merged.new_entries) {
        output::complain(&ledger::brought(&file.display().to_string(), *count, language));
    }
    output::complain(&ledger::conflicts(&merged.conflicts, language));
    Ok(if merged.conflicts.is_empty() { Outcome::of(&findings) } else { Outcome::Faulty })
}

/// `qoldau log JOURNAL`: the entries in order of time.
pub(super) fn log(file: &Path, json: bool, language: Language) -> Result<Outcome, Trouble> {
    let JournalRead { journal, findings } = work::journal(file)?;
    output::complain(&ledger::findings(&findings, language));
    let text = if json { write_journal(&journal) } else { ledger::log(journal.entries(), language) };
    output::print(&text)?;
    Ok(Outcome::of(&findings))
}

/// `qoldau conflicts JOURNAL`: what people have to settle.
pub(super) fn conflicts(file: &Path, json: bool, language: Language) -> Result<Outcome, Trouble> {
    let JournalRead { journal, findings } = work::journal(file)?;
    output::complain(&ledger::findings(&findings, language));
    let found = journal::conflicts(&journal);
    output::print(&if json { output::json(&found)? } else { ledger::conflicts(&found, language) })?;
    Ok(if found.is_empty() { Outcome::of(&findings) } else { Outcome::Faulty })
}

/// `qoldau verify JOURNAL`: whether entries were altered, dropped or forged.
pub(super) fn verify(file: &Path, json: bool, language: Language) -> Result<Outcome, Trouble> {
    let JournalRead { journal, findings } = work::journal(file)?;
    output::complain(&ledger::findings(&findings, language));
    let verified = journal::verify(&journal);
    output::print(&if json { output::json(&verified)? } else { ledger::verification(&verified, language) })?;
    let all = [findings, verified.findings].concat();
    Ok(Outcome::of(&all))
}

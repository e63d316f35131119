//! `qoldau record`, `merge`, `log`, `conflicts`, `verify`: the journal that several phones keep.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Datelike, Timelike};
use qoldau_core::facts::RawBody;
use qoldau_core::journal::{
    self, Draft, Envelope, Journal, JournalError, JournalRead, MergeError, Stamp, write_compact,
    write_journal,
};
use qoldau_core::language::Language;
use qoldau_core::value::{Id, IsoDate};
use uuid::Uuid;

use super::{Outcome, heads};
use crate::args::{Entry, To};
use crate::held::{HeldJournal, hold_until_replaced};
use crate::trouble::Trouble;
use crate::{input, ledger, output, work};

/// The longest body that is read from standard input, in bytes.
const LONGEST_BODY: u64 = 1 << 20;

/// An entry that is about to be recorded: its id holds the time, and one reading of the clock is enough.
pub(super) struct Recording(Uuid);

impl Recording {
    pub(super) fn begin() -> Self {
        Self(Uuid::now_v7())
    }

    /// The id of the entry.
    pub(super) fn id(&self) -> Result<Id, JournalError> {
        self.0.to_string().parse().map_err(|_| JournalError::NotAnInstant)
    }

    /// Makes the next entry of a device behind what is known.
    pub(super) fn record(
        &self,
        known: &Journal,
        kind: &str,
        body: RawBody,
        on: IsoDate,
        (author, device): (&str, &str),
        replaces: Vec<Id>,
    ) -> Result<Envelope, JournalError> {
        let draft = Draft { id: self.id()?, on, author: author.into(), kind: kind.into(), body, replaces };
        let stamp = Stamp {
            device: device.into(),
            now: instant(self.0).into(),
            salt: Uuid::new_v4().simple().to_string().into(),
        };
        journal::record(known, draft, &stamp)
    }
}

/// `qoldau record JOURNAL`: appends an entry, durably, and prints its id; what of the journal could not be read goes to standard error.
pub(super) fn record(file: &Path, entry: Entry, language: Language) -> Result<Outcome, Trouble> {
    input::one_stdin([file, Path::new(&entry.body)])?;
    let Entry { kind, body, on, author, device, replaces, plan } = entry;
    let body = input::words(body, LONGEST_BODY)?;
    if kind == "submission" {
        of_its_day(&body, on)?;
    }
    let body = RawBody::new(&body);
    let recording = Recording::begin();
    let record = |known: &Journal| {
        recording
            .record(known, &kind, body.clone(), on, (&author, &device), replaces.clone())
            .map_err(|error| Trouble::journal(file, &error))
    };
    // What cannot be recorded leaves no file behind.
    if !file.exists() {
        record(&Journal::new(plan.clone()))?;
    }
    let held = HeldJournal::hold(file)?;
    let JournalRead { journal, findings } = held.read(plan.clone())?;
    output::complain(&ledger::findings(&findings, language));
    let recorded = record(&journal)?;
    held.append(plan.as_ref(), &recorded)?;
    output::print(&format!("{}\n", recorded.id)).map(|()| Outcome::of(&findings))
}

/// Refuses a submission whose package shows the state of a day after the one on which it is handed in.
fn of_its_day(body: &str, on: IsoDate) -> Result<(), Trouble> {
    // What is no submission is for the journal to refuse.
    let body: serde_json::Value = serde_json::from_str(body).unwrap_or_default();
    let day = |name: &str| body.get(name)?.as_str()?.parse::<IsoDate>().ok();
    match (day("asOf"), day("date")) {
        (Some(as_of), Some(date)) if as_of > date.min(on) => {
            Err(Trouble::after_its_date(as_of, date.min(on)))
        }
        _ => Ok(()),
    }
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

/// `qoldau merge A B …`: the joined journal; what each file brought and what is to be settled goes to standard error.
pub(super) fn merge(
    files: &[PathBuf],
    compact: bool,
    to: &To,
    language: Language,
) -> Result<Outcome, Trouble> {
    input::one_stdin(files.iter().map(PathBuf::as_path))?;
    let _held = to.file().map(hold_until_replaced).transpose()?;
    let mut journals = Vec::new();
    let mut findings = Vec::new();
    let mut unread: Vec<&Path> = Vec::new();
    for file in files {
        let JournalRead { journal, findings: found } = work::journal(file)?;
        output::complain(&ledger::findings(&found, language));
        if !found.is_empty() {
            unread.push(file);
        }
        findings.extend(found);
        journals.push(journal);
    }
    // What could not be read of a file is nowhere else: the joined journal does not take its place.
    if let Some(lost) = to.file().filter(|file| unread.iter().any(|other| is_same(other, file))) {
        return Err(Trouble::would_lose(lost));
    }
    let merged = journal::merge(journals).map_err(|MergeError { file, error }| {
        let file = usize::try_from(file).ok().and_then(|file| files.get(file));
        Trouble::journal(file.map_or(Path::new("-"), PathBuf::as_path), &error)
    })?;
    let own: Vec<&Path> = files.iter().map(PathBuf::as_path).collect();
    if compact {
        output::over(&write_compact(&merged.journal), to, &own)?;
    } else {
        output::over(write_journal(&merged.journal).as_bytes(), to, &own)?;
    }
    for (file, count) in files.iter().zip(&merged.new_entries) {
        output::complain(&ledger::brought(&file.display().to_string(), *count, language));
    }
    output::complain(&ledger::erased(merged.erased, language));
    output::complain(&ledger::conflicts(&merged.conflicts, language));
    Ok(if merged.conflicts.is_empty() { Outcome::of(&findings) } else { Outcome::Faulty })
}

/// Whether two names are of one file that is there.
fn is_same(one: &Path, other: &Path) -> bool {
    one.canonicalize().is_ok_and(|one| other.canonicalize().is_ok_and(|other| one == other))
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

/// `qoldau verify JOURNAL`: whether entries were altered, dropped or forged, and whether the journal still has what signed
/// heads vouch for.
pub(super) fn verify(
    file: &Path,
    heads: &[PathBuf],
    keys: Option<&Path>,
    json: bool,
    language: Language,
) -> Result<Outcome, Trouble> {
    let of_heads = heads.iter().map(PathBuf::as_path);
    input::one_stdin([file].into_iter().chain(keys).chain(of_heads))?;
    let JournalRead { journal, findings } = work::journal(file)?;
    let mut verified = journal::verify(&journal);
    heads::verify(&mut verified, &journal, heads, keys)?;
    // What could not be read stands first, as wherever a file is verified.
    verified.findings = [findings, verified.findings].concat();
    output::print(&if json { output::json(&verified)? } else { ledger::verification(&verified, language) })?;
    Ok(Outcome::of(&verified.findings))
}

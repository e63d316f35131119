//! The file that goes to the operator: a package, and the entries that say it was handed in and what was said of it.
//!
//! A package cannot hold the entry by which it is handed in, for that bears its digest. So both lie side by side in one
//! file, with the remarks on earlier submissions and their answers: the operator's journal takes the entries as they are.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::entries::binds;
use super::model::{Package, PackageEntry};
use super::wire::{PackageError, canonical, digest_of, malformed, read_package};
use crate::facts::{ERASE, Fact, Submission, erased_by};
use crate::journal::{Envelope, Journal, seal_of, verify, write_journal};
use crate::json;
use crate::value::format::{FormatFault, Head, Version};
use crate::value::hex::sha256;
use crate::value::{Id, IsoDate};

/// Name and version of the file's wire form.
pub const SUBMISSION_FORMAT: &str = "qoldau-submission/1.0";
const NAME: &str = "qoldau-submission";
const KNOWN: Version = Version { major: 1, minor: 0 };

/// The file as it is written.
#[derive(Serialize)]
struct Written<'a> {
    format: &'static str,
    package: &'a Package,
    /// Id of the entry by which the package was handed in.
    submission: &'a Id,
    entries: Vec<&'a Envelope>,
}

/// The file as it is read. The package is read by its own format, so that its text is kept as it stands.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct File {
    #[serde(rename = "format")]
    _format: String,
    package: Box<RawValue>,
    submission: Id,
    entries: Vec<Envelope>,
}

/// A submission as the operator opened it. What does not fit together is not opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct OpenedSubmission {
    /// The package.
    pub package: Package,
    /// The package alone as canonical JSON (RFC 8785).
    pub json: String,
    /// Its SHA-256, lower-case hexadecimal, which should stand on the letter too.
    pub digest: String,
    /// How it was handed in; nothing where the file is a package alone, of which nobody says so.
    pub handed_in: Option<HandedIn>,
    /// The steps of all submissions, as a journal in JSON lines.
    pub journal: String,
    /// How many of its entries have a seal, all of which fit.
    pub sealed: u32,
    /// How many have none, so that nothing shows whether somebody altered them.
    pub unsealed: u32,
    /// How many numbers are missing between the steps of one device. Records of the work have numbers too and stay with the
    /// NGO, so that it is no fault; but of a device that takes steps alone, as the operator's own, steps were taken out.
    pub missing: u32,
}

/// How a package was handed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct HandedIn {
    /// Id of the entry that tells of it.
    pub entry: Id,
    /// Who handed it in.
    pub by: Box<str>,
    /// On which day.
    pub on: IsoDate,
    /// What the entry says.
    pub submission: Submission,
}

/// Writes the file for the operator: the package, and of the journal the steps of all submissions, so that the operator
/// sees the answers to earlier remarks.
///
/// # Errors
/// [`PackageError::NotHandedIn`] (`PKG005`) while no `submission` entry of the journal bears the package's digest.
pub fn write_submission(package: &Package, journal: &Journal) -> Result<String, PackageError> {
    let digest = digest_of(package)?;
    let entries = steps(journal);
    let bears = |entry: &&&Envelope| submission_of(entry).is_some_and(|body| *body.digest == *digest);
    // Ids are in the order of time: of two the later one.
    let Some(submission) = entries.iter().rfind(bears) else {
        return Err(PackageError::NotHandedIn { digest });
    };
    let submission = &submission.id;
    canonical(&Written { format: SUBMISSION_FORMAT, package, submission, entries })
}

/// The steps of submissions, and what took steps back or erased them.
fn steps(journal: &Journal) -> Vec<&Envelope> {
    let is_step = |entry: &Envelope| {
        matches!(&*entry.kind, "submission" | "remark" | "reply" | "remarkResolved" | "acceptance")
    };
    let steps: BTreeSet<&Id> =
        journal.entries().iter().filter(|entry| is_step(entry)).map(|entry| &entry.id).collect();
    let of_steps = |entry: &Envelope| match &*entry.kind {
        "void" => entry.replaces.iter().any(|id| steps.contains(id)),
        ERASE => erased(entry).iter().any(|id| steps.contains(id)),
        _ => false,
    };
    journal.entries().iter().filter(|entry| is_step(entry) || of_steps(entry)).collect()
}

/// The ids that an entry erases.
fn erased(entry: &Envelope) -> Vec<Id> {
    entry.body.as_ref().map(|body| erased_by(&entry.kind, body.reveal())).unwrap_or_default()
}

fn submission_of(entry: &Envelope) -> Option<Submission> {
    match entry.entry()?.fact {
        Fact::Submission { body } => Some(body),
        _ => None,
    }
}

/// Opens the file that the NGO handed in, or a package alone, and holds everything in it against everything else: the
/// package against the digest of the entry by which it was handed in, every entry against its seal, against the one
/// after it on its device, and against what the package says of it. Layout does not matter: the digest is that of the
/// canonical JSON.
///
/// Whoever alters all of it in one shows only beside a digest that came another way, as on the letter.
///
/// # Errors
/// What [`read_package`] refuses; no entry that hands the package in (`PKG005`), another package than the one that was
/// handed in (`PKG006`), an altered entry (`PKG007`).
pub fn open_submission(bytes: &[u8]) -> Result<OpenedSubmission, PackageError> {
    let head: Head = json::read(bytes).map_err(malformed)?;
    match head.accept(NAME, KNOWN) {
        Ok(()) => {}
        Err(FormatFault::Newer(format)) => return Err(PackageError::NewerFormat { format }),
        Err(FormatFault::Other) => return alone(read_package(bytes)?),
    }
    let File { package, submission, entries, .. } = json::read_by_serde(bytes).map_err(malformed)?;
    let package = read_package(package.get().as_bytes())?;
    let opened = alone(package)?;
    let journal = Journal::of_entries(Some(opened.package.plan.clone()), entries);
    let handed_in = handed_in(&opened, &journal, &submission)?;
    if let Some(entry) = altered(&journal, &opened.package.entries) {
        return Err(PackageError::EntryAltered { entry });
    }
    let count = |sealed: bool| {
        let entries = journal.entries().iter().filter(|entry| entry.seal.is_some() == sealed);
        u32::try_from(entries.count()).unwrap_or(u32::MAX)
    };
    Ok(OpenedSubmission {
        handed_in: Some(handed_in),
        journal: write_journal(&journal),
        sealed: count(true),
        unsealed: count(false),
        missing: missing(&journal),
        ..opened
    })
}

/// How many numbers are missing between the entries of one device.
fn missing(journal: &Journal) -> u32 {
    let numbered = |entry: &'_ Envelope| Some((entry.device.clone()?, entry.seq?));
    let mut numbers: Vec<(Box<str>, u32)> = journal.entries().iter().filter_map(numbered).collect();
    numbers.sort_unstable();
    let between = numbers.iter().zip(numbers.iter().skip(1)).filter(|(one, next)| one.0 == next.0);
    between.fold(0, |sum, (one, next)| sum.saturating_add(next.1.saturating_sub(one.1).saturating_sub(1)))
}

/// A package of which nobody says that it was handed in.
fn alone(package: Package) -> Result<OpenedSubmission, PackageError> {
    let json = canonical(&package)?;
    let journal = write_journal(&Journal::new(Some(package.plan.clone())));
    let digest = sha256(&[&json]);
    Ok(OpenedSubmission {
        package,
        json,
        digest,
        handed_in: None,
        journal,
        sealed: 0,
        unsealed: 0,
        missing: 0,
    })
}

/// The entry by which the package was handed in, if it was this package.
fn handed_in(opened: &OpenedSubmission, journal: &Journal, id: &Id) -> Result<HandedIn, PackageError> {
    let digest = opened.digest.clone();
    let mut of_id = journal.entries().iter().filter(|entry| entry.id == *id);
    let told = of_id.next().and_then(|entry| Some((entry, submission_of(entry)?)));
    let Some((entry, submission)) = told.filter(|_| of_id.next().is_none()) else {
        return Err(PackageError::NotHandedIn { digest });
    };
    if *submission.digest != *digest || submission.as_of != opened.package.as_of {
        return Err(PackageError::PackageAltered { digest, told: submission.digest.into() });
    }
    Ok(HandedIn { entry: entry.id.clone(), by: entry.author.clone(), on: entry.on, submission })
}

/// The first entry that is not what was recorded: its seal does not fit, the next one of its device is linked to another,
/// or the package was made of another.
fn altered(journal: &Journal, of_package: &[PackageEntry]) -> Option<Id> {
    let told: BTreeMap<&Id, &str> =
        of_package.iter().map(|entry| (&entry.entry, entry.digest.as_str())).collect();
    let gone: BTreeSet<Id> = journal.entries().iter().flat_map(erased).collect();
    let is_altered = |entry: &&Envelope| {
        // What an erasure took away binds nothing, where no seal does.
        if entry.seal.is_none() && entry.body.is_none() && gone.contains(&entry.id) {
            return false;
        }
        let seal = entry.body.as_ref().map(|body| seal_of(body.reveal()));
        let unfit = entry.seal.is_some() && seal.is_some_and(|seal| seal != entry.seal);
        let is_told = |told: &&str| entry.entry().is_some_and(|entry| binds(told, &entry));
        let other = told.get(&entry.id).is_some_and(|told| !is_told(told));
        unfit || other
    };
    let by_itself = journal.entries().iter().find(is_altered).map(|entry| entry.id.clone());
    // Entries between those of submissions stayed with the NGO: that numbers are missing says nothing here.
    let forged = ["JRN102", "JRN104"];
    by_itself.or_else(|| {
        let findings = verify(journal).findings;
        let finding = findings.into_iter().find(|finding| forged.contains(&finding.code.as_str()))?;
        match finding.place {
            crate::finding::Place::Line { entry, .. } => entry,
            _ => None,
        }
    })
}

//! Mirrors of the types of `qoldau_core::whole`. Written by `bindings-mobile/mirror`; do not edit:
//! `QOLDAU_UPDATE=1 cargo test -p qoldau-mirror`

use qoldau_core::assess::Assessment;
use qoldau_core::assess::LineEvidence;
use qoldau_core::bundle::BundleManifest;
use qoldau_core::finding::Finding;
use qoldau_core::journal::Conflict;
use qoldau_core::journal::Envelope;
use qoldau_core::plan::Plan;
use qoldau_core::review::ReviewSummary;
use qoldau_core::value::Id;
use qoldau_core::whole::BundleContents;
use qoldau_core::whole::FrozenPackage;
use qoldau_core::whole::Held;
use qoldau_core::whole::JournalConflicts;
use qoldau_core::whole::JournalContents;
use qoldau_core::whole::JournalEvidence;
use qoldau_core::whole::JournalForm;
use qoldau_core::whole::MergedFile;
use qoldau_core::whole::MergedJournals;
use qoldau_core::whole::Recorded;
use qoldau_core::whole::RegisterForm;
use qoldau_core::whole::ReportForm;
use qoldau_core::whole::WrittenBundle;
use qoldau_core::whole::WrittenSubmission;

/// A plan held against its facts on a day.
#[uniffi::remote(Record)]
pub struct Held {
    /// Where every line stands.
    pub assessment: Assessment,
    /// What reading the annex, checking the plan, reading the facts and their review give reason to say.
    pub findings: Vec<Finding>,
    /// What was answered or taken note of.
    pub folded: Vec<Finding>,
    /// Where the records of the work and the submissions stand in review.
    pub review: ReviewSummary,
}

/// What a report is rendered as.
#[uniffi::remote(Enum)]
pub enum ReportForm {
    /// Plain text without colours.
    Text,
    /// Markdown.
    Markdown,
    /// One self-contained HTML page.
    Html,
}

/// What a register is rendered as.
#[uniffi::remote(Enum)]
pub enum RegisterForm {
    /// Markdown.
    Markdown,
    /// One self-contained HTML page.
    Html,
    /// CSV, safe to open in a spreadsheet.
    Csv,
}

/// How a journal is written.
#[uniffi::remote(Enum)]
pub enum JournalForm {
    /// UTF-8 text of one JSON object a line, to which entries can be appended.
    Lines,
    /// The compact form for a messenger: a fraction of the size, with a hash for every part.
    Compact,
}

/// A new entry, and the line by which a file of the journal takes it.
#[uniffi::remote(Record)]
pub struct Recorded {
    /// The entry.
    pub entry: Envelope,
    /// The same as one line of canonical JSON, without the line's end.
    pub line: String,
    /// What of the journal could not be read: where that was an entry of the device, the new one may bear its number and have its place
    /// in the chain.
    pub findings: Vec<Finding>,
}

/// What a file of a journal holds.
#[uniffi::remote(Record)]
pub struct JournalContents {
    /// Id of the plan it belongs to, where it says so.
    #[uniffi(default = None)]
    pub plan: Option<Id>,
    /// The entries in the order of their ids; different entries of one id stand beside each other.
    pub entries: Vec<Envelope>,
    /// What could not be taken, each with its place and reason.
    pub findings: Vec<Finding>,
}

/// What people have to settle in a file of a journal.
#[uniffi::remote(Record)]
pub struct JournalConflicts {
    /// The conflicts, with the entries as they stand.
    pub conflicts: Vec<Conflict>,
    /// What of the file could not be read, and may be part of a conflict or settle one.
    pub findings: Vec<Finding>,
}

/// What is recorded of the evidence of every line.
#[uniffi::remote(Record)]
pub struct JournalEvidence {
    /// For every line its items, and how each counts.
    pub lines: Vec<LineEvidence>,
    /// What of the journal could not be taken, and may have been evidence.
    pub findings: Vec<Finding>,
}

/// What joining files gave.
#[uniffi::remote(Record)]
pub struct MergedJournals {
    /// The joined journal. As JSON it is Base64.
    pub journal: Vec<u8>,
    /// For every file in turn what came of it.
    pub files: Vec<MergedFile>,
    /// How many entries of the joined journal say nothing any more, because an erasure in it names them.
    pub erased: u32,
    /// What people have to settle, in the whole joined journal.
    pub conflicts: Vec<Conflict>,
}

/// What came of one file.
#[uniffi::remote(Record)]
pub struct MergedFile {
    /// How many of its entries no file before it had.
    pub new_entries: u32,
    /// What of it could not be taken and is not in the joined journal.
    pub findings: Vec<Finding>,
}

/// A package as it is handed over.
#[uniffi::remote(Record)]
pub struct FrozenPackage {
    /// The package as canonical JSON (RFC 8785): the words of the file.
    pub json: String,
    /// Its SHA-256, lower-case hexadecimal, which the `submission` entry bears.
    pub digest: String,
    /// What of the journal could not be taken and is not in the package, what of it does not fit the plan, and which steps of
    /// review had no effect: look at it before the package is handed in.
    pub findings: Vec<Finding>,
}

/// The file that goes to the operator.
#[uniffi::remote(Record)]
pub struct WrittenSubmission {
    /// The file as canonical JSON (RFC 8785).
    pub json: String,
    /// What of the journal could not be read and is not in the file, as a reply to a remark may be.
    pub findings: Vec<Finding>,
}

/// What a bundle holds.
#[uniffi::remote(Record)]
pub struct BundleContents {
    /// What it says of itself: which editions, how many entries, and the files of evidence that the sender lists.
    pub manifest: BundleManifest,
    /// The editions of the plan, in the order of their numbers.
    pub plans: Vec<Plan>,
    /// The journal, in the form that was asked for. As JSON it is Base64.
    pub journal: Vec<u8>,
    /// What of its journal could not be taken.
    pub findings: Vec<Finding>,
}

/// A new bundle.
#[uniffi::remote(Record)]
pub struct WrittenBundle {
    /// The file. As JSON it is Base64.
    pub bundle: Vec<u8>,
    /// What of the journal could not be taken and is not in the bundle: send the journal's own file, too, where that is
    /// said.
    pub findings: Vec<Finding>,
}

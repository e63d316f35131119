//! Mirrors of the types of `qoldau_core::package`. Written by `bindings-mobile/mirror`; do not edit:
//! `QOLDAU_UPDATE=1 cargo test -p qoldau-mirror`

use qoldau_core::assess::Figure;
use qoldau_core::assess::Headline;
use qoldau_core::facts::EvidenceKind;
use qoldau_core::facts::Submission;
use qoldau_core::language::Language;
use qoldau_core::package::AboutChange;
use qoldau_core::package::HandedIn;
use qoldau_core::package::ItemChange;
use qoldau_core::package::LineDiff;
use qoldau_core::package::LineException;
use qoldau_core::package::LineState;
use qoldau_core::package::OpenedSubmission;
use qoldau_core::package::Package;
use qoldau_core::package::PackageAbout;
use qoldau_core::package::PackageDiff;
use qoldau_core::package::PackageEntry;
use qoldau_core::package::PackageEvidence;
use qoldau_core::package::PackageItem;
use qoldau_core::package::PackageLine;
use qoldau_core::package::PackageReading;
use qoldau_core::package::PackageTarget;
use qoldau_core::package::PackageWithdrawn;
use qoldau_core::package::ReadingChange;
use qoldau_core::package::TargetDiff;
use qoldau_core::plan::Contract;
use qoldau_core::plan::Question;
use qoldau_core::plan::ReadingSource;
use qoldau_core::review::RemarkStanding;
use qoldau_core::value::Id;
use qoldau_core::value::IsoDate;

/// What was handed to the operator: where every line stood on a day, and the entries that stood behind it.
#[uniffi::remote(Record)]
pub struct Package {
    /// Name and version of the form in which it was frozen, `FORMAT` or an earlier one.
    pub format: String,
    /// Id of the plan.
    pub plan: Id,
    /// SHA-256 of the plan's canonical JSON, lower-case hexadecimal.
    pub plan_digest: String,
    /// Number of the edition of the plan.
    pub edition: u32,
    /// Day whose state it shows.
    pub as_of: IsoDate,
    /// Whose project it is; nothing in a package of 1.0.
    #[uniffi(default = None)]
    pub about: Option<PackageAbout>,
    /// The indicator lines in the plan's order, then those of the social-impact block, then those of both that agreements took
    /// out, in the order in which they did; the last are not in packages of before 1.2.
    pub lines: Vec<PackageLine>,
    /// Words of the contract that nobody could bring under a line, as they stand there; none in packages of before 1.2.
    #[uniffi(default = [])]
    pub unread: Vec<String>,
    /// The entries dated until that day, in the order of their ids: those too that others have taken the place of.
    pub entries: Vec<PackageEntry>,
}

/// Whose project a package is about, in the words of the contract.
#[uniffi::remote(Record)]
pub struct PackageAbout {
    /// The language of the contract's words.
    pub language: Language,
    /// The organisation that received the grant.
    #[uniffi(default = None)]
    pub grantee: Option<String>,
    /// Title of the project.
    #[uniffi(default = None)]
    pub title: Option<String>,
    /// The contract.
    #[uniffi(default = None)]
    pub contract: Option<Contract>,
}

/// Where a line stood.
#[uniffi::remote(Record)]
pub struct PackageLine {
    /// Id of the line.
    pub line: Id,
    /// Its printed number.
    pub number: String,
    /// Its name, as in the contract.
    pub name: String,
    /// Title of its activity, as in the contract; nothing for a line of the social-impact block and in a package of 1.0.
    #[uniffi(default = None)]
    pub activity: Option<String>,
    /// What its answers came to; nothing for a line of the social-impact block.
    #[uniffi(default = None)]
    pub headline: Option<Headline>,
    /// Why somebody should look at it, each once and in the order of the report; nothing in a package of 1.0, where nobody
    /// said.
    #[uniffi(default = None)]
    pub exceptions: Option<Vec<LineException>>,
    /// By which agreement it was taken out; nothing of a line that stands.
    #[uniffi(default = None)]
    pub withdrawn: Option<PackageWithdrawn>,
    /// How it was read, by the answers in force that day: its own, its activity's, its task's, in the order of the questions. Nothing
    /// of a line that was taken out and in packages of before 1.3, where nobody said.
    #[uniffi(default = None)]
    pub readings: Option<Vec<PackageReading>>,
    /// Its targets, behind them those that an agreement took out of it; of a line of the social-impact block the one sum.
    pub targets: Vec<PackageTarget>,
    /// The items of evidence that were attached to it.
    pub evidence: Vec<PackageItem>,
}

/// How a line was read: the answer to one question. It holds no words that people wrote.
#[uniffi::remote(Record)]
pub struct PackageReading {
    /// What was asked.
    pub question: Question,
    /// What was answered, where that is a word of the wire form, a number, a date or ids; nothing where it is words of people, who
    /// may be named in it. No figure depends on those.
    #[uniffi(default = None)]
    pub answer: Option<String>,
    /// Where the answer comes from.
    pub source: ReadingSource,
}

/// Why somebody should look at a line. They are the report's, and those of a line that nothing proves or that waits for
/// somebody's approval.
#[uniffi::remote(Enum)]
pub enum LineException {
    /// The time is over and the promise is not met.
    Overdue,
    /// What was claimed is not what is proven.
    ClaimedNotProven,
    /// Something was claimed, and nothing proves it.
    Unproven,
    /// Rows of lists and number of participants differ, or a list is not signed.
    ListDiffers,
    /// Something is late or outside the project's time.
    Late,
    /// A piece of its evidence serves other lines too.
    Shared,
    /// Proof is lost or incomplete.
    ProofLost,
    /// An approval or agreement that it needs is not there.
    WaitsForApproval,
    /// The operator returned it with a remark.
    Returned,
    /// The operator accepted less than was proven.
    AcceptedLess,
    /// Somebody recorded that it does not apply.
    NotApplicable,
}

/// The figures of a target.
#[uniffi::remote(Record)]
pub struct PackageTarget {
    /// Id of the target, or of the line of the social-impact block.
    pub target: Id,
    /// What was promised, as in the contract.
    pub text: String,
    /// What people said was done.
    #[uniffi(default = None)]
    pub claimed: Option<Figure>,
    /// What valid evidence shows.
    #[uniffi(default = None)]
    pub proven: Option<Figure>,
    /// What the operator had accepted.
    #[uniffi(default = None)]
    pub accepted: Option<Figure>,
    /// By which agreement it was taken out of its line; nothing of a target that stands.
    #[uniffi(default = None)]
    pub withdrawn: Option<PackageWithdrawn>,
}

/// That an agreement took a line or a target out. What was done for it stands, and nothing is asked of it.
#[uniffi::remote(Record)]
pub struct PackageWithdrawn {
    /// Number of the edition that it is no part of any more.
    pub edition: u32,
    /// The agreement that brought that edition, where it is known.
    #[uniffi(default = None)]
    pub agreement: Option<Contract>,
}

/// An item of evidence behind a line.
#[uniffi::remote(Record)]
pub struct PackageItem {
    /// Id of the item.
    pub item: Id,
    /// Whether it counted for the line.
    pub counts: bool,
    /// SHA-256 of the item as it was with what was attached to it and of a salt that is not in the package, lower-case
    /// hexadecimal. Of an item that no sealed entry records, of the item without title, names of files and outlet; in packages of before 1.4
    /// of the item alone.
    pub digest: String,
    /// By what it is found; nothing in a package of 1.0.
    #[uniffi(default = None)]
    pub what: Option<PackageEvidence>,
}

/// By what an item of evidence is found. It holds no title, file name or other words that people wrote.
#[uniffi::remote(Record)]
pub struct PackageEvidence {
    /// What it is.
    pub kind: EvidenceKind,
    /// The date it bears.
    pub date: IsoDate,
    /// Number of the document; of a letter its outgoing number.
    #[uniffi(default = None)]
    pub number: Option<Box<str>>,
    /// Link to it, where it is an address of the web.
    #[uniffi(default = None)]
    pub link: Option<Box<str>>,
    /// How many files it has.
    pub files: u32,
}

/// An entry that stood behind the figures.
#[uniffi::remote(Record)]
pub struct PackageEntry {
    /// Id of the entry.
    pub entry: Id,
    /// Its seal. Of an entry without one the SHA-256 of its canonical JSON without the body, which binds who recorded it, when and of
    /// what kind, and tells nobody what it says; of a step of a submission, whose words go to the operator anyway, and in packages of
    /// before 1.3 with the body.
    pub digest: String,
    /// Whether it was erased, so that what binds it now binds nothing of what it said; told of entries without a seal from 1.4 on.
    #[uniffi(default = false)]
    pub erased: bool,
}

/// A submission as the operator opened it. What does not fit together is not opened.
#[uniffi::remote(Record)]
pub struct OpenedSubmission {
    /// The package.
    pub package: Package,
    /// The package alone as canonical JSON (RFC 8785).
    pub json: String,
    /// Its SHA-256, lower-case hexadecimal, which should stand on the letter too.
    pub digest: String,
    /// How it was handed in; nothing where the file is a package alone, of which nobody says so.
    #[uniffi(default = None)]
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
#[uniffi::remote(Record)]
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

/// What differs between two packages of one plan.
#[uniffi::remote(Record)]
pub struct PackageDiff {
    /// Day of the earlier package.
    pub from: IsoDate,
    /// Day of the later package.
    pub to: IsoDate,
    /// Edition of the plan in the earlier package.
    pub from_edition: u32,
    /// Edition of the plan in the later package.
    pub to_edition: u32,
    /// Whether the plan is another one though the edition is the same: deadlines, kinds and approvals may be others, which no
    /// package holds.
    pub plan_altered: bool,
    /// Whose project it is, where the packages do not say the same; nothing where one of them does not say, as those of 1.0.
    #[uniffi(default = None)]
    pub about: Option<AboutChange>,
    /// Words of the contract that only the earlier package has under no line; none where one of the packages is of before 1.2.
    pub unread_gone: Vec<String>,
    /// Words of the contract that only the later package has under no line; likewise.
    pub unread_added: Vec<String>,
    /// The lines that differ or were remarked on, in the order of the later package, then those that are gone.
    pub lines: Vec<LineDiff>,
    /// How many lines are as they were.
    pub unchanged: u32,
    /// Entries that both packages bind, and not the same: somebody altered them since, or put others in their place. None where only one of
    /// the packages is of before 1.3, which bound entries without a seal otherwise.
    pub altered_entries: Vec<Id>,
    /// Entries behind the earlier package that are not behind the later one: taken out of the journal, not to be read, or
    /// no longer counted by the review. A journal only grows, so that there are none where nobody did anything of the kind. None where
    /// the later package is of an earlier day.
    pub missing_entries: Vec<Id>,
    /// Remarks on the whole of the earlier package, and on lines that neither package has.
    pub remarks: Vec<RemarkStanding>,
}

/// Whose project two packages are about, where they do not say the same.
#[uniffi::remote(Record)]
pub struct AboutChange {
    /// What the earlier package says.
    pub before: PackageAbout,
    /// What the later one says.
    pub now: PackageAbout,
}

/// What differs of one line.
#[uniffi::remote(Record)]
pub struct LineDiff {
    /// Id of the line.
    pub line: Id,
    /// Its printed number in the later package that has it.
    pub number: String,
    /// Its name there.
    pub name: String,
    /// What became of it.
    pub state: LineState,
    /// Title of its activity before; nothing where the package does not say.
    #[uniffi(default = None)]
    pub activity_before: Option<String>,
    /// Title of its activity now.
    #[uniffi(default = None)]
    pub activity: Option<String>,
    /// What its answers came to before.
    #[uniffi(default = None)]
    pub headline_before: Option<Headline>,
    /// What they come to now.
    #[uniffi(default = None)]
    pub headline: Option<Headline>,
    /// Why somebody should have looked at it before; nothing where the package does not say, as those of 1.0.
    #[uniffi(default = None)]
    pub exceptions_before: Option<Vec<LineException>>,
    /// Why somebody should look at it now.
    #[uniffi(default = None)]
    pub exceptions: Option<Vec<LineException>>,
    /// Targets whose figures or words differ.
    pub targets: Vec<TargetDiff>,
    /// Answers that differ about how the line is read; none where one of the packages does not say, as those of before 1.3.
    pub readings: Vec<ReadingChange>,
    /// Items of evidence that differ, by their ids; none of a line that the later package does not have.
    pub evidence: Vec<ItemChange>,
    /// Remarks on the line in the earlier submission, with what became of them.
    pub remarks: Vec<RemarkStanding>,
}

/// What became of a line.
#[uniffi::remote(Enum)]
pub enum LineState {
    /// Something of it differs.
    Changed,
    /// It is as it was, and was remarked on.
    Unchanged,
    /// Only the later package has it.
    Added,
    /// An agreement took it out since, or only the earlier package has it.
    Withdrawn,
}

/// A target before and now; nothing where a package does not have it.
#[uniffi::remote(Record)]
pub struct TargetDiff {
    /// How it stood before.
    #[uniffi(default = None)]
    pub before: Option<PackageTarget>,
    /// How it stands now.
    #[uniffi(default = None)]
    pub now: Option<PackageTarget>,
}

/// How a line was read before and how it is now; nothing where that question was not answered.
#[uniffi::remote(Record)]
pub struct ReadingChange {
    /// The answer before.
    #[uniffi(default = None)]
    pub before: Option<PackageReading>,
    /// The answer now.
    #[uniffi(default = None)]
    pub now: Option<PackageReading>,
}

/// An item of evidence before and now; nothing where it was not attached.
#[uniffi::remote(Record)]
pub struct ItemChange {
    /// How it stood before.
    #[uniffi(default = None)]
    pub before: Option<PackageItem>,
    /// How it stands now.
    #[uniffi(default = None)]
    pub now: Option<PackageItem>,
}

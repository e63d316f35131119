//! Mirrors of the types of `qoldau_core::facts`. Written by `bindings-mobile/mirror`; do not edit:
//! `QOLDAU_UPDATE=1 cargo test -p qoldau-mirror`

use qoldau_core::facts::Attachment;
use qoldau_core::facts::Capture;
use qoldau_core::facts::CaptureSource;
use qoldau_core::facts::Evidence;
use qoldau_core::facts::EvidenceFile;
use qoldau_core::facts::EvidenceKind;
use qoldau_core::facts::LinkCheck;
use qoldau_core::facts::LinkStatus;
use qoldau_core::value::Id;
use qoldau_core::value::IsoDate;

/// One item of evidence. It may have several files (the pages of one list are one list) and may prove several lines
/// and events. Fields that do not fit the kind stay empty.
#[uniffi::remote(Record)]
pub struct Evidence {
    /// Id of the item; the same item recorded twice counts once.
    pub item: Id,
    /// What it is.
    pub kind: EvidenceKind,
    /// Ids of the lines it proves.
    pub lines: Vec<Id>,
    /// Ids of the targets it serves, where a line has more than one and the kind does not tell.
    #[uniffi(default = [])]
    pub targets: Vec<Id>,
    /// Ids of the events it is of.
    #[uniffi(default = [])]
    pub events: Vec<Id>,
    /// Date the item itself bears; nothing means the entry's date.
    #[uniffi(default = None)]
    pub date: Option<IsoDate>,
    /// Its title or caption. Never a person's name.
    #[uniffi(default = None)]
    pub title: Option<Box<str>>,
    /// Its files.
    #[uniffi(default = [])]
    pub files: Vec<EvidenceFile>,
    /// Number of the document; of a letter its outgoing number; of a newspaper its issue.
    #[uniffi(default = None)]
    pub number: Option<Box<str>>,
    /// Letter: how many addressees it went to.
    #[uniffi(default = None)]
    pub addressees: Option<u32>,
    /// List or journal: how many rows it has.
    #[uniffi(default = None)]
    pub rows: Option<u32>,
    /// List or act: whether it is signed.
    #[uniffi(default = None)]
    pub signed: Option<bool>,
    /// Post: the network; publication: the outlet.
    #[uniffi(default = None)]
    pub outlet: Option<Box<str>>,
    /// Link to it.
    #[uniffi(default = None)]
    pub link: Option<Box<str>>,
    /// Date of the screenshot that shows it, where there is one.
    #[uniffi(default = None)]
    pub screenshot: Option<IsoDate>,
    /// Copies printed or handed out.
    #[uniffi(default = None)]
    pub copies: Option<u32>,
}

/// When a picture or a recording was taken, and who says so.
#[uniffi::remote(Record)]
pub struct Capture {
    /// The civil date where it was taken.
    pub on: IsoDate,
    /// Where the date comes from.
    pub source: CaptureSource,
}

/// Where the date of a picture comes from, the best source first.
#[uniffi::remote(Enum)]
pub enum CaptureSource {
    /// The camera wrote it into the file.
    Camera,
    /// The name that a camera gave the file.
    FileName,
    /// Somebody says so.
    Stated,
}

/// One file of an item.
#[uniffi::remote(Record)]
pub struct EvidenceFile {
    /// Its name.
    pub name: Box<str>,
    /// Pages, for a document.
    #[uniffi(default = None)]
    pub pages: Option<u32>,
    /// SHA-256 of its content, lower-case hexadecimal.
    #[uniffi(default = None)]
    pub sha256: Option<Box<str>>,
    /// Size of its content in bytes, at most 2⁵³ − 1: greater numbers do not survive in every language.
    #[uniffi(default = None)]
    pub bytes: Option<u64>,
    /// When it was taken, where that is known. Nothing means that nobody knows, never that it was another day.
    #[uniffi(default = None)]
    pub captured: Option<Capture>,
    /// What a picture looks like, as the host reckons it: a perceptual hash of 64 bits, 16 lower-case hexadecimal digits.
    /// Pictures whose hashes differ in few bits look alike; all hashes of a journal must be reckoned in one way.
    #[uniffi(default = None)]
    pub perceptual_hash: Option<Box<str>>,
}

/// What an item of evidence is. The list is closed for a format version.
#[uniffi::remote(Enum)]
pub enum EvidenceKind {
    /// A document of no special kind.
    Document,
    /// A list.
    List,
    /// A letter.
    Letter,
    /// A plan.
    Plan,
    /// A programme.
    Programme,
    /// Rules.
    Rules,
    /// A journal.
    Journal,
    /// A report.
    Report,
    /// An act.
    Act,
    /// A post.
    Post,
    /// An announcement.
    Announcement,
    /// Photographs: every file is one.
    Photo,
    /// Videos: every file is one.
    Video,
    /// A publication.
    Publication,
    /// A live stream.
    LiveStream,
    /// A story: a post that the network takes down within a day.
    Story,
    /// A material.
    Material,
    /// A page or account.
    Page,
    /// A questionnaire that was held, with its answers.
    Survey,
    /// A presentation.
    Presentation,
    /// Anything else.
    Other,
}

/// Lines, events and files that are added to an item of evidence, or taken from it. Several people may add to one item
/// without a network, and all that they add counts.
#[uniffi::remote(Record)]
pub struct Attachment {
    /// Id of the item.
    pub evidence: Id,
    /// Ids of the lines it proves, or proves no longer.
    #[uniffi(default = [])]
    pub lines: Vec<Id>,
    /// Ids of the events it is of, or is not of.
    #[uniffi(default = [])]
    pub events: Vec<Id>,
    /// Its further files, or files that are not its own. A file is known by its hash, without one by its name.
    #[uniffi(default = [])]
    pub files: Vec<EvidenceFile>,
}

/// What was seen behind a link.
#[uniffi::remote(Record)]
pub struct LinkCheck {
    /// Id of the evidence item.
    pub evidence: Id,
    /// What was seen.
    pub state: LinkStatus,
}

/// What was seen behind a link.
#[uniffi::remote(Enum)]
pub enum LinkStatus {
    /// It is there.
    Alive,
    /// It is gone.
    Gone,
    /// It is there but not for everyone.
    Private,
}

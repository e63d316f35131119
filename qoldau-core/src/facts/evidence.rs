//! Evidence: what proves that something was done.

use qoldau_derive::Decode;
use serde::Serialize;

use super::wire::size_in_bytes;
use crate::json::list_or_null;
use crate::value::{Id, IsoDate};

/// One item of evidence. It may have several files (the pages of one list are one list) and may prove several lines
/// and events. Fields that do not fit the kind stay empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Evidence {
    /// Id of the item; the same item recorded twice counts once.
    pub item: Id,
    /// What it is.
    pub kind: EvidenceKind,
    /// Ids of the lines it proves.
    pub lines: Vec<Id>,
    /// Ids of the targets it serves, where a line has more than one and the kind does not tell.
    #[serde(default)]
    #[decode(with = list_or_null)]
    pub targets: Vec<Id>,
    /// Ids of the events it is of.
    #[serde(default)]
    #[decode(with = list_or_null)]
    pub events: Vec<Id>,
    /// Date the item itself bears; nothing means the entry's date.
    #[serde(default)]
    pub date: Option<IsoDate>,
    /// Its title or caption. Never a person's name.
    #[serde(default)]
    pub title: Option<Box<str>>,
    /// Its files.
    #[serde(default)]
    #[decode(with = list_or_null)]
    pub files: Vec<EvidenceFile>,
    /// Number of the document; of a letter its outgoing number; of a newspaper its issue.
    #[serde(default)]
    pub number: Option<Box<str>>,
    /// Letter: how many addressees it went to.
    #[serde(default)]
    pub addressees: Option<u32>,
    /// List or journal: how many rows it has.
    #[serde(default)]
    pub rows: Option<u32>,
    /// List or act: whether it is signed.
    #[serde(default)]
    pub signed: Option<bool>,
    /// Post: the network; publication: the outlet.
    #[serde(default)]
    pub outlet: Option<Box<str>>,
    /// Link to it.
    #[serde(default)]
    pub link: Option<Box<str>>,
    /// Date of the screenshot that shows it, where there is one.
    #[serde(default)]
    pub screenshot: Option<IsoDate>,
    /// Copies printed or handed out.
    #[serde(default)]
    pub copies: Option<u32>,
}

impl Evidence {
    /// The link, where it is an address of the web; any other words are kept but prove nothing.
    #[must_use]
    pub fn web_link(&self) -> Option<&str> {
        let link = self.link.as_deref()?.trim();
        let behind = |scheme: &str| {
            let (start, rest) = link.split_at_checked(scheme.len())?;
            start.eq_ignore_ascii_case(scheme).then_some(rest)
        };
        let rest = behind("https://").or_else(|| behind("http://"))?;
        let has_host = !rest.is_empty() && !rest.starts_with(['/', '?', '#']);
        // Links are ASCII as a rule, and of bytes it is told much faster.
        let spaced = link.bytes().any(|byte| matches!(byte, b'\t'..=b'\r' | b' '))
            || (!link.is_ascii() && link.contains(char::is_whitespace));
        (has_host && !spaced).then_some(link)
    }

    /// Whether anything shows the item: a file, a link or a screenshot, or the number under which a paper is registered. The
    /// link of a story shows nothing a day later.
    #[must_use]
    pub fn is_shown(&self) -> bool {
        let registered = self.number.is_some() && self.kind.is_registered_by_number();
        let linked = self.kind != EvidenceKind::Story && self.web_link().is_some();
        self.has_copy() || linked || registered
    }

    /// Whether there is a copy of it: a file or a screenshot.
    #[must_use]
    pub fn has_copy(&self) -> bool {
        !self.files.is_empty() || self.screenshot.is_some()
    }
}

/// One file of an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct EvidenceFile {
    /// Its name.
    pub name: Box<str>,
    /// Pages, for a document.
    #[serde(default)]
    pub pages: Option<u32>,
    /// SHA-256 of its content, lower-case hexadecimal.
    #[serde(default)]
    pub sha256: Option<Box<str>>,
    /// Size of its content in bytes, at most 2⁵³ − 1: greater numbers do not survive in every language.
    #[serde(default)]
    #[decode(with = size_in_bytes)]
    pub bytes: Option<u64>,
    /// When it was taken, where that is known. Nothing means that nobody knows, never that it was another day.
    #[serde(default)]
    pub captured: Option<Capture>,
    /// What a picture looks like, as the host reckons it: a perceptual hash of 64 bits, 16 lower-case hexadecimal digits.
    /// Pictures whose hashes differ in few bits look alike; all hashes of a journal must be reckoned in one way.
    #[serde(default)]
    pub perceptual_hash: Option<Box<str>>,
}

impl EvidenceFile {
    /// A file of which nothing but the name is known.
    #[must_use]
    pub fn named(name: &str) -> Self {
        Self {
            name: name.into(),
            pages: None,
            sha256: None,
            bytes: None,
            captured: None,
            perceptual_hash: None,
        }
    }
}

/// When a picture or a recording was taken, and who says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Capture {
    /// The civil date where it was taken.
    pub on: IsoDate,
    /// Where the date comes from.
    pub source: CaptureSource,
}

/// Where the date of a picture comes from, the best source first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum CaptureSource {
    /// The camera wrote it into the file.
    Camera,
    /// The name that a camera gave the file.
    FileName,
    /// Somebody says so.
    Stated,
}

impl CaptureSource {
    /// The name on the wire, which is its key in the message tables too.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Camera => "camera",
            Self::FileName => "fileName",
            Self::Stated => "stated",
        }
    }
}

/// What an item of evidence is. The list is closed for a format version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
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

impl EvidenceKind {
    /// Whether such papers are registered under a number, so that the number alone leads to the paper.
    #[must_use]
    pub const fn is_registered_by_number(self) -> bool {
        matches!(
            self,
            Self::Document
                | Self::Letter
                | Self::Plan
                | Self::Programme
                | Self::Rules
                | Self::Report
                | Self::Act
        )
    }

    /// The name on the wire, which is its key in the message tables too.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::List => "list",
            Self::Letter => "letter",
            Self::Plan => "plan",
            Self::Programme => "programme",
            Self::Rules => "rules",
            Self::Journal => "journal",
            Self::Report => "report",
            Self::Act => "act",
            Self::Post => "post",
            Self::Announcement => "announcement",
            Self::Photo => "photo",
            Self::Video => "video",
            Self::Publication => "publication",
            Self::LiveStream => "liveStream",
            Self::Story => "story",
            Self::Material => "material",
            Self::Page => "page",
            Self::Survey => "survey",
            Self::Presentation => "presentation",
            Self::Other => "other",
        }
    }
}

/// What was seen behind a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum LinkStatus {
    /// It is there.
    Alive,
    /// It is gone.
    Gone,
    /// It is there but not for everyone.
    Private,
}

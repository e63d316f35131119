//! Why a document could not be read at all.

use crate::archive::{ArchiveFault, Damage, Excess};

/// Why an annex could not be read. Nothing of it is returned then: a document is read whole or not at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// There is nothing in the file, or nothing but spaces.
    #[error("the document is empty")]
    Empty,
    /// The file is larger than the limit.
    #[error("the file is larger than {limit} bytes")]
    TooLarge {
        /// The limit, in bytes.
        limit: u32,
    },
    /// The text is not UTF-8.
    #[error("the text is not UTF-8 (byte {offset}): save it with the encoding UTF-8, or as .docx")]
    WrongEncoding {
        /// The first byte that is not UTF-8, counted from 0.
        offset: u32,
    },
    /// The file is of another kind.
    #[error("the file is {found}: open it in a word processor and save it as .docx")]
    OtherFormat {
        /// What the file is.
        found: OtherFormat,
    },
    /// The .docx is cut short or damaged.
    #[error("the .docx is cut short or damaged: {fault}")]
    Damaged {
        /// What is wrong with it.
        fault: Damage,
    },
    /// The .docx would unpack to more than the limits allow.
    #[error("the .docx unpacks to more than the limits allow: {excess}")]
    UnpacksTooLarge {
        /// Which limit.
        excess: Excess,
    },
    /// The .docx is protected by a password.
    #[error("the .docx is protected by a password: save it without one")]
    Protected,
    /// The package has no main document.
    #[error("the .docx has no main document")]
    NoDocument,
    /// The document's XML is malformed.
    #[error("the document's XML is malformed at byte {offset}")]
    MalformedXml {
        /// Where, in bytes of the document part from 0.
        offset: u32,
    },
    /// The document's XML declares a document type or an entity, which a .docx never does.
    #[error("the document's XML declares a document type or uses an entity of its own")]
    EntityRefused,
    /// Elements are nested deeper than the limit.
    #[error("elements are nested deeper than {limit}")]
    TooDeep {
        /// The limit.
        limit: u32,
    },
    /// The tables have more cells than the limit.
    #[error("the tables have more than {limit} cells")]
    TooManyCells {
        /// The limit.
        limit: u32,
    },
    /// The document has more lines than the limit.
    #[error("the document has more than {limit} lines")]
    TooManyLines {
        /// The limit.
        limit: u32,
    },
    /// A cell or paragraph is longer than the limit.
    #[error("a cell or paragraph is longer than {limit} bytes")]
    TextTooLong {
        /// The limit, in bytes.
        limit: u32,
    },
    /// The document has no task, no indicator line and no project data: it is not the annex.
    #[error("the document is not the project's annex: no task and no indicator table were found")]
    NotAnAnnex,
    /// The place does not exist in the document.
    #[error("there are no words at this place")]
    NoSuchPlace,
}

/// A kind of file that is no annex in .docx or text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OtherFormat {
    /// A .doc of Word 97–2003, or a .docx protected by a password.
    OldWord,
    /// A PDF.
    Pdf,
    /// A file of the Open Document format.
    OpenDocument,
    /// A workbook or a presentation of Office.
    OtherOffice,
    /// Rich text.
    RichText,
    /// A page of the web.
    Html,
    /// Text in UTF-16.
    Utf16,
    /// Some other zip archive.
    Archive,
    /// Some other binary file.
    Binary,
}

impl OtherFormat {
    /// The name by which hosts are told.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::OldWord => "oldWord",
            Self::Pdf => "pdf",
            Self::OpenDocument => "openDocument",
            Self::OtherOffice => "otherOffice",
            Self::RichText => "richText",
            Self::Html => "html",
            Self::Utf16 => "utf16",
            Self::Archive => "archive",
            Self::Binary => "binary",
        }
    }
}

impl std::fmt::Display for OtherFormat {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::OldWord => "an old .doc or a document protected by a password",
            Self::Pdf => "a PDF",
            Self::OpenDocument => "an OpenDocument file",
            Self::OtherOffice => "a workbook or presentation",
            Self::RichText => "rich text",
            Self::Html => "a web page",
            Self::Utf16 => "text in UTF-16",
            Self::Archive => "an archive without a Word document",
            Self::Binary => "a binary file of another kind",
        })
    }
}

impl ReadError {
    /// The error's stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Empty => "ANX001",
            Self::TooLarge { .. } => "ANX002",
            Self::WrongEncoding { .. } => "ANX003",
            Self::OtherFormat { .. } => "ANX004",
            Self::Damaged { .. } => "ANX005",
            Self::UnpacksTooLarge { .. } => "ANX006",
            Self::Protected => "ANX007",
            Self::NoDocument => "ANX008",
            Self::MalformedXml { .. } => "ANX009",
            Self::EntityRefused => "ANX010",
            Self::TooDeep { .. } => "ANX011",
            Self::TooManyCells { .. } => "ANX012",
            Self::TextTooLong { .. } => "ANX013",
            Self::NotAnAnnex => "ANX014",
            Self::NoSuchPlace => "ANX015",
            Self::TooManyLines { .. } => "ANX016",
        }
    }
}

impl From<ArchiveFault> for ReadError {
    fn from(fault: ArchiveFault) -> Self {
        match fault {
            ArchiveFault::Damaged(fault) => Self::Damaged { fault },
            ArchiveFault::UnpacksTooLarge(excess) => Self::UnpacksTooLarge { excess },
            ArchiveFault::Protected => Self::Protected,
        }
    }
}

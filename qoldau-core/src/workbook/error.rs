//! Why a workbook could not be read.

use crate::archive::{Archive, ArchiveFault, Damage, Excess};

/// How files in which Office keeps parts that are protected, and old .xls files, begin.
pub(super) const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// Why a workbook could not be read. No text of it quotes a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum WorkbookError {
    /// There is nothing in the file.
    #[error("the workbook is empty")]
    Empty,
    /// The file is larger than the limit.
    #[error("the workbook is larger than {limit} bytes")]
    TooLarge {
        /// The limit, in bytes.
        limit: u32,
    },
    /// The file is of another kind.
    #[error("the file is {found}: open it in a spreadsheet program and save it as .xlsx")]
    NotAWorkbook {
        /// What the file is.
        found: NotAWorkbook,
    },
    /// The workbook is cut short or damaged.
    #[error("the workbook is cut short or damaged: {fault}")]
    Damaged {
        /// What is wrong with it.
        fault: Damage,
    },
    /// It would unpack to more than the limits allow.
    #[error("the workbook unpacks to more than the limits allow: {excess}")]
    UnpacksTooLarge {
        /// Which limit.
        excess: Excess,
    },
    /// It is protected by a password.
    #[error("the workbook is protected by a password: save it without one")]
    Protected,
    /// Its XML is malformed, or says what no workbook can.
    #[error("the XML of the workbook is malformed")]
    Malformed,
    /// Its XML declares a document type or uses an entity, which no workbook does.
    #[error("the XML of the workbook declares a document type or uses an entity of its own")]
    EntityRefused,
    /// It has more cells, or more text in them, than the limits allow.
    #[error("the workbook has more than {limit} cells or bytes of text")]
    TooManyCells {
        /// The limit that is exceeded.
        limit: u32,
    },
    /// It has more sheets or merged ranges than the limits allow.
    #[error("the workbook has more than {limit} sheets or merged ranges")]
    TooManyParts {
        /// The limit that is exceeded.
        limit: u32,
    },
    /// It has no sheet that holds cells.
    #[error("the workbook has no sheet")]
    NoSheet,
}

/// A file that is no `.xlsx`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotAWorkbook {
    /// A workbook of Excel 97–2003.
    OldExcel,
    /// A workbook in the binary form `.xlsb`.
    Binary,
    /// A file of the Open Document format, such as `.ods`.
    OpenDocument,
    /// A document or a presentation of Office.
    OtherOffice,
    /// Some other archive.
    Archive,
    /// Something else.
    Other,
}

impl NotAWorkbook {
    /// The name by which hosts are told.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::OldExcel => "oldExcel",
            Self::Binary => "binary",
            Self::OpenDocument => "openDocument",
            Self::OtherOffice => "otherOffice",
            Self::Archive => "archive",
            Self::Other => "other",
        }
    }
}

impl std::fmt::Display for NotAWorkbook {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::OldExcel => "an old .xls",
            Self::Binary => "a binary workbook (.xlsb)",
            Self::OpenDocument => "an OpenDocument file",
            Self::OtherOffice => "a document or a presentation",
            Self::Archive => "an archive without a workbook",
            Self::Other => "no workbook",
        })
    }
}

impl WorkbookError {
    /// The error's stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Empty => "WBK001",
            Self::TooLarge { .. } => "WBK002",
            Self::NotAWorkbook { .. } => "WBK003",
            Self::Damaged { .. } => "WBK004",
            Self::UnpacksTooLarge { .. } => "WBK005",
            Self::Protected => "WBK006",
            Self::Malformed => "WBK007",
            Self::EntityRefused => "WBK008",
            Self::TooManyCells { .. } => "WBK009",
            Self::TooManyParts { .. } => "WBK010",
            Self::NoSheet => "WBK011",
        }
    }
}

impl From<ArchiveFault> for WorkbookError {
    fn from(fault: ArchiveFault) -> Self {
        match fault {
            ArchiveFault::Damaged(fault) => Self::Damaged { fault },
            ArchiveFault::UnpacksTooLarge(excess) => Self::UnpacksTooLarge { excess },
            ArchiveFault::Protected => Self::Protected,
        }
    }
}

/// What to say of bytes that are no archive. Office keeps a protected workbook in a file of the kind of the old .xls, with a part of this name.
pub(super) fn not_an_archive(bytes: &[u8]) -> WorkbookError {
    if !bytes.starts_with(COMPOUND) {
        return WorkbookError::NotAWorkbook { found: NotAWorkbook::Other };
    }
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    if memchr::memmem::find(bytes, &name).is_some() {
        WorkbookError::Protected
    } else {
        WorkbookError::NotAWorkbook { found: NotAWorkbook::OldExcel }
    }
}

/// What to say of an archive without a workbook.
pub(super) fn without_workbook(archive: &Archive<'_>) -> WorkbookError {
    let holds = |prefix: &[u8]| archive.holds(prefix);
    let found = if holds(b"xl/workbook.bin") {
        NotAWorkbook::Binary
    } else if holds(b"mimetype") {
        NotAWorkbook::OpenDocument
    } else if holds(b"word/") || holds(b"ppt/") {
        NotAWorkbook::OtherOffice
    } else {
        NotAWorkbook::Archive
    };
    WorkbookError::NotAWorkbook { found }
}

//! Why an archive, or a part of it, cannot be taken.

/// Why an archive, or a part of it, cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ArchiveFault {
    /// It is cut short or damaged.
    Damaged(Damage),
    /// It would unpack to more than the limits allow.
    UnpacksTooLarge(Excess),
    /// It is protected by a password.
    Protected,
}

/// What is wrong with a file that holds others: a .docx, or a bundle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Damage {
    /// Its table of contents is missing, cut or wrong.
    Directory,
    /// A part does not unpack.
    Packing,
    /// A part has another size than stated.
    Size,
    /// A part's checksum is wrong.
    Checksum,
    /// Two parts share bytes or a name.
    Overlap,
    /// A part is packed by a method that neither knows.
    Method,
    /// A part is not in UTF-8.
    Encoding,
}

impl Damage {
    /// The name by which hosts are told.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Directory => "directory",
            Self::Packing => "packing",
            Self::Size => "size",
            Self::Checksum => "checksum",
            Self::Overlap => "overlap",
            Self::Method => "method",
            Self::Encoding => "encoding",
        }
    }
}

impl std::fmt::Display for Damage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Directory => "its table of contents is missing or wrong",
            Self::Packing => "a part does not unpack",
            Self::Size => "a part has another size than stated",
            Self::Checksum => "a part's checksum is wrong",
            Self::Overlap => "two parts share bytes or a name",
            Self::Method => "a part is packed by an unknown method",
            Self::Encoding => "a part is not in UTF-8",
        })
    }
}

/// Which limit on unpacking is exceeded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Excess {
    /// The size of a part.
    Size,
    /// How many times it grows.
    Ratio,
    /// The number of files.
    Entries,
}

impl Excess {
    /// The name by which hosts are told.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Size => "size",
            Self::Ratio => "ratio",
            Self::Entries => "entries",
        }
    }
}

impl std::fmt::Display for Excess {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Size => "the size of a part",
            Self::Ratio => "how many times a part grows",
            Self::Entries => "the number of files",
        })
    }
}

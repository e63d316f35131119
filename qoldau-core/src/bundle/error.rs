//! Why a bundle could not be made or read.

use crate::archive::{ArchiveFault, Damage, Excess};
use crate::journal::JournalError;
use crate::plan::PlanError;

/// Why a bundle could not be made or read. Nothing of it is returned then: it is taken whole or not at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum BundleError {
    /// A newer version of the product wrote it.
    #[error("the bundle is of the newer format `{format}`")]
    NewerFormat {
        /// The format it names.
        format: String,
    },
    /// It is something else.
    #[error("this is no bundle")]
    NotABundle,
    /// It is cut short or damaged.
    #[error("the bundle is cut short or damaged: {fault}")]
    Damaged {
        /// What is wrong with it.
        fault: Damage,
    },
    /// It is larger than the limits, or would unpack to more than they allow.
    #[error("the bundle is larger than the limits allow: {excess}")]
    TooLarge {
        /// Which limit.
        excess: Excess,
    },
    /// It is protected by a password.
    #[error("the bundle is protected by a password")]
    Protected,
    /// A part that it lists is missing, or is not the one that was put in.
    #[error("the part `{part}` of the bundle is missing or not the one that was put in")]
    OtherPart {
        /// Name of the part.
        part: String,
    },
    /// A plan in it cannot be read, or one that is given cannot be written.
    #[error(transparent)]
    Plan(#[from] PlanError),
    /// The journal in it cannot be read.
    #[error(transparent)]
    Journal(#[from] JournalError),
    /// Two of the plans are the same edition, or one is of another plan than the journal.
    #[error("the plans do not belong together: edition {edition}")]
    OtherPlans {
        /// Number of the edition.
        edition: u32,
    },
    /// It cannot be written.
    #[error("the bundle cannot be written")]
    Unwritable,
}

impl BundleError {
    /// The stable code: of a plan or journal in it that is at fault, its own.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NewerFormat { .. } => "BND001",
            Self::NotABundle => "BND002",
            Self::Damaged { .. } => "BND003",
            Self::TooLarge { .. } => "BND004",
            Self::Protected => "BND005",
            Self::OtherPart { .. } => "BND006",
            Self::OtherPlans { .. } => "BND007",
            Self::Unwritable => "BND008",
            Self::Plan(error) => error.code(),
            Self::Journal(error) => error.code(),
        }
    }
}

impl From<ArchiveFault> for BundleError {
    fn from(fault: ArchiveFault) -> Self {
        match fault {
            ArchiveFault::Damaged(fault) => Self::Damaged { fault },
            ArchiveFault::UnpacksTooLarge(excess) => Self::TooLarge { excess },
            ArchiveFault::Protected => Self::Protected,
        }
    }
}

//! Why a statistic could not be reckoned.

/// Why a statistic could not be reckoned: the input is none of it. What the mathematics leaves undefined is no error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum StatsError {
    /// A confidence level is not between 0 and 1.
    #[error("the confidence level is not above 0 and below 1")]
    Level,
    /// More of a kind than there are at all, or fewer than none.
    #[error("`{part}` is below 0 or above `{whole}`")]
    MoreThanAll {
        /// Name of the part.
        part: &'static str,
        /// Name of the whole.
        whole: &'static str,
    },
    /// A proportion is not from 0 to 1.
    #[error("`{name}` is not from 0 to 1")]
    Proportion {
        /// Name of the value.
        name: &'static str,
    },
    /// A value must be above 0.
    #[error("`{name}` is not above 0")]
    NotPositive {
        /// Name of the value.
        name: &'static str,
    },
    /// Two lists that belong together have different lengths.
    #[error("the lists `{first}` and `{second}` differ in length")]
    Lengths {
        /// Name of the first list.
        first: &'static str,
        /// Name of the second list.
        second: &'static str,
    },
    /// Values whose digits span more than can be reckoned with exactly.
    #[error("the values of `{name}` span more digits than can be reckoned with exactly")]
    Digits {
        /// Name of the list.
        name: &'static str,
    },
    /// Counts that add up to more than 4 294 967 295.
    #[error("the counts add up to more than 4294967295")]
    TooMany,
}

impl StatsError {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Level => "SVY001",
            Self::MoreThanAll { .. } => "SVY002",
            Self::Proportion { .. } => "SVY003",
            Self::NotPositive { .. } => "SVY004",
            Self::Lengths { .. } => "SVY005",
            Self::Digits { .. } => "SVY006",
            Self::TooMany => "SVY007",
        }
    }
}

//! Why scores, agreement or weights could not be computed.

/// Why scores, agreement, weights or a table for publication could not be computed. What is only undefined is no error but `None`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ScoringError {
    /// `SVY050`: rows, or lists that belong together, differ in length.
    #[error("row {row} has another number of entries than it must")]
    RowLength {
        /// The row, from 0.
        row: u32,
    },
    /// `SVY051`: not a finite number below 2⁵³.
    #[error("row {row} holds something that is not a finite number below 2^53")]
    NotANumber {
        /// The row, from 0.
        row: u32,
    },
    /// `SVY052`: the low end of a scale is not below its high end.
    #[error("the low end of the scale is not below its high end")]
    NoRange,
    /// `SVY053`: a reversed item, but no range to reverse it within.
    #[error("items are reversed, but the scale declares no range")]
    ReversedWithoutRange,
    /// `SVY054`: an item that the scale does not have.
    #[error("the scale has no item {item}")]
    NoSuchItem {
        /// The item, from 0.
        item: u32,
    },
    /// `SVY055`: Fleiss' kappa wants the same number of raters for every unit.
    #[error("unit {unit} was rated by another number of raters than the first")]
    UnequalRaters {
        /// The unit, from 0.
        unit: u32,
    },
    /// `SVY056`: more than is computed.
    #[error("more than {limit} of them are not computed")]
    TooMany {
        /// How many are allowed.
        limit: u32,
    },
    /// `SVY057`: a table of two coders must be square.
    #[error("the table of two coders is not square")]
    NotSquare,
    /// `SVY058`: a value that the declared order of categories does not have.
    #[error("the order of categories has no `{category}`")]
    UnknownCategory {
        /// The value.
        category: String,
    },
    /// `SVY059`: a weight or a population that is negative or not finite.
    #[error("weight {row} is negative or not finite")]
    WrongWeight {
        /// Its place in its list, from 0.
        row: u32,
    },
    /// `SVY060`: people whom nobody stands for.
    #[error("stratum `{stratum}` has people but nobody in the sample: collapse it with another")]
    EmptyStratum {
        /// The stratum.
        stratum: String,
    },
    /// `SVY061`: a stratum without a population.
    #[error("stratum `{stratum}` of row {row} has no population")]
    UnknownStratum {
        /// The row, from 0.
        row: u32,
        /// The stratum.
        stratum: String,
    },
    /// `SVY062`: targets that contradict each other.
    #[error("the targets of `{variable}` add up to another total than those of the first variable")]
    UnequalTotals {
        /// The variable.
        variable: String,
    },
    /// `SVY063`: people whom nobody stands for.
    #[error(
        "category `{category}` of `{variable}` has people but nobody in the sample: collapse it with another"
    )]
    EmptyCategory {
        /// The variable.
        variable: String,
        /// The category.
        category: String,
    },
    /// `SVY064`: a category without a target.
    #[error("category `{category}` of `{variable}` has no target")]
    NoTarget {
        /// The variable.
        variable: String,
        /// The category.
        category: String,
    },
    /// `SVY065`: raking would never or always be good enough.
    #[error("the tolerance is not above 0")]
    WrongTolerance,
}

impl ScoringError {
    /// The stable code of the error.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::RowLength { .. } => "SVY050",
            Self::NotANumber { .. } => "SVY051",
            Self::NoRange => "SVY052",
            Self::ReversedWithoutRange => "SVY053",
            Self::NoSuchItem { .. } => "SVY054",
            Self::UnequalRaters { .. } => "SVY055",
            Self::TooMany { .. } => "SVY056",
            Self::NotSquare => "SVY057",
            Self::UnknownCategory { .. } => "SVY058",
            Self::WrongWeight { .. } => "SVY059",
            Self::EmptyStratum { .. } => "SVY060",
            Self::UnknownStratum { .. } => "SVY061",
            Self::UnequalTotals { .. } => "SVY062",
            Self::EmptyCategory { .. } => "SVY063",
            Self::NoTarget { .. } => "SVY064",
            Self::WrongTolerance => "SVY065",
        }
    }
}

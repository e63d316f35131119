//! Why a questionnaire or answers could not be read.

use crate::survey::stats::StatsError;
use crate::table::TableError;
use crate::value::Id;

/// Why a call about a survey could not be carried out. No error quotes words of a questionnaire or of an answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SurveyError {
    /// It is of a newer format than this version knows.
    #[error("the document has the newer format `{format}`")]
    NewerFormat {
        /// The format as it stands.
        format: String,
    },
    /// The JSON does not say that it is what was expected.
    #[error("the JSON is not a document of `{expected}` of a known version")]
    OtherFormat {
        /// The name of the format that was expected.
        expected: String,
    },
    /// The text is not JSON.
    #[error("not JSON: {detail} (line {line}, column {column})")]
    NotJson {
        /// Line, from 1.
        line: u32,
        /// Column in bytes, from 1.
        column: u32,
        /// What is wrong.
        detail: String,
    },
    /// A field is unknown, missing or of the wrong kind.
    #[error("malformed at `{path}`: {detail} (line {line}, column {column})")]
    Malformed {
        /// Which field: names and indexes from the outermost down, `/questions/0/answer`.
        path: String,
        /// Line, from 1.
        line: u32,
        /// Column in bytes, from 1.
        column: u32,
        /// What is wrong.
        detail: String,
    },
    /// There is more of something than the product takes.
    #[error("more than {limit} {what}")]
    TooMany {
        /// What there is too much of, in English.
        what: String,
        /// How many there may be.
        limit: u32,
    },
    /// A table could not be read.
    #[error("the table cannot be read: {detail}")]
    Table {
        /// What is wrong.
        detail: String,
    },
    /// A question is asked for among those that are counted, and is none of them.
    #[error(
        "the question `{question}` is not counted: it has no steps, a skip or a constraint, is not asked in every phase, or is not there"
    )]
    NotCounted {
        /// The question.
        question: Id,
    },
    /// A column is said to hold something that the table does not have, or of which that is said twice.
    #[error("the answers have no column {column}, or it is said twice what it holds")]
    NoSuchColumn {
        /// The column, counted from 1.
        column: u32,
    },
    /// The questionnaire has no such question, or it is a note, which has no answers.
    #[error("the questionnaire has no question `{question}` that is answered")]
    NoSuchQuestion {
        /// The question asked for.
        question: Id,
    },
    /// The question has no such option that can be marked by itself.
    #[error("the question `{question}` is no multiple choice with an option `{code}`")]
    NoSuchOption {
        /// The question.
        question: Id,
        /// The option asked for.
        code: Id,
    },
    /// A count was ended, and more is asked of it.
    #[error("the count was ended already: make a new one")]
    Ended,
    /// It cannot be written as JSON.
    #[error("the document cannot be written as JSON")]
    Unwritable,
    /// The questionnaire has no such phase.
    #[error("the questionnaire has no phase `{phase}`")]
    NoSuchPhase {
        /// The phase asked for.
        phase: Id,
    },
    /// The questionnaire has no such list of options.
    #[error("the questionnaire has no list `{list}`")]
    NoSuchList {
        /// The list asked for.
        list: Id,
    },
    /// A statistic refuses what it is asked for: a level that is none.
    #[error(transparent)]
    Stats(#[from] StatsError),
}

impl From<TableError> for SurveyError {
    fn from(error: TableError) -> Self {
        Self::Table { detail: error.to_string() }
    }
}

impl SurveyError {
    /// The error's stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NewerFormat { .. } => "SRV001",
            Self::OtherFormat { .. } => "SRV002",
            Self::NotJson { .. } => "SRV003",
            Self::Malformed { .. } => "SRV004",
            Self::TooMany { .. } => "SRV005",
            Self::Table { .. } => "SRV006",
            Self::Unwritable => "SRV007",
            Self::NoSuchPhase { .. } => "SRV008",
            Self::NoSuchList { .. } => "SRV009",
            Self::NotCounted { .. } => "SRV010",
            Self::NoSuchColumn { .. } => "SRV011",
            Self::NoSuchQuestion { .. } => "SRV012",
            Self::NoSuchOption { .. } => "SRV013",
            Self::Ended => "SRV014",
            Self::Stats(error) => error.code(),
        }
    }
}

//! Mirrors of the types of `qoldau_core::survey::import`. Written by `bindings-mobile/mirror`; do not edit:
//! `QOLDAU_UPDATE=1 cargo test -p qoldau-mirror`

use qoldau_core::finding::Finding;
use qoldau_core::survey::answers::Response;
use qoldau_core::survey::import::AnswerColumn;
use qoldau_core::survey::import::ColumnUse;
use qoldau_core::survey::import::ImportOptions;
use qoldau_core::survey::import::Imported;
use qoldau_core::survey::import::ImportedColumn;
use qoldau_core::value::Id;

/// How answers are imported.
#[uniffi::remote(Record)]
pub struct ImportOptions {
    /// The phase of rows that name none.
    #[uniffi(default = None)]
    pub phase: Option<Id>,
    /// Whether people consented on paper or before the form was opened, so that rows without a column for it count as
    /// agreed. In the product's own form every record says so itself.
    #[uniffi(default = false)]
    pub consented: bool,
    /// What columns hold, whatever their headers say: corrections of `Imported::columns`. The other columns are known by their headers. Nothing for
    /// the product's own form, which has no columns.
    #[uniffi(default = [])]
    pub columns: Vec<AnswerColumn>,
}

/// What a column holds, as somebody says who knows it.
#[uniffi::remote(Record)]
pub struct AnswerColumn {
    /// The column, counted from 1 in the order of `Imported::columns`.
    pub column: u32,
    /// What it holds; `unused` for what is to be passed over.
    pub used_as: ColumnUse,
}

/// What an import gave.
#[uniffi::remote(Record)]
pub struct Imported {
    /// The records, in the order of the rows.
    pub responses: Vec<Response>,
    /// The row each record stands in, counted from 1.
    pub response_rows: Vec<u32>,
    /// The columns, in their order.
    pub columns: Vec<ImportedColumn>,
    /// How many rows there were below the header, those without a record too.
    pub rows: u32,
    /// What is to be looked at, by row (counted from 1, the header is row 1) and column.
    pub findings: Vec<Finding>,
}

/// A column with what it was taken for. It prints without its header, which in a table without headers is somebody's answer.
#[uniffi::remote(Record)]
pub struct ImportedColumn {
    /// Its header, as it stands; of counted tables empty where it is none of the questionnaire's own.
    pub header: String,
    /// What it was taken for.
    pub used_as: ColumnUse,
}

/// What a column was taken for.
#[uniffi::remote(Enum)]
pub enum ColumnUse {
    /// The answers to a question.
    Question {
        /// The question.
        question: Id,
    },
    /// Whether one option of a question was marked.
    Option {
        /// The question.
        question: Id,
        /// The option.
        code: Id,
    },
    /// The id of the record.
    Record {},
    /// When it was begun.
    Started {},
    /// When it was handed in.
    Ended {},
    /// The consent.
    Consent {},
    /// The self-made code, or one of its parts, counted from 0.
    Code {
        /// Which part; nothing for the whole code.
        part: Option<u32>,
    },
    /// The phase.
    Phase {},
    /// The language it was asked in.
    Language {},
    /// Nothing: there is a finding about it, unless it is a tool's own.
    Unused {},
}

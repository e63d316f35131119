//! Mirrors of the types of `qoldau_core::whole`. Written by `bindings-mobile/mirror`; do not edit:
//! `QOLDAU_UPDATE=1 cargo test -p qoldau-mirror`

use qoldau_core::assess::Assessment;
use qoldau_core::finding::Finding;
use qoldau_core::review::ReviewSummary;
use qoldau_core::whole::Held;
use qoldau_core::whole::RegisterForm;
use qoldau_core::whole::ReportForm;

/// A plan held against its facts on a day.
#[uniffi::remote(Record)]
pub struct Held {
    /// Where every line stands.
    pub assessment: Assessment,
    /// What reading the annex, checking the plan, reading the facts and their review give reason to say.
    pub findings: Vec<Finding>,
    /// What was answered or taken note of.
    pub folded: Vec<Finding>,
    /// Where the records of the work and the submissions stand in review.
    pub review: ReviewSummary,
}

/// What a report is rendered as.
#[uniffi::remote(Enum)]
pub enum ReportForm {
    /// Plain text without colours.
    Text,
    /// Markdown.
    Markdown,
    /// One self-contained HTML page.
    Html,
}

/// What a register is rendered as.
#[uniffi::remote(Enum)]
pub enum RegisterForm {
    /// Markdown.
    Markdown,
    /// One self-contained HTML page.
    Html,
    /// CSV, safe to open in a spreadsheet.
    Csv,
}

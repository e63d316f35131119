//! The report and the evidence register.

use qoldau_core::language::Language;
use qoldau_core::plan::Plan;
use qoldau_core::report::{self, IssuedNumber, Register, Report, ReportStyle};
use qoldau_core::value::IsoDate;
use qoldau_core::whole::{self, RegisterForm, ReportForm};

use crate::{HoldOptions, QoldauError};

/// The report of a day as a model that a host lays out itself: everything is said in the language already. Errors:
/// `FCT001` to `FCT003`.
#[uniffi::export(default(options = None))]
pub fn report(
    plan: &Plan,
    journal: Vec<u8>,
    as_of: IsoDate,
    language: Language,
    options: Option<HoldOptions>,
) -> Result<Report, QoldauError> {
    Ok(whole::report_journal(plan, &journal, as_of, language, options.unwrap_or_default().into())?)
}

/// The report of a day, ready to show, print or send. Errors: `FCT001` to `FCT003`.
#[uniffi::export(default(options = None))]
pub fn render_report(
    plan: &Plan,
    journal: Vec<u8>,
    as_of: IsoDate,
    language: Language,
    form: ReportForm,
    options: Option<HoldOptions>,
) -> Result<String, QoldauError> {
    Ok(whole::render_report(plan, &journal, as_of, language, form, options.unwrap_or_default().into())?)
}

/// The evidence register of a day as a model. `issued` are numbers that earlier registers gave; they are kept. What of the
/// journal could not be taken stands in it, and in its renderings. Errors: `FCT001` to `FCT003`.
#[uniffi::export(default(issued = [], options = None))]
pub fn register(
    plan: &Plan,
    journal: Vec<u8>,
    as_of: IsoDate,
    language: Language,
    issued: Vec<IssuedNumber>,
    options: Option<HoldOptions>,
) -> Result<Register, QoldauError> {
    Ok(whole::register_journal(
        plan,
        &journal,
        as_of,
        language,
        &issued,
        &options.unwrap_or_default().into(),
    )?)
}

/// The evidence register of a day, ready to print or to open in a spreadsheet. Errors: `FCT001` to `FCT003`.
#[uniffi::export(default(issued = [], options = None))]
pub fn render_register(
    plan: &Plan,
    journal: Vec<u8>,
    as_of: IsoDate,
    language: Language,
    form: RegisterForm,
    issued: Vec<IssuedNumber>,
    options: Option<HoldOptions>,
) -> Result<String, QoldauError> {
    Ok(whole::render_register(
        plan,
        &journal,
        as_of,
        language,
        form,
        &issued,
        &options.unwrap_or_default().into(),
    )?)
}

/// The style of the pages, for a host that shows them within its own.
#[uniffi::export]
pub fn report_style() -> Result<ReportStyle, QoldauError> {
    Ok(report::report_style())
}

//! `qoldau report` and `qoldau register`: what a coordinator hands in.

use std::io;

use qoldau_core::language::Language;
use qoldau_core::report;

use super::{Outcome, complain_of_errors};
use crate::args::{RegisterForm, ReportForm, To, Work};
use crate::trouble::Trouble;
use crate::work::{self, Held};
use crate::{output, show};

/// `qoldau report PLAN FACTS --on DATE`.
pub(super) fn report(work: &Work, form: ReportForm, to: &To, language: Language) -> Result<Outcome, Trouble> {
    let Held { plan, observations, assessment, findings, folded } = work::hold(work)?;
    let built = report::build(&plan, &assessment, &findings, &folded, &observations, language);
    let rendered = match form {
        ReportForm::Text => report::render_text(&built, to.file().is_none() && show::coloured(&io::stdout())),
        ReportForm::Markdown => report::render_markdown(&built),
        ReportForm::Html => report::render_html(&built),
    };
    output::write(&rendered, to)?;
    Ok(complain_of_errors(&findings, &plan, language))
}

/// `qoldau register PLAN FACTS --on DATE`.
pub(super) fn register(
    work: &Work,
    form: RegisterForm,
    to: &To,
    language: Language,
) -> Result<Outcome, Trouble> {
    let Held { plan, observations, assessment, findings, .. } = work::hold(work)?;
    let built = report::register(&plan, &assessment, &observations, language);
    let rendered = match form {
        RegisterForm::Markdown => report::render_register_markdown(&built),
        RegisterForm::Html => report::render_register_html(&built),
        RegisterForm::Csv => report::render_register_csv(&built),
    };
    output::write(&rendered, to)?;
    Ok(complain_of_errors(&findings, &plan, language))
}

//! `qoldau report` and `qoldau register`: what a coordinator hands in.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use qoldau_core::language::Language;
use qoldau_core::report::{self, IssuedNumber, Report};
use qoldau_core::section::ReportSection;
use qoldau_core::value::Id;
use qoldau_core::whole::{Held, register_facts};

use super::{Outcome, complain_of_errors};
use crate::args::{self, RegisterForm, ReportForm, To};
use crate::trouble::Trouble;
use crate::work::{self, Work};
use crate::{input, output, show};

/// `qoldau report PLAN FACTS --on DATE`.
pub(super) fn report(
    asked: &args::Work,
    form: ReportForm,
    sections: &[PathBuf],
    to: &To,
    language: Language,
) -> Result<Outcome, Trouble> {
    let sections = sections.iter().map(|file| section(file)).collect::<Result<_, _>>()?;
    let Work { plan, observations, held, .. } = work::hold(asked)?;
    let Held { assessment, findings, folded, review } = held;
    let built = report::build(&plan, &assessment, &findings, &folded, &review, &observations, language);
    let built = Report { sections, ..built };
    let rendered = match form {
        ReportForm::Text => report::render_text(&built, to.file().is_none() && show::coloured(&io::stdout())),
        ReportForm::Markdown => report::render_markdown(&built),
        ReportForm::Html => report::render_html(&built),
    };
    output::write(&rendered, to)?;
    Ok(complain_of_errors(&findings, &plan, language))
}

/// The longest section that is read, in bytes.
const LONGEST_SECTION: u64 = 1 << 22;

/// A section that is shown beside the report's own.
fn section(file: &Path) -> Result<ReportSection, Trouble> {
    let bytes = input::bytes(file, LONGEST_SECTION)?;
    serde_json::from_slice(&bytes).map_err(|error| Trouble::section(file, &error))
}

/// The longest file of numbers that is read, in bytes.
const LONGEST_NUMBERS: u64 = 1 << 26;

/// `qoldau register PLAN FACTS --on DATE`. With a file of numbers those it holds stay, and it is brought up to date once
/// the register is written.
pub(super) fn register(
    asked: &args::Work,
    form: RegisterForm,
    numbers: Option<&Path>,
    to: &To,
    language: Language,
) -> Result<Outcome, Trouble> {
    if let Some(file) = numbers.filter(|file| to.file().is_some_and(|to| input::is_same(to, file))) {
        return Err(Trouble::over_input(file));
    }
    let mut given = numbers.map_or_else(|| Ok(Vec::new()), given_before)?;
    let (work, built) = work::hold_with(asked, |plan, facts, options| {
        register_facts(plan, facts.clone(), asked.on, language, &given, options)
    })?;
    let Work { plan, held, .. } = work;
    let rendered = match form {
        RegisterForm::Markdown => report::render_register_markdown(&built),
        RegisterForm::Html => report::render_register_html(&built),
        RegisterForm::Csv => report::render_register_csv(&built),
    };
    output::write(&rendered, to)?;
    if let Some(file) = numbers {
        // A number whose item is gone stays in the file: it is not given again.
        let new: Vec<_> =
            report::issued(&built).into_iter().filter(|number| !given.contains(number)).collect();
        given.extend(new);
        output::to_file(&output::json(&given)?, file)?;
    }
    Ok(complain_of_errors(&held.findings, &plan, language))
}

/// The highest running number that is taken from a file: the next ones have room behind it.
const HIGHEST_NUMBER: u32 = 1_000_000_000;

/// The numbers that earlier registers gave; none where there is no file yet.
fn given_before(file: &Path) -> Result<Vec<IssuedNumber>, Trouble> {
    if !file.exists() {
        return Ok(Vec::new());
    }
    let bytes = input::bytes(file, LONGEST_NUMBERS)?;
    let given: Vec<IssuedNumber> =
        serde_json::from_slice(&bytes).map_err(|error| Trouble::numbers(file, &error))?;
    match clash(&given) {
        Some(number) => Err(Trouble::numbers_clash(file, number.line.as_str(), number.running)),
        None => Ok(given),
    }
}

/// A number that two items of one line have, or one that leaves no room behind it.
fn clash(given: &[IssuedNumber]) -> Option<&IssuedNumber> {
    let mut of: BTreeMap<(&Id, u32), &Id> = BTreeMap::new();
    for number in given {
        let first = *of.entry((&number.line, number.running)).or_insert(&number.item);
        if *first != number.item || number.running > HIGHEST_NUMBER {
            return Some(number);
        }
    }
    None
}

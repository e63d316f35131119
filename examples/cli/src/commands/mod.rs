//! The subcommands.

mod amend;
mod assess;
mod bundle;
mod heads;
mod journal;
mod pair;
mod people;
mod plan;
mod report;
mod submission;
mod survey;
mod vector;
mod words;

use std::io;

use qoldau_core::finding::{Finding, Severity};
use qoldau_core::language::Language;
use qoldau_core::plan::Plan;

use crate::args::Command;
use crate::trouble::Trouble;
use crate::{help, output, show};

/// What a command that was carried out came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Nothing is wrong.
    Fine,
    /// There are findings of error severity.
    Faulty,
}

impl Outcome {
    /// What findings make of a command.
    fn of(findings: &[Finding]) -> Self {
        let faulty = findings.iter().any(|finding| finding.severity == Severity::Error);
        if faulty { Self::Faulty } else { Self::Fine }
    }
}

/// Carries out a command.
pub(crate) fn run(command: Command, language: Language) -> Result<Outcome, Trouble> {
    match command {
        Command::Read { annex, to } => plan::read(&annex, &to, language),
        Command::Check { file, stage, facts, on, policy, json } => {
            let (facts, policy) = (facts.as_deref(), policy.as_deref());
            plan::check(&plan::Look { file: &file, stage, facts, on, policy }, json, language)
        }
        Command::Pair { file, activity, lines, to } => pair::pair(&file, &activity, &lines, &to, language),
        Command::Amend { plan, amended, agreement, date, from, answers, recorded, to } => {
            let asked =
                amend::Asked { plan: &plan, amended: &amended, agreement, date, from, answers: &answers };
            amend::amend(asked, &recorded, &to, language)
        }
        Command::People { what, list, how, to } => people::people(what, &list, &how, &to, language),
        Command::Target { text, id } => words::target(text, &id),
        Command::Due { text, period } => words::due(text, period),
        Command::Assess { work, json } => assess::assess(&work, json, language),
        Command::Report { work, form, sections, to } => report::report(&work, form, &sections, &to, language),
        Command::Register { work, form, numbers, to } => {
            report::register(&work, form, numbers.as_deref(), &to, language)
        }
        Command::Record { journal, entry } => journal::record(&journal, entry, language),
        Command::Submit { work, handing } => submission::submit(&work, handing, language),
        Command::Compare { before, now, remarks, json } => {
            submission::compare(&before, &now, &remarks, json, language)
        }
        Command::Merge { journals, compact, to } => journal::merge(&journals, compact, &to, language),
        Command::Bundle { journal, plans, files, to } => {
            bundle::bundle(&journal, &plans, files.as_deref(), &to, language)
        }
        Command::Unbundle { bundle, to } => bundle::unbundle(&bundle, &to, language),
        Command::Log { journal, json } => journal::log(&journal, json, language),
        Command::Conflicts { journal, json } => journal::conflicts(&journal, json, language),
        Command::Verify { journal, heads, keys, json } => {
            journal::verify(&journal, &heads, keys.as_deref(), json, language)
        }
        Command::Key { secret, device } => heads::key(&secret, &device),
        Command::Sign { journal, device, secret, to } => {
            heads::sign(&journal, &device, &secret, &to, language)
        }
        Command::Vector { batch } => vector::run(batch),
        Command::Survey { command } => survey::run(command, language),
        Command::Help { subcommand } => {
            let subcommand = subcommand.as_deref();
            let page = help::asked(subcommand, language);
            let page = page.ok_or_else(|| Trouble::no_command(subcommand.unwrap_or_default()))?;
            output::print(page).map(|()| Outcome::Fine)
        }
    }
}

/// Says findings on standard error.
fn complain_of(findings: &[Finding], plan: &Plan, language: Language) {
    output::complain(&show::findings(findings, plan, language, show::coloured(&io::stderr())));
}

/// Says on standard error what makes the exit code 1, and returns what the findings make of the command.
fn complain_of_errors(findings: &[Finding], plan: &Plan, language: Language) -> Outcome {
    let is_error = |finding: &&Finding| finding.severity == Severity::Error;
    let errors: Vec<Finding> = findings.iter().filter(is_error).cloned().collect();
    complain_of(&errors, plan, language);
    Outcome::of(findings)
}

//! The command `qoldau`: a small program over the library.
//!
//! It reads files, hands bytes to `qoldau-core`, and writes what comes back. Whatever it knows of grants it knows from there.

mod args;
mod commands;
mod contents;
mod given;
mod hashes;
mod held;
mod help;
mod input;
mod ledger;
mod output;
mod refusals;
mod show;
mod speech;
mod trouble;
mod usage;
mod work;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory, FromArgMatches};
use qoldau_core::language::Language;

use args::Arguments;
use commands::Outcome;

fn main() -> ExitCode {
    let given: Vec<OsString> = std::env::args_os().collect();
    let language =
        speech::asked_for(&given).unwrap_or_else(|| speech::of_environment(|name| std::env::var(name).ok()));
    let command = help::in_language(Arguments::command(), language);
    let arguments =
        command.try_get_matches_from(&given).and_then(|matches| Arguments::from_arg_matches(&matches));
    match arguments {
        Ok(arguments) => run(arguments, language),
        Err(error) => refuse(&error, &given, language),
    }
}

fn run(arguments: Arguments, language: Language) -> ExitCode {
    match commands::run(arguments.command, language) {
        Ok(Outcome::Fine) => ExitCode::SUCCESS,
        Ok(Outcome::Faulty) => ExitCode::from(1),
        Err(trouble) => {
            output::complain(&format!("qoldau: {}\n", trouble.say(language)));
            ExitCode::from(2)
        }
    }
}

/// Answers arguments that ask for help or cannot be carried out.
fn refuse(error: &clap::Error, given: &[OsString], language: Language) -> ExitCode {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => match output::print(&error.to_string()) {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::from(2),
        },
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            output::complain(&error.to_string());
            ExitCode::from(2)
        }
        _ => {
            let known = Arguments::command();
            let mut words = given.iter().skip(1).filter_map(|word| word.to_str());
            let subcommand = words.find(|word| known.find_subcommand(word).is_some());
            output::complain(&usage::say(error, subcommand, language));
            ExitCode::from(2)
        }
    }
}

//! The command `qoldau`: a small program over the library.
//!
//! It reads files, hands bytes to `qoldau-core`, and writes what comes back. Whatever it knows of grants it knows from there.

mod args;
mod commands;
mod input;
mod output;
mod refusals;
mod show;
mod speech;
mod trouble;
mod work;

use std::process::ExitCode;

use clap::Parser;

use args::Arguments;
use commands::Outcome;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let language =
        arguments.language.unwrap_or_else(|| speech::of_environment(|name| std::env::var(name).ok()));
    match commands::run(arguments.command, language) {
        Ok(Outcome::Fine) => ExitCode::SUCCESS,
        Ok(Outcome::Faulty) => ExitCode::from(1),
        Err(trouble) => {
            output::complain(&format!("qoldau: {}\n", trouble.say(language)));
            ExitCode::from(2)
        }
    }
}

//! What the command can do, in three languages: the pages `help/*.txt`.

use clap::Command;
use qoldau_core::language::Language;

/// The name of the page of the command itself.
const WHOLE: &str = "qoldau";

/// The page of the command or of one of its subcommands.
pub(crate) fn page(name: &str, language: Language) -> Option<&'static str> {
    let pages = match language {
        Language::Kazakh => include_str!("help/kk.txt"),
        Language::Russian => include_str!("help/ru.txt"),
        Language::English => include_str!("help/en.txt"),
    };
    let of = |page: &'static str| page.split_once('\n').filter(|(title, _)| *title == name);
    pages.split("== ").filter_map(of).map(|(_, words)| words).next()
}

/// The page of a subcommand; without one the command's own.
pub(crate) fn asked(subcommand: Option<&str>, language: Language) -> Option<&'static str> {
    page(subcommand.unwrap_or(WHOLE), language)
}

/// The command with its pages in a language.
pub(crate) fn in_language(command: Command, language: Language) -> Command {
    with_pages(command, "", language)
}

/// A command and those below it with their pages; that of `lint` below `survey` is called `survey lint`.
fn with_pages(command: Command, path: &str, language: Language) -> Command {
    let subcommands: Vec<String> =
        command.get_subcommands().map(|known| known.get_name().to_owned()).collect();
    let command = match page(if path.is_empty() { WHOLE } else { path }, language) {
        Some(words) => command.override_help(words),
        None => command,
    };
    subcommands.into_iter().fold(command, |command, name| {
        let path = format!("{path} {name}").trim_start().to_owned();
        command.mut_subcommand(name, |subcommand| with_pages(subcommand, &path, language))
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use clap::CommandFactory;

    use super::*;
    use crate::args::Arguments;

    /// The options of a page: `--on`, `-o`.
    fn options(page: &str) -> BTreeSet<String> {
        let lines = page.lines().filter(|line| line.trim_start().starts_with('-'));
        lines
            .flat_map(|line| line.trim_start().split("  ").next().unwrap_or_default().split([' ', ',']))
            .filter(|word| word.starts_with('-'))
            .map(str::to_owned)
            .collect()
    }

    #[test]
    fn every_page_names_what_its_command_takes_and_nothing_else() {
        let mut whole = Arguments::command();
        whole.build();
        let mut commands: Vec<(String, &Command)> = whole
            .get_subcommands()
            .filter(|known| known.get_name() != "help")
            .map(|known| (known.get_name().to_owned(), known))
            .collect();
        let below: Vec<(String, &Command)> = commands
            .iter()
            .flat_map(|(path, command)| {
                command.get_subcommands().map(move |known| (format!("{path} {}", known.get_name()), known))
            })
            .collect();
        commands.extend(below);
        commands.push((WHOLE.to_owned(), &whole));
        for language in Language::ALL {
            for (path, command) in &commands {
                let page = page(path, language).expect("a page");
                let mut known = BTreeSet::new();
                for argument in command.get_arguments() {
                    known.extend(argument.get_long().map(|long| format!("--{long}")));
                    known.extend(argument.get_short().map(|short| format!("-{short}")));
                    let names = argument.get_value_names().unwrap_or_default();
                    if argument.is_positional() {
                        assert!(page.contains(&format!("\n  <{}>", names[0])), "{page}");
                    }
                    if !argument.get_action().takes_values() {
                        continue;
                    }
                    for value in argument.get_possible_values() {
                        assert!(page.contains(value.get_name()), "{}: {page}", value.get_name());
                    }
                    assert!(
                        names.iter().all(|name| page.contains(&format!("<{name}>"))),
                        "{names:?}: {page}"
                    );
                }
                assert_eq!(options(page), known, "{path}");
            }
        }
    }

    #[test]
    fn the_first_page_names_every_subcommand() {
        for language in Language::ALL {
            let page = page(WHOLE, language).expect("a page");
            for command in Arguments::command().get_subcommands() {
                assert!(page.contains(&format!("\n  {} ", command.get_name())), "{page}");
            }
        }
    }

    #[test]
    fn no_line_of_a_page_is_too_wide_for_a_terminal() {
        for words in [include_str!("help/kk.txt"), include_str!("help/ru.txt"), include_str!("help/en.txt")] {
            for line in words.lines() {
                assert!(line.chars().count() <= 128, "{line}");
            }
        }
    }
}

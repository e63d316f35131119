//! What the command takes.

mod people;
mod survey;

use std::path::{Path, PathBuf};

use clap::{Args, Parser, Subcommand, ValueEnum};
use qoldau_core::annex::PairChoice;
use qoldau_core::language::Language;
use qoldau_core::value::{DateRange, Id, IsoDate};

pub(crate) use people::{ColumnGiven, Decided, PeopleHow, PeopleWork, event_id};
pub(crate) use survey::{AskedSample, Counting, Scoring, SurveyCommand};

/// Reads a grant contract's annex, checks it, holds facts against it, and reports where every promised line stands.
///
/// FILE may be `-`, which is standard input. Exit codes: 0 carried out; 1 carried out, and there are findings of
/// error severity; 2 cannot be carried out.
#[derive(Debug, Parser)]
#[command(name = "qoldau", version, disable_help_subcommand = true)]
pub(crate) struct Arguments {
    /// Language of what is said [default: the environment's, else kk]
    #[arg(long, global = true, value_name = "kk|ru|en", value_parser = language)]
    pub(crate) language: Option<Language>,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Read an annex (.docx or text): the plan as JSON to standard output, findings to standard error
    Read {
        /// The annex
        annex: PathBuf,
        #[command(flatten)]
        to: To,
    },
    /// Check a plan or an annex: what needs a decision, a file or an agreement
    Check {
        /// An annex (.docx or text) or a plan (JSON)
        file: PathBuf,
        /// What the plan is: a draft, whose wording can still change, or signed
        #[arg(long, value_name = "STAGE", value_enum, default_value_t = Stage::Signed)]
        stage: Stage,
        /// A journal of facts: what it answers or takes note of folds away
        #[arg(long, value_name = "FILE")]
        facts: Option<PathBuf>,
        /// The day until which the journal is taken into account; all of it without a day
        #[arg(long, value_name = "DATE", requires = "facts")]
        on: Option<IsoDate>,
        /// Policy (JSON): thresholds, and severities that differ from the rules' own
        #[arg(long, value_name = "FILE")]
        policy: Option<PathBuf>,
        /// Write the findings as JSON
        #[arg(long)]
        json: bool,
    },
    /// Pair the names and values of an activity that could not be paired for certain
    Pair {
        /// An annex (.docx or text) or a plan (JSON)
        file: PathBuf,
        /// Number or id of the activity
        activity: String,
        /// One line: the numbers of its names and of its values
        #[arg(long = "line", value_name = "NAMES=VALUES", value_parser = choice)]
        lines: Vec<PairChoice>,
        #[command(flatten)]
        to: To,
    },
    /// Hold the annex of a supplementary agreement against the plan, and make it the plan's next edition
    Amend {
        /// The plan in force (JSON), or its annex (.docx or text)
        plan: PathBuf,
        /// The new annex (.docx or text), or a plan (JSON) it was read into
        amended: PathBuf,
        /// Number of the agreement
        #[arg(long, value_name = "NUMBER")]
        agreement: String,
        /// Date of the agreement
        #[arg(long, value_name = "DATE")]
        date: IsoDate,
        /// First day the new annex is in force
        #[arg(long, value_name = "DATE")]
        from: IsoDate,
        /// What one part of the new annex is: its number or id, and that of the part of the plan; none where it is new
        #[arg(long = "answer", value_name = "NEW=OLD", value_parser = answer)]
        answers: Vec<Answer>,
        #[command(flatten)]
        recorded: Recorded,
        #[command(flatten)]
        to: To,
    },
    /// Read the targets out of the words of a cell, as JSON
    Target {
        /// The words, such as "кемінде 2 пост, 7 хат"
        #[arg(allow_hyphen_values = true)]
        text: String,
        /// Id of the line: the targets are called ID.1, ID.2 …
        #[arg(long, default_value = "target")]
        id: Id,
    },
    /// Read a deadline out of its words, as JSON
    Due {
        /// The words, such as "Маусым-Қыркүйек"
        #[arg(allow_hyphen_values = true)]
        text: String,
        /// The project's time: gives a year to a bare month
        #[arg(long, value_name = "START..END", value_parser = period)]
        period: Option<DateRange>,
    },
    /// Hold facts against a plan: where every line stands on a day
    Assess {
        #[command(flatten)]
        work: Work,
        /// Write the assessment as JSON
        #[arg(long)]
        json: bool,
    },
    /// Write the report of a day
    Report {
        #[command(flatten)]
        work: Work,
        /// The form of the report
        #[arg(long = "as", value_name = "FORM", value_enum, default_value_t = ReportForm::Text)]
        form: ReportForm,
        /// A section that is shown beside its own, as `survey --section` writes one
        #[arg(long = "section", value_name = "FILE")]
        sections: Vec<PathBuf>,
        #[command(flatten)]
        to: To,
    },
    /// Write the register of the evidence: per line, numbered, with what is missing
    Register {
        #[command(flatten)]
        work: Work,
        /// The form of the register
        #[arg(long = "as", value_name = "FORM", value_enum, default_value_t = RegisterForm::Markdown)]
        form: RegisterForm,
        /// The numbers that earlier registers gave; they stay, and the file is brought up to date
        #[arg(long, value_name = "FILE")]
        numbers: Option<PathBuf>,
        #[command(flatten)]
        to: To,
    },
    /// Record an entry into a journal, sealed and linked; its id goes to standard output
    Record {
        /// The journal; it is made where it is not there yet
        journal: PathBuf,
        #[command(flatten)]
        entry: Entry,
    },
    /// Freeze what counts on a day into a package for the operator, and record that it was handed in
    Submit {
        #[command(flatten)]
        work: Work,
        #[command(flatten)]
        handing: Handing,
    },
    /// Say what differs between two packages, line by line
    Compare {
        /// The package that was handed in before
        before: PathBuf,
        /// The package of now
        now: PathBuf,
        #[command(flatten)]
        remarks: Remarks,
        /// Write what differs as JSON
        #[arg(long)]
        json: bool,
    },
    /// Join journals of one plan: the same result whatever their order
    Merge {
        /// The journals
        #[arg(required = true, num_args = 1..)]
        journals: Vec<PathBuf>,
        /// Write the compact form, for a messenger, instead of JSON lines
        #[arg(long)]
        compact: bool,
        #[command(flatten)]
        to: To,
    },
    /// Put a plan, a journal and the list of its files into one file for a messenger
    Bundle {
        /// The journal
        journal: PathBuf,
        /// The plan (JSON), or its annex (.docx or text); once for each edition
        #[arg(long = "plan", value_name = "FILE")]
        plans: Vec<PathBuf>,
        /// A folder with the files that are in hand; they are known by their hashes
        #[arg(long, value_name = "FOLDER")]
        files: Option<PathBuf>,
        #[command(flatten)]
        to: To,
    },
    /// Take a bundle apart: its plans and its journal as files, and which of its files are in hand
    Unbundle {
        /// The bundle
        bundle: PathBuf,
        /// The folder they go to; nothing in it is overwritten
        #[arg(long, value_name = "FOLDER")]
        to: PathBuf,
    },
    /// List the entries of a journal in order of time
    Log {
        /// The journal
        journal: PathBuf,
        /// Write the entries as they stand, one JSON line each
        #[arg(long)]
        json: bool,
    },
    /// Show what people have to settle in a journal, with the entries beside each other
    Conflicts {
        /// The journal
        journal: PathBuf,
        /// Write the conflicts as JSON
        #[arg(long)]
        json: bool,
    },
    /// Say whether entries of a journal were altered, dropped or forged
    Verify {
        /// The journal
        journal: PathBuf,
        /// A signed head, kept from before; once for each
        #[arg(long = "head", value_name = "FILE", requires = "keys")]
        heads: Vec<PathBuf>,
        /// The keys of the devices (JSON): rows of device and key, as their owners gave them
        #[arg(long, value_name = "FILE", requires = "heads")]
        keys: Option<PathBuf>,
        /// Write the verification as JSON
        #[arg(long)]
        json: bool,
    },
    /// Show the public key of a device's secret key, which is made where it is not there yet
    Key {
        /// The secret key
        secret: PathBuf,
        /// The device
        #[arg(long, value_name = "ID")]
        device: String,
    },
    /// Sign the end of a device's chain, so that entries cut off later show
    Sign {
        /// The journal
        journal: PathBuf,
        /// The device
        #[arg(long, value_name = "ID")]
        device: String,
        /// The device's secret key
        #[arg(long, value_name = "FILE")]
        secret: PathBuf,
        #[command(flatten)]
        to: To,
    },
    /// Reckon a statistic of a survey that is asked for as JSON on standard input
    Vector {
        /// A request a line, an answer a line
        #[arg(long)]
        batch: bool,
    },
    /// Lint a questionnaire, score the answers of a survey, compare its phases
    #[command(disable_help_subcommand = true)]
    Survey {
        #[command(subcommand)]
        command: SurveyCommand,
    },
    /// Read a list of people, find who stands on it more than once, show what cannot be told, record what was decided
    People {
        /// What to do: import, duplicates, review, reach, pair, decide, export or erase
        #[arg(value_name = "WHAT", value_enum)]
        what: PeopleWork,
        /// The list (CSV or .xlsx); for reach also a journal; for decide, export and erase the journal
        list: PathBuf,
        #[command(flatten)]
        how: PeopleHow,
        #[command(flatten)]
        to: To,
    },
    /// Print the help of the command or of a subcommand
    Help {
        /// The subcommand
        subcommand: Option<String>,
    },
}

/// The plan, the facts and the day they are held together on.
#[derive(Debug, Args)]
pub(crate) struct Work {
    /// An annex (.docx or text) or a plan (JSON)
    pub(crate) plan: PathBuf,
    /// The facts: a journal, one JSON entry a line
    pub(crate) facts: PathBuf,
    /// The day it is to be true of; facts after it are not looked at
    #[arg(long, value_name = "DATE")]
    pub(crate) on: IsoDate,
    /// A reporting period whose figures are shown beside the cumulative ones
    #[arg(long, value_name = "START..END", value_parser = period)]
    pub(crate) period: Option<DateRange>,
    /// Policy (JSON): thresholds and defaults
    #[arg(long, value_name = "FILE")]
    pub(crate) policy: Option<PathBuf>,
    /// Another edition of the plan: every day is judged by the one that was in force
    #[arg(long = "edition", value_name = "FILE")]
    pub(crate) editions: Vec<PathBuf>,
    /// Who is what in the review (JSON): rows of author and role
    #[arg(long, value_name = "FILE")]
    pub(crate) roles: Option<PathBuf>,
    /// A folder with the files that are in hand: recorded files that are not in it are told of
    #[arg(long, value_name = "FOLDER")]
    pub(crate) files: Option<PathBuf>,
}

/// How a package is handed in.
#[derive(Debug, Args)]
pub(crate) struct Handing {
    /// Date of the letter or act it goes with
    #[arg(long, value_name = "DATE")]
    pub(crate) date: IsoDate,
    /// Number of the letter or act
    #[arg(long, value_name = "NUMBER")]
    pub(crate) number: Option<String>,
    /// Who hands it in: an id, not a name
    #[arg(long, value_name = "ID")]
    pub(crate) author: String,
    /// The device: an id that no other device bears
    #[arg(long, value_name = "ID")]
    pub(crate) device: String,
    /// The file of the package, which is not there yet
    #[arg(short = 'o', long = "output", value_name = "FILE")]
    pub(crate) package: PathBuf,
}

/// Where the operator's remarks on a package are found.
#[derive(Debug, Args)]
pub(crate) struct Remarks {
    /// An annex (.docx or text) or a plan (JSON)
    #[arg(long, value_name = "FILE", requires = "facts")]
    pub(crate) plan: Option<PathBuf>,
    /// The journal with the submission and the remarks on it
    #[arg(long, value_name = "FILE", requires = "plan")]
    pub(crate) facts: Option<PathBuf>,
    /// The day until which the journal is taken into account; all of it without a day
    #[arg(long, value_name = "DATE", requires = "facts")]
    pub(crate) on: Option<IsoDate>,
    /// Who is what in the review (JSON): rows of author and role
    #[arg(long, value_name = "FILE", requires = "facts")]
    pub(crate) roles: Option<PathBuf>,
}

/// What is recorded, by whom and where.
#[derive(Debug, Args)]
pub(crate) struct Entry {
    /// The kind of the entry, such as reading
    #[arg(long, value_name = "KIND")]
    pub(crate) kind: String,
    /// What it says: a JSON object, or `-` for standard input
    #[arg(long, value_name = "JSON")]
    pub(crate) body: String,
    /// Civil date of the fact
    #[arg(long, value_name = "DATE")]
    pub(crate) on: IsoDate,
    /// Who records it: an id, not a name
    #[arg(long, value_name = "ID")]
    pub(crate) author: String,
    /// The device: an id that no other device bears
    #[arg(long, value_name = "ID")]
    pub(crate) device: String,
    /// An entry it replaces; once for each
    #[arg(long, value_name = "ID")]
    pub(crate) replaces: Vec<Id>,
    /// Id of the plan, where the journal is made
    #[arg(long, value_name = "ID")]
    pub(crate) plan: Option<Id>,
}

/// Where an amendment of the plan is recorded, and by whom.
#[derive(Debug, Args)]
pub(crate) struct Recorded {
    /// The journal into which the amendment is recorded once the next edition is written
    #[arg(long = "record", value_name = "JOURNAL", requires_all = ["output", "author", "device"])]
    pub(crate) journal: Option<PathBuf>,
    /// Who records it: an id, not a name
    #[arg(long, value_name = "ID", requires = "journal")]
    pub(crate) author: Option<String>,
    /// The device: an id that no other device bears
    #[arg(long, value_name = "ID", requires = "journal")]
    pub(crate) device: Option<String>,
}

/// Where the result goes.
#[derive(Debug, Args)]
pub(crate) struct To {
    /// Write to this file, whole or not at all, instead of standard output
    #[arg(short = 'o', long = "output", value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

impl To {
    /// The file it goes to; nothing for standard output, which `-` means too.
    pub(crate) fn file(&self) -> Option<&Path> {
        self.output.as_deref().filter(|file| file.as_os_str() != "-")
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Stage {
    Draft,
    Signed,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReportForm {
    Text,
    Markdown,
    Html,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum RegisterForm {
    Markdown,
    Html,
    Csv,
}

fn language(tag: &str) -> Result<Language, String> {
    Language::from_tag(tag).ok_or_else(|| "one of kk, ru, en".into())
}

/// What one part of a new annex is, by numbers or ids as they were given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Answer {
    pub(crate) new: String,
    /// Nothing where it is new.
    pub(crate) old: Option<String>,
}

/// An answer: a part of the new annex, an equals sign, a part of the plan or nothing.
fn answer(text: &str) -> Result<Answer, String> {
    let (new, old) = text.split_once('=').ok_or("no equals sign")?;
    let (new, old) = (new.trim(), old.trim());
    if new.is_empty() {
        return Err("no part of the new annex".into());
    }
    Ok(Answer { new: new.into(), old: (!old.is_empty()).then(|| old.into()) })
}

/// A line of a pairing: numbers of names, an equals sign, numbers of values; counted from 1 as they are listed.
fn choice(text: &str) -> Result<PairChoice, String> {
    let (names, values) = text.split_once('=').ok_or("no equals sign")?;
    let index = |number: &str| {
        let number = number.trim().parse::<u32>().ok();
        number.and_then(|number| number.checked_sub(1)).ok_or_else(|| String::from("a number from 1 on"))
    };
    let numbers = |list: &str| match list.trim() {
        "" => Ok(Vec::new()),
        list => list.split(',').map(index).collect::<Result<Vec<u32>, String>>(),
    };
    Ok(PairChoice { names: numbers(names)?, values: numbers(values)? })
}

/// Days from START to END, both included.
fn period(text: &str) -> Result<DateRange, String> {
    let form = "two dates, START..END, such as 2024-05-01..2024-10-31";
    let (start, end) = text.split_once("..").ok_or(form)?;
    let date = |part: &str| part.parse::<IsoDate>().map_err(|error| error.to_string());
    let range = DateRange { start: date(start)?, end: date(end)? };
    if range.start <= range.end { Ok(range) } else { Err("the end lies before the start".into()) }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_arguments_are_consistent() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn a_line_of_a_pairing_is_numbers_around_an_equals_sign() {
        let of = |names: &[u32], values: &[u32]| PairChoice { names: names.into(), values: values.into() };
        assert_eq!(choice("1=1"), Ok(of(&[0], &[0])));
        assert_eq!(choice(" 2, 3 = 2"), Ok(of(&[1, 2], &[1])));
        assert_eq!(choice("4="), Ok(of(&[3], &[])));
        for bad in ["", "1", "0=1", "a=b", "1,=1", "-1=1"] {
            assert!(choice(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn an_answer_is_two_parts_around_an_equals_sign() {
        let of = |new: &str, old: Option<&str>| Answer { new: new.into(), old: old.map(Into::into) };
        assert_eq!(answer("3.6 = t3-5"), Ok(of("3.6", Some("t3-5"))));
        assert_eq!(answer("3.6="), Ok(of("3.6", None)));
        for bad in ["", "3.6", "=3.5", " = "] {
            assert!(answer(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_period_is_two_dates_in_order() {
        let june = period("2024-06-01..2024-06-30").unwrap();
        assert_eq!(
            (june.start.to_string(), june.end.to_string()),
            ("2024-06-01".into(), "2024-06-30".into())
        );
        for bad in ["", "2024-06-01", "2024-06-01...2024-06-30", "2024-06-30..2024-06-01", "..", "a..b"] {
            assert!(period(bad).is_err(), "{bad}");
        }
    }
}

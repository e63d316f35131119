//! Why the command could not be carried out.

use std::io;
use std::path::Path;

use qoldau_core::annex::ReadError;
use qoldau_core::bundle::BundleError;
use qoldau_core::facts::FactsError;
use qoldau_core::finding::{Param, fill};
use qoldau_core::journal::JournalError;
use qoldau_core::language::{Language, Saying};
use qoldau_core::package::PackageError;
use qoldau_core::people::duplicates::DuplicateError;
use qoldau_core::people::registry::RegistryError;
use qoldau_core::plan::PlanError;
use qoldau_core::rule;
use qoldau_core::survey::questionnaire::SurveyError;
use qoldau_core::survey::stats::StatsError;

use crate::given::Kind;
use crate::input::is_stdin;
use crate::{refusals, speech};
use qoldau_core::value::IsoDate;

/// Why the command could not be carried out: exit code 2. It names a file and a fault, never words of a document.
#[derive(Debug)]
pub(crate) struct Trouble {
    saying: Saying,
    words: Vec<(&'static str, Word)>,
    /// The stable code: the library's, or one of the command's own, `CLI…`.
    code: &'static str,
    /// The library's own English words, where they say more.
    detail: Option<String>,
}

/// A word of a complaint.
#[derive(Debug)]
pub(crate) enum Word {
    /// Said as it stands.
    Plain(String),
    /// Said in the reader's language.
    Said(Saying),
    /// A number.
    Number(u32),
}

impl Trouble {
    fn new(saying: Saying, code: &'static str) -> Self {
        Self { saying, words: Vec::new(), code, detail: None }
    }

    /// A trouble with a file.
    pub(crate) fn of_file(saying: Saying, code: &'static str, file: &Path) -> Self {
        let named =
            if is_stdin(file) { Word::Said(speech::STDIN) } else { Word::Plain(file.display().to_string()) };
        Self::new(saying, code).with([("file", named)])
    }

    /// The same with further words.
    pub(crate) fn with(mut self, words: impl IntoIterator<Item = (&'static str, Word)>) -> Self {
        self.words.extend(words);
        self
    }

    /// The same with the library's own words.
    pub(crate) fn detailed(self, error: &dyn std::error::Error) -> Self {
        Self { detail: Some(error.to_string()), ..self }
    }

    /// A file could not be read.
    pub(crate) fn reading(file: &Path, error: &io::Error) -> Self {
        let (saying, code) = match error.kind() {
            io::ErrorKind::NotFound => (speech::NOT_FOUND, "CLI001"),
            io::ErrorKind::PermissionDenied => (speech::NOT_ALLOWED, "CLI002"),
            io::ErrorKind::IsADirectory => (speech::A_FOLDER, "CLI004"),
            _ => (speech::UNREADABLE, "CLI003"),
        };
        Self::of_file(saying, code, file)
    }

    /// A file could not be written.
    pub(crate) fn writing(file: &Path, error: &io::Error) -> Self {
        if is_stdin(file) {
            return Self::new(speech::UNWRITABLE, "CLI005").with([("file", Word::Said(speech::STDOUT))]);
        }
        let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty() && !folder.is_dir());
        match (error.kind(), folder) {
            (io::ErrorKind::NotFound | io::ErrorKind::NotADirectory, Some(folder)) => {
                Self::of_file(speech::NO_FOLDER, "CLI006", folder)
            }
            (io::ErrorKind::PermissionDenied, _) => Self::of_file(speech::NOT_ALLOWED, "CLI002", file),
            (io::ErrorKind::IsADirectory, _) => Self::of_file(speech::A_FOLDER, "CLI004", file),
            _ => Self::of_file(speech::UNWRITABLE, "CLI005", file),
        }
    }

    /// A text is not UTF-8.
    pub(crate) fn not_utf8(file: &Path) -> Self {
        Self::of_file(speech::NOT_UTF8, "CLI007", file)
    }

    /// A table of which a quotation mark opens a cell and none closes it; the first row is 0.
    pub(crate) fn unclosed_quote(file: &Path, row: u32) -> Self {
        let row = Word::Plain(row.saturating_add(1).to_string());
        Self::of_file(speech::UNCLOSED_QUOTE, "CLI028", file).with([("row", row)])
    }

    /// Two files are to come from standard input.
    pub(crate) fn one_stdin() -> Self {
        Self::new(speech::ONE_STDIN, "CLI008")
    }

    /// A file is not a policy.
    pub(crate) fn policy(file: &Path, error: &serde_json::Error) -> Self {
        Self::at(speech::NO_POLICY, "CLI009", file, error)
    }

    /// A file does not say who is what in the review.
    pub(crate) fn roles(file: &Path, error: &serde_json::Error) -> Self {
        Self::at(speech::NO_ROLES, "CLI011", file, error)
    }

    /// A file holds no keys of devices.
    pub(crate) fn keys(file: &Path, error: &serde_json::Error) -> Self {
        Self::at(speech::NO_KEYS, "CLI016", file, error)
    }

    /// A file is no signed head.
    pub(crate) fn head(file: &Path, error: &serde_json::Error) -> Self {
        Self::at(speech::NO_HEAD, "CLI017", file, error)
    }

    /// A file is no secret key.
    pub(crate) fn no_secret(file: &Path) -> Self {
        Self::of_file(speech::NO_SECRET, "CLI018", file)
    }

    /// A journal is not one to which lines are appended.
    pub(crate) fn not_lines(file: &Path) -> Self {
        Self::of_file(speech::NOT_LINES, "CLI013", file)
    }

    /// The rules of review do not allow the submission; the findings say why.
    pub(crate) fn not_submitted(file: &Path) -> Self {
        Self::of_file(speech::NOT_SUBMITTED, "CLI014", file)
    }

    /// A package would show the state of a day after the one it is handed in on.
    pub(crate) fn after_its_date(on: IsoDate, date: IsoDate) -> Self {
        Self::new(speech::AFTER_ITS_DATE, "CLI029")
            .with([("on", Word::Plain(on.to_string())), ("date", Word::Plain(date.to_string()))])
    }

    /// The journal knows of no submission of a package.
    pub(crate) fn no_submission(file: &Path) -> Self {
        Self::of_file(speech::NO_SUBMISSION, "CLI015", file)
    }

    /// The library refuses a package, or cannot make one.
    pub(crate) fn package(file: &Path, error: &PackageError) -> Self {
        match error {
            PackageError::Journal(error) => Self::facts(file, error),
            error => refusals::of_package(file, error),
        }
    }

    /// A file does not hold the numbers of a register.
    pub(crate) fn numbers(file: &Path, error: &serde_json::Error) -> Self {
        Self::at(speech::NO_NUMBERS, "CLI010", file, error)
    }

    /// A file is no section of a report.
    pub(crate) fn section(file: &Path, error: &serde_json::Error) -> Self {
        Self::at(speech::NO_SECTION, "CLI024", file, error)
    }

    /// A file holds no match rules or decisions about people.
    pub(crate) fn people_file(file: &Path, error: &serde_json::Error) -> Self {
        Self::at(speech::NO_PEOPLE_FILE, "CLI019", file, error)
    }

    /// A file is no registry of people. What is wrong is told by its place alone.
    pub(crate) fn registry(file: &Path, error: &RegistryError) -> Self {
        Self::of_file(speech::NO_REGISTRY, error.code(), file).detailed(error)
    }

    /// A period ends before it begins.
    pub(crate) fn no_period() -> Self {
        Self::new(speech::NO_PERIOD, "CLI025")
    }

    /// A day lies outside the period that is asked for.
    pub(crate) fn outside_period() -> Self {
        Self::new(speech::OUTSIDE_PERIOD, "CLI034")
    }

    /// An event is asked for that is nowhere.
    pub(crate) fn no_event(event: &str) -> Self {
        Self::new(speech::NO_EVENT, "CLI035").with([("event", Word::Plain(event.into()))])
    }

    /// A setting of a policy cannot be read.
    pub(crate) fn setting(file: &Path, setting: &'static str) -> Self {
        Self::of_file(speech::SETTING_UNREAD, "CLI036", file).with([("setting", Word::Plain(setting.into()))])
    }

    /// A list has no such column.
    pub(crate) fn no_column(file: &Path, column: &str) -> Self {
        Self::of_file(speech::NO_COLUMN, "CLI020", file).with([("column", Word::Plain(column.into()))])
    }

    /// People are to be told apart by more than three kinds of values.
    pub(crate) fn too_many_kinds() -> Self {
        Self::new(speech::TOO_MANY_KINDS, "CLI033")
    }

    /// Two lists are to be paired, and one is not named.
    pub(crate) fn nothing_to_pair_with() -> Self {
        Self::new(speech::NOTHING_TO_PAIR_WITH, "CLI032")
    }

    /// A decision about two ids lacks something.
    pub(crate) fn decision_missing(option: &str) -> Self {
        Self::new(speech::DECISION_MISSING, "CLI026").with([("option", Word::Plain(option.into()))])
    }

    /// Whom to write out or to take out, or of which registry, is not said.
    pub(crate) fn person_missing(option: &str) -> Self {
        Self::new(speech::PERSON_MISSING, "CLI037").with([("option", Word::Plain(option.into()))])
    }

    /// Neither the registry nor the journal has the id of a person.
    pub(crate) fn nobody() -> Self {
        Self::new(speech::NOBODY, "CLI038")
    }

    /// There is no decision that could be taken back.
    pub(crate) fn nothing_decided(file: &Path) -> Self {
        Self::of_file(speech::NOTHING_DECIDED, "CLI027", file)
    }

    /// The library refuses a list of people.
    pub(crate) fn people(file: &Path, error: DuplicateError) -> Self {
        match error {
            DuplicateError::TooManyRows => Self::of_file(speech::TOO_MANY_ROWS, error.code(), file),
        }
    }

    /// A fault at a place of a JSON file.
    fn at(saying: Saying, code: &'static str, file: &Path, error: &serde_json::Error) -> Self {
        let number = |count: usize| Word::Number(u32::try_from(count).unwrap_or(u32::MAX));
        let trouble = Self::of_file(saying, code, file)
            .with([("line", number(error.line())), ("column", number(error.column()))]);
        // A name that is not known or missing is told; a value may be anybody's and is not.
        let names_a_field = ["unknown field", "missing field"];
        let said = error.to_string();
        if names_a_field.iter().any(|fault| said.starts_with(fault)) {
            trouble.detailed(error)
        } else {
            trouble
        }
    }

    /// A file is of another kind than the one wanted at its place; the code is the one of its refusal.
    pub(crate) fn mistaken(file: &Path, given: Kind, wanted: Saying, code: &'static str) -> Self {
        let words = [("given", Word::Said(given.name())), ("wanted", Word::Said(wanted))];
        Self::of_file(speech::MISTAKEN, code, file).with(words)
    }

    /// The library refuses an annex.
    pub(crate) fn annex(file: &Path, error: ReadError) -> Self {
        refusals::of_annex(file, error)
    }

    /// The library refuses a plan.
    pub(crate) fn plan(file: &Path, error: &PlanError) -> Self {
        refusals::of_plan(file, error)
    }

    /// The library refuses a journal.
    pub(crate) fn facts(file: &Path, error: &FactsError) -> Self {
        refusals::of_facts(file, error)
    }

    /// The library refuses something of a journal.
    pub(crate) fn journal(file: &Path, error: &JournalError) -> Self {
        let of_file = |saying| Self::of_file(saying, error.code(), file);
        match error {
            JournalError::Unreadable(error) => Self::facts(file, error),
            JournalError::OtherPlan { ours, theirs } => of_file(speech::OTHER_PLAN)
                .with([("ours", Word::Plain(ours.to_string())), ("theirs", Word::Plain(theirs.to_string()))]),
            JournalError::Refused { code, field } => match rule(code) {
                Some(rule) => {
                    let field = field.iter().map(|field| ("field", Word::Plain(field.clone())));
                    Self::new(rule.message, rule.code).with(field)
                }
                None => of_file(speech::CANNOT_RECORD).detailed(error),
            },
            _ => of_file(speech::CANNOT_RECORD).detailed(error),
        }
    }

    /// The library refuses a bundle, or cannot make one.
    pub(crate) fn bundle(file: &Path, error: &BundleError) -> Self {
        match error {
            BundleError::Plan(error) => Self::plan(file, error),
            BundleError::Journal(error) => Self::journal(file, error),
            error => refusals::of_bundle(file, error),
        }
    }

    /// A file stands where a new one is to be written, and is not overwritten.
    pub(crate) fn in_the_way(file: &Path) -> Self {
        Self::of_file(speech::IN_THE_WAY, "CLI012", file)
    }

    /// A result would be written over a file that it was made from.
    pub(crate) fn over_input(file: &Path) -> Self {
        Self::of_file(speech::OVER_INPUT, "CLI039", file)
    }

    /// A policy weighs a rule that there is not.
    pub(crate) fn no_rule(file: &Path, rule: &str) -> Self {
        Self::of_file(speech::NO_RULE, "CLI040", file).with([("rule", Word::Plain(rule.into()))])
    }

    /// The numbers of a register that cannot have been given: one twice, or none that leaves room for the next.
    pub(crate) fn numbers_clash(file: &Path, line: &str, number: u32) -> Self {
        let words = [("line", Word::Plain(line.into())), ("number", Word::Plain(number.to_string()))];
        Self::of_file(speech::NUMBERS_CLASH, "CLI041", file).with(words)
    }

    /// A file with lines that could not be read would be replaced by a journal without them.
    pub(crate) fn would_lose(file: &Path) -> Self {
        Self::of_file(speech::WOULD_LOSE, "CLI030", file)
    }

    /// The journal cannot learn of an amendment: it has adopted another plan of that number, or this one already.
    pub(crate) fn not_amended(file: &Path) -> Self {
        Self::of_file(speech::NOT_AMENDED, "CLI031", file)
    }

    /// The plan has no such activity.
    pub(crate) fn no_activity(named: &str) -> Self {
        Self::new(speech::NO_ACTIVITY, "ANX020").with([("activity", Word::Plain(named.into()))])
    }

    /// An activity has nothing to pair.
    pub(crate) fn nothing_unpaired(named: &str) -> Self {
        Self::new(speech::NOTHING_UNPAIRED, "ANX021").with([("activity", Word::Plain(named.into()))])
    }

    /// A pairing cannot be carried out.
    pub(crate) fn pairing(saying: Saying, code: &'static str, named: &str) -> Self {
        Self::new(saying, code).with([("number", Word::Plain(named.into()))])
    }

    /// The library refuses a file of a survey.
    pub(crate) fn survey(file: &Path, error: &SurveyError) -> Self {
        Self::of_file(speech::NO_SURVEY, error.code(), file).detailed(error)
    }

    /// A sample size that cannot be reckoned.
    pub(crate) fn sample(error: &StatsError) -> Self {
        Self::new(speech::NO_SAMPLE, error.code()).detailed(error)
    }

    /// A questionnaire has no two phases.
    pub(crate) fn no_phases(file: &Path) -> Self {
        Self::of_file(speech::NO_PHASES, "CLI022", file)
    }

    /// A questionnaire has no such phase.
    pub(crate) fn no_phase(named: &str) -> Self {
        Self::new(speech::NO_PHASE, "CLI023").with([("phase", Word::Plain(named.into()))])
    }

    /// There is no such subcommand to help with.
    pub(crate) fn no_command(named: &str) -> Self {
        Self::new(speech::NO_COMMAND, "CLI000").with([("command", Word::Plain(named.into()))])
    }

    /// The trouble in words: what it is, its code, and on a line of their own the library's words.
    pub(crate) fn say(&self, language: Language) -> String {
        let param = |(name, word): &(&'static str, Word)| match word {
            Word::Plain(text) => Param::number(name, text),
            Word::Said(saying) => Param::number(name, saying.get(language)),
            Word::Number(number) => Param::amount(name, (*number).into()),
        };
        let params: Vec<Param> = self.words.iter().map(param).collect();
        let mut said = fill(self.saying.get(language), &params, language);
        said.push_str(" (");
        said.push_str(self.code);
        said.push(')');
        if let Some(detail) = &self.detail {
            said.push_str("\n    ");
            said.push_str(&speech::said(&speech::DETAIL, &[("detail", detail)], language));
        }
        said
    }
}

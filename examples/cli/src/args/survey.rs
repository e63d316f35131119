//! What `qoldau survey` takes.

use std::num::NonZeroU32;
use std::path::PathBuf;

use clap::{Args, Subcommand};
use qoldau_core::survey::import::{AnswerColumn, ColumnUse};
use qoldau_core::value::{Amount, Id};

#[derive(Debug, Subcommand)]
pub(crate) enum SurveyCommand {
    /// Say what is wrong with a questionnaire
    Lint {
        /// The questionnaire (JSON)
        questionnaire: PathBuf,
        /// The questionnaire of the next phase: what it asks otherwise
        #[arg(long, value_name = "QUESTIONNAIRE")]
        second: Option<PathBuf>,
        /// Write the findings as JSON
        #[arg(long)]
        json: bool,
    },
    /// Score the answers of one phase
    Score {
        /// The questionnaire (JSON)
        questionnaire: PathBuf,
        /// The answers: CSV, or JSON; or a tally of paper questionnaires
        answers: PathBuf,
        /// The phase of answers that name none
        #[arg(long, value_name = "PHASE")]
        phase: Option<String>,
        #[command(flatten)]
        how: Scoring,
    },
    /// Count the answers of a large survey in one pass
    Count {
        /// The questionnaire (JSON)
        questionnaire: PathBuf,
        /// The answers (CSV)
        answers: PathBuf,
        #[command(flatten)]
        how: Counting,
    },
    /// Compare two phases
    Compare {
        /// The questionnaire (JSON)
        questionnaire: PathBuf,
        /// The answers of the first phase: CSV, or JSON
        first: PathBuf,
        /// The answers of the second phase: CSV, or JSON
        second: PathBuf,
        /// The folder the charts go to
        #[arg(long, value_name = "FOLDER")]
        charts: Option<PathBuf>,
        /// In how many characters two codes of one person may differ, 0 to 2
        #[arg(long, value_name = "NUMBER", default_value_t = 0, value_parser = clap::value_parser!(u32).range(0..=2))]
        differences: u32,
        #[command(flatten)]
        how: Scoring,
    },
    /// Say how many must answer for a share to be known well enough
    Sample {
        #[command(flatten)]
        asked: AskedSample,
        /// Write the numbers as JSON
        #[arg(long)]
        json: bool,
    },
    /// Say what sessions of focus groups lack
    Focus {
        /// A session, or a list of them (JSON)
        sessions: PathBuf,
        /// Write the findings as JSON
        #[arg(long)]
        json: bool,
    },
    /// Reckon a statistic of a survey that is asked for as JSON on standard input
    Vector {
        /// A request a line, an answer a line
        #[arg(long)]
        batch: bool,
    },
}

/// How the answers of a large survey are counted.
#[derive(Debug, Args)]
pub(crate) struct Counting {
    /// The header of the column that rows are grouped by
    #[arg(long, value_name = "COLUMN")]
    pub(crate) by: Option<String>,
    /// The header of the column with the self-made code
    #[arg(long, value_name = "COLUMN")]
    pub(crate) code: Option<String>,
    /// The phase of rows that name none
    #[arg(long, value_name = "PHASE")]
    pub(crate) phase: Option<String>,
    /// A question whose top steps are held against each other pair by pair
    #[arg(long, value_name = "QUESTION")]
    pub(crate) follow: Vec<Id>,
    /// How many threads count; with more than one the whole table is held in memory
    #[arg(long, value_name = "NUMBER", default_value = "1")]
    pub(crate) threads: NonZeroU32,
    /// People agreed to take part on paper, or before the form was opened
    #[arg(long)]
    pub(crate) consented: bool,
    /// The smallest number of people of whom anything is shown
    #[arg(long, value_name = "NUMBER", default_value_t = 5)]
    pub(crate) smallest: u32,
}

/// How answers are taken and scored.
#[derive(Debug, Args)]
pub(crate) struct Scoring {
    /// People agreed to take part on paper, or before the form was opened
    #[arg(long)]
    pub(crate) consented: bool,
    /// What a column holds, by its number, whatever its header says
    #[arg(long = "column", value_name = "NUMBER=WHAT", value_parser = answer_column)]
    pub(crate) columns: Vec<AnswerColumn>,
    /// The smallest number of people of whom anything is shown
    #[arg(long, value_name = "NUMBER", default_value_t = 5)]
    pub(crate) smallest: u32,
    /// Write the scores as JSON
    #[arg(long)]
    pub(crate) json: bool,
    /// Write them as a section for the report
    #[arg(long, conflicts_with = "json")]
    pub(crate) section: bool,
}

/// What a column holds: its number from 1, an equals sign, a question, a question with one of its options (`interests/sport`), or one of
/// `:record :started :ended :consent :code :code1 … :phase :language :unused`.
fn answer_column(text: &str) -> Result<AnswerColumn, String> {
    let (number, what) = text.split_once('=').ok_or("no equals sign")?;
    let column = number.trim().parse().map_err(|_| "a number from 1 on")?;
    let id = |name: &str| name.parse::<Id>().map_err(|error| error.to_string());
    let used_as = match what.trim() {
        ":record" => ColumnUse::Record {},
        ":started" => ColumnUse::Started {},
        ":ended" => ColumnUse::Ended {},
        ":consent" => ColumnUse::Consent {},
        ":code" => ColumnUse::Code { part: None },
        ":phase" => ColumnUse::Phase {},
        ":language" => ColumnUse::Language {},
        ":unused" => ColumnUse::Unused {},
        other => match (other.strip_prefix(":code"), other.split_once('/')) {
            (Some(part), _) => {
                let part = part.parse::<u32>().ok().and_then(|part| part.checked_sub(1));
                ColumnUse::Code { part: Some(part.ok_or("a number of a part from 1 on")?) }
            }
            _ if other.starts_with(':') => return Err("no such use of a column".into()),
            (None, Some((question, code))) => ColumnUse::Option { question: id(question)?, code: id(code)? },
            (None, None) => ColumnUse::Question { question: id(other)? },
        },
    };
    Ok(AnswerColumn { column, used_as })
}

/// How a share is to be known.
#[derive(Debug, Args)]
pub(crate) struct AskedSample {
    /// How far the share may be off, from 0 to 1
    #[arg(long, value_name = "SHARE", default_value = "0.05")]
    pub(crate) margin: Amount,
    /// The share that is expected, from 0 to 1; half of all needs the most answers
    #[arg(long, value_name = "SHARE", default_value = "0.5")]
    pub(crate) share: Amount,
    /// The confidence level, above 0 and below 1
    #[arg(long, value_name = "LEVEL", default_value = "0.95")]
    pub(crate) level: Amount,
    /// The size of a population
    #[arg(long = "population", value_name = "NUMBER")]
    pub(crate) populations: Vec<u32>,
    /// How much more whole classes or villages vary than people drawn one by one
    #[arg(long, value_name = "TIMES")]
    pub(crate) design_effect: Option<Amount>,
    /// The share of those asked who will answer, from 0 to 1
    #[arg(long, value_name = "SHARE", conflicts_with = "answered")]
    pub(crate) response_rate: Option<Amount>,
    /// Say the margin that so many answers give, instead of the number for a margin
    #[arg(long, value_name = "NUMBER", conflicts_with = "margin")]
    pub(crate) answered: Option<u32>,
}

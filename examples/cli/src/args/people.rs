//! What `qoldau people` takes.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use qoldau_core::people::import::PersonColumn;
use qoldau_core::people::reach::ReachDimension;
use qoldau_core::value::{Id, IsoDate};
use sha2::{Digest as _, Sha256};

use crate::hashes::hexadecimal;

/// What is done with a list of people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum PeopleWork {
    /// Read it, and say what could not be read.
    Import,
    /// Find rows that are one person.
    Duplicates,
    /// Show the pairs that a human has to decide.
    Review,
    /// Say how many people it comes to.
    Reach,
    /// Say who of it is who of a registry, or of another list.
    Pair,
    /// Record into a journal what was decided of two ids.
    Decide,
    /// Write all that a registry and a journal hold of one person.
    Export,
    /// Write the registry without one person.
    Erase,
}

/// What is decided of two ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Decided {
    /// They are one person.
    #[value(name = "same")]
    Same,
    /// They are two.
    #[value(name = "notSame")]
    NotSame,
    /// Nobody can tell.
    #[value(name = "unsure")]
    Unsure,
    /// What was decided before is taken back.
    #[value(name = "undo")]
    Undo,
}

/// How a list of people is read and compared.
#[derive(Debug, Args)]
pub(crate) struct PeopleHow {
    /// What a column holds, by its number from 1 or its heading: 2=name; nothing after the sign leaves a column out
    #[arg(long = "column", value_name = "COLUMN=KIND", value_parser = column)]
    pub(crate) columns: Vec<ColumnGiven>,
    /// Match rules (JSON)
    #[arg(long, value_name = "FILE")]
    pub(crate) rules: Option<PathBuf>,
    /// What people decided of pairs (JSON), or a journal with their decisions
    #[arg(long, value_name = "FILE")]
    pub(crate) decisions: Option<PathBuf>,
    /// The registry of the people whose ids a journal has (JSON)
    #[arg(long, value_name = "FILE")]
    pub(crate) registry: Option<PathBuf>,
    /// For pair: the registry (JSON) or the other list
    #[arg(long = "with", value_name = "FILE")]
    pub(crate) with: Option<PathBuf>,
    /// What people are told apart by, up to three
    #[arg(long, value_name = "KIND,...", value_delimiter = ',', value_parser = dimension)]
    pub(crate) by: Vec<ReachDimension>,
    /// The first day that counts
    #[arg(long, value_name = "DATE")]
    pub(crate) from: Option<IsoDate>,
    /// The last day that counts
    #[arg(long, value_name = "DATE")]
    pub(crate) until: Option<IsoDate>,
    /// The day of a list, on which ages are told; for a journal the day as of which it and consents are taken, and the last day without --until
    #[arg(long, value_name = "DATE")]
    pub(crate) on: Option<IsoDate>,
    /// An event that counts; once for each, all without any
    #[arg(long = "event", value_name = "ID", value_parser = event)]
    pub(crate) events: Vec<Id>,
    /// Who is young, and from which number on counts are shown (JSON)
    #[arg(long, value_name = "FILE")]
    pub(crate) policy: Option<PathBuf>,
    /// Write the whole answer as JSON
    #[arg(long)]
    pub(crate) json: bool,
    /// For decide: the id of a person or a row; for export and erase the id of the person
    #[arg(long, value_name = "ID")]
    pub(crate) one: Option<Id>,
    /// For decide: the id of the other
    #[arg(long, value_name = "ID")]
    pub(crate) other: Option<Id>,
    /// For decide: what was decided
    #[arg(long, value_name = "VERDICT", value_enum)]
    pub(crate) verdict: Option<Decided>,
    /// For decide: who decided
    #[arg(long, value_name = "WHO")]
    pub(crate) author: Option<String>,
    /// For decide: the device it is recorded on
    #[arg(long, value_name = "ID")]
    pub(crate) device: Option<String>,
    /// For decide: id of the plan, where the journal is made
    #[arg(long, value_name = "ID")]
    pub(crate) plan: Option<Id>,
}

/// An event as it is named.
fn event(text: &str) -> Result<Id, String> {
    event_id(text).ok_or_else(|| "no event".to_owned())
}

/// The id of the event that a list names. A name too long for an id, or with a line end in it, is cut, and told from others that begin so by a hash of
/// the whole of it; so the same name is the same event wherever it stands. Nothing for no name.
pub(crate) fn event_id(name: &str) -> Option<Id> {
    /// Bytes of a cut name; the hash behind it takes the rest of what an id may have.
    const KEPT: usize = 90;
    let name = name.trim();
    if name.is_empty() {
        return None;
    }
    name.parse().ok().or_else(|| {
        let hash = hexadecimal(&Sha256::digest(name.as_bytes()));
        let mut kept = String::new();
        for letter in name.chars().filter(|letter| !letter.is_control()) {
            if kept.len().saturating_add(letter.len_utf8()) > KEPT {
                break;
            }
            kept.push(letter);
        }
        format!("{kept}… {}", hash.get(..16)?).parse().ok()
    })
}

/// What a column was said to hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ColumnGiven {
    /// Its number or its heading, as given.
    pub(crate) column: String,
    /// Nothing where it is to be left out.
    pub(crate) holds: Option<PersonColumn>,
}

/// A column and what it holds.
fn column(text: &str) -> Result<ColumnGiven, String> {
    let (column, kind) = text.rsplit_once('=').ok_or("no equals sign")?;
    let holds = match kind.trim() {
        "" => None,
        kind => Some(
            PersonColumn::ALL
                .into_iter()
                .find(|known| known.name() == kind)
                .ok_or("no such kind of column")?,
        ),
    };
    Ok(ColumnGiven { column: column.trim().into(), holds })
}

/// What people are told apart by.
fn dimension(text: &str) -> Result<ReachDimension, String> {
    use ReachDimension as By;
    match text {
        "sex" => Ok(By::Sex),
        "age" => Ok(By::Age),
        "settlement" => Ok(By::Settlement),
        "organisation" => Ok(By::Organisation),
        "category" => Ok(By::Category),
        "history" => Ok(By::History),
        _ => Err("one of sex, age, settlement, organisation, category, history".into()),
    }
}

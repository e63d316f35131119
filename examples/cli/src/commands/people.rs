//! `qoldau people`: lists of people, read and counted honestly.

mod decide;
mod list;
mod mark;
mod pair;
mod person;
mod reach;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use qoldau_core::facts::{FactsRead, ReachDimension, observe};
use qoldau_core::finding::{Finding, Param, ParamValue, Place, Severity};
use qoldau_core::language::{Language, Saying, word};
use qoldau_core::people::duplicates::{
    DuplicateOptions, Duplicates, ListedPerson, PairDecision, PairVerdict, ProbablePair, UnsureReason,
    find_duplicates,
};
use qoldau_core::people::identity::read_birth;
use qoldau_core::people::import::{ColumnChoice, PeopleTable, SheetColumns};
use qoldau_core::people::observe::people_of_journal;
use qoldau_core::people::reach::{MOST_DIMENSIONS, PersonFacts};
use qoldau_core::people::registry::{Registry, read_registry};
use qoldau_core::rule;
use qoldau_core::value::IsoDate;
use serde::de::DeserializeOwned;

use self::list::{List, is_workbook_file, read};
use self::mark::{Rows, held_against};
use super::Outcome;
use crate::args::{PeopleHow, PeopleWork, To};
use crate::show::in_sheet;
use crate::trouble::Trouble;
use crate::{input, ledger, output, speech, work};

/// The longest file of rules or decisions that is read, in bytes.
const LONGEST_RULES: u64 = 1 << 26;

/// `qoldau people WHAT LIST`.
pub(super) fn people(
    what: PeopleWork,
    list: &Path,
    how: &PeopleHow,
    to: &To,
    language: Language,
) -> Result<Outcome, Trouble> {
    let others = [&how.rules, &how.decisions, &how.registry, &how.with];
    let files = others.into_iter().filter_map(|file| file.as_deref()).chain([list]);
    input::one_stdin(files)?;
    if matches!(what, PeopleWork::Decide | PeopleWork::Export | PeopleWork::Erase) {
        return of_ids(what, list, how, to, language);
    }
    let kinds: BTreeSet<ReachDimension> = how.by.iter().copied().collect();
    if kinds.len() > MOST_DIMENSIONS {
        return Err(Trouble::too_many_kinds());
    }
    if what == PeopleWork::Reach && input::is_journal(list)? && !is_workbook_file(list)? {
        return reach::of_journal(list, how, to, language);
    }
    let read = read(list, &how.columns)?;
    match what {
        PeopleWork::Import => import(&read, to, language),
        PeopleWork::Decide | PeopleWork::Export | PeopleWork::Erase => of_ids(what, list, how, to, language),
        PeopleWork::Pair => pair::pair(list, &read, how, to, language),
        PeopleWork::Duplicates => {
            let found = find(list, &read, how, how.json)?;
            let text = if how.json { output::json(&found.duplicates)? } else { pairs(&found.duplicates) };
            output::write(&text, to)?;
            output::complain(&summary(&read, &found, None, language));
            Ok(found.outcome())
        }
        PeopleWork::Reach => {
            let found = find(list, &read, how, false)?;
            let said = summary(&read, &found, how.on, language);
            reach::of_list(&read.table, &found, how, said, to, language)
        }
        PeopleWork::Review => {
            let found = find(list, &read, how, true)?;
            let is_open = |pair: &&ProbablePair| pair.reason.is_some();
            let mut open: Vec<ProbablePair> =
                found.duplicates.pairs.iter().filter(is_open).cloned().collect();
            Rows::of(&read).mark(&mut open);
            output::write(&if how.json { output::json(&open)? } else { queue(&open, language) }, to)?;
            output::complain(&summary(&read, &found, None, language));
            Ok(found.outcome())
        }
    }
}

/// What is done with a journal and the ids of people in it.
fn of_ids(
    what: PeopleWork,
    journal: &Path,
    how: &PeopleHow,
    to: &To,
    language: Language,
) -> Result<Outcome, Trouble> {
    match what {
        PeopleWork::Export => person::export(journal, how, to, language),
        PeopleWork::Erase => person::erase(journal, how, to, language),
        _ => decide::decide(journal, how, language),
    }
}

fn import(read: &List, to: &To, language: Language) -> Result<Outcome, Trouble> {
    output::write(&read.json()?, to)?;
    output::complain(&columns(read, language));
    output::complain(&findings(&read.table.findings, language));
    Ok(Outcome::of(&read.table.findings))
}

/// Which rows of a list are one person, with what was found in the journal of decisions.
struct Found {
    duplicates: Duplicates,
    of_journal: Vec<Finding>,
}

impl Found {
    fn outcome(&self) -> Outcome {
        Outcome::of(&[self.duplicates.findings.clone(), self.of_journal.clone()].concat())
    }
}

fn find(list: &Path, read: &List, how: &PeopleHow, evidence: bool) -> Result<Found, Trouble> {
    let (decisions, of_journal) = decisions(how.decisions.as_deref())?;
    let rows = Rows::of(read);
    let (decisions, doubtful) = held_against(&rows, Some(&rows), decisions);
    let options = DuplicateOptions { rules: given(how.rules.as_deref())?, decisions, evidence };
    let mut duplicates =
        find_duplicates(&read.table.people, &options).map_err(|error| Trouble::people(list, error))?;
    duplicates.findings.extend(doubtful);
    Ok(Found { duplicates, of_journal })
}

/// What people decided of pairs: a JSON file of decisions, or a journal with decisions as entries and what was found in reading it.
fn decisions(file: Option<&Path>) -> Result<(Vec<PairDecision>, Vec<Finding>), Trouble> {
    match file {
        Some(journal) if input::is_journal(journal)? => {
            let last = IsoDate::new(9999, 12, 31).ok_or_else(Trouble::no_period)?;
            let FactsRead { entries, findings, .. } = work::facts(journal)?;
            Ok((people_of_journal(&observe(entries), last).decisions, findings))
        }
        file => Ok((given(file)?, Vec::new())),
    }
}

/// The registry of a file.
fn registry(file: &Path) -> Result<Registry, Trouble> {
    /// The longest registry that is read, in bytes.
    const LONGEST: u64 = 1 << 30;
    read_registry(&input::bytes(file, LONGEST)?).map_err(|error| Trouble::registry(file, &error))
}

/// A JSON file of rules or decisions; nothing where none is given.
fn given<T: DeserializeOwned>(file: Option<&Path>) -> Result<Vec<T>, Trouble> {
    let Some(file) = file else { return Ok(Vec::new()) };
    serde_json::from_slice(&input::bytes(file, LONGEST_RULES)?)
        .map_err(|error| Trouble::people_file(file, &error))
}

/// The pairs that are one person, as a table.
fn pairs(found: &Duplicates) -> String {
    let mut out = String::from("row_a,row_b\n");
    for pair in found.pairs.iter().filter(|pair| pair.verdict == PairVerdict::Same) {
        let _ = writeln!(out, "{},{}", field(pair.one.as_str()), field(pair.other.as_str()));
    }
    out
}

/// A field of a table, in quotation marks where it needs them.
fn field(text: &str) -> String {
    if text.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.into()
    }
}

/// The pairs that a human has to decide: by their rows, never by what stands in them.
fn queue(open: &[ProbablePair], language: Language) -> String {
    let mut out = String::new();
    for pair in open {
        let reason = pair.reason.map_or("", |reason| reason.saying().get(language));
        let percent = pair.probability * 100.0;
        let taken = match pair.verdict {
            PairVerdict::Same => format!("{}. ", speech::TAKEN_FOR_ONE.get(language)),
            _ => String::new(),
        };
        let _ = writeln!(out, "{} – {}: {percent:.0} %. {taken}{reason}", pair.one, pair.other);
        for evidence in &pair.evidence {
            let name = word(evidence.field.key(), language).unwrap_or(evidence.field.key());
            let _ = writeln!(
                out,
                "    {:+.1}  {name}: {}",
                evidence.bits,
                evidence.agreement.saying().get(language)
            );
        }
    }
    out
}

/// How many people there are, between which bounds, and what cannot be told. With the day of the list two digits of a year are of one century.
fn summary(read: &List, found: &Found, day: Option<IsoDate>, language: Language) -> String {
    let Found { duplicates: found, of_journal } = found;
    let mut out = columns(read, language);
    let mut line = |saying: Saying, params: &[(&str, &str)]| {
        let _ = writeln!(out, "{}", speech::said(&saying, params, language));
    };
    let texts = [found.rows, found.persons, found.persons_at_least, found.persons_at_most]
        .map(|count| count.to_string());
    let [rows, persons, least, most] = &texts;
    line(speech::PEOPLE_COUNTED, &[("rows", rows), ("persons", persons), ("least", least), ("most", most)]);
    for unsure in found.unsure.iter().filter(|unsure| unsure.pairs > 0) {
        let pairs = unsure.pairs.to_string();
        line(speech::CANNOT_TELL, &[("reason", unsure.reason.saying().get(language)), ("count", &pairs)]);
    }
    for (reason, pairs) in joined_in_doubt(found) {
        let pairs = pairs.to_string();
        line(speech::JOINED_IN_DOUBT, &[("reason", reason.saying().get(language)), ("count", &pairs)]);
    }
    let is_unread = |finding: &&Finding| finding.severity == Severity::Warning && finding.code != "PPL046";
    let unread = read.table.findings.iter().filter(is_unread).count();
    if unread > 0 {
        line(speech::UNREAD_CELLS, &[("count", &unread.to_string())]);
    }
    out.push_str(&left_out(&read.table, day, language));
    out.push_str(&ledger::findings(of_journal, language));
    out.push_str(&findings(&found.findings, language));
    out
}

/// How many pairs are taken for one person and might be two, by reason.
fn joined_in_doubt(found: &Duplicates) -> BTreeMap<UnsureReason, u32> {
    let mut counts = BTreeMap::new();
    let joined = found.pairs.iter().filter(|pair| pair.verdict == PairVerdict::Same);
    for reason in joined.filter_map(|pair| pair.reason) {
        let count: &mut u32 = counts.entry(reason).or_default();
        *count = count.saturating_add(1);
    }
    counts
}

/// What was not counted as people, or stays unknown: each rule once, with how many rows it is of.
fn left_out(table: &PeopleTable, day: Option<IsoDate>, language: Language) -> String {
    let found = &table.findings;
    let whole = |finding: &&Finding| {
        matches!(finding.code.as_str(), "PPL009" | "PPL024" | "PPL029" | "PPL036" | "PPL044")
    };
    let mut told: Vec<Finding> = found.iter().filter(whole).cloned().collect();
    for rule in ["PPL023", "PPL035", "PPL046"].into_iter().filter_map(rule) {
        let of_rule = found.iter().filter(|finding| finding.code == rule.code);
        let has_day = day.is_some() || table.days.iter().any(Option::is_some);
        let rows: u64 = if has_day && rule.code == "PPL035" {
            u64::try_from(century_open(table, day)).unwrap_or(u64::MAX)
        } else {
            of_rule.map(rows_of).sum()
        };
        if let Some(rows) = usize::try_from(rows).ok().filter(|rows| *rows > 0) {
            told.push(Finding::new(rule, Place::Whole {}).param(Param::count("count", rows)));
        }
    }
    findings(&told, language)
}

/// Of how many rows it is not known even with their day, or that of the list, which century two digits of the year are of.
fn century_open(table: &PeopleTable, day: Option<IsoDate>) -> usize {
    let is_open = |((row, stated), own): &((&ListedPerson, &PersonFacts), &Option<IsoDate>)| {
        let is_date = |latest: i32| {
            row.birth.as_ref().is_some_and(|birth| read_birth(birth.reveal(), latest).is_some())
        };
        match own.or(day) {
            Some(day) => is_date(day.year()) && reach::born_on(row, stated, day).is_none(),
            None => is_date(2099) && stated.birth.is_none(),
        }
    };
    table.people.iter().zip(&table.facts).zip(&table.days).filter(is_open).count()
}

/// How many rows a finding is of.
fn rows_of(finding: &Finding) -> u64 {
    let count =
        |value: &ParamValue| if let ParamValue::Count { count } = value { u64::from(*count) } else { 1 };
    finding.params.iter().find(|param| param.name == "count").map_or(1, |param| count(&param.value))
}

/// What the columns were taken for, of a workbook sheet by sheet.
fn columns(read: &List, language: Language) -> String {
    let line = |columns: &[ColumnChoice]| {
        let taken: Vec<String> =
            columns.iter().map(|choice| format!("{}={}", choice.column, choice.holds.name())).collect();
        speech::said(&speech::COLUMNS_TAKEN, &[("columns", &taken.join(" "))], language) + "\n"
    };
    if read.sheets.is_empty() {
        return line(&read.table.columns);
    }
    let of_sheet = |taken: &SheetColumns| {
        let sheet = in_sheet(taken.sheet, taken.heading_row.unwrap_or(0), 0, language);
        format!("{sheet}. {}", line(&taken.columns))
    };
    read.sheets.iter().map(of_sheet).collect()
}

/// Findings of a list in words, one a line.
fn findings(findings: &[Finding], language: Language) -> String {
    let mut out = String::new();
    for finding in findings {
        let place = match &finding.place {
            Place::Sheet { sheet, row, column } => {
                format!(" ({})", in_sheet(*sheet, *row, *column, language))
            }
            Place::Row { row: 0, column } => {
                let column = column.to_string();
                format!(" ({})", speech::said(&speech::IN_COLUMN, &[("column", &column)], language))
            }
            Place::Row { row, column } => {
                let numbers = [row.to_string(), column.to_string()];
                let [row, column] = &numbers;
                format!(
                    " ({})",
                    speech::said(&speech::ROW_AND_COLUMN, &[("row", row), ("column", column)], language)
                )
            }
            _ => String::new(),
        };
        let text = rule(&finding.code).map(|rule| rule.say(finding, language)).unwrap_or_default();
        let _ = writeln!(out, "{}{place}: {text}", finding.code);
    }
    out
}

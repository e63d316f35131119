//! `qoldau people pair`: who of a list is who of a registry, or of another list.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use qoldau_core::language::Language;
use qoldau_core::people::duplicates::{
    DuplicateOptions, ListPairing, ListedPerson, UnsureReason, pair_lists,
};
use qoldau_core::people::registry::registry_rows;

use super::list::{List, is_workbook_file, read};
use super::mark::{Rows, held_against};
use super::{Outcome, columns, decisions, field, findings, given, registry};
use crate::args::{PeopleHow, To};
use crate::trouble::Trouble;
use crate::{input, ledger, output, speech};

/// `qoldau people pair LIST --with REGISTRY`: each row with one partner at most, as a table of ids or whole as JSON.
pub(super) fn pair(
    list: &Path,
    first: &List,
    how: &PeopleHow,
    to: &To,
    language: Language,
) -> Result<Outcome, Trouble> {
    let with = how.with.as_deref().ok_or_else(Trouble::nothing_to_pair_with)?;
    let second = others(with, how)?;
    let (decisions, of_journal) = decisions(how.decisions.as_deref())?;
    let rows = Rows::of(first);
    let others = if let Others::List(list) = &second { Some(Rows::of(list)) } else { None };
    let (decisions, doubtful) = held_against(&rows, others.as_ref(), decisions);
    let options = DuplicateOptions { rules: given(how.rules.as_deref())?, decisions, evidence: how.json };
    let (people, of_second) = match &second {
        Others::List(list) => (&list.table.people, columns(list, language)),
        Others::Registry(people) => (people, String::new()),
    };
    let mut paired =
        pair_lists(&first.table.people, people, &options).map_err(|error| Trouble::people(list, error))?;
    paired.findings.extend(doubtful);
    output::write(&if how.json { output::json(&paired)? } else { table(&paired) }, to)?;
    output::complain(&columns(first, language));
    output::complain(&of_second);
    output::complain(&summary(&paired, language));
    output::complain(&ledger::findings(&of_journal, language));
    output::complain(&findings(&paired.findings, language));
    Ok(Outcome::of(&[paired.findings, of_journal].concat()))
}

/// What a list is paired with.
enum Others {
    List(List),
    /// The people of a registry.
    Registry(Vec<ListedPerson>),
}

/// What the list is paired with: a registry by its first sign, else a list.
fn others(file: &Path, how: &PeopleHow) -> Result<Others, Trouble> {
    if !input::is_journal(file)? || is_workbook_file(file)? {
        return read(file, &how.columns).map(Others::List);
    }
    Ok(Others::Registry(registry_rows(&registry(file)?)))
}

/// The pairs as a table.
fn table(paired: &ListPairing) -> String {
    let mut out = String::from("row_a,row_b\n");
    for pair in &paired.pairs {
        let _ = writeln!(out, "{},{}", field(pair.one.as_str()), field(pair.other.as_str()));
    }
    out
}

/// How many were paired, who is alone, and what cannot be told.
fn summary(paired: &ListPairing, language: Language) -> String {
    let counts = [paired.pairs.len(), paired.only_first.len(), paired.only_second.len()];
    let [pairs, first, second] = counts.map(|count| count.to_string());
    let params = [("pairs", pairs.as_str()), ("first", first.as_str()), ("second", second.as_str())];
    let mut out = speech::said(&speech::PAIRED, &params, language) + "\n";
    let mut unsure: BTreeMap<UnsureReason, usize> = BTreeMap::new();
    for reason in paired.unsure.iter().filter_map(|pair| pair.reason) {
        let count = unsure.entry(reason).or_default();
        *count = count.saturating_add(1);
    }
    for (reason, count) in unsure {
        let (reason, count) = (reason.saying().get(language), count.to_string());
        let said = speech::said(&speech::CANNOT_TELL, &[("reason", reason), ("count", &count)], language);
        let _ = writeln!(out, "{said}");
    }
    out
}

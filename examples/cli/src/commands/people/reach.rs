//! `qoldau people reach`: how many people a list or a journal comes to, with small counts hidden.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use qoldau_core::facts::{FactsRead, observe};
use qoldau_core::language::{Language, Saying};
use qoldau_core::people::duplicates::ListedPerson;
use qoldau_core::people::identity::{Birth, read_birth_on};
use qoldau_core::people::import::{FEMALE, MALE, PeopleTable};
use qoldau_core::people::observe::people_of_journal;
use qoldau_core::people::reach::{
    Attendance, CountedEvent, Headcount, PersonFacts, ReachDimension, ReachPolicy, ReachQuestion, ReachValue,
    ShownReach, ShownRow, count_groups, count_reach, one_spelling, show_reach,
};
use qoldau_core::people::registry::{Registry, check_registry, read_registry, registry_facts};
use qoldau_core::value::{DateRange, Id, IsoDate};

use super::{Found, Outcome, findings};
use crate::args::{PeopleHow, To, event_id};
use crate::trouble::Trouble;
use crate::{input, ledger, output, speech, work};

/// The longest registry or policy that is read, in bytes.
const LONGEST: u64 = 1 << 30;

/// What reach is counted from.
struct Counted {
    people: Vec<PersonFacts>,
    attendances: Vec<Attendance>,
    headcounts: Vec<Headcount>,
    groups: Vec<CountedEvent>,
    period: DateRange,
    said: String,
    outcome: Outcome,
}

/// Reach of a journal whose people are ids, with a registry where one is given.
pub(super) fn of_journal(
    journal: &Path,
    how: &PeopleHow,
    to: &To,
    language: Language,
) -> Result<Outcome, Trouble> {
    let FactsRead { entries, findings: of_journal, .. } = work::facts(journal)?;
    let period = period(how, how.on)?;
    let people = people_of_journal(&observe(entries), period.end);
    let registry = match &how.registry {
        Some(file) => {
            let read = read_registry(&input::bytes(file, LONGEST)?);
            read.map_err(|error| Trouble::registry(file, &error))?
        }
        None => Registry::default(),
    };
    // Consents are those of today, which the command does not know, or of the day that is given.
    let found = how.on.map(|on| check_registry(&registry, on)).unwrap_or_default();
    let found = [found, people.same.findings.clone()].concat();
    let counted = Counted {
        people: registry_facts(&registry, &people.same),
        attendances: people.attendances,
        headcounts: people.headcounts,
        groups: people.events,
        period,
        said: ledger::findings(&of_journal, language) + &findings(&found, language),
        outcome: Outcome::of(&[of_journal, found].concat()),
    };
    say(&counted, how, to, language)
}

/// Reach of a list: its rows are participations, and each list that it names is an event of its own. Rows with a day count on it, all others on the day
/// of the list.
pub(super) fn of_list(
    table: &PeopleTable,
    found: &Found,
    how: &PeopleHow,
    said: String,
    to: &To,
    language: Language,
) -> Result<Outcome, Trouble> {
    // Where rows have days of their own, the day of the list ends no period.
    let has_days = table.days.iter().any(Option::is_some);
    let period = period(how, how.on.filter(|_| !has_days))?;
    let day_of_list = how.on.unwrap_or(period.end);
    let first: BTreeMap<&Id, &Id> = found
        .duplicates
        .people
        .iter()
        .flat_map(|person| person.iter().filter_map(|row| Some((row, person.first()?))))
        .collect();
    let unnamed = unnamed_list(table);
    let mut people: BTreeMap<&Id, PersonFacts> = BTreeMap::new();
    let mut attendances = Vec::new();
    for ((row, stated), day) in table.people.iter().zip(&table.facts).zip(&table.days) {
        let person = first.get(&row.id).copied().unwrap_or(&row.id);
        let facts = people.entry(person).or_insert_with(|| PersonFacts {
            person: person.clone(),
            sex: None,
            birth: None,
            settlement: None,
            organisation: None,
            category: None,
        });
        // Without the day of the event nobody's age is known.
        let born = day.or(how.on).and_then(|on| born_on(row, stated, on));
        facts.birth = facts.birth.or(born);
        let fill = |known: &mut Option<String>, more: &Option<String>| {
            *known = known.take().or_else(|| more.clone());
        };
        fill(&mut facts.sex, &stated.sex);
        fill(&mut facts.settlement, &stated.settlement);
        fill(&mut facts.organisation, &stated.organisation);
        fill(&mut facts.category, &stated.category);
        let event = row.list.as_deref().and_then(event_id).or_else(|| unnamed.clone());
        let event = event.unwrap_or_else(|| row.id.clone());
        attendances.push(Attendance { event, on: day.unwrap_or(day_of_list), person: person.clone() });
    }
    let mut people: Vec<PersonFacts> = people.into_values().collect();
    one_spelling(&mut people);
    let counted = Counted {
        people,
        attendances,
        headcounts: Vec::new(),
        groups: Vec::new(),
        period,
        said,
        outcome: found.outcome(),
    };
    say(&counted, how, to, language)
}

/// When somebody was born, with the day of the list: two digits of a year are of its century or the one before.
pub(super) fn born_on(row: &ListedPerson, stated: &PersonFacts, on: IsoDate) -> Option<Birth> {
    stated.birth.or_else(|| read_birth_on(row.birth.as_ref()?.reveal(), on))
}

/// The event of rows that name none: `list`, or what no event of the list is called.
fn unnamed_list(table: &PeopleTable) -> Option<Id> {
    let named: BTreeSet<Id> =
        table.people.iter().filter_map(|row| row.list.as_deref()).filter_map(event_id).collect();
    let ids = std::iter::once("list".to_owned()).chain((2_u32..).map(|number| format!("list-{number}")));
    ids.filter_map(|id| id.parse().ok()).find(|id| !named.contains(id))
}

fn say(counted: &Counted, how: &PeopleHow, to: &To, language: Language) -> Result<Outcome, Trouble> {
    let policy: ReachPolicy = match &how.policy {
        Some(file) => serde_json::from_slice(&input::bytes(file, LONGEST)?)
            .map_err(|error| Trouble::people_file(file, &error))?,
        None => ReachPolicy::default(),
    };
    let mut period = counted.period;
    // Without a first day those are new who were at no event before the first that is asked for.
    if how.from.is_none() {
        let listed = counted.attendances.iter().map(|one| (&one.event, one.on));
        let heads = counted.headcounts.iter().map(|one| (&one.event, one.on));
        let first =
            listed.chain(heads).filter(|(event, _)| how.events.contains(event)).map(|(_, on)| on).min();
        period.start = first.filter(|first| *first <= period.end).unwrap_or(period.start);
    }
    let asked = ReachQuestion { period, events: how.events.clone(), ages: policy.ages(), by: how.by.clone() };
    let reach = count_reach(&counted.people, &counted.attendances, &counted.headcounts, &asked);
    let groups = count_groups(&counted.groups, &asked);
    let shown = show_reach(&reach, &groups, &asked, &policy);
    output::write(&if how.json { output::json(&shown)? } else { page(&shown, language) }, to)?;
    output::complain(&counted.said);
    Ok(counted.outcome)
}

/// The period as it was given, which ends on a day where nothing else is said; without a beginning or an end it is open there.
fn period(how: &PeopleHow, last: Option<IsoDate>) -> Result<DateRange, Trouble> {
    let day = |given: Option<IsoDate>, year: i32, month: u32, day: u32| {
        given.or_else(|| IsoDate::new(year, month, day)).ok_or_else(Trouble::no_period)
    };
    let range = DateRange { start: day(how.from, 1, 1, 1)?, end: day(how.until.or(last), 9999, 12, 31)? };
    if range.start <= range.end { Ok(range) } else { Err(Trouble::no_period()) }
}

/// Figures and table in words.
fn page(shown: &ShownReach, language: Language) -> String {
    let mut out = String::new();
    let number = |count: Option<u32>| count.map_or_else(|| HIDDEN.to_owned(), |count| count.to_string());
    let mut line = |saying: Saying, params: &[(&str, Option<u32>)]| {
        let texts: Vec<(&str, String)> = params.iter().map(|(name, count)| (*name, number(*count))).collect();
        let params: Vec<(&str, &str)> = texts.iter().map(|(name, text)| (*name, text.as_str())).collect();
        let _ = writeln!(out, "{}", speech::said(&saying, &params, language));
    };
    line(speech::PARTICIPATIONS, &[("count", shown.participations), ("unlisted", shown.unlisted)]);
    line(
        speech::PERSONS,
        &[
            ("listed", shown.persons_listed),
            ("least", shown.persons_at_least),
            ("most", shown.persons_at_most),
        ],
    );
    line(speech::NEW_AND_RETURNING, &[("new", shown.new_persons), ("returning", shown.returning_persons)]);
    for own in &shown.completeness {
        let name = dimension(own.by).get(language);
        let unknown = number(own.unknown);
        let _ = writeln!(
            out,
            "{}",
            speech::said(&speech::NOT_KNOWN_OF, &[("what", name), ("count", &unknown)], language)
        );
    }
    if !shown.by.is_empty() {
        out.push('\n');
        let headings: Vec<&str> = shown.by.iter().map(|by| dimension(*by).get(language)).collect();
        out.push_str(&table(&headings, &shown.rows, true, language));
    }
    for groups in &shown.groups {
        let _ = writeln!(out, "\n{}", speech::COUNTED_IN_GROUPS.get(language));
        out.push_str(&table(&[dimension(groups.by).get(language)], &groups.rows, false, language));
    }
    let hides = shown.hidden_rows > 0
        || [shown.persons_listed, shown.unlisted, shown.new_persons].contains(&None)
        || shown.groups.iter().flat_map(|groups| &groups.rows).any(|row| row.persons.is_none());
    if hides {
        let smallest = shown.smallest.to_string();
        let _ = writeln!(out, "\n{}", speech::said(&speech::SMALL_HIDDEN, &[("count", &smallest)], language));
    }
    for event in &shown.lists_beyond_headcount {
        let _ = writeln!(
            out,
            "{}",
            speech::said(&speech::LIST_BEYOND_COUNT, &[("event", event.as_str())], language)
        );
    }
    out
}

/// What stands in the place of a hidden number.
const HIDDEN: &str = "·";

/// A table with columns as wide as their longest cell, told by the characters.
fn table(headings: &[&str], rows: &[ShownRow], persons: bool, language: Language) -> String {
    let number = |count: Option<u32>| count.map_or_else(|| HIDDEN.to_owned(), |count| count.to_string());
    let word = |value: &ReachValue| match value {
        ReachValue::All {} => speech::ALL_OF_THEM.get(language).to_owned(),
        ReachValue::Unknown {} => speech::UNKNOWN_VALUE.get(language).to_owned(),
        ReachValue::Is { value } => known_value(value, language),
    };
    let mut lines: Vec<Vec<String>> = Vec::new();
    let mut header: Vec<String> = headings.iter().map(|heading| (*heading).to_owned()).collect();
    header.push(speech::PARTICIPATIONS_WORD.get(language).into());
    if persons {
        header.push(speech::PERSONS_WORD.get(language).into());
    }
    lines.push(header);
    for row in rows {
        let mut cells: Vec<String> = row.values.iter().map(word).collect();
        cells.push(number(row.participations));
        if persons {
            cells.push(number(row.persons));
        }
        lines.push(cells);
    }
    let columns = lines.first().map_or(0, Vec::len);
    let width = |column: usize| {
        lines.iter().filter_map(|line| line.get(column)).map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let mut out = String::new();
    for line in &lines {
        let mut text = String::new();
        for (place, (cell, width)) in line.iter().zip(&widths).enumerate() {
            let _ = if place < headings.len() {
                write!(text, "{cell:<width$}  ")
            } else {
                write!(text, "{cell:>width$}  ")
            };
        }
        let _ = writeln!(out, "{}", text.trim_end());
    }
    out
}

/// Words of the product's own among the values.
fn known_value(value: &str, language: Language) -> String {
    match value {
        "new" => speech::NEW_PEOPLE.get(language).into(),
        "returning" => speech::RETURNING_PEOPLE.get(language).into(),
        "disability" => speech::WITH_DISABILITY.get(language).into(),
        FEMALE => speech::WOMEN.get(language).into(),
        MALE => speech::MEN.get(language).into(),
        other => other.into(),
    }
}

const fn dimension(by: ReachDimension) -> Saying {
    match by {
        ReachDimension::Sex => speech::SEX,
        ReachDimension::Age => speech::AGE,
        ReachDimension::Settlement => speech::SETTLEMENT,
        ReachDimension::Organisation => speech::ORGANISATION,
        ReachDimension::Category => speech::CATEGORY,
        ReachDimension::History => speech::HISTORY,
    }
}

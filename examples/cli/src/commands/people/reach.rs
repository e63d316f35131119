//! `qoldau people reach`: how many people a list or a journal comes to, with small counts hidden.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use qoldau_core::facts::{Fact, FactsRead, observe};
use qoldau_core::language::{Language, Saying};
use qoldau_core::people::duplicates::{Duplicates, ListedPerson, PairVerdict, ProbablePair, VerdictOrigin};
use qoldau_core::people::identity::{Birth, read_birth_on};
use qoldau_core::people::import::{FEMALE, MALE, PeopleTable};
use qoldau_core::people::observe::people_of_journal;
use qoldau_core::people::reach::{
    Attendance, CountedEvent, Headcount, PersonFacts, ReachDimension, ReachPolicy, ReachQuestion, ReachValue,
    ShownReach, ShownRow, count_groups, count_reach, one_spelling, schools_apart, show_reach,
};
use qoldau_core::people::registry::{check_registry, registry_facts};
use qoldau_core::value::{DateRange, Id, IsoDate};

use super::{Found, Outcome, findings, registry};
use crate::args::{PeopleHow, To, event_id};
use crate::trouble::Trouble;
use crate::{input, ledger, output, speech, work};

/// The longest policy that is read, in bytes.
const LONGEST: u64 = 1 << 30;

/// From this chance on a pair is beyond doubt, as where duplicates are counted.
const SURE_FROM: f64 = 0.9;

/// What reach is counted from.
struct Counted {
    people: Vec<PersonFacts>,
    attendances: Vec<Attendance>,
    headcounts: Vec<Headcount>,
    groups: Vec<CountedEvent>,
    period: DateRange,
    /// The events that are asked for, each by the id under which it counts.
    asked: Vec<Id>,
    /// The least and the greatest number of people that the rows of a list are.
    bounds: Option<(u32, u32)>,
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
    // What was recorded or decided later is of the period too: the day of the journal is another matter than the last day that counts.
    let as_of = how.on.or_else(|| IsoDate::new(9999, 12, 31)).ok_or_else(Trouble::no_period)?;
    if as_of < period.start {
        return Err(Trouble::outside_period());
    }
    let observed = observe(entries);
    let people = people_of_journal(&observed, as_of);
    let mut events: BTreeSet<Id> = observed
        .all
        .iter()
        .filter_map(|by| if let Fact::Event { body } = &by.fact { Some(body.event.clone()) } else { None })
        .collect();
    events.extend(people.attendances.iter().map(|one| one.event.clone()));
    events.extend(people.headcounts.iter().map(|one| one.event.clone()));
    let asked = asked(how, &events, &people.roots)?;
    let registry = how.registry.as_deref().map(registry).transpose()?.unwrap_or_default();
    // Consents are those of today, which the command does not know, or of the day that is given.
    let found = how.on.map(|on| check_registry(&registry, on)).unwrap_or_default();
    let found = [found, people.same.findings.clone()].concat();
    let counted = Counted {
        people: registry_facts(&registry, &people.same),
        attendances: people.attendances,
        headcounts: people.headcounts,
        groups: people.events,
        period,
        asked,
        bounds: None,
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
    if !period.contains(day_of_list) && table.days.iter().any(Option::is_none) {
        return Err(Trouble::outside_period());
    }
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
    schools_apart(&mut people);
    let events: BTreeSet<Id> = attendances.iter().map(|one| one.event.clone()).collect();
    let asked = asked(how, &events, &BTreeMap::new())?;
    let counts: Vec<bool> = attendances
        .iter()
        .map(|one| period.contains(one.on) && (asked.is_empty() || asked.contains(&one.event)))
        .collect();
    let bounds = Some(bounds(table, &found.duplicates, &counts));
    let counted = Counted {
        people,
        attendances,
        headcounts: Vec::new(),
        groups: Vec::new(),
        period,
        asked,
        bounds,
        said,
        outcome: found.outcome(),
    };
    say(&counted, how, to, language)
}

/// The events that are asked for, by the ids under which they count. Who asks for one that is nowhere would be told of nobody.
fn asked(how: &PeopleHow, known: &BTreeSet<Id>, roots: &BTreeMap<Id, Id>) -> Result<Vec<Id>, Trouble> {
    let own = |event: &Id| {
        let root = roots.get(event).unwrap_or(event);
        let is_known = known.contains(root) || known.contains(event);
        is_known.then(|| root.clone()).ok_or_else(|| Trouble::no_event(event.as_str()))
    };
    how.events.iter().map(own).collect()
}

/// Whether somebody or a rule says what a pair is.
const fn is_settled(pair: &ProbablePair) -> bool {
    matches!(pair.origin, VerdictOrigin::Decision {} | VerdictOrigin::Rule { .. })
}

/// How many people the rows that count are at least and at most: as the pairs of all rows have it. Of a part of the rows the least is taken without what
/// keeps people of one doubt apart, which is no more than there are.
fn bounds(table: &PeopleTable, found: &Duplicates, counts: &[bool]) -> (u32, u32) {
    if counts.iter().all(|counts| *counts) {
        return (found.persons_at_least, found.persons_at_most);
    }
    let places: BTreeMap<&Id, usize> = (0..).zip(&table.people).map(|(at, row)| (&row.id, at)).collect();
    // Rows that are one person by way of others alone, which the most does not count as one.
    let is_open = |pair: &&ProbablePair| pair.origin == VerdictOrigin::Others {} && pair.reason.is_some();
    let both = |pair: &ProbablePair| Some((*places.get(&pair.one)?, *places.get(&pair.other)?));
    let open: BTreeSet<(usize, usize)> = found.pairs.iter().filter(is_open).filter_map(both).collect();
    let are_open = |ours: &[usize], theirs: &[usize]| {
        let is_open = |one: &usize, other: &usize| open.contains(&(*one.min(other), *one.max(other)));
        !open.is_empty() && ours.iter().any(|one| theirs.iter().any(|other| is_open(one, other)))
    };
    let people = |joins: &dyn Fn(&ProbablePair) -> bool, parts: bool| {
        let mut first: Vec<usize> = (0..table.people.len()).collect();
        let mut members: Vec<Vec<usize>> = first.iter().map(|row| vec![*row]).collect();
        let root = |first: &[usize], mut at: usize| {
            while let Some(next) = first.get(at).copied().filter(|next| *next != at) {
                at = next;
            }
            at
        };
        for pair in found.pairs.iter().filter(|pair| joins(pair)) {
            let Some((one, other)) = both(pair) else { continue };
            let (one, other) = (root(&first, one), root(&first, other));
            let [ours, theirs] = [one, other].map(|at| members.get(at).map_or(&[][..], Vec::as_slice));
            if one == other || (parts && !is_settled(pair) && are_open(ours, theirs)) {
                continue;
            }
            let moved = members.get_mut(one.max(other)).map(std::mem::take).unwrap_or_default();
            members.get_mut(one.min(other)).into_iter().for_each(|rows| rows.extend(&moved));
            if let Some(place) = first.get_mut(one.max(other)) {
                *place = one.min(other);
            }
        }
        let persons: BTreeSet<usize> =
            (0..).zip(counts).filter(|(_, counts)| **counts).map(|(at, _)| root(&first, at)).collect();
        u32::try_from(persons.len()).unwrap_or(u32::MAX)
    };
    let is_sure = |pair: &ProbablePair| {
        pair.verdict == PairVerdict::Same
            && pair.reason.is_none()
            && (is_settled(pair) || pair.probability >= SURE_FROM)
    };
    (people(&|_| true, false), people(&is_sure, true))
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
    if let (Some(file), Some(setting)) = (&how.policy, policy.unread()) {
        return Err(Trouble::setting(file, setting));
    }
    let mut period = counted.period;
    // Without a first day those are new who were at no event before the first that is asked for.
    if how.from.is_none() {
        let listed = counted.attendances.iter().map(|one| (&one.event, one.on));
        let heads = counted.headcounts.iter().map(|one| (&one.event, one.on));
        let first =
            listed.chain(heads).filter(|(event, _)| counted.asked.contains(event)).map(|(_, on)| on).min();
        period.start = first.filter(|first| *first <= period.end).unwrap_or(period.start);
    }
    let asked =
        ReachQuestion { period, events: counted.asked.clone(), ages: policy.ages(), by: how.by.clone() };
    let reach = count_reach(&counted.people, &counted.attendances, &counted.headcounts, &asked);
    let groups = count_groups(&counted.groups, &asked);
    let mut shown = show_reach(&reach, &groups, &asked, &policy);
    if let Some((least, most)) = counted.bounds {
        shown.persons_at_least = shown.persons_at_least.map(|_| least);
        shown.persons_at_most = shown.persons_at_most.map(|_| most);
    }
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

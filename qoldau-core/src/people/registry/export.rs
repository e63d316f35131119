//! What is held of one person, and taking it out.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::model::{RegisteredOrganisation, RegisteredPerson, Registry, SelfReport};
use crate::facts::{Entry, Fact, FactsRead, Observation, observe};
use crate::finding::Finding;
use crate::people::duplicates::PairDecision;
use crate::people::import::is_nobody;
use crate::people::observe::{SamePersons, join_persons, verdict};
use crate::people::reach::{PersonFacts, one_spelling, organisation_key};
use crate::value::{Id, IsoDate};

/// All that is held of one person: for that person, or for who asks in their name. It holds personal data because that is what it is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct PersonExport {
    /// The id that was asked for.
    pub person: Id,
    /// What the registry holds of it, and of the ids that decisions call the same person; records of one id that is there twice are all given.
    pub records: Vec<RegisteredPerson>,
    /// Entries of the journal that name the id, or one that decisions call the same person.
    pub mentions: Vec<PersonMention>,
    /// What of the journal could not be taken, and may name the person too.
    pub findings: Vec<Finding>,
}

/// An entry of the journal that names a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct PersonMention {
    /// Id of the entry.
    pub entry: Id,
    /// Its day.
    pub on: IsoDate,
    /// Its kind: `attendance` or `personDecision`.
    pub kind: String,
    /// The event, of an attendance.
    pub event: Option<Id>,
    /// The line, of a service.
    pub line: Option<Id>,
    /// The other person, of a decision.
    pub other: Option<Id>,
}

/// What came of erasing a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct ErasedPerson {
    /// The registry without the person.
    pub registry: Registry,
    /// How many records were taken out.
    pub records: u32,
    /// Entries of the journal that still name the id, which nobody can tell from now on who it was. They keep the figures what they were; where
    /// the person wants them gone too, an `erase` entry that names them removes them, and the figures change.
    pub mentions: Vec<PersonMention>,
    /// What of the journal could not be taken, and may name the person too.
    pub findings: Vec<Finding>,
}

/// Gathers all that a registry and a journal hold of a person. Files of evidence are not looked into: a scan that shows the name lies with its host.
#[must_use]
pub fn export_person(registry: &Registry, facts: &FactsRead, person: &Id) -> PersonExport {
    let ids = ids_of(&facts.entries, person);
    PersonExport {
        person: person.clone(),
        records: registry.persons.iter().filter(|record| ids.contains(&record.id)).cloned().collect(),
        mentions: mentions(&facts.entries, &ids),
        findings: facts.findings.clone(),
    }
}

/// Takes a person out of the registry for good, under all ids that decisions bring together. What is left are ids that stand for nobody any more.
#[must_use]
pub fn erase_person(registry: &Registry, facts: &FactsRead, person: &Id) -> ErasedPerson {
    let ids = ids_of(&facts.entries, person);
    let (gone, persons): (Vec<_>, Vec<_>) =
        registry.persons.iter().cloned().partition(|record| ids.contains(&record.id));
    ErasedPerson {
        registry: Registry { persons, ..registry.clone() },
        records: u32::try_from(gone.len()).unwrap_or(u32::MAX),
        mentions: mentions(&facts.entries, &ids),
        findings: facts.findings.clone(),
    }
}

/// The ids that people decided are one person with an id, and the id itself: all of them are that person's.
fn ids_of(entries: &[Entry], person: &Id) -> BTreeSet<Id> {
    let mut observed = observe(entries.to_vec());
    // The latest decision of a pair holds, wherever it lies in the file.
    observed.all.sort_by(Observation::by_time);
    let decided = observed.all.iter().filter_map(|by| match &by.fact {
        Fact::PersonDecision { body } if by.until.is_none() => Some(PairDecision {
            one: body.one.clone(),
            other: body.other.clone(),
            verdict: verdict(body.verdict),
        }),
        _ => None,
    });
    let same = join_persons(&decided.collect::<Vec<_>>());
    let first = same.of(person);
    let others = same.first.iter().filter(|(_, of)| *of == first).map(|(id, _)| id.clone());
    others.chain([person.clone(), first.clone()]).collect()
}

fn mentions(entries: &[Entry], ids: &BTreeSet<Id>) -> Vec<PersonMention> {
    let mention = |entry: &Entry| {
        let said = match &entry.fact {
            Fact::Amend { body } => &body.fact,
            fact => fact,
        };
        let (event, line, other) = match said {
            Fact::Attendance { body } if body.persons.iter().any(|person| ids.contains(person)) => {
                (body.event.clone(), body.line.clone(), None)
            }
            Fact::PersonDecision { body } if ids.contains(&body.one) => {
                (None, None, Some(body.other.clone()))
            }
            Fact::PersonDecision { body } if ids.contains(&body.other) => {
                (None, None, Some(body.one.clone()))
            }
            _ => return None,
        };
        let kind = said.kind().to_owned();
        Some(PersonMention { entry: entry.id.clone(), on: entry.on, kind, event, line, other })
    };
    let mut mentions: Vec<PersonMention> = entries.iter().filter_map(mention).collect();
    mentions.sort_by(|a, b| (a.on, &a.entry).cmp(&(b.on, &b.entry)));
    mentions
}

/// What reach is counted by, from a registry: without names, telephones or numbers. Ids that are one person count under the smallest of them, with
/// what the first record that knows it says. Settlements and organisations are written in one spelling, as by [`one_spelling`].
///
/// A person who says to have a disability and has no category of the project's own is of the category `disability`.
#[must_use]
pub fn registry_facts(registry: &Registry, same: &SamePersons) -> Vec<PersonFacts> {
    // Two schools of one name are told apart by where they are.
    let mut bearers: BTreeMap<String, BTreeSet<&Id>> = BTreeMap::new();
    for one in &registry.organisations {
        bearers.entry(organisation_key(&one.name)).or_default().insert(&one.id);
    }
    let has_namesake = |one: &RegisteredOrganisation| {
        bearers.get(&organisation_key(&one.name)).is_some_and(|ids| ids.len() > 1)
    };
    let name = |one: &RegisteredOrganisation| match &one.settlement {
        Some(place) if has_namesake(one) => format!("{} ({place})", one.name.trim()),
        _ => one.name.clone(),
    };
    let names: BTreeMap<&Id, String> =
        registry.organisations.iter().map(|one| (&one.id, name(one))).collect();
    let mut facts: BTreeMap<&Id, PersonFacts> = BTreeMap::new();
    let mut persons: Vec<&RegisteredPerson> = registry.persons.iter().collect();
    persons.sort_by(|one, other| one.id.cmp(&other.id));
    for record in persons {
        let person = same.of(&record.id);
        let known = facts.entry(person).or_insert_with(|| PersonFacts {
            person: person.clone(),
            sex: None,
            birth: None,
            settlement: None,
            organisation: None,
            category: None,
        });
        let region = || record.place.as_ref().map(|place| place.region_name().to_owned());
        let organisation = record.organisation.as_ref();
        let organisation = organisation.map(|id| names.get(id).map_or_else(|| id.to_string(), Clone::clone));
        let disability = || (record.disability == Some(SelfReport::Yes)).then(|| String::from("disability"));
        fill(&mut known.sex, record.sex.clone());
        known.birth = known.birth.or(record.birth);
        fill(&mut known.settlement, record.settlement.clone().or_else(region));
        fill(&mut known.organisation, organisation);
        fill(&mut known.category, record.category.clone().filter(|own| !is_nobody(own)).or_else(disability));
    }
    let mut facts: Vec<PersonFacts> = facts.into_values().collect();
    one_spelling(&mut facts);
    facts
}

fn fill(known: &mut Option<String>, more: Option<String>) {
    if known.is_none() {
        *known = more.filter(|value| !is_nobody(value));
    }
}

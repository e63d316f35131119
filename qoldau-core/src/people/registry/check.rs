//! What is wrong with a registry, without a word of it.

use std::collections::BTreeSet;

use super::model::{ConsentGiver, ConsentUse, RegisteredPerson, Registry};
use super::rules::{
    CONSENT_MISSING, CONSENT_OF_MINOR, IIN_OF_MINOR, REGISTRY_ID_TWICE, UNKNOWN_ORGANISATION,
};
use crate::finding::{Finding, Param, Place, RuleInfo};
use crate::people::reach::{names_house, names_somebody};
use crate::people::rules::{MORE_ROWS, VALUE_OF_SOMEBODY};
use crate::value::{Id, IsoDate};

/// The most findings of one rule; what is more is counted.
const MOST_FINDINGS: u32 = 1000;
/// From this age on a person agrees alone.
const OF_AGE: u32 = 18;

/// Looks through a registry on a day: ids that are there twice, organisations that are not there, people without a consent to have their data
/// processed, minors who agreed alone, numbers of minors that nobody needs. A missing number, telephone or birth is never a finding.
#[must_use]
pub fn check_registry(registry: &Registry, on: IsoDate) -> Vec<Finding> {
    let mut said = Said { findings: Vec::new(), counts: Vec::new() };
    let organisations: BTreeSet<&Id> = registry.organisations.iter().map(|one| &one.id).collect();
    let mut seen = BTreeSet::new();
    let ids = registry.persons.iter().map(|person| &person.id);
    for id in ids.chain(registry.organisations.iter().map(|one| &one.id)) {
        if !seen.insert(id) {
            said.say(&REGISTRY_ID_TWICE, id);
        }
    }
    for person in &registry.persons {
        if person.organisation.as_ref().is_some_and(|id| !organisations.contains(id)) {
            said.say(&UNKNOWN_ORGANISATION, &person.id);
        }
        let mut values = [&person.sex, &person.settlement, &person.category].into_iter().flatten();
        if values.any(|value| names_somebody(value))
            || person.settlement.as_ref().is_some_and(|value| names_house(value))
        {
            said.say(&VALUE_OF_SOMEBODY, &person.id);
        }
        let minor = is_minor(person, on);
        match holds(person, on) {
            None => said.say(&CONSENT_MISSING, &person.id),
            Some(ConsentGiver::Person) if minor => said.say(&CONSENT_OF_MINOR, &person.id),
            Some(_) => {}
        }
        if minor && person.iin.is_some() {
            said.say(&IIN_OF_MINOR, &person.id);
        }
    }
    said.end()
}

/// Who agreed to processing, as far as the consent holds on a day: a representative before the person.
fn holds(person: &RegisteredPerson, on: IsoDate) -> Option<ConsentGiver> {
    let in_force = person.consents.iter().filter(|consent| {
        consent.to == ConsentUse::Processing
            && consent.on <= on
            && consent.withdrawn.is_none_or(|end| end > on)
    });
    in_force.map(|consent| consent.by).max()
}

/// Whether a person is surely under age.
fn is_minor(person: &RegisteredPerson, on: IsoDate) -> bool {
    person.birth.and_then(|birth| birth.age_on(on)).is_some_and(|(_, most)| most < OF_AGE)
}

struct Said {
    findings: Vec<Finding>,
    counts: Vec<(&'static RuleInfo, u32)>,
}

impl Said {
    fn say(&mut self, rule: &'static RuleInfo, id: &Id) {
        let place = self.counts.iter_mut().find(|(known, _)| known.code == rule.code);
        let mut count = 1;
        if let Some((_, known)) = place {
            *known = known.saturating_add(1);
            count = *known;
        } else {
            self.counts.push((rule, 1));
        }
        if count <= MOST_FINDINGS {
            self.findings.push(Finding::new(rule, Place::Whole {}).param(Param::id("person", id)));
        }
    }

    fn end(mut self) -> Vec<Finding> {
        for (rule, count) in self.counts.iter().filter(|(_, count)| *count > MOST_FINDINGS) {
            let more = usize::try_from(count.saturating_sub(MOST_FINDINGS)).unwrap_or(usize::MAX);
            let finding = Finding::new(&MORE_ROWS, Place::Whole {});
            self.findings
                .push(finding.param(Param::number("code", rule.code)).param(Param::count("count", more)));
        }
        self.findings
    }
}

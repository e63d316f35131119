//! The registry and everything with keys for hosts in other languages: pseudonyms, linkage keys, parts of reach, sketches.

use qoldau_derive::Decode;
use serde::Serialize;

use super::people::can_be_asked;
use crate::facts::{FactsLimits, FactsRead, read_facts};
use crate::failure::Failure;
use crate::finding::Finding;
use crate::people::duplicates::{ListedPerson, PairDecision};
use crate::people::linkage::{self, LinkageKey, LinkedPair};
use crate::people::observe::join_persons;
use crate::people::pseudonym::{self, PseudonymChange, PseudonymKey, pseudonym_of};
use crate::people::reach::{
    self, Attendance, Headcount, PersonFacts, PersonSketch, Reach, ReachPart, ReachQuestion,
};
use crate::people::registry::{self, ErasedPerson, PersonExport, Registry, RegistryError};
use crate::value::hex::from_hex;
use crate::value::{Id, IsoDate, PersonalText};

/// A key of the host, by which people are told apart without being named. It prints silently, and nothing of the product writes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct HostKey {
    /// Its id, which is told with every pseudonym: 64 bytes at most.
    pub id: Id,
    /// The secret as hexadecimal digits: 32 at least, which are 16 bytes; 64 from the host's random source are good. It is kept where the host keeps
    /// secrets, and not beside the data.
    pub secret: PersonalText,
}

impl HostKey {
    fn open(&self, argument: &str) -> Result<PseudonymKey, Failure> {
        let secret = from_hex(self.secret.reveal()).ok_or_else(|| {
            Failure::of_input(
                Some(format!("/{argument}/secret")),
                "a secret is hexadecimal digits, two a byte",
            )
        })?;
        Ok(PseudonymKey::new(&self.id, &secret)?)
    }
}

/// The pseudonyms of people, in their order: from the ids of the registry to what stands for them outside of it (HMAC-SHA-256).
///
/// # Errors
/// `INP001` for a secret that is no hexadecimal digits; `PPE002`, `PPE003`.
pub fn pseudonyms_of(key: &HostKey, persons: &[Id]) -> Result<Vec<PseudonymChange>, Failure> {
    let key = key.open("key")?;
    let change = |person: &Id| PseudonymChange { from: person.clone(), to: pseudonym_of(&key, person) };
    Ok(persons.iter().map(change).collect())
}

/// From the pseudonyms of an old key to those of a new one, for the people of a registry, by the ids that they have there. After what was written is brought
/// over, the old key and this table are destroyed.
///
/// # Errors
/// As [`pseudonyms_of`].
pub fn rotate_pseudonyms(
    old: &HostKey,
    new: &HostKey,
    persons: &[Id],
) -> Result<Vec<PseudonymChange>, Failure> {
    Ok(pseudonym::rotate_pseudonyms(&old.open("old")?, &new.open("new")?, persons))
}

/// Reads a registry from its JSON (`qoldau-registry/1.0`).
///
/// # Errors
/// `REG001` a newer format, `REG002` no registry, `REG003` no JSON, `REG004` a field that is none. No error quotes anything of it.
pub fn read_registry(bytes: &[u8]) -> Result<Registry, RegistryError> {
    registry::read_registry(bytes)
}

/// Writes a registry as canonical JSON.
///
/// # Errors
/// `REG005` where it cannot be written.
pub fn write_registry(registry: &Registry) -> Result<String, RegistryError> {
    registry::write_registry(registry)
}

/// Looks through a registry on a day: ids that are there twice, consents that are missing, minors who agreed alone, numbers that nobody needs.
#[must_use]
pub fn check_registry(registry: &Registry, on: IsoDate) -> Vec<Finding> {
    registry::check_registry(registry, on)
}

/// What reach is counted by, without names, telephones and numbers. People whom decisions join count as one, under the smallest id.
#[must_use]
pub fn registry_facts(registry: &Registry, decisions: &[PairDecision]) -> Vec<PersonFacts> {
    registry::registry_facts(registry, &join_persons(decisions))
}

/// The people of a registry as rows of a list, by which [`pair_lists`](super::people::pair_lists) says who of a list is who of the registry. They hold
/// names, telephones and numbers as the registry does.
#[must_use]
pub fn registry_rows(registry: &Registry) -> Vec<ListedPerson> {
    registry::registry_rows(registry)
}

/// All that a registry and a journal hold of a person. No bytes are a journal without entries.
///
/// # Errors
/// `FCT001` to `FCT003` for bytes that are no journal.
pub fn export_person(registry: &Registry, journal: &[u8], person: &Id) -> Result<PersonExport, Failure> {
    Ok(registry::export_person(registry, &facts(journal)?, person))
}

/// Takes a person out of a registry for good, and names the entries of a journal that still have the id.
///
/// # Errors
/// `FCT001` to `FCT003` for bytes that are no journal.
pub fn erase_person(registry: &Registry, journal: &[u8], person: &Id) -> Result<ErasedPerson, Failure> {
    Ok(registry::erase_person(registry, &facts(journal)?, person))
}

fn facts(journal: &[u8]) -> Result<FactsRead, Failure> {
    if journal.is_empty() {
        return Ok(FactsRead::default());
    }
    Ok(read_facts(journal, &FactsLimits::default())?)
}

/// The linkage keys of rows, in their order: by them two organisations compare lists without showing names. They are personal data
/// (`docs/adr/0028-linkage-keys.md`).
///
/// # Errors
/// As [`pseudonyms_of`].
pub fn linkage_keys(people: &[ListedPerson], key: &HostKey) -> Result<Vec<LinkageKey>, Failure> {
    Ok(linkage::linkage_keys(people, &key.open("key")?))
}

/// Pairs of rows whose keys are alike from `least` on, 0 to 1, each row in one pair at most; 0.8 is a beginning.
///
/// # Errors
/// `INP001` at `/least` for what is no number from 0 to 1; `PPE004`.
pub fn match_keys(
    ours: &[LinkageKey],
    theirs: &[LinkageKey],
    least: f64,
) -> Result<Vec<LinkedPair>, Failure> {
    if !(0.0..=1.0).contains(&least) {
        return Err(Failure::of_input(Some("/least".into()), "a likeness is a number from 0 to 1"));
    }
    Ok(linkage::match_keys(ours, theirs, least)?)
}

/// What one part of the work says towards a question of reach: people by pseudonyms of the named key, and headcounts.
///
/// # Errors
/// `INP001` at `/question/by` for more than three dimensions, at `/question/period` for a period that ends before it begins.
pub fn reach_part(
    key: &Id,
    people: &[PersonFacts],
    attendances: &[Attendance],
    headcounts: &[Headcount],
    question: &ReachQuestion,
) -> Result<ReachPart, Failure> {
    can_be_asked(question, "/question")?;
    Ok(reach::reach_part(key, people, attendances, headcounts, question))
}

/// Puts parts together: the same whole in whatever order they come, and however often.
///
/// # Errors
/// `INP001` at `/parts` for none; `PPE005`, `PPE006` for parts that do not belong together.
pub fn merge_reach_parts(parts: &[ReachPart]) -> Result<ReachPart, Failure> {
    let (first, others) = first_of(parts, "/parts")?;
    let mut whole = reach::merge_reach(first, first)?;
    for part in others {
        whole = reach::merge_reach(&whole, part)?;
    }
    Ok(whole)
}

/// The reach of a part, or of parts put together.
///
/// # Errors
/// `INP001` as of [`reach_part`], at `/part/question`.
pub fn reach_of_part(part: &ReachPart) -> Result<Reach, Failure> {
    can_be_asked(&part.question, "/part/question")?;
    Ok(reach::reach_of_part(part))
}

/// The sketch of a set of people by pseudonyms of the named key: four kilobytes, from which their number follows to within 1.6 %.
#[must_use]
pub fn sketch_persons(key: &Id, persons: &[Id]) -> PersonSketch {
    reach::sketch_persons(key, persons)
}

/// Puts sketches together: whoever is in any of them, once.
///
/// # Errors
/// `INP001` at `/sketches` for none; `PPE007`, `PPE008`.
pub fn merge_sketches(sketches: &[PersonSketch]) -> Result<PersonSketch, Failure> {
    let (first, others) = first_of(sketches, "/sketches")?;
    let mut whole = reach::merge_sketches(first, first)?;
    for sketch in others {
        whole = reach::merge_sketches(&whole, sketch)?;
    }
    Ok(whole)
}

/// About how many different people are in a sketch.
///
/// # Errors
/// `PPE008`.
pub fn estimate_sketch(sketch: &PersonSketch) -> Result<u32, Failure> {
    Ok(sketch.estimate()?)
}

fn first_of<'a, T>(all: &'a [T], path: &str) -> Result<(&'a T, &'a [T]), Failure> {
    all.split_first().ok_or_else(|| Failure::of_input(Some(path.into()), "there is nothing to put together"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(secret: &str) -> HostKey {
        HostKey { id: "k1".parse().unwrap(), secret: PersonalText::new(secret.to_owned()) }
    }

    #[test]
    fn a_key_prints_nothing_of_its_secret_and_is_refused_where_it_is_none() {
        let person: Id = "p-1".parse().unwrap();
        let good = key(&"01".repeat(32));
        assert!(!format!("{good:?}").contains("0101"));
        let [change] = &pseudonyms_of(&good, std::slice::from_ref(&person)).unwrap()[..] else { panic!() };
        // The value that is fixed beside the construction itself.
        assert_eq!(change.to.as_str(), "k1.58fd6d56f2fd74f12151c40eabc9bf5d");
        let fails = |secret: &str| pseudonyms_of(&key(secret), &[]).unwrap_err();
        assert_eq!(fails("0123456789abcdef").code, "PPE002");
        let misfit = fails("not hexadecimal");
        assert_eq!((misfit.code.as_str(), misfit.path.as_deref()), ("INP001", Some("/key/secret")));
        assert!(!misfit.detail.contains("not hex"), "{}", misfit.detail);
    }

    #[test]
    fn parts_and_sketches_need_at_least_one() {
        assert_eq!(merge_reach_parts(&[]).unwrap_err().path.as_deref(), Some("/parts"));
        assert_eq!(merge_sketches(&[]).unwrap_err().path.as_deref(), Some("/sketches"));
        assert_eq!(match_keys(&[], &[], f64::NAN).unwrap_err().path.as_deref(), Some("/least"));
    }
}

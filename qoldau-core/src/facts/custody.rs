//! Custody: which of the files of the evidence are in hand, and which devices recorded them.

use std::collections::{BTreeMap, BTreeSet};

use super::read::FINDINGS_LISTED;
use super::rules;
use super::tally::Tally;
use super::{Entry, Evidence, EvidenceFile, Fact, Observation, Observations};
use crate::finding::{Finding, Param, Place};
use crate::value::{Id, IsoDate};

/// Where the files of the evidence are: the hashes of those in hand, and for every hash the devices that recorded it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Custody {
    present: BTreeSet<String>,
    devices: BTreeMap<Box<str>, BTreeSet<Box<str>>>,
}

impl Custody {
    /// Takes note of the files in hand, by the SHA-256 of their contents, and of the devices whose entries record files.
    ///
    /// Who records or attaches a file has it. Who corrects an item tells its files anew and need not have any of them: an
    /// amendment says so only of files that nobody else recorded. The order of the entries does not matter, and of
    /// journals that were joined it is what each of them says together.
    #[must_use]
    pub fn of<'a>(present: impl IntoIterator<Item = &'a String>, entries: &[Entry]) -> Self {
        let mut devices: BTreeMap<Box<str>, BTreeSet<Box<str>>> = BTreeMap::new();
        let mut amended: Vec<(&str, &str)> = Vec::new();
        for entry in entries {
            let Some((device, (_, files))) = entry.device.as_deref().zip(files_of(entry)) else { continue };
            let is_amendment = matches!(entry.fact, Fact::Amend { .. });
            for hash in files.iter().filter_map(|file| file.sha256.as_deref()) {
                if is_amendment {
                    amended.push((hash, device));
                } else {
                    devices.entry(hash.into()).or_default().insert(device.into());
                }
            }
        }
        amended.retain(|(hash, _)| !devices.contains_key(*hash));
        for (hash, device) in amended {
            devices.entry(hash.into()).or_default().insert(device.into());
        }
        Self { present: present.into_iter().map(|hash| hash.to_ascii_lowercase()).collect(), devices }
    }

    /// Whether a file is in hand; nothing of a file without a hash, which nobody can be shown to have.
    #[must_use]
    pub fn in_hand(&self, file: &EvidenceFile) -> Option<bool> {
        file.sha256.as_deref().map(|hash| self.present.contains(hash))
    }

    /// The devices that recorded a file, in order.
    pub fn devices(&self, file: &EvidenceFile) -> impl Iterator<Item = &str> {
        let devices = file.sha256.as_deref().and_then(|hash| self.devices.get(hash));
        devices.into_iter().flatten().map(|device| &**device)
    }
}

/// The files that an entry records, and the item they are of.
pub(crate) fn files_of(entry: &Entry) -> Option<(&Id, &[EvidenceFile])> {
    match entry.fact.now() {
        Fact::Evidence { body } => Some((&body.item, &body.files)),
        Fact::AttachEvidence { body } => Some((&body.evidence, &body.files)),
        _ => None,
    }
}

/// Files that items of evidence have at the end of a day and that are not in hand: one finding (`FCT240`) for those that
/// the same devices recorded, so that whoever gathers them knows whom to ask.
#[must_use]
pub fn check_custody(observations: &Observations, custody: &Custody, as_of: IsoDate) -> Vec<Finding> {
    let mut missing: BTreeMap<Vec<&str>, (BTreeSet<&str>, BTreeSet<&Id>)> = BTreeMap::new();
    for (_, item) in items_on(observations, as_of) {
        for file in item.files.iter().filter(|file| custody.in_hand(file) == Some(false)) {
            let (hashes, lines) = missing.entry(custody.devices(file).collect()).or_default();
            hashes.extend(file.sha256.as_deref());
            lines.extend(&item.lines);
        }
    }
    let mut tally = Tally::new(FINDINGS_LISTED);
    for (devices, (hashes, lines)) in missing {
        let finding = Finding::new(&rules::NOT_IN_HAND, Place::Whole {}).lines(lines.into_iter().cloned());
        let counted = finding.param(Param::count("count", hashes.len()));
        let named = devices.into_iter().map(|device| Param::text("device", device));
        tally.push(named.fold(counted, Finding::param));
    }
    tally.finish()
}

/// The items of evidence as they stand at the end of a day in the order of their ids, each once: of several records of one
/// item the latest.
pub(crate) fn items_on(
    observations: &Observations,
    as_of: IsoDate,
) -> impl Iterator<Item = (&Observation, &Evidence)> {
    let mut latest: BTreeMap<&Id, (&Observation, &Evidence)> = BTreeMap::new();
    for by in observations.all.iter().filter(|by| by.is_done_on(as_of)) {
        let Fact::Evidence { body } = &by.fact else { continue };
        let held = latest.entry(&body.item).or_insert((by, body));
        if held.0.by_time(by).is_lt() {
            *held = (by, body);
        }
    }
    latest.into_values()
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::*;
    use crate::facts::{FactsLimits, observe, read_facts};
    use crate::finding::ParamValue;

    const A: &str = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    const B: &str = "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb";

    /// Entries as `device evidence|attach|amend item hash,hash`; a hash of `-` is none.
    fn entries(told: &[&str]) -> Vec<Entry> {
        let mut text = String::from("{\"format\":\"qoldau-journal/1.0\"}\n");
        for (at, entry) in told.iter().enumerate() {
            let [device, kind, item, hashes] = entry.split(' ').collect::<Vec<_>>()[..] else {
                panic!("{entry}")
            };
            let files: Vec<String> = hashes
                .split(',')
                .enumerate()
                .map(|(at, hash)| match hash {
                    "-" => format!("{{\"name\":\"{at}.jpg\"}}"),
                    hash => format!("{{\"name\":\"{at}.jpg\",\"sha256\":\"{}\"}}", hash.repeat(64)),
                })
                .collect();
            let files = files.join(",");
            let evidence = format!(
                "{{\"item\":\"{item}\",\"kind\":\"photo\",\"lines\":[\"t2-3\"],\"files\":[{files}]}}"
            );
            let (kind, body, replaces) = match kind {
                "evidence" => ("evidence", evidence, String::new()),
                "attach" => (
                    "attachEvidence",
                    format!("{{\"evidence\":\"{item}\",\"files\":[{files}]}}"),
                    String::new(),
                ),
                _ => ("amend", format!("{{\"kind\":\"evidence\",\"body\":{evidence}}}"), "\"e0\"".into()),
            };
            writeln!(
                text,
                r#"{{"id":"e{at}","on":"2024-06-1{at}","author":"p","device":"{device}","kind":"{kind}","body":{body},"replaces":[{replaces}]}}"#
            )
            .unwrap();
        }
        let read = read_facts(text.as_bytes(), &FactsLimits::default()).unwrap();
        assert_eq!(read.findings, [], "{text}");
        read.entries
    }

    /// What is not in hand, as `count@device,device`.
    fn missing(told: &[&str], present: &[&str]) -> Vec<String> {
        let entries = entries(told);
        let present: Vec<String> = present.iter().map(|hash| hash.repeat(64)).collect();
        let custody = Custody::of(&present, &entries);
        let mut turned = entries.clone();
        turned.reverse();
        assert_eq!(custody, Custody::of(&present, &turned), "the order of the entries does not matter");
        let findings = check_custody(&observe(entries), &custody, "2024-06-19".parse().unwrap());
        let said = |finding: &Finding| {
            assert_eq!((finding.code.as_str(), finding.lines.len()), ("FCT240", 1));
            let mut params = finding.params.iter().map(|param| match &param.value {
                ParamValue::Count { count } => count.to_string(),
                ParamValue::Text { text } => text.clone(),
                other => panic!("{other:?}"),
            });
            format!("{}@{}", params.next().unwrap(), params.collect::<Vec<_>>().join(","))
        };
        findings.iter().map(said).collect()
    }

    #[test]
    fn a_file_whose_hash_is_known_is_not_in_hand_before_it_is_there() {
        assert_eq!(missing(&["aida evidence x a,b"], &[]), ["2@aida"]);
        assert_eq!(missing(&["aida evidence x a,b"], &["a"]), ["1@aida"]);
        assert_eq!(missing(&["aida evidence x a,b"], &["A", "b"]), [""; 0], "however the hash is written");
        assert_eq!(missing(&["aida evidence x -"], &[]), [""; 0], "of a file without a hash nobody can tell");
    }

    #[test]
    fn who_records_or_attaches_a_file_has_it() {
        let told = ["aida evidence x a", "saule evidence y b", "saule attach x a"];
        assert_eq!(missing(&told, &[]), ["1@aida,saule", "1@saule"]);
        assert_eq!(
            missing(&["aida evidence x a", "aida evidence y a"], &[]),
            ["1@aida"],
            "one file of two items"
        );
    }

    #[test]
    fn who_corrects_an_item_need_not_have_its_files() {
        assert_eq!(missing(&["aida evidence x a", "office amend x a"], &[]), ["1@aida"]);
        assert_eq!(missing(&["aida evidence x a", "office amend x a,b"], &[]), ["1@aida", "1@office"]);
    }

    #[test]
    fn files_that_an_item_no_longer_has_are_not_missed() {
        assert_eq!(missing(&["aida evidence x a", "office amend x b"], &["b"]), [""; 0]);
        assert_eq!(missing(&["aida evidence x a", "aida evidence x b"], &["b"]), [""; 0], "recorded anew");
        let later = observe(entries(&["aida evidence x a"]));
        let custody = Custody::of(&[], &entries(&["aida evidence x a"]));
        assert_eq!(check_custody(&later, &custody, "2024-06-09".parse().unwrap()), [], "of a later day");
    }

    #[test]
    fn the_devices_of_a_file_are_told_in_order() {
        let custody = Custody::of(&[A.to_owned()], &entries(&["saule evidence x a", "aida attach x a"]));
        let file = |hash: &str| EvidenceFile { sha256: Some(hash.into()), ..EvidenceFile::named("x") };
        assert_eq!(custody.devices(&file(A)).collect::<Vec<_>>(), ["aida", "saule"]);
        assert_eq!(custody.devices(&file(B)).count(), 0);
        assert_eq!((custody.in_hand(&file(A)), custody.in_hand(&file(B))), (Some(true), Some(false)));
    }
}

//! What shows when somebody alters, drops or forges entries.

use qoldau_core::facts::{FactsLimits, RawBody};
use qoldau_core::journal::{Envelope, Journal, read_journal, verify, write_journal};

use qoldau_core::language::Language;
use qoldau_core::rule;

use super::phones::Phone;

fn season() -> Phone {
    let mut aida = Phone::new("aida");
    for n in 0..6_i64 {
        aida.counts(n, &format!("e{n}"), &(60 + n).to_string());
    }
    aida
}

/// The journal after somebody went over its entries.
fn tampered(phone: &Phone, tamper: impl Fn(&mut Vec<Envelope>)) -> Vec<String> {
    let mut entries = phone.journal.entries().to_vec();
    tamper(&mut entries);
    let mut journal = Journal::new(Some("p".parse().unwrap()));
    for entry in entries {
        journal.insert(entry);
    }
    let said = |finding: &qoldau_core::finding::Finding| {
        let entry = match &finding.place {
            qoldau_core::finding::Place::Line { entry: Some(entry), .. } => entry.as_str(),
            _ => "",
        };
        format!("{} {entry}", finding.code).trim_end().to_owned()
    };
    verify(&journal).findings.iter().map(said).collect()
}

#[test]
fn a_whole_chain_has_no_findings() {
    let aida = season();
    assert_eq!(tampered(&aida, |_| {}), Vec::<String>::new());
    let chain = &verify(&aida.journal).devices[0];
    assert_eq!((&*chain.device, chain.entries, chain.last_seq), ("aida", 6, 6));
    let last = aida.journal.last_of("aida").unwrap();
    assert_eq!(last, (6, &*chain.last_link));
}

#[test]
fn every_tampering_is_named() {
    let aida = season();
    let altered = |entries: &mut Vec<Envelope>| {
        let body = entries[2].body.as_ref().unwrap().reveal().replace("62", "620");
        entries[2].body = Some(RawBody::new(&body));
    };
    assert_eq!(tampered(&aida, altered), ["JRN101 e2"]);
    let resealed = |entries: &mut Vec<Envelope>| {
        altered(entries);
        let body = entries[2].body.clone().unwrap();
        entries[2].seal = qoldau_core::journal::seal_of(body.reveal());
    };
    assert_eq!(tampered(&aida, resealed), ["JRN102 e3"], "the next entry is linked to the old seal");
    let redated = |entries: &mut Vec<Envelope>| entries[2].on = "2024-10-01".parse().unwrap();
    assert_eq!(tampered(&aida, redated), ["JRN102 e3"]);
    assert_eq!(tampered(&aida, |entries| entries.truncate(2)), Vec::<String>::new(), "an end cut off");
    assert_eq!(tampered(&aida, |entries| drop(entries.remove(2))), ["JRN103"]);
    assert_eq!(tampered(&aida, |entries| drop(entries.remove(0))), ["JRN103"]);
    let forged = |entries: &mut Vec<Envelope>| {
        let mut forged = entries[2].clone();
        forged.id = "f".parse().unwrap();
        entries.push(forged);
    };
    assert_eq!(tampered(&aida, forged), ["JRN104 f"], "the next goes on from one of the two");
    let stripped = |at: usize| {
        let aida = &aida;
        tampered(aida, move |entries: &mut Vec<Envelope>| {
            let body = entries[at].body.as_ref().unwrap().reveal().replace('6', "9");
            entries[at].body = Some(RawBody::new(&body));
            entries[at].seal = None;
        })
    };
    assert_eq!(stripped(2), ["JRN114 e2", "JRN102 e3"]);
    assert_eq!(stripped(5), ["JRN114 e5"], "of the last nothing else tells");
    let nulled = |entries: &mut Vec<Envelope>| entries[2].body = None;
    assert_eq!(tampered(&aida, nulled), ["JRN112 e2"], "no erasure names it");
    let earlier = |entries: &mut Vec<Envelope>| {
        let last = entries.len() - 1;
        entries[last].clock = Some("2024-05-01T00:00:00.000Z-0000".into());
    };
    assert_eq!(tampered(&aida, earlier), ["JRN105 e5"]);
}

#[test]
fn it_is_said_for_which_envelopes_nothing_vouches() {
    let aida = season();
    let unvouched = |journal: &Journal| -> Vec<String> {
        let chains = verify(journal).devices;
        chains.iter().flat_map(|chain| &chain.unvouched).map(ToString::to_string).collect()
    };
    assert_eq!(unvouched(&aida.journal), ["e5"], "nothing is linked to the last entry");
    let tampered = |tamper: &dyn Fn(&mut Vec<Envelope>)| {
        let mut entries = aida.journal.entries().to_vec();
        tamper(&mut entries);
        let mut journal = Journal::new(None);
        for entry in entries {
            journal.insert(entry);
        }
        journal
    };
    // The envelope of the last entry can be altered without a finding: that is why the entry is named.
    let last = tampered(&|entries| entries[5].author = "berik".into());
    assert_eq!((verify(&last).findings, unvouched(&last)), (vec![], vec!["e5".to_owned()]));
    let between = tampered(&|entries| entries[2].author = "berik".into());
    assert_eq!(unvouched(&between), ["e2", "e5"]);
    let gap = tampered(&|entries| drop(entries.remove(3)));
    assert_eq!(unvouched(&gap), ["e2", "e5"], "who was linked to the one before the gap is not here");
    assert_eq!(unvouched(&Journal::new(None)), [""; 0]);
}

#[test]
fn verify_says_it_in_three_languages() {
    let aida = season();
    let text = write_journal(&aida.journal).replace("\"62\"", "\"620\"");
    let read = read_journal(text.as_bytes(), &FactsLimits::default()).unwrap();
    let finding = &verify(&read.journal).findings[0];
    let says = |language| rule(&finding.code).unwrap().say(finding, language);
    assert_eq!(
        says(Language::Kazakh),
        "Жазбаның мазмұны мөріне сай емес, ол өзгертілген: e2 (құрылғы aida, № 3)"
    );
    assert_eq!(
        says(Language::Russian),
        "Содержание записи не соответствует её печати, его изменили: e2 (устройство aida, № 3)"
    );
    assert_eq!(
        says(Language::English),
        "What the entry says does not fit its seal, it was altered: e2 (device aida, no. 3)"
    );
}

/// A phone restored from yesterday's copy gives a number again; what it records when both are joined is honest.
#[test]
fn after_a_number_given_twice_the_next_entry_is_linked_to_either() {
    let mut aida = season();
    let mut restored = season();
    aida.counts(10, "f", "1");
    restored.counts(11, "g", "2");
    aida.takes(&[&restored.journal]);
    aida.counts(12, "h", "3");
    assert_eq!(tampered(&aida, |_| {}), ["JRN104 g"]);
    let other = |entries: &mut Vec<Envelope>| {
        let other = entries.iter().find(|entry| entry.id.as_str() == "g").unwrap();
        let link = qoldau_core::journal::link_of(other);
        entries.iter_mut().find(|entry| entry.id.as_str() == "h").unwrap().prev = Some(link);
    };
    assert_eq!(tampered(&aida, other), ["JRN104 g"]);
}

/// A device that numbered its entries before it sealed them, as the sample season does.
#[test]
fn entries_without_a_seal_are_no_gap_in_the_chain() {
    let aida = season();
    let journal = |unsealed: usize| {
        let mut journal = Journal::new(Some("p".parse().unwrap()));
        for entry in &aida.journal.entries()[..unsealed] {
            journal.insert(Envelope { seal: None, prev: None, ..entry.clone() });
        }
        Phone { journal, ..Phone::new("aida") }
    };
    let verified = verify(&journal(3).journal);
    assert_eq!((verified.devices, verified.unchained, verified.findings), (vec![], 3, vec![]));
    let mut goes_on = journal(3);
    goes_on.counts(10, "f", "1");
    let verified = verify(&goes_on.journal);
    assert_eq!((verified.unchained, verified.findings), (3, vec![]));
    assert_eq!((verified.devices[0].entries, verified.devices[0].last_seq), (4, 4));
}

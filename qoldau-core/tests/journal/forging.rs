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
    assert_eq!(tampered(&aida, forged), ["JRN104 f", "JRN102 e3"]);
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

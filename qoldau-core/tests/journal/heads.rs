//! Signed heads: what a device vouches for, held against what is handed in later.

use qoldau_core::facts::FactsLimits;
use qoldau_core::journal::{
    DeviceKey, Journal, SignedHead, key_of, read_journal, sign_head, verify, verify_heads, vouch,
    write_journal,
};

use super::phones::Phone;

const SECRET: [u8; 32] = [7; 32];

fn aida(entries: i64) -> Phone {
    let mut aida = Phone::new("aida");
    for n in 0..entries {
        aida.counts(n, &format!("a{n}"), &n.to_string());
    }
    aida
}

fn codes(journal: &Journal, head: &SignedHead) -> Vec<String> {
    let keys = [key_of("aida", &SECRET)];
    verify_heads(journal, std::slice::from_ref(head), &keys).into_iter().map(|finding| finding.code).collect()
}

/// The journal without the lines that hold these words.
fn without(journal: &Journal, words: &str) -> Journal {
    let text = write_journal(journal);
    let kept: Vec<&str> = text.lines().filter(|line| !line.contains(words)).collect();
    read_journal(kept.join("\n").as_bytes(), &FactsLimits::default()).unwrap().journal
}

#[test]
fn a_head_stays_true_while_the_chain_grows() {
    let mut aida = aida(3);
    let head = sign_head(&aida.journal, "aida", &SECRET).unwrap();
    assert_eq!((head.seq, head.format.as_str()), (3, "qoldau-head/1.0"));
    assert_eq!(codes(&aida.journal, &head), [""; 0]);
    aida.counts(9, "b", "1");
    assert_eq!(codes(&aida.journal, &head), [""; 0]);
    let text = serde_json::to_string(&head).unwrap();
    assert_eq!(serde_json::from_str::<SignedHead>(&text).unwrap(), head);
    assert_eq!(sign_head(&aida.journal, "berik", &SECRET).unwrap_err().code(), "JRN006");
}

#[test]
fn a_head_vouches_for_the_end_of_the_chain_and_for_nothing_else() {
    let (whole, keys) = (aida(3), [key_of("aida", &SECRET)]);
    let head = sign_head(&whole.journal, "aida", &SECRET).unwrap();
    let left = |journal: &Journal, head: &SignedHead, keys: &[DeviceKey]| {
        let mut verified = verify(journal);
        vouch(&mut verified, journal, std::slice::from_ref(head), keys);
        verified.devices[0].unvouched.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(left(&whole.journal, &head, &keys), [""; 0]);
    assert_eq!(left(&whole.journal, &head, &[]), ["a2"], "the key is not known");
    let forged = SignedHead { seq: 2, ..head.clone() };
    assert_eq!(left(&whole.journal, &forged, &keys), ["a2"], "the head is forged");
    let mut entries = whole.journal.entries().to_vec();
    entries[2].author = "berik".into();
    let altered = Journal::of_entries(whole.journal.plan().cloned(), entries);
    assert_eq!(verify(&altered).findings, [], "the chain alone does not show it");
    assert_eq!(
        (codes(&altered, &head), left(&altered, &head, &keys)),
        (vec!["JRN110".into()], vec!["a2".into()])
    );
    let mut more = whole;
    more.counts(9, "b", "1");
    assert_eq!(left(&more.journal, &head, &keys), ["b"]);
}

#[test]
fn a_chain_that_was_cut_off_shows_though_it_is_whole_by_itself() {
    let aida = aida(3);
    let head = sign_head(&aida.journal, "aida", &SECRET).unwrap();
    let cut = without(&aida.journal, "\"seq\":3");
    assert_eq!(verify(&cut).findings, []);
    assert_eq!(codes(&cut, &head), ["JRN109"]);
}

#[test]
fn a_chain_that_was_written_anew_shows() {
    let head = sign_head(&aida(3).journal, "aida", &SECRET).unwrap();
    let mut anew = Phone::new("aida");
    for n in 0..3 {
        anew.counts(n, &format!("a{n}"), "100");
    }
    assert_eq!(verify(&anew.journal).findings, []);
    assert_eq!(codes(&anew.journal, &head), ["JRN110"]);
}

#[test]
fn nobody_else_signs_for_a_device() {
    let journal = aida(3).journal;
    let head = sign_head(&journal, "aida", &SECRET).unwrap();
    assert_eq!(codes(&journal, &sign_head(&journal, "aida", &[8; 32]).unwrap()), ["JRN108"]);
    let forged = [
        SignedHead { seq: 2, ..head.clone() },
        SignedHead { link: "0".repeat(64).into(), ..head.clone() },
        SignedHead { plan: Some("q".parse().unwrap()), ..head.clone() },
        SignedHead { format: "qoldau-head/1.1".into(), ..head.clone() },
        SignedHead { signature: "00".repeat(64), ..head.clone() },
        SignedHead { signature: "ff".into(), ..head.clone() },
    ];
    for head in forged {
        assert_eq!(codes(&journal, &head), ["JRN108"], "{head:?}");
    }
    assert_eq!(verify_heads(&journal, &[head], &[])[0].code, "JRN111");
}

/// Erasing a body leaves envelope and link, and with them the head.
#[test]
fn an_erasure_breaks_no_head() {
    let mut aida = aida(3);
    let head = sign_head(&aida.journal, "aida", &SECRET).unwrap();
    aida.says(20, "e", "erase", r#"{"entries":["a2"]}"#, &[]);
    assert!(aida.journal.of_id(&"a2".parse().unwrap())[0].body.is_none());
    assert_eq!(codes(&aida.journal, &head), [""; 0]);
}

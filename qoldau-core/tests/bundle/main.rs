//! The bundle for the messenger: what is put in comes out, and what was changed on the way does not.
#![expect(clippy::unwrap_used, clippy::string_slice, reason = "a helper of a test may fail loudly")]

use std::collections::BTreeSet;
use std::io::Write as _;

use proptest::prelude::*;
use qoldau_core::bundle::{BundleError, BundleLimits, BundleManifest, is_bundle, read_bundle, write_bundle};
use qoldau_core::facts::{FactsLimits, check_editions, read_facts};
use qoldau_core::journal::{Journal, read_journal, write_compact};
use qoldau_core::plan::{Contract, Edition, Plan, plan_digest, read_plan, write_plan};
use rawzip::{CompressionMethod, DataDescriptorOutput, ZipArchiveWriter, crc32};
use sha2::{Digest as _, Sha256};

/// An item with two files, one of which is attached later, and a correction that names a third.
const JOURNAL: &str = r#"{"format":"qoldau-journal/1.1","plan":"p"}
{"id":"a1","on":"2024-06-01","author":"aida","kind":"evidence","body":{"item":"cup-list","kind":"list","lines":["t1-1"],"rows":64,"files":[{"name":"list.pdf","sha256":"HASH1"},{"name":"scan.jpg"}]}}
{"id":"a2","on":"2024-06-02","author":"aida","kind":"attachEvidence","body":{"evidence":"cup-list","files":[{"name":"list-6.jpg","sha256":"HASH2"}]}}
{"id":"a3","on":"2024-06-03","author":"aida","kind":"evidence","body":{"item":"cup-list","kind":"list","lines":["t1-1"],"rows":65,"files":[{"name":"list.pdf","sha256":"HASH1"}]},"replaces":["a1"]}
{"id":"n1","on":"2024-06-03","author":"aida","kind":"hologram","body":{"big": 18446744073709551615}}
"#;

fn plan() -> Plan {
    read_plan(include_bytes!("../facts/plan.json")).unwrap()
}

/// The plan and its next edition.
fn editions() -> [Plan; 2] {
    let first = plan();
    let mut second = plan();
    let day = Some("2024-07-01".parse().unwrap());
    second.editions.push(Edition { number: 1, agreement: None, effective_from: day });
    [first, second]
}

fn hash(digit: &str) -> String {
    digit.repeat(64)
}

fn journal() -> Journal {
    let text = JOURNAL.replace("HASH1", &hash("1")).replace("HASH2", &hash("2"));
    let read = read_journal(text.as_bytes(), &FactsLimits::default()).unwrap();
    assert_eq!(read.findings, []);
    read.journal
}

fn bundle() -> Vec<u8> {
    let [first, second] = editions();
    write_bundle(&[second, first], &journal(), &BTreeSet::from([hash("2")])).unwrap()
}

fn error_of(bytes: &[u8]) -> BundleError {
    read_bundle(bytes, &BundleLimits::default()).unwrap_err()
}

#[test]
fn what_is_put_in_comes_out() {
    let bytes = bundle();
    assert!(is_bundle(&bytes));
    let read = read_bundle(&bytes, &BundleLimits::default()).unwrap();
    assert_eq!(read.journal, journal());
    assert_eq!(read.plans, editions());
    assert_eq!(read.findings, []);
    assert_eq!(read.manifest.entries, 4);
    assert_eq!(bundle(), bytes, "equal contents give equal bytes");
}

/// A host that keeps plans as JSON of its own may never have had them read.
#[test]
fn a_plan_of_an_older_format_travels() {
    let older = Plan { format: "qoldau-plan/1.0".into(), ..plan() };
    let bytes = write_bundle(&[older], &journal(), &BTreeSet::new()).unwrap();
    assert_eq!(read_bundle(&bytes, &BundleLimits::default()).unwrap().plans, [plan()]);
}

#[test]
fn the_list_says_which_files_there_are_and_which_the_sender_has() {
    let read = read_bundle(&bundle(), &BundleLimits::default()).unwrap();
    let listed: Vec<String> = read
        .manifest
        .files
        .iter()
        .map(|file| {
            let hash = file.sha256.as_deref().map_or("no hash", |hash| &hash[..1]);
            format!(
                "{} {} {hash} {}",
                file.item,
                file.name,
                if file.present { "in hand" } else { "elsewhere" }
            )
        })
        .collect();
    assert_eq!(
        listed,
        [
            "cup-list list-6.jpg 2 in hand",
            "cup-list list.pdf 1 elsewhere",
            "cup-list scan.jpg no hash elsewhere"
        ]
    );
}

#[test]
fn any_zip_program_opens_it() {
    let path = std::env::temp_dir().join(format!("qoldau-bundle-{}.zip", std::process::id()));
    std::fs::File::create(&path).unwrap().write_all(&bundle()).unwrap();
    let script = "import sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; print(*z.namelist())";
    let listed = std::process::Command::new("python3").args(["-c", script]).arg(&path).output().unwrap();
    std::fs::remove_file(&path).unwrap();
    assert!(listed.status.success(), "{}", String::from_utf8_lossy(&listed.stderr));
    assert_eq!(
        String::from_utf8(listed.stdout).unwrap(),
        "bundle.json plan-0.json plan-1.json journal.qjrn\n"
    );
}

#[test]
fn plans_that_do_not_belong_together_are_refused() {
    let twice = write_bundle(&[plan(), plan()], &journal(), &BTreeSet::new());
    assert_eq!(twice, Err(BundleError::OtherPlans { edition: 0 }));
    let foreign = Plan { id: "q".parse().unwrap(), ..plan() };
    assert_eq!(write_bundle(&[foreign], &journal(), &BTreeSet::new()).unwrap_err().code(), "BND007");
    assert!(write_bundle(&[], &journal(), &BTreeSet::new()).is_ok(), "a journal goes without its plan too");
}

/// An archive of these parts, packed.
fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipArchiveWriter::new(Vec::new());
    for (name, bytes) in parts {
        let packed = miniz_oxide::deflate::compress_to_vec(bytes, 9);
        let (mut entry, _) =
            archive.new_file(*name).compression_method(CompressionMethod::DEFLATE).start().unwrap();
        entry.write_all(&packed).unwrap();
        entry.finish(DataDescriptorOutput::new(crc32(bytes), u64::try_from(bytes.len()).unwrap())).unwrap();
    }
    archive.finish().unwrap()
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}

/// A bundle of one plan and a journal, with a manifest and parts that a stranger has changed.
fn changed(change: impl FnOnce(&mut BundleManifest, &mut Vec<(&'static str, Vec<u8>)>)) -> Vec<u8> {
    let packed = write_compact(&journal());
    let mut manifest = BundleManifest {
        format: "qoldau-bundle/1.0".into(),
        plan: Some("p".parse().unwrap()),
        plans: vec![],
        entries: 4,
        journal: sha256(&packed),
        files: vec![],
    };
    let mut parts =
        vec![("journal.qjrn", packed), ("plan-0.json", write_plan(&plan()).unwrap().into_bytes())];
    change(&mut manifest, &mut parts);
    let manifest = serde_json::to_vec(&manifest).unwrap();
    let mut all: Vec<(&str, &[u8])> = vec![("bundle.json", &manifest)];
    all.extend(parts.iter().map(|(name, bytes)| (*name, &bytes[..])));
    archive(&all)
}

#[test]
fn what_was_changed_on_the_way_is_refused_with_its_name() {
    assert!(read_bundle(&changed(|_, _| ()), &BundleLimits::default()).is_ok());
    let other_journal = changed(|_, parts| parts[0].1.push(0));
    assert_eq!(error_of(&other_journal), BundleError::OtherPart { part: "journal.qjrn".into() });
    let no_journal = changed(|_, parts| drop(parts.remove(0)));
    assert_eq!(error_of(&no_journal), BundleError::OtherPart { part: "journal.qjrn".into() });
    let listed = |edition: u32, digest: String| qoldau_core::bundle::BundlePlan { edition, digest };
    let other_plan = changed(|manifest, _| manifest.plans.push(listed(0, hash("0"))));
    assert_eq!(error_of(&other_plan), BundleError::OtherPart { part: "plan-0.json".into() });
    let digest = plan_digest(&plan()).unwrap();
    let no_plan = changed(|manifest, _| manifest.plans.push(listed(1, digest.clone())));
    assert_eq!(error_of(&no_plan), BundleError::OtherPart { part: "plan-1.json".into() });
    let twice = changed(|manifest, _| manifest.plans.extend([listed(0, digest.clone()), listed(0, digest)]));
    assert_eq!(error_of(&twice), BundleError::OtherPlans { edition: 0 });
    let newer = changed(|manifest, _| manifest.format = "qoldau-bundle/1.1".into());
    assert_eq!(error_of(&newer), BundleError::NewerFormat { format: "qoldau-bundle/1.1".into() });
    let foreign = changed(|manifest, _| manifest.format = "qoldau-plan/1.0".into());
    assert_eq!(error_of(&foreign), BundleError::NotABundle);
}

#[test]
fn other_files_are_told_from_bundles() {
    for bytes in [&b""[..], b"PK", b"QJRN\x01\x00", b"{\"format\":\"qoldau-bundle/1.0\"}", b"%PDF-1.7"] {
        assert_eq!(error_of(bytes), BundleError::NotABundle);
    }
    let annex = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/../examples/data/qoldau-2024.kk.docx"));
    assert_eq!(error_of(&annex.unwrap()), BundleError::NotABundle);
    assert_eq!(error_of(b"PK\x03\x04 and nothing behind it").code(), "BND003");
}

#[test]
fn bombs_are_refused_before_they_are_unpacked() {
    let zeros = vec![b' '; 32 << 20];
    let bomb = archive(&[("bundle.json", &zeros)]);
    assert!(bomb.len() < 40_000);
    assert_eq!(error_of(&bomb).code(), "BND004");
    let small = BundleLimits { max_unpacked: 100, ..BundleLimits::default() };
    assert_eq!(read_bundle(&bundle(), &small).unwrap_err().code(), "BND004");
    let short = BundleLimits { max_bytes: 100, ..BundleLimits::default() };
    assert_eq!(read_bundle(&bundle(), &short).unwrap_err().code(), "BND004");
    let names: Vec<String> = (0..300).map(|n| format!("f{n}")).collect();
    let parts: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
    assert_eq!(error_of(&archive(&parts)).code(), "BND004");
    let few = FactsLimits { max_entries: 3, ..FactsLimits::default() };
    let few = BundleLimits { facts: few, ..BundleLimits::default() };
    assert_eq!(read_bundle(&bundle(), &few).unwrap_err().code(), "FCT002");
}

/// What a journal adopts is held against the plans that are given.
#[test]
fn an_adopted_plan_is_the_one_that_is_given() {
    let [first, second] = editions();
    let adopted = |edition: u32, digest: &str| {
        format!(
            r#"{{"id":"p{edition}","on":"2024-05-01","author":"a","kind":"planAdopted","body":{{"edition":{edition},"digest":"{digest}","effectiveFrom":"2024-05-01"}}}}"#
        )
    };
    let codes = |journal: &str, plans: &[&Plan]| {
        let read = read_facts(journal.as_bytes(), &FactsLimits::default()).unwrap();
        check_editions(plans, &read).into_iter().map(|finding| finding.code).collect::<Vec<_>>()
    };
    let digest = plan_digest(&first).unwrap();
    assert_eq!(codes(&adopted(0, &digest), &[&first, &second]), [""; 0]);
    assert_eq!(codes(&adopted(0, &hash("0")), &[&first, &second]), ["FCT230"]);
    assert_eq!(codes(&adopted(1, &digest), &[&first]), ["FCT231"]);
    assert_eq!(codes(&adopted(1, &digest), &[&first, &second]), ["FCT230"]);
    let mut second = second;
    let agreement = Contract { number: Some("2".into()), date: Some("2024-07-25".parse().unwrap()) };
    second.editions.last_mut().unwrap().agreement = Some(agreement);
    let number = second.edition_number();
    let amended = |from: &str, agreement: &str, map: &str| {
        let digest = plan_digest(&second).unwrap();
        let journal = format!(
            r#"{{"id":"m","on":"2024-08-01","author":"a","kind":"planAmended","body":{{"edition":{number},"agreement":{agreement},"digest":"{digest}","effectiveFrom":"{from}","map":[{map}]}}}}"#
        );
        codes(&journal, &[&first, &second])
    };
    let own = second.editions.last().unwrap();
    let agreement = serde_json::to_string(own.agreement.as_ref().unwrap()).unwrap();
    let from = own.effective_from.unwrap().to_string();
    let line = second.lines().next().unwrap().2.id.clone();
    assert_eq!(amended(&from, &agreement, ""), [""; 0]);
    assert_eq!(amended("2024-08-02", &agreement, ""), ["FCT232"]);
    assert_eq!(amended(&from, r#"{"number":"99","date":"2024-07-01"}"#, ""), ["FCT232"]);
    assert_eq!(amended(&from, &agreement, r#"{"from":"zzz","to":null}"#), ["FCT232"]);
    assert_eq!(amended(&from, &agreement, &format!(r#"{{"from":"{line}","to":null}}"#)), ["FCT232"]);
    assert_eq!(amended(&from, &agreement, &format!(r#"{{"from":"{line}","to":"{line}"}}"#)), [""; 0]);
    let void =
        r#"{"id":"v","on":"2024-05-02","author":"a","kind":"void","body":{"reason":"x"},"replaces":["p0"]}"#;
    assert_eq!(codes(&format!("{}\n{void}", adopted(0, &hash("0"))), &[&first]), [""; 0]);
}

proptest! {
    #[test]
    fn a_damaged_bundle_is_never_taken_for_another(at in any::<prop::sample::Index>(), bit in 0..8_u32, cut in any::<prop::sample::Index>()) {
        let whole = bundle();
        let right = read_bundle(&whole, &BundleLimits::default()).unwrap();
        let mut flipped = whole.clone();
        flipped[at.index(whole.len())] ^= 1 << bit;
        // Flags and times of the archive say nothing of what is in it.
        if let Ok(read) = read_bundle(&flipped, &BundleLimits::default()) {
            prop_assert_eq!(read, right);
        }
        prop_assert!(read_bundle(&whole[..cut.index(whole.len())], &BundleLimits::default()).is_err());
    }
}

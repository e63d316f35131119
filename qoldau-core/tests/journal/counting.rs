//! What a merged journal counts: no fact twice, and none lost.

use qoldau_core::annex::{ReadLimits, read_annex};
use qoldau_core::facts::{Fact, FactsLimits, Observation, ReadingValue, check_facts, observe, read_facts};
use qoldau_core::journal::write_journal;
use qoldau_core::value::{Amount, Id, IsoDate};

use super::phones::Phone;

fn day(text: &str) -> IsoDate {
    text.parse().unwrap()
}

/// The sum of the counts that hold on a day.
fn sum_on(phone: &Phone, on: &str) -> String {
    sum_of(&write_journal(&phone.journal), on)
}

/// The same of a journal as text.
pub(crate) fn sum_of(journal: &str, on: &str) -> String {
    let read = read_facts(journal.as_bytes(), &FactsLimits::default()).unwrap();
    let observations = observe(read.entries);
    let amounts = observations.holding_on(day(on)).filter_map(|by| match &by.fact {
        Fact::Reading { body } => match body.value {
            ReadingValue::Amount { amount } => Some(amount),
            _ => None,
        },
        _ => None,
    });
    amounts.fold(Amount::ZERO, |sum, amount| sum.checked_add(amount).unwrap()).to_string()
}

#[test]
fn a_count_corrected_on_two_phones_counts_once() {
    let (mut aida, mut berik) = (Phone::new("aida"), Phone::new("berik"));
    aida.counts(0, "x", "60");
    aida.counts(1, "y", "1000");
    berik.takes(&[&aida.journal]);
    aida.amends(10, "a", "64", &["x"]);
    berik.amends(20, "b", "70", &["x"]);
    aida.takes(&[&berik.journal]);
    assert_eq!(sum_on(&aida, "2024-06-14"), "1070", "not 1134");
    assert_eq!(sum_on(&aida, "2024-06-13"), "0");
}

#[test]
fn a_correction_of_a_correction_that_was_dated_too_late_counts_once() {
    let says = |id: &str, on: &str, kind: &str, body: &str, replaces: &str| {
        format!(
            r#"{{"id":"{id}","on":"{on}","author":"aida","kind":"{kind}","body":{body},"replaces":[{replaces}]}}"#
        )
    };
    let again = |amount: &str| format!(r#"{{"kind":"reading","body":{}}}"#, super::phones::count(amount));
    let journal = [
        r#"{"format":"qoldau-journal/1.1","plan":"p"}"#.into(),
        says("x", "2024-06-10", "reading", &super::phones::count("84"), ""),
        says("a", "2024-07-02", "amend", &again("85"), r#""x""#),
        says("b", "2024-06-30", "amend", &again("86"), r#""a""#),
    ];
    let sums = |journal: &[String]| {
        let days = ["2024-06-29", "2024-06-30", "2024-07-01", "2024-07-02"];
        days.map(|on| sum_of(&journal.join("\n"), on))
    };
    assert_eq!(sums(&journal), ["84", "86", "86", "86"], "not 170");
    assert_eq!(sums(&journal[..3]), ["84", "84", "84", "85"]);
}

#[test]
fn a_correction_without_the_amend_kind_counts_once_too() {
    let (mut aida, mut berik) = (Phone::new("aida"), Phone::new("berik"));
    aida.counts(0, "x", "60");
    berik.takes(&[&aida.journal]);
    aida.says(10, "a", "reading", &super::phones::count("64"), &["x"]);
    berik.says(20, "b", "void", r#"{"reason":"екі рет"}"#, &["x"]);
    aida.takes(&[&berik.journal]);
    assert_eq!(sum_on(&aida, "2024-06-14"), "0", "the void was recorded last");
    aida.says(30, "c", "reading", &super::phones::count("64"), &["a", "b"]);
    assert_eq!(sum_on(&aida, "2024-06-14"), "64");
}

#[test]
fn who_loses_is_told_of_in_three_languages() {
    let annex = include_bytes!("../../../examples/data/qoldau-2024.kk.txt");
    let plan = read_annex(annex, &ReadLimits::default()).unwrap().plan;
    let (mut aida, mut berik) = (Phone::new("aida"), Phone::new("berik"));
    aida.counts(0, "x", "60");
    berik.takes(&[&aida.journal]);
    aida.amends(10, "a", "64", &["x"]);
    berik.amends(20, "b", "70", &["x"]);
    aida.takes(&[&berik.journal]);
    let read = read_facts(write_journal(&aida.journal).as_bytes(), &FactsLimits::default()).unwrap();
    let findings = check_facts(&plan, &read);
    let told = findings.iter().find(|finding| finding.code == "FCT219").unwrap();
    assert_eq!(told.params[0].name, "entry");
}

/// What an item of evidence names on a day: its lines and its files.
fn item_on(phone: &Phone, on: &str) -> String {
    let read = read_facts(write_journal(&phone.journal).as_bytes(), &FactsLimits::default()).unwrap();
    assert_eq!(read.findings, []);
    let observations = observe(read.entries);
    let items: Vec<String> = observations
        .holding_on(day(on))
        .filter_map(|by| match &by.fact {
            Fact::Evidence { body } => {
                let lines: Vec<&str> = body.lines.iter().map(Id::as_str).collect();
                let files: Vec<&str> = body.files.iter().map(|file| &*file.name).collect();
                Some(format!("{} | {} | {}", lines.join(" "), files.join(" "), body.date.unwrap_or(by.on)))
            }
            _ => None,
        })
        .collect();
    items.join("; ")
}

#[test]
fn what_several_people_attach_to_one_item_is_all_there() {
    let (mut aida, mut berik) = (Phone::new("aida"), Phone::new("berik"));
    let item =
        r#"{"item":"list","kind":"list","lines":["t2-6"],"date":"2024-06-12","files":[{"name":"1.jpg"}]}"#;
    aida.says(0, "x", "evidence", item, &[]);
    berik.takes(&[&aida.journal]);
    let attach = |file: &str| format!(r#"{{"evidence":"list","files":[{{"name":"{file}"}}]}}"#);
    aida.says(10, "a", "attachEvidence", &attach("2.jpg"), &[]);
    berik.says(20, "b", "attachEvidence", &attach("3.jpg"), &[]);
    berik.says(21, "c", "attachEvidence", r#"{"evidence":"list","lines":["t3-1"]}"#, &[]);
    assert_eq!(aida.takes(&[&berik.journal]).conflicts, []);
    assert_eq!(item_on(&aida, "2024-06-14"), "t2-6 t3-1 | 1.jpg 2.jpg 3.jpg | 2024-06-12");
    aida.says(30, "d", "detachEvidence", &attach("1.jpg"), &[]);
    assert_eq!(item_on(&aida, "2024-06-14"), "t2-6 t3-1 | 2.jpg 3.jpg | 2024-06-12");
    // A later correction of the record itself loses nothing that was attached.
    let amended = r#"{"kind":"evidence","body":{"item":"list","kind":"list","lines":["t2-6"],"date":"2024-06-13","rows":64,"files":[{"name":"1.jpg"}]}}"#;
    berik.says(40, "e", "amend", amended, &["x"]);
    aida.takes(&[&berik.journal]);
    assert_eq!(item_on(&aida, "2024-06-14"), "t2-6 t3-1 | 1.jpg 2.jpg 3.jpg | 2024-06-13");
    // An addition that is voided is gone.
    aida.says(50, "f", "void", r#"{"reason":"басқа тізім"}"#, &["b"]);
    assert_eq!(item_on(&aida, "2024-06-14"), "t2-6 t3-1 | 1.jpg 2.jpg | 2024-06-13");
}

/// The days from which on an item is in a new state, with the entry of each and what the item names.
fn states_of(lines: &[(&str, &str, &str, &str)]) -> Vec<String> {
    let line = |(id, on, kind, says): &(&str, &str, &str, &str)| {
        let replaces = if *kind == "amend" { r#""a1""# } else { "" };
        let body = match *kind {
            "evidence" => format!(r#"{{"item":"p1","kind":"post",{says}}}"#),
            "amend" => format!(r#"{{"kind":"evidence","body":{{"item":"p1","kind":"post",{says}}}}}"#),
            _ => format!(r#"{{"evidence":"p1",{says}}}"#),
        };
        format!(
            r#"{{"id":"{id}","on":"2024-06-{on}","author":"a","kind":"{kind}","body":{body},"replaces":[{replaces}]}}"#
        )
    };
    let text = lines.iter().map(line).collect::<Vec<_>>().join("\n");
    let read = read_facts(text.as_bytes(), &FactsLimits::default()).unwrap();
    assert_eq!(read.entries.len(), lines.len());
    let mut observed = observe(read.entries).all;
    observed.sort_by_key(|by| by.on);
    let state = |by: &Observation| match &by.fact {
        Fact::Evidence { body } => {
            let lines: Vec<&str> = body.lines.iter().map(Id::as_str).collect();
            let files: Vec<&str> = body.files.iter().map(|file| &*file.name).collect();
            format!("{} {}: {} {}", by.on.day(), by.entry, lines.join(","), files.join(","))
        }
        other => format!("{other:?}"),
    };
    observed.iter().map(state).collect()
}

#[test]
fn what_was_detached_stays_detached_though_the_item_is_amended_later() {
    let passport = r#""lines":["t9-1"],"files":[{"name":"passport.jpg"}]"#;
    let told = [
        ("a1", "10", "evidence", r#""lines":["t2-9"]"#),
        ("a2", "11", "attachEvidence", passport),
        ("a3", "12", "detachEvidence", passport),
        ("a4", "13", "amend", r#""lines":["t2-9"]"#),
    ];
    let expected = ["10 a1: t2-9 ", "11 a2: t2-9,t9-1 passport.jpg", "12 a3: t2-9 ", "13 a4: t2-9 "];
    assert_eq!(states_of(&told), expected);
    // Attached once more, before or after the amendment, it is there; and so is what the amendment itself says.
    let again = ("a5", "12", "attachEvidence", r#""lines":["t9-1"]"#);
    assert_eq!(
        states_of(&[&told[..3], &[again, told[3]]].concat())[2..],
        ["12 a5: t2-9,t9-1 ", "13 a4: t2-9,t9-1 "]
    );
    let says = ("a4", "13", "amend", r#""lines":["t2-9","t9-1"]"#);
    assert_eq!(states_of(&[&told[..3], &[says]].concat())[3..], ["13 a4: t2-9,t9-1 "]);
    // What was attached and never taken away outlives the amendment.
    assert_eq!(states_of(&[told[0], told[1], told[3]])[2..], ["13 a4: t2-9,t9-1 passport.jpg"]);
}

#[test]
fn what_is_attached_again_makes_no_later_item() {
    let told = [
        ("a1", "10", "evidence", r#""lines":["t2-9"],"files":[{"name":"s.png"}]"#),
        ("a2", "20", "attachEvidence", r#""files":[{"name":"s.png"}]"#),
        ("a3", "21", "detachEvidence", r#""lines":["t9-1"]"#),
        ("a4", "22", "attachEvidence", r#""files":[{"name":"t.png"}]"#),
    ];
    assert_eq!(states_of(&told[..3]), ["10 a1: t2-9 s.png"]);
    assert_eq!(states_of(&told), ["10 a1: t2-9 s.png", "22 a4: t2-9 s.png,t.png"]);
}

//! Clocks that are wrong: none makes the others wrong, and who is wrong is told.

use qoldau_core::facts::FactsLimits;
use qoldau_core::journal::{Journal, read_journal, verify};

use super::phones::{Phone, count};

/// What another phone handed over: an entry recorded at a time that somebody made up.
fn told(device: &str, seq: u32, clock: &str) -> Journal {
    let body = count("1");
    let text = format!(
        "{{\"format\":\"qoldau-journal/1.1\",\"plan\":\"p\"}}\n\
         {{\"id\":\"of-{device}\",\"on\":\"2024-06-10\",\"author\":\"a\",\"kind\":\"reading\",\"body\":{body},\
         \"device\":\"{device}\",\"seq\":{seq},\"clock\":\"{clock}\"}}\n"
    );
    let read = read_journal(text.as_bytes(), &FactsLimits::default()).unwrap();
    assert_eq!(read.findings, []);
    read.journal
}

fn clock_of(phone: &Phone, id: &str) -> String {
    phone.journal.of_id(&id.parse().unwrap())[0].clock.as_deref().unwrap().into()
}

fn codes(journal: &Journal) -> Vec<String> {
    let findings = verify(journal).findings;
    findings.iter().map(|finding| format!("{} {:?}", finding.code, finding.params[0].value)).collect()
}

#[test]
fn a_clock_far_ahead_makes_no_other_wrong_and_is_told() {
    for far in ["9999-12-31T23:59:59.999Z-ffff", "2099-01-01T00:00:00.000Z-0000"] {
        let mut aida = Phone::new("aida");
        aida.counts(0, "a", "1");
        aida.takes(&[&told("far", 1, far), &told("near", 1, "2024-06-20T09:00:00.000Z-0004")]);
        assert_eq!(aida.journal.newest_clock(), Some(far));
        aida.counts(10, "b", "2");
        aida.counts(11, "c", "3");
        assert_eq!(clock_of(&aida, "b"), "2024-06-20T09:00:00.000Z-0005", "after all that may be right");
        assert_eq!(clock_of(&aida, "c"), "2024-06-20T09:00:00.000Z-0006");
        assert_eq!(codes(&aida.journal), ["JRN113 Id { id: \"of-far\" }"]);
    }
}

#[test]
fn a_device_that_was_wrong_itself_goes_on_from_there() {
    let mut aida = Phone::ahead("aida", 60 * 1440);
    aida.counts(0, "a", "1");
    let mut back = Phone::new("aida");
    back.journal = aida.journal;
    back.counts(1, "b", "2");
    assert_eq!(clock_of(&back, "b"), "2024-07-31T00:00:00.000Z-0001");
    assert_eq!(codes(&back.journal), [""; 0]);
    let mut last = Phone::new("aida");
    last.takes(&[&told("aida", 1, "9999-12-31T23:59:59.999Z-ffff")]);
    assert_eq!(last.tries(1, "b", "reading", &count("1"), &[]).unwrap_err().code(), "JRN007");
}

#[test]
fn what_is_no_clock_is_not_counted_from() {
    let mut aida = Phone::new("aida");
    let far = "2024-06-20T09:00:00.000Z-0000";
    aida.takes(&[
        &told("proper", 1, far),
        &told("junk", 1, "2024-06-21T10:00"),
        &told("other", 1, "2031-06-11 soon"),
    ]);
    assert_eq!(aida.journal.newest_clock(), Some(far));
    aida.counts(0, "a", "1");
    let mut one_by_one = Journal::new(None);
    for entry in aida.journal.entries() {
        one_by_one.insert(entry.clone());
    }
    assert_eq!(one_by_one.newest_clock(), aida.journal.newest_clock());
    aida.takes(&[&told("later", 1, "2024-06-22T10:00")]);
    aida.counts(1, "b", "1");
    assert_eq!(clock_of(&aida, "b"), "2024-06-20T09:00:00.000Z-0002");
    assert_eq!(codes(&aida.journal), [""; 0]);
}

#[test]
fn a_clock_that_is_a_year_ahead_of_all_others_is_asked_about() {
    let mut aida = Phone::new("aida");
    aida.counts(0, "a", "1");
    aida.takes(&[&told("year", 1, "2025-06-10T09:00:00.000Z-0000")]);
    assert_eq!(codes(&aida.journal), ["JRN116 Id { id: \"of-year\" }"]);
    // Two that agree with each other and with no date are asked about both.
    aida.takes(&[&told("again", 1, "2025-06-12T09:00:00.000Z-0000")]);
    assert_eq!(codes(&aida.journal), ["JRN116 Id { id: \"of-year\" }", "JRN116 Id { id: \"of-again\" }"]);
    // Beside nobody else nobody can say.
    assert_eq!(codes(&told("year", 1, "2025-06-10T09:00:00.000Z-0000")), [""; 0]);
    // What was corrected after the season is no wrong clock.
    let (mut saule, mut late) = (Phone::new("saule"), Phone::ahead("late", 200 * 1440));
    saule.counts(0, "s", "1");
    late.takes(&[&saule.journal]);
    late.amends(0, "l", "2", &["s"]);
    assert_eq!(codes(&late.journal), [""; 0]);
}

#[test]
fn after_the_last_number_there_is_none() {
    let mut aida = Phone::new("aida");
    aida.takes(&[&told("aida", u32::MAX, "2024-06-01T00:00:00.000Z-0000")]);
    assert_eq!(aida.tries(1, "b", "reading", &count("1"), &[]).unwrap_err().code(), "JRN008");
}

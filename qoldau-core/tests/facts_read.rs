//! Journals of facts: what is read, what is refused and why.

#![expect(clippy::unwrap_used, reason = "a helper of a test may fail loudly")]

use std::fmt::Write as _;

use qoldau_core::facts::{FACTS_RULES, Fact, FactsError, FactsLimits, FactsRead, read_facts};
use qoldau_core::finding::{Finding, ParamValue, Place, Severity};

#[path = "../benches/season/mod.rs"]
mod season;

const HEADER: &str = "{\"format\":\"qoldau-journal/1.0\",\"plan\":\"p\"}\n";

fn read(text: &str) -> FactsRead {
    read_facts(text.as_bytes(), &FactsLimits::default()).unwrap()
}

/// An entry of a kind that nothing is asked of.
fn entry(id: &str) -> String {
    format!("{{\"id\":\"{id}\",\"on\":\"2024-06-14\",\"author\":\"a\",\"kind\":\"note\",\"body\":{{}}}}\n")
}

fn ids(read: &FactsRead) -> Vec<&str> {
    read.entries.iter().map(|entry| entry.id.as_str()).collect()
}

fn codes(read: &FactsRead) -> Vec<&str> {
    read.findings.iter().map(|finding| finding.code.as_str()).collect()
}

/// A finding as a golden file tells it.
fn told(finding: &Finding) -> String {
    let mut told = format!("= {}", finding.code);
    for param in finding.params.iter().filter(|param| param.name == "field") {
        if let ParamValue::Text { text } = &param.value {
            write!(told, " {text}").unwrap();
        }
    }
    told
}

#[test]
fn every_fault_of_the_golden_file_is_told_as_it_says() {
    let golden = include_str!("facts/faults.txt");
    let is_line = |line: &&str| !line.is_empty() && !line.starts_with(['#', '=']);
    let lines: Vec<&str> = golden.lines().filter(is_line).collect();
    let read = read(&format!("{HEADER}{}", lines.join("\n")));
    let mut now = String::new();
    let mut at = 1;
    for line in golden.lines().filter(|line| !line.starts_with('=')) {
        writeln!(now, "{line}").unwrap();
        if is_line(&line) {
            at += 1;
            for finding in &read.findings {
                if matches!(finding.place, Place::Line { line, .. } if line == at) {
                    writeln!(now, "{}", told(finding)).unwrap();
                }
            }
        }
    }
    for (now, golden) in now.lines().zip(golden.lines()) {
        assert_eq!(now, golden);
    }
    assert_eq!(now.len(), golden.len());
    let refused = read.findings.iter().filter(|finding| finding.severity == Severity::Error).count();
    assert_eq!(lines.len(), read.entries.len() + refused + 1, "every line counts or is refused, one recurs");
}

#[test]
fn findings_hold_no_words_of_the_journal() {
    let text = include_str!("facts/faults.txt").lines().filter(|line| !line.starts_with(['#', '='])).fold(
        String::from(HEADER),
        |mut text, line| {
            writeln!(text, "{line}").unwrap();
            text
        },
    );
    let findings = format!("{:?}", read(&text).findings);
    for words in
        ["Қағазға", "Айгүл", "yesterday", "14.06.2024", "instagram", "AB12", "F0F0", "friend", "\"red"]
    {
        assert!(!findings.contains(words), "{words}");
    }
}

#[test]
fn marks_of_windows_and_a_missing_end_are_no_fault() {
    let text =
        format!("\u{feff}{HEADER}\r\n\n   \t\r\n{}\u{feff}{}", entry("a").replace('\n', "\r\n"), entry("b"));
    let read = read(text.trim_end());
    assert_eq!((ids(&read), codes(&read)), (vec!["a", "b"], vec![]));
    assert_eq!(read.lines, [5, 6]);
    assert_eq!(read.plan.unwrap().as_str(), "p");
}

#[test]
fn a_line_of_broken_bytes_harms_no_other() {
    let mut bytes = format!("{HEADER}{}", entry("a")).into_bytes();
    bytes.extend_from_slice(b"{\"id\":\"\xd0\x3f\"}\n\0\0\0\0\n");
    bytes.extend_from_slice(entry("b").as_bytes());
    let read = read_facts(&bytes, &FactsLimits::default()).unwrap();
    assert_eq!(ids(&read), ["a", "b"]);
    assert_eq!(codes(&read), ["FCT101", "FCT103"]);
    assert_eq!(read.findings[0].place, Place::Line { line: 3, entry: None });
}

#[test]
fn a_refused_entry_is_named_by_its_id() {
    let read = read(&format!(
        "{HEADER}{{\"id\":\"x7\",\"on\":\"2024\",\"author\":\"a\",\"kind\":\"note\",\"body\":1}}"
    ));
    assert_eq!(read.findings[0].place, Place::Line { line: 2, entry: Some("x7".parse().unwrap()) });
}

#[test]
fn joined_files_are_one_journal() {
    let read = read(&format!("{HEADER}{}{HEADER}{}", entry("a"), entry("b")));
    assert_eq!((ids(&read), codes(&read)), (vec!["a", "b"], vec![]));
}

#[test]
fn a_header_without_a_plan_takes_nothing_away() {
    let bare = "{\"format\":\"qoldau-journal/1.0\"}\n";
    let read = read(&format!("{bare}{}{HEADER}{bare}{}", entry("a"), entry("b")));
    assert_eq!((ids(&read), codes(&read)), (vec!["a", "b"], vec![]));
    assert_eq!(read.plan.unwrap().as_str(), "p");
}

#[test]
fn a_journal_without_a_header_counts_with_a_warning() {
    let read = read(&format!("{}{}", entry("a"), entry("b")));
    assert_eq!((ids(&read), codes(&read)), (vec!["a", "b"], vec!["FCT122"]));
}

#[test]
fn entries_of_another_plan_do_not_count() {
    let other = HEADER.replace("\"p\"", "\"q\"");
    let read = read(&format!("{HEADER}{}{other}{}{HEADER}{}", entry("a"), entry("b"), entry("c")));
    assert_eq!((ids(&read), codes(&read)), (vec!["a", "c"], vec!["FCT123"]));
    assert_eq!(read.plan.unwrap().as_str(), "p");
}

#[test]
fn a_newer_format_is_said_before_anything_else() {
    for (format, newer) in [("1.2", "1.2"), ("2.0", "2.0"), ("01.07", "1.7")] {
        let header = format!("{{\"new\":[],\"format\":\"qoldau-journal/{format}\",\"format\":0}}\n");
        for (text, line) in
            [(format!("{header}torn"), 1), (format!("{HEADER}torn\n{}{header}", entry("a")), 4)]
        {
            let error = read_facts(text.as_bytes(), &FactsLimits::default()).unwrap_err();
            assert_eq!(error, FactsError::NewerFormat { format: format!("qoldau-journal/{newer}"), line });
            assert_eq!(error.code(), "FCT001");
        }
    }
}

#[test]
fn what_says_it_is_something_else_is_no_journal() {
    for format in ["\"qoldau-plan/1.0\"", "\"qoldau-journal\"", "\"qoldau-journal/x.1\"", "\"\"", "1", "null"]
    {
        let text = format!("{{\"format\":{format},\"plan\":\"p\"}}");
        let error = read_facts(text.as_bytes(), &FactsLimits::default()).unwrap_err();
        assert_eq!((error.clone(), error.code()), (FactsError::NotAJournal { line: 1 }, "FCT003"));
    }
}

#[test]
fn a_faulty_header_of_a_known_format_is_a_finding() {
    let read = read(&format!("{{\"format\":\"qoldau-journal/1.0\",\"plans\":\"p\"}}\n{}", entry("a")));
    assert_eq!((ids(&read), codes(&read)), (vec!["a"], vec!["FCT106"]));
}

#[test]
fn a_header_without_a_plan_brings_no_lines_of_another_plan_in() {
    let header = |plan: &str| format!("{{\"format\":\"qoldau-journal/1.1\",\"plan\":{plan}}}\n");
    let text =
        [header("\"p\""), entry("a"), header("\"q\""), entry("b"), header("null"), entry("c")].concat();
    let foreign = read(&text);
    assert_eq!((ids(&foreign), codes(&foreign)), (vec!["a"], vec!["FCT123", "FCT123"]));
    let back = read(&[text, header("\"p\""), entry("d"), header("null"), entry("e")].concat());
    assert_eq!(ids(&back), ["a", "d", "e"]);
}

#[test]
fn limits_hold() {
    let text = format!("{HEADER}{}{}{}", entry("a"), entry("b"), entry("c"));
    let limits = |limits: FactsLimits| read_facts(text.as_bytes(), &limits);
    let error = limits(FactsLimits { max_entries: 2, ..FactsLimits::default() }).unwrap_err();
    assert_eq!((error.clone(), error.code()), (FactsError::TooManyEntries { most: 2 }, "FCT002"));
    assert_eq!(limits(FactsLimits { max_entries: 3, ..FactsLimits::default() }).unwrap().entries.len(), 3);
    let length = u32::try_from(entry("a").trim_end().len()).unwrap();
    let short = limits(FactsLimits { max_line_bytes: length - 1, ..FactsLimits::default() }).unwrap();
    assert_eq!((ids(&short), codes(&short)), (vec![], vec!["FCT102"; 3]));
    assert_eq!(
        limits(FactsLimits { max_line_bytes: length, ..FactsLimits::default() }).unwrap().entries.len(),
        3
    );
}

#[test]
fn findings_beyond_the_limit_are_counted() {
    let text = format!("{HEADER}{}{}", "torn\n".repeat(2500), "[]\n".repeat(1000));
    let read = read(&text);
    assert_eq!(read.findings.len(), 1001 + 1000);
    let more = &read.findings[0];
    assert_eq!(
        (more.code.as_str(), more.severity, &more.place),
        ("FCT190", Severity::Error, &Place::Whole {})
    );
    assert_eq!(format!("{:?}", more.params[1].value), "Count { count: 1500 }");
    assert_eq!(read.findings[1].place, Place::Line { line: 2, entry: None });
}

#[test]
fn unknown_kinds_keep_their_bodies_to_the_letter() {
    let body = "{ \"b\" : 1.50, \"a\":[ ], \"a\":\"\\u0041\" }";
    let read = read(&format!(
        "{HEADER}{{\"id\":\"a\",\"on\":\"2024-06-14\",\"author\":\"a\",\"body\":{body},\"kind\":\"person\"}}"
    ));
    let Fact::Other { name, body: kept } = &read.entries[0].fact else { panic!("not kept") };
    assert_eq!((&**name, kept.reveal()), ("person", body));
    assert!(
        !format!("{:?}", read.entries[0]).contains("0041"),
        "what it holds is unknown: it prints silently"
    );
}

#[test]
fn ids_that_stand_often_are_told_by_their_lines() {
    let mut text = String::from(HEADER);
    for number in 0..20 {
        text.push_str(&entry("a").replace("{}", &number.to_string()));
        text.push_str(&entry("b"));
    }
    let read = read(&text);
    assert_eq!(ids(&read), ["b"]);
    let (first, last) = (&read.findings[0], read.findings.iter().rfind(|one| one.code == "FCT120").unwrap());
    assert_eq!((first.code.as_str(), first.params.len()), ("FCT121", 10));
    assert_eq!(format!("{:?}", first.params[0].value), "Count { count: 4 }");
    assert_eq!(last.place, Place::Line { line: 41, entry: Some("b".parse().unwrap()) });
    assert_eq!(format!("{:?}", last.params[0].value), "Count { count: 3 }");
}

#[test]
fn rules_are_told_apart_and_speak_three_languages() {
    let mut codes: Vec<_> = FACTS_RULES.iter().map(|rule| rule.code).collect();
    let mut names: Vec<_> = FACTS_RULES.iter().map(|rule| rule.name).collect();
    assert!(codes.is_sorted());
    codes.dedup();
    names.sort_unstable();
    names.dedup();
    assert_eq!((codes.len(), names.len()), (FACTS_RULES.len(), FACTS_RULES.len()));
    for rule in FACTS_RULES {
        let holes = |text: &str| {
            let mut holes: Vec<_> = text
                .split('{')
                .skip(1)
                .filter_map(|rest| rest.split_once('}'))
                .map(|(hole, _)| hole.to_owned())
                .collect();
            holes.sort_unstable();
            holes
        };
        let message = rule.message;
        assert_eq!(holes(message.kk), holes(message.ru), "{}", rule.code);
        assert_eq!(holes(message.en), holes(message.ru), "{}", rule.code);
        for text in [message.kk, message.ru, message.en, rule.remedy.kk, rule.remedy.ru, rule.remedy.en] {
            assert!(!text.is_empty() && !text.ends_with('.'), "{}", rule.code);
        }
    }
}

#[test]
fn the_sample_season_reads_whole() {
    let season = include_str!("../../examples/data/season.jsonl");
    let read = read(season);
    assert_eq!((read.entries.len() + 1, codes(&read)), (season.lines().count(), vec![]));
}

#[test]
fn what_is_no_journal_at_all_is_refused_whole() {
    let random: Vec<u8> =
        (0..4096_u32).map(|at| u8::try_from(at.wrapping_mul(2_654_435_761) >> 24).unwrap()).collect();
    for bytes in [&b""[..], b"\n\n", b"PK\x03\x04", b"[]", b"hello\nworld", b"{}", &random] {
        let error = read_facts(bytes, &FactsLimits::default()).unwrap_err();
        assert_eq!(error.code(), "FCT003");
    }
    let header_only = read_facts(HEADER.as_bytes(), &FactsLimits::default()).unwrap();
    assert!(header_only.entries.is_empty() && header_only.findings.is_empty());
    let meant = read("{\"kind\":\"reading\",\"on\":\"2024-06-31\"}");
    assert_eq!(meant.findings.len(), 1, "an entry with a fault is told, not the file refused");
}

#[test]
fn every_example_of_the_page_on_facts_is_read() {
    let page = include_str!("../../docs/facts.md");
    let examples: Vec<&str> = page.lines().filter(|line| line.starts_with('{')).collect();
    let read = read(&examples.join("\n"));
    assert_eq!(codes(&read), ["FCT128"], "the page shows an erasure too, and so what it erases is gone");
    assert_eq!(read.entries.len(), 35);
    assert!(read.entries.iter().all(|entry| !matches!(entry.fact, Fact::Other { .. })));
}

#[test]
fn blank_fields_are_absent() {
    let entry = |body: &str| {
        format!(
            "{{\"id\":\"a\",\"on\":\"2024-06-14\",\"author\":\"p\",\"kind\":\"evidence\",\"body\":{{\"item\":\"i\",\"kind\":\"list\",\"lines\":[\"l\"]{body}}}}}"
        )
    };
    let blank = ",\"link\":\" \",\"number\":\"\",\"title\":\"\",\"outlet\":\"\",\"files\":[{\"name\":\"\",\"pages\":3}]";
    assert_eq!(
        read(&format!("{HEADER}{}", entry(blank))).entries,
        read(&format!("{HEADER}{}", entry(""))).entries
    );
}

#[test]
fn the_journal_of_the_benches_gives_no_finding() {
    let read = read(&season::journal(2_000));
    assert_eq!((codes(&read), read.entries.len()), (vec![], 2_000));
}

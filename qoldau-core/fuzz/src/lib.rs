//! What must hold whatever comes in. The fuzz targets run these on bytes of their own making, and
//! `tests/crashers.rs` runs them on every input that ever broke one.
//!
//! A property panics when it is broken; the library itself must never panic.

use std::sync::LazyLock;

use qoldau_core::annex::{ReadLimits, excerpt, read_annex};
use qoldau_core::assess::assess;
use qoldau_core::facts::{Entry, FactsLimits, check_facts, observe, read_facts, write_entry};
use qoldau_core::finding::Place;
use qoldau_core::language::Language;
use qoldau_core::people::import::{ColumnChoice, PersonColumn, SheetColumns, read_sheets};
use qoldau_core::plan::{
    Due, DueContext, Plan, Policy, Target, TargetRule, print_due, print_target, read_due, read_plan,
    read_targets, write_plan,
};
use qoldau_core::value::{DateRange, IsoDate};
use qoldau_core::workbook::{WorkbookLimits, read_workbook};

/// Limits that keep one run short; the library's own are larger.
fn limits() -> ReadLimits {
    ReadLimits { max_bytes: 1 << 20, max_unpacked: 1 << 20, max_cells: 5000, ..ReadLimits::default() }
}

/// The plan that journals are held against.
static SMALL_PLAN: LazyLock<Plan> = LazyLock::new(|| {
    read_plan(include_bytes!("../../tests/facts/plan.json")).expect("the plan of the tests")
});

fn day(year: i32, month: u32, day: u32) -> IsoDate {
    IsoDate::new(year, month, day).expect("a date")
}

/// A plan that was read is written and read back the same, and may be assessed.
fn plan_holds(plan: &Plan) {
    let json = write_plan(plan).expect("a plan can be written");
    let back = read_plan(json.as_bytes()).expect("what was written can be read");
    assert_eq!(back, *plan, "a plan reads back as it was written");
    let nothing = observe(Vec::new());
    let assessment = assess(plan, &nothing, day(2024, 8, 15), &Policy::default(), plan.period);
    let counts = assessment.counts;
    assert_eq!(counts.lines, counts.proven + counts.needs_action + counts.overdue + counts.not_due);
}

/// Anything that is given as an annex.
fn annex(bytes: &[u8]) {
    let Ok(read) = read_annex(bytes, &limits()) else { return };
    plan_holds(&read.plan);
    let cells = read.findings.iter().filter(|finding| matches!(finding.place, Place::Cell { .. }));
    for finding in cells.take(3) {
        let _ = excerpt(bytes, &finding.place, &limits());
    }
}

/// An annex as text.
pub fn text(bytes: &[u8]) {
    annex(bytes);
}

/// An annex as .docx: the bytes as they are and, because no chance finds a right checksum, the same bytes as the main
/// document of a sound package.
pub fn docx(bytes: &[u8]) {
    annex(bytes);
    if !bytes.starts_with(b"PK") {
        annex(&package("word/document.xml", bytes));
    }
}

/// A workbook: the bytes as they are, and the same bytes as the sheet of a sound workbook. Every row that says something is a person or is told.
pub fn xlsx(bytes: &[u8]) {
    workbook(bytes);
    if !bytes.starts_with(b"PK") {
        workbook(&packages(&[
            ("xl/workbook.xml", br#"<workbook><sheets><sheet name="a" id="a"/></sheets></workbook>"#),
            (
                "xl/_rels/workbook.xml.rels",
                br#"<Relationships><Relationship Id="a" Type="/worksheet" Target="a.xml"/></Relationships>"#,
            ),
            ("xl/a.xml", bytes),
        ]));
    }
}

fn workbook(bytes: &[u8]) {
    let limits = WorkbookLimits { max_unpacked: 1 << 20, max_cells: 5000, ..WorkbookLimits::default() };
    let Ok(workbook) = read_workbook(bytes, &limits) else { return };
    let read = read_sheets(&workbook, &[]);
    assert_eq!(read.people.len(), read.facts.len());
    let mut ids: Vec<_> = read.people.iter().map(|person| &person.id).collect();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), read.people.len(), "an id names one row");
    for sheet in &workbook.sheets {
        assert!(sheet.rows.is_sorted_by(|one, next| one.number < next.number));
        let chosen = SheetColumns {
            sheet: sheet.number,
            heading_row: None,
            columns: vec![ColumnChoice { column: 1, holds: PersonColumn::Name }],
        };
        let read = read_sheets(&workbook, &[chosen]);
        let own =
            read.people.iter().filter(|person| person.id.as_str().starts_with(&format!("{}-", sheet.number)));
        assert!(own.count() <= sheet.rows.len());
    }
}

/// A ZIP archive with one stored file.
fn package(name: &str, content: &[u8]) -> Vec<u8> {
    packages(&[(name, content)])
}

/// A ZIP archive with stored files.
fn packages(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut zip, mut directory) = (Vec::new(), Vec::new());
    for (name, content) in parts {
        let common = common_header(name, content);
        directory.extend(b"PK\x01\x02\x14\x00");
        directory.extend(&common);
        directory.extend([0; 10]);
        directory.extend((zip.len() as u32).to_le_bytes());
        directory.extend(name.as_bytes());
        zip.extend(b"PK\x03\x04");
        zip.extend(&common);
        zip.extend(name.as_bytes());
        zip.extend(*content);
    }
    let (start, length, count) =
        (zip.len() as u32, directory.len() as u32, (parts.len() as u16).to_le_bytes());
    zip.extend(directory);
    zip.extend(b"PK\x05\x06\0\0\0\0");
    zip.extend([count, count].concat());
    zip.extend(length.to_le_bytes());
    zip.extend(start.to_le_bytes());
    zip.extend([0, 0]);
    zip
}

/// What both headers of a stored file say of it.
fn common_header(name: &str, content: &[u8]) -> Vec<u8> {
    let (name_length, size) = (name.len() as u16, content.len() as u32);
    // Version, flags, method, time, date, checksum, both sizes, length of the name, length of the rest.
    let mut common = vec![20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0];
    common.extend(crc32(content).to_le_bytes());
    common.extend(size.to_le_bytes());
    common.extend(size.to_le_bytes());
    common.extend(name_length.to_le_bytes());
    common.extend([0, 0]);
    common
}

/// The checksum of ZIP.
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg()))
    })
}

/// The targets of a cell: none of the words is lost, and what is printed in any language means the same.
pub fn target(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let prefix = "t".parse().expect("an id");
    let targets = read_targets(text, &prefix, None);
    assert!(!targets.is_empty() || text.trim().is_empty(), "words give at least one target");
    for target in &targets {
        if target.rule == (TargetRule::Unread {}) {
            continue;
        }
        for language in Language::ALL {
            let printed = print_target(target, language);
            let again = read_targets(&printed, &prefix, None);
            let [again] = again.as_slice() else { panic!("{language:?} {printed:?}: not one target") };
            assert_eq!(meaning(again), meaning(target), "{language:?} {printed:?}");
        }
    }
}

/// A target without its words and its ids.
fn meaning(target: &Target) -> Target {
    let mut meaning = target.clone();
    meaning.id = "t.1".parse().expect("an id");
    meaning.text = String::new();
    if let Some(unit) = &mut meaning.unit {
        unit.text = String::new();
    }
    for part in &mut meaning.parts {
        part.id = "t.1.p".parse().expect("an id");
    }
    meaning
}

/// A deadline: what is printed in any language means the same.
pub fn due(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let period = DateRange { start: day(2024, 5, 1), end: day(2024, 10, 31) };
    let context = DueContext { period: Some(period), contract: Some(day(2024, 4, 30)) };
    let due = read_due(text, &context);
    if matches!(due, Due::Unread { .. } | Due::Ambiguous { .. }) {
        return;
    }
    for language in Language::ALL {
        let printed = print_due(&due, language);
        assert_eq!(unworded(read_due(&printed, &context)), unworded(due.clone()), "{language:?} {printed:?}");
    }
}

/// A deadline without its words.
fn unworded(mut due: Due) -> Due {
    match &mut due {
        Due::Range { text, .. }
        | Due::Relative { text, .. }
        | Due::Recurring { text, .. }
        | Due::WholePeriod { text }
        | Due::Ambiguous { text, .. }
        | Due::Unread { text } => text.clear(),
    }
    due
}

/// A journal: entries are written and read back the same, findings are in order, and the rest of the way holds.
pub fn facts(bytes: &[u8]) {
    let limits = FactsLimits { max_line_bytes: 1 << 16, max_entries: 1000, max_findings: 20 };
    let Ok(read) = read_facts(bytes, &limits) else { return };
    assert_eq!(read.entries.len(), read.lines.len());
    assert!(read.lines.is_sorted_by(|one, next| one < next), "lines in the order of the file, each once");
    assert!(
        read.findings.is_sorted_by(|one, next| one.place <= next.place),
        "findings in the order of the file"
    );
    for entry in &read.entries {
        let line = write_entry(entry).expect("an entry that was read can be written");
        let back: Entry = serde_json::from_str(&line).expect("what was written can be read");
        assert_eq!(back, *entry);
        assert_eq!(write_entry(&back).as_ref(), Ok(&line), "equal entries give equal lines");
    }
    let plan = &*SMALL_PLAN;
    let _ = check_facts(plan, &read);
    let observed = observe(read.entries);
    let assessment = assess(plan, &observed, day(2024, 8, 15), &Policy::default(), plan.period);
    assert_eq!(assessment.counts.lines, 3);
}

/// A plan's JSON.
pub fn plan_json(bytes: &[u8]) {
    if let Ok(plan) = read_plan(bytes) {
        plan_holds(&plan);
    }
}

use proptest::prelude::*;

use super::numbers::{plain, shows_day};
use super::*;
use crate::archive::{Damage, Excess, NewPart, write_archive};

const ROOT: &str = r#"<Relationships><Relationship Id="r" Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const NAMED: &str = r#"<Relationships>
<Relationship Id="a" Type="http://x/worksheet" Target="/xl/worksheets/one.xml"/>
<Relationship Id="b" Type="http://x/chartsheet" Target="charts/two.xml"/>
<Relationship Id="c" Type="http://x/sharedStrings" Target="../xl/texts.xml"/>
<Relationship Id="d" Type="http://x/styles" Target="styles.xml"/></Relationships>"#;
const BOOK: &str = r#"<w:workbook xmlns:w="x" xmlns:q="y"><w:sheets><w:sheet name="Кесте" q:id="b"/><w:sheet name="А&amp;Б" state="hidden" q:id="a"/></w:sheets></w:workbook>"#;
const STYLES: &str = r#"<styleSheet><numFmts><numFmt numFmtId="170" formatCode="[$-43F]d\ mmmm\ yyyy"/></numFmts>
<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs></styleSheet>"#;
const TEXTS: &str = r#"<sst uniqueCount="1000000000000000"><si><t>Бір</t></si><si><r><t xml:space="preserve">Е </t></r><r><t>к&#1110;</t></r><rPh><t>aloud</t></rPh></si><si><t>a_x000D_b_x_</t></si></sst>"#;

fn book(parts: &[(&str, &str)]) -> Vec<u8> {
    let parts: Vec<NewPart<'_>> = parts
        .iter()
        .map(|(name, text)| NewPart { name: (*name).into(), bytes: text.as_bytes(), packed: false })
        .collect();
    write_archive(&parts).unwrap()
}

fn of_sheet(xml: &str) -> Vec<u8> {
    book(&[
        ("_rels/.rels", ROOT),
        ("xl/workbook.xml", BOOK),
        ("xl/_rels/workbook.xml.rels", NAMED),
        ("xl/styles.xml", STYLES),
        ("xl/texts.xml", TEXTS),
        ("xl/worksheets/one.xml", xml),
    ])
}

fn read(xml: &str) -> Result<Workbook, WorkbookError> {
    read_workbook(&of_sheet(xml), &WorkbookLimits::default())
}

fn cells(xml: &str) -> Vec<(u32, u32, String, CellKind)> {
    let read = read(&format!("<worksheet><sheetData>{xml}</sheetData></worksheet>")).unwrap();
    let rows = read.sheets[0].rows.iter();
    rows.flat_map(|row| row.cells.iter().map(|cell| (row.number, cell.column, cell.text.clone(), cell.kind)))
        .collect()
}

#[test]
fn a_part_that_is_no_sheet_is_damage_and_no_empty_list() {
    for part in ["", "hello", "<html/>", "<worksheet><sheetData/></worksheet><html/>"] {
        assert!(matches!(read(part), Err(WorkbookError::Malformed)), "{part}");
    }
    assert!(read("<worksheet><sheetData/></worksheet>").is_ok());
    assert!(read(r#"<x:worksheet xmlns:x="y"><x:sheetData/></x:worksheet>"#).is_ok());
}

#[test]
fn every_form_of_a_cell_says_what_excel_shows() {
    let xml = r#"<row r="2"><c r="B2" t="s"><v>0</v></c><c r="AA2" t="s"><v>1</v></c><c t="inlineStr"><is><t>ұл</t><rPh><t>x</t></rPh></is></c></row>
<row><c t="s"><v>2</v></c><c s="1"><v>39613</v></c><c s="2"><v>39613.75</v></c><c><v>8.7000000001E10</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c>
<c t="str"><f>A1</f><v>есеп</v></c><c><f>B1</f></c><c t="d"><v>2008-06-14T00:00:00</v></c><c s="1"/><c><v> </v></c></row>"#;
    let expected = [
        (2, 2, "Бір", CellKind::Text),
        (2, 27, "Е кі", CellKind::Text),
        (2, 28, "ұл", CellKind::Text),
        (3, 1, "a\rb_x_", CellKind::Text),
        (3, 2, "2008-06-14", CellKind::Day),
        (3, 3, "2008-06-14", CellKind::Day),
        (3, 4, "87000000001", CellKind::Number),
        (3, 5, "TRUE", CellKind::Logical),
        (3, 6, "#N/A", CellKind::Error),
        (3, 7, "есеп", CellKind::Text),
        (3, 8, "", CellKind::Uncomputed),
        (3, 9, "2008-06-14", CellKind::Day),
    ];
    assert_eq!(cells(xml), expected.map(|(row, column, text, kind)| (row, column, text.to_owned(), kind)));
}

#[test]
fn a_sheet_tells_its_tab_and_what_is_merged_and_hidden() {
    let read = read(
        r#"<worksheet><cols><col min="2" max="3" hidden="1"/></cols><sheetData><row hidden="true"><c><v>1</v></c></row></sheetData>
<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="C3"/></mergeCells></worksheet>"#,
    )
    .unwrap();
    let sheet = &read.sheets[0];
    // The chart before it is a tab, and no sheet with cells.
    assert_eq!((read.sheets.len(), sheet.number, sheet.name.as_str(), sheet.hidden), (1, 2, "А&Б", true));
    assert_eq!(sheet.merged, [CellRange { top: 1, left: 1, bottom: 2, right: 2 }]);
    assert_eq!((sheet.hidden_columns.as_slice(), sheet.rows[0].hidden), ([(2, 3)].as_slice(), true));
    assert!(!format!("{read:?}").contains('Б'), "a workbook prints silently");
}

#[test]
fn what_is_no_workbook_is_told_by_its_kind() {
    let limits = WorkbookLimits::default();
    let fails = |bytes: &[u8]| read_workbook(bytes, &limits).unwrap_err();
    let other = |found| WorkbookError::NotAWorkbook { found };
    assert_eq!(fails(b""), WorkbookError::Empty);
    assert_eq!(fails("аты;тегі".as_bytes()), other(NotAWorkbook::Other));
    assert_eq!(fails(b"PK\x03\x04"), WorkbookError::Damaged { fault: Damage::Directory });
    let old = [error::COMPOUND, &[0; 600]].concat();
    assert_eq!(fails(&old), other(NotAWorkbook::OldExcel));
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(fails(&[old, name].concat()), WorkbookError::Protected);
    for (part, found) in [
        ("word/document.xml", NotAWorkbook::OtherOffice),
        ("mimetype", NotAWorkbook::OpenDocument),
        ("xl/workbook.bin", NotAWorkbook::Binary),
        ("photo.jpg", NotAWorkbook::Archive),
    ] {
        assert_eq!(fails(&book(&[(part, "")])), other(found), "{part}");
    }
}

#[test]
fn what_is_cut_or_malformed_or_too_large_is_an_error_and_never_half_a_list() {
    let whole = of_sheet("<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>");
    for cut in [20, whole.len() / 2, whole.len() - 10] {
        let error = read_workbook(&whole[..cut], &WorkbookLimits::default()).unwrap_err();
        assert_eq!(error.code(), "WBK004", "{cut}");
    }
    for (xml, error) in [
        ("<worksheet><sheetData><row><c><v>1", WorkbookError::Malformed),
        (r#"<worksheet><row r="1048577"/></worksheet>"#, WorkbookError::Malformed),
        (r#"<worksheet><row><c r="XFE1"><v>1</v></c></row></worksheet>"#, WorkbookError::Malformed),
        (r#"<worksheet><row><c r="ZZZZZZZZZZZZZ1"/></row></worksheet>"#, WorkbookError::Malformed),
        (r#"<worksheet><row><c t="s"><v>3</v></c></row></worksheet>"#, WorkbookError::Malformed),
        (
            r#"<worksheet><row r="1"><c><v>1</v></c></row><row r="1"><c><v>2</v></c></row></worksheet>"#,
            WorkbookError::Malformed,
        ),
        ("<!DOCTYPE x [<!ENTITY a \"b\">]><worksheet/>", WorkbookError::EntityRefused),
        ("<worksheet><row><c><v>&a;</v></c></row></worksheet>", WorkbookError::EntityRefused),
    ] {
        assert_eq!(read(xml).unwrap_err(), error, "{xml}");
    }
    let bomb = format!("<worksheet>{}</worksheet>", " ".repeat(64 << 20));
    assert_eq!(read(&bomb).unwrap_err(), WorkbookError::UnpacksTooLarge { excess: Excess::Ratio });
}

#[test]
fn limits_hold_before_memory_does() {
    let row = r#"<row><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>"#;
    let bytes = of_sheet(&format!(
        r#"<worksheet><sheetData>{row}</sheetData><mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A2:XFD1048576"/></mergeCells></worksheet>"#
    ));
    let with = |limits: WorkbookLimits| read_workbook(&bytes, &limits).map_err(|error| error.code());
    assert!(with(WorkbookLimits::default()).is_ok());
    assert_eq!(with(WorkbookLimits { max_bytes: 100, ..Default::default() }), Err("WBK002"));
    assert_eq!(with(WorkbookLimits { max_cells: 1, ..Default::default() }), Err("WBK009"));
    assert_eq!(with(WorkbookLimits { max_text: 30, ..Default::default() }), Err("WBK009"));
    assert_eq!(with(WorkbookLimits { max_merged: 1, ..Default::default() }), Err("WBK010"));
    assert_eq!(with(WorkbookLimits { max_sheets: 1, ..Default::default() }), Err("WBK010"));
    assert_eq!(with(WorkbookLimits { max_entries: 5, ..Default::default() }), Err("WBK005"));
}

#[test]
fn numbers_are_written_in_full_digits() {
    for (stored, full) in [
        ("87000000001", "87000000001"),
        ("8.7000000001E+10", "87000000001"),
        ("1.01300009E8", "101300009"),
        ("0.10", "0.1"),
        ("-0.0", "0"),
        ("1E-3", "0.001"),
        ("-12.50", "-12.5"),
        ("007", "7"),
    ] {
        assert_eq!(plain(stored).as_deref(), Some(full), "{stored}");
    }
    for none in ["", ".", "1e999", "1,5", "٤", "0x1", "--1", "1e", "inf"] {
        assert_eq!(plain(none), None, "{none}");
    }
}

#[test]
fn days_are_those_that_excel_shows() {
    let day = |serial: &str, from_1904| day_of_serial(serial, from_1904).map(|day| day.to_string());
    assert_eq!(day("1", false).as_deref(), Some("1900-01-01"));
    assert_eq!(day("59", false).as_deref(), Some("1900-02-28"));
    assert_eq!(day("60", false), None);
    assert_eq!(day("61", false).as_deref(), Some("1900-03-01"));
    assert_eq!(day("39613", false).as_deref(), Some("2008-06-14"));
    assert_eq!(day("38151.99", true).as_deref(), Some("2008-06-14"));
    for none in ["0", "-1", "2958466", "x", ""] {
        assert_eq!(day(none, false), None, "{none}");
    }
    for code in ["dd.mm.yyyy", "[$-419]d mmmm yyyy;@", "yyyy", "mmm", "d/m/yy h:mm"] {
        assert!(shows_day(code), "{code}");
    }
    for code in
        ["0.00", "h:mm", "[h]:mm:ss", "mm:ss.0", "General", "0\" дана\"", "#,##0\\ \"day\"", "[Red]0;dd"]
    {
        assert!(!shows_day(code), "{code}");
    }
}

proptest! {
    /// Whatever is in the parts of a sound archive: a workbook or an error, and never a panic.
    #[test]
    fn no_xml_breaks_it(xml in "[<>/a-z\"= 0-9&;:ABv]{0,200}", cut in 0_usize..400) {
        let _ = read(&xml);
        let _ = read(&format!("<worksheet><sheetData><row><c {xml}</c></row></sheetData></worksheet>"));
        let whole = of_sheet("<worksheet/>");
        let _ = read_workbook(&whole[..cut.min(whole.len())], &WorkbookLimits::default());
    }

    /// A number keeps its value, to the last digit.
    #[test]
    fn a_number_keeps_its_value(number in 0_u64..1_000_000_000_000_000, power in 0_u32..6) {
        let stored = format!("{number}E{power}");
        let zeros = "0".repeat(usize::try_from(power).unwrap());
        let full = if number == 0 { "0".to_owned() } else { format!("{number}{zeros}") };
        prop_assert_eq!(plain(&stored), Some(full));
        let scientific = format!("{:e}", f64::from(u32::try_from(number % 4_000_000_000).unwrap()));
        prop_assert_eq!(plain(&scientific), Some((number % 4_000_000_000).to_string()));
    }
}

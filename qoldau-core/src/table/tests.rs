//! What office programs write, and a model of reading it byte by byte.

use proptest::prelude::*;

use super::*;

fn rows(text: &str, delimiter: Option<Delimiter>) -> Vec<Vec<String>> {
    let table = Table::read(text.as_bytes(), delimiter).unwrap();
    let header = table.header().iter().map(ToString::to_string).collect();
    let width = table.header().len();
    let below = (0..table.rows())
        .map(|row| (0..width).map(|column| table.cell(row, column).unwrap().into_owned()).collect());
    std::iter::once(header).chain(below).collect()
}

#[test]
fn an_ordinary_table() {
    assert_eq!(rows("a,b\n1,2\n,\n", None), [["a", "b"], ["1", "2"], ["", ""]]);
    assert_eq!(rows("a;b\r\n1,5;2\r\n", None), [["a", "b"], ["1,5", "2"]]);
    assert_eq!(rows("a\tb, c\n1\t2", None), [["a", "b, c"], ["1", "2"]]);
    assert_eq!(rows("\u{feff}a\r1\r\r2", None), [["a"], ["1"], ["2"]]);
    assert_eq!(rows("sep=;\na,b;c\n1;2\n", None), [["a,b", "c"], ["1", "2"]]);
    assert_eq!(rows("\"a;;;\",b\n1,2\n", None), [["a;;;", "b"], ["1", "2"]]);
    assert_eq!(rows("a;b\n1;2\n", Some(Delimiter::Comma)), [["a;b"], ["1;2"]]);
}

/// What forms put into headings: the answers to choose from, in brackets or one after another.
#[test]
fn delimiters_within_headings_separate_nothing() {
    let detect = |text: &str| Delimiter::detect(text.as_bytes());
    assert_eq!(
        detect("Время,Понравилось ли (да; нет; отчасти)?,Что посоветуете (квиз;тренинг;лекция)?\n"),
        Delimiter::Comma
    );
    assert_eq!(detect("id,Жынысы: ер; әйел; басқа\n"), Delimiter::Comma);
    assert_eq!(detect("ФИО (фамилия, имя, отчество);Телефон\n"), Delimiter::Semicolon);
    assert_eq!(detect("Аты, тегі, әкесінің аты;Телефон\n"), Delimiter::Semicolon);
    // A bracket that nobody closed, and a table whose delimiters all have a space behind them.
    assert_eq!(detect("сұрақ (a;b;c\n"), Delimiter::Semicolon);
    assert_eq!(detect("id, name, age\n"), Delimiter::Comma);
}

#[test]
fn quotation_marks() {
    let text = "\"сұрақ, \"\"негізгі\"\"\",b\n\"бір\nекі\",\"\"\nsay \"hi\",5\" pipe\n\"\"\"\",\"x\"\"y\"";
    let expected =
        [["сұрақ, \"негізгі\"", "b"], ["бір\nекі", ""], ["say \"hi\"", "5\" pipe"], ["\"", "x\"y"]];
    assert_eq!(rows(text, None), expected);
    // A single empty field in quotation marks is a row; an empty line is none.
    assert_eq!(rows("a\n\"\"\n\n1\n", None), [["a"], [""], ["1"]]);
}

#[test]
fn rows_that_do_not_fit_are_kept_and_told() {
    let table = Table::read(b"a,b\n1\n1,2,3\n\"x\"\"y\" z,2\n", None).unwrap();
    let kinds: Vec<_> = table.faults().iter().map(|fault| (fault.row, fault.kind)).collect();
    let expected = [(0, RowFaultKind::Short), (1, RowFaultKind::Long), (2, RowFaultKind::TextAfterQuote)];
    assert_eq!(kinds, expected);
    assert_eq!(table.cell(0, 1).unwrap(), "");
    assert_eq!(table.cell(1, 1).unwrap(), "2");
    assert_eq!(table.cell(2, 0).unwrap(), "x\"y z");
    assert_eq!(table.cell(3, 0), None);
    assert_eq!(table.cell(0, 2), None);
}

#[test]
fn what_is_no_table() {
    let fault = |bytes: &[u8]| Table::read(bytes, None).unwrap_err();
    assert_eq!(fault(b""), TableError::Empty);
    assert_eq!(fault(b"\xEF\xBB\xBF\r\n"), TableError::Empty);
    assert_eq!(fault(b"\xFF\xFEa\0"), TableError::NotUtf8 { offset: 0 });
    assert_eq!(fault(b"PK\x03\x04\x14\0\x08\x08\x08\0\xA5\x91"), TableError::Workbook);
    assert_eq!(fault(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), TableError::Workbook);
    assert_eq!(fault(b"PK\xA5\x91"), TableError::NotUtf8 { offset: 2 });
    assert_eq!(fault(b"\xEF\xBB\xBFab\xC0"), TableError::NotUtf8 { offset: 5 });
    assert_eq!(fault(b"a,b\n1,\"x\n2,y\n"), TableError::UnclosedQuote { row: 1 });
    let table = Table::read(b"a, a ,b\n1,2,3", None).unwrap();
    assert_eq!(table.column("a"), Err(TableError::ColumnTwice { name: "a".into() }));
    assert_eq!(table.column("c"), Err(TableError::NoColumn { name: "c".into() }));
    assert_eq!(table.cells("b").unwrap().collect::<Vec<_>>(), ["3"]);
    let codes = [fault(b"").code(), table.column("c").unwrap_err().code()];
    assert_eq!(codes, ["TBL003", "TBL005"]);
}

proptest! {
    #[test]
    fn what_is_written_is_read(
        rows_written in prop::collection::vec(prop::collection::vec("[a-zқ,;\t \"\r\n]{0,5}", 3), 1..8),
        crlf in any::<bool>(),
        delimiter in prop::sample::select(&Delimiter::ALL[..]),
    ) {
        let mark = char::from(delimiter.byte()).to_string();
        let end = if crlf { "\r\n" } else { "\n" };
        let quote = |field: &String| {
            let plain = field.chars().all(char::is_alphabetic);
            if plain { field.clone() } else { format!("\"{}\"", field.replace('"', "\"\"")) }
        };
        let text: String = rows_written
            .iter()
            .map(|row| row.iter().map(quote).collect::<Vec<_>>().join(&mark) + end)
            .collect();
        prop_assert_eq!(rows(&text, Some(delimiter)), rows_written);
    }

    #[test]
    fn any_bytes_are_read_without_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..60), text in "[a,;\"\r\n]{0,40}") {
        let _ = Table::read(&bytes, None);
        if let Ok(table) = Table::read(text.as_bytes(), None) {
            prop_assert!(table.cell(0, 0).is_some() || table.rows() == 0);
        }
    }
}

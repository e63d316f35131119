//! The register as CSV.

use super::{Register, RegisterItem, RegisterLine};
use crate::language::{Saying, word};
use crate::report::phrases;
use crate::value::text::steers;

/// The mark by which Excel knows UTF-8.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// The register as CSV (RFC 4180): commas, quotes where needed, lines ended by CR LF, one row for every file, link or
/// missing thing.
///
/// It opens with a byte order mark, without which Excel takes Kazakh letters for another encoding. A cell that a
/// spreadsheet would take for a formula is preceded by an apostrophe; plain numbers stay as they are. Numbers of
/// items are preceded by "№ ", because a spreadsheet would take `2.10-3` for a date. What of the journal could not be taken stands in
/// the last rows, as remarks without a number.
#[must_use]
pub fn render_register_csv(register: &Register) -> String {
    let language = register.language;
    let phrase = |saying: Saying| saying.get(language);
    let mut out = String::from(BYTE_ORDER_MARK);
    let indicator = word("indicator", language).unwrap_or_default();
    let event = word("event", language).unwrap_or_default();
    row(
        &mut out,
        &[
            "№",
            indicator,
            phrase(phrases::KIND),
            phrase(phrases::DATE),
            event,
            phrase(phrases::TITLE_OF_ITEM),
            phrase(phrases::FILE_OR_LINK),
            phrase(phrases::FOLDER),
            phrase(phrases::FILE_NAME),
            phrase(phrases::PAGES),
            phrase(phrases::REMARK),
        ],
    );
    for line in &register.lines {
        if let Some(see) = &line.see {
            let number = format!("№ {}", line.folder);
            row(&mut out, &[&number, &line.line.name, "", "", "", "", "", "", "", "", see]);
        }
        for item in &line.items {
            item_rows(&mut out, line, item);
        }
        for lack in &line.missing {
            let number = format!("№ {}", line.folder);
            let date = lack.date.map(|date| date.to_string()).unwrap_or_default();
            let event = lack.event.as_deref().unwrap_or_default();
            row(&mut out, &[&number, &line.line.name, "", &date, event, "", "", "", "", "", &lack.text]);
        }
    }
    for finding in &register.findings {
        let text = format!("{}: {}", finding.code, finding.text);
        row(&mut out, &["", "", "", "", "", "", "", "", "", "", &text]);
    }
    out
}

/// One row for every file; for an item without files one for its link.
fn item_rows(out: &mut String, of: &RegisterLine, item: &RegisterItem) {
    let (name, folder) = (of.line.name.as_str(), of.folder.as_str());
    let number = format!("№ {}", item.number);
    let date = item.date.to_string();
    let event = item.event.as_deref().unwrap_or_default();
    let title = item.title.as_deref().unwrap_or_default();
    let pages = item.pages.map(|pages| pages.to_string()).unwrap_or_default();
    let marks: Vec<&str> = of.withdrawn.iter().chain(&item.marks).map(String::as_str).collect();
    let marks = marks.join("; ");
    let link = item.link.as_deref().unwrap_or_default();
    let mut write = |file: &str, folder: &str, own: &str, pages: &str| {
        row(out, &[&number, name, &item.kind, &date, event, title, file, folder, own, pages, &marks]);
    };
    if item.files.is_empty() || !link.is_empty() {
        write(link, "", "", if item.files.is_empty() { &pages } else { "" });
    }
    for (at, file) in item.files.iter().enumerate() {
        write(&file.original, folder, &file.name, if at == 0 { &pages } else { "" });
    }
}

/// One row with its end.
fn row(out: &mut String, cells: &[&str]) {
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        field(out, &harmless(cell));
    }
    out.push_str("\r\n");
}

/// A field, in quotes where RFC 4180 asks for them.
fn field(out: &mut String, text: &str) {
    if text.contains([',', '"', '\r', '\n']) {
        out.push('"');
        out.push_str(&text.replace('"', "\"\""));
        out.push('"');
    } else {
        out.push_str(text);
    }
}

/// Text that no spreadsheet takes for a formula: where it opens (after spaces) with a sign that opens one, an
/// apostrophe goes before it. What steers instead of being shown becomes U+FFFD.
fn harmless(text: &str) -> String {
    let shown =
        |c: char| if steers(c) && !matches!(c, '\t' | '\r' | '\n') { char::REPLACEMENT_CHARACTER } else { c };
    let text: String = text.chars().map(shown).collect();
    let opens = |c: char| matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠');
    let spaces_first = text.trim_start_matches([' ', '\u{a0}']);
    let is_formula = text.starts_with(opens) || spaces_first.starts_with(opens);
    if is_formula && !is_plain_number(&text) { format!("'{text}") } else { text }
}

/// A number without anything that could be computed: `-5`, `+0.5`.
fn is_plain_number(text: &str) -> bool {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let (whole, fraction) = digits.split_once(['.', ',']).unwrap_or((digits, "0"));
    let plain = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    plain(whole) && plain(fraction)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn written(cells: &[&str]) -> String {
        let mut out = String::new();
        row(&mut out, cells);
        out
    }

    #[test]
    fn commas_quotes_and_ends_of_lines_are_quoted() {
        assert_eq!(
            written(&["a,b", "«в»", "say \"x\"", "1\n2"]),
            "\"a,b\",«в»,\"say \"\"x\"\"\",\"1\n2\"\r\n"
        );
    }

    #[test]
    fn no_cell_is_a_formula_and_plain_numbers_stay() {
        for (cell, want) in [
            ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
            ("+7 700 000 00 01", "'+7 700 000 00 01"),
            ("-2+3", "'-2+3"),
            ("-5", "-5"),
            ("+0.5", "+0.5"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("  =1", "'  =1"),
            ("＝1", "'＝1"),
            ("2.10-3", "2.10-3"),
            ("", ""),
        ] {
            assert_eq!(harmless(cell), want, "{cell}");
        }
        assert_eq!(written(&["\t=1"]), "'\t=1\r\n");
        assert_eq!(written(&["\r=1"]), "\"'\r=1\"\r\n");
    }

    /// Reads one row as RFC 4180 says.
    fn read(row: &str) -> Vec<String> {
        let mut fields = vec![String::new()];
        let mut quoted = false;
        let mut signs = row.strip_suffix("\r\n").unwrap().chars().peekable();
        while let Some(sign) = signs.next() {
            match sign {
                '"' if quoted && signs.peek() == Some(&'"') => {
                    signs.next();
                    fields.last_mut().unwrap().push('"');
                }
                '"' => quoted = !quoted,
                ',' if !quoted => fields.push(String::new()),
                _ => fields.last_mut().unwrap().push(sign),
            }
        }
        fields
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(cells in prop::collection::vec(".{0,12}", 1..6)) {
            let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
            let harmless: Vec<String> = cells.iter().map(|cell| harmless(cell)).collect();
            prop_assert_eq!(read(&written(&cells)), harmless);
        }
    }
}

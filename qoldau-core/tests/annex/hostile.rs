//! Documents made to harm: every one is refused with a code, in bounded memory and time; none makes a panic.

use proptest::prelude::*;
use qoldau_core::annex::{ReadLimits, excerpt, read_annex};
use qoldau_core::finding::Place;

use crate::support::{W, docx, real_annex, refused, with_body};

#[test]
fn entities_of_its_own_are_refused() {
    let billion = format!(
        "<!DOCTYPE lolz [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]><w:document xmlns:w=\"{W}\"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"
    );
    assert_eq!(refused(&docx(&billion)), "ANX010");
    assert_eq!(refused(&with_body("<w:p><w:r><w:t>&evil;</w:t></w:r></w:p>")), "ANX010");
    let external = "<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><x/>";
    assert_eq!(refused(&docx(external)), "ANX010");
}

#[test]
fn malformed_xml_is_refused() {
    for xml in [
        "<",
        "<a>",
        "<a></b>",
        "<a><b></a></b>",
        "<a>&#xD800;</a>",
        "<a>&#99999999;</a>",
        "</a>",
        "<a><![CDATA[</a>",
        "<a><!-- </a>",
        "<a b='",
    ] {
        assert_eq!(refused(&docx(xml)), "ANX009", "{xml}");
    }
    assert_eq!(refused(&docx("")), "ANX014", "no elements at all");
}

#[test]
fn deep_nesting_is_refused() {
    let deep =
        |element: &str| format!("<w:document xmlns:w=\"{W}\">{}", format!("<w:{element}>").repeat(100_000));
    for element in ["sdt", "tbl", "p", "del", "x"] {
        assert_eq!(refused(&docx(&deep(element))), "ANX011", "{element}");
    }
    let table = "<w:tbl><w:tr><w:tc>";
    assert_eq!(refused(&docx(&format!("<w:document xmlns:w=\"{W}\">{}", table.repeat(50_000)))), "ANX011");
}

#[test]
fn a_million_cells_are_refused() {
    let row = format!("<w:tr>{}</w:tr>", "<w:tc/>".repeat(1000));
    assert_eq!(refused(&with_body(&format!("<w:tbl>{}</w:tbl>", row.repeat(1000)))), "ANX012");
    let text = format!("{}\n", "\tx".repeat(1000)).repeat(1000);
    assert_eq!(refused(text.as_bytes()), "ANX012");
}

#[test]
fn many_namespaces_are_refused() {
    let bindings =
        (0..10_000).fold(String::new(), |bindings, number| bindings + &format!(" xmlns:n{number}=\"u\""));
    assert_eq!(refused(&docx(&format!("<a{bindings}/>"))), "ANX009");
}

#[test]
fn findings_of_one_code_are_listed_up_to_a_limit_and_then_counted() {
    let row = "<w:tr><w:tc><w:p><w:r><w:t>1.</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Жұмыс</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc><w:tc><w:p><w:r><w:t>Фото</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>түсініксіз</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr>";
    let body = format!(
        "{}<w:tbl>{}{}</w:tbl>",
        crate::support::p("1-міндет. Жұмыс"),
        crate::support::header(),
        row.repeat(1200)
    );
    let read = crate::support::read(&with_body(&body));
    assert_eq!(read.plan.lines().count(), 1200);
    let unread = read.findings.iter().filter(|finding| finding.code == "ANX103").count();
    assert_eq!(unread, 1000);
    assert_eq!(read.findings.last().unwrap().code, "ANX199");
}

#[test]
fn lists_of_thousands_of_lines_are_paired_in_bounded_time() {
    let names = "Фото\n".repeat(2_000);
    let values = "1\n".repeat(1_999);
    let read = crate::support::read(&crate::support::with_lines(&names, &values));
    assert_eq!(read.plan.lines().count(), 2_000);
    assert!(read.plan.activities().all(|(_, activity)| activity.unpaired.is_some()));
}

#[test]
fn text_that_is_not_utf8_is_refused() {
    let windows_1251 = b"\xc7\xe0\xe4\xe0\xf7\xe0 1. \xce\xe1\xf3\xf7\xe8\xf2\xfc";
    assert_eq!(refused(windows_1251), "ANX003");
    let mut cut = real_annex("txt");
    cut.truncate(2001);
    while std::str::from_utf8(&cut).is_ok() {
        cut.pop();
    }
    assert_eq!(refused(&cut), "ANX003");
}

#[test]
fn nothing_is_refused_as_nothing() {
    for empty in [&b""[..], b" ", b"\n\r\n\t", b"\xef\xbb\xbf", b"\xef\xbb\xbf \n"] {
        assert_eq!(refused(empty), "ANX001", "{empty:?}");
    }
    assert_eq!(refused("Сәлем".as_bytes()), "ANX014");
}

/// A change of bytes: where (any number, taken by the length), what is put there, and whether it is put between.
type Mutation = (usize, Vec<u8>, bool);

fn mutation() -> impl Strategy<Value = Mutation> {
    (any::<usize>(), prop::collection::vec(any::<u8>(), 0..8), any::<bool>())
}

/// The bytes with the changes made.
fn mutated(mut bytes: Vec<u8>, mutations: &[Mutation]) -> Vec<u8> {
    for (at, put, insert) in mutations {
        let at = at % bytes.len().max(1);
        let end = if *insert { at } else { (at + put.len()).min(bytes.len()) };
        bytes.splice(at..end, put.iter().copied());
    }
    bytes
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        let _ = read_annex(&bytes, &ReadLimits::default());
    }

    #[test]
    fn any_text_is_read_or_refused(text in "(\t|\n|[а-я]{1,8}|[0-9]{1,4}|1-міндет\\. |Іс-шара\t|Фото|III БЛОК|Мерзімі\t|Жоспар\t| |\\PC){0,120}") {
        let read = read_annex(text.as_bytes(), &ReadLimits::default());
        if let Ok(read) = read {
            for unread in &read.plan.unread {
                let words = excerpt(text.as_bytes(), &unread.place, &ReadLimits::default());
                prop_assert!(unread.text.is_empty() || words.as_ref() == Ok(&unread.text));
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn a_changed_package_is_read_whole_or_refused(mutations in prop::collection::vec(mutation(), 1..4)) {
        let whole = read_annex(&real_annex("docx"), &ReadLimits::default()).unwrap();
        if let Ok(read) = read_annex(&mutated(real_annex("docx"), &mutations), &ReadLimits::default()) {
            prop_assert_eq!(read, whole);
        }
    }

    #[test]
    fn a_changed_document_makes_no_panic(mutations in prop::collection::vec(mutation(), 1..6)) {
        let xml = crate::docx_xml();
        let bytes = mutated(xml, &mutations);
        let package = crate::support::zip(&[crate::support::File::new("word/document.xml", &bytes)]);
        let _ = read_annex(&package, &ReadLimits::default());
        let _ = excerpt(&package, &Place::Whole {}, &ReadLimits::default());
    }

    #[test]
    fn a_changed_text_makes_no_panic(mutations in prop::collection::vec(mutation(), 1..6)) {
        let text = String::from_utf8_lossy(&mutated(real_annex("txt"), &mutations)).into_owned();
        let _ = read_annex(text.as_bytes(), &ReadLimits::default());
    }
}

//! The .docx as a package: where the document lies, what other files are, what is damaged.

use qoldau_core::annex::{Damage, Excess, ReadError, ReadLimits, read_annex};

use crate::support::{File, W, docx, p, real_annex, refused, task, tc, tr, with_body, zip};

fn fault(bytes: &[u8]) -> ReadError {
    read_annex(bytes, &ReadLimits::default()).unwrap_err()
}

/// The XML of a small annex.
fn annex() -> String {
    let body = task(&[tr(&["1.", "Қолдау", "Ақтау", "Фото", "1", "Маусым"].map(tc))]);
    format!("<w:document xmlns:w=\"{W}\"><w:body>{body}</w:body></w:document>")
}

#[test]
fn the_document_lies_where_the_relationships_say() {
    let rels = r#"<?xml version="1.0"?><Relationships xmlns="x"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="/word/document2.xml"/></Relationships>"#;
    let xml = annex();
    for document in ["word/document2.xml", "Word/Document2.xml"] {
        let bytes = zip(&[File::new("_rels/.rels", rels.as_bytes()), File::new(document, xml.as_bytes())]);
        assert!(read_annex(&bytes, &ReadLimits::default()).is_ok());
    }
}

#[test]
fn what_stands_before_or_after_the_package_is_no_harm() {
    let mut bytes = docx(&annex());
    bytes.extend(b"\0\0\0\0");
    assert!(read_annex(&bytes, &ReadLimits::default()).is_ok());
}

#[test]
fn parts_that_are_not_needed_are_not_unpacked() {
    let xml = annex();
    let mut image = File::new("word/media/image1.png", b"x");
    image.packed = Some(vec![0xff; 100]);
    image.stated_size = Some(u32::MAX);
    assert!(
        read_annex(&zip(&[image, File::new("word/document.xml", xml.as_bytes())]), &ReadLimits::default())
            .is_ok()
    );
}

#[test]
fn other_kinds_of_files_are_named() {
    let archive = |name: &str| zip(&[File::new(name, b"x")]);
    for (bytes, found) in [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), "an old .doc or a document protected by a password"),
        (b"%PDF-1.7\n%\xe2\xe3".to_vec(), "a PDF"),
        (b"{\\rtf1\\ansi".to_vec(), "rich text"),
        (b"\xef\xbb\xbf\r\n {\\rtf1\\ansi III".to_vec(), "rich text"),
        (b"\n%PDF-1.4".to_vec(), "a PDF"),
        (b"<!doctype html><html>".to_vec(), "a web page"),
        (b"\xff\xfe1\x04".to_vec(), "text in UTF-16"),
        (b"GIF89a\0\0".to_vec(), "a binary file of another kind"),
        (archive("mimetype"), "an OpenDocument file"),
        (archive("xl/workbook.xml"), "a workbook or presentation"),
        (archive("photo.jpg"), "an archive without a Word document"),
    ] {
        let error = fault(&bytes);
        assert_eq!(error.code(), "ANX004");
        assert!(error.to_string().contains(found), "{error}");
        assert!(error.to_string().ends_with("save it as .docx"));
    }
    assert_eq!(refused(&archive("word/styles.xml")), "ANX008");
}

#[test]
fn a_package_cut_short_is_refused_wherever_it_is_cut() {
    let bytes = real_annex("docx");
    for end in (0..bytes.len()).step_by(97) {
        let code = refused(&bytes[..end]);
        assert!(matches!(code, "ANX001" | "ANX004" | "ANX005" | "ANX003" | "ANX014"), "{end}: {code}");
        assert!(end < 4 || code == "ANX005", "{end}: {code}");
    }
}

#[test]
fn a_bomb_is_refused_before_it_is_unpacked() {
    let zeros = vec![b' '; 3 << 20];
    let bomb = zip(&[File::new("word/document.xml", &zeros).deflated()]);
    assert_eq!(fault(&bomb), ReadError::UnpacksTooLarge { excess: Excess::Ratio });
    let mut huge = File::new("word/document.xml", b"x");
    huge.stated_size = Some(1 << 30);
    assert_eq!(fault(&zip(&[huge])), ReadError::UnpacksTooLarge { excess: Excess::Size });
    let names: Vec<String> = (0..5000).map(|number| number.to_string()).collect();
    let many: Vec<File<'_>> = names.iter().map(|name| File::new(name, b"")).collect();
    assert_eq!(fault(&zip(&many)), ReadError::UnpacksTooLarge { excess: Excess::Entries });
}

#[test]
fn a_size_that_lies_is_refused() {
    let xml = annex();
    let size = u32::try_from(xml.len()).unwrap();
    for stated in [0, 10, size - 1, size + 1, 900_000] {
        let mut file = File::new("word/document.xml", xml.as_bytes()).deflated();
        file.stated_size = Some(stated);
        assert_eq!(refused(&zip(&[file])), "ANX005", "{stated}");
    }
}

#[test]
fn damaged_locked_and_unknown_parts_are_refused() {
    let xml = annex();
    let with = |change: &dyn Fn(&mut File<'_>)| {
        let mut file = File::new("word/document.xml", xml.as_bytes());
        change(&mut file);
        fault(&zip(&[File::new("[Content_Types].xml", b"<Types/>"), file]))
    };
    assert_eq!(with(&|file| file.flags = 1), ReadError::Protected);
    assert_eq!(with(&|file| file.method = Some(12)), ReadError::Damaged { fault: Damage::Method });
    assert_eq!(with(&|file| file.stated_offset = Some(0)), ReadError::Damaged { fault: Damage::Overlap });
    let other = vec![b'x'; xml.len()];
    assert_eq!(
        with(&|file| file.packed = Some(other.clone())),
        ReadError::Damaged { fault: Damage::Packing }
    );
    let mut stored = File::new("word/document.xml", xml.as_bytes());
    stored.packed = Some(other.clone());
    stored.method = Some(0);
    assert_eq!(fault(&zip(&[stored])), ReadError::Damaged { fault: Damage::Checksum });
    let twice = zip(&[
        File::new("word/document.xml", xml.as_bytes()),
        File::new("word/document.xml", xml.as_bytes()),
    ]);
    assert_eq!(fault(&twice), ReadError::Damaged { fault: Damage::Overlap });
    assert_eq!(
        fault(&zip(&[File::new("word/document.xml", b"\xff\xfe<\0")])),
        ReadError::Damaged { fault: Damage::Encoding }
    );
}

#[test]
fn limits_are_the_callers() {
    let bytes = with_body(&task(&[tr(&["1.", "Қолдау", "Ақтау", "Фото", "1", "Маусым"].map(tc))]));
    let read = |limits: ReadLimits| read_annex(&bytes, &limits).map(|_| ()).map_err(|error| error.code());
    let limits = ReadLimits::default();
    assert_eq!(read(limits), Ok(()));
    assert_eq!(read(ReadLimits { max_bytes: 100, ..limits }), Err("ANX002"));
    assert_eq!(read(ReadLimits { max_unpacked: 1000, ..limits }), Err("ANX006"));
    assert_eq!(read(ReadLimits { max_entries: 1, ..limits }), Err("ANX006"));
    assert_eq!(read(ReadLimits { max_depth: 5, ..limits }), Err("ANX011"));
    assert_eq!(read(ReadLimits { max_cells: 12, ..limits }), Err("ANX012"));
    assert_eq!(read(ReadLimits { max_text: 10, ..limits }), Err("ANX013"));
}

#[test]
fn paragraphs_alone_are_no_annex() {
    assert_eq!(refused(&with_body(&p("Сәлем"))), "ANX014");
    assert_eq!(refused(&with_body("")), "ANX014");
}

//! The real annex written the way Google Docs writes a .docx.
//!
//! Nobody exported this file from Google Docs: its ways are those that exported documents in public repositories show, and
//! what people who work with such documents report. Each of them is one function here.

use qoldau_core::annex::AnnexRead;

use crate::support::{File, codes, read, real_annex, zip};

/// Revision marks that Google writes at everything, all of them nought.
const MARKS: &str = r#"w:rsidR="00000000" w:rsidDel="00000000" w:rsidRPr="00000000""#;

/// The main document of the real annex.
fn document() -> String {
    String::from_utf8(crate::docx_xml()).unwrap()
}

/// Something in a content control as Google numbers them; blocks and cells are locked.
fn control(number: usize, locked: bool, content: &str) -> String {
    let lock = if locked { r#"<w:lock w:val="contentLocked"/>"# } else { "" };
    format!(
        r#"<w:sdt><w:sdtPr>{lock}<w:id w:val="-{number}"/><w:tag w:val="goog_rdk_{number}"/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"#
    )
}

/// A run with its own font and the direction of its script.
fn run(words: &str) -> String {
    let fonts = r#"<w:rFonts w:ascii="Arial Unicode MS" w:cs="Arial Unicode MS" w:eastAsia="Arial Unicode MS" w:hAnsi="Arial Unicode MS"/>"#;
    format!(
        r#"<w:r {MARKS}><w:rPr>{fonts}<w:rtl w:val="0"/></w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>"#
    )
}

/// Words cut where a letter of Kazakh alone begins or ends, for which Google changes the font; an entity stays whole.
fn pieces(words: &str) -> Vec<String> {
    let special = |c: char| "әғқңөұүһіӘҒҚҢӨҰҮҺІ№«»".contains(c);
    let mut all: Vec<String> = Vec::new();
    let mut before = None;
    let mut in_entity = false;
    for c in words.chars() {
        let starts = before != Some(special(c)) && !in_entity;
        match all.last_mut() {
            Some(last) if !starts => last.push(c),
            _ => all.push(c.into()),
        }
        in_entity = (in_entity && c != ';') || c == '&';
        before = Some(special(c));
    }
    all
}

/// Every run of the document, as `write` writes its words; tabs and empty runs stay runs of their own.
fn rewritten(document: &str, mut write: impl FnMut(&str) -> String) -> String {
    let mut out = String::new();
    let mut rest = document;
    while let Some((before, after)) = rest.split_once("<w:r>") {
        let (content, behind) = after.split_once("</w:r>").unwrap();
        out.push_str(before);
        let words = content.split_once("<w:t").and_then(|(_, text)| text.split_once('>'));
        match words.filter(|_| !content.contains("<w:tab/>") && content.matches("<w:t").count() == 1) {
            Some((_, text)) => out += &write(text.strip_suffix("</w:t>").unwrap()),
            None => out.extend(["<w:r ", MARKS, ">", content, "</w:r>"]),
        }
        rest = behind;
    }
    out + rest
}

/// The document with the marks, controls and defaults that Google writes out.
fn as_google(document: &str, write: impl FnMut(&str) -> String) -> String {
    let paragraph =
        format!(r#"<w:p {MARKS} w:rsidP="00000000" w:rsidRDefault="00000000" w14:paraId="0000000A">"#);
    let empty = format!(
        r#"{paragraph}<w:pPr><w:rPr/></w:pPr><w:r {MARKS}><w:rPr><w:rtl w:val="0"/></w:rPr></w:r></w:p>"#
    );
    let opened = |locked| control(7, locked, "|").split_once('|').map(|(open, _)| open.to_owned()).unwrap();
    let closed = "</w:sdtContent></w:sdt>";
    rewritten(document, write)
        .replace("<w:p/>", &empty)
        .replace("<w:p>", &paragraph)
        .replace("<w:tr>", r#"<w:tr><w:trPr><w:cantSplit w:val="0"/><w:tblHeader w:val="0"/></w:trPr>"#)
        .replace("<w:tc>", &format!("{}<w:tc>", opened(true)))
        .replace("</w:tc>", &format!("</w:tc>{closed}"))
        .replace("<w:tbl>", &format!("{}<w:tbl>", opened(true)))
        .replace("</w:tbl>", &format!("</w:tbl>{closed}"))
}

fn read_document(document: &str) -> AnnexRead {
    read(&zip(&[
        File::new("word/document.xml", document.as_bytes()).deflated(),
        File::new("[Content_Types].xml", b"<Types/>").deflated(),
    ]))
}

#[test]
fn the_annex_in_the_ways_of_google_docs_is_the_same() {
    let mut number = 0;
    let written = as_google(&document(), |words| {
        let mut write = |piece: &String| {
            number += 1;
            match number % 9 {
                0 => format!(r#"<w:hyperlink r:id="rId{number}">{}</w:hyperlink>"#, run(piece)),
                4 => format!("<w:smartTag>{}</w:smartTag>", run(piece)),
                _ => control(number, false, &run(piece)),
            }
        };
        pieces(words).iter().map(&mut write).collect()
    });
    assert!(number > 3_000, "{number} runs");
    assert!(read_document(&written) == read(&real_annex("docx")));
}

/// Suggestions are exported as tracked changes; one person's within another's stand within each other.
#[test]
fn suggestions_within_suggestions_are_read_as_they_would_be_accepted() {
    let by = |author: &str| format!(r#"w:author="{author}" w:id="1" w:date="2024-05-01T09:00:00Z""#);
    let written = as_google(&document(), |words| {
        let inserted = format!("<w:ins {}><w:ins {}>{}</w:ins></w:ins>", by("A"), by("B"), run(words));
        let gone = run("ескі сөз 99").replace("w:t>", "w:delText>").replace("<w:t ", "<w:delText ");
        format!("{inserted}<w:del {}>{gone}</w:del>", by("A"))
    });
    let suggested = read_document(&written);
    assert_eq!(codes(&suggested), ["ANX111"]);
    assert!(suggested.plan == read(&real_annex("docx")).plan);
}

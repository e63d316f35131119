//! Makes packages and documents for the tests, and lists what was read of them.

use std::path::Path;

use qoldau_core::annex::{AnnexRead, ReadLimits, read_annex};
use qoldau_core::plan::{Activity, Plan};

/// Bytes of a file of `tests/fixtures`.
pub(crate) fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)).unwrap()
}

/// Bytes of one of the two forms of the real annex.
pub(crate) fn real_annex(form: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/data");
    std::fs::read(path.join(format!("qoldau-2024.kk.{form}"))).unwrap()
}

/// Reads with the default limits.
pub(crate) fn read(bytes: &[u8]) -> AnnexRead {
    read_annex(bytes, &ReadLimits::default()).unwrap()
}

/// The error code of a document that cannot be read.
pub(crate) fn refused(bytes: &[u8]) -> &'static str {
    read_annex(bytes, &ReadLimits::default()).unwrap_err().code()
}

/// The codes of the findings, each once.
pub(crate) fn codes(read: &AnnexRead) -> Vec<&str> {
    let mut codes: Vec<&str> = read.findings.iter().map(|finding| finding.code.as_str()).collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}

/// The only activity of a plan.
pub(crate) fn activity(plan: &Plan) -> &Activity {
    let mut activities = plan.activities().map(|(_, activity)| activity);
    let first = activities.next().unwrap();
    assert!(activities.next().is_none(), "more than one activity");
    first
}

/// Lines as `name = value`.
pub(crate) fn lines(activity: &Activity) -> Vec<String> {
    activity
        .indicators
        .iter()
        .map(|line| {
            let values: Vec<&str> = line.targets.iter().map(|target| target.text.as_str()).collect();
            format!("{} = {}", line.name, values.join(" + "))
        })
        .collect()
}

/// One file of a package as the package's table of contents states it.
pub(crate) struct File<'a> {
    pub(crate) name: &'a str,
    pub(crate) bytes: &'a [u8],
    /// Packed form, if packed.
    pub(crate) packed: Option<Vec<u8>>,
    /// Size stated, where it is not the true one.
    pub(crate) stated_size: Option<u32>,
    /// Flags, method: 0 plain, 8 deflated, when not told otherwise.
    pub(crate) flags: u16,
    pub(crate) method: Option<u16>,
    /// Offset stated, where the file shares another's bytes.
    pub(crate) stated_offset: Option<u32>,
}

impl<'a> File<'a> {
    pub(crate) fn new(name: &'a str, bytes: &'a [u8]) -> Self {
        Self { name, bytes, packed: None, stated_size: None, flags: 0, method: None, stated_offset: None }
    }

    pub(crate) fn deflated(mut self) -> Self {
        self.packed = Some(miniz_oxide::deflate::compress_to_vec(self.bytes, 6));
        self
    }
}

/// A zip archive of these files.
pub(crate) fn zip(files: &[File<'_>]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut directory = Vec::new();
    for file in files {
        let offset = file.stated_offset.unwrap_or(word(out.len()));
        let data = file.packed.as_deref().unwrap_or(file.bytes);
        let method = file.method.unwrap_or(if file.packed.is_some() { 8 } else { 0 });
        let size = file.stated_size.unwrap_or(word(file.bytes.len()));
        let mut common = Vec::new();
        for number in [20, file.flags, method, 0, 0] {
            common.extend(u16::to_le_bytes(number));
        }
        for number in [rawzip::crc32(file.bytes), word(data.len()), size] {
            common.extend(u32::to_le_bytes(number));
        }
        common.extend(u16::to_le_bytes(half(file.name.len())));
        common.extend(u16::to_le_bytes(0));
        out.extend(b"PK\x03\x04");
        out.extend(&common);
        out.extend(file.name.as_bytes());
        out.extend(data);
        directory.extend(b"PK\x01\x02\x14\x00");
        directory.extend(&common);
        directory.extend([0; 10]);
        directory.extend(u32::to_le_bytes(offset));
        directory.extend(file.name.as_bytes());
    }
    let at = word(out.len());
    let count = half(files.len());
    out.extend(&directory);
    out.extend(b"PK\x05\x06\0\0\0\0");
    out.extend(u16::to_le_bytes(count));
    out.extend(u16::to_le_bytes(count));
    out.extend(u32::to_le_bytes(word(directory.len())));
    out.extend(u32::to_le_bytes(at));
    out.extend([0, 0]);
    out
}

fn word(number: usize) -> u32 {
    u32::try_from(number).unwrap()
}

fn half(number: usize) -> u16 {
    u16::try_from(number).unwrap()
}

/// A .docx with this XML as its main document.
pub(crate) fn docx(document: &str) -> Vec<u8> {
    zip(&[File::new("[Content_Types].xml", b"<Types/>"), File::new("word/document.xml", document.as_bytes())])
}

/// The namespace of word processing documents.
pub(crate) const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// A .docx with this body, in the usual namespaces.
pub(crate) fn with_body(body: &str) -> Vec<u8> {
    docx(&format!(
        r#"<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>{body}</w:body></w:document>"#
    ))
}

/// A paragraph of one run.
pub(crate) fn p(text: &str) -> String {
    format!(r#"<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>"#)
}

/// Paragraphs, one for each line.
pub(crate) fn ps(lines: &str) -> String {
    lines.split('\n').map(p).collect()
}

/// A cell of paragraphs, one for each line.
pub(crate) fn tc(lines: &str) -> String {
    format!("<w:tc>{}</w:tc>", ps(lines))
}

/// A cell with these properties.
pub(crate) fn tc_with(properties: &str, content: &str) -> String {
    format!("<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>")
}

/// A cell that begins one merged downwards.
pub(crate) fn merged(text: &str) -> String {
    tc_with(r#"<w:vMerge w:val="restart"/>"#, &ps(text))
}

/// A cell that goes on the one above it.
pub(crate) fn merged_on() -> String {
    tc_with("<w:vMerge/>", &p(""))
}

/// A row of cells.
pub(crate) fn tr(cells: &[String]) -> String {
    format!("<w:tr>{}</w:tr>", cells.concat())
}

/// A table of rows.
pub(crate) fn tbl(rows: &[String]) -> String {
    format!("<w:tbl>{}</w:tbl>", rows.concat())
}

/// The heading row of a table of activities.
pub(crate) fn header() -> String {
    tr(&[
        "№",
        "Іс-шара",
        "Өткізілу орны",
        "Сандық және сапалық индикаторлар",
        "Жоспарланып отырған индикаторлар",
        "Орындалу мерзімі",
    ]
    .map(tc))
}

/// A table with one task and these rows of data.
pub(crate) fn task(rows: &[String]) -> String {
    let heading = tr(&[tc_with(r#"<w:gridSpan w:val="6"/>"#, &p("1-міндет. Қолдау"))]);
    tbl(&[&[heading, header()], rows].concat())
}

/// A .docx with one task of one activity with these cells for names and values.
pub(crate) fn with_lines(names: &str, values: &str) -> Vec<u8> {
    with_body(&task(&[tr(&["1.", "Қолдау көрсету", "Ақтау", names, values, "Маусым"].map(tc))]))
}

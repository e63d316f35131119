//! The reading of contract annexes, from outside: bytes in, plan and findings out.
#![expect(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    reason = "a helper of a test may fail loudly"
)]

mod docx;
mod golden;
mod google;
mod header;
mod hostile;
mod layout;
mod lost;
mod names;
mod package;
mod pairing;
mod russian;
mod support;
mod text;

/// The main document's XML of the real annex.
fn docx_xml() -> Vec<u8> {
    xml_of(&support::real_annex("docx"))
}

/// The main document's XML of a package.
fn xml_of(package: &[u8]) -> Vec<u8> {
    let archive = rawzip::ZipArchive::from_slice(package).unwrap();
    let entry = archive
        .entries()
        .map(Result::unwrap)
        .find(|entry| entry.file_path().as_bytes() == b"word/document.xml")
        .unwrap();
    let packed = archive.get_entry(entry.wayfinder()).unwrap();
    miniz_oxide::inflate::decompress_to_vec(packed.data()).unwrap()
}

//! Files that mean harm or are no files at all: a code, in the language asked for, soon, and nothing half-read.

#![expect(clippy::disallowed_methods, reason = "the test measures that the program ends")]

use std::fs;
use std::process::Command;
use std::time::{Duration, Instant};

use crate::program::{Run, data, finish, folder, program, qoldau};

/// Far more than any of them needs in a debug build on a busy machine, and far less than a hang.
const SOON: Duration = Duration::from_secs(60);

/// Memory the program is given, in KiB: a journal of 100 MB is held as it is, an annex many times smaller.
const MEMORY: u32 = 600_000;

/// Runs the program within the time, and where the system can bound it within the memory.
fn bounded(arguments: &[&str], input: &[u8]) -> Run {
    let mut command = program(arguments);
    if cfg!(target_os = "linux") {
        let mut within = Command::new("sh");
        within.arg("-c").arg(format!("ulimit -v {MEMORY} && exec \"$0\" \"$@\""));
        within.arg(command.get_program()).args(command.get_args());
        within.env_clear().env("LANG", "en_US.UTF-8").env("PATH", "/usr/bin:/bin");
        command = within;
    }
    let began = Instant::now();
    let run = finish(command, input);
    assert!(began.elapsed() < SOON, "{arguments:?}: {:?}", began.elapsed());
    run
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0_u32, |crc, byte| {
        (0..8).fold(
            crc ^ u32::from(*byte),
            |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 },
        )
    })
}

/// A zip archive of packed files.
fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    let word = |count: usize| u32::try_from(count).unwrap().to_le_bytes();
    let half = |count: usize| u16::try_from(count).unwrap().to_le_bytes();
    for (name, bytes) in files {
        let packed = miniz_oxide::deflate::compress_to_vec(bytes, 6);
        let mut common = b"\x14\0\0\0\x08\0\0\0\0\0".to_vec();
        common.extend([crc32(bytes).to_le_bytes(), word(packed.len()), word(bytes.len())].concat());
        common.extend([half(name.len()), half(0)].concat());
        directory.extend(
            [&b"PK\x01\x02\x14\0"[..], &common, &[0; 10], &word(out.len()), name.as_bytes()].concat(),
        );
        out.extend([&b"PK\x03\x04"[..], &common, name.as_bytes(), &packed].concat());
    }
    let (at, count) = (word(out.len()), half(files.len()));
    let end = [&b"PK\x05\x06\0\0\0\0"[..], &count, &count, &word(directory.len()), &at, &[0, 0]].concat();
    [out, directory, end].concat()
}

/// A .docx with this main document.
fn docx(document: &str) -> Vec<u8> {
    let relationships = br#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;
    zip(&[("_rels/.rels", relationships), ("word/document.xml", document.as_bytes())])
}

/// A .docx with this in its body.
fn body(words: &str) -> Vec<u8> {
    let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    docx(&format!(r#"<w:document xmlns:w="{namespace}"><w:body>{words}</w:body></w:document>"#))
}

/// Numbers that do not repeat, so that a package of them is not packed too well to be read.
fn noise(count: u64) -> impl Iterator<Item = String> {
    let step =
        |state: u64| state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    (0..count).scan(7_u64, move |state, _| {
        *state = step(*state);
        Some(format!("{state:016x}"))
    })
}

/// Every input with the code of its refusal.
fn inputs() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let annex = fs::read(data("qoldau-2024.kk.docx")).unwrap();
    let text = fs::read_to_string(data("qoldau-2024.kk.txt")).unwrap();
    let utf16 =
        |mark: &[u8]| [mark, &text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>()].concat();
    let cell = |words: String| format!("<w:tc><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>");
    let row =
        |words: Vec<String>| format!("<w:tr>{}</w:tr>", words.into_iter().map(cell).collect::<String>());
    let numbers: Vec<String> = noise(120_000).collect();
    let rows: String = numbers.chunks(10).map(|numbers| row(numbers.to_vec())).collect();
    let doctype = r#"<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>"#;
    let deep = noise(300).fold(String::new(), |deep, number| deep + "<w:x" + &number + ">");
    vec![
        ("nothing", Vec::new(), "ANX001"),
        ("nothing but spaces", b" \n\t\r\n".to_vec(), "ANX001"),
        ("not a package", b"PK and words".to_vec(), "ANX005"),
        ("cut", annex[..annex.len() / 3].to_vec(), "ANX005"),
        ("words between", [&annex[..5000], b"??????", &annex[5006..]].concat(), "ANX005"),
        ("a bomb", body(&format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", "a".repeat(40_000_000))), "ANX006"),
        ("a growing package", body(&"<w:p></w:p>".repeat(200_000)), "ANX006"),
        ("entities", docx(&format!("{doctype}<d>&b;</d>")), "ANX010"),
        ("an entity of nowhere", body("<w:p><w:r><w:t>&lol;</w:t></w:r></w:p>"), "ANX010"),
        ("nesting", body(&deep), "ANX011"),
        ("too many cells", body(&format!("<w:tbl>{rows}</w:tbl>")), "ANX012"),
        (
            "a million cells of text",
            format!("III БЛОК\n1-міндет. А\n{}", "\tx".repeat(1_000_000)).into(),
            "ANX012",
        ),
        (
            "a column beyond all",
            body(
                r#"<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="4294967295"/></w:tcPr></w:tc></w:tr></w:tbl>"#,
            ),
            "ANX014",
        ),
        ("rich text", br"{\rtf1\ansi\deff0 {\fonttbl}}".to_vec(), "ANX004"),
        ("rich text behind a mark", b"\xef\xbb\xbf\r\n{\\rtf1\\ansi}".to_vec(), "ANX004"),
        ("an old .doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), "ANX004"),
        ("a PDF", b"%PDF-1.7\n".to_vec(), "ANX004"),
        ("UTF-16 with its mark", utf16(b"\xff\xfe"), "ANX004"),
        ("UTF-16 without", utf16(b""), "ANX004"),
        ("Windows-1251", b"\xcf\xf0\xe8\xeb\xee\xe6\xe5\xed\xe8\xe5 3\n".to_vec(), "ANX003"),
        ("a line of 100 MB", b"a".repeat(100_000_000), "ANX002"),
        ("a line of a megabyte", b"a".repeat(1_000_000), "ANX013"),
        ("an array", b"[{\"id\": 1}]".to_vec(), "PLN002"),
        ("brackets without end", b"[".repeat(1_000_000), "PLN002"),
        (
            "a plan nested without end",
            [&br#"{"format":"qoldau-plan/1.0","x":"#[..], &b"[".repeat(100_000)].concat(),
            "PLN003",
        ),
    ]
}

#[test]
fn every_hostile_file_is_refused_with_its_code_in_every_language() {
    for (name, input, code) in inputs() {
        let languages = if input.len() > 5_000_000 { &["ru"][..] } else { &["kk", "ru", "en"] };
        for language in languages {
            let run = bounded(&["check", "-", "--language", language], &input);
            assert_eq!((run.code, run.out.len()), (Some(2), 0), "{name}: {}", run.err);
            let first = run.err.lines().next().unwrap();
            assert!(first.ends_with(&format!("({code})")), "{name}: {}", run.err);
            let cyrillic = first.chars().any(|c| ('а'..='я').contains(&c));
            assert_eq!(cyrillic, *language != "en", "{name}: {first}");
        }
    }
}

#[test]
fn hostile_journals_are_refused_or_told_line_by_line() {
    let annex = data("qoldau-2024.kk.docx");
    let header = b"{\"format\":\"qoldau-journal/1.0\",\"plan\":\"66-2024-04-30\"}\n";
    let long = [&header[..], b"{\"id\":\"", &b"a".repeat(100_000_000), b"\"}\n"].concat();
    let deep = [&header[..], &b"[".repeat(1_000_000), b"\n"].concat();
    for (input, code, said) in [
        (long, Some(1), "FCT102"),
        (deep, Some(1), "FCT103"),
        ([&header[..], b"\xcf\xf0\n"].concat(), Some(1), "FCT101"),
        (fs::read(&annex).unwrap(), Some(2), "(FCT003)"),
        (b"a".repeat(100_000_000), Some(2), "(FCT003)"),
    ] {
        let run = bounded(&["assess", &annex, "-", "--on", "2024-09-15"], &input);
        assert_eq!(run.code, code, "{}", run.err);
        assert!(run.err.contains(said), "{}", run.err);
    }
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_read_is_told_as_such() {
    use std::os::unix::fs::PermissionsExt as _;
    let file = folder("a_file_that_may_not_be_read").join("annex.txt");
    fs::write(&file, "x").unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o0)).unwrap();
    // The superuser may read everything.
    if fs::read(&file).is_ok() {
        return;
    }
    let name = file.display().to_string();
    let run = qoldau(&["read", &name, "--language", "ru"]);
    assert_eq!((run.code, run.err), (Some(2), format!("qoldau: Нет доступа к файлу: {name} (CLI002)\n")));
}

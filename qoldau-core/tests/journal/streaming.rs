//! Journals that come and go in pieces: what is read and written does not depend on where the pieces end.

use proptest::prelude::*;
use qoldau_core::facts::FactsLimits;
use qoldau_core::journal::{
    CompactWriter, Journal, JournalError, JournalRead, JournalReader, read_journal, write_compact,
    write_journal,
};

use super::compact::season;
use super::phones::Phone;

/// Reads bytes that come in pieces of these lengths, in turns.
fn in_pieces(bytes: &[u8], lengths: &[usize], limits: &FactsLimits) -> Result<JournalRead, JournalError> {
    let mut reader = JournalReader::new(limits);
    let mut entries = Vec::new();
    let mut rest = bytes;
    for length in lengths.iter().cycle() {
        if rest.is_empty() {
            break;
        }
        let (piece, others) = rest.split_at((*length).min(rest.len()));
        entries.extend(reader.push(piece)?);
        rest = others;
    }
    let end = reader.finish()?;
    entries.extend(end.entries);
    let mut journal = Journal::new(end.plan);
    for entry in entries {
        journal.insert(entry);
    }
    Ok(JournalRead { journal, findings: end.findings })
}

/// Files of both forms, whole, torn, foreign and damaged.
fn files() -> Vec<Vec<u8>> {
    let mut aida = Phone::new("aida");
    for n in 0..9 {
        aida.counts(n, &format!("a{n}"), &n.to_string());
    }
    let lines = write_journal(&aida.journal).into_bytes();
    let packed = write_compact(&aida.journal);
    let mut flipped = packed.clone();
    flipped[60] ^= 1;
    let long = format!("{}\n{}\n", "x".repeat(3000), String::from_utf8(lines.clone()).unwrap());
    vec![
        lines[..lines.len() - 30].to_vec(),
        lines[..lines.len() - 1].to_vec(),
        [lines.clone(), b"\xff\xfe\n\n{}\r\n".to_vec(), lines.clone()].concat(),
        long.into_bytes(),
        packed[..packed.len() - 3].to_vec(),
        [packed.clone(), b"behind the end".to_vec()].concat(),
        flipped,
        packed,
        lines,
        b"QJ".to_vec(),
        b"QJRN\x02\x00".to_vec(),
        b"QJRN\x01\x00\xff\xff\xff\xff".to_vec(),
        Vec::new(),
    ]
}

proptest! {
    #[test]
    fn pieces_give_what_the_whole_gives(lengths in proptest::collection::vec(1..400_usize, 1..6)) {
        let limits = FactsLimits { max_line_bytes: 2000, ..FactsLimits::default() };
        for bytes in files() {
            prop_assert_eq!(in_pieces(&bytes, &lengths, &limits), read_journal(&bytes, &limits));
        }
    }
}

#[test]
fn single_bytes_are_pieces_too() {
    let limits = FactsLimits { max_line_bytes: 2000, ..FactsLimits::default() };
    for bytes in files() {
        assert_eq!(in_pieces(&bytes, &[1], &limits), read_journal(&bytes, &limits));
    }
}

#[test]
fn entries_are_given_out_when_their_line_or_block_is_whole() {
    let journal = season(5000);
    let lines = write_journal(&journal);
    let (first, rest) = lines.split_at(lines.match_indices('\n').nth(2).unwrap().0 + 1);
    let mut reader = JournalReader::new(&FactsLimits::default());
    assert_eq!(reader.push(first.as_bytes()).unwrap(), journal.entries()[..2]);
    assert_eq!(reader.push(rest.as_bytes()).unwrap(), journal.entries()[2..]);
    let packed = write_compact(&journal);
    let mut reader = JournalReader::new(&FactsLimits::default());
    let (most, end) = packed.split_at(packed.len() - 5);
    assert_eq!(reader.push(most).unwrap(), journal.entries()[..4096]);
    assert_eq!(reader.push(end).unwrap(), journal.entries()[4096..]);
    assert_eq!(reader.finish().unwrap().plan.as_ref(), journal.plan());
}

#[test]
fn the_compact_form_is_written_entry_by_entry_to_the_same_bytes() {
    for count in [0, 1, 4096, 4097, 9000] {
        let journal = season(count);
        let (mut writer, mut bytes) = CompactWriter::new(journal.plan());
        for entry in journal.entries() {
            bytes.extend(writer.push(entry.clone()));
        }
        bytes.extend(writer.finish());
        assert!(bytes == write_compact(&journal), "{count}");
    }
}

#[test]
fn the_limit_on_entries_holds_before_the_file_is_at_its_end() {
    let few = FactsLimits { max_entries: 3, ..FactsLimits::default() };
    let lines = write_journal(&season(5));
    let mut reader = JournalReader::new(&few);
    let five = lines.rfind('\n').unwrap();
    assert_eq!(reader.push(&lines.as_bytes()[..five]).unwrap_err().code(), "FCT002");
}

/// A block may unpack to 64 MiB; what one byte of it becomes in memory is bounded too.
#[test]
fn a_block_of_empty_names_is_damaged_and_not_millions_of_names() {
    use miniz_oxide::deflate::compress_to_vec;
    use sha2::{Digest as _, Sha256};

    // A list of 2²⁴ empty names: its length, then a zero for each.
    let mut columns = vec![0x80, 0x80, 0x80, 0x08];
    columns.resize(columns.len() + (1 << 24), 0);
    let packed = compress_to_vec(&columns, 6);
    assert!(packed.len() < 20_000);
    let mut file = write_compact(&Journal::new(None));
    file.truncate(file.len() - 4);
    file.extend(u32::try_from(packed.len()).unwrap().to_le_bytes());
    file.extend(&Sha256::digest(&packed)[..8]);
    file.extend(packed);
    file.extend([0; 4]);
    let read = read_journal(&file, &FactsLimits::default()).unwrap();
    assert_eq!((read.journal.entries().len(), read.findings[0].code.as_str()), (0, "JRN106"));
}

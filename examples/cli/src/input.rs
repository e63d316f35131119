//! Reading files, or standard input in their place.

use std::cell::{Cell, RefCell};
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use same_file::Handle;

use crate::trouble::Trouble;

thread_local! {
    /// The files that this run has read: no result of another form is written over them.
    static READ: RefCell<Vec<PathBuf>> = const { RefCell::new(Vec::new()) };
    /// Whether standard input was read, which a file may stand behind.
    static READ_STDIN: Cell<bool> = const { Cell::new(false) };
}

/// Remembers a file that was read.
pub(crate) fn note(file: &Path) {
    READ.with_borrow_mut(|read| read.push(file.to_owned()));
}

/// Whether a file is one that was read, but for those named.
pub(crate) fn was_read(file: &Path, but: &[&Path]) -> bool {
    let was_named = || READ.with_borrow(|read| read.iter().any(|other| is_same(other, file)));
    (READ_STDIN.get() && is_behind_stdin(file))
        || (was_named() && !but.iter().any(|other| is_same(other, file)))
}

/// Whether standard input comes from a file. Of a terminal or a device nothing is lost.
fn is_behind_stdin(file: &Path) -> bool {
    let stdin = Handle::stdin().ok().filter(|_| file.is_file());
    stdin.is_some_and(|stdin| Handle::from_path(file).is_ok_and(|file| file == stdin))
}

/// Whether two paths lead to one file, though it may not be there yet.
pub(crate) fn is_same(one: &Path, other: &Path) -> bool {
    one == other || real(one).is_some_and(|one| real(other).is_some_and(|other| one == other))
}

/// The full path of a file; of one that is not there yet that of its folder with its name.
fn real(file: &Path) -> Option<PathBuf> {
    let in_folder = || {
        let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
        Some(fs::canonicalize(folder.unwrap_or(Path::new("."))).ok()?.join(file.file_name()?))
    };
    fs::canonicalize(file).ok().or_else(in_folder)
}

/// Standard input, which is remembered as read.
fn stdin() -> io::StdinLock<'static> {
    READ_STDIN.set(true);
    io::stdin().lock()
}

/// The bytes of a file, of which `-` is standard input, at most one more than `most`: the library refuses what is too long,
/// and the command does not read on without end.
pub(crate) fn bytes(file: &Path, most: u64) -> Result<Vec<u8>, Trouble> {
    let told = |error: io::Error| Trouble::reading(file, &error);
    let limit = most.saturating_add(1);
    let mut bytes = Vec::new();
    if is_stdin(file) {
        stdin().take(limit).read_to_end(&mut bytes).map_err(told)?;
    } else {
        note(file);
        File::open(file).map_err(told)?.take(limit).read_to_end(&mut bytes).map_err(told)?;
    }
    Ok(bytes)
}

/// A file to be read piece by piece, of which `-` is standard input.
pub(crate) fn open(file: &Path) -> Result<Box<dyn Read>, Trouble> {
    if is_stdin(file) {
        return Ok(Box::new(stdin()));
    }
    note(file);
    let file = File::open(file).map_err(|error| Trouble::reading(file, &error))?;
    Ok(Box::new(file))
}

/// The words of an argument, of which `-` is standard input, without the line end that a shell adds.
pub(crate) fn words(argument: String, most: u64) -> Result<String, Trouble> {
    let file = Path::new(&argument);
    if !is_stdin(file) {
        return Ok(argument);
    }
    let text = String::from_utf8(bytes(file, most)?).map_err(|_| Trouble::not_utf8(file))?;
    let text = text.strip_suffix('\n').unwrap_or(&text);
    Ok(text.strip_suffix('\r').unwrap_or(text).to_owned())
}

/// Whether a file's name means standard input.
pub(crate) fn is_stdin(file: &Path) -> bool {
    file.as_os_str() == "-"
}

/// That at most one of the files is standard input.
pub(crate) fn one_stdin<'a>(files: impl IntoIterator<Item = &'a Path>) -> Result<(), Trouble> {
    if files.into_iter().filter(|file| is_stdin(file)).count() > 1 {
        Err(Trouble::one_stdin())
    } else {
        Ok(())
    }
}

/// Whether a file is a journal by its first bytes: JSON lines, the compact form or a bundle. Standard input is read once, and is taken for what
/// the command is for.
pub(crate) fn is_journal(file: &Path) -> Result<bool, Trouble> {
    if is_stdin(file) {
        return Ok(false);
    }
    let told = |error: io::Error| Trouble::reading(file, &error);
    let mut first = Vec::new();
    File::open(file).map_err(told)?.take(64).read_to_end(&mut first).map_err(told)?;
    let first = first.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&first).trim_ascii_start();
    Ok([&b"{"[..], b"QJRN", b"PK\x03\x04"].iter().any(|sign| first.starts_with(sign)))
}

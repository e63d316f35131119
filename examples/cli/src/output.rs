//! Writing: to standard output, which may close early, or to a file, whole or not at all.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::args::To;
use crate::input;
use crate::trouble::Trouble;

/// Writes a result where it is to go.
pub(crate) fn write(text: &str, to: &To) -> Result<(), Trouble> {
    write_bytes(text.as_bytes(), to)
}

/// Writes a result that is no text where it is to go.
pub(crate) fn write_bytes(bytes: &[u8], to: &To) -> Result<(), Trouble> {
    over(bytes, to, &[])
}

/// Writes a result where it is to go, which may be one of the files that it takes the place of: it holds all that they do.
/// Over any other file that was read nothing is written, for a journal cannot be made again.
pub(crate) fn over(bytes: &[u8], to: &To, own: &[&Path]) -> Result<(), Trouble> {
    match to.file() {
        Some(file) if input::was_read(file, own) => Err(Trouble::over_input(file)),
        Some(file) => replace(file, bytes).map_err(|error| Trouble::writing(file, &error)),
        None => print_bytes(bytes),
    }
}

/// Writes a result to a file.
pub(crate) fn to_file(text: &str, file: &Path) -> Result<(), Trouble> {
    replace(file, text.as_bytes()).map_err(|error| Trouble::writing(file, &error))
}

/// A value as JSON that people can read.
pub(crate) fn json(value: &impl Serialize) -> Result<String, Trouble> {
    let told = |error: serde_json::Error| Trouble::writing(Path::new("-"), &error.into());
    serde_json::to_string_pretty(value).map(|text| text + "\n").map_err(told)
}

/// Writes to standard output. That nobody reads on is no error.
pub(crate) fn print(text: &str) -> Result<(), Trouble> {
    print_bytes(text.as_bytes())
}

fn print_bytes(bytes: &[u8]) -> Result<(), Trouble> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Trouble::writing(Path::new("-"), &error))
        }
        _ => Ok(()),
    }
}

/// Writes to standard error, as far as anybody reads it.
pub(crate) fn complain(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

/// Puts the bytes in the place of a file by way of a neighbour, so that the file is never half-written. A device or a pipe
/// is written to as it is.
fn replace(file: &Path, bytes: &[u8]) -> io::Result<()> {
    let file = fs::canonicalize(file).unwrap_or_else(|_| file.to_owned());
    let old = fs::metadata(&file).ok();
    if old.as_ref().is_some_and(|old| !old.is_file()) {
        return File::options().write(true).open(&file)?.write_all(bytes);
    }
    let neighbour = neighbour(&file);
    let written = write_new(&neighbour, bytes)
        .and_then(|()| old.map_or(Ok(()), |old| fs::set_permissions(&neighbour, old.permissions())))
        .and_then(|()| fs::rename(&neighbour, &file));
    if written.is_err() {
        let _ = fs::remove_file(&neighbour);
    }
    written
}

/// A name beside the file that no other run of the command uses.
fn neighbour(file: &Path) -> PathBuf {
    let mut name = file.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.part", std::process::id()));
    file.with_file_name(name)
}

fn write_new(file: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut new = File::create(file)?;
    new.write_all(bytes)?;
    new.sync_all()
}

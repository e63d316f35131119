//! The files in hand, known by the hashes of their contents.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use crate::input;
use crate::trouble::Trouble;

/// The SHA-256 hashes of the files in a folder and below it, lower-case hexadecimal. Links are not followed: what lies
/// elsewhere is not in the folder.
pub(crate) fn of_folder(folder: &Path) -> Result<BTreeSet<String>, Trouble> {
    let mut present = BTreeSet::new();
    gather(folder, &mut present).map_err(|(file, error)| Trouble::reading(&file, &error))?;
    Ok(present)
}

fn gather(folder: &Path, present: &mut BTreeSet<String>) -> Result<(), (PathBuf, io::Error)> {
    let at = |path: &Path| {
        let path = path.to_owned();
        move |error| (path, error)
    };
    for entry in fs::read_dir(folder).map_err(at(folder))? {
        let entry = entry.map_err(at(folder))?;
        let path = entry.path();
        let kind = entry.file_type().map_err(at(&path))?;
        if kind.is_dir() {
            gather(&path, present)?;
        } else if kind.is_file() {
            present.insert(hash_of(&path).map_err(at(&path))?);
        }
    }
    Ok(())
}

/// The SHA-256 of a file, lower-case hexadecimal, read piece by piece: a video is larger than a phone's memory.
fn hash_of(path: &Path) -> io::Result<String> {
    input::note(path);
    let mut file = File::open(path)?;
    let mut hash = Sha256::new();
    let mut piece = vec![0; 1 << 16];
    loop {
        let read = file.read(&mut piece)?;
        let Some(bytes) = piece.get(..read).filter(|bytes| !bytes.is_empty()) else { break };
        hash.update(bytes);
    }
    Ok(hexadecimal(&hash.finalize()))
}

/// Bytes as lower-case hexadecimal digits.
pub(crate) fn hexadecimal(bytes: &[u8]) -> String {
    let mut text = String::new();
    for byte in bytes {
        let _ = write!(text, "{byte:02x}");
    }
    text
}

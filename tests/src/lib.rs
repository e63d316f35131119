//! Helpers of the whole-program tests, which lie in `tests/tests/`.

pub mod personal;
pub mod rules;
pub mod schemas;

use std::io;
use std::path::PathBuf;

/// A file of the repository, by its path from the top.
#[must_use]
pub fn path(from_top: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..").join(from_top)
}

/// The bytes of a file of the repository.
///
/// # Errors
/// When it cannot be read.
pub fn read(from_top: &str) -> io::Result<Vec<u8>> {
    std::fs::read(path(from_top))
}

/// Whether a committed file is what generates it says today. With `QOLDAU_UPDATE=1` in the environment it is written
/// anew instead.
///
/// # Errors
/// A text that says which file is stale and how to bring it up to date.
pub fn fresh(from_top: &str, generated: &str) -> Result<(), String> {
    let told = |error: io::Error| format!("{from_top}: {error}");
    if std::env::var_os("QOLDAU_UPDATE").is_some_and(|value| value == "1") {
        return std::fs::write(path(from_top), generated).map_err(told);
    }
    let committed = std::fs::read_to_string(path(from_top)).unwrap_or_default();
    if committed == generated {
        Ok(())
    } else {
        Err(format!("{from_top} is stale; run: QOLDAU_UPDATE=1 cargo test -p qoldau-tests"))
    }
}

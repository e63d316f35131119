//! Writes the mirrors of the core's types.
//!
//! UniFFI must see the shape of a type to carry it to other languages, and core and store know nothing of UniFFI. So every
//! type that crosses is repeated in `bindings-mobile/src/mirror/`, one file a floor as a rule, with its own documentation,
//! which becomes the documentation in Kotlin, Swift and Python. Nobody writes these files: this crate does, a test fails
//! when they are stale, and a mirror that differs from its type does not compile.

mod list;
mod source;
mod write;

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

pub use list::{FILES, MirrorFile};

/// Every mirror file by its path from the top of the repository.
///
/// # Errors
/// When the sources cannot be read, or a listed type is not in them.
pub fn mirrors() -> io::Result<BTreeMap<String, String>> {
    let core = source::Sources::read(&top().join("qoldau-core/src"))?;
    let store = source::Sources::read(&top().join("qoldau-store/src"))?;
    let defaults = write::defaults();
    FILES
        .iter()
        .map(|file| {
            let sources = if file.home == list::STORE { &store } else { &core };
            let text = write::file(file, sources, &core, &defaults)?;
            Ok((format!("bindings-mobile/src/mirror/{}.rs", file.name), text))
        })
        .collect()
}

/// The top of the repository.
#[must_use]
pub fn top() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

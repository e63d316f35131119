//! Why the command could not be carried out.

use std::io;
use std::path::{Path, PathBuf};

use qoldau_core::language::{Language, Saying};

use crate::input::is_stdin;
use crate::{refusals, speech};

/// Why the command could not be carried out: exit code 2. It names a file and a fault, never words of a document.
#[derive(Debug)]
pub(crate) struct Trouble {
    saying: Saying,
    file: PathBuf,
    /// The library's own words and its stable code, where the library refuses.
    refusal: Option<(&'static str, String)>,
}

impl Trouble {
    fn of_file(saying: Saying, file: &Path) -> Self {
        Self { saying, file: file.into(), refusal: None }
    }

    /// A file could not be read.
    pub(crate) fn reading(file: &Path, error: &io::Error) -> Self {
        Self::of_file(by_kind(error, speech::UNREADABLE), file)
    }

    /// A file could not be written.
    pub(crate) fn writing(file: &Path, error: &io::Error) -> Self {
        Self::of_file(by_kind(error, speech::UNWRITABLE), file)
    }

    /// A text is not UTF-8.
    pub(crate) fn not_utf8(file: &Path) -> Self {
        Self::of_file(speech::NOT_UTF8, file)
    }

    /// A file is not a policy.
    pub(crate) fn bad_policy(file: &Path) -> Self {
        Self::of_file(speech::NO_POLICY, file)
    }

    /// Two files are to come from standard input.
    pub(crate) fn one_stdin() -> Self {
        Self::of_file(speech::ONE_STDIN, Path::new("-"))
    }

    /// The library refuses a file.
    pub(crate) fn refused(file: &Path, code: &'static str, detail: &dyn std::error::Error) -> Self {
        Self { refusal: Some((code, detail.to_string())), ..Self::of_file(speech::UNREADABLE, file) }
    }

    /// The trouble in words.
    pub(crate) fn say(&self, language: Language) -> String {
        let file = if is_stdin(&self.file) {
            speech::STDIN.get(language).to_owned()
        } else {
            self.file.display().to_string()
        };
        let Some((code, detail)) = &self.refusal else {
            return speech::said(&self.saying, &[("file", &file)], language);
        };
        match refusals::saying(code) {
            Some(saying) => format!("{file}: {} ({code}: {detail})", saying.get(language)),
            None => format!("{file}: {code}: {detail}"),
        }
    }
}

fn by_kind(error: &io::Error, otherwise: Saying) -> Saying {
    match error.kind() {
        io::ErrorKind::NotFound => speech::NOT_FOUND,
        io::ErrorKind::PermissionDenied => speech::NOT_ALLOWED,
        _ => otherwise,
    }
}

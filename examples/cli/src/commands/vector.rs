//! `qoldau vector`: a statistic of the library, asked for as JSON on standard input.

use std::fs::File;
use std::io::{self, BufRead, Read};
use std::path::{Component, Path, PathBuf};

use qoldau_core::survey::stats::{StatisticError, statistic};
use serde::Deserialize;
use serde_json::json;

use super::Outcome;
use crate::trouble::Trouble;
use crate::{input, output};

/// The longest request, in bytes.
const LONGEST: u64 = 256 << 20;

/// `qoldau vector` and `qoldau survey vector`.
pub(super) fn run(batch: bool) -> Result<Outcome, Trouble> {
    if batch { many() } else { one() }
}

/// One request, one answer.
fn one() -> Result<Outcome, Trouble> {
    let (answer, outcome) = answer(&input::bytes(Path::new("-"), LONGEST)?);
    output::print(&format!("{answer}\n"))?;
    Ok(outcome)
}

/// With `--batch`: a request a line, an answer a line in the same order. A line that cannot be answered has its
/// refusal in its place, and the others go on.
fn many() -> Result<Outcome, Trouble> {
    let mut lines = io::stdin().lock();
    let mut worst = Outcome::Fine;
    loop {
        let mut line = Vec::new();
        let told = |error: io::Error| Trouble::reading(Path::new("-"), &error);
        if lines.by_ref().take(LONGEST).read_until(b'\n', &mut line).map_err(told)? == 0 {
            return Ok(worst);
        }
        if line.trim_ascii().is_empty() {
            continue;
        }
        let (answer, outcome) = answer(&line);
        output::print(&format!("{answer}\n"))?;
        if outcome == Outcome::Faulty {
            worst = outcome;
        }
    }
}

/// What of a request is the command's own: the folder that the paths of tables start from.
#[derive(Deserialize)]
struct Folder {
    base_dir: Option<PathBuf>,
}

/// The answer to a request, or its refusal.
fn answer(request: &[u8]) -> (String, Outcome) {
    match of_folder(request) {
        Ok(answer) => (answer, Outcome::Fine),
        Err(error) => {
            let refusal = json!({ "code": error.code(), "detail": error.to_string() });
            (json!({ "error": refusal }).to_string(), Outcome::Faulty)
        }
    }
}

fn of_folder(request: &[u8]) -> Result<String, StatisticError> {
    let folder: Folder = serde_json::from_slice(request).map_err(|_| StatisticError::NotARequest)?;
    statistic(request, &|path| table(folder.base_dir.as_deref().unwrap_or(Path::new("")), path))
}

/// The bytes of a table at a path below a folder; a path that leads out of it is refused.
fn table(base: &Path, path: &str) -> Result<Vec<u8>, String> {
    let inside =
        Path::new(path).components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
    if !inside {
        return Err("its path leads out of the folder".into());
    }
    let base = if base.as_os_str().is_empty() { Path::new(".") } else { base };
    let missing = |_| "there is no such file".to_owned();
    let folder = base.canonicalize().map_err(missing)?;
    // A link may lead anywhere.
    let file = folder.join(path).canonicalize().map_err(missing)?;
    if !file.starts_with(&folder) {
        return Err("its path leads out of the folder".into());
    }
    let mut bytes = Vec::new();
    File::open(file).map_err(missing)?.take(LONGEST).read_to_end(&mut bytes).map_err(missing)?;
    Ok(bytes)
}

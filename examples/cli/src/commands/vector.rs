//! `qoldau vector`: a statistic of the library, asked for as JSON on standard input.

use std::io::{self, BufRead, Read};
use std::path::Path;

use serde_json::{Value, json};

use super::Outcome;
use crate::trouble::Trouble;
use crate::{input, output, vector};

/// The longest request, in bytes.
const LONGEST: u64 = 256 << 20;

/// `qoldau vector`: one request, one answer.
pub(super) fn one() -> Result<Outcome, Trouble> {
    let (answer, outcome) = answer(&input::bytes(Path::new("-"), LONGEST)?);
    output::print(&format!("{answer}\n"))?;
    Ok(outcome)
}

/// `qoldau vector --batch`: a request a line, an answer a line in the same order. A line that cannot be answered has its
/// refusal in its place, and the others go on.
pub(super) fn batch() -> Result<Outcome, Trouble> {
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

/// The answer to a request, or its refusal.
fn answer(request: &[u8]) -> (Value, Outcome) {
    match vector::answer(request) {
        Ok(answer) => (answer, Outcome::Fine),
        Err(refusal) => (json!({ "error": refusal }), Outcome::Faulty),
    }
}

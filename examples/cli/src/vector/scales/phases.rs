//! Two phases of a survey.

use std::path::Path;

use qoldau_core::survey::stats::{self, CodePair};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::columns::Rows;
use super::fields::{Fields, Refused, not};

pub(super) fn link_codes(input: &Fields<'_>, base: &Path) -> Result<Value, Refused> {
    let column = input.text("column")?;
    let codes = |field: &str| -> Result<Vec<String>, Refused> {
        Ok(Rows::read(input, field, base)?.texts(column)?.into_iter().map(Option::unwrap_or_default).collect())
    };
    let most = input.optional("max_hamming").map_or(Some(0), Value::as_u64).and_then(|most| u32::try_from(most).ok());
    let most = most.ok_or_else(|| not("max_hamming", "a number of letters"))?;
    let links = stats::link_codes(&codes("csv_pre")?, &codes("csv_post")?, most)?;
    let first_10 = |pairs: &[CodePair]| {
        pairs.iter().take(10).map(|pair| json!([pair.first, pair.second])).collect::<Vec<_>>()
    };
    Ok(json!({
        "n_pre": links.first_rows,
        "n_post": links.second_rows,
        "blank_pre": links.first_blank,
        "blank_post": links.second_blank,
        "duplicate_rows_pre": links.first_repeated,
        "duplicate_rows_post": links.second_repeated,
        "exact_pairs": links.exact.len(),
        "fuzzy_pairs": links.near.len(),
        "ambiguous": links.ambiguous,
        "chance_pairs": links.chance_pairs,
        "exact_sha256": digest(&links.exact),
        "fuzzy_sha256": digest(&links.near),
        "exact_first_10": first_10(&links.exact),
        "fuzzy_first_10": first_10(&links.near),
    }))
}

/// The digest of the lines `i,j`, joined by line feeds.
fn digest(pairs: &[CodePair]) -> String {
    let lines: Vec<String> = pairs.iter().map(|pair| format!("{},{}", pair.first, pair.second)).collect();
    Sha256::digest(lines.join("\n")).iter().map(|byte| format!("{byte:02x}")).collect()
}

pub(super) fn two_phase(_input: &Fields<'_>, _base: &Path) -> Result<Value, Refused> {
    Err(Refused::new("not yet".into()))
}

pub(super) fn attrition(_input: &Fields<'_>, _base: &Path) -> Result<Value, Refused> {
    Err(Refused::new("not yet".into()))
}

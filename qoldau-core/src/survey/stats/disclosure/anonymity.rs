//! k-anonymity of rows to be handed on.

use std::collections::BTreeMap;

use serde::Serialize;

/// How many rows share what could identify them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct KAnonymity {
    /// Rows.
    pub rows: u32,
    /// Different combinations of the quasi-identifiers.
    pub classes: u32,
    /// Rows of the smallest class. Undefined without rows.
    pub smallest_class: Option<u32>,
    /// Classes with fewer than k rows.
    pub classes_below_k: u32,
    /// Rows in these classes.
    pub rows_below_k: u32,
    /// Rows that are alone in their class.
    pub uniques: u32,
}

/// Sizes of the classes of rows with equal quasi-identifiers (Sweeney 2002), of which each should have at least `k` rows.
///
/// A missing value is a category of its own: whoever did not tell their age is alone with those who did not either. (Tools that take a missing
/// value for any value find fewer rows at risk.)
#[must_use]
pub fn k_anonymity(rows: &[Vec<Option<String>>], k: u32) -> KAnonymity {
    let mut classes: BTreeMap<&[Option<String>], u32> = BTreeMap::new();
    for row in rows {
        let size = classes.entry(row).or_default();
        *size = size.saturating_add(1);
    }
    let small = || classes.values().filter(|size| **size < k);
    KAnonymity {
        rows: count(rows.len()),
        classes: count(classes.len()),
        smallest_class: classes.values().copied().min(),
        classes_below_k: count(small().count()),
        rows_below_k: small().sum(),
        uniques: count(classes.values().filter(|size| **size == 1).count()),
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

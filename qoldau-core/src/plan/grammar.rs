//! The grammar of targets and deadlines.

use super::{Due, Each, Target, TargetRule};
use crate::value::{DateRange, Id, IsoDate};

/// What a deadline's words are read against.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct DueContext {
    /// The project's time: gives a year to a bare month.
    pub period: Option<DateRange>,
    /// The contract's date.
    pub contract: Option<IsoDate>,
}

/// Reads the targets of a cell, in order. Never fails: what is not understood is one `unread` target with its words.
///
/// Ids are `prefix.1`, `prefix.2` …, and of parts `prefix.1.p1` …; `name_scope` is the scope that stands in the
/// line's name and holds for every target that has none of its own.
#[must_use]
pub fn read_targets(text: &str, prefix: &Id, name_scope: Option<&Each>) -> Vec<Target> {
    let id = format!("{prefix}.1").parse().unwrap_or_else(|_| prefix.clone());
    vec![Target {
        id,
        rule: TargetRule::Unread {},
        unit: None,
        each: name_scope.cloned(),
        every: None,
        parts: Vec::new(),
        note: None,
        text: text.into(),
    }]
}

/// Reads a deadline. Never fails: what is not understood is `unread` with its words.
#[must_use]
pub fn read_due(text: &str, _context: &DueContext) -> Due {
    Due::Unread { text: text.into() }
}

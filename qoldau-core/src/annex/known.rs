//! The names and values of lines read so far: contracts repeat the same few words.

use std::collections::BTreeMap;

use crate::plan::{
    Beside, Each, IndicatorKind, Requires, Target, beside, read_name, read_targets, targets_for,
};
use crate::value::Id;

/// What a line's name says.
#[derive(Debug, Clone)]
pub(super) struct Name {
    pub(super) scope: Option<Each>,
    pub(super) kind: IndicatorKind,
    pub(super) requires: Requires,
    /// What it promises beside its line's number.
    pub(super) beside: Option<Beside>,
}

/// What was read of names and values, by their words.
#[derive(Debug, Default)]
pub(super) struct Known {
    names: BTreeMap<String, Name>,
    values: BTreeMap<String, Vec<Target>>,
}

impl Known {
    /// What a name says.
    pub(super) fn name(&mut self, name: &str) -> Name {
        if let Some(known) = self.names.get(name) {
            return known.clone();
        }
        let (scope, kind, requires) = read_name(name);
        let read = Name { scope, kind, requires, beside: beside(name, kind) };
        self.names.insert(name.to_owned(), read.clone());
        read
    }

    /// The targets of a value beside the name of a line.
    pub(super) fn targets(&mut self, value: &str, line: &Id, scope: Option<&Each>) -> Vec<Target> {
        if let Some(known) = self.values.get(value) {
            return targets_for(known, line, scope);
        }
        let read = read_targets(value, line, None);
        let targets = targets_for(&read, line, scope);
        self.values.insert(value.to_owned(), read);
        targets
    }
}

//! The names and values of lines read so far: contracts repeat the same few words.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::plan::{
    Beside, Each, Frequency, IndicatorKind, Requires, Target, beside, often_in_name, read_name, read_targets,
    targets_for,
};
use crate::value::Id;

/// What a line's name says.
#[derive(Debug, Clone)]
pub(super) struct Name {
    pub(super) scope: Option<Each>,
    /// How often it says that its line's number comes.
    pub(super) every: Option<Frequency>,
    pub(super) kind: IndicatorKind,
    pub(super) requires: Requires,
    /// What it promises beside its line's number.
    pub(super) beside: Option<Beside>,
}

impl Name {
    fn of(name: &str) -> Self {
        let (scope, kind, requires) = read_name(name);
        let often = often_in_name(name);
        let every = often.as_ref().ok().copied().flatten();
        let beside = beside(name, kind).or_else(|| often.err().map(|words| Beside { words, own: None }));
        Self { scope, every, kind, requires, beside }
    }
}

/// What was read of names and values, by their words.
#[derive(Debug, Default)]
pub(super) struct Known {
    names: BTreeMap<String, Name>,
    values: BTreeMap<String, Rc<[Target]>>,
}

impl Known {
    /// What a name says.
    pub(super) fn name(&mut self, name: &str) -> Name {
        if let Some(known) = self.names.get(name) {
            return known.clone();
        }
        let read = Name::of(name);
        self.names.insert(name.to_owned(), read.clone());
        read
    }

    /// What a name counts.
    pub(super) fn kind(&mut self, name: &str) -> IndicatorKind {
        if let Some(known) = self.names.get(name) {
            return known.kind;
        }
        let read = Name::of(name);
        let kind = read.kind;
        self.names.insert(name.to_owned(), read);
        kind
    }

    /// The targets of a value beside the name of a line.
    pub(super) fn targets(&mut self, value: &str, line: &Id, scope: Option<&Each>) -> Vec<Target> {
        targets_for(&self.value(value), line, scope)
    }

    /// The targets of a value, with the ids of no line.
    pub(super) fn value(&mut self, value: &str) -> Rc<[Target]> {
        if let Some(known) = self.values.get(value) {
            return Rc::clone(known);
        }
        let read = "value".parse::<Id>().map(|id| read_targets(value, &id, None)).unwrap_or_default();
        let read: Rc<[Target]> = read.into();
        self.values.insert(value.to_owned(), Rc::clone(&read));
        read
    }
}

//! The names and values of lines read so far: contracts repeat the same few words.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::rc::Rc;

use crate::plan::{
    Beside, Each, Frequency, IndicatorKind, Requires, Target, beside, often_in_name, read_name, read_targets,
    targets_for,
};
use crate::value::Id;
use crate::value::text::digest;

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

/// Words to be looked up: told apart by their digests, for many of a contract begin alike.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Words<'w> {
    digest: u64,
    words: Cow<'w, str>,
}

impl<'w> Words<'w> {
    fn of(words: &'w str) -> Self {
        Self { digest: digest(words), words: words.into() }
    }

    fn kept(self) -> Words<'static> {
        Words { digest: self.digest, words: self.words.into_owned().into() }
    }
}

/// What was read of names and values, by their words.
#[derive(Debug, Default)]
pub(super) struct Known {
    names: BTreeMap<Words<'static>, Name>,
    values: BTreeMap<Words<'static>, Rc<[Target]>>,
}

impl Known {
    /// What a name says.
    pub(super) fn name(&mut self, name: &str) -> Name {
        let words = Words::of(name);
        if let Some(known) = known(&self.names, &words) {
            return known.clone();
        }
        let read = Name::of(name);
        self.names.insert(words.kept(), read.clone());
        read
    }

    /// What a name counts.
    pub(super) fn kind(&mut self, name: &str) -> IndicatorKind {
        let words = Words::of(name);
        if let Some(known) = known(&self.names, &words) {
            return known.kind;
        }
        let read = Name::of(name);
        let kind = read.kind;
        self.names.insert(words.kept(), read);
        kind
    }

    /// The targets of a value beside the name of a line.
    pub(super) fn targets(&mut self, value: &str, line: &Id, scope: Option<&Each>) -> Vec<Target> {
        targets_for(&self.value(value), line, scope)
    }

    /// The targets of a value, with the ids of no line.
    pub(super) fn value(&mut self, value: &str) -> Rc<[Target]> {
        let words = Words::of(value);
        if let Some(known) = known(&self.values, &words) {
            return Rc::clone(known);
        }
        let read = "value".parse::<Id>().map(|id| read_targets(value, &id, None)).unwrap_or_default();
        let read: Rc<[Target]> = read.into();
        self.values.insert(words.kept(), Rc::clone(&read));
        read
    }
}

/// What is known of words.
fn known<'k, 'w, T>(all: &'k BTreeMap<Words<'w>, T>, words: &Words<'w>) -> Option<&'k T> {
    all.get(words)
}

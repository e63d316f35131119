//! Entries that cannot count, and yet bear ids, and wishes to erase.

use crate::facts::wire::Written;
use crate::facts::{Entry, Fact, erased_by};
use crate::json::{canonical_text, from_text};
use crate::value::Id;

/// An entry that cannot count. It is kept until all lines are read: an id that it bears, too, is met twice, what it wishes
/// to have erased is erased, and what it says itself may be.
pub(super) struct Aside {
    /// The entry; of a body that says nothing of its kind no more than the envelope.
    pub(super) entry: Entry,
    pub(super) line: u32,
    /// Whether its body could be read.
    pub(super) is_read: bool,
    erases: Vec<Id>,
}

impl Aside {
    /// An entry that says something that cannot be.
    pub(super) fn refused(entry: Entry, line: u32) -> Self {
        let erases = match &entry.fact {
            Fact::Erase { body } => body.entries.clone(),
            _ => Vec::new(),
        };
        Self { entry, line, is_read: true, erases }
    }

    /// A line whose body says nothing of its kind; nothing where the line is no entry at all.
    pub(super) fn unread(text: &str, line: u32) -> Option<Self> {
        let Written { author, body, clock, device, id, kind, on, prev, replaces, seal, seq } =
            from_text(text).ok()?;
        canonical_text(body.reveal()).ok()?;
        let erases = erased_by(&kind, body.reveal());
        let replaces = replaces.unwrap_or_default();
        let fact = Fact::Erased { name: kind };
        let entry = Entry { id, on, author, fact, replaces, device, seq, clock, prev, seal, salt: None };
        Some(Self { entry, line, is_read: false, erases })
    }

    /// The entries it erases.
    pub(super) fn erases(&self) -> &[Id] {
        &self.erases
    }
}

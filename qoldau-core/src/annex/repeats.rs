//! What a document says again and again: the properties that nearly every run, paragraph and cell begins with.
//!
//! What stood first in an element, byte for byte, and told nothing when it was read, tells nothing where the same bytes
//! stand first in another element of the same meaning: there it is passed over. Namespaces must be the same, and the
//! place no deeper, so that no limit could be met there that was not met before.

/// What may be passed over. An element is known by its meaning `M` and by how many stand around what is in it.
#[derive(Debug)]
pub(super) struct Repeats<'x, M> {
    /// What stood first in the last element of each meaning and told nothing.
    known: Vec<First<'x, M>>,
    /// What stands first in its element, is being read, and has told nothing so far; outermost first.
    reading: Vec<First<'x, M>>,
    /// How many bytes were left when the last element was opened.
    left: usize,
}

/// What stands first in an element.
#[derive(Debug, Clone, Copy)]
struct First<'x, M> {
    around: M,
    depth: usize,
    /// Its bytes; while it is being read with all that follow.
    bytes: &'x str,
}

impl<M> Default for Repeats<'_, M> {
    fn default() -> Self {
        Self { known: Vec::new(), reading: Vec::new(), left: 0 }
    }
}

impl<'x, M: Copy + PartialEq> Repeats<'x, M> {
    /// An element begins where these bytes are left.
    pub(super) fn begin(&mut self, around: M, depth: usize, left: &'x str) {
        if left.len() == self.left {
            self.reading.push(First { around, depth, bytes: left });
        }
    }

    /// What is being read tells something.
    pub(super) fn told(&mut self) {
        self.reading.clear();
    }

    /// Namespaces change.
    pub(super) fn forget(&mut self) {
        self.reading.clear();
        self.known.clear();
    }

    /// An element ends, within so many others.
    pub(super) fn end(&mut self, depth: usize, left: &'x str) {
        let Some(first) = self.reading.pop_if(|first| first.depth == depth) else { return };
        let length = first.bytes.len().saturating_sub(left.len());
        let read = First { bytes: first.bytes.get(..length).unwrap_or_default(), ..first };
        match self.known.iter_mut().find(|known| known.around == read.around) {
            Some(known) => *known = read,
            None => self.known.push(read),
        }
    }

    /// How many bytes to pass over in an element that was opened.
    pub(super) fn again(&mut self, around: M, depth: usize, left: &str) -> usize {
        self.left = left.len();
        let known = self.known.iter().find(|known| known.around == around && depth <= known.depth);
        known.filter(|known| left.starts_with(known.bytes)).map_or(0, |known| known.bytes.len())
    }
}

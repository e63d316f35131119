//! What came under one id.

use crate::facts::succession::Head;
use crate::facts::{ERASE, Entry, Fact, Observation, Origin, read};
use crate::value::Id;

/// An entry, as what it observes and the rest of its envelope.
#[derive(Debug, Clone)]
pub(super) struct Stored {
    /// What it observes, if its fact is one that observes anything: of an amendment the fact as it is now.
    pub(super) by: Observation,
    pub(super) replaces: Vec<Id>,
    /// Whether it is an amendment, and why.
    amends: bool,
    reason: Option<Box<str>>,
    device: Option<Box<str>>,
    seq: Option<u32>,
    prev: Option<Box<str>>,
    seal: Option<Box<str>>,
    salt: Option<Box<str>>,
    /// Whether it can count, and whether it could once nothing is left of what it says.
    counts: bool,
    counts_erased: bool,
}

impl Stored {
    /// An entry, which is judged as reading a journal judges it.
    pub(super) fn of(mut entry: Entry) -> Self {
        let counts = read::takes(&mut entry);
        let counts_erased = counts || {
            let mut erased = entry.clone();
            erased.erase();
            read::takes(&mut erased)
        };
        let Entry { id, on, author, fact, replaces, device, seq, clock, prev, seal, salt } = entry;
        let (fact, amends, reason) = match fact {
            Fact::Amend { body } => (body.fact, true, body.reason),
            fact => (fact, false, None),
        };
        let origin = Origin::Journal;
        let by = Observation { entry: id, on, until: None, author, clock, origin, fact };
        Self { by, replaces, amends, reason, device, seq, prev, seal, salt, counts, counts_erased }
    }

    /// What its place among others depends on.
    pub(super) fn head(&self) -> Head<'_> {
        Head {
            id: &self.by.entry,
            on: self.by.on,
            clock: self.by.clock.as_deref(),
            device: self.device.as_deref(),
            replaces: &self.replaces,
        }
    }

    fn kind(&self) -> &str {
        if self.amends { "amend" } else { self.by.fact.kind() }
    }

    /// Removes what it says, unless it is itself a wish to remove something, which holds no personal data.
    pub(super) fn erase(&mut self) {
        if self.kind() != ERASE {
            self.by.fact = Fact::Erased { name: self.kind().into() };
            (self.amends, self.reason, self.salt) = (false, None, None);
            self.counts = self.counts_erased;
        }
    }

    fn is_erased(&self) -> bool {
        matches!(self.by.fact, Fact::Erased { .. })
    }

    /// Whether another is the same but for what it says: a copy of which one may have been erased.
    fn same_envelope(&self, other: &Self) -> bool {
        let Self { by, replaces, device, seq, prev, seal, .. } = self;
        let Observation { entry, on, author, clock, .. } = by;
        (entry, on, author, clock, self.kind())
            == (&other.by.entry, &other.by.on, &other.by.author, &other.by.clock, other.kind())
            && (replaces, device, seq, prev, seal)
                == (&other.replaces, &other.device, &other.seq, &other.prev, &other.seal)
    }

    fn is_same(&self, other: &Self) -> bool {
        self.same_envelope(other)
            && (&self.by.fact, &self.reason, &self.salt) == (&other.by.fact, &other.reason, &other.salt)
    }

    /// Whether it takes the place of a copy: a full one of one whose body is gone, though nothing erased it.
    fn overrules(&self, other: &Self) -> bool {
        !self.is_erased() && other.is_erased() && self.same_envelope(other)
    }
}

/// The copies that came under one id: one as a rule; of several that differ none counts, though one of them alone could.
#[derive(Debug, Clone)]
pub(super) struct Slot {
    first: Stored,
    others: Vec<Stored>,
}

impl Slot {
    pub(super) const fn new(stored: Stored) -> Self {
        Self { first: stored, others: Vec::new() }
    }

    pub(super) fn id(&self) -> &Id {
        &self.first.by.entry
    }

    fn is_settled(&self) -> bool {
        self.others.is_empty() && self.first.counts
    }

    /// The entry that counts.
    pub(super) fn settled(&self) -> Option<&Stored> {
        self.is_settled().then_some(&self.first)
    }

    pub(super) fn settled_mut(&mut self) -> Option<&mut Stored> {
        self.is_settled().then_some(&mut self.first)
    }

    /// Whether an entry was here before, as it is or in another copy's place.
    pub(super) fn knows(&self, stored: &Stored) -> bool {
        let mut copies = std::iter::once(&self.first).chain(&self.others);
        copies.any(|copy| copy.is_same(stored) || copy.overrules(stored))
    }

    /// Takes one more copy; whatever it takes the place of is gone.
    pub(super) fn add(&mut self, stored: Stored) {
        self.others.retain(|copy| !stored.overrules(copy));
        if stored.overrules(&self.first) {
            self.first = stored;
        } else {
            self.others.push(stored);
        }
    }

    /// Removes what all copies say; those that are then the same are one.
    pub(super) fn erase(&mut self) {
        self.first.erase();
        for mut copy in std::mem::take(&mut self.others) {
            copy.erase();
            if !self.knows(&copy) {
                self.add(copy);
            }
        }
    }
}

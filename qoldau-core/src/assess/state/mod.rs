//! The state of a project, kept entry by entry: what an assessment of any day is told from without the journal.
//!
//! Two halves. [`Running`] keeps what the entries observe, whatever the order they come in. Here these observations are
//! found by the line, event or item that they are about, with the counts of a day summed, so that taking an entry
//! touches what it is about and nothing else, and so that one line can be judged by its own facts alone. What is judged,
//! and how, is told in one place for a state and for a list of all facts (`docs/adr/0016-state-kept-incrementally.md`).

mod index;
mod near;
mod pick;
mod reach;
mod sums;
mod touch;

use serde::Serialize;

use self::index::Index;
use self::reach::Reach;
use self::touch::Touch;
use super::readings::LineOf;
use super::source::Source;
use super::standing::{Assessment, LineStanding};
use super::{assess_line, assess_source, frame_of, in_context};
use crate::facts::{Delta, Entry, Observation, Running};
use crate::people::observe::observe_people_among;
use crate::plan::{Plan, Policy};
use crate::value::{DateRange, Id, IsoDate};

/// A plan with everything that is known of its work, kept up to date entry by entry.
///
/// Entries may come in any order and any number of times; what the state says depends only on which of them came. It
/// says the same as [`assess_editions`](super::assess_editions) of all of them at once, together with what the people on their lists come to
/// ([`observe_people`](crate::people::observe::observe_people)).
#[derive(Debug, Clone)]
pub struct State {
    plan: Plan,
    /// The other editions of the plan.
    others: Vec<Plan>,
    /// What lines of these plans bear on each other.
    reach: Reach,
    entries: Running,
    index: Index,
}

/// What may stand otherwise since an entry was taken: whatever is not named stands as before, on every day.
///
/// An ordinary entry names its line, and where others count its evidence, those. Ids stand in order, each once.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Changed {
    /// Indicator lines.
    pub lines: Vec<Id>,
    /// Lines of the social-impact block.
    pub impact: Vec<Id>,
    /// Lines that supplementary agreements took out.
    pub withdrawn: Vec<Id>,
    /// Records of events; of events that may be one, all records.
    pub events: Vec<Id>,
    /// Whether the findings may differ.
    pub findings: bool,
    /// Whether the readings that are in force may differ.
    pub readings: bool,
    /// Whether so many events lie so close to each other that it would take too long to say which may be one: then
    /// everything may stand otherwise, and nothing else is named.
    pub everything: bool,
    /// Entries that could not be taken, because their body says nothing of its kind: what they were to say is known to
    /// nobody. Reading the whole journal tells why.
    pub unread: Vec<Id>,
}

impl Changed {
    /// Whether nothing stands otherwise.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        *self == Self { unread: self.unread.clone(), ..Self::default() }
    }

    /// What may stand otherwise since both.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        let both = |mut ids: Vec<Id>, others: Vec<Id>| {
            ids.extend(others);
            ids.sort();
            ids.dedup();
            ids
        };
        let unread = both(self.unread, other.unread);
        if self.everything || other.everything {
            return Self { everything: true, unread, ..Self::default() };
        }
        Self {
            lines: both(self.lines, other.lines),
            impact: both(self.impact, other.impact),
            withdrawn: both(self.withdrawn, other.withdrawn),
            events: both(self.events, other.events),
            findings: self.findings || other.findings,
            readings: self.readings || other.readings,
            everything: false,
            unread,
        }
    }
}

impl State {
    /// The state of a plan of which nothing is known yet. `others` are its other editions, in any order.
    #[must_use]
    pub fn new(plan: Plan, others: Vec<Plan>) -> Self {
        let reach = Reach::of(others.iter().chain([&plan]));
        Self { plan, others, reach, entries: Running::default(), index: Index::default() }
    }

    /// The same facts under another plan, or with other editions beside it: every line may stand otherwise.
    #[must_use]
    pub fn under(self, plan: Plan, others: Vec<Plan>) -> Self {
        Self { entries: self.entries, index: self.index, ..Self::new(plan, others) }
    }

    /// Takes one entry and says what may stand otherwise for it. An entry that could not count, or that is known
    /// already, changes nothing.
    ///
    /// It takes a few look-ups (logarithmic in the number of entries), and as long as the things take that the entry is
    /// about: the entries that replace each other with it, the records of its item or event, the events of the days
    /// around. It does not depend on how much else there is.
    pub fn apply(&mut self, entry: Entry) -> Changed {
        let delta = self.entries.apply(entry);
        self.settle(&delta)
    }

    /// Says whether an entry counts, for hosts that count only what a review has approved; every entry does until this
    /// says otherwise. What it replaced stays replaced, as with [`observe_counted`](crate::facts::observe_counted).
    pub fn count(&mut self, entry: &Id, counts: bool) -> Changed {
        let delta = self.entries.count(entry, counts);
        self.settle(&delta)
    }

    /// Says where every line stands at the end of a day, past or present.
    #[must_use]
    pub fn assess(&self, as_of: IsoDate, policy: &Policy, period: Option<DateRange>) -> Assessment {
        let people = self.people(as_of);
        assess_source(&self.plan, &self.others, Source::Kept(self, None, &people), as_of, policy, period)
    }

    /// Says where one line stands at the end of a day, by its own facts alone; nothing where the edition of that day has
    /// no such line.
    #[must_use]
    pub fn assess_line(
        &self,
        line: &Id,
        as_of: IsoDate,
        policy: &Policy,
        period: Option<DateRange>,
    ) -> Option<LineStanding> {
        let people = self.people(as_of);
        let source = Source::Kept(self, Some(line), &people);
        in_context(&self.plan, &self.others, source, as_of, policy, period, |cx| {
            let (task, activity, indicator) = cx.plan.lines().find(|(.., known)| known.id == *line)?;
            let frame = frame_of(cx, task, activity, period);
            Some(assess_line(cx, &LineOf::new(task, activity, indicator), frame, &mut Vec::new()))
        })
    }

    /// What the people on lists come to on a day, by the editions of their days. Where the journal has lists it is told from all of them and from all readings,
    /// for one person may stand on the lists of several lines.
    fn people(&self, as_of: IsoDate) -> Vec<Observation> {
        if self.index.people.is_empty() {
            return Vec::new();
        }
        let held = self.index.beside_people().filter_map(|at| self.entries.get(at));
        let held = held.filter(|by| by.holds_on(as_of)).collect();
        observe_people_among(&self.plan, &self.others, as_of, held).observations.all
    }

    /// Brings the index up to date with the entries, and finds out what that bears on.
    fn settle(&mut self, delta: &Delta) -> Changed {
        for (at, old) in &delta.entries {
            if let Some(old) = old {
                self.index.remove(*at, old);
            }
        }
        for at in delta.entries.keys() {
            if let Some(new) = self.entries.get(*at) {
                self.index.add(*at, new, &self.entries);
            }
        }
        let mut touch = Touch::new(&self.reach, &self.entries, &self.index);
        for (at, old) in &delta.entries {
            for by in old.iter().chain(self.entries.get(*at)) {
                touch.by(by);
            }
        }
        // What an item names now the index learns below; until then it knows what it named before.
        let named: Vec<_> =
            delta.items.iter().map(|item| (*item, Index::names(self.entries.item(*item)))).collect();
        for (item, now) in &named {
            touch.item(*item);
            touch.named(now);
        }
        let changed = touch.finish();
        for (item, named) in named {
            self.index.name(item, named);
        }
        changed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_changed_for_two_entries_is_what_changed_for_either() {
        let ids = |ids: &[&str]| ids.iter().map(|id| id.parse().unwrap()).collect::<Vec<Id>>();
        let one = Changed { lines: ids(&["a", "c"]), findings: true, ..Changed::default() };
        let two = Changed { lines: ids(&["b", "c"]), events: ids(&["e"]), ..Changed::default() };
        let both = Changed {
            lines: ids(&["a", "b", "c"]),
            events: ids(&["e"]),
            findings: true,
            ..Changed::default()
        };
        assert_eq!(one.clone().and(two.clone()), both);
        assert_eq!(two.and(one.clone()), both);
        assert_eq!(one.clone().and(Changed::default()), one);
        let everything = Changed { everything: true, ..Changed::default() };
        assert_eq!(one.and(everything.clone()), everything);
    }
}

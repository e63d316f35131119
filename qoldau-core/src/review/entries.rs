//! The loop within the NGO: draft, submitted, returned, approved.

use std::collections::{BTreeMap, BTreeSet};

use super::fold::{SaidOf, may};
use super::model::{EntryCounts, EntryStanding};
use super::roles::{Roles, Step};
use super::rules;
use crate::facts::{Entry, EntryReview, EntryState, Fact};
use crate::finding::Param;
use crate::value::{Id, IsoDate};

/// Every record of the work with where it stands.
pub(super) struct Entries<'a> {
    records: BTreeMap<&'a Id, Record<'a>>,
    own_approval: bool,
}

struct Record<'a> {
    author: &'a str,
    on: IsoDate,
    /// First day on which it holds no longer, whenever that is.
    until: Option<IsoDate>,
    standing: EntryStanding,
}

impl<'a> Entries<'a> {
    pub(super) fn of(
        entries: &'a [Entry],
        until: &[Option<IsoDate>],
        erased: &BTreeSet<&Id>,
        as_of: IsoDate,
        own_approval: bool,
    ) -> Self {
        let records = entries
            .iter()
            .zip(until)
            .filter(|(entry, _)| entry.on <= as_of && is_record(entry.fact.now()))
            .filter(|(entry, _)| !erased.contains(&entry.id))
            .map(|(entry, until)| {
                let standing = EntryStanding {
                    entry: entry.id.clone(),
                    state: EntryState::Draft,
                    by: None,
                    on: None,
                    remark: None,
                    until: until.filter(|until| *until <= as_of),
                };
                (&entry.id, Record { author: &entry.author, on: entry.on, until: *until, standing })
            });
        Self { records: records.collect(), own_approval }
    }

    /// Takes a step of the review within the NGO, entry by entry: what is not allowed of one does not hinder the others.
    pub(super) fn take(
        &mut self,
        step: &Entry,
        body: &EntryReview,
        roles: &Roles<'_>,
        said: &mut SaidOf<'_, '_>,
    ) {
        let named: BTreeSet<&Id> = body.entries.iter().collect();
        for id in named {
            let of = Some(Param::id("entry", id));
            let there = self
                .records
                .get_mut(id)
                .filter(|record| record.on <= step.on && record.until.is_none_or(|until| until > step.on));
            let Some(record) = there else {
                said.say(&rules::NO_SUCH_RECORD, of);
                continue;
            };
            let own = record.author == &*step.author;
            let kind = match body.state {
                EntryState::Draft | EntryState::Submitted => Step::HandIn { own },
                EntryState::Returned | EntryState::Approved => Step::Judge,
            };
            if !may(roles, step, kind, said) {
                continue;
            }
            if body.state == EntryState::Approved && own && !self.own_approval {
                said.say(&rules::OWN_APPROVAL, of);
            } else if !leads(record.standing.state, body.state) {
                said.say(&rules::WRONG_STATE, of);
            } else if record.standing.state != body.state || body.remark.is_some() {
                record.standing = EntryStanding {
                    entry: id.clone(),
                    state: body.state,
                    by: Some(step.author.clone()),
                    on: Some(step.on),
                    remark: body.remark.clone(),
                    until: record.standing.until,
                };
            }
        }
    }

    /// All of them, in the order of their ids, and how many of those that hold stand where.
    pub(super) fn finish(self) -> (Vec<EntryStanding>, EntryCounts) {
        let standings: Vec<EntryStanding> =
            self.records.into_values().map(|record| record.standing).collect();
        let mut counts = EntryCounts::default();
        for standing in standings.iter().filter(|standing| standing.until.is_none()) {
            let count = match standing.state {
                EntryState::Draft => &mut counts.draft,
                EntryState::Submitted => &mut counts.submitted,
                EntryState::Returned => &mut counts.returned,
                EntryState::Approved => &mut counts.approved,
            };
            *count = count.saturating_add(1);
        }
        (standings, counts)
    }
}

/// Whether a step leads from one state to another. Two people may take the same step without knowing of each other.
const fn leads(from: EntryState, to: EntryState) -> bool {
    use EntryState::{Approved, Draft, Returned, Submitted};
    match to {
        // What was approved is opened again only by the leader, who returns it.
        Draft | Submitted => !matches!(from, Approved),
        Returned => !matches!(from, Draft),
        Approved => matches!(from, Submitted | Approved),
    }
}

/// Whether a fact is a record of the work, which is under review. How lines are read and what was taken note of are
/// decisions, and steps of review are not reviewed themselves.
const fn is_record(fact: &Fact) -> bool {
    matches!(
        fact,
        Fact::Event { .. }
            | Fact::Reading { .. }
            | Fact::Evidence { .. }
            | Fact::Approval { .. }
            | Fact::LinkState { .. }
            | Fact::SameEvent { .. }
            | Fact::SplitEvent { .. }
            | Fact::AttachEvidence { .. }
            | Fact::DetachEvidence { .. }
            | Fact::Attendance { .. }
            | Fact::Headcount { .. }
            | Fact::PeopleCount { .. }
            | Fact::ReachEstimate { .. }
    )
}

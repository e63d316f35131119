//! What a changed observation bears on.

use std::collections::BTreeSet;

use super::Changed;
use super::index::{Index, Named};
use super::near::{Near, OF_EVENTS, OF_PROOF, TooMany, seen};
use super::reach::Reach;
use crate::facts::{AttendanceRecord, Fact, Observation, Running};
use crate::plan::{Question, named_lines};
use crate::value::Id;

/// Gathers what may stand otherwise.
pub(super) struct Touch<'s> {
    reach: &'s Reach,
    entries: &'s Running,
    index: &'s Index,
    lines: BTreeSet<&'s Id>,
    /// Lines whose items may count otherwise, so that others that count them may stand otherwise too.
    giving: BTreeSet<&'s Id>,
    /// Events that may stand otherwise, as records of them or what joins them changed.
    events: Near<'s>,
    /// Activities of records that changed.
    activities: BTreeSet<&'s Id>,
    /// Events that evidence names, which may be proven or not be.
    proven: Near<'s>,
    /// Events of whose people something is told.
    listed: Near<'s>,
    too_many: bool,
    findings: bool,
    readings: bool,
}

impl<'s> Touch<'s> {
    pub(super) fn new(reach: &'s Reach, entries: &'s Running, index: &'s Index) -> Self {
        Self {
            reach,
            entries,
            index,
            lines: BTreeSet::new(),
            giving: BTreeSet::new(),
            events: Near::new(entries, index, OF_EVENTS),
            activities: BTreeSet::new(),
            proven: Near::new(entries, index, OF_PROOF),
            listed: Near::new(entries, index, OF_PROOF),
            too_many: false,
            findings: false,
            readings: false,
        }
    }

    /// An observation was there before, or is there now. Items are named apart.
    pub(super) fn by(&mut self, by: &'s Observation) {
        match &by.fact {
            Fact::Reading { body } => self.line(&body.line),
            Fact::PeopleCount { body } => self.line(&body.line),
            Fact::Review { body } => self.line(&body.line),
            Fact::Approval { body } => body.lines.iter().for_each(|line| self.line(line)),
            Fact::Event { body } => {
                self.findings = true;
                self.activities.extend(&body.activities);
                if let Some(record) = seen(by) {
                    self.too_many |= self.events.begin_with_record(record).is_err();
                }
            }
            Fact::SameEvent { body } | Fact::SplitEvent { body } => {
                self.findings = true;
                body.events.iter().for_each(|event| self.events.begin_with(event));
            }
            Fact::Evidence { body } => self.approved_by(&body.item),
            Fact::LinkState { body } => {
                self.approved_by(&body.evidence);
                if let Some(item) = self.entries.item_place(&body.evidence) {
                    self.item(item);
                }
            }
            Fact::PlanReading { body } => {
                (self.findings, self.readings) = (true, true);
                let reach = self.reach;
                reach.under.get(&body.line).into_iter().flatten().for_each(|line| self.line(line));
                // How many events are planned is read from the activity's own lines of events.
                if matches!(body.question, Question::Amount | Question::Bound | Question::Due) {
                    let under = reach.under.get(&body.line).into_iter().flatten();
                    let beside = under.filter_map(|line| reach.beside.get(line)).flatten();
                    beside.for_each(|line| self.line(line));
                }
            }
            Fact::Acknowledgement { .. } => self.findings = true,
            Fact::ReachEstimate { body } => self.line(&body.line),
            // Whoever is on one list may be on others, and one person stands for all of them.
            Fact::PersonDecision { .. } => {
                let index = self.index;
                for at in &index.people {
                    if let Some(Fact::Attendance { body }) = self.entries.get(*at).map(|by| &by.fact) {
                        self.list(body);
                    }
                }
            }
            Fact::Attendance { body } => self.list(body),
            Fact::Headcount { body } => self.people_of(&body.event),
            _ => {}
        }
    }

    /// An item may be the document of approvals.
    fn approved_by(&mut self, item: &Id) {
        let index = self.index;
        for at in index.checks.get(item).into_iter().flat_map(|checks| &checks.approvals) {
            if let Some(Fact::Approval { body }) = self.entries.get(*at).map(|by| &by.fact) {
                body.lines.iter().for_each(|line| self.line(line));
            }
        }
    }

    /// A list of people: for the line it names, or those of its event.
    fn list(&mut self, body: &'s AttendanceRecord) {
        self.findings = true;
        body.line.iter().for_each(|line| self.line(line));
        body.event.iter().for_each(|event| self.people_of(event));
    }

    /// People of an event count otherwise, for its activities and those of whatever is one with it.
    fn people_of(&mut self, event: &'s Id) {
        self.findings = true;
        self.listed.begin_with(event);
    }

    /// An item counts otherwise, for whatever it names.
    pub(super) fn item(&mut self, item: usize) {
        if let Some(named) = self.index.named(item) {
            self.named(named);
        }
    }

    /// An item names these, or named them.
    pub(super) fn named(&mut self, Named { lines, events }: &'s Named) {
        self.giving.extend(lines);
        for line in lines {
            self.line(line);
        }
        for event in events {
            self.proven.begin_with(event);
        }
    }

    fn line(&mut self, line: &'s Id) {
        self.findings = true;
        self.lines.insert(line);
    }

    /// What it all comes to.
    pub(super) fn finish(self) -> Changed {
        let everything = Changed { everything: true, ..Changed::default() };
        if self.too_many { everything } else { self.reached().unwrap_or(everything) }
    }

    fn reached(self) -> Result<Changed, TooMany> {
        let Self { reach, entries, index, mut lines, mut giving, mut activities, .. } = self;
        let events = self.events.finish()?;
        for facts in events.iter().filter_map(|event| index.events.get(*event)) {
            let records = facts.records.iter().filter_map(|at| entries.get(*at)).filter_map(seen);
            activities.extend(records.flat_map(|record| &record.fact.activities));
            lines.extend(facts.lines.keys());
            giving.extend(facts.lines.keys());
        }
        lines.extend(activities.into_iter().filter_map(|activity| reach.under.get(activity)).flatten());
        match self.proven.finish() {
            Ok(proven) => {
                for facts in proven.into_iter().filter_map(|event| index.events.get(event)) {
                    let records = facts.records.iter().filter_map(|at| entries.get(*at)).filter_map(seen);
                    let activities = records.flat_map(|record| &record.fact.activities);
                    lines.extend(activities.filter_map(|activity| reach.counting.get(activity)).flatten());
                }
            }
            // There are few of them, and to find out which would take longer than to draw them all.
            Err(TooMany) => lines.extend(reach.counting.values().flatten()),
        }
        match self.listed.finish() {
            Ok(listed) => {
                for facts in listed.into_iter().filter_map(|event| index.events.get(event)) {
                    let records = facts.records.iter().filter_map(|at| entries.get(*at)).filter_map(seen);
                    let activities = records.flat_map(|record| &record.fact.activities);
                    lines.extend(activities.filter_map(|activity| reach.people.get(activity)).flatten());
                    lines.extend(facts.lines.keys());
                }
            }
            Err(TooMany) => lines.extend(reach.people.values().flatten()),
        }
        lines.extend(giving.into_iter().filter_map(|line| reach.takers.get(line)).flatten());
        let summed = lines.iter().filter_map(|line| reach.sums.get(*line)).flatten();
        let mut impact: BTreeSet<&Id> = summed.collect();
        for (sum, sources) in answered_sources(entries, index) {
            if sources.iter().any(|source| lines.contains(source)) {
                impact.insert(sum);
            }
        }
        let of = |known: &BTreeSet<Id>| -> Vec<Id> {
            lines.iter().filter(|id| known.contains(**id)).map(|id| (*id).clone()).collect()
        };
        let own = lines.iter().filter(|id| reach.impact.contains(**id));
        impact.extend(own);
        let lost = lines.iter().filter_map(|line| reach.lost.get(*line)).flatten();
        let summed = impact.iter().copied().filter(|id| reach.withdrawn.contains(*id));
        let withdrawn: BTreeSet<Id> =
            of(&reach.withdrawn).into_iter().chain(lost.chain(summed).cloned()).collect();
        Ok(Changed {
            lines: of(&reach.lines),
            withdrawn: withdrawn.into_iter().collect(),
            impact: impact.into_iter().filter(|id| reach.impact.contains(*id)).cloned().collect(),
            events: events.into_iter().cloned().collect(),
            findings: self.findings,
            readings: self.readings,
            everything: false,
            unread: Vec::new(),
        })
    }
}

/// The answers to which lines a figure of the social-impact block sums: the figure with the lines.
fn answered_sources<'s>(entries: &'s Running, index: &'s Index) -> impl Iterator<Item = (&'s Id, Vec<Id>)> {
    let answers = index.sources.iter().filter_map(|at| entries.get(*at));
    answers.filter_map(|by| match &by.fact {
        Fact::PlanReading { body } => Some((&body.line, named_lines(&body.answer)?)),
        _ => None,
    })
}

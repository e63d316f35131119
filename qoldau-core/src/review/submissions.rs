//! The loop with the operator: sent, remarks, replies, resolved, accepted.

use std::collections::{BTreeMap, BTreeSet};

use super::fold::SaidOf;
use super::model::{RemarkStanding, RemarkState, ReplyStanding, SubmissionStanding};
use super::rules;
use crate::facts::{Acceptance, Entry, Fact, Remark, Reply, Submission};
use crate::finding::Param;
use crate::value::{Id, IsoDate};

/// Every submission so far.
pub(super) struct Submissions<'a> {
    /// Lines that a remark or an acceptance may name: those of the plan, and those that an agreement took out of it.
    lines: BTreeSet<&'a Id>,
    sent: Vec<SubmissionStanding>,
    /// Place of every submission in `sent`, by its id.
    places: BTreeMap<Id, usize>,
    /// For every remark the places of its submission and of itself there, by its id.
    remarks: BTreeMap<Id, (usize, usize)>,
}

impl<'a> Submissions<'a> {
    pub(super) const fn of(lines: BTreeSet<&'a Id>) -> Self {
        Self { lines, sent: Vec::new(), places: BTreeMap::new(), remarks: BTreeMap::new() }
    }

    /// Takes a step whose author may take it.
    pub(super) fn take(&mut self, step: &Entry, said: &mut SaidOf<'_, '_>) {
        match &step.fact {
            Fact::Submission { body } => self.send(step, body, said),
            Fact::Remark { body } => self.remark(step, body, said),
            Fact::Reply { body } => self.reply(step, body, said),
            Fact::RemarkResolved { body } => {
                if let Some(remark) = self.unsettled(&body.remark, said) {
                    remark.resolved_on = Some(step.on);
                }
            }
            Fact::Acceptance { body } => self.accept(step, body, said),
            _ => {}
        }
    }

    fn send(&mut self, step: &Entry, body: &Submission, said: &mut SaidOf<'_, '_>) {
        if self.places.contains_key(&body.submission) {
            return said.say(&rules::SUBMISSION_TWICE, Some(Param::id("submission", &body.submission)));
        }
        self.places.insert(body.submission.clone(), self.sent.len());
        self.sent.push(SubmissionStanding {
            submission: body.submission.clone(),
            entry: step.id.clone(),
            number: body.number.clone(),
            date: body.date,
            as_of: body.as_of,
            digest: body.digest.clone(),
            by: step.author.clone(),
            accepted_on: None,
            accepted_lines: Vec::new(),
            remarks: Vec::new(),
        });
    }

    fn remark(&mut self, step: &Entry, body: &Remark, said: &mut SaidOf<'_, '_>) {
        let Some(at) = self.place(&body.submission, said) else { return };
        if let Some(line) = body.line.as_ref().filter(|line| !self.lines.contains(line)) {
            return said.say(&rules::NO_SUCH_LINE, Some(Param::id("line", line)));
        }
        if self.remarks.contains_key(&body.remark) {
            return said.say(&rules::REMARK_TWICE, Some(Param::id("remark", &body.remark)));
        }
        let Some(submission) = self.sent.get_mut(at) else { return };
        if submission.is_settled(body.line.as_ref()) {
            return said.say(&rules::AFTER_ACCEPTANCE, Some(Param::id("submission", &body.submission)));
        }
        self.remarks.insert(body.remark.clone(), (at, submission.remarks.len()));
        submission.remarks.push(RemarkStanding {
            remark: body.remark.clone(),
            entry: step.id.clone(),
            by: step.author.clone(),
            on: step.on,
            line: body.line.clone(),
            text: body.text.clone(),
            answer_by: body.answer_by,
            state: RemarkState::Open,
            overdue: false,
            replies: Vec::new(),
            resolved_on: None,
        });
    }

    fn reply(&mut self, step: &Entry, body: &Reply, said: &mut SaidOf<'_, '_>) {
        if let Some(remark) = self.unsettled(&body.remark, said) {
            remark.replies.push(ReplyStanding {
                entry: step.id.clone(),
                by: step.author.clone(),
                on: step.on,
                text: body.text.clone(),
                evidence: body.evidence.clone(),
            });
        }
    }

    /// Accepts the whole, or lines; a line with a remark that is not settled waits, and so does the whole.
    fn accept(&mut self, step: &Entry, body: &Acceptance, said: &mut SaidOf<'_, '_>) {
        let Some(at) = self.place(&body.submission, said) else { return };
        let Some(submission) = self.sent.get_mut(at) else { return };
        let of = || Some(Param::id("submission", &body.submission));
        if submission.accepted_on.is_some() {
            return said.say(&rules::AFTER_ACCEPTANCE, of());
        }
        if body.lines.is_empty() {
            match submission.waits(None) {
                Some(remark) => said.say(&rules::REMARK_OPEN, Some(Param::id("remark", &remark))),
                None => submission.accepted_on = Some(step.on),
            }
        }
        for line in &body.lines {
            if !self.lines.contains(line) {
                said.say(&rules::NO_SUCH_LINE, Some(Param::id("line", line)));
            } else if let Some(remark) = submission.waits(Some(line)) {
                said.say(&rules::REMARK_OPEN, Some(Param::id("remark", &remark)));
            } else if let Err(place) = submission.accepted_lines.binary_search(line) {
                submission.accepted_lines.insert(place, line.clone());
            }
        }
    }

    /// The place of a submission; says so where there is none.
    fn place(&self, submission: &Id, said: &mut SaidOf<'_, '_>) -> Option<usize> {
        let place = self.places.get(submission).copied();
        if place.is_none() {
            said.say(&rules::NO_SUCH_SUBMISSION, Some(Param::id("submission", submission)));
        }
        place
    }

    /// A remark that waits for an answer or for the operator; says so where there is none.
    fn unsettled(&mut self, remark: &Id, said: &mut SaidOf<'_, '_>) -> Option<&mut RemarkStanding> {
        let of = || Some(Param::id("remark", remark));
        let Some((submission, at)) = self.remarks.get(remark).copied() else {
            said.say(&rules::NO_SUCH_REMARK, of());
            return None;
        };
        let standing = self.sent.get_mut(submission)?.remarks.get_mut(at)?;
        if standing.resolved_on.is_some() {
            said.say(&rules::REMARK_SETTLED, of());
            return None;
        }
        Some(standing)
    }

    /// All of them as they stand at the end of a day.
    pub(super) fn finish(mut self, as_of: IsoDate) -> Vec<SubmissionStanding> {
        for remark in self.sent.iter_mut().flat_map(|submission| &mut submission.remarks) {
            remark.state = match (remark.resolved_on, remark.replies.is_empty()) {
                (Some(_), _) => RemarkState::Resolved,
                (None, false) => RemarkState::Answered,
                (None, true) => RemarkState::Open,
            };
            let late = remark.answer_by.is_some_and(|day| day < as_of);
            remark.overdue = late && remark.state == RemarkState::Open;
        }
        for submission in &mut self.sent {
            let order = |of: &RemarkStanding| {
                (of.state, of.answer_by.is_none(), of.answer_by, of.on, of.remark.clone())
            };
            submission.remarks.sort_by_cached_key(order);
        }
        self.sent
    }
}

impl SubmissionStanding {
    /// Whether nothing more is to be said of a line of it, or of the whole.
    fn is_settled(&self, line: Option<&Id>) -> bool {
        self.accepted_on.is_some() || line.is_some_and(|line| self.accepted_lines.binary_search(line).is_ok())
    }

    /// The first remark that keeps a line of it, or the whole, from being accepted.
    fn waits(&self, line: Option<&Id>) -> Option<Id> {
        let concerns = |remark: &&RemarkStanding| line.is_none() || remark.line.as_ref() == line;
        let open = self.remarks.iter().filter(|remark| remark.resolved_on.is_none());
        open.filter(concerns).map(|remark| remark.remark.clone()).next()
    }
}

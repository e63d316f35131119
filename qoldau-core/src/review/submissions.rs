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
    /// Places in `sent` of the packages that were handed in under an id. They are several only where they differ.
    places: BTreeMap<Id, Vec<usize>>,
    /// For every remark, by its id, the places of its submissions and of itself there.
    remarks: BTreeMap<Id, Vec<(usize, usize)>>,
    /// Answers to remarks that do not stand when they are given: the remark may have been told anew since. Each with the
    /// place of its step.
    early: BTreeMap<Id, Vec<(usize, ReplyStanding)>>,
    /// Remarks that were answered as they stand.
    answered: BTreeSet<Id>,
}

impl<'a> Submissions<'a> {
    pub(super) const fn of(lines: BTreeSet<&'a Id>) -> Self {
        Self {
            lines,
            sent: Vec::new(),
            places: BTreeMap::new(),
            remarks: BTreeMap::new(),
            early: BTreeMap::new(),
            answered: BTreeSet::new(),
        }
    }

    /// Takes a step whose author may take it.
    pub(super) fn take(&mut self, step: &Entry, said: &mut SaidOf<'_, '_>) {
        match &step.fact {
            Fact::Submission { body } => self.send(step, body, said),
            Fact::Remark { body } => self.remark(step, body, said),
            Fact::Reply { body } => self.reply(step, body, said),
            Fact::RemarkResolved { body } => {
                let settle = |remark: &mut RemarkStanding| remark.resolved_on = Some(step.on);
                self.unsettled(&body.remark, said, settle);
            }
            Fact::Acceptance { body } => self.accept(step, body, said),
            _ => {}
        }
    }

    /// Notes a package that was handed in. Another one under the same id stands beside it, for nobody can say which of the
    /// two the operator has in hand.
    fn send(&mut self, step: &Entry, body: &Submission, said: &mut SaidOf<'_, '_>) {
        let of = || Some(Param::id("submission", &body.submission));
        let places = self.places.entry(body.submission.clone()).or_default();
        let sent = |at: &usize| self.sent.get(*at).is_some_and(|sent| sent.digest == body.digest);
        if places.iter().any(sent) {
            return said.say(&rules::SUBMISSION_TWICE, of());
        }
        if !places.is_empty() {
            said.say(&rules::PACKAGES_DIFFER, of());
        }
        if body.as_of > body.date || body.as_of > step.on {
            said.say(&rules::OF_A_LATER_DAY, of());
        }
        places.push(self.sent.len());
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
        let places = self.places_of(&body.submission, said);
        if places.is_empty() {
            return;
        }
        if let Some(line) = body.line.as_ref().filter(|line| !self.lines.contains(line)) {
            return said.say(&rules::NO_SUCH_LINE, Some(Param::id("line", line)));
        }
        if self.remarks.contains_key(&body.remark) {
            return said.say(&rules::REMARK_TWICE, Some(Param::id("remark", &body.remark)));
        }
        let mut made = Vec::new();
        let early = self.early.get(&body.remark).into_iter().flatten();
        let early: Vec<ReplyStanding> = early.map(|(_, reply)| reply.clone()).collect();
        for at in places {
            let Some(submission) = self.sent.get_mut(at) else { continue };
            if submission.is_settled(body.line.as_ref()) {
                continue;
            }
            made.push((at, submission.remarks.len()));
            submission.remarks.push(RemarkStanding { replies: early.clone(), ..standing_of(step, body) });
        }
        if made.is_empty() {
            return said.say(&rules::AFTER_ACCEPTANCE, Some(Param::id("submission", &body.submission)));
        }
        self.early.remove(&body.remark);
        self.remarks.insert(body.remark.clone(), made);
    }

    /// Takes an answer. One that was given to a remark which the operator has told anew since stays with it; whether it
    /// answers the new words he says.
    fn reply(&mut self, step: &Entry, body: &Reply, said: &mut SaidOf<'_, '_>) {
        let reply = ReplyStanding {
            entry: step.id.clone(),
            by: step.author.clone(),
            on: step.on,
            text: body.text.clone(),
            evidence: body.evidence.clone(),
        };
        if !self.remarks.contains_key(&body.remark) {
            self.early.entry(body.remark.clone()).or_default().push((said.place(), reply));
            return;
        }
        self.answered.insert(body.remark.clone());
        self.unsettled(&body.remark, said, |remark| remark.replies.push(reply.clone()));
    }

    /// The answers to remarks that are not there: the place of the step, and the remark.
    pub(super) fn loose_replies(&self) -> impl Iterator<Item = (usize, &Id)> {
        self.early.iter().flat_map(|(remark, replies)| replies.iter().map(move |(at, _)| (*at, remark)))
    }

    /// Accepts the whole, or lines; a line with a remark that is not settled waits, and so does the whole. Of several
    /// packages under one id none is accepted.
    fn accept(&mut self, step: &Entry, body: &Acceptance, said: &mut SaidOf<'_, '_>) {
        let of = || Some(Param::id("submission", &body.submission));
        let at = match self.places_of(&body.submission, said).as_slice() {
            [] => return,
            [at] => *at,
            _ => return said.say(&rules::PACKAGES_DIFFER, of()),
        };
        let Some(submission) = self.sent.get_mut(at) else { return };
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

    /// The places of the packages of a submission; says so where there is none.
    fn places_of(&self, submission: &Id, said: &mut SaidOf<'_, '_>) -> Vec<usize> {
        let places = self.places.get(submission).cloned().unwrap_or_default();
        if places.is_empty() {
            said.say(&rules::NO_SUCH_SUBMISSION, Some(Param::id("submission", submission)));
        }
        places
    }

    /// Does something to a remark that waits for an answer or for the operator; says so where there is none.
    fn unsettled(&mut self, remark: &Id, said: &mut SaidOf<'_, '_>, take: impl Fn(&mut RemarkStanding)) {
        let of = || Some(Param::id("remark", remark));
        let Some(places) = self.remarks.get(remark) else {
            return said.say(&rules::NO_SUCH_REMARK, of());
        };
        for (submission, at) in places {
            let standing = self.sent.get_mut(*submission).and_then(|sent| sent.remarks.get_mut(*at));
            let Some(standing) = standing else { continue };
            // Where it stands several times, it is settled everywhere at once.
            if standing.resolved_on.is_some() {
                return said.say(&rules::REMARK_SETTLED, of());
            }
            take(standing);
        }
    }

    /// All of them as they stand at the end of a day.
    pub(super) fn finish(mut self, as_of: IsoDate) -> Vec<SubmissionStanding> {
        for remark in self.sent.iter_mut().flat_map(|submission| &mut submission.remarks) {
            remark.state = match (remark.resolved_on, self.answered.contains(&remark.remark)) {
                (Some(_), _) => RemarkState::Resolved,
                (None, true) => RemarkState::Answered,
                (None, false) => RemarkState::Open,
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

/// A remark as it is made.
fn standing_of(step: &Entry, body: &Remark) -> RemarkStanding {
    RemarkStanding {
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

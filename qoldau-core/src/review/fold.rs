//! The steps in their order, and which of them are taken.

use std::collections::BTreeSet;

use super::entries::Entries;
use super::model::Reviews;
use super::roles::{AuthorRole, Leave, Roles, Step};
use super::rules;
use super::submissions::Submissions;
use crate::facts::{Entry, Fact, FactsRead, Head, Succession, Tally};
use crate::finding::{Finding, Param, Place, RuleInfo};
use crate::plan::{Plan, PlanNode, Policy};
use crate::value::{Id, IsoDate};

/// Most findings of one code that are listed; the others are counted.
const FINDINGS_LISTED: u32 = 1000;

/// Says where every entry and every submission stands in review at the end of a day.
///
/// Steps are taken in the order of their dates, then of their clocks, then of their ids, so that every phone that has the
/// same entries says the same. A step that the rules do not allow has no effect and is a finding. Steps that were
/// replaced, voided or erased have none either; but only who took a step may take it back.
#[must_use]
pub fn review(
    plan: &Plan,
    facts: &FactsRead,
    roles: &[AuthorRole],
    policy: &Policy,
    as_of: IsoDate,
) -> Reviews {
    let of_tasks = plan.lines().map(|(_, _, line)| &line.id);
    let of_impact = plan.impact.iter().map(|line| &line.id);
    let gone = plan.withdrawn.iter().filter(|gone| matches!(gone.node, PlanNode::Line | PlanNode::Impact));
    let lines = of_tasks.chain(of_impact).chain(gone.map(|gone| &gone.id)).collect();
    review_lines(lines, facts, roles, policy, as_of)
}

/// The same of whoever has no plan but knows its lines, as from packages: what it says of submissions is the same.
#[must_use]
pub fn review_lines(
    lines: BTreeSet<&Id>,
    facts: &FactsRead,
    roles: &[AuthorRole],
    policy: &Policy,
    as_of: IsoDate,
) -> Reviews {
    let roles = Roles::of(roles);
    let mut said = Said { facts, findings: Vec::new() };
    let erased = erased(&facts.entries);
    let until = ends(&facts.entries, &roles, &erased, as_of, &mut said);
    let stands = |(at, entry): &(usize, &Entry)| {
        let ended = until.get(*at).copied().flatten().is_some_and(|until| until <= as_of);
        entry.on <= as_of && !ended && !erased.contains(&entry.id) && entry.fact.is_review_step()
    };
    let mut steps: Vec<(usize, &Entry)> = facts.entries.iter().enumerate().filter(stands).collect();
    steps.sort_by(|(_, a), (_, b)| (a.on, &a.clock, &a.id).cmp(&(b.on, &b.clock, &b.id)));
    let own_approval = policy.own_approval.is("yes");
    let mut entries = Entries::of(&facts.entries, &until, &erased, as_of, own_approval);
    let mut submissions = Submissions::of(lines);
    for (at, entry) in steps {
        let mut said = SaidOf { said: &mut said, at };
        match &entry.fact {
            Fact::EntryReview { body } => entries.take(entry, body, &roles, &mut said),
            fact => {
                if may(&roles, entry, step_of(fact), &mut said) {
                    submissions.take(entry, &mut said);
                }
            }
        }
    }
    for (at, remark) in submissions.loose_replies() {
        SaidOf { said: &mut said, at }.say(&rules::NO_SUCH_REMARK, Some(Param::id("remark", remark)));
    }
    let (entries, counts) = entries.finish();
    Reviews { entries, counts, submissions: submissions.finish(as_of), findings: said.finish() }
}

/// Which step about a submission a fact is.
const fn step_of(fact: &Fact) -> Step {
    match fact {
        Fact::Submission { .. } => Step::Send,
        Fact::Reply { .. } => Step::Answer,
        _ => Step::Operate,
    }
}

/// Whether the author of an entry may take a step; says so where not.
pub(super) fn may(roles: &Roles<'_>, entry: &Entry, step: Step, said: &mut SaidOf<'_, '_>) -> bool {
    let rule = match roles.leave(&entry.author, step) {
        Leave::Given => return true,
        Leave::WrongRole => &rules::ROLE_MAY_NOT,
        Leave::NoRole => &rules::NO_ROLE,
    };
    said.say(rule, None);
    false
}

/// From which day on every entry holds no longer, as everywhere; but a step of review is taken back only by who took it,
/// and a submission only while the operator has said nothing of it.
fn ends(
    entries: &[Entry],
    roles: &Roles<'_>,
    erased: &BTreeSet<&Id>,
    as_of: IsoDate,
    said: &mut Said<'_>,
) -> Vec<Option<IsoDate>> {
    let steps = Steps::of(entries, as_of);
    let by_another = |entry: &Entry, id: &Id| steps.of_id(id).is_some_and(|step| step.author != entry.author);
    let until = succession(entries, |at, entry, id| {
        let refused = by_another(entry, id);
        if refused && steps.are_there(entry, id) {
            SaidOf { said, at }.say(&rules::ANOTHERS_STEP, Some(Param::id("entry", id)));
        }
        !refused
    });
    // What the operator said holds by what was found so far: nobody else could take it back.
    let judged = judged(entries, &until, roles, erased, as_of);
    let is_judged = |id: &Id| match steps.of_id(id).map(|step| &step.fact) {
        Some(Fact::Submission { body }) => judged.contains(&body.submission),
        _ => false,
    };
    if !entries.iter().any(|entry| entry.replaces.iter().any(&is_judged)) {
        return until;
    }
    succession(entries, |at, entry, id| {
        if by_another(entry, id) {
            return false;
        }
        let refused = is_judged(id);
        if refused && steps.are_there(entry, id) {
            SaidOf { said, at }.say(&rules::JUDGED_SUBMISSION, Some(Param::id("entry", id)));
        }
        !refused
    })
}

/// The steps of review by their ids.
struct Steps<'a> {
    by_id: Vec<(&'a Id, &'a Entry)>,
    as_of: IsoDate,
}

impl<'a> Steps<'a> {
    fn of(entries: &'a [Entry], as_of: IsoDate) -> Self {
        let steps = entries.iter().filter(|entry| entry.fact.is_review_step());
        let mut by_id: Vec<(&Id, &Entry)> = steps.map(|entry| (&entry.id, entry)).collect();
        by_id.sort_unstable_by_key(|(id, _)| *id);
        Self { by_id, as_of }
    }

    fn of_id(&self, id: &Id) -> Option<&'a Entry> {
        let at = self.by_id.binary_search_by(|(step, _)| (*step).cmp(id)).ok()?;
        self.by_id.get(at).map(|(_, step)| *step)
    }

    /// Whether an entry and a step that it would take back are both dated until the day.
    fn are_there(&self, entry: &Entry, id: &Id) -> bool {
        entry.on <= self.as_of && self.of_id(id).is_some_and(|step| step.on <= self.as_of)
    }
}

/// From which day on every entry holds no longer, where an entry replaces only what it may.
fn succession(entries: &[Entry], mut may: impl FnMut(usize, &Entry, &Id) -> bool) -> Vec<Option<IsoDate>> {
    let mut allowed: Vec<Option<Vec<Id>>> = Vec::with_capacity(entries.len());
    for (at, entry) in entries.iter().enumerate() {
        let left: Vec<&Id> = entry.replaces.iter().filter(|id| may(at, entry, id)).collect();
        allowed.push((left.len() < entry.replaces.len()).then(|| left.into_iter().cloned().collect()));
    }
    let heads: Vec<Head<'_>> = entries
        .iter()
        .zip(&allowed)
        .map(|(Entry { id, on, clock, device, replaces, .. }, allowed)| Head {
            id,
            on: *on,
            clock: clock.as_deref(),
            device: device.as_deref(),
            replaces: allowed.as_deref().unwrap_or(replaces),
        })
        .collect();
    Succession::of(&heads).until
}

/// The submissions of which the operator has said something that holds on the day: remarked on them, or accepted of them.
/// In which order does not matter, because the day of an entry can be written back.
fn judged<'a>(
    entries: &'a [Entry],
    until: &[Option<IsoDate>],
    roles: &Roles<'_>,
    erased: &BTreeSet<&Id>,
    as_of: IsoDate,
) -> BTreeSet<&'a Id> {
    let holds = |(entry, until): &(&Entry, &Option<IsoDate>)| {
        let may = roles.leave(&entry.author, Step::Operate) == Leave::Given;
        may && entry.on <= as_of && until.is_none_or(|until| until > as_of) && !erased.contains(&entry.id)
    };
    let of = entries.iter().zip(until).filter(holds).filter_map(|(entry, _)| match &entry.fact {
        Fact::Remark { body } => Some(&body.submission),
        Fact::Acceptance { body } => Some(&body.submission),
        _ => None,
    });
    of.collect()
}

/// Ids of entries that others erase.
fn erased(entries: &[Entry]) -> BTreeSet<&Id> {
    let erased = entries.iter().filter_map(|entry| match &entry.fact {
        Fact::Erase { body } => Some(&body.entries),
        _ => None,
    });
    erased.flatten().collect()
}

/// What the steps gave reason to say.
struct Said<'a> {
    facts: &'a FactsRead,
    findings: Vec<Finding>,
}

impl Said<'_> {
    fn finish(mut self) -> Vec<Finding> {
        let order = |finding: &Finding| (finding.place.clone(), finding.code.clone());
        self.findings.sort_by_cached_key(order);
        // A step about several entries is told once where nothing tells its findings apart.
        self.findings.dedup();
        let mut tally = Tally::new(FINDINGS_LISTED);
        self.findings.into_iter().for_each(|finding| tally.push(finding));
        tally.finish()
    }
}

/// Takes the findings of one entry.
pub(super) struct SaidOf<'s, 'a> {
    said: &'s mut Said<'a>,
    at: usize,
}

impl SaidOf<'_, '_> {
    /// The place of the entry that it is about.
    pub(super) const fn place(&self) -> usize {
        self.at
    }

    /// Says that a step had no effect.
    pub(super) fn say(&mut self, rule: &RuleInfo, param: Option<Param>) {
        let facts = self.said.facts;
        let line = facts.lines.get(self.at).copied().unwrap_or_default();
        let entry = facts.entries.get(self.at).map(|entry| entry.id.clone());
        let finding = Finding::new(rule, Place::Line { line, entry });
        self.said.findings.push(match param {
            Some(param) => finding.param(param),
            None => finding,
        });
    }
}

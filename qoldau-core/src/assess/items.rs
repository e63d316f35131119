//! The evidence items that may serve a line, and which of their files others brought already.

use std::borrow::Cow;
use std::ptr;

use super::attached::Attached;
use super::ledger::by_time;
use super::readings::LineOf;
use super::tally::Context;
use crate::facts::{Evidence, EvidenceKind};
use crate::plan::{Activity, EachOf, IndicatorKind, Plan, Question, Target, TaskKind};
use crate::value::Id;
use crate::value::fingerprint::fingerprint;
use crate::value::link::same_link;

/// The items that may serve a line: its own; for the information work's posts also the tasks', where a reading says
/// so; for participants also the attendance lists of their events.
#[derive(Debug)]
pub(super) struct Items<'a> {
    own: &'a [Attached<'a>],
    others: Vec<Attached<'a>>,
    /// For every item, how many of its files (or its link) an earlier item brought already; empty when none did.
    repeated: Vec<u32>,
}

impl<'a> Items<'a> {
    /// The items that may serve a line.
    pub(super) fn of(cx: &Context<'a>, line: &LineOf<'a>) -> Self {
        let own = cx.ledger.line(&line.indicator.id).evidence.as_slice();
        let mut items = Self { own, others: others(cx, line, own), repeated: Vec::new() };
        items.repeated = items.repeats();
        items
    }

    /// Every item, and how many of its files an earlier item brought already.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&Attached<'a>, u32)> {
        let repeated = |at: usize| self.repeated.get(at).copied().unwrap_or(0);
        self.own.iter().chain(&self.others).enumerate().map(move |(at, item)| (item, repeated(at)))
    }

    fn get(&self, at: usize) -> Option<&Attached<'a>> {
        let beyond = at.checked_sub(self.own.len());
        beyond.map_or_else(|| self.own.get(at), |at| self.others.get(at))
    }

    /// What tells an item apart from others, each with the item's place.
    fn marks(&self, at: usize) -> impl Iterator<Item = (Cow<'a, str>, usize)> {
        let item = self.get(at).filter(|item| item.marked).and_then(Attached::evidence);
        item.into_iter().flat_map(marks).map(move |mark| (mark, at))
    }

    /// For every item, how many of its files an earlier item (or an earlier file of its own) brought already; empty
    /// when there are none. Files are told apart by their hashes, items without
    /// files by their links.
    fn repeats(&self) -> Vec<u32> {
        let count = self.own.len().saturating_add(self.others.len());
        let mut prints: Vec<(u64, usize)> =
            (0..count).flat_map(|at| self.marks(at)).map(|(mark, at)| (fingerprint(&mark), at)).collect();
        prints.sort_unstable();
        let mut repeated = Vec::new();
        for run in prints.chunk_by(|a, b| a.0 == b.0).filter(|run| run.len() > 1) {
            let items = run.chunk_by(|a, b| a == b).filter_map(|files| files.first());
            let mut files: Vec<_> = items
                .flat_map(|(print, at)| self.marks(*at).filter(|(mark, _)| fingerprint(mark) == *print))
                .collect();
            files.sort_unstable();
            for same in files.chunk_by(|a, b| a.0 == b.0).filter(|same| same.len() > 1) {
                repeated.resize(count, 0_u32);
                let time = |at: usize| self.get(at).map(|item| item.by);
                let first = same.iter().min_by(|a, b| match (time(a.1), time(b.1)) {
                    (Some(a), Some(b)) => by_time(a, b),
                    _ => a.cmp(b),
                });
                for file in same.iter().filter(|file| !first.is_some_and(|first| ptr::eq(*file, first))) {
                    if let Some(repeated) = repeated.get_mut(file.1) {
                        *repeated = repeated.saturating_add(1);
                    }
                }
            }
        }
        repeated
    }
}

/// What tells an item apart from others: the hashes of its files, and where it has no file its link.
pub(super) fn marks(item: &Evidence) -> impl Iterator<Item = Cow<'_, str>> {
    let hashes = item.files.iter().filter_map(|file| file.sha256.as_deref());
    let link = item.link.as_deref().filter(|_| item.files.is_empty());
    hashes.map(Cow::Borrowed).chain(link.map(same_link))
}

/// The items of other lines, each once, that also serve a line.
fn others<'a>(cx: &Context<'a>, line: &LineOf<'a>, own: &[Attached<'a>]) -> Vec<Attached<'a>> {
    let participants = line.indicator.kind == IndicatorKind::Participants;
    let lines: Vec<&Id> = if participants {
        attendance_lines(line.activity)
    } else if takes_task_posts(cx, line) {
        post_lines(cx.plan)
    } else {
        Vec::new()
    };
    // Every line has its items in the order in which they were observed, so sorting by it is merging.
    let place = |item: &Attached<'_>| ptr::from_ref(item.by);
    let is_own = |item: &Attached<'_>| own.binary_search_by_key(&place(item), place).is_ok();
    let mut others: Vec<Attached<'a>> = lines
        .into_iter()
        .flat_map(|id| &cx.ledger.line(id).evidence)
        .filter(|item| (!participants || item.kind == EvidenceKind::List) && !is_own(item))
        .copied()
        .collect();
    others.sort_by_key(place);
    others.dedup_by_key(|item| place(item));
    others
}

/// Lines of an activity that ask for a list of each event: attendance lists.
fn attendance_lines(activity: &Activity) -> Vec<&Id> {
    let of_each_event = |target: &Target| target.each.as_ref().is_some_and(|each| each.of == EachOf::Event);
    activity
        .indicators
        .iter()
        .filter(|line| line.kind == IndicatorKind::List && line.targets.iter().any(of_each_event))
        .map(|line| &line.id)
        .collect()
}

fn takes_task_posts(cx: &Context<'_>, line: &LineOf<'_>) -> bool {
    let by_policy = cx.policy.task_posts.value.as_deref().unwrap_or("beside");
    line.task.kind == TaskKind::Information
        && line.indicator.kind == IndicatorKind::Post
        && cx.readings.of_line(line, Question::TaskPosts).unwrap_or(by_policy) == "within"
}

/// Lines of the tasks that count posts and announcements.
fn post_lines(plan: &Plan) -> Vec<&Id> {
    plan.lines()
        .filter(|(task, _, line)| {
            task.kind == TaskKind::Task
                && matches!(line.kind, IndicatorKind::Post | IndicatorKind::Announcement)
        })
        .map(|(_, _, line)| &line.id)
        .collect()
}

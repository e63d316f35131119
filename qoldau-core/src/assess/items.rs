//! The evidence items that may serve a line, and which of their files others brought already.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::cmp::Ordering;
use std::ptr;

use super::attached::Attached;
use super::ledger::LineLedger;
use super::readings::{LineOf, Readings};
use super::tally::Context;
use crate::facts::{Evidence, EvidenceKind};
use crate::plan::{EachOf, Indicator, IndicatorKind, Plan, Policy, Question, Target, TaskKind, Withdrawn};
use crate::value::fingerprint::fingerprint;
use crate::value::link::{names_a_post, network_names, same_link};
use crate::value::text::fold_words;
use crate::value::{DateRange, Id};

/// The items that may serve a line: its own; for the information work's posts also the tasks', where a reading says
/// so; for participants also the attendance lists of their events.
#[derive(Debug)]
pub(super) struct Items<'a> {
    line: &'a Indicator,
    own: &'a [Attached<'a>],
    others: Vec<Attached<'a>>,
    /// For every item, how many of its files another item of the line brought already, [`WHOLE`] where all of it was there; empty when none did.
    repeated: Vec<u32>,
    /// The days that the items and the readings of the line count on.
    days: Option<DateRange>,
}

impl<'a> Items<'a> {
    /// The items that may serve a line.
    pub(super) fn of(cx: &Context<'a>, line: &LineOf<'a>) -> Self {
        let LineLedger { evidence: own, readings, .. } = cx.ledger.line(&line.indicator.id);
        let mut items = Self { others: others(cx, line, own), ..Self::unlike(line.indicator, own) };
        items.repeated = items.repeats();
        let of_items = || items.iter().flat_map(|(item, _)| [item.day, item.made_on()]);
        let days = || of_items().chain(readings.iter().map(|told| told.day));
        items.days = days().min().zip(days().max()).map(|(start, end)| DateRange { start, end });
        items
    }

    /// The items of a line alone.
    pub(super) fn own(line: &'a Indicator, own: &'a [Attached<'a>]) -> Self {
        let mut items = Self::unlike(line, own);
        items.repeated = items.repeats();
        items
    }

    /// Items of which is not known yet whether any are alike.
    const fn unlike(line: &'a Indicator, own: &'a [Attached<'a>]) -> Self {
        Self { line, own, others: Vec::new(), repeated: Vec::new(), days: None }
    }

    /// Whether everything that may count for the line lies within a span.
    pub(super) fn lie_within(&self, span: DateRange) -> bool {
        self.days.is_none_or(|days| span.contains(days.start) && span.contains(days.end))
    }

    /// Every item, and how many of its files another item brought already.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&Attached<'a>, u32)> {
        let repeated = |at: usize| self.repeated.get(at).copied().unwrap_or(0);
        self.own.iter().chain(&self.others).enumerate().map(move |(at, item)| (item, repeated(at)))
    }

    fn get(&self, at: usize) -> Option<&Attached<'a>> {
        let beyond = at.checked_sub(self.own.len());
        beyond.map_or_else(|| self.own.get(at), |at| self.others.get(at))
    }

    /// What tells an item apart from others.
    fn marks(&self, at: usize) -> impl Iterator<Item = (Of, Cow<'a, str>)> {
        let item = self.get(at).and_then(Attached::evidence);
        item.into_iter().flat_map(|item| told_apart(item, Some(self.line)))
    }

    /// The fingerprints of what tells an item apart, each with the item's place.
    fn prints(&self, at: usize) -> impl Iterator<Item = (u64, usize)> {
        let mark = self.get(at).map_or(Mark::NONE, |item| item.mark);
        let several = (mark == Mark::SEVERAL).then(|| self.marks(at).map(|(_, mark)| print(&mark)));
        mark.one().into_iter().chain(several.into_iter().flatten()).map(move |print| (print, at))
    }

    /// For every item, how many of its files another item (or an earlier file of its own) brought already, [`WHOLE`]
    /// where its link or its number was there; empty when there are none.
    fn repeats(&self) -> Vec<u32> {
        let count = self.own.len().saturating_add(self.others.len());
        let mut prints: Vec<(u64, usize)> = (0..count).flat_map(|at| self.prints(at)).collect();
        prints.sort_unstable();
        let mut repeated = Vec::new();
        for run in prints.chunk_by(|a, b| a.0 == b.0).filter(|run| run.len() > 1) {
            let items = run.chunk_by(|a, b| a == b).filter_map(|files| files.first());
            let mut marks: Vec<_> = items
                .flat_map(|(of, at)| {
                    self.marks(*at).filter(|(_, mark)| print(mark) == *of).map(|mark| (mark, *at))
                })
                .collect();
            marks.sort_unstable();
            for same in marks.chunk_by(|a, b| a.0 == b.0).filter(|same| same.len() > 1) {
                repeated.resize(count, 0_u32);
                let of = same.first().map_or(Of::File, |((of, _), _)| *of);
                let Some(first) = same.iter().min_by(|a, b| self.goes_before(of, a.1, b.1)) else { continue };
                for other in same.iter().filter(|other| !ptr::eq(*other, first)) {
                    let item = |at| self.get(at).and_then(Attached::evidence);
                    let one = item(other.1).zip(item(first.1));
                    if of == Of::Number && !one.is_some_and(|(item, first)| stands_for(item, first)) {
                        continue;
                    }
                    if let Some(repeated) = repeated.get_mut(other.1) {
                        *repeated = if of == Of::File { repeated.saturating_add(1) } else { WHOLE };
                    }
                }
            }
        }
        repeated
    }

    /// Which of two items that have something in common counts for it: one that counts for the line, of papers of one
    /// number one that shows more than its number, else the earlier.
    fn goes_before(&self, of: Of, a: usize, b: usize) -> Ordering {
        let (Some(one), Some(other)) = (self.get(a), self.get(b)) else { return a.cmp(&b) };
        let stands_aside = |item: &Attached<'_>| {
            let alone = of == Of::Number && item.evidence().is_some_and(is_known_by_number_alone);
            (!item.counts_for(self.line), alone)
        };
        stands_aside(one).cmp(&stands_aside(other)).then_with(|| one.by.by_time(other.by))
    }
}

/// The items of a line, gathered once for those of its targets that count the people of attendance lists and once for the others.
#[derive(Debug, Default)]
pub(super) struct ItemsOfLine<'a> {
    of_people: OnceCell<Items<'a>>,
    of_others: OnceCell<Items<'a>>,
}

impl<'a> ItemsOfLine<'a> {
    /// The items that may serve a target.
    pub(super) fn of(&self, cx: &Context<'a>, line: &LineOf<'a>) -> &Items<'a> {
        let of_people = line.kind == IndicatorKind::Participants;
        let items = if of_people { &self.of_people } else { &self.of_others };
        items.get_or_init(|| Items::of(cx, line))
    }
}

/// Whether an item that bears the number of another is that paper: nothing but its number shows it, and it is not called
/// otherwise. Two that have files may be two papers; whether they are is asked.
pub(super) fn stands_for(item: &Evidence, first: &Evidence) -> bool {
    let title = |item: &Evidence| item.title.as_deref().map(fold_words);
    let titles = title(first).zip(title(item));
    is_known_by_number_alone(item) && titles.is_none_or(|(one, other)| one == other)
}

/// What stands for the number of files of an item of which everything was there before.
const WHOLE: u32 = u32::MAX;

/// The fingerprint of what tells an item apart from others, in eight bytes: taken while the item is at hand, for later
/// it lies far away in memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mark(u64);

impl Mark {
    /// Nothing tells it apart.
    const NONE: Self = Self(0);
    /// Several hashes; the item itself says which.
    const SEVERAL: Self = Self(1);

    /// The mark of an item for a line.
    pub(super) fn of(item: &Evidence, line: Option<&Indicator>) -> Self {
        let mut marks = told_apart(item, line);
        match (marks.next(), marks.next()) {
            (None, _) => Self::NONE,
            (Some((_, mark)), None) => Self(print(&mark)),
            _ => Self::SEVERAL,
        }
    }

    /// Whether anything tells the item apart.
    pub(super) fn is_any(self) -> bool {
        self != Self::NONE
    }

    /// The fingerprint, where there is one and no more.
    fn one(self) -> Option<u64> {
        (self.0 > Self::SEVERAL.0).then_some(self.0)
    }
}

/// The fingerprint of a hash or link, beyond the numbers that mean something else.
fn print(mark: &str) -> u64 {
    fingerprint(mark).max(2)
}

/// What of an item tells it apart from others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Of {
    /// The hash of one of its files.
    File,
    /// Its link.
    Link,
    /// The number under which a paper is registered, with its date.
    Number,
}

/// What of an item is the same thing wherever it is met: its files and its link. Papers of one number may be two.
pub(super) fn marks<'a>(
    item: &'a Evidence,
    of_line: Option<&'a Indicator>,
) -> impl Iterator<Item = Cow<'a, str>> {
    told_apart(item, of_line).filter(|(of, _)| *of != Of::Number).map(|(_, mark)| mark)
}

/// What tells an item apart from others: the hashes of its files, its link and its number. For a line that names several
/// networks the network too: one text on two of them is two announcements.
fn told_apart<'a>(
    item: &'a Evidence,
    of_line: Option<&'a Indicator>,
) -> impl Iterator<Item = (Of, Cow<'a, str>)> {
    let hashes = item.files.iter().filter_map(|file| file.sha256.as_deref()).map(Cow::Borrowed);
    let alone = item.link.as_deref().filter(|_| item.files.is_empty());
    let link = alone.or_else(|| item.web_link().filter(|link| is_told_by(item.kind, link)));
    let network = of_line.and_then(|line| network_of(item, line));
    let on_network = move |(of, mark): (Of, Cow<'a, str>)| match network {
        Some(network) => (of, Cow::Owned(format!("{network}\n{mark}"))),
        None => (of, mark),
    };
    let hashes = hashes.map(|hash| (Of::File, hash));
    let link = link.map(|link| (Of::Link, same_link(link)));
    let number = registered(item).map(|number| (Of::Number, Cow::Owned(number)));
    hashes.chain(link).chain(number).map(on_network)
}

/// Whether a link tells an item apart that has files too, which may be pictures of it made on two phones. The page of a
/// network, or the front of a site, may stand beside every post; and of what is no post, a link may be of a folder of many.
fn is_told_by(kind: EvidenceKind, link: &str) -> bool {
    match kind {
        EvidenceKind::Video => names_a_post(link) && network_names(link).is_some(),
        _ => is_on_a_network(kind) && names_a_post(link),
    }
}

/// The kind, number and date of a paper that is registered by its number.
pub(super) fn registered(item: &Evidence) -> Option<String> {
    let number = item.number.as_deref().filter(|_| item.kind.is_registered_by_number())?;
    Some(format!("{}\n{}\n{}", item.kind.key(), plain_number(number), item.date?))
}

/// A number as two phones may both have written it.
pub(super) fn plain_number(number: &str) -> String {
    fold_words(number).trim_start_matches(['№', '#', ' ']).to_owned()
}

/// Whether nothing but its number shows a paper.
fn is_known_by_number_alone(item: &Evidence) -> bool {
    item.files.is_empty() && item.link.is_none() && item.screenshot.is_none()
}

/// Which of several networks that a line names an item is on: as its outlet says, else by its link.
pub(super) fn network_of<'a>(item: &Evidence, line: &'a Indicator) -> Option<&'a str> {
    let channels = &line.requires.channels;
    if channels.len() < 2 || !is_on_a_network(item.kind) {
        return None;
    }
    let outlet = item.outlet.as_deref().map(fold_words).unwrap_or_default();
    let said = || channels.iter().find(|channel| outlet.contains(&fold_words(channel)));
    let linked = || {
        let names = network_names(item.web_link()?)?;
        let is_it = |channel: &&String| {
            let channel = fold_words(channel);
            names.iter().any(|name| channel.contains(name))
        };
        channels.iter().find(is_it)
    };
    said().or_else(linked).map(String::as_str)
}

/// Whether items of a kind are published on a social network.
pub(super) fn is_on_a_network(kind: EvidenceKind) -> bool {
    use EvidenceKind as E;
    matches!(kind, E::Post | E::Announcement | E::Story | E::LiveStream | E::Video | E::Publication)
}

/// The items of other lines, each once, that also serve a line.
fn others<'a>(cx: &Context<'a>, line: &LineOf<'a>, own: &[Attached<'a>]) -> Vec<Attached<'a>> {
    let participants = line.kind == IndicatorKind::Participants;
    let lines: Vec<&Id> = if participants {
        attendance_lines(cx.plan, &line.activity.id)
    } else if takes_posts_of_tasks(line, cx.readings, cx.policy) {
        post_lines(cx.plan)
    } else {
        Vec::new()
    };
    // Every line has its items in the order in which they were observed, so sorting by it is merging.
    let place = |item: &Attached<'_>| ptr::from_ref(item.by);
    let is_own = |item: &Attached<'_>| own.binary_search_by_key(&place(item), place).is_ok();
    let of_earlier = cx.earlier.lists_of(&line.activity.id).iter().filter(|_| participants);
    let of_earlier = of_earlier.flat_map(|list| {
        let items = cx.ledger.line(&list.line).evidence.iter();
        items.filter(|item| list.span.contains(item.day))
    });
    let mut others: Vec<Attached<'a>> = lines
        .into_iter()
        .flat_map(|id| &cx.ledger.line(id).evidence)
        .chain(of_earlier)
        .filter(|item| (!participants || item.kind == EvidenceKind::List) && !is_own(item))
        .map(|item| item.for_line(line.indicator))
        .collect();
    others.sort_by_key(place);
    others.dedup_by_key(|item| place(item));
    others
}

/// Lines whose lists are attendance lists of an activity: those that ask for a list of each event, and those that did until an
/// agreement took them out, for nobody took the lists away.
pub(crate) fn attendance_lines<'p>(plan: &'p Plan, activity: &Id) -> Vec<&'p Id> {
    let stand = plan.lines().filter(|(_, own, _)| own.id == *activity).map(|(.., line)| line);
    let gone = plan.withdrawn_lines().filter(|(gone, _)| gone.within.as_ref() == Some(activity));
    let lines = stand.chain(gone.map(|(_, line)| line));
    lines.filter(|line| asks_for_list_of_each_event(line)).map(|line| &line.id).collect()
}

/// Whether a line asks for a list of each event: for attendance lists.
pub(super) fn asks_for_list_of_each_event(line: &Indicator) -> bool {
    let of_each_event = |target: &Target| target.each.as_ref().is_some_and(|each| each.of == EachOf::Event);
    let of_lists = |target: &Target| line.kind_of(target) == IndicatorKind::List;
    line.targets.iter().any(|target| of_each_event(target) && of_lists(target))
}

fn takes_posts_of_tasks(line: &LineOf<'_>, readings: &Readings, policy: &Policy) -> bool {
    let by_policy = policy.task_posts.value.as_deref().unwrap_or("beside");
    line.task.kind == TaskKind::Information
        && line.indicator.kind == IndicatorKind::Post
        && readings.of_line(line, Question::TaskPosts).unwrap_or(by_policy) == "within"
}

/// Whether a line of the information work leaves to the tasks what counts there already: evidence serves one line only, by
/// a reading or by the policy. A line that is read as including the tasks' posts has them all the same.
pub(super) fn leaves_to_tasks(line: &LineOf<'_>, readings: &Readings, policy: &Policy) -> bool {
    let by_policy = policy.reuse.value.as_deref().unwrap_or("shared");
    line.task.kind == TaskKind::Information
        && readings.of_line(line, Question::Reuse).unwrap_or(by_policy) == "once"
        && !takes_posts_of_tasks(line, readings, policy)
}

/// Lines of the tasks that count posts and announcements, those too that an agreement took out: the posts are there.
pub(super) fn post_lines(plan: &Plan) -> Vec<&Id> {
    let of_task = |kind: Option<TaskKind>| kind.is_none_or(|kind| kind == TaskKind::Task);
    let stand = plan.lines().filter(|(task, ..)| of_task(Some(task.kind))).map(|(.., line)| line);
    let kind_of = |gone: &Withdrawn| plan.task_of(gone.within.as_ref()?).map(|task| task.kind);
    let gone = plan.withdrawn_lines().filter(|(gone, _)| of_task(kind_of(gone))).map(|(_, line)| line);
    stand
        .chain(gone)
        .filter(|line| matches!(line.kind, IndicatorKind::Post | IndicatorKind::Announcement))
        .map(|line| &line.id)
        .collect()
}

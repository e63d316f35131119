//! One item, or one text, that counts in several places.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::{Item, Looked, rules};
use crate::assess::evidence::of_kind;
use crate::assess::items::{is_on_a_network, marks, network_of};
use crate::facts::{Evidence, Tally};
use crate::finding::{Finding, Param, Place};
use crate::plan::{Indicator, IndicatorKind, TaskKind};
use crate::value::Id;
use crate::value::link::network_names;
use crate::value::text::fold_words;

/// Days within which posts of one title are of one text.
const SAME_TEXT: i32 = 7;

pub(super) fn ask(looked: &Looked<'_>, tally: &mut Tally) {
    let lines = Lines::of(looked);
    two_lines(looked, &lines, tally);
    one_text(looked, &lines, tally);
}

/// A line with its places.
pub(super) struct Line<'a> {
    indicator: &'a Indicator,
    activity: &'a Id,
    section: TaskKind,
}

pub(super) struct Lines<'a> {
    all: Vec<Line<'a>>,
    places: BTreeMap<&'a Id, usize>,
}

impl<'a> Lines<'a> {
    pub(super) fn of(looked: &Looked<'a>) -> Self {
        let all: Vec<Line<'a>> = looked
            .plan
            .lines()
            .map(|(task, activity, indicator)| Line { indicator, activity: &activity.id, section: task.kind })
            .collect();
        let places = all.iter().enumerate().map(|(at, line)| (&line.indicator.id, at)).collect();
        Self { all, places }
    }

    /// The places of the lines that count an item as one of their artefacts, in the plan's order.
    pub(super) fn counting(&self, item: &Evidence) -> BTreeSet<usize> {
        let counts = |at: &usize| {
            self.all.get(*at).is_some_and(|Line { indicator, .. }| {
                indicator.kind.counts_artefacts()
                    && indicator.targets.iter().any(|target| of_kind(indicator, target, item.kind))
            })
        };
        item.lines.iter().filter_map(|id| self.places.get(id).copied()).filter(counts).collect()
    }
}

/// What counts as an artefact of two lines of the tasks. A line of the information work is another class, which the
/// finding of shared evidence tells of; so is a document that proves what another line counts.
fn two_lines(looked: &Looked<'_>, lines: &Lines<'_>, tally: &mut Tally) {
    let mut holders: BTreeMap<Cow<'_, str>, BTreeMap<usize, &Evidence>> = BTreeMap::new();
    for item in looked.items.iter().map(|item| item.body) {
        let counting = lines.counting(item);
        if counting.is_empty() {
            continue;
        }
        for mark in marks(item, None).chain([Cow::Borrowed(item.item.as_str())]) {
            let held = holders.entry(mark).or_default();
            for at in counting.iter().copied() {
                held.entry(at).or_insert(item);
            }
        }
    }
    let mut shared: BTreeMap<(usize, usize), BTreeSet<(&Id, &Id)>> = BTreeMap::new();
    for held in holders.values().filter(|held| held.len() > 1) {
        // Beside the first line every other one, not every pair of them.
        let Some((first, item)) = held.iter().next() else { continue };
        for (other, same) in held.iter().skip(1) {
            if doubtful(looked, lines, (*first, item), (*other, same)) {
                shared.entry((*first, *other)).or_default().insert((&item.item, &same.item));
            }
        }
    }
    for ((a, b), items) in shared {
        let (Some(a), Some(b)) = (lines.all.get(a), lines.all.get(b)) else { continue };
        let (a, b) = (a.indicator, b.indicator);
        let finding = Finding::new(&rules::TWO_LINES, Place::Whole {}).lines([a.id.clone(), b.id.clone()]);
        let numbers =
            finding.param(Param::number("lines", &a.number)).param(Param::number("lines", &b.number));
        tally.push(numbers.param(Param::count("count", items.len())));
    }
}

/// Whether somebody should say that an item may serve both lines.
fn doubtful(
    looked: &Looked<'_>,
    lines: &Lines<'_>,
    (a, item): (usize, &Evidence),
    (b, same): (usize, &Evidence),
) -> bool {
    let (Some(a), Some(b)) = (lines.all.get(a), lines.all.get(b)) else { return false };
    if a.section != TaskKind::Task || b.section != TaskKind::Task {
        return false;
    }
    // A line of documents of no special kind counts what is a list or an act for another.
    let plain = |line: &Line<'_>| line.indicator.kind == IndicatorKind::Document;
    if plain(a) != plain(b) {
        return false;
    }
    // An event of two activities is shown to both by one picture.
    let joint = |item: &Evidence| {
        looked
            .events_of(item)
            .any(|event| event.activities.contains(a.activity) && event.activities.contains(b.activity))
    };
    a.activity == b.activity || !(joint(item) || joint(same))
}

/// One text on several networks, under a line that does not name these networks: one announcement or several.
fn one_text(looked: &Looked<'_>, lines: &Lines<'_>, tally: &mut Tally) {
    let mut texts: BTreeMap<(usize, String), Vec<&Item<'_>>> = BTreeMap::new();
    for item in looked.items.iter().filter(|item| is_on_a_network(item.body.kind)) {
        let Some(title) = item.body.title.as_deref().map(fold_words).filter(|title| !title.is_empty()) else {
            continue;
        };
        for at in lines.counting(item.body) {
            texts.entry((at, title.clone())).or_default().push(item);
        }
    }
    for ((at, _), mut items) in texts {
        let Some(line) = lines.all.get(at).map(|line| line.indicator) else { continue };
        items.sort_by_key(|item| (item.on, &item.body.item));
        let near = |a: &&Item<'_>, b: &&Item<'_>| a.on.days_until(b.on) <= SAME_TEXT;
        for run in items.chunk_by(near) {
            let unnamed = run.iter().filter(|item| network_of(item.body, line).is_none());
            let networks: BTreeSet<String> = unnamed.filter_map(|item| network(item.body)).collect();
            if networks.len() > 1 {
                let finding = Finding::new(&rules::ONE_TEXT, Place::Whole {}).lines([line.id.clone()]);
                let items = run.iter().map(|item| Param::id("item", &item.body.item));
                tally.push(items.take(10).fold(finding, Finding::param));
            }
        }
    }
}

/// The network that an item is on: by its link, else as its outlet says.
fn network(item: &Evidence) -> Option<String> {
    let linked = item.web_link().and_then(network_names).map(|[name, _]| name.to_owned());
    linked.or_else(|| item.outlet.as_deref().map(fold_words))
}

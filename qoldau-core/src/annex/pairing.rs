//! Names and values of a row: two lists in two cells, held together by their order alone.
//!
//! Lines in which something stands are items; a line that begins with a bracket goes on in the one before it. Lists
//! of equal length are paired by order. Where the lengths differ the most plausible alignment is taken, and the
//! caller is told that it is no more than that.

use std::rc::Rc;

use super::known::Known;
use super::model::Line;
use super::scale::with_unit_of_name;
use crate::finding::Place;
use crate::plan::{Bound, IndicatorKind, Target, TargetRule, UnitCode};
use crate::value::Amount;
use crate::value::text::{fold_words, has_byte, is_space};

/// One item of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Item {
    pub(super) place: Place,
    pub(super) text: String,
}

/// A name with its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pair {
    pub(super) place: Place,
    pub(super) name: String,
    /// Nothing when no value was left for it.
    pub(super) value: Option<String>,
}

/// The items of a cell.
pub(super) fn items(lines: Vec<Line>) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::with_capacity(lines.len());
    for Line { place, text } in lines {
        match items.last_mut() {
            Some(item) if text.starts_with('(') => {
                item.text.push(' ');
                item.text.push_str(&text);
            }
            _ => items.push(Item { place, text }),
        }
    }
    items
}

/// Pairs by order.
pub(super) fn in_order<'i>(
    names: impl IntoIterator<Item = &'i Item>,
    values: impl IntoIterator<Item = &'i Item>,
) -> Vec<Pair> {
    let values = values.into_iter().map(|value| Some(value.text.clone())).chain(std::iter::repeat(None));
    names.into_iter().zip(values).map(|(name, value)| pair(name, value)).collect()
}

fn pair(name: &Item, value: Option<String>) -> Pair {
    Pair { place: name.place.clone(), name: name.text.clone(), value }
}

/// Pairs lists of equal length by order.
pub(super) fn one_by_one(names: impl Iterator<Item = Item>, values: impl Iterator<Item = Item>) -> Vec<Pair> {
    let pair =
        |(name, value): (Item, Item)| Pair { place: name.place, name: name.text, value: Some(value.text) };
    names.zip(values).map(pair).collect()
}

/// The lines of a pair: two indicators with a semicolon between them, in the name and in the value alike, are two lines.
pub(super) fn apart(pair: Pair) -> Vec<Pair> {
    let divided = |text: &str| has_byte(text, |byte| byte == b';');
    let Some(value) = pair.value.as_deref().filter(|value| divided(value) && divided(&pair.name)) else {
        return vec![pair];
    };
    let (names, values) = (semicolons(&pair.name), semicolons(value));
    let numbered = |value: &&str| value.contains(|c: char| c.is_ascii_digit());
    if names.len() < 2 || names.len() != values.len() || !values.iter().all(numbered) {
        return vec![pair];
    }
    let one = |(name, value): (&str, &str)| Pair {
        place: pair.place.clone(),
        name: name.to_owned(),
        value: Some(value.to_owned()),
    };
    names.into_iter().zip(values).map(one).collect()
}

/// The pieces of a text between semicolons, of which those within brackets divide nothing.
fn semicolons(text: &str) -> Vec<&str> {
    let mut depth = 0_u32;
    let pieces = text.split(|c| {
        match c {
            '(' => depth = depth.saturating_add(1),
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        c == ';' && depth == 0
    });
    pieces.map(|piece| piece.trim_matches(is_space)).filter(|piece| !piece.is_empty()).collect()
}

/// Whether lists of equal length, paired by order, contradict themselves: a satisfaction level without a percent and
/// a document, people or events with one mean that a line slipped; so do events of so many people beside people of so many
/// events.
pub(super) fn contradicts(names: &[&Item], values: &[&Item], known: &mut Known) -> bool {
    // All is read here, and a line's own reading finds it known.
    let pairs = names.iter().zip(values).map(|(name, value)| OneByOne::of(&name.text, &value.text, known));
    let pairs: Vec<OneByOne<'_>> = pairs.collect();
    let says_unit = |pair: &OneByOne<'_>| pair.says_percent() || pair.says_people();
    level_slipped(&pairs) || names.len() > 1 && slipped(&pairs) && pairs.iter().any(says_unit)
}

/// Whether a percent stands beside a document, and a number that is no level beside the satisfaction.
fn level_slipped(pairs: &[OneByOne<'_>]) -> bool {
    let levelled =
        |pair: &OneByOne<'_>| pair.kind == IndicatorKind::Satisfaction && pair.meaning.is_plain_number();
    let astray = |pair: &OneByOne<'_>| {
        pair.kind.counts_artefacts() && pair.meaning.is_percent() && !pair.meaning.is_share_of(pair.name)
    };
    pairs.iter().any(levelled) && pairs.iter().any(|pair| pair.says_percent() && astray(pair))
}

/// Whether two values that contradict their own names are at home with another such name.
fn slipped(pairs: &[OneByOne<'_>]) -> bool {
    let contradicts =
        |pair: &&OneByOne<'_>| pair.meaning.contradicts(pair.kind) && !pair.meaning.is_share_of(pair.name);
    let astray: Vec<&OneByOne<'_>> = pairs.iter().filter(contradicts).collect();
    let at_home = |pair: &&&OneByOne<'_>| astray.iter().any(|other| pair.meaning.is_of(other.kind));
    astray.iter().filter(at_home).nth(1).is_some()
}

/// A name and the value that stands beside it, with what they mean.
struct OneByOne<'i> {
    name: &'i str,
    kind: IndicatorKind,
    value: &'i str,
    meaning: Value,
}

impl<'i> OneByOne<'i> {
    /// A value takes the unit of its name: «Удовлетворенность (%)» and 80.
    fn of(name: &'i str, value: &'i str, known: &mut Known) -> Self {
        let scaled = with_unit_of_name(value, name);
        let meaning = Value::of(scaled.as_deref().unwrap_or(value), known);
        Self { name, kind: known.kind(name), value, meaning }
    }

    fn says_people(&self) -> bool {
        ["адам", "чел", "участник", "қатысушы", "волонт", "студент", "оқушы"]
            .iter()
            .any(|word| self.value.contains(word))
    }

    fn says_percent(&self) -> bool {
        has_byte(self.value, |byte| byte == b'%')
            || ["пайыз", "процент"].iter().any(|word| self.value.contains(word))
    }
}

/// The cost of a name without a value, or a value without a name.
const ALONE: u32 = 5;
/// The cost of two lines of one name, where the second looks like the rest of the first.
const BROKEN_NAME: u32 = 2;
/// The cost of two lines of one value, where the second looks like the rest of the first.
const BROKEN_VALUE: u32 = 1;
/// Lists longer than this together are not aligned by plausibility but by order.
const MOST_COMPARED: usize = 250_000;

/// The most plausible pairs of lists of different lengths. Values that fit no name are left out; names that are left
/// have no value.
pub(super) fn most_plausible(names: &[Item], values: &[Item], known: &mut Known) -> Vec<Pair> {
    if names.len().saturating_mul(values.len()) > MOST_COMPARED {
        return in_order(names, values);
    }
    let names = Runs::of(names, name_goes_on, |name| known.kind(name));
    let values = Runs::of(values, value_goes_on, |value| Value::of(value, known));
    let steps = Steps::fill(&names, &values);
    let (mut at_name, mut at_value) = (0_usize, 0_usize);
    let mut pairs = Vec::new();
    while let Some(step) = steps.get(at_name, at_value) {
        if let Some(name) = names.get(at_name, step.names) {
            let value = values.get(at_value, step.values).map(|value| value.text.clone());
            pairs.push(Pair { place: name.place.clone(), name: name.text.clone(), value });
        }
        at_name = at_name.saturating_add(step.names);
        at_value = at_value.saturating_add(step.values);
    }
    pairs
}

/// Whether the second of two lines looks like the rest of the first's name.
fn name_goes_on(first: &str, second: &str) -> bool {
    first.ends_with([',', '-', ';', ':']) || starts_small(second)
}

/// Whether the second of two lines looks like the rest of the first's value.
fn value_goes_on(first: &str, second: &str) -> bool {
    first.ends_with([',', ';', '+']) || starts_small(second)
}

/// Whether a line begins with a small letter and has no digit: it looks like the rest of a line.
fn starts_small(text: &str) -> bool {
    text.starts_with(char::is_lowercase) && !text.contains(|c: char| c.is_ascii_digit())
}

/// One or two items as one, with what their words mean.
struct Run<T> {
    place: Place,
    text: String,
    meaning: T,
}

/// The items of a list alone, and each with the next where that looks like its rest.
struct Runs<T> {
    alone: Vec<Run<T>>,
    with_next: Vec<Option<Run<T>>>,
}

impl<T> Runs<T> {
    fn of(items: &[Item], goes_on: impl Fn(&str, &str) -> bool, mut meaning: impl FnMut(&str) -> T) -> Self {
        let mut run =
            |place: &Place, text: String| Run { place: place.clone(), meaning: meaning(&text), text };
        let alone = items.iter().map(|item| run(&item.place, item.text.clone())).collect();
        let nexts = items.iter().skip(1).map(Some).chain(std::iter::once(None));
        let with_next = items.iter().zip(nexts).map(|(item, next)| {
            let next = next.filter(|next| goes_on(&item.text, &next.text))?;
            Some(run(&item.place, format!("{} {}", item.text, next.text)))
        });
        Self { alone, with_next: with_next.collect() }
    }

    /// The run of so many items from one on, if they can be one.
    fn get(&self, at: usize, count: usize) -> Option<&Run<T>> {
        match count {
            1 => self.alone.get(at),
            2 => self.with_next.get(at).and_then(Option::as_ref),
            _ => None,
        }
    }
}

/// A step of an alignment: how many names and values it takes.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Step {
    names: usize,
    values: usize,
}

impl Step {
    /// The steps, the plainest first: of equal costs the first wins.
    const ALL: [Self; 5] = [
        Self { names: 1, values: 1 },
        Self { names: 2, values: 1 },
        Self { names: 1, values: 2 },
        Self { names: 1, values: 0 },
        Self { names: 0, values: 1 },
    ];
}

/// For every rest of the two lists, the least cost and the first step to it.
struct Steps {
    cells: Vec<(u32, Option<Step>)>,
    width: usize,
}

impl Steps {
    fn fill(names: &Runs<IndicatorKind>, values: &Runs<Value>) -> Self {
        let height = names.alone.len().saturating_add(1);
        let width = values.alone.len().saturating_add(1);
        let mut steps = Self { cells: vec![(0, None); width.saturating_mul(height)], width };
        for at_name in (0..height).rev() {
            for at_value in (0..width).rev() {
                let best = Step::ALL
                    .into_iter()
                    .filter_map(|step| {
                        let cost = cost(names, values, (at_name, at_value), step)?;
                        let after =
                            steps.cells.get(steps.after(at_name, at_value, step)).map_or(0, |cell| cell.0);
                        Some((cost.saturating_add(after), Some(step)))
                    })
                    .min_by_key(|(cost, _)| *cost);
                let index = steps.index(at_name, at_value);
                if let (Some(best), Some(cell)) = (best, steps.cells.get_mut(index)) {
                    *cell = best;
                }
            }
        }
        steps
    }

    fn index(&self, at_name: usize, at_value: usize) -> usize {
        at_name.saturating_mul(self.width).saturating_add(at_value)
    }

    fn after(&self, at_name: usize, at_value: usize, step: Step) -> usize {
        self.index(at_name.saturating_add(step.names), at_value.saturating_add(step.values))
    }

    fn get(&self, at_name: usize, at_value: usize) -> Option<Step> {
        self.cells.get(self.index(at_name, at_value)).and_then(|(_, step)| *step)
    }
}

/// The cost of a step from here; nothing when it cannot be taken.
fn cost(names: &Runs<IndicatorKind>, values: &Runs<Value>, at: (usize, usize), step: Step) -> Option<u32> {
    let name = names.get(at.0, step.names);
    let value = values.get(at.1, step.values);
    match step {
        Step { values: 0, .. } => name.map(|_| ALONE),
        Step { names: 0, .. } => value.map(|_| ALONE),
        _ => {
            let broken = if step.names > 1 {
                BROKEN_NAME
            } else if step.values > 1 {
                BROKEN_VALUE
            } else {
                0
            };
            Some(value?.meaning.misfit(name?.meaning).saturating_add(broken))
        }
    }
}

/// What the words of a value mean.
struct Value(Rc<[Target]>);

impl Value {
    fn of(text: &str, known: &mut Known) -> Self {
        Self(known.value(text))
    }

    /// Whether it is a percent beside a name that asks for one: «Доля участников».
    fn is_share_of(&self, name: &str) -> bool {
        let asks = |words: &str| {
            ["доля", "доли", "процент", "үлес", "пайыз", "%"].iter().any(|share| words.contains(share))
        };
        self.is_percent() && asks(&fold_words(name))
    }

    fn is_percent(&self) -> bool {
        self.0.iter().any(|target| matches!(target.rule, TargetRule::Percent { .. }))
    }

    /// Whether it cannot be of a name of this kind: a percent of things, people or events, a level of satisfaction that is
    /// none, people where events are counted.
    fn contradicts(&self, kind: IndicatorKind) -> bool {
        use IndicatorKind as Kind;
        let counted = kind.counts_artefacts()
            || matches!(
                kind,
                Kind::Participants | Kind::Event | Kind::FocusGroup | Kind::Support | Kind::Specialist
            );
        if kind == Kind::Satisfaction {
            return self.is_plain_number();
        }
        let astray = |target: &Target| {
            matches!(target.rule, TargetRule::Percent { .. })
                || (matches!(target.rule, TargetRule::Number { .. }) && unit_misfit(kind, target) > 0)
        };
        counted && kind != Kind::Outreach && self.0.iter().any(astray)
    }

    /// Whether it is what a name of this kind counts: a percent of satisfaction, people of participants.
    fn is_of(&self, kind: IndicatorKind) -> bool {
        let of = |target: &Target| match target.rule {
            TargetRule::Percent { .. } => kind == IndicatorKind::Satisfaction,
            TargetRule::Number { .. } if is_score(target) => kind == IndicatorKind::Satisfaction,
            TargetRule::Number { .. } => {
                kind != IndicatorKind::Satisfaction
                    && kind != IndicatorKind::Other
                    && unit_misfit(kind, target) == 0
            }
            _ => false,
        };
        !self.0.is_empty() && self.0.iter().all(of)
    }

    /// Whether it is a number that is no mark on a scale.
    fn is_plain_number(&self) -> bool {
        self.0.iter().any(|target| matches!(target.rule, TargetRule::Number { .. }) && !is_score(target))
    }

    /// How badly the value suits a name of this kind: 0 well, more worse.
    fn misfit(&self, kind: IndicatorKind) -> u32 {
        let misfit = |target: &Target| {
            let (size, scope, unit) =
                (size_misfit(kind, target), scope_misfit(kind, target), unit_misfit(kind, target));
            size.saturating_add(scope).saturating_add(unit)
        };
        self.0.iter().map(misfit).fold(0, u32::saturating_add)
    }
}

/// «4,5 балла»: a level of satisfaction on a scale.
fn is_score(target: &Target) -> bool {
    let unit = target.unit.as_ref().map(|unit| fold_words(&unit.text));
    unit.is_some_and(|unit| ["балл", "ұпай", "point"].iter().any(|stem| unit.starts_with(stem)))
}

/// A satisfaction level takes a percent, a document never does; participants are many, documents few.
fn size_misfit(kind: IndicatorKind, target: &Target) -> u32 {
    let many = |amount: &Amount| *amount >= Amount::from(20);
    match (&target.rule, kind) {
        (TargetRule::Percent { .. }, IndicatorKind::Satisfaction) => 0,
        (TargetRule::Percent { .. }, kind) if kind.counts_artefacts() => 6,
        (TargetRule::Percent { .. }, IndicatorKind::Participants | IndicatorKind::Event) => 4,
        (TargetRule::Percent { .. }, _) => 2,
        (TargetRule::Number { .. }, IndicatorKind::Satisfaction) => 5,
        (TargetRule::Number { amount, .. }, IndicatorKind::Participants | IndicatorKind::Support) => {
            if many(amount) { 0 } else { 3 }
        }
        (TargetRule::Number { bound, amount, .. }, kind) if kind.is_document() => {
            if many(amount) {
                4
            } else {
                u32::from(*bound != Bound::Plain)
            }
        }
        (TargetRule::Number { .. }, _) => 0,
        (TargetRule::Unread {}, _) => 3,
        _ => 1,
    }
}

/// Lists, photos and videos are taken "of each event", a plan is not.
fn scope_misfit(kind: IndicatorKind, target: &Target) -> u32 {
    let of_events = matches!(kind, IndicatorKind::List | IndicatorKind::Photo | IndicatorKind::Video);
    if target.each.is_some() && !of_events { 3 } else { 0 }
}

/// A unit that is written says what the name must count.
fn unit_misfit(kind: IndicatorKind, target: &Target) -> u32 {
    let Some(unit) = &target.unit else { return 0 };
    let expected = match unit.code {
        UnitCode::Post => {
            matches!(kind, IndicatorKind::Post | IndicatorKind::Announcement | IndicatorKind::Outreach)
        }
        UnitCode::Letter => matches!(kind, IndicatorKind::Letter | IndicatorKind::Outreach),
        UnitCode::Photo => kind == IndicatorKind::Photo,
        UnitCode::Video => kind == IndicatorKind::Video,
        UnitCode::Event => kind == IndicatorKind::Event,
        UnitCode::FocusGroup => kind == IndicatorKind::FocusGroup,
        UnitCode::Publication => kind == IndicatorKind::Publication,
        UnitCode::Person | UnitCode::Volunteer => {
            matches!(kind, IndicatorKind::Participants | IndicatorKind::Specialist | IndicatorKind::Support)
        }
        _ => true,
    };
    if expected { 0 } else { 3 }
}

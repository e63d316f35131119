//! A part of a plan as it is compared: its name, what it promises, and what stands in it.

use std::fmt::Write as _;

use crate::plan::{Activity, Due, GrantTask, ImpactLine, Indicator, StaffMember, Target};
use crate::value::text::{fold_letters, fold_words};
use crate::value::{Id, Phone};

/// Letters of a name beyond which nothing is compared.
const COMPARED: usize = 2_000;
/// What two parts that are alike in everything have.
const WHOLE: u32 = 1_000;

/// A part of a plan. Names of people are among it, so it is never printed.
pub(super) struct Node<'a> {
    pub(super) id: &'a Id,
    /// The letters and digits of its name.
    pub(super) name: String,
    /// All that it promises, the words folded: equal where nothing was changed.
    pub(super) content: String,
    /// What it counts or is; parts of two classes are one only where somebody says so.
    pub(super) class: &'static str,
    /// The words of a line's name outside of quotation marks, which hold what a newspaper or an event is called.
    words: Vec<String>,
    /// Its pairs of neighbouring letters, sorted.
    letters: Vec<(char, char)>,
    /// What stands in it, sorted: the names of its lines, or its targets.
    within: Vec<String>,
    /// The same without the numbers.
    shapes: Vec<String>,
}

/// How much each likeness counts; together 900, because 100 are for the neighbours.
#[derive(Debug, Clone, Copy)]
pub(super) struct Weights {
    name: u32,
    within: u32,
    class: u32,
    /// Whether parts of one name are sure only where their places agree with what they promise. Tasks, activities and people are
    /// known by all that stands in them.
    pub(super) by_place: bool,
}

impl Weights {
    /// Tasks and activities are known by their lines, more than by their headings.
    pub(super) const HEADINGS: Self = Self { name: 300, within: 600, class: 0, by_place: false };
    /// Lines are known by their names.
    pub(super) const LINES: Self = Self { name: 650, within: 150, class: 100, by_place: true };
    /// People are known by their names and telephone numbers.
    pub(super) const PEOPLE: Self = Self { name: 650, within: 250, class: 0, by_place: false };

    /// How alike two parts are, of 900.
    pub(super) fn likeness(&self, a: &Node<'_>, b: &Node<'_>) -> u32 {
        let name = shared(&a.letters, &b.letters);
        if a.within.is_empty() && b.within.is_empty() && self.class == 0 {
            return part(name, self.name.saturating_add(self.within));
        }
        let within = shared(&a.within, &b.within).max(shared(&a.shapes, &b.shapes) / 2);
        let class = if a.class == b.class { self.class } else { 0 };
        part(name, self.name).saturating_add(part(within, self.within)).saturating_add(class)
    }
}

/// A share of a weight.
fn part(likeness: u32, weight: u32) -> u32 {
    likeness.saturating_mul(weight).checked_div(WHOLE).unwrap_or(0)
}

/// How much two sorted lists share, of a thousand: twice what stands in both, by all that stands in either (Dice).
fn shared<T: Ord>(a: &[T], b: &[T]) -> u32 {
    let all = a.len().saturating_add(b.len());
    let (mut left, mut right, mut both) = (a.iter().peekable(), b.iter().peekable(), 0_usize);
    while let (Some(x), Some(y)) = (left.peek(), right.peek()) {
        match x.cmp(y) {
            std::cmp::Ordering::Less => drop(left.next()),
            std::cmp::Ordering::Greater => drop(right.next()),
            std::cmp::Ordering::Equal => {
                both = both.saturating_add(1);
                left.next();
                right.next();
            }
        }
    }
    let thousandths = both.saturating_mul(2_000).checked_div(all).unwrap_or(0);
    u32::try_from(thousandths).unwrap_or(WHOLE)
}

impl<'a> Node<'a> {
    fn new(id: &'a Id, name: &str, class: &'static str) -> Self {
        let name = fold_letters(name);
        let mut letters: Vec<(char, char)> = name.chars().zip(name.chars().skip(1)).take(COMPARED).collect();
        letters.sort_unstable();
        let (words, within, shapes) = (Vec::new(), Vec::new(), Vec::new());
        Self { id, content: name.clone(), name, class, words, letters, within, shapes }
    }

    /// A line, whose words say what is to be delivered.
    fn of_line(id: &'a Id, name: &str, class: &'static str, targets: &[Target]) -> Self {
        let node = Self { words: words(name), ..Self::new(id, name, class) };
        node.holding(targets.iter().map(meaning), targets.iter().map(shape))
    }

    /// Whether a word of one stands in the place of a word of the other: not added, left out or in another form, but
    /// exchanged. It may be another thing that is delivered, however much of the rest is the same.
    pub(super) fn is_reworded(&self, other: &Self) -> bool {
        let lacks = |these: &[String], those: &[String]| {
            these.iter().any(|word| !those.iter().any(|other| is_form_of(word, other)))
        };
        lacks(&self.words, &other.words) && lacks(&other.words, &self.words)
    }

    /// The same with what stands in it.
    fn holding(mut self, within: impl Iterator<Item = String>, shapes: impl Iterator<Item = String>) -> Self {
        (self.within, self.shapes) = (within.collect(), shapes.collect());
        self.within.sort_unstable();
        self.shapes.sort_unstable();
        for word in &self.within {
            self.content.push('\n');
            self.content.push_str(word);
        }
        self
    }

    /// A task.
    pub(super) fn task(task: &'a GrantTask) -> Self {
        let class = match task.kind {
            crate::plan::TaskKind::Task => "task",
            crate::plan::TaskKind::Presentation => "presentation",
            crate::plan::TaskKind::Information => "information",
        };
        let lines = task.activities.iter().flat_map(|activity| &activity.indicators);
        Self::new(&task.id, &task.title, class)
            .holding(lines.map(|line| fold_letters(&line.name)), std::iter::empty())
    }

    /// An activity.
    pub(super) fn activity(activity: &'a Activity) -> Self {
        let lines = activity.indicators.iter().map(|line| fold_letters(&line.name));
        Self::new(&activity.id, &activity.title, "").holding(lines, std::iter::empty())
    }

    /// An indicator line.
    pub(super) fn line(line: &'a Indicator) -> Self {
        Self::of_line(&line.id, &line.name, line.kind.key(), &line.targets)
    }

    /// A line of the social-impact block.
    pub(super) fn impact(line: &'a ImpactLine) -> Self {
        Self::of_line(&line.id, &line.name, line.kind.key(), &line.targets)
    }

    /// A target: its name is what it counts, however many.
    pub(super) fn target(target: &'a Target) -> Self {
        let mut node = Self::new(&target.id, "", "");
        (node.name, node.content) = (shape(target), meaning(target));
        node
    }

    /// A person.
    pub(super) fn person(person: &'a StaffMember) -> Self {
        let phone = person.phone.as_ref().map(Phone::reveal);
        let digits: String = phone.unwrap_or_default().chars().filter(char::is_ascii_digit).collect();
        let within = (!digits.is_empty()).then_some(digits);
        Self::new(&person.id, person.name.reveal(), "").holding(within.into_iter(), std::iter::empty())
    }
}

/// The words of a name, outside of quotation marks. Those of one or two letters say nothing.
fn words(name: &str) -> Vec<String> {
    let mut plain = String::new();
    let mut rest = name;
    while let Some((before, after)) = rest.split_once(['«', '“', '„', '"']) {
        plain.push_str(before);
        plain.push(' ');
        // A mark that nothing closes is none.
        rest = after.split_once(['»', '”', '"']).map_or(after, |(_, behind)| behind);
    }
    plain.push_str(rest);
    let folded = fold_words(&plain);
    let words = folded.split(|letter: char| !letter.is_alphanumeric());
    words.filter(|word| word.chars().count() > 2).take(COMPARED).map(str::to_owned).collect()
}

/// Whether two words are forms of one: two thirds of the shorter one, and three letters, stand at the beginning of both.
fn is_form_of(a: &str, b: &str) -> bool {
    let common = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    let shorter = a.chars().count().min(b.chars().count());
    common > 2 && common.saturating_mul(3) >= shorter.saturating_mul(2)
}

/// What a target counts, whatever the number.
pub(super) fn shape(target: &Target) -> String {
    let unit = target.unit.as_ref().map(|unit| match unit.code {
        crate::plan::UnitCode::Other => fold_words(&unit.text),
        code => code.key().to_owned(),
    });
    let each = target.each.as_ref().map(|each| each.of);
    let rule = std::mem::discriminant(&target.rule);
    format!("{rule:?} {unit:?} {each:?} {:?}", target.every)
}

/// All that a target promises, without its ids; of one that was not understood its words.
pub(super) fn meaning(target: &Target) -> String {
    let mut out = shape(target);
    let _ = write!(out, " {:?} {:?}", target.rule, target.each.as_ref().map(|each| each.count));
    for part in &target.parts {
        let _ = write!(out, " {} {}", part.amount, fold_words(&part.label));
    }
    if let Some(note) = &target.note {
        let _ = write!(out, " ({})", fold_words(note));
    }
    if matches!(target.rule, crate::plan::TargetRule::Unread {}) {
        let _ = write!(out, " {}", fold_words(&target.text));
    }
    out
}

/// What a deadline means; of one that was not understood its words.
pub(super) fn due_meaning(due: &Due) -> String {
    let mut due = due.clone();
    match &mut due {
        Due::Range { text, inherited, .. } => {
            text.clear();
            *inherited = false;
        }
        Due::Relative { text, .. }
        | Due::Recurring { text, .. }
        | Due::WholePeriod { text }
        | Due::Ambiguous { text, .. } => text.clear(),
        Due::Unread { text } => *text = fold_words(text),
    }
    format!("{due:?}")
}

//! The grammar of targets and deadlines.
//!
//! A cell's text becomes tokens; each promise of the cell is gathered into a draft in which every word has exactly
//! one role; the draft is resolved into a rule. A promise with a word that has no role is `unread` and keeps its words.

mod bracket;
mod cell;
pub(crate) mod comparator;
mod due;
pub(crate) mod number;
mod resolve;
pub(crate) mod scope;
mod segment;
pub(crate) mod token;
pub(crate) mod vocabulary;

use qoldau_derive::Decode;
use serde::Serialize;

pub(crate) use self::segment::NOTE_JOINT;
use self::segment::{Draft, Role};
use self::vocabulary::is_one_of;
use super::{ChangeBy, Due, Each, EachOf, Part, ScopeFrom, Target, TargetRule, UnitCode};
use crate::value::{DateRange, Id, IsoDate};

/// What a deadline's words are read against.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct DueContext {
    /// The project's time: gives a year to a bare month.
    pub period: Option<DateRange>,
    /// The contract's date.
    pub contract: Option<IsoDate>,
}

/// Reads the targets of a cell, in order. Never fails: what is not understood is one `unread` target with its words.
/// A cell without words has no targets; one with very many keeps the first 63 and the rest as one `unread`.
///
/// Ids are `prefix.1`, `prefix.2` …, and of parts `prefix.1.p1` …; `name_scope` is the scope that stands in the
/// line's name and holds for every target that has none of its own.
#[must_use]
pub fn read_targets(text: &str, prefix: &Id, name_scope: Option<&Each>) -> Vec<Target> {
    cell::read(text)
        .into_iter()
        .zip(1_u32..)
        .map(|(promise, number)| {
            let id = child(prefix, ".", number);
            let mut target = match promise.read {
                Some((draft, rule)) => target(id, draft, rule),
                None => unread(id),
            };
            target.text = promise.text.into();
            target.each = target.each.take().or_else(|| lent(&target, name_scope));
            target
        })
        .collect()
}

/// The scope of a name, but where the value says that its number is all there are: «на каждом тренинге: всего 100». All of something
/// may well be of each.
fn lent(target: &Target, name_scope: Option<&Each>) -> Option<Each> {
    let of_all = matches!(target.rule, TargetRule::All {});
    name_scope.filter(|_| of_all || !says_in_all(&target.text)).cloned()
}

/// Whether words say of a number that it is all together.
pub(crate) fn says_in_all(words: &str) -> bool {
    token::tokens(words, token::Numbers::Plain).iter().any(cell::sums_all)
}

/// The targets of one line as those of another whose value says the same: with its ids and the scope of its name.
pub(crate) fn targets_for(targets: &[Target], prefix: &Id, name_scope: Option<&Each>) -> Vec<Target> {
    let of_line = |(target, number): (&Target, u32)| {
        let id = child(prefix, ".", number);
        let parts = target.parts.iter().zip(1_u32..);
        let parts = parts.map(|(part, number)| Part { id: child(&id, ".p", number), ..part.clone() });
        let (parts, each) = (parts.collect(), target.each.clone().or_else(|| lent(target, name_scope)));
        let Target { rule, unit, every, note, text, .. } = target;
        let (rule, unit, every) = (rule.clone(), unit.clone(), *every);
        Target { id, rule, unit, each, every, parts, note: note.clone(), text: text.clone() }
    };
    targets.iter().zip(1_u32..).map(of_line).collect()
}

/// Whether words speak of something that is to fall: «снизить», «азайту».
pub(crate) fn falls(words: &str) -> bool {
    let list = token::tokens(words, token::Numbers::Plain);
    let ways = || (0..list.len()).filter_map(|at| Some(comparator::direction(&list, at)?.0));
    ways().any(|way| way == comparator::Direction::Down) && ways().all(|way| way != comparator::Direction::Up)
}

/// The words of a value together with a verb, where it says only by how much and its name lets something grow or fall: «на 20%» of
/// «Повышение уровня знаний». «20%-ға» is what «20%-ға арттыру» is in one cell.
pub(crate) fn moved_by(name: &str, value: &str) -> Option<String> {
    use comparator::Direction;
    let list = token::tokens(value, token::Numbers::Grouped);
    let lead = list.first().filter(|token| is_one_of!(token, "на|by"));
    let from = usize::from(lead.is_some());
    let from = comparator::before(&list, from).map_or(from, |(_, next)| next);
    let (number, next) = number::quantity(&list, from)?;
    let dative = number.case == crate::language::kazakh::Case::Dative;
    if next != list.len() || number.measure == number::Measure::Plain || lead.is_none() && !dative {
        return None;
    }
    let name = token::tokens(name, token::Numbers::Plain);
    let mut ways = (0..name.len()).filter_map(|at| Some(comparator::direction(&name, at)?.0));
    let way = ways.next()?;
    if !ways.all(|other| other == way) {
        return None;
    }
    let english = lead.is_some_and(|lead| lead.is("by"));
    Some(match (way, lead.is_some(), english) {
        (Direction::Up, true, true) => format!("increase {value}"),
        (Direction::Down, true, true) => format!("decrease {value}"),
        (Direction::Up, true, false) => format!("рост {value}"),
        (Direction::Down, true, false) => format!("снижение {value}"),
        (Direction::Up, false, _) => format!("{value} арттыру"),
        (Direction::Down, false, _) => format!("{value} азайту"),
        (Direction::Reach, ..) => return None,
    })
}

/// Whether the «до» of a value is the goal of what its name lets grow («повышение уровня удовлетворённости: до 80%»), and no
/// limit. «Повышение квалификации: до 20 человек» lets no number grow.
pub(crate) fn grows_to(name: &str, value: &str, percent: bool) -> bool {
    let words = |text| token::tokens(text, token::Numbers::Plain);
    let has_to = |list: &[token::Token]| list.iter().any(|token| is_one_of!(token, "до|дейін"));
    let (name, value) = (words(name), words(value));
    let ways = || (0..name.len()).filter_map(|at| Some(comparator::direction(&name, at)?.0));
    let grows = ways().next().is_some() && ways().all(|way| way != comparator::Direction::Down);
    let counts = |token: &token::Token| {
        is_one_of!(
            token,
            "числ=|числа|число|количеств=|охват=|дол=|доля|уровн=|уровень|сан+|үлес+|деңгей+|қамту+"
        )
    };
    grows && has_to(&value) && (percent || name.iter().any(counts))
}

/// The scope that stands anywhere in a name: «әрбір іс-шарадан», "from each event".
pub(crate) fn scope_in(list: &[token::Token]) -> Option<EachOf> {
    if !list.iter().any(scope::may_say_each) {
        return None;
    }
    (0..list.len()).find_map(|at| {
        let (of, _) = scope::scope(list, at)?;
        scope::frequency(list, at).is_none().then_some(of)
    })
}

/// The id of something within another; the other's own where the two together are too long for an id.
fn child(prefix: &Id, joint: &str, number: u32) -> Id {
    prefix.within(joint, number).unwrap_or_else(|_| prefix.clone())
}

fn unread(id: Id) -> Target {
    let (unit, each, every, parts, note) = (None, None, None, Vec::new(), None);
    Target { id, rule: TargetRule::Unread {}, unit, each, every, parts, note, text: String::new() }
}

fn target(id: Id, draft: Draft, rule: TargetRule) -> Target {
    let note = draft.note();
    // «Ежемесячно по 4 поста»: the month is what has four.
    let by_item = draft.every.is_none() && matches!(draft.numbers.as_slice(), [(_, Role::Each)]);
    let each = draft.each.or_else(|| by_item.then_some((EachOf::Item, None)));
    let parts = draft.parts.into_iter().zip(1_u32..).map(|((amount, label), number)| Part {
        id: child(&id, ".p", number),
        amount,
        label,
    });
    // The "times" of "increase by 3 times" is said by the rule.
    let factor = matches!(rule, TargetRule::Change { by: ChangeBy::Times, .. });
    let unit = draft.unit.filter(|unit| !(factor && unit.code == UnitCode::Time));
    Target {
        parts: parts.collect(),
        rule,
        unit,
        each: each.map(|(of, count)| Each { of, count, from: ScopeFrom::Value }),
        every: draft.every,
        note,
        text: String::new(),
        id,
    }
}

/// Whether the words of a deadline lack nothing but the project's period, from which they take their year.
pub(crate) fn needs_period(text: &str) -> bool {
    let year = IsoDate::new(2024, 1, 1).zip(IsoDate::new(2024, 12, 31));
    let period = year.map(|(start, end)| DateRange { start, end });
    !matches!(read_due(text, &DueContext { period, contract: None }), Due::Unread { .. })
}

/// Reads a deadline. Never fails: what is not understood is `unread` with its words, and so is a month without a year
/// when the context has no period to take it from. Where the words can mean several days, all of them are given as
/// `ambiguous`.
#[must_use]
pub fn read_due(text: &str, context: &DueContext) -> Due {
    due::read(text, context)
}

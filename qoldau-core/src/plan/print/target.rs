//! One target in words.

use super::change::Change;
use super::number::{Figure, russian_comparator};
use super::{Voice, scope};
use crate::language::Language;
use crate::plan::unit::{Governed, is_plain, lone_noun, noun};
use crate::plan::{Bound, ChangeBy, Part, Target, TargetRule, UnitWord};
use crate::value::Amount;

/// What is said in the target's middle.
struct Core {
    words: String,
    /// The unit is not yet said: it stands before a colon.
    unit_first: bool,
}

/// A target in its canonical words.
pub(super) fn print(target: &Target, voice: Voice) -> String {
    if target.rule == (TargetRule::Unread {}) {
        return target.text.clone();
    }
    let unit = target.unit.as_ref();
    let core = core(&target.rule, unit, voice);
    let mut words = Vec::new();
    if let Some(unit) = unit.filter(|_| core.unit_first) {
        words.push(format!("{}:", bare_unit(unit, voice)));
    }
    let every = target.every.map(|every| scope::frequency(every, voice.language).to_owned());
    let each = scope::each(target.each.as_ref(), voice);
    // Kazakh says the scope before the number, the other two after it.
    if voice.language == Language::Kazakh {
        words.extend(every.into_iter().chain(each));
        words.push(core.words);
    } else {
        words.push(core.words);
        words.extend(each.into_iter().chain(every));
    }
    if !target.parts.is_empty() {
        words.push(format!("({})", parts(&target.parts, voice)));
    }
    words.extend(target.note.iter().map(|note| format!("({note})")));
    words.join(" ")
}

fn core(rule: &TargetRule, unit: Option<&UnitWord>, voice: Voice) -> Core {
    let alone = |words: String| Core { words, unit_first: true };
    match *rule {
        TargetRule::Number { bound, amount, up_to } => number(bound, amount, up_to, unit, voice),
        TargetRule::Percent { bound, amount, up_to } => {
            alone(Figure { amount, percent: true }.bounded(bound, up_to, voice))
        }
        TargetRule::Change { bound, from, amount, by } => change((bound, from), amount, by, unit, voice),
        TargetRule::Done {} => alone(in_language(voice, ["бар", "есть", "done"]).into()),
        TargetRule::All {} => alone(in_language(voice, ["барлығы", "все", "all"]).into()),
        TargetRule::AsNeeded {} => {
            alone(in_language(voice, ["қажеттілігіне қарай", "по мере необходимости", "as needed"]).into())
        }
        TargetRule::Unread {} => alone(String::new()),
    }
}

fn in_language(voice: Voice, [kk, ru, en]: [&'static str; 3]) -> &'static str {
    match voice.language {
        Language::Kazakh => kk,
        Language::Russian => ru,
        Language::English => en,
    }
}

fn number(
    bound: Bound,
    amount: Amount,
    up_to: Option<Amount>,
    unit: Option<&UnitWord>,
    voice: Voice,
) -> Core {
    let words = Figure { amount, percent: false }.bounded(bound, up_to, voice);
    // «Аспайды» is a predicate: no noun can follow it.
    if voice.language == Language::Kazakh && bound == Bound::AtMost {
        return Core { words, unit_first: true };
    }
    let governed = if russian_comparator(bound).is_empty() { Governed::Count } else { Governed::Genitive };
    let said = match unit {
        None => words,
        Some(unit) if is_plain(unit) => {
            format!("{words} {}", noun(unit.code, up_to.unwrap_or(amount), governed, voice.language))
        }
        Some(unit) => format!("{words} {}", unit.text),
    };
    Core { words: said, unit_first: false }
}

fn change(
    (bound, from): (Bound, Option<Amount>),
    amount: Amount,
    by: ChangeBy,
    unit: Option<&UnitWord>,
    voice: Voice,
) -> Core {
    let change = Change::new((bound, from), amount, by, unit);
    Core { words: change.print(voice), unit_first: !change.takes_unit(voice) }
}

/// A unit that stands without its number.
fn bare_unit(unit: &UnitWord, voice: Voice) -> String {
    if is_plain(unit) { lone_noun(unit.code, voice.language).into() } else { unit.text.clone() }
}

fn parts(parts: &[Part], voice: Voice) -> String {
    let one = |part: &Part| {
        format!("{} {}", Figure { amount: part.amount, percent: false }.digits(voice), part.label)
    };
    parts.iter().map(one).collect::<Vec<_>>().join(", ")
}

//! One target in words.

use super::change::Change;
use super::number::{Figure, russian_comparator};
use super::scope;
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
pub(super) fn print(target: &Target, language: Language) -> String {
    if target.rule == (TargetRule::Unread {}) {
        return target.text.clone();
    }
    let unit = target.unit.as_ref();
    let core = core(&target.rule, unit, language);
    let mut words = Vec::new();
    if let Some(unit) = unit.filter(|_| core.unit_first) {
        words.push(format!("{}:", bare_unit(unit, language)));
    }
    let every = target.every.map(|every| scope::frequency(every, language).to_owned());
    let each = scope::each(target.each.as_ref(), language);
    // Kazakh says the scope before the number, the other two after it.
    if language == Language::Kazakh {
        words.extend(every.into_iter().chain(each));
        words.push(core.words);
    } else {
        words.push(core.words);
        words.extend(each.into_iter().chain(every));
    }
    if !target.parts.is_empty() {
        words.push(format!("({})", parts(&target.parts, language)));
    }
    words.extend(target.note.iter().map(|note| format!("({note})")));
    words.join(" ")
}

fn core(rule: &TargetRule, unit: Option<&UnitWord>, language: Language) -> Core {
    let alone = |words: String| Core { words, unit_first: true };
    match *rule {
        TargetRule::Number { bound, amount, up_to } => number(bound, amount, up_to, unit, language),
        TargetRule::Percent { bound, amount, up_to } => {
            alone(Figure { amount, percent: true }.bounded(bound, up_to, language))
        }
        TargetRule::Change { bound, from, amount, by } => change((bound, from), amount, by, unit, language),
        TargetRule::Done {} => alone(in_language(language, ["бар", "есть", "done"]).into()),
        TargetRule::All {} => alone(in_language(language, ["барлығы", "все", "all"]).into()),
        TargetRule::AsNeeded {} => {
            alone(in_language(language, ["қажеттілігіне қарай", "по мере необходимости", "as needed"]).into())
        }
        TargetRule::Unread {} => alone(String::new()),
    }
}

fn in_language(language: Language, [kk, ru, en]: [&'static str; 3]) -> &'static str {
    match language {
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
    language: Language,
) -> Core {
    let words = Figure { amount, percent: false }.bounded(bound, up_to, language);
    // «Аспайды» is a predicate: no noun can follow it.
    if language == Language::Kazakh && bound == Bound::AtMost {
        return Core { words, unit_first: true };
    }
    let governed = if russian_comparator(bound).is_empty() { Governed::Count } else { Governed::Genitive };
    let said = match unit {
        None => words,
        Some(unit) if is_plain(unit) => {
            format!("{words} {}", noun(unit.code, up_to.unwrap_or(amount), governed, language))
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
    language: Language,
) -> Core {
    let change = Change::new((bound, from), amount, by, unit);
    Core { words: change.print(language), unit_first: !change.takes_unit(language) }
}

/// A unit that stands without its number.
fn bare_unit(unit: &UnitWord, language: Language) -> String {
    if is_plain(unit) { lone_noun(unit.code, language).into() } else { unit.text.clone() }
}

fn parts(parts: &[Part], language: Language) -> String {
    let one = |part: &Part| {
        format!("{} {}", Figure { amount: part.amount, percent: false }.digits(language), part.label)
    };
    parts.iter().map(one).collect::<Vec<_>>().join(", ")
}

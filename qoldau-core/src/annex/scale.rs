//! Units that say how large a number is, though they stand apart from it: thousands, percent.

use crate::plan::moved_by;
use crate::value::text::{fold_words, is_space};

/// The unit that a name has behind a comma or in brackets at its end, when it says how large the number beside it is:
/// «Охват, тыс. человек», «Удовлетворённость (%)».
fn of_name(name: &str) -> Option<&str> {
    if counts_percent(name) {
        return Some("%");
    }
    let name = name.trim_end_matches(|c: char| is_space(c) || matches!(c, ':' | '.'));
    let unit = match name.strip_suffix(')') {
        Some(inner) => inner.rsplit_once('(')?.1,
        None => name.rsplit_once(',')?.1,
    };
    Some(unit.trim_matches(is_space))
}

/// Whether a name counts percents: «Процент удовлетворенных участников», «% удовлетворенных», «Қанағаттанғандар пайызы».
fn counts_percent(name: &str) -> bool {
    let words = fold_words(name.trim_matches(is_space));
    ["процент ", "% ", "percentage of", "percent of"].iter().any(|start| words.starts_with(start))
        || words.ends_with(" пайызы")
}

/// The unit to write beside a value that ends in its number, if these words are one that says how large the number is.
fn scale(unit: &str) -> Option<&str> {
    const LONGEST: usize = 80;
    if unit.is_empty() || unit.len() > LONGEST {
        return None;
    }
    let unit = unit.strip_prefix("в ").unwrap_or(unit);
    // Most brackets hold other words.
    if !unit.starts_with(['%', 'т', 'Т', 'м', 'М', 'п', 'П', 'p', 'P']) {
        return None;
    }
    let words = fold_words(unit);
    if ["%", "процент", "пайыз", "percent"].iter().any(|stem| words.starts_with(stem)) {
        return Some("%");
    }
    // By the whole word: «Мыңбұлақ ауылы» is a village.
    let first = words.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    THOUSANDS.contains(&first).then_some(unit)
}

/// The words for thousands and millions, as they stand in a unit.
const THOUSANDS: [&str; 10] =
    ["тыс", "тысяч", "тысячи", "тысяча", "тысячах", "мың", "млн", "миллион", "миллионов", "миллионах"];

/// A value with the unit of its own column, where the number means nothing without it.
pub(super) fn with_unit(value: &str, unit: &str) -> Option<String> {
    let unit = scale(unit)?;
    is_bare(value).then(|| format!("{value} {unit}"))
}

/// Whether a value ends in its number, with no unit behind it.
fn is_bare(value: &str) -> bool {
    value.ends_with(|c: char| c.is_ascii_digit()) && !value.contains('%')
}

/// A value with the verb of its name, where it says by how much: «Повышение уровня знаний»: на 20%, «Білім деңгейін арттыру»: 20%-ға.
pub(super) fn with_verb_of_name(value: &str, name: &str) -> Option<String> {
    value.contains(['%', 'п', 'p']).then(|| moved_by(name, value)).flatten()
}

/// A value with the unit of its name, where the number means nothing without it.
pub(super) fn with_unit_of_name(value: &str, name: &str) -> Option<String> {
    if is_bare(value) { with_unit(value, of_name(name)?) } else { None }
}

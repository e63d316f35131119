//! What a cell answers.

use std::collections::BTreeMap;

use super::marks::{Read, Words};
use super::moment::{Order, read_day};
use crate::survey::answers::{Answer, FreeText};
use crate::survey::questionnaire::{AnswerKind, Form, MissingReason};
use crate::value::Amount;
use crate::value::text::fold_words;

/// Words that say why there is no answer.
const MISSING: [(MissingReason, &str); 3] = [
    (
        MissingReason::DontKnow,
        "білмеймін|жауап беру қиын|не знаю|затрудняюсь ответить|затрудняюсь|don't know|dont know|do not know|hard to say|dontknow|dk",
    ),
    (
        MissingReason::Refused,
        "жауап бергім келмейді|бас тартамын|отказ|не хочу отвечать|отказ от ответа|refused|prefer not to say|prefer not to answer",
    ),
    (
        MissingReason::NotApplicable,
        "маған қатысы жоқ|қатысы жоқ|не относится ко мне|не применимо|неприменимо|not applicable|n/a|notapplicable",
    ),
];
const YES: &str = "иә|ия|да|yes|true|1|y";
const NO: &str = "жоқ|нет|no|false|0|n";

/// The words of every list, made ready once.
#[derive(Debug)]
pub(in crate::survey) struct Cells<'q> {
    lists: BTreeMap<&'q str, Words<'q>>,
}

impl<'q> Cells<'q> {
    pub(in crate::survey) fn of(form: &Form<'q>) -> Self {
        let lists = form.questionnaire.lists.iter().rev();
        Self { lists: lists.map(|list| (list.id.as_str(), Words::of(list))).collect() }
    }

    /// What a cell that is not blank answers to a question of a kind.
    pub(in crate::survey) fn read(&self, kind: &AnswerKind, text: &str, order: Order) -> Read<Answer> {
        let words = kind.list().and_then(|list| self.lists.get(list.as_str()));
        let read = Self::answer(kind, words, text, order);
        match (read, kind) {
            (Read::Nothing, AnswerKind::Text { .. } | AnswerKind::Note {}) => Read::Nothing,
            (Read::Nothing, _) => {
                missing(text).map_or(Read::Nothing, |reason| Read::One(Answer::Missing { reason }))
            }
            (read, _) => read,
        }
    }

    /// The options that a cell of a multiple choice begins with, where words of the person's own follow.
    pub(super) fn beginning(&self, kind: &AnswerKind, text: &str) -> Option<Answer> {
        let AnswerKind::Multiple { list, .. } = kind else { return None };
        let codes = self.lists.get(list.as_str())?.beginning(text)?;
        Some(Answer::Options { codes })
    }

    fn answer(kind: &AnswerKind, words: Option<&Words<'q>>, text: &str, order: Order) -> Read<Answer> {
        let known = |answer: Option<Answer>| answer.map_or(Read::Nothing, Read::One);
        match kind {
            AnswerKind::Scale { .. } | AnswerKind::Single { .. } => {
                match words.map(|words| words.one(text)) {
                    Some(Read::One(code)) => Read::One(Answer::Option { code: code.clone() }),
                    Some(Read::Several) => Read::Several,
                    Some(Read::Nothing) | None => Read::Nothing,
                }
            }
            AnswerKind::Multiple { .. } | AnswerKind::Ranking { .. } => {
                match words.map(|words| words.several(text)) {
                    Some(Read::One(codes)) => Read::One(Answer::Options { codes }),
                    Some(Read::Several) => Read::Several,
                    Some(Read::Nothing) | None => Read::Nothing,
                }
            }
            AnswerKind::Rating { .. } | AnswerKind::Number { .. } => {
                if is_grouped(kind, text) {
                    return Read::Several;
                }
                known(number(text).map(|value| Answer::Number { value }))
            }
            AnswerKind::YesNo {} => {
                let word = fold_words(whole_number(text).unwrap_or(text));
                let is = |words: &str| words.split('|').any(|known| known == word);
                known((is(YES) || is(NO)).then(|| Answer::YesNo { yes: is(YES) }))
            }
            AnswerKind::Date { .. } => known(read_day(text, order).map(|date| Answer::Date { date })),
            AnswerKind::Text { .. } => Read::One(Answer::Text { text: FreeText::new(text) }),
            AnswerKind::Note {} => Read::Nothing,
        }
    }
}

/// The digits of a whole number that a table writes with decimals, as it does where a cell of the column is empty: `4.0`.
pub(in crate::survey) fn whole_number(text: &str) -> Option<&str> {
    let (whole, decimals) = text.trim().split_once(['.', ','])?;
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_noughts = !decimals.is_empty() && decimals.bytes().all(|byte| byte == b'0');
    // "4,000" may be four thousand.
    (is_noughts && decimals.len() != 3 && is_digits(whole.strip_prefix('-').unwrap_or(whole)))
        .then_some(whole)
}

/// A number with a point or a comma before its decimals, and spaces between its groups.
fn number(text: &str) -> Option<Amount> {
    let plain: String =
        text.chars().filter(|c| !c.is_whitespace()).map(|c| if c == ',' { '.' } else { c }).collect();
    plain.parse().ok()
}

/// Whether a whole number is asked for and a mark stands before exactly three digits: "150,000" is a hundred and fifty thousand to one
/// reader, and 150 to another.
fn is_grouped(kind: &AnswerKind, text: &str) -> bool {
    let is_whole = matches!(kind, AnswerKind::Rating { .. } | AnswerKind::Number { places: 0, .. });
    let mut parts = text.trim().split(['.', ',']);
    let first = parts.next().unwrap_or_default().trim_start_matches('-');
    let mut groups = parts.peekable();
    is_whole
        && groups.peek().is_some()
        && (1..=3).contains(&first.len())
        && !first.starts_with('0')
        && groups.all(|group| group.len() == 3 && group.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Why there is no answer, where the words say so.
fn missing(text: &str) -> Option<MissingReason> {
    let word = fold_words(&text.replace('’', "'"));
    MISSING
        .into_iter()
        .find(|(_, words)| words.split('|').any(|known| fold_words(known) == word))
        .map(|(reason, _)| reason)
}

/// Whether a mark of an option's own column says that it is marked; nothing for words that say neither.
pub(super) fn is_marked(text: &str) -> Option<bool> {
    let word = fold_words(whole_number(text).unwrap_or(text));
    if YES.split('|').any(|known| known == word) || word == "x" || word == "х" || word == "✓" {
        Some(true)
    } else {
        NO.split('|').any(|known| known == word).then_some(false)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_number_with_decimals_is_whole() {
        let of = [" 4.0 ", "0,0", "-1.00", "10.0000"].map(whole_number);
        assert_eq!(of, [Some("4"), Some("0"), Some("-1"), Some("10")]);
        for text in ["4", "4.5", "4.", ".0", "4.0.0", "4,000", "а.0", "", "-.0"] {
            assert_eq!(whole_number(text), None, "{text}");
        }
        assert_eq!(["1.0", "0.0", "2.0"].map(is_marked), [Some(true), Some(false), None]);
    }

    #[test]
    fn a_mark_before_three_digits_of_a_whole_number_is_not_guessed() {
        let whole = AnswerKind::Number { places: 0, least: None, most: None };
        let parts = AnswerKind::Number { places: 3, least: None, most: None };
        for grouped in ["150,000", "1.000", "1,234,567", "-12,000"] {
            assert!(is_grouped(&whole, grouped), "{grouped}");
            assert!(!is_grouped(&parts, grouped), "{grouped}");
        }
        for plain in ["150", "1 500", "1,5", "0,125", "1.0000", "150,00", ",500", ""] {
            assert!(!is_grouped(&whole, plain), "{plain}");
        }
    }
}

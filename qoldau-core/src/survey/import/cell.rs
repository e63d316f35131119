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
                known(number(text).map(|value| Answer::Number { value }))
            }
            AnswerKind::YesNo {} => {
                let word = fold_words(text);
                let is = |words: &str| words.split('|').any(|known| known == word);
                known((is(YES) || is(NO)).then(|| Answer::YesNo { yes: is(YES) }))
            }
            AnswerKind::Date { .. } => known(read_day(text, order).map(|date| Answer::Date { date })),
            AnswerKind::Text { .. } => Read::One(Answer::Text { text: FreeText::new(text) }),
            AnswerKind::Note {} => Read::Nothing,
        }
    }
}

/// A number with a point or a comma before its decimals, and spaces between its groups.
fn number(text: &str) -> Option<Amount> {
    let plain: String =
        text.chars().filter(|c| !c.is_whitespace()).map(|c| if c == ',' { '.' } else { c }).collect();
    plain.parse().ok()
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
    let word = fold_words(text);
    if YES.split('|').any(|known| known == word) || word == "x" || word == "х" || word == "✓" {
        Some(true)
    } else {
        NO.split('|').any(|known| known == word).then_some(false)
    }
}

//! What an answer is by itself, whatever else was answered.

use super::model::{option_value, whole};
use super::{Answer, rules};
use crate::finding::RuleInfo;
use crate::survey::questionnaire::{AnswerKind, Asked, MissingReason, OptionList};
use crate::value::Id;

/// The most characters of a text where the question does not say.
const LONGEST_TEXT: u32 = 4_000;

/// What an answer to a question is, before its constraint is looked at.
#[derive(Debug, Clone, Copy)]
pub(super) enum Weight {
    /// It says nothing.
    Blank,
    /// The person said why there is no answer to score.
    Missing(MissingReason),
    /// It is none of those possible, by a rule.
    Impossible(&'static RuleInfo),
    /// It is one of those possible.
    Possible,
}

impl Weight {
    /// Weighs an answer.
    pub(super) fn of(asked: &Asked<'_>, answer: &Answer) -> Self {
        if is_blank(answer) {
            return Self::Blank;
        }
        if let Some(reason) = missing(asked, answer) {
            return Self::Missing(reason);
        }
        impossible(asked, answer).map_or(Self::Possible, Self::Impossible)
    }
}

/// Whether an answer says nothing: an empty text, no option marked where that is no answer of its own.
fn is_blank(answer: &Answer) -> bool {
    match answer {
        Answer::Text { text } => text.reveal().trim().is_empty(),
        Answer::Options { codes } => codes.is_empty(),
        _ => false,
    }
}

/// Why there is no answer to score, where the person said so: by a word of its own, or by an option that means it.
fn missing(asked: &Asked<'_>, answer: &Answer) -> Option<MissingReason> {
    let of = |code: &Id| asked.list?.option(code.as_str())?.missing;
    match answer {
        Answer::Missing { reason } => Some(*reason),
        Answer::Option { code } => of(code),
        Answer::Options { codes } => match codes.as_slice() {
            [code] => of(code),
            _ => None,
        },
        _ => None,
    }
}

/// The rule by which an answer is none of those possible.
fn impossible(asked: &Asked<'_>, answer: &Answer) -> Option<&'static RuleInfo> {
    let rule = |rule: &'static RuleInfo| Some(rule);
    match (&asked.question.answer, answer) {
        (_, Answer::Unread {}) => rule(&rules::UNREAD),
        (AnswerKind::Scale { .. }, Answer::Option { code }) => {
            let has_value = option_value(asked.list, code).is_some();
            if has_value { None } else { rule(&rules::UNKNOWN_OPTION) }
        }
        (AnswerKind::Single { .. }, Answer::Option { code }) => {
            unknown_option(asked.list, std::slice::from_ref(code)).and_then(|()| rule(&rules::UNKNOWN_OPTION))
        }
        (AnswerKind::Multiple { least, most, .. }, Answer::Options { codes }) => several(asked, codes)
            .or_else(|| {
                let alone = codes.len() == 1 && is_exclusive(asked.list, codes);
                let too_few = !alone && least.is_some_and(|least| counted(codes) < least);
                let too_many = most.is_some_and(|most| counted(codes) > most);
                if too_few || too_many { rule(&rules::OUT_OF_RANGE) } else { None }
            }),
        (AnswerKind::Ranking { most, .. }, Answer::Options { codes }) => {
            several(asked, codes).or_else(|| {
                let too_many = most.is_some_and(|most| counted(codes) > most);
                if too_many { rule(&rules::OUT_OF_RANGE) } else { None }
            })
        }
        (AnswerKind::Rating { lowest, highest, .. }, Answer::Number { value }) => {
            let within = whole(*value).is_some_and(|value| (*lowest..=*highest).contains(&value));
            if within { None } else { rule(&rules::OUT_OF_RANGE) }
        }
        (AnswerKind::Number { least, most, places }, Answer::Number { value }) => {
            let outside = least.is_some_and(|least| *value < least)
                || most.is_some_and(|most| *value > most)
                || (value.digits().1 > *places && value.rounded(*places) != *value);
            if outside { rule(&rules::OUT_OF_RANGE) } else { None }
        }
        (AnswerKind::Date { from, to }, Answer::Date { date }) => {
            let outside = from.is_some_and(|from| *date < from) || to.is_some_and(|to| *date > to);
            if outside { rule(&rules::OUT_OF_RANGE) } else { None }
        }
        (AnswerKind::Text { longest }, Answer::Text { text }) => {
            let longest = usize::try_from(longest.unwrap_or(LONGEST_TEXT)).unwrap_or(usize::MAX);
            let text = text.reveal();
            // No text has more characters than bytes.
            if text.len() > longest && text.chars().nth(longest).is_some() {
                rule(&rules::OUT_OF_RANGE)
            } else {
                None
            }
        }
        (AnswerKind::YesNo {}, Answer::YesNo { .. }) => None,
        _ => rule(&rules::WRONG_KIND),
    }
}

/// Whether a person answered anything by an answer, be it that they do not know.
pub(crate) fn says_something(answer: &Answer) -> bool {
    !is_blank(answer)
}

fn counted(codes: &[Id]) -> u32 {
    u32::try_from(codes.len()).unwrap_or(u32::MAX)
}

fn unknown_option(list: Option<&OptionList>, codes: &[Id]) -> Option<()> {
    let known = |code: &Id| list.is_some_and(|list| list.option(code.as_str()).is_some());
    (!codes.iter().all(known)).then_some(())
}

/// Whether one of the options stands alone by its nature.
fn is_exclusive(list: Option<&OptionList>, codes: &[Id]) -> bool {
    let alone = |code: &Id| {
        list.and_then(|list| list.option(code.as_str()))
            .is_some_and(|option| option.exclusive || option.missing.is_some())
    };
    codes.iter().any(alone)
}

/// Whether a code stands there twice.
fn has_twice(codes: &[Id]) -> bool {
    if codes.len() <= 8 {
        let earlier = |at: usize| codes.get(..at).unwrap_or_default();
        return codes.iter().enumerate().any(|(at, code)| earlier(at).contains(code));
    }
    let mut sorted: Vec<&Id> = codes.iter().collect();
    sorted.sort_unstable();
    sorted.windows(2).any(|two| matches!(two, [one, other] if one == other))
}

/// What is wrong with several options marked or ranked.
fn several(asked: &Asked<'_>, codes: &[Id]) -> Option<&'static RuleInfo> {
    if unknown_option(asked.list, codes).is_some() {
        return Some(&rules::UNKNOWN_OPTION);
    }
    if has_twice(codes) {
        return Some(&rules::MARKED_TWICE);
    }
    let contradicts = codes.len() > 1 && is_exclusive(asked.list, codes);
    contradicts.then_some(&rules::EXCLUSIVE)
}

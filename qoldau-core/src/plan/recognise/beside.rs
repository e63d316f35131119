//! What a name says beside its line's number that changes what the number is of.

use super::{brackets, scope, words};
use crate::language::kazakh::Case;
use crate::plan::IndicatorKind;
use crate::plan::grammar::comparator::ending_case;
use crate::plan::grammar::number::quantity;
use crate::plan::grammar::scope::{names_event, one_of};
use crate::plan::grammar::token::{Numbers, Token, tokens};
use crate::value::Amount;

/// Words of a name that promise more than the number of the line shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Beside {
    /// The words.
    pub(crate) words: String,
    /// The number that is promised of each, where they have one of their own: the line's number is then not of each.
    pub(crate) own: Option<Amount>,
}

/// «Фото (не менее 5 с каждого тренинга)» with a number of its own for each, and «на одном тренинге», of which nobody can
/// say whether it is of each.
pub(crate) fn beside(name: &str, kind: IndicatorKind) -> Option<Beside> {
    in_brackets(name).or_else(|| of_one(name, kind))
}

fn in_brackets(name: &str) -> Option<Beside> {
    if !name.contains('(') || !name.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let (outside, inside) = brackets(name);
    let list = tokens(&inside, Numbers::Grouped);
    scope(&list).filter(|_| scope(&tokens(&outside, Numbers::Plain)).is_none())?;
    let number = |at: usize| list.get(at)?.digits().and_then(|_| Some(quantity(&list, at)?.0.value));
    let own = (0..list.len()).find_map(number)?;
    Some(Beside { words: inside.trim().to_owned(), own: Some(own) })
}

fn of_one(name: &str, kind: IndicatorKind) -> Option<Beside> {
    use IndicatorKind::{List, Material, Participants, Photo, Post, Video};
    if !matches!(kind, Participants | Photo | Video | List | Post | Material) || !words(name).any(may_be_one)
    {
        return None;
    }
    let list = tokens(name, Numbers::Plain);
    (1..list.len().saturating_add(1)).find_map(|next| {
        let at = next.saturating_sub(1);
        let noun = one_of(&list, at).filter(|noun| names_event(&list, *noun))?;
        let (first, event) = (list.get(at)?, list.get(noun)?);
        // «Бір шара өткізу» is one event.
        let kazakh_nominative =
            first.is("бір") && ending_case(event) == Case::Nominative && !is_locative(event);
        let words = name.get(first.start..event.end).filter(|_| !kazakh_nominative)?;
        Some(Beside { words: words.to_owned(), own: None })
    })
}

/// Whether a word may be one of those for one: nearly every name says «әрбір» or nothing, and its words need not be looked up.
fn may_be_one(word: &str) -> bool {
    ["одн", "Одн", "one", "One"].iter().any(|start| word.starts_with(start))
        || matches!(word, "бір" | "Бір" | "БІР")
}

fn is_locative(token: &Token) -> bool {
    token.spellings().any(|word| ["да", "де", "та", "те"].iter().any(|end| word.ends_with(end)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_beside_a_number_are_found() {
        let found = |name, kind| {
            beside(name, kind).map(|beside| (beside.words, beside.own.map(|own| own.to_string())))
        };
        let photo = found("Фото (не менее 5 с каждого тренинга)", IndicatorKind::Photo);
        assert_eq!(photo, Some(("не менее 5 с каждого тренинга".into(), Some("5".into()))));
        for (name, words) in [
            ("Количество участников на одном тренинге", "на одном тренинге"),
            ("Количество участников одного мероприятия", "одного мероприятия"),
            ("Бір тренингке қатысушылар саны", "Бір тренингке"),
        ] {
            assert_eq!(found(name, IndicatorKind::Participants), Some((words.into(), None)), "{name}");
        }
        for name in
            ["Фото (с каждого мероприятия)", "Фото с каждого мероприятия", "Фото (5 шт.)", "Бір шара фотосы"]
        {
            assert_eq!(found(name, IndicatorKind::Photo), None, "{name}");
        }
        assert_eq!(found("Организация одного мероприятия", IndicatorKind::Event), None);
    }
}

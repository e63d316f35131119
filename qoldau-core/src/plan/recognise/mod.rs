//! What a line's name says beside its number: what it counts, for each of what, and what it asks for.

mod beside;
mod dependent;
mod head;
mod kind;
mod often;
mod record;
mod requires;
mod thing;

pub(crate) use beside::{Beside, beside};
pub(crate) use dependent::{counts as counts_people, is_adjective as is_russian_adjective};
pub use kind::{accumulation_of, kind_by_unit, read_impact_kind, read_kind};
pub(crate) use kind::{counts_followers, is_mean};
pub(crate) use often::often_in_name;
pub(crate) use requires::named_networks;
pub use requires::read_requires;
pub(crate) use thing::stands_before_nouns;

use super::grammar::scope_in;
use super::grammar::token::{Numbers, Token, tokens};
use super::{Each, IndicatorKind, Requires, ScopeFrom};
use crate::value::text::{is_word_character, usual_letters};

/// The scope that stands in a line's name: "photo from each event". A name that only mentions an event («Іс-шарадан
/// фото») has none.
#[must_use]
pub fn read_scope(name: &str) -> Option<Each> {
    scope(&tokens(name, Numbers::Plain))
}

/// What a line's name says of its scope and its kind, and what it asks for.
pub(crate) fn read_name(name: &str) -> (Option<Each>, IndicatorKind, Requires) {
    let list = tokens(name, Numbers::Plain);
    let asks = requires::may_ask(name, &list);
    let (scope, kind) = (scope(&list), kind::kind_of(list));
    let requires = if asks { requires::asked(name, kind) } else { Requires::default() };
    (scope, kind, requires)
}

fn scope(list: &[Token]) -> Option<Each> {
    scope_in(list).map(|of| Each { of, count: None, from: ScopeFrom::Name })
}

/// What a name is of that names two things and says no more: «Посты и видео».
pub(crate) fn two_kinds(name: &str) -> Option<(IndicatorKind, IndicatorKind)> {
    head::two_kinds(tokens(name, Numbers::Plain))
}

/// The words of a text: its runs of letters and digits.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|c| !is_word_character(c));
        let mut length = 0_usize;
        loop {
            let after = rest.get(length..).unwrap_or_default();
            length = length.saturating_add(usual_letters(after));
            match rest.get(length..).and_then(|after| after.chars().next()).filter(|c| is_word_character(*c))
            {
                Some(other) => length = length.saturating_add(other.len_utf8()),
                None => break,
            }
        }
        let (word, after) = rest.split_at_checked(length)?;
        rest = after;
        (!word.is_empty()).then_some(word)
    })
}

/// The name without what stands in brackets, and what stands in them.
fn brackets(name: &str) -> (String, String) {
    let (mut outside, mut inside) = (String::with_capacity(name.len()), String::with_capacity(name.len()));
    let mut depth = 0_u32;
    for piece in name.split_inclusive(['(', ')']) {
        let words = piece.trim_end_matches(['(', ')']);
        let side = if depth > 0 { &mut inside } else { &mut outside };
        side.push_str(words);
        if piece.ends_with('(') {
            depth = depth.saturating_add(1);
            if depth == 1 {
                inside.push(' ');
                outside.push(' ');
            }
        } else if piece.ends_with(')') {
            depth = depth.saturating_sub(1);
        }
    }
    (outside, inside)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::EachOf;

    #[test]
    fn only_a_word_that_says_each_makes_a_scope() {
        for name in ["Әрбір іс-шарадан фото", "Фото с каждого мероприятия", "Photos from each event"]
        {
            let each = read_scope(name).unwrap();
            assert_eq!((each.of, each.from), (EachOf::Event, ScopeFrom::Name), "{name}");
        }
        for name in ["Іс-шарадан фото", "Фото с мероприятия", "Шаралар саны", "Каждую неделю"]
        {
            assert_eq!(read_scope(name), None, "{name}");
        }
    }

    #[test]
    fn brackets_are_taken_apart() {
        let (outside, inside) = brackets("Хат (а (б) в) және (г");
        assert_eq!(outside, "Хат   және  ");
        assert_eq!(inside, " а б в г");
    }
}

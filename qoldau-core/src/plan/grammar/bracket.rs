//! Brackets after a number: the number again in words, its parts, a scope, or a remark.

use super::comparator;
use super::number::{Measure, Quantity, only_number, quantity};
use super::scope;
use super::segment::Draft;
use super::token::{Numbers, Token, tokens};
use super::vocabulary::{is_one_of, sign_at};

/// The bracket that closes the one at `open`.
pub(crate) fn close(tokens: &[Token], open: usize) -> Option<usize> {
    let mut depth: usize = 0;
    for (at, token) in tokens.iter().enumerate().skip(open) {
        match token.sign() {
            Some('(') => depth = depth.saturating_add(1),
            Some(')') => {
                depth = depth.checked_sub(1)?;
                if depth == 0 {
                    return Some(at);
                }
            }
            _ => {}
        }
    }
    None
}

/// Takes what stands in a bracket into the draft; what has no other role is kept as a note, verbatim.
pub(crate) fn read(text: &str, inside: &[Token], draft: &mut Draft) {
    if inside.is_empty() || repeats(inside, draft) || confirms(inside, draft) || scoped(inside, draft) {
        return;
    }
    let divisible = draft.parts.is_empty() && !draft.numbers.is_empty();
    if let Some(found) = parts(text, inside).filter(|_| divisible) {
        draft.divide(found);
    } else if let Some(words) = slice(text, inside) {
        draft.notes.push(words.into());
    }
}

/// Whether every bracket has its partner.
pub(crate) fn balanced(tokens: &[Token]) -> bool {
    let depth = tokens.iter().try_fold(0_usize, |depth, token| match token.sign() {
        Some('(') => depth.checked_add(1),
        Some(')') => depth.checked_sub(1),
        _ => Some(depth),
    });
    depth == Some(0)
}

/// Whether the draft's remarks stay a remark when they are printed in brackets after it. One that would be read as
/// something else, such as a list of parts that stood before its number, was not understood in its place.
pub(crate) fn keeps(draft: &Draft) -> bool {
    let Some(note) = draft.note() else { return true };
    let mut again = Draft { notes: Vec::new(), ..draft.clone() };
    read(&note, &tokens(&note, Numbers::Grouped), &mut again);
    again.notes == [note]
}

fn slice<'t>(text: &'t str, tokens: &[Token]) -> Option<&'t str> {
    text.get(tokens.first()?.start..tokens.last()?.end)
}

/// «10 (он)»: the number said again. A different number is not silently dropped: it becomes a note.
fn repeats(inside: &[Token], draft: &Draft) -> bool {
    let said = only_number(inside);
    let last = draft.numbers.last().map(|(number, _)| *number);
    let percent = || {
        let (again, next) = quantity(inside, 0)?;
        (next == inside.len() && again.measure == Measure::Percent).then_some((again.value, again.measure))
    };
    // «80% (восемьдесят процентов)» says the sign again as well.
    said.is_some() && said == last.map(|last| last.value)
        || percent().is_some_and(|again| last.is_some_and(|last| again == (last.value, last.measure)))
}

/// «(включительно)» after a range says what a range means anyway.
fn confirms(inside: &[Token], draft: &Draft) -> bool {
    let word = |token: &Token| is_one_of!(token, "включительно|inclusive|қоса|алғанда|екеуін|де");
    draft.numbers.len() == 2 && inside.iter().all(word)
}

/// «(ай сайын)», «(с каждого мероприятия)», «(не менее)»: words that could stand without brackets.
fn scoped(inside: &[Token], draft: &mut Draft) -> bool {
    let whole = |next: usize| next == inside.len();
    if let Some((every, _)) = scope::frequency(inside, 0).filter(|(_, next)| whole(*next)) {
        return fill_scope(&mut draft.every, every, &mut draft.scope_in_bracket);
    }
    if let Some((of, _)) = scope::scope(inside, 0).filter(|(_, next)| whole(*next)) {
        return fill_scope(&mut draft.each, (of, None), &mut draft.scope_in_bracket);
    }
    let bound = comparator::before(inside, 0).filter(|(_, next)| whole(*next));
    bound.is_some_and(|(bound, _)| fill(&mut draft.bound, bound))
}

fn fill_scope<T>(slot: &mut Option<T>, value: T, in_bracket: &mut bool) -> bool {
    let filled = fill(slot, value);
    *in_bracket |= filled;
    filled
}

/// Fills a slot that is empty.
fn fill<T>(slot: &mut Option<T>, value: T) -> bool {
    let empty = slot.is_none();
    if empty {
        *slot = Some(value);
    }
    empty
}

/// «1 спорттық, 2 қоғамдық-мәдени іс-шара»: at least two numbers, each with its words.
pub(crate) fn parts(text: &str, inside: &[Token]) -> Option<Vec<(Quantity, String)>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < inside.len() {
        let (number, label) = quantity(inside, at)?;
        if number.measure != Measure::Plain {
            return None;
        }
        let end = (label..inside.len()).find(|next| separates(inside, *next)).unwrap_or(inside.len());
        let words = inside.get(label..end)?;
        if !words.first()?.is_word() {
            return None;
        }
        found.push((number, slice(text, words)?.into()));
        at = end.saturating_add(1);
    }
    (found.len() > 1).then_some(found)
}

/// A comma or "and" before the next number.
fn separates(tokens: &[Token], at: usize) -> bool {
    let sign = matches!(sign_at(tokens, at), Some(',' | ';' | '+'));
    let and = tokens.get(at).is_some_and(|token| is_one_of!(token, "және|и|and"));
    (sign || and) && quantity(tokens, at.saturating_add(1)).is_some()
}

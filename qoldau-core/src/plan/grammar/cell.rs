//! A cell: its text divided into promises, and what one promise lends to the next.

mod lend;

use super::bracket;
use super::comparator;
use super::number::quantity;
use super::resolve;
use super::scope;
use super::segment::{self, Draft, divides, is_extent, is_numbered};
use super::token::{Kind, Numbers, Token, tokens};
use super::vocabulary::{is_one_of, phrase_at, sign_at};
use crate::plan::unit::unit_code;
use crate::plan::{EachOf, TargetRule, UnitCode};
use crate::value::text::{is_cyrillic, is_space};

/// A cell holds at most so many targets; the rest of a longer one stays unread.
const MOST_TARGETS: usize = 64;

/// Promises that may lend each other a word have at most so many words and signs together; more are no target. Every
/// step of reading looks at its neighbours, so without a limit a hostile cell would take minutes.
const LONGEST_GROUP: usize = 600;

/// One promise as read: its words, and what they mean where they were understood.
pub(crate) struct Promise<'t> {
    pub(crate) text: &'t str,
    pub(crate) read: Option<(Draft, TargetRule)>,
}

/// Reads the promises of a cell in order; nothing in a cell without words.
pub(crate) fn read(text: &str) -> Vec<Promise<'_>> {
    let list = tokens(text, Numbers::Grouped);
    if list.is_empty() {
        return Vec::new();
    }
    let mut promises = Vec::new();
    let groups = groups(&list);
    if groups.is_empty() {
        // Nothing but semicolons.
        return vec![unread(text)];
    }
    for (index, group) in groups.iter().enumerate() {
        let end =
            groups.get(index.saturating_add(1)).map_or(text.len(), |next| start_of(&list, next.from, text));
        let start = if index == 0 { 0 } else { start_of(&list, group.from, text) };
        if promises.len().saturating_add(1) >= MOST_TARGETS && index.saturating_add(1) < groups.len() {
            promises.push(unread(text.get(start..).unwrap_or_default()));
            break;
        }
        let words = text.get(start..end).unwrap_or_default();
        let tokens = list.get(group.from..group.to).unwrap_or_default();
        let room = MOST_TARGETS.saturating_sub(promises.len());
        match group_promises(text, (start, end), tokens).filter(|found| found.len() <= room) {
            Some(found) => promises.extend(found),
            None => promises.push(unread(words)),
        }
    }
    promises
}

/// Whether a cell of these words is one promise, understood or not.
pub(super) fn is_one_promise(list: &[Token]) -> bool {
    groups(list).len() == 1 && segments(list).len() == 1
}

fn unread(text: &str) -> Promise<'_> {
    Promise { text: trimmed(text), read: None }
}

/// A promise's words without the signs that only separate it.
fn trimmed(text: &str) -> &str {
    let words = text.trim_matches(|c: char| is_space(c) || matches!(c, ',' | ';'));
    if words.is_empty() { text.trim_matches(is_space) } else { words }
}

fn start_of(list: &[Token], at: usize, text: &str) -> usize {
    list.get(at).map_or(text.len(), |token| token.start)
}

/// Tokens that belong together: promises that may lend each other a comparator or a scope.
#[derive(Debug, Clone, Copy)]
struct Group {
    from: usize,
    to: usize,
}

/// Divides a cell at semicolons, and at line breaks and full stops before a number.
fn groups(list: &[Token]) -> Vec<Group> {
    let mut found = Vec::new();
    let (mut from, mut depth) = (0, 0_usize);
    for at in 0..list.len() {
        match sign_at(list, at) {
            Some('(') => depth = depth.saturating_add(1),
            Some(')') => depth = depth.saturating_sub(1),
            _ => {}
        }
        let semicolon = depth == 0 && sign_at(list, at) == Some(';');
        let next = if semicolon { at.saturating_add(1) } else { at };
        if depth == 0 && at > from && (semicolon || begins_line(list, at)) {
            found.push(Group { from, to: at });
            from = next;
        } else if semicolon && at == from {
            from = next;
        }
    }
    if from < list.len() {
        found.push(Group { from, to: list.len() });
    }
    found
}

/// Whether a new promise begins here after a line break or a full stop.
fn begins_line(list: &[Token], at: usize) -> bool {
    let line = list.get(at).is_some_and(|token| token.line && token.sign() != Some('('));
    (line || after_stop(list, at)) && begins(list, at)
}

/// A full stop after a word that is no magnitude: «2 пост. 7 хат», not «1 млрд. 86 млн.».
fn after_stop(list: &[Token], at: usize) -> bool {
    let (Some(stop), Some(word)) = (at.checked_sub(1), at.checked_sub(2)) else { return false };
    let spaced = list.get(at).is_some_and(|token| token.spaced);
    // «В т.ч. 20», «п. 3», «тел. 8 …»: one letter ends no sentence, nor does a word whose number follows.
    // And «5 экз. буклетов» goes on with what the copies are of, while «20 чел. 100 фото» begins another promise.
    let thing = list.get(at).is_some_and(|next| {
        next.is_word() && !is_one_of!(next, "не|до|от|по|кемінде|кем|минимум|около|at|not|up|from|about")
    }) && quantity(list, at).is_none();
    let goes_on = |token: &Token| {
        let short = thing && is_one_of!(token, "экз|шт|ед|чел|компл|упак|дн|раб|кв|куб|пог");
        short || token.end.saturating_sub(token.start) <= 2 || is_numbered(token)
    };
    spaced
        && sign_at(list, stop) == Some('.')
        && list
            .get(word)
            .is_some_and(|token| token.is_word() && !goes_on(token) && quantity(list, word).is_none())
}

/// The promises of a group. Nothing when one of them was not understood.
fn group_promises<'t>(
    text: &'t str,
    (start, end): (usize, usize),
    list: &[Token],
) -> Option<Vec<Promise<'t>>> {
    if list.len() > LONGEST_GROUP {
        return None;
    }
    let segments = segments(list);
    if segments.len() > MOST_TARGETS || !bracket::balanced(list) {
        return None;
    }
    let mut drafts = Vec::new();
    for segment in &segments {
        drafts.push(segment::read(text, list.get(segment.from..segment.to)?)?);
    }
    if drafts.len() > 1 && drafts.iter().any(|draft| draft.unit.is_none() && draft.each.is_none()) {
        // «1, 2»: numbers without words are no two promises.
        return None;
    }
    // «2 видео, әрқайсысы 3 минут», «1 отчет, 10 страниц»: what each is like, no promise of its own.
    let described = |draft: &Draft| {
        matches!(draft.each, Some((EachOf::Item, _))) && draft.scope_first
            || draft.unit.as_ref().is_some_and(|unit| is_extent(&unit.text))
    };
    if doubtful(&drafts, list) || drafts.iter().skip(1).any(described) {
        return None;
    }
    let in_all = list.iter().any(sums_all);
    lend::lend(&mut drafts, in_all)?;
    let mut promises = Vec::new();
    for (index, (segment, draft)) in segments.iter().zip(drafts).enumerate() {
        let rule = resolve::rule(&draft)?;
        let from = if index == 0 { start } else { list.get(segment.mark)?.start };
        let to = segments
            .get(index.saturating_add(1))
            .and_then(|next| list.get(next.mark))
            .map_or(end, |next| next.start);
        promises.push(Promise { text: trimmed(text.get(from..to)?), read: Some((draft, rule)) });
    }
    Some(promises)
}

/// «Всего», «барлығы»: all together.
pub(super) fn sums_all(token: &Token) -> bool {
    is_one_of!(token, "всего|итого|барлығы|жалпы|total|overall")
}

/// «1,500 адам»: one and a half, or fifteen hundred? In a Kazakh or Russian cell nobody can say.
fn doubtful(drafts: &[Draft], list: &[Token]) -> bool {
    let cyrillic = |token: &Token| match &token.kind {
        Kind::Word { folded, .. } => folded.chars().any(is_cyrillic),
        _ => false,
    };
    drafts.iter().any(Draft::doubtful) && list.iter().any(cyrillic)
}

/// One promise of a group.
#[derive(Debug, Clone, Copy)]
struct Segment {
    /// The separator before it, or its first token.
    mark: usize,
    from: usize,
    to: usize,
}

/// Divides a group at commas and at "and" before a number.
fn segments(list: &[Token]) -> Vec<Segment> {
    let mut found = Vec::new();
    let (mut mark, mut from, mut depth, mut at) = (0, 0, 0_usize, 0);
    while at < list.len() {
        match sign_at(list, at) {
            Some('(') => depth = depth.saturating_add(1),
            Some(')') => depth = depth.saturating_sub(1),
            _ => {}
        }
        let next = at.saturating_add(1);
        // «Three and a half», "two hundred and five": a number keeps its words.
        if let Some((_, after)) = quantity(list, at) {
            at = after;
            continue;
        }
        if depth == 0 && at > from {
            if divides(list, at).is_some() {
                break;
            }
            if separates(list, at) && begins(list, next) && !joins_range(list, from, at) {
                found.push(Segment { mark, from, to: at });
                (mark, from) = (at, next);
            }
        }
        at = next;
    }
    found.push(Segment { mark, from, to: list.len() });
    found
}

fn separates(list: &[Token], at: usize) -> bool {
    if sign_at(list, at) == Some(',') {
        return true;
    }
    list.get(at).is_some_and(|token| is_one_of!(token, "и|және|мен|бен|пен|and|плюс"))
}

/// «18 бен 35 жас аралығында», "between 10 and 15": the conjunction stands within a range.
fn joins_range(list: &[Token], from: usize, at: usize) -> bool {
    let ahead = list.iter().skip(at).take(6).any(|token| token.is("аралы*"));
    let before = list.get(from..at).is_some_and(|words| {
        words.iter().rev().take(4).any(|token| token.is("between") || token.is("между"))
    });
    ahead || before
}

/// How many elements may stand before the number that begins a promise.
const LONGEST_LEAD: usize = 6;

/// Whether a promise begins here: a number, with nothing before it but words that lead to numbers.
fn begins(list: &[Token], at: usize) -> bool {
    let mut at = at;
    for _ in 0..LONGEST_LEAD {
        if quantity(list, at).is_some() {
            return true;
        }
        match leads(list, at) {
            // «20 чел. ежемесячно⏎5 фото»: a frequency that ends a line leads to no number of the next.
            Some(next) if next > at && !(ends_line(list, at, next) && is_scope(list, at)) => at = next,
            _ => return false,
        }
    }
    false
}

/// Whether a line ends behind an element that it did not begin with.
fn ends_line(list: &[Token], at: usize, next: usize) -> bool {
    let line = |at: usize| list.get(at).is_some_and(|token| token.line);
    line(next) && !line(at)
}

fn is_scope(list: &[Token], at: usize) -> bool {
    scope::frequency(list, at).is_some()
        || scope::scope(list, at).is_some()
        || scope::counted(list, at).is_some()
}

/// The token after an element that can stand before a number.
fn leads(list: &[Token], at: usize) -> Option<usize> {
    let next = at.saturating_add(1);
    if matches!(sign_at(list, at), Some('•' | '-' | '+' | '"')) {
        return Some(next);
    }
    comparator::before(list, at)
        .map(|(_, next)| next)
        .or_else(|| scope::frequency(list, at).map(|(_, next)| next))
        .or_else(|| scope::scope(list, at).map(|(_, next)| next))
        .or_else(|| comparator::direction(list, at).map(|(_, next)| next))
        .or_else(|| scope::counted(list, at).map(|(_, next)| next))
        .or_else(|| unit_lead(list, at))
        .or_else(|| phrase_at!(list, at, "в|на|по|до|от|с|from|by|to|between|между"))
}

/// «Пост: 2», «хат – 7»: a known unit, then a colon or dash.
fn unit_lead(list: &[Token], at: usize) -> Option<usize> {
    let end = (at..at.saturating_add(5)).find(|end| !list.get(*end).is_some_and(Token::is_word))?;
    let words = list.get(at..end).filter(|words| !words.is_empty())?;
    let known = matches!(sign_at(list, end), Some(':' | '-')) && unit_code(words) != UnitCode::Other;
    known.then(|| end.saturating_add(1))
}

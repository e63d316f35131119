//! Finds the promised numbers in prose: «кемінде 100 … қолдау», «санын кемінде 50-ге жеткізу», «не менее трёх встреч».
//!
//! A number is a promise when its words say so. Dates, ages, sums of money, sizes («5*3»), ordinals, numbers of
//! documents and of list items are none.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use super::stem::Openings;
use super::subject::{Noun, Subject, noun};
use crate::language::kazakh::Case;
use crate::plan::Bound;
use crate::plan::grammar::comparator::{self, Direction, direction, ending_case};
use crate::plan::grammar::number::{Measure, quantity};
use crate::plan::grammar::scope::says_each;
use crate::plan::grammar::token::{Kind, Numbers, Token, tokens};
use crate::plan::grammar::vocabulary::is_one_of;
use crate::value::Amount;
use crate::value::text::{find_byte, find_sign, lower};

/// How many words beside a number may separate it from its noun.
const REACH: usize = 8;

/// How many words before a number are shown when its noun stands before it.
const SHOWN_BEFORE: usize = 6;

/// A number that words promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Promise<'a> {
    /// How the number is meant; `plain` where no word says.
    pub(crate) bound: Bound,
    /// The number; of «1 sports, 2 cultural events» their sum.
    pub(crate) amount: Amount,
    /// Whether it is a percent.
    pub(crate) percent: bool,
    /// What it counts.
    pub(crate) subject: Subject,
    /// Its clause says that so many are to be held, taught or made, and not how many there are in each or altogether.
    pub(crate) deed: bool,
    /// The words it stands in, as they stand.
    pub(crate) words: &'a str,
}

/// How numbers from two on begin in words.
const NUMBER_WORDS: [[char; 3]; 36] = [
    ['д', 'в', 'а'],
    ['д', 'в', 'е'],
    ['д', 'в', 'у'],
    ['т', 'р', 'и'],
    ['т', 'р', 'е'],
    ['т', 'р', 'ё'],
    ['ч', 'е', 'т'],
    ['п', 'я', 'т'],
    ['ш', 'е', 'с'],
    ['с', 'е', 'м'],
    ['в', 'о', 'с'],
    ['д', 'е', 'в'],
    ['д', 'е', 'с'],
    ['с', 'о', 'р'],
    ['с', 'т', 'о'],
    ['с', 'т', 'а'],
    ['т', 'ы', 'с'],
    ['е', 'к', 'і'],
    ['ү', 'ш', ' '],
    ['т', 'ө', 'р'],
    ['б', 'е', 'с'],
    ['а', 'л', 'т'],
    ['ж', 'е', 'т'],
    ['с', 'е', 'г'],
    ['т', 'о', 'ғ'],
    ['о', 'н', ' '],
    ['ж', 'и', 'ы'],
    ['о', 'т', 'ы'],
    ['қ', 'ы', 'р'],
    ['е', 'л', 'у'],
    ['а', 'л', 'п'],
    ['с', 'е', 'к'],
    ['ж', 'ү', 'з'],
    ['м', 'ы', 'ң'],
    ['t', 'w', 'e'],
    ['t', 'e', 'n'],
];

/// Their first two letters: most words begin otherwise.
static NUMBER_OPENINGS: Openings = Openings::of_letters(&NUMBER_WORDS);

/// Finds the promises of texts. The same sentence stands in an annex as a result, a heading and an activity: it is taken
/// apart once.
#[derive(Default)]
pub(crate) struct Promises<'a> {
    /// The clauses that were taken apart.
    known: BTreeMap<&'a str, Vec<Promise<'a>>>,
}

impl<'a> Promises<'a> {
    /// The promised numbers of a text, in order.
    pub(crate) fn of(&mut self, text: &'a str) -> Vec<Promise<'a>> {
        let mut found = Vec::new();
        for clause in promising_clauses(text) {
            let of_clause = self.known.entry(clause).or_insert_with(|| of_clause(clause));
            found.extend_from_slice(of_clause);
        }
        found
    }
}

/// The sentences and lines of a text that can hold a promise: those with digits, or with "at least" before a number in words.
fn promising_clauses(text: &str) -> impl Iterator<Item = &str> {
    let mut from = 0;
    let (mut digit, mut words) = (next_digit(text, from), next_words(text, from));
    std::iter::from_fn(move || {
        // Only what was passed is looked for anew, so that no part of a long text is looked through twice.
        if digit.is_some_and(|at| at < from) {
            digit = next_digit(text, from);
        }
        if words.is_some_and(|at| at < from) {
            words = next_words(text, from);
        }
        let sign = digit.into_iter().chain(words).min()?;
        let mut start = from;
        let mut end = end_of_clause(text, start);
        while end < sign {
            start = end.saturating_add(1);
            end = end_of_clause(text, start);
        }
        from = end.saturating_add(1);
        text.get(start..end)
    })
}

/// Where the clause ends that begins at some byte. A full stop within a number ends none.
fn end_of_clause(text: &str, start: usize) -> usize {
    let is_mark = |byte| matches!(byte, b'.' | b'\n' | b'\x0b' | b';' | b'!' | b'?');
    let mut from = start;
    while let Some(at) = find_byte(text, from, is_mark) {
        let after = at.saturating_add(1);
        if !text.get(at..).is_some_and(|mark| mark.starts_with('.'))
            || text.get(after..).is_some_and(|rest| rest.starts_with(' '))
        {
            return at;
        }
        from = after;
    }
    text.len()
}

/// The first digit from some byte on.
fn next_digit(text: &str, from: usize) -> Option<usize> {
    find_byte(text, from, |byte| byte.is_ascii_digit())
}

/// The first byte from some byte on at which a word begins as numbers in words do, or the space behind an "at least". What
/// parts words is looked for, not they: most texts of a plan are asked, and few say any.
fn next_words(text: &str, from: usize) -> Option<usize> {
    let parts = |byte| matches!(byte, b' ' | b'\n' | b'\x0b' | b';' | b'!' | b'?');
    let mut at = from;
    loop {
        let rest = text.get(at..)?;
        if begins_a_number(rest) {
            return Some(at);
        }
        let end = find_sign(rest, parts)?.checked_add(at)?;
        let words = text.as_bytes().get(from..end)?;
        if text.get(end..)?.starts_with(' ') && says_at_least(words) {
            return Some(end);
        }
        at = end.saturating_add(1);
    }
}

/// Whether words begin as numbers in words do.
fn begins_a_number(words: &str) -> bool {
    if !NUMBER_OPENINGS.may_open(words) {
        return false;
    }
    let mut letters = words.chars().map(lower);
    let three = [letters.next(), letters.next(), letters.next()].map(Option::unwrap_or_default);
    NUMBER_WORDS.contains(&three)
}

/// Whether words end in an "at least".
fn says_at_least(words: &[u8]) -> bool {
    const ENDINGS: [&[u8]; 7] = [
        "емінде".as_bytes(),
        "ем дегенде".as_bytes(),
        "е менее".as_bytes(),
        "е меньше".as_bytes(),
        "инимум".as_bytes(),
        b"t least",
        b"ess than",
    ];
    // The last bytes of those words: «е», «м», "t", "n".
    matches!(words.last(), Some(0xb5 | 0xbc | b't' | b'n'))
        && ENDINGS.iter().any(|ending| words.ends_with(ending))
}

/// The promises of one clause.
fn of_clause(clause: &str) -> Vec<Promise<'_>> {
    let clause = Clause { text: clause, tokens: tokens(clause, Numbers::Grouped), deed: OnceCell::new() };
    let mut found: Vec<Found> = Vec::new();
    let mut at = 0;
    while at < clause.tokens.len() {
        let number = clause.number(at, found.last());
        at = number.as_ref().map_or(at, |number| number.next.saturating_sub(1)).saturating_add(1);
        found.extend(number);
    }
    join_lists(&mut found);
    let mut promises: Vec<Promise<'_>> =
        found.iter().filter_map(|number| number.promise(clause.text)).collect();
    if let [only] = promises.as_mut_slice() {
        only.deed = !only.percent && only.subject != Subject::Unknown && clause.says_a_deed();
    }
    promises
}

/// A number with what its surroundings say of it.
struct Found {
    amount: Amount,
    bound: Option<Bound>,
    percent: bool,
    noun: Option<Subject>,
    /// A time, an age, money: no promise.
    measure: bool,
    /// Whether a comma or "and" leads straight to the next number.
    goes_on: bool,
    /// First and last byte of the words it stands in.
    start: usize,
    end: usize,
    /// Token after the number and its comparator.
    next: usize,
}

impl Found {
    fn promise<'a>(&self, text: &'a str) -> Option<Promise<'a>> {
        // A bare number that counts nothing known is a part of a date or a name.
        let promised = !self.measure && (self.noun.is_some() || self.bound.is_some());
        let words = text.get(self.start..self.end).filter(|_| promised)?;
        Some(Promise {
            bound: self.bound.unwrap_or(Bound::Plain),
            amount: self.amount,
            percent: self.percent,
            subject: self.noun.unwrap_or(Subject::Unknown),
            deed: false,
            words,
        })
    }
}

/// Joins the parts of a list whose noun stands after the last of them, and drops the parts.
fn join_lists(found: &mut Vec<Found>) {
    let mut at = found.len();
    while at > 1 {
        at = at.saturating_sub(1);
        let (before, after) = found.split_at_mut(at);
        let (Some(part), Some(last)) = (before.last(), after.first_mut()) else { continue };
        if !part.goes_on || part.percent || last.percent {
            continue;
        }
        if last.measure {
            found.remove(at.saturating_sub(1));
        } else if let Some(sum) = part.amount.checked_add(last.amount).filter(|_| last.noun.is_some()) {
            last.amount = sum;
            last.bound = part.bound.or(last.bound);
            last.start = part.start;
            found.remove(at.saturating_sub(1));
        }
    }
}

/// A clause taken apart.
struct Clause<'a> {
    text: &'a str,
    tokens: Vec<Token<'a>>,
    /// Whether it says a deed, once that was asked.
    deed: OnceCell<bool>,
}

/// A number with its comparator.
struct Counted {
    amount: Amount,
    percent: bool,
    bound: Option<Bound>,
    /// Whether something is raised to it.
    reaches: bool,
    /// Token the comparator or the number begins at.
    first: usize,
    /// Token after both.
    next: usize,
}

impl Clause<'_> {
    fn token(&self, at: usize) -> Option<&Token<'_>> {
        self.tokens.get(at)
    }

    fn sign(&self, at: Option<usize>) -> Option<char> {
        self.token(at?)?.sign()
    }

    fn is_digits(&self, at: Option<usize>) -> bool {
        at.and_then(|at| self.token(at)).is_some_and(|token| token.digits().is_some())
    }

    /// Reads the number that begins at a token, with its comparator and its noun.
    fn number(&self, at: usize, before: Option<&Found>) -> Option<Found> {
        let counted = self.counted(at)?;
        let Counted { mut first, next, reaches, .. } = counted;
        let ahead = self.noun_ahead(next);
        let goes_on =
            ahead.is_none() && self.next_number(next).is_some_and(|number| self.is_list(next, number));
        let (noun, end) = match ahead {
            Some((noun, end)) if !reaches => (Some(noun), end),
            _ if goes_on => (None, next),
            _ => match self.noun_behind(first) {
                Some(noun) => {
                    first = first.saturating_sub(self.words_before(first));
                    let verb = self.token(next).is_some_and(Token::is_word);
                    (Some(noun), next.saturating_add(usize::from(verb)))
                }
                None => ahead.map_or((None, next), |(noun, end)| (Some(noun), end)),
            },
        };
        let bound = match counted.bound {
            Some(Bound::AtMost) if reaches => Some(Bound::AtLeast),
            None => self.bound_behind_noun(end).or_else(|| self.shared_bound(before, at)),
            said => said,
        };
        Some(Found {
            amount: counted.amount,
            bound,
            percent: counted.percent,
            noun: if let Some(Noun::Of(subject)) = noun { Some(subject) } else { None },
            measure: matches!(noun, Some(Noun::Measure)),
            goes_on,
            start: self.token(first)?.start,
            end: self.token(end.saturating_sub(1).max(at))?.end,
            next,
        })
    }

    /// The number at a token and its comparator; number words count behind "at least" and its like, and before the noun of a
    /// deed («провести пять тренингов»).
    fn counted(&self, at: usize) -> Option<Counted> {
        let (bound, first, number_at) = if self.is_digits(Some(at)) {
            let (bound, first) = self.comparator_before(at);
            (bound, first, at)
        } else if let Some((bound, number_at)) = self.comparator_before_words(at) {
            (Some(bound), at, number_at)
        } else if self.counts_in_words(at) {
            (None, at, at)
        } else {
            return None;
        };
        let (number, next) = quantity(&self.tokens, number_at)?;
        let percent = match number.measure {
            Measure::Plain => false,
            Measure::Percent => true,
            Measure::Points | Measure::Fraction => return None,
        };
        if self.numbers_something(number_at, next) {
            return None;
        }
        let reaches = self.is_reached(number.case, next) || self.is_brought_to(first);
        let counted = Counted { amount: number.value, percent, bound, reaches, first, next };
        if bound.is_some() {
            return Some(counted);
        }
        let (bound, next) = match comparator::behind(&self.tokens, next, number.case) {
            Some((bound, next)) => (Some(bound), next),
            None if self.token(next).is_some_and(|token| token.is("дейін") || token.is("дейінгі")) => {
                (Some(Bound::AtMost), next.saturating_add(1))
            }
            None => (None, next),
        };
        Some(Counted { bound, next, ..counted })
    }

    /// Whether a number in words from two on stands here, its noun at once behind it, in a clause that says a deed. «Бір
    /// тренинг» is one and any; «в двух районах» says where.
    fn counts_in_words(&self, at: usize) -> bool {
        if !self.token(at).is_some_and(Token::is_word) {
            return false;
        }
        let Some((number, next)) = quantity(&self.tokens, at) else { return false };
        let noun = self.token(next).and_then(noun_of);
        let before = at.checked_sub(1).and_then(|at| self.token(at));
        let where_or_more =
            ["в", "на", "из", "по", "с", "для", "от", "до", "к", "за", "при", "in", "of", "for"];
        number.measure == Measure::Plain
            && number.value > Amount::ONE
            && matches!(noun, Some(Noun::Of(_)))
            && !before.is_some_and(|token| where_or_more.iter().any(|word| token.is(word)))
            && self.says_a_deed()
    }

    /// The comparator that ends where a number begins, and the token it begins at; a short preposition may part them.
    fn comparator_before(&self, at: usize) -> (Option<Bound>, usize) {
        let last = at.checked_sub(1);
        let is_one_of = |words: &[&str]| {
            last.and_then(|last| self.token(last))
                .is_some_and(|token| words.iter().any(|word| token.is(word)))
        };
        let end = if is_one_of(&["в", "на", "по", "с"]) { last.unwrap_or(at) } else { at };
        match comparator::ending_at(&self.tokens, end) {
            Some((bound, first)) => (Some(bound), first),
            None if is_one_of(&["до"]) => (Some(Bound::AtMost), last.unwrap_or(at)),
            None => (None, at),
        }
    }

    /// The comparator that begins at a word and leads to a number in words.
    fn comparator_before_words(&self, at: usize) -> Option<(Bound, usize)> {
        const BEGINNINGS: [&[u8]; 7] = [
            "кем".as_bytes(),
            "ең".as_bytes(),
            "не".as_bytes(),
            "мин".as_bytes(),
            "как".as_bytes(),
            b"at",
            b"no",
        ];
        let Kind::Word { folded, other } = &self.token(at)?.kind else { return None };
        let begins = |word: &str| BEGINNINGS.iter().any(|start| word.as_bytes().starts_with(start));
        if !begins(folded) && !other.as_deref().is_some_and(begins) {
            return None;
        }
        comparator::before(&self.tokens, at).filter(|(_, next)| !self.is_digits(Some(*next)))
    }

    /// Whether the clause says that something is to be done, and nothing of each, of a number taken from more, or of groups.
    fn says_a_deed(&self) -> bool {
        *self.deed.get_or_init(|| self.is_of_a_deed())
    }

    fn is_of_a_deed(&self) -> bool {
        const DEEDS: &str = "провед*|проведут*|провест*|организу*|организов*|обучат*|обучим*|обучить*|обучен*|охват*|привлек*|привлеч*|өткіз*|ұйымдастыры*|оқыты*|қамты*|тарты*|train*|hold*|held*|organise*|organize*";
        let parts =
            |token: &Token| token.spellings().any(says_each) || is_one_of!(token, "групп*|топ*|group*|по|из");
        self.tokens.iter().any(|token| is_one_of!(token, DEEDS)) && !self.tokens.iter().any(parts)
    }

    /// Whether a number is that of a document or an item, one side of a size, or one end of a range.
    fn numbers_something(&self, at: usize, next: usize) -> bool {
        let before = at.checked_sub(1);
        let beyond = before.and_then(|before| before.checked_sub(1));
        let after = next.saturating_add(1);
        let joins = |sign: Option<char>| matches!(sign, Some('*' | '-'));
        let item = at == 0 && matches!(self.sign(Some(next)), Some(')' | '.'));
        let size = |c: Option<&Token>| c.is_some_and(|token| token.is("x") || token.is("х"));
        matches!(self.sign(before), Some('№' | '#'))
            || item
            || ((joins(self.sign(Some(next))) || size(self.token(next))) && self.is_digits(Some(after)))
            || ((joins(self.sign(before)) || size(before.and_then(|at| self.token(at))))
                && self.is_digits(beyond))
    }

    /// Whether the words behind a number say that something is raised to it: «50-ге дейін жеткізу».
    fn is_reached(&self, case: Case, next: usize) -> bool {
        case == Case::Dative && (self.raises(next) || self.raises(next.saturating_add(1)))
    }

    /// Whether the words before a number say so: «довести число групп до 50», "to raise the number to at least 50".
    fn is_brought_to(&self, first: usize) -> bool {
        let near = [Some(first), first.checked_sub(1)];
        let to = near
            .into_iter()
            .flatten()
            .find(|at| self.token(*at).is_some_and(|token| token.is("до") || token.is("to")));
        to.is_some_and(|to| (to.saturating_sub(REACH)..to).any(|at| self.raises(at)))
    }

    /// Whether a word that raises something begins at a token.
    fn raises(&self, at: usize) -> bool {
        direction(&self.tokens, at).is_some_and(|(way, _)| matches!(way, Direction::Up | Direction::Reach))
    }

    /// "At least" behind the noun: «150 адамнан кем емес», «5 постов и более».
    fn bound_behind_noun(&self, end: usize) -> Option<Bound> {
        let case = end.checked_sub(1).and_then(|last| self.token(last)).map_or(Case::Nominative, ending_case);
        comparator::behind(&self.tokens, end, case).map(|(bound, _)| bound)
    }

    /// The comparator of the number before, which holds for the whole list: «кемінде 2 пост, 7 хат».
    fn shared_bound(&self, before: Option<&Found>, at: usize) -> Option<Bound> {
        before.filter(|before| self.is_list(before.next, at))?.bound
    }

    /// Whether only a comma or "and" and a few words lie between two tokens.
    fn is_list(&self, from: usize, to: usize) -> bool {
        const FEW: usize = 6;
        let between = self.tokens.get(from..to).unwrap_or_default();
        let is_and =
            |token: &Token| ["және", "мен", "бен", "пен", "и", "and"].iter().any(|and| token.is(and));
        let parts = |token: &Token| token.sign() == Some(',') || is_and(token);
        let may_lie = |token: &Token| token.is_word() || matches!(token.sign(), Some(',' | '-'));
        between.len() <= FEW && between.iter().any(parts) && between.iter().all(may_lie)
    }

    /// The next token that is a number.
    fn next_number(&self, from: usize) -> Option<usize> {
        (from..self.tokens.len()).take(REACH).find(|at| self.is_digits(Some(*at)))
    }

    /// The first noun after a number and the token after it. Another number ends the search.
    fn noun_ahead(&self, next: usize) -> Option<(Noun, usize)> {
        let ahead = self.tokens.iter().enumerate().skip(next);
        let ahead = ahead.take_while(|(_, token)| token.digits().is_none() && token.sign() != Some(':'));
        let words = ahead.filter(|(_, token)| token.is_word()).take(REACH);
        words.into_iter().find_map(|(at, token)| Some((noun_of(token)?, at.saturating_add(1))))
    }

    /// The nearest noun before a number. Another number ends the search.
    fn noun_behind(&self, first: usize) -> Option<Noun> {
        let behind = self.tokens.get(..first).unwrap_or_default().iter().rev();
        let words =
            behind.take_while(|token| token.digits().is_none()).filter(|token| token.is_word()).take(REACH);
        words.into_iter().find_map(|token| noun_of(token).filter(|noun| matches!(noun, Noun::Of(_))))
    }

    /// How many tokens before a number are shown with it.
    fn words_before(&self, first: usize) -> usize {
        let behind = self.tokens.get(..first).unwrap_or_default().iter().rev();
        behind.take(SHOWN_BEFORE).take_while(|token| token.is_word()).count()
    }
}

/// What a word says of the number beside it.
fn noun_of(token: &Token) -> Option<Noun> {
    token.spellings().find_map(noun)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One promise a line: bound, amount, subject, words.
    fn said(text: &str) -> Vec<String> {
        Promises::default()
            .of(text)
            .iter()
            .map(|p| {
                let percent = if p.percent { "%" } else { "" };
                format!("{:?} {}{percent} {:?}: {}", p.bound, p.amount, p.subject, p.words)
            })
            .collect()
    }

    #[test]
    fn the_headings_of_the_real_annex() {
        for (text, want) in [
            (
                "Аймақтағы волонтерлік топтар мен бастамашыл топтарға кемінде 100 ақпараттық, консультативтік және әкімшілік қолдау көрсету",
                vec!["AtLeast 100 Support: кемінде 100 ақпараттық, консультативтік және әкімшілік қолдау"],
            ),
            (
                "бастамашыл топтарға арналған кемінде 1 спорттық, 2 қоғамдық-мәдени іс-шара ұйымдастыру",
                vec!["AtLeast 3 Event: кемінде 1 спорттық, 2 қоғамдық-мәдени іс-шара"],
            ),
            (
                "кемінде 3000 оқушыға (студентке) арналған үгіт-насихат жұмысын ұйымдастыру",
                vec!["AtLeast 3000 Person: кемінде 3000 оқушыға"],
            ),
            (
                "бағдарлама аясында кемінде 150 волонтерді арнайы оқытудан өткізу",
                vec!["AtLeast 150 Person: кемінде 150 волонтерді"],
            ),
            (
                "волонтерлік қозғалысты жандандыру арқылы волонтерлік ұйымдар мен бастамашыл топтар санын кемінде 50-ге жеткізу",
                vec![
                    "AtLeast 50 Organisation: волонтерлік ұйымдар мен бастамашыл топтар санын кемінде 50-ге жеткізу",
                ],
            ),
            (
                "кемінде 7 аталым бойынша волонтерлер сыйлығын тағайындау",
                vec!["AtLeast 7 Nomination: кемінде 7 аталым"],
            ),
            ("қатысушылармен кемінде 2 фокус-топтық талқылау", vec!["AtLeast 2 FocusGroup: кемінде 2 фокус"]),
            ("екі фазалы сауалнама", vec![]),
        ] {
            assert_eq!(said(text), want, "{text}");
        }
    }

    #[test]
    fn comparators_stand_before_or_after() {
        for (text, want) in [
            ("150-ден астам волонтер", "MoreThan 150 Person: 150-ден астам волонтер"),
            ("150 адамнан кем емес", "AtLeast 150 Person: 150 адамнан"),
            ("80 %-дан кем емес", "AtLeast 80% Unknown: 80 %-дан кем емес"),
            ("3 мыңнан аса студент", "MoreThan 3000 Person: 3 мыңнан аса студент"),
            ("провести не менее чем в 3 школах встречи", "AtLeast 3 Event: не менее чем в 3 школах встречи"),
            ("не более 5 писем", "AtMost 5 Letter: не более 5 писем"),
            ("довести число групп до 50", "AtLeast 50 Organisation: довести число групп до 50"),
            ("at least 1,500 pupils", "AtLeast 1500 Person: at least 1,500 pupils"),
            ("3 000 адамды қамту", "Plain 3000 Person: 3 000 адамды"),
            ("5 постов и более", "AtLeast 5 Post: 5 постов"),
        ] {
            assert_eq!(said(text), [want], "{text}");
        }
    }

    #[test]
    fn numbers_in_words_are_promises_behind_at_least() {
        for (text, want) in [
            ("кемінде екі тренинг өткізу", "AtLeast 2 Event: кемінде екі тренинг"),
            ("не менее пятидесяти волонтёров", "AtLeast 50 Person: не менее пятидесяти волонтёров"),
            ("at least three meetings", "AtLeast 3 Event: at least three meetings"),
            ("Провести пять тренингов", "Plain 5 Event: пять тренингов"),
            ("Обучить сто волонтеров", "Plain 100 Person: сто волонтеров"),
            ("Бес тренинг өткізу", "Plain 5 Event: Бес тренинг"),
        ] {
            assert_eq!(said(text), [want], "{text}");
        }
        for text in [
            "бір тренинг өткізу",
            "провести тренинги в двух районах",
            "екі фазалы сауалнама өткізу",
            "пять тренингов",
        ] {
            assert_eq!(said(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn words_begin_as_numbers_in_words_do_in_small_and_great_letters() {
        for letters in NUMBER_WORDS.map(String::from_iter) {
            assert!(begins_a_number(&letters) && begins_a_number(&letters.to_uppercase()), "{letters}");
        }
        for letters in ["", "д", "дв", "волонтер", "один", "бір", "five", "5"] {
            assert!(!begins_a_number(letters), "{letters}");
        }
    }

    #[test]
    fn the_parts_of_a_list_with_one_noun_are_one_promise_and_with_two_are_two() {
        assert_eq!(
            said("не менее 2 спортивных и 3 культурных мероприятий"),
            ["AtLeast 5 Event: не менее 2 спортивных и 3 культурных мероприятий"]
        );
        assert_eq!(
            said("кемінде 2 пост, 7 хат"),
            ["AtLeast 2 Post: кемінде 2 пост", "AtLeast 7 Letter: 7 хат"]
        );
    }

    #[test]
    fn dates_ages_money_sizes_ordinals_and_numbering_are_no_promises() {
        for text in [
            "2024 жылғы 30 сәуір",
            "14-35 жас аралығындағы",
            "18 бен 35 жас",
            "300 000 теңге",
            "5*3 баннер",
            "2-ші кезең",
            "1. Аймақтағы топтар",
            "№66 шарт",
            "26.09.2022",
            "12 сағат",
            "1) адам",
        ] {
            assert_eq!(said(text), [""; 0], "{text}");
        }
    }

    /// The clauses by the plain rule: every clause of the text, and of those the ones that can hold a promise.
    fn plainly(text: &str) -> Vec<String> {
        let ends = |c: char| matches!(c, '\n' | '\u{b}' | ';' | '!' | '?');
        // A full stop before a space ends a clause, and the space opens the next one.
        let stops = |text: &str| text.replace(". ", "\n ");
        let plain = stops(text);
        let holds =
            |clause: &&str| clause.contains(|c: char| c.is_ascii_digit()) || next_words(clause, 0).is_some();
        plain.split(ends).filter(holds).map(str::to_owned).collect()
    }

    proptest::proptest! {
        #[test]
        fn the_clauses_that_can_hold_a_promise_are_all_found(
            text in r"(кемінде|не менее|at least|бес|Сто|топ|n|[0-9]|\.|;|!|\n| ){0,40}",
        ) {
            let found: Vec<&str> = promising_clauses(&text).collect();
            proptest::prop_assert_eq!(found, plainly(&text));
        }

        #[test]
        fn any_text_is_scanned_and_a_promise_shows_its_own_words(
            text in r"(кемінде|не менее|at least|[0-9]{1,5}|-ге|%|,|\.|\(|волонтер|іс-шара|и|до|жеткізу|\PC| |\n){0,40}",
        ) {
            for promise in Promises::default().of(&text) {
                proptest::prop_assert!(text.contains(promise.words));
                proptest::prop_assert!(!promise.words.is_empty());
            }
        }
    }
}

//! Finds the promised numbers in prose: «кемінде 100 … қолдау», «санын кемінде 50-ге жеткізу», «не менее 3 встреч».
//!
//! A number is a promise when its words say so. Dates, ages, sums of money, sizes («5*3»), ordinals, numbers of
//! documents and of list items are none.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "a scanner: every sum is a position within the text it walks"
)]

use super::subject::{Noun, Subject, folded, noun};
use super::token::{Kind, Token, tokens};
use crate::plan::Bound;
use crate::value::Amount;

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
    /// The words it stands in, as they stand.
    pub(crate) words: &'a str,
}

/// The promised numbers of a text, in order.
pub(crate) fn promises(text: &str) -> Vec<Promise<'_>> {
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return Vec::new();
    }
    let tokens = tokens(text);
    let mut found: Vec<Found> = Vec::new();
    for at in 0..tokens.len() {
        if let Some(number) = read_number(&tokens, at, found.last()) {
            found.push(number);
        }
    }
    join_lists(&mut found);
    found.iter().filter_map(|number| number.promise(text)).collect()
}

/// The beginnings of a text's longer words: what two texts about one thing share.
pub(crate) fn stems(text: &str) -> Vec<String> {
    const LETTERS: usize = 5;
    let mut stems: Vec<String> = tokens(text)
        .iter()
        .filter(|token| matches!(token.kind, Kind::Word))
        .filter_map(|token| {
            let word = folded(token.text);
            let end = word.char_indices().nth(LETTERS).map(|(end, _)| end)?;
            word.get(..end).map(String::from)
        })
        .collect();
    stems.sort_unstable();
    stems.dedup();
    stems
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
    start: usize,
    end: usize,
    /// Token after the last one that belongs to the number and its noun.
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
            words,
        })
    }
}

/// Joins the parts of a list whose noun stands after the last of them, and drops the parts.
fn join_lists(found: &mut Vec<Found>) {
    let mut at = found.len();
    while at > 1 {
        at -= 1;
        let (before, after) = found.split_at_mut(at);
        let (Some(part), Some(last)) = (before.last(), after.first_mut()) else { continue };
        if !part.goes_on || part.percent || last.percent {
            continue;
        }
        if last.measure {
            found.remove(at - 1);
        } else if let Some(sum) = part.amount.checked_add(last.amount).filter(|_| last.noun.is_some()) {
            last.amount = sum;
            last.bound = part.bound.or(last.bound);
            last.start = part.start;
            found.remove(at - 1);
        }
    }
}

/// Reads the number at a token with its comparator and noun.
fn read_number(tokens: &[Token<'_>], at: usize, before: Option<&Found>) -> Option<Found> {
    let Kind::Number(digits) = tokens.get(at)?.kind else { return None };
    let mut next = at + 1;
    let mut amount = digits;
    if let Some(factor) = tokens.get(next).and_then(magnitude) {
        amount = amount.checked_mul(factor)?;
        next += 1;
    }
    let percent = tokens.get(next).is_some_and(is_percent);
    next += usize::from(percent);
    next += usize::from(matches!(tokens.get(next).map(|token| &token.kind), Some(Kind::Suffix)));

    let reaches = raises(tokens, at, next);
    let (mut bound, mut first) = comparator_before(tokens, at);
    if bound.is_none() {
        let (after, taken) = comparator_after(tokens, next);
        bound = after;
        next += taken;
    }
    if reaches && bound == Some(Bound::AtMost) {
        bound = Some(Bound::AtLeast);
    }

    let ahead = noun_ahead(tokens, next);
    let behind = || noun_behind(tokens, first);
    let (noun, end) = match ahead {
        Some((noun, end)) if !reaches => (Some(noun), end),
        _ => match behind() {
            Some(noun) => {
                first = first.saturating_sub(words_before(tokens, first));
                (Some(noun), next + usize::from(is_word(tokens.get(next))))
            }
            None => ahead.map_or((None, next), |(noun, end)| (Some(noun), end)),
        },
    };
    let bound =
        bound.or_else(|| comparator_after(tokens, end).0).or_else(|| shared_bound(tokens, before, at));
    Some(Found {
        amount,
        bound,
        percent,
        noun: match noun {
            Some(Noun::Of(subject)) => Some(subject),
            _ => None,
        },
        measure: matches!(noun, Some(Noun::Measure)),
        goes_on: noun.is_none() && leads_to_number(tokens, next),
        start: tokens.get(first)?.start,
        end: tokens.get(end.saturating_sub(1).max(at))?.end,
        next: end,
    })
}

/// The comparator of the number before, which holds for the whole list: «кемінде 2 пост, 7 хат».
fn shared_bound(tokens: &[Token<'_>], before: Option<&Found>, at: usize) -> Option<Bound> {
    before.filter(|before| follows(tokens, before.next, at))?.bound
}

/// Whether a token is a word.
fn is_word(token: Option<&Token<'_>>) -> bool {
    matches!(token.map(|token| &token.kind), Some(Kind::Word))
}

/// The words at and before a token, nearest first, folded, to the end of the clause or the number before.
fn words_behind<'t>(tokens: &'t [Token<'_>], before: usize) -> impl Iterator<Item = String> + 't {
    tokens
        .get(..before)
        .unwrap_or_default()
        .iter()
        .rev()
        .take_while(|token| matches!(token.kind, Kind::Word | Kind::Comma))
        .filter(|token| matches!(token.kind, Kind::Word))
        .map(|token| folded(token.text))
}

/// The words from a token on, folded, each with the token after it, to the end of the clause or the next number.
fn words_ahead<'t>(tokens: &'t [Token<'_>], from: usize) -> impl Iterator<Item = (String, usize)> + 't {
    tokens
        .iter()
        .enumerate()
        .skip(from)
        .take_while(|(_, token)| matches!(token.kind, Kind::Word | Kind::Comma | Kind::Suffix))
        .filter(|(_, token)| matches!(token.kind, Kind::Word))
        .map(|(at, token)| (folded(token.text), at + 1))
}

/// "Thousand" and "million" behind a number.
fn magnitude(token: &Token<'_>) -> Option<Amount> {
    if !matches!(token.kind, Kind::Word) {
        return None;
    }
    let word = folded(token.text);
    let begins = |starts: &[&str]| starts.iter().any(|start| word.starts_with(start));
    if begins(&["мың", "тыс", "thousand"]) {
        Some(Amount::from(1000))
    } else if begins(&["млн", "миллион", "million"]) {
        Some(Amount::from(1_000_000))
    } else {
        None
    }
}

/// Whether a token says percent.
fn is_percent(token: &Token<'_>) -> bool {
    match token.kind {
        Kind::Percent => true,
        Kind::Word => {
            let word = folded(token.text);
            ["пайыз", "процент", "percent"].iter().any(|start| word.starts_with(start))
        }
        _ => false,
    }
}

/// Whether the words around a number say that something is raised to it.
fn raises(tokens: &[Token<'_>], at: usize, next: usize) -> bool {
    const AFTER: [&str; 3] = ["жетк", "артт", "көбей"];
    const BEFORE: [&str; 4] = ["довест", "увелич", "increas", "reach"];
    let begins = |word: &str, starts: &[&str]| starts.iter().any(|start| word.starts_with(start));
    words_ahead(tokens, next).take(2).any(|(word, _)| begins(&word, &AFTER))
        || words_behind(tokens, at).take(REACH).any(|word| begins(&word, &BEFORE))
}

/// The comparator before a number and the token it begins at.
fn comparator_before(tokens: &[Token<'_>], at: usize) -> (Option<Bound>, usize) {
    let mut words = words_behind(tokens, at).take(3);
    let (one, two, three) = (
        words.next().unwrap_or_default(),
        words.next().unwrap_or_default(),
        words.next().unwrap_or_default(),
    );
    let (bound, taken) = match (three.as_str(), two.as_str(), one.as_str()) {
        ("no" | "not", "less" | "fewer", "than") | ("не", "менее" | "меньше", "чем") => {
            (Bound::AtLeast, 3)
        }
        ("no" | "not", "more", "than") | ("не", "более" | "больше", "чем") => {
            (Bound::AtMost, 3)
        }
        (_, "кем", "дегенде")
        | (_, "ең", "кемі" | "аз")
        | (_, "не", "менее" | "меньше")
        | (_, "как", "минимум")
        | (_, "at", "least") => (Bound::AtLeast, 2),
        (_, "не", "более" | "больше") | (_, "at", "most") | (_, "up", "to") => {
            (Bound::AtMost, 2)
        }
        (_, "more", "than") => (Bound::MoreThan, 2),
        (_, "less" | "fewer", "than") => (Bound::LessThan, 2),
        (_, _, "кемінде" | "минимум") => (Bound::AtLeast, 1),
        (_, _, "более" | "свыше" | "больше" | "over") => (Bound::MoreThan, 1),
        (_, _, "до" | "максимум") => (Bound::AtMost, 1),
        (_, _, "шамамен" | "около" | "порядка" | "примерно" | "about") => {
            (Bound::About, 1)
        }
        _ => return (None, at),
    };
    (Some(bound), at.saturating_sub(taken))
}

/// The comparator after a number and how many tokens it takes.
fn comparator_after(tokens: &[Token<'_>], next: usize) -> (Option<Bound>, usize) {
    let mut words = words_ahead(tokens, next).map(|(word, _)| word);
    let (one, two) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    match (one.as_str(), two.as_str()) {
        ("кем", "емес") | ("и" | "или", "более" | "больше") | ("or", "more") => {
            (Some(Bound::AtLeast), 2)
        }
        ("көп" | "артық", "емес") => (Some(Bound::AtMost), 2),
        ("астам" | "аса" | "көп" | "артық", _) => (Some(Bound::MoreThan), 1),
        ("жуық" | "шақты", _) => (Some(Bound::About), 1),
        ("дейін" | "дейінгі" | "аспайтын", _) => (Some(Bound::AtMost), 1),
        _ => (None, 0),
    }
}

/// Whether only a comma, "and" or a short label lies between two numbers.
fn follows(tokens: &[Token<'_>], from: usize, to: usize) -> bool {
    let between = tokens.get(from..to).unwrap_or_default();
    let parted = between.iter().any(|token| matches!(token.kind, Kind::Comma) || is_and(token));
    parted && between.len() <= 4 && between.iter().all(|token| matches!(token.kind, Kind::Comma | Kind::Word))
}

/// Whether a token is the word "and".
fn is_and(token: &Token<'_>) -> bool {
    matches!(token.kind, Kind::Word) && matches!(folded(token.text).as_str(), "және" | "мен" | "и" | "and")
}

/// Whether the words after a number, without a noun among them, lead over a comma or "and" to the next number.
fn leads_to_number(tokens: &[Token<'_>], next: usize) -> bool {
    let ahead = tokens.get(next..).unwrap_or_default();
    let number = ahead.iter().position(|token| matches!(token.kind, Kind::Number(_)));
    number.is_some_and(|number| follows(tokens, next, next + number))
}

/// The first noun after a number and the token after it. Another number ends the search.
fn noun_ahead(tokens: &[Token<'_>], next: usize) -> Option<(Noun, usize)> {
    words_ahead(tokens, next).take(REACH).find_map(|(word, after)| Some((noun(&word)?, after)))
}

/// The nearest noun before a number.
fn noun_behind(tokens: &[Token<'_>], at: usize) -> Option<Noun> {
    words_behind(tokens, at).take(REACH).find_map(|word| match noun(&word)? {
        Noun::Of(subject) => Some(Noun::Of(subject)),
        Noun::Measure => None,
    })
}

/// How many tokens before a number are shown with it.
fn words_before(tokens: &[Token<'_>], at: usize) -> usize {
    tokens
        .get(..at)
        .unwrap_or_default()
        .iter()
        .rev()
        .take(SHOWN_BEFORE)
        .take_while(|token| matches!(token.kind, Kind::Word))
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One promise a line: bound, amount, subject, words.
    fn said(text: &str) -> Vec<String> {
        promises(text)
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
                "арналған кемінде 1 спорттық, 2 қоғамдық-мәдени іс-шара ұйымдастыру",
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
            (
                "қатысушылармен кемінде 2 фокус-топтық талқылау",
                vec!["AtLeast 2 FocusGroup: кемінде 2 фокус-топтық"],
            ),
            ("екі фазалы сауалнама", vec![]),
        ] {
            assert_eq!(said(text), want, "{text}");
        }
    }

    #[test]
    fn comparators_stand_before_or_after() {
        for (text, want) in [
            ("150-ден астам волонтер", "MoreThan 150 Person: 150-ден астам волонтер"),
            ("80 %-дан кем емес", "AtLeast 80% Unknown: 80 %-дан кем емес"),
            ("3 мыңнан аса студент", "MoreThan 3000 Person: 3 мыңнан аса студент"),
            ("провести не менее чем 3 встречи", "AtLeast 3 Event: не менее чем 3 встречи"),
            ("не более 5 писем", "AtMost 5 Letter: не более 5 писем"),
            ("довести число групп до 50", "AtLeast 50 Organisation: довести число групп до 50"),
            ("at least 1,500 pupils", "AtLeast 1500 Person: at least 1,500 pupils"),
            ("150 адамнан кем емес", "AtLeast 150 Person: 150 адамнан"),
            ("3 000 адамды қамту", "Plain 3000 Person: 3 000 адамды"),
            ("5 постов и более", "AtLeast 5 Post: 5 постов"),
        ] {
            assert_eq!(said(text), [want], "{text}");
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
            "1) біріншіден",
        ] {
            assert_eq!(said(text), [""; 0], "{text}");
        }
    }
}

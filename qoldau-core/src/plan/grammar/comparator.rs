//! "At least", "more than", "by", "increase": the words that say how a number is meant.

use super::number::{Quantity, quantity};
use super::token::{Numbers, Token, tokens};
use super::vocabulary::{is_one_of, longest, phrase_at};
use crate::language::kazakh::Case;
use crate::plan::Bound;
use crate::value::text::is_cyrillic;

/// Words before a number. Longer phrases win: «не более» before «более».
const BEFORE: [(&str, Bound); 5] = [
    (
        "кемінде|кем дегенде|кем қойғанда|ең кемі|ең кемінде|ең кем дегенде|кемі|аз дегенде|ең аз|ең азы|ең аз дегенде|кем емес|не менее|не менее чем|не меньше|не меньше чем|не реже|не реже чем|не ниже|хотя бы|по крайней мере|по меньшей мере|минимум|как минимум|минимально|мин.|at least|no less than|not less than|no fewer than|not fewer than|minimum|a minimum of|minimum of|min.",
        Bound::AtLeast,
    ),
    (
        "более|более чем|больше|больше чем|выше|выше чем|свыше|more than|over|above|greater than|in excess of|exceeding",
        Bound::MoreThan,
    ),
    (
        "не более|не более чем|не больше|не больше чем|не выше|не свыше|не чаще|не превыша*|не превысит|не должно превышать|не должна превышать|не должен превышать|не должны превышать|максимум|максимально|макс.|ең көбі|ең көп дегенде|көп дегенде|up to|at most|no more than|not more than|maximum|a maximum of|maximum of|max.|not exceeding|not over",
        Bound::AtMost,
    ),
    ("менее|менее чем|меньше|меньше чем|ниже|ниже чем|less than|fewer than|under|below", Bound::LessThan),
    (
        "около|порядка|примерно|приблизительно|ориентировочно|почти|шамамен|жуықтап|about|around|approximately|approx.|nearly|almost|circa",
        Bound::About,
    ),
];

/// What must stand before a comparator that follows its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum After {
    /// Anything: people leave the suffix out.
    Any,
    /// A number or unit in the ablative: without it «кем» and «көп» mean something else.
    Ablative,
    /// One in the dative: «100-ге тарта» is nearly a hundred, «100 адамды тарта» attracts them.
    Dative,
}

const BEHIND: [(&str, (Bound, After)); 9] = [
    (
        "кем емес|кем болма*|төмен емес|төмен болма*|аз емес|аз болма*|бастап|және одан көп|және одан да көп|немесе одан көп|немесе одан да көп|және одан артық|және одан жоғары|және одан астам|и более|и больше|или более|или больше|и выше|or more|and more|and above|or above|plus",
        (Bound::AtLeast, After::Any),
    ),
    (
        "көп емес|көп болма*|артық емес|артық болма*|жоғары емес|жоғары болма*|аспай*|аспау*|аспас*|асырмай|және одан аз|немесе одан аз|и менее|или менее|or less|or fewer|and below",
        (Bound::AtMost, After::Any),
    ),
    ("астам+|аса|асып|асады|асатын", (Bound::MoreThan, After::Any)),
    ("көп|артық|жоғары|көбірек", (Bound::MoreThan, After::Ablative)),
    ("кем|кемге|аз|азға|төмен", (Bound::LessThan, After::Ablative)),
    ("тарта", (Bound::About, After::Dative)),
    ("жуық+|таяу|жақын|шақты|шамасында|шамасы|шамалы|маңында", (Bound::About, After::Any)),
    ("минимум|как минимум|at least|minimum|at minimum", (Bound::AtLeast, After::Any)),
    ("максимум|maximum|at most", (Bound::AtMost, After::Any)),
];

/// Which way a value is to move.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Direction {
    /// It grows.
    Up,
    /// It falls.
    Down,
    /// It is brought to a level.
    Reach,
}

const DIRECTIONS: [(&str, Direction); 3] = [
    (
        "арттыру+|артты|артады|арту+|көбейту+|көбею+|өсіру+|өсу+|өсім+|өсті|ұлғайту+|ұлғаю+|жоғарылату+|жоғарылау+|увеличен*|увеличит*|увеличив*|рост|роста|ростом|прирост|прироста|повышен*|повысит*|increase|increased|increasing|growth|grow|grows|raise|rise|rises",
        Direction::Up,
    ),
    (
        "азайту+|азаю+|төмендету+|төмендеу+|кеміту+|кему+|қысқарту+|қысқару+|снижен*|снизит*|уменьшен*|уменьшит*|сокращен*|сократит*|decrease|decreased|reduce|reduced|reduction|decline|drop|fall",
        Direction::Down,
    ),
    (
        "жеткізу+|жетті|жету+|жеткен|жетеді|довести|доведен*|достичь|достигнуть|достижен*|reach|reached|reaching|achieve|bring to",
        Direction::Reach,
    ),
];

/// «Больше», «меньше», "more", "less" after "by so much".
const THAN_BEFORE: [(&str, Direction); 2] = [
    ("больше|выше|көп|көбірек|артық|more|higher", Direction::Up),
    ("меньше|ниже|аз|азырақ|кем|less|fewer|lower", Direction::Down),
];

/// The comparator before a number that begins at a token, with the token after it.
pub(crate) fn before(tokens: &[Token], at: usize) -> Option<(Bound, usize)> {
    if let Some(sign) = tokens.get(at).and_then(Token::sign) {
        return sign_bound(sign).map(|bound| (bound, at.saturating_add(1)));
    }
    longest!(tokens, at, BEFORE)
}

/// The comparator that ends before a token, with the token it begins at: for prose, where nobody knows its beginning.
pub(crate) fn ending_at(tokens: &[Token], end: usize) -> Option<(Bound, usize)> {
    const LONGEST: usize = 4;
    let beginnings = (1..=LONGEST).rev().filter_map(|back| end.checked_sub(back));
    beginnings.into_iter().find_map(|first| {
        let (bound, next) = before(tokens, first)?;
        (next == end).then_some((bound, first))
    })
}

fn sign_bound(sign: char) -> Option<Bound> {
    Some(match sign {
        '≥' => Bound::AtLeast,
        '>' => Bound::MoreThan,
        '≤' => Bound::AtMost,
        '<' => Bound::LessThan,
        '~' => Bound::About,
        _ => return None,
    })
}

/// The comparator after a number that begins at a token, `case` being that of the word before it.
pub(crate) fn behind(tokens: &[Token], at: usize, case: Case) -> Option<(Bound, usize)> {
    let ((bound, after), next) = longest!(tokens, at, BEHIND)?;
    let stands = match after {
        After::Any => true,
        After::Ablative => case == Case::Ablative,
        After::Dative => case == Case::Dative,
    };
    stands.then(|| (bound, after_must(tokens, next)))
}

/// «Кем 50 болмауы»: the number between the two words of "not less", with the token after them.
pub(crate) fn around(tokens: &[Token], at: usize) -> Option<(Quantity, usize)> {
    tokens.get(at).filter(|token| token.is("кем"))?;
    let (number, next) = quantity(tokens, at.saturating_add(1))?;
    tokens
        .get(next)
        .filter(|token| token.is("болма*"))
        .map(|_| (number, after_must(tokens, next.saturating_add(1))))
}

/// The token after a «керек» or «тиіс», which adds nothing to a comparator.
fn after_must(tokens: &[Token], at: usize) -> usize {
    phrase_at!(tokens, at, "керек|тиіс|тиісті|қажет").unwrap_or(at)
}

/// The verb of a change that begins at a token.
pub(crate) fn direction(tokens: &[Token], at: usize) -> Option<(Direction, usize)> {
    longest!(tokens, at, DIRECTIONS)
}

/// The "more" of «на 20 % больше» that begins at a token.
pub(crate) fn than_before(tokens: &[Token], at: usize) -> Option<(Direction, usize)> {
    longest!(tokens, at, THAN_BEFORE)
}

/// Whether words end in a Kazakh ablative: «жаңа адамнан».
pub(crate) fn ends_in_ablative(words: &str) -> bool {
    let words = tokens(words, Numbers::Plain);
    let last = words.iter().rfind(|token| token.is_word());
    last.is_some_and(|last| {
        let cyrillic = last.spellings().next().is_some_and(|word| word.chars().all(is_cyrillic));
        // Some nouns end so by themselves.
        cyrillic
            && ending_case(last) == Case::Ablative
            && !is_one_of!(last, "аудан|дастан|фонтан|капитан|граждан|сограждан|каштан")
    })
}

/// Whether words end in a Kazakh dative: «50 адамға».
pub(crate) fn ends_in_dative(words: &str) -> bool {
    let words = tokens(words, Numbers::Plain);
    words.iter().rfind(|token| token.is_word()).is_some_and(|last| ending_case(last) == Case::Dative)
}

/// The case a word ends in, by its letters alone: for nouns that no table knows.
pub(crate) fn ending_case(token: &Token) -> Case {
    let ends =
        |endings: [&str; 6]| token.spellings().any(|word| endings.iter().any(|end| word.ends_with(end)));
    if ends(["дан", "ден", "тан", "тен", "нан", "нен"]) {
        Case::Ablative
    } else if ends(["ға", "ге", "қа", "ке", "на", "не"]) {
        Case::Dative
    } else {
        Case::Nominative
    }
}

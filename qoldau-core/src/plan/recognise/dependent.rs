//! Whose something is: in «Отзывы участников», «Волонтерлер базасы» the people are no head, though no other word is known.

use super::head::Order;
use crate::plan::grammar::token::Token;
use crate::plan::grammar::vocabulary::is_one_of;

/// Words that count people or say what becomes of them, beside whom the people are what the line counts.
const COUNTING: &str = "количеств*|кол|колво|числ*|численност*|охва*|доля|доли|процент*|обучен*|обучи*|подготов*|привлеч*|вовлеч*|участ*|посещ*|посети*|приглаш*|подбор*|отбор*|найм*|прошед*|прошл*|получ*|задейств*|увелич*|рост|роста|прирост*|повыш*|всего|итого|мин|макс|саны*|санын*|қамт*|қатыс*|тарт*|оқыт*|оқыған|дайында*|даярла*|арттыру*|көбейту*|ұлғайту*|өсу*|өсім*|үлес*|пайыз*|қыз+|ұлдар+|бала+|азамат+|ерікті+|жасөспірім+|тұрғын+|мүше+|отбасы+|number|count|total|coverage|reach|share|percentage|amount|involvement|engagement|participation|recruitment|enrolment|enrollment";

/// Prepositions, particles and numerals, none of which is a first noun.
const SMALL: &str = "в|во|на|по|с|со|к|ко|из|от|до|для|о|об|у|при|за|среди|не|менее|более|свыше|около|порядка|минимум|все|всех|их|них|том|the|a|an|all|of|at|least|more|than";

/// Whether people at tokens `at` to `end` are no more than whose something is.
pub(super) fn is_dependent(list: &[Token], at: usize, end: usize, order: Order) -> bool {
    match order {
        Order::Last => kazakh(list, at, end),
        Order::First => russian(list, at),
        Order::LastBeforePreposition => english(list, at, end),
    }
}

pub(crate) fn counts(token: &Token) -> bool {
    is_one_of!(token, COUNTING)
}

pub(super) fn ends(token: &Token, endings: &[&str]) -> bool {
    token.spellings().any(|word| endings.iter().any(|ending| word.ends_with(ending)))
}

/// Where the part of a name begins in which a token stands: after the last colon.
pub(super) fn part<'l, 't>(list: &'l [Token<'t>], at: usize) -> &'l [Token<'t>] {
    let before = list.get(..at).unwrap_or_default();
    let colon = before.iter().rposition(|token| token.sign() == Some(':'));
    before.get(colon.map_or(0, |colon| colon.saturating_add(1))..).unwrap_or_default()
}

/// «Отзывы участников», «Сертификаты участникам»: an oblique case under a noun that counts nothing.
fn russian(list: &[Token], at: usize) -> bool {
    const OBLIQUE: [&str; 14] =
        ["ов", "ев", "ёв", "ей", "ам", "ям", "ами", "ями", "ах", "ях", "а", "у", "ом", "иц"];
    let oblique = list
        .get(at)
        .is_some_and(|token| ends(token, &OBLIQUE) && !token.is("человек") || token.is("граждан"));
    oblique && owner_stands(part(list, at), counts, Chains::End)
}

/// Whether the noun behind one that a preposition leads belongs to it: «в рамках проекта».
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Chains {
    GoOn,
    End,
}

/// Whether a noun that counts nothing and is no further kind of people («педагогов и студентов») stands among words, or
/// comes first in them. Nouns behind a preposition or a participle are no owners: «прошедших обучение волонтёров».
pub(super) fn owner_stands(words: &[Token], counts: impl Fn(&Token) -> bool, chains: Chains) -> bool {
    const PARTICIPLES: [&str; 10] =
        ["вших", "нных", "мых", "щих", "вшие", "нные", "мые", "щие", "вшихся", "щихся"];
    // Of the passive ones hardly any has a noun of its own: «именные сертификаты участников», «электронные билеты».
    const ACTIVE: [&str; 6] = ["вших", "щих", "вшие", "щие", "вшихся", "щихся"];
    let plain = |token: &Token| counts(token) || is_one_of!(token, SMALL) || is_adjective(token);
    let within = |before: Option<&Token>| {
        before.is_some_and(|before| is_one_of!(before, SMALL) || ends(before, &ACTIVE))
    };
    let listed = |at: usize| {
        // «Отзывов, полученных от …»: what follows the comma says more of the same noun.
        let told = || words.get(at.saturating_add(1)).is_some_and(|next| ends(next, &PARTICIPLES));
        words.get(at).is_some_and(|next| {
            is_one_of!(next, "и|или") || next.sign() == Some('-') || next.sign() == Some(',') && !told()
        })
    };
    let mut first = true;
    let mut before: Option<&Token> = None;
    let mut led = false;
    for (token, at) in words.iter().zip(1_usize..) {
        let of_work = token.is("работы") && before.is_some_and(|before| before.is_word() && counts(before));
        let noun = token.is_word() && !is_one_of!(token, "и|или") && !plain(token) && !of_work;
        let inside = within(before) || led && chains == Chains::GoOn;
        if noun && !inside {
            if first || !listed(at) {
                return true;
            }
            first = false;
        }
        first &= !(token.is_word() && counts(token));
        led = noun && within(before);
        before = Some(token);
    }
    false
}

/// By its ending; nouns in «-ние», «-тие», «-рий» have others: «предложений» is none.
pub(crate) fn is_adjective(token: &Token) -> bool {
    const ENDINGS: [&str; 35] = [
        "ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "кие", "гие", "хие", "жие", "чие", "шие", "щие",
        "их", "ых", "ого", "его", "ую", "юю", "ым", "им", "ыми", "ими", "ено", "ано", "ено", "ято", "ены",
        "аны", "яты", "нные", "ному", "нему",
    ];
    ends(token, &ENDINGS) && !ends(token, &["рий", "тий", "вий", "ений", "аний"])
}

/// «Волонтерлер базасы», «Қатысушылардың пікірлері», «Ақпарат қатысушыларға».
fn kazakh(list: &[Token], at: usize, end: usize) -> bool {
    const OF_OR_TO: [&str; 12] =
        ["ның", "нің", "дың", "дің", "тың", "тің", "ларға", "лерге", "дарға", "дерге", "тарға", "терге"];
    let rest = list.get(end..).unwrap_or_default();
    let is_and = |token: &Token| is_one_of!(token, "және|мен|бен|пен");
    let after = rest.iter().take_while(|token| !matches!(token.sign(), Some(',' | ':' | ';')));
    let words: Vec<&Token> = after.filter(|token| token.is_word()).collect();
    match (words.first(), words.last()) {
        (Some(opening), Some(closing)) => {
            // «Студенттер мен оқытушылар» are people; «студенттер мен оқытушылардың пікірлері» are theirs.
            let theirs = !is_and(opening) || ends(closing, &["сы", "сі", "ары", "ері"]);
            // «Қатысушылар пікірлерінің саны» counts what is theirs.
            let middle = words.iter().any(|word| ends(word, &["ының", "інің"]) && !counts(word));
            middle || (theirs && !counts(closing) && !ends(closing, &["ған", "ген", "қан", "кен"]))
        }
        _ => at > 0 && list.get(end.saturating_sub(1)).is_some_and(|token| ends(token, &OF_OR_TO)),
    }
}

/// "Participant feedback", "certificates for participants".
fn english(list: &[Token], at: usize, end: usize) -> bool {
    english_under(list, at, end, counts)
}

pub(super) fn english_under(
    list: &[Token],
    at: usize,
    end: usize,
    counts: impl Fn(&Token) -> bool + Copy,
) -> bool {
    let stops = |token: &Token| {
        is_one_of!(token, "of|from|for|in|on|with|to|at|by|about|and|or|who|that")
            || token.sign() == Some(',')
    };
    let before = part(list, at);
    let led = before.iter().any(stops);
    let first = before.iter().take_while(|token| !stops(token)).filter(|token| token.is_word());
    let counted = || first.clone().any(counts);
    let mut words = list.get(end..).unwrap_or_default().iter().take_while(|token| !stops(token));
    let owned = words.any(|token| token.is_word() && !ends(token, &["ed", "ing"]) && !counts(token));
    owned || (led && first.clone().next().is_some() && !counted())
}

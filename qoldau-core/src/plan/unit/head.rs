//! Which of the words of a unit is what is counted.

use super::unit_at;
use crate::plan::UnitCode;
use crate::plan::grammar::token::Token;
use crate::plan::grammar::vocabulary::{is_one_of, sign_at};
use crate::plan::recognise::{counts_people, is_russian_adjective, stands_before_nouns};
use crate::value::text::is_cyrillic;

/// Words of a unit that are looked at.
const FAR: usize = 24;

/// English prepositions behind the noun that is counted: "photos at an event".
const PREPOSITIONS: &str = "at|on|for|in|with|from|to|by|during|among|within|about|through";

/// Kazakh things that are no unit of their own and are given to people: «сертификат қатысушыға».
const GIVEN: &str = "сертификат+|диплом+|грамота+|алғысхат+|анкета+|сауалнама+|сыйлық+|кітап+|футболка+|куәлік+|билет+|жолдама+|өтінім+|пікір+|кеңес+|консультация+|хабарлама+|шақыру+|кубок+|медаль+|журнал+|бейдж+|форма+";

/// Where the words end among which an English head stands last: before a preposition that is no part of a unit. «Of» leads from
/// a number to what it is of ("number of participants").
pub(super) fn english_end(list: &[Token]) -> usize {
    let mut at = 0;
    let mut counted = false;
    while at < list.len().min(FAR) {
        let Some(token) = list.get(at) else { break };
        let of = token.is("of") && !counted;
        if at > 0 && (of || is_one_of!(token, PREPOSITIONS)) {
            return at;
        }
        counted |= counts_people(token);
        at = unit_at(list, at).1.max(at.saturating_add(1));
    }
    list.len()
}

/// Whether a Russian unit belongs to a noun before it that is no unit: the videos of «сценариев видеороликов». `only` where the
/// word is no Kazakh one as well, for Kazakh puts what is counted last.
pub(super) fn depends(list: &[Token], at: usize, only: bool) -> bool {
    let owns = |(token, place): (&Token, usize)| {
        let genitive = ends(token, &["ов", "ев", "ей"]) || is_one_of!(token, "школ|групп|команд|семей");
        let joined = sign_at(list, place.saturating_add(1)) == Some('-')
            && list.get(place.saturating_add(2)).is_some_and(|next| !next.spaced);
        is_noun(token) && (genitive || only && !joined)
    };
    list.iter().take(at).zip(0..).any(owns)
}

/// Whether a Russian word can be what is counted: no adjective, adverb, numeral or word that only counts.
fn is_noun(token: &Token) -> bool {
    let russian = token.spellings().next().is_some_and(|word| {
        word.chars().all(|c| is_cyrillic(c) && !"әғқңөұүһі".contains(c)) && word.chars().nth(2).is_some()
    });
    let abbreviation = is_one_of!(token, "зож|сми|пдд|обж|спид|вич|цур|стем|смм|итк|оон|кту|туко|чс");
    let leads = ends(token, &["ихся", "ыхся", "гося", "мися", "но", "ко", "ски"])
        || is_one_of!(token, "все|всех|его|них|для|при|или|над|под|без|кол|общего|общее|число|числа|видов");
    russian
        && !abbreviation
        && !leads
        && !counts_people(token)
        && !is_russian_adjective(token)
        && !stands_before_nouns(token)
}

/// Where the Kazakh words begin that say where, from where or to whom the things before them are: «адам | семинарда»,
/// «буклет | қатысушыларға», «пост | аптада».
pub(crate) fn adjunct(list: &[Token]) -> Option<usize> {
    let mut at = 0;
    let mut noun = None;
    while at < list.len().min(FAR) {
        let (units, end) = unit_at(list, at);
        let end = end.max(at.saturating_add(1));
        let word = list.get(end.checked_sub(1)?)?;
        if end == list.len() {
            let said = !units.is_empty() && stands_beside(word)
                || is_one_of!(word, "аптада|айда|айында|жылда|күнде|тоқсанда");
            return noun.filter(|noun| *noun == at && said);
        }
        // «Жас волонтерге»: an adjective as well.
        let counted = units.iter().any(|unit| unit.head_last && unit.code != UnitCode::YearOfAge);
        let given = list.get(at).is_some_and(|token| is_one_of!(token, GIVEN));
        noun = ((counted || given) && !stands_beside(word)).then_some(end);
        at = end;
    }
    None
}

/// Whether a Kazakh word is in the dative, locative or ablative and belongs to no noun before it: «семинарда», and not
/// «тұрғындарына», which are somebody's.
pub(crate) fn stands_beside(token: &Token) -> bool {
    const OF_SOMEBODY: [&str; 12] =
        ["ына", "іне", "сына", "сіне", "ында", "інде", "сында", "сінде", "ынан", "інен", "сынан", "сінен"];
    const OBLIQUE: [&str; 14] =
        ["ға", "ге", "қа", "ке", "да", "де", "та", "те", "дан", "ден", "тан", "тен", "нан", "нен"];
    ends(token, &OBLIQUE)
        && !ends(token, &OF_SOMEBODY)
        && !is_one_of!(token, "аудан|команда|граждан|сограждан")
}

fn ends(token: &Token, endings: &[&str]) -> bool {
    token.spellings().any(|word| endings.iter().any(|ending| word.ends_with(ending)))
}

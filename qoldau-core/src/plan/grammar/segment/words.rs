//! The words of promises that are neither numbers nor comparators nor scopes.

use super::State;

pub(super) const STATES: [(&str, State); 3] = [
    (
        "бар|бар / жоқ|иә|иә / жоқ|орындалды|дайын|да|да / нет|есть|есть / нет|наличие|имеется|выполнено|готово|yes|yes / no|done|exists|available|completed",
        State::Done,
    ),
    ("толық|толығымен|барлығы|барлық|түгел|все|весь|вся|всем|полностью|all|in full|full|fully", State::All),
    (
        "қажеттілігіне қарай|қажеттілік бойынша|қажет болған жағдайда|қажетінше|сұраныс бойынша|сұранысқа қарай|өтініш бойынша|по факту|по мере необходимости|при необходимости|по необходимости|по запросу|по требованию|по потребности|as needed|as required|as necessary|if needed|on request|on demand|by request",
        State::AsNeeded,
    ),
];

/// States that say how it is done: the words are kept as a note.
pub(super) const APPROVED: [&str; 16] = [
    "бекітілген+",
    "бекітілді",
    "келісілген+",
    "келісілді",
    "қол қойылған+",
    "қол қойылды",
    "утвержден",
    "утвержден*",
    "согласован",
    "согласован*",
    "подписан",
    "подписан*",
    "approved",
    "agreed",
    "signed",
    "published",
];

/// Words that add nothing to a number beside them.
pub(super) const FILLERS: [&str; 19] = [
    "саны+",
    "санын",
    "жалпы",
    "барлығы",
    "барлық",
    "всего",
    "итого",
    "все",
    "общее",
    "общий",
    "количество",
    "число",
    "кол-во",
    "total",
    "in",
    "а",
    "the",
    "a",
    "бойынша",
];

/// Prepositions that open a remark after a number: «с косвенным охватом …», «от объема».
pub(super) const REMARKS: [&str; 40] = [
    "с",
    "со",
    "в",
    "во",
    "на",
    "по",
    "от",
    "из",
    "для",
    "к",
    "при",
    "среди",
    "о",
    "об",
    "у",
    "через",
    "за",
    "под",
    "между",
    "согласно",
    "включая",
    "for",
    "with",
    "in",
    "of",
    "from",
    "to",
    "among",
    "by",
    "through",
    "during",
    "within",
    "per",
    "до",
    "после",
    "перед",
    "without",
    "across",
    "via",
    "including",
];

/// Words that turn a promise around or say "each" of something unknown: with them nothing is understood.
pub(super) const STOPPERS: [&str; 14] = [
    "жарым",
    "емес",
    "жоқ",
    "не",
    "ни",
    "нет",
    "без",
    "кроме",
    "not",
    "no",
    "without",
    "except",
    "әр",
    "әрбір",
];

/// Measures that describe a thing: «300 мың теңгелік грант».
pub(super) const ATTRIBUTES: [&str; 8] =
    ["теңгелік", "күндік", "сағаттық", "айлық", "жылдық", "минуттық", "апталық", "орындық"];

/// Words that divide a number into parts without brackets.
pub(super) const PARTS: [(&str, ()); 1] =
    [("в том числе|в т. ч.|из них|оның ішінде|соның ішінде|including|of which|of them", ())];

/// Kazakh words that lean on the noun before them: no part of a unit.
pub(super) const POSTPOSITIONS: [&str; 12] = [
    "бойынша",
    "ішінде",
    "ішіндегі",
    "бұрын",
    "кейін",
    "үшін",
    "туралы",
    "арқылы",
    "аясында",
    "шеңберінде",
    "барысында",
    "кезінде",
];

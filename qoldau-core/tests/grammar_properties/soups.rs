//! Texts made of the words that the grammar knows, in any order, and of anything.

use proptest::prelude::*;

/// Words, signs and numbers of targets.
#[rustfmt::skip]
const WORDS: [&str; 129] = [
    "1", "2", "5", "10", "15", "100", "3000", "5 230", "2,5", "3.000", "80%", "%", "бес", "он",
    "жүз", "мың", "млн", "тыс.", "two", "hundred", "жарым", "кемінде", "кем дегенде", "не менее",
    "не более", "более", "at least", "up to", "около", "шамамен", "-ден", "-ге", "-нан", "кем емес",
    "астам", "аспайды", "жуық", "дейін", "и более", "от", "до", "с", "по", "на", "в", "from", "to",
    "by", "between", "бен", "аралығында", "арттыру", "рост", "снижение", "increase", "decrease",
    "есе", "раза", "п.п.", "жеткізу", "пост", "хат", "фото", "іс-шара", "адам", "people", "posts",
    "участников", "шт.", "спорттық", "әр шарадан", "с каждого мероприятия", "per event",
    "әрқайсысына", "әр", "ай сайын", "ежемесячно", "every month", "айына", "рет", "раз", "в месяц",
    "(", ")", "(он)", "(1 а, 2 б)", "(ай сайын)", ",", ";", ".", "\n", "-", "–", "+", ":", "/", "и",
    "және", "and", "в том числе", "бар", "барлығы", "қажеттілігіне қарай", "бекітілген", "августа",
    "маусым", "2024", "жыл", "числа", "%-дан", "≥", "<", "…", "«", "»", "№", "*", "?", "A4",
    "теңге", "₸", "300k", "үштен екі", "каждый третий", "жоқ", "емес", "not", "бойынша", "ішінде",
];

/// Words, signs and numbers of deadlines.
#[rustfmt::skip]
const DUE_WORDS: [&str; 88] = [
    "1", "3", "10", "25", "31", "32", "2024", "2025", "0", "18:30", "18.30", "26.09.2022",
    "2008.10.12", "маусым", "Маусым", "қыркүйектен", "мамырға", "қазан", "июня", "октябрь", "June",
    "May", "айының", "соңына", "дейін", "бастап", "аралығында", "с", "по", "до", "к", "конца",
    "from", "until", "between", "and", "мен", "-", "–", ",", "жылғы", "ж.", "г.", "года", "т.г.",
    "IV", "II", "тоқсан", "квартал", "полугодие", "жартыжылдық", "ай сайын", "ежегодно",
    "каждого месяца", "числа", "күні", "жоба", "аяқталғанға", "аяқталғаннан", "кейін", "бұрын",
    "күн", "жұмыс күні", "(үш)", "после", "заключения договора", "окончания проекта", "дней", "за",
    "в течение", "белсенді кезеңі", "мероприятия", "включительно", "по времени Астаны", "сағат",
    "немесе", "или", "(как выше)", "№", "50", "«", "»", "тұрақты", "весь период", "декада",
    "вторая", "first", "of",
];

/// Text made of the grammar's own words in any order: where contradictions and half-understood promises come from.
pub(crate) fn soup() -> impl Strategy<Value = String> {
    let word = prop::sample::select(&WORDS[..]);
    (prop::collection::vec((word, prop::bool::weighted(0.85)), 0..12)).prop_map(|words| {
        let mut text = String::new();
        for (word, space) in words {
            if space && !text.is_empty() {
                text.push(' ');
            }
            text.push_str(word);
        }
        text
    })
}

pub(crate) fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![any::<String>(), soup(), "[ -~]{0,40}", "[а-яәғқңөұүһі0-9 ,.()%-]{0,60}"]
}

/// Text made of the words of deadlines.
pub(crate) fn due_soup() -> impl Strategy<Value = String> {
    let word = prop::sample::select(&DUE_WORDS[..]);
    prop::collection::vec(word, 0..9).prop_map(|words| words.join(" "))
}

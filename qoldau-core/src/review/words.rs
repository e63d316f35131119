//! How remarks of the operator are told, in the three languages.

use super::{RemarkStanding, RemarkState};
use crate::language::{Language, Saying, format_day_year};

const fn say(kk: &'static str, ru: &'static str, en: &'static str) -> Saying {
    Saying { kk, ru, en }
}

const NOT_ANSWERED: Saying = say("жауап берілген жоқ", "нет ответа", "not answered");
const ANSWERED: Saying =
    say("жауап берілді, операторды күтуде", "отвечено, ждёт оператора", "answered, waits for the operator");
const SETTLED: Saying = say("шешілді", "снято", "settled");
const ANSWER_BY: Saying = say("жауап беру мерзімі", "ответить до", "answer by");
const OVERDUE: Saying = say("жауап мерзімі өткен", "срок ответа прошёл", "the answer is overdue");
/// What an answer is called.
pub(crate) const ANSWER: Saying = say("Жауап", "Ответ", "Answer");

/// Where a remark stands: whether it was answered, whether that is overdue, and by when it is to be.
pub(crate) fn status_of_remark(remark: &RemarkStanding, language: Language) -> String {
    let state = match remark.state {
        RemarkState::Open => NOT_ANSWERED,
        RemarkState::Answered => ANSWERED,
        RemarkState::Resolved => SETTLED,
    };
    let mut said = vec![state.get(language).to_owned()];
    if remark.overdue {
        said.push(OVERDUE.get(language).into());
    }
    if let Some(day) = remark.answer_by {
        said.push(format!("{}: {}", ANSWER_BY.get(language), format_day_year(day)));
    }
    said.join("; ")
}

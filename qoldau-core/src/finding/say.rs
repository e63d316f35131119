//! The text of findings and reasons: templates with `{placeholders}`, filled with typed parameters in one language.

use super::{Finding, Param, ParamValue, RuleInfo};
use crate::language::{
    Language, format_amount, format_date, format_month, format_percent, format_range, format_share, quantity,
    unit_name, word,
};
use crate::value::Amount;
use crate::value::text::lower;

/// By which words values are said. A module that says the findings of one part of the product takes the words of that part, so that it carries
/// no others (docs/adr/0026-modules-for-surveys-and-people.md).
#[derive(Debug, Clone, Copy)]
pub(crate) struct Words {
    /// A word of the glossary.
    #[cfg(any(feature = "people", feature = "survey"))]
    pub(crate) word: fn(&str, Language) -> Option<&'static str>,
    /// A parameter's value, as it stands alone.
    pub(crate) value: fn(&ParamValue, Language) -> String,
}

impl Words {
    /// All of them.
    pub(crate) const ALL: Self = Self {
        #[cfg(any(feature = "people", feature = "survey"))]
        word,
        value: say_value,
    };
}

/// Said in place of a parameter that is not there.
const ABSENT: &str = "—";

/// How many values of one name are said; of a longer list the rest are counted.
const SAID: usize = 12;

impl RuleInfo {
    /// The text of one of the rule's findings.
    #[must_use]
    pub fn say(&self, finding: &Finding, language: Language) -> String {
        self.say_by(finding, language, Words::ALL)
    }

    /// The text of one of the rule's findings by certain words.
    pub(crate) fn say_by(&self, finding: &Finding, language: Language, words: Words) -> String {
        fill_by(self.message.get(language), &finding.params, language, words)
    }

    /// How to put it right, for one of the rule's findings.
    #[must_use]
    pub fn say_remedy(&self, finding: &Finding, language: Language) -> String {
        self.say_remedy_by(finding, language, Words::ALL)
    }

    /// How to put it right, by certain words.
    pub(crate) fn say_remedy_by(&self, finding: &Finding, language: Language, words: Words) -> String {
        fill_by(self.remedy.get(language), &finding.params, language, words)
    }
}

/// Fills the `{placeholders}` of a template. Several parameters of one name are said as a list, of which more than a
/// dozen are counted: `1.8, 2.4 … (+63)`; a placeholder without a parameter is said as a dash.
///
/// A part in square brackets is said only where one of its placeholders has something to say. Words of the contract
/// are fitted into the sentence: one space between words, and no second full stop where they end in one.
#[must_use]
pub fn fill(template: &str, params: &[Param], language: Language) -> String {
    fill_by(template, params, language, Words::ALL)
}

fn fill_by(template: &str, params: &[Param], language: Language, words: Words) -> String {
    let mut out = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, opened)) = rest.split_once('[') {
        fill_plain(&mut out, before, params, language, words);
        let (optional, after) = opened.split_once(']').unwrap_or((opened, ""));
        let said = |name: &str| params.iter().any(|param| param.name == name && !is_silent(&param.value));
        if placeholders(optional).any(said) {
            fill_plain(&mut out, optional, params, language, words);
        }
        rest = after;
    }
    fill_plain(&mut out, rest, params, language, words);
    out
}

/// Fills a template without optional parts, behind what is said already.
fn fill_plain(out: &mut String, template: &str, params: &[Param], language: Language, words: Words) {
    let mut rest = template;
    while let Some((before, opened)) = rest.split_once('{') {
        push(out, before);
        let Some((name, after)) = opened.split_once('}') else {
            rest = opened;
            break;
        };
        let said = say_all(name, params, out.is_empty(), language, words);
        out.push_str(&said);
        rest = after;
    }
    push(out, rest);
}

/// Adds words of a template; a full stop behind a full stop, as after «30.09.2024 г.», is said once.
fn push(out: &mut String, words: &str) {
    let words = if out.ends_with('.') { words.strip_prefix('.').unwrap_or(words) } else { words };
    out.push_str(words);
}

/// The names of a template's placeholders, in order; a name may recur.
pub fn placeholders(template: &str) -> impl Iterator<Item = &str> {
    template.split('{').skip(1).filter_map(|opened| opened.split_once('}').map(|(name, _)| name))
}

/// Whether a value has no words: the contract's cell was empty.
fn is_silent(value: &ParamValue) -> bool {
    matches!(value, ParamValue::Text { text } if text.trim().is_empty())
}

/// The values of a name, as a list. Words of the contract have commas of their own and are parted by semicolons.
fn say_all(name: &str, params: &[Param], opens: bool, language: Language, words: Words) -> String {
    let mut out = String::new();
    let of_name = params.iter().filter(|param| param.name == name && !is_silent(&param.value));
    let mut values = of_name.map(|param| &param.value);
    for value in values.by_ref().take(SAID) {
        let first = out.is_empty();
        if !first {
            out.push_str(if matches!(value, ParamValue::Text { .. }) { "; " } else { ", " });
        }
        let capital = opens && first;
        out.push_str(&match value {
            ParamValue::Word { .. } if !capital => uncapitalised(&(words.value)(value, language)),
            ParamValue::Text { text } => in_a_sentence(text),
            _ => (words.value)(value, language),
        });
    }
    let unsaid = values.count();
    if unsaid > 0 {
        out.push_str(" … (+");
        out.push_str(&unsaid.to_string());
        out.push(')');
    }
    if out.is_empty() { ABSENT.into() } else { out }
}

/// Words of the contract for the middle of a sentence: on one line, without the mark that led on to the next item.
fn in_a_sentence(text: &str) -> String {
    let breaks = |c: char| c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}');
    let words: Vec<&str> = text.split(breaks).filter(|word| !word.is_empty()).collect();
    words.join(" ").trim_end_matches([',', ';', ':']).to_owned()
}

/// A parameter's value in words, as it stands alone.
#[must_use]
pub fn say_value(value: &ParamValue, language: Language) -> String {
    match value {
        ParamValue::Amount { amount } => format_amount(*amount, language),
        ParamValue::Quantity { amount, unit } => quantity(*amount, unit, language),
        ParamValue::Percent { amount } => format_percent(*amount, language),
        ParamValue::Share { share } => format_share(*share, language),
        ParamValue::Date { date } => format_date(*date, language),
        ParamValue::Range { range } => format_range(*range, language),
        ParamValue::Month { month } => format_month(*month, language),
        ParamValue::Count { count } => format_amount(Amount::from(*count), language),
        ParamValue::Id { id } => id.to_string(),
        ParamValue::Number { number } => number.clone(),
        ParamValue::Word { key } => {
            word(key, language).or_else(|| unit_name(key, language)).unwrap_or(key).to_owned()
        }
        ParamValue::Text { text } => text.clone(),
    }
}

/// A word of the glossary, or a saying, for the middle of a sentence.
#[must_use]
pub fn uncapitalised(word: &str) -> String {
    let mut letters = word.chars();
    match letters.next() {
        Some(first) => std::iter::once(lower(first)).chain(letters).collect(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::{Place, Severity};
    use crate::language::Saying;

    fn params() -> Vec<Param> {
        vec![
            Param::quantity("missing", 2.into(), "photo"),
            Param::quantity("missing", 1.into(), "video"),
            Param::word("by", "localExecutiveBody"),
            Param::date("date", "2024-06-15".parse().unwrap()),
            Param::text("words", "{by}"),
        ]
    }

    fn say(template: &str, language: Language) -> String {
        fill(template, &params(), language).replace('\u{a0}', " ")
    }

    #[test]
    fn several_values_of_a_name_are_a_list() {
        assert_eq!(say("Жетіспейді: {missing}.", Language::Kazakh), "Жетіспейді: 2 фото, 1 видео.");
        assert_eq!(say("Не хватает: {missing}.", Language::Russian), "Не хватает: 2 фото, 1 видео.");
        assert_eq!(say("Missing: {missing}.", Language::English), "Missing: 2 photos, 1 video.");
    }

    #[test]
    fn long_lists_are_counted_past_a_dozen() {
        let lines: Vec<Param> = (1..=75).map(|n| Param::number("lines", &format!("1.{n}"))).collect();
        assert_eq!(
            fill("{lines}", &lines, Language::English),
            "1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 1.8, 1.9, 1.10, 1.11, 1.12 … (+63)"
        );
        assert!(fill("{lines}", &lines[..12], Language::English).ends_with("1.11, 1.12"));
    }

    #[test]
    fn words_of_the_contract_are_parted_by_semicolons() {
        let texts = [Param::text("texts", "1, 2"), Param::text("texts", "3")];
        assert_eq!(fill("{texts}", &texts, Language::English), "1, 2; 3");
        assert_eq!(placeholders("{a} b {c}{a} {").collect::<Vec<_>>(), ["a", "c", "a"]);
    }

    #[test]
    fn a_word_is_capitalised_only_where_it_opens_the_sentence() {
        assert_eq!(say("{by}: {date}", Language::English), "Local executive body: June 15, 2024");
        assert_eq!(say("Missing: {by}", Language::English), "Missing: local executive body");
    }

    #[test]
    fn what_is_filled_in_is_not_filled_again() {
        assert_eq!(say("«{words}»", Language::English), "«{by}»");
    }

    #[test]
    fn an_optional_part_is_said_where_it_has_something_to_say() {
        let template = "Lines: 1[. Bare: {bare}][. By: {by}].";
        assert_eq!(say(template, Language::English), "Lines: 1. By: local executive body.");
        assert_eq!(fill("a[ {x}] b", &[Param::text("x", " ")], Language::English), "a b");
        assert_eq!(fill("a[ {x}", &[Param::text("x", "y")], Language::English), "a y");
    }

    #[test]
    fn words_of_the_contract_are_fitted_into_the_sentence() {
        let fitted = |words: &str| fill("до {x}. Да?", &[Param::text("x", words)], Language::Russian);
        assert_eq!(fitted("30.09.2024 г."), "до 30.09.2024 г. Да?");
        assert_eq!(fitted("а)\n  один,\u{a0}два;"), "до а) один,\u{a0}два. Да?");
        assert_eq!(fitted(""), "до —. Да?");
    }

    #[test]
    fn a_template_that_lacks_a_parameter_or_a_brace_is_still_said() {
        assert_eq!(say("a {nothing} b", Language::English), "a — b");
        assert_eq!(say("a {by", Language::English), "a by");
        assert_eq!(say("a} b", Language::English), "a} b");
    }

    #[test]
    fn a_rule_says_its_findings() {
        let rule = RuleInfo {
            code: "TST001",
            name: "test",
            severity: Severity::Info,
            since: "0.1",
            message: Saying { kk: "Жоқ: {by}", ru: "Нет: {by}", en: "Absent: {by}" },
            what: RuleInfo::manual(""),
            why: RuleInfo::manual(""),
            example: RuleInfo::manual(""),
            remedy: Saying {
                kk: "Тапсыр: {missing}", ru: "Сдать: {missing}", en: "Hand in: {missing}"
            },
        };
        let mut finding = Finding::new(&rule, Place::Whole {});
        finding.params = params();
        assert_eq!(rule.say(&finding, Language::Kazakh), "Жоқ: жергілікті атқарушы орган");
        assert_eq!(
            rule.say_remedy(&finding, Language::English).replace('\u{a0}', " "),
            "Hand in: 2 photos, 1 video"
        );
    }
}

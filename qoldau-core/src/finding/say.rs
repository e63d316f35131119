//! The text of findings and reasons: templates with `{placeholders}`, filled with typed parameters in one language.

use super::{Finding, Param, ParamValue, RuleInfo};
use crate::language::{
    Language, format_amount, format_date, format_month, format_percent, format_range, format_share, quantity,
    unit_name, word,
};
use crate::value::Amount;

/// Said in place of a parameter that is not there.
const ABSENT: &str = "—";

impl RuleInfo {
    /// The text of one of the rule's findings.
    #[must_use]
    pub fn say(&self, finding: &Finding, language: Language) -> String {
        fill(self.message.get(language), &finding.params, language)
    }

    /// How to put it right, for one of the rule's findings.
    #[must_use]
    pub fn say_remedy(&self, finding: &Finding, language: Language) -> String {
        fill(self.remedy.get(language), &finding.params, language)
    }
}

/// Fills the `{placeholders}` of a template. Several parameters of one name are said as a list; a placeholder
/// without a parameter is said as a dash.
#[must_use]
pub fn fill(template: &str, params: &[Param], language: Language) -> String {
    let mut out = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, opened)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, after)) = opened.split_once('}') else {
            rest = opened;
            break;
        };
        out.push_str(&say_all(name, params, out.is_empty(), language));
        rest = after;
    }
    out.push_str(rest);
    out
}

/// The values of a name, as a list.
fn say_all(name: &str, params: &[Param], opens: bool, language: Language) -> String {
    let mut said: Vec<String> = Vec::new();
    for param in params.iter().filter(|param| param.name == name) {
        let text = say_value(&param.value, language);
        let capital = opens && said.is_empty();
        let is_word = matches!(param.value, ParamValue::Word { .. });
        said.push(if is_word && !capital { uncapitalised(&text) } else { text });
    }
    if said.is_empty() { ABSENT.into() } else { said.join(", ") }
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

/// A word of the glossary for the middle of a sentence.
fn uncapitalised(word: &str) -> String {
    let mut letters = word.chars();
    match letters.next() {
        Some(first) => first.to_lowercase().chain(letters).collect(),
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
    fn a_word_is_capitalised_only_where_it_opens_the_sentence() {
        assert_eq!(say("{by}: {date}", Language::English), "Local executive body: June 15, 2024");
        assert_eq!(say("Missing: {by}", Language::English), "Missing: local executive body");
    }

    #[test]
    fn what_is_filled_in_is_not_filled_again() {
        assert_eq!(say("«{words}»", Language::English), "«{by}»");
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
            what: "",
            why: "",
            example: "",
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

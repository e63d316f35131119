//! The catalogue: every rule whose findings the product can give.

use crate::annex::ANNEX_RULES;
use crate::assess::{ASSESS_RULES, DOUBT_RULES};
use crate::check::CHECK_RULES;
use crate::facts::FACTS_RULES;
use crate::finding::RuleInfo;
use crate::journal::JOURNAL_RULES;
use crate::people::PEOPLE_RULES;
use crate::plan::reconcile::AMEND_RULES;
use crate::review::REVIEW_RULES;
#[cfg(feature = "survey")]
use crate::survey::SURVEY_RULES;

/// The rules of every part of the product.
const PARTS: &[&[&RuleInfo]] = &[
    ANNEX_RULES,
    CHECK_RULES,
    FACTS_RULES,
    JOURNAL_RULES,
    AMEND_RULES,
    REVIEW_RULES,
    ASSESS_RULES,
    DOUBT_RULES,
    #[cfg(feature = "survey")]
    SURVEY_RULES[0],
    #[cfg(feature = "survey")]
    SURVEY_RULES[1],
    #[cfg(feature = "survey")]
    SURVEY_RULES[2],
    #[cfg(feature = "survey")]
    SURVEY_RULES[3],
    PEOPLE_RULES[0],
    PEOPLE_RULES[1],
    PEOPLE_RULES[2],
    PEOPLE_RULES[3],
];

/// All rules, sorted by code. A code is stable and never reused; `docs/rules.md` is made from this list.
#[must_use]
pub fn catalogue() -> Vec<&'static RuleInfo> {
    let mut rules: Vec<&RuleInfo> = PARTS.iter().copied().flatten().copied().collect();
    rules.sort_unstable_by_key(|rule| rule.code);
    rules
}

/// The rule of a code; nothing for a code that no rule has.
#[must_use]
pub fn rule(code: &str) -> Option<&'static RuleInfo> {
    PARTS.iter().copied().flatten().copied().find(|rule| rule.code == code)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::finding::placeholders;
    use crate::language::{Language, Saying};

    fn names(template: &'static str) -> BTreeSet<&'static str> {
        placeholders(template).collect()
    }

    fn sayings(rule: &'static RuleInfo) -> [(&'static str, Saying); 2] {
        [("message", rule.message), ("remedy", rule.remedy)]
    }

    #[test]
    fn codes_and_names_are_unique_and_well_formed() {
        let rules = catalogue();
        let codes: BTreeSet<&str> = rules.iter().map(|rule| rule.code).collect();
        assert_eq!(codes.len(), rules.len());
        for rule in rules {
            let (area, number) = rule.code.split_at(rule.code.len() - 3);
            assert!(
                area.chars().all(|c| c.is_ascii_uppercase()) && number.parse::<u16>().is_ok(),
                "{}",
                rule.code
            );
            let name_starts_small = rule.name.starts_with(|c: char| c.is_ascii_lowercase());
            assert!(
                name_starts_small && rule.name.chars().all(char::is_alphanumeric),
                "{}: {}",
                rule.code,
                rule.name
            );
        }
    }

    #[test]
    fn every_saying_has_the_same_placeholders_in_all_three_languages() {
        for rule in catalogue() {
            for (what, saying) in sayings(rule) {
                let kazakh = names(saying.kk);
                assert_eq!(kazakh, names(saying.ru), "{} {what} in Russian", rule.code);
                assert_eq!(kazakh, names(saying.en), "{} {what} in English", rule.code);
                let unknown: Vec<&&str> = kazakh
                    .iter()
                    .filter(|name| what == "remedy" && !names(rule.message.kk).contains(**name))
                    .collect();
                assert!(
                    unknown.is_empty(),
                    "{}: the remedy speaks of {unknown:?}, the message does not",
                    rule.code
                );
            }
        }
    }

    #[test]
    fn optional_parts_are_closed_and_do_not_nest() {
        for rule in catalogue() {
            for (what, saying) in sayings(rule) {
                for language in Language::ALL {
                    let text = saying.get(language);
                    let brackets: String = text.chars().filter(|c| ['[', ']'].contains(c)).collect();
                    assert_eq!(brackets.replace("[]", ""), "", "{} {what}: {text}", rule.code);
                    let optional = text.split('[').skip(1).filter_map(|part| part.split_once(']'));
                    for (part, _) in optional {
                        assert_eq!(names(part).len(), 1, "{} {what}: {text}", rule.code);
                    }
                }
            }
        }
    }

    #[test]
    fn no_suffix_is_glued_to_a_placeholder() {
        for rule in catalogue() {
            for (what, saying) in sayings(rule) {
                for language in Language::ALL {
                    let text = saying.get(language);
                    for after in text.split('}').skip(1) {
                        let glued =
                            after.trim_start_matches(['-', '‑', '–']).starts_with(char::is_alphabetic);
                        assert!(!glued, "{} {what}: {text}", rule.code);
                    }
                }
            }
        }
    }

    #[test]
    fn every_text_is_there_and_in_its_own_script() {
        for rule in catalogue() {
            for text in [rule.what, rule.why, rule.example] {
                assert!(!text.trim().is_empty(), "{}", rule.code);
            }
            for (what, saying) in sayings(rule) {
                let cyrillic = |text: &str| text.chars().any(crate::value::text::is_cyrillic);
                assert!(
                    cyrillic(saying.kk) && cyrillic(saying.ru) && !cyrillic(saying.en),
                    "{} {what}",
                    rule.code
                );
                assert!(
                    saying.ru.chars().all(|c| !"әғқңөұүһі".contains(c)),
                    "{} {what}: Kazakh in Russian",
                    rule.code
                );
            }
        }
    }

    #[test]
    fn a_rule_is_found_by_its_code() {
        assert_eq!(rule("PLAN012").map(|rule| rule.name), Some("promiseNotCarried"));
        assert_eq!(rule("PLAN999"), None);
    }
}

//! `PLAN009`: the number repeated in brackets is another one.

use super::prelude::*;
use crate::plan::grammar::number::only_number;
use crate::plan::grammar::token::{Numbers, tokens};

pub(super) const INFO: RuleInfo = RuleInfo {
    code: "PLAN009",
    name: "wordsAndDigitsDiffer",
    severity: Severity::Question,
    since: "0.1",
    message: Saying {
        kk: "Жақшада қайталанған сан өзгеше: {target}. Жол: {lines}. Қайсысы дұрыс?",
        ru: "Число, повторённое в скобках, другое: {target}. Строка: {lines}. Какое верно?",
        en: "The number repeated in brackets is another one: {target}. Line: {lines}. Which one holds?",
    },
    what: RuleInfo::manual("Whether a number that is repeated in brackets, in words or digits, is the same."),
    why: RuleInfo::manual(
        "In contracts the words are usually held to be right and the digits a slip, but only the parties can say so.",
    ),
    example: RuleInfo::manual("«10 (он екі)»"),
    remedy: Saying {
        kk: "Қай сан орындалатынын оператормен келісіңіз",
        ru: "Согласуйте с оператором, какое число выполнять",
        en: "Agree with the operator which number is to be met",
    },
};

pub(super) const RULE: Rule = Rule::signed(&INFO, check);

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    for row in &context.rows {
        for target in &row.line.targets {
            let Some((_, amount)) = number(target) else { continue };
            let Some(repeated) = notes(target).find_map(repeated_number) else { continue };
            out.extend(Context::on_rows(&INFO, &[*row], "targets").map(|finding| {
                finding
                    .param(Param::text("target", &target.text))
                    .offer_for(one_of(&row.line.targets, target), Question::Amount.key(), &amount.to_string())
                    .offer_for(
                        one_of(&row.line.targets, target),
                        Question::Amount.key(),
                        &repeated.to_string(),
                    )
            }));
        }
    }
}

/// The number that a remark is, when it is nothing else. The same number is not kept as a remark.
pub(super) fn repeated_number(note: &str) -> Option<Amount> {
    only_number(&tokens(note, Numbers::Grouped))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(cell: &str) -> Plan {
        let targets = crate::plan::read_targets(cell, &id("l1"), None);
        of_lines(vec![line("1.1", IndicatorKind::Letter, "Хат", targets)])
    }

    #[test]
    fn ten_and_twelve() {
        assert_eq!(
            said(&read("10 (он екі)"), &INFO),
            "The number repeated in brackets is another one: 10 (он екі). Line: 1.1. Which one holds?"
        );
        assert_eq!(answers(&read("10 (он екі)"), &INFO), ["amount=10", "amount=12"]);
        assert_eq!(answers(&read("5 (шесть)"), &INFO), ["amount=5", "amount=6"]);
    }

    #[test]
    fn the_same_number_again_in_three_languages() {
        for cell in ["10 (он)", "5 (пять)", "20 (twenty)", "7 (7)"] {
            assert_eq!(findings(&read(cell), &INFO), [], "{cell}");
        }
    }

    #[test]
    fn a_number_of_something_else_is_another_rules_matter() {
        assert_eq!(findings(&read("1 (3 шара)"), &INFO), []);
        assert_eq!(findings(&read("100 (ақпараттық)"), &INFO), []);
    }
}

//! `PLAN060`: a comma before three digits may part thousands or a fraction.

use super::prelude::*;
use crate::language::Language;
use crate::plan::grammar::number::quantity;
use crate::plan::grammar::token::{Numbers, tokens};

pub(super) const INFO: RuleInfo = RuleInfo {
    code: "PLAN060",
    name: "commaUnclear",
    severity: Severity::Question,
    since: "0.1",
    message: Saying {
        kk: "Үтірден кейін үш цифр тұр: бұл мыңдық па, әлде бөлшек пе? Жазылғаны: {target}. Жол: {lines}",
        ru: "После запятой три цифры: это тысячи или дробь? Написано: {target}. Строка: {lines}",
        en: "Three digits stand behind the comma: are they thousands or a fraction? Written: {target}. Line: {lines}",
    },
    what: RuleInfo::manual(
        "Whether a number without words in a Kazakh or Russian annex has one comma, and three digits behind it.",
    ),
    why: RuleInfo::manual(
        "\"1,500\" is fifteen hundred in English and one and a half in Kazakh and Russian. It is counted as fifteen hundred; \
           beside Kazakh or Russian words it is left unread.",
    ),
    example: RuleInfo::manual("«Количество участников»: 1,500"),
    remedy: Saying {
        kk: "Мыңдықты бос орынмен бөліп жазыңыз: 1 500",
        ru: "Отделите тысячи пробелом: 1 500",
        en: "Write thousands with a space: 1 500",
    },
};

pub(super) const RULE: Rule = Rule::signed(&INFO, check);

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    if context.plan.language == Language::English {
        return;
    }
    let of_lines = context.rows.iter().flat_map(|row| {
        doubtful(&row.line.targets)
            .map(|target| (&row.line.id, row.line.number.clone(), &row.line.targets, target))
    });
    let of_impact = context.plan.impact.iter().flat_map(|line| {
        doubtful(&line.targets).map(|target| (&line.id, impact_number(line), &line.targets, target))
    });
    for (id, number, targets, target) in of_lines.chain(of_impact) {
        let finding = Finding::new(&INFO, at(id, "targets"))
            .lines([id.clone()])
            .param(Param::number("lines", &number))
            .param(Param::text("target", &target.text));
        out.push(meant(target).iter().fold(finding, |finding, answer| {
            finding.offer_for(one_of(targets, target), Question::Amount.key(), &answer.to_string())
        }));
    }
}

/// What a target that is a number means with thousands and with a fraction behind its comma.
fn meant(target: &Target) -> Vec<Amount> {
    let thousand = Amount::from(1000);
    let Some((_, amount)) = number(target) else { return Vec::new() };
    let (many, few) = (amount.checked_mul(thousand), amount.checked_div(thousand));
    if amount.is_whole() && amount >= thousand {
        [Some(amount), few].into_iter().flatten().collect()
    } else {
        [many, Some(amount)].into_iter().flatten().collect()
    }
}

fn doubtful(targets: &[Target]) -> impl Iterator<Item = &Target> {
    targets.iter().filter(|target| is_doubtful(target))
}

fn is_doubtful(target: &Target) -> bool {
    if matches!(target.rule, TargetRule::Unread {}) || !target.text.contains(',') {
        return false;
    }
    let list = tokens(&target.text, Numbers::Grouped);
    (0..list.len()).any(|at| quantity(&list, at).is_some_and(|(number, _)| number.doubtful))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(cell: &str) -> Plan {
        let targets = crate::plan::read_targets(cell, &id("l1"), None);
        of_lines(vec![line("1.1", IndicatorKind::Participants, "Қатысушылар саны", targets)])
    }

    #[test]
    fn a_comma_before_three_digits_is_asked_for() {
        assert_eq!(
            said(&read("1,500"), &INFO),
            "Three digits stand behind the comma: are they thousands or a fraction? Written: 1,500. Line: 1.1"
        );
        assert_eq!(touched(&read(">= 2,000"), &INFO), ["l1.1"]);
        assert_eq!(answers(&read("1,500"), &INFO), ["amount=1500", "amount=1.5"]);
        assert_eq!(answers(&read("2,000"), &INFO), ["amount=2000", "amount=2"]);
    }

    #[test]
    fn other_commas_and_english_annexes_are_clear() {
        for cell in ["1,5", "1 500", "1,500 адам", "80,125%", "1,500,000"] {
            assert_eq!(findings(&read(cell), &INFO), [], "{cell}");
        }
        let english = Plan { language: Language::English, ..read("1,500") };
        assert_eq!(findings(&english, &INFO), []);
    }
}

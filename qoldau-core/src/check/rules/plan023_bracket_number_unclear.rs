//! `PLAN023`: another number stands in brackets behind the target's.

use super::prelude::*;
use crate::plan::often;
use crate::value::DateRange;
use crate::value::text::is_letter;

pub(super) const INFO: RuleInfo = RuleInfo {
    code: "PLAN023",
    name: "bracketNumberUnclear",
    severity: Severity::Question,
    since: "0.1",
    message: Saying {
        kk: "Жақшада басқа сан тұр: {target}. Жол: {lines}. Барлығына ортақ біреу ме, әлде әрқайсысына бір-бірден бе?",
        ru: "В скобках стоит другое число: {target}. Строка: {lines}. Одно на все или по одному на каждое?",
        en: "Another number stands in brackets: {target}. Line: {lines}. One for all of them, or one for each?",
    },
    what: RuleInfo::manual("Whether a remark in brackets behind a number holds a number of its own."),
    why: RuleInfo::manual("\"1 (3 events)\" is one plan for three events or a plan of each of the three."),
    example: RuleInfo::manual("«1 (3 шара)»"),
    remedy: Saying {
        kk: "Нешеу керек екенін оператормен келісіңіз",
        ru: "Согласуйте с оператором, сколько нужно",
        en: "Agree with the operator how many are needed",
    },
};

pub(super) const RULE: Rule = Rule::signed(&INFO, check);

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    for row in &context.rows {
        out.extend(row.line.targets.iter().filter_map(|target| on_target(row, target, context.plan.period)));
    }
}

fn on_target(row: &Row<'_>, target: &Target, project: Option<DateRange>) -> Option<Finding> {
    let (_, amount) = number(target)?;
    let (note, in_brackets) = notes(target).find_map(|note| Some((note, leading_number(note)?)))?;
    if in_brackets == amount {
        return None;
    }
    let finding = Context::on_rows(&INFO, &[*row], "targets")?.param(Param::text("target", &target.text));
    // «24 (4 в месяц)» are 24 in six months, and four in all is no reading of it.
    let often = often(note);
    if often.is_some_and(|often| target.is_made_up_by(often, project)) {
        return None;
    }
    let answers = if often.is_some() { vec![amount] } else { vec![amount, in_brackets] };
    Some(answers.iter().fold(finding, |finding, answer| {
        finding.offer_for(one_of(&row.line.targets, target), Question::Amount.key(), &answer.to_string())
    }))
}

/// The whole number a remark begins with, before words that say of what. A number alone repeats the target's.
pub(super) fn leading_number(note: &str) -> Option<Amount> {
    let note = note.trim_start();
    let (digits, words) = note.split_at_checked(note.find(|c: char| !c.is_ascii_digit())?)?;
    digits.parse().ok().filter(|_| words.contains(is_letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn noted(number: &str, note: &str) -> Plan {
        let target = Target { note: Some(note.into()), text: format!("{number} ({note})"), ..plain(number) };
        of_lines(vec![line("2.1", IndicatorKind::Plan, "Шаралардың жоспары", vec![target])])
    }

    #[test]
    fn one_plan_and_three_events() {
        assert_eq!(
            said(&noted("1", "3 шара"), &INFO),
            "Another number stands in brackets: 1 (3 шара). Line: 2.1. One for all of them, or one for each?"
        );
        assert_eq!(answers(&noted("1", "3 шара"), &INFO), ["amount=1", "amount=3"]);
    }

    #[test]
    fn the_same_number_and_a_remark_in_words() {
        assert_eq!(findings(&noted("3", "3 шара"), &INFO), []);
        assert_eq!(findings(&noted("100", "ақпараттық, консультативтік және әкімшілік"), &INFO), []);
        assert_eq!(findings(&noted("1", ""), &INFO), []);
        assert_eq!(findings(&noted("1", "3"), &INFO), []);
    }

    #[test]
    fn so_many_each_time_are_no_other_number_of_all() {
        let plan =
            |number, note| Plan { period: Some(range("2024-05-01", "2024-10-31")), ..noted(number, note) };
        assert_eq!(findings(&plan("24", "4 в месяц"), &INFO), []);
        assert_eq!(findings(&plan("12", "2 раза в месяц"), &INFO), []);
        assert_eq!(answers(&plan("24", "2 в месяц"), &INFO), ["amount=24"]);
    }

    #[test]
    fn an_answer_settles_it() {
        let mut plan = noted("1", "3 шара");
        plan.readings = vec![reading("l2.1", Question::Amount, "1")];
        assert_eq!(findings(&plan, &INFO), []);
    }
}

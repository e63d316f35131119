//! `PLAN010`: the text and the table promise different numbers.

use super::prelude::*;
use crate::plan::promise::{Carrier, Claim, Outcome};

pub(super) const INFO: RuleInfo = RuleInfo {
    code: "PLAN010",
    name: "headingAndTableDiffer",
    severity: Severity::Question,
    since: "0.1",
    message: Saying {
        kk: "Мәтіндегі сан кестедегі санға сәйкес келмейді. Мәтінде: {promise}; кестеде: {table}. Жолдар: {lines}. Қай сан орындалуға тиіс?",
        ru: "Число в тексте расходится с числом в таблице. В тексте: {promise}; в таблице: {table}. Строки: {lines}. Какое число выполнять?",
        en: "The number in the text is not the table's. In the text: {promise}; in the table: {table}. Lines: {lines}. Which number is to be met?",
    },
    what: RuleInfo::manual(
        "Whether a number in a task's heading or an activity's text is reached by the lines that count the same thing. A bare number in an activity's text counts where its sentence says that so many are held, taught or reached, of one thing and not of each.",
    ),
    why: RuleInfo::manual(
        "Both are the contract. A report that meets the smaller number can be returned for the larger.",
    ),
    example: RuleInfo::manual(
        "heading «кемінде 150 волонтерді … оқытудан өткізу», line «Қатысушылар саны»: 100",
    ),
    remedy: Saying {
        kk: "Қай сан орындалатынын оператормен келісіңіз немесе қосымша келісіммен түзетіңіз",
        ru: "Согласуйте с оператором, какое число выполнять, или исправьте дополнительным соглашением",
        en: "Agree with the operator which number is to be met, or correct it by a supplementary agreement",
    },
};

pub(super) const RULE: Rule = Rule::signed(&INFO, check);

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    for claim in &context.claims {
        if let Outcome::Differs(lines) = &claim.outcome {
            out.extend(finding(context, claim, lines));
        }
    }
}

fn finding(context: &Context<'_>, claim: &Claim<'_>, lines: &[Carrier<'_>]) -> Option<Finding> {
    let mention = claim.mentions.first()?;
    let first = lines.first()?;
    let mut finding = Finding::new(&INFO, at(&first.line.id, "targets"))
        .param(Param::text("promise", mention.promise.words));
    for carrier in lines {
        let table = if claim.percent { Param::percent } else { Param::amount };
        finding =
            finding.param(table("table", carrier.amount)).param(Param::number("lines", &carrier.line.number));
    }
    if let [only] = lines {
        let finding = finding.lines([only.line.id.clone()]);
        return Some([claim.amount, only.amount].iter().fold(finding, |finding, answer| {
            let target = one_of(&only.line.targets, only.target);
            finding.offer_for(target, Question::Amount.key(), &answer.to_string())
        }));
    }
    if agreed_sum(context, lines) == Some(claim.amount) {
        return None;
    }
    // Several lines make up the number: which of them is to be another only the parties can say, line by line.
    Some(finding.lines([mention.owner.id()?]).offer(Question::Other.key(), "agreement"))
}

/// What lines promise together, each by the number that was agreed for it, where there is one.
fn agreed_sum(context: &Context<'_>, lines: &[Carrier<'_>]) -> Option<Amount> {
    lines.iter().try_fold(Amount::ZERO, |sum, carrier| {
        let agreed = context.answer_of_target(&carrier.target.id, Question::Amount);
        sum.checked_add(agreed.and_then(|answer| answer.parse().ok()).unwrap_or(carrier.amount))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn training(heading: &str, people: &[&str]) -> Plan {
        let lines = people.iter().zip(1..).map(|(people, n)| {
            line(&format!("4.{n}"), IndicatorKind::Participants, "Қатысушылар саны", vec![plain(people)])
        });
        plan(vec![task("4", heading, vec![activity("4.1", lines.collect())])])
    }

    #[test]
    fn a_heading_that_promises_more_than_the_table() {
        let plan = training("Кемінде 150 волонтерді арнайы оқытудан өткізу", &["100"]);
        assert_eq!(
            said(&plan, &INFO),
            "The number in the text is not the table's. In the text: Кемінде 150 волонтерді; in the table: 100. \
             Lines: 4.1. Which number is to be met?"
        );
        assert_eq!(answers(&plan, &INFO), ["amount=150", "amount=100"]);
        assert_eq!(touched(&plan, &INFO), ["l4.1"]);
    }

    #[test]
    fn several_lines_that_make_less_together() {
        let plan = training("Кемінде 150 волонтерді оқыту", &["50", "40"]);
        assert_eq!(touched(&plan, &INFO), ["t4"]);
        assert_eq!(answers(&plan, &INFO), ["other=agreement"]);
    }

    #[test]
    fn numbers_that_were_agreed_line_by_line_may_make_it() {
        let mut plan = training("Кемінде 150 волонтерді оқыту", &["50", "40"]);
        plan.readings = vec![reading("t4", Question::Amount, "150")];
        assert_eq!(findings(&plan, &INFO).len(), 1);
        plan.readings = vec![reading("l4.1", Question::Amount, "100")];
        assert_eq!(findings(&plan, &INFO).len(), 1);
        plan.readings.push(reading("l4.2.1", Question::Amount, "50"));
        assert_eq!(findings(&plan, &INFO), []);
    }

    #[test]
    fn the_very_number_a_sum_of_it_or_more_than_at_least() {
        for people in [&["150"][..], &["100", "50"], &["200"], &["3000", "150"]] {
            let plan = training("Кемінде 150 волонтерді арнайы оқытудан өткізу", people);
            assert_eq!(findings(&plan, &INFO), [], "{people:?}");
        }
    }

    fn described(text: &str, lines: Vec<Indicator>) -> Plan {
        let mut act = activity("4.1", lines);
        act.description = Some(text.into());
        plan(vec![task("4", "Оқыту", vec![act])])
    }

    #[test]
    fn the_text_of_an_activity_that_does_more_than_its_lines() {
        let events = |n: &str| line("4.1", IndicatorKind::Event, "Тренингтер саны", vec![plain(n)]);
        let people = |n: &str| line("4.2", IndicatorKind::Participants, "Қатысушылар саны", vec![plain(n)]);
        let text = "Будут проведены 12 тренингов. Обучат 300 участников.";
        let plan = described(text, vec![events("10"), people("150")]);
        assert_eq!(touched(&plan, &INFO), ["l4.1", "l4.2"]);
        assert_eq!(touched(&described("12 тренинг өткізіледі", vec![events("10")]), &INFO), ["l4.1"]);
        for text in [
            "Будут проведены 10 тренингов",
            // A part of what the table holds.
            "Будут проведены 4 тренинга для педагогов",
            "В городе 1200 участников",
            "Будут проведены тренинги по 25 участников",
            "Обучат 12 групп участников",
            "Провести 12 тренингов и 30 встреч",
        ] {
            assert_eq!(findings(&described(text, vec![events("10"), people("20")]), &INFO), [], "{text}");
        }
    }

    #[test]
    fn a_number_of_something_else_says_nothing_of_people() {
        assert_eq!(findings(&training("Кемінде 7 аталым бойынша сыйлық", &["100"]), &INFO), []);
        assert_eq!(findings(&training("Волонтерлерді оқыту", &["100"]), &INFO), []);
    }
}

//! `PLAN034`: two readings answer one question of one line differently.

use super::prelude::*;
use crate::plan::{PlanReading, ReadingSource};

pub(super) const INFO: RuleInfo = RuleInfo {
    code: "PLAN034",
    name: "readingsContradict",
    severity: Severity::Warning,
    since: "0.1",
    message: Saying {
        kk: "Бір сұраққа екі түрлі келісілген түсіндірме берілген: {line}. Жауаптар: {answers}",
        ru: "На один вопрос даны разные согласованные толкования: {line}. Ответы: {answers}",
        en: "One question has agreed readings that differ: {line}. Answers: {answers}",
    },
    what: RuleInfo::manual("Whether the agreed readings of one line and question say the same."),
    why: RuleInfo::manual("The report prints how lines were read; two answers there are none."),
    example: RuleInfo::manual("line 1.8: networks = inTotal, and networks = perNetwork"),
    remedy: Saying {
        kk: "Күшіндегі бір түсіндірмені қалдырыңыз",
        ru: "Оставьте одно действующее толкование",
        en: "Keep the one reading that is in force",
    },
};

pub(super) const RULE: Rule = Rule::signed(&INFO, check);

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let agreed = context.plan.readings.iter().filter(|reading| reading.source == ReadingSource::Agreed);
    let mut readings: Vec<&PlanReading> = agreed.collect();
    readings.sort_by(|a, b| key(a).cmp(&key(b)).then_with(|| a.answer.cmp(&b.answer)));
    readings.dedup_by(|a, b| key(a) == key(b) && a.answer == b.answer);
    for same in readings.chunk_by(|a, b| key(a) == key(b)).filter(|same| same.len() > 1) {
        let Some(first) = same.first() else { continue };
        let finding = Finding::new(&INFO, of_plan("readings"))
            .lines([first.line.clone()])
            .param(Param::id("line", &first.line));
        out.push(
            same.iter()
                .fold(finding, |finding, reading| finding.param(Param::text("answers", &reading.answer))),
        );
    }
}

fn key(reading: &PlanReading) -> (&Id, Question) {
    (&reading.line, reading.question)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_readings(readings: Vec<crate::plan::PlanReading>) -> Plan {
        let mut plan = of_lines(vec![line("1.8", IndicatorKind::Post, "Пост", vec![plain("2")])]);
        plan.readings = readings;
        plan
    }

    #[test]
    fn two_answers_to_one_question() {
        let plan = of_readings(vec![
            reading("l1.8", Question::Networks, "perNetwork"),
            reading("l1.8", Question::Networks, "inTotal"),
        ]);
        assert_eq!(
            said(&plan, &INFO),
            "One question has agreed readings that differ: l1.8. Answers: inTotal; perNetwork"
        );
    }

    #[test]
    fn the_same_answer_twice_and_two_questions() {
        let plan = of_readings(vec![
            reading("l1.8", Question::Networks, "inTotal"),
            reading("l1.8", Question::Networks, "inTotal"),
            reading("l1.8", Question::Bound, "atLeast"),
        ]);
        assert_eq!(findings(&plan, &INFO), []);
    }

    #[test]
    fn an_agreement_against_the_contracts_own_words_is_no_contradiction() {
        let heading = crate::plan::PlanReading {
            source: crate::plan::ReadingSource::Heading,
            ..reading("l1.8", Question::Bound, "atLeast")
        };
        let plan = of_readings(vec![heading, reading("l1.8", Question::Bound, "exactly")]);
        assert_eq!(findings(&plan, &INFO), []);
    }
}

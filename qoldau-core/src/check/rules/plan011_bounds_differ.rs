//! `PLAN011`: one figure is promised with bounds that contradict each other.

use super::prelude::*;
use crate::plan::promise::{Carrier, Claim, Outcome};

pub(super) const INFO: RuleInfo = RuleInfo {
    code: "PLAN011",
    name: "boundsDiffer",
    severity: Severity::Question,
    since: "0.1",
    message: Saying {
        kk: "Бір сан екі жерде әртүрлі уәде етілген. Мәтінде: {promise}; кестеде: {table}. Жолдар: {lines}. Қайсысы орындалуға тиіс?",
        ru: "Одно число обещано в двух местах по-разному. В тексте: {promise}; в таблице: {table}. Строки: {lines}. Что выполнять?",
        en: "One figure is promised differently in two places. In the text: {promise}; in the table: {table}. Lines: {lines}. Which is to be met?",
    },
    what: RuleInfo::manual(
        "Whether a figure that stands both in the text and in a line has comparators that point the same way.",
    ),
    why: RuleInfo::manual(
        "\"At least 100\" and \"up to 100\" are met by different results. A bare number beside \"at least\" is no \
          contradiction: it is read as at least.",
    ),
    example: RuleInfo::manual("heading «кемінде 100 қолдау», line «100-ге дейін»"),
    remedy: Saying {
        kk: "Қай шек дұрыс екенін оператормен келісіңіз",
        ru: "Согласуйте с оператором, какая граница верна",
        en: "Agree with the operator which bound holds",
    },
};

pub(super) const RULE: Rule = Rule::signed(&INFO, check);

/// Which way a comparator points.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Up,
    Down,
}

const fn way(bound: Bound) -> Option<Way> {
    match bound {
        Bound::AtLeast | Bound::MoreThan => Some(Way::Up),
        Bound::AtMost | Bound::LessThan => Some(Way::Down),
        Bound::Plain | Bound::About | Bound::Between => None,
    }
}

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    for claim in &context.claims {
        out.extend(finding(claim));
    }
}

fn finding(claim: &Claim<'_>) -> Option<Finding> {
    let Outcome::Carried(lines) = &claim.outcome else { return None };
    let said = claim.mentions.iter().find(|mention| way(mention.promise.bound).is_some())?;
    let against = |carrier: &&Carrier<'_>| {
        way(carrier.bound).is_some_and(|of_line| Some(of_line) != way(said.promise.bound))
    };
    let against: Vec<&Carrier<'_>> = lines.iter().filter(against).collect();
    let first = against.first()?;
    let finding =
        Finding::new(&INFO, at(&first.line.id, "targets")).param(Param::text("promise", said.promise.words));
    let targets: Vec<Id> = against.iter().map(|carrier| carrier.target.id.clone()).collect();
    let finding = ["atLeast", "atMost"]
        .into_iter()
        .fold(finding, |finding, answer| finding.offer_for(targets.clone(), Question::Bound.key(), answer));
    Some(against.iter().fold(finding, |finding, carrier| {
        let texts = Some(&carrier.target.text).filter(|text| !text.is_empty());
        let finding =
            finding.lines([carrier.line.id.clone()]).param(Param::number("lines", &carrier.line.number));
        match texts {
            Some(text) => finding.param(Param::text("table", text)),
            None => finding.param(Param::amount("table", carrier.amount)),
        }
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn support(bound: Bound) -> Plan {
        let target = Target { text: "100-ге дейін".into(), ..bounded(bound, "100") };
        let lines = vec![line("1.5", IndicatorKind::Support, "Қолдау саны", vec![target])];
        plan(vec![task("1", "Кемінде 100 ақпараттық қолдау көрсету", vec![activity("1.1", lines)])])
    }

    #[test]
    fn at_least_in_the_heading_and_up_to_in_the_table() {
        let plan = support(Bound::AtMost);
        assert_eq!(
            said(&plan, &INFO),
            "One figure is promised differently in two places. In the text: Кемінде 100 ақпараттық қолдау; in the \
             table: 100-ге дейін. Lines: 1.5. Which is to be met?"
        );
        assert_eq!(answers(&plan, &INFO), ["bound=atLeast", "bound=atMost"]);
    }

    #[test]
    fn an_answer_about_the_line_settles_it_and_one_about_its_task_does_not() {
        let mut plan = support(Bound::AtMost);
        let offer = &findings(&plan, &INFO)[0].answers[0];
        assert_eq!(offer.lines, [id("l1.5.1")]);
        plan.readings = vec![reading("t1", Question::Bound, "atLeast")];
        assert_eq!(findings(&plan, &INFO).len(), 1);
        for settled in ["l1.5", "l1.5.1"] {
            plan.readings = vec![reading(settled, Question::Bound, "atLeast")];
            assert_eq!(findings(&plan, &INFO), []);
        }
    }

    #[test]
    fn a_bare_number_under_at_least_is_a_reading_and_no_finding() {
        let plan = support(Bound::Plain);
        assert_eq!(findings(&plan, &INFO), []);
        let readings = crate::plan::implied_readings(&plan);
        assert_eq!(readings.len(), 1);
        assert_eq!((readings[0].line.as_str(), readings[0].answer.as_str()), ("l1.5", "atLeast"));
    }

    #[test]
    fn at_least_and_more_than_point_the_same_way() {
        assert_eq!(findings(&support(Bound::MoreThan), &INFO), []);
        assert_eq!(findings(&support(Bound::AtLeast), &INFO), []);
    }
}

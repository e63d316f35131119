//! `PLAN018`: a line that recurs does not say what one of it is.

use super::prelude::*;
use crate::plan::Frequency;
use crate::value::text::fold;

pub(super) const INFO: RuleInfo = RuleInfo {
    code: "PLAN018",
    name: "monthlyUnitUnclear",
    severity: Severity::Question,
    since: "0.1",
    message: Saying {
        kk: "Қайталанатын жолда не саналатыны айтылмаған. Жолдар: {lines}. Жоспар: {targets}. Бір бірлігі не?",
        ru: "В повторяющейся строке не сказано, что считается. Строки: {lines}. План: {targets}. Что такое одна единица?",
        en: "A line that recurs does not say what is counted. Lines: {lines}. Target: {targets}. What is one of it?",
    },
    what: RuleInfo::manual(
        "Whether a line with \"every month\" names what is counted, and its name asks for no other rhythm.",
    ),
    why: RuleInfo::manual(
        "\"1 (every month)\" of \"publishing the daily work regularly\" can be one post a month or one a day.",
    ),
    example: RuleInfo::manual("«Күнделікті жұмысын тұрақты түрде жариялау»: «1 (ай сайын)»"),
    remedy: Saying {
        kk: "Бір бірліктің не екенін оператормен келісіңіз: мысалы, бір пост",
        ru: "Согласуйте с оператором, что считать единицей: например, один пост",
        en: "Agree with the operator what one unit is: a post, for instance",
    },
};

pub(super) const RULE: Rule = Rule::signed(&INFO, check);

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let unclear: Vec<Row<'_>> = context.rows.iter().filter(|row| is_unclear(row.line)).copied().collect();
    for rows in context.by_settled(unclear, Question::MonthlyUnit, |row| &row.line.id) {
        let Some(finding) = Context::on_rows(&INFO, &rows, "targets") else { continue };
        let targets =
            rows.iter().flat_map(|row| row.line.targets.iter().filter(|target| target.every.is_some()));
        let finding =
            targets.fold(finding, |finding, target| finding.param(Param::text("targets", &target.text)));
        let answers = [UnitCode::Post.key(), UnitCode::Publication.key()];
        out.push(
            answers
                .iter()
                .fold(finding, |finding, answer| finding.offer(Question::MonthlyUnit.key(), answer)),
        );
    }
}

fn is_unclear(line: &Indicator) -> bool {
    let mut recurring = line.targets.iter().filter(|target| target.every.is_some()).peekable();
    recurring.peek().is_some() && {
        let rhythm = other_rhythm(&line.name);
        recurring.any(|target| {
            !names_its_unit(line, target) || rhythm.is_some_and(|rhythm| target.every != Some(rhythm))
        })
    }
}

/// Whether the target's unit or the line's name says what is counted.
fn names_its_unit(line: &Indicator, target: &Target) -> bool {
    let by_unit =
        target.unit.as_ref().is_some_and(|unit| !matches!(unit.code, UnitCode::Other | UnitCode::Time));
    by_unit || !matches!(line.kind, IndicatorKind::Other | IndicatorKind::Outreach)
}

/// The rhythm that a line's name speaks of: «күнделікті».
fn other_rhythm(name: &str) -> Option<Frequency> {
    const WORDS: [(&str, Frequency); 8] = [
        ("күнделікті", Frequency::Day),
        ("күн сайын", Frequency::Day),
        ("ежедневн", Frequency::Day),
        ("daily", Frequency::Day),
        ("апта сайын", Frequency::Week),
        ("апталық", Frequency::Week),
        ("еженедельн", Frequency::Week),
        ("weekly", Frequency::Week),
    ];
    let name = fold(name);
    WORDS.iter().find(|(word, _)| name.contains(word)).map(|(_, rhythm)| *rhythm)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn monthly(kind: IndicatorKind, name: &str) -> Plan {
        let target =
            Target { every: Some(Frequency::Month), text: "1 (ай сайын)".into(), ..plain("1") };
        of_lines(vec![line("6.2", kind, name, vec![target])])
    }

    #[test]
    fn the_daily_work_published_once_a_month() {
        let name = "Фронт-офисінің күнделікті жұмысын тұрақты түрде жариялау";
        for kind in [IndicatorKind::Outreach, IndicatorKind::Publication, IndicatorKind::Other] {
            let plan = monthly(kind, name);
            assert_eq!(
                said(&plan, &INFO),
                "A line that recurs does not say what is counted. Lines: 6.2. Target: 1 (ай сайын). What is one of it?"
            );
            assert_eq!(answers(&plan, &INFO), ["monthlyUnit=post", "monthlyUnit=publication"]);
        }
    }

    #[test]
    fn posts_every_month_are_posts() {
        assert_eq!(findings(&monthly(IndicatorKind::Post, "Ақпараттық посттар"), &INFO), []);
    }

    #[test]
    fn a_unit_in_the_target_is_enough_and_a_line_that_does_not_recur_is_not_asked() {
        let mut plan = monthly(IndicatorKind::Outreach, "Насихаттау");
        assert_eq!(findings(&plan, &INFO).len(), 1);
        let target = &mut plan.tasks[0].activities[0].indicators[0].targets[0];
        *target = of_unit(UnitCode::Post, target.clone());
        assert_eq!(findings(&plan, &INFO), []);
        plan.tasks[0].activities[0].indicators[0].targets[0] = plain("1");
        assert_eq!(findings(&plan, &INFO), []);
    }
}

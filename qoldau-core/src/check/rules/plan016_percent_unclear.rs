//! `PLAN016`: a percent does not say of whom, or how it is meant.

use super::prelude::*;

pub(super) const INFO: RuleInfo = RuleInfo {
    code: "PLAN016",
    name: "percentUnclear",
    severity: Severity::Question,
    since: "0.1",
    message: Saying {
        kk: "Пайыздың бөлімі айтылмаған: ол кімнің немесе ненің үлесі? Жолдар: {lines}. «Кемінде» деген сөзі жоқ жолдар: {bare}. Қанағаттану деңгейі жолдары: {satisfaction}; қандай жауап қанағаттану болып саналады?",
        ru: "Не назван знаменатель процента: это доля кого или чего? Строки: {lines}. Без слов «не менее»: {bare}. Строки уровня удовлетворённости: {satisfaction}; какой ответ считается удовлетворённостью?",
        en: "The percent has no denominator: of whom or what is it a share? Lines: {lines}. Without \"at least\": {bare}. Lines of a satisfaction level: {satisfaction}; which answer counts as satisfied?",
    },
    what: "Whether a percent says of what it is a share and how it is meant, and a satisfaction level what counts as satisfied.",
    why: "80% of those who answered and 80% of those who took part are different results; so are \"the two best marks\" and a mean.",
    example: "«… қанағаттану деңгейі: 80%»",
    remedy: Saying {
        kk: "Бөлімін, шегін және бағалау тәсілін сауалнамаға дейін оператормен келісіңіз",
        ru: "Согласуйте с оператором знаменатель, границу и способ оценки до опроса",
        en: "Agree with the operator on the denominator, the bound and the scoring before the survey is held",
    },
};

pub(super) const RULE: Rule = Rule::signed(&INFO, check);

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let percents: Vec<Row<'_>> =
        context.rows.iter().filter(|row| row.line.targets.iter().any(is_percent)).copied().collect();
    for rows in context.by_settled(percents, Question::Denominator, |row| &row.line.id) {
        out.extend(finding(context, &rows));
    }
}

const fn is_percent(target: &Target) -> bool {
    matches!(target.rule, TargetRule::Percent { .. })
}

fn finding(context: &Context<'_>, rows: &[Row<'_>]) -> Option<Finding> {
    let finding = Context::on_rows(&INFO, rows, "targets")?
        .offer(Question::Denominator.key(), "participants")
        .offer(Question::Denominator.key(), "respondents");
    let bare = rows.iter().filter(|row| {
        row.line.targets.iter().any(|target| is_percent(target) && is_bare(target))
            && !context.has_implied_bound(&row.line.id)
    });
    let satisfaction = rows.iter().filter(|row| row.line.kind == IndicatorKind::Satisfaction);
    let finding = asks(finding, "bare", bare, Question::Bound, &["atLeast", "exactly"]);
    Some(asks(finding, "satisfaction", satisfaction, Question::Satisfaction, &["topTwo", "mean"]))
}

/// The finding with some of its lines as a parameter, and the answers to a question about them.
fn asks<'r, 'a: 'r>(
    finding: Finding,
    param: &str,
    rows: impl Iterator<Item = &'r Row<'a>>,
    question: Question,
    answers: &[&str],
) -> Finding {
    let rows: Vec<&Row<'_>> = rows.collect();
    if rows.is_empty() {
        return finding.param(Param::text(param, "—"));
    }
    let ids = || rows.iter().map(|row| row.line.id.clone());
    let finding =
        rows.iter().fold(finding, |finding, row| finding.param(Param::number(param, &row.line.number)));
    answers.iter().fold(finding, |finding, answer| finding.offer_for(ids(), question.key(), answer))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn survey() -> Plan {
        of_lines(vec![
            line(
                "4.9",
                IndicatorKind::Satisfaction,
                "Қанағаттану деңгейі",
                vec![percent(Bound::AtLeast, "80")],
            ),
            line(
                "8.3",
                IndicatorKind::Satisfaction,
                "Қанағаттану деңгейі",
                vec![percent(Bound::Plain, "80")],
            ),
        ])
    }

    #[test]
    fn a_percent_of_nobody_knows_whom() {
        assert_eq!(
            said(&survey(), &INFO),
            "The percent has no denominator: of whom or what is it a share? Lines: 4.9, 8.3. Without \"at least\": \
             8.3. Lines of a satisfaction level: 4.9, 8.3; which answer counts as satisfied?"
        );
        assert_eq!(
            answers(&survey(), &INFO),
            [
                "denominator=participants",
                "denominator=respondents",
                "bound=atLeast",
                "bound=exactly",
                "satisfaction=topTwo",
                "satisfaction=mean"
            ]
        );
    }

    #[test]
    fn what_is_answered_is_asked_no_more() {
        let mut plan = survey();
        plan.readings = vec![
            reading("t1", Question::Denominator, "respondents"),
            reading("l8.3", Question::Bound, "atLeast"),
        ];
        assert_eq!(answers(&plan, &INFO), ["satisfaction=topTwo", "satisfaction=mean"]);
        plan.readings.push(reading("a1.1", Question::Satisfaction, "topTwo"));
        assert_eq!(findings(&plan, &INFO), []);
    }

    #[test]
    fn a_line_that_is_settled_and_one_that_is_not() {
        let mut plan = survey();
        plan.readings = vec![
            reading("l4.9", Question::Denominator, "respondents"),
            reading("l4.9", Question::Satisfaction, "mean"),
        ];
        assert_eq!(touched(&plan, &INFO), ["l8.3"]);
    }

    #[test]
    fn numbers_and_changes_are_no_shares() {
        let change = TargetRule::Change {
            bound: Bound::Plain,
            from: None,
            amount: amount("20"),
            by: crate::plan::ChangeBy::Percent,
        };
        let plan = of_lines(vec![
            line("1", IndicatorKind::Participants, "Адам", vec![plain("80")]),
            line("2", IndicatorKind::Other, "Өсу", vec![target(change)]),
        ]);
        assert_eq!(findings(&plan, &INFO), []);
    }
}

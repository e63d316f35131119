//! `PLAN016`: a percent does not say of whom, or how it is meant.

use super::prelude::*;

pub(super) const INFO: RuleInfo = RuleInfo {
    code: "PLAN016",
    name: "percentUnclear",
    severity: Severity::Question,
    since: "0.1",
    message: Saying {
        kk: "Пайыздың мәні толық айтылмаған. Жолдар: {lines}.[ Бөлімі, яғни ол кімнің немесе ненің үлесі екені, айтылмаған: {denominator}.][ «Кемінде» деген сөзі жоқ: {bare}.][ Қандай жауап қанағаттану болып саналатыны айтылмаған: {satisfaction}.]",
        ru: "Смысл процента определён не до конца. Строки: {lines}.[ Не назван знаменатель, то есть доля кого или чего: {denominator}.][ Без слов «не менее»: {bare}.][ Не сказано, какой ответ считается удовлетворённостью: {satisfaction}.]",
        en: "What the percent means is not fully said. Lines: {lines}.[ Without a denominator, of whom or what it is a share: {denominator}.][ Without \"at least\": {bare}.][ Without a word on which answer counts as satisfied: {satisfaction}.]",
    },
    what: RuleInfo::manual(
        "Whether a percent says of what it is a share and how it is meant, and a satisfaction level what counts as satisfied.",
    ),
    why: RuleInfo::manual(
        "80% of those who answered and 80% of those who took part are different results; so are \"the two best marks\" and a mean.",
    ),
    example: RuleInfo::manual("«… қанағаттану деңгейі: 80%»"),
    remedy: Saying {
        kk: "Бөлімін, шегін және бағалау тәсілін сауалнамаға дейін оператормен келісіңіз",
        ru: "Согласуйте с оператором знаменатель, границу и способ оценки до опроса",
        en: "Agree with the operator on the denominator, the bound and the scoring before the survey is held",
    },
};

pub(super) const RULE: Rule = Rule::signed(&INFO, check);

/// The questions a percent may leave open, each with the parameter that names its lines, and the possible answers.
const QUESTIONS: [(Question, &str, [&str; 2]); 3] = [
    (Question::Denominator, "denominator", ["participants", "respondents"]),
    (Question::Bound, "bare", ["atLeast", "exactly"]),
    (Question::Satisfaction, "satisfaction", ["topTwo", "mean"]),
];

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let percents = context.rows.iter().filter(|row| row.line.targets.iter().any(is_percent)).copied();
    let is_open = |row: &Row<'_>| QUESTIONS.iter().any(|(question, ..)| is_open(context, row, *question));
    let (open, settled): (Vec<Row<'_>>, Vec<Row<'_>>) = percents.partition(is_open);
    out.extend([open, settled].iter().filter_map(|rows| finding(context, rows)));
}

const fn is_percent(target: &Target) -> bool {
    matches!(target.rule, TargetRule::Percent { .. })
}

/// Whether the words of a line leave a question open.
fn is_asked(context: &Context<'_>, row: &Row<'_>, question: Question) -> bool {
    match question {
        Question::Bound => {
            row.line.targets.iter().any(|target| is_percent(target) && is_bare(target))
                && !context.has_implied_bound(&row.line.id)
        }
        Question::Satisfaction => row.line.kind == IndicatorKind::Satisfaction,
        _ => true,
    }
}

/// Whether a line leaves a question open that nobody has answered.
fn is_open(context: &Context<'_>, row: &Row<'_>, question: Question) -> bool {
    is_asked(context, row, question) && !context.is_settled(&row.line.id, question)
}

/// One finding on lines. A question that is answered for all of them is not told any more, but still offered: by that
/// the finding is known to be answered.
fn finding(context: &Context<'_>, rows: &[Row<'_>]) -> Option<Finding> {
    let mut finding = Context::on_rows(&INFO, rows, "targets")?;
    for (question, param, answers) in QUESTIONS {
        let asked: Vec<&Row<'_>> = rows.iter().filter(|row| is_asked(context, row, question)).collect();
        let open: Vec<&Row<'_>> =
            asked.iter().filter(|row| is_open(context, row, question)).copied().collect();
        finding =
            open.iter().fold(finding, |finding, row| finding.param(Param::number(param, &row.line.number)));
        let about = if open.is_empty() { asked } else { open };
        for answer in answers.iter().filter(|_| !about.is_empty()) {
            let lines = about.iter().map(|row| row.line.id.clone());
            finding = finding.offer_for(lines, question.key(), answer);
        }
    }
    Some(finding)
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
            "What the percent means is not fully said. Lines: 4.9, 8.3. Without a denominator, of whom or what it is a \
             share: 4.9, 8.3. Without \"at least\": 8.3. Without a word on which answer counts as satisfied: 4.9, 8.3."
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
        assert_eq!(
            said(&plan, &INFO),
            "What the percent means is not fully said. Lines: 4.9, 8.3. Without a word on which answer counts as \
             satisfied: 4.9, 8.3."
        );
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

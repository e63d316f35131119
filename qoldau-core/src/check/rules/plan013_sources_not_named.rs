//! `PLAN013`: nobody has said which lines an impact figure sums.

use super::prelude::*;

pub(super) const INFO: RuleInfo = RuleInfo {
    code: "PLAN013",
    name: "sourcesNotNamed",
    severity: Severity::Question,
    since: "0.1",
    message: Saying {
        kk: "Көрсеткіштің құрамы толық айтылмаған. Жоспар: {amount}; жолдардың қосындысы: {sum}. Бұл — қатысу саны (қайталанумен), бірегей адам саны емес.[ Ұсынылатын жолдар: {lines}; осы жолдар ма?][ Адам болып саналуы келісілуге тиіс қолдау жолдары: {support}.]",
        ru: "Состав показателя определён не до конца. План: {amount}; сумма строк: {sum}. Это участия (с повторами), а не уникальные люди.[ Предлагаемые строки: {lines}; эти ли строки?][ Строки поддержки, которая считается за человека только по согласованию: {support}.]",
        en: "What the figure sums is not fully said. Planned: {amount}; sum of the lines: {sum}. That is a number of participations, not of unique persons.[ Lines proposed: {lines}; are these the lines?][ Lines of support, which counts as a person only if that is agreed: {support}.]",
    },
    what: RuleInfo::manual(
        "Whether the number of direct beneficiaries names the lines it sums, and whether a support in it counts as a person.",
    ),
    why: RuleInfo::manual(
        "Amounts of different lines are added only where the contract or a reading says so; participations are not unique persons.",
    ),
    example: RuleInfo::manual("3,400 = 100 supports + 3,000 + 150 + 150 participants"),
    remedy: Saying {
        kk: "Жолдарды растаңыз немесе өзгелерін атаңыз; қолдау адам ретінде санала ма, оператормен келісіңіз",
        ru: "Подтвердите строки или назовите другие; согласуйте с оператором, считается ли поддержка за человека",
        en: "Confirm the lines or name others; agree with the operator whether a support counts as a person",
    },
};

pub(super) const RULE: Rule = Rule::signed(&INFO, check);

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let direct = context.plan.impact.iter().filter(|line| line.kind == ImpactKind::DirectBeneficiaries);
    for figure in direct {
        let Some((_, amount)) = figure.targets.iter().find_map(number) else { continue };
        let rows = match context.sources(figure) {
            Some(ids) => named(context, &ids),
            None => proposed(context, amount),
        };
        if let Some(sum) = sum(&rows).filter(|_| !rows.is_empty()) {
            out.extend(finding(context, figure, amount, &rows, sum));
        }
    }
}

/// The lines of sorted ids.
fn named<'a>(context: &Context<'a>, ids: &[Id]) -> Vec<Row<'a>> {
    context.rows.iter().filter(|row| ids.binary_search(&row.line.id).is_ok()).copied().collect()
}

/// The lines that count people in total, with those of support where they are needed to make the figure.
fn proposed<'a>(context: &Context<'a>, amount: Amount) -> Vec<Row<'a>> {
    let counts = |row: &&Row<'_>, kinds: &[IndicatorKind]| {
        let of_kinds = |target: &&Target| kinds.contains(&row.line.kind_of(target));
        row.line.targets.iter().filter(of_kinds).any(|target| total(target).is_some())
    };
    let of_kinds = |kinds: &[IndicatorKind]| -> Vec<Row<'a>> {
        context.rows.iter().filter(|row| counts(row, kinds)).copied().collect()
    };
    let people = of_kinds(&[IndicatorKind::Participants]);
    if sum(&people) == Some(amount) {
        return people;
    }
    of_kinds(&[IndicatorKind::Participants, IndicatorKind::Support])
}

/// How many people or supports a line promises in total.
fn people(row: &Row<'_>) -> Option<Amount> {
    let of_people = |target: &&Target| {
        matches!(row.line.kind_of(target), IndicatorKind::Participants | IndicatorKind::Support)
    };
    let targets = || row.line.targets.iter();
    let people = targets().filter(of_people).find_map(total);
    people.or_else(|| targets().find_map(total)).map(|(_, amount)| amount)
}

fn sum(rows: &[Row<'_>]) -> Option<Amount> {
    rows.iter().try_fold(Amount::ZERO, |sum, row| sum.checked_add(people(row)?))
}

fn finding(
    context: &Context<'_>,
    figure: &ImpactLine,
    amount: Amount,
    rows: &[Row<'_>],
    sum: Amount,
) -> Option<Finding> {
    let support: Vec<&Row<'_>> = rows.iter().filter(|row| row.line.kind == IndicatorKind::Support).collect();
    let is_named = figure.sources.is_some();
    if is_named && support.is_empty() {
        return None;
    }
    let mut finding = Finding::new(&INFO, at(&figure.id, "sources"))
        .lines([figure.id.clone()])
        .lines(rows.iter().map(|row| row.line.id.clone()))
        .param(Param::amount("amount", amount))
        .param(Param::amount("sum", sum));
    if !is_named && !context.is_settled(&figure.id, Question::Sources) {
        finding =
            rows.iter().fold(finding, |finding, row| finding.param(Param::number("lines", &row.line.number)));
    }
    for row in support.iter().filter(|row| !context.is_settled(&row.line.id, Question::SupportCounts)) {
        finding = finding.param(Param::number("support", &row.line.number));
    }
    if !is_named {
        let ids: Vec<&str> = rows.iter().map(|row| row.line.id.as_str()).collect();
        finding = finding.offer_for([figure.id.clone()], Question::Sources.key(), &ids.join(" "));
    }
    let answers: &[&str] = if support.is_empty() { &[] } else { &["person", "service"] };
    for answer in answers {
        let lines = support.iter().map(|row| row.line.id.clone());
        finding = finding.offer_for(lines, Question::SupportCounts.key(), answer);
    }
    Some(finding)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The people of the real annex: 100 supports, 3,000, 150 and 150 participants, and a number of each event.
    fn people_of_four_tasks(figure: &str) -> Plan {
        let participants = |number: &str, target| {
            line(number, IndicatorKind::Participants, "Қатысушылар саны", vec![target])
        };
        let mut plan = of_lines(vec![
            line("1.5", IndicatorKind::Support, "Қолдау саны", vec![plain("100")]),
            participants("2.6", each_event(plain("40"))),
            participants("3.3", plain("3000")),
            participants("4.3", plain("150")),
            line("4.7", IndicatorKind::Material, "Блокнот", vec![plain("150")]),
            participants("7.5", plain("150")),
        ]);
        plan.impact = vec![impact("1", ImpactKind::DirectBeneficiaries, bounded(Bound::AtLeast, figure))];
        plan
    }

    #[test]
    fn the_sum_of_the_real_annex_holds_and_is_proposed() {
        let plan = people_of_four_tasks("3400");
        assert_eq!(
            said(&plan, &INFO),
            "What the figure sums is not fully said. Planned: 3,400; sum of the lines: 3,400. That is a number of \
             participations, not of unique persons. Lines proposed: 1.5, 3.3, 4.3, 7.5; are these the lines? Lines of \
             support, which counts as a person only if that is agreed: 1.5."
        );
        assert_eq!(
            answers(&plan, &INFO),
            ["sources=l1.5 l3.3 l4.3 l7.5", "supportCounts=person", "supportCounts=service"]
        );
        assert_eq!(touched(&plan, &INFO), ["i1 l1.5 l3.3 l4.3 l7.5"]);
    }

    #[test]
    fn support_is_left_out_where_the_participants_alone_make_the_figure() {
        let plan = people_of_four_tasks("3300");
        assert_eq!(answers(&plan, &INFO), ["sources=l3.3 l4.3 l7.5"]);
        assert!(said(&plan, &INFO).ends_with("Lines proposed: 3.3, 4.3, 7.5; are these the lines?"));
    }

    #[test]
    fn each_question_is_settled_on_its_own() {
        let mut plan = people_of_four_tasks("3400");
        plan.readings = vec![reading("i1", Question::Sources, "l1.5 l3.3 l4.3 l7.5")];
        assert_eq!(answers(&plan, &INFO), ["supportCounts=person", "supportCounts=service"]);
        assert!(said(&plan, &INFO).ends_with(
            "unique persons. Lines of support, which counts as a person only if that is agreed: 1.5."
        ),);
        plan.readings.push(reading("l1.5", Question::SupportCounts, "person"));
        assert_eq!(findings(&plan, &INFO), []);
    }

    #[test]
    fn sources_in_the_plan_leave_only_the_question_of_support() {
        let mut plan = people_of_four_tasks("3400");
        plan.impact[0].sources = Some(vec![id("l3.3"), id("l4.3")]);
        assert_eq!(findings(&plan, &INFO), []);
        plan.impact[0].sources = Some(vec![id("l1.5"), id("l3.3")]);
        assert_eq!(answers(&plan, &INFO), ["supportCounts=person", "supportCounts=service"]);
    }

    #[test]
    fn figures_that_no_line_counts_are_entered_by_hand() {
        let mut plan = people_of_four_tasks("3400");
        plan.impact[0].kind = ImpactKind::IndirectBeneficiaries;
        assert_eq!(findings(&plan, &INFO), []);
        let mut plan = of_lines(Vec::new());
        plan.impact = vec![impact("1", ImpactKind::DirectBeneficiaries, plain("10"))];
        assert_eq!(findings(&plan, &INFO), []);
    }
}

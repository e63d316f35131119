//! `PLAN014`: the lines named for an impact figure promise less than it.

use super::prelude::*;

pub(super) const INFO: RuleInfo = RuleInfo {
    code: "PLAN014",
    name: "sourcesFallShort",
    severity: Severity::Warning,
    since: "0.1",
    message: Saying {
        kk: "Көрсеткішке аталған жолдардың қосындысы жоспардан аз. Жоспар: {amount};[ саналатын жолдар: {lines};] қосындысы: {sum}",
        ru: "Строки, названные для показателя, дают меньше плана. План: {amount};[ считаются строки: {lines};] их сумма: {sum}",
        en: "The lines named for the figure promise less than it. Planned: {amount};[ lines that count: {lines};] their sum: {sum}",
    },
    what: RuleInfo::manual("Whether the lines that an impact figure sums reach it when all of them are met."),
    why: RuleInfo::manual("The figure would be missed even by a project that keeps every other promise."),
    example: RuleInfo::manual(
        "3,400 planned; participants of 3,000, 150 and 150, and supports counted as services",
    ),
    remedy: Saying {
        kk: "Жетіспейтін жолдарды атаңыз немесе көрсеткішті қосымша келісіммен өзгертіңіз",
        ru: "Назовите недостающие строки или измените показатель дополнительным соглашением",
        en: "Name the lines that are missing, or change the figure by a supplementary agreement",
    },
};

pub(super) const RULE: Rule = Rule::signed(&INFO, check);

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    for figure in &context.plan.impact {
        out.extend(finding(context, figure));
    }
}

fn finding(context: &Context<'_>, figure: &ImpactLine) -> Option<Finding> {
    let (bound, amount) = figure.targets.iter().find_map(number)?;
    if matches!(bound, Bound::AtMost | Bound::LessThan) {
        return None;
    }
    let ids = context.sources(figure)?;
    let named = context.rows.iter().filter(|row| ids.binary_search(&row.line.id).is_ok());
    let counted: Vec<&Row<'_>> = named.filter(|row| counts(context, row)).collect();
    let sum = counted.iter().try_fold(Amount::ZERO, |sum, row| {
        let (_, promised) = row.line.targets.iter().find_map(total)?;
        sum.checked_add(promised)
    })?;
    if sum >= amount {
        return None;
    }
    let mut finding = Finding::new(&INFO, at(&figure.id, "sources"))
        .lines([figure.id.clone()])
        .param(Param::amount("amount", amount))
        .param(Param::amount("sum", sum));
    for row in &counted {
        finding = finding.param(Param::number("lines", &row.line.number));
    }
    Some(finding)
}

/// Whether a line counts: a support that somebody decided is a service does not. While that is open it is asked, not
/// assumed.
fn counts(context: &Context<'_>, row: &Row<'_>) -> bool {
    let is_support = row.line.kind == IndicatorKind::Support;
    let answer = context.answer(&row.line.id, Question::SupportCounts);
    let policy = &context.policy.support_counts;
    let decided = answer.or_else(|| policy.value.as_deref().filter(|_| policy.is_decided()));
    !is_support || decided != Some("service")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(figure: &str) -> Plan {
        let mut plan = of_lines(vec![
            line("1.5", IndicatorKind::Support, "Қолдау саны", vec![plain("100")]),
            line("3.3", IndicatorKind::Participants, "Қатысушылар саны", vec![plain("3000")]),
        ]);
        plan.impact = vec![impact("1", ImpactKind::DirectBeneficiaries, plain(figure))];
        plan.impact[0].sources = Some(vec![id("l1.5"), id("l3.3")]);
        plan
    }

    #[test]
    fn lines_that_promise_less() {
        assert_eq!(
            said(&named("3400"), &INFO),
            "The lines named for the figure promise less than it. Planned: 3,400; lines that count: 1.5, 3.3; their \
             sum: 3,100"
        );
    }

    #[test]
    fn lines_that_make_it_to_the_last_one() {
        assert_eq!(findings(&named("3100"), &INFO), []);
        assert_eq!(findings(&named("3000"), &INFO), []);
    }

    #[test]
    fn supports_counted_as_services_make_no_persons() {
        let mut plan = named("3100");
        plan.readings = vec![reading("l1.5", Question::SupportCounts, "service")];
        assert!(said(&plan, &INFO).ends_with("lines that count: 3.3; their sum: 3,000"));
        plan.impact[0].sources = Some(vec![id("l1.5")]);
        assert!(said(&plan, &INFO).ends_with("Planned: 3,100; their sum: 0"));
    }

    #[test]
    fn a_source_without_a_total_cannot_be_summed() {
        let mut plan = named("3400");
        plan.tasks[0].activities[0].indicators[1].targets[0] = each_event(plain("40"));
        assert_eq!(findings(&plan, &INFO), []);
    }
}

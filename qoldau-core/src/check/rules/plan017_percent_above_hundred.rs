//! `PLAN017`: a share is more than the whole.

use super::prelude::*;

pub(super) const INFO: RuleInfo = RuleInfo {
    code: "PLAN017",
    name: "percentAboveHundred",
    severity: Severity::Warning,
    since: "0.1",
    message: Saying {
        kk: "Үлес жүз пайыздан артық, оған жету мүмкін емес. Жол: {lines}. Жоспар: {percent}",
        ru: "Доля больше ста процентов, достичь её нельзя. Строка: {lines}. План: {percent}",
        en: "The share is more than a hundred percent, which nothing can reach. Line: {lines}. Target: {percent}",
    },
    what: RuleInfo::manual("Whether a promised share is at most 100%."),
    why: RuleInfo::manual("It can never be met; usually a growth was meant."),
    example: RuleInfo::manual("«Қанағаттану деңгейі: 120%»"),
    remedy: Saying {
        kk: "Пайызды түзетіңіз; өсім айтылса, бастапқы мәнін көрсетіңіз",
        ru: "Исправьте процент; если имелся в виду рост, укажите исходное значение",
        en: "Correct the percent; if a growth was meant, state the value it starts from",
    },
};

pub(super) const RULE: Rule = Rule::signed(&INFO, check);

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    for row in &context.rows {
        let above = row.line.targets.iter().find_map(|target| match target.rule {
            TargetRule::Percent { amount, .. } if amount > Amount::HUNDRED => Some(amount),
            _ => None,
        });
        let Some(percent) = above else { continue };
        let finding = Context::on_rows(&INFO, &[*row], "targets");
        out.extend(finding.map(|finding| finding.param(Param::percent("percent", percent))));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn satisfied(number: &str) -> Plan {
        let target = percent(Bound::AtLeast, number);
        of_lines(vec![line("4.9", IndicatorKind::Satisfaction, "Қанағаттану деңгейі", vec![target])])
    }

    #[test]
    fn more_than_everybody() {
        assert_eq!(
            said(&satisfied("120"), &INFO),
            "The share is more than a hundred percent, which nothing can reach. Line: 4.9. Target: 120%"
        );
    }

    #[test]
    fn everybody_and_fewer() {
        assert_eq!(findings(&satisfied("100"), &INFO), []);
        assert_eq!(findings(&satisfied("80"), &INFO), []);
        assert_eq!(findings(&satisfied("100.1"), &INFO).len(), 1);
    }
}

//! `PLAN029`: a change is promised, and the value it starts from is not known.

use super::prelude::*;

pub(super) const INFO: RuleInfo = RuleInfo {
    code: "PLAN029",
    name: "changeWithoutBaseline",
    severity: Severity::Warning,
    since: "0.1",
    message: Saying {
        kk: "Өзгеріс уәде етілген, бірақ бастапқы мәні белгісіз, сондықтан оны есептеу мүмкін емес. Жолдар: {lines}",
        ru: "Обещано изменение, но исходное значение неизвестно, поэтому рассчитать его нельзя. Строки: {lines}",
        en: "A change is promised, but the value it starts from is not known, so it cannot be computed. Lines: {lines}",
    },
    what: RuleInfo::manual("Whether a promised growth or fall has a value to start from."),
    why: RuleInfo::manual("A growth by 20% of an unknown number can be neither met nor missed."),
    example: RuleInfo::manual("«Волонтерлер санын 20%-ға арттыру» without a baseline"),
    remedy: Saying {
        kk: "Жоба басталғанға дейінгі мәнді құжатпен растап, жоспарға жазыңыз",
        ru: "Подтвердите документом значение до начала проекта и запишите его в план",
        en: "Prove the value before the project by a document and write it into the plan",
    },
};

pub(super) const RULE: Rule = Rule::signed(&INFO, check);

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let unknown: Vec<Row<'_>> = context.rows.iter().filter(|row| is_unknown(row.line)).copied().collect();
    out.extend(Context::on_rows(&INFO, &unknown, "baseline"));
}

fn is_unknown(line: &Indicator) -> bool {
    let changes = |target: &Target| matches!(target.rule, TargetRule::Change { from: None, .. });
    line.baseline.is_none() && line.targets.iter().any(changes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::ChangeBy;

    fn growth(from: Option<&str>, baseline: Option<&str>) -> Plan {
        let rule = TargetRule::Change {
            bound: Bound::Plain,
            from: from.map(amount),
            amount: amount("20"),
            by: ChangeBy::Percent,
        };
        let mut line = line("1.1", IndicatorKind::Organisation, "Топтар саны", vec![target(rule)]);
        line.baseline = baseline.map(amount);
        of_lines(vec![line])
    }

    #[test]
    fn a_growth_from_nobody_knows_what() {
        assert_eq!(
            said(&growth(None, None), &INFO),
            "A change is promised, but the value it starts from is not known, so it cannot be computed. Lines: 1.1"
        );
    }

    #[test]
    fn a_value_in_the_words_or_in_the_plan() {
        assert_eq!(findings(&growth(Some("53"), None), &INFO), []);
        assert_eq!(findings(&growth(None, Some("53")), &INFO), []);
        assert_eq!(findings(&growth(None, Some("0")), &INFO), []);
    }
}

//! `PLAN030`: what is promised was there before the project.

use super::prelude::*;
use crate::plan::Accumulation;

pub(super) const INFO: RuleInfo = RuleInfo {
    code: "PLAN030",
    name: "alreadyReached",
    severity: Severity::Warning,
    since: "0.1",
    message: Saying {
        kk: "Жоспарланған деңгейге жоба басталғанға дейін-ақ жеткен. Жол: {lines}. Бастапқы мәні: {baseline}; жоспар: {amount}",
        ru: "Плановый уровень достигнут ещё до начала проекта. Строка: {lines}. Исходное значение: {baseline}; план: {amount}",
        en: "The level that is planned was reached before the project. Line: {lines}. Baseline: {baseline}; target: {amount}",
    },
    what: RuleInfo::manual("Whether a level to be reached is above its baseline."),
    why: RuleInfo::manual(
        "A project that changes nothing would meet it; the operator asks what the grant was for.",
    ),
    example: RuleInfo::manual("«топтар санын кемінде 50-ге жеткізу» in a region that has 53"),
    remedy: Saying {
        kk: "Жоспарланған деңгейді көтеріңіз немесе бастапқы мәнді тексеріңіз",
        ru: "Поднимите плановый уровень или проверьте исходное значение",
        en: "Raise the target or check the baseline",
    },
};

pub(super) const RULE: Rule = Rule::signed(&INFO, check);

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let levels = context.rows.iter().filter(|row| row.line.accumulation == Accumulation::Level);
    for row in levels {
        let Some(baseline) = row.line.baseline else { continue };
        let reached = row.line.targets.iter().filter_map(number).find(|(bound, amount)| match bound {
            Bound::AtMost | Bound::LessThan => false,
            Bound::MoreThan => baseline > *amount,
            _ => baseline >= *amount,
        });
        let Some((_, amount)) = reached else { continue };
        out.extend(Context::on_rows(&INFO, &[*row], "baseline").map(|finding| {
            finding.param(Param::amount("baseline", baseline)).param(Param::amount("amount", amount))
        }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn level(baseline: Option<&str>, target: Target) -> Plan {
        let mut line = line("1.1", IndicatorKind::Organisation, "Топтар саны", vec![target]);
        line.accumulation = Accumulation::Level;
        line.baseline = baseline.map(amount);
        of_lines(vec![line])
    }

    #[test]
    fn fifty_where_there_are_fifty_three() {
        assert_eq!(
            said(&level(Some("53"), bounded(Bound::AtLeast, "50")), &INFO),
            "The level that is planned was reached before the project. Line: 1.1. Baseline: 53; target: 50"
        );
    }

    #[test]
    fn as_many_as_promised_are_already_enough_and_one_fewer_are_not() {
        assert_eq!(findings(&level(Some("50"), plain("50")), &INFO).len(), 1);
        assert_eq!(findings(&level(Some("49"), plain("50")), &INFO), []);
        assert_eq!(findings(&level(Some("50"), bounded(Bound::MoreThan, "50")), &INFO), []);
    }

    #[test]
    fn without_a_baseline_or_for_an_upper_limit_nothing_is_said() {
        assert_eq!(findings(&level(None, plain("50")), &INFO), []);
        assert_eq!(findings(&level(Some("60"), bounded(Bound::AtMost, "50")), &INFO), []);
    }
}

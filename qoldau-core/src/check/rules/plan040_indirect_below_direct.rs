//! `PLAN040`: fewer people are to be reached by the media than take part.

use super::prelude::*;

pub(super) const INFO: RuleInfo = RuleInfo {
    code: "PLAN040",
    name: "indirectBelowDirect",
    severity: Severity::Info,
    since: "0.1",
    message: Saying {
        kk: "Жанама бенефициарлар тікелей бенефициарлардан аз жоспарланған. Жанама: {indirect}; тікелей: {direct}",
        ru: "Косвенных бенефициаров запланировано меньше, чем прямых. Косвенных: {indirect}; прямых: {direct}",
        en: "Fewer indirect beneficiaries are planned than direct ones. Indirect: {indirect}; direct: {direct}",
    },
    what: RuleInfo::manual("Whether more people are to be reached indirectly than directly."),
    why: RuleInfo::manual(
        "Reach through newspapers and networks is usually the larger figure. It is no fault, but worth a second look.",
    ),
    example: RuleInfo::manual("1,000 indirect, 3,400 direct"),
    remedy: Saying {
        kk: "Екі санды салыстырып, қалай есептелгенін жазып қойыңыз",
        ru: "Сверьте оба числа и запишите, как они получены",
        en: "Compare the two figures and note how they were arrived at",
    },
};

pub(super) const RULE: Rule = Rule::wording(&INFO, check);

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let figure = |kind: ImpactKind| {
        let line = context.plan.impact.iter().find(|line| line.kind == kind)?;
        line.targets.iter().find_map(number).map(|(_, amount)| (line, amount))
    };
    let Some((_, direct)) = figure(ImpactKind::DirectBeneficiaries) else { return };
    let Some((line, indirect)) = figure(ImpactKind::IndirectBeneficiaries) else { return };
    if indirect < direct {
        out.push(
            Finding::new(&INFO, at(&line.id, "targets"))
                .lines([line.id.clone()])
                .param(Param::amount("indirect", indirect))
                .param(Param::amount("direct", direct)),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reach(direct: &str, indirect: &str) -> Plan {
        let mut plan = plan(Vec::new());
        plan.impact = vec![
            impact("1", ImpactKind::DirectBeneficiaries, bounded(Bound::AtLeast, direct)),
            impact("2", ImpactKind::IndirectBeneficiaries, plain(indirect)),
        ];
        plan
    }

    #[test]
    fn a_thousand_beside_three_thousand_four_hundred() {
        assert_eq!(
            said(&reach("3400", "1000"), &INFO),
            "Fewer indirect beneficiaries are planned than direct ones. Indirect: 1,000; direct: 3,400"
        );
    }

    #[test]
    fn as_many_or_more() {
        assert_eq!(findings(&reach("1000", "1000"), &INFO), []);
        assert_eq!(findings(&reach("1000", "3400"), &INFO), []);
    }

    #[test]
    fn one_figure_alone_is_compared_with_nothing() {
        let mut plan = reach("3400", "1000");
        plan.impact.remove(0);
        assert_eq!(findings(&plan, &INFO), []);
    }
}

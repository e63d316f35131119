//! `PLAN007`: a line has no target.

use super::prelude::*;

pub(super) const INFO: RuleInfo = RuleInfo {
    code: "PLAN007",
    name: "lineWithoutTarget",
    severity: Severity::Warning,
    since: "0.1",
    message: Saying {
        kk: "Көрсеткіштің жоспарланған мәні жоқ. Жолдар: {lines}",
        ru: "У показателя нет планового значения. Строки: {lines}",
        en: "The indicator has no target. Lines: {lines}",
    },
    what: RuleInfo::manual("Whether every indicator line has a target."),
    why: RuleInfo::manual("Without a target a line can be neither met nor missed."),
    example: RuleInfo::manual("«Ақпараттық посттар» with an empty target cell"),
    remedy: Saying {
        kk: "Жоспарланған мәнді жазыңыз; шартқа қол қойылса, қосымша келісіммен",
        ru: "Запишите плановое значение; если договор подписан, дополнительным соглашением",
        en: "Write a target; once the contract is signed, by a supplementary agreement",
    },
};

pub(super) const RULE: Rule = Rule::signed(&INFO, check);

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    for of_activity in context.rows.chunk_by(|a, b| a.activity.id == b.activity.id) {
        // While names and values are not paired, a line without one is a matter of the pairing.
        let paired = of_activity.iter().filter(|row| row.activity.unpaired.is_none());
        let bare: Vec<Row<'_>> = paired.filter(|row| is_bare_line(&row.line.targets)).copied().collect();
        out.extend(Context::on_rows(&INFO, &bare, "targets"));
    }
    let mut figures = context.plan.impact.iter().filter(|figure| is_bare_line(&figure.targets)).peekable();
    let Some(first) = figures.peek() else { return };
    let finding = Finding::new(&INFO, at(&first.id, "targets"));
    out.push(figures.fold(finding, |finding, figure| {
        finding.lines([figure.id.clone()]).param(Param::number("lines", &impact_number(figure)))
    }));
}

/// Whether no target is written for a line.
fn is_bare_line(targets: &[Target]) -> bool {
    targets.iter().all(is_missing)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bare_lines_of_an_activity_are_one_finding() {
        let plan = of_lines(vec![
            line("1.1", IndicatorKind::Post, "Пост", vec![]),
            line("1.2", IndicatorKind::Photo, "Фото", vec![plain("5")]),
            line("1.3", IndicatorKind::Video, "Видео", vec![]),
        ]);
        assert_eq!(said(&plan, &INFO), "The indicator has no target. Lines: 1.1, 1.3");
    }

    #[test]
    fn an_empty_cell_is_no_target_unless_its_row_needs_pairing() {
        let empty = || vec![target(TargetRule::Unread {})];
        let mut plan = of_lines(vec![line("1.1", IndicatorKind::Post, "Пост", empty())]);
        assert_eq!(touched(&plan, &INFO), ["l1.1"]);
        plan.tasks[0].activities[0].unpaired =
            Some(crate::plan::Unpaired { names: vec!["Пост".into()], values: Vec::new() });
        assert_eq!(findings(&plan, &INFO), []);
    }

    #[test]
    fn figures_of_the_impact_block_without_one_are_one_finding() {
        let mut plan = of_lines(Vec::new());
        let without =
            |number| ImpactLine { targets: Vec::new(), ..impact(number, ImpactKind::Staff, plain("1")) };
        plan.impact = vec![without("1"), impact("2", ImpactKind::Partners, plain("0")), without("3")];
        assert_eq!(said(&plan, &INFO), "The indicator has no target. Lines: IV.1, IV.3");
    }

    #[test]
    fn a_target_of_zero_or_unread_words_is_a_target() {
        let plan = of_lines(vec![
            line("1.1", IndicatorKind::Post, "Пост", vec![plain("0")]),
            line(
                "1.2",
                IndicatorKind::Post,
                "Пост",
                vec![Target { text: "?".into(), ..target(TargetRule::Unread {}) }],
            ),
        ]);
        assert_eq!(findings(&plan, &INFO), []);
    }
}

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
    what: "Whether every indicator line has a target.",
    why: "Without a target a line can be neither met nor missed.",
    example: "«Ақпараттық посттар» with an empty target cell",
    remedy: Saying {
        kk: "Жоспарланған мәнді жазыңыз; шартқа қол қойылса, қосымша келісіммен",
        ru: "Запишите плановое значение; если договор подписан, дополнительным соглашением",
        en: "Write a target; once the contract is signed, by a supplementary agreement",
    },
};

pub(super) const RULE: Rule = Rule::signed(&INFO, check);

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    for of_activity in context.rows.chunk_by(|a, b| a.activity.id == b.activity.id) {
        let bare: Vec<Row<'_>> =
            of_activity.iter().filter(|row| row.line.targets.is_empty()).copied().collect();
        out.extend(Context::on_rows(&INFO, &bare, "targets"));
    }
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
    fn a_target_of_zero_or_unread_words_is_a_target() {
        let plan = of_lines(vec![
            line("1.1", IndicatorKind::Post, "Пост", vec![plain("0")]),
            line("1.2", IndicatorKind::Post, "Пост", vec![target(TargetRule::Unread {})]),
        ]);
        assert_eq!(findings(&plan, &INFO), []);
    }
}

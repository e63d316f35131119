//! `PLAN063`: two numbers of one line are of one kind of artefact.

use super::prelude::*;

pub(super) const INFO: RuleInfo = RuleInfo {
    code: "PLAN063",
    name: "sameKindTwice",
    severity: Severity::Question,
    since: "0.1",
    message: Saying {
        kk: "Бір жолда бір түрдегі бірнеше сан бар: {target}. Қай санға жататыны көрсетілмеген растайтын материал олардың бәріне саналады. Жол: {lines}",
        ru: "В одной строке несколько чисел одного вида: {target}. Подтверждение, в котором не указано, к какому из них оно относится, засчитывается за каждое. Строка: {lines}",
        en: "One line has several numbers of one kind: {target}. Evidence that does not say which of them it is for counts for each. Line: {lines}",
    },
    what: RuleInfo::manual(
        "Whether several targets of a line count the same kind of artefact over the same time.",
    ),
    why: RuleInfo::manual(
        "Five photos of a banner meet \"3 photos of the event\" beside \"5 photos of the banner\" unless somebody says which are which.",
    ),
    example: RuleInfo::manual("«Публикации»: 2 статьи, 3 публикации"),
    remedy: Saying {
        kk: "Сандарды бөлек жолдарға бөліңіз немесе әр материалда нысанын көрсетіңіз",
        ru: "Разнесите числа по строкам или указывайте показатель в каждом подтверждении",
        en: "Give each number its own line, or name the target in each piece of evidence",
    },
};

pub(super) const RULE: Rule = Rule::signed(&INFO, check);

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    for Row { line, .. } in &context.rows {
        let alike = |one: &Target| {
            let kind = line.kind_of(one);
            let same =
                |other: &&Target| other.id != one.id && line.kind_of(other) == kind && is_number(other);
            kind.counts_artefacts()
                && kind != IndicatorKind::Outreach
                && is_number(one)
                && line.targets.iter().any(|other| same(&other))
        };
        let twice: Vec<&Target> = line.targets.iter().filter(|target| alike(target)).collect();
        if twice.is_empty() {
            continue;
        }
        let finding = Finding::new(&INFO, at(&line.id, "targets"))
            .lines([line.id.clone()])
            .param(Param::number("lines", &line.number));
        out.push(twice.iter().fold(finding, |finding, of| finding.param(Param::text("target", &of.text))));
    }
}

const fn is_number(target: &Target) -> bool {
    matches!(target.rule, TargetRule::Number { .. })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asks(kind: IndicatorKind, cell: &str) -> bool {
        let targets = crate::plan::read_targets(cell, &id("l1"), None);
        !findings(&of_lines(vec![line("1.1", kind, "", targets)]), &INFO).is_empty()
    }

    #[test]
    fn two_numbers_of_one_kind_of_artefact_are_asked_about() {
        assert!(asks(IndicatorKind::Publication, "2 статьи, 3 публикации"));
        assert!(asks(IndicatorKind::Event, "1 форум, 3 фото сцены, 5 фото"));
    }

    #[test]
    fn numbers_of_several_kinds_and_of_people_and_events_are_told_apart_otherwise() {
        for (kind, cell) in [
            (IndicatorKind::Photo, "5 фото, 1 видео"),
            (IndicatorKind::Event, "3 тренинга, 2 вебинара"),
            (IndicatorKind::Outreach, "2 пост, 7 хат"),
            (IndicatorKind::Participants, "50 волонтеров, 20 студентов"),
        ] {
            assert!(!asks(kind, cell), "{cell}");
        }
    }
}

//! `PLAN061`: beside what a line counts stands a number of something that no facts are counted for.

use super::prelude::*;

pub(super) const INFO: RuleInfo = RuleInfo {
    code: "PLAN061",
    name: "countedByHand",
    severity: Severity::Question,
    since: "0.1",
    message: Saying {
        kk: "Бұл сан жолда саналатын нәрсенің саны емес: {target}. Ол тек осы нысана көрсетілген жазбамен саналады. Жол: {lines}. Ненің саны екенін нақтылаңыз",
        ru: "Это число не того, что считает строка: {target}. Оно считается только записью числа с указанием этого показателя. Строка: {lines}. Уточните, чего это число",
        en: "This number is not of what the line counts: {target}. Only a number recorded for this very target counts. Line: {lines}. State what the number is of",
    },
    what: RuleInfo::manual(
        "Whether a target's unit is a word (or a time, a place, a nomination) for which nothing is counted, in a line that counts events, people, a survey or artefacts of its own.",
    ),
    why: RuleInfo::manual(
        "Of «1 семинар, 12 подарочных ваз» the second number is neither seminars nor anything that a photo or a list proves. Counting it by events would meet it wrongly.",
    ),
    example: RuleInfo::manual("«Проведение семинара»: 1 семинар, 16 часов"),
    remedy: Saying {
        kk: "Бұл санды бөлек жолға шығарыңыз немесе жазбада нысанасын көрсетіп жазыңыз",
        ru: "Вынесите это число в отдельную строку или записывайте его с указанием показателя",
        en: "Give the number a line of its own, or record it with the target it is for",
    },
};

pub(super) const RULE: Rule =
    Rule::signed(&INFO, |context, out| of_doubt(context, &INFO, Doubt::ByHand, out));

/// The targets whose words leave open what they count, one finding for each.
pub(super) fn of_doubt(context: &Context<'_>, rule: &RuleInfo, doubt: Doubt, out: &mut Vec<Finding>) {
    for Row { line, .. } in &context.rows {
        for target in line.targets.iter().filter(|target| line.counted(target).doubt == Some(doubt)) {
            let finding = Finding::new(rule, at(&line.id, "targets"))
                .lines([line.id.clone()])
                .param(Param::text("target", &target.text))
                .param(Param::number("lines", &line.number));
            out.push(match doubt {
                Doubt::ByHand => finding,
                Doubt::AsNamed => finding.param(Param::word("kind", line.kind.key())),
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(kind: IndicatorKind, cell: &str) -> Vec<String> {
        let targets = crate::plan::read_targets(cell, &id("l1"), None);
        let plan = of_lines(vec![line("1.1", kind, "", targets)]);
        touched(&plan, &INFO)
    }

    #[test]
    fn what_no_facts_are_counted_for_is_asked_about() {
        for (kind, cell) in [
            (IndicatorKind::Event, "1 семинар, 12 подарочных ваз"),
            (IndicatorKind::Event, "16 часов"),
            (IndicatorKind::Event, "1 конкурс, 7 номинаций"),
            (IndicatorKind::Video, "1 видео, 1000 просмотров"),
            (IndicatorKind::Publication, "3 статьи, 2 эфира"),
            (IndicatorKind::Participants, "50 участников, 20 саженцев"),
            (IndicatorKind::Participants, "не менее 20 команд"),
            (IndicatorKind::Participants, "20 отбасы"),
            (IndicatorKind::Participants, "5 районов"),
            (IndicatorKind::Participants, "20 школ"),
            (IndicatorKind::Participants, "50 просмотров"),
            (IndicatorKind::Participants, "20 teams"),
            (IndicatorKind::Event, "1 форум, 5 секций"),
            (IndicatorKind::Event, "1 семинар, 10 пособий"),
            (IndicatorKind::Event, "1 турнир, 20 семей"),
        ] {
            assert_eq!(asked(kind, cell).len(), 1, "{cell}");
        }
    }

    #[test]
    fn what_is_counted_is_not_asked_about() {
        for (kind, cell) in [
            (IndicatorKind::Event, "1 форум, 200 участников"),
            (IndicatorKind::Event, "1 форум, 5 фото"),
            (IndicatorKind::Event, "2 спортивных, 3 культурных мероприятия"),
            (IndicatorKind::Event, "1 семинар, 20 сертификатов"),
            (IndicatorKind::Event, "3 тренинга, 60 безработных"),
            (IndicatorKind::Event, "3 тренинга, 60 женщин"),
            (IndicatorKind::Event, "3 тренинг, 60 мұғалім"),
            (IndicatorKind::Event, "3 trainings, 60 teachers"),
            (IndicatorKind::Event, "3 офлайн и 2 онлайн тренинга"),
            (IndicatorKind::Event, "3 офлайн, 2 онлайн"),
            (IndicatorKind::Participants, "30 девушек, 20 юношей"),
            (IndicatorKind::Survey, "1 опрос, 100 респондентов"),
            (IndicatorKind::Material, "100 ручек, 100 блокнотов"),
            (IndicatorKind::Material, "100 календарей, 50 плакатов"),
            (IndicatorKind::Event, "3 вебинара"),
            (IndicatorKind::Event, "1 event, 2 letters"),
            (IndicatorKind::Photo, "5 фото, 1 видео"),
            (IndicatorKind::Material, "150 ручек"),
            (IndicatorKind::Support, "100 консультаций, 50 звонков"),
            (IndicatorKind::Support, "50 часов"),
            (IndicatorKind::LiveStream, "1 эфир, 500 зрителей"),
            (IndicatorKind::Event, "200 участников, 1 форум"),
            (IndicatorKind::FocusGroup, "1 фокус-группа, 10 участников"),
        ] {
            assert_eq!(asked(kind, cell), [""; 0], "{cell}");
        }
    }
}

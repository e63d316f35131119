//! `PLAN062`: the name of a line and the unit of its number name different things.

use super::plan061_counted_by_hand::of_doubt;
use super::prelude::*;

pub(super) const INFO: RuleInfo = RuleInfo {
    code: "PLAN062",
    name: "unitAgainstName",
    severity: Severity::Question,
    since: "0.1",
    message: Saying {
        kk: "Жолдың атауы мен санның бірлігі әртүрлі нәрсені атайды: {target}. Атауы бойынша саналады: {kind}. Жол: {lines}. Ненің саны екенін нақтылаңыз",
        ru: "Название строки и единица числа называют разное: {target}. Считается по названию: {kind}. Строка: {lines}. Уточните, чего это число",
        en: "The name of the line and the unit of its number name different things: {target}. It is counted by the name: {kind}. Line: {lines}. State what the number is of",
    },
    what: RuleInfo::manual(
        "Whether the only number of a line has a unit of another sort than the line's name: photos of five events, a letter to ten organisations, events by a word that is not known.",
    ),
    why: RuleInfo::manual(
        "What counts for the line and what proves it follows from what it counts: five photos, or photos of five events.",
    ),
    example: RuleInfo::manual("«Фото»: 5 мероприятий"),
    remedy: Saying {
        kk: "Санның қасына жолда саналатын нәрсені жазыңыз",
        ru: "Напишите рядом с числом то, что считает строка",
        en: "Write beside the number what the line counts",
    },
};

pub(super) const RULE: Rule =
    Rule::signed(&INFO, |context, out| of_doubt(context, &INFO, Doubt::AsNamed, out));

#[cfg(test)]
mod tests {
    use super::*;

    fn asks(kind: IndicatorKind, cell: &str) -> bool {
        let targets = crate::plan::read_targets(cell, &id("l1"), None);
        !findings(&of_lines(vec![line("1.1", kind, "", targets)]), &INFO).is_empty()
    }

    #[test]
    fn a_number_of_another_sort_than_its_line_is_asked_about() {
        for (kind, cell) in [
            (IndicatorKind::Photo, "5 мероприятий"),
            (IndicatorKind::Letter, "10 организаций"),
            (IndicatorKind::Material, "150 человек"),
            (IndicatorKind::Event, "20 саженцев"),
            (IndicatorKind::Event, "10 сёл"),
            (IndicatorKind::Participants, "5 мероприятий"),
        ] {
            assert!(asks(kind, cell), "{cell}");
        }
    }

    #[test]
    fn a_unit_of_the_same_sort_or_one_that_is_counted_itself_is_clear() {
        for (kind, cell) in [
            (IndicatorKind::Photo, "5 фото"),
            (IndicatorKind::Event, "200 участников"),
            (IndicatorKind::Event, "3 раза"),
            (IndicatorKind::List, "150 человек"),
            (IndicatorKind::Support, "100 человек"),
            (IndicatorKind::Publication, "3 материала"),
            (IndicatorKind::Post, "5 публикаций"),
            (IndicatorKind::Report, "3 экз."),
            (IndicatorKind::Other, "5 семинаров"),
            (IndicatorKind::LiveStream, "1 эфир, 500 зрителей"),
        ] {
            assert!(!asks(kind, cell), "{cell}");
        }
    }
}

//! `PLAN039`: a line says how many, but not of what.

use super::prelude::*;

pub(super) const INFO: RuleInfo = RuleInfo {
    code: "PLAN039",
    name: "unitMissing",
    severity: Severity::Info,
    since: "0.1",
    message: Saying {
        kk: "Сан бар, бірақ ненің саны екені атауынан да, мәнінен де танылмады. Жолдар: {lines}",
        ru: "Число есть, но ни из названия, ни из значения не видно, чего оно. Строки: {lines}",
        en: "There is a number, but neither the name nor the value says of what. Lines: {lines}",
    },
    what: RuleInfo::manual("Whether the name of a line or the unit of its target says what is counted."),
    why: RuleInfo::manual(
        "What counts for a line and what proves it depends on what it counts; without it everything is entered by hand.",
    ),
    example: RuleInfo::manual("«Насихаттау»: 2"),
    remedy: Saying {
        kk: "Санның қасына бірлігін жазыңыз: пост, хат, адам",
        ru: "Напишите рядом с числом единицу: пост, письмо, человек",
        en: "Write the unit beside the number: posts, letters, people",
    },
};

pub(super) const RULE: Rule = Rule::wording(&INFO, check);

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let without = |target: &Target| {
        number(target).is_some() && target.unit.as_ref().is_none_or(|unit| unit.code == UnitCode::Other)
    };
    let missing: Vec<Row<'_>> = context
        .rows
        .iter()
        .filter(|row| matches!(row.line.kind, IndicatorKind::Other | IndicatorKind::Outreach))
        .filter(|row| row.line.targets.iter().any(without))
        .copied()
        .collect();
    out.extend(Context::on_rows(&INFO, &missing, "targets"));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_of_what() {
        let plan = of_lines(vec![
            line("1.3", IndicatorKind::Outreach, "Насихаттау", vec![plain("2")]),
            line("1.4", IndicatorKind::Other, "Жұмыс", vec![plain("1")]),
        ]);
        assert_eq!(
            said(&plan, &INFO),
            "There is a number, but neither the name nor the value says of what. Lines: 1.3, 1.4"
        );
    }

    #[test]
    fn a_unit_beside_the_number_or_a_name_that_tells() {
        let plan = of_lines(vec![
            line("1.3", IndicatorKind::Outreach, "Насихаттау", vec![of_unit(UnitCode::Post, plain("2"))]),
            line("1.4", IndicatorKind::Photo, "Фото", vec![plain("5")]),
        ]);
        assert_eq!(findings(&plan, &INFO), []);
    }

    #[test]
    fn what_is_done_has_no_number() {
        let plan =
            of_lines(vec![line("1.4", IndicatorKind::Other, "Жұмыс", vec![target(TargetRule::Done {})])]);
        assert_eq!(findings(&plan, &INFO), []);
    }
}

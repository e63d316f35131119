//! `PLAN022`: it is open whether letters or addressees count.

use super::prelude::*;

pub(super) const INFO: RuleInfo = RuleInfo {
    code: "PLAN022",
    name: "lettersUnclear",
    severity: Severity::Question,
    since: "0.1",
    message: Saying {
        kk: "Бірнеше хат уәде етілген: шығыс хат санала ма, әлде адресат па — айтылмаған. Жолдар: {lines}. Жоспар: {amount}",
        ru: "Обещано несколько писем, но не сказано, что считается: исходящее письмо или адресат. Строки: {lines}. План: {amount}",
        en: "Several letters are promised, but it is not said what counts: the outgoing letter or the addressee. Lines: {lines}. Target: {amount}",
    },
    what: RuleInfo::manual(
        "Whether a promise of two or more letters says if one letter to several addressees is one or several.",
    ),
    why: RuleInfo::manual("One letter with seven addressees is one outgoing number and seven recipients."),
    example: RuleInfo::manual("«2 пост, 7 хат»"),
    remedy: Saying {
        kk: "Не саналатынын оператормен келісіңіз; келісілгенше әр хатты жеке тіркеңіз",
        ru: "Согласуйте с оператором, что считается; до этого регистрируйте каждое письмо отдельно",
        en: "Agree with the operator what counts; until then register every letter on its own",
    },
};

pub(super) const RULE: Rule = Rule::signed(&INFO, check);

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let several: Vec<Row<'_>> = context
        .rows
        .iter()
        .filter(|row| letters(row.line).is_some_and(|letters| letters > Amount::ONE))
        .copied()
        .collect();
    for rows in context.by_settled(several, Question::Letters, |row| &row.line.id) {
        let Some(finding) = Context::on_rows(&INFO, &rows, "targets") else { continue };
        let amounts = rows.iter().filter_map(|row| letters(row.line));
        let finding = amounts.fold(finding, |finding, amount| {
            finding.param(Param::quantity("amount", amount, UnitCode::Letter.key()))
        });
        out.push(
            finding.offer(Question::Letters.key(), "letter").offer(Question::Letters.key(), "addressee"),
        );
    }
}

/// How many letters a line promises: by its kind, or by the unit of one of its targets.
fn letters(line: &Indicator) -> Option<Amount> {
    let counts = |target: &&Target| match &target.unit {
        Some(unit) => unit.code == UnitCode::Letter,
        None => line.kind == IndicatorKind::Letter,
    };
    line.targets.iter().filter(counts).find_map(number).map(|(_, amount)| amount)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seven_letters_beside_two_posts() {
        let targets = vec![of_unit(UnitCode::Post, plain("2")), of_unit(UnitCode::Letter, plain("7"))];
        let plan = of_lines(vec![line("1.3", IndicatorKind::Outreach, "Насихаттау", targets)]);
        assert_eq!(
            said(&plan, &INFO),
            "Several letters are promised, but it is not said what counts: the outgoing letter or the addressee. \
             Lines: 1.3. Target: 7 letters"
        );
        assert_eq!(answers(&plan, &INFO), ["letters=letter", "letters=addressee"]);
    }

    #[test]
    fn one_letter_is_one_either_way() {
        let plan = of_lines(vec![line("3.2", IndicatorKind::Letter, "Жолданатын хат", vec![plain("1")])]);
        assert_eq!(findings(&plan, &INFO), []);
    }

    #[test]
    fn two_letters_are_asked_about_and_two_posts_are_not() {
        let plan = of_lines(vec![
            line("2.3", IndicatorKind::Letter, "Жолданатын хат", vec![plain("2")]),
            line("2.4", IndicatorKind::Post, "Посттар", vec![plain("2")]),
        ]);
        assert_eq!(touched(&plan, &INFO), ["l2.3"]);
    }
}

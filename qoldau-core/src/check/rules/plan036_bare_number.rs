//! `PLAN036`: a number has no word that says how it is meant.

use super::prelude::*;

pub(super) const INFO: RuleInfo = RuleInfo {
    code: "PLAN036",
    name: "bareNumber",
    severity: Severity::Info,
    since: "0.1",
    message: Saying {
        kk: "Санның алдында «кемінде» немесе «артық емес» деген сөз жоқ. Жолдар: {lines}",
        ru: "Перед числом нет слов «не менее» или «не более». Строки: {lines}",
        en: "No \"at least\" or \"at most\" stands before the number. Lines: {lines}",
    },
    what: RuleInfo::manual(
        "Whether a number of things that are counted, not of documents, pages or people of the project, has a comparator \
           of its own or in the text above it.",
    ),
    why: RuleInfo::manual(
        "A bare number is read by the policy as \"at least\"; the contract can say so itself.",
    ),
    example: RuleInfo::manual("«Типографиялық өнімдер»: 150"),
    remedy: Saying {
        kk: "Санның алдына «кемінде» деп жазыңыз",
        ru: "Напишите перед числом «не менее»",
        en: "Write \"at least\" before the number",
    },
};

pub(super) const RULE: Rule = Rule::wording(&INFO, check);

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let counted = |line: &Indicator| {
        let level =
            matches!(line.kind, IndicatorKind::Page | IndicatorKind::Asset | IndicatorKind::Specialist);
        !line.kind.is_document() && !level
    };
    let is_bare_number =
        |target: &Target| number(target).is_some_and(|(_, amount)| amount > Amount::ONE) && is_bare(target);
    let bare = context.rows.iter().filter(|row| {
        counted(row.line)
            && row.line.targets.iter().any(is_bare_number)
            && !context.has_implied_bound(&row.line.id)
            && !context.is_settled(&row.line.id, Question::Bound)
    });
    let bare: Vec<Row<'_>> = bare.copied().collect();
    out.extend(Context::on_rows(&INFO, &bare, "targets"));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bare_number_of_copies() {
        let plan = of_lines(vec![line("4.7", IndicatorKind::Material, "Блокнот", vec![plain("150")])]);
        assert_eq!(said(&plan, &INFO), "No \"at least\" or \"at most\" stands before the number. Lines: 4.7");
    }

    #[test]
    fn a_heading_that_says_at_least() {
        let lines = vec![line("4.3", IndicatorKind::Participants, "Қатысушылар саны", vec![plain("150")])];
        let plan = plan(vec![task("4", "Кемінде 150 волонтерді оқыту", vec![activity("4.1", lines)])]);
        assert_eq!(findings(&plan, &INFO), []);
    }

    #[test]
    fn documents_pages_and_a_single_one_need_no_comparator() {
        let plan = of_lines(vec![
            line("1", IndicatorKind::List, "Тізім", vec![plain("3")]),
            line("2", IndicatorKind::Page, "Парақша", vec![plain("2")]),
            line("3", IndicatorKind::Video, "Видео", vec![plain("1")]),
            line("4", IndicatorKind::Video, "Видео", vec![bounded(Bound::AtLeast, "5")]),
        ]);
        assert_eq!(findings(&plan, &INFO), []);
    }
}

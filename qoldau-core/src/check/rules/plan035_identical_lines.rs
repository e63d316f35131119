//! `PLAN035`: two lines of one activity have the same name.

use super::prelude::*;
use crate::value::text::{is_letter, lower};

pub(super) const INFO: RuleInfo = RuleInfo {
    code: "PLAN035",
    name: "identicalLines",
    severity: Severity::Info,
    since: "0.1",
    message: Saying {
        kk: "Бір іс-шараның бірнеше жолы бірдей аталған: {name}. Жолдар: {lines}",
        ru: "Несколько строк одного мероприятия плана названы одинаково: {name}. Строки: {lines}",
        en: "Several lines of one activity have the same name: {name}. Lines: {lines}",
    },
    what: RuleInfo::manual("Whether the lines of an activity have different names."),
    why: RuleInfo::manual("Nobody can tell later which of the two a post was made for."),
    example: RuleInfo::manual(
        "«Әлеуметтік желіге хабарландыру (Facebook, Instagram)» twice in task 2, for the call and for the result",
    ),
    remedy: Saying {
        kk: "Атауларына айырмасын жазыңыз: мысалы, шақыру және қорытынды",
        ru: "Добавьте в названия отличие: например, приглашение и итоги",
        en: "Write the difference into the names: the call and the result, for instance",
    },
};

pub(super) const RULE: Rule = Rule::wording(&INFO, check);

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    for of_activity in context.rows.chunk_by(|a, b| a.activity.id == b.activity.id) {
        let mut named: Vec<(String, Row<'_>)> =
            of_activity.iter().map(|row| (letters(&row.line.name), *row)).collect();
        named.sort_by(|(a, _), (b, _)| a.cmp(b));
        for same in named.chunk_by(|(a, _), (b, _)| a == b).filter(|same| same.len() > 1) {
            let rows: Vec<Row<'_>> = same.iter().map(|(_, row)| *row).collect();
            let Some(first) = rows.first() else { continue };
            let finding = Context::on_rows(&INFO, &rows, "name");
            out.extend(finding.map(|finding| finding.param(Param::text("name", &first.line.name))));
        }
    }
}

/// The letters and digits of a name in lower case.
fn letters(name: &str) -> String {
    name.chars().filter(|c| is_letter(*c) || c.is_numeric()).map(lower).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(names: &[&str]) -> Plan {
        let lines = names
            .iter()
            .zip(1..)
            .map(|(name, n)| line(&format!("2.{n}"), IndicatorKind::Announcement, name, vec![plain("2")]));
        of_lines(lines.collect())
    }

    #[test]
    fn one_name_twice_whatever_its_spaces_and_case() {
        let plan =
            named(&["Хабарландыру (Facebook, Instagram)", "Хат", "хабарландыру  (Facebook,Instagram)"]);
        assert_eq!(
            said(&plan, &INFO),
            "Several lines of one activity have the same name: Хабарландыру (Facebook, Instagram). Lines: 2.1, 2.3"
        );
    }

    #[test]
    fn names_that_differ_in_one_letter() {
        assert_eq!(findings(&named(&["Хабарландыру", "Хабарландыруы"]), &INFO), []);
    }

    #[test]
    fn the_same_name_in_two_activities() {
        let mut plan = named(&["Хабарландыру"]);
        plan.tasks[0]
            .activities
            .push(activity("1.2", vec![line("2.9", IndicatorKind::Post, "Хабарландыру", vec![])]));
        assert_eq!(findings(&plan, &INFO), []);
    }
}

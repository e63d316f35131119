//! `PLAN005`: the names and the values of a row are not paired.

use super::prelude::*;

pub(super) const INFO: RuleInfo = RuleInfo {
    code: "PLAN005",
    name: "needsPairing",
    severity: Severity::Error,
    since: "0.1",
    message: Saying {
        kk: "Көрсеткіштер мен жоспарланған мәндердің саны бірдей емес: сәйкестендіру қажет. Іс-шара: {activity}. Көрсеткіштер: {names}; мәндер: {values}",
        ru: "Показателей и плановых значений не поровну: нужно сопоставить. Мероприятие плана: {activity}. Показателей: {names}; значений: {values}",
        en: "There are not as many targets as indicators: needs pairing. Activity: {activity}. Indicators: {names}; targets: {values}",
    },
    what: RuleInfo::manual("Whether every name of a row was paired with a value for certain."),
    why: RuleInfo::manual(
        "With one value missing every line after it would be measured against its neighbour's number.",
    ),
    example: RuleInfo::manual("three names (posts, photos, list) and two values (2, 1)"),
    remedy: Saying {
        kk: "Әр көрсеткіштің мәнін таңдаңыз",
        ru: "Выберите значение для каждого показателя",
        en: "Choose the value of every indicator",
    },
};

pub(super) const RULE: Rule = Rule::signed(&INFO, check);

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    for (_, activity) in context.plan.activities() {
        let Some(unpaired) = &activity.unpaired else { continue };
        out.push(
            on_activity(&INFO, activity, "unpaired")
                .param(Param::count("names", unpaired.names.len()))
                .param(Param::count("values", unpaired.values.len())),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Unpaired;

    fn unpaired(names: usize, values: usize) -> Plan {
        let mut plan = of_lines(Vec::new());
        let list = |count| vec![String::from("1"); count];
        plan.tasks[0].activities[0].unpaired = Some(Unpaired { names: list(names), values: list(values) });
        plan
    }

    #[test]
    fn lists_of_two_lengths() {
        assert_eq!(
            said(&unpaired(3, 2), &INFO),
            "There are not as many targets as indicators: needs pairing. Activity: 1.1. Indicators: 3; targets: 2"
        );
    }

    #[test]
    fn lists_kept_apart_need_pairing_whatever_their_lengths() {
        assert_eq!(touched(&unpaired(2, 2), &INFO), ["a1.1"]);
        assert_eq!(touched(&unpaired(2, 0), &INFO), ["a1.1"]);
    }

    #[test]
    fn a_row_that_was_paired() {
        assert_eq!(findings(&of_lines(Vec::new()), &INFO), []);
    }
}

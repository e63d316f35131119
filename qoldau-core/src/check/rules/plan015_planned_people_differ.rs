//! `PLAN015`: the people planned in the impact block are not those the plan lists.

use super::prelude::*;
use crate::value::text::fold;

pub(super) const INFO: RuleInfo = RuleInfo {
    code: "PLAN015",
    name: "plannedPeopleDiffer",
    severity: Severity::Question,
    since: "0.1",
    message: Saying {
        kk: "Әсер блогында жоспарланған сан құжаттағы тізімге сәйкес келмейді: {figure}. Жоспар: {planned}; тізімде: {listed}.[ Маман тарту көзделген жолдар: {lines}.] Бұл кімдер?",
        ru: "Число в блоке социального эффекта расходится со списком в документе: {figure}. План: {planned}; в списке: {listed}.[ Строки, где привлекаются специалисты: {lines}.] Кто эти люди?",
        en: "A number of the impact block is not that of the list in the document: {figure}. Planned: {planned}; listed: {listed}.[ Lines that engage specialists: {lines}.] Who are these people?",
    },
    what: RuleInfo::manual(
        "Whether the staff, specialists and partners planned in the impact block are as many as the plan lists.",
    ),
    why: RuleInfo::manual(
        "Each of them is proven by a contract or a letter. A number without names is asked for at the end.",
    ),
    example: RuleInfo::manual(
        "«Тартылған мамандар саны: 1», the table of specialists is empty, task 1 engages 2 consultants",
    ),
    remedy: Saying {
        kk: "Адамдарды тізімге жазыңыз немесе санға кім жататынын оператормен келісіңіз",
        ru: "Впишите людей в список или согласуйте с оператором, кто входит в это число",
        en: "Write the people into the list, or agree with the operator who is counted",
    },
};

pub(super) const RULE: Rule = Rule::signed(&INFO, check);

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    for figure in &context.plan.impact {
        let listed = match figure.kind {
            ImpactKind::Staff => context.plan.team.staff.len(),
            ImpactKind::Specialists => context.plan.team.specialists.len(),
            ImpactKind::Partners => context.plan.partners.len(),
            _ => continue,
        };
        let Some((bound, planned)) = figure.targets.iter().find_map(number) else { continue };
        if !agrees(bound, planned, listed) {
            out.push(finding(context, figure, planned, listed));
        }
    }
}

/// Whether a list is as long as planned.
fn agrees(bound: Bound, planned: Amount, listed: usize) -> bool {
    let Ok(listed) = u32::try_from(listed).map(Amount::from) else { return false };
    match bound {
        Bound::AtLeast => listed >= planned,
        Bound::MoreThan => listed > planned,
        Bound::AtMost => listed <= planned,
        Bound::LessThan => listed < planned,
        Bound::Plain | Bound::About | Bound::Between => listed == planned,
    }
}

fn finding(context: &Context<'_>, figure: &ImpactLine, planned: Amount, listed: usize) -> Finding {
    let mut finding = Finding::new(&INFO, at(&figure.id, "targets"))
        .lines([figure.id.clone()])
        .param(Param::text("figure", &figure.name))
        .param(Param::amount("planned", planned))
        .param(Param::count("listed", listed));
    let (mut consultants, mut influencers) = (false, false);
    if figure.kind == ImpactKind::Specialists {
        for row in context.rows.iter().filter(|row| row.line.kind == IndicatorKind::Specialist) {
            finding = finding.param(Param::number("lines", &row.line.number));
            if names_influencers(&row.line.name) {
                influencers = true;
            } else {
                consultants = true;
            }
        }
    }
    let answers = [("consultants", consultants), ("influencers", influencers), ("toBeEngaged", true)];
    let offered = answers.into_iter().filter(|(_, is_possible)| *is_possible);
    offered.fold(finding, |finding, (answer, _)| finding.offer(Question::Who.key(), answer))
}

/// Whether a line engages influencers rather than consultants.
fn names_influencers(name: &str) -> bool {
    let name = fold(name);
    ["инфлюенсер", "блогер", "influencer", "blogger"].iter().any(|word| name.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn specialists(planned: Target, listed: usize) -> Plan {
        let mut plan = of_lines(vec![
            line("1.4", IndicatorKind::Specialist, "Кеңесші мамандар жұмысын ұйымдастыру", vec![plain("2")]),
            line(
                "9.4",
                IndicatorKind::Specialist,
                "Танымал инфлюенсерлер",
                vec![bounded(Bound::AtLeast, "5")],
            ),
        ]);
        plan.team.specialists = (0..listed).map(|n| person(&format!("s{n}"), "Маман", "10")).collect();
        plan.impact = vec![impact("4", ImpactKind::Specialists, planned)];
        plan
    }

    #[test]
    fn one_planned_none_listed_two_consultants_in_a_task() {
        let plan = specialists(plain("1"), 0);
        assert_eq!(
            said(&plan, &INFO),
            "A number of the impact block is not that of the list in the document: Саны. Planned: 1; listed: 0. \
             Lines that engage specialists: 1.4, 9.4. Who are these people?"
        );
        assert_eq!(answers(&plan, &INFO), ["who=consultants", "who=influencers", "who=toBeEngaged"]);
    }

    #[test]
    fn as_many_as_planned_or_more_than_at_least() {
        assert_eq!(findings(&specialists(plain("1"), 1), &INFO), []);
        assert_eq!(findings(&specialists(bounded(Bound::AtLeast, "1"), 3), &INFO), []);
        assert_eq!(findings(&specialists(plain("0"), 0), &INFO), []);
    }

    #[test]
    fn staff_and_partners_are_held_against_their_own_lists() {
        let mut plan = specialists(plain("1"), 1);
        plan.impact =
            vec![impact("3", ImpactKind::Staff, plain("3")), impact("6", ImpactKind::Partners, plain("1"))];
        assert_eq!(touched(&plan, &INFO), ["i3", "i6"]);
        plan.partners = vec!["Басқарма".into()];
        plan.team.staff = ["a", "b", "c"].map(|name| person(name, name, "40")).into();
        assert_eq!(findings(&plan, &INFO), []);
    }

    #[test]
    fn the_name_of_no_person_is_said() {
        let mut plan = specialists(plain("3"), 0);
        plan.team.specialists = vec![person("s1", "Құпия Есім", "10")];
        assert!(!format!("{:?}", findings(&plan, &INFO)).contains("Есім"));
    }
}

//! `PLAN031`: the rows that name one person promise more than the whole of the working time.

use super::prelude::*;
use crate::plan::StaffMember;
use crate::value::text::fold_letters;

pub(super) const INFO: RuleInfo = RuleInfo {
    code: "PLAN031",
    name: "workingTimeAboveLimit",
    severity: Severity::Warning,
    since: "0.1",
    message: Saying {
        kk: "Бір адамды атайтын жолдардағы жұмыс уақытының қосындысы шектен асады. Жолдар саны: {rows}; қосындысы: {sum}; шегі: {limit}",
        ru: "Сумма рабочего времени по строкам, где назван один человек, выше предела. Число строк: {rows}; сумма: {sum}; предел: {limit}",
        en: "The working time of one person over all rows that name them is above the limit. Rows: {rows}; sum: {sum}; limit: {limit}",
    },
    what: RuleInfo::manual(
        "Whether the working time of one person, over the rows of both team tables that name them and run at the same \
           time, stays within the policy's limit. Names are compared without regard to case, spaces and look-alike \
           letters, and are never shown.",
    ),
    why: RuleInfo::manual(
        "The pay of a person at 120% of working time is returned with the first financial report.",
    ),
    example: RuleInfo::manual("the same name at 60% among the staff and at 50% among the specialists"),
    remedy: Saying {
        kk: "Жұмыс уақытын азайтыңыз немесе жолдардың мерзімін бөліңіз",
        ru: "Уменьшите рабочее время или разведите строки по срокам",
        en: "Lower the working time, or part the rows in time",
    },
};

pub(super) const RULE: Rule = Rule::signed(&INFO, check);

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let Some(limit) = context.policy.workload_limit.amount() else { return };
    let team = context.plan.team.staff.iter().chain(&context.plan.team.specialists);
    let mut named: Vec<(String, &StaffMember)> =
        team.map(|row| (fold_letters(row.name.reveal()), row)).filter(|(name, _)| !name.is_empty()).collect();
    named.sort_by(|(a, _), (b, _)| a.cmp(b));
    for of_person in named.chunk_by(|(a, _), (b, _)| a == b) {
        let rows: Vec<&StaffMember> = of_person.iter().map(|(_, row)| *row).collect();
        let Some(sum) = heaviest(&rows).filter(|sum| *sum > limit) else { continue };
        let Some(first) = rows.first() else { continue };
        out.push(
            Finding::new(&INFO, at(&first.id, "workloadPercent"))
                .lines(rows.iter().map(|row| row.id.clone()))
                .param(Param::count("rows", rows.len()))
                .param(Param::percent("sum", sum))
                .param(Param::percent("limit", limit)),
        );
    }
}

/// The most working time that one day asks of a person. A row without dates runs the whole time.
fn heaviest(rows: &[&StaffMember]) -> Option<Amount> {
    // The load changes on the first day of a row and on the day after its last: what ends comes before what begins.
    let mut changes: Vec<(Option<IsoDate>, bool, Amount)> = Vec::new();
    let mut load = Amount::ZERO;
    for row in rows {
        let Some(percent) = row.workload_percent else { continue };
        match row.from {
            Some(from) => changes.push((Some(from), true, percent)),
            None => load = load.checked_add(percent)?,
        }
        if let Some(after) = row.to.and_then(|to| to.add_days(1)) {
            changes.push((Some(after), false, percent));
        }
    }
    changes.sort_unstable();
    let mut heaviest = load;
    for (_, begins, percent) in changes {
        load = if begins { load.checked_add(percent)? } else { load.checked_sub(percent)? };
        heaviest = heaviest.max(load);
    }
    Some(heaviest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn team(staff: Vec<StaffMember>, specialists: Vec<StaffMember>) -> Plan {
        let mut plan = plan(Vec::new());
        plan.team.staff = staff;
        plan.team.specialists = specialists;
        plan
    }

    #[test]
    fn one_person_in_both_tables() {
        let plan = team(
            vec![person("s1", "Бірінші Қызметкер", "60")],
            vec![person("s2", "БІРІНШІ  Қызметкер", "50")],
        );
        assert_eq!(
            said(&plan, &INFO),
            "The working time of one person over all rows that name them is above the limit. Rows: 2; sum: 110%; \
             limit: 100%"
        );
        assert!(!format!("{:?}", findings(&plan, &INFO)).contains("Қызметкер"));
    }

    #[test]
    fn three_people_at_forty_percent() {
        let people = ["Бірінші", "Екінші", "Үшінші"].map(|name| person(name, name, "40"));
        assert_eq!(findings(&team(people.into(), Vec::new()), &INFO), []);
    }

    #[test]
    fn the_whole_of_the_working_time_is_within_the_limit() {
        let rows = |second| vec![person("s1", "Айгүл", "60"), person("s2", "Айгүл", second)];
        assert_eq!(findings(&team(rows("40"), Vec::new()), &INFO), []);
        assert_eq!(findings(&team(rows("40.5"), Vec::new()), &INFO).len(), 1);
    }

    #[test]
    fn rows_that_follow_each_other_do_not_add_up() {
        let spring = StaffMember { to: Some(date("2024-06-30")), ..person("s1", "Айгүл", "80") };
        let summer = StaffMember { from: Some(date("2024-07-01")), ..person("s2", "Айгүл", "80") };
        assert_eq!(findings(&team(vec![spring.clone(), summer], Vec::new()), &INFO), []);
        let overlap = StaffMember { from: Some(date("2024-06-30")), ..person("s2", "Айгүл", "80") };
        assert_eq!(findings(&team(vec![spring, overlap], Vec::new()), &INFO).len(), 1);
    }

    #[test]
    fn empty_rows_of_the_form_name_nobody() {
        let rows = vec![person("s1", " ", "60"), person("s2", "", "60")];
        assert_eq!(findings(&team(rows, Vec::new()), &INFO), []);
    }
}

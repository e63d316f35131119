//! `PLAN032`: spans of days that belong together do not fit each other.

use super::prelude::*;
use crate::finding::Place;
use crate::plan::ReportKind;

pub(super) const INFO: RuleInfo = RuleInfo {
    code: "PLAN032",
    name: "periodsClash",
    severity: Severity::Warning,
    since: "0.1",
    message: Saying {
        kk: "Кезеңдер бір-біріне сәйкес келмейді: {first}; {second}. Есепті кезеңдер қабаттаспауға, ал олар мен белсенді кезең жоба кезеңінің ішінде болуға тиіс",
        ru: "Периоды не согласуются между собой: {first}; {second}. Отчётные периоды не должны пересекаться, а они и активная фаза должны лежать внутри периода проекта",
        en: "These periods do not fit each other: {first}; {second}. Reporting periods must not overlap, and they and the active phase must lie within the project's period",
    },
    what: RuleInfo::manual(
        "Whether reporting periods run forward, do not overlap those of their kind, and lie within the project's period, as the active phase must.",
    ),
    why: RuleInfo::manual("A fact of a day that two periods share would be reported twice."),
    example: RuleInfo::manual("monthly periods of 1 to 30 June and 30 June to 31 July"),
    remedy: Saying {
        kk: "Кезеңдердің күндерін түзетіңіз",
        ru: "Исправьте даты периодов",
        en: "Correct the dates of the periods",
    },
};

pub(super) const RULE: Rule = Rule::signed(&INFO, check);

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let plan = context.plan;
    if let Some((phase, project)) =
        plan.active_phase.zip(plan.period).filter(|(phase, project)| !lies_within(*phase, *project))
    {
        out.push(clash(of_plan("activePhase"), phase, project));
    }
    // Sorted by kind and first day, a period overlaps the latest end before it or none.
    let mut periods: Vec<(&'static str, DateRange, &Id)> = plan
        .reporting_periods
        .iter()
        .map(|period| (kind(period.kind), DateRange { start: period.start, end: period.end }, &period.id))
        .collect();
    periods.sort_by_key(|(kind, range, _)| (*kind, range.start, range.end));
    for of_kind in periods.chunk_by(|(a, ..), (b, ..)| a == b) {
        let mut latest: Option<DateRange> = None;
        for (_, range, id) in of_kind {
            let place = || at(id, "start");
            let outside = plan.period.filter(|project| !lies_within(*range, *project));
            let overlapped = latest.filter(|latest| latest.end >= range.start);
            if let Some(other) = outside.or(overlapped) {
                out.push(clash(place(), *range, other).lines([(*id).clone()]));
            }
            if latest.is_none_or(|latest| latest.end < range.end) {
                latest = Some(*range);
            }
        }
    }
}

/// The name of a kind of report: a monthly and the final report may cover the same days.
const fn kind(kind: ReportKind) -> &'static str {
    match kind {
        ReportKind::Monthly => "monthly",
        ReportKind::Interim => "interim",
        ReportKind::Final => "final",
    }
}

/// Whether a span runs forward and lies within another.
fn lies_within(inner: DateRange, outer: DateRange) -> bool {
    inner.start <= inner.end && outer.contains(inner.start) && outer.contains(inner.end)
}

fn clash(place: Place, first: DateRange, second: DateRange) -> Finding {
    Finding::new(&INFO, place).param(Param::range("first", first)).param(Param::range("second", second))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::ReportingPeriod;

    fn periods(spans: &[(ReportKind, &str, &str)]) -> Plan {
        let mut plan = plan(Vec::new());
        plan.reporting_periods = spans
            .iter()
            .zip(1..)
            .map(|((kind, start, end), n)| ReportingPeriod {
                id: id(&format!("r{n}")),
                kind: *kind,
                start: date(start),
                end: date(end),
                due: None,
            })
            .collect();
        plan
    }

    #[test]
    fn two_months_that_share_a_day() {
        let plan = periods(&[
            (ReportKind::Monthly, "2024-06-01", "2024-06-30"),
            (ReportKind::Monthly, "2024-06-30", "2024-07-31"),
        ]);
        assert!(said(&plan, &INFO).starts_with(
            "These periods do not fit each other: June 30 – July 31, 2024; June 2024. Reporting periods must not overlap"
        ));
        assert_eq!(touched(&plan, &INFO), ["r2"]);
    }

    #[test]
    fn months_side_by_side_and_a_final_report_over_them() {
        let plan = periods(&[
            (ReportKind::Monthly, "2024-06-01", "2024-06-30"),
            (ReportKind::Monthly, "2024-07-01", "2024-07-31"),
            (ReportKind::Final, "2024-05-01", "2024-10-31"),
        ]);
        assert_eq!(findings(&plan, &INFO), []);
    }

    #[test]
    fn a_period_or_an_active_phase_outside_the_project_or_backwards() {
        let mut plan = periods(&[
            (ReportKind::Monthly, "2024-10-01", "2024-11-01"),
            (ReportKind::Interim, "2024-08-01", "2024-07-01"),
        ]);
        plan.active_phase = Some(range("2024-04-30", "2024-09-30"));
        assert_eq!(findings(&plan, &INFO).len(), 3);
        plan.active_phase = plan.period;
        assert_eq!(findings(&plan, &INFO).len(), 2);
    }
}

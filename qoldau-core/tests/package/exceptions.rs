//! The exceptions of a package are those of the report.

use std::collections::BTreeSet;

use qoldau_core::annex::{ReadLimits, read_annex};
use qoldau_core::language::Language;
use qoldau_core::package::{LineException, read_package};
use qoldau_core::report::ExceptionKind;
use qoldau_core::whole::{HoldOptions, freeze_journal, report_journal};

use super::day;

#[test]
fn a_package_tells_the_lines_that_the_report_tells() {
    let annex = include_bytes!("../../../examples/data/qoldau-2024.kk.docx");
    let journal = include_bytes!("../../../examples/data/season.jsonl");
    let plan = read_annex(annex, &ReadLimits::default()).unwrap().plan;
    let mut told = 0_usize;
    for as_of in ["2024-06-20", "2024-09-15", "2024-12-01"] {
        let frozen = freeze_journal(&plan, journal, day(as_of), &HoldOptions::default()).unwrap();
        let package = read_package(frozen.json.as_bytes()).unwrap();
        let report =
            report_journal(&plan, journal, day(as_of), Language::English, HoldOptions::default()).unwrap();
        for group in &report.exceptions {
            let Some(exception) = same(group.kind) else { continue };
            // The figures of the block stand in a group of their own.
            let groups = report.exceptions.iter().filter(|of| of.kind == group.kind);
            let lines =
                groups.flat_map(|group| &group.items).flat_map(|item| &item.lines).map(|line| &line.id);
            let of_report: BTreeSet<_> = lines.collect();
            let has = |of: &&qoldau_core::package::PackageLine| {
                of.exceptions.iter().flatten().any(|of| *of == exception)
            };
            let of_package: BTreeSet<_> = package.lines.iter().filter(has).map(|line| &line.line).collect();
            assert_eq!(of_package, of_report, "{as_of} {exception:?}");
            told = of_report.len().saturating_add(told);
        }
        let all = package.lines.iter().flat_map(|line| line.exceptions.iter().flatten());
        let of_report: BTreeSet<_> = report.exceptions.iter().filter_map(|group| same(group.kind)).collect();
        let beside = [LineException::Unproven, LineException::WaitsForApproval];
        let unknown: Vec<_> = all.filter(|of| !of_report.contains(of) && !beside.contains(of)).collect();
        assert!(unknown.is_empty(), "{unknown:?}");
    }
    assert!(told > 20, "{told}");
}

const fn same(kind: ExceptionKind) -> Option<LineException> {
    Some(match kind {
        ExceptionKind::Overdue => LineException::Overdue,
        ExceptionKind::ClaimedNotProven => LineException::ClaimedNotProven,
        ExceptionKind::ListDiffers => LineException::ListDiffers,
        ExceptionKind::Late => LineException::Late,
        ExceptionKind::Shared => LineException::Shared,
        ExceptionKind::ProofLost => LineException::ProofLost,
        ExceptionKind::Returned => LineException::Returned,
        ExceptionKind::AcceptedLess => LineException::AcceptedLess,
        ExceptionKind::NotApplicable => LineException::NotApplicable,
        // It is about events and not about lines.
        ExceptionKind::ProbableDouble => return None,
    })
}

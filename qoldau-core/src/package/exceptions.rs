//! Why the operator should look at a line.

use qoldau_derive::Decode;
use serde::Serialize;

use crate::assess::{
    Headline, ImpactStanding, LineEvidence, LineStanding, Progress, Proof, ReasonCode, TargetStanding, Timing,
};
use crate::facts::ReviewState;

/// Why somebody should look at a line. They are the report's, and those of a line that nothing proves or that waits for
/// somebody's approval.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum LineException {
    /// The time is over and the promise is not met.
    Overdue,
    /// What was claimed is not what is proven.
    ClaimedNotProven,
    /// Something was claimed, and nothing proves it.
    Unproven,
    /// Rows of lists and number of participants differ, or a list is not signed.
    ListDiffers,
    /// Something is late or outside the project's time.
    Late,
    /// A piece of its evidence serves other lines too.
    Shared,
    /// Proof is lost or incomplete.
    ProofLost,
    /// An approval or agreement that it needs is not there.
    WaitsForApproval,
    /// The operator returned it with a remark.
    Returned,
    /// The operator accepted less than was proven.
    AcceptedLess,
    /// Somebody recorded that it does not apply.
    NotApplicable,
}

/// Whether a target is an exception of a sort.
type Is = fn(&TargetStanding) -> bool;

/// Exceptions that any of a line's targets may be.
const OF_TARGETS: [(LineException, Is); 7] = [
    (LineException::ClaimedNotProven, |target| target.claimed.is_some() && target.claimed != target.proven),
    (LineException::Unproven, |target| target.claimed.is_some() && target.proof == Proof::None),
    (LineException::ListDiffers, |target| {
        has(target, &[ReasonCode::RowsDiffer, ReasonCode::RowsUnknown, ReasonCode::ListUnsigned])
    }),
    (LineException::Late, |target| {
        matches!(target.timing, Timing::Late | Timing::OutsideProject)
            || has(target, &[ReasonCode::Late, ReasonCode::EvidenceLate])
    }),
    (LineException::ProofLost, |target| target.proof == Proof::Lost || has(target, &PROOF_LOST)),
    (LineException::Returned, |target| target.review == ReviewState::Returned),
    (LineException::AcceptedLess, |target| has(target, &[ReasonCode::AcceptedLess])),
];

const PROOF_LOST: [ReasonCode; 5] = [
    ReasonCode::ProofLost,
    ReasonCode::ProofIncomplete,
    ReasonCode::EventNotHeld,
    ReasonCode::ItemsOfSeveralEvents,
    ReasonCode::ItemsWithoutEvent,
];

fn has(target: &TargetStanding, codes: &[ReasonCode]) -> bool {
    target.reasons.iter().any(|reason| codes.contains(&reason.code))
}

/// Why somebody should look at a line of an activity.
pub(super) fn of_line(line: &LineStanding, evidence: Option<&LineEvidence>) -> Vec<LineException> {
    let of_targets = OF_TARGETS.iter().filter(|(_, is)| line.targets.iter().any(is));
    let mut exceptions: Vec<LineException> = of_targets.map(|(exception, _)| *exception).collect();
    match line.headline {
        Headline::Overdue => exceptions.push(LineException::Overdue),
        Headline::NotApplicable => exceptions.push(LineException::NotApplicable),
        Headline::Proven | Headline::NotDue | Headline::NeedsAction => {}
    }
    if !line.approvals_missing.is_empty() {
        exceptions.push(LineException::WaitsForApproval);
    }
    if shares(evidence) {
        exceptions.push(LineException::Shared);
    }
    exceptions.sort();
    exceptions
}

/// Why somebody should look at a line of the social-impact block.
pub(super) fn of_impact(line: &ImpactStanding, evidence: Option<&LineEvidence>) -> Vec<LineException> {
    let overdue = (line.progress == Progress::Overdue).then_some(LineException::Overdue);
    overdue.into_iter().chain(shares(evidence).then_some(LineException::Shared)).collect()
}

fn shares(evidence: Option<&LineEvidence>) -> bool {
    evidence.is_some_and(|evidence| evidence.items.iter().any(|item| !item.shared_with.is_empty()))
}

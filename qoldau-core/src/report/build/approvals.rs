//! The leader's view: what waits for an approval.

use super::Context;
use super::to_do::has_to_do;
use crate::report::model::ApprovalWait;

/// Lines that the list of what is to do names and whose approval is missing, in the annex's order.
pub(super) fn approvals(context: &Context<'_>) -> Vec<ApprovalWait> {
    let mut waits = Vec::new();
    let as_of = context.assessment.as_of;
    for activity in context.assessment.tasks.iter().flat_map(|task| &task.activities) {
        for line in activity.lines.iter().filter(|line| has_to_do(line, as_of)) {
            let due = line.targets.iter().find_map(|target| target.window).or(activity.window);
            for by in &line.approvals_missing {
                waits.push(ApprovalWait {
                    line: context.line_ref(&line.id),
                    by: context.word(by.key()).into(),
                    until: due.map(|due| context.day(due.end)),
                    past: due.is_some_and(|due| due.end < as_of),
                });
            }
        }
    }
    waits
}

//! The evidence attached to every line, with what it counts for.

use super::events::Events;
use super::evidence::{date_of, is_further_document, of_kind, validity};
use super::ledger::{Ledger, Seen};
use super::standing::{EvidenceUse, LineEvidence, Validity};
use crate::facts::{Evidence, Observations};
use crate::plan::{Indicator, Plan};
use crate::value::IsoDate;

/// The evidence attached to every line of the plan at the end of the day `as_of`, in the plan's order: what counts,
/// what does not and why, and which other lines an item also serves.
#[must_use]
pub fn evidence_of(plan: &Plan, observations: &Observations, as_of: IsoDate) -> Vec<LineEvidence> {
    let ledger = Ledger::gather(plan, observations, as_of);
    let events = Events::gather(&ledger);
    let attached = |line: &Indicator| {
        let used = |item: &Seen<'_, Evidence>| evidence_use(line, item, &ledger, &events);
        let mut items: Vec<EvidenceUse> = ledger.line(&line.id).evidence.iter().map(used).collect();
        items.sort_by(|a, b| a.date.cmp(&b.date).then_with(|| a.item.cmp(&b.item)));
        LineEvidence { line: line.id.clone(), items }
    };
    plan.lines().map(|(_, _, line)| attached(line)).collect()
}

fn evidence_use(
    line: &Indicator,
    item: &Seen<'_, Evidence>,
    ledger: &Ledger<'_>,
    events: &Events<'_>,
) -> EvidenceUse {
    let counted = !line.kind.counts_artefacts()
        || is_further_document(line, item.fact.kind)
        || line.targets.iter().any(|target| of_kind(line, target, item.fact));
    EvidenceUse {
        item: item.fact.item.clone(),
        entry: item.by.entry.clone(),
        date: date_of(item),
        validity: match validity(line, item.fact, ledger, events) {
            Validity::Valid if !counted => Validity::OtherKind,
            validity => validity,
        },
        shared_with: item.fact.lines.iter().filter(|id| **id != line.id).cloned().collect(),
    }
}

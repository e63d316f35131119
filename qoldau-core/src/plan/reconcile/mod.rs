//! A supplementary agreement: which line of the plan each line of the new annex is, the next edition of the plan, and
//! what differs between two editions. `docs/amendments.md` states the rules.

mod align;
mod amend;
mod changes;
mod diff;
mod error;
mod findings;
pub(crate) mod fresh;
mod given;
mod gone;
mod mapping;
mod model;
mod node;
mod readings;
mod rows;
mod rules;
mod say;

pub use amend::amend;
pub use diff::diff;
pub use error::AmendError;
pub use given::check_given_editions;
pub use model::*;
pub(crate) use readings::{only_number, outdated};
pub use rules::AMEND_RULES;
pub use say::{render_diff, render_reconciliation, say_agreement, say_withdrawn_by};

use self::mapping::Mapping;
use crate::plan::Plan;

/// Says which part of a plan each part of a new annex is, as far as that can be said, and what would change.
///
/// The new annex is a plan as it was read: its ids say nothing of the plan in force. What is unsure waits for an answer,
/// which is given with the amendment; an answer goes before what is proposed, for any part, and may settle others.
/// Nothing is refused here: [`amend`] refuses what cannot be carried out.
#[must_use]
pub fn reconcile(old: &Plan, amended: &Plan, amendment: &Amendment) -> Reconciliation {
    let mapping = Mapping::propose(old, amended, &amendment.answers);
    let rows = rows::rows(old, amended, &mapping);
    Reconciliation {
        plan: old.id.clone(),
        edition: amend::next_edition(old),
        agreement: amendment.agreement.clone(),
        effective_from: amendment.effective_from,
        counts: rows::counts(&rows),
        findings: findings::of_proposal(old, amended, amendment, &mapping, &rows),
        rows,
    }
}

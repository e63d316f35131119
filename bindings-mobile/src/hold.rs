//! Holding a plan against its facts.

use qoldau_core::facts::Entry;
use qoldau_core::failure::to_canonical_json;
use qoldau_core::plan::{self, Plan};
use qoldau_core::value::IsoDate;
use qoldau_core::whole::{self, Held, JournalEvidence};

use crate::{HoldOptions, QoldauError};

/// Where every line stands at the end of a day by a journal as bytes. The quick door: the facts are not carried one by
/// one. Errors: `FCT001` to `FCT003`.
#[uniffi::export(default(options = None))]
pub fn assess(
    plan: &Plan,
    journal: Vec<u8>,
    as_of: IsoDate,
    options: Option<HoldOptions>,
) -> Result<Held, QoldauError> {
    Ok(whole::assess_journal(plan, &journal, as_of, options.unwrap_or_default().into())?)
}

/// Where every line stands at the end of a day by entries that the host holds as values. A finding's line is the entry's
/// position, counted from 1. Error: `FCT002`.
#[uniffi::export(default(options = None))]
pub fn assess_entries(
    plan: &Plan,
    entries: Vec<Entry>,
    as_of: IsoDate,
    options: Option<HoldOptions>,
) -> Result<Held, QoldauError> {
    Ok(whole::assess_entries(plan, entries, as_of, options.unwrap_or_default().into())?)
}

/// For every line the evidence that was recorded for it until the end of a day, and how each item counts; what of
/// the journal could not be taken is told. Errors: `FCT001` to `FCT003`.
#[uniffi::export]
pub fn evidence_of(plan: &Plan, journal: Vec<u8>, as_of: IsoDate) -> Result<JournalEvidence, QoldauError> {
    Ok(whole::evidence_of_journal(plan, &journal, as_of)?)
}

/// `assess` without a record on the way: the plan as JSON (as `read_plan` reads it), the journal as bytes, and the answer
/// as canonical JSON, the text that `held_to_json` gives. The quickest door, for hosts that store or pass on JSON. Errors:
/// `PLN001` to `PLN004`, `FCT001` to `FCT003`.
#[uniffi::export(default(options = None))]
pub fn assess_json(
    plan: Vec<u8>,
    journal: Vec<u8>,
    as_of: IsoDate,
    options: Option<HoldOptions>,
) -> Result<String, QoldauError> {
    let plan = plan::read_plan(&plan)?;
    let held = whole::assess_journal(&plan, &journal, as_of, options.unwrap_or_default().into())?;
    Ok(to_canonical_json(&held)?)
}

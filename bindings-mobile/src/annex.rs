//! Reading an annex.

use qoldau_core::annex::{self, AnnexRead, PairChoice, ReadLimits};
use qoldau_core::finding::Place;
use qoldau_core::plan::Plan;
use qoldau_core::value::Id;

use crate::QoldauError;

/// Reads an annex: a .docx, or UTF-8 text in which a tab opens a cell. What is not understood is kept in the plan word
/// for word and told by a finding. Errors: `ANX001` to `ANX014`, `ANX016`.
#[uniffi::export(default(limits = None))]
pub fn read_annex(bytes: Vec<u8>, limits: Option<ReadLimits>) -> Result<AnnexRead, QoldauError> {
    Ok(annex::read_annex(&bytes, &limits.unwrap_or_default())?)
}

/// The words at a place of the document, as they stand: findings carry places, the words are fetched only where somebody
/// asks for them. They may be personal data. Errors: those of `read_annex`, and `ANX015` when nothing stands there.
#[uniffi::export(default(limits = None))]
pub fn excerpt(bytes: Vec<u8>, place: &Place, limits: Option<ReadLimits>) -> Result<String, QoldauError> {
    Ok(annex::excerpt(&bytes, place, &limits.unwrap_or_default())?)
}

/// Settles the unpaired names and values of an activity. Every name and every value must be taken once; the order of the
/// choices is that of the lines. Errors: `ANX020` to `ANX026`.
#[uniffi::export]
pub fn pair(plan: Plan, activity: &Id, choices: Vec<PairChoice>) -> Result<Plan, QoldauError> {
    Ok(annex::pair(plan, activity, &choices)?)
}

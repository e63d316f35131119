//! The document: reading an annex, fetching its words, settling what could not be paired.

use qoldau_core::annex::{self, AnnexRead, PairChoice, ReadLimits};
use qoldau_core::finding::Place;
use qoldau_core::plan::Plan;
use qoldau_core::value::Id;
use tsify::Ts;
use wasm_bindgen::prelude::*;

use qoldau_wasm_boundary::{bytes, give_typed, take, thrown, typed, typed_or_default};

/// Reads an annex: a .docx, or UTF-8 text in which a tab opens a cell. What is not understood is kept in the plan word
/// for word and told by a finding.
///
/// Throws `ANX001` to `ANX016` when the document cannot be read whole.
#[wasm_bindgen(js_name = readAnnex)]
pub fn read_annex(
    #[wasm_bindgen(unchecked_param_type = "Uint8Array")] document: &JsValue,
    limits: Option<Ts<ReadLimits>>,
) -> Result<Ts<AnnexRead>, JsValue> {
    let (document, limits) = (bytes("bytes", document)?, typed_or_default("limits", limits)?);
    give_typed(&annex::read_annex(&document, &limits).map_err(thrown)?)
}

/// The words at a place of the document, as they stand. Findings and unread parts of a plan carry places; the words
/// are fetched only where somebody asks for them.
///
/// Throws `ANX015` when nothing stands at the place, and what {@link readAnnex} throws.
#[wasm_bindgen]
pub fn excerpt(
    #[wasm_bindgen(unchecked_param_type = "Uint8Array")] document: &JsValue,
    place: &Ts<Place>,
    limits: Option<Ts<ReadLimits>>,
) -> Result<String, JsValue> {
    let (document, place) = (bytes("bytes", document)?, typed("place", place)?);
    annex::excerpt(&document, &place, &typed_or_default("limits", limits)?).map_err(thrown)
}

/// Settles the unpaired names and values of an activity: the plan with lines made of the choices, in their order. Every
/// name and every value must be taken once.
///
/// Throws `ANX020` to `ANX026`.
#[wasm_bindgen]
pub fn pair(
    plan: &Ts<Plan>,
    activity: &Ts<Id>,
    #[wasm_bindgen(unchecked_param_type = "PairChoice[]")] choices: &JsValue,
) -> Result<Ts<Plan>, JsValue> {
    let (plan, activity) = (typed("plan", plan)?, typed("activity", activity)?);
    let choices: Vec<PairChoice> = take("choices", choices)?;
    give_typed(&annex::pair(plan, &activity, &choices).map_err(thrown)?)
}

//! Reach in parts: exact, or as a sketch.

use qoldau_core::people::reach::{
    Attendance, Headcount, PersonFacts, PersonSketch, Reach, ReachPart, ReachQuestion,
};
use qoldau_core::value::Id;
use qoldau_core::whole::registry;
use qoldau_wasm_boundary::{give_typed, take, take_by_serde, thrown, typed};
use tsify::Ts;
use wasm_bindgen::prelude::*;

/// What one part of the work says towards a question of reach: people by pseudonyms of the named key, and headcounts. It holds no name and no birth.
///
/// Throws `INP001` at `/question/by` for more than three dimensions, at `/question/period` for a period that ends before it begins.
#[wasm_bindgen(js_name = reachPart)]
pub fn reach_part(
    key: &Ts<Id>,
    #[wasm_bindgen(unchecked_param_type = "PersonFacts[]")] people: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "Attendance[]")] attendances: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "Headcount[]")] headcounts: &JsValue,
    question: &Ts<ReachQuestion>,
) -> Result<Ts<ReachPart>, JsValue> {
    let key: Id = typed("key", key)?;
    let known: Vec<PersonFacts> = take("people", people)?;
    let attendances: Vec<Attendance> = take("attendances", attendances)?;
    let headcounts: Vec<Headcount> = take("headcounts", headcounts)?;
    let question = typed("question", question)?;
    give_typed(&registry::reach_part(&key, &known, &attendances, &headcounts, &question).map_err(thrown)?)
}

/// Puts parts together: the same whole in whatever order they come, and however often.
///
/// Throws `INP001` at `/parts` for none, `PPE005` and `PPE006` for parts that do not belong together.
#[wasm_bindgen(js_name = mergeReachParts)]
pub fn merge_reach_parts(
    #[wasm_bindgen(unchecked_param_type = "ReachPart[]")] parts: &JsValue,
) -> Result<Ts<ReachPart>, JsValue> {
    let parts: Vec<ReachPart> = take_by_serde("parts", parts)?;
    give_typed(&registry::merge_reach_parts(&parts).map_err(thrown)?)
}

/// The reach of a part, or of parts put together.
///
/// Throws `INP001` at `/part/question/by` for more than three dimensions, at `/part/question/period` for a period that ends before it begins.
#[wasm_bindgen(js_name = reachOfPart)]
pub fn reach_of_part(
    #[wasm_bindgen(unchecked_param_type = "ReachPart")] part: &JsValue,
) -> Result<Ts<Reach>, JsValue> {
    let part: ReachPart = take_by_serde("part", part)?;
    give_typed(&registry::reach_of_part(&part).map_err(thrown)?)
}

/// The sketch of a set of people by pseudonyms of the named key: four kilobytes, from which their number follows to within 1.6 %.
#[wasm_bindgen(js_name = sketchPersons)]
pub fn sketch_persons(
    key: &Ts<Id>,
    #[wasm_bindgen(unchecked_param_type = "Id[]")] persons: &JsValue,
) -> Result<Ts<PersonSketch>, JsValue> {
    let (key, persons): (Id, Vec<Id>) = (typed("key", key)?, take("persons", persons)?);
    give_typed(&registry::sketch_persons(&key, &persons))
}

/// Puts sketches together: whoever is in any of them, once.
///
/// Throws `INP001` at `/sketches` for none, `PPE007`, `PPE008`.
#[wasm_bindgen(js_name = mergeSketches)]
pub fn merge_sketches(
    #[wasm_bindgen(unchecked_param_type = "PersonSketch[]")] sketches: &JsValue,
) -> Result<Ts<PersonSketch>, JsValue> {
    let sketches: Vec<PersonSketch> = take("sketches", sketches)?;
    give_typed(&registry::merge_sketches(&sketches).map_err(thrown)?)
}

/// About how many different people are in a sketch.
///
/// Throws `PPE008`.
#[wasm_bindgen(js_name = estimateSketch)]
pub fn estimate_sketch(sketch: &Ts<PersonSketch>) -> Result<u32, JsValue> {
    registry::estimate_sketch(&typed("sketch", sketch)?).map_err(thrown)
}

//! Reach, exactly and as it may leave the house.

use qoldau_core::people::reach::{
    Attendance, Headcount, PersonFacts, Reach, ReachPolicy, ReachQuestion, ShownReach,
};
use qoldau_core::value::IsoDate;
use qoldau_core::whole::people;
use qoldau_wasm_boundary::{give_typed, take, thrown, typed, typed_or_default};
use tsify::Ts;
use wasm_bindgen::prelude::*;

/// A date from its text, `2024-06-14`: how the branded type is made.
///
/// Throws `INP001` for what is no date.
#[wasm_bindgen(js_name = isoDate)]
pub fn iso_date(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
) -> Result<Ts<IsoDate>, JsValue> {
    give_typed(&take::<IsoDate>("text", text)?)
}

/// How many people events reached: participations, different people between bounds where only heads were counted, new and returning, and a table
/// with all subtotals.
///
/// Throws `INP001` at `/question/by` for more than three dimensions, at `/question/period` for a period that ends before it begins.
#[wasm_bindgen(js_name = countReach)]
pub fn count_reach(
    #[wasm_bindgen(unchecked_param_type = "PersonFacts[]")] people: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "Attendance[]")] attendances: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "Headcount[]")] headcounts: &JsValue,
    question: &Ts<ReachQuestion>,
) -> Result<Ts<Reach>, JsValue> {
    let known: Vec<PersonFacts> = take("people", people)?;
    let attendances: Vec<Attendance> = take("attendances", attendances)?;
    let headcounts: Vec<Headcount> = take("headcounts", headcounts)?;
    let question = typed("question", question)?;
    give_typed(&people::count_reach(&known, &attendances, &headcounts, &question).map_err(thrown)?)
}

/// How many people events reached, as it may leave the house: counts from 1 up to below the smallest of the policy are hidden, and as many others as
/// it takes that they do not follow. Null in the place of a number means that it is hidden. Where the question names no groups of ages, they are those
/// of the policy.
///
/// Throws `INP001` at `/question/by` for more than three dimensions, at `/question/period` for a period that ends before it begins.
#[wasm_bindgen(js_name = shownReach)]
pub fn shown_reach(
    #[wasm_bindgen(unchecked_param_type = "PersonFacts[]")] people: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "Attendance[]")] attendances: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "Headcount[]")] headcounts: &JsValue,
    question: &Ts<ReachQuestion>,
    policy: Option<Ts<ReachPolicy>>,
) -> Result<Ts<ShownReach>, JsValue> {
    let known: Vec<PersonFacts> = take("people", people)?;
    let attendances: Vec<Attendance> = take("attendances", attendances)?;
    let headcounts: Vec<Headcount> = take("headcounts", headcounts)?;
    let (question, policy) = (typed("question", question)?, typed_or_default("policy", policy)?);
    give_typed(&people::shown_reach(&known, &attendances, &headcounts, &question, &policy).map_err(thrown)?)
}

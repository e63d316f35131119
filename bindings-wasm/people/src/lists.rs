//! Lists of people: read, held against each other, counted.

use qoldau_core::people::duplicates::{DuplicateOptions, Duplicates, ListPairing, ListedPerson};
use qoldau_core::people::import::{ColumnChoice, PeopleTable};
use qoldau_core::people::reach::{
    Attendance, Headcount, PersonFacts, Reach, ReachPolicy, ReachQuestion, ShownReach,
};
use qoldau_core::whole::people::{self, ColumnGuess};
use qoldau_wasm_boundary::{bytes, give_typed, take, take_or_default, thrown, typed, typed_or_default};
use tsify::Ts;
use wasm_bindgen::prelude::*;

/// Guesses which column of a list (CSV, its headings below titles, or none) holds what: by the headings in three languages, and by what most cells are.
///
/// Throws `TBL001` to `TBL004` and `TBL008` for bytes that are no table.
#[wasm_bindgen(js_name = guessColumns)]
pub fn guess_columns(
    #[wasm_bindgen(unchecked_param_type = "Uint8Array")] list: &JsValue,
) -> Result<Ts<ColumnGuess>, JsValue> {
    give_typed(&people::guess_columns(&bytes("bytes", list)?).map_err(thrown)?)
}

/// Reads a list of people (CSV, its headings below titles, or none). Without columns they are guessed. Nothing is dropped: a cell that cannot be read
/// is kept as it stands and has a finding.
///
/// Throws `TBL001` to `TBL004` and `TBL008` for bytes that are no table.
#[wasm_bindgen(js_name = importPeople)]
pub fn import_people(
    #[wasm_bindgen(unchecked_param_type = "Uint8Array")] list: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "ColumnChoice[] | null")] columns: &JsValue,
) -> Result<Ts<PeopleTable>, JsValue> {
    let list = bytes("bytes", list)?;
    let columns: Option<Vec<ColumnChoice>> = take_or_default("columns", columns)?;
    give_typed(&people::import_people(&list, columns.as_deref()).map_err(thrown)?)
}

/// Which rows are one person, and of which it cannot be told, with reasons. What people decided goes before match rules, and those before what
/// was compared.
///
/// Throws `PPE001` for more than 4,000,000 rows.
#[wasm_bindgen(js_name = findDuplicates)]
pub fn find_duplicates(
    #[wasm_bindgen(unchecked_param_type = "ListedPerson[]")] people: &JsValue,
    options: Option<Ts<DuplicateOptions>>,
) -> Result<Ts<Duplicates>, JsValue> {
    let rows: Vec<ListedPerson> = take("people", people)?;
    let options = typed_or_default("options", options)?;
    give_typed(&people::find_duplicates(&rows, &options).map_err(thrown)?)
}

/// Who of one list is who of another, or of a registry by `registryRows` of `qoldau/registry`: each with one partner at most, so that the chances of all
/// pairs together are the greatest. `one` of a pair, and of a decision, is a row of the first list and `other` of the second.
///
/// Throws `PPE001` for more than 4,000,000 rows.
#[wasm_bindgen(js_name = pairLists)]
pub fn pair_lists(
    #[wasm_bindgen(unchecked_param_type = "ListedPerson[]")] first: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "ListedPerson[]")] second: &JsValue,
    options: Option<Ts<DuplicateOptions>>,
) -> Result<Ts<ListPairing>, JsValue> {
    let (first, second): (Vec<ListedPerson>, Vec<ListedPerson>) =
        (take("first", first)?, take("second", second)?);
    let options = typed_or_default("options", options)?;
    give_typed(&people::pair_lists(&first, &second, &options).map_err(thrown)?)
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

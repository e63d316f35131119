//! The state of a project, as an object that is kept up to date entry by entry.

use qoldau_core::assess::{Assessment, Changed, LineStanding, State};
use qoldau_core::facts::{Entry, FactsLimits};
use qoldau_core::failure::in_order;
use qoldau_core::journal::Envelope;
use qoldau_core::plan::{Plan, Policy};
use qoldau_core::value::{DateRange, Id, IsoDate};
use qoldau_core::whole::{apply_envelopes, facts_of};
use tsify::Ts;
use wasm_bindgen::prelude::*;

use qoldau_wasm_boundary::{bytes, give, give_typed, take, take_or_default, thrown, typed, typed_or_default};

/// A plan with everything that is known of its work, in memory, kept up to date entry by entry.
///
/// A phone that records one count asks {@link ProjectState.apply} what stands otherwise for it, and {@link ProjectState.assessLine} for
/// those lines alone. Entries may come in any order and any number of times; what the state says depends only on which of them came,
/// and is what {@link assess} says of all of them at once.
///
/// It is let go of with the last reference to it, or at once by `free()`. After a failure of the module (`INT001`) its calls throw
/// `INT002`: make it anew.
#[wasm_bindgen]
#[derive(Debug)]
pub struct ProjectState {
    state: State,
}

#[wasm_bindgen]
impl ProjectState {
    /// The state of a plan of which nothing is known yet. `editions` are its other editions, in any order: every day is judged by the
    /// one that was in force.
    ///
    /// Throws `INP001` for what is no plan.
    #[wasm_bindgen(constructor)]
    pub fn new(
        plan: &Ts<Plan>,
        #[wasm_bindgen(unchecked_optional_param_type = "readonly Plan[] | null")] editions: &JsValue,
    ) -> Result<Self, JsValue> {
        let (plan, editions): (Plan, Vec<Plan>) =
            (typed("plan", plan)?, take_or_default("editions", editions)?);
        Ok(Self { state: State::new(plan, editions) })
    }

    /// Takes one entry and says what may stand otherwise for it. An entry that could not count, or that is known already, changes
    /// nothing.
    pub fn apply(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "Entry")] entry: &JsValue,
    ) -> Result<Ts<Changed>, JsValue> {
        let entry: Entry = take("entry", entry)?;
        give_typed(&self.state.apply(entry))
    }

    /// Takes entries of a journal, as {@link recordEntry} and {@link readJournal} give them, and says what may stand otherwise for all
    /// of them. One whose body says nothing of its kind is named in `unread`, and changes nothing.
    #[wasm_bindgen(js_name = applyEnvelopes)]
    pub fn apply_envelopes(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "readonly Envelope[]")] envelopes: &JsValue,
    ) -> Result<Ts<Changed>, JsValue> {
        let envelopes: Vec<Envelope> = take("envelopes", envelopes)?;
        give_typed(&apply_envelopes(&mut self.state, &envelopes))
    }

    /// Takes a whole journal as bytes, in either form; any line may stand otherwise. What of it could not be taken is told.
    ///
    /// Throws `FCT001` to `FCT003`; nothing is taken then.
    #[wasm_bindgen(js_name = applyJournal, unchecked_return_type = "Finding[]")]
    pub fn apply_journal(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "Uint8Array")] journal: &JsValue,
        limits: Option<Ts<FactsLimits>>,
    ) -> Result<JsValue, JsValue> {
        let (journal, limits) = (bytes("journal", journal)?, typed_or_default("limits", limits)?);
        let facts = facts_of(&journal, &limits).map_err(thrown)?;
        for entry in facts.entries {
            self.state.apply(entry);
        }
        give(&facts.findings)
    }

    /// Says whether an entry counts, for hosts that count only what a review has approved; every entry does until this says otherwise.
    /// What it replaced stays replaced.
    pub fn count(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "Id")] entry: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "boolean")] counts: &JsValue,
    ) -> Result<Ts<Changed>, JsValue> {
        let (entry, counts): (Id, bool) = (take("entry", entry)?, take("counts", counts)?);
        give_typed(&self.state.count(&entry, counts))
    }

    /// Says where every line stands at the end of a day, past or present. A period's figures stand beside the cumulative ones.
    pub fn assess(
        &self,
        #[wasm_bindgen(js_name = asOf)] as_of: &Ts<IsoDate>,
        #[wasm_bindgen(unchecked_optional_param_type = "Policy | null")] policy: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "DateRange | null")] period: &JsValue,
    ) -> Result<Ts<Assessment>, JsValue> {
        let policy: Policy = take_or_default("policy", policy)?;
        let period: Option<DateRange> = take_or_default("period", period)?;
        in_order(period, "/period").map_err(thrown)?;
        give_typed(&self.state.assess(typed("asOf", as_of)?, &policy, period))
    }

    /// Says where one line stands at the end of a day, by its own facts alone; `null` where the edition of that day has no such line.
    #[wasm_bindgen(js_name = assessLine, unchecked_return_type = "LineStanding | null")]
    pub fn assess_line(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Id")] line: &JsValue,
        #[wasm_bindgen(js_name = asOf)] as_of: &Ts<IsoDate>,
        #[wasm_bindgen(unchecked_optional_param_type = "Policy | null")] policy: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "DateRange | null")] period: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let (line, as_of): (Id, IsoDate) = (take("line", line)?, typed("asOf", as_of)?);
        let policy: Policy = take_or_default("policy", policy)?;
        let period: Option<DateRange> = take_or_default("period", period)?;
        in_order(period, "/period").map_err(thrown)?;
        let standing: Option<LineStanding> = self.state.assess_line(&line, as_of, &policy, period);
        give(&standing)
    }
}

//! The journal that several phones keep: recording, joining, settling, verifying.

use js_sys::{Reflect, Uint8Array};
use qoldau_core::facts::FactsLimits;
use qoldau_core::journal::{Draft, Envelope, Stamp, Verification};
use qoldau_core::value::Id;
use qoldau_core::whole::{self, JournalConflicts, JournalContents, JournalForm, MergedJournals, Recorded};
use tsify::Ts;
use wasm_bindgen::prelude::*;

use qoldau_wasm_boundary::{
    bytes, give, give_typed, lists_of_bytes, take, take_or_default, thrown, typed, typed_or_default,
};

/// The first line of a new journal, without the line's end.
#[wasm_bindgen(js_name = journalHeader)]
pub fn journal_header(
    #[wasm_bindgen(unchecked_optional_param_type = "Id | null")] plan: &JsValue,
) -> Result<String, JsValue> {
    Ok(whole::journal_header(take_or_default::<Option<Id>>("plan", plan)?.as_ref()))
}

/// Makes the next entry of a device: numbered, timed, sealed and linked to the one before it. Append the `line` to the
/// journal, or keep the `entry`; nothing is kept here.
///
/// `journal` need not be the whole one. Two lines give the same entry however long the journal is: the last entry of the
/// device, and of all entries whose clock is no more than 31 days ahead of `stamp.now` the one of the greatest clock. (Not the
/// greatest of all: a phone whose year is wrong would hide the others.) Whether the id is taken is then yours to know. No bytes stand for a
/// journal without entries. What of it cannot be read is told in `findings`, and the entry is made all the same.
///
/// Throws `JRN002` to `JRN005`: a time that is no instant, an unfit salt, an id that is taken, an entry that could not
/// count (`params.finding` is the code of the finding that says why); `JRN007` and `JRN008` where the device has no later
/// clock or no further number.
#[wasm_bindgen(js_name = recordEntry)]
pub fn record_entry(
    #[wasm_bindgen(unchecked_param_type = "Uint8Array")] journal: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "Draft")] draft: &JsValue,
    stamp: &Ts<Stamp>,
) -> Result<Ts<Recorded>, JsValue> {
    let (journal, draft): (Vec<u8>, Draft) = (bytes("journal", journal)?, take("draft", draft)?);
    give_typed(&whole::record_entry(&journal, draft, &typed("stamp", stamp)?).map_err(thrown)?)
}

/// The clock of the next entry, later than the host's time in UTC and than the greatest clock it has seen.
/// {@link recordEntry} does this by itself, and counts from no clock of another device that is more than 31 days ahead.
///
/// Throws `JRN002` for a time that is no instant, `JRN007` where no clock is later than the greatest.
#[wasm_bindgen(js_name = nextClock)]
pub fn next_clock(
    #[wasm_bindgen(unchecked_param_type = "string")] now: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "string | null")] newest: &JsValue,
) -> Result<String, JsValue> {
    let (now, newest): (String, Option<String>) = (take("now", now)?, take_or_default("newest", newest)?);
    Ok(whole::next_clock(&now, newest.as_deref()).map_err(thrown)?.into())
}

/// The entries of a journal, JSON lines or the compact form, with their envelopes; bodies stand as they are. What the
/// entries say is told by {@link readFacts}.
///
/// Throws `FCT001` to `FCT003` when it cannot be read as a whole, `JRN001` when it names two plans.
#[wasm_bindgen(js_name = readJournal)]
pub fn read_journal(
    #[wasm_bindgen(unchecked_param_type = "Uint8Array")] journal: &JsValue,
    limits: Option<Ts<FactsLimits>>,
) -> Result<Ts<JournalContents>, JsValue> {
    let (journal, limits) = (bytes("journal", journal)?, typed_or_default("limits", limits)?);
    give_typed(&whole::journal_contents(&journal, &limits).map_err(thrown)?)
}

/// Entries in any order as a journal. Equal entries give equal bytes, and what an erasure among them names loses its
/// body. A journal that is only to take another form is handed as bytes to {@link mergeJournals}.
#[wasm_bindgen(js_name = writeJournal, unchecked_return_type = "Uint8Array")]
pub fn write_journal(
    #[wasm_bindgen(unchecked_param_type = "Id | null")] plan: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "readonly (Envelope | Entry)[]")] entries: &JsValue,
    form: &Ts<JournalForm>,
) -> Result<Uint8Array, JsValue> {
    let plan: Option<Id> = take_or_default("plan", plan)?;
    let entries: Vec<Envelope> = take("entries", entries)?;
    let journal = whole::write_entries(plan, entries, typed("form", form)?).map_err(thrown)?;
    Ok(Uint8Array::from(journal.as_slice()))
}

/// Joins journals of one plan, each JSON lines or the compact form. The joined journal has the same bytes whatever their
/// order, and every entry of each; `conflicts` is what people have to settle. Lines that could not be taken are told
/// in `files` and are not in the joined journal: keep a file of which that is said.
///
/// Throws `FCT001` to `FCT003` and `JRN001`; `path` says which of the journals it is.
#[wasm_bindgen(js_name = mergeJournals)]
pub fn merge_journals(
    #[wasm_bindgen(unchecked_param_type = "readonly Uint8Array[]")] journals: &JsValue,
    form: &Ts<JournalForm>,
    limits: Option<Ts<FactsLimits>>,
) -> Result<Ts<MergedJournals>, JsValue> {
    let (journals, form) = (lists_of_bytes("journals", journals)?, typed("form", form)?);
    let limits = typed_or_default("limits", limits)?;
    let mut merged = whole::merge_journals(&journals, form, &limits).map_err(thrown)?;
    let journal = Uint8Array::from(std::mem::take(&mut merged.journal).as_slice());
    let given = give(&merged)?;
    Reflect::set(&given, &"journal".into(), &journal)?;
    Ok(Ts::new_unchecked(given))
}

/// What people have to settle in a journal, JSON lines or the compact form: by one more entry, which replaces all
/// entries of the conflict. What of the journal cannot be read is told in `findings`.
///
/// Throws `FCT001` to `FCT003` when it cannot be read as a whole, `JRN001` when it names two plans.
#[wasm_bindgen(js_name = conflictsOf)]
pub fn conflicts_of(
    #[wasm_bindgen(unchecked_param_type = "Uint8Array")] journal: &JsValue,
) -> Result<Ts<JournalConflicts>, JsValue> {
    give_typed(&whole::conflicts_of(&bytes("journal", journal)?).map_err(thrown)?)
}

/// Whether entries of a journal, JSON lines or the compact form, were altered, dropped or forged; what of it cannot be
/// read stands first among the findings.
///
/// Throws `FCT001` to `FCT003` when it cannot be read as a whole, `JRN001` when it names two plans.
#[wasm_bindgen(js_name = verifyJournal)]
pub fn verify_journal(
    #[wasm_bindgen(unchecked_param_type = "Uint8Array")] journal: &JsValue,
) -> Result<Ts<Verification>, JsValue> {
    give_typed(&whole::verify_file(&bytes("journal", journal)?).map_err(thrown)?)
}

//! Reviews, and the package of a submission.

use qoldau_core::language::Language;
use qoldau_core::package::{self, OpenedSubmission, Package, PackageDiff};
use qoldau_core::plan::Plan;
use qoldau_core::review::{Reviews, SubmissionStanding};
use qoldau_core::value::IsoDate;
use qoldau_core::whole::{self, FrozenPackage, HoldOptions, WrittenSubmission};
use tsify::Ts;
use wasm_bindgen::prelude::*;

use qoldau_wasm_boundary::{
    bytes, give_typed, lists_of_bytes, take, take_or_default, thrown, typed, typed_or_default,
};

/// Where every record of the work and every submission stands in review at the end of a day, and which steps had no
/// effect; what of the journal could not be taken stands first among the findings. Who is what stands in `options.roles`, and what counts
/// in `options.policy`.
///
/// Throws `FCT001` to `FCT003` when the journal cannot be read as a whole.
#[wasm_bindgen(js_name = reviewJournal)]
pub fn review_journal(
    plan: &Ts<Plan>,
    #[wasm_bindgen(unchecked_param_type = "Uint8Array")] journal: &JsValue,
    #[wasm_bindgen(js_name = asOf)] as_of: &Ts<IsoDate>,
    options: Option<Ts<HoldOptions>>,
) -> Result<Ts<Reviews>, JsValue> {
    let (plan, journal): (Plan, Vec<u8>) = (typed("plan", plan)?, bytes("journal", journal)?);
    let (as_of, options): (IsoDate, HoldOptions) =
        (typed("asOf", as_of)?, typed_or_default("options", options)?);
    give_typed(&whole::review_journal(&plan, &journal, as_of, &options).map_err(thrown)?)
}

/// Freezes what a journal says of a plan on a day into the package of a submission: what counts by the policy, and
/// the entries behind it. `json` is the file that is handed
/// over, `digest` what the `submission` entry bears, and `findings` what of the journal could not be taken and is not in the package, or does not fit the plan.
///
/// Throws `FCT001` to `FCT003` when the journal cannot be read as a whole, and `PKG009` where the plan, its editions and the
/// journal do not belong together.
#[wasm_bindgen(js_name = freezePackage)]
pub fn freeze_package(
    plan: &Ts<Plan>,
    #[wasm_bindgen(unchecked_param_type = "Uint8Array")] journal: &JsValue,
    #[wasm_bindgen(js_name = asOf)] as_of: &Ts<IsoDate>,
    options: Option<Ts<HoldOptions>>,
) -> Result<Ts<FrozenPackage>, JsValue> {
    let (plan, journal): (Plan, Vec<u8>) = (typed("plan", plan)?, bytes("journal", journal)?);
    let (as_of, options): (IsoDate, HoldOptions) =
        (typed("asOf", as_of)?, typed_or_default("options", options)?);
    give_typed(&whole::freeze_journal(&plan, &journal, as_of, &options).map_err(thrown)?)
}

/// Reads the file of a package.
///
/// Throws `PKG001` for a newer format, `PKG002` for what is no package, `PKG003` for one that is damaged.
#[wasm_bindgen(js_name = readPackage)]
pub fn read_package(
    #[wasm_bindgen(unchecked_param_type = "Uint8Array")] json: &JsValue,
) -> Result<Ts<Package>, JsValue> {
    give_typed(&package::read_package(&bytes("bytes", json)?).map_err(thrown)?)
}

/// The digest of a package in a file, however that is laid out.
///
/// Throws what {@link readPackage} throws.
#[wasm_bindgen(js_name = packageDigest)]
pub fn package_digest(
    #[wasm_bindgen(unchecked_param_type = "Uint8Array")] json: &JsValue,
) -> Result<String, JsValue> {
    whole::package_digest(&bytes("bytes", json)?).map_err(thrown)
}

/// Whether the package in a file is the one that was handed in under a digest.
///
/// Throws what {@link readPackage} throws.
#[wasm_bindgen(js_name = packageFits)]
pub fn package_fits(
    #[wasm_bindgen(unchecked_param_type = "Uint8Array")] json: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "string")] digest: &JsValue,
) -> Result<bool, JsValue> {
    let (json, digest): (Vec<u8>, String) = (bytes("bytes", json)?, take("digest", digest)?);
    whole::package_fits(&json, &digest).map_err(thrown)
}

/// What differs between the packages in two files. `submission` is how the first one stands with the operator: its
/// remarks are told beside what became of their lines.
///
/// Throws what {@link readPackage} throws, and `PKG008` for packages of two plans.
#[wasm_bindgen(js_name = diffPackages)]
pub fn diff_packages(
    #[wasm_bindgen(unchecked_param_type = "Uint8Array")] before: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "Uint8Array")] now: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "SubmissionStanding | null")] submission: &JsValue,
) -> Result<Ts<PackageDiff>, JsValue> {
    let (before, now) = (bytes("before", before)?, bytes("now", now)?);
    let submission: Option<SubmissionStanding> = take_or_default("submission", submission)?;
    give_typed(&whole::diff_package_files(&before, &now, submission.as_ref()).map_err(thrown)?)
}

/// What {@link diffPackages} says, as text.
///
/// Throws what {@link diffPackages} throws.
#[wasm_bindgen(js_name = sayPackageDiff)]
pub fn say_package_diff(
    #[wasm_bindgen(unchecked_param_type = "Uint8Array")] before: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "Uint8Array")] now: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "SubmissionStanding | null")] submission: &JsValue,
    language: &Ts<Language>,
) -> Result<String, JsValue> {
    let (before, now) = (bytes("before", before)?, bytes("now", now)?);
    let submission: Option<SubmissionStanding> = take_or_default("submission", submission)?;
    let language: Language = typed("language", language)?;
    whole::say_package_file_diff(&before, &now, submission.as_ref(), language).map_err(thrown)
}

/// Writes the file that goes to the operator: the package in a file, and of the journal the steps of all submissions, so that the operator
/// sees the answers to earlier remarks. `json` is the file, and `findings` what of the journal could not be read.
///
/// Throws what {@link readPackage} throws, `FCT001` to `FCT003` when the journal cannot be read as a whole, and `PKG005`
/// while no `submission` entry of it bears the package's digest.
#[wasm_bindgen(js_name = writeSubmission)]
pub fn write_submission(
    #[wasm_bindgen(unchecked_param_type = "Uint8Array")] frozen: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "Uint8Array")] journal: &JsValue,
) -> Result<Ts<WrittenSubmission>, JsValue> {
    let (frozen, journal) = (bytes("frozen", frozen)?, bytes("journal", journal)?);
    give_typed(&whole::write_submission_file(&frozen, &journal).map_err(thrown)?)
}

/// Opens the file that was handed to the operator, or a package alone, and holds everything in it against everything
/// else: the package against the digest of the entry by which it was handed in, every entry against its seal, against the
/// next one of its device, and against what the package says of it.
///
/// Throws what {@link readPackage} throws; `PKG005` where no entry hands the package in, `PKG006` for another package than
/// the one that was handed in, `PKG007` for an altered entry.
#[wasm_bindgen(js_name = openSubmission)]
pub fn open_submission(
    #[wasm_bindgen(unchecked_param_type = "Uint8Array")] json: &JsValue,
) -> Result<Ts<OpenedSubmission>, JsValue> {
    give_typed(&package::open_submission(&bytes("bytes", json)?).map_err(thrown)?)
}

/// Where every submission stands in review by the journal of somebody who has packages and no plan, as the operator does.
/// Who is what stands in `options.roles`. What of the journal could not be taken stands first among the findings.
///
/// Throws what {@link readPackage} throws, with the `path` of the package, and `FCT001` to `FCT003` when the journal cannot be read as a
/// whole.
#[wasm_bindgen(js_name = reviewPackages)]
pub fn review_packages(
    #[wasm_bindgen(unchecked_param_type = "readonly Uint8Array[]")] packages: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "Uint8Array")] journal: &JsValue,
    #[wasm_bindgen(js_name = asOf)] as_of: &Ts<IsoDate>,
    options: Option<Ts<HoldOptions>>,
) -> Result<Ts<Reviews>, JsValue> {
    let (packages, journal) = (lists_of_bytes("packages", packages)?, bytes("journal", journal)?);
    let (as_of, options): (IsoDate, HoldOptions) =
        (typed("asOf", as_of)?, typed_or_default("options", options)?);
    give_typed(&whole::review_packages(&packages, &journal, as_of, &options).map_err(thrown)?)
}

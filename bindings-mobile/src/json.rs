//! Values from their JSON and to canonical JSON, for hosts that store or send them.

use qoldau_core::annex::{AnnexRead, PairChoice, ReadLimits};
use qoldau_core::assess::LineEvidence;
use qoldau_core::bundle::BundleLimits;
use qoldau_core::check::{CheckResult, Stage};
use qoldau_core::facts::{Acknowledgement, Entry, FactsLimits, FactsRead};
use qoldau_core::failure::{from_json, from_json_by_serde, to_canonical_json};
use qoldau_core::finding::{Finding, Place};
use qoldau_core::journal::{Conflict, Draft, Envelope, Stamp, Verification};
#[cfg(feature = "sign")]
use qoldau_core::journal::{DeviceKey, SignedHead};
use qoldau_core::language::Language;
use qoldau_core::package::{OpenedSubmission, Package, PackageDiff};
use qoldau_core::plan::reconcile::{Amended, Amendment, PlanDiff, Reconciliation};
use qoldau_core::plan::{
    Due, DueContext, Each, IndicatorKind, Plan, Policy, Question, Requires, Target, UnitWord,
};
use qoldau_core::report::{FindingRow, IssuedNumber, Register, Report, ReportStyle};
use qoldau_core::review::{Reviews, SubmissionStanding};
use qoldau_core::section::ReportSection;
use qoldau_core::value::{Amount, Id, IsoDate};
#[cfg(feature = "sign")]
use qoldau_core::whole::WrittenHead;
use qoldau_core::whole::{
    BundleContents, FrozenPackage, Held, JournalConflicts, JournalContents, JournalEvidence, JournalForm,
    MergedJournals, Recorded, RegisterForm, ReportForm, WrittenBundle, WrittenSubmission,
};

use crate::{AnswerForm, HoldOptions, QoldauError};

/// Calls that read a value from its JSON.
macro_rules! from_json {
    ($($name:ident -> $kind:ty;)*) => {$(
        /// Reads the value from its JSON. Error: `INP001` with the path of the field.
        #[uniffi::export]
        pub fn $name(text: &str) -> Result<$kind, QoldauError> {
            Ok(from_json(text.as_bytes())?)
        }
    )*};
}

/// Reads the value from its JSON. Error: `INP001` with the path of the field.
#[uniffi::export]
pub fn hold_options_from_json(text: &str) -> Result<HoldOptions, QoldauError> {
    Ok(from_json_by_serde(text.as_bytes())?)
}

/// Calls that write a value as canonical JSON.
macro_rules! to_json {
    ($($name:ident($kind:ty);)*) => {$(
        /// Writes the value as canonical JSON (RFC 8785): names in order, no spaces, so that equal values give equal
        /// text. Error: `OUT001` when it holds the body of an unknown kind that is not JSON.
        #[uniffi::export]
        pub fn $name(value: $kind) -> Result<String, QoldauError> {
            Ok(to_canonical_json(&value)?)
        }
    )*};
}

#[cfg(feature = "people")]
pub mod people;
#[cfg(feature = "people")]
pub mod registry;
#[cfg(feature = "survey")]
pub mod survey;

from_json! {
    acknowledgement_from_json -> Acknowledgement;
    acknowledgements_from_json -> Vec<Acknowledgement>;
    amendment_from_json -> Amendment;
    amount_from_json -> Amount;
    bundle_limits_from_json -> BundleLimits;
    check_result_from_json -> CheckResult;
    draft_from_json -> Draft;
    due_context_from_json -> DueContext;
    due_from_json -> Due;
    each_from_json -> Each;
    entries_from_json -> Vec<Entry>;
    entry_from_json -> Entry;
    envelope_from_json -> Envelope;
    envelopes_from_json -> Vec<Envelope>;
    facts_limits_from_json -> FactsLimits;
    finding_from_json -> Finding;
    findings_from_json -> Vec<Finding>;
    id_from_json -> Id;
    iso_date_from_json -> IsoDate;
    issued_number_from_json -> IssuedNumber;
    issued_numbers_from_json -> Vec<IssuedNumber>;
    journal_form_from_json -> JournalForm;
    language_from_json -> Language;
    pair_choice_from_json -> PairChoice;
    pair_choices_from_json -> Vec<PairChoice>;
    place_from_json -> Place;
    plan_from_json -> Plan;
    plans_from_json -> Vec<Plan>;
    policy_from_json -> Policy;
    question_from_json -> Question;
    read_limits_from_json -> ReadLimits;
    register_form_from_json -> RegisterForm;
    report_form_from_json -> ReportForm;
    report_section_from_json -> ReportSection;
    stage_from_json -> Stage;
    stamp_from_json -> Stamp;
    submission_standing_from_json -> SubmissionStanding;
    target_from_json -> Target;
    targets_from_json -> Vec<Target>;
    text_from_json -> String;
    texts_from_json -> Vec<String>;
}

to_json! {
    amended_to_json(Amended);
    annex_read_to_json(AnnexRead);
    answer_form_to_json(AnswerForm);
    bundle_contents_to_json(BundleContents);
    check_result_to_json(CheckResult);
    conflicts_to_json(Vec<Conflict>);
    due_to_json(Due);
    each_to_json(Each);
    entries_to_json(Vec<Entry>);
    entry_to_json(Entry);
    envelope_to_json(Envelope);
    envelopes_to_json(Vec<Envelope>);
    facts_read_to_json(FactsRead);
    finding_row_to_json(FindingRow);
    finding_rows_to_json(Vec<FindingRow>);
    finding_to_json(Finding);
    findings_to_json(Vec<Finding>);
    frozen_package_to_json(FrozenPackage);
    held_to_json(Held);
    indicator_kind_to_json(IndicatorKind);
    issued_number_to_json(IssuedNumber);
    issued_numbers_to_json(Vec<IssuedNumber>);
    journal_conflicts_to_json(JournalConflicts);
    journal_contents_to_json(JournalContents);
    journal_evidence_to_json(JournalEvidence);
    line_evidence_to_json(LineEvidence);
    line_evidences_to_json(Vec<LineEvidence>);
    merged_journals_to_json(MergedJournals);
    opened_submission_to_json(OpenedSubmission);
    package_diff_to_json(PackageDiff);
    package_to_json(Package);
    plan_diff_to_json(PlanDiff);
    plan_to_json(Plan);
    policy_to_json(Policy);
    reconciliation_to_json(Reconciliation);
    recorded_to_json(Recorded);
    register_to_json(Register);
    report_style_to_json(ReportStyle);
    report_section_to_json(ReportSection);
    report_to_json(Report);
    requires_to_json(Requires);
    reviews_to_json(Reviews);
    target_to_json(Target);
    targets_to_json(Vec<Target>);
    text_to_json(String);
    texts_to_json(Vec<String>);
    unit_word_to_json(UnitWord);
    verification_to_json(Verification);
    written_bundle_to_json(WrittenBundle);
    written_submission_to_json(WrittenSubmission);
}

#[cfg(feature = "sign")]
from_json! {
    device_keys_from_json -> Vec<DeviceKey>;
    signed_head_from_json -> SignedHead;
    signed_heads_from_json -> Vec<SignedHead>;
}

#[cfg(feature = "sign")]
to_json! {
    device_key_to_json(DeviceKey);
    signed_head_to_json(SignedHead);
    written_head_to_json(WrittenHead);
}

/// Any JSON text in its canonical form (RFC 8785). Error: `INP001` when it is not JSON.
#[uniffi::export]
pub fn canonical_json(text: &str) -> Result<String, QoldauError> {
    let value: serde_json::Value = from_json_by_serde(text.as_bytes())?;
    Ok(to_canonical_json(&value)?)
}

//! The calls of the journal, of amendments, of reviews and packages.

use qoldau_core::failure::{Failure, to_canonical_json};
use qoldau_core::journal::{Draft, Envelope, Stamp};
use qoldau_core::package;
use qoldau_core::plan::reconcile::{self, Amendment};
use qoldau_core::plan::{self, Plan};
use qoldau_core::review::SubmissionStanding;
use qoldau_core::value::{Id, IsoDate};
use qoldau_core::whole::{self, HoldOptions, JournalForm};
use serde_json::Value;

use super::calls::{Arguments, Fault, out};

/// Carries a call out; nothing where there is no such call here.
pub(super) fn call(name: &str, given: &Arguments<'_>) -> Option<Result<Value, Fault>> {
    let carried_out = match name {
        "journalHeader" | "recordEntry" | "nextClock" | "readJournal" | "writeJournal" | "mergeJournals"
        | "conflictsOf" | "verifyJournal" => of_journal(name, given),
        "reconcilePlans" | "renderReconciliation" | "amendPlan" | "diffPlans" | "renderPlanDiff" => {
            amend(name, given)
        }
        "assessJson" => assess_json(given),
        "reviewJournal" | "freezePackage" => hold(name, given),
        "readPackage" | "packageDigest" | "packageFits" | "diffPackages" | "sayPackageDiff" => {
            of_package(name, given)
        }
        "writeSubmission" | "openSubmission" | "reviewPackages" => of_submission(name, given),
        _ => return None,
    };
    Some(carried_out)
}

fn of_journal(name: &str, given: &Arguments<'_>) -> Result<Value, Fault> {
    match name {
        "journalHeader" => out(whole::journal_header(given.get::<Option<Id>>("plan")?.as_ref())),
        "recordEntry" => {
            let (draft, stamp): (Draft, Stamp) = (given.get("draft")?, given.get("stamp")?);
            out(whole::record_entry(&given.bytes("journal")?, draft, &stamp)?)
        }
        "nextClock" => {
            let newest: Option<String> = given.get("newest")?;
            out(whole::next_clock(&given.get::<String>("now")?, newest.as_deref()).map_err(of_failure)?)
        }
        "readJournal" => {
            out(whole::journal_contents(&given.bytes("journal")?, &given.or_default("limits")?)?)
        }
        "writeJournal" => {
            let (entries, form): (Vec<Envelope>, JournalForm) = (given.get("entries")?, given.get("form")?);
            out(base64(&whole::write_entries(given.get("plan")?, entries, form)?))
        }
        "mergeJournals" => {
            let (form, limits): (JournalForm, _) = (given.get("form")?, given.or_default("limits")?);
            out(whole::merge_journals(&given.lists_of_bytes("journals")?, form, &limits)?)
        }
        "conflictsOf" => out(whole::conflicts_of(&given.bytes("journal")?)?),
        _ => out(whole::verify_file(&given.bytes("journal")?)?),
    }
}

/// Bytes as the vectors have them.
fn base64(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let bits =
            three.iter().fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - three.len()));
        for at in 0..4 {
            let digit = usize::try_from(bits >> (18 - 6 * at) & 63).unwrap();
            text.push(if at <= three.len() { char::from(ALPHABET[digit]) } else { '=' });
        }
    }
    text
}

fn amend(name: &str, given: &Arguments<'_>) -> Result<Value, Fault> {
    if let "diffPlans" | "renderPlanDiff" = name {
        let (older, newer): (Plan, Plan) = (given.get("older")?, given.get("newer")?);
        let diff = reconcile::diff(&older, &newer);
        return match name {
            "diffPlans" => out(diff),
            _ => out(reconcile::render_diff(&diff, given.get("language")?)),
        };
    }
    let (plan, amended): (Plan, Plan) = (given.get("plan")?, given.get("amended")?);
    let amendment: Amendment = given.get("amendment")?;
    let reconciled = || reconcile::reconcile(&plan, &amended, &amendment);
    match name {
        "reconcilePlans" => out(reconciled()),
        "renderReconciliation" => {
            out(reconcile::render_reconciliation(&reconciled(), given.get("language")?))
        }
        _ => out(reconcile::amend(&plan, &amended, &amendment)?),
    }
}

fn assess_json(given: &Arguments<'_>) -> Result<Value, Fault> {
    let (plan, journal) = (plan::read_plan(&given.bytes("plan")?)?, given.bytes("journal")?);
    let held = whole::assess_journal(&plan, &journal, given.get("asOf")?, given.or_default("options")?)?;
    out(to_canonical_json(&held).map_err(of_failure)?)
}

fn of_failure(failure: Failure) -> Fault {
    Fault(failure.code)
}

fn hold(name: &str, given: &Arguments<'_>) -> Result<Value, Fault> {
    let (plan, as_of): (Plan, IsoDate) = (given.get("plan")?, given.get("asOf")?);
    let (journal, options): (_, HoldOptions) = (given.bytes("journal")?, given.or_default("options")?);
    match name {
        "reviewJournal" => out(whole::review_journal(&plan, &journal, as_of, &options)?),
        _ => out(whole::freeze_journal(&plan, &journal, as_of, &options)?),
    }
}

fn of_submission(name: &str, given: &Arguments<'_>) -> Result<Value, Fault> {
    match name {
        "writeSubmission" => {
            out(whole::write_submission_file(&given.bytes("frozen")?, &given.bytes("journal")?)?)
        }
        "openSubmission" => out(package::open_submission(&given.bytes("bytes")?)?),
        _ => {
            let (packages, journal) = (given.lists_of_bytes("packages")?, given.bytes("journal")?);
            let options: HoldOptions = given.or_default("options")?;
            let reviews = whole::review_packages(&packages, &journal, given.get("asOf")?, &options);
            out(reviews.map_err(of_failure)?)
        }
    }
}

fn of_package(name: &str, given: &Arguments<'_>) -> Result<Value, Fault> {
    let bytes = || given.bytes("bytes");
    match name {
        "readPackage" => return out(package::read_package(&bytes()?)?),
        "packageDigest" => return out(whole::package_digest(&bytes()?)?),
        "packageFits" => return out(whole::package_fits(&bytes()?, &given.get::<String>("digest")?)?),
        _ => {}
    }
    let (before, now) = (given.bytes("before")?, given.bytes("now")?);
    let submission: Option<SubmissionStanding> = given.get("submission")?;
    if name == "diffPackages" {
        return out(whole::diff_package_files(&before, &now, submission.as_ref()).map_err(of_failure)?);
    }
    let language = given.get("language")?;
    let said = whole::say_package_file_diff(&before, &now, submission.as_ref(), language);
    out(said.map_err(of_failure)?)
}

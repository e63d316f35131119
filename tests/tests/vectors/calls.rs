//! The calls by name, with their arguments as JSON.

use std::cmp::Ordering;
use std::fs;

use qoldau_core::annex::{self, PairChoice, ReadLimits};
use qoldau_core::check::{self, CheckResult, Stage};
use qoldau_core::facts::{self, Acknowledgement, Entry, FactsLimits};
use qoldau_core::finding::{Finding, Place};
use qoldau_core::journal::{self, MergeError};
use qoldau_core::language::{self, Language};
use qoldau_core::package;
use qoldau_core::plan::{self, Due, DueContext, Each, Plan, Policy, Question, Target};
use qoldau_core::report::{self, IssuedNumber};
use qoldau_core::value::{Amount, Id, IsoDate};
use qoldau_core::whole::{self, HoldOptions, RegisterForm, ReportForm};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

/// Every call that the bindings offer.
pub(crate) const CALLS: &[&str] = &[
    "readAnnex",
    "excerpt",
    "pair",
    "readPlan",
    "writePlan",
    "readTargets",
    "printTargets",
    "readDue",
    "printDue",
    "readKind",
    "readUnit",
    "readScope",
    "readRequires",
    "sayQuestion",
    "sayAnswer",
    "answersTo",
    "check",
    "joinReading",
    "sayFindings",
    "readFacts",
    "writeEntry",
    "assess",
    "assessEntries",
    "evidenceOf",
    "assessJson",
    "journalHeader",
    "recordEntry",
    "nextClock",
    "readJournal",
    "writeJournal",
    "mergeJournals",
    "conflictsOf",
    "verifyJournal",
    "reconcilePlans",
    "renderReconciliation",
    "amendPlan",
    "diffPlans",
    "renderPlanDiff",
    "reviewJournal",
    "freezePackage",
    "readPackage",
    "packageDigest",
    "packageFits",
    "writeSubmission",
    "openSubmission",
    "reviewPackages",
    "diffPackages",
    "sayPackageDiff",
    "readBundle",
    "writeBundle",
    "deviceKey",
    "signHead",
    "verifyHeads",
    "report",
    "renderReport",
    "register",
    "renderRegister",
    "defaultPolicy",
    "reportStyle",
    "formatAmount",
    "formatDate",
    "quantity",
    "compareText",
    "version",
    "readQuestionnaire",
    "writeQuestionnaire",
    "questionnaireDigest",
    "lintQuestionnaire",
    "lintPhases",
    "saySurveyFindings",
    "responseState",
    "checkResponses",
    "readResponses",
    "writeResponses",
    "importAnswers",
    "countAnswers",
    "readTally",
    "checkTally",
    "checkFocusGroup",
    "scorePhase",
    "sayPhase",
    "scoreTally",
    "sayTally",
    "comparePhases",
    "sayComparison",
    "satisfaction",
    "saySatisfaction",
    "tallySatisfaction",
    "sayTallySatisfaction",
    "stackedBars",
    "tallyBars",
    "dumbbells",
    "surveySection",
    "tallySection",
    "draftSatisfaction",
    "draftTallySatisfaction",
    "draftPeople",
    "draftFocusGroup",
    "sampleSize",
    "sampleMargin",
    "linkCodes",
    "statistic",
    "statisticMethods",
    "readIin",
    "readBin",
    "readPhones",
    "readBirth",
    "ageOn",
    "guessColumns",
    "importPeople",
    "findDuplicates",
    "pairLists",
    "countReach",
    "shownReach",
    "sayPeopleFindings",
    "sayMatchField",
    "sayAgreement",
    "sayUnsureReason",
    "guessWorkbook",
    "importWorkbook",
    "readRegistry",
    "writeRegistry",
    "checkRegistry",
    "registryFacts",
    "registryRows",
    "exportPerson",
    "erasePerson",
    "pseudonymsOf",
    "rotatePseudonyms",
    "linkageKeys",
    "matchKeys",
    "reachPart",
    "mergeReachParts",
    "reachOfPart",
    "sketchPersons",
    "mergeSketches",
    "estimateSketch",
];

/// The code of an error.
pub(crate) struct Fault(pub(crate) String);

/// An input that is not of the declared type.
pub(super) fn not_of_the_type() -> Fault {
    Fault("INP001".into())
}

macro_rules! coded {
    ($($error:ty),*) => { $(impl From<$error> for Fault {
        fn from(error: $error) -> Self {
            Self(error.code().into())
        }
    })* };
}
pub(super) use coded;
coded!(annex::ReadError, annex::PairError, plan::PlanError, facts::FactsError);
coded!(plan::reconcile::AmendError, journal::JournalError, package::PackageError);

impl From<MergeError> for Fault {
    fn from(MergeError { error, .. }: MergeError) -> Self {
        error.into()
    }
}

/// The arguments of a call.
pub(super) struct Arguments<'a>(&'a Map<String, Value>);

impl Arguments<'_> {
    /// An argument; a missing one is `null`.
    pub(super) fn get<T: DeserializeOwned>(&self, name: &str) -> Result<T, Fault> {
        let value = self.0.get(name).cloned().unwrap_or(Value::Null);
        let value = match only_field(&value) {
            Some(("file", file)) => serde_json::from_slice(&read(file)).map_err(|_| not_of_the_type())?,
            _ => value,
        };
        T::deserialize(value).map_err(|_| not_of_the_type())
    }

    /// An argument that may be missing and then has a default.
    pub(super) fn or_default<T: DeserializeOwned + Default>(&self, name: &str) -> Result<T, Fault> {
        Ok(self.get::<Option<T>>(name)?.unwrap_or_default())
    }

    /// Bytes: `{"text": …}`, `{"base64": …}` or `{"file": …}`.
    pub(super) fn bytes(&self, name: &str) -> Result<Vec<u8>, Fault> {
        self.0.get(name).and_then(bytes_of).ok_or_else(not_of_the_type)
    }

    /// Several runs of bytes.
    pub(super) fn lists_of_bytes(&self, name: &str) -> Result<Vec<Vec<u8>>, Fault> {
        let list = self.0.get(name).and_then(Value::as_array).ok_or_else(not_of_the_type)?;
        list.iter().map(|item| bytes_of(item).ok_or_else(not_of_the_type)).collect()
    }
}

fn bytes_of(value: &Value) -> Option<Vec<u8>> {
    match only_field(value)? {
        ("text", text) => Some(text.as_bytes().to_vec()),
        ("base64", text) => Some(base64(text)),
        ("file", file) => Some(read(file)),
        _ => None,
    }
}

/// The name and the text of the one field of an object.
fn only_field(value: &Value) -> Option<(&str, &str)> {
    let fields = value.as_object().filter(|fields| fields.len() == 1)?;
    fields.iter().find_map(|(name, value)| Some((name.as_str(), value.as_str()?)))
}

fn read(file: &str) -> Vec<u8> {
    fs::read(super::root().join(file)).unwrap()
}

/// Base64 with the alphabet of RFC 4648, section 4.
fn base64(text: &str) -> Vec<u8> {
    const ALPHABET: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let digits: Vec<u8> =
        text.chars().filter_map(|c| ALPHABET.find(c)).map(|digit| u8::try_from(digit).unwrap()).collect();
    let of_four = |four: &[u8]| {
        let bits =
            four.iter().fold(0_u32, |bits, digit| bits << 6 | u32::from(*digit)) << (6 * (4 - four.len()));
        let [_, bytes @ ..] = bits.to_be_bytes();
        bytes.into_iter().take(four.len() - 1).collect::<Vec<u8>>()
    };
    digits.chunks(4).flat_map(of_four).collect()
}

/// The result of a call as JSON.
pub(super) fn out<T: Serialize>(value: T) -> Result<Value, Fault> {
    serde_json::to_value(value).map_err(|_| Fault("OUT001".into()))
}

/// Carries a call out.
pub(crate) fn call(name: &str, input: &Map<String, Value>) -> Result<Value, Fault> {
    let given = Arguments(input);
    let elsewhere = super::exchange::call(name, &given)
        .or_else(|| super::bundles::call(name, &given))
        .or_else(|| super::surveys::call(name, &given))
        .or_else(|| super::people::call(name, &given))
        .or_else(|| super::registries::call(name, &given));
    if let Some(carried_out) = elsewhere {
        return carried_out;
    }
    match name {
        "assess" | "assessEntries" | "evidenceOf" | "report" | "renderReport" | "register"
        | "renderRegister" => hold(name, &given),
        "defaultPolicy" | "reportStyle" | "version" | "formatAmount" | "formatDate" | "quantity"
        | "compareText" => say(name, &given),
        "readAnnex" => {
            out(annex::read_annex(&given.bytes("bytes")?, &given.or_default::<ReadLimits>("limits")?)?)
        }
        "excerpt" => {
            let place: Place = given.get("place")?;
            out(annex::excerpt(&given.bytes("bytes")?, &place, &given.or_default("limits")?)?)
        }
        "pair" => {
            let (activity, choices): (Id, Vec<PairChoice>) = (given.get("activity")?, given.get("choices")?);
            out(annex::pair(given.get("plan")?, &activity, &choices)?)
        }
        "readFacts" => {
            out(whole::facts_of(&given.bytes("bytes")?, &given.or_default::<FactsLimits>("limits")?)?)
        }
        "writeEntry" => out(facts::write_entry(&given.get("entry")?)?),
        "check" => {
            let (plan, stage): (Plan, Stage) = (given.get("plan")?, given.get("stage")?);
            let acknowledged: Vec<Acknowledgement> = given.or_default("acknowledged")?;
            out(check::check(&plan, stage, &given.or_default("policy")?, &acknowledged))
        }
        "joinReading" => {
            let (findings, checked): (Vec<Finding>, CheckResult) =
                (given.get("findings")?, given.get("checked")?);
            out(check::join_reading(findings, checked, &given.or_default("policy")?))
        }
        "sayFindings" => {
            let (plan, findings): (Plan, Vec<Finding>) = (given.get("plan")?, given.get("findings")?);
            out(report::say_findings(&plan, &findings, given.get("language")?))
        }
        _ => of_plan(name, &given),
    }
}

fn of_plan(name: &str, given: &Arguments<'_>) -> Result<Value, Fault> {
    let text = || given.get::<String>("text");
    match name {
        "readPlan" => out(plan::read_plan(&given.bytes("bytes")?)?),
        "writePlan" => out(plan::write_plan(&given.get("plan")?)?),
        "readTargets" => {
            let (prefix, scope): (Id, Option<Each>) = (given.get("prefix")?, given.get("nameScope")?);
            out(plan::read_targets(&text()?, &prefix, scope.as_ref()))
        }
        "printTargets" => {
            let targets: Vec<Target> = given.get("targets")?;
            out(plan::print_targets(&targets, given.get("language")?))
        }
        "readDue" => out(plan::read_due(&text()?, &given.or_default::<DueContext>("context")?)),
        "printDue" => out(plan::print_due(&given.get::<Due>("due")?, given.get("language")?)),
        "readKind" => out(plan::read_kind(&text()?)),
        "readUnit" => out(plan::read_unit(&text()?)),
        "readScope" => out(plan::read_scope(&text()?)),
        "readRequires" => out(plan::read_requires(&text()?)),
        "sayQuestion" => {
            out(plan::say_question(given.get::<Question>("question")?).get(given.get("language")?))
        }
        "sayAnswer" => out(plan::say_answer(&given.get::<String>("answer")?, given.get("language")?)),
        "answersTo" => out(given.get::<Question>("question")?.form()),
        unknown => panic!("no call `{unknown}`"),
    }
}

fn hold(name: &str, given: &Arguments<'_>) -> Result<Value, Fault> {
    let (plan, as_of): (Plan, IsoDate) = (given.get("plan")?, given.get("asOf")?);
    if name == "assessEntries" {
        let entries: Vec<Entry> = given.get("entries")?;
        return out(whole::assess_entries(&plan, entries, as_of, given.or_default("options")?)?);
    }
    let journal = given.bytes("journal")?;
    match name {
        "assess" => return out(whole::assess_journal(&plan, &journal, as_of, given.or_default("options")?)?),
        "evidenceOf" => return out(whole::evidence_of_journal(&plan, &journal, as_of)?),
        _ => {}
    }
    let language: Language = given.get("language")?;
    let options = || given.or_default::<HoldOptions>("options");
    let issued = || given.or_default::<Vec<IssuedNumber>>("issued");
    match name {
        "report" => out(whole::report_journal(&plan, &journal, as_of, language, options()?)?),
        "renderReport" => {
            let form: ReportForm = given.get("form")?;
            out(whole::render_report(&plan, &journal, as_of, language, form, options()?)?)
        }
        "register" => {
            out(whole::register_journal(&plan, &journal, as_of, language, &issued()?, &options()?)?)
        }
        _ => {
            let form: RegisterForm = given.get("form")?;
            out(whole::render_register(&plan, &journal, as_of, language, form, &issued()?, &options()?)?)
        }
    }
}

fn say(name: &str, given: &Arguments<'_>) -> Result<Value, Fault> {
    match name {
        "defaultPolicy" => return out(Policy::default()),
        "reportStyle" => return out(report::report_style()),
        "version" => return out(env!("CARGO_PKG_VERSION")),
        _ => {}
    }
    let language: Language = given.get("language")?;
    match name {
        "formatAmount" => out(language::format_amount(given.get::<Amount>("amount")?, language)),
        "formatDate" => out(language::format_date(given.get::<IsoDate>("date")?, language)),
        "quantity" => {
            let unit: String = given.get("unit")?;
            out(plan::quantity_of(given.get::<Amount>("amount")?, &unit, language))
        }
        _ => {
            let (left, right): (String, String) = (given.get("left")?, given.get("right")?);
            out(match language::collate::compare(&left, &right, language) {
                Ordering::Less => -1,
                Ordering::Equal => 0,
                Ordering::Greater => 1,
            })
        }
    }
}

//! Floor 6: why a call could not be carried out, in the one form in which every language is told.

use std::collections::BTreeMap;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::annex::{PairError, ReadError};
use crate::bundle::BundleError;
use crate::facts::FactsError;
use crate::journal::{JournalError, MergeError};
pub use crate::json::Decode;
use crate::json::{self, Fault};
use crate::package::PackageError;
#[cfg(feature = "people")]
use crate::people::duplicates::DuplicateError;
#[cfg(feature = "people")]
use crate::people::linkage::LinkageError;
#[cfg(feature = "people")]
use crate::people::pseudonym::PseudonymKeyError;
#[cfg(feature = "people")]
use crate::people::reach::{ReachPartError, SketchError};
#[cfg(feature = "people")]
use crate::people::registry::RegistryError;
use crate::plan::PlanError;
use crate::plan::reconcile::AmendError;
#[cfg(feature = "survey")]
use crate::survey::questionnaire::SurveyError;
#[cfg(feature = "survey")]
use crate::survey::stats::{ScoringError, StatisticError, StatsError};
use crate::table::TableError;
use crate::value::DateRange;
#[cfg(feature = "xlsx")]
use crate::workbook::WorkbookError;

/// Why a call could not be carried out. No text of it quotes personal data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(rename_all = "camelCase")]
#[error("{detail}")]
pub struct Failure {
    /// The stable code: of the error that stopped the call, or [`INPUT`].
    pub code: String,
    /// Which field of the input: names and indexes from the outermost down, `/tasks/0/title`, where that is known.
    pub path: Option<String>,
    /// What the text is about, by name.
    pub params: BTreeMap<String, String>,
    /// The reason in English.
    pub detail: String,
}

/// The code of input that is not of the declared type.
pub const INPUT: &str = "INP001";
/// The code of a value that cannot be written as JSON: the body of an unknown kind in it is none.
pub const UNWRITABLE: &str = "OUT001";

impl Failure {
    fn new<const N: usize>(code: &str, detail: &impl ToString, params: [(&str, String); N]) -> Self {
        Self::told(code, detail.to_string(), &mut params.into_iter())
    }

    /// The same for any number of parameters, compiled once for all.
    fn told(code: &str, detail: String, given: &mut dyn Iterator<Item = (&str, String)>) -> Self {
        let mut params = BTreeMap::new();
        for (name, value) in given {
            params.insert(name.to_owned(), value);
        }
        Self { code: code.into(), path: None, params, detail }
    }

    /// Input that is not of the declared type, with the field where it is known.
    #[must_use]
    pub fn of_input(path: Option<String>, detail: &str) -> Self {
        Self { path, ..Self::new(INPUT, &detail, []) }
    }
}

/// Refuses a period that ends before it begins where it is an argument: nothing happened in it, and everything told of it
/// would be nought. In a plan it is what the document says, and a matter of findings.
///
/// # Errors
/// `INP001` at the path.
pub fn in_order(period: Option<DateRange>, path: &str) -> Result<(), Failure> {
    if period.is_some_and(DateRange::is_reversed) { Err(reversed_period(path)) } else { Ok(()) }
}

fn reversed_period(path: &str) -> Failure {
    Failure::of_input(Some(path.into()), &FactsError::ReversedPeriod.to_string())
}

/// Reads a value from its JSON.
///
/// # Errors
/// `INP001` with the path when the text is not JSON of the type.
pub fn from_json<T: Decode>(json: &[u8]) -> Result<T, Failure> {
    json::read(json).map_err(unreadable)
}

/// The same for a host's own type, whose `Deserialize` is derived from serde and may hold types of the product.
///
/// # Errors
/// `INP001` with the path when the text is not JSON of the type.
pub fn from_json_by_serde<T: DeserializeOwned>(json: &[u8]) -> Result<T, Failure> {
    json::read_by_serde(json).map_err(unreadable)
}

pub(crate) fn unreadable(Fault { path, line, column, detail }: Fault) -> Failure {
    let at = match path.as_deref() {
        None => "not JSON: ".into(),
        // Of the value itself.
        Some("/") => String::new(),
        Some(path) => format!("malformed at `{path}`: "),
    };
    Failure::of_input(path, &format!("{at}{detail} (line {line}, column {column})"))
}

/// Writes a value as canonical JSON (RFC 8785): names in order, no spaces, so that equal values give equal bytes.
///
/// # Errors
/// `OUT001` when the value holds the body of an unknown kind that is not JSON.
pub fn to_canonical_json<T: Serialize>(value: &T) -> Result<String, Failure> {
    json::canonical(value)
        .map_err(|_| Failure::new(UNWRITABLE, &"a body of an unknown kind in the value is not JSON", []))
}

impl From<ReadError> for Failure {
    fn from(error: ReadError) -> Self {
        let code = error.code();
        match error {
            ReadError::TooLarge { limit }
            | ReadError::TooDeep { limit }
            | ReadError::TooManyCells { limit }
            | ReadError::TooManyLines { limit }
            | ReadError::TextTooLong { limit } => Self::new(code, &error, [("limit", limit.to_string())]),
            ReadError::WrongEncoding { offset } | ReadError::MalformedXml { offset } => {
                Self::new(code, &error, [("offset", offset.to_string())])
            }
            ReadError::OtherFormat { found } => Self::new(code, &error, [("found", found.key().into())]),
            ReadError::Damaged { fault } => Self::new(code, &error, [("fault", fault.key().into())]),
            ReadError::UnpacksTooLarge { excess } => {
                Self::new(code, &error, [("excess", excess.key().into())])
            }
            ReadError::Empty
            | ReadError::Protected
            | ReadError::NoDocument
            | ReadError::EntityRefused
            | ReadError::NotAnAnnex
            | ReadError::NoSuchPlace => Self::new(code, &error, []),
        }
    }
}

impl From<PairError> for Failure {
    fn from(error: PairError) -> Self {
        let code = error.code();
        match &error {
            PairError::NoSuchActivity { activity } | PairError::NothingUnpaired { activity } => {
                Self::new(code, &error, [("activity", activity.to_string())])
            }
            PairError::NoSuchItem { index }
            | PairError::TakenTwice { index }
            | PairError::LeftOver { index }
            | PairError::Nameless { index } => Self::new(code, &error, [("index", index.to_string())]),
            PairError::TooManyLines => Self::new(code, &error, []),
        }
    }
}

impl From<AmendError> for Failure {
    fn from(error: AmendError) -> Self {
        let code = error.code();
        match &error {
            AmendError::Unsure { first, count } => {
                Self::new(code, &error, [("first", first.to_string()), ("count", count.to_string())])
            }
            AmendError::NoSuchPart { id }
            | AmendError::NoSuchOldPart { id }
            | AmendError::AnsweredTwice { id }
            | AmendError::DuplicateId { id } => Self::new(code, &error, [("id", id.to_string())]),
            AmendError::BeforeLastEdition { from, before } => {
                Self::new(code, &error, [("from", from.to_string()), ("before", before.to_string())])
            }
            AmendError::NoIdLeft { prefix } => Self::new(code, &error, [("prefix", prefix.clone())]),
        }
    }
}

impl From<PlanError> for Failure {
    fn from(error: PlanError) -> Self {
        let code = error.code();
        match &error {
            PlanError::NewerFormat { format } => Self::new(code, &error, [("format", format.clone())]),
            PlanError::NotJson { line, column, detail } => {
                Self::new(code, &error, fault(*line, *column, detail))
            }
            PlanError::Malformed { path, line, column, detail } => {
                let told = Self::new(code, &error, fault(*line, *column, detail));
                Self { path: Some(path.clone()), ..told }
            }
            PlanError::NotAPlan | PlanError::Unwritable => Self::new(code, &error, []),
        }
    }
}

fn fault(line: u32, column: u32, detail: &str) -> [(&'static str, String); 3] {
    [("line", line.to_string()), ("column", column.to_string()), ("detail", detail.into())]
}

impl From<FactsError> for Failure {
    fn from(error: FactsError) -> Self {
        let code = error.code();
        match &error {
            FactsError::NewerFormat { format, line } => {
                Self::new(code, &error, [("format", format.clone()), ("line", line.to_string())])
            }
            FactsError::TooManyEntries { most } => Self::new(code, &error, [("most", most.to_string())]),
            FactsError::NotAJournal { line } => Self::new(code, &error, [("line", line.to_string())]),
            FactsError::BodyNotJson => Self::new(code, &error, []),
            FactsError::ReversedPeriod => reversed_period("/options/period"),
        }
    }
}

impl From<JournalError> for Failure {
    /// The path is that of the argument as the calls that record and sign name it.
    fn from(error: JournalError) -> Self {
        let code = error.code();
        let at = |path: &str| Some(path.to_owned());
        match error {
            JournalError::Unreadable(error) => error.into(),
            JournalError::OtherPlan { ref ours, ref theirs } => {
                Self::new(code, &error, [("ours", ours.to_string()), ("theirs", theirs.to_string())])
            }
            JournalError::IdTaken { ref id } => {
                Self { path: at("/draft/id"), ..Self::new(code, &error, [("id", id.to_string())]) }
            }
            JournalError::Refused { code: ref finding, ref field } => {
                let told = Self::new(code, &error, [("finding", finding.clone())]);
                Self {
                    path: field.as_ref().map(|field| format!("/draft/{}", field.replace('.', "/"))),
                    ..told
                }
            }
            JournalError::NoChain { ref device } => {
                Self { path: at("/device"), ..Self::new(code, &error, [("device", device.to_string())]) }
            }
            JournalError::NoFurtherNumber { ref device } => {
                Self::new(code, &error, [("device", device.to_string())])
            }
            JournalError::NotSealed { ref device, ref id } => {
                Self::new(code, &error, [("device", device.to_string()), ("id", id.to_string())])
            }
            JournalError::NotAnInstant => Self { path: at("/stamp/now"), ..Self::new(code, &error, []) },
            JournalError::UnfitSalt => Self { path: at("/stamp/salt"), ..Self::new(code, &error, []) },
            JournalError::NoLaterClock => Self::new(code, &error, []),
        }
    }
}

impl From<MergeError> for Failure {
    /// The path says which of the files it is.
    fn from(MergeError { file, error }: MergeError) -> Self {
        Self { path: Some(format!("/journals/{file}")), ..error.into() }
    }
}

impl From<PackageError> for Failure {
    fn from(error: PackageError) -> Self {
        let code = error.code();
        match error {
            PackageError::Journal(error) => error.into(),
            PackageError::NewerFormat { ref format } => Self::new(code, &error, [("format", format.clone())]),
            PackageError::Malformed { line, column, ref detail } => {
                Self::new(code, &error, fault(line, column, detail))
            }
            PackageError::NotHandedIn { ref digest } => Self::new(code, &error, [("digest", digest.clone())]),
            PackageError::PackageAltered { ref digest, ref told } => {
                Self::new(code, &error, [("digest", digest.clone()), ("told", told.clone())])
            }
            PackageError::EntryAltered { ref entry } => {
                Self::new(code, &error, [("entry", entry.to_string())])
            }
            PackageError::DoesNotFit { ref findings } => {
                Self::new(code, &error, [("codes", crate::package::codes(findings))])
            }
            PackageError::PackagesOfTwoPlans { ref before, ref now } => {
                Self::new(code, &error, [("before", before.to_string()), ("now", now.to_string())])
            }
            PackageError::NotAPackage | PackageError::Unwritable => Self::new(code, &error, []),
        }
    }
}

impl From<BundleError> for Failure {
    fn from(error: BundleError) -> Self {
        let code = error.code();
        match error {
            BundleError::Plan(error) => error.into(),
            BundleError::Journal(error) => error.into(),
            BundleError::NewerFormat { ref format } => Self::new(code, &error, [("format", format.clone())]),
            BundleError::Damaged { fault } => Self::new(code, &error, [("fault", fault.key().into())]),
            BundleError::TooLarge { excess } => Self::new(code, &error, [("excess", excess.key().into())]),
            BundleError::OtherPart { ref part } => Self::new(code, &error, [("part", part.clone())]),
            BundleError::OtherPlans { edition } => {
                Self::new(code, &error, [("edition", edition.to_string())])
            }
            BundleError::NotABundle | BundleError::Protected | BundleError::Unwritable => {
                Self::new(code, &error, [])
            }
        }
    }
}

/// Errors of people that say all by their code and their words.
#[cfg(feature = "people")]
macro_rules! told_by_code {
    ($($error:ty),*) => {$(
        impl From<$error> for Failure {
            fn from(error: $error) -> Self {
                Self::new(error.code(), &error, [])
            }
        }
    )*};
}

#[cfg(feature = "people")]
told_by_code!(PseudonymKeyError, LinkageError, ReachPartError, SketchError);

#[cfg(feature = "people")]
impl From<RegistryError> for Failure {
    fn from(error: RegistryError) -> Self {
        let code = error.code();
        match &error {
            RegistryError::NewerFormat { format } => Self::new(code, &error, [("format", format.clone())]),
            RegistryError::NotJson { line, column, detail } => {
                Self::new(code, &error, fault(*line, *column, detail))
            }
            RegistryError::Malformed { path, line, column } => {
                let at = [("line", line.to_string()), ("column", column.to_string())];
                Self { path: Some(path.clone()), ..Self::new(code, &error, at) }
            }
            RegistryError::NotARegistry | RegistryError::Unwritable => Self::new(code, &error, []),
        }
    }
}

#[cfg(feature = "xlsx")]
impl From<WorkbookError> for Failure {
    fn from(error: WorkbookError) -> Self {
        let code = error.code();
        match error {
            WorkbookError::TooLarge { limit }
            | WorkbookError::TooManyCells { limit }
            | WorkbookError::TooManyParts { limit } => {
                Self::new(code, &error, [("limit", limit.to_string())])
            }
            WorkbookError::NotAWorkbook { found } => Self::new(code, &error, [("found", found.key().into())]),
            WorkbookError::Damaged { fault } => Self::new(code, &error, [("fault", fault.key().into())]),
            WorkbookError::UnpacksTooLarge { excess } => {
                Self::new(code, &error, [("excess", excess.key().into())])
            }
            WorkbookError::Empty
            | WorkbookError::Protected
            | WorkbookError::Malformed
            | WorkbookError::EntityRefused
            | WorkbookError::NoSheet => Self::new(code, &error, []),
        }
    }
}

#[cfg(feature = "survey")]
impl From<SurveyError> for Failure {
    fn from(error: SurveyError) -> Self {
        let code = error.code();
        match error {
            SurveyError::Stats(error) => error.into(),
            SurveyError::NewerFormat { ref format } => Self::new(code, &error, [("format", format.clone())]),
            SurveyError::OtherFormat { ref expected } => {
                Self::new(code, &error, [("expected", expected.clone())])
            }
            SurveyError::NotJson { line, column, ref detail } => {
                Self::new(code, &error, fault(line, column, detail))
            }
            SurveyError::Malformed { ref path, line, column, ref detail } => {
                let told = Self::new(code, &error, fault(line, column, detail));
                Self { path: Some(path.clone()), ..told }
            }
            SurveyError::TooMany { ref what, limit } => {
                Self::new(code, &error, [("what", what.clone()), ("limit", limit.to_string())])
            }
            SurveyError::Table { ref detail } => Self::new(code, &error, [("detail", detail.clone())]),
            SurveyError::NoSuchPhase { ref phase } => Self::new(code, &error, [("phase", phase.to_string())]),
            SurveyError::NoSuchList { ref list } => Self::new(code, &error, [("list", list.to_string())]),
            SurveyError::NotCounted { ref question } | SurveyError::NoSuchQuestion { ref question } => {
                Self::new(code, &error, [("question", question.to_string())])
            }
            SurveyError::NoSuchColumn { column } => Self::new(code, &error, [("column", column.to_string())]),
            SurveyError::NoSuchOption { question: ref of, code: ref option } => {
                Self::new(code, &error, [("question", of.to_string()), ("code", option.to_string())])
            }
            SurveyError::Unwritable | SurveyError::Ended => Self::new(code, &error, []),
        }
    }
}

#[cfg(feature = "survey")]
impl From<StatsError> for Failure {
    fn from(error: StatsError) -> Self {
        let code = error.code();
        match error {
            StatsError::MoreThanAll { part, whole } => {
                Self::new(code, &error, [("part", part.into()), ("whole", whole.into())])
            }
            StatsError::Proportion { name }
            | StatsError::NotPositive { name }
            | StatsError::Digits { name } => Self::new(code, &error, [("name", name.into())]),
            StatsError::Lengths { first, second } => {
                Self::new(code, &error, [("first", first.into()), ("second", second.into())])
            }
            StatsError::Level | StatsError::TooMany => Self::new(code, &error, []),
        }
    }
}

#[cfg(feature = "survey")]
impl From<ScoringError> for Failure {
    fn from(error: ScoringError) -> Self {
        let code = error.code();
        match &error {
            ScoringError::RowLength { row }
            | ScoringError::NotANumber { row }
            | ScoringError::WrongWeight { row } => Self::new(code, &error, [("row", row.to_string())]),
            ScoringError::NoSuchItem { item } => Self::new(code, &error, [("item", item.to_string())]),
            ScoringError::UnequalRaters { unit } => Self::new(code, &error, [("unit", unit.to_string())]),
            ScoringError::TooMany { limit } => Self::new(code, &error, [("limit", limit.to_string())]),
            ScoringError::UnknownCategory { category } => {
                Self::new(code, &error, [("category", category.clone())])
            }
            ScoringError::EmptyStratum { stratum } => Self::new(code, &error, [("stratum", stratum.clone())]),
            ScoringError::UnknownStratum { row, stratum } => {
                Self::new(code, &error, [("row", row.to_string()), ("stratum", stratum.clone())])
            }
            ScoringError::UnequalTotals { variable } => {
                Self::new(code, &error, [("variable", variable.clone())])
            }
            ScoringError::EmptyCategory { variable, category }
            | ScoringError::NoTarget { variable, category } => {
                Self::new(code, &error, [("variable", variable.clone()), ("category", category.clone())])
            }
            ScoringError::NoRange
            | ScoringError::ReversedWithoutRange
            | ScoringError::NotSquare
            | ScoringError::WrongTolerance => Self::new(code, &error, []),
        }
    }
}

#[cfg(feature = "survey")]
impl From<StatisticError> for Failure {
    fn from(error: StatisticError) -> Self {
        let code = error.code();
        match error {
            StatisticError::Stats(error) => error.into(),
            StatisticError::Scoring(error) => error.into(),
            StatisticError::UnknownMethod { ref method } => {
                Self::new(code, &error, [("method", method.clone())])
            }
            StatisticError::Field { ref name, ref wanted } => {
                let told = Self::new(code, &error, [("name", name.clone()), ("wanted", wanted.clone())]);
                Self { path: Some(format!("/input/{name}")), ..told }
            }
            StatisticError::Table { ref reason } => Self::new(code, &error, [("reason", reason.clone())]),
            StatisticError::NotARequest => Self::new(code, &error, []),
        }
    }
}

impl From<TableError> for Failure {
    fn from(error: TableError) -> Self {
        let code = error.code();
        match &error {
            TableError::NotUtf8 { offset } => Self::new(code, &error, [("offset", offset.to_string())]),
            TableError::UnclosedQuote { row } => Self::new(code, &error, [("row", row.to_string())]),
            TableError::NoColumn { name } | TableError::ColumnTwice { name } => {
                Self::new(code, &error, [("name", name.clone())])
            }
            TableError::Empty | TableError::TooLarge | TableError::RowTooLong | TableError::Workbook => {
                Self::new(code, &error, [])
            }
        }
    }
}

#[cfg(feature = "people")]
impl From<DuplicateError> for Failure {
    fn from(error: DuplicateError) -> Self {
        Self::new(error.code(), &error, [])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annex::OtherFormat;
    use crate::facts::{Entry, Fact, RawBody};
    use crate::plan::{StaffMember, read_plan};

    #[test]
    fn input_of_another_type_names_its_field_and_quotes_nothing() {
        let json = r#"{"id": "s1", "name": {"first": "Сыр"}, "role": null}"#;
        let failure = from_json::<StaffMember>(json.as_bytes()).unwrap_err();
        assert_eq!((failure.code.as_str(), failure.path.as_deref()), (INPUT, Some("/name")));
        assert!(!format!("{failure} {failure:?}").contains("Сыр"));
        let failure = from_json::<StaffMember>("Сыр".as_bytes()).unwrap_err();
        assert_eq!((failure.code.as_str(), failure.path), (INPUT, None));
        assert!(!failure.detail.contains("Сыр"));
    }

    #[test]
    fn a_failure_has_the_code_the_path_and_the_params_of_its_error() {
        let failure = Failure::from(read_plan(br#"{"format": "qoldau-plan/1.0", "id": 5}"#).unwrap_err());
        assert_eq!((failure.code.as_str(), failure.path.as_deref()), ("PLN004", Some("/id")));
        assert_eq!(failure.params.get("line").map(String::as_str), Some("1"));
        let failure = Failure::from(ReadError::OtherFormat { found: OtherFormat::Pdf });
        assert_eq!(
            (failure.code.as_str(), failure.params.get("found").map(String::as_str)),
            ("ANX004", Some("pdf"))
        );
        assert!(failure.detail.contains("a PDF"));
    }

    #[test]
    fn what_is_no_json_inside_is_not_written() {
        let entry = |body: &str| Entry {
            id: "e1".parse().unwrap(),
            on: "2024-06-14".parse().unwrap(),
            author: "a".into(),
            fact: Fact::Other { name: "new".into(), body: RawBody::new(body) },
            replaces: Vec::new(),
            device: None,
            seq: None,
            clock: None,
            prev: None,
            seal: None,
            salt: None,
        };
        assert_eq!(to_canonical_json(&entry("{oh}")).unwrap_err().code, UNWRITABLE);
        let written = to_canonical_json(&entry(r#"{"z": 1.50, "a": "ә"}"#)).unwrap();
        assert!(written.contains(r#""body":{"a":"ә","z":1.5},"clock":null"#), "{written}");
    }
}

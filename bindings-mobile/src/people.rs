//! People on lists: what a cell says, a list from its bytes, who stands twice, and how many were reached.

use qoldau_core::finding::Finding;
use qoldau_core::language::Language;
use qoldau_core::people::duplicates::{
    Agreement, DuplicateOptions, Duplicates, ListPairing, ListedPerson, MatchField, UnsureReason,
};
use qoldau_core::people::identity::Birth;
use qoldau_core::people::import::{ColumnChoice, PeopleTable};
use qoldau_core::people::reach::{
    Attendance, Headcount, PersonFacts, Reach, ReachPolicy, ReachQuestion, ShownReach,
};
use qoldau_core::report::FindingRow;
use qoldau_core::value::IsoDate;
use qoldau_core::whole::people::{self as whole, AgeBounds, BinRead, ColumnGuess, IinRead, PhoneRead};

use crate::QoldauError;

/// Reads an individual identification number: twelve digits, spaces and hyphens between them allowed. "Plausible" is the most
/// that can be said of one.
#[uniffi::export]
pub fn read_iin(text: &str) -> Result<IinRead, QoldauError> {
    Ok(whole::read_iin(text))
}

/// Reads a business identification number.
#[uniffi::export]
pub fn read_bin(text: &str) -> Result<BinRead, QoldauError> {
    Ok(whole::read_bin(text))
}

/// The telephone numbers of a cell, at most four, in the order they stand. A number that lacks or has too many digits is not
/// repaired: it is no number.
#[uniffi::export]
pub fn read_phones(text: &str) -> Result<Vec<PhoneRead>, QoldauError> {
    Ok(whole::read_phones(text))
}

/// Reads a birth date in the forms that lists hold. `latest` is the last year that two digits can mean. Nothing where the text
/// is no date of the years 1900 to `latest`.
#[uniffi::export]
pub fn read_birth(text: &str, latest: i32) -> Result<Option<Birth>, QoldauError> {
    Ok(whole::read_birth(text, latest))
}

/// Completed years of life on a day; nothing before birth.
#[uniffi::export]
pub fn age_on(birth: Birth, day: IsoDate) -> Result<Option<AgeBounds>, QoldauError> {
    Ok(whole::age_on(birth, day))
}

/// Guesses which column of a list (CSV, its headings below titles, or none) holds what. Errors: `TBL001` to `TBL004` and `TBL008` for bytes that are
/// no table.
#[uniffi::export]
pub fn guess_columns(bytes: Vec<u8>) -> Result<ColumnGuess, QoldauError> {
    Ok(whole::guess_columns(&bytes)?)
}

/// Reads a list of people (CSV, its headings below titles, or none). Without columns they are guessed. Nothing is dropped: a cell that
/// cannot be read is kept as it stands and has a finding. Errors: `TBL001` to `TBL004` and `TBL008` for bytes that are no table.
#[uniffi::export(default(columns = None))]
pub fn import_people(bytes: Vec<u8>, columns: Option<Vec<ColumnChoice>>) -> Result<PeopleTable, QoldauError> {
    Ok(whole::import_people(&bytes, columns.as_deref())?)
}

/// Which rows are one person, and of which it cannot be told; by rules and decisions of people first. Error: `PPE001` for more
/// than 4,000,000 rows.
#[uniffi::export(default(options = None))]
pub fn find_duplicates(
    people: Vec<ListedPerson>,
    options: Option<DuplicateOptions>,
) -> Result<Duplicates, QoldauError> {
    Ok(whole::find_duplicates(&people, &options.unwrap_or_default())?)
}

/// Who of one list is who of another, or of a registry by `registry_rows`: each with one partner at most. `one` of a pair, and of a decision, is a row of
/// the first list and `other` of the second. Error: `PPE001` for more than 4,000,000 rows.
#[uniffi::export(default(options = None))]
pub fn pair_lists(
    first: Vec<ListedPerson>,
    second: Vec<ListedPerson>,
    options: Option<DuplicateOptions>,
) -> Result<ListPairing, QoldauError> {
    Ok(whole::pair_lists(&first, &second, &options.unwrap_or_default())?)
}

/// How many people events reached. Error: `INP001` at `/question/by` for more than three dimensions, at `/question/period` for a period that ends before it begins.
#[uniffi::export]
pub fn count_reach(
    people: Vec<PersonFacts>,
    attendances: Vec<Attendance>,
    headcounts: Vec<Headcount>,
    question: &ReachQuestion,
) -> Result<Reach, QoldauError> {
    Ok(whole::count_reach(&people, &attendances, &headcounts, question)?)
}

/// How many people events reached, as it may leave the house: counts from 1 up to below the smallest of the policy are hidden, and as
/// many others as it takes that they do not follow. Nothing in the place of a number means that it is hidden. Where the question names
/// no groups of ages, they are those of the policy. Error: `INP001` at `/question/by` for more than three dimensions, at `/question/period` for a period that ends before it begins.
#[uniffi::export(default(policy = None))]
pub fn shown_reach(
    people: Vec<PersonFacts>,
    attendances: Vec<Attendance>,
    headcounts: Vec<Headcount>,
    question: &ReachQuestion,
    policy: Option<ReachPolicy>,
) -> Result<ShownReach, QoldauError> {
    Ok(whole::shown_reach(&people, &attendances, &headcounts, question, &policy.unwrap_or_default())?)
}

/// Findings about lists of people in words, in their own order.
#[uniffi::export]
pub fn say_people_findings(
    findings: Vec<Finding>,
    language: Language,
) -> Result<Vec<FindingRow>, QoldauError> {
    Ok(whole::say_people_findings(&findings, language))
}

/// A field that rows are compared by, in words.
#[uniffi::export]
pub fn say_match_field(field: MatchField, language: Language) -> Result<String, QoldauError> {
    Ok(whole::say_match_field(field, language))
}

/// How far two rows agree in a field, in words.
#[uniffi::export]
pub fn say_agreement(agreement: Agreement, language: Language) -> Result<String, QoldauError> {
    Ok(whole::say_agreement(agreement, language))
}

/// Why it cannot be told whether two rows are one person, in words.
#[uniffi::export]
pub fn say_unsure_reason(reason: UnsureReason, language: Language) -> Result<String, QoldauError> {
    Ok(whole::say_unsure_reason(reason, language))
}

//! The calls about people on lists.

use qoldau_core::finding::Finding;
use qoldau_core::people::duplicates::{DuplicateError, ListedPerson};
use qoldau_core::people::import::ColumnChoice;
use qoldau_core::people::reach::{Attendance, Headcount, PersonFacts};
use qoldau_core::table::TableError;
use qoldau_core::whole::people;
use serde_json::Value;

use super::calls::{Arguments, Fault, coded, out};

coded!(TableError, DuplicateError);

/// Carries a call out; nothing where there is no such call here.
pub(super) fn call(name: &str, given: &Arguments<'_>) -> Option<Result<Value, Fault>> {
    let carried_out = match name {
        "readIin" | "readBin" | "readPhones" | "readBirth" | "ageOn" => of_cell(name, given),
        "guessColumns" | "importPeople" | "findDuplicates" | "pairLists" | "countReach" | "shownReach" => {
            of_list(name, given)
        }
        "sayPeopleFindings" | "sayMatchField" | "sayAgreement" | "sayUnsureReason" => say(name, given),
        _ => return None,
    };
    Some(carried_out)
}

fn of_cell(name: &str, given: &Arguments<'_>) -> Result<Value, Fault> {
    if name == "ageOn" {
        return out(people::age_on(given.get("birth")?, given.get("day")?));
    }
    let text: String = given.get("text")?;
    match name {
        "readIin" => out(people::read_iin(&text)),
        "readBin" => out(people::read_bin(&text)),
        "readPhones" => out(people::read_phones(&text)),
        _ => out(people::read_birth(&text, given.get("latest")?)),
    }
}

fn of_list(name: &str, given: &Arguments<'_>) -> Result<Value, Fault> {
    match name {
        "guessColumns" => out(people::guess_columns(&given.bytes("bytes")?)?),
        "importPeople" => {
            let columns: Option<Vec<ColumnChoice>> = given.get("columns")?;
            out(people::import_people(&given.bytes("bytes")?, columns.as_deref())?)
        }
        "findDuplicates" => {
            let rows: Vec<ListedPerson> = given.get("people")?;
            out(people::find_duplicates(&rows, &given.or_default("options")?)?)
        }
        "pairLists" => {
            let (first, second): (Vec<ListedPerson>, Vec<ListedPerson>) =
                (given.get("first")?, given.get("second")?);
            out(people::pair_lists(&first, &second, &given.or_default("options")?)?)
        }
        _ => {
            let (known, attendances): (Vec<PersonFacts>, Vec<Attendance>) =
                (given.get("people")?, given.get("attendances")?);
            let headcounts: Vec<Headcount> = given.get("headcounts")?;
            if name == "shownReach" {
                let (question, policy) = (given.get("question")?, given.or_default("policy")?);
                let shown = people::shown_reach(&known, &attendances, &headcounts, &question, &policy);
                return out(shown.map_err(|failure| Fault(failure.code))?);
            }
            let reach = people::count_reach(&known, &attendances, &headcounts, &given.get("question")?);
            out(reach.map_err(|failure| Fault(failure.code))?)
        }
    }
}

fn say(name: &str, given: &Arguments<'_>) -> Result<Value, Fault> {
    let language = given.get("language")?;
    match name {
        "sayPeopleFindings" => {
            let findings: Vec<Finding> = given.get("findings")?;
            out(people::say_people_findings(&findings, language))
        }
        "sayMatchField" => out(people::say_match_field(given.get("field")?, language)),
        "sayAgreement" => out(people::say_agreement(given.get("agreement")?, language)),
        _ => out(people::say_unsure_reason(given.get("reason")?, language)),
    }
}

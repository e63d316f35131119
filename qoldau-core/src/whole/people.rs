//! People on lists for hosts in other languages: what a cell says, a list from its bytes, who stands twice, how many were reached.

use serde::Serialize;

use super::said::said;
use crate::failure::{Failure, in_order};
use crate::finding::{Finding, ParamValue, Words};
use crate::language::{Language, format_amount, word_of_people};
use crate::people::duplicates;
use crate::people::duplicates::{
    Agreement, DuplicateError, DuplicateOptions, Duplicates, ListPairing, ListedPerson, MatchField,
    UnsureReason,
};
use crate::people::identity::{self, Bin, Birth, Iin, IinHint, NumberError, PhoneKind, PhoneNumber};
#[cfg(feature = "xlsx")]
use crate::people::import::{self, SheetColumns, SheetGuess, WorkbookPeople};
use crate::people::import::{ColumnChoice, PeopleTable, TextList};
use crate::people::reach::{
    self, Attendance, Headcount, MOST_DIMENSIONS, PersonFacts, Reach, ReachPolicy, ReachQuestion, ShownReach,
};
use crate::people::{LIST_RULES, PEOPLE_RULES};
use crate::report::FindingRow;
use crate::table::TableError;
use crate::value::IsoDate;
#[cfg(feature = "xlsx")]
use crate::workbook::{WorkbookError, WorkbookLimits, read_workbook};

/// What a cell with an individual identification number holds. "Plausible" is the most that can be said of one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum IinRead {
    /// Form and check digit fit; whether a person bears it is not known.
    Plausible {
        /// Its twelve digits.
        number: Iin,
        /// What the digits encode, which need not be so.
        hint: IinHint,
    },
    /// It is none.
    Implausible {
        /// Why.
        fault: NumberFault,
    },
}

/// What a cell with a business identification number holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum BinRead {
    /// Form and check digit fit; whether an organisation bears it is not known.
    Plausible {
        /// Its twelve digits.
        number: Bin,
    },
    /// It is none.
    Implausible {
        /// Why.
        fault: NumberFault,
    },
}

/// Why a text is no identification number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum NumberFault {
    /// Not twelve digits, spaces and hyphens apart.
    NotTwelveDigits,
    /// The last digit does not follow from the first eleven.
    CheckDigit,
    /// The digits of the date, or of the kind of entity, say nothing that can be.
    Impossible,
}

impl From<NumberError> for NumberFault {
    fn from(error: NumberError) -> Self {
        match error {
            NumberError::NotTwelveDigits => Self::NotTwelveDigits,
            NumberError::CheckDigit => Self::CheckDigit,
            NumberError::Impossible => Self::Impossible,
        }
    }
}

/// A telephone number of a cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct PhoneRead {
    /// The number as E.164, `+77000000001`.
    pub number: PhoneNumber,
    /// What the numbering plan says of it.
    pub kind: PhoneKind,
}

/// Completed years of life between two bounds, which are the same where the birthday is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct AgeBounds {
    /// The least.
    pub least: u32,
    /// The greatest.
    pub most: u32,
}

/// The columns of a list, as far as they could be guessed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct ColumnGuess {
    /// The headings, as they stand.
    pub header: Vec<String>,
    /// What the columns hold; one of which nothing is known is not there.
    pub columns: Vec<ColumnChoice>,
}

/// Reads an individual identification number: twelve digits, spaces and hyphens between them allowed.
#[must_use]
pub fn read_iin(text: &str) -> IinRead {
    match text.parse::<Iin>() {
        Ok(number) => IinRead::Plausible { hint: number.hint(), number },
        Err(error) => IinRead::Implausible { fault: error.into() },
    }
}

/// Reads a business identification number.
#[must_use]
pub fn read_bin(text: &str) -> BinRead {
    match text.parse::<Bin>() {
        Ok(number) => BinRead::Plausible { number },
        Err(error) => BinRead::Implausible { fault: error.into() },
    }
}

/// The telephone numbers of a cell, at most four, in the order they stand.
#[must_use]
pub fn read_phones(text: &str) -> Vec<PhoneRead> {
    let read = |number: PhoneNumber| PhoneRead { kind: number.kind(), number };
    identity::read_phones(text).into_iter().map(read).collect()
}

/// Reads a birth date in the forms that lists hold. `latest` is the last year that two digits can mean. Nothing where the text is no
/// date of the years 1900 to `latest`.
#[must_use]
pub fn read_birth(text: &str, latest: i32) -> Option<Birth> {
    identity::read_birth(text, latest)
}

/// Completed years of life on a day; nothing before birth.
#[must_use]
pub fn age_on(birth: Birth, day: IsoDate) -> Option<AgeBounds> {
    birth.age_on(day).map(|(least, most)| AgeBounds { least, most })
}

/// Guesses which column of a list (CSV) holds what. The headings are looked for among the first forty rows, below titles; where there are none, they
/// are empty texts, and columns are told by what stands in them.
///
/// # Errors
/// `TBL001` to `TBL004`, `TBL008`: bytes that are no table.
pub fn guess_columns(list: &[u8]) -> Result<ColumnGuess, TableError> {
    let list = TextList::read(list)?;
    Ok(ColumnGuess { columns: list.guess(), header: list.header().into_iter().map(str::to_owned).collect() })
}

/// Reads a list of people (CSV), its headings found as by [`guess_columns`]. Without columns they are guessed. Nothing is dropped: a cell that cannot
/// be read is kept as it stands, what is no person (a title, a row with nothing in it, repeated headings) is told, and so is a list without headings,
/// whose first row is a person.
///
/// # Errors
/// `TBL001` to `TBL004`, `TBL008`: bytes that are no table.
pub fn import_people(list: &[u8], columns: Option<&[ColumnChoice]>) -> Result<PeopleTable, TableError> {
    let list = TextList::read(list)?;
    Ok(list.people(&columns.map_or_else(|| list.guess(), <[ColumnChoice]>::to_vec)))
}

/// Guesses where on the sheets of a workbook (.xlsx) people stand, and which column holds what.
///
/// # Errors
/// `WBK001` to `WBK011`: bytes that are no workbook, or one that is damaged, protected or too large.
#[cfg(feature = "xlsx")]
pub fn guess_workbook(workbook: &[u8]) -> Result<Vec<SheetGuess>, WorkbookError> {
    Ok(import::guess_sheets(&read_workbook(workbook, &WorkbookLimits::default())?))
}

/// Reads the lists of people of a workbook (.xlsx), sheet by sheet. A sheet of which nothing is said is taken for what is guessed; one that is given
/// without columns is not read. Nothing is dropped: what is hidden is read, a cell that cannot be read is kept as it stands, and each has a finding.
///
/// # Errors
/// `WBK001` to `WBK011`: bytes that are no workbook, or one that is damaged, protected or too large.
#[cfg(feature = "xlsx")]
pub fn import_workbook(workbook: &[u8], sheets: &[SheetColumns]) -> Result<WorkbookPeople, WorkbookError> {
    Ok(import::read_sheets(&read_workbook(workbook, &WorkbookLimits::default())?, sheets))
}

/// Which rows are one person, and of which it cannot be told; by rules and decisions of people first.
///
/// # Errors
/// `PPE001` more than 4,000,000 rows.
pub fn find_duplicates(
    people: &[ListedPerson],
    options: &DuplicateOptions,
) -> Result<Duplicates, DuplicateError> {
    duplicates::find_duplicates(people, options)
}

/// Who of one list is who of another, or of a registry, each once: `one` of a pair is a row of the first list and `other` of the second.
///
/// # Errors
/// `PPE001` more than 4,000,000 rows.
pub fn pair_lists(
    first: &[ListedPerson],
    second: &[ListedPerson],
    options: &DuplicateOptions,
) -> Result<ListPairing, DuplicateError> {
    duplicates::pair_lists(first, second, options)
}

/// How many people events reached. Settlements and organisations that are one are one row of the table, however people wrote them.
///
/// # Errors
/// `INP001` at `/question/by` for more than three dimensions, at `/question/period` for a period that ends before it begins.
pub fn count_reach(
    people: &[PersonFacts],
    attendances: &[Attendance],
    headcounts: &[Headcount],
    question: &ReachQuestion,
) -> Result<Reach, Failure> {
    can_be_asked(question, "/question")?;
    let mut people = people.to_vec();
    reach::one_spelling(&mut people);
    Ok(reach::count_reach(&people, attendances, headcounts, question))
}

/// Refuses a question of reach that has no answer. The path is that of the question.
pub(super) fn can_be_asked(question: &ReachQuestion, path: &str) -> Result<(), Failure> {
    if question.by.len() > MOST_DIMENSIONS {
        return Err(Failure::of_input(Some(format!("{path}/by")), "more than three dimensions"));
    }
    in_order(Some(question.period), &format!("{path}/period"))
}

/// How many people events reached, as it may leave the house: counts from 1 up to below the smallest of the policy are hidden, and as many others
/// as it takes that they do not follow. Nothing in the place of a number means that it is hidden. Where the question names no groups of ages, they
/// are those of the policy.
///
/// # Errors
/// `INP001` as of [`count_reach`], and at `/policy/youth` or `/policy/smallestCell` for a setting that cannot be read.
pub fn shown_reach(
    people: &[PersonFacts],
    attendances: &[Attendance],
    headcounts: &[Headcount],
    question: &ReachQuestion,
    policy: &ReachPolicy,
) -> Result<ShownReach, Failure> {
    if let Some(setting) = policy.unread() {
        return Err(Failure::of_input(Some(format!("/policy/{setting}")), "the setting cannot be read"));
    }
    let ages = if question.ages.is_empty() { policy.ages() } else { question.ages.clone() };
    let question = ReachQuestion { ages, ..question.clone() };
    let reach = count_reach(people, attendances, headcounts, &question)?;
    Ok(reach::show_reach(&reach, &[], &question, policy))
}

/// Findings about lists of people in words, in their own order.
#[must_use]
pub fn say_people_findings(findings: &[Finding], language: Language) -> Vec<FindingRow> {
    said(&PEOPLE_RULES, findings, language, Words { word: word_of_people, value: say_value })
}

/// The same of findings that reading a list, comparing it or looking through a registry gives, and of no others: a host that says what the lists of a
/// journal come to by the words of all findings carries none of those words here.
#[must_use]
pub fn say_list_findings(findings: &[Finding], language: Language) -> Vec<FindingRow> {
    said(&LIST_RULES, findings, language, Words { word: word_of_people, value: say_value })
}

/// A value of a finding about people, as all findings are said. What no rule of people tells, such as a unit, is said as it is written.
fn say_value(value: &ParamValue, language: Language) -> String {
    match value {
        ParamValue::Amount { amount }
        | ParamValue::Quantity { amount, .. }
        | ParamValue::Percent { amount } => format_amount(*amount, language),
        ParamValue::Count { count } => format_amount((*count).into(), language),
        ParamValue::Id { id } => id.to_string(),
        ParamValue::Word { key } => word_of_people(key, language).unwrap_or(key).to_owned(),
        ParamValue::Number { number: text } | ParamValue::Text { text } => text.clone(),
        ParamValue::Date { date } => date.to_string(),
        ParamValue::Share { .. } | ParamValue::Range { .. } | ParamValue::Month { .. } => String::new(),
    }
}

/// A field that rows are compared by, in words.
#[must_use]
pub fn say_match_field(field: MatchField, language: Language) -> String {
    word_of_people(field.key(), language).unwrap_or(field.key()).into()
}

/// How far two rows agree in a field, in words.
#[must_use]
pub fn say_agreement(agreement: Agreement, language: Language) -> String {
    agreement.saying().get(language).into()
}

/// Why it cannot be told whether two rows are one person, in words.
#[must_use]
pub fn say_unsure_reason(reason: UnsureReason, language: Language) -> String {
    reason.saying().get(language).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Param;
    use crate::value::DateRange;

    #[test]
    fn spellings_of_one_place_are_one_row_of_reach() {
        let people: Vec<PersonFacts> = serde_json::from_value(serde_json::json!([
            { "person": "1", "settlement": "г. Актау", "organisation": "СШ №7" },
            { "person": "2", "settlement": "Ақтау қ.", "organisation": "№7 мектеп" },
            { "person": "3", "settlement": "г. Актау", "organisation": "сш 7" },
        ]))
        .unwrap();
        let on = |person: &PersonFacts| Attendance {
            event: "e".parse().unwrap(),
            on: "2024-06-14".parse().unwrap(),
            person: person.person.clone(),
        };
        let attendances: Vec<Attendance> = people.iter().map(on).collect();
        let question: ReachQuestion = serde_json::from_value(serde_json::json!({
            "period": { "start": "2024-01-01", "end": "2024-12-31" }, "by": ["settlement", "organisation"]
        }))
        .unwrap();
        let reach = count_reach(&people, &attendances, &[], &question).unwrap();
        // All; the settlement, the organisation; both.
        assert_eq!(reach.rows.len(), 4);
        assert!(reach.rows.iter().all(|row| row.persons == 3));

        let DateRange { start, end } = question.period;
        let reversed = ReachQuestion { period: DateRange { start: end, end: start }, ..question };
        let error = count_reach(&people, &attendances, &[], &reversed).unwrap_err();
        assert_eq!((&*error.code, error.path.as_deref()), ("INP001", Some("/question/period")));
        let shown = shown_reach(&people, &attendances, &[], &reversed, &ReachPolicy::default());
        assert_eq!(shown.unwrap_err(), error);
    }

    /// The module of people carries few words: they have to be all that its findings and fields are said by.
    #[test]
    fn what_people_are_told_is_said_in_the_words_of_all_findings() {
        for language in Language::ALL {
            use MatchField as M;
            let parts =
                [M::Surname, M::GivenName, M::Patronymic, M::NameEnding, M::Birth, M::Phone, M::Identifier];
            let others = [M::Place, M::Iin, M::Email, M::Settlement, M::Organisation, M::List];
            for field in parts.into_iter().chain(others) {
                let key = field.key();
                assert_eq!(word_of_people(key, language), crate::language::word(key, language), "{key}");
                assert!(word_of_people(key, language).is_some(), "{key}");
            }
            for rule in PEOPLE_RULES.iter().copied().flatten() {
                let mut finding = Finding::new(rule, crate::finding::Place::Whole {});
                for name in crate::finding::placeholders(rule.message.get(language)) {
                    finding.params.push(Param::amount(name, 12_345.into()));
                    finding.params.push(Param::count(name, 1234));
                    finding.params.push(Param::number(name, "7"));
                    finding.params.push(Param::word(name, "surname"));
                }
                let [row] = say_people_findings(&[finding.clone()], language).try_into().unwrap();
                assert_eq!(row.text, rule.say(&finding, language));
                assert_eq!(row.remedy, rule.say_remedy(&finding, language));
                let severity =
                    crate::language::word(&format!("{:?}", rule.severity).to_lowercase(), language);
                assert_eq!(Some(row.severity_text.as_str()), severity);
            }
        }
    }
}

//! Mirrors of the types of `qoldau_core::people::reach`. Written by `bindings-mobile/mirror`; do not edit:
//! `QOLDAU_UPDATE=1 cargo test -p qoldau-mirror`

use qoldau_core::facts::ReachDimension;
use qoldau_core::people::identity::Birth;
use qoldau_core::people::reach::AgeGroup;
use qoldau_core::people::reach::Attendance;
use qoldau_core::people::reach::CompletenessState;
use qoldau_core::people::reach::Headcount;
use qoldau_core::people::reach::PartHeadcount;
use qoldau_core::people::reach::PartPerson;
use qoldau_core::people::reach::PersonFacts;
use qoldau_core::people::reach::PersonSketch;
use qoldau_core::people::reach::Reach;
use qoldau_core::people::reach::ReachCompleteness;
use qoldau_core::people::reach::ReachPart;
use qoldau_core::people::reach::ReachQuestion;
use qoldau_core::people::reach::ReachRow;
use qoldau_core::people::reach::ReachValue;
use qoldau_core::value::DateRange;
use qoldau_core::value::Id;
use qoldau_core::value::IsoDate;

/// A person by a pseudonymous id, with what is known of them. No field is required, least of all of minors.
#[uniffi::remote(Record)]
pub struct PersonFacts {
    /// The person's id: not a name.
    pub person: Id,
    /// Sex as the person gave it, in the host's own words or codes; never taken from a name or an IIN.
    #[uniffi(default = None)]
    pub sex: Option<String>,
    /// When the person was born.
    #[uniffi(default = None)]
    pub birth: Option<Birth>,
    /// Settlement.
    #[uniffi(default = None)]
    pub settlement: Option<String>,
    /// School or other organisation.
    #[uniffi(default = None)]
    pub organisation: Option<String>,
    /// A category of the project's own, such as persons with disabilities (self-reported).
    #[uniffi(default = None)]
    pub category: Option<String>,
}

/// One person took part in one event.
#[uniffi::remote(Record)]
pub struct Attendance {
    /// The event.
    pub event: Id,
    /// Its day.
    pub on: IsoDate,
    /// The person.
    pub person: Id,
}

/// How many people an event had beyond those on its list: counted by head, a scan with a stated number of rows, a class list, a
/// school's certificate.
#[uniffi::remote(Record)]
pub struct Headcount {
    /// The event.
    pub event: Id,
    /// Its day.
    pub on: IsoDate,
    /// All people who were there, those on the list among them.
    pub total: u32,
}

/// A group of ages, in completed years on the day of the event.
#[uniffi::remote(Record)]
pub struct AgeGroup {
    /// What it is called.
    pub name: String,
    /// The least age that belongs to it.
    pub from: u32,
    /// The first age that does not belong to it any more; nothing where it has no end.
    #[uniffi(default = None)]
    pub below: Option<u32>,
}

/// What is asked.
#[uniffi::remote(Record)]
pub struct ReachQuestion {
    /// The days that count.
    pub period: DateRange,
    /// The events that count; all without any.
    #[uniffi(default = [])]
    pub events: Vec<Id>,
    /// Groups of ages; the first that fits counts.
    #[uniffi(default = [])]
    pub ages: Vec<AgeGroup>,
    /// What people are told apart by, at most three; what is named twice is taken once.
    #[uniffi(default = [])]
    pub by: Vec<ReachDimension>,
}

/// A value of a dimension in a row of the table.
#[uniffi::remote(Enum)]
pub enum ReachValue {
    /// All values together.
    All {},
    /// One value.
    Is {
        /// The value.
        value: String,
    },
    /// The value is not known, or the age falls into no group for certain.
    Unknown {},
}

/// One row of the table: people and participations with these values.
#[uniffi::remote(Record)]
pub struct ReachRow {
    /// One value for each dimension asked for, in that order.
    pub values: Vec<ReachValue>,
    /// Participations of people who are known by name.
    pub participations: u32,
    /// People who are known by name.
    pub persons: u32,
}

/// Of how many people a value is known.
#[uniffi::remote(Record)]
pub struct ReachCompleteness {
    /// What people are told apart by.
    pub by: ReachDimension,
    /// People of whom it is known.
    pub known: u32,
    /// People of whom it is not: they stand under `unknown`.
    pub unknown: u32,
    /// What that comes to.
    pub state: CompletenessState,
}

/// Whether a table says something of everybody.
#[uniffi::remote(Enum)]
pub enum CompletenessState {
    /// Of everybody.
    Complete,
    /// Of some.
    Partial,
    /// Of nobody: the table tells nothing.
    Nothing,
    /// There is nobody.
    Nobody,
}

/// How many people were reached. Participations and people are two figures and are never added.
#[uniffi::remote(Record)]
pub struct Reach {
    /// Participations: those on lists and those counted by head.
    pub participations: u32,
    /// Participations that are on no list.
    pub unlisted: u32,
    /// Different people known by name.
    pub persons_listed: u32,
    /// The least number of different people that fits lists and headcounts.
    pub persons_at_least: u32,
    /// The greatest number of different people that fits them.
    pub persons_at_most: u32,
    /// Of those known by name, who came for the first time: nothing earlier of them is recorded.
    pub new_persons: u32,
    /// Of those known by name, who were there before the period.
    pub returning_persons: u32,
    /// The table: every combination of values that occurs, and all subtotals.
    pub rows: Vec<ReachRow>,
    /// Of how many people each value asked for is known.
    pub completeness: Vec<ReachCompleteness>,
    /// Events whose list has more people than were counted by head: one of the two is wrong.
    pub lists_beyond_headcount: Vec<Id>,
}

/// What one part of the work says towards a question: people by keyed pseudonyms with the groups they fall in, and headcounts. It holds no
/// name and no day of birth.
///
/// Parts come together in any order, and one that came twice counts once.
#[uniffi::remote(Record)]
pub struct ReachPart {
    /// Id of the key that the pseudonyms were made with; parts of different keys do not come together.
    pub key: Id,
    /// What was asked.
    pub question: ReachQuestion,
    /// Who came in the period, by pseudonym.
    pub persons: Vec<PartPerson>,
    /// Who had come before it, by pseudonym.
    pub earlier: Vec<Id>,
    /// Headcounts of the period, the greatest of each event.
    pub headcounts: Vec<PartHeadcount>,
}

/// Somebody who came.
#[uniffi::remote(Record)]
pub struct PartPerson {
    /// Pseudonym.
    pub person: Id,
    /// The day of the first event of the period.
    pub first: IsoDate,
    /// The events.
    pub events: Vec<Id>,
    /// The group in each dimension that was asked for; nothing where it is not known.
    pub groups: Vec<Option<String>>,
}

/// How many were at an event.
#[uniffi::remote(Record)]
pub struct PartHeadcount {
    /// The event.
    pub event: Id,
    /// All who were there.
    pub total: u32,
}

/// A sketch of a set of people: from it their number follows to within 1.6 % (one standard error), and not who they are. But whoever has the
/// pseudonyms can try whether one may be in it.
#[uniffi::remote(Record)]
pub struct PersonSketch {
    /// Id of the key that the pseudonyms were made with.
    pub key: Id,
    /// The registers, a byte each, hexadecimal.
    pub registers: String,
}

//! Mirrors of the types of `qoldau_core::facts`. Written by `bindings-mobile/mirror`; do not edit:
//! `QOLDAU_UPDATE=1 cargo test -p qoldau-mirror`

use qoldau_core::facts::AttendanceBy;
use qoldau_core::facts::AttendanceRecord;
use qoldau_core::facts::HeadcountBasis;
use qoldau_core::facts::HeadcountGroup;
use qoldau_core::facts::HeadcountRecord;
use qoldau_core::facts::PeopleCount;
use qoldau_core::facts::PersonDecision;
use qoldau_core::facts::PersonVerdict;
use qoldau_core::facts::ReachDimension;
use qoldau_core::facts::ReachEstimate;
use qoldau_core::facts::ReachMethod;
use qoldau_core::value::Amount;
use qoldau_core::value::Id;

/// People took part in an event or received a service: an event, a line, or both are named.
#[uniffi::remote(Record)]
pub struct AttendanceRecord {
    /// Id of the event; nothing for a service without one, which is of the entry's day.
    #[uniffi(default = None)]
    pub event: Option<Id>,
    /// Id of the line it counts for; nothing means the lines of the event's activities that count participants.
    #[uniffi(default = None)]
    pub line: Option<Id>,
    /// Pseudonymous ids of the people: never names, telephones or numbers of documents.
    pub persons: Vec<Id>,
    /// How it was recorded.
    pub by: AttendanceBy,
}

/// How it was recorded who was there.
#[uniffi::remote(Enum)]
pub enum AttendanceBy {
    /// By a list that people signed or that was read from a table.
    List,
    /// By a code that was scanned at the door.
    ScannedCode,
}

/// How many people an event had, without saying who: all of them, those on a list among them.
#[uniffi::remote(Record)]
pub struct HeadcountRecord {
    /// Id of the event.
    pub event: Id,
    /// All people who were there.
    pub total: u32,
    /// What the number was taken from.
    pub basis: HeadcountBasis,
    /// How many of them were of which group, as far as it was counted.
    #[uniffi(default = [])]
    pub groups: Vec<HeadcountGroup>,
}

/// What a headcount was taken from.
#[uniffi::remote(Enum)]
pub enum HeadcountBasis {
    /// Heads were counted.
    Heads,
    /// The stated number of rows of a list that exists only as a scan.
    ScannedList,
    /// A class list.
    ClassList,
    /// A certificate of a school or another organisation.
    Certificate,
}

/// So many of those who were counted were of a group.
#[uniffi::remote(Record)]
pub struct HeadcountGroup {
    /// What they were told apart by.
    pub by: ReachDimension,
    /// The group, in the words or codes that people of the registry have there.
    pub value: Box<str>,
    /// How many of them.
    pub count: u32,
}

/// What people are told apart by.
#[uniffi::remote(Enum)]
pub enum ReachDimension {
    /// Sex.
    Sex,
    /// Group of ages on the day of the event.
    Age,
    /// Settlement.
    Settlement,
    /// Organisation.
    Organisation,
    /// Category.
    Category,
    /// Whether they came for the first time: `new` or `returning`.
    History,
}

/// What somebody decided of two ids: whether they are one person. Voiding the entry takes the decision back; nothing is merged in the data.
#[uniffi::remote(Record)]
pub struct PersonDecision {
    /// Id of a person or of a row of a list.
    pub one: Id,
    /// Id of another.
    pub other: Id,
    /// What was decided.
    pub verdict: PersonVerdict,
}

/// What somebody decided of two ids.
#[uniffi::remote(Enum)]
pub enum PersonVerdict {
    /// They are one person.
    Same,
    /// They are two.
    NotSame,
    /// Nobody can tell; they are counted as two, and nothing joins them.
    Unsure,
}

/// How many different people a line reached up to the entry's day. A later one of the same line takes its place.
///
/// It is never a sum of participations, and never added to one.
#[uniffi::remote(Record)]
pub struct PeopleCount {
    /// Id of the line, of the social-impact block as a rule.
    pub line: Id,
    /// There were at least so many.
    pub at_least: u32,
    /// There were at most so many; the same number where it is known.
    pub at_most: u32,
}

/// An estimate of how many people were reached without being there. Never added to those who were.
#[uniffi::remote(Record)]
pub struct ReachEstimate {
    /// Id of the line, of the social-impact block as a rule.
    pub line: Id,
    /// The estimate: 0 or more.
    pub amount: Amount,
    /// How it was made.
    pub method: ReachMethod,
    /// What it was taken from: a statistic of a page, the imprint of a newspaper.
    pub source: Box<str>,
}

/// How an estimate of reach was made.
#[uniffi::remote(Enum)]
pub enum ReachMethod {
    /// Views of a post, a video or a page; one person may view twice.
    Views,
    /// Printed copies.
    Circulation,
    /// The audience that a broadcaster or an outlet states.
    Audience,
    /// Members of the households of those who were there.
    Households,
    /// Another way, which the source names.
    Other,
}

//! Mirrors of the types of `qoldau_core::plan`. Written by `bindings-mobile/mirror`; do not edit:
//! `QOLDAU_UPDATE=1 cargo test -p qoldau-mirror`

use qoldau_core::plan::Anchor;
use qoldau_core::plan::Bound;
use qoldau_core::plan::ChangeBy;
use qoldau_core::plan::DayCount;
use qoldau_core::plan::Due;
use qoldau_core::plan::DueContext;
use qoldau_core::plan::DueSide;
use qoldau_core::plan::Each;
use qoldau_core::plan::EachOf;
use qoldau_core::plan::Frequency;
use qoldau_core::plan::Part;
use qoldau_core::plan::ScopeFrom;
use qoldau_core::plan::Target;
use qoldau_core::plan::TargetRule;
use qoldau_core::plan::UnitCode;
use qoldau_core::plan::UnitWord;
use qoldau_core::value::Amount;
use qoldau_core::value::DateRange;
use qoldau_core::value::Id;
use qoldau_core::value::IsoDate;

/// One promised number of a line. A line may have several; all must hold.
#[uniffi::remote(Record)]
pub struct Target {
    /// Id of the target within the plan.
    pub id: Id,
    /// What is promised.
    pub rule: TargetRule,
    /// What is counted, where the words say so.
    #[uniffi(default = None)]
    pub unit: Option<UnitWord>,
    /// The promise holds for each of these.
    #[uniffi(default = None)]
    pub each: Option<Each>,
    /// The promise recurs.
    #[uniffi(default = None)]
    pub every: Option<Frequency>,
    /// Parts that must add up to the amount.
    pub parts: Vec<Part>,
    /// A remark in brackets, verbatim.
    #[uniffi(default = None)]
    pub note: Option<String>,
    /// The words of the contract, verbatim.
    pub text: String,
}

/// What a target promises.
#[uniffi::remote(Enum)]
pub enum TargetRule {
    /// A number.
    Number {
        /// How the number is meant.
        bound: Bound,
        /// The number, in the target's unit.
        amount: Amount,
        /// Upper end, for `between` only.
        up_to: Option<Amount>,
    },
    /// A percent of a whole.
    Percent {
        /// How the number is meant.
        bound: Bound,
        /// The percent, 80 for 80 %.
        amount: Amount,
        /// Upper end, for `between` only.
        up_to: Option<Amount>,
    },
    /// A change against a baseline.
    Change {
        /// How the number is meant.
        bound: Bound,
        /// The value to start from, where the words name it.
        from: Option<Amount>,
        /// How much it changes; negative for a decrease. For `times` the factor: 3 is "three times as much", and −3
        /// "a third of it", so that the sign says the direction here too and never a negative value.
        amount: Amount,
        /// What the amount measures.
        by: ChangeBy,
    },
    /// It is done, it exists.
    Done {},
    /// All of them.
    All {},
    /// As many as are needed; no number.
    AsNeeded {},
    /// The words were not understood; they stand in the target's text.
    Unread {},
}

/// How a number is meant. `plain` is neither "exactly" nor "at least": a reading decides.
#[uniffi::remote(Enum)]
pub enum Bound {
    /// A bare number.
    Plain,
    /// This many or more.
    AtLeast,
    /// More than this.
    MoreThan,
    /// This many or fewer.
    AtMost,
    /// Fewer than this.
    LessThan,
    /// About this many.
    About,
    /// From `amount` to `upTo`, both included.
    Between,
}

/// What the amount of a change measures.
#[uniffi::remote(Enum)]
pub enum ChangeBy {
    /// Percent of the value before.
    Percent,
    /// Percentage points.
    Points,
    /// A factor.
    Times,
    /// The unit itself.
    Amount,
}

/// A unit as written, with its code.
#[uniffi::remote(Record)]
pub struct UnitWord {
    /// What is counted.
    pub code: UnitCode,
    /// The words of the contract, verbatim.
    pub text: String,
}

/// What a target counts. The list is closed for a format version.
#[uniffi::remote(Enum)]
pub enum UnitCode {
    /// People.
    Person,
    /// Volunteers.
    Volunteer,
    /// Organisations.
    Organisation,
    /// People or organisations.
    PersonOrOrganisation,
    /// Events.
    Event,
    /// Focus groups.
    FocusGroup,
    /// Posts.
    Post,
    /// Publications.
    Publication,
    /// Letters.
    Letter,
    /// Lists.
    List,
    /// Documents.
    Document,
    /// Acts.
    Act,
    /// Photographs.
    Photo,
    /// Videos.
    Video,
    /// Audio clips.
    Audio,
    /// Hand-out or other materials.
    Material,
    /// Copies of a printed thing.
    Copy,
    /// Pieces.
    Piece,
    /// Sets.
    Set,
    /// Printed sheets.
    PrintedSheet,
    /// Occasions: "2 times".
    Time,
    /// Hours.
    Hour,
    /// Days.
    Day,
    /// Working days.
    WorkingDay,
    /// Months.
    Month,
    /// Years of age.
    YearOfAge,
    /// Settlements.
    Settlement,
    /// Cities.
    City,
    /// Districts.
    District,
    /// Projects.
    Project,
    /// Grants.
    Grant,
    /// Nominations of a prize.
    Nomination,
    /// Tenge.
    Tenge,
    /// Anything else; the words say what.
    Other,
}

/// The promise holds for each of something.
#[uniffi::remote(Record)]
pub struct Each {
    /// Of what.
    pub of: EachOf,
    /// How many there are, where the words say so.
    #[uniffi(default = None)]
    pub count: Option<Amount>,
    /// Whether the words stand in the line's name or in its value.
    pub from: ScopeFrom,
}

/// What a promise can hold for each of.
#[uniffi::remote(Enum)]
pub enum EachOf {
    /// Each event.
    Event,
    /// Each place: city, district, settlement.
    Place,
    /// Each person.
    Person,
    /// Each organisation.
    Organisation,
    /// Each channel or network.
    Channel,
    /// Each item.
    Item,
}

/// Where the words of a scope stand.
#[uniffi::remote(Enum)]
pub enum ScopeFrom {
    /// In the line's name.
    Name,
    /// In its value.
    Value,
}

/// One part of a number: the "1 sports" of "3 (1 sports, 2 cultural)".
#[uniffi::remote(Record)]
pub struct Part {
    /// Id of the part within the plan.
    pub id: Id,
    /// How many.
    pub amount: Amount,
    /// Of what, verbatim.
    pub label: String,
}

/// When something is to be done.
#[uniffi::remote(Enum)]
pub enum Due {
    /// From a day to a day, either of which may be open.
    Range {
        /// First day; nothing when only the end is named.
        start: Option<IsoDate>,
        /// Last day, included; nothing when only the start is named.
        end: Option<IsoDate>,
        /// Clock time on the last day, `18:30`, in Kazakhstan's time (UTC+5 since 2024-03-01).
        end_time: Option<String>,
        /// Whether the cell was empty and the deadline of the cell above was taken.
        inherited: bool,
        /// The words of the contract, verbatim.
        text: String,
    },
    /// So many days before or after something.
    Relative {
        /// What it is counted from.
        anchor: Anchor,
        /// Days after (negative: before); 0 for the day itself.
        offset: i32,
        /// Calendar or working days.
        days: DayCount,
        /// Where it names no number of days: on which side of its day the time lies.
        side: DueSide,
        /// The words of the contract, verbatim.
        text: String,
    },
    /// Again and again.
    Recurring {
        /// How often.
        every: Frequency,
        /// Month of the year, where named: 1 to 12; only of what recurs yearly.
        month: Option<u32>,
        /// Day of the month, where named: 1 to 31.
        day: Option<u32>,
        /// The words of the contract, verbatim.
        text: String,
    },
    /// All the time of the project.
    WholePeriod {
        /// The words of the contract, verbatim.
        text: String,
    },
    /// The words can mean several dates.
    Ambiguous {
        /// The dates they can mean.
        readings: Vec<IsoDate>,
        /// The words of the contract, verbatim.
        text: String,
    },
    /// The words were not understood.
    Unread {
        /// The words of the contract, verbatim.
        text: String,
    },
}

/// What a relative deadline is counted from.
#[uniffi::remote(Enum)]
pub enum Anchor {
    /// The first day of the project.
    ProjectStart,
    /// The last day of the project.
    ProjectEnd,
    /// The date of the contract.
    Contract,
    /// The last day of the active phase.
    ActivePhaseEnd,
    /// The event.
    Event,
}

/// On which side of the day it is counted from the time of a relative deadline lies.
#[uniffi::remote(Enum)]
pub enum DueSide {
    /// Until that day, or so many days from it.
    By,
    /// After that day, up to the project's end: "after the active phase has ended".
    After,
    /// Before it and again after it: "before the active phase ends and after it has ended".
    Around,
}

/// What kind of days are counted.
#[uniffi::remote(Enum)]
pub enum DayCount {
    /// All days.
    Calendar,
    /// Working days.
    Working,
}

/// How often something recurs.
#[uniffi::remote(Enum)]
pub enum Frequency {
    /// Every day.
    Day,
    /// Every week.
    Week,
    /// Every month.
    Month,
    /// Every quarter.
    Quarter,
    /// Every half of a calendar year.
    HalfYear,
    /// Every year.
    Year,
}

/// What a deadline's words are read against.
#[uniffi::remote(Record)]
pub struct DueContext {
    /// The project's time: gives a year to a bare month.
    #[uniffi(default = None)]
    pub period: Option<DateRange>,
    /// The contract's date.
    #[uniffi(default = None)]
    pub contract: Option<IsoDate>,
}

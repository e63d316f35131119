//! Mirrors of the types of `qoldau_core::finding`. Written by `bindings-mobile/mirror`; do not edit:
//! `QOLDAU_UPDATE=1 cargo test -p qoldau-mirror`

use qoldau_core::finding::Finding;
use qoldau_core::finding::Offer;
use qoldau_core::finding::Param;
use qoldau_core::finding::ParamValue;
use qoldau_core::finding::Place;
use qoldau_core::finding::Severity;
use qoldau_core::value::Amount;
use qoldau_core::value::DateRange;
use qoldau_core::value::Id;
use qoldau_core::value::IsoDate;
use qoldau_core::value::Share;

/// How much a finding matters.
#[uniffi::remote(Enum)]
pub enum Severity {
    /// The figures cannot be trusted until this is mended.
    Error,
    /// Probably wrong; somebody should look.
    Warning,
    /// Needs a decision; the finding offers the possible answers.
    Question,
    /// Good to know.
    Info,
}

/// Where a finding points.
#[uniffi::remote(Enum)]
pub enum Place {
    /// The whole input.
    Whole {},
    /// A cell (or a paragraph outside tables) of the annex; all counted from 0.
    Cell {
        /// Block of the document: 1 to 4 for the annex's blocks I to IV, 0 before the first.
        block: u32,
        /// Table within the document; nothing for text outside tables.
        table: Option<u32>,
        /// Row within the table.
        row: u32,
        /// Column within the row, merged cells counted as the columns they span.
        column: u32,
        /// Paragraph within the cell.
        paragraph: u32,
    },
    /// A field of a part of the plan.
    Plan {
        /// Id of the task, activity, line, target or person; nothing for the plan itself.
        id: Option<Id>,
        /// The field's name on the wire, such as `due`.
        field: String,
    },
    /// A line of a journal file, counted from 1.
    Line {
        /// Line number.
        line: u32,
        /// Id of the entry on it, where it could be read.
        entry: Option<Id>,
    },
    /// A row of a table that was imported, counted from 1.
    Row {
        /// Row number.
        row: u32,
        /// Column number.
        column: u32,
    },
    /// A cell of a workbook, its row and column counted from 1 as a spreadsheet program shows them.
    Sheet {
        /// Number of the sheet among the tabs, from 1.
        sheet: u32,
        /// Row number; 0 for the sheet as a whole, or a column of it.
        row: u32,
        /// Column number, 1 for A; 0 for the row as a whole.
        column: u32,
    },
    /// A field of a questionnaire.
    Question {
        /// Name of the question, list, subscale or phase; nothing for the questionnaire itself.
        id: Option<Id>,
        /// The field's name on the wire, such as `relevant`.
        field: String,
        /// Character of an expression, counted from 1.
        character: Option<u32>,
    },
}

/// A typed parameter of a finding or a reason. A name may recur: the values are then said as a list.
#[uniffi::remote(Record)]
pub struct Param {
    /// Name of the placeholder.
    pub name: String,
    /// Its value.
    pub value: ParamValue,
}

/// The value of a `Param`.
#[uniffi::remote(Enum)]
pub enum ParamValue {
    /// An exact number.
    Amount {
        /// The number.
        amount: Amount,
    },
    /// A number of something: `200` of unit code `photo`.
    Quantity {
        /// How many.
        amount: Amount,
        /// Key of the unit in the message table.
        unit: String,
    },
    /// A percent.
    Percent {
        /// The percent, 80 for 80 %.
        amount: Amount,
    },
    /// A ratio with both its parts.
    Share {
        /// The ratio.
        share: Share,
    },
    /// A day.
    Date {
        /// The day.
        date: IsoDate,
    },
    /// A span of days.
    Range {
        /// The span.
        range: DateRange,
    },
    /// A calendar month.
    Month {
        /// Its first day.
        month: IsoDate,
    },
    /// A count of things.
    Count {
        /// The count.
        count: u32,
    },
    /// An id of the plan or the journal.
    Id {
        /// The id.
        id: Id,
    },
    /// The printed number of a line, task or activity.
    Number {
        /// The number, such as `2.10`.
        number: String,
    },
    /// A word of the message table, said in the reader's language.
    Word {
        /// Its key.
        key: String,
    },
    /// Words of the contract, said as they stand. Never words of a person's name, phone or signature.
    Text {
        /// The words.
        text: String,
    },
}

/// One possible answer to a finding that asks: it becomes a reading of the lines it is about.
#[uniffi::remote(Record)]
pub struct Offer {
    /// Ids of what the reading would be about; empty means every line the finding lists.
    pub lines: Vec<Id>,
    /// What the reading settles: a question of the plan, as on the wire (`bound`, `networks` …).
    pub question: String,
    /// The answer the reading would hold.
    pub answer: String,
}

/// One thing a check has to say.
#[uniffi::remote(Record)]
pub struct Finding {
    /// Stable code of the rule, such as `PLAN003`; never reused.
    pub code: String,
    /// How much it matters.
    pub severity: Severity,
    /// Where it points.
    pub place: Place,
    /// Ids of the lines, activities or tasks it touches, in the plan's order. A goal or an expected result is none of
    /// them: it stands in the place, as the field `goals.3` of the plan.
    pub lines: Vec<Id>,
    /// Typed parameters of its text.
    pub params: Vec<Param>,
    /// Possible answers, when it asks a question.
    pub answers: Vec<Offer>,
}

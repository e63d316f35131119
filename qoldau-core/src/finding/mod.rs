//! Floor 1: findings, the answers of every check, and the catalogue of the rules that give them.
//!
//! A wrong plan or a wrong fact is an answer with findings, never an error: findings are complete, ordered, coded,
//! placed and said in three languages.

mod say;

#[cfg(any(feature = "people", feature = "survey"))]
pub(crate) use say::Words;
pub use say::{fill, placeholders, say_value, uncapitalised};

use qoldau_derive::Decode;
use serde::Serialize;

use crate::language::Saying;
use crate::value::{Amount, DateRange, Id, IsoDate, Share};

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
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
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Decode)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
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

impl Place {
    /// Whether two cells or paragraphs stand in the same table, or both outside of tables in the same block.
    pub(crate) fn is_together_with(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Cell { block, table, .. }, Self::Cell { block: other_block, table: other_table, .. }) => {
                block == other_block && table == other_table
            }
            _ => false,
        }
    }
}

/// A typed parameter of a finding or a reason. A name may recur: the values are then said as a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Param {
    /// Name of the placeholder.
    pub name: String,
    /// Its value.
    pub value: ParamValue,
}

/// The value of a [`Param`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
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

impl Param {
    /// A number of something.
    #[must_use]
    pub fn quantity(name: &str, amount: Amount, unit: &str) -> Self {
        Self { name: name.into(), value: ParamValue::Quantity { amount, unit: unit.into() } }
    }

    /// An exact number.
    #[must_use]
    pub fn amount(name: &str, amount: Amount) -> Self {
        Self { name: name.into(), value: ParamValue::Amount { amount } }
    }

    /// A percent.
    #[must_use]
    pub fn percent(name: &str, amount: Amount) -> Self {
        Self { name: name.into(), value: ParamValue::Percent { amount } }
    }

    /// A day.
    #[must_use]
    pub fn date(name: &str, date: IsoDate) -> Self {
        Self { name: name.into(), value: ParamValue::Date { date } }
    }

    /// A span of days.
    #[must_use]
    pub fn range(name: &str, range: DateRange) -> Self {
        Self { name: name.into(), value: ParamValue::Range { range } }
    }

    /// A calendar month, by any of its days.
    #[must_use]
    pub fn month(name: &str, day: IsoDate) -> Self {
        Self { name: name.into(), value: ParamValue::Month { month: day.month_start() } }
    }

    /// A count of things; more than 4 294 967 295 are said as that.
    #[must_use]
    pub fn count(name: &str, count: usize) -> Self {
        Self {
            name: name.into(),
            value: ParamValue::Count { count: u32::try_from(count).unwrap_or(u32::MAX) },
        }
    }

    /// An id.
    #[must_use]
    pub fn id(name: &str, id: &Id) -> Self {
        Self { name: name.into(), value: ParamValue::Id { id: id.clone() } }
    }

    /// A printed number.
    #[must_use]
    pub fn number(name: &str, number: &str) -> Self {
        Self { name: name.into(), value: ParamValue::Number { number: number.into() } }
    }

    /// A word of the message table.
    #[must_use]
    pub fn word(name: &str, key: &str) -> Self {
        Self { name: name.into(), value: ParamValue::Word { key: key.into() } }
    }

    /// Words of the contract.
    #[must_use]
    pub fn text(name: &str, text: &str) -> Self {
        Self { name: name.into(), value: ParamValue::Text { text: text.into() } }
    }
}

/// One possible answer to a finding that asks: it becomes a reading of the lines it is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Offer {
    /// Ids of what the reading would be about; empty means every line the finding lists.
    pub lines: Vec<Id>,
    /// What the reading settles: a question of the plan, as on the wire (`bound`, `networks` …).
    #[cfg_attr(feature = "tsify", tsify(type = "Question"))]
    pub question: String,
    /// The answer the reading would hold.
    pub answer: String,
}

/// One thing a check has to say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
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

impl Finding {
    /// A finding of a rule with its default severity, at a place.
    #[must_use]
    pub fn new(rule: &RuleInfo, place: Place) -> Self {
        Self {
            code: rule.code.into(),
            severity: rule.severity,
            place,
            lines: Vec::new(),
            params: Vec::new(),
            answers: Vec::new(),
        }
    }

    /// What it is about, as readings and acknowledgements name it: the lines it touches, else the field of the plan.
    #[must_use]
    pub fn subjects(&self) -> Vec<Id> {
        match &self.place {
            Place::Plan { id: None, field } if self.lines.is_empty() => field.parse().into_iter().collect(),
            _ => self.lines.clone(),
        }
    }

    /// The same finding touching these lines.
    #[must_use]
    pub fn lines(mut self, lines: impl IntoIterator<Item = Id>) -> Self {
        self.lines.extend(lines);
        self
    }

    /// The same finding with one more parameter.
    #[must_use]
    pub fn param(mut self, param: Param) -> Self {
        self.params.push(param);
        self
    }

    /// The same finding offering one more answer, for every line it lists.
    #[must_use]
    pub fn offer(self, question: &str, answer: &str) -> Self {
        self.offer_for([], question, answer)
    }

    /// The same finding offering one more answer, for some of its lines.
    #[must_use]
    pub fn offer_for(mut self, lines: impl IntoIterator<Item = Id>, question: &str, answer: &str) -> Self {
        let lines = lines.into_iter().collect();
        self.answers.push(Offer { lines, question: question.into(), answer: answer.into() });
        self
    }
}

/// What the catalogue says of a rule. Codes are stable and never reused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RuleInfo {
    /// Stable code, such as `PLAN003`.
    pub code: &'static str,
    /// The rule's name: what is wrong, in lower camel case.
    pub name: &'static str,
    /// Default severity.
    pub severity: Severity,
    /// Version of the product that brought the rule.
    pub since: &'static str,
    /// The text of a finding, with `{placeholders}`.
    pub message: Saying,
    /// What it checks. Empty without the feature `manual`, as are the two that follow: only the manual needs them.
    pub what: &'static str,
    /// Why it matters.
    pub why: &'static str,
    /// A case that fires.
    pub example: &'static str,
    /// How to put it right.
    pub remedy: Saying,
}

impl RuleInfo {
    /// A text of the manual, which a compiled library does without.
    pub(crate) const fn manual(text: &'static str) -> &'static str {
        if cfg!(any(test, feature = "manual")) { text } else { "" }
    }
}

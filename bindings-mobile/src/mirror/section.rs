//! Mirrors of the types of `qoldau_core::section`. Written by `bindings-mobile/mirror`; do not edit:
//! `QOLDAU_UPDATE=1 cargo test -p qoldau-mirror`

use qoldau_core::section::Chart;
use qoldau_core::section::ChartBar;
use qoldau_core::section::ChartChange;
use qoldau_core::section::ReportSection;
use qoldau_core::section::ReportTable;
use qoldau_core::value::Amount;

/// A part of a report, said in the language of the report.
#[uniffi::remote(Record)]
pub struct ReportSection {
    /// Its heading.
    pub title: String,
    /// What is said first, one paragraph each.
    pub paragraphs: Vec<String>,
    /// Figures.
    pub tables: Vec<ReportTable>,
    /// Charts, where they can be drawn: what they show stands in the words and tables too.
    pub charts: Vec<Chart>,
}

/// A table of a section.
#[uniffi::remote(Record)]
pub struct ReportTable {
    /// What it is of.
    pub caption: String,
    /// Titles of the columns; the first is that of the rows' names.
    pub columns: Vec<String>,
    /// The rows, each with a cell for every column.
    pub rows: Vec<Vec<String>>,
}

/// A chart as what it shows: `draw_chart` draws it. It can be read in grey and by a screen reader.
#[uniffi::remote(Enum)]
pub enum Chart {
    /// Diverging stacked bars: how many marked each step of a scale, against on the left of the middle, for on its right.
    StackedBars {
        /// What it is of.
        title: String,
        /// Its figures in words.
        description: String,
        /// The steps of the scale, the lowest first.
        steps: Vec<String>,
        /// One bar for each question.
        bars: Vec<ChartBar>,
    },
    /// Before and after on one line each, with the interval of the change around the second.
    Dumbbells {
        /// What it is of.
        title: String,
        /// Its figures in words.
        description: String,
        /// What the first mark of a line is; where it is not said there is no key.
        first: Option<String>,
        /// What the second is.
        second: Option<String>,
        /// One line for each figure.
        changes: Vec<ChartChange>,
    },
}

/// One bar.
#[uniffi::remote(Record)]
pub struct ChartBar {
    /// What was asked.
    pub label: String,
    /// How many people marked each step.
    pub counts: Vec<u32>,
}

/// One figure before and after, in percent of the possible: 0 to 100.
#[uniffi::remote(Record)]
pub struct ChartChange {
    /// What the figure is of.
    pub label: String,
    /// The figure before.
    pub first: Amount,
    /// The figure after.
    pub second: Amount,
    /// Where the figure after lies at the least, by the interval of the change; nothing where there is no interval.
    #[uniffi(default = None)]
    pub low: Option<Amount>,
    /// Where it lies at the most.
    #[uniffi(default = None)]
    pub high: Option<Amount>,
}

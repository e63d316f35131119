//! Floor 1: a part of a report as plain values – words, tables, charts. Whatever floor has something to show makes one, and
//! the report shows it among its own.

mod bars;
mod drawing;
mod dumbbells;

use qoldau_derive::Decode;
use serde::Serialize;

use crate::language::{Language, format_amount};
use crate::value::Amount;

/// A part of a report, said in the language of the report.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
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
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct ReportTable {
    /// What it is of.
    pub caption: String,
    /// Titles of the columns; the first is that of the rows' names.
    pub columns: Vec<String>,
    /// The rows, each with a cell for every column.
    pub rows: Vec<Vec<String>>,
}

/// A chart as what it shows: [`draw_chart`] draws it. It can be read in grey and by a screen reader.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct ChartBar {
    /// What was asked.
    pub label: String,
    /// How many people marked each step.
    pub counts: Vec<u32>,
}

/// One figure before and after, in percent of the possible: 0 to 100.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct ChartChange {
    /// What the figure is of.
    pub label: String,
    /// The figure before.
    pub first: Amount,
    /// The figure after.
    pub second: Amount,
    /// Where the figure after lies at the least, by the interval of the change; nothing where there is no interval.
    pub low: Option<Amount>,
    /// Where it lies at the most.
    pub high: Option<Amount>,
}

/// A chart as inline SVG. `id` begins the ids in it, which must be its own on a page. Whatever the words are, they cannot
/// become markup; colours are greys, and there is no script and no style.
#[must_use]
pub fn draw_chart(chart: &Chart, id: &str, language: Language) -> String {
    match chart {
        Chart::StackedBars { title, description, steps, bars } => {
            bars::draw_bars(id, [title, description], steps, bars)
        }
        Chart::Dumbbells { title, description, first, second, changes } => {
            let key = [first.as_deref(), second.as_deref()];
            dumbbells::draw_changes(id, [title, description], key, changes, language)
        }
    }
}

/// A figure as a chart writes it: one decimal at the most.
fn figure(amount: Amount, language: Language) -> String {
    format_amount(amount.rounded(1), language).replacen('-', "−", 1)
}

//! The evidence register (тізімдеме): for every line what proves it, under numbers that never change, and what is
//! missing.
//!
//! An item's number is the printed number of the line and a running number: `2.10-3`. Running numbers are given once,
//! in the order of recording: by the time of recording (the entry's clock, else its date), then by the entry's id.
//! Items recorded later come after, so numbers that stand on printed documents stay true. They are given over all
//! observations, whatever day the register is of. Where an item may come in late with an earlier clock (from a
//! telephone that was offline), pass what the last printed register said, [`issued`], to [`register_after`]: what has
//! a number keeps it, and what is new gets the next. The number of an item that is gone (its entry was voided) is not
//! given again.

mod build;
mod csv;
mod html;
mod markdown;
mod names;
mod numbers;

pub use build::{register, register_after};
pub use csv::render_register_csv;
pub use html::render_register_html;
pub use markdown::render_register_markdown;
pub use numbers::{IssuedNumber, issued};

use serde::Serialize;

use std::collections::BTreeMap;

use super::model::{FindingRow, Head, LineRef};
use super::phrases;
use crate::finding::{Param, fill};
use crate::language::{Language, quantity};
use crate::value::{Id, IsoDate};

/// Name and version of the register's wire form.
pub const REGISTER_FORMAT: &str = "qoldau-register/1.4";

/// The evidence register of a plan on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Register {
    /// Name and version of this form, [`REGISTER_FORMAT`].
    pub format: String,
    /// Language of the register.
    pub language: Language,
    /// Language of the contract, in which its own words stand.
    pub contract_language: Language,
    /// Who, what and when.
    pub head: Head,
    /// The lines in the annex's order; then those that agreements took out and that have evidence, in the order in which they
    /// were taken out.
    pub lines: Vec<RegisterLine>,
    /// What of the journal could not be taken, and may have been evidence, or is doubtful; in the order of the file.
    pub findings: Vec<FindingRow>,
}

/// A line with its evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct RegisterLine {
    /// Number and name.
    pub line: LineRef,
    /// Where an agreement took the line out, that it did, and which: nothing is asked of such a line any more.
    pub withdrawn: Option<String>,
    /// Where the line has no evidence of its own and that of other lines proves it, which: `See 1.4`.
    pub see: Option<String>,
    /// Name of the folder for its files: letters of ASCII, digits, point, hyphen and underscore.
    pub folder: String,
    /// Its evidence, by number.
    pub items: Vec<RegisterItem>,
    /// What is missing, by date.
    pub missing: Vec<RegisterLack>,
}

/// An item of evidence under its number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct RegisterItem {
    /// Its number: `2.10-3`.
    pub number: String,
    /// The running number alone, from 1.
    pub running: u32,
    /// Id of the item.
    pub item: Id,
    /// What it is.
    pub kind: String,
    /// The date it bears.
    pub date: IsoDate,
    /// The same in figures.
    pub date_text: String,
    /// The events it is of.
    pub event: Option<String>,
    /// Its title, outlet and own number, as recorded.
    pub title: Option<String>,
    /// Its files.
    pub files: Vec<RegisterFile>,
    /// Link to it, as recorded.
    pub link: Option<String>,
    /// Pages of all its files, where known.
    pub pages: Option<u32>,
    /// What there is to note: that it does not count and why, what else it proves, rows, addressees, screenshot.
    pub marks: Vec<String>,
}

/// A file of an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct RegisterFile {
    /// Its name as recorded.
    pub original: String,
    /// Its name in the folder: `2.10-3_foto_2024-06-15_01.jpg`, safe on every system.
    pub name: String,
    /// Whether the file is in hand; nothing where nobody said which files are, or where it has no hash.
    pub in_hand: Option<bool>,
}

/// Something that is missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct RegisterLack {
    /// What is missing: `Missing: 2 photos`.
    pub text: String,
    /// The day of the event or the last day of the period it is missing from.
    pub date: Option<IsoDate>,
    /// The same in figures.
    pub date_text: Option<String>,
    /// The event or the period.
    pub event: Option<String>,
}

/// How much there is in all: items and their pages, each counted once whatever lines it proves, and lines that lack
/// something.
fn summary(register: &Register) -> String {
    let language = register.language;
    let items = register.lines.iter().flat_map(|line| &line.items);
    let items: BTreeMap<&Id, u32> = items.map(|item| (&item.item, item.pages.unwrap_or(0))).collect();
    let pages = items.values().fold(0_u32, |sum, pages| sum.saturating_add(*pages));
    let lacking = register.lines.iter().filter(|line| !line.missing.is_empty()).count();
    let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let params = [
        Param::text("items", &quantity(count(items.len()).into(), "evidence", language)),
        Param::text("pages", &quantity(pages.into(), "sheet", language)),
        Param::text("lines", &quantity(count(lacking).into(), "line", language)),
    ];
    fill(phrases::REGISTER_SUMMARY.get(language), &params, language)
}

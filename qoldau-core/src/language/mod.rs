//! Floor 0: what the product says and how Kazakh, Russian and English say it.

use qoldau_derive::Decode;
use serde::Serialize;

pub mod collate;
pub mod date;
pub mod kazakh;
pub mod month;
pub mod number;
pub mod numeral;
pub(crate) mod pattern;
pub mod plural;
pub mod units;
pub mod words;

pub use date::{
    format_as_of, format_date, format_day, format_day_year, format_kazakh_date_of, format_month,
    format_range, month_name_short,
};
#[cfg(feature = "survey")]
pub(crate) use number::format_share_percent;
pub use number::{NBSP, format_amount, format_percent, format_share};
pub use plural::{Plural, plural};
pub(crate) use units::quantity;
pub use units::{unit_after, unit_name};
pub use words::word;
#[cfg(feature = "people")]
pub(crate) use words::word_of_people;

/// A language the product speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum Language {
    /// Kazakh in Cyrillic letters.
    #[serde(rename = "kk")]
    Kazakh,
    /// Russian.
    #[serde(rename = "ru")]
    Russian,
    /// English.
    #[serde(rename = "en")]
    English,
}

impl Language {
    /// All three.
    pub const ALL: [Self; 3] = [Self::Kazakh, Self::Russian, Self::English];

    /// The language's tag: `kk`, `ru` or `en`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Kazakh => "kk",
            Self::Russian => "ru",
            Self::English => "en",
        }
    }

    /// The language of a tag, if it is one of the three.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.tag() == tag)
    }
}

/// One saying in the three languages. Placeholders stand in braces: `{missing}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Saying {
    /// In Kazakh.
    pub kk: &'static str,
    /// In Russian.
    pub ru: &'static str,
    /// In English.
    pub en: &'static str,
}

impl Saying {
    /// The saying in one language.
    #[must_use]
    pub const fn get(&self, language: Language) -> &'static str {
        match language {
            Language::Kazakh => self.kk,
            Language::Russian => self.ru,
            Language::English => self.en,
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// The first `columns` cells of the tables under the given headings of `docs/glossary.md`.
    pub(crate) fn glossary_rows(headings: &[&str], columns: usize) -> Vec<Vec<String>> {
        let page = include_str!("../../../docs/glossary.md");
        let mut wanted = false;
        let mut rows = Vec::new();
        for line in page.lines() {
            if line.starts_with('#') {
                wanted = headings.contains(&line);
            }
            if wanted && line.starts_with("| ") && !line.starts_with("| key |") {
                let cells = line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned());
                rows.push(cells.take(columns).collect());
            }
        }
        rows
    }

    #[test]
    fn tags_name_the_languages() {
        for language in Language::ALL {
            assert_eq!(Language::from_tag(language.tag()), Some(language));
        }
        assert_eq!(Language::from_tag("KK"), None);
    }
}

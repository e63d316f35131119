//! What of reach the law or the NGO settles: who is young, and which counts are too small to be shown.

use qoldau_derive::Decode;
use serde::Serialize;

use super::model::AgeGroup;
use crate::plan::{Setting, Source};

/// Thresholds of reach, each with its source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct ReachPolicy {
    /// Ages of youth in completed years: `14..35` is from 14 on and below 35, `14..=34` says the same. The boundary is read in more than one
    /// way (14 to 29, 18 to 34 …); the default is article 1 of the law of 9 February 2015 No. 285-V.
    pub youth: Setting,
    /// Counts from 1 up to below this number are hidden in every table that is exported, and as many others as it takes that they do not
    /// follow. Default 5; 0 or 1 hides nothing.
    pub smallest_cell: Setting,
}

impl Default for ReachPolicy {
    fn default() -> Self {
        let law = Setting { source: Source::Law, ..Setting::default_of("14..35") };
        Self {
            youth: Setting { edition: Some("285-V, 2015-02-09".into()), ..law },
            smallest_cell: Setting::default_of("5"),
        }
    }
}

impl ReachPolicy {
    /// The ages before youth, youth, and after, named by their years; youth is the one in the middle. Nothing where the setting is none or says no range.
    #[must_use]
    pub fn ages(&self) -> Vec<AgeGroup> {
        let Some((from, below)) = self.youth.value.as_deref().and_then(range) else { return Vec::new() };
        let group = |from: u32, below: Option<u32>| {
            let name = match below.and_then(|below| below.checked_sub(1)) {
                Some(last) => format!("{from}–{last}"),
                None => format!("{from}+"),
            };
            AgeGroup { name, from, below }
        };
        let before = (from > 0).then(|| group(0, Some(from)));
        before.into_iter().chain([group(from, Some(below)), group(below, None)]).collect()
    }

    /// The setting that says something and cannot be read, by its name on the wire: ages that are no range, a smallest count that is no number.
    #[must_use]
    pub fn unread(&self) -> Option<&'static str> {
        let said = |setting: &Setting| setting.value.as_deref().is_some_and(|value| !value.trim().is_empty());
        if said(&self.youth) && self.ages().is_empty() {
            return Some("youth");
        }
        let number = self.smallest_cell.amount().and_then(crate::value::Amount::to_u32);
        (said(&self.smallest_cell) && number.is_none()).then_some("smallestCell")
    }

    /// The smallest count that is shown; the default where the setting is no number.
    #[must_use]
    pub fn smallest(&self) -> u32 {
        self.smallest_cell.amount().and_then(crate::value::Amount::to_u32).unwrap_or(5)
    }
}

/// The first age and the first that no longer belongs.
fn range(text: &str) -> Option<(u32, u32)> {
    let (from, to) = text.trim().split_once("..")?;
    let below = match to.strip_prefix('=') {
        Some(last) => last.trim().parse::<u32>().ok()?.checked_add(1)?,
        None => to.trim().parse().ok()?,
    };
    let from = from.trim().parse().ok()?;
    (from < below && below <= 200).then_some((from, below))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn youth_is_said_with_its_boundary() {
        let said = |text: &str| {
            let policy = ReachPolicy { youth: Setting::default_of(text), ..ReachPolicy::default() };
            policy.ages().into_iter().map(|group| group.name).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(said("14..35"), "0–13 14–34 35+");
        assert_eq!(said("14..=34"), said("14..35"));
        assert_eq!(said("18..=28"), "0–17 18–28 29+");
        for none in ["", "14-35", "35..14", "14..", "14..=4294967295"] {
            assert_eq!(said(none), "", "{none}");
        }
        let unread = |youth: &str, smallest: &str| {
            let (youth, smallest_cell) = (Setting::default_of(youth), Setting::default_of(smallest));
            ReachPolicy { youth, smallest_cell }.unread()
        };
        assert_eq!((unread("14-29", "0"), unread("14..30", "abc")), (Some("youth"), Some("smallestCell")));
        assert_eq!((unread("", ""), unread("14..30", "10")), (None, None));
        let policy = ReachPolicy::default();
        assert_eq!((policy.ages().len(), policy.smallest(), policy.youth.source), (3, 5, Source::Law));
    }
}

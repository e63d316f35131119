//! Findings of one call, in order and bounded in number.

use std::collections::BTreeMap;

use super::rules;
use crate::finding::{Finding, Param, ParamValue, Place};

/// Takes findings; of one code only the first so many are listed, the others are counted.
#[derive(Debug)]
pub(crate) struct Tally {
    most: u32,
    /// How many findings of every code there were.
    seen: BTreeMap<String, u32>,
    listed: Vec<Finding>,
}

impl Tally {
    /// Lists at most `most` findings of one code.
    pub(crate) fn new(most: u32) -> Self {
        Self { most, seen: BTreeMap::new(), listed: Vec::new() }
    }

    /// Takes a finding. Findings of one code must come in the order of their places.
    pub(crate) fn push(&mut self, finding: Finding) {
        let seen = match self.seen.get_mut(&finding.code) {
            Some(seen) => seen,
            None => self.seen.entry(finding.code.clone()).or_default(),
        };
        *seen = seen.saturating_add(1);
        if *seen <= self.most {
            self.listed.push(finding);
        }
    }

    /// The findings by place, then code, with one more for every code that has more than are listed.
    pub(crate) fn finish(mut self) -> Vec<Finding> {
        for (code, seen) in &self.seen {
            if let Some(more) = seen.checked_sub(self.most).filter(|more| *more > 0) {
                let severity =
                    self.listed.iter().find(|finding| finding.code == *code).map(|one| one.severity);
                let mut finding = Finding::new(&rules::MORE, Place::Whole {});
                finding.severity = severity.unwrap_or(finding.severity);
                let count = Param { name: "count".into(), value: ParamValue::Count { count: more } };
                self.listed.push(finding.param(Param::text("rule", code)).param(count));
            }
        }
        self.listed.sort_by(|one, next| (&one.place, &one.code).cmp(&(&next.place, &next.code)));
        self.listed
    }
}

//! The findings of one reading: collected, bounded, in the document's order.

use std::collections::BTreeMap;

use super::rules::MORE_OF_THE_SAME;
use crate::finding::{Finding, Param, Place};

/// Collects findings; beyond a limit those of one code are only counted.
#[derive(Debug)]
pub(super) struct Findings {
    list: Vec<Finding>,
    counts: BTreeMap<String, u32>,
    limit: u32,
}

impl Findings {
    pub(super) fn new(limit: u32) -> Self {
        Self { list: Vec::new(), counts: BTreeMap::new(), limit }
    }

    pub(super) fn push(&mut self, finding: Finding) {
        let count = self.counts.entry(finding.code.clone()).or_default();
        *count = count.saturating_add(1);
        if *count <= self.limit {
            self.list.push(finding);
        }
    }

    /// All findings by place, then code; at the end how many more there are of each code that is too frequent.
    pub(super) fn finish(mut self) -> Vec<Finding> {
        self.list.sort_by(|a, b| (&a.place, &a.code).cmp(&(&b.place, &b.code)));
        for (code, count) in self.counts {
            let more = count.saturating_sub(self.limit);
            if more > 0 {
                let more = usize::try_from(more).unwrap_or(usize::MAX);
                self.list.push(
                    Finding::new(&MORE_OF_THE_SAME, Place::Whole {})
                        .param(Param::number("code", &code))
                        .param(Param::count("count", more)),
                );
            }
        }
        self.list
    }
}

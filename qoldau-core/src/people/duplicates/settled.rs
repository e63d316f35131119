//! What rules and people settle before anything is compared.
#![expect(clippy::indexing_slicing, reason = "numbers of rows, given here")]

use std::collections::BTreeMap;

use super::evidence::{PairVerdict, VerdictOrigin};
use super::options::{DuplicateOptions, ListedPerson};
use super::prepare::{Prepared, at};
use super::rules::{MatchRule, PairDecision, RuleSilence, RuleUse};
use crate::finding::{Finding, Param, Place};
use crate::people::rules::{DECISION_WITHOUT_ROWS, RULE_CANNOT_FIRE};
use crate::value::Id;

/// What rules and people settle before anything is compared.
pub(super) struct Settled<'a> {
    /// Pairs that are one person, the lower row first.
    pub(super) same: Vec<(u32, u32)>,
    /// Pairs that cannot be told.
    pub(super) unsure: Vec<(u32, u32)>,
    pub(super) uses: Vec<RuleUse>,
    pub(super) findings: Vec<Finding>,
    /// Rules that keep rows apart.
    apart: Vec<&'a MatchRule>,
    pairs: BTreeMap<(u32, u32), By<'a>>,
}

/// What settled a pair.
#[derive(Clone, Copy)]
enum By<'a> {
    /// What somebody decided.
    Decision(PairVerdict),
    /// A rule.
    Rule(&'a Id),
}

impl<'a> Settled<'a> {
    pub(super) fn of(people: &'a [ListedPerson], prepared: &Prepared, options: &'a DuplicateOptions) -> Self {
        let mut settled = Self {
            same: Vec::new(),
            unsure: Vec::new(),
            uses: Vec::new(),
            findings: Vec::new(),
            apart: Vec::new(),
            pairs: BTreeMap::new(),
        };
        settled.decide(people, &options.decisions);
        for rule in &options.rules {
            settled.apply(rule, prepared);
        }
        settled
    }

    fn decide(&mut self, people: &[ListedPerson], decisions: &[PairDecision]) {
        if decisions.is_empty() {
            return;
        }
        let mut rows: BTreeMap<&Id, u32> = BTreeMap::new();
        for (row, person) in (0_u32..).zip(people) {
            rows.entry(&person.id).or_insert(row);
        }
        for decision in decisions {
            let place =
                rows.get(&decision.one).zip(rows.get(&decision.other)).filter(|(one, other)| one != other);
            let Some((one, other)) = place else {
                let finding = Finding::new(&DECISION_WITHOUT_ROWS, Place::Whole {});
                self.findings.push(
                    finding.param(Param::id("row", &decision.one)).param(Param::id("row", &decision.other)),
                );
                continue;
            };
            // The latest decision of a pair holds.
            self.pairs.insert((*one.min(other), *one.max(other)), By::Decision(decision.verdict));
        }
        for (pair, by) in &self.pairs {
            match by {
                By::Decision(PairVerdict::Same) => self.same.push(*pair),
                By::Decision(PairVerdict::Unsure) => self.unsure.push(*pair),
                By::Decision(PairVerdict::NotSame) | By::Rule(_) => {}
            }
        }
    }

    /// What somebody decided of a pair.
    fn decided(&self, pair: (u32, u32)) -> Option<PairVerdict> {
        match self.pairs.get(&pair)? {
            By::Decision(verdict) => Some(*verdict),
            By::Rule(_) => None,
        }
    }

    /// Pairs of which somebody decided that they are two people.
    pub(super) fn decided_two(&self) -> impl Iterator<Item = (u32, u32)> {
        let is_two = |by: &By<'_>| matches!(by, By::Decision(PairVerdict::NotSame));
        self.pairs.iter().filter(move |(_, by)| is_two(by)).map(|(pair, _)| *pair)
    }

    fn apply(&mut self, rule: &'a MatchRule, prepared: &Prepared) {
        let silent = rule.silence(prepared);
        let mut settled = 0_u32;
        if silent.is_none() {
            for pair in rule.pairs(prepared) {
                if self.decided(pair).is_some() {
                    continue;
                }
                settled = settled.saturating_add(1);
                self.pairs.entry(pair).or_insert(By::Rule(&rule.id));
                match rule.verdict {
                    PairVerdict::Same => self.same.push(pair),
                    PairVerdict::NotSame => {}
                    PairVerdict::Unsure => self.unsure.push(pair),
                }
            }
            if rule.verdict != PairVerdict::Same {
                self.apart.push(rule);
            }
        }
        if let Some(silence) = &silent {
            let field = match silence {
                RuleSilence::FieldEmpty { field } | RuleSilence::Contradiction { field } => Some(*field),
                RuleSilence::NothingAgrees {} => None,
            };
            let finding = Finding::new(&RULE_CANNOT_FIRE, Place::Whole {}).param(Param::id("rule", &rule.id));
            self.findings.push(match field {
                Some(field) => finding.param(Param::word("field", field.key())),
                None => finding,
            });
        }
        self.uses.push(RuleUse { rule: rule.id.clone(), pairs: settled, silent });
    }

    /// Whether anything keeps rows apart.
    pub(super) fn keeps_apart(&self) -> bool {
        let keeps = |by: &By<'_>| matches!(by, By::Decision(PairVerdict::NotSame | PairVerdict::Unsure));
        !self.apart.is_empty() || self.pairs.values().any(keeps)
    }

    /// Whether two rows may not come together: somebody said so, or that it cannot be told, or a rule does.
    pub(super) fn is_never(&self, prepared: &Prepared, a: u32, b: u32) -> bool {
        let pair = (a.min(b), a.max(b));
        if let Some(verdict) = self.decided(pair) {
            return verdict != PairVerdict::Same;
        }
        let holds = |rule: &&MatchRule| rule.holds(&prepared.rows[at(a)], &prepared.rows[at(b)]);
        self.apart.iter().any(holds)
    }

    /// Where the verdict of a pair comes from, if it was settled.
    pub(super) fn origin(&self, one: u32, other: u32) -> Option<VerdictOrigin> {
        let pair = (one.min(other), one.max(other));
        self.pairs.get(&pair).map(|by| match by {
            By::Decision(_) => VerdictOrigin::Decision {},
            By::Rule(rule) => VerdictOrigin::Rule { rule: (*rule).clone() },
        })
    }

    /// Whether somebody decided that two rows are two people, or a rule does.
    pub(super) fn is_apart(&self, prepared: &Prepared, one: u32, other: u32) -> bool {
        let pair = (one.min(other), one.max(other));
        let by_rule = || {
            let holds = |rule: &MatchRule| rule.holds(&prepared.rows[at(one)], &prepared.rows[at(other)]);
            self.apart.iter().any(|rule| rule.verdict == PairVerdict::NotSame && holds(rule))
        };
        self.decided(pair).map_or_else(by_rule, |verdict| verdict == PairVerdict::NotSame)
    }
}

//! What rules and people settle before anything is compared.
#![expect(clippy::indexing_slicing, reason = "numbers of rows, given here")]

use super::evidence::{PairVerdict, VerdictOrigin};
use super::first::FirstRows;
use super::options::{DuplicateOptions, ListedPerson};
use super::prepare::{Prepared, at};
use super::rules::{MatchRule, PairDecision, RuleSilence, RuleUse};
use crate::finding::{Finding, Param, Place};
use crate::people::rules::{DECISION_WITHOUT_ROWS, RULE_CANNOT_FIRE};

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
    /// What somebody decided, in the order of the pairs.
    decisions: Vec<((u32, u32), PairVerdict)>,
    rules: &'a [MatchRule],
    /// What rules settled, in the order of the pairs and the rules: two rows, and the number of the rule.
    by_rule: Vec<(u32, u32, u32)>,
}

impl<'a> Settled<'a> {
    pub(super) fn of(people: &'a [ListedPerson], prepared: &Prepared, options: &'a DuplicateOptions) -> Self {
        let mut settled = Self {
            same: Vec::new(),
            unsure: Vec::new(),
            uses: Vec::new(),
            findings: Vec::new(),
            apart: Vec::new(),
            decisions: Vec::new(),
            rules: &options.rules,
            by_rule: Vec::new(),
        };
        settled.decide(people, &options.decisions);
        for (number, rule) in (0_u32..).zip(&options.rules) {
            settled.apply((number, rule), prepared);
        }
        settled.by_rule.sort_unstable();
        settled
    }

    fn decide(&mut self, people: &[ListedPerson], decisions: &[PairDecision]) {
        if decisions.is_empty() {
            return;
        }
        let rows = FirstRows::of(people);
        let mut placed: Vec<(u32, u32, u32)> = Vec::new();
        for (number, decision) in (0_u32..).zip(decisions) {
            let place =
                rows.get(&decision.one).zip(rows.get(&decision.other)).filter(|(one, other)| one != other);
            let Some((one, other)) = place else {
                let finding = Finding::new(&DECISION_WITHOUT_ROWS, Place::Whole {});
                self.findings.push(
                    finding.param(Param::id("row", &decision.one)).param(Param::id("row", &decision.other)),
                );
                continue;
            };
            placed.push((one.min(other), one.max(other), number));
        }
        placed.sort_unstable();
        for of_pair in placed.chunk_by(|one, other| (one.0, one.1) == (other.0, other.1)) {
            // The latest decision of a pair holds.
            let Some((one, other, number)) = of_pair.last() else { continue };
            let (pair, verdict) = ((*one, *other), decisions[at(*number)].verdict);
            self.decisions.push((pair, verdict));
            match verdict {
                PairVerdict::Same => self.same.push(pair),
                PairVerdict::Unsure => self.unsure.push(pair),
                PairVerdict::NotSame => {}
            }
        }
    }

    /// What somebody decided of a pair.
    fn decided(&self, pair: (u32, u32)) -> Option<PairVerdict> {
        let place = self.decisions.binary_search_by_key(&pair, |(pair, _)| *pair).ok()?;
        Some(self.decisions[place].1)
    }

    /// The first of the rules that settled a pair.
    fn rule_of(&self, (one, other): (u32, u32)) -> Option<&'a MatchRule> {
        let place = self.by_rule.partition_point(|settled| *settled < (one, other, 0));
        let (of_one, of_other, number) = self.by_rule.get(place)?;
        if (*of_one, *of_other) == (one, other) { self.rules.get(at(*number)) } else { None }
    }

    /// Pairs of which somebody decided that they are two people.
    pub(super) fn decided_two(&self) -> impl Iterator<Item = (u32, u32)> {
        let two = self.decisions.iter().filter(|(_, verdict)| *verdict == PairVerdict::NotSame);
        two.map(|(pair, _)| *pair)
    }

    fn apply(&mut self, (number, rule): (u32, &'a MatchRule), prepared: &Prepared) {
        let silent = rule.silence(prepared);
        let mut settled = 0_u32;
        if silent.is_none() {
            for pair in rule.pairs(prepared) {
                if self.decided(pair).is_some() {
                    continue;
                }
                settled = settled.saturating_add(1);
                self.by_rule.push((pair.0, pair.1, number));
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
        !self.apart.is_empty() || self.decisions.iter().any(|(_, verdict)| *verdict != PairVerdict::Same)
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
        if self.decided(pair).is_some() {
            return Some(VerdictOrigin::Decision {});
        }
        self.rule_of(pair).map(|rule| VerdictOrigin::Rule { rule: rule.id.clone() })
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

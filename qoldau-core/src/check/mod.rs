//! Floor 3: rules over a plan, one file each under `rules/`; `docs/rules.md` lists them.
//!
//! One cause gives one finding that lists the lines it touches. A finding that asks a question offers its possible
//! answers as readings; once every line it touches has a reading, or somebody took note of it, it folds away.

mod context;
mod fold;
mod joined;
mod places;
mod rules;
#[cfg(test)]
mod sample;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use qoldau_derive::Decode;
use serde::Serialize;

use crate::facts::Acknowledgement;
use crate::finding::{Finding, Param, Place, RuleInfo, Severity};
use crate::language::Saying;
use crate::plan::{Plan, Policy};
use context::Context;
use places::{Rank, ranks};

pub use joined::join_reading;
pub use rules::CHECK_RULES;

/// How many findings of one code are listed; the others are counted.
const LISTED: usize = 1000;

/// At which stage of its life a plan is checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum Stage {
    /// It is being written: its wording is checked too.
    Draft,
    /// It is signed: only what needs a decision, a file or a supplementary agreement is said.
    Signed,
}

/// What a check found.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct CheckResult {
    /// What is to be looked at, in the plan's order, then by code.
    pub findings: Vec<Finding>,
    /// What was answered or taken note of, in the same order.
    pub folded: Vec<Finding>,
}

/// A rule: what the catalogue says of it, where it applies, and how it looks.
#[derive(Debug)]
struct Rule {
    info: &'static RuleInfo,
    /// Whether it applies to a plan that is still being written only.
    wording: bool,
    check: fn(&Context<'_>, &mut Vec<Finding>),
}

impl Rule {
    /// A rule that applies at both stages.
    const fn signed(info: &'static RuleInfo, check: fn(&Context<'_>, &mut Vec<Finding>)) -> Self {
        Self { info, wording: false, check }
    }

    /// A rule of wording, which a signed plan is spared.
    const fn wording(info: &'static RuleInfo, check: fn(&Context<'_>, &mut Vec<Finding>)) -> Self {
        Self { info, wording: true, check }
    }
}

/// More findings of one code than are listed.
pub(crate) const MORE_OF_THE_SAME: RuleInfo = RuleInfo {
    code: "PLAN000",
    name: "moreOfTheSame",
    severity: Severity::Info,
    since: "0.1",
    message: Saying {
        kk: "{code} коды бойынша тағы осындай тексеру нәтижесі бар, олар тізімделмеді. Саны: {count}",
        ru: "По коду {code} есть ещё такие же результаты проверки, они не перечислены. Их число: {count}",
        en: "There are more findings of code {code}, which are not listed. Their number: {count}",
    },
    what: RuleInfo::manual("Whether a rule has more than 1,000 findings."),
    why: RuleInfo::manual(
        "A list of that length is read by nobody; its length alone says that something is wrong with the whole.",
    ),
    example: RuleInfo::manual("1,500 lines without a target: 1,000 findings are listed, 500 are counted."),
    remedy: Saying {
        kk: "Тізімдегілерді түзетіп, қайта тексеріңіз",
        ru: "Исправьте перечисленное и проверьте снова",
        en: "Put right what is listed and check again",
    },
};

/// Checks a plan.
///
/// Findings come in the plan's order, then by code, whatever the order of the rules. Of more than 1,000 findings of
/// one code the rest are counted. `acknowledged` are findings somebody took note of: they fold away, like those
/// whose question the plan's readings answer. Time grows in proportion to the plan.
#[must_use]
pub fn check(plan: &Plan, stage: Stage, policy: &Policy, acknowledged: &[Acknowledgement]) -> CheckResult {
    let context = Context::new(plan, policy);
    // Room for what most plans are asked: a list that grows is moved each time.
    let mut all = Vec::with_capacity(64);
    for rule in rules::RULES.iter().filter(|rule| stage == Stage::Draft || !rule.wording) {
        let from = all.len();
        (rule.check)(&context, &mut all);
        policy.weigh(all.iter_mut().skip(from));
    }
    let (folded, findings) = fold::fold(all, &context, acknowledged);
    let mut ranks = ranks(findings.iter().chain(&folded), plan);
    let of_folded = ranks.split_off(findings.len());
    CheckResult { findings: ordered(findings, ranks), folded: ordered(folded, of_folded) }
}

/// At which stage a rule begins to apply: `draft` for the rules of wording, which end when the plan is signed, and
/// `signed` for all others, which apply at both. Nothing for a code that is not one of [`CHECK_RULES`].
#[must_use]
pub fn stage_of(code: &str) -> Option<Stage> {
    if code == MORE_OF_THE_SAME.code {
        return Some(Stage::Signed);
    }
    let rule = rules::RULES.iter().find(|rule| rule.info.code == code);
    rule.map(|rule| if rule.wording { Stage::Draft } else { Stage::Signed })
}

/// Findings in the plan's order, then by code.
fn ordered(findings: Vec<Finding>, ranks: Vec<Rank>) -> Vec<Finding> {
    let mut ranked: Vec<(Rank, Finding)> = ranks.into_iter().zip(findings).collect();
    ranked.sort_by(|(a_rank, a), (b_rank, b)| (a_rank, &a.code, &a.lines).cmp(&(b_rank, &b.code, &b.lines)));
    let findings: Vec<Finding> = ranked.into_iter().map(|(_, finding)| finding).collect();
    // Of so few no code can have too many.
    if findings.len() > LISTED { counted(findings) } else { findings }
}

/// Of more findings of one code than are listed the rest are counted.
fn counted(mut findings: Vec<Finding>) -> Vec<Finding> {
    let mut unlisted: BTreeMap<String, (usize, Severity)> = BTreeMap::new();
    let mut listed: BTreeMap<String, usize> = BTreeMap::new();
    findings.retain(|finding| {
        let count = listed.entry(finding.code.clone()).or_default();
        *count = count.saturating_add(1);
        if *count > LISTED {
            let more = unlisted.entry(finding.code.clone()).or_insert((0, finding.severity));
            more.0 = more.0.saturating_add(1);
            more.1 = more.1.min(finding.severity);
        }
        *count <= LISTED
    });
    findings.extend(unlisted.into_iter().map(|(code, (count, severity))| {
        let more = Finding::new(&MORE_OF_THE_SAME, Place::Whole {})
            .param(Param::number("code", &code))
            .param(Param::count("count", count));
        Finding { severity, ..more }
    }));
    findings
}

//! From files to what the library works with: the plan, the facts, the policy, and all there is to say about them.

use std::path::Path;

use qoldau_core::annex::{ReadLimits, read_annex};
use qoldau_core::assess::{Assessment, assess};
use qoldau_core::check::{CheckResult, Stage, check, join_reading};
use qoldau_core::facts::{
    Acknowledgement, Fact, FactsError, FactsLimits, FactsRead, Observations, check_facts, observe, read_facts,
};
use qoldau_core::finding::Finding;
use qoldau_core::plan::{Plan, PlanError, Policy, read_plan};
use qoldau_core::value::IsoDate;

use crate::args::Work;
use crate::given::{self, Kind};
use crate::trouble::Trouble;
use crate::{input, speech};

/// The longest journal that is read, in bytes: 4 GiB, ten million entries and more.
const LONGEST_JOURNAL: u64 = 1 << 32;
/// The longest policy that is read, in bytes.
const LONGEST_POLICY: u64 = 1 << 20;

/// A plan, and what reading it gave reason to say.
pub(crate) struct PlanRead {
    pub(crate) plan: Plan,
    pub(crate) findings: Vec<Finding>,
}

/// Reads a plan from an annex or from the JSON of a plan. A file of another kind is named as what it is.
pub(crate) fn plan(file: &Path) -> Result<PlanRead, Trouble> {
    let limits = ReadLimits::default();
    let bytes = input::bytes(file, u64::from(limits.max_bytes))?;
    let kind = given::kind(&bytes);
    let mistaken = |code| Trouble::mistaken(file, kind, speech::WANTED_PLAN, code);
    if matches!(kind, Kind::Journal) {
        return Err(mistaken(PlanError::NotAPlan.code()));
    }
    let text = given::text(&bytes);
    if text.starts_with(b"{") {
        let plan = read_plan(text).map_err(|error| match error {
            PlanError::NotAPlan => mistaken(error.code()),
            _ => Trouble::plan(file, &error),
        })?;
        return Ok(PlanRead { plan, findings: Vec::new() });
    }
    if kind == Kind::Json {
        return Err(mistaken(PlanError::NotAPlan.code()));
    }
    let read = read_annex(&bytes, &limits).map_err(|error| Trouble::annex(file, error))?;
    Ok(PlanRead { plan: read.plan, findings: read.findings })
}

/// Reads a policy; without a file it is the product's own.
pub(crate) fn policy(file: Option<&Path>) -> Result<Policy, Trouble> {
    let Some(file) = file else { return Ok(Policy::default()) };
    let bytes = input::bytes(file, LONGEST_POLICY)?;
    serde_json::from_slice(&bytes).map_err(|error| Trouble::policy(file, &error))
}

/// Reads a journal of facts. A file of another kind is named as what it is.
pub(crate) fn facts(file: &Path) -> Result<FactsRead, Trouble> {
    let bytes = input::bytes(file, LONGEST_JOURNAL)?;
    read_facts(&bytes, &FactsLimits::default()).map_err(|error| match (&error, given::kind(&bytes)) {
        (FactsError::NotAJournal { .. }, kind @ (Kind::Plan | Kind::Docx | Kind::Json)) => {
            Trouble::mistaken(file, kind, Kind::Journal.name(), error.code())
        }
        _ => Trouble::facts(file, &error),
    })
}

/// Everything about a plan and its facts on a day.
pub(crate) struct Held {
    pub(crate) plan: Plan,
    pub(crate) observations: Observations,
    pub(crate) assessment: Assessment,
    /// What reading the annex, checking the plan and reading the facts gave reason to say.
    pub(crate) findings: Vec<Finding>,
    /// What was answered or taken note of.
    pub(crate) folded: Vec<Finding>,
}

/// Reads plan and facts, and holds them together on the day.
pub(crate) fn hold(work: &Work) -> Result<Held, Trouble> {
    let policy_file = work.policy.as_deref();
    input::one_stdin([&*work.plan, &*work.facts].into_iter().chain(policy_file))?;
    let policy = policy(policy_file)?;
    let read = plan(&work.plan)?;
    let facts = facts(&work.facts)?;
    let of_facts = check_facts(&read.plan, &facts);
    let observations = observe(facts.entries);
    let assessment = assess(&read.plan, &observations, work.on, &policy, work.period);
    let plan = read.plan.clone();
    let checked = answered(read, Stage::Signed, &policy, &assessment, &observations);
    let findings = checked.findings.into_iter().chain(of_facts).chain(facts.findings).collect();
    Ok(Held { plan, observations, assessment, findings, folded: checked.folded })
}

/// Checks a plan as it is read on the assessed day, with the answers people gave and what they took note of until then.
pub(crate) fn answered(
    read: PlanRead,
    stage: Stage,
    policy: &Policy,
    assessment: &Assessment,
    observations: &Observations,
) -> CheckResult {
    let PlanRead { plan, findings } = read;
    let plan = Plan { readings: assessment.readings.clone(), ..plan };
    let noted = acknowledged(observations, assessment.as_of);
    join_reading(findings, check(&plan, stage, policy, &noted))
}

/// What people took note of until the end of a day.
fn acknowledged(observations: &Observations, on: IsoDate) -> Vec<Acknowledgement> {
    observations
        .holding_on(on)
        .filter_map(|observation| match &observation.fact {
            Fact::Acknowledgement { body } => Some(body.clone()),
            _ => None,
        })
        .collect()
}

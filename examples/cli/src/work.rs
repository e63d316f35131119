//! From files to what the library works with: the plan, the facts, the policy, and all there is to say about them.

use std::path::Path;

use qoldau_core::annex::{ReadLimits, read_annex};
use qoldau_core::assess::{Assessment, assess};
use qoldau_core::check::{Stage, check};
use qoldau_core::facts::{
    Acknowledgement, Fact, FactsLimits, Observations, check_facts, observe, read_facts,
};
use qoldau_core::finding::Finding;
use qoldau_core::plan::{Plan, Policy, read_plan};
use qoldau_core::value::IsoDate;

use crate::args::Work;
use crate::input;
use crate::trouble::Trouble;

/// The longest journal that is read, in bytes: 4 GiB, ten million entries and more.
const LONGEST_JOURNAL: u64 = 1 << 32;
/// The longest policy that is read, in bytes.
const LONGEST_POLICY: u64 = 1 << 20;

/// A plan, and what reading it gave reason to say.
pub(crate) struct PlanRead {
    pub(crate) plan: Plan,
    pub(crate) findings: Vec<Finding>,
}

/// Reads a plan from an annex or from the JSON of a plan; JSON opens with a brace, and no annex does.
pub(crate) fn plan(file: &Path) -> Result<PlanRead, Trouble> {
    let limits = ReadLimits::default();
    let bytes = input::bytes(file, u64::from(limits.max_bytes))?;
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    if text.trim_ascii_start().starts_with(b"{") {
        let plan = read_plan(text).map_err(|error| Trouble::refused(file, error.code(), &error))?;
        Ok(PlanRead { plan, findings: Vec::new() })
    } else {
        let read =
            read_annex(&bytes, &limits).map_err(|error| Trouble::refused(file, error.code(), &error))?;
        Ok(PlanRead { plan: read.plan, findings: read.findings })
    }
}

/// Reads a policy; without a file it is the product's own.
pub(crate) fn policy(file: Option<&Path>) -> Result<Policy, Trouble> {
    let Some(file) = file else { return Ok(Policy::default()) };
    let bytes = input::bytes(file, LONGEST_POLICY)?;
    serde_json::from_slice(&bytes).map_err(|_| Trouble::bad_policy(file))
}

/// Everything about a plan and its facts on a day.
pub(crate) struct Held {
    pub(crate) plan: Plan,
    pub(crate) observations: Observations,
    pub(crate) assessment: Assessment,
    /// What reading the annex, reading the facts and checking the plan gave reason to say.
    pub(crate) findings: Vec<Finding>,
    /// What was answered or taken note of.
    pub(crate) folded: Vec<Finding>,
}

/// Reads plan and facts, and holds them together on the day.
pub(crate) fn hold(work: &Work) -> Result<Held, Trouble> {
    let policy_file = work.policy.as_deref();
    input::one_stdin([&*work.plan, &*work.facts].into_iter().chain(policy_file))?;
    let policy = policy(policy_file)?;
    let PlanRead { plan, mut findings } = plan(&work.plan)?;
    let facts = read_facts(&input::bytes(&work.facts, LONGEST_JOURNAL)?, &FactsLimits::default())
        .map_err(|error| Trouble::refused(&work.facts, error.code(), &error))?;
    findings.extend(check_facts(&plan, &facts));
    findings.extend(facts.findings);
    let observations = observe(facts.entries);
    let assessment = assess(&plan, &observations, work.on, &policy, work.period);

    // The plan is checked as it is read on that day: with the answers people gave until then.
    let answered = Plan { readings: assessment.readings.clone(), ..plan.clone() };
    let checked = check(&answered, Stage::Signed, &policy, &acknowledged(&observations, work.on));
    findings.extend(checked.findings);
    Ok(Held { plan, observations, assessment, findings, folded: checked.folded })
}

/// What people took note of until the end of a day.
fn acknowledged(observations: &Observations, on: IsoDate) -> Vec<Acknowledgement> {
    let until = observations.all.iter().filter(|observation| observation.on <= on);
    until
        .filter_map(|observation| match &observation.fact {
            Fact::Acknowledgement { body } => Some(body.clone()),
            _ => None,
        })
        .collect()
}

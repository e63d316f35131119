//! From files to what the library works with: the plan, the facts, the policy, and all there is to say about them.

use std::path::Path;

use qoldau_core::annex::{ReadLimits, read_annex};
use qoldau_core::assess::edition_in_force;
use qoldau_core::bundle::{BundleError, BundleLimits, BundleRead, is_bundle, read_bundle};
use qoldau_core::facts::{FactsError, FactsLimits, FactsRead, Observations, read_facts};
use qoldau_core::finding::Finding;
use qoldau_core::journal::{JournalError, JournalRead, is_compact, read_journal, write_journal};
use qoldau_core::plan::{Plan, PlanError, Policy, read_plan};
use qoldau_core::review::AuthorRole;
use qoldau_core::whole::{self, Held, HoldOptions};

use crate::args;
use crate::given::{self, Kind};
use crate::trouble::Trouble;
use crate::{hashes, input, speech};

/// The longest journal that is read, in bytes: 4 GiB, ten million entries and more.
pub(crate) const LONGEST_JOURNAL: u64 = 1 << 32;
/// The longest policy, and the longest list of roles, that is read, in bytes.
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
    if text.starts_with(b"{") && !given::is_rich_text(text) {
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

/// Whether a file is the JSON of a plan, and no annex. Standard input has been read by then, and nothing takes its place.
pub(crate) fn is_plan(file: &Path) -> Result<bool, Trouble> {
    if input::is_stdin(file) {
        return Ok(false);
    }
    let bytes = input::bytes(file, u64::from(ReadLimits::default().max_bytes))?;
    Ok(matches!(given::kind(&bytes), Kind::Plan))
}

/// Reads a policy; without a file it is the product's own.
pub(crate) fn policy(file: Option<&Path>) -> Result<Policy, Trouble> {
    let Some(file) = file else { return Ok(Policy::default()) };
    let bytes = input::bytes(file, LONGEST_POLICY)?;
    let policy: Policy = serde_json::from_slice(&bytes).map_err(|error| Trouble::policy(file, &error))?;
    match policy.severities.keys().find(|code| qoldau_core::rule(code).is_none()) {
        Some(unknown) => Err(Trouble::no_rule(file, unknown)),
        None => Ok(policy),
    }
}

/// Reads who is what in the review; without a file nobody is anything.
pub(crate) fn roles(file: Option<&Path>) -> Result<Vec<AuthorRole>, Trouble> {
    let Some(file) = file else { return Ok(Vec::new()) };
    let bytes = input::bytes(file, LONGEST_POLICY)?;
    serde_json::from_slice(&bytes).map_err(|error| Trouble::roles(file, &error))
}

/// Reads a journal with its envelopes, or that of a bundle. A file of another kind is named as what it is.
pub(crate) fn journal(file: &Path) -> Result<JournalRead, Trouble> {
    journal_of(file, &input::bytes(file, LONGEST_JOURNAL)?)
}

pub(crate) fn journal_of(file: &Path, bytes: &[u8]) -> Result<JournalRead, Trouble> {
    if is_bundle(bytes) {
        match read_bundle(bytes, &BundleLimits::default()) {
            Ok(BundleRead { journal, findings, .. }) => return Ok(JournalRead { journal, findings }),
            // Some other archive: a Word document.
            Err(BundleError::NotABundle) => {}
            Err(error) => return Err(Trouble::bundle(file, &error)),
        }
    }
    read_journal(bytes, &FactsLimits::default()).map_err(|error| match error {
        JournalError::Unreadable(error) => not_a_journal(file, bytes, &error),
        error => Trouble::journal(file, &error),
    })
}

/// Reads a journal of facts, in whatever form. A file of another kind is named as what it is.
pub(crate) fn facts(file: &Path) -> Result<FactsRead, Trouble> {
    let bytes = input::bytes(file, LONGEST_JOURNAL)?;
    let of_lines = |bytes: &[u8]| {
        read_facts(bytes, &FactsLimits::default()).map_err(|error| not_a_journal(file, bytes, &error))
    };
    if !is_bundle(&bytes) && !is_compact(&bytes) {
        return of_lines(&bytes);
    }
    let JournalRead { journal, findings } = journal_of(file, &bytes)?;
    let read = of_lines(write_journal(&journal).as_bytes())?;
    Ok(FactsRead { findings: findings.into_iter().chain(read.findings).collect(), ..read })
}

fn not_a_journal(file: &Path, bytes: &[u8], error: &FactsError) -> Trouble {
    match (error, given::kind(bytes)) {
        (FactsError::NotAJournal { .. }, kind @ (Kind::Plan | Kind::Docx | Kind::Json)) => {
            Trouble::mistaken(file, kind, Kind::Journal.name(), error.code())
        }
        _ => Trouble::facts(file, error),
    }
}

/// Everything about a plan and its facts on a day.
pub(crate) struct Work {
    pub(crate) plan: Plan,
    pub(crate) observations: Observations,
    pub(crate) held: Held,
}

/// That at most one of the files that are asked for is standard input.
pub(crate) fn one_stdin(asked: &args::Work) -> Result<(), Trouble> {
    let more = [&asked.policy, &asked.roles].into_iter().flatten().chain(&asked.editions);
    input::one_stdin([&asked.plan, &asked.facts].into_iter().chain(more).map(|file| &**file))
}

/// Reads how plan and facts are to be held together.
pub(crate) fn options(asked: &args::Work) -> Result<HoldOptions, Trouble> {
    let policy = policy(asked.policy.as_deref())?;
    let roles = roles(asked.roles.as_deref())?;
    let present = asked.files.as_deref().map(hashes::of_folder).transpose()?;
    let present = present.map(|hashes| hashes.into_iter().collect());
    let editions = asked.editions.iter().map(|file| plan(file).map(|read| read.plan));
    let editions = editions.collect::<Result<_, _>>()?;
    Ok(HoldOptions { policy, period: asked.period, editions, roles, present, ..HoldOptions::default() })
}

/// Reads plan and facts, and holds them together on the day.
pub(crate) fn hold(asked: &args::Work) -> Result<Work, Trouble> {
    hold_with(asked, |_, _, _| ()).map(|(work, ())| work)
}

/// The same, and what else is made of the plan and of all facts, those of later days among them.
pub(crate) fn hold_with<T>(
    asked: &args::Work,
    more: impl FnOnce(&Plan, &FactsRead, &HoldOptions) -> T,
) -> Result<(Work, T), Trouble> {
    one_stdin(asked)?;
    let options = options(asked)?;
    let PlanRead { plan, findings } = plan(&asked.plan)?;
    let facts = facts(&asked.facts)?;
    let made = more(&plan, &facts, &options);
    let in_force = edition_in_force(&plan, &options.editions, asked.on).clone();
    let options = HoldOptions { read_findings: findings, ..options };
    let (held, observations) = whole::hold(&plan, facts, asked.on, options);
    Ok((Work { plan: in_force, observations, held }, made))
}

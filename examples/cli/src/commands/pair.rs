//! `qoldau pair`: settles what reading an annex could not pair for certain.

use std::fmt::Write as _;
use std::path::Path;

use qoldau_core::annex::{PairChoice, PairError, pair as settle};
use qoldau_core::language::{Language, word};
use qoldau_core::plan::{Activity, Plan, write_plan};

use super::Outcome;
use crate::args::To;
use crate::trouble::Trouble;
use crate::{output, speech, work};

/// `qoldau pair FILE ACTIVITY`: the plan with the activity's lines as they were paired; without choices the lists.
pub(super) fn pair(
    file: &Path,
    activity: &str,
    choices: &[PairChoice],
    to: &To,
    language: Language,
) -> Result<Outcome, Trouble> {
    let plan = work::plan(file)?.plan;
    let found = find(&plan, activity).ok_or_else(|| Trouble::no_activity(activity))?;
    if choices.is_empty() {
        output::print(&lists(found, language).ok_or_else(|| Trouble::nothing_unpaired(activity))?)?;
        return Ok(Outcome::Fine);
    }
    let id = found.id.clone();
    let plan = settle(plan, &id, choices).map_err(|error| refused(&error, activity))?;
    let json = write_plan(&plan).map_err(|error| Trouble::plan(file, &error))?;
    // A plan takes the place of the one that it settles; an annex is the contract itself and stays.
    let own = if work::is_plan(file)? { vec![file] } else { Vec::new() };
    output::over(format!("{json}\n").as_bytes(), to, &own)?;
    Ok(Outcome::Fine)
}

/// An activity by its id or its printed number.
fn find<'a>(plan: &'a Plan, named: &str) -> Option<&'a Activity> {
    let by_id = plan.activities().find(|(_, activity)| activity.id.as_str() == named);
    by_id.or_else(|| plan.activities().find(|(_, activity)| activity.number == named)).map(|(_, found)| found)
}

/// The names and the values that are not paired, each list counted from 1.
fn lists(activity: &Activity, language: Language) -> Option<String> {
    let unpaired = activity.unpaired.as_ref()?;
    let mut out = String::new();
    for (key, items) in [("indicator", &unpaired.names), ("target", &unpaired.values)] {
        // Writing to a string cannot fail.
        let _ = writeln!(out, "{}:", word(key, language).unwrap_or(key));
        for (item, number) in items.iter().zip(1_u32..) {
            let _ = writeln!(out, "{number:>4}  {item}");
        }
    }
    Some(out)
}

/// Why the choices cannot be carried out, by the numbers that were given.
fn refused(error: &PairError, activity: &str) -> Trouble {
    let from_one = |index: u32| index.saturating_add(1).to_string();
    let told = |saying, named: &str| Trouble::pairing(saying, error.code(), named);
    match error {
        PairError::NoSuchActivity { .. } => Trouble::no_activity(activity),
        PairError::NothingUnpaired { .. } => Trouble::nothing_unpaired(activity),
        PairError::NoSuchItem { index } => told(speech::NO_SUCH_ITEM, &from_one(*index)),
        PairError::TakenTwice { index } => told(speech::TAKEN_TWICE, &from_one(*index)),
        PairError::LeftOver { index } => told(speech::LEFT_OVER, &from_one(*index)),
        PairError::Nameless { index } => told(speech::NAMELESS, &from_one(*index)),
        _ => told(speech::CANNOT_PAIR, activity),
    }
}

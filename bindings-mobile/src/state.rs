//! The state of a project, as an object that is kept up to date entry by entry.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard};

use qoldau_core::assess::{Assessment, Changed, LineStanding, State};
use qoldau_core::facts::{Entry, FactsLimits};
use qoldau_core::failure::{Failure, in_order};
use qoldau_core::finding::Finding;
use qoldau_core::journal::Envelope;
use qoldau_core::plan::{Plan, Policy};
use qoldau_core::value::{DateRange, Id, IsoDate};
use qoldau_core::whole::{apply_envelopes, facts_of};

use crate::QoldauError;

/// A plan with everything that is known of its work, in memory, kept up to date entry by entry.
///
/// A phone that records one count asks `apply` what stands otherwise for it, and `assess_line` for those lines alone. Entries
/// may come in any order and any number of times; what the state says depends only on which of them came, and is what
/// `assess` says of all of them at once. An object may be used from any thread; its calls wait for each other.
///
/// Error of every call: `INT002` where an earlier call failed inside, after which the state is to be made anew.
#[derive(Debug, uniffi::Object)]
pub struct ProjectState {
    state: Mutex<State>,
}

#[uniffi::export]
impl ProjectState {
    /// The state of a plan of which nothing is known yet. `editions` are its other editions, in any order: every day is
    /// judged by the one that was in force.
    #[uniffi::constructor(default(editions = []))]
    pub fn of_plan(plan: Plan, editions: Vec<Plan>) -> Result<Self, QoldauError> {
        Ok(Self { state: Mutex::new(State::new(plan, editions)) })
    }

    /// Takes one entry and says what may stand otherwise for it. An entry that could not count, or that is known already,
    /// changes nothing.
    pub fn apply(&self, entry: Entry) -> Result<Changed, QoldauError> {
        Ok(self.lock()?.apply(entry))
    }

    /// Takes entries of a journal, as recording and a store's `read_since` give them, and says what may stand otherwise for
    /// all of them. One whose body says nothing of its kind is named in `unread`, and changes nothing.
    pub fn apply_envelopes(&self, envelopes: Vec<Envelope>) -> Result<Changed, QoldauError> {
        Ok(apply_envelopes(&mut *self.lock()?, &envelopes))
    }

    /// Takes a whole journal as bytes, in either form; any line may stand otherwise. What of it could not be taken is told.
    /// Errors: `FCT001` to `FCT003`; nothing is taken then.
    #[uniffi::method(default(limits = None))]
    pub fn apply_journal(
        &self,
        journal: Vec<u8>,
        limits: Option<FactsLimits>,
    ) -> Result<Vec<Finding>, QoldauError> {
        let facts = facts_of(&journal, &limits.unwrap_or_default())?;
        let mut state = self.lock()?;
        for entry in facts.entries {
            state.apply(entry);
        }
        Ok(facts.findings)
    }

    /// Says whether an entry counts, for hosts that count only what a review has approved; every entry does until this says
    /// otherwise. What it replaced stays replaced.
    pub fn count(&self, entry: Id, counts: bool) -> Result<Changed, QoldauError> {
        Ok(self.lock()?.count(&entry, counts))
    }

    /// Says where every line stands at the end of a day, past or present. A period's figures stand beside the cumulative
    /// ones.
    #[uniffi::method(default(policy = None, period = None))]
    pub fn assess(
        &self,
        as_of: IsoDate,
        policy: Option<Policy>,
        period: Option<DateRange>,
    ) -> Result<Assessment, QoldauError> {
        in_order(period, "/period")?;
        Ok(self.lock()?.assess(as_of, &policy.unwrap_or_default(), period))
    }

    /// Says where one line stands at the end of a day, by its own facts alone; nothing where the edition of that day has no
    /// such line.
    #[uniffi::method(default(policy = None, period = None))]
    pub fn assess_line(
        &self,
        line: Id,
        as_of: IsoDate,
        policy: Option<Policy>,
        period: Option<DateRange>,
    ) -> Result<Option<LineStanding>, QoldauError> {
        in_order(period, "/period")?;
        Ok(self.lock()?.assess_line(&line, as_of, &policy.unwrap_or_default(), period))
    }
}

impl ProjectState {
    fn lock(&self) -> Result<MutexGuard<'_, State>, Failure> {
        self.state.lock().map_err(|_| failed_inside("the state", "make it anew"))
    }
}

/// The answer of an object whose call was torn off in the middle.
pub(crate) fn failed_inside(object: &str, remedy: &str) -> Failure {
    Failure {
        code: "INT002".to_owned(),
        path: None,
        params: BTreeMap::new(),
        detail: format!(
            "an earlier call of {object} failed inside, which is a fault of the library: {remedy}"
        ),
    }
}

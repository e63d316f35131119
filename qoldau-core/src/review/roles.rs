//! Who may take which step.

use std::collections::BTreeMap;

use qoldau_derive::Decode;
use serde::Serialize;

/// What somebody is in the review. Who that is, only the host knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum Role {
    /// Records the work, and hands in what they recorded.
    Recorder,
    /// Brings the records together and hands them in.
    Coordinator,
    /// Approves or returns them.
    Leader,
    /// Checks submissions for the grant giver.
    Operator,
}

/// The role of an author. An author may have several, each in a row of its own; one without any takes no step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct AuthorRole {
    /// The author, as entries name them.
    pub author: Box<str>,
    /// What they are.
    pub role: Role,
}

/// The steps of both loops.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// Takes an entry back, or hands it to the leader; whether it is the author's own.
    HandIn { own: bool },
    /// Returns or approves an entry.
    Judge,
    /// Hands a package to the operator.
    Send,
    /// Answers a remark.
    Answer,
    /// Remarks on a submission, takes a remark for settled, accepts.
    Operate,
}

impl Role {
    const fn may(self, step: Step) -> bool {
        match step {
            Step::HandIn { own: true } | Step::Answer => {
                matches!(self, Self::Recorder | Self::Coordinator | Self::Leader)
            }
            Step::HandIn { own: false } | Step::Send => matches!(self, Self::Coordinator | Self::Leader),
            Step::Judge => matches!(self, Self::Leader),
            Step::Operate => matches!(self, Self::Operator),
        }
    }
}

/// Whether an author may take a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Leave {
    Given,
    /// None of their roles may.
    WrongRole,
    /// They have no role.
    NoRole,
}

/// The roles of every author.
pub(super) struct Roles<'a>(BTreeMap<&'a str, Vec<Role>>);

impl<'a> Roles<'a> {
    pub(super) fn of(roles: &'a [AuthorRole]) -> Self {
        let mut of: BTreeMap<&str, Vec<Role>> = BTreeMap::new();
        for AuthorRole { author, role } in roles {
            of.entry(author).or_default().push(*role);
        }
        Self(of)
    }

    pub(super) fn leave(&self, author: &str, step: Step) -> Leave {
        match self.0.get(author) {
            None => Leave::NoRole,
            Some(roles) if roles.iter().any(|role| role.may(step)) => Leave::Given,
            Some(_) => Leave::WrongRole,
        }
    }
}

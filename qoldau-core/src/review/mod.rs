//! Floor 3: the two loops of review, folded from the journal.
//!
//! Within the NGO entries go from draft to submitted and are returned or approved by the leader. A submission to the
//! operator gathers remarks, which are answered and resolved, until it is accepted by line and as a whole. [`review`]
//! says where every entry and every submission stands on a day, and which steps had no effect because the rules do not
//! allow them. `docs/review.md` states every rule.

mod entries;
mod fold;
mod model;
mod roles;
mod rules;
mod submissions;
pub(crate) mod words;

pub use fold::{review, review_lines};
pub(crate) use model::drafts_count;
pub use model::{
    EntryCounts, EntryStanding, RemarkStanding, RemarkState, ReplyStanding, ReviewSummary, Reviews,
    SubmissionStanding,
};
pub use roles::{AuthorRole, Role};
pub use rules::REVIEW_RULES;

//! Floor 3: the journal that several phones keep without a network: its envelopes, merge, conflicts and seals.
//!
//! A [`Journal`] is a set of entries. Phones add entries ([`record`]) and hand their files over; [`merge`] joins any
//! number of journals, and whatever the order of delivery the joined journal has the same bytes. Nothing is ever
//! overwritten: what two people wrote without knowing of each other stands in [`conflicts`] until one more entry settles
//! it. [`verify`] says whether anybody altered, dropped or forged entries. `docs/journal.md` states every rule.
//!
//! What the entries say is told by [`crate::facts`]; here a body is JSON text.

mod bounded;
mod clock;
mod columns;
mod compact;
mod conflicts;
mod envelope;
mod error;
#[cfg(feature = "sign")]
mod head;
mod lines;
mod merge;
mod read;
mod record;
mod rules;
mod seal;
mod set;
mod verify;

pub use clock::{is_believed, is_clock, next_clock};
pub use compact::{CompactWriter, is_compact, write_compact};
pub use conflicts::{Conflict, ConflictKind, conflicts};
pub use envelope::Envelope;
pub use error::JournalError;
#[cfg(feature = "sign")]
pub use head::{DeviceKey, HEAD_FORMAT, SignedHead, key_of, sign_head, verify_heads, vouch};
pub use merge::{MergeError, Merged, merge};
pub use read::{JournalEnd, JournalRead, JournalReader, read_journal, write_journal};
pub use record::{Draft, Stamp, record};
pub use rules::JOURNAL_RULES;
pub use seal::{link_of, seal_of};
pub use set::{Journal, Taken, erasures};
pub use verify::{DeviceChain, Verification, verify};

//! Mirrors of the types of `qoldau_core::journal`. Written by `bindings-mobile/mirror`; do not edit:
//! `QOLDAU_UPDATE=1 cargo test -p qoldau-mirror`

use qoldau_core::facts::RawBody;
use qoldau_core::finding::Finding;
use qoldau_core::journal::Conflict;
use qoldau_core::journal::ConflictKind;
use qoldau_core::journal::DeviceChain;
use qoldau_core::journal::Draft;
use qoldau_core::journal::Envelope;
use qoldau_core::journal::Stamp;
use qoldau_core::journal::Taken;
use qoldau_core::journal::Verification;
use qoldau_core::value::Id;
use qoldau_core::value::IsoDate;

/// One entry of the journal as phones exchange it: who recorded it, when and where, and its body as JSON text.
#[uniffi::remote(Record)]
pub struct Envelope {
    /// Id of the entry, given once by the host: a `UUIDv7` as text, so that ids sort in order of time.
    pub id: Id,
    /// Civil date of the fact.
    pub on: IsoDate,
    /// Who recorded it, as the host names them: an id, not a name.
    pub author: Box<str>,
    /// What kind of thing it says. Kinds this version does not know are kept and passed on.
    pub kind: Box<str>,
    /// What it says, as JSON; nothing when it was erased.
    #[uniffi(default = None)]
    pub body: Option<RawBody>,
    /// Ids of the entries it replaces.
    pub replaces: Vec<Id>,
    /// Device that recorded it.
    #[uniffi(default = None)]
    pub device: Option<Box<str>>,
    /// Number of the entry on its device, from 1.
    #[uniffi(default = None)]
    pub seq: Option<u32>,
    /// Hybrid logical time of recording; see `crate::journal::next_clock`.
    #[uniffi(default = None)]
    pub clock: Option<Box<str>>,
    /// Link to the entry before it on its device; see `crate::journal::link_of`.
    #[uniffi(default = None)]
    pub prev: Option<Box<str>>,
    /// Seal of its body; see `crate::journal::seal_of`.
    #[uniffi(default = None)]
    pub seal: Option<Box<str>>,
}

/// What a person has to say, before it is stamped.
#[uniffi::remote(Record)]
pub struct Draft {
    /// Id of the entry: a new `UUIDv7` as text.
    pub id: Id,
    /// Civil date of the fact.
    pub on: IsoDate,
    /// Who records it: an id, not a name.
    pub author: Box<str>,
    /// What kind of thing it says.
    pub kind: Box<str>,
    /// What it says: a JSON object without a salt.
    pub body: RawBody,
    /// Ids of the entries it replaces.
    #[uniffi(default = [])]
    pub replaces: Vec<Id>,
}

/// What a host knows that this library may not find out by itself.
#[uniffi::remote(Record)]
pub struct Stamp {
    /// The device: an id that no other device bears.
    pub device: Box<str>,
    /// The time in UTC: `2024-06-14T09:30:00.000Z`.
    pub now: Box<str>,
    /// Random text of 16 to 128 characters, new for every entry.
    pub salt: Box<str>,
}

/// Entries that cannot all be right, for a person to settle by one more entry that replaces them all.
#[uniffi::remote(Record)]
pub struct Conflict {
    /// What is the matter.
    pub kind: ConflictKind,
    /// Id of the entry, event or item that they are about.
    pub about: Id,
    /// Id of the entry that counts until somebody settles it; nothing where none does.
    #[uniffi(default = None)]
    pub counts: Option<Id>,
    /// The entries as they stand, the one that counts first.
    pub entries: Vec<Envelope>,
}

/// Why entries cannot all be right.
#[uniffi::remote(Enum)]
pub enum ConflictKind {
    /// Entries of one id say different things: something is broken or forged, and none of them counts.
    SameId,
    /// Several people replaced or voided one entry without knowing of each other: the one latest counts.
    SameEntry,
    /// Several devices recorded one event or item of evidence and say different things, or one that events are one and
    /// another that they are not; or they answered one question about a line differently, gave it different totals, or
    /// reviewed it differently, on one day: the latest counts.
    SameRecord,
}

/// What the chains of a journal's devices show.
#[uniffi::remote(Record)]
pub struct Verification {
    /// The chain of every device, in the order of their ids.
    pub devices: Vec<DeviceChain>,
    /// How many entries bear no device, number or seal, so that nothing is proven about what they say.
    pub unchained: u32,
    /// Which entries were altered, dropped or forged; none where every chain is whole.
    pub findings: Vec<Finding>,
}

/// The chain of one device.
#[uniffi::remote(Record)]
pub struct DeviceChain {
    /// The device.
    pub device: Box<str>,
    /// How many entries with a number of it are here.
    pub entries: u32,
    /// How many of them were erased, so that their seals bind nothing that is still there.
    pub erased: u32,
    /// Number of its last entry.
    pub last_seq: u32,
    /// Link to its last entry. Who kept it from before knows whether the end was cut off.
    pub last_link: Box<str>,
    /// Entries whose envelopes (who, when, of what kind, what they replace) no later entry here is linked to, so that it would not show
    /// if somebody altered them: the last one, and those before a gap or a broken link. What they say is bound by their own seals. A
    /// signed head of the device without a fault vouches for the last.
    pub unvouched: Vec<Id>,
}

/// What became of an entry that was handed to a journal.
#[uniffi::remote(Enum)]
pub enum Taken {
    /// It was not there before.
    New,
    /// It was there already, as it is or with its body.
    Known,
    /// It was not there before, and an erasure that was there names it, so that nothing of what it says is kept.
    Erased,
    /// Another entry bears the same id; both are kept and neither counts.
    SameId,
}

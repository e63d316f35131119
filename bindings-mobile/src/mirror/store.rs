//! Mirrors of the types of `qoldau_store`. Written by `bindings-mobile/mirror`; do not edit:
//! `QOLDAU_UPDATE=1 cargo test -p qoldau-mirror`

use qoldau_core::journal::Envelope;
use qoldau_core::value::Id;
use qoldau_store::Arrivals;
use qoldau_store::DamagedEntry;
use qoldau_store::StoreStatus;

/// What a store holds, known without reading the entries.
#[uniffi::remote(Record)]
pub struct StoreStatus {
    /// The plan it belongs to.
    #[uniffi(default = None)]
    pub plan: Option<Id>,
    /// How many entries it holds.
    pub entries: u32,
    /// How many devices have entries in it.
    pub devices: u32,
    /// The greatest clock of all entries.
    #[uniffi(default = None)]
    pub newest_clock: Option<Box<str>>,
    /// Number of the last arrival; reading since it gives what comes later.
    pub last: u32,
    /// Whether bodies that were erased may still stand in the log beside the file, because another process was reading
    /// when they were erased. Every append tries again to empty it.
    pub unwiped: bool,
}

/// Entries in the order of their arrival.
#[uniffi::remote(Record)]
pub struct Arrivals {
    /// The entries.
    pub entries: Vec<Envelope>,
    /// What `Store::read_since` takes to go on from here.
    pub next: u32,
    /// Whether there are more.
    pub more: bool,
}

/// An entry that cannot be brought out.
#[uniffi::remote(Record)]
pub struct DamagedEntry {
    /// Its number in the order of arrival.
    pub number: u32,
    /// Its id, where it can still be read; not proof against damage.
    #[uniffi(default = None)]
    pub id: Option<Id>,
}

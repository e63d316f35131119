//! Keeps the journal of QOLDAU core in one SQLite file.
//!
//! The core is pure: it holds a journal in memory and knows no files. This crate keeps the same set of entries, with the
//! same rules, where a flat battery cannot take it: an entry is on the disk when [`Store::append`] returns. Two processes
//! may share a store; bodies may be sealed by a key. What is durable when, what the key protects and what not, and what
//! comes back from a damaged file stand in `docs/store.md`.
//!
//! ```
//! use qoldau_core::journal::{Draft, Stamp};
//! use qoldau_store::Store;
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let folder = tempfile::tempdir()?;
//! # let path = folder.path().join("season.qoldau");
//! let mut store = Store::open(&path)?;
//! let draft: Draft = serde_json::from_str(
//!     r#"{"id": "0190163c-0000-7000-8000-000000000001", "on": "2024-06-14", "author": "aigul", "kind": "reading",
//!         "body": {"line": "t3-3", "mode": "add", "value": {"kind": "amount", "amount": "64"}}}"#,
//! )?;
//! let stamp = Stamp {
//!     device: "phone-1".into(),
//!     now: "2024-06-14T09:30:00.000Z".into(),
//!     salt: "random text of the host".into(),
//! };
//! let entry = store.record(draft, &stamp)?;
//! assert_eq!(entry.seq, Some(1));
//! assert_eq!(Store::open(&path)?.journal()?.entries(), [entry]);
//! # Ok(())
//! # }
//! ```

mod append;
mod clocks;
mod error;
mod files;
mod frame;
mod key;
mod log;
mod read;
mod row;
mod salvage;
mod schema;
mod store;
mod summary;

pub use error::{Damage, StoreError};
pub use files::MergedFile;
pub use key::StoreKey;
pub use log::Torn;
pub use read::Arrivals;
pub use salvage::{DamagedEntry, Salvaged, salvage};
pub use store::{Head, Options, Store, StoreStatus};

//! For tests only: records what SQLite writes and syncs, and makes the files that a power cut would leave.
//!
//! A [`Watch`] stands for a folder. Every write, cut and sync of a file in it is noted, in order. [`Watch::after_cut`]
//! then gives the files as a disk may hold them when the power goes at some point: what was synced is there; of what was
//! written since, any sectors are there and any are not.

mod disk;
mod vfs;

pub use disk::{Event, Files};
pub use vfs::Watch;

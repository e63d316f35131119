//! Comparing lists between organisations without showing names.
//!
//! Each side turns its rows into linkage keys with one key that both know and whoever compares them does not: 1,024 bits, in which every
//! pair of letters of the names, day, month and year of birth and the telephone set some. Keys of one person are alike, also with
//! a letter written otherwise, because names come to one matching form first (Bloom filters as linkage keys: Schnell, Bachteler, Reiher 2009;
//! random hashing instead of double hashing: Niedermeyer et al. 2014).
//!
//! They are pseudonymous, not anonymous. `docs/adr/0028-linkage-keys.md` says what an attacker with and without the key can do.

mod encode;
mod matched;

pub use encode::{LinkageBits, LinkageBitsError, LinkageKey, linkage_keys};
pub use matched::{LINKED_FROM, LinkageError, LinkedPair, match_keys};

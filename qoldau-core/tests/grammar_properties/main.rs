//! What holds for every target, every deadline and every text: printed words are read back, and no word is lost.

#![expect(clippy::unwrap_used, reason = "a test says what is wrong by failing")]

mod dues;
mod soups;
mod targets;

use proptest::test_runner::{Config, FileFailurePersistence};

/// Cases that once failed lie in one file and are tried first.
fn config() -> Config {
    let regressions = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/grammar_properties/regressions.txt");
    Config {
        failure_persistence: Some(Box::new(FileFailurePersistence::Direct(regressions))),
        ..Config::default()
    }
}

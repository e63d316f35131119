//! The command from outside: the built binary on real files.
#![cfg(test)]

mod amending;
mod bundling;
mod cannot;
mod checking;
mod handing;
mod hostile;
mod journal;
mod lists;
mod people;
mod person;
#[path = "../../../../tests/src/personal.rs"]
#[expect(unreachable_pub, reason = "shared with the tests of whole programs")]
mod personal;
mod program;
mod reading;
mod settling;
mod standing;
mod surveying;
mod vectors;
mod words;

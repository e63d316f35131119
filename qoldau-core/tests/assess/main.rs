//! What `assess` says, story by story. Every test is a sentence of `docs/assess.md`.

mod calendar;
mod events;
mod proof;
mod properties;
mod world;

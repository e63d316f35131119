//! People on lists: which rows are one person, and what is never done with them. Names are invented, phones of the unassigned range.
#![cfg(test)]
#![allow(clippy::arithmetic_side_effects, reason = "small numbers of a test")]

mod doubts;
mod hostile;
mod laws;
mod lists;
mod namesakes;
mod stories;
mod workbooks;
mod world;

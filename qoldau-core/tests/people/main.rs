//! People on lists: which rows are one person, and what is never done with them. Names are invented, phones of the unassigned range.

mod hostile;
mod laws;
mod stories;
mod world;

//! The command from outside: the built binary on real files.

mod cannot;
#[cfg(test)]
mod program;
mod words;

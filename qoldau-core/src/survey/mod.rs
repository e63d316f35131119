//! Floor 3: surveys. So far their statistics.

pub mod stats;

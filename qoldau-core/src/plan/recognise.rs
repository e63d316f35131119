//! What a line's name says beside its number: kind, scope, requirements.

use super::{Accumulation, Each, ImpactKind, IndicatorKind, Requires};

/// What a line counts, by its name.
#[must_use]
pub fn read_kind(_name: &str) -> IndicatorKind {
    IndicatorKind::Other
}

/// How the readings of a line of this kind come together.
#[must_use]
pub fn accumulation_of(kind: IndicatorKind) -> Accumulation {
    match kind {
        IndicatorKind::Satisfaction => Accumulation::Ratio,
        IndicatorKind::Page | IndicatorKind::Asset | IndicatorKind::Specialist => Accumulation::Level,
        _ => Accumulation::Flow,
    }
}

/// What a line asks for beside its number, by its name.
#[must_use]
pub fn read_requires(_name: &str) -> Requires {
    Requires::default()
}

/// The scope that stands in a line's name: "photo from each event".
#[must_use]
pub fn read_scope(_name: &str) -> Option<Each> {
    None
}

/// What a line of the social-impact block counts, by its name.
#[must_use]
pub fn read_impact_kind(_name: &str) -> ImpactKind {
    ImpactKind::Other
}

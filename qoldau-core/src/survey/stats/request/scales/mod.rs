//! The methods of scales, agreement, weights, publication and phases.

pub(super) mod agreement;
pub(super) mod disclosure;
pub(super) mod phases;
pub(super) mod reliability;
pub(super) mod shares;
pub(super) mod weights;

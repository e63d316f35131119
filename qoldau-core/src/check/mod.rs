//! Floor 3: rules over a plan, one file each.

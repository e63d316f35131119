//! Floor 5: what people read: the report and the evidence register.

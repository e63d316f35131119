//! Floor 3: the contract annex (.docx or text) read into a plan.

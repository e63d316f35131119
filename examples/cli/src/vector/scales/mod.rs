//! The methods of scales, agreement, weights, publication and phases: their requests and answers in JSON.

mod agreement;
mod columns;
mod disclosure;
mod fields;
mod phases;
mod reliability;
mod shares;
mod weights;

use std::path::Path;

use serde_json::Value;

use super::refusal::Refusal;
use fields::Fields;

/// A method by its name.
type Method = fn(&Fields<'_>, &Path) -> Result<Value, Refusal>;

/// The methods that are answered here.
const METHODS: [(&str, Method); 20] = [
    ("attrition", phases::attrition),
    ("cohen_kappa", agreement::cohen_kappa),
    ("cronbach_alpha", reliability::cronbach_alpha),
    ("fleiss_kappa", agreement::fleiss_kappa),
    ("k_anonymity", disclosure::k_anonymity),
    ("kendall_w", agreement::kendall_w),
    ("kish", weights::kish),
    ("krippendorff_alpha", agreement::krippendorff_alpha),
    ("link_codes", phases::link_codes),
    ("merge", reliability::merge),
    ("multi_select", shares::multi_select),
    ("omega_one_factor", reliability::omega_one_factor),
    ("poststratify", weights::poststratify),
    ("rake", weights::rake),
    ("response_quality", shares::response_quality),
    ("scale_score", reliability::scale_score),
    ("suppress_table", disclosure::suppress_table),
    ("top_box", shares::top_box),
    ("two_phase", phases::two_phase),
    ("weighted_proportion", weights::weighted_proportion),
];

/// Answers a request, or says with `None` that the method is not one of these.
pub(super) fn answer(method: &str, input: &Value, base: &Path) -> Option<Result<Value, Refusal>> {
    let (_, method) = METHODS.iter().find(|(name, _)| *name == method)?;
    Some(method(&Fields(input), base))
}

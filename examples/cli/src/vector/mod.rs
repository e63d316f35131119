//! `qoldau vector`: a statistic of the library as JSON asks for it, in the form of `tests/vectors-survey/FORMAT.md`.
//!
//! A method is a line of [`METHODS`], a group of them a file. A request that cannot be carried out is refused with a code; what
//! the mathematics leaves undefined is `null` in the answer.

mod input;
mod many;
mod pairs;
mod planning;
mod proportions;
mod refusal;
mod samples;
mod scales;
mod table;
mod verdicts;

use std::path::PathBuf;

use serde::Deserialize;
use serde_json::Value;

use input::Input;
pub(crate) use refusal::Refusal;

/// What answers a method.
type Method = fn(&Input) -> Result<Value, Refusal>;

/// The methods by name.
const METHODS: &[(&str, Method)] = &[
    ("benjamini_hochberg", many::benjamini_hochberg),
    ("descriptives", samples::descriptives),
    ("finite_population", planning::finite_population),
    ("hodges_lehmann", pairs::hodges_lehmann),
    ("holm", many::holm),
    ("mann_whitney", samples::mann_whitney),
    ("nps", proportions::nps),
    ("paired_proportions", proportions::paired),
    ("paired_t", pairs::paired_t),
    ("proportion_ci", proportions::one),
    ("proportion_diff_independent", proportions::independent),
    ("response_rates", planning::response_rates),
    ("sample_size", planning::sample_size),
    ("threshold_decision", verdicts::threshold_decision),
    ("threshold_decision_finite", verdicts::threshold_decision_finite),
    ("welch_t", samples::welch_t),
    ("wilcoxon_signed_rank", pairs::wilcoxon),
];

/// A request: the name of a method, its input, and the folder that the paths of tables start from.
#[derive(Debug, Deserialize)]
struct Request {
    method: String,
    #[serde(default)]
    input: Value,
    #[serde(default)]
    base_dir: PathBuf,
}

/// Answers a request.
pub(crate) fn answer(request: &[u8]) -> Result<Value, Refusal> {
    let request: Request = serde_json::from_slice(request).map_err(|_| Refusal::not_a_request())?;
    if let Some(answer) = scales::answer(&request.method, &request.input, &request.base_dir) {
        return answer;
    }
    let known = METHODS.iter().find(|(name, _)| *name == request.method);
    let (_, method) = known.ok_or_else(|| Refusal::unknown_method(&request.method))?;
    method(&Input::new(request.input, request.base_dir))
}

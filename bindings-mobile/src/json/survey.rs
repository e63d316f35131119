//! Values of surveys.

use qoldau_core::failure::{from_json, from_json_by_serde, to_canonical_json};
use qoldau_core::journal::Draft;
use qoldau_core::survey::answers::{PersonCode, Response, ResponseState, Tally};
use qoldau_core::survey::focus::FocusGroup;
use qoldau_core::survey::import::{ImportOptions, Imported};
use qoldau_core::survey::observe::SurveyLine;
use qoldau_core::survey::questionnaire::Questionnaire;
use qoldau_core::survey::score::{Comparison, PhaseScores, SatisfactionScore};
use qoldau_core::survey::stats::{CodeLinks, SampleSize};

use crate::{QoldauError, ScoreOptions};

/// Reads the value from its JSON. Error: `INP001` with the path of the field.
#[uniffi::export]
pub fn score_options_from_json(text: &str) -> Result<ScoreOptions, QoldauError> {
    Ok(from_json_by_serde(text.as_bytes())?)
}

from_json! {
    focus_group_from_json -> FocusGroup;
    import_options_from_json -> ImportOptions;
    person_codes_from_json -> Vec<PersonCode>;
    questionnaire_from_json -> Questionnaire;
    response_from_json -> Response;
    responses_from_json -> Vec<Response>;
    survey_line_from_json -> SurveyLine;
    tally_from_json -> Tally;
}

to_json! {
    code_links_to_json(CodeLinks);
    comparison_to_json(Comparison);
    draft_to_json(Draft);
    imported_to_json(Imported);
    phase_scores_to_json(PhaseScores);
    questionnaire_to_json(Questionnaire);
    response_state_to_json(ResponseState);
    response_to_json(Response);
    responses_to_json(Vec<Response>);
    sample_size_to_json(SampleSize);
    satisfaction_score_to_json(SatisfactionScore);
    tally_to_json(Tally);
}

//! Surveys: a questionnaire and answers in; findings, scores, sentences and charts out.
//!
//! A figure and its sentence are two calls over the same answers: nothing that was reckoned comes back in.

use qoldau_core::failure::{Failure, from_json, to_canonical_json};
use qoldau_core::finding::Finding;
use qoldau_core::journal::Draft;
use qoldau_core::language::Language;
use qoldau_core::report::FindingRow;
use qoldau_core::section::ReportSection;
use qoldau_core::survey::answers::{PersonCode, Response, ResponseState, Tally};
use qoldau_core::survey::count::CountOptions;
use qoldau_core::survey::focus::FocusGroup;
use qoldau_core::survey::import::{ImportOptions, Imported};
use qoldau_core::survey::observe::SurveyLine;
use qoldau_core::survey::questionnaire::Questionnaire;
use qoldau_core::survey::score::{self, Comparison, PhaseScores, SatisfactionScore};
use qoldau_core::survey::stats::{CodeLinks, SampleSize};
use qoldau_core::value::{Amount, Id};
use qoldau_core::whole::survey;

use crate::{QoldauError, ScoreOptions};

/// Reads a questionnaire from its JSON. Errors: `SRV001` for a newer format, `SRV002` for another document, `SRV003` for no
/// JSON, `SRV004` for a field that is unknown, missing or of the wrong kind, `SRV005` for too much of something. Questions
/// that contradict each other are no error: `lint_questionnaire` finds them.
#[uniffi::export]
pub fn read_questionnaire(bytes: Vec<u8>) -> Result<Questionnaire, QoldauError> {
    Ok(survey::read_questionnaire(&bytes)?)
}

/// Writes a questionnaire as JSON, indented. Error: `SRV007`.
#[uniffi::export]
pub fn write_questionnaire(questionnaire: &Questionnaire) -> Result<String, QoldauError> {
    Ok(survey::write_questionnaire(questionnaire)?)
}

/// The digest by which answers can name a questionnaire: SHA-256 of its canonical JSON, lower-case hexadecimal. Error:
/// `SRV007`.
#[uniffi::export]
pub fn questionnaire_digest(questionnaire: &Questionnaire) -> Result<String, QoldauError> {
    Ok(survey::questionnaire_digest(questionnaire)?)
}

/// What is wrong with a questionnaire before anybody is asked.
#[uniffi::export]
pub fn lint_questionnaire(questionnaire: &Questionnaire) -> Result<Vec<Finding>, QoldauError> {
    Ok(survey::lint_questionnaire(questionnaire))
}

/// What two questionnaires for two phases ask otherwise, so that the phases cannot be compared.
#[uniffi::export]
pub fn lint_phases(first: &Questionnaire, second: &Questionnaire) -> Result<Vec<Finding>, QoldauError> {
    Ok(survey::lint_phases(first, second))
}

/// Findings about surveys in words, in their own order.
#[uniffi::export]
pub fn say_survey_findings(
    findings: Vec<Finding>,
    language: Language,
) -> Result<Vec<FindingRow>, QoldauError> {
    Ok(survey::say_survey_findings(&findings, language))
}

/// Where every question of a form stands with the answers of one person: for an app that shows it field by field.
#[uniffi::export]
pub fn response_state(
    questionnaire: &Questionnaire,
    response: &Response,
) -> Result<ResponseState, QoldauError> {
    Ok(survey::response_state(questionnaire, response))
}

/// What is wrong with many records, each finding at its row, counted from 1 in the order given.
#[uniffi::export]
pub fn check_responses(
    questionnaire: &Questionnaire,
    responses: Vec<Response>,
) -> Result<Vec<Finding>, QoldauError> {
    Ok(survey::check_responses(questionnaire, &responses))
}

/// Reads records in the product's own JSON. Errors: `SRV001` to `SRV004`.
#[uniffi::export]
pub fn read_responses(bytes: Vec<u8>) -> Result<Vec<Response>, QoldauError> {
    Ok(survey::read_responses(&bytes)?)
}

/// Writes records as the product's own JSON. Error: `SRV007`.
#[uniffi::export]
pub fn write_responses(responses: Vec<Response>) -> Result<String, QoldauError> {
    Ok(survey::write_responses(&responses)?)
}

/// Imports answers: a CSV table, the JSON of other tools, or the product's own form, which is told by the bytes. The
/// findings are those of reading and of the answers. Errors: `SRV001` and `SRV003` to `SRV006` for what is no table, no JSON, or
/// no list of records; `SRV008` for a phase that the questionnaire does not have; `SRV011` to `SRV013` for columns that are said to hold what cannot be.
#[uniffi::export(default(options = None))]
pub fn import_answers(
    questionnaire: &Questionnaire,
    bytes: Vec<u8>,
    options: Option<ImportOptions>,
) -> Result<Imported, QoldauError> {
    Ok(survey::import_answers(questionnaire, &bytes, &options.unwrap_or_default())?)
}

/// Reads a tally of paper questionnaires from its JSON. Errors: `SRV001` to `SRV005`.
#[uniffi::export]
pub fn read_tally(bytes: Vec<u8>) -> Result<Tally, QoldauError> {
    Ok(survey::read_tally(&bytes)?)
}

/// What is wrong with a tally of paper questionnaires.
#[uniffi::export]
pub fn check_tally(questionnaire: &Questionnaire, tally: &Tally) -> Result<Vec<Finding>, QoldauError> {
    Ok(survey::check_tally(questionnaire, tally))
}

/// What is wrong with the record of a focus group.
#[uniffi::export]
pub fn check_focus_group(session: &FocusGroup) -> Result<Vec<Finding>, QoldauError> {
    Ok(survey::check_focus_group(session))
}

/// What the answers of a phase come to; without a phase those of the last. Errors: `SRV008` for a phase that the
/// questionnaire does not have, `SVY001` for a level that is none.
#[uniffi::export(default(phase = None, options = None))]
pub fn score_phase(
    questionnaire: &Questionnaire,
    responses: Vec<Response>,
    phase: Option<Id>,
    options: Option<ScoreOptions>,
) -> Result<PhaseScores, QoldauError> {
    Ok(survey::score_phase(questionnaire, &responses, phase.as_ref(), &by(options))?)
}

/// What `score_phase` gives, as text. Errors: `SRV008`, `SVY001`.
#[uniffi::export(default(phase = None, options = None))]
pub fn say_phase(
    questionnaire: &Questionnaire,
    responses: Vec<Response>,
    language: Language,
    phase: Option<Id>,
    options: Option<ScoreOptions>,
) -> Result<String, QoldauError> {
    let options = by(options);
    Ok(survey::say_phase(questionnaire, &responses, phase.as_ref(), &options, language)?)
}

/// What a tally of paper questionnaires comes to. Errors: `SRV008` for a phase that the questionnaire does not have, `SVY001`
/// for a level that is none.
#[uniffi::export(default(options = None))]
pub fn score_tally(
    questionnaire: &Questionnaire,
    tally: &Tally,
    options: Option<ScoreOptions>,
) -> Result<PhaseScores, QoldauError> {
    Ok(survey::score_tally(questionnaire, tally, &by(options))?)
}

/// What `score_tally` gives, as text. Errors: `SRV008`, `SVY001`.
#[uniffi::export(default(options = None))]
pub fn say_tally(
    questionnaire: &Questionnaire,
    tally: &Tally,
    language: Language,
    options: Option<ScoreOptions>,
) -> Result<String, QoldauError> {
    Ok(survey::say_tally(questionnaire, tally, &by(options), language)?)
}

/// Two phases held against each other. Every change is second − first. Errors: `SRV008` for a phase that the questionnaire
/// does not have, `SVY001` for a level that is none.
#[uniffi::export(default(options = None))]
pub fn compare_phases(
    questionnaire: &Questionnaire,
    responses: Vec<Response>,
    first: Id,
    second: Id,
    options: Option<ScoreOptions>,
) -> Result<Comparison, QoldauError> {
    Ok(survey::compare_phases(questionnaire, &responses, &first, &second, &by(options))?)
}

/// What `compare_phases` gives, as text. Errors: `SRV008`, `SVY001`.
#[uniffi::export(default(options = None))]
pub fn say_comparison(
    questionnaire: &Questionnaire,
    responses: Vec<Response>,
    first: Id,
    second: Id,
    language: Language,
    options: Option<ScoreOptions>,
) -> Result<String, QoldauError> {
    let options = by(options);
    Ok(survey::say_comparison(questionnaire, &responses, &first, &second, &options, language)?)
}

/// Whether the promised satisfaction is met, and how surely; nothing where the questionnaire declares none. Error: `SVY001`
/// for a level that is none.
#[uniffi::export(default(options = None))]
pub fn satisfaction(
    questionnaire: &Questionnaire,
    responses: Vec<Response>,
    options: Option<ScoreOptions>,
) -> Result<Option<SatisfactionScore>, QoldauError> {
    Ok(survey::satisfaction(questionnaire, &responses, &by(options))?)
}

/// What `satisfaction` gives, as text: what "satisfied" means, the figure, the verdict, the bounds with those who did not
/// answer. Error: `SVY001`.
#[uniffi::export(default(options = None))]
pub fn say_satisfaction(
    questionnaire: &Questionnaire,
    responses: Vec<Response>,
    language: Language,
    options: Option<ScoreOptions>,
) -> Result<Option<String>, QoldauError> {
    Ok(survey::say_satisfaction(questionnaire, &responses, &by(options), language)?)
}

/// The satisfaction of a tally of paper questionnaires; nothing where it cannot be counted by hand. Error: `SVY001`.
#[uniffi::export(default(options = None))]
pub fn tally_satisfaction(
    questionnaire: &Questionnaire,
    tally: &Tally,
    options: Option<ScoreOptions>,
) -> Result<Option<SatisfactionScore>, QoldauError> {
    Ok(survey::tally_satisfaction(questionnaire, tally, &by(options))?)
}

/// What `tally_satisfaction` gives, as text. Error: `SVY001`.
#[uniffi::export(default(options = None))]
pub fn say_tally_satisfaction(
    questionnaire: &Questionnaire,
    tally: &Tally,
    language: Language,
    options: Option<ScoreOptions>,
) -> Result<Option<String>, QoldauError> {
    Ok(survey::say_tally_satisfaction(questionnaire, tally, &by(options), language)?)
}

/// The scale questions of a phase that share one list of steps, as diverging stacked bars (inline SVG); nothing where none of
/// them can be shown. Errors: `SRV008` for a phase and `SRV009` for a list that the questionnaire does not have, `SVY001`.
#[uniffi::export(default(phase = None, options = None))]
pub fn stacked_bars(
    questionnaire: &Questionnaire,
    responses: Vec<Response>,
    list: Id,
    language: Language,
    phase: Option<Id>,
    options: Option<ScoreOptions>,
) -> Result<Option<String>, QoldauError> {
    let options = by(options);
    Ok(survey::stacked_bars(questionnaire, &responses, phase.as_ref(), &list, &options, language)?)
}

/// The same of a tally of paper questionnaires. Errors: `SRV008`, `SRV009`, `SVY001`.
#[uniffi::export(default(options = None))]
pub fn tally_bars(
    questionnaire: &Questionnaire,
    tally: &Tally,
    list: Id,
    language: Language,
    options: Option<ScoreOptions>,
) -> Result<Option<String>, QoldauError> {
    Ok(survey::tally_bars(questionnaire, tally, &list, &by(options), language)?)
}

/// A survey as a section of the report, said in its language: the first phase against the last where both have answers, else
/// the phase that has; with the satisfaction where the questionnaire declares one. `HoldOptions` takes it. Errors: `SRV008`,
/// `SVY001`.
#[uniffi::export(default(options = None))]
pub fn survey_section(
    questionnaire: &Questionnaire,
    responses: Vec<Response>,
    language: Language,
    options: Option<ScoreOptions>,
) -> Result<ReportSection, QoldauError> {
    Ok(survey::survey_section(questionnaire, &responses, &by(options), language)?)
}

/// The same of a tally of paper questionnaires. Errors: `SRV008`, `SVY001`.
#[uniffi::export(default(options = None))]
pub fn tally_section(
    questionnaire: &Questionnaire,
    tally: &Tally,
    language: Language,
    options: Option<ScoreOptions>,
) -> Result<ReportSection, QoldauError> {
    Ok(survey::tally_section(questionnaire, tally, &by(options), language)?)
}

/// The changes of the subscales between two phases, before and after on one line each (inline SVG); nothing where none can be
/// shown. Errors: `SRV008`, `SVY001`.
#[uniffi::export(default(options = None))]
pub fn dumbbells(
    questionnaire: &Questionnaire,
    responses: Vec<Response>,
    first: Id,
    second: Id,
    language: Language,
    options: Option<ScoreOptions>,
) -> Result<Option<String>, QoldauError> {
    let options = by(options);
    Ok(survey::dumbbells(questionnaire, &responses, &first, &second, &options, language)?)
}

/// The satisfaction as what `record_entry` takes: a reading of its line. In the journal it is sealed, reviewed and assessed as
/// every other fact; a later one of the same line takes its place. Nothing where nobody counts. Error: `SVY001`.
#[uniffi::export(default(options = None))]
pub fn draft_satisfaction(
    questionnaire: &Questionnaire,
    responses: Vec<Response>,
    line: &SurveyLine,
    options: Option<ScoreOptions>,
) -> Result<Option<Draft>, QoldauError> {
    Ok(survey::draft_satisfaction(questionnaire, &responses, &by(options), line)?)
}

/// The same of a tally of paper questionnaires. Error: `SVY001`.
#[uniffi::export(default(options = None))]
pub fn draft_tally_satisfaction(
    questionnaire: &Questionnaire,
    tally: &Tally,
    line: &SurveyLine,
    options: Option<ScoreOptions>,
) -> Result<Option<Draft>, QoldauError> {
    Ok(survey::draft_tally_satisfaction(questionnaire, tally, &by(options), line)?)
}

/// How many people answered a phase as what `record_entry` takes: a reading of a line that counts them. Error: `SRV008`.
#[uniffi::export(default(phase = None))]
pub fn draft_people(
    questionnaire: &Questionnaire,
    responses: Vec<Response>,
    line: &SurveyLine,
    phase: Option<Id>,
) -> Result<Option<Draft>, QoldauError> {
    Ok(survey::draft_people(questionnaire, &responses, phase.as_ref(), line)?)
}

/// A session of a focus group as what `record_entry` takes: an event that was held. Error: `SRV007`.
#[uniffi::export]
pub fn draft_focus_group(
    session: &FocusGroup,
    entry: Id,
    activity: Id,
    author: &str,
) -> Result<Option<Draft>, QoldauError> {
    Ok(survey::draft_focus_group(session, &entry, &activity, author)?)
}

/// How many must answer, and be asked, for a share to be known within ± `margin`, both from 0 to 1: of a population without end,
/// and of those of known size. `design_effect` is by how much whole classes or villages, drawn together, vary more than people drawn
/// one by one (1 when left out), `response_rate` the share of those asked who will answer (all when left out). Errors: `SVY001` for a
/// level that is none, `SVY003` for a share or a response rate that is not from 0 to 1, `SVY004` for a margin, a population, a design
/// effect or a response rate that is not above 0, `SVY007` for a number that does not fit.
#[uniffi::export(default(populations = [], design_effect = None, response_rate = None))]
pub fn sample_size(
    margin: Amount,
    share: Amount,
    level: Amount,
    populations: Vec<u32>,
    design_effect: Option<Amount>,
    response_rate: Option<Amount>,
) -> Result<SampleSize, QoldauError> {
    Ok(survey::sample_size(margin, share, level, &populations, design_effect, response_rate)?)
}

/// How far a share of those who answered may be off, from 0: what `sample_size` plans for, asked the other way round, for the number
/// that answered, or that can be asked at all. Of a population of known size nothing is uncertain once everybody answered. Errors:
/// `SVY001` for a level that is none, `SVY002` for more answers than people, `SVY003` for a share that is not from 0 to 1, `SVY004`
/// where nobody answered, or for a design effect that is not above 0.
#[uniffi::export(default(population = None, design_effect = None))]
pub fn sample_margin(
    answered: u32,
    share: Amount,
    level: Amount,
    population: Option<u32>,
    design_effect: Option<Amount>,
) -> Result<f64, QoldauError> {
    Ok(survey::sample_margin(answered, share, level, population, design_effect)?)
}

/// Pairs people of two phases by their self-made codes, as `compare_phases` does: spaces between the parts, case, and a letter
/// of another script that slipped in among the letters of a word are of no account. Rows are counted from 0. Error: `SVY056`
/// for more than two differences, or too many codes to compare.
#[uniffi::export(default(most_differences = 0))]
pub fn link_codes(
    first: Vec<PersonCode>,
    second: Vec<PersonCode>,
    most_differences: u32,
) -> Result<CodeLinks, QoldauError> {
    Ok(survey::link_codes(&first, &second, most_differences)?)
}

/// Any statistic of surveys: a request as JSON, `{"method": …, "input": {…}, "tables": {…}}`, gives its answer as canonical
/// JSON. Tables (CSV) stand as text under `tables`, by the names by which the input calls them. What is undefined is `null`.
/// `statistic_methods` names the methods.
#[uniffi::export]
pub fn statistic(request: &str) -> Result<String, QoldauError> {
    Ok(survey::statistic(request.as_bytes())?)
}

/// Counts a CSV table of answers of any length in one pass: every scale and rating by group and phase, subscales with their reliability, pairs by
/// code. `options` are the fields of `CountOptions` as JSON, or `null`; the totals come as canonical JSON (`docs/survey.md`). Errors: `INP001` for
/// options that are none, `SRV005`, `SRV006`, `SRV008`, `SRV010`, `SVY001`.
#[uniffi::export(default(options = "null"))]
pub fn count_answers(
    questionnaire: &Questionnaire,
    bytes: Vec<u8>,
    options: &str,
) -> Result<String, QoldauError> {
    let options: Option<CountOptions> = from_json(options.as_bytes()).map_err(of_options)?;
    let totals = survey::count_answers(questionnaire, &bytes, &options.unwrap_or_default())?;
    Ok(to_canonical_json(&totals)?)
}

/// The names of the methods of `statistic`.
#[uniffi::export]
pub fn statistic_methods() -> Result<Vec<String>, QoldauError> {
    Ok(survey::statistic_methods())
}

/// What is wrong with options says that it is these, and which field.
fn of_options(failure: Failure) -> Failure {
    let within = failure.path.as_deref().filter(|path| *path != "/").unwrap_or_default();
    Failure { path: Some(format!("/options{within}")), ..failure }
}

/// The options of a call; the product's own where there are none.
fn by(options: Option<ScoreOptions>) -> score::ScoreOptions {
    options.unwrap_or_default().into()
}

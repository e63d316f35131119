//! Surveys for hosts in other languages: a questionnaire and answers in, figures, sentences and charts out.
//!
//! A figure and its sentence are two calls over the same answers: nothing that was reckoned comes back in. A phase that is not named is
//! the last one, as of the satisfaction; of a survey without phases all answers count.

use super::said::said;
use crate::facts::{Fact, Observations, RawBody};
use crate::finding::{Finding, RuleInfo, Words};
use crate::journal::Draft;
use crate::language::Language;
use crate::report::FindingRow;
use crate::section::ReportSection;
use crate::survey::SURVEY_RULES;
use crate::survey::answers::{self, PersonCode, Response, ResponseState, Tally};
use crate::survey::chart;
use crate::survey::focus::FocusGroup;
use crate::survey::import::{self, ImportOptions, Imported};
use crate::survey::lint;
use crate::survey::observe::{self, SurveyLine};
use crate::survey::questionnaire::{Form, Questionnaire, SurveyError};
use crate::survey::score::{self, Comparison, PhaseScores, SatisfactionScore, ScoreOptions};
use crate::survey::stats::{
    self, CodeLinks, Level, SampleDesign, SampleSize, ScoringError, StatisticError, StatsError,
};
use crate::value::{Amount, Id};

pub use super::survey_count::{AnswerCounter, count_answers};
pub use super::survey_form::{CheckedAnswers, SurveyForm};
pub use crate::survey::answers::read_tally;
pub use crate::survey::focus::check_focus_group;
pub use crate::survey::import::{read_responses, write_responses};
pub use crate::survey::questionnaire::{questionnaire_digest, read_questionnaire, write_questionnaire};

/// What is wrong with a questionnaire before anybody is asked.
#[must_use]
pub fn lint_questionnaire(questionnaire: &Questionnaire) -> Vec<Finding> {
    lint::lint(questionnaire)
}

/// What two questionnaires for two phases ask otherwise, so that the phases cannot be compared.
#[must_use]
pub fn lint_phases(first: &Questionnaire, second: &Questionnaire) -> Vec<Finding> {
    lint::lint_pair(first, second)
}

/// Findings about surveys in words, in their own order.
#[must_use]
pub fn say_survey_findings(findings: &[Finding], language: Language) -> Vec<FindingRow> {
    let rules: Vec<&[&RuleInfo]> = SURVEY_RULES.to_vec();
    said(&rules, findings, language, Words::ALL)
}

/// Where every question of a form stands with the answers of one person.
#[must_use]
pub fn response_state(questionnaire: &Questionnaire, response: &Response) -> ResponseState {
    Form::of(questionnaire).state(response)
}

/// What is wrong with many records, each finding at its row, counted from 1 in the order given.
#[must_use]
pub fn check_responses(questionnaire: &Questionnaire, responses: &[Response]) -> Vec<Finding> {
    answers::check_responses(&Form::of(questionnaire), responses)
}

/// Imports answers: a CSV table, the JSON of other tools, or the product's own form, which is told by the bytes. The findings
/// are those of reading and of the answers.
///
/// # Errors
/// `SRV001` and `SRV003` to `SRV006`: what is no table, no JSON, or no list of records; `SRV008` a phase that the questionnaire
/// does not have.
pub fn import_answers(
    questionnaire: &Questionnaire,
    bytes: &[u8],
    options: &ImportOptions,
) -> Result<Imported, SurveyError> {
    options.phase.as_ref().map(|phase| known(questionnaire, phase)).transpose()?;
    import::import_answers(questionnaire, bytes, options)
}

/// What is wrong with a tally of paper questionnaires.
#[must_use]
pub fn check_tally(questionnaire: &Questionnaire, tally: &Tally) -> Vec<Finding> {
    answers::check_tally(&Form::of(questionnaire), tally)
}

/// What the answers of a phase come to.
///
/// # Errors
/// `SRV008` a phase that the questionnaire does not have, `SVY001` a level that is none.
pub fn score_phase(
    questionnaire: &Questionnaire,
    responses: &[Response],
    phase: Option<&Id>,
    options: &ScoreOptions,
) -> Result<PhaseScores, SurveyError> {
    Level::new(options.level)?;
    let phase = named_or_last(questionnaire, phase)?;
    Ok(score::score_phase(&Form::of(questionnaire), responses, phase, options))
}

/// The same as text.
///
/// # Errors
/// As [`score_phase`].
pub fn say_phase(
    questionnaire: &Questionnaire,
    responses: &[Response],
    phase: Option<&Id>,
    options: &ScoreOptions,
    language: Language,
) -> Result<String, SurveyError> {
    let scores = score_phase(questionnaire, responses, phase, options)?;
    Ok(score::say_phase(questionnaire, &scores, language))
}

/// What a tally of paper questionnaires comes to.
///
/// # Errors
/// `SRV008` a phase that the questionnaire does not have, `SVY001` a level that is none.
pub fn score_tally(
    questionnaire: &Questionnaire,
    tally: &Tally,
    options: &ScoreOptions,
) -> Result<PhaseScores, SurveyError> {
    Level::new(options.level)?;
    tally.phase.as_ref().map(|phase| known(questionnaire, phase)).transpose()?;
    Ok(score::score_tally(&Form::of(questionnaire), tally, options))
}

/// The same as text.
///
/// # Errors
/// As [`score_tally`].
pub fn say_tally(
    questionnaire: &Questionnaire,
    tally: &Tally,
    options: &ScoreOptions,
    language: Language,
) -> Result<String, SurveyError> {
    Ok(score::say_phase(questionnaire, &score_tally(questionnaire, tally, options)?, language))
}

/// Two phases held against each other. Every change is second − first.
///
/// # Errors
/// `SRV008` a phase that the questionnaire does not have, `SVY001` a level that is none.
pub fn compare_phases(
    questionnaire: &Questionnaire,
    responses: &[Response],
    first: &Id,
    second: &Id,
    options: &ScoreOptions,
) -> Result<Comparison, SurveyError> {
    Level::new(options.level)?;
    let (first, second) = (known(questionnaire, first)?, known(questionnaire, second)?);
    Ok(score::compare(&Form::of(questionnaire), responses, first, second, options))
}

/// The same as text.
///
/// # Errors
/// As [`compare_phases`].
pub fn say_comparison(
    questionnaire: &Questionnaire,
    responses: &[Response],
    first: &Id,
    second: &Id,
    options: &ScoreOptions,
    language: Language,
) -> Result<String, SurveyError> {
    let comparison = compare_phases(questionnaire, responses, first, second, options)?;
    Ok(score::say_comparison(questionnaire, &comparison, language))
}

/// Whether the promised satisfaction is met, and how surely; nothing where the questionnaire declares none.
///
/// # Errors
/// `SVY001` a level that is none.
pub fn satisfaction(
    questionnaire: &Questionnaire,
    responses: &[Response],
    options: &ScoreOptions,
) -> Result<Option<SatisfactionScore>, SurveyError> {
    Level::new(options.level)?;
    Ok(score::satisfaction(&Form::of(questionnaire), responses, options))
}

/// The same as text: what "satisfied" means, the figure, the verdict, the bounds with those who did not answer.
///
/// # Errors
/// As [`satisfaction`].
pub fn say_satisfaction(
    questionnaire: &Questionnaire,
    responses: &[Response],
    options: &ScoreOptions,
    language: Language,
) -> Result<Option<String>, SurveyError> {
    let score = satisfaction(questionnaire, responses, options)?;
    let said = |score| score::say_satisfaction_in_full(questionnaire, &score, options, language);
    Ok(score.map(said))
}

/// The satisfaction of a tally of paper questionnaires; nothing where it cannot be counted by hand.
///
/// # Errors
/// `SVY001` a level that is none.
pub fn tally_satisfaction(
    questionnaire: &Questionnaire,
    tally: &Tally,
    options: &ScoreOptions,
) -> Result<Option<SatisfactionScore>, SurveyError> {
    Level::new(options.level)?;
    Ok(score::satisfaction_of_tally(&Form::of(questionnaire), tally, options))
}

/// The same as text.
///
/// # Errors
/// As [`tally_satisfaction`].
pub fn say_tally_satisfaction(
    questionnaire: &Questionnaire,
    tally: &Tally,
    options: &ScoreOptions,
    language: Language,
) -> Result<Option<String>, SurveyError> {
    let score = tally_satisfaction(questionnaire, tally, options)?;
    let said = |score| score::say_satisfaction_in_full(questionnaire, &score, options, language);
    Ok(score.map(said))
}

/// The scale questions of a phase that share one list of steps, as diverging stacked bars (inline SVG); nothing where none of them can be
/// shown.
///
/// # Errors
/// As [`score_phase`]; `SRV009` a list that the questionnaire does not have.
pub fn stacked_bars(
    questionnaire: &Questionnaire,
    responses: &[Response],
    phase: Option<&Id>,
    list: &Id,
    options: &ScoreOptions,
    language: Language,
) -> Result<Option<String>, SurveyError> {
    let list = known_list(questionnaire, list)?;
    let scores = score_phase(questionnaire, responses, phase, options)?;
    Ok(chart::stacked_bars(questionnaire, &scores, list.as_str(), language))
}

/// The same of a tally.
///
/// # Errors
/// As [`score_tally`]; `SRV009` a list that the questionnaire does not have.
pub fn tally_bars(
    questionnaire: &Questionnaire,
    tally: &Tally,
    list: &Id,
    options: &ScoreOptions,
    language: Language,
) -> Result<Option<String>, SurveyError> {
    let list = known_list(questionnaire, list)?;
    let scores = score_tally(questionnaire, tally, options)?;
    Ok(chart::stacked_bars(questionnaire, &scores, list.as_str(), language))
}

/// The changes of the subscales between two phases, before and after on one line each (inline SVG); nothing where none can be shown.
///
/// # Errors
/// As [`compare_phases`].
pub fn dumbbells(
    questionnaire: &Questionnaire,
    responses: &[Response],
    first: &Id,
    second: &Id,
    options: &ScoreOptions,
    language: Language,
) -> Result<Option<String>, SurveyError> {
    let comparison = compare_phases(questionnaire, responses, first, second, options)?;
    Ok(chart::dumbbells(questionnaire, &comparison, language))
}

/// A survey as a section of the report, said in its language: the first phase against the last where both have answers, else the phase
/// that has; with the satisfaction where the questionnaire declares one. [`HoldOptions`](super::HoldOptions) takes it.
///
/// # Errors
/// As [`score_phase`].
pub fn survey_section(
    questionnaire: &Questionnaire,
    responses: &[Response],
    options: &ScoreOptions,
    language: Language,
) -> Result<ReportSection, SurveyError> {
    Level::new(options.level)?;
    let form = Form::of(questionnaire);
    let satisfied = score::satisfaction(&form, responses, options);
    let answered = |phase: &&Id| responses.iter().any(|response| response.phase.as_ref() == Some(*phase));
    let phases: Vec<&Id> = questionnaire.phases.iter().map(|phase| &phase.id).filter(answered).collect();
    if let [first, .., second] = phases.as_slice() {
        let comparison = score::compare(&form, responses, first, second, options);
        let satisfied = satisfied.as_ref();
        return Ok(score::section_of_comparison(questionnaire, &comparison, satisfied, options, language));
    }
    let phase = phases.first().copied().or_else(|| questionnaire.phases.last().map(|phase| &phase.id));
    let scores = score::score_phase(&form, responses, phase, options);
    let satisfied = satisfied.filter(|score| score.phase.as_ref() == phase);
    Ok(score::section_of_phase(questionnaire, &scores, satisfied.as_ref(), options, language))
}

/// The same of a tally of paper questionnaires.
///
/// # Errors
/// As [`score_tally`].
pub fn tally_section(
    questionnaire: &Questionnaire,
    tally: &Tally,
    options: &ScoreOptions,
    language: Language,
) -> Result<ReportSection, SurveyError> {
    let scores = score_tally(questionnaire, tally, options)?;
    let satisfied = tally_satisfaction(questionnaire, tally, options)?;
    Ok(score::section_of_phase(questionnaire, &scores, satisfied.as_ref(), options, language))
}

/// The satisfaction as what [`record_entry`](super::record_entry) takes: a reading of its line. In the journal it is sealed, reviewed and
/// assessed as every other fact; a later one of the same line takes its place. The reading is the project's own figure and exact, whatever
/// `smallest` hides elsewhere. Nothing where nobody counts.
///
/// # Errors
/// As [`satisfaction`].
pub fn draft_satisfaction(
    questionnaire: &Questionnaire,
    responses: &[Response],
    options: &ScoreOptions,
    line: &SurveyLine,
) -> Result<Option<Draft>, SurveyError> {
    Level::new(options.level)?;
    let score = score::exact_satisfaction(&Form::of(questionnaire), responses, options);
    score.map_or(Ok(None), |score| draft(observe::observe_satisfaction(&score, line)))
}

/// The same of a tally of paper questionnaires.
///
/// # Errors
/// As [`tally_satisfaction`].
pub fn draft_tally_satisfaction(
    questionnaire: &Questionnaire,
    tally: &Tally,
    options: &ScoreOptions,
    line: &SurveyLine,
) -> Result<Option<Draft>, SurveyError> {
    Level::new(options.level)?;
    let score = score::exact_satisfaction_of_tally(&Form::of(questionnaire), tally, options);
    score.map_or(Ok(None), |score| draft(observe::observe_satisfaction(&score, line)))
}

/// How many people answered a phase as what [`record_entry`](super::record_entry) takes: a reading of a line that counts them.
///
/// # Errors
/// As [`score_phase`].
pub fn draft_people(
    questionnaire: &Questionnaire,
    responses: &[Response],
    phase: Option<&Id>,
    line: &SurveyLine,
) -> Result<Option<Draft>, SurveyError> {
    let scores = score_phase(questionnaire, responses, phase, &ScoreOptions::default())?;
    draft(observe::observe_people(&scores, line))
}

/// A session of a focus group as what [`record_entry`](super::record_entry) takes: an event that was held.
///
/// # Errors
/// `SRV007`.
pub fn draft_focus_group(
    session: &FocusGroup,
    entry: &Id,
    activity: &Id,
    author: &str,
) -> Result<Option<Draft>, SurveyError> {
    draft(observe::observe_focus_group(session, entry, activity, author))
}

/// An observation of the survey as a draft; nothing where nothing was observed.
fn draft(observed: Observations) -> Result<Option<Draft>, SurveyError> {
    let Some(observation) = observed.all.into_iter().next() else { return Ok(None) };
    let (kind, body) = match &observation.fact {
        Fact::Reading { body } => ("reading", serde_json::to_string(body)),
        Fact::Event { body } => ("event", serde_json::to_string(body)),
        _ => return Ok(None),
    };
    Ok(Some(Draft {
        id: observation.entry,
        on: observation.on,
        author: observation.author,
        kind: kind.into(),
        body: RawBody::new(&body.map_err(|_| SurveyError::Unwritable)?),
        replaces: Vec::new(),
    }))
}

/// How many must answer, and be asked, for a share to be known within ± `margin`, both from 0 to 1: of a population without end, and of
/// those of known size. `design_effect` is by how much whole classes or villages, drawn together, vary more than people drawn one by one
/// (Kish; 1 when left out), `response_rate` the share of those asked who will answer (all when left out).
///
/// # Errors
/// `SVY001` a level that is none, `SVY003` a share or a response rate that is not from 0 to 1, `SVY004` a margin, a population, a design
/// effect or a response rate that is not above 0, `SVY007` a number that does not fit.
pub fn sample_size(
    margin: Amount,
    share: Amount,
    level: Amount,
    populations: &[u32],
    design_effect: Option<Amount>,
    response_rate: Option<Amount>,
) -> Result<SampleSize, StatsError> {
    let design = SampleDesign {
        design_effect: design_effect.unwrap_or(Amount::ONE),
        response_rate: response_rate.unwrap_or(Amount::ONE),
    };
    stats::sample_size(margin, share, Level::new(level)?, populations, design)
}

/// How far a share of those who answered may be off, from 0: what [`sample_size`] plans for, asked the other way round, for the number
/// that answered, or that can be asked at all. Of a population of known size nothing is uncertain once everybody answered.
///
/// # Errors
/// `SVY001` a level that is none, `SVY002` more answers than people, `SVY003` a share that is not from 0 to 1, `SVY004` nobody answered, or a
/// design effect that is not above 0.
pub fn sample_margin(
    answered: u32,
    share: Amount,
    level: Amount,
    population: Option<u32>,
    design_effect: Option<Amount>,
) -> Result<f64, StatsError> {
    let effect = design_effect.unwrap_or(Amount::ONE);
    stats::sample_margin(answered, share, Level::new(level)?, population, effect)
}

/// Pairs people of two phases by their self-made codes, as [`compare_phases`] does: spaces between the parts, case, and a letter of another
/// script that slipped in among the letters of a word are of no account. Rows are counted from 0.
///
/// # Errors
/// `SVY056` more than two differences, or too many codes to compare.
pub fn link_codes(
    first: &[PersonCode],
    second: &[PersonCode],
    most_differences: u32,
) -> Result<CodeLinks, ScoringError> {
    let folded = |codes: &[PersonCode]| -> Vec<String> {
        codes.iter().map(|code| answers::code_letters(code.reveal())).collect()
    };
    stats::link_codes(&folded(first), &folded(second), most_differences)
}

/// Any statistic of surveys: a request as JSON, `{"method": …, "input": {…}, "tables": {…}}`, gives its answer as canonical JSON. The
/// methods with their fields are in `tests/vectors-survey/FORMAT.md`; tables (CSV) stand as text under `tables`, by the names by which
/// the input calls them. What is undefined is `null`.
///
/// # Errors
/// [`StatisticError`].
pub fn statistic(request: &[u8]) -> Result<String, StatisticError> {
    stats::statistic(request, &|name| Err(format!("the request has no table `{name}`")))
}

/// The names of the methods of [`statistic`].
#[must_use]
pub fn statistic_methods() -> Vec<String> {
    stats::statistic_methods().map(str::to_owned).collect()
}

fn known<'q>(questionnaire: &'q Questionnaire, phase: &Id) -> Result<&'q Id, SurveyError> {
    let found = questionnaire.phase(phase.as_str()).map(|phase| &phase.id);
    found.ok_or_else(|| SurveyError::NoSuchPhase { phase: phase.clone() })
}

fn named_or_last<'q>(
    questionnaire: &'q Questionnaire,
    phase: Option<&Id>,
) -> Result<Option<&'q Id>, SurveyError> {
    match phase {
        Some(phase) => known(questionnaire, phase).map(Some),
        None => Ok(questionnaire.phases.last().map(|phase| &phase.id)),
    }
}

fn known_list<'q>(questionnaire: &'q Questionnaire, list: &Id) -> Result<&'q Id, SurveyError> {
    let found = questionnaire.list(list.as_str()).map(|list| &list.id);
    found.ok_or_else(|| SurveyError::NoSuchList { list: list.clone() })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::annex::{ReadLimits, read_annex};
    use crate::journal::Stamp;
    use crate::plan::IndicatorKind;
    use crate::whole::{HoldOptions, assess_journal, journal_header, record_entry};

    const SAMPLE: &str = include_str!("../../../examples/data/survey.json");
    const ANNEX: &[u8] = include_bytes!("../../../examples/data/qoldau-2024.kk.txt");

    fn responses(satisfied: u32, all: u32) -> Vec<Response> {
        let record = |number: u32| {
            let code = if number < satisfied { "5" } else { "2" };
            let answers = json!({
                "takes_part": { "kind": "yesNo", "yes": true },
                "satisfaction": { "kind": "option", "code": code }
            });
            let record =
                json!({ "id": number.to_string(), "phase": "after", "consent": true, "answers": answers });
            serde_json::from_value(record).unwrap()
        };
        (0..all).map(record).collect()
    }

    #[test]
    fn a_satisfaction_that_is_recorded_in_the_journal_is_assessed() {
        let plan = read_annex(ANNEX, &ReadLimits::default()).unwrap().plan;
        let lines =
            plan.tasks.iter().flat_map(|task| &task.activities).flat_map(|activity| &activity.indicators);
        let line = lines.into_iter().find(|line| line.kind == IndicatorKind::Satisfaction).unwrap();
        let of = SurveyLine {
            entry: "s1".parse().unwrap(),
            line: line.id.clone(),
            target: None,
            event: None,
            on: "2024-10-20".parse().unwrap(),
            author: "a".into(),
        };
        let questionnaire = read_questionnaire(SAMPLE.as_bytes()).unwrap();
        let options = ScoreOptions::default();
        let drafted = |satisfied, all| {
            draft_satisfaction(&questionnaire, &responses(satisfied, all), &options, &of).unwrap()
        };
        assert_eq!(drafted(0, 0), None);
        let stamp = Stamp {
            device: "d".into(),
            now: "2024-10-20T09:00:00Z".into(),
            salt: "sixteen letters or more".into(),
        };
        let entry = record_entry(&[], drafted(120, 150).unwrap(), &stamp).unwrap();
        let journal = format!("{}\n{}\n", journal_header(Some(&plan.id)), entry.line);
        let day = "2024-10-31".parse().unwrap();
        let held = assess_journal(&plan, journal.as_bytes(), day, HoldOptions::default()).unwrap();
        let said = serde_json::to_string(&held.assessment).unwrap();
        assert!(said.contains(r#""numerator":"120""#) && said.contains(r#""denominator":"150""#), "{said}");
    }

    #[test]
    fn a_phase_or_level_that_is_none_is_refused() {
        let questionnaire = read_questionnaire(SAMPLE.as_bytes()).unwrap();
        let options = ScoreOptions::default();
        let never = "never".parse().unwrap();
        let refused = score_phase(&questionnaire, &[], Some(&never), &options).unwrap_err();
        assert_eq!(refused.code(), "SRV008");
        let sure = ScoreOptions { level: Amount::ONE, ..options };
        assert_eq!(satisfaction(&questionnaire, &[], &sure).unwrap_err().code(), "SVY001");
        let last = score_phase(&questionnaire, &responses(1, 2), None, &options).unwrap();
        assert_eq!((last.phase.unwrap().as_str(), last.people), ("after", 2));
    }
}

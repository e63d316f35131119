//! The calls about surveys.

use qoldau_core::finding::Finding;
use qoldau_core::survey::answers::{PersonCode, Response, Tally};
use qoldau_core::survey::questionnaire::{Questionnaire, SurveyError};
use qoldau_core::survey::score::ScoreOptions;
use qoldau_core::survey::stats::{ScoringError, StatisticError, StatsError};
use qoldau_core::value::{Amount, Id};
use qoldau_core::whole::survey;
use serde_json::Value;

use super::calls::{Arguments, Fault, coded, out};

coded!(SurveyError, StatsError, ScoringError, StatisticError);

/// Carries a call out; nothing where there is no such call here.
pub(super) fn call(name: &str, given: &Arguments<'_>) -> Option<Result<Value, Fault>> {
    let carried_out = match name {
        "readQuestionnaire"
        | "writeQuestionnaire"
        | "questionnaireDigest"
        | "lintQuestionnaire"
        | "lintPhases"
        | "saySurveyFindings" => of_questionnaire(name, given),
        "responseState" | "checkResponses" | "readResponses" | "writeResponses" | "importAnswers"
        | "countAnswers" | "readTally" | "checkTally" | "checkFocusGroup" => of_answers(name, given),
        "scorePhase" | "sayPhase" | "comparePhases" | "sayComparison" | "satisfaction"
        | "saySatisfaction" | "stackedBars" | "dumbbells" | "surveySection" => score(name, given),
        "scoreTally"
        | "sayTally"
        | "tallySatisfaction"
        | "sayTallySatisfaction"
        | "tallyBars"
        | "tallySection" => score_tally(name, given),
        "draftSatisfaction" | "draftTallySatisfaction" | "draftPeople" | "draftFocusGroup" => {
            draft(name, given)
        }
        "sampleSize" | "sampleMargin" | "linkCodes" | "statistic" | "statisticMethods" => {
            statistic(name, given)
        }
        _ => return None,
    };
    Some(carried_out)
}

fn of_questionnaire(name: &str, given: &Arguments<'_>) -> Result<Value, Fault> {
    let questionnaire = || given.get::<Questionnaire>("questionnaire");
    match name {
        "readQuestionnaire" => out(survey::read_questionnaire(&given.bytes("bytes")?)?),
        "writeQuestionnaire" => out(survey::write_questionnaire(&questionnaire()?)?),
        "questionnaireDigest" => out(survey::questionnaire_digest(&questionnaire()?)?),
        "lintQuestionnaire" => out(survey::lint_questionnaire(&questionnaire()?)),
        "lintPhases" => out(survey::lint_phases(&given.get("first")?, &given.get("second")?)),
        _ => {
            let findings: Vec<Finding> = given.get("findings")?;
            out(survey::say_survey_findings(&findings, given.get("language")?))
        }
    }
}

fn of_answers(name: &str, given: &Arguments<'_>) -> Result<Value, Fault> {
    let questionnaire = || given.get::<Questionnaire>("questionnaire");
    let responses = || given.get::<Vec<Response>>("responses");
    match name {
        "responseState" => out(survey::response_state(&questionnaire()?, &given.get("response")?)),
        "checkResponses" => out(survey::check_responses(&questionnaire()?, &responses()?)),
        "readResponses" => out(survey::read_responses(&given.bytes("bytes")?)?),
        "writeResponses" => out(survey::write_responses(&responses()?)?),
        "importAnswers" => {
            let (questionnaire, bytes) = (questionnaire()?, given.bytes("bytes")?);
            out(survey::import_answers(&questionnaire, &bytes, &given.or_default("options")?)?)
        }
        "countAnswers" => {
            let (questionnaire, bytes) = (questionnaire()?, given.bytes("bytes")?);
            out(survey::count_answers(&questionnaire, &bytes, &given.or_default("options")?)?)
        }
        "readTally" => out(survey::read_tally(&given.bytes("bytes")?)?),
        "checkTally" => out(survey::check_tally(&questionnaire()?, &given.get("tally")?)),
        _ => out(survey::check_focus_group(&given.get("session")?)),
    }
}

fn score(name: &str, given: &Arguments<'_>) -> Result<Value, Fault> {
    let questionnaire: Questionnaire = given.get("questionnaire")?;
    let responses: Vec<Response> = given.get("responses")?;
    let options: ScoreOptions = given.or_default("options")?;
    let language = || given.get("language");
    let phase = || given.get::<Option<Id>>("phase");
    let two = || Ok::<(Id, Id), Fault>((given.get("first")?, given.get("second")?));
    match name {
        "scorePhase" => out(survey::score_phase(&questionnaire, &responses, phase()?.as_ref(), &options)?),
        "sayPhase" => {
            out(survey::say_phase(&questionnaire, &responses, phase()?.as_ref(), &options, language()?)?)
        }
        "comparePhases" => {
            let (first, second) = two()?;
            out(survey::compare_phases(&questionnaire, &responses, &first, &second, &options)?)
        }
        "sayComparison" => {
            let (first, second) = two()?;
            let language = language()?;
            out(survey::say_comparison(&questionnaire, &responses, &first, &second, &options, language)?)
        }
        "satisfaction" => out(survey::satisfaction(&questionnaire, &responses, &options)?),
        "saySatisfaction" => {
            out(survey::say_satisfaction(&questionnaire, &responses, &options, language()?)?)
        }
        "stackedBars" => {
            let (phase, list): (_, Id) = (phase()?, given.get("list")?);
            let language = language()?;
            out(survey::stacked_bars(&questionnaire, &responses, phase.as_ref(), &list, &options, language)?)
        }
        "surveySection" => out(survey::survey_section(&questionnaire, &responses, &options, language()?)?),
        _ => {
            let (first, second) = two()?;
            let language = language()?;
            out(survey::dumbbells(&questionnaire, &responses, &first, &second, &options, language)?)
        }
    }
}

fn score_tally(name: &str, given: &Arguments<'_>) -> Result<Value, Fault> {
    let (questionnaire, tally): (Questionnaire, Tally) = (given.get("questionnaire")?, given.get("tally")?);
    let options: ScoreOptions = given.or_default("options")?;
    let language = || given.get("language");
    match name {
        "scoreTally" => out(survey::score_tally(&questionnaire, &tally, &options)?),
        "sayTally" => out(survey::say_tally(&questionnaire, &tally, &options, language()?)?),
        "tallySatisfaction" => out(survey::tally_satisfaction(&questionnaire, &tally, &options)?),
        "sayTallySatisfaction" => {
            out(survey::say_tally_satisfaction(&questionnaire, &tally, &options, language()?)?)
        }
        "tallySection" => out(survey::tally_section(&questionnaire, &tally, &options, language()?)?),
        _ => {
            let list: Id = given.get("list")?;
            out(survey::tally_bars(&questionnaire, &tally, &list, &options, language()?)?)
        }
    }
}

fn draft(name: &str, given: &Arguments<'_>) -> Result<Value, Fault> {
    if name == "draftFocusGroup" {
        let (entry, activity): (Id, Id) = (given.get("entry")?, given.get("activity")?);
        let author: String = given.get("author")?;
        return out(survey::draft_focus_group(&given.get("session")?, &entry, &activity, &author)?);
    }
    let (questionnaire, line): (Questionnaire, _) = (given.get("questionnaire")?, given.get("line")?);
    let options: ScoreOptions = given.or_default("options")?;
    match name {
        "draftTallySatisfaction" => {
            out(survey::draft_tally_satisfaction(&questionnaire, &given.get("tally")?, &options, &line)?)
        }
        "draftSatisfaction" => {
            let responses: Vec<Response> = given.get("responses")?;
            out(survey::draft_satisfaction(&questionnaire, &responses, &options, &line)?)
        }
        _ => {
            let (responses, phase): (Vec<Response>, Option<Id>) =
                (given.get("responses")?, given.get("phase")?);
            out(survey::draft_people(&questionnaire, &responses, phase.as_ref(), &line)?)
        }
    }
}

fn statistic(name: &str, given: &Arguments<'_>) -> Result<Value, Fault> {
    match name {
        "sampleSize" => {
            let (margin, share): (Amount, Amount) = (given.get("margin")?, given.get("share")?);
            let populations: Vec<u32> = given.or_default("populations")?;
            let (effect, answering) = (given.or_default("designEffect")?, given.or_default("responseRate")?);
            out(survey::sample_size(margin, share, given.get("level")?, &populations, effect, answering)?)
        }
        "sampleMargin" => {
            let (answered, share): (u32, Amount) = (given.get("answered")?, given.get("share")?);
            let (population, effect) = (given.or_default("population")?, given.or_default("designEffect")?);
            out(survey::sample_margin(answered, share, given.get("level")?, population, effect)?)
        }
        "linkCodes" => {
            let (first, second): (Vec<PersonCode>, Vec<PersonCode>) =
                (given.get("first")?, given.get("second")?);
            out(survey::link_codes(&first, &second, given.or_default("mostDifferences")?)?)
        }
        // Elsewhere than in JavaScript the request and the answer cross as JSON text.
        "statistic" => {
            let request: Value = given.get("request")?;
            let answer = survey::statistic(request.to_string().as_bytes())?;
            serde_json::from_str(&answer).map_err(|_| super::calls::not_of_the_type())
        }
        _ => out(survey::statistic_methods()),
    }
}

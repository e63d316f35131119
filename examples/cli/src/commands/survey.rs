//! `qoldau survey lint`, `score`, `compare`.

use std::fs;
use std::io;
use std::path::Path;

use qoldau_core::finding::Finding;
use qoldau_core::language::Language;
use qoldau_core::survey::answers::{Response, check_tally, read_tally};
use qoldau_core::survey::chart::{dumbbells, stacked_bars};
use qoldau_core::survey::import::{ImportOptions, Imported, import_answers};
use qoldau_core::survey::lint::{lint, lint_pair};
use qoldau_core::survey::questionnaire::{AnswerKind, Form, Phase, Questionnaire, read_questionnaire};
use qoldau_core::survey::score::{
    Comparison, ScoreOptions, compare, satisfaction, satisfaction_of_tally, say_comparison, say_phase,
    say_satisfaction_in_full, score_phase, score_tally, section_of_comparison, section_of_phase,
};
use qoldau_core::value::Id;
use serde::Deserialize;
use serde_json::json;

use super::{Outcome, vector};
use crate::args::{Scoring, SurveyCommand};
use crate::trouble::Trouble;
use crate::{input, output, show};

/// The largest file of a survey that is read.
const LARGEST: u64 = 1 << 30;

/// Carries out a command about a survey.
pub(super) fn run(command: SurveyCommand, language: Language) -> Result<Outcome, Trouble> {
    match command {
        SurveyCommand::Lint { questionnaire, second, json } => {
            lint_files(&questionnaire, second.as_deref(), json, language)
        }
        SurveyCommand::Score { questionnaire, answers, phase, how } => {
            score_file(&questionnaire, &answers, phase.as_deref(), &how, language)
        }
        SurveyCommand::Compare { questionnaire, first, second, charts, how } => {
            let files = [first.as_path(), second.as_path()];
            compare_files(&questionnaire, files, charts.as_deref(), &how, language)
        }
        SurveyCommand::Vector { batch } => vector::run(batch),
    }
}

fn read(file: &Path) -> Result<Questionnaire, Trouble> {
    read_questionnaire(&input::bytes(file, LARGEST)?).map_err(|error| Trouble::survey(file, &error))
}

/// Findings are the answer of lint and go to standard output.
fn lint_files(
    file: &Path,
    second: Option<&Path>,
    json: bool,
    language: Language,
) -> Result<Outcome, Trouble> {
    input::one_stdin([file].into_iter().chain(second))?;
    let first = read(file)?;
    let mut findings = lint(&first);
    if let Some(second) = second.map(read).transpose()? {
        findings.extend(lint_pair(&first, &second));
    }
    if json {
        output::print(&output::json(&findings)?)?;
    } else {
        output::print(&show::survey_findings(&findings, language, show::coloured(&io::stdout())))?;
    }
    Ok(Outcome::of(&findings))
}

/// The answers of a file with what is wrong with them.
fn answers(
    questionnaire: &Questionnaire,
    file: &Path,
    bytes: &[u8],
    phase: Option<&Id>,
    how: &Scoring,
) -> Result<(Vec<Response>, Vec<Finding>), Trouble> {
    let options = ImportOptions { phase: phase.cloned(), consented: how.consented };
    let Imported { responses, findings, .. } =
        import_answers(questionnaire, bytes, &options).map_err(|error| Trouble::survey(file, &error))?;
    Ok((responses, findings))
}

/// Whether a file is a tally of paper questionnaires, by the name of its form.
fn is_tally(bytes: &[u8]) -> bool {
    #[derive(Deserialize)]
    struct Named {
        format: String,
    }
    serde_json::from_slice::<Named>(bytes).is_ok_and(|named| named.format.starts_with("qoldau-tally/"))
}

fn complain(findings: &[Finding], language: Language) {
    output::complain(&show::survey_findings(findings, language, show::coloured(&io::stderr())));
}

fn score_file(
    file: &Path,
    answers_file: &Path,
    phase: Option<&str>,
    how: &Scoring,
    language: Language,
) -> Result<Outcome, Trouble> {
    input::one_stdin([file, answers_file])?;
    let questionnaire = read(file)?;
    let known = |name: &str| questionnaire.phase(name).map(|phase| phase.id.clone());
    let phase = match phase {
        Some(name) => Some(known(name).ok_or_else(|| Trouble::no_phase(name))?),
        None => questionnaire.phases.last().map(|phase| phase.id.clone()),
    };
    let bytes = input::bytes(answers_file, LARGEST)?;
    let form = Form::of(&questionnaire);
    let options = ScoreOptions { smallest: how.smallest, ..ScoreOptions::default() };
    let (scores, satisfied, findings) = if is_tally(&bytes) {
        let tally = read_tally(&bytes).map_err(|error| Trouble::survey(answers_file, &error))?;
        let satisfied = satisfaction_of_tally(&form, &tally, &options);
        (score_tally(&form, &tally, &options), satisfied, check_tally(&form, &tally))
    } else {
        let (responses, findings) = answers(&questionnaire, answers_file, &bytes, phase.as_ref(), how)?;
        let satisfied = satisfaction(&form, &responses, &options).filter(|score| score.phase == phase);
        (score_phase(&form, &responses, phase.as_ref(), &options), satisfied, findings)
    };
    complain(&findings, language);
    if how.section {
        let section = section_of_phase(&questionnaire, &scores, satisfied.as_ref(), &options, language);
        output::print(&output::json(&section)?)?;
    } else if how.json {
        output::print(&output::json(&json!({ "scores": scores, "satisfaction": satisfied }))?)?;
    } else {
        let mut text = say_phase(&questionnaire, &scores, language);
        if let Some(score) = &satisfied {
            text.push('\n');
            text.push_str(&say_satisfaction_in_full(&questionnaire, score, &options, language));
        }
        output::print(&text)?;
    }
    Ok(Outcome::of(&findings))
}

fn compare_files(
    file: &Path,
    files: [&Path; 2],
    charts: Option<&Path>,
    how: &Scoring,
    language: Language,
) -> Result<Outcome, Trouble> {
    input::one_stdin([file].into_iter().chain(files))?;
    let questionnaire = read(file)?;
    let [Phase { id: first, .. }, .., Phase { id: second, .. }] = questionnaire.phases.as_slice() else {
        return Err(Trouble::no_phases(file));
    };
    let mut responses = Vec::new();
    let mut findings = Vec::new();
    for (file, phase) in files.into_iter().zip([first, second]) {
        let bytes = input::bytes(file, LARGEST)?;
        let (of_file, said) = answers(&questionnaire, file, &bytes, Some(phase), how)?;
        complain(&said, language);
        responses.extend(of_file);
        findings.extend(said);
    }
    let form = Form::of(&questionnaire);
    let options = ScoreOptions { smallest: how.smallest, ..ScoreOptions::default() };
    let comparison = compare(&form, &responses, first, second, &options);
    let satisfied = satisfaction(&form, &responses, &options);
    if let Some(folder) = charts {
        draw(&questionnaire, &comparison, folder, language)?;
    }
    if how.section {
        let section =
            section_of_comparison(&questionnaire, &comparison, satisfied.as_ref(), &options, language);
        output::print(&output::json(&section)?)?;
    } else if how.json {
        output::print(&output::json(&json!({ "comparison": comparison, "satisfaction": satisfied }))?)?;
    } else {
        let mut text = say_comparison(&questionnaire, &comparison, language);
        if let Some(score) = &satisfied {
            text.push('\n');
            text.push_str(&say_satisfaction_in_full(&questionnaire, score, &options, language));
        }
        output::print(&text)?;
    }
    Ok(Outcome::of(&findings))
}

/// The charts of a comparison as files: a bar chart for every list of steps and phase, and the changes.
fn draw(
    survey: &Questionnaire,
    comparison: &Comparison,
    folder: &Path,
    language: Language,
) -> Result<(), Trouble> {
    fs::create_dir_all(folder).map_err(|error| Trouble::writing(folder, &error))?;
    let mut charts: Vec<(String, Option<String>)> =
        vec![("changes.svg".into(), dumbbells(survey, comparison, language))];
    let steps = survey.lists.iter().filter(|list| {
        survey
            .questions
            .iter()
            .any(|question| matches!(&question.answer, AnswerKind::Scale { list: of, .. } if *of == list.id))
    });
    for list in steps {
        for (number, scores) in (1_u32..).zip([&comparison.first, &comparison.second]) {
            let name = list.id.as_str().replace(|c: char| !c.is_alphanumeric(), "-");
            charts.push((
                format!("{name}-{number}.svg"),
                stacked_bars(survey, scores, list.id.as_str(), language),
            ));
        }
    }
    for (name, chart) in charts {
        if let Some(chart) = chart {
            output::to_file(&(chart + "\n"), &folder.join(name))?;
        }
    }
    Ok(())
}

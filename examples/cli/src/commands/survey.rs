//! `qoldau survey lint`, `score`, `count`, `compare`.

use std::fs;
use std::io::{self, Read};
use std::num::NonZeroU32;
use std::path::Path;

use qoldau_core::finding::{Finding, Param, fill};
use qoldau_core::language::{Language, Saying};
use qoldau_core::survey::answers::{Response, check_tally, read_tally};
use qoldau_core::survey::chart::{dumbbells, stacked_bars};
use qoldau_core::survey::count::{
    CountOptions, CountPlan, Counter, Totals, count_in_parallel, totals, totals_in_parallel,
};
use qoldau_core::survey::focus::{check_focus_group, read_focus_groups};
use qoldau_core::survey::import::{ImportOptions, Imported, import_answers};
use qoldau_core::survey::lint::{lint, lint_pair};
use qoldau_core::survey::questionnaire::{
    AnswerKind, Form, Phase, Questionnaire, SurveyError, read_questionnaire,
};
use qoldau_core::survey::score::{
    Comparison, ScoreOptions, compare, satisfaction, satisfaction_of_tally, say_comparison, say_phase,
    say_satisfaction_in_full, score_phase, score_tally, section_of_comparison, section_of_phase,
};
use qoldau_core::table::Header;
use qoldau_core::value::{Amount, Id};
use qoldau_core::whole::survey::{sample_margin, sample_size};
use serde::Deserialize;
use serde_json::json;

use super::{Outcome, vector};
use crate::args::{AskedSample, Counting, Scoring, SurveyCommand};
use crate::trouble::Trouble;
use crate::{input, output, show, speech};

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
        SurveyCommand::Count { questionnaire, answers, how } => {
            count_file(&questionnaire, &answers, &how, language)
        }
        SurveyCommand::Compare { questionnaire, first, second, charts, differences, how } => {
            let files = [first.as_path(), second.as_path()];
            compare_files(&questionnaire, files, charts.as_deref(), differences, &how, language)
        }
        SurveyCommand::Sample { asked, json } => sample(&asked, json, language),
        SurveyCommand::Focus { sessions, json } => focus_groups(&sessions, json, language),
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

/// How many must answer, and be asked: of a population without end, and of those of known size. Or, the other way round, the margin that so
/// many answers give.
fn sample(asked: &AskedSample, json: bool, language: Language) -> Result<Outcome, Trouble> {
    let text = match asked.answered {
        Some(answered) => sample_margin_of(asked, answered, json, language)?,
        None => sample_size_of(asked, json, language)?,
    };
    output::print(&text)?;
    Ok(Outcome::of(&[]))
}

fn sample_size_of(asked: &AskedSample, json: bool, language: Language) -> Result<String, Trouble> {
    let (populations, effect) = (&asked.populations, asked.design_effect);
    let sizes = sample_size(asked.margin, asked.share, asked.level, populations, effect, asked.response_rate)
        .map_err(|error| Trouble::sample(&error))?;
    if json {
        return output::json(&sizes);
    }
    let mut text = heading(speech::SAMPLE, asked, asked.margin, language);
    // The number that does not fit is one that nobody can ask.
    let number = |of: Option<u32>| of.map_or_else(|| "> 4294967295".to_owned(), |of| of.to_string());
    let params = [Param::number("count", &number(sizes.n)), Param::number("invited", &number(sizes.invited))];
    let of_all =
        if asked.response_rate.is_some() { speech::SAMPLE_OF_ALL_ASKING } else { speech::SAMPLE_OF_ALL };
    text.push_str(&line(of_all, &params, language));
    for of in &sizes.by_population {
        let params = [
            Param::amount("population", of.population.into()),
            Param::amount("count", of.n.into()),
            Param::amount("invited", of.invited.unwrap_or_default().into()),
        ];
        let saying = match (asked.response_rate, of.invited) {
            (None, _) => speech::SAMPLE_OF,
            (Some(_), Some(_)) => speech::SAMPLE_OF_ASKING,
            (Some(_), None) => speech::SAMPLE_OF_TOO_FEW,
        };
        text.push_str(&line(saying, &params, language));
    }
    Ok(text)
}

fn sample_margin_of(
    asked: &AskedSample,
    answered: u32,
    json: bool,
    language: Language,
) -> Result<String, Trouble> {
    let of = |population| {
        sample_margin(answered, asked.share, asked.level, population, asked.design_effect)
            .map_err(|error| Trouble::sample(&error))
    };
    let endless = of(None)?;
    let margins = asked
        .populations
        .iter()
        .map(|one| Ok((*one, of(Some(*one))?)))
        .collect::<Result<Vec<_>, Trouble>>()?;
    if json {
        let by_population: Vec<_> =
            margins.iter().map(|(one, margin)| json!({"population": one, "margin": margin})).collect();
        return output::json(&json!({"margin": endless, "byPopulation": by_population}));
    }
    // Rounded up to a tenth of a point, so that no margin is said to be better than it is.
    let points = |margin: f64| {
        format!("{:.1}", (margin * 1000.0 - 1e-9).ceil().abs() / 10.0).parse::<Amount>().unwrap_or_default()
    };
    let mut text = heading(speech::MARGIN, asked, answered.into(), language);
    text.push_str(&line(speech::MARGIN_OF_ALL, &[Param::amount("margin", points(endless))], language));
    for (population, margin) in margins {
        let params =
            [Param::amount("population", population.into()), Param::amount("margin", points(margin))];
        text.push_str(&line(speech::MARGIN_OF, &params, language));
    }
    Ok(text)
}

/// What was asked about a sample; `of` is the margin, or the number of answers.
fn heading(saying: Saying, asked: &AskedSample, of: Amount, language: Language) -> String {
    let percent = |of: Amount| of.checked_mul(Amount::from(100_u32)).unwrap_or(of);
    let params = [
        Param::amount("margin", percent(of)),
        Param::amount("answered", of),
        Param::percent("share", percent(asked.share)),
        Param::percent("level", percent(asked.level)),
    ];
    line(saying, &params, language)
}

fn line(saying: Saying, params: &[Param], language: Language) -> String {
    format!("{}\n", fill(saying.get(language), params, language))
}

/// What sessions of focus groups lack goes to standard output, as what is wrong with a questionnaire does.
fn focus_groups(file: &Path, json: bool, language: Language) -> Result<Outcome, Trouble> {
    let sessions =
        read_focus_groups(&input::bytes(file, LARGEST)?).map_err(|error| Trouble::survey(file, &error))?;
    let findings: Vec<Finding> = sessions.iter().flat_map(check_focus_group).collect();
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
    let options =
        ImportOptions { phase: phase.cloned(), consented: how.consented, columns: how.columns.clone() };
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

/// Figures go to standard output as JSON, what is wrong with rows to standard error.
fn count_file(file: &Path, answers: &Path, how: &Counting, language: Language) -> Result<Outcome, Trouble> {
    input::one_stdin([file, answers])?;
    let questionnaire = read(file)?;
    let phase = how.phase.as_deref().map(|name| {
        let known = questionnaire.phase(name).map(|phase| phase.id.clone());
        known.ok_or_else(|| Trouble::no_phase(name))
    });
    let options = CountOptions {
        group: how.by.clone(),
        code: how.code.clone(),
        phase: phase.transpose()?,
        consented: how.consented,
        follow: how.follow.clone(),
        smallest: how.smallest,
        ..CountOptions::default()
    };
    let form = Form::of(&questionnaire);
    let counted = if how.threads == NonZeroU32::MIN {
        count_in_pieces(&form, answers, &options)?
    } else {
        count_at_once(&form, answers, &options, how.threads)?
    };
    complain(&counted.findings, language);
    output::print(&output::json(&counted)?)?;
    Ok(Outcome::of(&counted.findings))
}

/// How much of a table is read at a time: as much as the nearer memory of a processor holds.
const PIECE: usize = 1 << 18;

/// Counts a table piece by piece, so that the memory it takes does not depend on its length.
fn count_in_pieces(form: &Form<'_>, answers: &Path, options: &CountOptions) -> Result<Totals, Trouble> {
    let told = |error: SurveyError| Trouble::survey(answers, &error);
    let mut table = input::open(answers)?;
    let mut piece = vec![0; PIECE];
    let mut next = |piece: &mut [u8]| table.read(piece).map_err(|error| Trouble::reading(answers, &error));
    let mut first = Vec::new();
    let header = loop {
        let read = next(&mut piece)?;
        first.extend_from_slice(piece.get(..read).unwrap_or_default());
        let header = Header::read(&first, read == 0).map_err(|error| told(error.into()))?;
        if let Some(header) = header {
            break header;
        }
    };
    let plan = CountPlan::new(form, &header, options).map_err(told)?;
    let mut counter = Counter::new(&plan);
    counter.push(first.get(header.length..).unwrap_or_default()).map_err(told)?;
    drop(first);
    loop {
        let read = next(&mut piece)?;
        if read == 0 {
            break;
        }
        counter.push(piece.get(..read).unwrap_or_default()).map_err(told)?;
    }
    Ok(totals(&plan, &counter.finish().map_err(told)?))
}

/// Counts a table on several threads.
fn count_at_once(
    form: &Form<'_>,
    answers: &Path,
    options: &CountOptions,
    threads: NonZeroU32,
) -> Result<Totals, Trouble> {
    let told = |error: SurveyError| Trouble::survey(answers, &error);
    let bytes = input::bytes(answers, LARGEST)?;
    let header = Header::of(&bytes).map_err(|error| told(error.into()))?;
    let plan = CountPlan::new(form, &header, options).map_err(told)?;
    let rows = bytes.get(header.length..).unwrap_or_default();
    let counts = count_in_parallel(&plan, rows, threads).map_err(told)?;
    Ok(totals_in_parallel(&plan, &counts, threads))
}

fn compare_files(
    file: &Path,
    files: [&Path; 2],
    charts: Option<&Path>,
    differences: u32,
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
    let options =
        ScoreOptions { smallest: how.smallest, most_differences: differences, ..ScoreOptions::default() };
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

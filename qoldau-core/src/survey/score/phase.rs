//! The scores of one phase.

use serde::Serialize;

use super::ScoreOptions;
use super::beside::{Marked, percent_of_range};
use super::cases::{Cases, Person, Units, count, ends, steps};
use super::hide::{gives_away, hidden, is_few, is_part_of_few};
use super::satisfaction::promised_boxes;
use crate::survey::answers::{Answer, QuestionTally, Response, Standing, Tally};
use crate::survey::expression::Rational;
use crate::survey::questionnaire::{AnswerKind, Asked, Form, MissingReason, Subscale};
use crate::survey::stats::{
    Descriptives, Interval, Level, NetPromoterScore, descriptives, finite_proportion, net_promoter_score,
    proportion_intervals,
};
use crate::value::{Amount, Id, Share};

/// The scores of one phase.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct PhaseScores {
    /// The phase; nothing for a survey without phases.
    pub phase: Option<Id>,
    /// Whom it asked.
    pub population: Option<Id>,
    /// How many people agreed to take part and answered anything. Who answered nothing is among those every question was put
    /// to, and not among these.
    pub people: u32,
    /// Records without consent, which are used for nothing.
    pub without_consent: u32,
    /// People who answered of those invited; nothing for an open link, which has no response rate.
    pub response_rate: Option<Share>,
    /// The questions, in the order of the form. Of those without steps and options it is told how many answered.
    pub questions: Vec<QuestionScores>,
    /// The subscales.
    pub subscales: Vec<SubscaleScores>,
}

/// The scores of one question. Where `hidden`, fewer people answered than may be shown.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct QuestionScores {
    /// The question.
    pub question: Id,
    /// People who were asked; nothing where it is hidden.
    pub asked: Option<u32>,
    /// People who were not. Where they are few, somebody's answer to another question follows from them: it is hidden then, and as
    /// many of the kinds below that it does not follow from the rest. So are few who said that they do not know, or the like.
    pub not_asked: Option<u32>,
    /// People whose answer is scored.
    pub answered: u32,
    /// People who left it empty.
    pub no_answer: Option<u32>,
    /// "Don't know".
    pub dont_know: Option<u32>,
    /// Refused.
    pub refused: Option<u32>,
    /// "Does not apply to me".
    pub not_applicable: Option<u32>,
    /// Answers that are none of those possible, or that could not be read.
    pub invalid: Option<u32>,
    /// Answers whose constraint could not be evaluated.
    pub unchecked: Option<u32>,
    /// Whether its figures are hidden because too few answered.
    pub hidden: bool,
    /// How many marked each step or option; of several marks each counts its people.
    pub steps: Vec<StepCount>,
    /// Mean of the steps after reversing. Where a step is hidden it has one decimal, and is not there where it would tell the step still.
    pub mean: Option<f64>,
    /// Standard deviation (n − 1) of the same; nothing where a step is hidden.
    pub sd: Option<f64>,
    /// People on the top steps; nothing where they, or the others who answered, are too few to be shown.
    pub top: Option<TopBoxes>,
    /// The net promoter score, of a rating from 0 to 10; nothing where promoters, passives or detractors are too few to be shown.
    pub net_promoter_score: Option<NetPromoterScore>,
}

/// How many people marked one step or option.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct StepCount {
    /// Its code, or the number of a rating; `true` and `false` of yes and no.
    pub code: String,
    /// How many; nothing where it is hidden.
    pub count: Option<u32>,
}

/// People on the top steps of a question, after reversing.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct TopBoxes {
    /// How many steps from the top.
    pub boxes: u32,
    /// How many people, of all who answered.
    pub share: Share,
    /// Wilson's interval of the share, 0 to 1; where everybody of a population of known size was asked, in the size of sample
    /// that would tell as much of an endless one (Cochran 1977).
    pub interval: Option<Interval>,
}

/// The scores on one subscale, as percents of the possible (POMP). Where `hidden`, fewer people are scored than may be shown.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct SubscaleScores {
    /// The subscale.
    pub subscale: Id,
    /// People with a score.
    pub scored: u32,
    /// People who were asked, one item at least, and gave too few answers for one.
    pub unscored: u32,
    /// Whether its figures are hidden.
    pub hidden: bool,
    /// Mean of the scores, 0 to 100.
    pub mean: Option<f64>,
    /// Their standard deviation (n − 1).
    pub sd: Option<f64>,
}

/// Scores a phase; `None` for a survey without phases.
#[must_use]
pub fn score_phase(
    form: &Form<'_>,
    responses: &[Response],
    phase: Option<&Id>,
    options: &ScoreOptions,
) -> PhaseScores {
    of_cases(form, &Cases::of(form, responses, phase), phase, options)
}

pub(super) fn of_cases(
    form: &Form<'_>,
    cases: &Cases<'_>,
    phase: Option<&Id>,
    options: &ScoreOptions,
) -> PhaseScores {
    let of = phase.and_then(|phase| form.questionnaire.phase(phase.as_str()));
    let people = cases.people.iter().filter(|person| person.says_something(form)).count();
    let people = u32::try_from(people).unwrap_or(u32::MAX);
    let questions = form.asked.iter().enumerate().filter(|(_, asked)| asked.question.is_asked_in(phase));
    let counted = questions.filter(|(_, asked)| !matches!(asked.question.answer, AnswerKind::Note {}));
    let of_all = population_of(form, phase, people);
    let questions: Vec<QuestionScores> = counted
        .map(|(place, asked)| {
            let promised = promised_boxes(form, asked, phase);
            question(place, asked, &cases.people, options, of_all, promised)
        })
        .collect();
    PhaseScores {
        phase: phase.cloned(),
        population: of.and_then(|phase| phase.population.clone()),
        people,
        without_consent: cases.without_consent,
        response_rate: of
            .and_then(|phase| phase.invited)
            .map(|invited| Share { numerator: people.into(), denominator: invited.into() }),
        subscales: form
            .questionnaire
            .subscales
            .iter()
            .map(|of| subscale(form, of, &cases.people, options).beside(form, of, &questions))
            .collect(),
        questions,
    }
}

/// How many people a phase is about, where that is known and no fewer than answered.
pub(super) fn population_of(form: &Form<'_>, phase: Option<&Id>, people: u32) -> Option<u32> {
    let population = form.questionnaire.phase(phase?.as_str())?.population.as_ref()?;
    let of = form.questionnaire.populations.iter().find(|of| of.id == *population)?;
    of.size.filter(|size| *size >= people)
}

fn size<T>(of: &[T]) -> u32 {
    u32::try_from(of.len()).unwrap_or(u32::MAX)
}

/// The codes of a question's options.
fn options_of(asked: &Asked<'_>) -> Vec<String> {
    match &asked.question.answer {
        AnswerKind::Single { .. } | AnswerKind::Multiple { .. } => {
            let options = asked.list.into_iter().flat_map(|list| &list.options);
            options.filter(|option| option.missing.is_none()).map(|option| option.code.to_string()).collect()
        }
        AnswerKind::YesNo {} => vec!["true".into(), "false".into()],
        _ => Vec::new(),
    }
}

fn question(
    place: usize,
    asked: &Asked<'_>,
    people: &[Person<'_>],
    options: &ScoreOptions,
    of_all: Option<u32>,
    promised: Option<u32>,
) -> QuestionScores {
    let stand = |wanted: &dyn Fn(Standing) -> bool| {
        let standings = people.iter().filter_map(|person| person.standings.get(place));
        u32::try_from(standings.filter(|standing| wanted(**standing)).count()).unwrap_or(u32::MAX)
    };
    let missing = |reason| stand(&|standing| standing == Standing::Missing { reason });
    let answered = stand(&|standing| standing == Standing::Answered {});
    let silent = Silent {
        not_asked: stand(&|standing| standing == Standing::NotAsked {}),
        no_answer: stand(&|standing| standing == Standing::NoAnswer {}),
        dont_know: missing(MissingReason::DontKnow),
        refused: missing(MissingReason::Refused),
        not_applicable: missing(MissingReason::NotApplicable),
        invalid: stand(&|standing| standing == Standing::Invalid {}),
        unchecked: stand(&|standing| standing == Standing::Unchecked {}),
    };
    let is_hidden = is_few(answered, options.smallest);
    // Of those a question was not put to nobody knows whom it is about.
    let of_all = of_all.filter(|_| silent.not_asked == 0);
    let mut scores = silent.scores(&asked.question.id, answered, options.smallest);
    let (codes, counts) = counts(place, asked, people);
    let hide = hidden_steps(asked, &counts, answered, promised, options.smallest);
    let shown = codes.into_iter().zip(counts.iter().zip(hide));
    scores.steps =
        shown.map(|(code, (count, hidden))| StepCount { code, count: (!hidden).then_some(*count) }).collect();
    if asked.question.answer.is_scored() && !is_hidden {
        let values: Vec<i32> = people.iter().filter_map(|person| person.scored(place, asked)).collect();
        figures(&mut scores, asked, &values, options, of_all);
        scores.keep_steps_hidden(&Marked::of(asked, &counts, promised, options.smallest));
    }
    scores
}

impl QuestionScores {
    /// Whether a step is hidden.
    pub(super) fn hides_steps(&self) -> bool {
        self.steps.iter().any(|step| step.count.is_none())
    }

    /// Leaves of mean and deviation what does not tell the steps that are hidden.
    fn keep_steps_hidden(&mut self, marked: &Marked<'_>) {
        if marked.hides() {
            (self.mean, self.sd) = (marked.rough_mean(), None);
        }
    }
}

/// Which of the steps or options of a question are hidden. Of a multiple choice every option is a question of its own, to
/// which those who did not mark it said no.
pub(super) fn hidden_steps(
    asked: &Asked<'_>,
    counts: &[u32],
    answered: u32,
    promised: Option<u32>,
    smallest: u32,
) -> Vec<bool> {
    if is_few(answered, smallest) {
        return vec![true; counts.len()];
    }
    // A promise that would give a step away is not shown itself.
    let promised = promised.filter(|boxes| !promise_gives_away(asked, counts, *boxes, smallest));
    let hide = hidden(counts, &cuts(asked, counts, promised, smallest), smallest);
    if !matches!(asked.question.answer, AnswerKind::Multiple { .. }) {
        return hide;
    }
    let of_option = |(count, hide): (&u32, bool)| hide || is_part_of_few(*count, answered, smallest);
    counts.iter().zip(hide).map(of_option).collect()
}

/// People whose answer to a question is not scored, by why.
struct Silent {
    not_asked: u32,
    no_answer: u32,
    dont_know: u32,
    refused: u32,
    not_applicable: u32,
    invalid: u32,
    unchecked: u32,
}

impl Silent {
    /// The scores of a question without its figures.
    fn scores(self, question: &Id, answered: u32, smallest: u32) -> QuestionScores {
        let missing =
            [self.no_answer, self.dont_know, self.refused, self.not_applicable, self.invalid, self.unchecked];
        let asked = missing.into_iter().fold(answered, u32::saturating_add);
        let [no_answer, dont_know, refused, not_applicable, invalid, unchecked] = missing;
        let kinds = [self.not_asked, no_answer, dont_know, refused, not_applicable, invalid, unchecked];
        // Whom a question is put to hangs on what they answered before.
        let is_told = is_part_of_few(self.not_asked, asked.saturating_add(self.not_asked), smallest);
        // What people said instead of a step is an answer too.
        let is_said =
            [self.dont_know, self.refused, self.not_applicable].into_iter().any(|of| is_few(of, smallest));
        let hide = if is_told && self.not_asked > 0 {
            hidden(&kinds, &[], smallest)
        } else if is_said {
            std::iter::once(false).chain(hidden(&missing, &[], smallest)).collect()
        } else {
            Vec::new()
        };
        let is_open = |at: usize| !hide.get(at).copied().unwrap_or(false);
        let shown = |at: usize| kinds.get(at).copied().filter(|_| is_open(at));
        QuestionScores {
            question: question.clone(),
            asked: is_open(0).then_some(asked),
            not_asked: shown(0),
            answered,
            no_answer: shown(1),
            dont_know: shown(2),
            refused: shown(3),
            not_applicable: shown(4),
            invalid: shown(5),
            unchecked: shown(6),
            hidden: is_few(answered, smallest),
            steps: Vec::new(),
            mean: None,
            sd: None,
            top: None,
            net_promoter_score: None,
        }
    }
}

/// Before which steps, from the lowest as they are marked, a sum ends that is shown by itself: of the people on the top steps, of
/// critics, passives and promoters, where these are not too few to be shown, and of the satisfied, of the steps that the
/// promise counts.
pub(in crate::survey) fn cuts(
    asked: &Asked<'_>,
    counts: &[u32],
    promised: Option<u32>,
    smallest: u32,
) -> Vec<usize> {
    if !asked.question.answer.is_scored() {
        return Vec::new();
    }
    let sum = |counts: &[u32]| counts.iter().copied().fold(0, u32::saturating_add);
    let upper = |boxes: u32| before_top(asked, counts.len(), boxes);
    let is_shown =
        |at: &usize| !is_part_of_few(sum(counts.get(..*at).unwrap_or_default()), sum(counts), smallest);
    let mut cuts: Vec<usize> = Some(upper(usual_boxes(asked))).filter(is_shown).into_iter().collect();
    if is_recommendation(asked) {
        let ends = if asked.question.answer.is_reversed() { [2, 4] } else { [7, 9] };
        let [one, other] = ends;
        let parts = [counts.get(..one), counts.get(one..other), counts.get(other..)];
        if !parts.into_iter().any(|part| is_few(sum(part.unwrap_or_default()), smallest)) {
            cuts.extend(ends);
        }
    }
    cuts.extend(promised.map(upper));
    cuts.sort_unstable();
    cuts.dedup();
    cuts
}

/// Whether a net promoter score is reckoned of it.
const fn is_recommendation(asked: &Asked<'_>) -> bool {
    matches!(asked.question.answer, AnswerKind::Rating { lowest: 0, highest: 10, .. })
}

/// The place, among so many steps as they are marked, where the people on so many top ones end or begin.
fn before_top(asked: &Asked<'_>, steps: usize, boxes: u32) -> usize {
    let boxes = usize::try_from(boxes).unwrap_or(usize::MAX);
    // Of reversed steps the upper ones are those marked low.
    if asked.question.answer.is_reversed() { boxes.min(steps) } else { steps.saturating_sub(boxes) }
}

/// How many people marked each step or option.
pub(super) fn counts(place: usize, asked: &Asked<'_>, people: &[Person<'_>]) -> (Vec<String>, Vec<u32>) {
    if asked.question.answer.is_scored() {
        let steps = steps(asked);
        let counts = count(&steps, people.iter().filter_map(|person| person.step(place, asked)));
        return (step_codes(asked), counts);
    }
    let codes = options_of(asked);
    let marks = |code: &String, answer: &Answer| match answer {
        Answer::Option { code: marked } => marked.as_str() == code,
        Answer::Options { codes } => codes.iter().any(|marked| marked.as_str() == code),
        Answer::YesNo { yes } => yes.to_string() == *code,
        _ => false,
    };
    let answers: Vec<&Answer> = people.iter().filter_map(|person| person.answer(place, asked)).collect();
    let count = |code: &String| {
        u32::try_from(answers.iter().filter(|answer| marks(code, answer)).count()).unwrap_or(u32::MAX)
    };
    let counts = codes.iter().map(count).collect();
    (codes, counts)
}

fn figures(
    scores: &mut QuestionScores,
    asked: &Asked<'_>,
    values: &[i32],
    options: &ScoreOptions,
    of_all: Option<u32>,
) {
    let amounts: Vec<Option<Amount>> = values.iter().map(|value| value.to_string().parse().ok()).collect();
    if let Ok(Descriptives { mean, sd, .. }) = descriptives(&amounts) {
        (scores.mean, scores.sd) = (mean, sd);
    }
    let Ok(level) = Level::new(options.level) else { return };
    scores.top = shown_top(asked, values, options.smallest, level, of_all);
    if is_recommendation(asked) {
        let counts = count(&steps(asked), values.iter().copied());
        let score =
            <[u32; 11]>::try_from(counts).ok().and_then(|counts| net_promoter_score(counts, level).ok());
        scores.net_promoter_score = score.filter(|of| {
            ![of.promoters, of.passives, of.detractors].into_iter().any(|of| is_few(of, options.smallest))
        });
    }
}

/// Scores a tally of paper questionnaires: shares, means and the net promoter score of single questions. Scales need the
/// answers of one person together and are not there. Give it what [`check_tally`](crate::survey::answers::check_tally)
/// finds no error in; a question with more people than questionnaires is left out.
#[must_use]
pub fn score_tally(form: &Form<'_>, tally: &Tally, options: &ScoreOptions) -> PhaseScores {
    let of = tally.phase.as_ref().and_then(|phase| form.questionnaire.phase(phase.as_str()));
    let questions = form.asked.iter().filter_map(|asked| {
        let of = tally.questions.iter().find(|of| of.question == asked.question.id)?;
        let counted = asked.question.answer.is_scored() || !options_of(asked).is_empty();
        let of_all = population_of(form, tally.phase.as_ref(), tally.returned).filter(|_| of.not_asked == 0);
        let promised = promised_boxes(form, asked, tally.phase.as_ref());
        (counted && of.answers() <= tally.returned).then(|| tallied(asked, of, options, of_all, promised))
    });
    let share = |all: u32| Share { numerator: tally.returned.into(), denominator: all.into() };
    PhaseScores {
        phase: tally.phase.clone(),
        population: of.and_then(|phase| phase.population.clone()),
        people: tally.returned,
        without_consent: tally.without_consent,
        response_rate: tally.handed_out.map(share),
        questions: questions.collect(),
        subscales: Vec::new(),
    }
}

fn tallied(
    asked: &Asked<'_>,
    of: &QuestionTally,
    options: &ScoreOptions,
    of_all: Option<u32>,
    promised: Option<u32>,
) -> QuestionScores {
    let codes = if asked.question.answer.is_scored() { step_codes(asked) } else { options_of(asked) };
    let counts: Vec<u32> = codes.iter().map(|code| of.count(code)).collect();
    let answered = of.answers();
    let is_hidden = is_few(answered, options.smallest);
    let hide = hidden_steps(asked, &counts, answered, promised, options.smallest);
    let silent = Silent {
        not_asked: of.not_asked,
        no_answer: of.no_answer,
        dont_know: of.dont_know,
        refused: of.refused,
        not_applicable: of.not_applicable,
        invalid: of.invalid,
        unchecked: 0,
    };
    let mut scores = silent.scores(&of.question, answered, options.smallest);
    if asked.question.answer.is_scored() && !is_hidden {
        figures(&mut scores, asked, &tallied_steps(asked, of), options, of_all);
        scores.keep_steps_hidden(&Marked::of(asked, &counts, promised, options.smallest));
    }
    let shown = codes.into_iter().zip(counts.iter().zip(hide));
    scores.steps =
        shown.map(|(code, (count, hidden))| StepCount { code, count: (!hidden).then_some(*count) }).collect();
    scores
}

/// The steps of a tally after reversing, one for every person.
pub(super) fn tallied_steps(asked: &Asked<'_>, of: &QuestionTally) -> Vec<i32> {
    let ends = ends(asked).filter(|_| asked.question.answer.is_reversed());
    let scored = |step: i32| match ends {
        Some((lowest, highest)) => lowest.checked_add(highest).and_then(|both| both.checked_sub(step)),
        None => Some(step),
    };
    let steps = steps(asked).into_iter().zip(step_codes(asked));
    let each = steps.filter_map(|(step, code)| Some((scored(step)?, usize::try_from(of.count(&code)).ok()?)));
    each.flat_map(|(step, count)| std::iter::repeat_n(step, count)).collect()
}

/// The codes of a question's steps, from the lowest.
pub(super) fn step_codes(asked: &Asked<'_>) -> Vec<String> {
    let code = |step: i32| {
        let mut options = asked.list.into_iter().flat_map(|list| &list.options);
        let option = options.find(|option| option.value == Some(step));
        option.map_or_else(|| step.to_string(), |option| option.code.to_string())
    };
    steps(asked).into_iter().map(code).collect()
}

/// How many steps from the top are counted: two, of fewer than five steps one.
pub(in crate::survey) fn usual_boxes(asked: &Asked<'_>) -> u32 {
    if steps(asked).len() >= 5 { 2 } else { 1 }
}

/// The lowest of so many steps from the top.
pub(in crate::survey) fn cut(asked: &Asked<'_>, boxes: u32) -> Option<i32> {
    // Reversed steps lie between the same ends: the top ones are those of the reversed.
    let (lowest, highest) = ends(asked)?;
    let mut steps = steps(asked);
    if asked.question.answer.is_reversed() {
        steps = steps.iter().filter_map(|step| lowest.checked_add(highest)?.checked_sub(*step)).collect();
        steps.sort_unstable();
    }
    let below = usize::try_from(boxes).ok()?.checked_sub(1)?;
    steps.iter().rev().nth(below).copied()
}

/// Whether the satisfied, on so many top steps, shown by themselves, give away a step of the question that is hidden.
pub(super) fn promise_gives_away(asked: &Asked<'_>, counts: &[u32], boxes: u32, smallest: u32) -> bool {
    gives_away(counts, &cuts(asked, counts, Some(boxes), smallest), smallest)
}

/// The people on the usual top steps, where they can be shown; of so many people the question is about, where that is known.
pub(super) fn shown_top(
    asked: &Asked<'_>,
    values: &[i32],
    smallest: u32,
    level: Level,
    of_all: Option<u32>,
) -> Option<TopBoxes> {
    top_boxes(asked, values, usual_boxes(asked), level, of_all).filter(|top| {
        let counts = top.share.numerator.to_u32().zip(top.share.denominator.to_u32());
        counts.is_some_and(|(top, all)| !is_part_of_few(top, all, smallest))
    })
}

fn top_boxes(
    asked: &Asked<'_>,
    values: &[i32],
    boxes: u32,
    level: Level,
    of_all: Option<u32>,
) -> Option<TopBoxes> {
    let cut = cut(asked, boxes)?;
    let top = u32::try_from(values.iter().filter(|value| **value >= cut).count()).ok()?;
    let share = Share { numerator: top.into(), denominator: size(values).into() };
    let interval = match of_all {
        Some(of_all) => finite_proportion(top, size(values), of_all, level).ok().and_then(|of| of.wilson_fpc),
        None => proportion_intervals(share.numerator, share.denominator, level).ok().and_then(|of| of.wilson),
    };
    Some(TopBoxes { boxes, share, interval })
}

fn subscale(form: &Form<'_>, of: &Subscale, people: &[Person<'_>], options: &ScoreOptions) -> SubscaleScores {
    // Whom none of its items was put to has nothing to answer.
    let asked: Vec<&Person<'_>> = people.iter().filter(|person| person.is_asked(form, of)).collect();
    let of_people: Vec<Rational> = asked.iter().filter_map(|person| person.score(form, of)).collect();
    let scored = size(&of_people);
    let is_hidden = is_few(scored, options.smallest);
    let figures = (!is_hidden).then(|| mean_and_sd(&of_people)).flatten();
    SubscaleScores {
        subscale: of.id.clone(),
        scored,
        unscored: size(&asked).saturating_sub(scored),
        hidden: is_hidden,
        mean: figures.as_ref().and_then(|(mean, _)| *mean),
        sd: figures.and_then(|(_, sd)| sd),
    }
}

impl SubscaleScores {
    /// Of a scale of one item the mean is that of its question, and tells as much of it.
    fn beside(self, form: &Form<'_>, of: &Subscale, questions: &[QuestionScores]) -> Self {
        let [item] = of.items.as_slice() else { return self };
        let question = questions.iter().find(|of| of.question == *item && of.hides_steps());
        let Some((question, asked)) = question.zip(form.asked(item.as_str())).filter(|_| !self.hidden) else {
            return self;
        };
        let mean = question.mean.and_then(|mean| percent_of_range(asked, mean));
        Self { mean, sd: None, ..self }
    }
}

/// Mean and standard deviation of fractions, reckoned of whole numbers.
fn mean_and_sd(scores: &[Rational]) -> Option<(Option<f64>, Option<f64>)> {
    let units = Units::of(scores.iter());
    let amounts: Vec<Option<Amount>> = scores.iter().map(|score| units.whole(*score)).collect();
    let of = descriptives(&amounts).ok()?;
    Some((of.mean.map(|mean| units.figure(mean)), of.sd.map(|sd| units.figure(sd))))
}

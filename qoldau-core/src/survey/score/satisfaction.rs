//! Whether the promised satisfaction is met, and how surely; of too few people nothing is told.

use serde::Serialize;

use super::ScoreOptions;
use super::cases::{Cases, Person, Units, ends, steps};
use super::hide::{is_few, is_part_of_few};
use super::phase::{counts, cut, promise_gives_away, step_codes, tallied_steps};
use crate::finding::{Finding, Place, Severity};
use crate::survey::answers::{Response, Standing, Tally, check_tally};
use crate::survey::expression::Rational;
use crate::survey::questionnaire::{Asked, Form, MissingRule, Satisfaction, SatisfactionDefinition};
use crate::survey::stats::distribution::student_t_upper_quantile;
use crate::survey::stats::{Level, Verdict, finite_mean, threshold_decision, threshold_decision_finite};
use crate::value::{Amount, Id, Share};

/// The satisfaction of a phase, by the definition the project declared.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct SatisfactionScore {
    /// The definition and the promise.
    pub rule: Satisfaction,
    /// The phase it was measured in.
    pub phase: Option<Id>,
    /// Whom it is about.
    pub population: Option<Id>,
    /// How many people these are, where that is known and no fewer than answered.
    pub size: Option<u32>,
    /// People who count: those who answered, and by the rule `notSatisfied` those who were asked and did not.
    pub people: u32,
    /// People who were asked and are left out, because they gave no answer to score. Nothing where it would tell how many were
    /// not asked, which hangs on what they answered before, and these are too few to be shown.
    pub left_out: Option<u32>,
    /// Whether the figures are hidden: too few people answered, or the figure would give away a step of the question that is
    /// hidden. The people who are not satisfied may be few: the share is what the contract promises, and the report says it.
    pub hidden: bool,
    /// The figure: satisfied of those who count; by the mean, what was scored of what could be, 6,300 for every person in
    /// every survey, so that those of several events add up. Nothing where nobody counts, and where `hidden`.
    pub share: Option<Share>,
    /// Whether the share is at least the promised percent: numerator × 100 ≥ percent × denominator, in whole numbers. This
    /// is what the contract asks. Nothing where `hidden`.
    pub met: Option<bool>,
    /// How surely, by one-sided bounds; it stands beside `met` and never replaces it. Nothing where it cannot be said: of
    /// equal scores of a part of the people, which tell nothing of how others differ, of a single one, and where more
    /// people answered than the population has.
    pub verdict: Option<Verdict>,
    /// One-sided lower bound of the share, 0 to 1.
    pub lower: Option<f64>,
    /// One-sided upper bound of the share, 0 to 1.
    pub upper: Option<f64>,
    /// The share if nobody who is not known were satisfied, 0 to 1; only of a population of known size.
    pub worst_case: Option<f64>,
    /// The share if all of them were.
    pub best_case: Option<f64>,
}

/// A satisfaction with every figure, however few the people: what the project itself goes by, and what
/// [`observe_satisfaction`](crate::survey::observe::observe_satisfaction) takes. What leaves the house is [`shown`](Self::shown).
#[derive(Debug, Clone, PartialEq)]
pub struct ExactSatisfaction {
    score: SatisfactionScore,
    /// Whether the figures give people away.
    tells_too_much: bool,
    /// Whether the number of those who are left out tells how few were not asked.
    tells_not_asked: bool,
}

impl ExactSatisfaction {
    /// Every figure.
    #[must_use]
    pub const fn exact(&self) -> &SatisfactionScore {
        &self.score
    }

    /// The figures without those that say too much of few people.
    #[must_use]
    pub fn shown(self) -> SatisfactionScore {
        let Self { mut score, tells_too_much, tells_not_asked } = self;
        if tells_not_asked {
            score.left_out = None;
        }
        if !tells_too_much {
            return score;
        }
        SatisfactionScore {
            hidden: true,
            share: None,
            met: None,
            verdict: None,
            lower: None,
            upper: None,
            worst_case: None,
            best_case: None,
            ..score
        }
    }
}

/// The satisfaction of a survey, in the phase its definition names or the last, without figures of fewer people than may be
/// shown. Nothing where the questionnaire declares none.
#[must_use]
pub fn satisfaction(
    form: &Form<'_>,
    responses: &[Response],
    options: &ScoreOptions,
) -> Option<SatisfactionScore> {
    exact_satisfaction(form, responses, options).map(ExactSatisfaction::shown)
}

/// The same with every figure.
#[must_use]
pub fn exact_satisfaction(
    form: &Form<'_>,
    responses: &[Response],
    options: &ScoreOptions,
) -> Option<ExactSatisfaction> {
    let (rule, mut score) = begin(form)?;
    let cases = Cases::of(form, responses, score.phase.as_ref());
    let level = Level::new(options.level).ok();
    match &rule.definition {
        SatisfactionDefinition::MeanPomp { subscale } => {
            let subscale = form.questionnaire.subscale(subscale.as_str())?;
            let asked = cases.people.iter().filter(|person| person.is_asked(form, subscale));
            let scores: Vec<Option<Rational>> = asked.map(|person| person.score(form, subscale)).collect();
            score.mean(&scores, level);
            let answered = counted(scores.iter().flatten().count());
            let tells_too_much = is_few(answered, options.smallest);
            let everybody = counted(cases.people.len());
            let tells_not_asked = tells_not_asked(counted(scores.len()), everybody, options.smallest);
            Some(ExactSatisfaction { score, tells_too_much, tells_not_asked })
        }
        definition => {
            let satisfied: Vec<Option<bool>> =
                cases.people.iter().filter_map(|person| person.satisfied(form, definition)).collect();
            let yes = counted(satisfied.iter().filter(|satisfied| **satisfied == Some(true)).count());
            let silent = counted(satisfied.iter().filter(|satisfied| satisfied.is_none()).count());
            let gives_away = || {
                let of = question_of(form, definition).and_then(|(asked, boxes)| {
                    let (_, counts) = counts(form.place(asked.question.id.as_str())?, asked, &cases.people);
                    Some(promise_gives_away(asked, &counts, boxes, options.smallest))
                });
                of == Some(true)
            };
            let everybody = counted(cases.people.len());
            let of = Parts { yes, silent, asked: counted(satisfied.len()), everybody };
            Some(score.counted(of, level, options.smallest, gives_away))
        }
    }
}

/// The question whose top steps a definition counts, and how many of them. A scale of one item is its question: the people above a
/// percent are those on some top steps.
fn question_of<'f, 'q>(
    form: &'f Form<'q>,
    definition: &SatisfactionDefinition,
) -> Option<(&'f Asked<'q>, u32)> {
    match definition {
        SatisfactionDefinition::TopBox { question, boxes } => Some((form.asked(question.as_str())?, *boxes)),
        SatisfactionDefinition::PersonsAbove { subscale, percent } => {
            let [item] = form.questionnaire.subscale(subscale.as_str())?.items.as_slice() else {
                return None;
            };
            let asked = form.asked(item.as_str())?;
            Some((asked, steps_above(asked, *percent)))
        }
        SatisfactionDefinition::MeanPomp { .. } => None,
    }
}

/// How many top steps of a question the promise counts as satisfied, where it is about this question and phase.
pub(super) fn promised_boxes(form: &Form<'_>, asked: &Asked<'_>, phase: Option<&Id>) -> Option<u32> {
    let rule = form.questionnaire.satisfaction.as_ref()?;
    let (of, boxes) = question_of(form, &rule.definition)?;
    (of.question.id == asked.question.id && phase_of(form, rule) == phase).then_some(boxes)
}

/// The phase a satisfaction is measured in: the one it names, else the last.
fn phase_of<'q>(form: &Form<'q>, rule: &'q Satisfaction) -> Option<&'q Id> {
    rule.phase.as_ref().or_else(|| form.questionnaire.phases.last().map(|phase| &phase.id))
}

/// Whether the number of those who were not asked follows, and is too small: whom a question is put to hangs on what they answered
/// before.
fn tells_not_asked(asked: u32, everybody: u32, smallest: u32) -> bool {
    let not_asked = everybody.saturating_sub(asked);
    not_asked > 0 && is_part_of_few(not_asked, everybody, smallest)
}

/// How many steps of a question are at least such a percent of the possible.
fn steps_above(asked: &Asked<'_>, percent: Amount) -> u32 {
    let of_step = |step: &i32| {
        let (lowest, highest) = ends(asked)?;
        let scored = if asked.question.answer.is_reversed() {
            highest.checked_sub(*step)?
        } else {
            step.checked_sub(lowest)?
        };
        let range = highest.checked_sub(lowest)?;
        Some(
            Rational::new(i128::from(scored).checked_mul(100)?, range.into())?
                >= Rational::of_amount(percent)?,
        )
    };
    counted(steps(asked).iter().filter(|step| of_step(step) == Some(true)).count())
}

/// People by whether they are satisfied.
#[derive(Clone, Copy)]
struct Parts {
    yes: u32,
    /// Those who gave no answer to score.
    silent: u32,
    /// All who were asked.
    asked: u32,
    /// All who took part, asked or not.
    everybody: u32,
}

/// The definition, and a score of nobody by it.
fn begin<'q>(form: &Form<'q>) -> Option<(&'q Satisfaction, SatisfactionScore)> {
    let rule = form.questionnaire.satisfaction.as_ref()?;
    let phase = phase_of(form, rule);
    let of_phase = phase.and_then(|phase| form.questionnaire.phase(phase.as_str()));
    let population = rule.population.clone().or_else(|| of_phase?.population.clone());
    let size = population
        .as_ref()
        .and_then(|id| form.questionnaire.populations.iter().find(|population| population.id == *id)?.size);
    let score = SatisfactionScore {
        rule: rule.clone(),
        phase: phase.cloned(),
        population,
        size,
        people: 0,
        left_out: Some(0),
        hidden: false,
        share: None,
        met: None,
        verdict: None,
        lower: None,
        upper: None,
        worst_case: None,
        best_case: None,
    };
    Some((rule, score))
}

/// The satisfaction of a tally of paper questionnaires. Only the top steps of a question can be counted so; of the other
/// definitions nothing is known. Who came back and is not accounted for gave no answer. Nothing of a question in whose
/// counts, or in the number of questionnaires, [`check_tally`] finds an error. Figures of fewer people than may be shown are hidden.
#[must_use]
pub fn satisfaction_of_tally(
    form: &Form<'_>,
    tally: &Tally,
    options: &ScoreOptions,
) -> Option<SatisfactionScore> {
    exact_satisfaction_of_tally(form, tally, options).map(ExactSatisfaction::shown)
}

/// The same with every figure.
#[must_use]
pub fn exact_satisfaction_of_tally(
    form: &Form<'_>,
    tally: &Tally,
    options: &ScoreOptions,
) -> Option<ExactSatisfaction> {
    let (rule, score) = begin(form)?;
    let SatisfactionDefinition::TopBox { question, boxes } = &rule.definition else { return None };
    let asked = form.asked(question.as_str())?;
    let of = tally.questions.iter().find(|of| of.question == *question)?;
    let is_wrong = |finding: &Finding| {
        let of_question = |place: &Place| match place {
            Place::Question { id, .. } => id.as_ref().is_none_or(|id| id == question),
            _ => false,
        };
        finding.severity == Severity::Error && of_question(&finding.place)
    };
    if score.phase != tally.phase || check_tally(form, tally).iter().any(is_wrong) {
        return None;
    }
    let cut = cut(asked, *boxes)?;
    let steps = tallied_steps(asked, of);
    let yes = counted(steps.iter().filter(|step| **step >= cut).count());
    let gives_away = || {
        let counts: Vec<u32> = step_codes(asked).iter().map(|code| of.count(code)).collect();
        promise_gives_away(asked, &counts, *boxes, options.smallest)
    };
    let everybody = tally.returned;
    let asked = everybody.saturating_sub(of.not_asked);
    let silent = asked.saturating_sub(counted(steps.len()));
    let parts = Parts { yes, silent, asked, everybody };
    Some(score.counted(parts, Level::new(options.level).ok(), options.smallest, gives_away))
}

impl Person<'_> {
    /// Whether a person is satisfied; nothing inside where there is no answer to score, nothing at all where the person
    /// was not asked.
    #[expect(clippy::option_option, reason = "not asked and no answer are two things")]
    fn satisfied(&self, form: &Form<'_>, definition: &SatisfactionDefinition) -> Option<Option<bool>> {
        match definition {
            SatisfactionDefinition::TopBox { question, boxes } => {
                let (place, asked) = (form.place(question.as_str())?, form.asked(question.as_str())?);
                if matches!(self.standings.get(place), Some(Standing::NotAsked {}) | None) {
                    return None;
                }
                let cut = cut(asked, *boxes)?;
                Some(self.scored(place, asked).map(|value| value >= cut))
            }
            SatisfactionDefinition::PersonsAbove { subscale, percent } => {
                let subscale = form.questionnaire.subscale(subscale.as_str())?;
                if !self.is_asked(form, subscale) {
                    return None;
                }
                let percent = Rational::of_amount(*percent)?;
                Some(self.score(form, subscale).map(|score| score >= percent))
            }
            SatisfactionDefinition::MeanPomp { .. } => None,
        }
    }
}

fn counted(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

impl SatisfactionScore {
    /// Takes the population's size as known only where it can be right. Nothing at all where it cannot: how surely the
    /// figure holds for a population that is not known to be the one who answered nobody can say.
    #[expect(
        clippy::option_option,
        reason = "a size that is not declared and one that is wrong are two things"
    )]
    fn known_size(&mut self, asked: u32) -> Option<Option<u32>> {
        let declared = self.size;
        self.size = declared.filter(|size| *size >= asked);
        (self.size == declared).then_some(declared)
    }

    /// The figures of people who are satisfied or not, and whether they say too much.
    fn counted(
        mut self,
        Parts { yes, silent, asked, everybody }: Parts,
        level: Option<Level>,
        smallest: u32,
        gives_away: impl FnOnce() -> bool,
    ) -> ExactSatisfaction {
        self.count(yes, silent, asked, level);
        let tells_too_much = is_few(asked.saturating_sub(silent), smallest) || gives_away();
        let tells_not_asked = tells_not_asked(asked, everybody, smallest);
        ExactSatisfaction { score: self, tells_too_much, tells_not_asked }
    }

    /// People who are satisfied, of those who count.
    fn count(&mut self, x: u32, silent: u32, asked: u32, level: Option<Level>) {
        let left_out = if self.rule.missing == MissingRule::LeaveOut { silent } else { 0 };
        self.left_out = Some(left_out);
        let n = asked.saturating_sub(left_out);
        self.people = n;
        let size = self.known_size(n);
        if n == 0 {
            return;
        }
        let share = Share { numerator: x.into(), denominator: n.into() };
        self.point(share);
        let threshold = self.rule.threshold.checked_div(Amount::HUNDRED);
        let Some(((threshold, level), size)) = threshold.zip(level).zip(size) else { return };
        if let Some(size) = size {
            let Ok(of) = threshold_decision_finite(x, n, size, threshold, level) else { return };
            (self.lower, self.upper, self.verdict) = (of.lower, of.upper, of.verdict);
            (self.worst_case, self.best_case) = (of.worst_case_nonresponse, of.best_case_nonresponse);
        } else if let Ok(of) = threshold_decision(x, n, threshold, level) {
            (self.lower, self.upper, self.verdict) = (of.cp_lower_1s, of.cp_upper_1s, of.verdict_cp);
        }
    }

    /// What the contract asks.
    fn point(&mut self, share: Share) {
        self.share = Some(share);
        self.met = share.compare_percent(self.rule.threshold).map(std::cmp::Ordering::is_ge);
    }

    /// The mean of the persons' scores, with bounds by Student's t and the correction for a finite population.
    fn mean(&mut self, of_people: &[Option<Rational>], level: Option<Level>) {
        let zero = (self.rule.missing == MissingRule::NotSatisfied).then_some(Rational::ZERO);
        let scored: Vec<Rational> = of_people.iter().filter_map(|score| score.or(zero)).collect();
        self.people = counted(scored.len());
        self.left_out = Some(counted(of_people.len()).saturating_sub(self.people));
        let size = self.known_size(self.people);
        let Some(share) = mean_share(&scored, self.people) else { return };
        self.point(share);
        let Some((level, size)) = level.zip(size) else { return };
        let units = Units::of(scored.iter());
        let whole: Option<Vec<Amount>> = scored.iter().map(|score| units.whole(*score)).collect();
        let Some(of) = whole.and_then(|whole| finite_mean(&whole, size.unwrap_or(u32::MAX)).ok()) else {
            return;
        };
        // Equal scores of a part of the people tell nothing of how the others differ.
        let is_census = size == Some(self.people);
        if !is_census && of.se_no_fpc.is_none_or(|error| error <= 0.0) {
            return;
        }
        let error = if size.is_some() { of.se_fpc } else { of.se_no_fpc };
        let outside: Option<f64> = level.outside().to_string().parse().ok();
        let below = self.people.checked_sub(1).filter(|below| *below > 0).map(f64::from);
        let Some(((mean, error), (outside, below))) = of.mean.zip(error).zip(outside.zip(below)) else {
            return;
        };
        let reach = student_t_upper_quantile(outside, below) * error;
        let bound = |units_of: f64| (units.figure(units_of) / 100.0).clamp(0.0, 1.0);
        let (lower, upper) = (bound(mean - reach), bound(mean + reach));
        (self.lower, self.upper) = (Some(lower), Some(upper));
        let threshold: Option<f64> =
            self.rule.threshold.checked_div(Amount::HUNDRED).and_then(|of| of.to_string().parse().ok());
        self.verdict = self.met.zip(threshold).map(|(met, threshold)| match met {
            true if lower >= threshold => Verdict::MetWithConfidence,
            true => Verdict::MetPointOnly,
            false if upper >= threshold => Verdict::NotMetInconclusive,
            false => Verdict::NotMetWithConfidence,
        });
    }
}

/// How many parts of a percent a person's score is counted in, in every survey: the scores of up to ten items with the
/// usual ends are decimals of these parts, so that their sum is exact.
const PARTS: u32 = 63;
/// How many decimals of a part the sum keeps where it has no end of them.
const PLACES: u32 = 12;

/// The mean of persons' scores in percent as what was scored of what could be. A person weighs the same in every survey,
/// whatever the answers and the items: the shares of several events add up to that of all their people.
fn mean_share(scored: &[Rational], people: u32) -> Option<Share> {
    let times = i128::from(PARTS).checked_mul(10_i128.checked_pow(PLACES)?)?;
    let sum = scored.iter().try_fold(Rational::ZERO, |sum, score| sum.add(*score));
    let whole = match sum {
        Some(sum) => sum.rounded_times(times)?,
        // Fractions of very many items have no common denominator that fits: each is rounded.
        None => scored.iter().try_fold(0_i128, |sum, score| sum.checked_add(score.rounded_times(times)?))?,
    };
    let part: Amount = format!("0.{:0>1$}", 1, usize::try_from(PLACES).ok()?).parse().ok()?;
    let numerator = whole.to_string().parse::<Amount>().ok()?.checked_mul(part)?;
    let most = Amount::HUNDRED.checked_mul(PARTS.into())?;
    (people > 0).then_some(Share { numerator, denominator: most.checked_mul(people.into())? })
}

//! Two phases held against each other.

use serde::Serialize;

use super::beside::{Marked, StepSums, percent_of_range, rough};
use super::cases::{Cases, Person, Units, ends};
use super::hide::is_few;
use super::phase::{counts, of_cases, population_of, shown_top};
use super::satisfaction::promised_boxes;
use super::say::amount;
use super::{PhaseScores, ScoreOptions, TopBoxes};
use crate::survey::answers::{PersonCode, Response, Standing, code_of_recipe};
use crate::survey::expression::Rational;
use crate::survey::lint::code_space;
use crate::survey::questionnaire::{Asked, CodeRecipe, Form};
use crate::survey::stats::distribution::student_t_upper_quantile;
use crate::survey::stats::numeric::{decimal, quotient};
use crate::survey::stats::{
    CodePair, Interval, Level, descriptives, link_codes, mann_whitney, paired_t, proportion_difference,
    welch_t,
};
use crate::value::{Amount, Id};

/// Two phases held against each other. Every change is second − first.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Comparison {
    /// The first phase.
    pub first: PhaseScores,
    /// The second.
    pub second: PhaseScores,
    /// Whether both ask the same population; a change between two populations is none of people.
    pub same_population: bool,
    /// How the codes of people pair; nothing where the survey asks for none.
    pub pairing: Option<Pairing>,
    /// Questions with steps that both phases ask, in the order of the form.
    pub questions: Vec<Change>,
    /// Subscales of which both phases ask every item.
    pub subscales: Vec<Change>,
}

/// How the anonymous codes of two phases pair, by count.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Pairing {
    /// People whose code stands in both phases once.
    pub matched: u32,
    /// Pairs whose codes differ by no more than allowed, and who have no other such partner.
    pub near: u32,
    /// People of the first phase without a pair, those without a code and with a repeated one too.
    pub unmatched_first: u32,
    /// People of the second phase without one.
    pub unmatched_second: u32,
    /// People of the first phase without a code, or with one off the recipe, which is never paired.
    pub without_code_first: u32,
    /// The same of the second phase.
    pub without_code_second: u32,
    /// People of the first phase whose code others there have too: they are never paired.
    pub repeated_first: u32,
    /// The same of the second phase.
    pub repeated_second: u32,
    /// People of the first phase with several partners as near.
    pub ambiguous: u32,
    /// Pairs of different people to be expected by chance: n₁·n₂/M, where M is how many codes the recipe can give.
    pub chance_pairs: Option<f64>,
}

/// The change of one question (in steps) or one subscale (in percent of the possible).
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Change {
    /// The question or subscale.
    pub of: Id,
    /// Whether its figures are hidden because too few people answered, or because they would tell a step that is hidden in a phase.
    pub hidden: bool,
    /// Everybody of both phases, as two independent groups.
    pub independent: ScoreChange,
    /// The people who are in both, pair by pair; nothing where none are. Those are in the groups beside it too.
    pub paired: Option<ScoreChange>,
    /// People on the top steps in the first phase; of a question, where they and the others are not too few to be shown.
    pub top_first: Option<TopBoxes>,
    /// The same in the second.
    pub top_second: Option<TopBoxes>,
    /// Newcombe's interval of the change of that share, −1 to 1.
    pub top_interval: Option<Interval>,
}

/// In which design a change was reckoned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum Design {
    /// Two groups: Welch's test, Hedges' g, Cliff's delta.
    Independent,
    /// Pairs: Student's test of the differences, Hedges' g of them.
    Paired,
}

/// A change with its interval and its size. Of a question of which a step is hidden in a phase the figures have one decimal (more where they
/// would seem to be on the other side of 0), and there is no probability and no effect size. Where change and interval would tell the step
/// still, there is no interval, both means have one decimal, and the change is the difference of these.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct ScoreChange {
    /// The design.
    pub design: Design,
    /// People of the first phase.
    pub n_first: u32,
    /// People of the second; of pairs the same.
    pub n_second: u32,
    /// Mean of the first phase.
    pub mean_first: Option<f64>,
    /// Mean of the second.
    pub mean_second: Option<f64>,
    /// Second − first.
    pub change: Option<f64>,
    /// Its interval, by Student's t (Welch 1947 for two groups); nothing where the differences, or both groups, do not vary.
    pub interval: Option<Interval>,
    /// Two-sided probability of such a change by chance.
    pub p: Option<f64>,
    /// Effect size: Hedges' g.
    pub effect: Option<f64>,
    /// Cliff's delta, −1 to 1: how much oftener a person of the second phase scores higher than one of the first; of two
    /// groups.
    pub cliffs_delta: Option<f64>,
}

/// Holds two phases against each other.
#[must_use]
pub fn compare(
    form: &Form<'_>,
    responses: &[Response],
    first: &Id,
    second: &Id,
    options: &ScoreOptions,
) -> Comparison {
    let cases = [first, second].map(|phase| Cases::of(form, responses, Some(phase)));
    let [before, after] = &cases;
    let phases = [of_cases(form, before, Some(first), options), of_cases(form, after, Some(second), options)];
    let (pairing, pairs) = match &form.questionnaire.code {
        Some(recipe) => pair(recipe, before, after, options),
        None => (None, Vec::new()),
    };
    let both = Both { before, after, pairs, options, level: Level::new(options.level).ok() };
    let asked_in_both =
        |phases: &[Id]| phases.is_empty() || (phases.contains(first) && phases.contains(second));
    let questions = form
        .asked
        .iter()
        .enumerate()
        .filter(|(_, asked)| asked.question.answer.is_scored() && asked_in_both(&asked.question.phases));
    let questions = questions.map(|(place, asked)| {
        let step =
            |person: &Person<'_>| person.scored(place, asked).and_then(|step| Rational::new(step.into(), 1));
        let change = both.change(&asked.question.id, &step);
        let change = both.with_top(
            change,
            |person| person.scored(place, asked),
            |cases, values, level| {
                let people = u32::try_from(cases.people.len()).unwrap_or(u32::MAX);
                let was_asked = |of: &Person<'_>| of.standings.get(place) != Some(&Standing::NotAsked {});
                let phase = cases.people.first().and_then(|person| person.response.phase.as_ref());
                let of_all =
                    population_of(form, phase, people).filter(|_| cases.people.iter().all(was_asked));
                shown_top(asked, values, options.smallest, level, of_all)
            },
        );
        let [one, other] = &phases;
        both.beside_steps(form, change, (place, asked), [one, other])
    });
    let questions: Vec<Change> = questions.collect();
    let complete = |items: &[Id]| {
        let asked =
            |item: &Id| form.asked(item.as_str()).is_some_and(|asked| asked_in_both(&asked.question.phases));
        items.iter().all(asked)
    };
    let subscales = form.questionnaire.subscales.iter().filter(|subscale| complete(&subscale.items));
    let hides = |item: &Id| {
        phases.iter().flat_map(|of| &of.questions).any(|of| of.question == *item && of.hides_steps())
    };
    let subscales = subscales.map(|subscale| {
        // Of a scale of one item the change is that of its question, and tells as much of it.
        let question = match subscale.items.as_slice() {
            [item] => questions.iter().find(|of| of.of == *item && hides(item)),
            _ => None,
        };
        let asked = question.and_then(|of| form.asked(of.of.as_str()));
        match question.zip(asked) {
            Some((question, asked)) => question.as_percent(&subscale.id, asked),
            None => both.change(&subscale.id, &|person| person.score(form, subscale)),
        }
    });
    let subscales = subscales.collect();
    let [first, second] = phases;
    let same_population = first.population == second.population;
    Comparison { first, second, same_population, pairing, questions, subscales }
}

/// The pairs of people by their codes.
fn pair(
    recipe: &CodeRecipe,
    before: &Cases<'_>,
    after: &Cases<'_>,
    options: &ScoreOptions,
) -> (Option<Pairing>, Vec<CodePair>) {
    let codes = |cases: &Cases<'_>| -> Vec<String> {
        let code = |person: &Person<'_>| {
            let code = person.response.code.as_ref().map(PersonCode::reveal).unwrap_or_default();
            code_of_recipe(recipe, code).unwrap_or_default()
        };
        cases.people.iter().map(code).collect()
    };
    let Ok(links) = link_codes(&codes(before), &codes(after), options.most_differences) else {
        return (None, Vec::new());
    };
    let size = |pairs: &[CodePair]| u32::try_from(pairs.len()).unwrap_or(u32::MAX);
    let (matched, near) = (size(&links.exact), size(&links.near));
    let unmatched = |rows: u32| rows.saturating_sub(matched).saturating_sub(near);
    let with_code = [(links.first_rows, links.first_blank), (links.second_rows, links.second_blank)];
    let [first, second] = with_code.map(|(rows, blank)| i128::from(rows.saturating_sub(blank)));
    let space = code_space(recipe).and_then(|space| i128::try_from(space).ok());
    let chance_pairs = space.and_then(|space| quotient(first.saturating_mul(second), space));
    let pairing = Pairing {
        matched,
        near,
        unmatched_first: unmatched(links.first_rows),
        unmatched_second: unmatched(links.second_rows),
        without_code_first: links.first_blank,
        without_code_second: links.second_blank,
        repeated_first: links.first_repeated,
        repeated_second: links.second_repeated,
        ambiguous: links.ambiguous,
        chance_pairs,
    };
    (Some(pairing), links.exact.into_iter().chain(links.near).collect())
}

struct Both<'c> {
    before: &'c Cases<'c>,
    after: &'c Cases<'c>,
    pairs: Vec<CodePair>,
    options: &'c ScoreOptions,
    level: Option<Level>,
}

impl Both<'_> {
    fn change(&self, of: &Id, score: &dyn Fn(&Person<'_>) -> Option<Rational>) -> Change {
        let scores =
            |cases: &Cases<'_>| -> Vec<Option<Rational>> { cases.people.iter().map(score).collect() };
        let (first, second) = (scores(self.before), scores(self.after));
        let at = |scores: &[Option<Rational>], row: u32| *scores.get(usize::try_from(row).ok()?)?;
        let pairs =
            self.pairs.iter().filter_map(|pair| Some((at(&first, pair.first)?, at(&second, pair.second)?)));
        let (pair_first, pair_second): (Vec<Rational>, Vec<Rational>) = pairs.unzip();
        let (first, second): (Vec<Rational>, Vec<Rational>) =
            (first.into_iter().flatten().collect(), second.into_iter().flatten().collect());
        let few =
            |scores: &[Rational]| u32::try_from(scores.len()).is_ok_and(|n| is_few(n, self.options.smallest));
        let hidden = few(&first) || few(&second);
        let independent = self.reckon(Design::Independent, &first, &second, hidden);
        let paired = (!pair_first.is_empty()).then(|| {
            let hidden = hidden || few(&pair_first);
            self.reckon(Design::Paired, &pair_first, &pair_second, hidden)
        });
        Change {
            of: of.clone(),
            hidden,
            independent,
            paired,
            top_first: None,
            top_second: None,
            top_interval: None,
        }
    }

    fn reckon(&self, design: Design, first: &[Rational], second: &[Rational], hidden: bool) -> ScoreChange {
        let n = |scores: &[Rational]| u32::try_from(scores.len()).unwrap_or(u32::MAX);
        let mut change = ScoreChange {
            design,
            n_first: n(first),
            n_second: n(second),
            mean_first: None,
            mean_second: None,
            change: None,
            interval: None,
            p: None,
            effect: None,
            cliffs_delta: None,
        };
        let Some(level) = self.level.filter(|_| !hidden) else { return change };
        let units = Units::of(first.iter().chain(second));
        let whole = |scores: &[Rational]| {
            scores.iter().map(|score| units.whole(*score)).collect::<Option<Vec<Amount>>>()
        };
        let Some((first, second)) = whole(first).zip(whole(second)) else { return change };
        let figure = |of: Option<f64>| of.map(|of| units.figure(of));
        let described =
            |values: &[Amount]| descriptives(&values.iter().copied().map(Some).collect::<Vec<_>>()).ok();
        let (Some(one), Some(other)) = (described(&first), described(&second)) else { return change };
        (change.mean_first, change.mean_second) = (figure(one.mean), figure(other.mean));
        let interval = |interval: Interval| Interval {
            low: units.figure(interval.low),
            high: units.figure(interval.high),
        };
        match design {
            Design::Paired => {
                let Ok(of) = paired_t(&second, &first, level) else { return change };
                change.change = figure(of.mean_diff);
                // Equal differences tell nothing of how others differ.
                change.interval = of.ci.filter(|_| of.t.is_some()).map(interval);
                (change.p, change.effect) = (of.p_two, of.g_z);
            }
            Design::Independent => {
                let Ok(of) = welch_t(&second, &first) else { return change };
                let difference = one.mean.zip(other.mean).map(|(first, second)| second - first);
                change.change = figure(difference);
                (change.p, change.effect) = (of.p_two, of.g_s);
                change.interval = difference.zip(of.df).zip(one.se.zip(other.se)).and_then(
                    |((difference, df), (one, other))| {
                        let outside: f64 = level.outside().to_string().parse().ok()?;
                        let reach = student_t_upper_quantile(outside / 2.0, df) * libm::hypot(one, other);
                        Some(interval(Interval { low: difference - reach, high: difference + reach }))
                    },
                );
                change.cliffs_delta = mann_whitney(&second, &first).ok().and_then(|of| of.cliffs_delta);
            }
        }
        change
    }

    /// The same beside the steps of the question, where one of them is hidden in a phase: rounded so that it does not tell the step.
    fn beside_steps(
        &self,
        form: &Form<'_>,
        change: Change,
        (place, asked): (usize, &Asked<'_>),
        [phase_first, phase_second]: [&PhaseScores; 2],
    ) -> Change {
        let Some(level) = self.level.filter(|_| !change.hidden) else { return change };
        let [(_, first), (_, second)] =
            [self.before, self.after].map(|cases| counts(place, asked, &cases.people));
        let [marked_first, marked_second] =
            [(&first, phase_first), (&second, phase_second)].map(|(counts, phase)| {
                let promised = promised_boxes(form, asked, phase.phase.as_ref());
                Marked::of(asked, counts, promised, self.options.smallest)
            });
        if !marked_first.hides() && !marked_second.hides() {
            return change;
        }
        let mean = |phase: &PhaseScores| {
            phase.questions.iter().find(|of| of.question == change.of).and_then(|of| of.mean)
        };
        let (mean_first, mean_second) = (mean(phase_first), mean(phase_second));
        let (of_first, of_second) = (marked_first.sums(&first), marked_second.sums(&second));
        let mut independent = ScoreChange { mean_first, mean_second, ..change.independent.rough() };
        if of_first.people == 0 || of_second.people == 0 {
            return Change { independent, ..change };
        }
        if mean_first.is_none() || mean_second.is_none() {
            return change.without_figures();
        }
        let exact = Told::of(of_first, of_second, level);
        // The means are known the soonest.
        let is_same = |first: StepSums, second: StepSums| {
            [first.rough_mean(), second.rough_mean()] == exact.means
                && Told::of(first, second, level) == exact
        };
        let leaves_open = marked_first.leaves_open(&|counts| is_same(marked_first.sums(counts), of_second))
            && marked_second.leaves_open(&|counts| is_same(of_first, marked_second.sums(counts)));
        let mut paired = change.paired.as_ref().map(ScoreChange::rough);
        if !leaves_open {
            // The change of pairs who are nearly everybody tells as much as that of the groups.
            let left = |people: u32, paired: u32| people.saturating_sub(paired);
            let is_nearly_all = |pairs: &ScoreChange| {
                [left(of_first.people, pairs.n_first), left(of_second.people, pairs.n_second)]
                    .iter()
                    .all(|left| *left < self.options.smallest)
            };
            independent = independent.of_rough_means();
            paired = paired.map(|of| if is_nearly_all(&of) { of.of_rough_means() } else { of });
        }
        Change { independent, paired, ..change }
    }

    /// The same with the people on the top steps.
    fn with_top(
        &self,
        change: Change,
        step: impl Fn(&Person<'_>) -> Option<i32>,
        top: impl Fn(&Cases<'_>, &[i32], Level) -> Option<TopBoxes>,
    ) -> Change {
        let Some(level) = self.level.filter(|_| !change.hidden) else { return change };
        let of =
            |cases: &Cases<'_>| top(cases, &cases.people.iter().filter_map(&step).collect::<Vec<_>>(), level);
        let (first, second) = (of(self.before), of(self.after));
        let counts = |top: &TopBoxes| Some((top.share.numerator.to_u32()?, top.share.denominator.to_u32()?));
        let interval = first.as_ref().zip(second.as_ref()).and_then(|(first, second)| {
            let ((x1, n1), (x2, n2)) = (counts(first)?, counts(second)?);
            proportion_difference(x2, n2, x1, n1, level).ok()?.newcombe
        });
        Change { top_first: first, top_second: second, top_interval: interval, ..change }
    }
}

/// What is told of a change beside hidden steps: both means, the difference and its interval, rounded.
#[derive(Debug, PartialEq)]
struct Told {
    means: [Option<f64>; 2],
    change: Option<Amount>,
    interval: Option<[Amount; 2]>,
}

impl Told {
    fn of(first: StepSums, second: StepSums, level: Level) -> Self {
        let means = [first.rough_mean(), second.rough_mean()];
        let change = first.mean().zip(second.mean()).map(|(first, second)| second - first);
        let interval = change
            .zip(welch_reach(first, second, level))
            .map(|(change, reach)| [rough(change - reach), rough(change + reach)]);
        Self { means, change: change.map(rough), interval }
    }
}

/// Half of the width of Welch's interval of the difference of two means.
fn welch_reach(first: StepSums, second: StepSums, level: Level) -> Option<f64> {
    let [one, other] = [first.squared_error()?, second.squared_error()?];
    let freedom = |of: StepSums| Some(f64::from(of.people.checked_sub(1)?));
    let parts = one * one / freedom(first)? + other * other / freedom(second)?;
    let outside: f64 = level.outside().to_string().parse().ok()?;
    let df = (one + other) * (one + other) / parts;
    (parts > 0.0).then(|| student_t_upper_quantile(outside / 2.0, df) * libm::sqrt(one + other))
}

impl ScoreChange {
    /// Both means to one decimal and the change between these: what follows from them anyway, and never the other way.
    fn of_rough_means(self) -> Self {
        let [first, second] =
            [self.mean_first, self.mean_second].map(|mean| mean.map(|mean| amount(mean).rounded(1)));
        let change = first.zip(second).and_then(|(first, second)| second.checked_sub(first));
        Self {
            mean_first: first.map(decimal),
            mean_second: second.map(decimal),
            change: change.map(decimal),
            interval: None,
            ..self
        }
    }

    /// Mean, change and interval rounded, without what tells the deviations.
    fn rough(&self) -> Self {
        let one_decimal = |figure: f64| decimal(amount(figure).rounded(1));
        let rough = |figure: f64| decimal(rough(figure));
        Self {
            mean_first: self.mean_first.map(one_decimal),
            mean_second: self.mean_second.map(one_decimal),
            change: self.change.map(rough),
            interval: self.interval.as_ref().map(|of| Interval { low: rough(of.low), high: rough(of.high) }),
            p: None,
            effect: None,
            cliffs_delta: None,
            ..self.clone()
        }
    }

    /// Without any figure but the numbers of people.
    fn without_figures(&self) -> Self {
        Self { mean_first: None, mean_second: None, change: None, interval: None, ..self.rough() }
    }

    /// A change in steps as one in percents of the possible.
    fn as_percent(&self, asked: &Asked<'_>) -> Self {
        let Some((lowest, highest)) = ends(asked) else { return self.clone() };
        let steps = f64::from(highest) - f64::from(lowest);
        let wide = |figure: f64| decimal(amount(figure * 100.0 / steps));
        let mean = |mean: Option<f64>| mean.and_then(|mean| percent_of_range(asked, mean));
        Self {
            mean_first: mean(self.mean_first),
            mean_second: mean(self.mean_second),
            change: self.change.map(wide),
            interval: self.interval.as_ref().map(|of| Interval { low: wide(of.low), high: wide(of.high) }),
            ..self.clone()
        }
    }
}

impl Change {
    /// Hidden, but for the people on the top steps, which tell no step.
    fn without_figures(self) -> Self {
        let independent = self.independent.without_figures();
        let paired = self.paired.as_ref().map(ScoreChange::without_figures);
        Self { hidden: true, independent, paired, ..self }
    }

    /// The change of a question as that of the scale that it is alone.
    fn as_percent(&self, subscale: &Id, asked: &Asked<'_>) -> Self {
        Self {
            of: subscale.clone(),
            hidden: self.hidden,
            independent: self.independent.as_percent(asked),
            paired: self.paired.as_ref().map(|of| of.as_percent(asked)),
            top_first: None,
            top_second: None,
            top_interval: None,
        }
    }
}

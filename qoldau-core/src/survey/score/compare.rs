//! Two phases held against each other.

use serde::Serialize;

use super::cases::{Cases, Person, Units};
use super::hide::is_few;
use super::phase::{of_cases, population_of, shown_top};
use super::{PhaseScores, ScoreOptions, TopBoxes};
use crate::survey::answers::{PersonCode, Response, Standing, code_of_recipe};
use crate::survey::expression::Rational;
use crate::survey::lint::code_space;
use crate::survey::questionnaire::{CodeRecipe, Form};
use crate::survey::stats::distribution::student_t_upper_quantile;
use crate::survey::stats::numeric::quotient;
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
    /// Whether its figures are hidden because too few people answered.
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

/// A change with its interval and its size.
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
        both.with_top(
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
        )
    });
    let complete = |items: &[Id]| {
        let asked =
            |item: &Id| form.asked(item.as_str()).is_some_and(|asked| asked_in_both(&asked.question.phases));
        items.iter().all(asked)
    };
    let subscales = form.questionnaire.subscales.iter().filter(|subscale| complete(&subscale.items));
    let subscales =
        subscales.map(|subscale| both.change(&subscale.id, &|person| person.score(form, subscale)));
    let (questions, subscales) = (questions.collect(), subscales.collect());
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

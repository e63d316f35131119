//! Mirrors of the types of `qoldau_core::survey::score`. Written by `bindings-mobile/mirror`; do not edit:
//! `QOLDAU_UPDATE=1 cargo test -p qoldau-mirror`

use qoldau_core::survey::questionnaire::Satisfaction;
use qoldau_core::survey::score::Change;
use qoldau_core::survey::score::Comparison;
use qoldau_core::survey::score::Design;
use qoldau_core::survey::score::Pairing;
use qoldau_core::survey::score::PhaseScores;
use qoldau_core::survey::score::QuestionScores;
use qoldau_core::survey::score::SatisfactionScore;
use qoldau_core::survey::score::ScoreChange;
use qoldau_core::survey::score::StepCount;
use qoldau_core::survey::score::SubscaleScores;
use qoldau_core::survey::score::TopBoxes;
use qoldau_core::survey::stats::Interval;
use qoldau_core::survey::stats::NetPromoterScore;
use qoldau_core::survey::stats::Verdict;
use qoldau_core::value::Id;
use qoldau_core::value::Share;

/// The scores of one phase.
#[uniffi::remote(Record)]
pub struct PhaseScores {
    /// The phase; nothing for a survey without phases.
    #[uniffi(default = None)]
    pub phase: Option<Id>,
    /// Whom it asked.
    #[uniffi(default = None)]
    pub population: Option<Id>,
    /// How many people agreed to take part and answered anything. Who answered nothing is among those every question was put
    /// to, and not among these.
    pub people: u32,
    /// Records without consent, which are used for nothing.
    pub without_consent: u32,
    /// People who answered of those invited; nothing for an open link, which has no response rate.
    #[uniffi(default = None)]
    pub response_rate: Option<Share>,
    /// The questions, in the order of the form. Of those without steps and options it is told how many answered.
    pub questions: Vec<QuestionScores>,
    /// The subscales.
    pub subscales: Vec<SubscaleScores>,
}

/// The scores of one question. Where `hidden`, fewer people answered than may be shown.
#[uniffi::remote(Record)]
pub struct QuestionScores {
    /// The question.
    pub question: Id,
    /// People who were asked; nothing where it is hidden.
    #[uniffi(default = None)]
    pub asked: Option<u32>,
    /// People who were not. Where they are few, somebody's answer to another question follows from them: it is hidden then, and as
    /// many of the kinds below that it does not follow from the rest. So are few who said that they do not know, or the like.
    #[uniffi(default = None)]
    pub not_asked: Option<u32>,
    /// People whose answer is scored.
    pub answered: u32,
    /// People who left it empty.
    #[uniffi(default = None)]
    pub no_answer: Option<u32>,
    /// "Don't know".
    #[uniffi(default = None)]
    pub dont_know: Option<u32>,
    /// Refused.
    #[uniffi(default = None)]
    pub refused: Option<u32>,
    /// "Does not apply to me".
    #[uniffi(default = None)]
    pub not_applicable: Option<u32>,
    /// Answers that are none of those possible, or that could not be read.
    #[uniffi(default = None)]
    pub invalid: Option<u32>,
    /// Answers whose constraint could not be evaluated.
    #[uniffi(default = None)]
    pub unchecked: Option<u32>,
    /// Whether its figures are hidden because too few answered.
    pub hidden: bool,
    /// How many marked each step or option; of several marks each counts its people.
    pub steps: Vec<StepCount>,
    /// Mean of the steps after reversing. Where a step is hidden it has one decimal, and is not there where it would tell the step still.
    #[uniffi(default = None)]
    pub mean: Option<f64>,
    /// Standard deviation (n − 1) of the same; nothing where a step is hidden.
    #[uniffi(default = None)]
    pub sd: Option<f64>,
    /// People on the top steps; nothing where they, or the others who answered, are too few to be shown.
    #[uniffi(default = None)]
    pub top: Option<TopBoxes>,
    /// The net promoter score, of a rating from 0 to 10; nothing where promoters, passives or detractors are too few to be shown.
    #[uniffi(default = None)]
    pub net_promoter_score: Option<NetPromoterScore>,
}

/// How many people marked one step or option.
#[uniffi::remote(Record)]
pub struct StepCount {
    /// Its code, or the number of a rating; `true` and `false` of yes and no.
    pub code: String,
    /// How many; nothing where it is hidden.
    #[uniffi(default = None)]
    pub count: Option<u32>,
}

/// People on the top steps of a question, after reversing.
#[uniffi::remote(Record)]
pub struct TopBoxes {
    /// How many steps from the top.
    pub boxes: u32,
    /// How many people, of all who answered.
    pub share: Share,
    /// Wilson's interval of the share, 0 to 1; where everybody of a population of known size was asked, in the size of sample
    /// that would tell as much of an endless one (Cochran 1977).
    #[uniffi(default = None)]
    pub interval: Option<Interval>,
}

/// The scores on one subscale, as percents of the possible (POMP). Where `hidden`, fewer people are scored than may be shown.
#[uniffi::remote(Record)]
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
    #[uniffi(default = None)]
    pub mean: Option<f64>,
    /// Their standard deviation (n − 1).
    #[uniffi(default = None)]
    pub sd: Option<f64>,
}

/// The satisfaction of a phase, by the definition the project declared.
#[uniffi::remote(Record)]
pub struct SatisfactionScore {
    /// The definition and the promise.
    pub rule: Satisfaction,
    /// The phase it was measured in.
    #[uniffi(default = None)]
    pub phase: Option<Id>,
    /// Whom it is about.
    #[uniffi(default = None)]
    pub population: Option<Id>,
    /// How many people these are, where that is known and no fewer than answered.
    #[uniffi(default = None)]
    pub size: Option<u32>,
    /// People who count: those who answered, and by the rule `notSatisfied` those who were asked and did not.
    pub people: u32,
    /// People who were asked and are left out, because they gave no answer to score. Nothing where it would tell how many were
    /// not asked, which hangs on what they answered before, and these are too few to be shown.
    #[uniffi(default = None)]
    pub left_out: Option<u32>,
    /// Whether the figures are hidden: too few people answered, or the figure would give away a step of the question that is
    /// hidden. The people who are not satisfied may be few: the share is what the contract promises, and the report says it.
    pub hidden: bool,
    /// The figure: satisfied of those who count; by the mean, what was scored of what could be, 6,300 for every person in
    /// every survey, so that those of several events add up. Nothing where nobody counts, and where `hidden`.
    #[uniffi(default = None)]
    pub share: Option<Share>,
    /// Whether the share is at least the promised percent: numerator × 100 ≥ percent × denominator, in whole numbers. This
    /// is what the contract asks. Nothing where `hidden`.
    #[uniffi(default = None)]
    pub met: Option<bool>,
    /// How surely, by one-sided bounds; it stands beside `met` and never replaces it. Nothing where it cannot be said: of
    /// equal scores of a part of the people, which tell nothing of how others differ, of a single one, and where more
    /// people answered than the population has.
    #[uniffi(default = None)]
    pub verdict: Option<Verdict>,
    /// One-sided lower bound of the share, 0 to 1.
    #[uniffi(default = None)]
    pub lower: Option<f64>,
    /// One-sided upper bound of the share, 0 to 1.
    #[uniffi(default = None)]
    pub upper: Option<f64>,
    /// The share if nobody who is not known were satisfied, 0 to 1; only of a population of known size.
    #[uniffi(default = None)]
    pub worst_case: Option<f64>,
    /// The share if all of them were.
    #[uniffi(default = None)]
    pub best_case: Option<f64>,
}

/// Two phases held against each other. Every change is second − first.
#[uniffi::remote(Record)]
pub struct Comparison {
    /// The first phase.
    pub first: PhaseScores,
    /// The second.
    pub second: PhaseScores,
    /// Whether both ask the same population; a change between two populations is none of people.
    pub same_population: bool,
    /// How the codes of people pair; nothing where the survey asks for none.
    #[uniffi(default = None)]
    pub pairing: Option<Pairing>,
    /// Questions with steps that both phases ask, in the order of the form.
    pub questions: Vec<Change>,
    /// Subscales of which both phases ask every item.
    pub subscales: Vec<Change>,
}

/// How the anonymous codes of two phases pair, by count.
#[uniffi::remote(Record)]
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
    #[uniffi(default = None)]
    pub chance_pairs: Option<f64>,
}

/// The change of one question (in steps) or one subscale (in percent of the possible).
#[uniffi::remote(Record)]
pub struct Change {
    /// The question or subscale.
    pub of: Id,
    /// Whether its figures are hidden because too few people answered, or because they would tell a step that is hidden in a phase.
    pub hidden: bool,
    /// Everybody of both phases, as two independent groups.
    pub independent: ScoreChange,
    /// The people who are in both, pair by pair; nothing where none are. Those are in the groups beside it too.
    #[uniffi(default = None)]
    pub paired: Option<ScoreChange>,
    /// People on the top steps in the first phase; of a question, where they and the others are not too few to be shown.
    #[uniffi(default = None)]
    pub top_first: Option<TopBoxes>,
    /// The same in the second.
    #[uniffi(default = None)]
    pub top_second: Option<TopBoxes>,
    /// Newcombe's interval of the change of that share, −1 to 1.
    #[uniffi(default = None)]
    pub top_interval: Option<Interval>,
}

/// A change with its interval and its size. Of a question of which a step is hidden in a phase the figures have one decimal (more where they
/// would seem to be on the other side of 0), and there is no probability and no effect size. Where change and interval would tell the step
/// still, there is no interval, both means have one decimal, and the change is the difference of these.
#[uniffi::remote(Record)]
pub struct ScoreChange {
    /// The design.
    pub design: Design,
    /// People of the first phase.
    pub n_first: u32,
    /// People of the second; of pairs the same.
    pub n_second: u32,
    /// Mean of the first phase.
    #[uniffi(default = None)]
    pub mean_first: Option<f64>,
    /// Mean of the second.
    #[uniffi(default = None)]
    pub mean_second: Option<f64>,
    /// Second − first.
    #[uniffi(default = None)]
    pub change: Option<f64>,
    /// Its interval, by Student's t (Welch 1947 for two groups); nothing where the differences, or both groups, do not vary.
    #[uniffi(default = None)]
    pub interval: Option<Interval>,
    /// Two-sided probability of such a change by chance.
    #[uniffi(default = None)]
    pub p: Option<f64>,
    /// Effect size: Hedges' g.
    #[uniffi(default = None)]
    pub effect: Option<f64>,
    /// Cliff's delta, −1 to 1: how much oftener a person of the second phase scores higher than one of the first; of two
    /// groups.
    #[uniffi(default = None)]
    pub cliffs_delta: Option<f64>,
}

/// In which design a change was reckoned.
#[uniffi::remote(Enum)]
pub enum Design {
    /// Two groups: Welch's test, Hedges' g, Cliff's delta.
    Independent,
    /// Pairs: Student's test of the differences, Hedges' g of them.
    Paired,
}

//! What counts come to.

use serde::Serialize;

use super::counts::{FaultKind, SurveyCounts};
use super::layout::{DONT_KNOW, FIRST_STEP, INVALID, NO_ANSWER, NOT_APPLICABLE, REFUSED, Scale};
use super::pairs::{PairCounts, scores};
use super::plan::{CountPlan, Item, Scored};
use crate::finding::{Finding, Param, Place, RuleInfo};
use crate::survey::answers::rules::{NO_CONSENT, OUT_OF_RANGE, Rows};
use crate::survey::import::{ColumnUse, ImportedColumn, rules};
use crate::survey::score::beside::{Marked, percent_of_range};
use crate::survey::score::hide::{is_few, is_part_of_few};
use crate::survey::stats::numeric::quotient;
use crate::survey::stats::{
    Interval, Level, PairedProportions, PairedT, PairedTable, ScoreSums, alpha_of_sums, paired_proportions,
};
use crate::value::Id;

/// What a counted survey comes to.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Totals {
    /// How many rows there were below the header, those that were not counted too.
    pub rows: u32,
    /// How many people were counted.
    pub people: u32,
    /// Rows without consent, which are used for nothing.
    pub without_consent: u32,
    /// Questions with steps, and subscales, that are not counted: those with a skip or a constraint, and those that a phase does not ask.
    pub not_counted: Vec<Id>,
    /// The groups by name, each phase by phase.
    pub groups: Vec<GroupTotals>,
    /// Cronbach's alpha of the subscales: of all people, then of each phase.
    pub reliability: Vec<Reliability>,
    /// The people of the first and the last phase by their codes; nothing without phases or codes.
    pub pairs: Option<PairTotals>,
    /// The columns, in their order.
    pub columns: Vec<ImportedColumn>,
    /// What is to be looked at, by row (counted from 1, the header is row 1) and column.
    pub findings: Vec<Finding>,
}

/// A group in a phase.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct GroupTotals {
    /// What its rows say in the column of groups; empty for rows that say nothing, and where there is no such column.
    pub group: String,
    /// The phase; nothing for a survey without phases.
    pub phase: Option<Id>,
    /// How many people.
    pub people: u32,
    /// The questions that are counted, in the order of the form.
    pub items: Vec<ItemTotals>,
    /// The subscales that are counted.
    pub subscales: Vec<SubscaleTotals>,
}

/// The answers of a group to a question. Where `hidden`, fewer people answered than may be shown.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct ItemTotals {
    /// The question.
    pub question: Id,
    /// People who marked a step.
    pub answered: u32,
    /// People who left it empty.
    pub no_answer: u32,
    /// "Don't know".
    pub dont_know: u32,
    /// Refused.
    pub refused: u32,
    /// "Does not apply to me".
    pub not_applicable: u32,
    /// Answers that are none of those possible, or that could not be read.
    pub invalid: u32,
    /// Whether the figures below are hidden.
    pub hidden: bool,
    /// How many marked each step, from the lowest to the highest as they are marked; nothing for those too few to be shown, and
    /// for as many more that these do not follow from the sum. Empty where all figures are `hidden`.
    pub steps: Vec<Option<u32>>,
    /// People on the top steps after reversing: the upper two, of fewer than five the uppermost; nothing where they, or the
    /// others who answered, are too few to be shown.
    pub top: Option<u32>,
    /// Mean step after reversing; undefined where nobody answered. Where a step is hidden it has one decimal, and is not there where it would
    /// tell the step still.
    pub mean: Option<f64>,
}

/// The scores of a group on a subscale, as percents of the possible (POMP). Where `hidden`, fewer people are scored than may be shown.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct SubscaleTotals {
    /// The subscale.
    pub subscale: Id,
    /// People with a score.
    pub scored: u32,
    /// People with too few answers for one.
    pub unscored: u32,
    /// Whether the figures below are hidden.
    pub hidden: bool,
    /// Mean of the scores, 0 to 100.
    pub mean: Option<f64>,
    /// Their standard deviation (n − 1).
    pub sd: Option<f64>,
    /// Mean of the scores as steps; undefined where the items have different steps.
    pub mean_step: Option<f64>,
}

/// Cronbach's alpha of a subscale, of people who answered every item; of items with different steps as percents of the possible.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Reliability {
    /// The subscale.
    pub subscale: Id,
    /// The phase; nothing for all people.
    pub phase: Option<Id>,
    /// How many people answered every item.
    pub persons: u32,
    /// Alpha; undefined of fewer than two items or people, and where the sum of the items does not vary.
    pub alpha: Option<f64>,
    /// Feldt's interval of it.
    pub feldt: Option<Interval>,
}

/// The people of two phases by their codes. Every difference is second − first.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct PairTotals {
    /// The first phase.
    pub first: Id,
    /// The second.
    pub second: Id,
    /// People whose code stands in both phases once.
    pub matched: u32,
    /// People of the first phase without a pair, those without a code and with a repeated one too.
    pub unmatched_first: u32,
    /// People of the second phase without one.
    pub unmatched_second: u32,
    /// People of the first phase without a code.
    pub without_code_first: u32,
    /// People of the second phase without one.
    pub without_code_second: u32,
    /// People of the first phase whose code others there have too: they are never paired.
    pub repeated_first: u32,
    /// The same of the second phase.
    pub repeated_second: u32,
    /// The scores of pairs with a score in both phases.
    pub subscales: Vec<PairedSubscale>,
    /// The questions that are followed.
    pub questions: Vec<PairedQuestion>,
}

/// The scores of pairs on a subscale, as percents of the possible.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct PairedSubscale {
    /// The subscale.
    pub subscale: Id,
    /// Whether fewer pairs are scored than may be shown.
    pub hidden: bool,
    /// How many percents of the possible a step is; undefined where the items have different steps.
    pub percent_of_step: Option<f64>,
    /// Student's test of second − first.
    pub test: Option<PairedT>,
}

/// Pairs by whether both answers to a question are on the top steps.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct PairedQuestion {
    /// The question.
    pub question: Id,
    /// Whether fewer pairs answered, or stand in one of the four cells, than may be shown.
    pub hidden: bool,
    /// Pairs that answered in both phases.
    pub table: Option<PairedTable>,
    /// The shares of both phases, `McNemar`'s tests.
    pub test: Option<PairedProportions>,
}

/// What counts come to.
#[must_use]
pub fn totals(plan: &CountPlan<'_>, counts: &SurveyCounts) -> Totals {
    let scores = scores(plan);
    of_pairs(plan, counts, &PairCounts::of(plan, counts, &scores, 0, 1))
}

/// The same, where the people are paired already.
pub(super) fn of_pairs(plan: &CountPlan<'_>, counts: &SurveyCounts, pairs: &PairCounts<'_>) -> Totals {
    let view = View { plan, counts, level: Level::new(plan.options.level).ok() };
    let phases = &plan.form.questionnaire.phases;
    let phase_ids = || phases.iter().map(|phase| Some(phase.id.clone()));
    let ids: Vec<Option<Id>> = if phases.is_empty() { vec![None] } else { phase_ids().collect() };
    let groups = counts.groups.iter().flat_map(|(name, group)| {
        let of_phase =
            |(phase, id): (usize, &Option<Id>)| view.group(name, id.clone(), view.cell(*group, phase));
        ids.iter().enumerate().map(of_phase).collect::<Vec<_>>()
    });
    let groups: Vec<GroupTotals> = groups.collect();
    let all_then_each = std::iter::once((None, None))
        .chain(phases.iter().enumerate().map(|(at, phase)| (Some(at), Some(phase.id.clone()))));
    Totals {
        rows: counts.rows(),
        people: groups.iter().fold(0, |all, group| all.saturating_add(group.people)),
        without_consent: counts.without_consent.iter().fold(0, |all, rows| all.saturating_add(*rows)),
        not_counted: plan.not_counted.clone(),
        reliability: all_then_each.flat_map(|(at, id)| view.reliability(at, id.as_ref())).collect(),
        pairs: view.pairs(pairs),
        groups,
        columns: plan.columns.clone(),
        findings: findings(plan, counts),
    }
}

/// Counts with what they are counts of.
struct View<'v> {
    plan: &'v CountPlan<'v>,
    counts: &'v SurveyCounts,
    level: Option<Level>,
}

impl View<'_> {
    /// The numbers of a group in a phase.
    fn cell(&self, group: usize, phase: usize) -> &[u32] {
        let layout = &self.plan.layout;
        let cell = group.saturating_mul(layout.phases).saturating_add(phase);
        let start = cell.saturating_mul(layout.stride);
        self.counts.cells.get(start..start.saturating_add(layout.stride)).unwrap_or_default()
    }

    /// The numbers of every group, in one phase or in all.
    fn cells(&self, phase: Option<usize>) -> impl Iterator<Item = &[u32]> {
        let phases = self.plan.layout.phases;
        let groups = 0..self.counts.groups.len();
        groups
            .flat_map(move |group| (0..phases).map(move |of| (group, of)))
            .filter(move |(_, of)| phase.is_none_or(|phase| phase == *of))
            .map(|(group, of)| self.cell(group, of))
    }

    fn is_few(&self, people: u32) -> bool {
        is_few(people, self.plan.options.smallest)
    }

    /// The subscales with where they are counted.
    fn scales(&self) -> impl Iterator<Item = (&Scored<'_>, &Scale)> {
        let placed = self.plan.layout.scales.iter().filter(|scale| scale.scores.is_some());
        self.plan.scales.iter().zip(placed)
    }

    fn group(&self, name: &str, phase: Option<Id>, cell: &[u32]) -> GroupTotals {
        let of_item = |(at, item): (usize, &Item<'_>)| self.item(at, item, cell);
        let items: Vec<ItemTotals> = self.plan.items.iter().enumerate().map(of_item).collect();
        let subscales = self
            .scales()
            .map(|(scored, scale)| self.beside(self.subscale(scored, scale, cell), scored, &items));
        let subscales = subscales.collect();
        GroupTotals {
            group: name.to_owned(),
            phase,
            people: cell.first().copied().unwrap_or(0),
            items,
            subscales,
        }
    }

    /// Of a scale of one item the mean is that of its question, and tells as much of the steps that are hidden.
    fn beside(&self, totals: SubscaleTotals, scored: &Scored<'_>, items: &[ItemTotals]) -> SubscaleTotals {
        let [only] = scored.subscale.items.as_slice() else { return totals };
        let item = self.plan.items.iter().zip(items).find(|(_, of)| of.question == *only);
        match item {
            Some((item, of)) if of.steps.contains(&None) && !totals.hidden => SubscaleTotals {
                mean: of.mean.and_then(|mean| percent_of_range(item.asked, mean)),
                sd: None,
                mean_step: of.mean,
                ..totals
            },
            _ => totals,
        }
    }

    /// How many people gave each class of answer to an item.
    fn classes(&self, item: usize, cell: &[u32]) -> Vec<u32> {
        let slots = self.plan.layout.scales.iter().flat_map(|scale| &scale.slots);
        let Some(slot) = slots.into_iter().find(|slot| slot.item == item) else { return Vec::new() };
        let half = |start: usize| cell.get(start..start.saturating_add(slot.classes)).unwrap_or_default();
        let complete = half(slot.at.saturating_add(slot.classes));
        half(slot.at).iter().zip(complete).map(|(some, all)| some.saturating_add(*all)).collect()
    }

    fn item(&self, at: usize, item: &Item<'_>, cell: &[u32]) -> ItemTotals {
        let classes = self.classes(at, cell);
        let of = |class: u8| classes.get(usize::from(class)).copied().unwrap_or(0);
        let steps: Vec<u32> = classes.iter().skip(usize::from(FIRST_STEP)).copied().collect();
        let answered = steps.iter().fold(0_u32, |all, step| all.saturating_add(*step));
        let hidden = self.is_few(answered);
        let smallest = self.plan.options.smallest;
        let marked = Marked::of(item.asked, &steps, None, smallest);
        let shown =
            steps.iter().zip(marked.hide()).map(|(step, hidden)| (!hidden).then_some(*step)).collect();
        let scored = || item.steps.iter().map(|step| item.scored(*step)).zip(&steps);
        let sum: i128 =
            scored().map(|(step, people)| i128::from(step).saturating_mul((*people).into())).sum();
        let is_top = |step: i32| item.top.is_some_and(|top| step >= top);
        let top = scored()
            .filter(|(step, _)| is_top(*step))
            .fold(0_u32, |all, (_, people)| all.saturating_add(*people));
        ItemTotals {
            question: item.asked.question.id.clone(),
            answered,
            no_answer: of(NO_ANSWER),
            dont_know: of(DONT_KNOW),
            refused: of(REFUSED),
            not_applicable: of(NOT_APPLICABLE),
            invalid: of(INVALID),
            hidden,
            top: item.top.map(|_| top).filter(|top| !is_part_of_few(*top, answered, smallest)),
            mean: if marked.hides() {
                marked.rough_mean().filter(|_| !hidden)
            } else {
                quotient(sum, answered.into())
            },
            steps: if hidden { Vec::new() } else { shown },
        }
    }

    /// The sums of the scores on a subscale, in units of its common denominator, with how many people have none.
    fn sums(scored: &Scored<'_>, scale: &Scale, cell: &[u32]) -> (ScoreSums, u32) {
        let (mut sums, mut unscored) = (ScoreSums::default(), 0_u32);
        let start = scale.scores.unwrap_or(0);
        for answered in 0..=scale.slots.len() {
            let share = i64::try_from(answered).ok().and_then(|answered| scored.common.checked_div(answered));
            for sum in 0..scale.sums {
                let people = cell.get(start.saturating_add(scale.score(answered, sum))).copied().unwrap_or(0);
                let score = share.and_then(|share| share.checked_mul(i64::try_from(sum).ok()?));
                match score {
                    Some(score) if answered >= scored.least => sums.add(score, people),
                    _ => unscored = unscored.saturating_add(people),
                }
            }
        }
        (sums, unscored)
    }

    fn subscale(&self, scored: &Scored<'_>, scale: &Scale, cell: &[u32]) -> SubscaleTotals {
        let (sums, unscored) = Self::sums(scored, scale, cell);
        let hidden = self.is_few(sums.n());
        // A unit is this part of a step, and a hundredth of a percent of the range is that of it.
        let step = i128::from(scored.common);
        let whole = step.saturating_mul(scored.range.into());
        let lowest =
            self.plan.items.iter().find(|item| scored.subscale.items.contains(&item.asked.question.id));
        let lowest = lowest.map_or(0, |item| item.ends.0);
        SubscaleTotals {
            subscale: scored.subscale.id.clone(),
            scored: sums.n(),
            unscored,
            hidden,
            mean: sums.mean(0, 100, whole).filter(|_| !hidden),
            sd: sums.sd(100, whole).filter(|_| !hidden),
            mean_step: sums.mean(lowest, 1, step).filter(|_| !hidden && scored.in_steps),
        }
    }

    fn reliability(&self, phase: Option<usize>, id: Option<&Id>) -> Vec<Reliability> {
        let of = |(scored, scale): (&Scored<'_>, &Scale)| {
            let items: Vec<ScoreSums> = scale
                .slots
                .iter()
                .map(|slot| {
                    let mut sums = ScoreSums::default();
                    let start = slot.at.saturating_add(slot.classes);
                    for cell in self.cells(phase) {
                        let people = cell.get(start..).unwrap_or_default();
                        for (weight, people) in slot.weights.iter().zip(people) {
                            sums.add(super::layout::apart(*weight).1.try_into().unwrap_or(0), *people);
                        }
                    }
                    sums
                })
                .collect();
            let mut total = ScoreSums::default();
            let start = scale.scores.unwrap_or(0).saturating_add(scale.score(scale.slots.len(), 0));
            for cell in self.cells(phase) {
                let people = cell.get(start..start.saturating_add(scale.sums)).unwrap_or_default();
                (0..).zip(people).for_each(|(sum, people)| total.add(sum, *people));
            }
            let hidden = self.is_few(total.n());
            let (alpha, feldt) = match self.level.filter(|_| !hidden) {
                Some(level) => alpha_of_sums(&items, &total, level),
                None => (None, None),
            };
            Reliability {
                subscale: scored.subscale.id.clone(),
                phase: id.cloned(),
                persons: total.n(),
                alpha,
                feldt,
            }
        };
        self.scales().map(of).collect()
    }

    fn pairs(&self, pairs: &PairCounts<'_>) -> Option<PairTotals> {
        let plan = self.plan;
        let [first, second] = plan.layout.paired?;
        let phases = &plan.form.questionnaire.phases;
        let people = |phase: usize| {
            let of = self.cells(Some(phase)).filter_map(|cell| cell.first());
            of.fold(0_u32, |all, people| all.saturating_add(*people))
        };
        let paired = pairs.paired;
        let subscales = self.plan.scales.iter().zip(&pairs.sums).map(|(scored, sums)| {
            let hidden = self.is_few(sums.n());
            let percent = quotient(100, scored.range.into());
            let unit = i128::from(scored.common).saturating_mul(scored.range.into());
            PairedSubscale {
                subscale: scored.subscale.id.clone(),
                hidden,
                percent_of_step: percent.filter(|_| scored.in_steps),
                test: self.level.filter(|_| !hidden).map(|level| {
                    let of = sums.second_minus_first(100, unit, level);
                    // Equal differences tell nothing of how others differ.
                    PairedT { ci: of.ci.filter(|_| of.t.is_some()), ..of }
                }),
            }
        });
        let questions = plan.layout.followed.iter().enumerate().filter_map(|(at, followed)| {
            let table = pairs.table(at);
            let answered = [table.both, table.first_only, table.second_only, table.neither];
            // Four cells that are shown with their sum: one that is too small hides them all, and the tests that tell them.
            let people = answered.into_iter().fold(0, u32::saturating_add);
            let hidden = self.is_few(people) || answered.into_iter().any(|cell| self.is_few(cell));
            let shown = (!hidden).then_some(table);
            Some(PairedQuestion {
                question: plan.items.get(followed.item)?.asked.question.id.clone(),
                hidden,
                table: shown,
                test: shown.zip(self.level).and_then(|(table, level)| paired_proportions(table, level).ok()),
            })
        });
        let [without_code_first, without_code_second] = self.counts.without_code;
        let [repeated_first, repeated_second] = paired.repeated;
        Some(PairTotals {
            first: phases.get(first)?.id.clone(),
            second: phases.get(second)?.id.clone(),
            matched: paired.matched,
            unmatched_first: people(first).saturating_sub(paired.matched),
            unmatched_second: people(second).saturating_sub(paired.matched),
            without_code_first,
            without_code_second,
            repeated_first,
            repeated_second,
            subscales: subscales.collect(),
            questions: questions.collect(),
        })
    }
}

/// What is to be looked at, by row and column.
fn findings(plan: &CountPlan<'_>, counts: &SurveyCounts) -> Vec<Finding> {
    let most = super::counts::LISTED;
    let mut rows = Rows::default();
    plan.findings.iter().for_each(|finding| rows.push(finding.clone(), most));
    for (kind, faults) in &counts.faults {
        let rule: &RuleInfo = match kind {
            FaultKind::Short => &rules::ROW_SHORT,
            FaultKind::Long => &rules::ROW_LONG,
            FaultKind::Torn => &rules::ROW_TORN,
            FaultKind::Empty => &rules::ROW_EMPTY,
            FaultKind::Phase => &rules::PHASE_UNREAD,
            FaultKind::Unread => &rules::CELL_UNREAD,
            FaultKind::Unclear => &rules::CELL_UNCLEAR,
            FaultKind::OutOfRange => &OUT_OF_RANGE,
            FaultKind::NoConsent => &NO_CONSENT,
        };
        for fault in &faults.listed {
            let before =
                counts.parts.range(..fault.part).fold(0_u32, |all, (_, rows)| all.saturating_add(*rows));
            // Rows are counted from 1, and the header is the first.
            let row = before.saturating_add(fault.row).saturating_add(2);
            let question = usize::try_from(fault.column).ok().and_then(|column| {
                match &plan.columns.get(column.checked_sub(1)?)?.used_as {
                    ColumnUse::Question { question } => Some(Param::id("question", question)),
                    _ => None,
                }
            });
            let finding = Finding::new(rule, Place::Row { row, column: fault.column });
            rows.push(question.into_iter().fold(finding, Finding::param), most);
        }
        let listed = u32::try_from(faults.listed.len()).unwrap_or(u32::MAX);
        rows.more(rule, usize::try_from(faults.count.saturating_sub(listed)).unwrap_or(usize::MAX));
    }
    rows.finish(most)
}

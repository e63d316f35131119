//! Why a target stands as it stands, most important first.

use std::collections::BTreeSet;

use super::figures::{Figures, people_uncounted, proven_by_rows, rows_against_count};
use super::judge::{Frame, Reviewed};
use super::networks::parts_are_networks;
use super::outcome::{Blocked, Outcome};
use super::readings::LineOf;
use super::standing::{Figure, Reason, ReasonCode};
use super::tally::{Context, Sum, Tally};
use crate::facts::ReviewState;
use crate::finding::{Param, ParamValue};
use crate::plan::{EachOf, IndicatorKind, ListField, Target, TargetRule, UnitCode, counts_events};
use crate::value::{Amount, DateRange, IsoDate};

/// The reasons of a target.
#[expect(clippy::too_many_arguments, reason = "reasons are drawn from everything that was computed")]
pub(super) fn reasons_of(
    cx: &Context<'_>,
    line: &LineOf<'_>,
    target: &Target,
    tally: &Tally,
    figures: &Figures,
    outcome: &Outcome,
    frame: Frame,
    review: Reviewed,
) -> Vec<Reason> {
    let mut reasons = Reasons { all: Vec::new(), unit: unit_key(line, target) };
    if outcome.not_applicable {
        return reasons.all;
    }
    reasons.of_missing(cx, line, target, tally, outcome, frame);
    reasons.of_conditions(outcome);
    reasons.of_uncounted(cx, line, target, tally, figures, outcome);
    reasons.of_proof(line, tally, figures);
    reasons.of_rows(cx, line, target, tally);
    reasons.of_events(cx, line, target, tally);
    reasons.of_timing(tally, outcome, frame);
    // What is met is only to be told of.
    if outcome.beyond && !outcome.above {
        reasons.push(ReasonCode::AboveRange, []);
    }
    if frame.window.is_none() {
        reasons.push(ReasonCode::NoDeadline, []);
    }
    if matches!(target.rule, TargetRule::AsNeeded {}) {
        reasons.push(ReasonCode::NoNumber, []);
    }
    if review.state == ReviewState::Returned {
        reasons.push(ReasonCode::Returned, []);
    }
    if let Some((accepted, proven)) = review.less {
        let figures = [Param::amount("accepted", accepted), Param::amount("proven", proven)];
        reasons.push(ReasonCode::AcceptedLess, figures);
    }
    reasons.all
}

/// The key of what a target counts: its unit, else the kind of its line.
pub(super) fn unit_key(line: &LineOf<'_>, target: &Target) -> &'static str {
    match &target.unit {
        Some(unit) if unit.code != UnitCode::Other => unit.code.key(),
        _ => line.kind.key(),
    }
}

/// The period that a reason is of: the month it begins in, its last day, and its first where no month begins with it.
fn days_of(range: DateRange) -> impl Iterator<Item = Param> {
    let from = (range.start != range.start.month_start()).then(|| Param::date("from", range.start));
    [Param::month("month", range.start), Param::date("until", range.end)].into_iter().chain(from)
}

struct Reasons {
    all: Vec<Reason>,
    unit: &'static str,
}

impl Reasons {
    fn push(&mut self, code: ReasonCode, params: impl IntoIterator<Item = Param>) {
        self.all.push(Reason { code, params: params.into_iter().collect() });
    }

    fn push_count(&mut self, code: ReasonCode, count: u32) {
        if count > 0 {
            self.push(code, [Param::amount("count", count.into())]);
        }
    }

    fn of_missing(
        &mut self,
        cx: &Context<'_>,
        line: &LineOf<'_>,
        target: &Target,
        tally: &Tally,
        outcome: &Outcome,
        frame: Frame,
    ) {
        let unit = self.unit;
        match outcome.blocked {
            Some(Blocked::Unread) => self.push(ReasonCode::Unread, []),
            Some(Blocked::NoBaseline) => self.push(ReasonCode::NoBaseline, []),
            Some(Blocked::NoDenominator) => self.push(ReasonCode::NoDenominator, []),
            Some(Blocked::NoEvent) => self.push(ReasonCode::NoEventHeld, []),
            Some(Blocked::NotToldApart) => self.push(ReasonCode::NotToldApart, []),
            Some(Blocked::Overflow) => self.push(ReasonCode::Overflow, []),
            None => {}
        }
        for share in outcome.per_event.iter().filter(|share| !share.missing.is_zero()) {
            let day = cx.events.get(&share.event).map(|(_, event)| event.range.start);
            let day = day.map(|day| Param::date("date", day));
            let fixed = [Param::id("event", &share.event), Param::quantity("missing", share.missing, unit)];
            self.push(ReasonCode::EventShort, fixed.into_iter().chain(day));
        }
        for share in &outcome.per_period {
            if !share.missing.is_zero() && share.range.start <= cx.as_of {
                let missing = Param::quantity("missing", share.missing, unit);
                self.push(ReasonCode::PeriodShort, days_of(share.range).chain([missing]));
            }
        }
        for event in &outcome.unmeasured_events {
            let day = cx.events.get(event).map(|(_, event)| Param::date("date", event.range.start));
            self.push(ReasonCode::EventUnmeasured, [Param::id("event", event)].into_iter().chain(day));
        }
        for range in &outcome.unmeasured_periods {
            self.push(ReasonCode::PeriodUnmeasured, days_of(*range));
        }
        // Which networks lack how many of it.
        for (range, network) in outcome.short_networks.iter().filter(|(range, _)| range.start <= cx.as_of) {
            let named = target.parts.iter().find(|part| part.id == network.part);
            let part = named.map_or(network.part.as_str(), |part| part.label.as_str());
            let part = Param::text("part", part);
            let missing = Param::quantity("missing", network.missing, unit);
            self.push(ReasonCode::PartShort, [part, missing].into_iter().chain(days_of(*range)));
        }
        for share in outcome.per_part.iter().filter(|share| !share.missing.is_zero()) {
            let label =
                target.parts.iter().find(|part| part.id == share.part).map(|part| part.label.as_str());
            let part = Param::text("part", label.unwrap_or(share.part.as_str()));
            self.push(ReasonCode::PartShort, [part, Param::quantity("missing", share.missing, unit)]);
        }
        // Only events say which part of a target they are of.
        let kind = line.kind;
        let told_apart = counts_events(kind) || parts_are_networks(kind, target);
        let of_parts = outcome.started && !target.parts.is_empty() && !told_apart;
        let unclear = tally.unclear > 0 && outcome.blocked != Some(Blocked::NotToldApart);
        if of_parts || unclear {
            self.push(ReasonCode::NotToldApart, []);
        }
        let in_total = outcome.per_event.is_empty() && outcome.per_period.is_empty();
        if let Some(missing) = outcome.missing.filter(|missing| in_total && !missing.is_zero()) {
            self.push(ReasonCode::Missing, [Param::quantity("missing", missing, unit)]);
        }
        if let Some(by) = outcome.still_above.filter(|_| in_total) {
            let unit = if line.indicator.asks_for_share(target) { "percentagePoint" } else { unit };
            self.push(ReasonCode::StillAbove, [Param::quantity("missing", by, unit)]);
        }
        self.of_more(cx, outcome);
        let held = outcome.per_event.len().saturating_add(outcome.unmeasured_events.len());
        let planned = frame.planned.and_then(|planned| usize::try_from(planned).ok());
        if let Some(planned) = planned.filter(|planned| held > 0 && held < *planned) {
            self.push(ReasonCode::EventsOpen, [Param::count("planned", planned), Param::count("held", held)]);
        }
    }

    /// What an event or a period has.
    fn actual(&self, figure: Figure) -> Param {
        match figure {
            Figure::Amount { amount } => Param::quantity("actual", amount, self.unit),
            Figure::Share { share } => Param { name: "actual".into(), value: ParamValue::Share { share } },
        }
    }

    /// More than a limit, or than a range of which nobody has said whether it is one.
    fn of_more(&mut self, cx: &Context<'_>, outcome: &Outcome) {
        for (event, actual) in &outcome.above_events {
            let day = cx.events.get(event).map(|(_, event)| Param::date("date", event.range.start));
            let fixed = [Param::id("event", event), self.actual(*actual)];
            self.push(ReasonCode::EventAbove, fixed.into_iter().chain(day));
        }
        for (range, actual) in &outcome.above_periods {
            let actual = self.actual(*actual);
            self.push(ReasonCode::PeriodAbove, days_of(*range).chain([actual]));
        }
        let named = !outcome.above_events.is_empty() || !outcome.above_periods.is_empty();
        if outcome.above && outcome.beyond {
            self.push(ReasonCode::AboveRange, []);
        } else if outcome.above && !named {
            self.push(ReasonCode::AboveLimit, []);
        }
    }

    fn of_conditions(&mut self, outcome: &Outcome) {
        for by in &outcome.approvals {
            self.push(ReasonCode::ApprovalMissing, [Param::word("by", by.key())]);
        }
        for document in &outcome.documents {
            self.push(ReasonCode::DocumentMissing, [Param::word("document", document.key())]);
        }
    }

    /// What is there without the number that it would prove.
    fn of_uncounted(
        &mut self,
        cx: &Context<'_>,
        line: &LineOf<'_>,
        target: &Target,
        tally: &Tally,
        figures: &Figures,
        outcome: &Outcome,
    ) {
        let kind = line.kind;
        if kind == IndicatorKind::Participants && !line.indicator.asks_for_share(target) {
            let people = people_uncounted(cx, line, tally);
            if !people.is_zero() {
                return self.push(ReasonCode::PeopleUncounted, [Param::amount("count", people)]);
            }
        }
        // What may show a focus group or a presentation, where nobody recorded how many there were.
        if figures.claimed.is_none() && counts_events(kind) && kind != IndicatorKind::Event {
            let count = tally.shown_on.values().filter_map(|items| items.total.to_u32());
            self.push_count(ReasonCode::EvidenceUncounted, count.fold(0, u32::saturating_add));
        }
        let counted = kind.counts_artefacts() || counts_events(kind);
        if figures.claimed.is_none() && tally.items > 0 && !counted {
            self.push_count(ReasonCode::EvidenceUncounted, tally.items);
        } else if outcome.no_data {
            self.push(ReasonCode::NoData, []);
        }
    }

    fn of_proof(&mut self, line: &LineOf<'_>, tally: &Tally, figures: &Figures) {
        self.push_count(ReasonCode::ProofLost, tally.lost);
        self.push_count(ReasonCode::EventNotHeld, tally.not_held);
        let unsigned = line.indicator.requires.list_fields.contains(&ListField::Signature);
        if unsigned && tally.incomplete > 0 {
            self.push_count(ReasonCode::ListUnsigned, tally.incomplete);
        } else {
            self.push_count(ReasonCode::ProofIncomplete, tally.incomplete);
        }
        let artefacts = line.kind.counts_artefacts();
        if artefacts {
            self.push_count(ReasonCode::OtherKind, tally.other_kind);
        }
        self.push_count(ReasonCode::CountedForTask, tally.left_to_tasks);
        if let Some(shared) = tally.with_task.known().filter(|shared| artefacts && !shared.is_zero()) {
            let alone = tally.valid.total.shortfall(shared);
            self.push(
                ReasonCode::SharedWithTask,
                [Param::amount("count", shared), Param::amount("alone", alone)],
            );
        }
        let amount = |figure: Option<Figure>| figure.and_then(Figure::amount);
        let proven = amount(figures.proven).unwrap_or(Amount::ZERO);
        if let Some(claimed) = amount(figures.claimed).filter(|claimed| *claimed != proven) {
            self.push(
                ReasonCode::ClaimedNotProven,
                [Param::amount("claimed", claimed), Param::amount("proven", proven)],
            );
        }
    }

    fn of_rows(&mut self, cx: &Context<'_>, line: &LineOf<'_>, target: &Target, tally: &Tally) {
        if proven_by_rows(line, target) {
            self.push_count(ReasonCode::RowsUnknown, tally.unstated);
        }
        for (event, rows, count) in rows_against_count(tally) {
            let event = event.and_then(|at| cx.events.groups.get(at));
            let named = event.map(|event| {
                [Param::id("event", &event.event.event), Param::date("date", event.range.start)]
            });
            let figures = [Param::amount("rows", rows), Param::quantity("count", count, line.kind.key())];
            self.push(ReasonCode::RowsDiffer, figures.into_iter().chain(named.into_iter().flatten()));
        }
    }

    fn of_events(&mut self, cx: &Context<'_>, line: &LineOf<'_>, target: &Target, tally: &Tally) {
        let of_each_event = target.each.as_ref().is_some_and(|each| each.of == EachOf::Event);
        if counts_events(line.kind) {
            let groups = cx.events.of_activity(&line.activity.id);
            let doubles: usize = groups.map(|(_, event)| event.doubles.len()).sum();
            self.push_count(ReasonCode::ProbableDoubles, u32::try_from(doubles).unwrap_or(u32::MAX));
        }
        if of_each_event {
            let mut with_event = Amount::ZERO;
            let of_activity = cx.events.of_activity(&line.activity.id);
            for sum in of_activity.filter_map(|(at, _)| tally.by_event.get(&at)) {
                with_event = with_event.checked_add(sum.total).unwrap_or(with_event);
            }
            let loose = tally.valid.total.shortfall(with_event);
            if !loose.is_zero() && line.kind.counts_artefacts() {
                self.push(ReasonCode::ItemsWithoutEvent, [Param::amount("count", loose)]);
            } else {
                self.of_loose_figures(cx, line, tally);
            }
            self.push_count(ReasonCode::ItemsOfSeveralEvents, tally.of_several);
        }
    }

    /// What was counted or measured without an event of the activity, where it is asked for of each.
    fn of_loose_figures(&mut self, cx: &Context<'_>, line: &LineOf<'_>, tally: &Tally) {
        let own: BTreeSet<usize> = cx.events.of_activity(&line.activity.id).map(|(at, _)| at).collect();
        let loose = |event: &Option<usize>| event.is_none_or(|at| !own.contains(&at));
        let mut counted = Sum::default();
        let counts = tally.claimed_at.iter().filter(|(event, _)| loose(event));
        counts.for_each(|(_, count)| counted.add(count.total));
        if !counted.total.is_zero() {
            let count = Param::quantity("count", counted.total, self.unit);
            self.push(ReasonCode::ItemsWithoutEvent, [count]);
        }
        if let Some(share) = tally.shares_at.get(&None).copied().flatten() {
            let count = Param { name: "count".into(), value: ParamValue::Share { share } };
            self.push(ReasonCode::ItemsWithoutEvent, [count]);
        }
    }

    fn of_timing(&mut self, tally: &Tally, outcome: &Outcome, frame: Frame) {
        let after = |day: &IsoDate| frame.window.is_some_and(|window| *day > window.end);
        let served = outcome.met_on.or(tally.dates.map(|dates| dates.end));
        if let Some(day) = outcome.late_on.or(served.filter(after)) {
            self.push(ReasonCode::Late, [Param::date("date", day)]);
        }
        if let Some(day) = tally.evidence_after {
            self.push(ReasonCode::EvidenceLate, [Param::date("date", day)]);
        }
    }
}

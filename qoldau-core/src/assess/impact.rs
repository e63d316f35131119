//! The social-impact block: sums of participations, kept apart from unique persons.

use std::collections::{BTreeMap, BTreeSet};

use super::claims::{in_force, wipes};
use super::need::{Asked, Meant, Need, Verdict, judge};
use super::readings::LineOf;
use super::standing::{
    Figure, ImpactStanding, LineStanding, PersonBounds, Progress, Reason, ReasonCode, SourceFigure,
};
use super::tally::{Context, Sum};
use crate::facts::ReadingValue;
use crate::finding::Param;
use crate::plan::{ImpactKind, ImpactLine, IndicatorKind, Question, StaffMember, Target, named_lines};
use crate::value::{Amount, Id};

/// Where a line of the block stands.
pub(super) fn impact_of(
    cx: &Context<'_>,
    impact: &ImpactLine,
    lines: &BTreeMap<&Id, &LineStanding>,
) -> ImpactStanding {
    let mut reasons = Vec::new();
    let sources = sources_of(cx, impact);
    let figures: Vec<SourceFigure> = sources
        .iter()
        .flatten()
        .filter_map(|id| source_figure(lines.get(id).copied()?, cx, id, &mut reasons))
        .collect();
    let own = own_readings(cx, impact);
    let (claimed, proven) = if sources.is_some() {
        // Nobody can say whether the figure is of people whom the sources count already.
        reasons.extend(own.map(|amount| Reason {
            code: ReasonCode::OwnNotCounted,
            params: vec![Param::amount("count", amount)],
        }));
        (summed(&figures, |figure| figure.claimed), summed(&figures, |figure| figure.proven))
    } else {
        (own.or_else(|| from_plan(cx, impact)), None)
    };
    if impact.kind == ImpactKind::DirectBeneficiaries && claimed.is_none() {
        reasons.push(Reason { code: ReasonCode::NoSources, params: Vec::new() });
    }
    let need = impact.targets.first().map(|target| need_for(cx, impact, target));
    let (expected, verdict) = match need {
        Some(Need::Number(meant, amount)) => {
            // That it has not grown, or has come down, is said of what was measured.
            let of_nothing = match meant {
                Meant::AtMost | Meant::LessThan | Meant::DownTo => None,
                _ => Some(Amount::ZERO),
            };
            (Some(amount), claimed.or(of_nothing).map(|claimed| judge(meant, amount, claimed)))
        }
        _ => (None, None),
    };
    let missing = match verdict {
        Some(Verdict::Short(missing)) => Some(missing),
        Some(Verdict::Met | Verdict::Exceeded) => Some(Amount::ZERO),
        _ => None,
    };
    if let Some(missing) = missing.filter(|missing| !missing.is_zero()) {
        let unit = if impact.kind == ImpactKind::Organisations { "organisation" } else { "person" };
        reasons.push(Reason {
            code: ReasonCode::Missing,
            params: vec![Param::quantity("missing", missing, unit)],
        });
    }
    let unique_persons = unique_persons(cx, impact);
    if let (Some(bounds), Some(expected)) = (unique_persons, expected) {
        reasons.extend(fewer_persons(bounds, expected, verdict));
    }
    ImpactStanding {
        id: impact.id.clone(),
        progress: progress_of(cx, claimed, verdict),
        participations: claimed,
        proven,
        unique_persons,
        expected,
        missing,
        sources: figures,
        reasons,
    }
}

/// How many different people the line reached: the latest count by date, then by clock.
fn unique_persons(cx: &Context<'_>, impact: &ImpactLine) -> Option<PersonBounds> {
    let counts = &cx.ledger.line(&impact.id).people;
    let latest = counts.iter().max_by(|a, b| a.by.by_time(b.by))?.fact;
    Some(PersonBounds { at_least: latest.at_least, at_most: latest.at_most })
}

/// The target is met by participations, but there were fewer different people, whoever the uncounted were: nobody says whether the
/// contract means the one or the other, so that it is said.
fn fewer_persons(bounds: PersonBounds, expected: Amount, verdict: Option<Verdict>) -> Option<Reason> {
    let persons = Amount::from(bounds.at_most);
    let met = matches!(verdict, Some(Verdict::Met | Verdict::Exceeded));
    (met && persons < expected).then(|| Reason {
        code: ReasonCode::FewerPersons,
        params: vec![Param::amount("persons", persons), Param::amount("expected", expected)],
    })
}

/// The lines a figure sums, each once: those a reading names, else the plan's.
fn sources_of(cx: &Context<'_>, impact: &ImpactLine) -> Option<Vec<Id>> {
    let answered = cx.readings.of(&impact.id, Question::Sources).and_then(named_lines);
    let mut sources = answered.or_else(|| impact.sources.clone()).filter(|sources| !sources.is_empty())?;
    let mut seen = BTreeSet::new();
    sources.retain(|id| seen.insert(id.clone()));
    Some(sources)
}

/// What a source brings. A support counts as a person only where a reading says so.
fn source_figure(
    line: &LineStanding,
    cx: &Context<'_>,
    id: &Id,
    reasons: &mut Vec<Reason>,
) -> Option<SourceFigure> {
    let (task, activity, indicator) = cx.plan.lines().find(|(_, _, line)| line.id == *id)?;
    let of = LineOf { task, activity, indicator };
    let by_policy = cx.policy.support_counts.value.as_deref().unwrap_or("service");
    let counts = cx.readings.of_line(&of, Question::SupportCounts).unwrap_or(by_policy);
    if indicator.kind == IndicatorKind::Support && counts != "person" {
        let params = vec![Param::number("line", &indicator.number)];
        reasons.push(Reason { code: ReasonCode::SupportNotCounted, params });
        return None;
    }
    let sum = |figure: fn(&super::standing::TargetStanding) -> Option<Figure>| {
        let mut sum = Sum::default();
        for amount in line.targets.iter().filter_map(figure).filter_map(Figure::amount) {
            sum.add(amount);
        }
        sum.known()
    };
    Some(SourceFigure {
        line: id.clone(),
        claimed: sum(|target| target.claimed)?,
        proven: sum(|target| target.proven)?,
    })
}

fn summed(figures: &[SourceFigure], figure: impl Fn(&SourceFigure) -> Amount) -> Option<Amount> {
    let mut sum = Sum::default();
    for source in figures {
        sum.add(figure(source));
    }
    sum.known()
}

/// The line's own readings: figures that no indicator line carries, such as reach through the media.
fn own_readings(cx: &Context<'_>, impact: &ImpactLine) -> Option<Amount> {
    let level = !matches!(impact.kind, ImpactKind::DirectBeneficiaries | ImpactKind::IndirectBeneficiaries);
    let readings = &cx.ledger.line(&impact.id).readings;
    let amounts = readings.iter().filter(|told| matches!(told.reading.value, ReadingValue::Amount { .. }));
    let mut own: Option<Amount> = None;
    for told in in_force(amounts, |told| wipes(told, level)) {
        let ReadingValue::Amount { amount } = told.reading.value else { continue };
        own = Some(own.unwrap_or(Amount::ZERO).checked_add(amount)?);
    }
    own
}

/// What the plan itself says once the project has begun: the partners it lists, and of the people those whose time has
/// come. Whoever has left was engaged all the same.
fn from_plan(cx: &Context<'_>, impact: &ImpactLine) -> Option<Amount> {
    if before_project(cx) {
        return None;
    }
    let engaged = |team: &[StaffMember]| {
        team.iter().filter(|person| person.from.is_none_or(|from| from <= cx.as_of)).count()
    };
    let count = match impact.kind {
        ImpactKind::Staff => engaged(&cx.plan.team.staff),
        ImpactKind::Specialists => engaged(&cx.plan.team.specialists),
        ImpactKind::Partners => cx.plan.partners.len(),
        _ => return None,
    };
    u32::try_from(count).ok().map(Amount::from)
}

/// What the line asks for: people and partners of the project are levels, reach is at least so many.
fn need_for(cx: &Context<'_>, impact: &ImpactLine, target: &Target) -> Need {
    let level = matches!(impact.kind, ImpactKind::Staff | ImpactKind::Specialists | ImpactKind::Partners);
    let setting = if level { &cx.policy.level_bound } else { &cx.policy.counts_bound };
    let default = setting.value.as_deref().unwrap_or("atLeast");
    let asked = Asked {
        rule: &target.rule,
        bound: cx.readings.of(&impact.id, Question::Bound).unwrap_or(default),
        amount: cx.readings.of(&impact.id, Question::Amount),
        baseline: None,
    };
    asked.need()
}

fn progress_of(cx: &Context<'_>, claimed: Option<Amount>, verdict: Option<Verdict>) -> Progress {
    let over = cx.plan.period.is_some_and(|period| cx.as_of > period.end);
    match verdict {
        None | Some(Verdict::Above) => Progress::NotComputable,
        Some(Verdict::Exceeded) => Progress::Exceeded,
        Some(Verdict::Met) => Progress::Met,
        Some(Verdict::Short(_)) if over => Progress::Overdue,
        Some(Verdict::Short(_)) if before_project(cx) => Progress::NotDue,
        Some(Verdict::Short(_)) if claimed.is_none_or(Amount::is_zero) => Progress::NotStarted,
        Some(Verdict::Short(_)) => Progress::Open,
    }
}

fn before_project(cx: &Context<'_>) -> bool {
    cx.plan.period.is_some_and(|period| cx.as_of < period.start)
}

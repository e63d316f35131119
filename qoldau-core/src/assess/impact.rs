//! The social-impact block: sums of participations, kept apart from unique persons.

use std::collections::{BTreeMap, BTreeSet};

use super::attached::Told;
use super::claims::{in_force, wipes};
use super::need::{Asked, Meant, Need, Verdict, judge};
use super::readings::LineOf;
use super::standing::{
    Figure, ImpactStanding, LineStanding, PersonBounds, Progress, Reason, ReasonCode, SourceFigure,
    TargetStanding,
};
use super::tally::{Context, Sum};
use crate::facts::ReadingValue;
use crate::finding::Param;
use crate::plan::{
    Activity, ImpactKind, ImpactLine, Indicator, IndicatorKind, Question, StaffMember, Target, UnitCode,
    counts_events, is_no_person, named_lines,
};
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
        .filter_map(|id| source_figure(lines.get(id).copied()?, cx, (impact, id), &mut reasons))
        .collect();
    let own = |target: Option<&Target>| own_readings(cx, impact, target);
    let of_plan = || from_plan(cx, impact);
    let first = impact.targets.first();
    let (claimed, proven) = if sources.is_some() {
        // Nobody can say whether the figure is of people whom the sources count already.
        reasons.extend(own(first).map(|amount| Reason {
            code: ReasonCode::OwnNotCounted,
            params: vec![Param::amount("count", amount)],
        }));
        (summed(&figures, |figure| figure.claimed), summed(&figures, |figure| figure.proven))
    } else {
        (own(first).or_else(of_plan), None)
    };
    if impact.kind == ImpactKind::DirectBeneficiaries && sources.is_none() && claimed.is_none() {
        reasons.push(Reason { code: ReasonCode::NoSources, params: Vec::new() });
    }
    let of_target =
        |target: &Target| if sources.is_some() { claimed } else { own(Some(target)).or_else(of_plan) };
    let answers = impact.targets.iter().map(|target| answer_of(cx, impact, target, of_target(target)));
    let Answer { expected, verdict, ceiling, comes_down, why } =
        together(answers.collect(), sources.is_some());
    reasons.extend(why.map(|code| Reason { code, params: Vec::new() }));
    let missing = match verdict {
        Some(Verdict::Short(missing)) => Some(missing),
        Some(Verdict::Met | Verdict::Exceeded | Verdict::Beyond) => Some(Amount::ZERO),
        _ => None,
    };
    if let Some(by) = missing.filter(|missing| !missing.is_zero()) {
        let code = if comes_down { ReasonCode::StillAbove } else { ReasonCode::Missing };
        let unit = if impact.kind == ImpactKind::Organisations { "organisation" } else { "person" };
        reasons.push(Reason { code, params: vec![Param::quantity("missing", by, unit)] });
    }
    let unique_persons = unique_persons(cx, impact);
    let unique_persons = unique_persons.map(|bounds| within(cx, sources.as_deref(), bounds, claimed));
    if let (Some(bounds), Some(expected)) = (unique_persons, expected) {
        reasons.extend(fewer_persons(bounds, expected, verdict));
    }
    ImpactStanding {
        id: impact.id.clone(),
        progress: progress_of(cx, claimed, verdict, ceiling, why),
        participations: claimed,
        proven,
        unique_persons,
        expected,
        missing: missing.filter(|missing| !comes_down || missing.is_zero()),
        sources: figures,
        reasons,
    }
}

/// How a figure stands against one target.
#[derive(Debug, Clone, Copy, Default)]
struct Answer {
    expected: Option<Amount>,
    /// Nothing where it cannot be computed.
    verdict: Option<Verdict>,
    /// Whether more than the number is too much.
    ceiling: bool,
    /// Whether it is to be brought down to the number.
    comes_down: bool,
    /// Why nothing can be computed, or what is wrong.
    why: Option<ReasonCode>,
}

impl Answer {
    /// The worse the lower.
    fn rank(&self) -> (u8, std::cmp::Reverse<Amount>) {
        let (rank, missing) = match self.verdict {
            Some(Verdict::Above) => (0, Amount::ZERO),
            Some(Verdict::Short(missing)) => (1, missing),
            None => (2, Amount::ZERO),
            Some(Verdict::Met | Verdict::Beyond) => (3, Amount::ZERO),
            Some(Verdict::Exceeded) => (4, Amount::ZERO),
        };
        (rank, std::cmp::Reverse(missing))
    }
}

/// Holds a figure against one target.
fn answer_of(cx: &Context<'_>, impact: &ImpactLine, target: &Target, claimed: Option<Amount>) -> Answer {
    let why = |code| Answer { why: Some(code), ..Answer::default() };
    let (meant, amount) = match need_for(cx, impact, target) {
        Need::Number(meant, amount) => (meant, amount),
        Need::Percent(..) | Need::All | Need::OfNothing => return why(ReasonCode::NoDenominator),
        Need::NoBaseline => return why(ReasonCode::NoBaseline),
        Need::AsNeeded => return why(ReasonCode::NoNumber),
        Need::Unread => return why(ReasonCode::Unread),
        Need::Overflow => return why(ReasonCode::Overflow),
    };
    if target.every.is_some() {
        return why(ReasonCode::NotByPeriods);
    }
    let scaled = match &target.each {
        Some(each) => each.count.and_then(|count| amount.checked_mul(count)),
        None => Some(amount),
    };
    let Some(amount) = scaled else { return why(ReasonCode::NoDenominator) };
    // That it has not grown, or has come down, is said of what was measured.
    let of_nothing = match meant {
        Meant::AtMost | Meant::LessThan | Meant::DownTo => None,
        _ => Some(Amount::ZERO),
    };
    let verdict = claimed.or(of_nothing).map(|claimed| judge(meant, amount, claimed));
    Answer {
        expected: Some(amount),
        verdict,
        ceiling: matches!(meant, Meant::AtMost | Meant::LessThan),
        comes_down: meant == Meant::DownTo,
        why: match verdict {
            Some(Verdict::Above) => Some(ReasonCode::AboveLimit),
            Some(Verdict::Beyond) => Some(ReasonCode::AboveRange),
            None => Some(ReasonCode::NoData),
            _ => None,
        },
    }
}

/// All targets must hold: the worst answer is that of the line. Where one sum stands for several numbers (3400 people,
/// 1000 of them young), it can only be short of them: that it is enough for one of them says nothing of the others.
fn together(answers: Vec<Answer>, one_sum: bool) -> Answer {
    let several = one_sum && answers.len() > 1;
    let floors = answers.iter().filter(|answer| !answer.ceiling).count();
    let Some(worst) = answers.into_iter().min_by_key(Answer::rank) else { return Answer::default() };
    let doubtful = match worst.verdict {
        Some(Verdict::Above) => several,
        Some(Verdict::Met | Verdict::Exceeded | Verdict::Beyond) => several && floors > 1,
        Some(Verdict::Short(_)) | None => false,
    };
    if doubtful { Answer { why: Some(ReasonCode::SeveralNumbers), ..Answer::default() } } else { worst }
}

/// How many different people the line reached: the latest count by date, then by clock.
fn unique_persons(cx: &Context<'_>, impact: &ImpactLine) -> Option<PersonBounds> {
    let counts = &cx.ledger.line(&impact.id).people;
    let latest = counts.iter().max_by(|a, b| a.by.by_time(b.by))?.fact;
    Some(PersonBounds { at_least: latest.at_least, at_most: latest.at_most })
}

/// Bounds of different people where records of the sources' events probably are of one event: whoever counts them
/// cannot know that yet, and people are no more than their participations.
fn within(
    cx: &Context<'_>,
    sources: Option<&[Id]>,
    bounds: PersonBounds,
    participations: Option<Amount>,
) -> PersonBounds {
    let sources = sources.unwrap_or_default();
    let of_sources = || cx.plan.lines().filter(|(.., line)| sources.contains(&line.id));
    let of_people = of_sources().all(|(.., line)| line.kind == IndicatorKind::Participants);
    let doubtful =
        |activity: &Activity| cx.events.of_activity(&activity.id).any(|(_, event)| !event.doubles.is_empty());
    match participations.and_then(Amount::to_u32) {
        Some(most) if of_people && of_sources().any(|(_, activity, _)| doubtful(activity)) => {
            PersonBounds { at_most: bounds.at_most.min(most).max(bounds.at_least), ..bounds }
        }
        _ => bounds,
    }
}

/// The target is met by participations, but there were fewer different people, whoever the uncounted were: nobody says whether the
/// contract means the one or the other, so that it is said.
fn fewer_persons(bounds: PersonBounds, expected: Amount, verdict: Option<Verdict>) -> Option<Reason> {
    let persons = Amount::from(bounds.at_most);
    let met = verdict.is_some_and(Verdict::holds);
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
    (impact, id): (&ImpactLine, &Id),
    reasons: &mut Vec<Reason>,
) -> Option<SourceFigure> {
    let (task, activity, indicator) = cx.plan.lines().find(|(_, _, line)| line.id == *id)?;
    let of = LineOf::new(task, activity, indicator);
    let by_policy = cx.policy.support_counts.value.as_deref().unwrap_or("service");
    let counts = cx.readings.of_line(&of, Question::SupportCounts).unwrap_or(by_policy);
    if indicator.kind == IndicatorKind::Support && counts != "person" {
        let params = vec![Param::number("line", &indicator.number)];
        reasons.push(Reason { code: ReasonCode::SupportNotCounted, params });
        return None;
    }
    let targets = indicator.targets.iter().zip(&line.targets);
    // Of "50 people, 3 events" the events are no people; of "50 people, 20 families" nobody knows what the word counts.
    let of_people = |target: &Target| may_be_of_people(impact, indicator, target);
    let none_of_people = !of_things(impact, indicator) && !indicator.targets.iter().any(of_people);
    let counted =
        targets.filter(|(target, _)| of_people(target) || none_of_people && !is_of_others(impact, target));
    let counted: Vec<&TargetStanding> = counted.map(|(_, standing)| standing).collect();
    Some(SourceFigure {
        line: id.clone(),
        claimed: sum_of(counted.iter().map(|target| target.claimed.and_then(Figure::amount)))?,
        proven: sum_of(counted.iter().map(|target| target.claimed.and(target.proven)?.amount()))?,
    })
}

/// Whether a figure counts people: organisations and partners may be told by their letters, and other figures by anything.
const fn is_of_people(kind: ImpactKind) -> bool {
    use ImpactKind as K;
    matches!(kind, K::DirectBeneficiaries | K::IndirectBeneficiaries | K::Staff | K::Specialists)
}

/// Whether a line counts things where a figure counts people.
fn of_things(impact: &ImpactLine, line: &Indicator) -> bool {
    is_of_people(impact.kind) && (counts_events(line.kind) || line.kind.counts_artefacts())
}

/// Whether the unit of a target says that a figure of people counts none of it: teams, families, districts, views.
fn is_of_others(impact: &ImpactLine, target: &Target) -> bool {
    is_of_people(impact.kind) && target.unit.as_ref().is_some_and(is_no_person)
}

/// Whether a target of a source may be of people: what a bare number or an unknown word counts the kind of the target says.
fn may_be_of_people(impact: &ImpactLine, line: &Indicator, target: &Target) -> bool {
    let kind = line.kind_of(target);
    let thing = counts_events(kind) || kind.counts_artefacts() || is_of_others(impact, target);
    match &target.unit {
        None => !is_of_people(impact.kind) || !thing,
        Some(unit) if unit.code == UnitCode::Other => !thing,
        Some(unit) => may_count_people(unit.code),
    }
}

/// The sources of a figure of people that count none of them.
pub(super) fn sources_of_things<'p>(cx: &Context<'p>, impact: &ImpactLine) -> Vec<&'p Indicator> {
    let sources = sources_of(cx, impact).unwrap_or_default();
    let line = |id: &Id| cx.plan.lines().map(|(.., line)| line).find(|line| line.id == *id);
    let others = |line: &Indicator| {
        !line.targets.is_empty() && line.targets.iter().all(|target| is_of_others(impact, target))
    };
    let no_people = |line: &&Indicator| {
        (of_things(impact, line) || others(line))
            && !line.targets.iter().any(|target| may_be_of_people(impact, line, target))
    };
    sources.iter().filter_map(line).filter(no_people).collect()
}

/// Whether a unit is people or their organisations, or a word of which nobody knows.
fn may_count_people(unit: UnitCode) -> bool {
    matches!(
        unit,
        UnitCode::Person
            | UnitCode::Volunteer
            | UnitCode::Organisation
            | UnitCode::PersonOrOrganisation
            | UnitCode::Other
    )
}

/// The sum of what is known: nothing within where nothing is, nothing at all where it does not fit.
#[expect(
    clippy::option_option,
    reason = "that nothing is recorded and that a sum does not fit are two answers"
)]
fn sum_of(amounts: impl Iterator<Item = Option<Amount>>) -> Option<Option<Amount>> {
    let (mut sum, mut any) = (Sum::default(), false);
    for amount in amounts.flatten() {
        sum.add(amount);
        any = true;
    }
    sum.known().map(|sum| any.then_some(sum))
}

fn summed(figures: &[SourceFigure], figure: impl Fn(&SourceFigure) -> Option<Amount>) -> Option<Amount> {
    sum_of(figures.iter().map(figure)).flatten()
}

/// The line's own readings: figures that no indicator line carries, such as reach through the media.
/// Where the line has several targets a reading says which of them it is of.
fn own_readings(cx: &Context<'_>, impact: &ImpactLine, target: Option<&Target>) -> Option<Amount> {
    let level = !matches!(impact.kind, ImpactKind::DirectBeneficiaries | ImpactKind::IndirectBeneficiaries);
    let readings = &cx.ledger.line(&impact.id).readings;
    let several = impact.targets.len() > 1;
    let serves = |told: &&Told<'_>| match (&told.reading.target, target) {
        (Some(named), Some(target)) => *named == target.id,
        (None, _) => !several,
        (Some(_), None) => false,
    };
    let amounts = readings.iter().filter(|told| told.counts).filter(serves);
    let amounts = amounts.filter(|told| matches!(told.reading.value, ReadingValue::Amount { .. }));
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
    let only = impact.targets.len() == 1;
    let own = |question| cx.readings.of(&target.id, question);
    let of_line = |question| cx.readings.of(&impact.id, question);
    let agreed = |id: &Id| cx.readings.agreed(id, Question::Bound);
    let is_of_ranges = agreed(&impact.id).is_some() && target.rule.is_beside_ranges(&impact.targets);
    let bound = own(Question::Bound).or_else(|| of_line(Question::Bound).filter(|_| !is_of_ranges));
    let asked = Asked {
        rule: &target.rule,
        bound: bound.unwrap_or(default),
        agreed: agreed(&target.id).or_else(|| agreed(&impact.id).filter(|_| only)),
        range: bound,
        range_limits: false,
        amount: own(Question::Amount).or_else(|| of_line(Question::Amount).filter(|_| only)),
        baseline: None,
        of_shares: false,
        comes_down: false,
    };
    asked.need()
}

fn progress_of(
    cx: &Context<'_>,
    claimed: Option<Amount>,
    verdict: Option<Verdict>,
    ceiling: bool,
    why: Option<ReasonCode>,
) -> Progress {
    let over = cx.plan.period.is_some_and(|period| cx.as_of > period.end);
    let nothing_yet = claimed.is_none_or(Amount::is_zero);
    match verdict {
        None if why != Some(ReasonCode::NoData) => Progress::NotComputable,
        Some(Verdict::Exceeded) => Progress::Exceeded,
        // That a limit holds can only be said when the time is over.
        Some(Verdict::Met | Verdict::Beyond) if over || !ceiling => Progress::Met,
        None | Some(Verdict::Above | Verdict::Short(_)) if over => Progress::Overdue,
        Some(Verdict::Above) => Progress::Behind,
        _ if before_project(cx) => Progress::NotDue,
        _ if nothing_yet => Progress::NotStarted,
        _ => Progress::Open,
    }
}

fn before_project(cx: &Context<'_>) -> bool {
    cx.plan.period.is_some_and(|period| cx.as_of < period.start)
}

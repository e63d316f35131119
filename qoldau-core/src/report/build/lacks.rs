//! What a target lacks: event by event, period by period, or in all.

use super::Context;
use crate::assess::{Headline, LineStanding, Reason, ReasonCode, TargetStanding};
use crate::finding::{Param, ParamValue, uncapitalised};
use crate::language::{Language, format_amount, format_range};
use crate::plan::{Indicator, Target};
use crate::report::{phrases, reasons};
use crate::value::{DateRange, Id};

/// Something that is missing.
pub(in crate::report) struct Lack<'a> {
    /// How much of what: `2 photos`.
    pub(in crate::report) what: String,
    /// From where.
    pub(in crate::report) from: From<'a>,
}

/// Where something is missing from.
#[derive(Clone, Copy)]
pub(in crate::report) enum From<'a> {
    /// From an event.
    Event(&'a Id),
    /// From a period that is over or has begun.
    Period(DateRange),
    /// From the next period of a target that recurs: nothing is missing there yet, but it is what comes next.
    Next(DateRange),
    /// From the target as a whole.
    Whole,
}

impl Lack<'_> {
    /// How much of what, with the event or the period it belongs to.
    pub(in crate::report) fn in_words(self, context: &Context<'_>) -> String {
        let of = match self.from {
            From::Event(id) => match context.event(id) {
                Some(event) => context.event_label(event),
                None => id.to_string(),
            },
            From::Period(range) | From::Next(range) => format_range(range, context.language),
            From::Whole => return self.what,
        };
        format!("{} ({of})", self.what)
    }
}

/// More events or periods than anybody reads one by one.
const SHOWN: usize = 50;

/// Those of what a target lacks that are named, and how many more there are.
pub(in crate::report) fn shown_of(mut lacks: Vec<Lack<'_>>) -> (Vec<Lack<'_>>, usize) {
    let more = lacks.len().saturating_sub(SHOWN);
    lacks.truncate(SHOWN);
    (lacks, more)
}

/// "More: 12".
pub(in crate::report) fn and_more(count: usize, language: Language) -> String {
    let count = format_amount(u32::try_from(count).unwrap_or(u32::MAX).into(), language);
    format!("{}: {count}", phrases::AND_MORE.get(language))
}

/// What a target lacks as one text; nothing where it lacks nothing.
pub(in crate::report) fn in_one_text(context: &Context<'_>, lacks: Vec<Lack<'_>>) -> Option<String> {
    let (shown, more) = shown_of(lacks);
    let mut said: Vec<String> = shown.into_iter().map(|lack| lack.in_words(context)).collect();
    if more > 0 {
        said.push(uncapitalised(&and_more(more, context.language)));
    }
    (!said.is_empty()).then(|| said.join("; "))
}

/// Why a target that lacks nothing is not met: every event and period that is above its limit, else the first reason.
pub(in crate::report) fn why_open(standing: &TargetStanding) -> Vec<&Reason> {
    let above = |reason: &&Reason| matches!(reason.code, ReasonCode::EventAbove | ReasonCode::PeriodAbove);
    let all: Vec<&Reason> = standing.reasons.iter().filter(above).collect();
    if all.is_empty() { standing.reasons.first().into_iter().collect() } else { all }
}

/// Whether something is to be done.
pub(in crate::report) const fn is_open(headline: Headline) -> bool {
    matches!(headline, Headline::NeedsAction | Headline::Overdue)
}

/// What a target lacks. Of the periods that have not begun only the next is named.
pub(in crate::report) fn lacks<'a>(
    context: &Context<'_>,
    line: &Indicator,
    target: &Target,
    standing: &'a TargetStanding,
) -> Vec<Lack<'a>> {
    let as_of = context.assessment.as_of;
    let say = |amount| context.amount_of(line, target, amount);
    let events = standing.per_event.iter().filter(|share| !share.missing.is_zero());
    let events = events.map(|share| Lack { what: say(share.missing), from: From::Event(&share.event) });
    let short = || standing.per_period.iter().filter(|share| !share.missing.is_zero());
    let begun = short().filter(|share| share.range.start <= as_of);
    let on_networks = |range| networks_short(context, standing, range);
    let begun = begun.map(|share| Lack {
        what: format!("{}{}", say(share.missing), on_networks(share.range)),
        from: From::Period(share.range),
    });
    let next = short().find(|share| share.range.start > as_of);
    let next = next.map(|share| Lack { what: say(share.missing), from: From::Next(share.range) });
    let lacks: Vec<Lack<'_>> = events.chain(begun).chain(next).collect();
    if !lacks.is_empty() || !standing.per_event.is_empty() || !standing.per_period.is_empty() {
        return lacks;
    }
    in_all(context, line, target, standing).into_iter().map(|what| Lack { what, from: From::Whole }).collect()
}

/// How many each network lacks in a period: «: Facebook 1, Instagram 2»; nothing where the target is of no network.
fn networks_short(context: &Context<'_>, standing: &TargetStanding, range: DateRange) -> String {
    let of_period = |reason: &&Reason| {
        let ends = |param: &Param| matches!(param.value, ParamValue::Date { date } if date == range.end);
        reason.code == ReasonCode::PartShort && reason.params.iter().any(ends)
    };
    let mut said = String::new();
    for reason in standing.reasons.iter().filter(of_period) {
        let (mut name, mut missing) = (None, None);
        for param in &reason.params {
            match &param.value {
                ParamValue::Text { text } => name = Some(text.as_str()),
                ParamValue::Quantity { amount, .. } => missing = Some(*amount),
                _ => {}
            }
        }
        if let Some((name, missing)) = name.zip(missing) {
            let joint = if said.is_empty() { ": " } else { ", " };
            said.extend([joint, name, " ", &format_amount(missing, context.language)]);
        }
    }
    said
}

/// What a target lacks in its parts, or as a whole.
fn in_all(
    context: &Context<'_>,
    line: &Indicator,
    target: &Target,
    standing: &TargetStanding,
) -> Vec<String> {
    // A network bears its name as its id.
    let label = |id: &Id| {
        let part = target.parts.iter().find(|part| part.id == *id);
        part.map_or_else(|| id.to_string(), |part| part.label.clone())
    };
    let parts = standing.per_part.iter().filter(|part| !part.missing.is_zero());
    let parts: Vec<String> = parts
        .map(|part| format!("{} {}", format_amount(part.missing, context.language), label(&part.part)))
        .map(|said| said.trim().to_owned())
        .collect();
    if !parts.is_empty() {
        return parts;
    }
    let missing = standing.missing.filter(|missing| !missing.is_zero());
    missing.map(|missing| context.amount_of(line, target, missing)).into_iter().collect()
}

/// The approvals a line waits for.
pub(in crate::report) fn approvals_in_words(context: &Context<'_>, standing: &LineStanding) -> Vec<String> {
    let say = |by: &crate::plan::Approver| reasons::approval(*by).get(context.language).to_owned();
    standing.approvals_missing.iter().map(say).collect()
}

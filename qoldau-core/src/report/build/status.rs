//! The answers of an assessment in words of the glossary.

use super::Context;
use crate::assess::{ActivityStanding, LineStanding, Progress, Proof, TargetStanding, Timing};
use crate::facts::ReviewState;
use crate::finding::{Param, fill};
use crate::language::format_range;
use crate::plan::{Activity, Anchor, Due, Plan};
use crate::report::headlines::headline_key;
use crate::report::phrases;
use crate::value::DateRange;

/// How far it is: the key of the word.
pub(in crate::report) const fn progress_key(progress: Progress) -> &'static str {
    match progress {
        Progress::NotDue => "notDue",
        Progress::NotStarted => "notStarted",
        Progress::Open => "open",
        Progress::OnTrack => "onTrack",
        Progress::Behind => "behind",
        Progress::Overdue => "overdue",
        Progress::Met => "met",
        Progress::Exceeded => "exceeded",
        Progress::NotComputable => "notComputable",
        Progress::NotApplicable => "notApplicable",
    }
}

/// Whether it was in time: the key of the word, where there is something to say.
pub(super) const fn timing_key(timing: Timing) -> Option<&'static str> {
    match timing {
        Timing::Late => Some("late"),
        Timing::OutsideProject => Some("outsideProject"),
        Timing::InTime | Timing::Unknown => None,
    }
}

/// How well it is proven: the key of the word, where there is something to say. That all of a part is proven, or that
/// nothing proves a target which nobody claims anything of, goes without saying.
pub(super) const fn proof_key(standing: &TargetStanding) -> Option<&'static str> {
    match standing.proof {
        Proof::Partial => Some("partial"),
        Proof::None if standing.claimed.is_some() => Some("unproven"),
        Proof::Complete | Proof::None | Proof::NotRequired => None,
        Proof::Lost => Some("lost"),
    }
}

/// Where it stands in review: the key of the word, once it was handed in.
const fn review_key(review: ReviewState) -> Option<&'static str> {
    match review {
        ReviewState::Draft => None,
        ReviewState::Submitted => Some("submitted"),
        ReviewState::Returned => Some("returned"),
        ReviewState::Accepted => Some("accepted"),
    }
}

/// The four answers of a target, as far as they say more than the line's headline, and its own last day where it is
/// not that of its activity.
pub(super) fn status(
    context: &Context<'_>,
    line: &LineStanding,
    standing: &TargetStanding,
    activity_window: Option<DateRange>,
) -> Vec<String> {
    let met_late = standing.progress == Progress::Met && standing.timing == Timing::Late;
    let progress = if met_late { "metLate" } else { progress_key(standing.progress) };
    let timing = if met_late { None } else { timing_key(standing.timing) };
    let keys = [Some(progress), proof_key(standing), timing, review_key(standing.review)];
    let headline = headline_key(line.headline);
    let mut said: Vec<String> = Vec::new();
    for key in keys.into_iter().flatten().filter(|key| *key != headline) {
        said.push(context.word(key).into());
    }
    if standing.window != activity_window {
        said.extend(
            standing.window.map(|own| format!("{}: {}", context.word("deadline"), context.day(own.end))),
        );
    }
    said
}

/// The days that are left to an activity that has something to do.
pub(super) fn days_left(context: &Context<'_>, standing: &ActivityStanding) -> Option<String> {
    let days = context.assessment.as_of.days_until(standing.window?.end);
    let days = u32::try_from(days).ok().filter(|_| standing.counts.needs_action > 0)?;
    let params = [Param::amount("days", days.into())];
    Some(fill(phrases::DAYS_LEFT.get(context.language), &params, context.language))
}

/// The days of a deadline in words; where the day it is counted from is not known, only the last day that is left.
pub(super) fn window_in_words(
    context: &Context<'_>,
    activity: &Activity,
    window: Option<DateRange>,
) -> Option<String> {
    let window = window?;
    if !waits_for_a_day(context.plan, activity, window) {
        return Some(format_range(window, context.language));
    }
    let params = [Param::date("date", window.end)];
    Some(fill(phrases::NOT_LATER_THAN.get(context.language), &params, context.language))
}

/// Whether a deadline is counted from a day that nobody has stated (an active phase without dates, an event), so that
/// the project's own time is all that bounds it.
pub(super) fn waits_for_a_day(plan: &Plan, activity: &Activity, window: DateRange) -> bool {
    let stated = match &activity.due {
        Some(Due::Relative { anchor: Anchor::ActivePhaseEnd, .. }) => plan.active_phase.is_some(),
        Some(Due::Relative { anchor: Anchor::Event, .. }) => false,
        Some(Due::Relative { anchor: Anchor::Contract, .. }) => {
            plan.contract.as_ref().is_some_and(|contract| contract.date.is_some())
        }
        _ => true,
    };
    !stated && plan.period == Some(window)
}

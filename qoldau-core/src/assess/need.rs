//! What a target asks for, once every reading is applied.

use super::readings::{LineOf, Readings, default_bound};
use crate::plan::{Bound, ChangeBy, Policy, Question, Target, TargetRule};
use crate::value::{Amount, Share};

/// How a number is to be met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meant {
    /// This many or more; more is exceeding.
    AtLeast,
    /// This many or more; more means nothing.
    Exists,
    /// More than this.
    MoreThan,
    /// This many or fewer, all the time.
    AtMost,
    /// Fewer than this, all the time.
    LessThan,
    /// Brought down to this many.
    DownTo,
    /// Neither fewer nor more.
    Exactly,
    /// From this many to that many.
    Between(Amount),
}

/// What a target asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Need {
    /// A number.
    Number(Meant, Amount),
    /// A percent.
    Percent(Meant, Amount),
    /// A change from a baseline nobody knows.
    NoBaseline,
    /// All of them: numerator and denominator alike.
    All,
    /// As many as are needed.
    AsNeeded,
    /// Nobody knows.
    Unread,
    /// A figure does not fit 28 digits.
    Overflow,
}

/// Whether a figure meets a need.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// So much is missing.
    Short(Amount),
    /// Met.
    Met,
    /// Met with more than asked.
    Exceeded,
    /// Above a limit.
    Above,
}

/// What a target of a line asks for.
pub(super) fn need_of(line: &LineOf<'_>, target: &Target, readings: &Readings, policy: &Policy) -> Need {
    match &target.rule {
        TargetRule::Number { bound, amount, up_to } => {
            let amount = readings.of(&target.id, Question::Amount).or_else(|| single(line, readings)).map_or(
                *amount,
                |answer| answer.parse().unwrap_or(*amount),
            );
            Need::Number(meant(line, *bound, amount, *up_to, readings, policy), amount)
        }
        TargetRule::Percent { bound, amount, up_to } => {
            Need::Percent(meant(line, *bound, *amount, *up_to, readings, policy), *amount)
        }
        TargetRule::Change { bound, from, amount, by } => change(line, *bound, *from, *amount, *by),
        TargetRule::Done {} => Need::Number(Meant::Exists, Amount::ONE),
        TargetRule::All {} => Need::All,
        TargetRule::AsNeeded {} => Need::AsNeeded,
        TargetRule::Unread {} => Need::Unread,
    }
}

/// An agreed number given for the line speaks for its target where there is only one.
fn single<'a>(line: &LineOf<'_>, readings: &'a Readings) -> Option<&'a str> {
    match line.indicator.targets.as_slice() {
        [_] => readings.of(&line.indicator.id, Question::Amount),
        _ => None,
    }
}

fn meant(
    line: &LineOf<'_>,
    bound: Bound,
    amount: Amount,
    up_to: Option<Amount>,
    readings: &Readings,
    policy: &Policy,
) -> Meant {
    match bound {
        // About fifty is met by fifty: whoever has fewer has to say so.
        Bound::AtLeast | Bound::About => Meant::AtLeast,
        Bound::MoreThan => Meant::MoreThan,
        Bound::AtMost => Meant::AtMost,
        Bound::LessThan => Meant::LessThan,
        Bound::Between => Meant::Between(up_to.unwrap_or(amount)),
        Bound::Plain => {
            let default = default_bound(policy, line.indicator.kind);
            match readings.of_line(line, Question::Bound).unwrap_or(default) {
                "exists" => Meant::Exists,
                "exactly" => Meant::Exactly,
                "atMost" => Meant::AtMost,
                // "level" says which reading counts, and that is a matter of accumulation; the number is a floor.
                _ => Meant::AtLeast,
            }
        }
    }
}

/// The value a change has to reach.
fn change(line: &LineOf<'_>, bound: Bound, from: Option<Amount>, amount: Amount, by: ChangeBy) -> Need {
    let Some(from) = from.or(line.indicator.baseline) else { return Need::NoBaseline };
    let goal = match by {
        ChangeBy::Amount | ChangeBy::Points => from.checked_add(amount),
        ChangeBy::Times => from.checked_mul(amount),
        ChangeBy::Percent => from
            .checked_mul(amount)
            .and_then(|product| product.checked_div(Amount::HUNDRED))
            .and_then(|part| from.checked_add(part)),
    };
    let Some(goal) = goal else { return Need::Overflow };
    let meant = match bound {
        _ if goal < from => Meant::DownTo,
        Bound::MoreThan => Meant::MoreThan,
        Bound::AtMost => Meant::AtMost,
        Bound::LessThan => Meant::LessThan,
        _ => Meant::AtLeast,
    };
    Need::Number(meant, goal)
}

/// Holds a number against a need.
pub(super) fn judge(meant: Meant, needed: Amount, actual: Amount) -> Verdict {
    match meant {
        Meant::AtLeast if actual > needed => Verdict::Exceeded,
        Meant::AtLeast | Meant::Exists if actual >= needed => Verdict::Met,
        Meant::MoreThan if actual > needed => Verdict::Met,
        Meant::MoreThan => Verdict::Short(over(needed).shortfall(actual)),
        Meant::AtMost if actual > needed => Verdict::Above,
        Meant::LessThan if actual >= needed => Verdict::Above,
        Meant::AtMost | Meant::LessThan => Verdict::Met,
        Meant::DownTo if actual <= needed => Verdict::Met,
        Meant::DownTo => Verdict::Short(actual.shortfall(needed)),
        Meant::Exactly if actual > needed => Verdict::Above,
        Meant::Exactly if actual == needed => Verdict::Met,
        Meant::Between(most) if actual > most => Verdict::Above,
        Meant::Between(_) if actual >= needed => Verdict::Met,
        _ => Verdict::Short(needed.shortfall(actual)),
    }
}

/// The least whole number above a whole number: what "more than" needs.
fn over(needed: Amount) -> Amount {
    if needed.is_whole() { needed.checked_add(Amount::ONE).unwrap_or(needed) } else { needed }
}

/// Holds a ratio against a percent; nothing when the denominator is zero or a product does not fit. A percent that
/// is short says how many more of the same denominator are missing.
pub(super) fn judge_share(meant: Meant, percent: Amount, share: Share) -> Option<Verdict> {
    let order = share.compare_percent(percent)?;
    Some(match meant {
        Meant::AtLeast | Meant::Exists if order.is_ge() => Verdict::Met,
        Meant::MoreThan if order.is_gt() => Verdict::Met,
        Meant::DownTo if order.is_le() => Verdict::Met,
        Meant::AtMost if order.is_gt() => Verdict::Above,
        Meant::LessThan if order.is_ge() => Verdict::Above,
        Meant::AtMost | Meant::LessThan => Verdict::Met,
        Meant::Exactly if order.is_gt() => Verdict::Above,
        Meant::Exactly if order.is_eq() => Verdict::Met,
        Meant::Between(most) if share.compare_percent(most)?.is_gt() => Verdict::Above,
        Meant::Between(_) if order.is_ge() => Verdict::Met,
        _ => {
            let goal = percent.checked_mul(share.denominator)?.checked_div(Amount::HUNDRED)?;
            Verdict::Short(goal.shortfall(share.numerator).whole_up())
        }
    })
}

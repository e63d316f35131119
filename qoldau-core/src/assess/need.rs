//! What a target asks for, once every reading is applied.

use std::cmp::Ordering;

use super::readings::{LineOf, Readings, default_bound};
use crate::plan::{Bound, ChangeBy, IndicatorKind, Policy, Question, Target, TargetRule};
use crate::value::share::fraction_of;
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
    /// From this many to that many, and no more.
    Between(Amount),
    /// From this many to that many, where nobody has said what more than that means.
    Range {
        /// The upper end.
        most: Amount,
        /// Whether more is taken for too much until somebody says.
        limit: bool,
    },
}

impl Meant {
    /// The upper end of a range.
    const fn most(self) -> Option<Amount> {
        match self {
            Self::Between(most) | Self::Range { most, .. } => Some(most),
            _ => None,
        }
    }

    /// Whether it says how many there may be, or down to how many: of what nobody recorded nobody can say it.
    pub(super) const fn is_limit(self) -> bool {
        matches!(self, Self::AtMost | Self::LessThan | Self::DownTo)
    }

    /// Whether more of it may be too much.
    pub(super) const fn may_be_broken(self) -> bool {
        self.is_limit() || matches!(self, Self::Exactly | Self::Between(_) | Self::Range { limit: true, .. })
    }

    /// The same for a number that is asked for several times: the upper end of a range grows with it.
    pub(super) fn scaled(self, number: Amount, total: Amount) -> Self {
        let scaled = |most: Amount| {
            if number == total { Some(most) } else { most.checked_mul(total)?.checked_div(number) }
        };
        match self {
            Self::Between(most) => Self::Between(scaled(most).unwrap_or(most)),
            Self::Range { most, limit } => Self::Range { most: scaled(most).unwrap_or(most), limit },
            other => other,
        }
    }
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
    /// A change in percent, or by so many times, of nothing: any number is that of it.
    OfNothing,
    /// All of them: numerator and denominator alike.
    All,
    /// As many as are needed.
    AsNeeded,
    /// Nobody knows.
    Unread,
    /// A figure does not fit 28 digits.
    Overflow,
}

impl Need {
    /// Whether it is a range of which nobody has said what more means.
    pub(super) const fn is_open_range(self) -> bool {
        matches!(self, Self::Number(Meant::Range { .. }, _) | Self::Percent(Meant::Range { .. }, _))
    }
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
    /// Met with more than a range names, of which nobody has said that it is a limit.
    Beyond,
    /// Above a limit.
    Above,
}

impl Verdict {
    /// Whether the need is met.
    pub(super) const fn holds(self) -> bool {
        matches!(self, Self::Met | Self::Exceeded | Self::Beyond)
    }

    /// Whether there is more than may be: above a limit, or what has not come down.
    pub(super) fn is_too_much(self, meant: Meant) -> bool {
        self == Self::Above || meant == Meant::DownTo && !self.holds()
    }
}

/// A promised number with the answers that decide how it is read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Asked<'a> {
    /// What is promised.
    pub(super) rule: &'a TargetRule,
    /// How a bare number is meant, by a reading or else by the policy.
    pub(super) bound: &'a str,
    /// What was agreed for this very number: it goes before the number's own words.
    pub(super) agreed: Option<&'a str>,
    /// What a range means, where somebody said so.
    pub(super) range: Option<&'a str>,
    /// Whether more than a range names is taken for too much until somebody says.
    pub(super) range_limits: bool,
    /// The number that was agreed on where two places promise different ones.
    pub(super) amount: Option<&'a str>,
    /// The value before the project.
    pub(super) baseline: Option<Amount>,
    /// Whether it is a ratio that is promised.
    pub(super) of_shares: bool,
    /// Whether the number is the level down to which something is brought, and no limit of all the time.
    pub(super) comes_down: bool,
}

impl<'a> Asked<'a> {
    /// What a target of a line asks for.
    pub(super) fn of_line(
        line: &LineOf<'a>,
        target: &'a Target,
        readings: &'a Readings,
        policy: &'a Policy,
    ) -> Self {
        let only = line.indicator.targets.len() == 1;
        let of_line = || readings.of(&line.indicator.id, Question::Amount).filter(|_| only);
        let kind = line.kind;
        let own = readings.of(&target.id, Question::Bound);
        let agreed = readings.agreed(&line.indicator.id, Question::Bound);
        let is_of_ranges = agreed.is_some() && target.rule.is_beside_ranges(&line.indicator.targets);
        let bound = own.or_else(|| {
            let of_line = if is_of_ranges { Readings::above_line } else { Readings::of_line };
            of_line(readings, line, Question::Bound)
        });
        let agreed_of_line = || agreed.filter(|_| only);
        Self {
            rule: &target.rule,
            bound: bound.unwrap_or_else(|| default_bound(policy, kind)),
            agreed: readings.agreed(&target.id, Question::Bound).or_else(agreed_of_line),
            range: bound,
            range_limits: kind == IndicatorKind::Other,
            amount: readings.of(&target.id, Question::Amount).or_else(of_line),
            baseline: line.indicator.baseline,
            of_shares: line.indicator.asks_for_share(target),
            comes_down: line.indicator.brings_down(target),
        }
    }

    /// What is needed, once every reading is applied.
    pub(super) fn need(&self) -> Need {
        match self.rule {
            TargetRule::Number { bound, amount, up_to } => {
                let amount = self.agreed(*amount);
                Need::Number(self.meant(*bound, amount, *up_to), amount)
            }
            TargetRule::Percent { amount, .. } if self.comes_down => {
                Need::Percent(Meant::DownTo, self.agreed(*amount))
            }
            TargetRule::Percent { bound, amount, up_to } => {
                let amount = self.agreed(*amount);
                Need::Percent(self.meant(*bound, amount, *up_to), amount)
            }
            TargetRule::Change { bound, from, amount, by } => self.change(*bound, *from, *amount, *by),
            TargetRule::Done {} => Need::Number(Meant::Exists, Amount::ONE),
            TargetRule::All {} => Need::All,
            TargetRule::AsNeeded {} => Need::AsNeeded,
            TargetRule::Unread {} => Need::Unread,
        }
    }

    /// The number that was agreed on, else the printed one.
    fn agreed(&self, printed: Amount) -> Amount {
        self.amount.and_then(|answer| answer.parse().ok()).unwrap_or(printed)
    }

    fn meant(&self, bound: Bound, amount: Amount, up_to: Option<Amount>) -> Meant {
        if let Some(answer) = self.agreed.filter(|answer| turns(bound, answer)) {
            return bare(answer);
        }
        match bound {
            // About fifty is met by fifty: whoever has fewer has to say so.
            Bound::AtLeast | Bound::About => Meant::AtLeast,
            Bound::MoreThan => Meant::MoreThan,
            Bound::AtMost => Meant::AtMost,
            Bound::LessThan => Meant::LessThan,
            Bound::Between => self.range(up_to.unwrap_or(amount).max(amount)),
            Bound::Plain => bare(self.bound),
        }
    }

    /// What more than a range names means: nobody fails by training 16 people of "from 10 to 15", and of "2 to 5
    /// complaints" more is worse. The words do not say which, so it is asked.
    fn range(&self, most: Amount) -> Meant {
        match self.range {
            Some("atMost" | "exactly") => Meant::Between(most),
            Some("exists") => Meant::Exists,
            Some(_) => Meant::AtLeast,
            None => Meant::Range { most, limit: self.range_limits },
        }
    }

    /// The value a change has to reach.
    fn change(&self, bound: Bound, from: Option<Amount>, amount: Amount, by: ChangeBy) -> Need {
        let Some(from) = from.or(self.baseline) else { return Need::NoBaseline };
        if from.is_zero() && matches!(by, ChangeBy::Percent | ChangeBy::Times) {
            return Need::OfNothing;
        }
        let goal = match by {
            ChangeBy::Amount | ChangeBy::Points => from.checked_add(amount),
            // "Three times fewer" is a third of it.
            ChangeBy::Times if amount.is_negative() => {
                Amount::ZERO.checked_sub(amount).and_then(|times| from.checked_div(times))
            }
            ChangeBy::Times => from.checked_mul(amount),
            ChangeBy::Percent => grown(from, amount),
        };
        let Some(goal) = goal else { return Need::Overflow };
        let meant = match bound {
            _ if goal < from => Meant::DownTo,
            Bound::MoreThan => Meant::MoreThan,
            Bound::AtMost => Meant::AtMost,
            Bound::LessThan => Meant::LessThan,
            _ => Meant::AtLeast,
        };
        if self.of_shares { Need::Percent(meant, goal) } else { Need::Number(meant, goal) }
    }
}

/// Whether an agreed answer says something else of a number than its own words do: the text and the table may
/// contradict each other, and then it was asked which of them holds.
fn turns(bound: Bound, answer: &str) -> bool {
    match bound {
        Bound::AtLeast | Bound::MoreThan => !matches!(answer, "atLeast" | "level"),
        Bound::AtMost | Bound::LessThan => answer != "atMost",
        Bound::Plain | Bound::About | Bound::Between => false,
    }
}

/// How an answer means a bare number. "level" says which reading counts, and that is a matter of accumulation; the number is
/// a floor.
fn bare(answer: &str) -> Meant {
    match answer {
        "exists" => Meant::Exists,
        "exactly" => Meant::Exactly,
        "atMost" => Meant::AtMost,
        _ => Meant::AtLeast,
    }
}

/// A value that has grown by so many percent of itself, in one quotient: a third of it has no end of digits.
fn grown(from: Amount, percent: Amount) -> Option<Amount> {
    let (part, whole) = fraction_of(percent);
    from.checked_mul(whole.checked_add(part)?)?.checked_div(whole)
}

/// Holds a number against a need.
pub(super) fn judge(meant: Meant, needed: Amount, actual: Amount) -> Verdict {
    let above_most = meant.most().is_some_and(|most| actual > most);
    match hold(meant, actual.cmp(&needed), above_most) {
        Held::Above => Verdict::Above,
        Held::Met if above_most => Verdict::Beyond,
        Held::Met if meant == Meant::AtLeast && actual > needed => Verdict::Exceeded,
        Held::Met => Verdict::Met,
        Held::Short => Verdict::Short(match meant {
            Meant::DownTo => actual.shortfall(needed),
            Meant::MoreThan => over(needed).shortfall(actual),
            _ => needed.shortfall(actual),
        }),
    }
}

/// Holds a ratio against a percent; nothing when the denominator is zero or a product does not fit. A percent that
/// is short says how many more of the same denominator are missing.
pub(super) fn judge_share(meant: Meant, percent: Amount, share: Share) -> Option<Verdict> {
    let order = share.compare_percent(percent)?;
    let above_most = match meant.most() {
        Some(most) => share.compare_percent(most)?.is_gt(),
        None => false,
    };
    Some(match hold(meant, order, above_most) {
        Held::Above => Verdict::Above,
        Held::Met if above_most => Verdict::Beyond,
        Held::Met => Verdict::Met,
        Held::Short => {
            let (part, whole) = fraction_of(percent);
            let goal = part.checked_mul(share.denominator)?.checked_div(whole)?;
            let missing = if meant == Meant::DownTo {
                share.numerator.shortfall(goal)
            } else {
                goal.shortfall(share.numerator)
            };
            // "More than" is short by at least one even where the goal itself is reached.
            let least = if meant == Meant::MoreThan { Amount::ONE } else { Amount::ZERO };
            Verdict::Short(missing.whole_up().max(least))
        }
    })
}

enum Held {
    Short,
    Met,
    Above,
}

/// What an order between the actual and the needed figure means.
fn hold(meant: Meant, order: Ordering, above_most: bool) -> Held {
    let (met, above) = match meant {
        Meant::AtLeast | Meant::Exists | Meant::Range { limit: false, .. } => (order.is_ge(), false),
        Meant::MoreThan => (order.is_gt(), false),
        Meant::DownTo => (order.is_le(), false),
        Meant::AtMost => (order.is_le(), order.is_gt()),
        Meant::LessThan => (order.is_lt(), order.is_ge()),
        Meant::Exactly => (order.is_eq(), order.is_gt()),
        Meant::Between(_) | Meant::Range { limit: true, .. } => (order.is_ge() && !above_most, above_most),
    };
    match (met, above) {
        (_, true) => Held::Above,
        (true, false) => Held::Met,
        (false, false) => Held::Short,
    }
}

/// The least whole number above a whole number: what "more than" needs.
fn over(needed: Amount) -> Amount {
    if needed.is_whole() { needed.checked_add(Amount::ONE).unwrap_or(needed) } else { needed }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share(numerator: u32, denominator: u32) -> Share {
        Share { numerator: numerator.into(), denominator: denominator.into() }
    }

    #[test]
    fn bounds_are_held_at_their_border() {
        let judged = |meant, actual: u32| judge(meant, 5.into(), actual.into());
        assert_eq!(judged(Meant::AtLeast, 4), Verdict::Short(1.into()));
        assert_eq!(judged(Meant::AtLeast, 5), Verdict::Met);
        assert_eq!(judged(Meant::AtLeast, 6), Verdict::Exceeded);
        assert_eq!(judged(Meant::Exists, 6), Verdict::Met);
        assert_eq!(judged(Meant::MoreThan, 5), Verdict::Short(1.into()));
        assert_eq!(judged(Meant::AtMost, 5), Verdict::Met);
        assert_eq!(judged(Meant::AtMost, 6), Verdict::Above);
        assert_eq!(judged(Meant::LessThan, 5), Verdict::Above);
        assert_eq!(judged(Meant::Exactly, 6), Verdict::Above);
        assert_eq!(judged(Meant::DownTo, 7), Verdict::Short(2.into()));
        assert_eq!(judged(Meant::DownTo, 5), Verdict::Met);
        assert_eq!(judged(Meant::Between(8.into()), 8), Verdict::Met);
        assert_eq!(judged(Meant::Between(8.into()), 9), Verdict::Above);
        let range = |limit| Meant::Range { most: 8.into(), limit };
        assert_eq!(judged(range(false), 4), Verdict::Short(1.into()));
        assert_eq!(judged(range(false), 8), Verdict::Met);
        assert_eq!(judged(range(false), 9), Verdict::Beyond);
        assert_eq!(judged(range(true), 9), Verdict::Above);
        let three_times = range(false).scaled(5.into(), 15.into());
        assert_eq!(judge(three_times, 15.into(), 24.into()), Verdict::Met);
        assert_eq!(judge(three_times, 15.into(), 25.into()), Verdict::Beyond);
    }

    #[test]
    fn a_short_percent_says_how_many_more_are_missing() {
        assert_eq!(judge_share(Meant::AtLeast, 80.into(), share(119, 150)), Some(Verdict::Short(1.into())));
        assert_eq!(judge_share(Meant::AtLeast, 80.into(), share(120, 150)), Some(Verdict::Met));
        assert_eq!(judge_share(Meant::MoreThan, 80.into(), share(120, 150)), Some(Verdict::Short(1.into())));
        assert_eq!(judge_share(Meant::AtLeast, 80.into(), share(0, 0)), None);
    }
}

//! The value a change began with, where the contract names none: what was measured first.

use super::attached::Told;
use super::claims::serves;
use super::items::Items;
use super::readings::LineOf;
use super::standing::{Reason, ReasonCode};
use super::tally::{Context, Tally, tally};
use super::turns::every_of;
use crate::finding::Param;
use crate::plan::{Accumulation, Target, TargetRule};
use crate::value::{Amount, DateRange, IsoDate, Share};

/// The value of the first day on which something was measured.
#[derive(Debug, Clone, Copy)]
pub(super) struct Began {
    pub(super) value: Amount,
    on: IsoDate,
}

impl Began {
    /// That the change is told from it.
    pub(super) fn reason(self) -> Reason {
        let params = [Param::amount("baseline", self.value.rounded(2)), Param::date("date", self.on)];
        Reason { code: ReasonCode::BaselineMeasured, params: params.into_iter().collect() }
    }
}

/// What a change of a level or of a ratio began with: the value of the first day, where a later one was measured too.
/// `whole` is the tally of all time.
pub(super) fn measured<'a>(
    cx: &Context<'a>,
    line: &LineOf<'a>,
    items: &Items<'a>,
    target: &'a Target,
    whole: &Tally,
) -> Option<Began> {
    let TargetRule::Change { from: None, amount, .. } = target.rule else { return None };
    let of_shares = line.indicator.asks_for_share(target);
    let level = line.accumulation() == Accumulation::Level;
    let once = target.each.is_none() && every_of(cx.readings, line, target).is_none();
    if line.indicator.baseline.is_some() || !once || !(of_shares || level) || whole.claim.not_applicable {
        return None;
    }
    let readings = &cx.ledger.line(&line.indicator.id).readings;
    let own = readings.iter().filter(|told| told.counts && serves(cx, line, target, told));
    let first = own.filter(|told| told.measures(of_shares)).map(|told| told.on).min()?;
    let last = whole.dates?.end;
    let claim = tally(cx, line, items, target, Some(DateRange { start: first, end: first }), None).claim;
    let value = if of_shares { percent(claim.share?, amount.is_negative()) } else { claim.amount };
    value.filter(|_| last > first).map(|value| Began { value, on: first })
}

impl Told<'_> {
    /// Whether it is a ratio, or else a number.
    fn measures(&self, ratio: bool) -> bool {
        use crate::facts::ReadingValue as V;
        match self.reading.value {
            V::Share { .. } => ratio,
            V::Amount { .. } => !ratio,
            V::NotApplicable {} => false,
        }
    }
}

/// A ratio as a percent to nine decimals. What has no end of digits is cut off on the side that keeps a change from failing
/// by the digits that were cut: far less than two ratios of people can differ by.
fn percent(share: Share, falls: bool) -> Option<Amount> {
    let scale = Amount::from(1_000_000_000);
    let scaled = share.percent()?.checked_mul(scale)?;
    let cut = if falls { scaled.whole_up() } else { scaled.rounded_down() };
    cut.checked_div(scale)
}

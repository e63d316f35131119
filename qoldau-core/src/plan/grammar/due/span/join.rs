//! Putting the points of a deadline together: years and months they lend each other, and the range they make.

use super::super::ambiguous;
use super::super::calendar::{Shape, Stretch};
use super::super::year::{Dated, date};
use super::{Joint, Point, Reader};
use crate::plan::Due;
use crate::plan::grammar::DueContext;
use crate::value::DateRange;

impl Reader<'_> {
    pub(super) fn finish(mut self, text: &str, context: &DueContext) -> Option<Due> {
        self.lend_years();
        self.lend_month()?;
        if let [doubtful] = self.doubtful.as_slice() {
            return if self.points.len() == 1 { ambiguous(doubtful.clone(), text) } else { None };
        }
        // «01.06» alone may be a number of something.
        if !self.doubtful.is_empty() || (self.short_days > 0 && self.points.len() < 2) {
            return None;
        }
        let period = context.period;
        let points = std::mem::take(&mut self.points);
        match points.as_slice() {
            [one] => self.one(one, text, period),
            [first, second] if joins(first, second, self.between) => {
                self.range(date(&first.stretch, &second.stretch, period)?, (true, true), text)
            }
            many => self.months(many, text, period),
        }
    }

    /// A year apart belongs to the point before it, else to the next: «2022 жылдың 26 шілдесінен», «май – октябрь 2024».
    fn lend_years(&mut self) {
        for (year, before) in std::mem::take(&mut self.years) {
            let place = match before.checked_sub(1) {
                Some(previous)
                    if self.points.get(previous).is_some_and(|point| point.stretch.year.is_none()) =>
                {
                    previous
                }
                _ => before,
            };
            if let Some(point) = self.points.get_mut(place) {
                point.stretch.year = Some(year);
            }
        }
    }

    /// The 10 of «10-15 маусым» is of the month that follows, the 15 of "June 10–15" of the one before.
    fn lend_month(&mut self) -> Option<()> {
        let whole = |point: &Point| (point.stretch.shape == Shape::Day).then_some(point.stretch);
        for at in 0..self.points.len() {
            let after = self.points.iter().skip(at).find_map(whole);
            let before = self.points.iter().take(at).rev().find_map(whole);
            let point = self.points.get_mut(at)?;
            if point.stretch.shape == Shape::BareDay {
                let of = after.or(before)?;
                let ((month, _), (_, day)) = (of.first, point.stretch.first);
                let year = point.stretch.year.or(of.year);
                point.stretch = Stretch {
                    year,
                    shape: Shape::Day,
                    first: (month, day),
                    last: (month, day),
                    ..point.stretch
                };
            }
        }
        Some(())
    }

    fn one(&self, point: &Point, text: &str, period: Option<DateRange>) -> Option<Due> {
        let stretch = &point.stretch;
        if self.between || (point.since && point.until) {
            return None;
        }
        let dated = date(stretch, stretch, period)?;
        if point.until && stretch.shape == Shape::Long {
            return until_long(&dated, text);
        }
        // «Конец октября» bounds the work, it is not the one day on which to do it.
        let by_time = self.until_time && !point.since;
        let bounds = by_time || point.until || point.through || (stretch.shape == Shape::End && !point.since);
        let open = if bounds { (false, true) } else { (true, !point.since) };
        self.range(dated, open, text)
    }

    /// A due of dated days, of which the start, the end or both are meant.
    fn range(&self, dated: Dated, (start, end): (bool, bool), text: &str) -> Option<Due> {
        match dated {
            Dated::Days(days) => {
                if self.time.is_some() && !end {
                    return None;
                }
                Some(Due::Range {
                    start: start.then_some(days.start),
                    end: end.then_some(days.end),
                    end_time: self.time.clone(),
                    inherited: false,
                    text: text.into(),
                })
            }
            Dated::Several(all) => {
                ambiguous(all.iter().map(|days| if end { days.end } else { days.start }).collect(), text)
            }
        }
    }

    /// «Маусым, шілде, тамыз»: months without a gap are one range.
    fn months(&self, points: &[Point], text: &str, period: Option<DateRange>) -> Option<Due> {
        let (first, last) = (points.first()?, points.last()?);
        let listed = points.iter().skip(1).all(|point| matches!(point.joint, Joint::Comma | Joint::And));
        let plain = points.iter().all(|point| !point.since && !point.until && !point.through);
        let months = points.iter().all(|point| point.stretch.shape == Shape::Long);
        let follows = points.windows(2).all(|pair| match pair {
            [one, two] => one.stretch.last.0 % 12 == two.stretch.first.0.saturating_sub(1),
            _ => false,
        });
        if !(listed && plain && months && follows) || self.between {
            return None;
        }
        self.range(date(&first.stretch, &last.stretch, period)?, (true, true), text)
    }
}

/// Whether two points are the ends of one range.
fn joins(first: &Point, second: &Point, between: bool) -> bool {
    let opens = !first.until && !first.through;
    let closes = !second.since || second.until || second.through;
    let said = second.joint == Joint::Dash
        || (first.since && (second.until || second.through))
        || (between && matches!(second.joint, Joint::And | Joint::Dash | Joint::None));
    let to = second.until || second.through;
    opens && closes && (said || (to && second.joint == Joint::None))
}

/// «До июня»: before its first day, or with its last? Both are readings.
fn until_long(dated: &Dated, text: &str) -> Option<Due> {
    let ends = |days: &DateRange| {
        [days.start.add_days(-1), Some(days.end)].into_iter().flatten().collect::<Vec<_>>()
    };
    match dated {
        Dated::Days(days) => ambiguous(ends(days), text),
        Dated::Several(all) => ambiguous(all.iter().flat_map(ends).collect(), text),
    }
}

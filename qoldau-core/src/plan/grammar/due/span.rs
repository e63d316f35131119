//! Ranges of days: «Маусым – Қыркүйек», «с 19 февраля по 24 марта», "until the end of May".

use super::calendar::{Shape, Stretch, bare_day, stretch_at, year_at};
use super::numeric::{clock_at, dates_at};
use super::year::{Dated, date};
use super::{DueContext, ambiguous, is_any};
use crate::language::kazakh::Case;
use crate::plan::Due;
use crate::plan::grammar::token::Token;
use crate::plan::grammar::vocabulary::{longest, phrase, sign_at};
use crate::value::{DateRange, IsoDate};

/// What a word says of the stretch beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Edge {
    /// «С», «бастап».
    Since,
    /// «До», «дейін»: up to it, and whether with it nobody can say of a month.
    Until,
    /// «По», "through": with it.
    Through,
    /// «Между», «аралығында», "between".
    Between,
    /// No meaning of its own.
    Nothing,
}

/// Words before a stretch.
const BEFORE: [(&str, Edge); 5] = [
    ("с|со|начиная с|from|since|starting from", Edge::Since),
    ("до|к|ко|until|till|to|by|not later than|no later than|не позднее|не позже", Edge::Until),
    ("по|through|thru|включая", Edge::Through),
    ("между|между|between|в период с|в период", Edge::Between),
    ("в|во|на|за|in|on|during|the|сағат|в течение|не ранее", Edge::Nothing),
];

/// Words after a stretch.
const AFTER: [(&str, Edge); 4] = [
    ("бастап", Edge::Since),
    ("дейін+|кешіктірмей|кешіктірілмей", Edge::Until),
    ("аралығында|аралығындағы|аралығы|арасында", Edge::Between),
    (
        "включительно|inclusive|қоса алғанда|арналған|ішінде|бойы|айы+|числа|күні|күнгі|часов|часа|час|по времени *|по времени нұр - сұлтан|время *|астана уақыты бойынша|астана уақытымен|алматы уақыты бойынша|ақтау уақыты бойынша|нұр - сұлтан уақыты бойынша|жергілікті уақыт бойынша|по местному времени|astana time|local time|at|сағат|уақыты бойынша|of",
        Edge::Nothing,
    ),
];

/// A stretch with what is said of it.
#[derive(Debug, Clone, Copy)]
struct Point {
    stretch: Stretch,
    since: bool,
    until: bool,
    through: bool,
    /// What stands between it and the point before.
    joint: Joint,
}

/// What joins two points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Joint {
    /// Nothing yet, or the words of the second point.
    None,
    /// A dash.
    Dash,
    /// «Мен», «и», "and".
    And,
    /// A comma.
    Comma,
}

/// Reads the words of a range.
struct Reader<'t> {
    list: &'t [Token],
    points: Vec<Point>,
    /// The years that stand apart from any point, each with the number of points read before it.
    years: Vec<(i32, usize)>,
    pending: Edge,
    between: bool,
    joint: Joint,
    time: Option<String>,
    /// Dates in digits that can be read in two ways.
    doubtful: Vec<Vec<IsoDate>>,
    hours: bool,
}

pub(super) fn read(list: &[Token], text: &str, context: &DueContext) -> Option<Due> {
    if let Some(readings) = named_readings(list) {
        return ambiguous(readings, text);
    }
    let hours = ["сағат", "часов", "часа", "час", "времени", "уақыты", "уақытымен", "time", "o'clock"];
    let mut reader = Reader {
        list,
        points: Vec::new(),
        years: Vec::new(),
        pending: Edge::Nothing,
        between: false,
        joint: Joint::None,
        time: None,
        doubtful: Vec::new(),
        hours: (0..list.len()).any(|at| is_any(list, at, &hours)),
    };
    reader.run(context)?;
    reader.finish(text, context)
}

/// «2009-12-30 немесе 2009-12-31», the canonical words of an ambiguous deadline.
fn named_readings(list: &[Token]) -> Option<Vec<IsoDate>> {
    let mut readings = Vec::new();
    let mut at = 0;
    while at < list.len() {
        let (dates, next) = dates_at(list, at)?;
        let [date] = dates.as_slice() else { return None };
        readings.push(*date);
        let or = next >= list.len() || is_any(list, next, &["немесе", "или", "or"]);
        at = if or { next.saturating_add(1) } else { return None };
    }
    (readings.len() > 1).then_some(readings)
}

impl Reader<'_> {
    fn run(&mut self, context: &DueContext) -> Option<()> {
        let mut at = 0;
        while at < self.list.len() {
            let next = self.step(at, context)?;
            if next <= at {
                return None;
            }
            at = next;
        }
        (self.pending == Edge::Nothing).then_some(())
    }

    fn step(&mut self, at: usize, context: &DueContext) -> Option<usize> {
        if let Some(next) = self.joint(at) {
            return Some(next);
        }
        if let Some((time, next)) = clock_at(self.list, at, self.hours) {
            return self.clock(time, next);
        }
        if let Some((dates, next)) = dates_at(self.list, at) {
            self.digits(dates)?;
            return Some(next);
        }
        if let Some(next) = self.number_of_document(at) {
            return Some(next);
        }
        // A year beside a month belongs to it; alone it is a stretch of its own.
        if let Some((year, next)) =
            year_at(self.list, at).filter(|(_, next)| self.year_stands_apart(at, *next))
        {
            self.years.push((year, self.points.len()));
            return Some(next);
        }
        if let Some(next) = current_year(self.list, at) {
            let year =
                context.contract.or_else(|| context.period.map(|period| period.start)).map(IsoDate::year)?;
            self.years.push((year, self.points.len()));
            return Some(next);
        }
        if let Some((stretch, next)) = stretch_at(self.list, at) {
            self.push(stretch);
            return Some(next);
        }
        if let Some((edge, next)) = self.edge_after(at) {
            self.after(edge)?;
            return Some(next);
        }
        if let Some((edge, next)) = longest!(self.list, at, BEFORE) {
            self.before(edge)?;
            return Some(next);
        }
        let (stretch, next) = bare_day(self.list, at)?;
        self.push(stretch);
        Some(next)
    }

    /// A dash, comma or conjunction.
    fn joint(&mut self, at: usize) -> Option<usize> {
        let joint = match sign_at(self.list, at) {
            Some('-' | '…') => Joint::Dash,
            Some(',' | ';') => Joint::Comma,
            None if is_any(self.list, at, &["мен", "бен", "пен", "и", "және", "and"]) => {
                Joint::And
            }
            _ => return None,
        };
        self.joint = joint;
        Some(at.saturating_add(1))
    }

    fn clock(&mut self, time: String, next: usize) -> Option<usize> {
        if self.time.replace(time).is_some() {
            return None;
        }
        // «18.30-ға дейін», «до 18.30»: the edge is that of the time.
        self.pending = Edge::Nothing;
        let next = super::after_suffix(self.list, next);
        Some(phrase(self.list, next, "дейін").unwrap_or(next))
    }

    /// A date in digits; two readings are kept for the end.
    fn digits(&mut self, dates: Vec<IsoDate>) -> Option<()> {
        let first = *dates.first()?;
        let (month, day) = (first.month(), first.day());
        self.push(Stretch {
            year: Some(first.year()),
            end_year: None,
            first: (month, day),
            last: (month, day),
            shape: Shape::Day,
            case: Case::Nominative,
        });
        let mut dates = dates;
        dates.sort_unstable();
        dates.dedup();
        if dates.len() > 1 {
            self.doubtful.push(dates);
        }
        Some(())
    }

    /// «№ 50» after a date is the number of a document.
    fn number_of_document(&self, at: usize) -> Option<usize> {
        let next = at.saturating_add(1);
        (sign_at(self.list, at) == Some('№')
            && !self.points.is_empty()
            && self.list.get(next)?.digits().is_some())
        .then(|| next.saturating_add(1))
    }

    /// Whether a year stands beside a point of its own rather than being the point.
    fn year_stands_apart(&self, at: usize, next: usize) -> bool {
        if sign_at(self.list, next) == Some('-') && year_at(self.list, next.saturating_add(1)).is_some() {
            return false;
        }
        let following = stretch_at(self.list, next).is_some_and(|(stretch, _)| stretch.year.is_none())
            || bare_day(self.list, next).is_some();
        let preceding = at > 0 && self.points.last().is_some_and(|point| point.stretch.year.is_none());
        following || preceding
    }

    fn push(&mut self, stretch: Stretch) {
        let edge = std::mem::replace(&mut self.pending, Edge::Nothing);
        let joint = std::mem::replace(&mut self.joint, Joint::None);
        self.points.push(Point {
            stretch,
            since: edge == Edge::Since || stretch.case == Case::Ablative,
            until: edge == Edge::Until,
            through: edge == Edge::Through,
            joint,
        });
    }

    /// A word that says something of the point before it.
    fn edge_after(&self, at: usize) -> Option<(Edge, usize)> {
        longest!(self.list, at, AFTER).filter(|_| !self.points.is_empty() || self.hours)
    }

    fn after(&mut self, edge: Edge) -> Option<()> {
        match edge {
            Edge::Between => self.between = true,
            Edge::Nothing => {}
            _ => {
                let point = self.points.last_mut()?;
                point.since |= edge == Edge::Since;
                if edge == Edge::Until {
                    point.until = true;
                    point.since = false;
                }
            }
        }
        Some(())
    }

    /// A word that says something of the point after it.
    fn before(&mut self, edge: Edge) -> Option<()> {
        match edge {
            Edge::Between => self.between = true,
            Edge::Nothing => {}
            _ if self.pending == Edge::Nothing => self.pending = edge,
            // «Не позднее чем до …»: two words for one edge.
            _ if self.pending == edge => {}
            _ => return None,
        }
        Some(())
    }
}

/// «Т.г.», «ағымдағы жыл», "this year".
fn current_year(list: &[Token], at: usize) -> Option<usize> {
    [
        "т. г.",
        "тек. года",
        "текущего года",
        "с. г.",
        "сего года",
        "ағымдағы жыл+",
        "осы жыл+",
        "this year",
        "current year",
    ]
    .iter()
    .find_map(|words| phrase(list, at, words))
}

/// Putting the points together.
impl Reader<'_> {
    fn finish(mut self, text: &str, context: &DueContext) -> Option<Due> {
        self.lend_years();
        self.lend_month()?;
        if let [doubtful] = self.doubtful.as_slice() {
            return if self.points.len() == 1 { ambiguous(doubtful.clone(), text) } else { None };
        }
        if !self.doubtful.is_empty() {
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
        let open = if point.until || point.through { (false, true) } else { (true, !point.since) };
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

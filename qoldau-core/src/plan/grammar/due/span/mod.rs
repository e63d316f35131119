//! Ranges of days: «Маусым – Қыркүйек», «с 19 февраля по 24 марта», "until the end of May".

mod join;

use super::calendar::{Shape, Stretch, after_year_word, bare_day, short_date, stretch_at, year_at};
use super::numeric::{clock_at, dates_at};
use super::{DueContext, ambiguous};
use crate::language::kazakh::Case;
use crate::plan::Due;
use crate::plan::grammar::token::Token;
use crate::plan::grammar::vocabulary::{is_one_of, longest, phrase, phrase_at, sign_at};
use crate::value::IsoDate;

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
    (
        "с|со|начиная с|не ранее|не раньше|не ранее чем|не раньше чем|from|since|starting from|starting|not earlier than|no earlier than|not before",
        Edge::Since,
    ),
    ("до|к|ко|until|till|to|by|not later than|no later than|не позднее|не позже", Edge::Until),
    ("по|through|thru|включая", Edge::Through),
    ("между|между|between|в период с|в период", Edge::Between),
    ("в|во|на|за|in|on|during|the|сағат|в течение", Edge::Nothing),
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

/// Words beside a time of the day.
const HOURS: &str = "сағат|часов|часа|час|времени|уақыты|уақытымен|time";

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
    list: &'t [Token<'t>],
    points: Vec<Point>,
    /// The years that stand apart from any point, each with the number of points read before it.
    years: Vec<(i32, usize)>,
    pending: Edge,
    between: bool,
    joint: Joint,
    time: Option<String>,
    /// The time is the last moment: «до 18:00», «18.00-ге дейін».
    until_time: bool,
    /// Days in digits without a year: «01.06».
    short_days: usize,
    /// Dates in digits that can be read in two ways.
    doubtful: Vec<Vec<IsoDate>>,
    hours: bool,
}

pub(super) fn read(list: &[Token], text: &str, context: &DueContext) -> Option<Due> {
    if let Some(readings) = named_readings(list) {
        return ambiguous(readings, text);
    }
    let mut reader = Reader {
        list,
        points: Vec::new(),
        years: Vec::new(),
        pending: Edge::Nothing,
        between: false,
        joint: Joint::None,
        time: None,
        until_time: false,
        short_days: 0,
        doubtful: Vec::new(),
        hours: list.iter().any(|token| is_one_of!(token, HOURS)),
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
        at = if next < list.len() { phrase_at!(list, next, "немесе|или|or")? } else { next };
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
        if let Some((time, next)) = clock_at(self.list, at, self.hours || self.is_clock(at)) {
            return self.clock(time, next);
        }
        if let Some((dates, next)) = dates_at(self.list, at) {
            return self.suffixed(dates, next);
        }
        if let Some((stretch, next)) = short_date(self.list, at) {
            self.short_days = self.short_days.saturating_add(usize::from(stretch.shape == Shape::Day));
            self.push(stretch);
            return Some(after_year_word(self.list, next));
        }
        if let Some(next) = project_end(self.list, at).filter(|_| !self.points.is_empty()) {
            self.digits(vec![context.period?.end])?;
            return Some(next);
        }
        if let Some(next) = contract_day(self.list, at).filter(|next| *next < self.list.len()) {
            self.digits(vec![context.contract?])?;
            self.points.last_mut()?.since = true;
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
            Some('/') if self.parts_days(at) => Joint::Dash,
            Some(',' | ';') => Joint::Comma,
            None if phrase_at!(self.list, at, "мен|бен|пен|и|және|and").is_some() => Joint::And,
            _ => return None,
        };
        self.joint = joint;
        Some(at.saturating_add(1))
    }

    /// «01.05/31.10»: a slash between two days in digits. Between months it may say "or" and stays unread.
    fn parts_days(&self, at: usize) -> bool {
        let next = at.saturating_add(1);
        let day = |stretch: Option<(Stretch, usize)>| {
            stretch.is_some_and(|(stretch, _)| stretch.shape == Shape::Day)
        };
        let before = self.points.last().is_some_and(|point| point.stretch.shape == Shape::Day);
        before && (dates_at(self.list, next).is_some() || day(short_date(self.list, next)))
    }

    /// «До 18.00 15 июня»: minutes that are no month, beside a day.
    fn is_clock(&self, at: usize) -> bool {
        let end = at.saturating_add(3);
        let minute =
            self.list.get(at.saturating_add(2)).and_then(Token::digits).and_then(|digits| digits.plain);
        let day = || {
            dates_at(self.list, end).is_some()
                || stretch_at(self.list, end).is_some_and(|(stretch, _)| stretch.shape == Shape::Day)
        };
        minute.is_some_and(|minute| minute == 0 || minute > 12)
            && sign_at(self.list, end) != Some('.')
            && (day() || end == self.list.len() && !self.points.is_empty())
    }

    /// A date in digits with its Kazakh ending: «31.10.2024-ға дейін».
    fn suffixed(&mut self, dates: Vec<IsoDate>, next: usize) -> Option<usize> {
        let end = super::after_suffix(self.list, next);
        let suffix = end.checked_sub(1).and_then(|last| self.list.get(last)).filter(|_| end > next);
        self.digits(dates)?;
        if suffix.is_some_and(|token| is_one_of!(token, "ден|дан|тен|тан|нен|нан|інен|ынан|сінен|сынан"))
        {
            self.points.last_mut()?.since = true;
        }
        Some(after_year_word(self.list, end))
    }

    fn clock(&mut self, time: String, next: usize) -> Option<usize> {
        if self.time.replace(time).is_some() {
            return None;
        }
        // «18.30-ға дейін», «до 18.30»: the edge is that of the time.
        let before = std::mem::replace(&mut self.pending, Edge::Nothing);
        let next = super::after_suffix(self.list, next);
        let after = phrase(self.list, next, "дейін");
        self.until_time = before == Edge::Until || after.is_some();
        Some(after.unwrap_or(next))
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

/// The day of the contract as the beginning of a range: «с даты заключения договора по 31 октября», «шарт жасалған күннен
/// бастап».
fn contract_day(list: &[Token], at: usize) -> Option<usize> {
    let day = phrase_at!(list, at, "даты|дня|момента|шарт+|келісімшарт+")?;
    let russian = phrase_at!(
        list,
        day,
        "заключения договора|подписания договора|заключения контракта|подписания контракта"
    );
    russian.or_else(|| {
        phrase_at!(list, day, "жасалған күннен бастап|жасасқан күннен бастап|қол қойылған күннен бастап|қол қойған күннен бастап")
    })
}

/// The end of the project behind a day that something begins on: «с 15 июня до окончания проекта».
fn project_end(list: &[Token], at: usize) -> Option<usize> {
    phrase_at!(
        list,
        at,
        "окончани= проекта|завершени= проекта|окончани= реализации проекта|завершени= реализации проекта|конца проекта|жоба+ аяқтал*|жоба+ соң+|end of the project|end of project|project end"
    )
}

/// «Т.г.», «ағымдағы жыл», "this year".
fn current_year(list: &[Token], at: usize) -> Option<usize> {
    phrase_at!(
        list,
        at,
        "т. г.|тек. года|текущего года|с. г.|сего года|ағымдағы жыл+|осы жыл+|this year|current year"
    )
}

//! One promise of a cell: its words gathered into a draft, each word in one role or the promise is not understood.

mod among;
mod elements;
mod numbers;
mod signs;
mod words;

use self::words::{EXTENTS, FILLERS, LENGTHS, MINUTES_LONG, NUMBERED, PARTS, POSTPOSITIONS};
use super::bracket;
use super::cell::is_one_promise;
use super::comparator::{self, Direction};
use super::number::{Measure, Quantity};
use super::token::{Numbers, Token, tokens};
use super::vocabulary::{is_one_of, phrase_at, sign_at};
use crate::language::kazakh::Case;
use crate::plan::unit::{adjunct, is_plain, unit_code};
use crate::plan::{Bound, EachOf, Frequency, UnitCode, UnitWord};
use crate::value::Amount;
use crate::value::text::squeeze;

/// What the word before a number makes of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// Nothing.
    Bare,
    /// «От 3», "from 3": the lower end, or the start of a range.
    From,
    /// «С 53»: the value before a change.
    Since,
    /// «До 5», "to 5", «5-ке дейін».
    To,
    /// «На 20 %», "by 20 %".
    By,
    /// «В 3 раза».
    Times,
    /// «По 2».
    Each,
}

/// A promise that is no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum State {
    /// It is there, it is done.
    Done,
    /// All of them.
    All,
    /// As many as are needed.
    AsNeeded,
}

/// The words of a promise by their roles.
#[expect(clippy::struct_excessive_bools, reason = "each is one word that stands there or not")]
#[derive(Debug, Clone, Default)]
pub(crate) struct Draft {
    pub(crate) numbers: Vec<(Quantity, Role)>,
    pub(crate) bound: Option<Bound>,
    /// The comparator stands before the number, where it can hold for the promises that follow.
    pub(crate) bound_first: bool,
    pub(crate) direction: Option<Direction>,
    /// «Есе»: the number is a factor.
    pub(crate) times: bool,
    /// The lower end stands after the English "from", which also begins a change.
    pub(crate) english_from: bool,
    /// The number is of those with whom something changes, and not by how much it does: «рост мотивации у 60% волонтёров».
    pub(crate) among: bool,
    /// "Between", «аралығында», or a dash between two numbers.
    pub(crate) interval: bool,
    pub(crate) state: Option<State>,
    pub(crate) unit: Option<UnitWord>,
    pub(crate) each: Option<(EachOf, Option<Amount>)>,
    pub(crate) every: Option<Frequency>,
    /// The scope or frequency stands before the number.
    pub(crate) scope_first: bool,
    /// The scope or frequency stands in brackets, where it may be of its own promise alone.
    pub(crate) scope_in_bracket: bool,
    /// A colon stands behind it: it is that of all that follows.
    pub(crate) scope_opens: bool,
    pub(crate) parts: Vec<(Amount, String)>,
    /// A part whose number can be read as thousands or as a fraction.
    pub(crate) doubtful_part: bool,
    pub(crate) notes: Vec<String>,
}

impl Draft {
    /// The remarks as one.
    pub(crate) fn note(&self) -> Option<String> {
        if self.notes.is_empty() { None } else { Some(self.notes.join(NOTE_JOINT)) }
    }

    /// Takes the parts of the number.
    pub(crate) fn divide(&mut self, parts: Vec<(Quantity, String)>) {
        self.doubtful_part = parts.iter().any(|(number, _)| number.doubtful);
        self.parts = parts.into_iter().map(|(number, label)| (number.value, label)).collect();
    }

    /// Whether a number of it can be read as thousands or as a fraction.
    pub(crate) fn doubtful(&self) -> bool {
        self.doubtful_part || self.numbers.iter().any(|(number, _)| number.doubtful)
    }
}

/// Where the words of a run lie: tokens from, to.
#[derive(Debug, Clone, Copy)]
struct Run {
    from: usize,
    to: usize,
}

/// The reader of one promise.
struct Scan<'t> {
    text: &'t str,
    tokens: &'t [Token<'t>],
    at: usize,
    run: Option<Run>,
    role: Role,
    draft: Draft,
}

/// Reads one promise. Nothing when a word or sign of it was not understood.
pub(crate) fn read(text: &str, tokens: &[Token]) -> Option<Draft> {
    let draft = gather(text, tokens)?;
    let unit_stands = draft.unit.as_ref().is_none_or(|unit| is_plain(unit) || stands(&unit.text));
    (unit_stands && bracket::keeps(&draft)).then_some(draft)
}

/// Whether words are a unit both after a number and before a colon, the two places where units are printed. Words that
/// mean something else in one of them were not understood in the other.
fn stands(unit: &str) -> bool {
    [format!("1 {unit}"), format!("{unit}: 1")].iter().all(|text| {
        let list = tokens(text, Numbers::Grouped);
        let again = gather(text, &list).filter(|_| is_one_promise(&list));
        again
            .is_some_and(|draft| draft.unit.is_some_and(|found| found.text == unit) && draft.notes.is_empty())
    })
}

/// Gives every word its role.
fn gather(text: &str, tokens: &[Token]) -> Option<Draft> {
    let draft = Draft::default();
    let mut scan = Scan { text, tokens, at: 0, run: None, role: Role::Bare, draft };
    while scan.at < tokens.len() {
        let before = scan.at;
        scan.step()?;
        if scan.at <= before {
            return None;
        }
    }
    scan.close_run()?;
    (scan.role == Role::Bare).then_some(scan.draft)
}

/// Joins the remarks of one promise. No comma or semicolon, so that two remarks never look like a list of parts.
pub(crate) const NOTE_JOINT: &str = " / ";

/// Whether words divide a number into parts here: what follows belongs to the number before.
pub(crate) fn divides(tokens: &[Token], at: usize) -> Option<usize> {
    phrase_at!(tokens, at, PARTS)
}

/// Whether a number after the word names one of its things: «глава 2», «п. 3.2».
pub(crate) fn is_numbered(token: &Token) -> bool {
    is_one_of!(token, NUMBERED)
}

/// Whether a unit says how long or how large the thing before it is: «1 отчет, 10 страниц».
pub(crate) fn is_extent(unit: &str) -> bool {
    let list = tokens(unit, Numbers::Plain);
    list.iter().find(|token| token.is_word()).is_some_and(|token| is_one_of!(token, EXTENTS))
}

/// «3 минут видео», «2 күн тренинг», "2 day training": the number says how long a thing is and not how many there are.
/// «16 часов тренинга» counts hours.
fn is_length(words: &[Token], unit: UnitCode) -> bool {
    let mut words = words.iter().filter(|token| token.is_word());
    let time = words.by_ref().find(|token| is_one_of!(token, LENGTHS));
    match unit {
        UnitCode::Hour | UnitCode::Day | UnitCode::WorkingDay | UnitCode::Month | UnitCode::YearOfAge => {
            false
        }
        // «3 недели практики» are weeks; the minutes of a broadcast are taken for broadcasts.
        UnitCode::Other => time.is_some_and(|time| is_one_of!(time, MINUTES_LONG)) && words.next().is_some(),
        _ => time.is_some() && words.next().is_some(),
    }
}

/// What a reader says to the token at hand: taken, or not its own. Nothing: a contradiction.
type Taken = Option<bool>;

impl<'t> Scan<'t> {
    pub(super) fn token(&self, at: usize) -> Option<&'t Token<'t>> {
        self.tokens.get(at)
    }

    /// Reads the next element.
    pub(super) fn step(&mut self) -> Option<()> {
        if let Some(sign) = sign_at(self.tokens, self.at) {
            return self.sign(sign);
        }
        let readers: [fn(&mut Self) -> Taken; 9] = [
            Self::parts,
            Self::scope,
            Self::state,
            Self::change,
            Self::comparator,
            Self::lead,
            Self::number,
            Self::remark,
            Self::word,
        ];
        for reader in readers {
            if reader(self)? {
                return Some(());
            }
        }
        None
    }

    /// Fills a slot once; a second, different word for it is a contradiction.
    pub(super) fn fill<T: PartialEq>(slot: &mut Option<T>, value: T) -> Option<()> {
        if slot.as_ref().is_some_and(|old| *old != value) {
            return None;
        }
        *slot = Some(value);
        Some(())
    }

    pub(super) fn slice(&self, from: usize, to: usize) -> Option<&'t str> {
        let (first, last) = (self.token(from)?, self.token(to.checked_sub(1)?)?);
        self.text.get(first.start..last.end)
    }

    pub(super) fn note(&mut self, from: usize, to: usize) -> Option<()> {
        let words = self.slice(from, to)?;
        self.draft.notes.push(words.into());
        Some(())
    }

    /// Takes so many tokens into the open run, or opens one.
    pub(super) fn extend(&mut self, count: usize) {
        let to = self.at.saturating_add(count);
        let from = self.run.map_or(self.at, |run| run.from);
        self.run = Some(Run { from, to });
        self.at = to;
    }

    /// Ends a run of words and gives it its role.
    pub(super) fn close_run(&mut self) -> Option<()> {
        let Some(mut run) = self.run.take() else { return Some(()) };
        // A sign that only leads on to what is no part of the run.
        let leads_on = |at: usize| matches!(sign_at(self.tokens, at), Some(',' | '"' | '\'' | '/' | '-'));
        while run.to > run.from.saturating_add(1) && leads_on(run.to.saturating_sub(1)) {
            run.to = run.to.saturating_sub(1);
        }
        let words = self.tokens.get(run.from..run.to)?;
        let filler = |token: &Token| !token.is_word() || is_one_of!(token, FILLERS);
        if words.iter().all(filler) {
            return Some(());
        }
        let counts = self.draft.numbers.last().is_some_and(|(number, _)| number.measure == Measure::Plain);
        if !counts {
            return self.note(run.from, run.to);
        }
        // «100 адам жалпы».
        if words.len() > 1 && words.last().is_some_and(|token| is_one_of!(token, "жалпы|итого|всего"))
        {
            run.to = run.to.saturating_sub(1);
        }
        let words = self.tokens.get(run.from..run.to)?;
        // «Үш ай бойы» is how long.
        if words.last().is_some_and(|token| token.is("бойы"))
            && words.iter().any(|token| is_one_of!(token, LENGTHS))
        {
            return None;
        }
        let tail = words.iter().rev().take_while(|token| is_one_of!(token, POSTPOSITIONS)).count();
        let to = run.to.saturating_sub(tail);
        if to == run.from {
            return self.note(run.from, run.to);
        }
        // «Бойынша» only leans on its noun; «ішінде», «бұрын» say something.
        if words.iter().rev().take(tail).any(|token| !token.is("бойынша")) {
            self.note(to, run.to)?;
        }
        let to = self.before_adjunct(run.from, to)?;
        let unit = self.unit(run.from, to)?;
        if is_length(self.tokens.get(run.from..to)?, unit.code) {
            return None;
        }
        match &self.draft.unit {
            None => self.draft.unit = Some(unit),
            Some(old) if old.code == unit.code && self.draft.numbers.len() == 2 => {
                self.draft.unit = Some(unit);
            }
            Some(_) => self.note(run.from, run.to)?,
        }
        Some(())
    }

    /// Where the unit ends that a word follows which says where or to whom: «20 адам семинарда». That word becomes a note, but
    /// where a comparator or verb behind it asks for its ending («100 адамнан астам»).
    fn before_adjunct(&mut self, from: usize, to: usize) -> Option<usize> {
        let asked = comparator::behind(self.tokens, to, Case::Ablative).is_some()
            || comparator::direction(self.tokens, to).is_some()
            || self.token(to).is_some_and(|token| token.is("дейін+"));
        let Some(length) = adjunct(self.tokens.get(from..to)?).filter(|_| !asked) else { return Some(to) };
        let end = from.saturating_add(length);
        self.note(end, to)?;
        Some(end)
    }

    pub(super) fn unit(&self, from: usize, to: usize) -> Option<UnitWord> {
        let code = unit_code(self.tokens.get(from..to)?);
        Some(UnitWord { code, text: squeeze(self.slice(from, to)?) })
    }
}

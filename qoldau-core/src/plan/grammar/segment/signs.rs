//! The signs of a promise: dashes, colons, brackets, stops.

use super::Scan;
use super::words::{FILLERS, GROUPS, TIMES};
use crate::plan::grammar::bracket;
use crate::plan::grammar::comparator::Direction;
use crate::plan::grammar::number::{Measure, quantity};
use crate::plan::grammar::scope::names_event;
use crate::plan::grammar::token::Token;
use crate::plan::grammar::vocabulary::{is_one_of, sign_at};
use crate::plan::unit::unit_code;
use crate::plan::{Bound, UnitCode};

impl Scan<'_> {
    pub(super) fn sign(&mut self, sign: char) -> Option<()> {
        let next = self.at.saturating_add(1);
        match sign {
            '(' => return self.bracket(),
            '≥' | '>' | '≤' | '<' | '~' => return self.comparator().filter(|taken| *taken).map(|_| ()),
            '-' => return self.dash(next),
            '+' => self.plus(next)?,
            ':' => self.colon()?,
            ',' | '/' => return self.joint(sign, next),
            '…' => {
                self.extend(1);
                return Some(());
            }
            '.' => return self.stop(next),
            '"' | '\'' => {
                if self.run.is_some() && self.token(next).is_some_and(Token::is_word) {
                    self.extend(1);
                    return Some(());
                }
            }
            '•' if self.at == 0 => {}
            '*' if self.at == 0 && self.slice(0, 1) == Some("*") => {}
            ';' | '!' => self.close_run()?,
            _ => return None,
        }
        self.at = next;
        Some(())
    }

    /// A dash within a word goes with it; one with spaces around it separates; one at a number may be a sign.
    pub(super) fn dash(&mut self, next: usize) -> Option<()> {
        let token = self.token(self.at)?;
        let tight = !token.spaced && self.token(next).is_some_and(|token| !token.spaced);
        let word_next = self.token(next).is_some_and(Token::is_word);
        let after_number = self.run.is_none() && !self.draft.numbers.is_empty();
        if tight && word_next {
            // «45-дневный» has no word before its dash.
            self.run?;
            self.extend(1);
            return Some(());
        }
        let number_next = quantity(self.tokens, next).is_some();
        if number_next && self.at == 0 {
            self.bullet(next)?;
        } else if number_next && self.run.is_some() && self.draft.numbers.is_empty() {
            // «Удовлетворённость участников – 80 %» counts no participants.
            if quantity(self.tokens, next).is_some_and(|(number, _)| number.measure == Measure::Plain) {
                self.lead_unit(false)?;
            }
        } else if number_next && after_number {
            return None;
        }
        self.close_run()?;
        self.at = next;
        Some(())
    }

    /// A dash before the first number opens an item of a list when a space follows it. Else, and before a percent, it
    /// may as well be a minus.
    fn bullet(&self, next: usize) -> Option<()> {
        let dash = self.token(self.at)?;
        let minus = self.text.get(dash.start..dash.end) == Some("\u{2212}");
        let (number, _) = quantity(self.tokens, next)?;
        let item = !minus && self.token(next)?.spaced && number.measure == Measure::Plain;
        item.then_some(())
    }

    /// "3+" is at least, "+20 %" an increase.
    pub(super) fn plus(&mut self, next: usize) -> Option<()> {
        if !self.draft.numbers.is_empty() {
            self.close_run()?;
            return Self::fill(&mut self.draft.bound, Bound::AtLeast);
        }
        if self.run.is_some() {
            return None;
        }
        quantity(self.tokens, next)?;
        Self::fill(&mut self.draft.direction, Direction::Up)
    }

    /// «Пост: 2»: the words before the colon are the unit.
    pub(super) fn colon(&mut self) -> Option<()> {
        if !self.draft.numbers.is_empty() || self.draft.state.is_some() {
            return None;
        }
        // «Әр шарадан: 5 фото».
        let scoped = self.draft.each.is_some() || self.draft.every.is_some();
        if scoped && self.run.is_none() {
            self.draft.scope_opens = true;
            return Some(());
        }
        // «Не менее: 5».
        if self.draft.bound.is_some() && self.run.is_none() {
            return Some(());
        }
        self.lead_unit(true)
    }

    /// Takes the words before the number as its unit; with a dash only when the unit is known.
    pub(super) fn lead_unit(&mut self, certain: bool) -> Option<()> {
        let run = self.run?;
        let unit = self.unit(run.from, run.to)?;
        let filler = self.tokens.get(run.from..run.to)?.iter().all(|token| is_one_of!(token, FILLERS));
        if !filler && (certain || unit.code != UnitCode::Other) {
            self.run = None;
            return Self::fill(&mut self.draft.unit, unit);
        }
        Some(())
    }

    /// A comma or slash between words belongs to them.
    pub(super) fn joint(&mut self, sign: char, next: usize) -> Option<()> {
        let rate = sign == '/'
            && (self.token(next).is_some_and(|token| is_one_of!(token, TIMES)) || self.is_rate(next));
        if !rate && self.run.is_some() && self.token(next).is_some_and(Token::is_word) {
            self.extend(1);
            return Some(());
        }
        if sign == '/' {
            return None;
        }
        self.close_run()?;
        self.at = next;
        Some(())
    }

    /// «5 фото/мероприятие», «20 адам/топ»: so many of each of something else, and no «семинар/тренинг», which is either.
    fn is_rate(&self, next: usize) -> bool {
        use UnitCode as U;
        let left = self.run.and_then(|run| self.tokens.get(run.from..run.to)).map_or(U::Other, unit_code);
        let artefact = matches!(
            left,
            U::Post | U::Publication | U::Letter | U::List | U::Document | U::Act | U::Photo | U::Video
        ) || matches!(left, U::Audio | U::Material | U::Copy | U::Person | U::Volunteer);
        let people = matches!(left, U::Person | U::Volunteer);
        let group = || self.token(next).is_some_and(|token| is_one_of!(token, GROUPS));
        artefact && names_event(self.tokens, next) || people && group()
    }

    /// A full stop belongs to the word before it; after a number it would make it an item of a list.
    pub(super) fn stop(&mut self, next: usize) -> Option<()> {
        let glued = self.token(self.at).is_some_and(|token| !token.spaced);
        if self.run.is_some() && glued {
            self.extend(1);
            return Some(());
        }
        if self.run.is_none() && next < self.tokens.len() && sign_at(self.tokens, next).is_none() {
            return None;
        }
        self.at = next;
        Some(())
    }

    /// A bracket: a word for the number, a part list, a scope, or a note.
    pub(super) fn bracket(&mut self) -> Option<()> {
        self.close_run()?;
        let end = bracket::close(self.tokens, self.at)?;
        let inside = self.tokens.get(self.at.saturating_add(1)..end)?;
        bracket::read(self.text, inside, &mut self.draft);
        self.at = end.saturating_add(1);
        Some(())
    }
}

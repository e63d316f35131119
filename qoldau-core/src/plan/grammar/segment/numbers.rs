//! The numbers of a promise, and the prepositions that give them a role.

use super::words::ATTRIBUTES;
use super::{Role, Scan, Taken, is_numbered};
use crate::language::kazakh::Case;
use crate::language::month::month_of;
use crate::plan::grammar::comparator;
use crate::plan::grammar::number::{Quantity, quantity};
use crate::plan::grammar::scope;
use crate::plan::grammar::token::Token;
use crate::plan::grammar::vocabulary::{is_one_of, sign_at};
use crate::plan::{UnitCode, UnitWord};

/// Prepositions that can give a number a role.
const LEADS: &str = "с|со|от|до|на|в|по|from|to|by|in|on";

impl Scan<'_> {
    /// Whether a number follows, with at most comparators before it.
    pub(super) fn leads_to_number(&self) -> bool {
        let mut at = self.at.saturating_add(1);
        for _ in 0..2 {
            match comparator::before(self.tokens, at) {
                Some((_, next)) => at = next,
                None => break,
            }
        }
        quantity(self.tokens, at).is_some()
    }

    /// The preposition before a number. One that gives the first number no role («на 20 %» without a verb) leaves it
    /// without a meaning.
    pub(super) fn lead(&mut self) -> Taken {
        let token = self.token(self.at)?;
        let first = self.draft.numbers.is_empty();
        if !is_one_of!(token, LEADS) || !self.leads_to_number() {
            return Some(false);
        }
        let Some(role) = self.role_of(token) else { return if first { None } else { Some(false) } };
        self.close_run()?;
        if self.role != Role::Bare {
            return None;
        }
        self.draft.english_from |= token.is("from");
        self.role = role;
        self.at = self.at.saturating_add(1);
        Some(true)
    }

    /// The role a preposition gives to the number after it.
    fn role_of(&self, token: &Token) -> Option<Role> {
        let first = self.draft.numbers.is_empty();
        let second = self.draft.numbers.last().is_some_and(|(number, role)| {
            matches!(role, Role::From | Role::Since) || (*role == Role::Bare && number.case == Case::Ablative)
        });
        let one_bare = self.run.is_none() && matches!(self.draft.numbers.as_slice(), [(_, Role::Bare)]);
        let says = |word: &str| token.is(word);
        match () {
            () if first && (says("с") || says("со")) => Some(Role::Since),
            () if first && (says("от") || says("from")) => Some(Role::From),
            () if (first || second) && says("до") => Some(Role::To),
            () if (second || one_bare || self.draft.direction.is_some()) && says("to") => Some(Role::To),
            () if (first || second) && (says("на") || says("by")) && self.changes() => Some(Role::By),
            () if (first || second) && says("в") && self.times_follow() => Some(Role::Times),
            () if first && (says("в") || says("in")) => Some(Role::Bare),
            () if first && says("по") => Some(Role::Each),
            () => None,
        }
    }

    /// Whether the promise says a change anywhere.
    pub(super) fn changes(&self) -> bool {
        let verb = |at: usize| {
            comparator::direction(self.tokens, at).is_some()
                || comparator::than_before(self.tokens, at).is_some()
        };
        self.draft.direction.is_some()
            || (self.at..self.tokens.len().min(self.at.saturating_add(12))).any(verb)
    }

    /// «В 3 раза».
    pub(super) fn times_follow(&self) -> bool {
        let at = comparator::before(self.tokens, self.at.saturating_add(1))
            .map_or(self.at.saturating_add(1), |(_, next)| next);
        quantity(self.tokens, at)
            .and_then(|(_, next)| self.token(next))
            .is_some_and(|token| token.is("раз") || token.is("раза"))
    }

    /// A number, or two with a dash between them.
    pub(super) fn number(&mut self) -> Taken {
        if self.occasions() {
            return Some(true);
        }
        let Some((number, next)) = quantity(self.tokens, self.at) else {
            let digits = self.token(self.at)?.digits().is_some();
            return if digits { None } else { Some(false) };
        };
        if self.token(next).is_some_and(|token| is_one_of!(token, ATTRIBUTES)) {
            self.close_run()?;
            let after = next.saturating_add(1);
            self.note(self.at, after)?;
            self.at = after;
            return Some(true);
        }
        if self.draft.numbers.len() > 1 || self.draft.state.is_some() || self.names_a_time(number, next) {
            return None;
        }
        self.close_run()?;
        self.draft.numbers.push((number, self.role));
        self.role = Role::Bare;
        self.at = next;
        self.second_of_range(number);
        if self.run.is_none() && self.token(self.at).is_some_and(|token| token.is("раз") || token.is("раза"))
        {
            self.after_times();
        }
        Some(true)
    }

    /// «Май – октябрь 2024», «III тоқсан», «глава 2»: the words before make the number one of a date or of a text.
    fn names_a_time(&self, number: Quantity, next: usize) -> bool {
        // «Тоқсан» is ninety and a quarter of a year: only «тоқсан адам» is clear.
        let quarter =
            next == self.at.saturating_add(1) && self.token(self.at).is_some_and(|token| token.is("тоқсан+"));
        let clear = self.run.is_none()
            && self.draft.numbers.is_empty()
            && self.token(next).is_some_and(Token::is_word);
        let before = self.run.and_then(|run| self.tokens.get(run.from..run.to)).unwrap_or_default();
        let dated = number.is_year() && before.iter().any(is_month);
        let last = before.iter().rev().find(|token| token.is_word());
        let numbered = last.is_some_and(is_numbered);
        (quarter && !clear) || dated || numbered
    }

    /// "Twice", «дважды», and the «раз» of «раз в месяц»: a number of times in one word.
    pub(super) fn occasions(&mut self) -> bool {
        let Some(token) = self.token(self.at) else { return false };
        let next = self.at.saturating_add(1);
        let alone = token.is("раз") && scope::frequency(self.tokens, next).is_some();
        let value: u32 = match () {
            () if alone || token.is("once") || token.is("однажды") => 1,
            () if token.is("twice") || token.is("дважды") => 2,
            () if token.is("thrice") || token.is("трижды") => 3,
            () => return false,
        };
        let Some(text) = self.slice(self.at, next) else { return false };
        if !self.draft.numbers.is_empty() || self.draft.unit.is_some() {
            return false;
        }
        self.draft.unit = Some(UnitWord { code: UnitCode::Time, text: text.into() });
        self.draft.numbers.push((Quantity::count(value), self.role));
        self.role = Role::Bare;
        self.at = next;
        true
    }

    /// «В 3 раза»: the word belongs to the factor.
    pub(super) fn after_times(&mut self) {
        if matches!(self.draft.numbers.last(), Some((_, Role::Times))) {
            self.at = self.at.saturating_add(1);
        }
    }

    /// The second number of «10-15», «70–80 %».
    pub(super) fn second_of_range(&mut self, first: Quantity) {
        let dash = matches!(sign_at(self.tokens, self.at), Some('-' | '…'));
        if !(dash || self.and_of_range()) || first.case != Case::Nominative {
            return;
        }
        if let Some((second, next)) = quantity(self.tokens, self.at.saturating_add(1)) {
            self.draft.numbers.push((second, Role::Bare));
            self.draft.interval = true;
            self.at = next;
        }
    }

    /// The «бен» of «18 бен 35 жас аралығында», the "and" of "between 10 and 15".
    fn and_of_range(&self) -> bool {
        let between = || self.tokens.iter().skip(self.at).take(6).any(|token| token.is("аралы*"));
        self.token(self.at).is_some_and(|token| is_one_of!(token, "мен|бен|пен|және|и|and"))
            && (self.draft.interval || between())
    }
}

/// «10 августа», «2024 жылы»: a date is no count.
pub(super) fn is_date(number: Quantity, token: &Token) -> bool {
    let dated = number.year_like && is_one_of!(token, "жыл+|год|года|году|годы|гг|г|ж|year");
    dated || is_month(token) || token.is("числа")
}

fn is_month(token: &Token) -> bool {
    token.spellings().any(|word| month_of(word).is_some())
}

//! Scopes, states, changes, comparators, remarks and plain words of a promise.

use super::numbers::is_date;
use super::words::{APPROVED, FILLERS, REMARKS, STATES, STOPPERS};
use super::{Role, Scan, State, Taken, divides};
use crate::language::kazakh::Case;
use crate::plan::grammar::bracket;
use crate::plan::grammar::comparator::{self, Direction, ending_case};
use crate::plan::grammar::number::{Measure, is_tail, quantity};
use crate::plan::grammar::scope;
use crate::plan::grammar::vocabulary::{longest, phrase, sign_at};
use crate::plan::unit::unit_end;

/// How many tokens ahead a number is looked for.
const FAR: usize = 40;

impl Scan<'_> {
    /// «Оның ішінде 1 спорттық, 2 мәдени»: parts without brackets, up to the end.
    pub(super) fn parts(&mut self) -> Taken {
        let Some(next) = divides(self.tokens, self.at).filter(|_| !self.draft.numbers.is_empty()) else {
            return Some(false);
        };
        self.close_run()?;
        let colon = usize::from(sign_at(self.tokens, next) == Some(':'));
        let rest = self.tokens.get(next.saturating_add(colon)..)?;
        match bracket::parts(self.text, rest) {
            Some(parts) if self.draft.parts.is_empty() => self.draft.divide(parts),
            _ => self.note(self.at, self.tokens.len())?,
        }
        self.at = self.tokens.len();
        Some(true)
    }

    /// "Every month", "from each event", «7 округтің әрбірінде».
    pub(super) fn scope(&mut self) -> Taken {
        let first = self.draft.numbers.is_empty();
        if let Some((every, next)) = scope::frequency(self.tokens, self.at) {
            self.close_run()?;
            Self::fill(&mut self.draft.every, every)?;
            self.draft.scope_first |= first;
            // «Раз в месяц» has no number: it is one time.
            self.at = next;
            return Some(true);
        }
        let Some((each, next)) =
            scope::scope(self.tokens, self.at).map(|(of, next)| ((of, None), next)).or_else(|| {
                scope::counted(self.tokens, self.at).map(|((of, count), next)| ((of, Some(count)), next))
            })
        else {
            return Some(false);
        };
        self.close_run()?;
        Self::fill(&mut self.draft.each, each)?;
        self.draft.scope_first |= first;
        self.at = next;
        Some(true)
    }

    /// "All", "as needed", «утвержден».
    pub(super) fn state(&mut self) -> Taken {
        let token = self.token(self.at)?;
        let all_told = FILLERS.iter().any(|word| token.is(word));
        if self.number_follows(self.at) || (all_told && !self.draft.numbers.is_empty()) {
            return Some(false);
        }
        if let Some((state, next)) = longest!(self.tokens, self.at, STATES) {
            if !self.draft.numbers.is_empty() || self.draft.state.is_some() {
                return None;
            }
            self.close_run()?;
            self.draft.state = Some(state);
            self.at = next;
            return Some(true);
        }
        // «Бекітілген құжат: 5» counts documents; without a number the state itself is promised.
        let ahead = self.at..self.tokens.len().min(self.at.saturating_add(FAR));
        let stateless = self.draft.numbers.is_empty() && self.draft.state.is_none();
        if stateless
            && !ahead.into_iter().any(|at| quantity(self.tokens, at).is_some())
            && APPROVED.iter().any(|word| phrase(self.tokens, self.at, word).is_some())
        {
            // The state's words begin a run, which becomes the note.
            self.close_run()?;
            self.draft.state = Some(State::Done);
            return self.word();
        }
        Some(false)
    }

    /// Whether a number follows a word, as in «барлығы 5», «все 7 школ».
    pub(super) fn number_follows(&self, at: usize) -> bool {
        let next = at.saturating_add(1);
        let next = next.saturating_add(usize::from(sign_at(self.tokens, next) == Some(':')));
        quantity(self.tokens, next).is_some()
    }

    /// The verbs of a change, «есе», «аралығында».
    pub(super) fn change(&mut self) -> Taken {
        let than = if self.than_stands() { comparator::than_before(self.tokens, self.at) } else { None };
        if let Some((direction, next)) = than.or_else(|| comparator::direction(self.tokens, self.at)) {
            self.close_run()?;
            // «Артты және жетті»: reaching says no more than the direction does.
            match (self.draft.direction, direction) {
                (Some(_), Direction::Reach) => {}
                (None | Some(Direction::Reach), _) => self.draft.direction = Some(direction),
                (Some(old), new) if old == new => {}
                _ => return None,
            }
            self.at = next;
            return Some(true);
        }
        let token = self.token(self.at)?;
        let after = self.at.saturating_add(1);
        let factor =
            token.is("fold") || (self.draft.direction.is_some() && (token.is("times") || token.is("time")));
        let times = token.case_of("есе").or_else(|| factor.then_some(Case::Nominative));
        if let (Some(case), Some((number, _))) = (times, self.draft.numbers.last_mut()) {
            number.case = case;
            self.close_run()?;
            self.draft.times = true;
            self.at = after;
            return Some(true);
        }
        if token.is("аралы*") || token.is("between") || token.is("между") {
            self.close_run()?;
            self.draft.interval = true;
            self.at = after;
            return Some(true);
        }
        Some(false)
    }

    /// Whether «больше», «көп» here are the direction of a change: «на 20 % больше», «20%-ға көп», "20% more".
    fn than_stands(&self) -> bool {
        let changes = self.draft.numbers.last().is_some_and(|(number, role)| {
            *role == Role::By || number.case == Case::Dative || number.measure == Measure::Percent
        });
        changes
            && self.role == Role::Bare
            && comparator::behind(self.tokens, self.at, self.case_before()).is_none()
    }

    /// The Kazakh case of what stands just before.
    pub(super) fn case_before(&self) -> Case {
        match (self.run, self.draft.numbers.last()) {
            (Some(run), _) => {
                run.to.checked_sub(1).and_then(|at| self.token(at)).map_or(Case::Nominative, ending_case)
            }
            (None, Some((number, _))) => number.case,
            (None, None) => Case::Nominative,
        }
    }

    /// "At least", «астам», «дейін».
    pub(super) fn comparator(&mut self) -> Taken {
        let numbered = !self.draft.numbers.is_empty();
        let behind =
            if numbered { comparator::behind(self.tokens, self.at, self.case_before()) } else { None };
        if let Some((bound, next)) = behind {
            self.close_run()?;
            Self::fill(&mut self.draft.bound, bound)?;
            // The suffix has said what it is for: «50-ден астам көп балалы отбасы».
            let (number, _) = self.draft.numbers.last_mut()?;
            number.case = Case::Nominative;
            self.at = next;
            return Some(true);
        }
        if numbered && self.token(self.at)?.is("дейін+") {
            self.close_run()?;
            let (_, role) = self.draft.numbers.last_mut()?;
            if *role != Role::Bare {
                return None;
            }
            *role = Role::To;
            self.at = self.at.saturating_add(1);
            return Some(true);
        }
        let Some((bound, next)) = comparator::before(self.tokens, self.at) else { return Some(false) };
        self.close_run()?;
        Self::fill(&mut self.draft.bound, bound)?;
        self.draft.bound_first |= !numbered;
        self.at = next;
        Some(true)
    }

    /// «С косвенным охватом …»: a remark up to the next bracket, scope or end.
    pub(super) fn remark(&mut self) -> Taken {
        let opens = REMARKS.iter().any(|word| self.token(self.at).is_some_and(|token| token.is(word)));
        if self.draft.numbers.is_empty() && self.draft.state.is_none() || !opens {
            return Some(false);
        }
        if let Some(end) =
            self.run.and_then(|run| unit_end(self.tokens, run.from)).filter(|end| *end > self.at)
        {
            // "Years of age": the preposition stands within the unit.
            self.extend(end.saturating_sub(self.at));
            return Some(true);
        }
        if self.rarer() {
            return None;
        }
        self.close_run()?;
        let mut end = self.at.saturating_add(1);
        while end < self.tokens.len()
            && sign_at(self.tokens, end) != Some('(')
            && scope::frequency(self.tokens, end).is_none()
            && scope::scope(self.tokens, end).is_none()
        {
            if sign_at(self.tokens, end) == Some(')') {
                return None;
            }
            end = end.saturating_add(1);
        }
        self.note(self.at, end)?;
        self.at = end;
        Some(true)
    }

    /// «1 раз в 2 месяца», "once in 3 weeks": a frequency that has no name must not be left out of the number.
    fn rarer(&self) -> bool {
        let spans = [
            "день",
            "дня",
            "дней",
            "недел=",
            "недель",
            "месяц=",
            "квартал=",
            "год=",
            "лет",
            "days",
            "weeks",
            "months",
            "quarters",
            "years",
        ];
        let after = quantity(self.tokens, self.at.saturating_add(1)).and_then(|(_, next)| self.token(next));
        after.is_some_and(|token| spans.iter().any(|word| token.is(word)))
    }

    /// Any other word: of the unit after a number, of a remark before it.
    pub(super) fn word(&mut self) -> Taken {
        let token = self.token(self.at)?;
        let stops = STOPPERS.iter().any(|word| token.is(word)) || token.spellings().any(scope::says_each);
        // «10 и …» without a second number: what is added is not known.
        let and = self.run.is_none()
            && !self.draft.numbers.is_empty()
            && ["и", "және", "and", "или", "немесе", "or"].iter().any(|word| token.is(word));
        let dated = self.run.is_none()
            && self.draft.numbers.last().is_some_and(|(number, _)| is_date(*number, token));
        let foreign = token.spellings().any(|word| word.chars().any(|c| c.is_ascii_digit()));
        if stops || foreign || and || dated || is_tail(self.tokens, self.at) {
            return None;
        }
        self.extend(1);
        Some(true)
    }
}

//! Scopes, states, changes, comparators, remarks and plain words of a promise.

use super::numbers::is_date;
use super::words::{
    A_CLASS, APPROVED, CLASSES, FILLERS, MINUTES, OF_SO_MANY, ORDERED, REMARKS, SPANS, STATES, STOPPERS,
};
use super::{Role, Scan, State, Taken, divides};
use crate::language::kazakh::Case;
use crate::plan::Bound;
use crate::plan::grammar::bracket;
use crate::plan::grammar::comparator::{self, Direction, ending_case};
use crate::plan::grammar::number::{Measure, Quantity, is_tail, quantity};
use crate::plan::grammar::scope;
use crate::plan::grammar::token::Token;
use crate::plan::grammar::vocabulary::{is_one_of, longest, phrase_at, sign_at};
use crate::plan::unit::unit_end;
use crate::value::Amount;

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
            if self.is_attribute(next) {
                // «6 ежемесячных отчётов» are six, and how often they come is a remark.
                self.token(next).filter(|noun| noun.is_word())?;
                self.note(self.at, next.saturating_add(1))?;
                self.at = next;
                return self.word();
            }
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

    /// Whether how often something comes is an adjective between a number above one and its noun: «6 ежемесячных отчётов», «6 ай
    /// сайынғы есеп», "6 monthly reports". Behind one it says as much as the adverb does.
    fn is_attribute(&self, next: usize) -> bool {
        let several = |number: &Quantity| number.measure == Measure::Plain && number.value > Amount::ONE;
        let counted = matches!(self.draft.numbers.as_slice(), [(number, Role::Bare)] if several(number));
        let Some(last) = next.checked_sub(1).and_then(|at| self.token(at)) else { return false };
        let ending = |end: &str| last.spellings().any(|word| word.ends_with(end));
        let russian = last.spellings().any(|word| word.starts_with("еже")) && !ending("но");
        let english = is_one_of!(last, "daily|weekly|monthly|quarterly|yearly")
            && self.token(next).is_some_and(|noun| {
                noun.is_word()
                    && scope::scope(self.tokens, next).is_none()
                    && !is_one_of!(
                        noun,
                        "from|until|till|by|in|on|at|for|to|of|with|and|during|per|each|every"
                    )
            });
        counted && self.run.is_none() && (russian || english || ending("сайынғы") || ending("күнделікті"))
    }

    /// "All", "as needed", «утвержден».
    pub(super) fn state(&mut self) -> Taken {
        let token = self.token(self.at)?;
        let all_told = is_one_of!(token, FILLERS);
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
            && phrase_at!(self.tokens, self.at, APPROVED).is_some()
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
        let moves = than.or_else(|| comparator::direction(self.tokens, self.at));
        // The verb of «рост мотивации у 60% волонтёров» is one of the words that say what grows.
        let among = than.is_none() && moves.is_some() && self.among();
        self.draft.among |= among;
        if let Some((direction, next)) = moves.filter(|_| !among) {
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
            matches!(role, Role::By | Role::Times)
                || number.case == Case::Dative
                || number.measure == Measure::Percent
        });
        (changes || self.draft.times)
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
            // «80 и более %».
            if self.run.is_none()
                && number.measure == Measure::Plain
                && sign_at(self.tokens, next) == Some('%')
            {
                number.measure = Measure::Percent;
                self.at = next.saturating_add(1);
            }
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
        if let Some((number, next)) = comparator::around(self.tokens, self.at) {
            self.close_run()?;
            if numbered || self.role != Role::Bare {
                return None;
            }
            Self::fill(&mut self.draft.bound, Bound::AtLeast)?;
            self.draft.numbers.push((number, Role::Bare));
            self.at = next;
            return Some(true);
        }
        let Some((bound, next)) = comparator::before(self.tokens, self.at) else { return Some(false) };
        // «5 человек больше»: more than before, or more than five?
        let led = self.token(next).is_some_and(|token| is_one_of!(token, "в|на|до|by|to"));
        let open = !led && quantity(self.tokens, next).is_none();
        if numbered && open && matches!(bound, Bound::MoreThan | Bound::LessThan) {
            return None;
        }
        // «5 мин.» are minutes.
        if numbered && self.token(self.at).is_some_and(|token| is_one_of!(token, MINUTES)) {
            return Some(false);
        }
        self.close_run()?;
        Self::fill(&mut self.draft.bound, bound)?;
        self.draft.bound_first |= !numbered;
        self.at = next;
        Some(true)
    }

    /// «С косвенным охватом …»: a remark up to the next bracket, scope or end.
    pub(super) fn remark(&mut self) -> Taken {
        // «1О» is no remark about one.
        let opens = self.token(self.at).is_some_and(|token| token.spaced && is_one_of!(token, REMARKS));
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
        let next = self.at.saturating_add(1);
        let after = quantity(self.tokens, next).map_or(next, |(_, after)| after);
        // «В неделю» is a frequency, «в полугодие» and «в 2 месяца» are none that has a name.
        let after = self.token(after).filter(|token| after > next || token.is("полугоди="));
        after.is_some_and(|token| is_one_of!(token, SPANS))
    }

    /// Any other word: of the unit after a number, of a remark before it.
    pub(super) fn word(&mut self) -> Taken {
        let token = self.token(self.at)?;
        let numbered = !self.draft.numbers.is_empty();
        let stops = is_one_of!(token, STOPPERS) || token.spellings().any(scope::says_each);
        // «10 и …», «2 поста и видео», «10 буклетов, флаеров»: one number for two things.
        let joined =
            (numbered || self.run.is_none()) && is_one_of!(token, "и|және|мен|бен|пен|and|или|немесе|or");
        let listed = numbered
            && self.run.is_some_and(|run| sign_at(self.tokens, run.to.saturating_sub(1)) == Some(','));
        // «Раз в два месяца»: a frequency that has no name.
        let after = self.token(self.at.saturating_add(1));
        let span = after.is_some_and(|next| is_one_of!(next, "в|во|за|in|every|per"));
        let rarely = !numbered && span && is_one_of!(token, "раз|once");
        let foreign = token.spellings().any(|word| word.chars().any(|c| c.is_ascii_digit()))
            && !is_one_of!(token, "м2|м3|m2|m3|км2|km2|а3|a3|а4|a4|а5|a5|а6|a6");
        if stops
            || joined
            || listed
            || rarely
            || foreign
            || self.counts_nothing(token)
            || is_tail(self.tokens, self.at)
        {
            return None;
        }
        self.extend(1);
        Some(true)
    }

    /// Whether a word just after a number says that it is no count: of a date, a school class, a length.
    fn counts_nothing(&self, token: &Token) -> bool {
        let Some((number, _)) = self.draft.numbers.last().filter(|_| self.run.is_none()) else {
            return false;
        };
        let followed = self.token(self.at.saturating_add(1)).is_some_and(Token::is_word);
        let class = if self.draft.interval {
            is_one_of!(token, CLASSES)
        } else {
            followed && is_one_of!(token, A_CLASS)
        };
        // «1О» is a ten with a letter in it.
        let letter = !token.spaced
            && token.end.saturating_sub(token.start) <= 2
            && unit_end(self.tokens, self.at).is_none();
        is_date(*number, token)
            || is_one_of!(token, OF_SO_MANY)
            || is_one_of!(token, ORDERED)
            || class
            || letter
    }
}

//! "Among 60% of volunteers": numbers of those with whom something grows or falls, and not by how much it does.

use super::Scan;
use crate::language::kazakh::Case;
use crate::plan::grammar::comparator;
use crate::plan::grammar::number::{Measure, Quantity, quantity};
use crate::plan::grammar::scope::{self, kazakh_noun};
use crate::plan::grammar::token::Token;
use crate::plan::grammar::vocabulary::is_one_of;
use crate::plan::unit::stands_beside;

/// Words before those with whom something changes.
const AMONG: &str = "у|среди|для|among|amongst|for";

/// What of people grows, behind which their number stands without a preposition: «повышение осведомлённости 500 жителей».
const OF_PEOPLE: &str = "квалификации|потенциала|компетенци=|компетентности|грамотности|осведомленности|информированности|знаний|навыков|умений|мотивации";

impl Scan<'_> {
    /// Whether the first number of the promise is of those with whom something changes.
    pub(super) fn among(&self) -> bool {
        let Some((at, number, next)) = self.first_number() else { return false };
        let bound = comparator::ending_at(self.tokens, at).map_or(at, |(_, first)| first);
        let mut before = [at, bound].into_iter().filter_map(|at| self.token(at.checked_sub(1)?));
        number.measure != Measure::Points
            && (before.clone().any(|token| is_one_of!(token, AMONG))
                || before.clone().any(|token| is_one_of!(token, "в|во|in")) && self.is_where(number, next)
                || number.measure == Measure::Plain && before.any(|token| is_one_of!(token, OF_PEOPLE))
                || self.is_kazakh_place(number, next))
    }

    /// The first number that is none of a scope or a frequency, its place, and the token after it.
    fn first_number(&self) -> Option<(usize, Quantity, usize)> {
        let mut at = 0;
        while at < self.tokens.len() {
            let skipped = scope::frequency(self.tokens, at)
                .map(|(_, next)| next)
                .or_else(|| scope::counted(self.tokens, at).map(|(_, next)| next));
            match (skipped, quantity(self.tokens, at)) {
                (Some(next), _) => at = next,
                (None, Some((number, next))) => return Some((at, number, next)),
                (None, None) => at = at.saturating_add(1),
            }
        }
        None
    }

    /// Whether a number behind «в» is of places or things: «в 20 школах», «в 60% школ»; not «в 3 раза».
    fn is_where(&self, number: Quantity, next: usize) -> bool {
        let Some(noun) = self.token(next).filter(|token| token.is_word()) else { return false };
        match number.measure {
            Measure::Plain => ends(noun, &["ах", "ях"]),
            _ => {
                ends(noun, &["ов", "ев", "ей", "ий"])
                    || noun.is("of")
                    || is_one_of!(noun, "школ|семей|групп|случаев")
            }
        }
    }

    /// «80%-ында», «20 мектепте», «20 педагогтің біліктілігін».
    fn is_kazakh_place(&self, number: Quantity, next: usize) -> bool {
        const GENITIVE: [&str; 6] = ["ның", "нің", "дың", "дің", "тың", "тің"];
        if matches!(number.case, Case::Locative | Case::Genitive) {
            return true;
        }
        let owned = self.token(next).is_some_and(|token| ends(token, &GENITIVE));
        let end = kazakh_noun(self.tokens, next).and_then(|end| self.token(end.checked_sub(1)?));
        let there = end.is_some_and(|last| stands_beside(last) && ends(last, &["да", "де", "та", "те"]));
        number.case == Case::Nominative && (owned || there)
    }
}

fn ends(token: &Token, endings: &[&str]) -> bool {
    token.spellings().any(|word| endings.iter().any(|ending| word.ends_with(ending)))
}

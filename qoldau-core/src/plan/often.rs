//! How often a remark says that something comes: «по 1 в месяц», «4 поста ежемесячно», «ежемесячных отчётов».

use super::grammar::NOTE_JOINT;
use super::grammar::number::quantity;
use super::grammar::scope::{frequency, says_each};
use super::grammar::token::{Numbers, tokens};
use super::{Frequency, Target, TargetRule};
use crate::value::{Amount, DateRange};

/// How often, and how many of them each time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Often {
    every: Frequency,
    /// Nothing where the words name no number.
    pub(crate) each_time: Option<Amount>,
}

/// How often a remark says that something comes. Nothing where it says more than that: two numbers, or for each of what.
pub(crate) fn often(note: &str) -> Option<Often> {
    let list = tokens(note, Numbers::Grouped);
    let (mut every, mut each_time, mut at) = (None, None, 0);
    while at < list.len() {
        at = if let Some((found, next)) = frequency(&list, at).filter(|_| every.is_none()) {
            every = Some(found);
            next
        } else if let Some((found, next)) = quantity(&list, at) {
            if each_time.replace(found.value).is_some() {
                return None;
            }
            next
        } else {
            let each = list.get(at).is_some_and(|token| token.spellings().any(says_each));
            if each {
                return None;
            }
            at.saturating_add(1)
        };
    }
    every.map(|every| Often { every, each_time })
}

impl Target {
    /// How often the remarks of the number say that it comes.
    pub(crate) fn often(&self) -> Option<Often> {
        self.note.as_deref()?.split(NOTE_JOINT).find_map(often)
    }

    /// Whether a remark that says how often makes up the number within the project: «6 (по 1 в месяц)» in six months.
    pub(crate) fn is_made_up_by(&self, often: Often, project: Option<DateRange>) -> bool {
        let TargetRule::Number { amount, .. } = self.rule else { return false };
        let times = project.and_then(|project| often.every.times_within(project));
        let in_all =
            times.and_then(|times| often.each_time.unwrap_or(Amount::ONE).checked_mul(Amount::from(times)));
        in_all == Some(amount)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_remark_says_how_often_and_how_many() {
        let found =
            |note| often(note).map(|often| (often.every, often.each_time.map(|each| each.to_string())));
        for (note, each) in [
            ("по 1 в месяц", Some("1")),
            ("4 поста ежемесячно", Some("4")),
            ("ай сайын 4", Some("4")),
            ("4 per month", Some("4")),
            ("ежемесячных отчётов", None),
        ] {
            assert_eq!(found(note), Some((Frequency::Month, each.map(Into::into))), "{note}");
        }
        for note in ["4 в месяц, 2 видео", "3 шара", "2 в месяц с каждого тренинга"]
        {
            assert_eq!(found(note), None, "{note}");
        }
    }
}

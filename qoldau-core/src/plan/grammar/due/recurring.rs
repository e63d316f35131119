//! What recurs: «ай сайын», «до 25 числа каждого месяца», «ежегодно, до 31 марта».

use super::calendar::{Shape, stretch_at};
use super::{after_suffix, number_at};
use crate::plan::grammar::scope::frequency;
use crate::plan::grammar::token::Token;
use crate::plan::grammar::vocabulary::{phrase_at, sign_at};
use crate::plan::{Due, Frequency};

/// Words that stand beside the frequency and the day.
const BESIDE: &str = "до|дейін|к|by|until|the|day|числа|числу|число|күні|күніне|күнге|күнінен|не|позднее|кешіктірмей|on|of|в|тұрақты|түрде|рет|раз|once|әр";

pub(super) fn read(list: &[Token], text: &str) -> Option<Due> {
    let mut every = None;
    let mut day = None;
    let mut month = None;
    let mut at = 0;
    while at < list.len() {
        if let Some((found, next)) = frequency(list, at) {
            if every.replace(found).is_some_and(|old: Frequency| old != found) {
                return None;
            }
            at = next;
        } else if let Some((stretch, next)) =
            stretch_at(list, at).filter(|(stretch, _)| stretch.year.is_none())
        {
            if month.replace(stretch.first.0).is_some() || stretch.first.0 != stretch.last.0 {
                return None;
            }
            if stretch.shape == Shape::Day {
                set(&mut day, stretch.first.1)?;
            }
            at = next;
        } else if let Some((number, next)) = number_at(list, at) {
            at = after_suffix(list, next);
            let once = phrase_at!(list, at, "рет|раз|time").is_some();
            if !once {
                set(&mut day, number)?;
            } else if number != 1 {
                return None;
            }
        } else if sign_at(list, at) == Some(',') {
            at = at.saturating_add(1);
        } else if sign_at(list, at) == Some('-') {
            at = phrase_at!(list, at.saturating_add(1), "күні|күніне")?;
        } else {
            at = phrase_at!(list, at, BESIDE)?;
        }
    }
    resolve(every?, day, month, text)
}

fn set(slot: &mut Option<u32>, value: u32) -> Option<()> {
    slot.replace(value).is_none().then_some(())
}

fn resolve(every: Frequency, day: Option<u32>, month: Option<u32>, text: &str) -> Option<Due> {
    let fits = match (every, day, month) {
        (_, None, None) | (Frequency::Year, None, Some(_)) => true,
        (Frequency::Month, Some(day), None) => (1..=31).contains(&day),
        // 2024 is a leap year: 29 February is a day of it.
        (Frequency::Year, Some(day), Some(month)) => crate::value::IsoDate::new(2024, month, day).is_some(),
        _ => false,
    };
    fits.then(|| Due::Recurring { every, month, day, text: text.into() })
}

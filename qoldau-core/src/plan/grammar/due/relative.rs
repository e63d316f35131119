//! So many days before or after something: «жоба аяқталғанға дейін 3 (үш) күн бұрын».

use super::calendar::word_number;
use super::number_at;
use crate::plan::grammar::token::Token;
use crate::plan::grammar::vocabulary::{longest, sign_at};
use crate::plan::{Anchor, DayCount, Due, DueSide};

const ANCHORS: [(&str, Anchor); 5] = [
    (
        "жоба+ аяқтал*|жоба+ соң+|жоба+ бітк*|окончани= проекта|завершени= проекта|окончани= реализации проекта|завершени= реализации проекта|конца проекта|end of the project|end of project|project end|the project ends|project ends|completion of the project",
        Anchor::ProjectEnd,
    ),
    (
        "жоба+ бастал*|жоба+ бас+|начал= проекта|начал= реализации проекта|start of the project|start of project|project start|the project starts|project starts|beginning of the project",
        Anchor::ProjectStart,
    ),
    (
        "шарт+ жасал*|шарт+ жасас*|шарт+ қол қой*|келісімшарт+ жасал*|келісімшарт+ қол қой*|заключени= договора|подписани= договора|заключени= контракта|подписани= контракта|signing of the contract|contract signing|the contract is signed|conclusion of the contract|signing the contract",
        Anchor::Contract,
    ),
    (
        "белсенді кезең+ аяқтал*|белсенді кезең+ соң+|белсенді фаза+ аяқтал*|окончани= активной фазы|завершени= активной фазы|окончани= активного этапа|завершени= активного этапа|окончани= активного периода|завершени= активного периода|end of the active phase|active phase ends|the active phase ends|completion of the active phase",
        Anchor::ActivePhaseEnd,
    ),
    (
        "іс - шара+ өткізіл*|іс - шара+ өтк*|іс - шара+ аяқтал*|іс - шара+|шара+ өткізіл*|шара+ өтк*|шара+ аяқтал*|шара+|проведени= мероприяти=|окончани= мероприяти=|начал= мероприяти=|мероприяти=|the event|each event|event",
        Anchor::Event,
    ),
];

/// What a word of a relative deadline does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sense {
    Before,
    After,
    /// Days of the calendar; the factor makes weeks of them.
    Days(u32),
    WorkingDays,
    /// One of so many days: «за неделю».
    One(u32),
    /// On the very day.
    On,
    Nothing,
}

const WORDS: [(&str, Sense); 9] = [
    ("дейін+|бұрын|бұрынғы|до|перед|before|prior to|ahead of", Sense::Before),
    (
        "кейін|кейінгі|соң|күннен бастап|күнінен бастап|кезден бастап|сәттен бастап|после|со дня|с момента|after|following|from the date of|of",
        Sense::After,
    ),
    // «Күні» is "on the day"; before «күн», of which it is a form too.
    ("at the|күні|кезде|кезінде|в день|on the day|at the time of|ко дню|к", Sense::On),
    (
        "жұмыс күн+|рабоч* день|рабоч* дн=|рабоч* дней|working day|working days|business day|business days",
        Sense::WorkingDays,
    ),
    (
        "күн+|күнтізбелік күн+|день|дня|дней|календарн* дн=|календарн* дней|календарн* день|day|days|calendar days",
        Sense::Days(1),
    ),
    ("апта+|недел=|недель|week|weeks", Sense::Days(7)),
    ("за неделю|в течение недели|через неделю|a week|within a week", Sense::One(7)),
    ("за день|на следующий день|a day", Sense::One(1)),
    (
        "ішінде|және|и|and|за|в течение|не позднее|не позднее чем|не позже|не позже чем|чем|within|at|the|no later than|not later than|кешіктірмей|жобаның|проекта|мерзімде|әр|әрбір|әр бір|every|each|срок|в срок|on|каждого|каждой|аяқтал*|in",
        Sense::Nothing,
    ),
];

/// What has been read so far.
#[derive(Debug, Default)]
struct Found {
    anchor: Option<Anchor>,
    before: bool,
    after: bool,
    on: bool,
    number: Option<u32>,
    unit: Option<(u32, DayCount)>,
}

pub(super) fn read(list: &[Token], text: &str) -> Option<Due> {
    let mut found = Found::default();
    let mut at = 0;
    while at < list.len() {
        at = step(list, at, &mut found)?;
    }
    resolve(&found, text)
}

fn step(list: &[Token], at: usize, found: &mut Found) -> Option<usize> {
    let next = at.saturating_add(1);
    if let Some(bracket) = repeated(list, at, found.number) {
        return Some(bracket);
    }
    if let Some((number, next)) = number_at(list, at).or_else(|| Some((word_number(list.get(at)?)?, next))) {
        return if found.number.replace(number).is_none() { Some(next) } else { None };
    }
    // «Белсенді кезең» before «жоба соңы»: the longest words win, whatever the table.
    let anchor = longest!(list, at, ANCHORS);
    let word = longest!(list, at, WORDS);
    match (anchor, word) {
        (Some((anchor, end)), word) if word.is_none_or(|(_, other)| end >= other) => {
            if found.anchor.replace(anchor).is_some_and(|old| old != anchor) {
                return None;
            }
            Some(end)
        }
        (_, Some((sense, end))) => {
            take(sense, found)?;
            Some(end)
        }
        _ => None,
    }
}

/// «3 (үш) күн»: the number again in words. A different one is not understood.
fn repeated(list: &[Token], at: usize, number: Option<u32>) -> Option<usize> {
    let (word, close) = (at.saturating_add(1), at.saturating_add(2));
    let brackets = sign_at(list, at) == Some('(') && sign_at(list, close) == Some(')');
    let same = number.is_some() && list.get(word).and_then(word_number) == number;
    (brackets && same).then(|| close.saturating_add(1))
}

fn take(sense: Sense, found: &mut Found) -> Option<()> {
    match sense {
        Sense::Before => found.before = true,
        Sense::After => found.after = true,
        Sense::On => found.on = true,
        Sense::One(factor) => {
            if found.number.replace(1).is_some() {
                return None;
            }
            unit(found, factor, DayCount::Calendar)?;
        }
        Sense::Days(factor) => unit(found, factor, DayCount::Calendar)?,
        Sense::WorkingDays => unit(found, 1, DayCount::Working)?,
        Sense::Nothing => {}
    }
    Some(())
}

fn unit(found: &mut Found, factor: u32, days: DayCount) -> Option<()> {
    found.unit.replace((factor, days)).is_none().then_some(())
}

fn resolve(found: &Found, text: &str) -> Option<Due> {
    let anchor = found.anchor?;
    let relative = |offset: i32, days: DayCount, side: DueSide| Due::Relative {
        anchor,
        offset,
        days,
        side,
        text: text.into(),
    };
    let on_its_day = |side| relative(0, DayCount::Calendar, side);
    match (found.number, found.unit) {
        (Some(number), Some((factor, days))) => {
            let size = i32::try_from(number.checked_mul(factor)?).ok()?;
            match (found.before, found.after) {
                (true, false) => Some(relative(size.checked_neg()?, days, DueSide::By)),
                (false, true) => Some(relative(size, days, DueSide::By)),
                _ => None,
            }
        }
        (None, None) if found.before && found.after => {
            (anchor == Anchor::ActivePhaseEnd).then(|| on_its_day(DueSide::Around))
        }
        (None, None) if found.before || found.on => Some(on_its_day(DueSide::By)),
        (None, None) if found.after && matches!(anchor, Anchor::ActivePhaseEnd | Anchor::Event) => {
            Some(on_its_day(DueSide::After))
        }
        _ => None,
    }
}

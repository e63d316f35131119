//! What one promise of a group lends to the others.

use crate::plan::grammar::scope::noun_at;
use crate::plan::grammar::segment::{Draft, Role};
use crate::plan::grammar::token::{Numbers, tokens};
use crate::plan::grammar::vocabulary::is_one_of;
use crate::plan::{Bound, EachOf, IndicatorKind, UnitCode, counts_events, read_kind};

/// "At least" before the first number holds for all; a scope or frequency before the first, or behind one of them, for those before it that
/// are of one sort with it. `in_all`: whether the words say of a number that it is all together. Nothing where nobody can say for which of them it holds: «2 семинара, 20 участников ежемесячно».
pub(super) fn lend(drafts: &mut [Draft], in_all: bool) -> Option<()> {
    lend_bound(drafts);
    let (first, rest) = drafts.split_first_mut()?;
    if first.scope_first && rest.iter().all(free_of_scopes) {
        return share(first, rest, in_all);
    }
    // What stands behind a promise with a scope is free of it: «5 фото и 1 видео с каждого мероприятия, 1 отчет».
    let mut from = 0_usize;
    for at in 0..drafts.len() {
        let (before, rest) = drafts.split_at_mut(at);
        let Some((lender, behind)) = rest.split_first() else { break };
        if free_of_scopes(lender) {
            continue;
        }
        let own_alone = lender.scope_in_bracket && !behind.is_empty();
        if !lender.scope_first && !own_alone {
            // «Ежемесячно 4 поста, 1 видео, 5 фото с каждого мероприятия»: the video is of the one or the other.
            let led =
                from.checked_sub(1).and_then(|at| before.get(at)).is_some_and(|draft| draft.scope_first);
            let free = before.get_mut(from..).unwrap_or_default();
            if led && !free.is_empty() {
                return None;
            }
            share(lender, free, in_all)?;
        }
        from = at.saturating_add(1);
    }
    Some(())
}

fn lend_bound(drafts: &mut [Draft]) {
    let Some((first, rest)) = drafts.split_first_mut() else { return };
    let free = |draft: &Draft| {
        draft.bound.is_none()
            && draft.direction.is_none()
            && !draft.interval
            && matches!(draft.numbers.as_slice(), [(_, Role::Bare | Role::Each)])
    };
    if first.bound_first && first.bound == Some(Bound::AtLeast) && rest.iter().all(free) {
        for draft in rest {
            draft.bound = first.bound;
        }
    }
}

fn free_of_scopes(draft: &Draft) -> bool {
    draft.each.is_none() && draft.every.is_none()
}

/// Gives the scope and frequency of one promise to those that take it.
fn share(from: &Draft, to: &mut [Draft], in_all: bool) -> Option<()> {
    if free_of_scopes(from) {
        return Some(());
    }
    for draft in to {
        match takes(draft, from, in_all) {
            Takes::Yes => (draft.each, draft.every) = (from.each, from.every),
            Takes::No => {}
            Takes::Unclear => return None,
        }
    }
    Some(())
}

/// Whether a promise takes the scope or frequency of another.
enum Takes {
    Yes,
    No,
    Unclear,
}

fn takes(draft: &Draft, from: &Draft, in_all: bool) -> Takes {
    // «5 тренингов, 3 фото с каждого тренинга»: the trainings are those that are meant.
    if from.each.is_some_and(|(of, _)| is_of(draft, of)) {
        return Takes::No;
    }
    if from.scope_opens && !sums_up(draft) {
        return Takes::Yes;
    }
    if sums_up(draft) {
        return if from.scope_opens { Takes::Unclear } else { Takes::No };
    }
    if is_total(draft, from) {
        return Takes::No;
    }
    if from.every.is_some() && !often_alike(draft, from) {
        return Takes::Unclear;
    }
    let (one, other) = (sort(draft), sort(from));
    let distributed = matches!(from.numbers.as_slice(), [(_, Role::Each)]);
    let each_takes = matches!(draft.numbers.as_slice(), [(_, Role::Each)]);
    if one == other && one.is_some() && (!distributed || each_takes) {
        return Takes::Yes;
    }
    // «В каждом районе 1 тренинг, 20 участников»: what stands before both is of both. One forum with ten people of each district is one.
    let leads = from.scope_first && from.each.is_some() && !in_all && !is_held_for_one(draft, from);
    let known = one.is_some() && other.is_some() && (one, other) != (Some(Sort::Event), Some(Sort::People));
    if leads && known && (!distributed || each_takes) {
        return Takes::Yes;
    }
    // «100 участников, 1 пост ежемесячно»: people are counted once.
    if one == Some(Sort::People) && other == Some(Sort::Artefact) && from.each.is_none() && !from.scope_first
    {
        return Takes::No;
    }
    Takes::Unclear
}

/// «30 постов, 5 постов в месяц»: of one thing the larger number is all there are.
fn is_total(draft: &Draft, from: &Draft) -> bool {
    let number = |of: &Draft| of.numbers.first().map(|(number, _)| number.value);
    let same = match (&draft.unit, &from.unit) {
        (Some(one), Some(other)) => {
            one.code == other.code && (one.code != UnitCode::Other || one.text == other.text)
        }
        _ => false,
    };
    let twice = number(from).and_then(|of| of.checked_add(of));
    from.every.is_some() && same && number(draft).zip(twice).is_some_and(|(all, twice)| all >= twice)
}

/// Whether what recurs is of one kind with the other by the words that have no unit of their own: a digest and an article come every
/// month, and 500 questionnaires beside a monthly report nobody knows how often.
fn often_alike(draft: &Draft, from: &Draft) -> bool {
    let by_words = |of: &Draft| {
        let unit = of.unit.as_ref()?;
        (unit.code == UnitCode::Other && !is_artefact(&unit.text)).then(|| read_kind(&unit.text))
    };
    let kind = |of: &Draft| {
        by_words(of).or_else(|| match of.unit.as_ref()?.code {
            UnitCode::Publication => Some(IndicatorKind::Publication),
            UnitCode::Post => Some(IndicatorKind::Post),
            UnitCode::Material | UnitCode::Copy => Some(IndicatorKind::Material),
            UnitCode::Event => Some(IndicatorKind::Event),
            UnitCode::FocusGroup => Some(IndicatorKind::FocusGroup),
            UnitCode::Person | UnitCode::Volunteer => Some(IndicatorKind::Participants),
            _ => None,
        })
    };
    let known = by_words(draft).is_none() && by_words(from).is_none();
    known || kind(draft) == kind(from)
}

/// «На каждого участника 1 буклет, 2 семинара»: nobody holds a seminar for one of those who take part.
fn is_held_for_one(draft: &Draft, from: &Draft) -> bool {
    from.each.is_some_and(|(of, _)| of == EachOf::Person) && sort(draft) == Some(Sort::Event)
}

/// «1 итоговое видео»: one at the end.
fn sums_up(draft: &Draft) -> bool {
    draft.unit.as_ref().is_some_and(|unit| {
        tokens(&unit.text, Numbers::Plain)
            .iter()
            .any(|token| is_one_of!(token, "итогов*|заключительн*|финальн*|қорытынды|түпкілікті|final"))
    })
}

/// Whether a promise counts what a scope is of.
fn is_of(draft: &Draft, of: EachOf) -> bool {
    use UnitCode as U;
    let Some(unit) = &draft.unit else { return false };
    let known = match unit.code {
        U::Event | U::FocusGroup => EachOf::Event,
        U::Person | U::Volunteer => EachOf::Person,
        U::Organisation => EachOf::Organisation,
        U::Settlement | U::City | U::District => EachOf::Place,
        U::Other => {
            let words = tokens(&unit.text, Numbers::Plain);
            return (0..words.len()).any(|at| noun_at(&words, at).is_some_and(|(named, _)| named == of));
        }
        _ => return false,
    };
    known == of
}

/// What promises are alike in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    /// Things that are made, and prove themselves.
    Artefact,
    People,
    Event,
    /// Of one unit only.
    Unit(UnitCode),
}

fn sort(draft: &Draft) -> Option<Sort> {
    use UnitCode as U;
    let unit = draft.unit.as_ref()?;
    Some(match unit.code {
        U::Post
        | U::Publication
        | U::Letter
        | U::List
        | U::Document
        | U::Act
        | U::Photo
        | U::Video
        | U::Audio
        | U::Material
        | U::Copy
        | U::Set
        | U::PrintedSheet => Sort::Artefact,
        U::Person | U::Volunteer => Sort::People,
        U::Event | U::FocusGroup => Sort::Event,
        U::Other if is_artefact(&unit.text) => Sort::Artefact,
        U::Other => return by_kind(read_kind(&unit.text)),
        code => Sort::Unit(code),
    })
}

/// What a word that is no unit of its own names: «вебинаров» are events, «анкет» are made.
fn by_kind(kind: IndicatorKind) -> Option<Sort> {
    match kind {
        IndicatorKind::Participants => Some(Sort::People),
        IndicatorKind::Survey => Some(Sort::Artefact),
        // «1 контент-план, 2 поста в месяц»: what is made once may be made once.
        IndicatorKind::Plan
        | IndicatorKind::Programme
        | IndicatorKind::Rules
        | IndicatorKind::Page
        | IndicatorKind::Document => None,
        kind if counts_events(kind) => Some(Sort::Event),
        kind => kind.counts_artefacts().then_some(Sort::Artefact),
    }
}

/// Whether a unit without a name of its own is a thing that is made like a post or a photo.
fn is_artefact(unit: &str) -> bool {
    tokens(unit, Numbers::Plain).iter().any(|token| {
        is_one_of!(
            token,
            "сторис|stories|story|reels|рилс|клип=|клип+|релиз=|релиз+|анонс=|анонс+|новост=|жаңалық+|интервью|сұхбат+|подкаст=|подкаст+|эфир=|эфир+|трансляци=|отчет=|есеп+|протокол=|хаттама+|справк=|анықтама+|хабарлама+|report|reports|podcast|podcasts|interview|interviews"
        )
    })
}

//! What an evidence item counts for: its kind against the line's, its validity, its weight.

use super::attached::Attached;
use super::readings::{LineOf, Readings};
use super::standing::Validity;
use crate::facts::{Evidence, EvidenceKind};
use crate::plan::{
    Indicator, IndicatorKind, ListField, Policy, Question, Target, TargetRule, Trait, UnitCode, counts_events,
};
use crate::value::Amount;

/// Whether a target of this kind counts items of that kind as its artefacts.
pub(super) fn counts(line: IndicatorKind, item: EvidenceKind) -> bool {
    use EvidenceKind as E;
    use IndicatorKind as K;
    match line {
        K::Document => !matches!(
            item,
            E::Photo | E::Video | E::Post | E::Announcement | E::LiveStream | E::Story | E::Page
        ),
        K::List => matches!(item, E::List | E::Document),
        K::Letter => item == E::Letter,
        K::Plan => matches!(item, E::Plan | E::Programme | E::Document),
        K::Programme => matches!(item, E::Programme | E::Plan | E::Document),
        K::Rules => matches!(item, E::Rules | E::Document),
        K::Journal => matches!(item, E::Journal | E::List | E::Document),
        K::Report => matches!(item, E::Report | E::Document),
        K::Act => matches!(item, E::Act | E::Document),
        K::Post => matches!(item, E::Post | E::Announcement),
        // A story announces; it is no post, which stays on the page.
        K::Announcement => matches!(item, E::Post | E::Announcement | E::Story),
        K::Photo => item == E::Photo,
        K::Video => item == E::Video,
        K::Publication => item == E::Publication,
        K::LiveStream => matches!(item, E::LiveStream | E::Video),
        K::Material => matches!(item, E::Material | E::Document),
        K::Page => item == E::Page,
        // The other kinds count something else; any item may prove them.
        _ => true,
    }
}

/// Whether the item serves this target of the line: by its own word, or else by the unit where there are several.
pub(super) fn serves(line: &Indicator, kind: IndicatorKind, target: &Target, item: &Attached<'_>) -> bool {
    if line.targets.len() == 1 {
        return true;
    }
    let item_itself = item.evidence().filter(|_| item.names_targets);
    let named = item_itself.map(|evidence| evidence.targets.as_slice()).unwrap_or_default();
    if named.iter().any(|id| line.targets.iter().any(|other| other.id == *id)) {
        return named.contains(&target.id);
    }
    counts(kind, item.kind) && (kind == line.kind || kind.counts_artefacts() || is_for(line, kind, item))
}

/// Whether an item is for a target that anything may prove: the photos of «1 форум, 5 фото, 20 саженцев» are of the photos that are asked for,
/// while the list is of the people as well.
fn is_for(line: &Indicator, kind: IndicatorKind, item: &Attached<'_>) -> bool {
    let lists_people =
        kind != IndicatorKind::Other && matches!(item.kind, EvidenceKind::List | EvidenceKind::Journal);
    let counted = |target: &Target| {
        let kind = line.kind_of(target);
        kind.counts_artefacts() && counts(kind, item.kind)
    };
    counts_events(kind) || lists_people || !line.targets.iter().any(counted)
}

/// Whether an item of this kind is of a kind the target counts.
pub(super) fn of_kind(line: &Indicator, target: &Target, item: EvidenceKind) -> bool {
    counts(line.kind_of(target), item)
}

/// The same with the answer to what one of a target is that recurs: it goes before the target's unit and the line's kind.
pub(super) fn is_counted(
    readings: &Readings,
    line: &LineOf<'_>,
    target: &Target,
    item: EvidenceKind,
) -> bool {
    let answered = || {
        let unit = unit_of_key(readings.of_line(line, Question::MonthlyUnit)?)?;
        unit_counts(unit, item)
    };
    let by_answer = target.every.and_then(|_| answered());
    by_answer.unwrap_or_else(|| of_kind(line.indicator, target, item))
}

/// Whether a unit names items of that kind; nothing when the unit says nothing about evidence.
fn unit_counts(unit: UnitCode, item: EvidenceKind) -> Option<bool> {
    let kind = match unit {
        UnitCode::Post => IndicatorKind::Post,
        UnitCode::Publication => IndicatorKind::Publication,
        UnitCode::Letter => IndicatorKind::Letter,
        UnitCode::List => IndicatorKind::List,
        UnitCode::Act => IndicatorKind::Act,
        UnitCode::Photo => IndicatorKind::Photo,
        UnitCode::Video => IndicatorKind::Video,
        UnitCode::Material => IndicatorKind::Material,
        _ => return None,
    };
    Some(counts(kind, item))
}

/// The units that an answer may name and that evidence shows.
fn unit_of_key(key: &str) -> Option<UnitCode> {
    use UnitCode as U;
    let shown = [U::Post, U::Publication, U::Letter, U::List, U::Act, U::Photo, U::Video, U::Material];
    shown.into_iter().find(|unit| unit.key() == key)
}

/// Whether items of that kind are the further document the line asks for: the act beside the list.
pub(super) fn is_further_document(line: &Indicator, item: EvidenceKind) -> bool {
    line.requires.documents.iter().any(|wanted| wanted.key() == item.key())
}

/// Whether the item counts for the line, its kind apart.
pub(super) fn validity(
    line: Option<&Indicator>,
    item: &Evidence,
    gone: bool,
    no_event_held: bool,
) -> Validity {
    if no_event_held {
        return Validity::EventNotHeld;
    }
    if gone && item.screenshot.is_none() && item.files.is_empty() {
        return Validity::Lost;
    }
    let lacks = |asked: &Trait| match asked {
        Trait::Link => item.web_link().is_none(),
        Trait::Screenshot => item.screenshot.is_none(),
    };
    let lacks_something = line.is_some_and(|line| {
        let wants_signature = line.requires.list_fields.contains(&ListField::Signature);
        let paper = line.kind == IndicatorKind::List || item.kind == EvidenceKind::List;
        let further = is_further_document(line, item.kind);
        let unsigned = wants_signature && paper && !further && item.signed != Some(true);
        unsigned || line.requires.evidence.iter().any(lacks)
    });
    if lacks_something || !item.is_shown() { Validity::Incomplete } else { Validity::Valid }
}

/// How many artefacts an item is: every file of a photo item is one photo; the pages of a list are one list, and the
/// files of a recording one live stream.
pub(super) fn weight(line: &LineOf<'_>, item: &Attached<'_>, readings: &Readings, policy: &Policy) -> u32 {
    match item.kind {
        EvidenceKind::Photo | EvidenceKind::Video if line.kind != IndicatorKind::LiveStream => {
            item.files.max(1)
        }
        EvidenceKind::Letter => {
            let by_policy = policy.letters.value.as_deref().unwrap_or("letter");
            match readings.of_line(line, Question::Letters).unwrap_or(by_policy) {
                "addressee" => item.evidence().and_then(|letter| letter.addressees).unwrap_or(1),
                _ => 1,
            }
        }
        _ if line.kind == IndicatorKind::Material && asks_for_copies(line.indicator) => {
            item.evidence().and_then(|material| material.copies).unwrap_or(1)
        }
        _ => 1,
    }
}

/// Whether a line of a material promises copies of it: "150" of a notebook does, "1" of a booklet is the booklet itself.
fn asks_for_copies(line: &Indicator) -> bool {
    let of_material = |target: &&Target| line.kind_of(target) == IndicatorKind::Material;
    line.targets.iter().filter(of_material).any(|target| {
        let one = match target.rule {
            TargetRule::Number { amount, .. } => amount == Amount::ONE,
            TargetRule::Done {} => true,
            _ => false,
        };
        !one || target.unit.as_ref().is_some_and(|unit| unit.code == UnitCode::Copy)
    })
}

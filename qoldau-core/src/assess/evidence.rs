//! What an evidence item counts for: its kind against the line's, its validity, its weight.

use super::events::Events;
use super::ledger::{Ledger, Seen};
use super::readings::{LineOf, Readings};
use super::standing::Validity;
use crate::facts::{Evidence, EvidenceKind, LinkStatus};
use crate::plan::{Indicator, IndicatorKind, ListField, Policy, Question, Target, Trait, UnitCode};
use crate::value::{Amount, IsoDate};

/// Whether a line of this kind counts items of that kind as its artefacts.
fn counts(line: IndicatorKind, item: EvidenceKind) -> bool {
    use EvidenceKind as E;
    use IndicatorKind as K;
    match line {
        K::Document => {
            !matches!(item, E::Photo | E::Video | E::Post | E::Announcement | E::LiveStream | E::Page)
        }
        K::List => matches!(item, E::List | E::Document),
        K::Letter => item == E::Letter,
        K::Plan => matches!(item, E::Plan | E::Programme | E::Document),
        K::Programme => matches!(item, E::Programme | E::Plan | E::Document),
        K::Rules => matches!(item, E::Rules | E::Document),
        K::Journal => matches!(item, E::Journal | E::List | E::Document),
        K::Report => matches!(item, E::Report | E::Document),
        K::Act => matches!(item, E::Act | E::Document),
        K::Post | K::Announcement => matches!(item, E::Post | E::Announcement),
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

/// Whether a unit of a target names items of that kind; nothing when the unit says nothing about evidence.
fn unit_counts(unit: UnitCode, item: EvidenceKind) -> Option<bool> {
    use EvidenceKind as E;
    Some(match unit {
        UnitCode::Post => matches!(item, E::Post | E::Announcement),
        UnitCode::Publication => item == E::Publication,
        UnitCode::Letter => item == E::Letter,
        UnitCode::List => matches!(item, E::List | E::Document),
        UnitCode::Act => matches!(item, E::Act | E::Document),
        UnitCode::Photo => item == E::Photo,
        UnitCode::Video => item == E::Video,
        UnitCode::Material | UnitCode::Copy => matches!(item, E::Material | E::Document),
        _ => return None,
    })
}

/// Whether the item serves this target of the line: by its own word, or else by the unit where there are several.
pub(super) fn serves(line: &Indicator, target: &Target, item: &Evidence) -> bool {
    if item.targets.iter().any(|id| line.targets.iter().any(|other| other.id == *id)) {
        return item.targets.contains(&target.id);
    }
    line.targets.len() == 1 || of_kind(line, target, item)
}

/// Whether the item is of a kind the target counts.
pub(super) fn of_kind(line: &Indicator, target: &Target, item: &Evidence) -> bool {
    let by_unit = target.unit.as_ref().and_then(|unit| unit_counts(unit.code, item.kind));
    by_unit.unwrap_or_else(|| counts(line.kind, item.kind))
}

/// Whether items of that kind are the further document the line asks for: the act beside the list.
pub(super) fn is_further_document(line: &Indicator, item: EvidenceKind) -> bool {
    line.requires.documents.iter().any(|wanted| wanted.key() == item.key())
}

/// The date an item bears.
pub(super) fn date_of(item: &Seen<'_, Evidence>) -> IsoDate {
    item.fact.date.unwrap_or(item.by.on)
}

/// Whether the item counts for the line, the kind apart.
pub(super) fn validity(
    line: &Indicator,
    item: &Evidence,
    ledger: &Ledger<'_>,
    events: &Events<'_>,
) -> Validity {
    let held = |id| events.get(id).is_none_or(|(_, event)| event.held());
    if !item.events.is_empty() && !item.events.iter().any(held) {
        return Validity::EventNotHeld;
    }
    let gone = ledger.link(&item.item).is_some_and(|state| state != LinkStatus::Alive);
    if gone && item.screenshot.is_none() && item.files.is_empty() {
        return Validity::Lost;
    }
    let lacks = |asked: &Trait| match asked {
        Trait::Link => item.link.is_none(),
        Trait::Screenshot => item.screenshot.is_none(),
    };
    let unsigned = line.requires.list_fields.contains(&ListField::Signature)
        && item.kind == EvidenceKind::List
        && item.signed != Some(true);
    let empty_handed =
        item.files.is_empty() && item.link.is_none() && item.screenshot.is_none() && item.number.is_none();
    if line.requires.evidence.iter().any(lacks) || unsigned || empty_handed {
        return Validity::Incomplete;
    }
    Validity::Valid
}

/// How many artefacts an item is: every file of a photo item is one photo; the pages of a list are one list.
pub(super) fn weight(line: &LineOf<'_>, item: &Evidence, readings: &Readings, policy: &Policy) -> Amount {
    match item.kind {
        EvidenceKind::Photo | EvidenceKind::Video => {
            Amount::from(u32::try_from(item.files.len()).unwrap_or(u32::MAX).max(1))
        }
        EvidenceKind::Letter => {
            let by_policy = policy.letters.value.as_deref().unwrap_or("letter");
            match readings.of_line(line, Question::Letters).unwrap_or(by_policy) {
                "addressee" => item.addressees.map_or(Amount::ONE, Amount::from),
                _ => Amount::ONE,
            }
        }
        _ if line.indicator.kind == IndicatorKind::Material => item.copies.map_or(Amount::ONE, Amount::from),
        _ => Amount::ONE,
    }
}

/// How much of a counted thing an item proves: its rows or copies where it states them, else itself.
pub(super) fn coverage(item: &Evidence) -> Amount {
    item.rows.or(item.copies).map_or(Amount::ONE, Amount::from)
}

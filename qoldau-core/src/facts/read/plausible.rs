//! What can be wrong with an entry that reads well, without a look at the plan.

use super::fault::Fault;
use crate::facts::rules;
use crate::facts::{
    Attachment, AttendanceRecord, Entry, Event, EventIds, EventStatus, Evidence, EvidenceFile, Fact,
    HeadcountRecord, Reading, ReadingValue,
};
use crate::value::{Amount, Id, IsoDate};

/// Longest name of an author or a device, in bytes.
const LONGEST_NAME: usize = 128;

/// Refuses an entry that cannot count: the first thing that is wrong with it.
pub(super) fn refuse(entry: &Entry) -> Result<(), Fault> {
    name("author", Some(&entry.author))?;
    name("device", entry.device.as_deref())?;
    if entry.clock.as_deref().is_some_and(|clock| opening_date(clock).is_none()) {
        return Err(Fault::at(&rules::BAD_DATE, "clock"));
    }
    if matches!(entry.fact, Fact::Amend { .. }) {
        filled("replaces", &entry.replaces, 1)?;
    }
    if entry.replaces.contains(&entry.id) {
        return Err(Fault::at(&rules::REPLACES_ITSELF, "replaces"));
    }
    match entry.fact.now() {
        Fact::Event { body } => event(body),
        Fact::Reading { body } => reading(body),
        Fact::Evidence { body } => evidence(body),
        Fact::Approval { body } => filled("body.lines", &body.lines, 1),
        Fact::SameEvent { body } | Fact::SplitEvent { body } => joined(body),
        Fact::Review { body } => not_negative("body.accepted", body.accepted),
        Fact::Void { .. } => filled("replaces", &entry.replaces, 1),
        Fact::AttachEvidence { body } | Fact::DetachEvidence { body } => changed(body),
        Fact::Erase { body } => filled("body.entries", &body.entries, 1),
        Fact::EntryReview { body } => filled("body.entries", &body.entries, 1),
        Fact::PlanAdopted { body } => hash("body.digest", &body.digest),
        Fact::PlanAmended { body } => hash("body.digest", &body.digest),
        Fact::Submission { body } => hash("body.digest", &body.digest),
        Fact::Attendance { body } => attendance(body),
        Fact::Headcount { body } => headcount(body),
        Fact::PersonDecision { body } if body.one == body.other => {
            Err(Fault::at(&rules::SHORT_LIST, "body.other"))
        }
        Fact::PeopleCount { body } if body.at_least > body.at_most => {
            Err(Fault::at(&rules::COUNTS_CONTRADICT, "body.atLeast"))
        }
        Fact::ReachEstimate { body } => not_negative("body.amount", Some(body.amount)),
        Fact::PersonDecision { .. }
        | Fact::PeopleCount { .. }
        | Fact::PlanReading { .. }
        | Fact::Acknowledgement { .. }
        | Fact::LinkState { .. }
        | Fact::Amend { .. }
        | Fact::Remark { .. }
        | Fact::Reply { .. }
        | Fact::RemarkResolved { .. }
        | Fact::Acceptance { .. }
        | Fact::Erased { .. }
        | Fact::Other { .. } => Ok(()),
    }
}

fn changed(change: &Attachment) -> Result<(), Fault> {
    if change.events.is_empty() && change.files.is_empty() {
        filled("body.lines", &change.lines, 1)?;
    }
    hashes(&change.files)
}

fn hash(field: &str, text: &str) -> Result<(), Fault> {
    if is_sha256(text) { Ok(()) } else { Err(Fault::at(&rules::BAD_HASH, field)) }
}

fn hashes(files: &[EvidenceFile]) -> Result<(), Fault> {
    for file in files {
        file.sha256.as_deref().map_or(Ok(()), |text| hash("body.files.sha256", text))?;
        if file.perceptual_hash.as_deref().is_some_and(|text| !is_hexadecimal(text, 16)) {
            return Err(Fault::at(&rules::BAD_PERCEPTUAL_HASH, "body.files.perceptualHash"));
        }
    }
    Ok(())
}

fn event(event: &Event) -> Result<(), Fault> {
    filled("body.activities", &event.activities, 1)?;
    match event.end {
        Some(end) if end < event.start => Err(Fault::at(&rules::END_BEFORE_START, "body.end")),
        _ => Ok(()),
    }
}

fn reading(reading: &Reading) -> Result<(), Fault> {
    match reading.value {
        ReadingValue::Amount { amount } => not_negative("body.value.amount", Some(amount)),
        ReadingValue::Share { numerator, denominator } => {
            not_negative("body.value.numerator", Some(numerator))?;
            not_negative("body.value.denominator", Some(denominator))?;
            if numerator > denominator {
                return Err(Fault::at(&rules::PART_ABOVE_WHOLE, "body.value.numerator"));
            }
            Ok(())
        }
        ReadingValue::NotApplicable {} => Ok(()),
    }
}

fn evidence(evidence: &Evidence) -> Result<(), Fault> {
    if evidence.events.is_empty() {
        filled("body.lines", &evidence.lines, 1)?;
    }
    hashes(&evidence.files)
}

fn attendance(attendance: &AttendanceRecord) -> Result<(), Fault> {
    filled("body.persons", &attendance.persons, 1)?;
    if attendance.event.is_none() {
        filled("body.line", attendance.line.as_slice(), 1)?;
    }
    Ok(())
}

/// Of each kind of group no more people than were there at all.
fn headcount(headcount: &HeadcountRecord) -> Result<(), Fault> {
    for group in &headcount.groups {
        let alike = headcount.groups.iter().filter(|other| other.by == group.by);
        if alike.fold(0_u32, |sum, other| sum.saturating_add(other.count)) > headcount.total {
            return Err(Fault::at(&rules::COUNTS_CONTRADICT, "body.groups.count"));
        }
    }
    Ok(())
}

fn joined(body: &EventIds) -> Result<(), Fault> {
    let different = body.events.iter().any(|event| Some(event) != body.events.first());
    if different { Ok(()) } else { Err(Fault::at(&rules::SHORT_LIST, "body.events")) }
}

fn filled(field: &str, list: &[Id], least: usize) -> Result<(), Fault> {
    if list.len() < least { Err(Fault::at(&rules::SHORT_LIST, field)) } else { Ok(()) }
}

fn not_negative(field: &str, amount: Option<Amount>) -> Result<(), Fault> {
    if amount.is_some_and(Amount::is_negative) { Err(Fault::at(&rules::NEGATIVE, field)) } else { Ok(()) }
}

fn name(field: &str, name: Option<&str>) -> Result<(), Fault> {
    if name.is_none_or(|name| (1..=LONGEST_NAME).contains(&name.len())) {
        Ok(())
    } else {
        Err(Fault::at(&rules::BAD_ID, field))
    }
}

fn is_sha256(text: &str) -> bool {
    is_hexadecimal(text, 64)
}

/// Whether a text is so many lower-case hexadecimal digits.
fn is_hexadecimal(text: &str, digits: usize) -> bool {
    text.len() == digits && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// The date that a clock opens with.
fn opening_date(clock: &str) -> Option<IsoDate> {
    clock.get(..10)?.parse().ok()
}

/// What is doubtful about an entry that counts.
pub(super) fn doubts(entry: &Entry) -> impl Iterator<Item = Fault> + use<> {
    let link = match entry.fact.now() {
        Fact::Evidence { body } => body.link.is_some() && body.web_link().is_none(),
        _ => false,
    };
    let early = happened(entry.fact.now()) && recorded_before(entry);
    let erased = matches!(entry.fact, Fact::Erased { .. });
    [
        erased.then(|| Fault::of(&rules::ERASED)),
        ahead(entry).map(|field| Fault::at(&rules::DATED_AHEAD, field)),
        link.then(|| Fault::at(&rules::ODD_LINK, "body.link")),
        early.then(|| Fault::at(&rules::RECORDED_BEFORE, "clock")),
    ]
    .into_iter()
    .flatten()
}

/// The field of a date that the entry cannot know yet: what was held, made or signed later than the entry's own day.
fn ahead(entry: &Entry) -> Option<&'static str> {
    let (field, date) = match entry.fact.now() {
        Fact::Event { body } if body.status == EventStatus::Held => ("body.start", Some(body.start)),
        Fact::Evidence { body } => ("body.date", body.date),
        Fact::Approval { body } => ("body.date", body.date),
        _ => return None,
    };
    date.is_some_and(|date| date > entry.on).then_some(field)
}

/// Whether the fact is of something that has happened, so that it cannot be known beforehand.
fn happened(fact: &Fact) -> bool {
    match fact {
        Fact::Event { body } => body.status == EventStatus::Held,
        Fact::Reading { .. }
        | Fact::LinkState { .. }
        | Fact::Attendance { .. }
        | Fact::Headcount { .. }
        | Fact::PeopleCount { .. }
        | Fact::ReachEstimate { .. } => true,
        _ => false,
    }
}

/// Whether the entry was recorded before its date, by more than the day that time zones may make.
fn recorded_before(entry: &Entry) -> bool {
    let recorded = entry.clock.as_deref().and_then(opening_date);
    recorded.is_some_and(|recorded| recorded.days_until(entry.on) > 1)
}

//! Pictures that were taken on another day than the one they are for.

use super::{Item, Looked, about, rules};
use crate::facts::{Capture, CaptureSource, EvidenceFile, EvidenceKind, Tally};
use crate::finding::Param;
use crate::value::{DateRange, IsoDate};

/// Days by which a picture may lie beside its day: clocks of cameras, and evenings that end after midnight.
const BESIDE: i32 = 1;

pub(super) fn ask(looked: &Looked<'_>, tally: &mut Tally) {
    for item in looked.items.iter().filter(|item| is_taken(item.body.kind)) {
        let spans = spans(looked, item);
        let Some(nearest) = spans.first() else { continue };
        let strange = |capture: &Capture| !spans.iter().any(|span| lies_in(*span, capture.on));
        let mut others: Vec<Capture> =
            item.body.files.iter().filter_map(capture_of).filter(strange).collect();
        // The best source is told.
        others.sort_by_key(|capture| (capture.source, capture.on));
        let Some(first) = others.first() else { continue };
        let finding = about(&rules::OTHER_DAY, [item.body])
            .param(Param::count("count", others.len()))
            .param(Param::date("captured", first.on))
            .param(Param::word("source", first.source.key()));
        tally.push(finding.param(Param::range("range", *nearest)));
    }
}

fn is_taken(kind: EvidenceKind) -> bool {
    matches!(kind, EvidenceKind::Photo | EvidenceKind::Video | EvidenceKind::LiveStream)
}

/// The days an item is for: those of its events that were held, else the day it bears, else the project's.
fn spans(looked: &Looked<'_>, item: &Item<'_>) -> Vec<DateRange> {
    let mut held: Vec<DateRange> = looked
        .events_of(item.body)
        .map(|event| DateRange { start: event.start, end: event.end.unwrap_or(event.start) })
        .collect();
    held.sort_unstable_by_key(|span| (span.start, span.end));
    if !held.is_empty() {
        return held;
    }
    let bears = item.body.date.map(|day| DateRange { start: day, end: day });
    bears.or(looked.plan.period).into_iter().collect()
}

fn lies_in(span: DateRange, day: IsoDate) -> bool {
    day.days_until(span.start) <= BESIDE && span.end.days_until(day) <= BESIDE
}

/// When a file was taken: as it was recorded, else by the name that a camera gave it.
fn capture_of(file: &EvidenceFile) -> Option<Capture> {
    let by_name = || Some(Capture { on: date_in_name(&file.name)?, source: CaptureSource::FileName });
    file.captured.or_else(by_name)
}

/// The date in the name that a camera gives: `IMG_20240615_101500.jpg`, `PXL_20240615…`, `VID_20240615…`,
/// `20240615_101500.jpg`. The names of messengers bear the day of sending (`IMG-20240616-WA0003.jpg`) and tell nothing.
fn date_in_name(name: &str) -> Option<IsoDate> {
    let behind =
        ["IMG_", "VID_", "PXL_", "MVIMG_", "PANO_"].iter().find_map(|start| name.strip_prefix(start));
    let (date, time) = behind.unwrap_or(name).split_at_checked(8)?;
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let clock = time.strip_prefix('_').and_then(|time| time.get(..6))?;
    if !digits(date) || !digits(clock) {
        return None;
    }
    let (year, month, day) = (date.get(..4)?, date.get(4..6)?, date.get(6..)?);
    format!("{year}-{month}-{day}").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cameras_put_the_day_into_the_name_and_messengers_the_day_of_sending() {
        let told = |name: &str| date_in_name(name).map(|day| day.to_string());
        for name in [
            "IMG_20240615_101500.jpg",
            "VID_20240615_101500.mp4",
            "PXL_20240615_101500123.jpg",
            "20240615_101500.jpg",
            "20240615_101500(0).jpg",
        ] {
            assert_eq!(told(name).as_deref(), Some("2024-06-15"), "{name}");
        }
        for name in [
            "IMG-20240616-WA0003.jpg",
            "photo_2024-06-16_10-15-00.jpg",
            "WhatsApp Image 2024-06-16 at 10.15.00.jpeg",
            "IMG_0001.JPG",
            "20240615.pdf",
            "20241915_101500.jpg",
            "12345678_жоспар.pdf",
            "фото.jpg",
            "",
        ] {
            assert_eq!(told(name), None, "{name}");
        }
    }
}

//! Task 4: 150 volunteers trained.
//!
//! The part of the season in which everything is done and proven by mid-September. Holds a headcount that was mistyped
//! and corrected.

use crate::journal::{Author, Journal};
use crate::shared::{add, document, event, letter, list, pictures, share, shown};

/// Trainings of two days: id, first and last day, people, satisfied of those asked, photos.
const TRAININGS: [(&str, &str, &str, u32, u32, u32); 3] = [
    ("training-1", "2024-07-06", "2024-07-07", 50, 42, 6),
    ("training-2", "2024-08-10", "2024-08-11", 52, 45, 5),
    ("training-3", "2024-09-07", "2024-09-08", 48, 40, 5),
];

pub(crate) fn record(journal: &mut Journal) {
    journal.read_as("2024-05-20", "t4-a1", "plannedEvents", "3", "2024-05-20 хаттама №1");
    let programme =
        document("programme", "training-programme", &["t4-1"], "Волонтерлік оқыту бағдарламасы", 12);
    journal.evidence("2024-06-10", Author::Coordinator, programme);
    journal.agreed("2024-06-14", "t4-1", "04-12/325", "training-programme");
    let invitation = letter("training-letter", &["t4-2"], "Оқытуға шақыру хаты", "01-19", 57);
    journal.evidence("2024-06-17", Author::Coordinator, invitation);
    let textbook = document("material", "training-material", &["t4-13"], "Волонтер оқу құралы", 40);
    journal.evidence("2024-06-20", Author::Coordinator, textbook);
    for (id, network) in [("training-announcement-1", "Facebook"), ("training-announcement-2", "Instagram")] {
        let announcement = shown("announcement", id, &["t4-5"], network, Some(&"2024-06-24"));
        journal.evidence("2024-06-24", Author::Pr, announcement);
    }
    let printed = document("material", "training-print", &["t4-7"], "Блокнот, қалам, сертификат", 1);
    journal.evidence("2024-07-01", Author::Coordinator, printed.number("copies", 150));
    let banner = pictures("photo", "training-banner", &["t4-10"], 1).text("title", "5*3 баннер");
    journal.evidence("2024-07-06", Author::Pr, banner);
    let questionnaire = document("survey", "training-survey", &["t4-8"], "Оқыту сауалнамасы", 2);
    journal.evidence("2024-07-07", Author::Coordinator, questionnaire);
    journal.evidence(
        "2024-07-08",
        Author::Pr,
        shown("post", "training-post-1", &["t4-6"], "Instagram", Some(&"2024-07-08")),
    );
    journal.evidence(
        "2024-08-12",
        Author::Pr,
        shown("post", "training-post-2", &["t4-6"], "Facebook", Some(&"2024-08-12")),
    );
    for training in TRAININGS {
        hold(journal, training);
    }
}

fn hold(journal: &mut Journal, training: (&str, &str, &str, u32, u32, u32)) {
    let (id, first, last, people, satisfied, photos) = training;
    let held = |headcount| {
        event(id, "held", "t4-a1", first, "Волонтерлерді оқыту", "Ақтау, Фронт-офис")
            .text("end", last)
            .number("headcount", headcount)
    };
    let counted =
        journal.add(last, Author::Coordinator, "event", held(if id == "training-2" { 25 } else { people }));
    if id == "training-2" {
        // 52 was typed as 25 and put right the same evening.
        journal.replace(counted, last, Author::Coordinator, "event", held(people));
    }
    journal.add(last, Author::Coordinator, "reading", add("t4-3", people).text("event", id));
    journal.add(last, Author::Coordinator, "reading", share("t4-9", satisfied, people).text("event", id));

    let rows = list(&format!("{id}-list"), &["t4-4"], "Оқытуға қатысушылар тізімі", 2, people);
    journal.evidence(last, Author::Coordinator, rows.texts("events", &[id]));
    let photo = pictures("photo", &format!("{id}-photo"), &["t4-11"], photos);
    journal.evidence(last, Author::Pr, photo.texts("events", &[id]));
    let video = pictures("video", &format!("{id}-video"), &["t4-12"], 1);
    journal.evidence(last, Author::Pr, video.texts("events", &[id]));
    let answers = document("document", &format!("{id}-answers"), &["t4-9"], "Сауалнама жауаптары", 4);
    journal.evidence(last, Author::Coordinator, answers.texts("events", &[id]).number("rows", people));
}

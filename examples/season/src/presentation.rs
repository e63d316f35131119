//! The final public presentation, the survey in two phases and the focus groups, all in October.

use crate::journal::{Author, Journal};
use crate::shared::{document, event, pictures, share, shown, total};

pub(crate) fn record(journal: &mut Journal) {
    present(journal);
    survey(journal);
    focus_groups(journal);
}

fn present(journal: &mut Journal) {
    let (on, name) = ("2024-10-24", "«QOLDAU» жобасының қорытынды презентациясы");
    let at = |status| event("presentation", status, "t8-a1", on, name, "Ақтау, Достық үйі");
    journal.add("2024-09-10", Author::Leader, "event", at("planned"));
    journal.add(on, Author::Leader, "event", at("held").number("headcount", 110));
    let slides = document("presentation", "presentation-slides", &["t8-1"], "Қорытынды презентация", 24);
    journal.evidence(on, Author::Coordinator, slides.texts("events", &["presentation"]));
    for (id, network) in [("live-1", "Facebook"), ("live-2", "Instagram")] {
        let live = shown("liveStream", id, &["t8-2"], network, Some(&on));
        journal.evidence(on, Author::Pr, live.texts("events", &["presentation"]));
    }
}

/// Both phases with the same questionnaire; the level is that of the second.
fn survey(journal: &mut Journal) {
    journal.read_as("2024-05-27", "t8-3", "denominator", "respondents", "2024-05-27 хаттама №2");
    for (id, date, title) in [
        ("survey-phase-1", "2024-06-12", "Сауалнама, бірінші фаза"),
        ("survey-phase-2", "2024-10-28", "Сауалнама, екінші фаза"),
    ] {
        journal.evidence(date, Author::Coordinator, document("survey", id, &["t8-3"], title, 4));
    }
    journal.add("2024-10-28", Author::Coordinator, "reading", share("t8-3", 118, 140));
}

fn focus_groups(journal: &mut Journal) {
    for (id, date) in [("focus-1", "2024-10-29"), ("focus-2", "2024-10-30")] {
        let held = event(id, "held", "t8-a3", date, "Фокус-топтық талқылау", "Ақтау, Фронт-офис");
        journal.add(date, Author::Coordinator, "event", held.number("headcount", 9));
        let minutes = document("report", &format!("{id}-minutes"), &["t8-4"], "Фокус-топ хаттамасы", 3);
        journal.evidence(date, Author::Coordinator, minutes.texts("events", &[id]));
        let photo = pictures("photo", &format!("{id}-photo"), &["t8-4"], 2);
        journal.evidence(date, Author::Pr, photo.texts("events", &[id]));
    }
    journal.add("2024-10-30", Author::Coordinator, "reading", total("t8-4", 2));
}

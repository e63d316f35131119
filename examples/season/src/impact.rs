//! The block of social impact, and what is said about the plan itself.
//!
//! Holds: an impact figure whose lines were agreed; a finding that was taken note of.

use crate::journal::{Author, Body, Journal};
use crate::shared::total;

pub(crate) fn record(journal: &mut Journal) {
    journal.read_as("2024-05-27", "impact-1", "sources", "t1-5 t3-3 t4-3 t7-5", "2024-05-27 хаттама №2");
    journal.read_as("2024-05-27", "t1-5", "supportCounts", "person", "2024-05-27 хаттама №2");
    // Readers of the newspapers and the portal, and organisations reached, as the PR specialist counts them.
    for (date, readers) in [("2024-07-22", 260), ("2024-08-22", 640), ("2024-09-26", 1180)] {
        journal.add(date, Author::Pr, "reading", total("impact-2", readers));
    }
    journal.add("2024-07-05", Author::Coordinator, "reading", total("impact-5", 2));
    let noted = Body::default()
        .text("code", "PLAN015")
        .texts("lines", &["impact-4"])
        .text("note", "Кеңесші мамандар шарт бойынша тартылды; тізім қосымша келісіммен толықтырылады");
    journal.add("2024-06-18", Author::Leader, "acknowledgement", noted);
}

//! Task 1: information, consulting and administrative support, 100 times.
//!
//! Holds: a letter to seven addressees where seven letters are promised; a journal that proves two lines; a post whose link
//! is gone with a screenshot and one without; a report that comes after the deadline; a support that was recorded twice
//! and voided.

use crate::journal::{Author, Body, Journal};
use crate::shared::{add, document, letter, list, pictures, shown, total, working_days};

/// Supports given: four more than were promised.
const SUPPORTS: usize = 104;

pub(crate) fn record(journal: &mut Journal) {
    prepare(journal);
    promote(journal);
    give_support(journal);
    lose_links(journal);
    let report = document("report", "support-report", &["t1-10"], "Көрсетілген қолдау бойынша есеп", 6);
    journal.evidence("2024-10-10", Author::Coordinator, report);
}

/// The list, the plan agreed with the local executive body, the consultants and the call centre.
fn prepare(journal: &mut Journal) {
    let groups = list("groups", &["t1-1"], "Волонтерлік топтар мен ұйымдар тізімі", 3, 57);
    journal.evidence("2024-06-05", Author::Coordinator, groups);
    let plan = document("plan", "support-plan", &["t1-2"], "Қолдау көрсетудің жұмыс жоспары", 4);
    journal.evidence("2024-06-07", Author::Coordinator, plan);
    journal.agreed("2024-06-12", "t1-2", "04-12/318", "support-plan");

    journal.add("2024-06-10", Author::Leader, "reading", total("t1-4", 2));
    for (id, pages) in [("consultant-1", 5), ("consultant-2", 5)] {
        let contract = document("document", id, &["t1-4"], "Кеңесші маманмен шарт", pages);
        journal.evidence("2024-06-10", Author::Leader, contract);
    }
    journal.add("2024-06-17", Author::Coordinator, "reading", total("t1-6", 1));
    let order = document("document", "call-center", &["t1-6"], "Call center жұмысын бастау туралы бұйрық", 1);
    journal.evidence("2024-06-17", Author::Leader, order);
    journal.evidence("2024-06-17", Author::Pr, pictures("photo", "call-center-photo", &["t1-6"], 2));
}

/// Two posts and one letter that went to seven addressees.
fn promote(journal: &mut Journal) {
    journal.evidence(
        "2024-06-10",
        Author::Pr,
        shown("post", "outreach-1", &["t1-3"], "Instagram", Some(&"2024-06-10")),
    );
    journal.evidence(
        "2024-07-03",
        Author::Pr,
        shown("post", "outreach-2", &["t1-3"], "Facebook", Some(&"2024-07-03")),
    );
    let schools = letter("outreach-letter", &["t1-3"], "Білім беру ұйымдарына хат", "01-17", 7);
    journal.evidence("2024-06-11", Author::Coordinator, schools);
    journal.read_as("2024-09-20", "t1-3", "letters", "addressee", "2024-09-20 хаттама №6");

    for (id, network) in [("support-announcement-1", "Facebook"), ("support-announcement-2", "Instagram")] {
        let announcement = shown("announcement", id, &["t1-8"], network, Some(&"2024-06-12"));
        journal.evidence("2024-06-12", Author::Pr, announcement);
    }
}

/// One entry for every support, and the journal of consultations in two books that prove the number and the journal line.
fn give_support(journal: &mut Journal) {
    let days = working_days("2024-06-17", "2024-09-27");
    for date in days.iter().cycle().take(SUPPORTS) {
        journal.add(date, Author::Coordinator, "reading", add("t1-5", 1));
    }
    let twice = journal.add("2024-07-12", Author::Pr, "reading", add("t1-5", 1));
    let reason = Body::default().text("reason", "Екі рет жазылған");
    journal.replace(twice, "2024-07-12", Author::Pr, "void", reason);

    for (id, date, pages, rows) in
        [("consultations-1", "2024-09-02", 8, 84), ("consultations-2", "2024-09-30", 2, 20)]
    {
        let book = document("journal", id, &["t1-5", "t1-7"], "Консультация журналы", pages)
            .number("rows", rows)
            .flag("signed", true);
        journal.evidence(date, Author::Coordinator, book);
    }
}

/// Two posts that somebody took down: one was pictured in time.
fn lose_links(journal: &mut Journal) {
    let pictured = shown("post", "support-post-1", &["t1-9"], "Instagram", Some(&"2024-07-09"));
    journal.evidence("2024-07-09", Author::Pr, pictured);
    journal.evidence("2024-08-06", Author::Pr, shown("post", "support-post-2", &["t1-9"], "Facebook", None));
    for item in ["support-post-1", "support-post-2"] {
        let gone = Body::default().text("evidence", item).text("state", "gone");
        journal.add("2024-09-10", Author::Pr, "linkState", gone);
    }
}

//! Tasks 5 and 6: the co-working space, and the pages of the front office.
//!
//! Holds: lines that were handed in, accepted and returned; a monthly line with a gap in June; a plan that waits for the
//! leader until after mid-September.

use crate::journal::{Author, Body, Journal};
use crate::shared::{document, list, pictures, shown, total};

pub(crate) fn record(journal: &mut Journal) {
    coworking(journal);
    review(journal);
    pages(journal);
    monthly(journal);
}

fn coworking(journal: &mut Journal) {
    let plan = document("plan", "coworking-plan", &["t5-3"], "Жұмыс орнын жасақтау жоспары", 3);
    journal.evidence("2024-06-12", Author::Coordinator, plan);
    let bought = list("coworking-list", &["t5-2"], "Материалдар мен техникалар тізімі", 2, 34);
    journal.evidence("2024-06-28", Author::Leader, bought);
    journal.add("2024-07-15", Author::Coordinator, "reading", total("t5-1", 1));
    let act = document("act", "coworking-act", &["t5-1"], "Коворкингті пайдалануға беру актісі", 2);
    journal.evidence("2024-07-15", Author::Leader, act.text("number", "1").flag("signed", true));
    journal.evidence("2024-07-15", Author::Pr, pictures("photo", "coworking-photo", &["t5-1"], 6));
    for (id, network) in [("coworking-announcement-1", "Facebook"), ("coworking-announcement-2", "Instagram")]
    {
        let announcement = shown("announcement", id, &["t5-4"], network, Some(&"2024-07-16"));
        journal.evidence("2024-07-16", Author::Pr, announcement);
    }
    for (id, network, date) in
        [("coworking-post-1", "Instagram", "2024-07-17"), ("coworking-post-2", "Facebook", "2024-08-02")]
    {
        journal.evidence(date, Author::Pr, shown("post", id, &["t5-5"], network, Some(&date)));
    }
}

/// Task 5 was handed in early: four lines accepted, one returned.
fn review(journal: &mut Journal) {
    let step = |line: &str, state: &str| Body::default().text("line", line).text("state", state);
    for line in ["t5-1", "t5-2", "t5-3", "t5-4", "t5-5"] {
        journal.add("2024-08-05", Author::Leader, "review", step(line, "submitted"));
    }
    for line in ["t5-1", "t5-2", "t5-3", "t5-4"] {
        journal.add("2024-08-20", Author::Leader, "review", step(line, "accepted"));
    }
    let returned = step("t5-5", "returned").text("remark", "Скриншотта жарияланған күні көрінбейді");
    journal.add("2024-08-20", Author::Leader, "review", returned);
}

fn pages(journal: &mut Journal) {
    for (id, network) in [("page-1", "Facebook"), ("page-2", "Instagram")] {
        journal.evidence(
            "2024-06-04",
            Author::Pr,
            shown("page", id, &["t6-1"], network, Some(&"2024-06-04")),
        );
    }
    for (id, network) in [("page-announcement-1", "Facebook"), ("page-announcement-2", "Instagram")] {
        let announcement = shown("announcement", id, &["t6-3"], network, Some(&"2024-06-05"));
        journal.evidence("2024-06-05", Author::Pr, announcement);
    }
    let plan = document("plan", "daily-plan", &["t6-5"], "Күнделік жұмыс жоспары", 4);
    journal.evidence("2024-06-06", Author::Coordinator, plan);
    let approved = Body::default()
        .texts("lines", &["t6-5"])
        .text("by", "leader")
        .text("number", "7-Б")
        .text("evidence", "daily-plan");
    journal.add("2024-09-20", Author::Leader, "approval", approved);
    let digest = shown("publication", "digest", &["t6-6"], "Facebook", Some(&"2024-10-28"));
    journal.evidence("2024-10-28", Author::Pr, digest.text("title", "Фронт-офис дайджесі"));
}

/// The daily work is shown every month but June, two times in July; the information posts come every month.
fn monthly(journal: &mut Journal) {
    journal.read_as("2024-05-27", "t6-2", "monthlyUnit", "post", "2024-05-27 хаттама №2");
    for date in ["2024-07-05", "2024-07-31", "2024-08-29", "2024-09-11", "2024-10-30"] {
        let post = shown("post", &format!("daily-{date}"), &["t6-2"], "Instagram", Some(&date));
        journal.evidence(date, Author::Pr, post);
    }
    for date in ["2024-06-20", "2024-07-19", "2024-08-16", "2024-09-12", "2024-10-18"] {
        let post = shown("post", &format!("monthly-{date}"), &["t6-4"], "Facebook", Some(&date));
        journal.evidence(date, Author::Pr, post);
    }
}

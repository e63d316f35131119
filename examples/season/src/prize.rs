//! Task 7: the volunteers' prize, at the end of September.
//!
//! Prepared but not held on the day of the mid-September report.

use crate::journal::{Author, Journal};
use crate::shared::{add, document, event, letter, list, pictures, shown};

pub(crate) fn record(journal: &mut Journal) {
    prepare(journal);
    hold(journal);
}

fn prepare(journal: &mut Journal) {
    let rules = document("rules", "prize-rules", &["t7-1"], "Волонтерлер сыйлығын беру ережесі", 6);
    journal.evidence("2024-08-20", Author::Coordinator, rules);
    journal.agreed("2024-08-28", "t7-1", "04-12/471", "prize-rules");
    let candidates = list("prize-candidates", &["t7-2"], "Сыйлыққа үміткерлер тізімі", 2, 31);
    journal.evidence("2024-09-09", Author::Coordinator, candidates);
    let programme = document("programme", "prize-programme", &["t7-3"], "Сыйлық табыстау бағдарламасы", 2);
    journal.evidence("2024-09-12", Author::Coordinator, programme);
    let invitation = letter("prize-letter", &["t7-4"], "Салтанатты шараға шақыру хаты", "01-44", 20);
    journal.evidence("2024-09-16", Author::Coordinator, invitation);
    for (id, network, date) in [
        ("prize-announcement-1", "Instagram", "2024-09-10"),
        ("prize-announcement-2", "Facebook", "2024-09-11"),
    ] {
        journal.evidence(date, Author::Pr, shown("announcement", id, &["t7-7"], network, Some(&date)));
    }
}

fn hold(journal: &mut Journal) {
    let on = "2024-09-28";
    let at =
        |status| event("prize", status, "t7-a1", on, "Волонтерлер сыйлығын табыстау", "Ақтау, Мәдениет үйі");
    journal.add("2024-08-20", Author::Coordinator, "event", at("planned"));
    journal.add(on, Author::Coordinator, "event", at("held").number("headcount", 156));
    journal.add(on, Author::Coordinator, "reading", add("t7-5", 156).text("event", "prize"));
    let guests = list("prize-guests", &["t7-5"], "Шараға қатысушылар тізімі", 5, 156);
    journal.evidence(on, Author::Coordinator, guests.texts("events", &["prize"]));
    let winners = list("prize-winners", &["t7-6"], "Сыйлық иегерлерінің тізімі", 1, 7);
    journal.evidence(on, Author::Coordinator, winners.texts("events", &["prize"]));
    let act = document("act", "prize-act", &["t7-6"], "Табыстау актісі", 2);
    journal.evidence(on, Author::Leader, act.text("number", "3").flag("signed", true));
    let photo = pictures("photo", "prize-photo", &["t7-9"], 14);
    journal.evidence(on, Author::Pr, photo.texts("events", &["prize"]));
    let video = pictures("video", "prize-video", &["t7-10"], 1);
    journal.evidence(on, Author::Pr, video.texts("events", &["prize"]));
    for (id, network, date) in
        [("prize-post-1", "Instagram", "2024-09-29"), ("prize-post-2", "Facebook", "2024-09-30")]
    {
        journal.evidence(date, Author::Pr, shown("post", id, &["t7-8"], network, Some(&date)));
    }
}

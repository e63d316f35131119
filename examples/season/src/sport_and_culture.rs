//! Task 2: one sports event and two cultural events.
//!
//! Holds: an event that two people recorded, joined nine days later; the same event short of two photos and its video; a
//! scan of five pages that is one list; a cancelled event; a post that two sections count; a plan without the letter of the
//! local executive body.

use crate::journal::{Author, Body, Journal};
use crate::shared::{document, event, item, letter, list, pictures, shown};

const SPORT: &str = "спорттық";
const CULTURE: &str = "қоғамдық-мәдени";

pub(crate) fn record(journal: &mut Journal) {
    // Nobody ever asked the local executive body: the approval of 2.1 stays missing.
    let programme = document("plan", "events-plan", &["t2-1"], "Шаралардың жоспары мен бағдарламасы", 5);
    journal.evidence("2024-06-03", Author::Coordinator, programme);
    prepare(journal);
    cup(journal);
    festival(journal);
    cinema(journal);
    concert(journal);
}

/// Rules, letters, announcements and the list of applications.
fn prepare(journal: &mut Journal) {
    for (id, date, title) in [
        ("rules-cup", "2024-06-06", "Турнир ережесі"),
        ("rules-festival", "2024-07-09", "Фестиваль ережесі"),
        ("rules-concert", "2024-09-10", "Концерт ережесі"),
    ] {
        journal.evidence(date, Author::Coordinator, document("rules", id, &["t2-2"], title, 2));
    }
    for (id, date, number) in [
        ("letter-cup", "2024-06-07", "01-15"),
        ("letter-festival", "2024-07-10", "01-24"),
        ("letter-concert", "2024-09-11", "01-41"),
    ] {
        journal.evidence(date, Author::Coordinator, letter(id, &["t2-3"], "Шараға шақыру хаты", number, 12));
    }
    for (id, line, date, network) in [
        ("announce-cup", "t2-4", "2024-06-08", "Instagram"),
        ("announce-cup-2", "t2-7", "2024-06-13", "Facebook"),
        ("announce-festival", "t2-4", "2024-07-12", "Instagram"),
        ("announce-festival-2", "t2-7", "2024-07-18", "Facebook"),
        ("announce-concert", "t2-4", "2024-09-12", "Instagram"),
    ] {
        journal.evidence(date, Author::Pr, shown("announcement", id, &[line], network, Some(&date)));
    }
    let applications = list("applications", &["t2-5"], "Өтініштер тізімі", 1, 12);
    journal.evidence("2024-06-12", Author::Coordinator, applications);
}

/// The sports event: coordinator and PR specialist both record it; three photos between them, and no video.
fn cup(journal: &mut Journal) {
    let (on, name, place) = ("2024-06-15", "Волонтерлер кубогы: шағын футбол", "Ақтау, Жастар стадионы");
    let seen_by =
        |id, name| event(id, "held", "t2-a1", on, name, place).text("part", SPORT).number("headcount", 84);
    journal.add(on, Author::Coordinator, "event", seen_by("cup", name));
    journal.add(on, Author::Pr, "event", seen_by("cup-pr", "Волонтерлер кубогы шағын футболдан"));

    let rows = list("cup-list", &["t2-6"], "Кубокқа қатысушылар тізімі", 3, 84).texts("events", &["cup"]);
    journal.evidence(on, Author::Coordinator, rows);
    let two = pictures("photo", "cup-photo", &["t2-10"], 2).texts("events", &["cup"]);
    journal.evidence(on, Author::Coordinator, two);
    let one = pictures("photo", "cup-photo-pr", &["t2-10"], 1).texts("events", &["cup-pr"]);
    journal.evidence(on, Author::Pr, one);
    let post =
        shown("post", "cup-post", &["t2-9"], "Instagram", Some(&"2024-06-16")).texts("events", &["cup-pr"]);
    journal.evidence("2024-06-16", Author::Pr, post);

    let same = Body::default().texts("events", &["cup", "cup-pr"]);
    journal.add("2024-06-24", Author::Leader, "sameEvent", same);
}

/// A cultural event with everything it needs; its list is one item of five pages, its post stands for two sections.
fn festival(journal: &mut Journal) {
    let (on, name) = ("2024-07-20", "Ұлттық ойындар фестивалі");
    let held = event("festival", "held", "t2-a1", on, name, "Ақтау, Тәуелсіздік алаңы");
    journal.add(on, Author::Coordinator, "event", held.text("part", CULTURE).number("headcount", 120));
    let pages: Vec<Body> = (1..=5)
        .map(|page| {
            Body::default().text("name", format_args!("sample-festival-list-{page}.jpg")).number("pages", 1)
        })
        .collect();
    let scan = item("list", "festival-list", &["t2-6"])
        .text("title", "Фестивальға қатысушылар тізімі")
        .objects("files", &pages)
        .number("rows", 120)
        .flag("signed", true)
        .texts("events", &["festival"]);
    journal.evidence(on, Author::Coordinator, scan);
    pictures_of(journal, on, "festival", 8);
    let post = shown("post", "festival-post", &["t2-9", "t9-1"], "Instagram", Some(&"2024-07-21"));
    journal.evidence("2024-07-21", Author::Pr, post.texts("events", &["festival"]));
}

/// An evening under the open sky that the wind took: planned, then cancelled.
fn cinema(journal: &mut Journal) {
    let (on, name, place) = ("2024-08-24", "Ашық аспан астындағы киноклуб", "Ақтау, жағалау");
    let at = |status| event("cinema", status, "t2-a1", on, name, place).text("part", CULTURE);
    journal.add("2024-08-05", Author::Coordinator, "event", at("planned"));
    journal.add("2024-08-23", Author::Coordinator, "event", at("cancelled"));
}

/// The event in its place, after the day of the mid-September report.
fn concert(journal: &mut Journal) {
    let (on, name, place) = ("2024-09-21", "Волонтерлер концерті", "Ақтау, Мәдениет үйі");
    let at = |status| event("concert", status, "t2-a1", on, name, place).text("part", CULTURE);
    journal.add("2024-09-02", Author::Coordinator, "event", at("planned"));
    journal.add(on, Author::Coordinator, "event", at("held").number("headcount", 95));
    let rows = list("concert-list", &["t2-6"], "Концертке қатысушылар тізімі", 4, 95);
    journal.evidence(on, Author::Coordinator, rows.texts("events", &["concert"]));
    pictures_of(journal, on, "concert", 6);
    let post = shown("post", "concert-post", &["t2-9"], "Facebook", Some(&"2024-09-22"));
    journal.evidence("2024-09-22", Author::Pr, post.texts("events", &["concert"]));
}

/// So many photos of an event and one video.
fn pictures_of(journal: &mut Journal, on: &str, event: &str, photos: u32) {
    let photo = pictures("photo", &format!("{event}-photo"), &["t2-10"], photos);
    journal.evidence(on, Author::Pr, photo.texts("events", &[event]));
    let video = pictures("video", &format!("{event}-video"), &["t2-11"], 1);
    journal.evidence(on, Author::Pr, video.texts("events", &[event]));
}

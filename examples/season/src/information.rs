//! The information work: 25 posts, short videos, influencers, newspapers and a portal.
//!
//! Holds: a post without the screenshot its line asks for; a portal that never printed the fourth article. One of the 25
//! posts is the festival's, which task 2 counts too.

use crate::journal::{Author, Body, Journal};
use crate::shared::{document, item, pictures, shown, total, working_days};

/// The post nobody pictured, by number.
const NO_SCREENSHOT: u32 = 11;

pub(crate) fn record(journal: &mut Journal) {
    let plan = document("plan", "content-plan", &["t9-3"], "Контент жоспар", 8);
    journal.evidence("2024-06-05", Author::Pr, plan);
    posts(journal);
    influencers(journal);
    newspapers(journal);
}

/// Until mid-September a post every fourth working day, then one a day until there are 25; a short video every eighth.
fn posts(journal: &mut Journal) {
    let summer = working_days("2024-06-06", "2024-09-13");
    let rush = working_days("2024-09-16", "2024-09-24");
    for (number, date) in (1_u32..).zip(summer.iter().step_by(4).chain(&rush)) {
        let network = if number.is_multiple_of(2) { "Facebook" } else { "Instagram" };
        let id = format!("info-post-{number:02}");
        let screenshot: Option<&dyn std::fmt::Display> =
            if number == NO_SCREENSHOT { None } else { Some(date) };
        journal.evidence(date, Author::Pr, shown("post", &id, &["t9-1"], network, screenshot));
    }
    for (number, date) in (1_u32..).zip(summer.iter().step_by(8).chain(&rush).take(10)) {
        let id = format!("short-video-{number:02}");
        journal.evidence(date, Author::Pr, pictures("video", &id, &["t9-2"], 1));
    }
}

/// Two influencers by July, four by September, five in the end, each with a post of their own.
fn influencers(journal: &mut Journal) {
    let joined = ["2024-06-26", "2024-06-30", "2024-08-16", "2024-08-30", "2024-09-27"];
    for (so_far, date) in (1_u32..).zip(joined) {
        journal.add(date, Author::Pr, "reading", total("t9-4", so_far));
        let id = format!("influencer-{so_far}");
        let post = shown("post", &id, &["t9-4"], "Instagram", Some(&date));
        journal.evidence(date, Author::Pr, post);
    }
}

fn newspapers(journal: &mut Journal) {
    for (id, date, outlet, issue) in [
        ("newspaper-1", "2024-08-22", "«Маңғыстау» газеті", "96"),
        ("newspaper-2", "2024-09-25", "«Огни Мангистау» газеті", "112"),
    ] {
        let scan = Body::default().text("name", format_args!("sample-{id}.pdf")).number("pages", 1);
        let article = item("publication", id, &["t9-5"])
            .text("outlet", outlet)
            .text("number", issue)
            .objects("files", &[scan]);
        journal.evidence(date, Author::Pr, article);
    }
    for (number, date) in (1_u32..).zip(["2024-07-22", "2024-08-26", "2024-09-26"]) {
        let article = item("publication", &format!("portal-{number}"), &["t9-6"])
            .text("outlet", "Mangystau Media")
            .text("link", format_args!("https://example.org/sample-mangystau-media/{number}"))
            .text("screenshot", date);
        journal.evidence(date, Author::Pr, article);
    }
}

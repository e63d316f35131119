//! Task 3: forty visits to schools and colleges, 3000 pupils and students.
//!
//! Holds: visits short of a photo, a video or a post; a list whose rows are not the number of participants; a visit put
//! off by a week; pictures that come three days after their visit; a list that comes after the deadline.

use qoldau_core::value::IsoDate;

use crate::journal::{Author, Body, Journal};
use crate::shared::{add, document, event, letter, list, pictures, shown, working_days};

/// Visits in June, to colleges and camps, and in September, to schools.
const JUNE: usize = 6;
const SEPTEMBER: usize = 34;

/// Visits with a fault, by number.
const FOUR_PHOTOS: u32 = 4;
const NO_VIDEO: u32 = 9;
const NO_POST: u32 = 12;
const LIST_DIFFERS: u32 = 15;
const PUT_OFF: u32 = 20;
const LATE_LIST: u32 = 40;

pub(crate) fn record(journal: &mut Journal) {
    let plan = document("plan", "visits-plan", &["t3-1"], "Үгіт-насихат жұмысының жоспары", 3);
    journal.evidence("2024-06-03", Author::Coordinator, plan);
    let schools = letter("visits-letter", &["t3-2"], "Кесте туралы хат", "01-14", 40);
    journal.evidence("2024-06-04", Author::Coordinator, schools);
    let leaflet = document("material", "visits-leaflet", &["t3-8"], "Волонтер жадынамасы", 2);
    journal.evidence("2024-06-05", Author::Pr, leaflet);
    journal.read_as("2024-05-20", "t3-a1", "plannedEvents", "40", "2024-05-20 хаттама №1");

    for (number, date) in (1_u32..).zip(days()) {
        if date.month() == 9 {
            journal.add("2024-08-26", Author::Coordinator, "event", visit(number, "planned", date));
        }
        let held = if number == PUT_OFF { put_off(journal, number, date) } else { date };
        let participants = journal.chance.between(68, 86);
        hold(journal, number, held, participants);
        prove(journal, number, held, participants);
    }
}

/// The days of the visits, in order; in September there are two on many a day.
fn days() -> Vec<IsoDate> {
    let june = working_days("2024-06-10", "2024-06-21");
    let september = working_days("2024-09-02", "2024-09-27");
    let mut days: Vec<IsoDate> =
        june.into_iter().take(JUNE).chain(september.into_iter().cycle().take(SEPTEMBER)).collect();
    days.sort_unstable();
    days
}

/// The entry of a visit.
fn visit(number: u32, status: &str, on: IsoDate) -> Body {
    let host = if on.month() == 6 { "колледж" } else { "мектеп" };
    let place = format!("№{number} {host}");
    event(&id(number), status, "t3-a1", on, &format!("Үгіт-насихат сабағы, {place}"), &place)
}

fn id(number: u32) -> String {
    format!("visit-{number:02}")
}

/// The day before it is put off by a week.
fn put_off(journal: &mut Journal, number: u32, planned: IsoDate) -> IsoDate {
    let eve = planned.add_days(-1).unwrap_or(planned);
    let later = planned.add_days(7).unwrap_or(planned);
    journal.add(eve, Author::Coordinator, "event", visit(number, "postponed", later));
    later
}

/// The visit and the people in it.
fn hold(journal: &mut Journal, number: u32, on: IsoDate, participants: u32) {
    let held = visit(number, "held", on).number("headcount", participants);
    journal.add(on, Author::Coordinator, "event", held);
    let reading = add("t3-3", participants).text("event", id(number));
    journal.add(on, Author::Coordinator, "reading", reading);
}

/// The list, photos, video and post of a visit.
fn prove(journal: &mut Journal, number: u32, on: IsoDate, participants: u32) {
    let visit = id(number);
    let item = |what: &str| format!("{visit}-{what}");

    let rows = if number == LIST_DIFFERS { participants.saturating_sub(9) } else { participants };
    let signed = list(&item("list"), &["t3-4"], "Қатысушылар тізімі", 3, rows);
    let listed = if number == LATE_LIST { "2024-10-07".into() } else { on.to_string() };
    journal.evidence(listed, Author::Coordinator, signed.texts("events", &[&visit]));

    // Pictures are sorted at the end of the week: three days later.
    let sorted = on.add_days(3).unwrap_or(on);
    let photos = if number == FOUR_PHOTOS { 4 } else { 5 };
    let photo = pictures("photo", &item("photo"), &["t3-6"], photos);
    journal.evidence(sorted, Author::Pr, photo.texts("events", &[&visit]).text("date", on));
    if number != NO_VIDEO {
        let video = pictures("video", &item("video"), &["t3-7"], 1);
        journal.evidence(sorted, Author::Pr, video.texts("events", &[&visit]).text("date", on));
    }
    if number != NO_POST {
        let network = if number.is_multiple_of(2) { "Facebook" } else { "Instagram" };
        let post = shown("post", &item("post"), &["t3-5"], network, Some(&on));
        journal.evidence(on, Author::Pr, post.texts("events", &[&visit]));
    }
}

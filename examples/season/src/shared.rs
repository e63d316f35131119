//! What the tasks' modules share: the usual shapes of events, readings and evidence.

use std::fmt::Display;

use qoldau_core::value::IsoDate;

use crate::journal::{Author, Body, Journal};

/// Public holidays on weekdays within the season: Capital Day, moved to the Monday, and Constitution Day.
const HOLIDAYS: [&str; 2] = ["2024-07-08", "2024-08-30"];

/// The working days from `start` to `end`, both included.
pub(crate) fn working_days(start: &str, end: &str) -> Vec<IsoDate> {
    let (start, end) = (start.parse::<IsoDate>().ok(), end.parse::<IsoDate>().ok());
    std::iter::successors(start, |date| date.add_days(1))
        .take_while(|date| Some(*date) <= end)
        .filter(|date| !date.is_weekend() && !HOLIDAYS.contains(&date.to_string().as_str()))
        .collect()
}

/// An item of evidence that proves `lines`.
pub(crate) fn item(kind: &str, id: &str, lines: &[&str]) -> Body {
    Body::default().text("item", id).text("kind", kind).texts("lines", lines)
}

/// A document of one file.
pub(crate) fn document(kind: &str, id: &str, lines: &[&str], title: &str, pages: u32) -> Body {
    let file = Body::default().text("name", format_args!("sample-{id}.pdf")).number("pages", pages);
    item(kind, id, lines).text("title", title).objects("files", &[file])
}

/// A letter: outgoing number and addressees.
pub(crate) fn letter(id: &str, lines: &[&str], title: &str, number: &str, addressees: u32) -> Body {
    document("letter", id, lines, title, 1).text("number", number).number("addressees", addressees)
}

/// A list of `rows` signed rows.
pub(crate) fn list(id: &str, lines: &[&str], title: &str, pages: u32, rows: u32) -> Body {
    document("list", id, lines, title, pages).number("rows", rows).flag("signed", true)
}

/// Photographs or videos: every file is one.
pub(crate) fn pictures(kind: &str, id: &str, lines: &[&str], count: u32) -> Body {
    let ending = if kind == "video" { "mp4" } else { "jpg" };
    let files: Vec<Body> = (1..=count)
        .map(|number| Body::default().text("name", format_args!("sample-{id}-{number}.{ending}")))
        .collect();
    item(kind, id, lines).objects("files", &files)
}

/// Something shown in a network, with its link; `screenshot` is the day of the picture that shows it.
pub(crate) fn shown(
    kind: &str,
    id: &str,
    lines: &[&str],
    network: &str,
    screenshot: Option<&dyn Display>,
) -> Body {
    let host = network.to_lowercase();
    let body = item(kind, id, lines)
        .text("outlet", network)
        .text("link", format_args!("https://{host}.com/sample-qoldau/{id}"));
    match screenshot {
        Some(date) => body.text("screenshot", date),
        None => body,
    }
}

/// A number that adds to what is there.
pub(crate) fn add(line: &str, amount: u32) -> Body {
    reading(line, "add", amount)
}

/// A number that states the total so far.
pub(crate) fn total(line: &str, amount: u32) -> Body {
    reading(line, "total", amount)
}

fn reading(line: &str, mode: &str, amount: u32) -> Body {
    let value = Body::default().text("kind", "amount").text("amount", amount);
    Body::default().text("line", line).text("mode", mode).object("value", &value)
}

/// So many of so many, adding to what is there.
pub(crate) fn share(line: &str, numerator: u32, denominator: u32) -> Body {
    let value =
        Body::default().text("kind", "share").text("numerator", numerator).text("denominator", denominator);
    Body::default().text("line", line).text("mode", "add").object("value", &value)
}

/// An event of one day.
pub(crate) fn event(
    id: &str,
    status: &str,
    activity: &str,
    on: impl Display,
    name: &str,
    place: &str,
) -> Body {
    Body::default()
        .text("event", id)
        .text("status", status)
        .texts("activities", &[activity])
        .text("start", on)
        .text("name", name)
        .text("place", place)
}

impl Journal {
    /// Records evidence on the day it bears.
    pub(crate) fn evidence(&mut self, on: impl Display, author: Author, body: Body) {
        self.add(on, author, "evidence", body);
    }

    /// Records that the local executive body agreed to a document.
    pub(crate) fn agreed(&mut self, on: &str, line: &str, number: &str, evidence: &str) {
        let body = Body::default()
            .texts("lines", &[line])
            .text("by", "localExecutiveBody")
            .text("number", number)
            .text("evidence", evidence);
        self.add(on, Author::Leader, "approval", body);
    }

    /// Records how a line is read, as agreed with the operator.
    pub(crate) fn read_as(&mut self, on: &str, line: &str, question: &str, answer: &str, document: &str) {
        let body = Body::default()
            .text("line", line)
            .text("question", question)
            .text("answer", answer)
            .text("source", "agreed")
            .text("agreedWith", "Оператор")
            .text("date", on)
            .text("document", document);
        self.add(on, Author::Leader, "planReading", body);
    }
}

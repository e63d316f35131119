//! The register as a page, with the style of the report.

use super::{Register, RegisterItem, RegisterLack, RegisterLine, summary};
use crate::language::{Saying, word};
use crate::report::build::NOTHING;
use crate::report::html::{Page, cell, folded, header_row, said, section};
use crate::report::phrases;

/// More files than this are folded.
const SHOWN: usize = 3;

/// The register as one HTML page, under the same policy as the report.
#[must_use]
pub fn render_register_html(register: &Register) -> String {
    let head = &register.head;
    let title = match &head.project {
        Some(project) => format!("{}: {project}", head.title),
        None => head.title.clone(),
    };
    Page::document(register.language, &title, |page| {
        page.within("header", &[], |page| {
            if let Some(grantee) = &head.grantee {
                page.within("p", &[("class", "grantee")], |page| {
                    page.own_words("span", register.contract_language, grantee);
                });
            }
            page.element("h1", &[], &head.title);
            if let Some(project) = &head.project {
                page.within("p", &[("class", "project")], |page| {
                    page.own_words("span", register.contract_language, project);
                });
            }
            page.within("ul", &[("class", "facts")], |page| {
                page.element("li", &[("class", "as-of")], &head.as_of_text);
                for fact in head.contract.iter().chain(&head.period).chain([&summary(register)]) {
                    page.element("li", &[], fact);
                }
            });
            page.element("p", &[("class", "note")], phrases::REGISTER_NOTE.get(register.language));
        });
        page.within("main", &[], |page| {
            if !register.findings.is_empty() {
                let title = phrases::OF_JOURNAL.get(register.language);
                section(page, "findings", title, |page| said(page, register.language, &register.findings));
            }
            table(page, register);
        });
    })
}

/// One table of all lines, so that its header stands on every printed page.
fn table(page: &mut Page, register: &Register) {
    let phrase = |saying: Saying| saying.get(register.language);
    let event = word("event", register.language).unwrap_or_default();
    let date = format!("{}, {}", phrase(phrases::DATE), event.to_lowercase());
    let titles = [
        "№",
        phrase(phrases::KIND),
        date.as_str(),
        phrase(phrases::FILE_OR_LINK),
        phrase(phrases::PAGES),
        phrase(phrases::REMARK),
    ];
    page.within("table", &[("class", "register-table"), ("role", "table")], |page| {
        header_row(page, &titles);
        for line in &register.lines {
            page.within("tbody", &[("role", "rowgroup")], |page| {
                line_row(page, register, line);
                for item in &line.items {
                    page.within("tr", &[("role", "row")], |page| item_row(page, &titles, item, &line.folder));
                }
                for lack in &line.missing {
                    page.within("tr", &[("role", "row")], |page| lack_row(page, &titles, lack));
                }
            });
        }
    });
}

/// The number and the name of a line, over its items.
fn line_row(page: &mut Page, register: &Register, line: &RegisterLine) {
    page.within("tr", &[("role", "row"), ("class", "of-line")], |page| {
        let attributes = [("scope", "rowgroup"), ("role", "rowheader"), ("colspan", "6")];
        page.within("th", &attributes, |page| {
            page.text(&line.line.number);
            page.text(" ");
            page.own_words("span", register.contract_language, &line.line.name);
            let nothing = line.items.is_empty() && line.missing.is_empty() && line.see.is_none();
            let notes = line.withdrawn.as_deref().into_iter().chain(line.see.as_deref());
            for note in notes.chain(nothing.then_some(NOTHING)) {
                page.constant(" <small>");
                page.text(note);
                page.constant("</small>");
            }
        });
    });
}

fn item_row(page: &mut Page, titles: &[&str; 6], item: &RegisterItem, folder: &str) {
    let [_, kind, date, file, pages, mark] = titles;
    page.element("th", &[("scope", "row"), ("role", "rowheader")], &item.number);
    cell(page, "kind", kind, |page| page.text(&item.kind));
    cell(page, "date", date, |page| date_and_event(page, Some(&item.date_text), item.event.as_deref()));
    cell(page, "files", file, |page| {
        if let Some(title) = &item.title {
            page.element("p", &[], title);
        }
        if let Some(link) = &item.link {
            page.within("p", &[], |page| link_or_text(page, link));
        }
        files(page, item, folder);
    });
    cell(page, "pages", pages, |page| {
        page.text(&item.pages.map(|pages| pages.to_string()).unwrap_or_default());
    });
    cell(page, "marks-cell", mark, |page| {
        for mark in &item.marks {
            page.element("p", &[("class", "note")], mark);
        }
    });
}

/// The day, and the event under it.
fn date_and_event(page: &mut Page, date: Option<&str>, event: Option<&str>) {
    if let Some(date) = date {
        page.text(date);
    }
    if let Some(event) = event {
        page.element("p", &[("class", "note")], event);
    }
}

/// The names in the folder; a long list is folded.
fn files(page: &mut Page, item: &RegisterItem, folder: &str) {
    let list = |page: &mut Page| {
        for file in &item.files {
            page.within("p", &[("class", "file")], |page| {
                page.element("span", &[("class", "code")], &format!("{folder}/{}", file.name));
                page.element("small", &[], &format!(" ← {}", file.original));
            });
        }
    };
    if item.files.len() > SHOWN {
        let first = item.files.first().map_or("", |file| file.name.as_str());
        folded(page, &format!("{folder}/{first} … {}", item.files.len()), list);
    } else {
        list(page);
    }
}

/// A link that leads to the web; anything else that calls itself a link stays text.
fn link_or_text(page: &mut Page, link: &str) {
    let lower = link.to_ascii_lowercase();
    if lower.starts_with("https://") || lower.starts_with("http://") {
        page.element("a", &[("href", link), ("rel", "noopener noreferrer")], link);
    } else {
        page.text(link);
    }
}

fn lack_row(page: &mut Page, titles: &[&str; 6], lack: &RegisterLack) {
    let [_, _, date, ..] = titles;
    page.constant("<td class=\"empty\" role=\"cell\" colspan=\"2\"></td>");
    cell(page, "date", date, |page| date_and_event(page, lack.date_text.as_deref(), lack.event.as_deref()));
    page.within("td", &[("class", "lack"), ("role", "cell"), ("colspan", "3")], |page| {
        page.element("strong", &[], &lack.text);
    });
}

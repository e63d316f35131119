//! The register as Markdown.

use super::{Register, RegisterItem, RegisterLine, summary};
use crate::language::word;
use crate::report::build::NOTHING;
use crate::report::markdown::{Markdown, escape};
use crate::report::phrases;

/// The register as Markdown (the dialect with tables). No text of the plan or the facts can become markup.
#[must_use]
pub fn render_register_markdown(register: &Register) -> String {
    let mut out = Markdown::default();
    out.heading(1, &register.head.title);
    for own in register.head.project.iter().chain(&register.head.grantee) {
        out.paragraph(&escape(own));
    }
    out.paragraph(&escape(&register.head.as_of_text));
    out.paragraph(&escape(&summary(register)));
    out.paragraph(phrases::REGISTER_NOTE.get(register.language));
    if !register.findings.is_empty() {
        out.heading(2, phrases::OF_JOURNAL.get(register.language));
        out.findings(&register.findings, register.language);
    }
    for line in &register.lines {
        section(&mut out, register, line);
    }
    out.text()
}

fn section(out: &mut Markdown, register: &Register, line: &RegisterLine) {
    let phrase = |saying: crate::language::Saying| saying.get(register.language);
    out.heading(2, &format!("{} {}", line.line.number, line.line.name));
    if let Some(withdrawn) = &line.withdrawn {
        out.paragraph(&escape(withdrawn));
    }
    if line.items.is_empty() && line.missing.is_empty() {
        out.paragraph(&line.see.as_deref().map_or_else(|| NOTHING.to_owned(), escape));
        return;
    }
    let event = word("event", register.language).unwrap_or_default();
    let titles = [
        "№",
        phrase(phrases::KIND),
        phrase(phrases::DATE),
        event,
        phrase(phrases::FILE_OR_LINK),
        phrase(phrases::FILE_NAME),
        phrase(phrases::PAGES),
        phrase(phrases::REMARK),
    ];
    out.header(&titles);
    if let Some(see) = &line.see {
        let mut cells: [String; 8] = Default::default();
        if let Some(mark) = cells.last_mut() {
            *mark = escape(see);
        }
        out.row(&cells);
    }
    for item in &line.items {
        out.row(&item_cells(item, &line.folder));
    }
    for lack in &line.missing {
        let text = |text: &Option<String>| escape(text.as_deref().unwrap_or_default());
        let mut cells: [String; 8] = Default::default();
        let [_, _, date, event, .., mark] = &mut cells;
        (*date, *event, *mark) =
            (text(&lack.date_text), text(&lack.event), format!("**{}**", escape(&lack.text)));
        out.row(&cells);
    }
}

fn item_cells(item: &RegisterItem, folder: &str) -> [String; 8] {
    let lines = |texts: Vec<&str>| texts.into_iter().map(escape).collect::<Vec<_>>().join("<br>");
    let originals = item.files.iter().map(|file| file.original.as_str());
    let recorded = item.title.as_deref().into_iter().chain(item.link.as_deref()).chain(originals).collect();
    let names = item.files.iter().map(|file| format!("`{folder}/{}`", file.name));
    [
        format!("**{}**", escape(&item.number)),
        escape(&item.kind),
        escape(&item.date_text),
        escape(item.event.as_deref().unwrap_or_default()),
        lines(recorded),
        names.collect::<Vec<_>>().join("<br>"),
        item.pages.map(|pages| pages.to_string()).unwrap_or_default(),
        lines(item.marks.iter().map(String::as_str).collect()),
    ]
}

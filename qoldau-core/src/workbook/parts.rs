//! The parts of a workbook: where they lie, its texts and formats, and its sheets.

use std::collections::BTreeMap;

use super::cells::{Room, read_sheet};
use super::error::{WorkbookError, without_workbook};
use super::limits::WorkbookLimits;
use super::numbers::{is_built_in_day, shows_day};
use super::xml::{Element, Mark, Marks};
use super::{Sheet, Workbook};
use crate::archive::{Archive, beyond};

/// What the cells of a workbook refer to.
pub(super) struct Shared {
    /// Texts, by their number.
    pub(super) texts: Vec<String>,
    /// For every format of cells whether it shows days.
    pub(super) shows_day: Vec<bool>,
    /// Whether days are counted from 1904.
    pub(super) from_1904: bool,
}

/// A sheet as the workbook names it.
struct Tab {
    name: String,
    hidden: bool,
    relation: String,
}

/// A part that another one names.
struct Relation {
    kind: String,
    part: String,
}

/// Reads the workbook of an archive.
pub(super) fn read(archive: &Archive<'_>, limits: &WorkbookLimits) -> Result<Workbook, WorkbookError> {
    let named = relations(archive, "")?
        .into_values()
        .find(|relation| relation.kind.ends_with("/officeDocument"))
        .map_or_else(|| "xl/workbook.xml".to_owned(), |relation| relation.part);
    let Some(part) = archive.part(named.as_bytes()).filter(|_| !is_other(&named)) else {
        return Err(without_workbook(archive));
    };
    let (tabs, from_1904) = tabs(&archive.bytes(part)?)?;
    if beyond(tabs.len(), limits.max_sheets) {
        return Err(WorkbookError::TooManyParts { limit: limits.max_sheets });
    }
    let relations = relations(archive, &named)?;
    let of_kind = |kind: &str| relations.values().find(|relation| relation.kind.ends_with(kind));
    let bytes = |name: Option<&Relation>| match name.and_then(|name| archive.part(name.part.as_bytes())) {
        Some(part) => archive.bytes(part).map(Some),
        None => Ok(None),
    };
    let mut room = Room::of(limits);
    let shared = Shared {
        texts: bytes(of_kind("/sharedStrings"))?.map_or(Ok(Vec::new()), |xml| texts(&xml, &mut room))?,
        shows_day: bytes(of_kind("/styles"))?.map_or(Ok(Vec::new()), |xml| formats(&xml))?,
        from_1904,
    };
    let mut sheets = Vec::new();
    for (number, tab) in (1_u32..).zip(tabs) {
        let relation = relations.get(&tab.relation).ok_or(WorkbookError::Malformed)?;
        if !relation.kind.ends_with("/worksheet") {
            continue;
        }
        let part = archive.part(relation.part.as_bytes()).ok_or(WorkbookError::Malformed)?;
        let sheet = Sheet {
            number,
            name: tab.name,
            hidden: tab.hidden,
            rows: Vec::new(),
            merged: Vec::new(),
            hidden_columns: Vec::new(),
        };
        sheets.push(read_sheet(&archive.bytes(part)?, sheet, &shared, &mut room)?);
    }
    if sheets.is_empty() { Err(WorkbookError::NoSheet) } else { Ok(Workbook { sheets, from_1904 }) }
}

/// Whether the main part is that of another kind of file.
fn is_other(name: &str) -> bool {
    !name.to_ascii_lowercase().ends_with(".xml") || name.starts_with("word/") || name.starts_with("ppt/")
}

/// The parts that a part names (of the archive itself: ""), by the ids it gives them; their names from the root of the archive.
fn relations(archive: &Archive<'_>, of: &str) -> Result<BTreeMap<String, Relation>, WorkbookError> {
    let (folder, file) = of.rsplit_once('/').unwrap_or(("", of));
    let name =
        if folder.is_empty() { format!("_rels/{file}.rels") } else { format!("{folder}/_rels/{file}.rels") };
    let Some(part) = archive.part(name.as_bytes()) else { return Ok(BTreeMap::new()) };
    let mut found = BTreeMap::new();
    each(&archive.bytes(part)?, |_, element| {
        if element.name() == "Relationship" && element.attribute("TargetMode")?.as_deref() != Some("External")
        {
            let target = element.attribute("Target")?.unwrap_or_default();
            let relation = Relation {
                kind: element.attribute("Type")?.unwrap_or_default(),
                part: from_root(folder, &target),
            };
            found.insert(element.attribute("Id")?.unwrap_or_default(), relation);
        }
        Ok(())
    })?;
    Ok(found)
}

/// The name of a part from the root of the archive, as another one in a folder gives it.
fn from_root(folder: &str, target: &str) -> String {
    if let Some(rooted) = target.strip_prefix('/') {
        return rooted.to_owned();
    }
    let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps.join("/")
}

/// Looks at every element that begins, with the names of those it stands in.
fn each(
    xml: &[u8],
    mut look: impl FnMut(&[String], &Element<'_>) -> Result<(), WorkbookError>,
) -> Result<(), WorkbookError> {
    let mut marks = Marks::of(xml)?;
    let mut open: Vec<String> = Vec::new();
    loop {
        match marks.advance()? {
            Mark::Start(element) => {
                look(&open, &element)?;
                open.push(element.name().to_owned());
            }
            Mark::End(_) => {
                open.pop();
            }
            Mark::Text(_) => {}
            Mark::Eof if open.is_empty() => return Ok(()),
            Mark::Eof => return Err(WorkbookError::Malformed),
        }
    }
}

/// The sheets as the workbook names them, and whether days are counted from 1904.
fn tabs(xml: &[u8]) -> Result<(Vec<Tab>, bool), WorkbookError> {
    let (mut tabs, mut from_1904) = (Vec::new(), false);
    each(xml, |open, element| {
        match (open.last().map(String::as_str), element.name()) {
            (_, "workbookPr") => from_1904 = element.flag("date1904")?,
            (Some("sheets"), "sheet") => tabs.push(Tab {
                name: element.attribute("name")?.unwrap_or_default(),
                hidden: element.attribute("state")?.is_some_and(|state| state != "visible"),
                relation: element.attribute("id")?.unwrap_or_default(),
            }),
            _ => {}
        }
        Ok(())
    })?;
    Ok((tabs, from_1904))
}

/// For every format of cells whether it shows days.
fn formats(xml: &[u8]) -> Result<Vec<bool>, WorkbookError> {
    let mut own: BTreeMap<u32, bool> = BTreeMap::new();
    let mut shows = Vec::new();
    each(xml, |open, element| {
        match (open.last().map(String::as_str), element.name()) {
            (Some("numFmts"), "numFmt") => {
                let code = element.attribute("formatCode")?.unwrap_or_default();
                own.insert(element.number("numFmtId")?.unwrap_or(0), shows_day(&code));
            }
            (Some("cellXfs"), "xf") => {
                let format = element.number("numFmtId")?.unwrap_or(0);
                shows.push(own.get(&format).copied().unwrap_or_else(|| is_built_in_day(format)));
            }
            _ => {}
        }
        Ok(())
    })?;
    Ok(shows)
}

/// The texts that cells share: of each the words of its runs, without how they are read aloud.
fn texts(xml: &[u8], room: &mut Room) -> Result<Vec<String>, WorkbookError> {
    let mut marks = Marks::of(xml)?;
    let mut texts = Vec::new();
    let mut text = String::new();
    let (mut inside, mut aloud) = (false, false);
    loop {
        match marks.advance()? {
            Mark::Start(element) => match element.name() {
                "t" => inside = true,
                "rPh" => aloud = true,
                _ => {}
            },
            Mark::Text(words) if inside && !aloud => text.push_str(&words),
            Mark::Text(_) => {}
            Mark::End(name) => match &*name {
                "t" => inside = false,
                "rPh" => aloud = false,
                "si" => {
                    room.take_text(text.len())?;
                    texts.push(unescaped(std::mem::take(&mut text)));
                }
                _ => {}
            },
            Mark::Eof => return Ok(texts),
        }
    }
}

/// A text with its letters in the place of `_x000D_`, as a workbook writes what XML cannot hold.
pub(super) fn unescaped(text: String) -> String {
    if !text.contains("_x") {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once("_x") {
        out.push_str(before);
        let code = after.get(..4).filter(|_| after.get(4..5) == Some("_"));
        let letter = code.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32);
        if let (Some(letter), Some(further)) = (letter, after.get(5..)) {
            out.push(letter);
            rest = further;
        } else {
            out.push_str("_x");
            rest = after;
        }
    }
    out.push_str(rest);
    out
}

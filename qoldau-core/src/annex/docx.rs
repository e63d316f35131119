//! The XML of a .docx's main document → paragraphs and tables.
//!
//! Elements are known by namespace, not by prefix, in the transitional and in the strict edition of the format.
//! Tracked insertions are taken and deletions dropped, as if all changes were accepted.

use std::io::BufRead;

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::name::{NamespaceResolver, ResolveResult};

use super::build::Builder;
use super::error::ReadError;
use super::limits::{ReadLimits, beyond};
use super::model::Document;
use super::repeats::Repeats;

/// Namespaces of `WordprocessingML`: transitional and strict.
const WORD: [&str; 2] = [
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
];
/// Namespace of alternative content.
const COMPATIBILITY: &str = "http://schemas.openxmlformats.org/markup-compatibility/2006";
/// Columns a cell can span: Word's own limit is 63.
const WIDEST: u32 = 64;

/// Reads the main document.
pub(super) fn read(mut xml: &[u8], limits: &ReadLimits) -> Result<Document, ReadError> {
    while let Some(rest) = xml.strip_prefix("\u{feff}".as_bytes()) {
        xml = rest;
    }
    let mut reader = Reader::from_reader(xml);
    let mut walk = Walk {
        open: Vec::new(),
        skipped: 0,
        namespaces: Namespaces::default(),
        builder: Builder::new(limits),
        repeats: Repeats::default(),
        limits,
    };
    loop {
        let left = *reader.get_ref();
        let event = reader.read_event().map_err(|_| malformed(reader.error_position()))?;
        match event {
            Event::Start(element) => {
                walk.start(&element, reader.buffer_position(), left)?;
                let again = walk.again(reader.get_ref());
                reader.stream().consume(again);
            }
            Event::Empty(element) => {
                walk.start(&element, reader.buffer_position(), left)?;
                walk.end(reader.get_ref())?;
            }
            Event::End(_) => walk.end(reader.get_ref())?,
            Event::Text(text) => walk.text(&text.xml10_content())?,
            Event::CData(text) => walk.text(&text.xml10_content())?,
            Event::GeneralRef(reference) => {
                let letter = character(&reference, reader.buffer_position())?;
                walk.text(letter.encode_utf8(&mut [0; 4]))?;
            }
            Event::DocType(_) => return Err(ReadError::EntityRefused),
            Event::Eof if walk.open.is_empty() => return walk.builder.finish(),
            Event::Eof => return Err(malformed(reader.buffer_position())),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
        }
    }
}

/// Malformed XML at a byte.
fn malformed(position: u64) -> ReadError {
    ReadError::MalformedXml { offset: u32::try_from(position).unwrap_or(u32::MAX) }
}

/// The character of a reference: a number or one of the five names of XML itself.
fn character(reference: &BytesRef<'_>, position: u64) -> Result<char, ReadError> {
    if let Some(letter) = reference.resolve_char_ref().map_err(|_| malformed(position))? {
        return Ok(letter);
    }
    match &**reference {
        "amp" => Ok('&'),
        "lt" => Ok('<'),
        "gt" => Ok('>'),
        "quot" => Ok('"'),
        "apos" => Ok('\''),
        _ => Err(ReadError::EntityRefused),
    }
}

/// Which vocabulary an element belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Vocabulary {
    Word,
    Compatibility,
    Other,
}

/// The namespaces in force. Hardly any element declares one, and neighbours share their prefix, so the table of
/// declarations is asked only when either changes.
#[derive(Default)]
struct Namespaces {
    resolver: NamespaceResolver,
    /// Depths of the open elements that declare namespaces.
    declared: Vec<usize>,
    /// The prefix asked for last, with its vocabulary.
    last: Option<(String, Vocabulary)>,
}

impl Namespaces {
    /// Enters an element that declares some, at a depth; nothing when it declares what no XML may.
    fn enter(&mut self, element: &BytesStart<'_>, depth: usize) -> Option<()> {
        self.resolver.push(element).ok()?;
        self.declared.push(depth);
        self.last = None;
        Some(())
    }

    /// The vocabulary of the element that was entered last, whose prefix this is.
    fn vocabulary(&mut self, element: &BytesStart<'_>, prefix: &str) -> Vocabulary {
        if let Some((last, vocabulary)) = &self.last
            && last == prefix
        {
            return *vocabulary;
        }
        let vocabulary = match self.resolver.resolve_element(element.name()).0 {
            ResolveResult::Bound(name) if WORD.contains(&name.into_inner()) => Vocabulary::Word,
            ResolveResult::Bound(name) if name.into_inner() == COMPATIBILITY => Vocabulary::Compatibility,
            _ => Vocabulary::Other,
        };
        self.last = Some((prefix.to_owned(), vocabulary));
        vocabulary
    }

    /// Leaves an element at a depth. Returns whether it had declared some.
    fn leave(&mut self, depth: usize) -> bool {
        let declared = self.declared.last() == Some(&depth);
        if declared {
            self.declared.pop();
            self.resolver.pop();
            self.last = None;
        }
        declared
    }
}

/// The prefix of an element, empty without one, and its name behind it.
fn prefix_and_name<'a>(element: &'a BytesStart<'_>) -> (&'a str, &'a str) {
    let name = element.name().into_inner();
    let colon = name.bytes().position(|byte| byte == b':');
    let parts = colon.and_then(|at| Some((name.get(..at)?, name.get(at.checked_add(1)?..)?)));
    parts.unwrap_or(("", name))
}

/// Whether attributes may declare a namespace. A search of its own: the general one costs more to set out than the
/// few letters of most attributes to go through.
fn declares(attributes: &str) -> bool {
    attributes.as_bytes().contains(&b'm') && attributes.as_bytes().windows(5).any(|five| five == b"xmlns")
}

/// What an open element means.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tag {
    /// Nothing by itself; what stands in it is read.
    Transparent,
    /// Nothing in it is read.
    Skipped,
    Paragraph,
    Text,
    Table,
    Row,
    Cell,
    /// Properties of a paragraph, row or cell.
    ParagraphProperties,
    RowProperties,
    CellProperties,
    /// Two or more ways to say the same; whether one was taken.
    Alternatives(bool),
}

/// The walk through the elements.
struct Walk<'x, 'l> {
    open: Vec<Tag>,
    namespaces: Namespaces,
    /// How many of the open elements are skipped.
    skipped: u32,
    builder: Builder<'l>,
    repeats: Repeats<'x, Tag>,
    limits: &'l ReadLimits,
}

impl<'x, 'l> Walk<'x, 'l> {
    /// An element begins with the first of the bytes that are left.
    fn start(&mut self, element: &BytesStart<'_>, position: u64, left: &'x [u8]) -> Result<(), ReadError> {
        let depth = self.open.len().saturating_add(1);
        if beyond(depth, self.limits.max_depth) {
            return Err(ReadError::TooDeep { limit: self.limits.max_depth });
        }
        if declares(element.attributes_raw()) {
            self.namespaces.enter(element, depth).ok_or_else(|| malformed(position))?;
            self.repeats.forget();
        }
        let tag = if self.skipped > 0 {
            Tag::Skipped
        } else {
            if let Some(around) = self.open.last() {
                self.repeats.begin(*around, self.open.len(), left);
            }
            self.tag(element)
        };
        if tag == Tag::Skipped {
            self.skipped = self.skipped.saturating_add(1);
        }
        self.open.push(tag);
        match tag {
            Tag::Paragraph => self.builder().open_paragraph(),
            Tag::Table => self.builder().open_table(),
            Tag::Row => self.builder().open_row(),
            Tag::Cell => self.builder().open_cell()?,
            _ => {}
        }
        Ok(())
    }

    /// How many bytes to pass over in the element that was opened last: they were read before and told nothing.
    fn again(&mut self, left: &[u8]) -> usize {
        match self.open.last() {
            Some(tag) if self.skipped == 0 => self.repeats.again(*tag, self.open.len(), left),
            _ => 0,
        }
    }

    /// An element ends before the bytes that are left.
    fn end(&mut self, left: &'x [u8]) -> Result<(), ReadError> {
        if self.namespaces.leave(self.open.len()) {
            self.repeats.forget();
        }
        match self.open.pop() {
            Some(Tag::Skipped) => self.skipped = self.skipped.saturating_sub(1),
            Some(Tag::Paragraph) => self.builder().close_paragraph()?,
            Some(Tag::Table) => self.builder().close_table(),
            Some(Tag::Row) => self.builder().close_row(),
            Some(Tag::Cell) => self.builder().close_cell()?,
            _ => {}
        }
        self.repeats.end(self.open.len(), left);
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<(), ReadError> {
        if self.open.last() == Some(&Tag::Text) { self.builder().text(text) } else { Ok(()) }
    }

    /// Where everything goes that an element tells.
    fn builder(&mut self) -> &mut Builder<'l> {
        self.repeats.told();
        &mut self.builder
    }

    /// What an element means where it stands; marks that have no content are passed on at once.
    fn tag(&mut self, element: &BytesStart<'_>) -> Tag {
        let (prefix, name) = prefix_and_name(element);
        match (self.namespaces.vocabulary(element, prefix), self.open.last().copied()) {
            (
                Vocabulary::Word,
                Some(properties @ (Tag::ParagraphProperties | Tag::RowProperties | Tag::CellProperties)),
            ) => self.property(properties, name, element),
            (Vocabulary::Word, _) => self.word(name),
            (Vocabulary::Compatibility, around) => self.alternative(name, around),
            (Vocabulary::Other, _) => Tag::Transparent,
        }
    }

    /// An element of the text itself.
    fn word(&mut self, name: &str) -> Tag {
        match name {
            "p" => return Tag::Paragraph,
            "t" => return Tag::Text,
            "tbl" => return Tag::Table,
            "tr" => return Tag::Row,
            "tc" => return Tag::Cell,
            "pPr" => return Tag::ParagraphProperties,
            "trPr" => return Tag::RowProperties,
            "tcPr" => return Tag::CellProperties,
            "tab" | "ptab" => self.builder().mark(' '),
            "br" | "cr" => self.builder().mark('\n'),
            "noBreakHyphen" => self.builder().mark('-'),
            "ins" | "moveTo" => self.builder().tracked(),
            "del" | "moveFrom" => {
                self.builder().tracked();
                return Tag::Skipped;
            }
            "rPr" | "tblPr" | "tblGrid" | "tblPrEx" | "sectPr" | "sdtPr" | "sdtEndPr" | "instrText"
            | "delText" | "delInstrText" | "rt" => return Tag::Skipped,
            _ => {}
        }
        Tag::Transparent
    }

    /// Of the ways to say the same only the first is read: a text box stands in both.
    fn alternative(&mut self, name: &str, around: Option<Tag>) -> Tag {
        match (name, around) {
            ("AlternateContent", _) => Tag::Alternatives(false),
            ("Choice" | "Fallback", Some(Tag::Alternatives(true))) => Tag::Skipped,
            ("Choice" | "Fallback", Some(Tag::Alternatives(false))) => {
                if let Some(around) = self.open.last_mut() {
                    *around = Tag::Alternatives(true);
                    self.repeats.told();
                }
                Tag::Transparent
            }
            _ => Tag::Transparent,
        }
    }

    /// A property of a paragraph, row or cell.
    fn property(&mut self, properties: Tag, name: &str, element: &BytesStart<'_>) -> Tag {
        match (properties, name) {
            // The marks of a paragraph are properties of its last run: read in the same way.
            (Tag::ParagraphProperties, "rPr") => return Tag::ParagraphProperties,
            (Tag::ParagraphProperties, "del" | "moveFrom") => self.builder().join_next_paragraph(),
            (Tag::RowProperties, "del") => self.builder().drop_row(),
            (Tag::RowProperties, "gridBefore") => {
                self.builder().skip_columns(number(element).unwrap_or(0).min(WIDEST));
            }
            (Tag::CellProperties, "gridSpan") => {
                self.builder().span(number(element).unwrap_or(1).clamp(1, WIDEST));
            }
            (Tag::CellProperties, "vMerge") if value(element) != Some("restart") => {
                self.builder().merge_down();
            }
            (Tag::CellProperties, "hMerge") if value(element) != Some("restart") => {
                self.builder().merge_across();
            }
            (Tag::CellProperties, "cellDel") => self.builder().drop_cell(),
            _ => {}
        }
        if matches!(name, "ins" | "del" | "moveFrom" | "moveTo" | "cellIns" | "cellDel") {
            self.builder().tracked();
        }
        Tag::Skipped
    }
}

/// The `val` attribute of a property.
fn value<'a>(element: &'a BytesStart<'_>) -> Option<&'a str> {
    element
        .attributes()
        .with_checks(false)
        .filter_map(Result::ok)
        .find(|attribute| attribute.key.local_name().into_inner() == "val")
        .and_then(|attribute| match attribute.value {
            std::borrow::Cow::Borrowed(text) => Some(text),
            std::borrow::Cow::Owned(_) => None,
        })
}

/// The `val` attribute of a property as a number.
fn number(element: &BytesStart<'_>) -> Option<u32> {
    value(element)?.trim().parse().ok()
}

//! The marks of an XML text one by one, borrowed from it: tags, and the words between them.
//!
//! Tags and words, of which a document consists but for a handful of marks, are cut out here; where a tag ends, and all
//! that is no tag (references, comments, declarations), the general reader tells.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::parser::{ElementParser, Parser};

use super::error::ReadError;
use crate::archive::{self, NoLetter};
use crate::value::text::position;

/// A mark.
pub(super) enum Mark<'x> {
    /// An element begins.
    Start(StartTag<'x>),
    /// The element that was opened last ends.
    End,
    /// Words between tags, line ends as they stand.
    Words(&'x str),
    /// A letter written as a reference.
    Letter(char),
    /// A comment, a declaration or an instruction.
    Aside,
    /// The end of the text; every element is closed.
    Eof,
}

/// The tag that begins an element.
#[derive(Clone, Copy)]
pub(super) struct StartTag<'x> {
    /// What stands between `<` and `>`, or `/>`.
    content: &'x str,
    /// The length of its prefix with the colon, and of its name with the prefix.
    prefix: usize,
    name: usize,
    /// The element ends with it.
    pub(super) empty: bool,
}

impl<'x> StartTag<'x> {
    /// Its name, with the prefix.
    fn whole_name(&self) -> &'x str {
        self.content.get(..self.name).unwrap_or_default()
    }

    /// Its name behind the prefix.
    pub(super) fn name(&self) -> &'x str {
        self.content.get(self.prefix..self.name).unwrap_or_default()
    }

    /// Its prefix with the colon; empty without one.
    pub(super) fn prefix(&self) -> &'x str {
        self.content.get(..self.prefix).unwrap_or_default()
    }

    /// What stands behind the name.
    pub(super) fn attributes(&self) -> &'x str {
        self.content.get(self.name..).unwrap_or_default()
    }

    /// As the general reader gives it.
    pub(super) fn general(&self) -> BytesStart<'x> {
        BytesStart::from_content(self.content, self.name)
    }
}

/// Whether a byte is a space of XML.
fn is_xml_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\r' | b'\n')
}

/// Gives the marks of a text.
pub(super) struct Marks<'x> {
    text: &'x str,
    /// How many bytes were read.
    at: usize,
    /// Names of the open elements.
    open: Vec<&'x str>,
}

impl<'x> Marks<'x> {
    pub(super) fn of(text: &'x str) -> Self {
        Self { text, at: 0, open: Vec::new() }
    }

    /// What is left to read.
    pub(super) fn left(&self) -> &'x str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Passes over so many bytes.
    pub(super) fn skip(&mut self, bytes: usize) {
        self.at = self.at.saturating_add(bytes).min(self.text.len());
    }

    /// The text cannot be read on from here.
    pub(super) fn malformed(&self) -> ReadError {
        self.malformed_at(0)
    }

    /// The text cannot be read so many bytes on.
    fn malformed_at(&self, further: u64) -> ReadError {
        let read = u64::try_from(self.at).unwrap_or(u64::MAX);
        ReadError::MalformedXml { offset: u32::try_from(read.saturating_add(further)).unwrap_or(u32::MAX) }
    }

    /// Reads the next mark.
    pub(super) fn advance(&mut self) -> Result<Mark<'x>, ReadError> {
        match self.bytes() {
            [] if self.open.is_empty() => Ok(Mark::Eof),
            [] => Err(self.malformed()),
            [b'<', b'/', ..] => self.end(),
            [b'<', b'!' | b'?', ..] | [b'&', ..] => self.general(),
            [b'<', ..] => self.start(),
            _ => Ok(self.words()),
        }
    }

    /// The bytes that are left.
    fn bytes(&self) -> &'x [u8] {
        self.text.as_bytes().get(self.at..).unwrap_or_default()
    }

    /// So many of the bytes that are left, from one on.
    fn slice(&self, from: usize, to: usize) -> &'x str {
        let of_text = |at: usize| self.at.saturating_add(at);
        self.text.get(of_text(from)..of_text(to)).unwrap_or_default()
    }

    /// Where the `>` of the tag at hand stands.
    fn close(&self) -> Result<usize, ReadError> {
        ElementParser::Outside.feed(self.bytes()).ok_or_else(|| self.malformed())
    }

    fn start(&mut self) -> Result<Mark<'x>, ReadError> {
        let bytes = self.bytes();
        let (mut at, mut prefix) = (1_usize, 0_usize);
        let close = loop {
            match bytes.get(at) {
                Some(b'>') => break at,
                // Behind the first colon.
                Some(b':') if prefix == 0 => prefix = at,
                Some(b' ' | b'\t' | b'\r' | b'\n' | b'"' | b'\'') => break self.close()?,
                Some(_) => {}
                None => return Err(self.malformed()),
            }
            at = at.saturating_add(1);
        };
        let inside = self.slice(1, close);
        let (content, empty) = inside.strip_suffix('/').map_or((inside, false), |content| (content, true));
        // Up to the first space; a quote may stand in a name that no XML should have.
        let end = if at == close {
            content.len()
        } else {
            content.bytes().position(is_xml_space).unwrap_or(content.len())
        };
        let tag = StartTag { content, prefix, name: end, empty };
        if !empty {
            self.open.push(tag.whole_name());
        }
        self.skip(close.saturating_add(1));
        Ok(Mark::Start(tag))
    }

    fn end(&mut self) -> Result<Mark<'x>, ReadError> {
        let Some(name) = self.open.pop() else { return Err(self.malformed()) };
        let bytes = self.bytes().get(2..).unwrap_or_default();
        if bytes.starts_with(name.as_bytes()) && bytes.get(name.len()) == Some(&b'>') {
            self.skip(name.len().saturating_add(3));
            return Ok(Mark::End);
        }
        let close = self.close()?;
        let inside = self.slice(2, close);
        if inside.trim_end_matches([' ', '\t', '\r', '\n']) != name {
            return Err(self.malformed());
        }
        self.skip(close.saturating_add(1));
        Ok(Mark::End)
    }

    fn words(&mut self) -> Mark<'x> {
        let bytes = self.bytes();
        let end = position(bytes, [b'<', b'&']).unwrap_or(bytes.len());
        let words = self.slice(0, end);
        self.skip(end);
        Mark::Words(words)
    }

    /// A mark that the general reader reads.
    fn general(&mut self) -> Result<Mark<'x>, ReadError> {
        let mut reader = Reader::from_str(self.left());
        let event = reader.read_event().map_err(|_| self.malformed_at(reader.error_position()))?;
        self.skip(usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX));
        match event {
            Event::CData(words) => match words.into_inner() {
                Cow::Borrowed(words) => Ok(Mark::Words(words)),
                Cow::Owned(_) => Err(self.malformed()),
            },
            Event::GeneralRef(reference) => self.letter(&reference).map(Mark::Letter),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => Ok(Mark::Aside),
            Event::DocType(_) => Err(ReadError::EntityRefused),
            Event::Start(_) | Event::Empty(_) | Event::End(_) | Event::Text(_) | Event::Eof => {
                Err(self.malformed())
            }
        }
    }

    fn letter(&self, reference: &BytesRef<'_>) -> Result<char, ReadError> {
        archive::letter(reference).map_err(|why| match why {
            NoLetter::Malformed => self.malformed(),
            NoLetter::Entity => ReadError::EntityRefused,
        })
    }
}

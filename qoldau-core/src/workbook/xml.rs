//! The marks of a part's XML, one by one: what begins, what ends, and the text between.

use std::borrow::Cow;

use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::error::WorkbookError;
use crate::archive::{self, Damage, NoLetter};

/// A mark.
pub(super) enum Mark<'x> {
    /// An element begins.
    Start(Element<'x>),
    /// An element ends; of one without content directly after it began.
    End(Cow<'x, str>),
    /// Text.
    Text(Cow<'x, str>),
    /// The part ends.
    Eof,
}

/// The tag that begins an element.
pub(super) struct Element<'x>(BytesStart<'x>);

impl Element<'_> {
    /// Its name without the prefix.
    pub(super) fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// The value of an attribute, by its name without the prefix.
    pub(super) fn attribute(&self, name: &str) -> Result<Option<String>, WorkbookError> {
        let mut attributes = self.0.attributes();
        for attribute in attributes.with_checks(false) {
            let attribute = attribute.map_err(|_| WorkbookError::Malformed)?;
            if attribute.key.local_name().into_inner() == name {
                let value = attribute.normalized_value(XmlVersion::Implicit1_0);
                return value.map(|value| Some(value.into_owned())).map_err(|_| WorkbookError::Malformed);
            }
        }
        Ok(None)
    }

    /// An attribute that is a number.
    pub(super) fn number(&self, name: &str) -> Result<Option<u32>, WorkbookError> {
        let value = self.attribute(name)?;
        value.map(|value| value.trim().parse().map_err(|_| WorkbookError::Malformed)).transpose()
    }

    /// An attribute that is yes or no; no where it is missing.
    pub(super) fn flag(&self, name: &str) -> Result<bool, WorkbookError> {
        Ok(self.attribute(name)?.is_some_and(|value| matches!(value.trim(), "1" | "true" | "on")))
    }
}

/// Gives the marks of a part.
pub(super) struct Marks<'x> {
    reader: Reader<&'x [u8]>,
    /// The end of an element that has no content.
    end: Option<Cow<'x, str>>,
}

impl<'x> Marks<'x> {
    /// Of the bytes of a part, which are UTF-8.
    pub(super) fn of(bytes: &'x [u8]) -> Result<Self, WorkbookError> {
        let text = simdutf8::basic::from_utf8(bytes)
            .map_err(|_| WorkbookError::Damaged { fault: Damage::Encoding })?;
        Ok(Self { reader: Reader::from_str(text.trim_start_matches('\u{feff}')), end: None })
    }

    /// The next mark.
    pub(super) fn advance(&mut self) -> Result<Mark<'x>, WorkbookError> {
        if let Some(name) = self.end.take() {
            return Ok(Mark::End(name));
        }
        loop {
            return Ok(match self.reader.read_event().map_err(|_| WorkbookError::Malformed)? {
                Event::Start(tag) => Mark::Start(Element(tag)),
                Event::Empty(tag) => {
                    self.end = Some(Cow::Owned(tag.local_name().into_inner().to_owned()));
                    Mark::Start(Element(tag))
                }
                Event::End(tag) => Mark::End(Cow::Owned(tag.local_name().into_inner().to_owned())),
                Event::Text(text) => Mark::Text(text.into_inner()),
                Event::CData(text) => Mark::Text(text.into_inner()),
                Event::GeneralRef(reference) => Mark::Text(Cow::Owned(letter(&reference)?.to_string())),
                Event::DocType(_) => return Err(WorkbookError::EntityRefused),
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) => continue,
                Event::Eof => Mark::Eof,
            });
        }
    }
}

fn letter(reference: &BytesRef<'_>) -> Result<char, WorkbookError> {
    archive::letter(reference).map_err(|why| match why {
        NoLetter::Malformed => WorkbookError::Malformed,
        NoLetter::Entity => WorkbookError::EntityRefused,
    })
}

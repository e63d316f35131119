//! The XML of a .docx's main document → paragraphs and tables.
//!
//! Elements are known by namespace, not by prefix, in the transitional and in the strict edition of the format.
//! Tracked insertions are taken and deletions dropped, as if all changes were accepted; words that are struck out
//! or hidden are dropped too.

use std::borrow::Cow;

use quick_xml::events::attributes::Attributes;
use quick_xml::name::{NamespaceResolver, ResolveResult};

use super::build::Builder;
use super::error::ReadError;
use super::limits::{ReadLimits, beyond};
use super::marks::{Mark, Marks, StartTag};
use super::model::Document;
use super::repeats::Repeats;
use crate::value::text::is_space;

/// Namespaces of `WordprocessingML`: transitional and strict.
const WORD: [&str; 2] = [
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
];
/// Namespace of alternative content.
const COMPATIBILITY: &str = "http://schemas.openxmlformats.org/markup-compatibility/2006";
/// Namespaces of equations: transitional and strict.
const MATH: [&str; 2] = [
    "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "http://purl.oclc.org/ooxml/officeDocument/math",
];
/// Columns a cell can span: Word's own limit is 63.
const WIDEST: u32 = 64;

/// Reads the main document.
pub(super) fn read(xml: &str, limits: &ReadLimits) -> Result<Document, ReadError> {
    let mut marks = Marks::of(xml.trim_start_matches('\u{feff}'));
    let mut walk = Walk {
        open: Vec::new(),
        skipped: 0,
        prompts: 0,
        namespaces: Namespaces::default(),
        builder: Builder::new(limits),
        repeats: Repeats::default(),
        limits,
    };
    loop {
        let left = marks.left();
        match marks.advance()? {
            Mark::Start(tag) => {
                walk.start(&tag, left, || marks.malformed())?;
                if tag.empty {
                    walk.end(marks.left())?;
                } else {
                    marks.skip(walk.again(marks.left()));
                }
            }
            Mark::End => walk.end(marks.left())?,
            Mark::Words(words) => walk.text(words)?,
            Mark::Letter(letter) => walk.text(letter.encode_utf8(&mut [0; 4]))?,
            Mark::Aside => {}
            Mark::Eof => return walk.builder.finish(),
        }
    }
}

/// Which vocabulary an element belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Vocabulary {
    Word,
    Compatibility,
    Math,
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
    fn enter(&mut self, tag: &StartTag<'_>, depth: usize) -> Option<()> {
        self.resolver.push(&tag.general()).ok()?;
        self.declared.push(depth);
        self.last = None;
        Some(())
    }

    /// The vocabulary of the element that was entered last, whose prefix this is.
    fn vocabulary(&mut self, tag: &StartTag<'_>, prefix: &str) -> Vocabulary {
        if let Some((last, vocabulary)) = &self.last
            && last == prefix
        {
            return *vocabulary;
        }
        let vocabulary = match self.resolver.resolve_element(tag.general().name()).0 {
            ResolveResult::Bound(name) if WORD.contains(&name.into_inner()) => Vocabulary::Word,
            ResolveResult::Bound(name) if name.into_inner() == COMPATIBILITY => Vocabulary::Compatibility,
            ResolveResult::Bound(name) if MATH.contains(&name.into_inner()) => Vocabulary::Math,
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
    /// A run, by what its properties say of its words.
    Run(Look),
    RunProperties,
    Text,
    Table,
    Row,
    Cell,
    /// Properties of a paragraph, row or cell.
    ParagraphProperties,
    RowProperties,
    CellProperties,
    /// What is written above or below the line in an equation.
    Script(Look),
    /// A content control, by what stands in it.
    Control(Content),
    ControlProperties,
    /// What stands in a control that nobody filled in.
    Prompt,
    /// Two or more ways to say the same, of which none is taken yet.
    Alternatives,
    /// The same when one was taken.
    AlternativesTaken,
}

/// What stands in a content control.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Content {
    Words,
    /// The prompt that asks for them: «Место для ввода текста.».
    Prompt,
}

/// How the words of a run look, as far as it changes what they say.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Look {
    Plain,
    /// Struck out or hidden: the words are no longer meant, or nobody sees them.
    Struck,
    /// Above the line: the mark of a note, the power of a unit. No digit of the number before it.
    Raised,
    /// Below the line.
    Lowered,
}

impl Look {
    /// A letter as it looks: digits beside the line are letters of their own.
    fn of(self, c: char) -> char {
        const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
        const LOWERED: [char; 10] = ['₀', '₁', '₂', '₃', '₄', '₅', '₆', '₇', '₈', '₉'];
        let digits = match self {
            Self::Raised => &RAISED,
            Self::Lowered => &LOWERED,
            Self::Plain | Self::Struck => return c,
        };
        let digit = c.to_digit(10).and_then(|digit| usize::try_from(digit).ok());
        digit.and_then(|digit| digits.get(digit)).copied().unwrap_or(c)
    }
}

/// The walk through the elements.
struct Walk<'x, 'l> {
    open: Vec<Tag>,
    namespaces: Namespaces,
    /// How many of the open elements are skipped.
    skipped: u32,
    /// How many of them hold a prompt.
    prompts: u32,
    builder: Builder<'l>,
    repeats: Repeats<'x, Tag>,
    limits: &'l ReadLimits,
}

impl<'x, 'l> Walk<'x, 'l> {
    /// An element begins with the first of the letters that are left.
    fn start(
        &mut self,
        element: &StartTag<'_>,
        left: &'x str,
        malformed: impl FnOnce() -> ReadError,
    ) -> Result<(), ReadError> {
        let depth = self.open.len().saturating_add(1);
        if beyond(depth, self.limits.max_depth) {
            return Err(ReadError::TooDeep { limit: self.limits.max_depth });
        }
        if declares(element.attributes()) {
            self.namespaces.enter(element, depth).ok_or_else(malformed)?;
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
            Tag::Prompt => self.prompts = self.prompts.saturating_add(1),
            _ => {}
        }
        Ok(())
    }

    /// How many bytes to pass over in the element that was opened last: they were read before and told nothing.
    fn again(&mut self, left: &str) -> usize {
        match self.open.last() {
            Some(tag) if self.skipped == 0 => self.repeats.again(*tag, self.open.len(), left),
            _ => 0,
        }
    }

    /// An element ends before the bytes that are left.
    fn end(&mut self, left: &'x str) -> Result<(), ReadError> {
        if self.namespaces.leave(self.open.len()) {
            self.repeats.forget();
        }
        match self.open.pop() {
            Some(Tag::Skipped) => self.skipped = self.skipped.saturating_sub(1),
            Some(Tag::Prompt) => self.prompts = self.prompts.saturating_sub(1),
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
        match self.open.as_slice() {
            [.., Tag::Run(Look::Struck), Tag::Text] => {
                self.unread_words(text);
                Ok(())
            }
            [.., Tag::Text] if self.prompts > 0 => {
                self.unread_words(text);
                Ok(())
            }
            [.., Tag::Run(look @ (Look::Raised | Look::Lowered)), Tag::Text] => {
                let text: String = text.chars().map(|c| look.of(c)).collect();
                self.builder().text(&text)
            }
            [.., Tag::Text] => self.builder().text(text),
            _ => Ok(()),
        }
    }

    /// Words that are struck out, hidden or a prompt.
    fn unread_words(&mut self, text: &str) {
        if text.contains(|c: char| !is_space(c)) {
            self.builder().struck();
        }
    }

    /// Where everything goes that an element tells.
    fn builder(&mut self) -> &mut Builder<'l> {
        self.repeats.told();
        &mut self.builder
    }

    /// What an element means where it stands; marks that have no content are passed on at once.
    fn tag(&mut self, element: &StartTag<'_>) -> Tag {
        let (prefix, name) = (element.prefix(), element.name());
        match (self.namespaces.vocabulary(element, prefix), self.open.last().copied()) {
            (
                Vocabulary::Word,
                Some(properties @ (Tag::ParagraphProperties | Tag::RowProperties | Tag::CellProperties)),
            ) => self.property(properties, name, element),
            (Vocabulary::Word, Some(Tag::RunProperties)) => self.run_property(name, element),
            (_, Some(Tag::ControlProperties)) => self.control_property(name, element),
            (Vocabulary::Word, around) => self.word(name, around, element),
            (Vocabulary::Compatibility, around) => self.alternative(name, around),
            (Vocabulary::Math, around) => self.equation(name, around),
            (Vocabulary::Other, _) => Tag::Transparent,
        }
    }

    /// An element of the text itself.
    fn word(&mut self, name: &str, around: Option<Tag>, element: &StartTag<'_>) -> Tag {
        match name {
            "p" => return Tag::Paragraph,
            "r" => return Tag::Run(Look::Plain),
            "t" => return Tag::Text,
            "rPr" if matches!(around, Some(Tag::Run(_))) => return Tag::RunProperties,
            "tbl" => return Tag::Table,
            "tr" => return Tag::Row,
            "tc" => return Tag::Cell,
            "pPr" => return Tag::ParagraphProperties,
            "trPr" => return Tag::RowProperties,
            "tcPr" => return Tag::CellProperties,
            "tab" | "ptab" => self.builder().tab(),
            "br" | "cr" => self.builder().mark('\n'),
            "noBreakHyphen" | "sym" if around == Some(Tag::Run(Look::Struck)) => self.builder().struck(),
            "noBreakHyphen" => self.builder().mark('-'),
            "sym" => {
                if let Some(sign) = symbol(element) {
                    self.builder().mark(sign);
                }
            }
            "footnoteReference" | "endnoteReference" => self.builder().note(),
            "altChunk" | "subDoc" => self.builder().foreign(),
            "ins" | "moveTo" => self.builder().tracked(),
            "del" | "moveFrom" => {
                self.builder().tracked();
                return Tag::Skipped;
            }
            "sdt" => return Tag::Control(Content::Words),
            "sdtPr" if matches!(around, Some(Tag::Control(_))) => return Tag::ControlProperties,
            "sdtContent" if around == Some(Tag::Control(Content::Prompt)) => return Tag::Prompt,
            "rPr" | "tblPr" | "tblGrid" | "tblPrEx" | "sectPr" | "sdtPr" | "sdtEndPr" | "instrText"
            | "delText" | "delInstrText" | "rt" => return Tag::Skipped,
            _ => {}
        }
        Tag::Transparent
    }

    /// A property of a run: of most nothing is to be known.
    fn run_property(&mut self, name: &str, element: &StartTag<'_>) -> Tag {
        let look = match name {
            "strike" | "dstrike" | "vanish" if !matches!(value(element), Some("0" | "false" | "off")) => {
                Look::Struck
            }
            "vertAlign" if value(element) == Some("superscript") => Look::Raised,
            "vertAlign" if value(element) == Some("subscript") => Look::Lowered,
            _ => return Tag::Skipped,
        };
        let around = self.open.len().checked_sub(2).and_then(|run| self.open.get_mut(run));
        if let Some(run @ Tag::Run(_)) = around
            && *run != Tag::Run(Look::Struck)
        {
            *run = Tag::Run(look);
        }
        self.repeats.told();
        Tag::Skipped
    }

    /// A property of a content control: whether it shows its prompt.
    fn control_property(&mut self, name: &str, element: &StartTag<'_>) -> Tag {
        let around = self.open.len().checked_sub(2).and_then(|control| self.open.get_mut(control));
        if name == "showingPlcHdr"
            && !matches!(value(element), Some("0" | "false" | "off"))
            && let Some(control) = around
        {
            *control = Tag::Control(Content::Prompt);
            self.repeats.told();
        }
        Tag::Skipped
    }

    /// An element of an equation: what it shows on one line.
    fn equation(&mut self, name: &str, around: Option<Tag>) -> Tag {
        match (name, around) {
            ("r", Some(Tag::Script(look))) => Tag::Run(look),
            ("r", _) => Tag::Run(Look::Plain),
            ("t", _) => Tag::Text,
            ("sup", _) => Tag::Script(Look::Raised),
            ("sub", _) => Tag::Script(Look::Lowered),
            ("den", _) => {
                self.builder().mark('/');
                Tag::Transparent
            }
            _ => Tag::Transparent,
        }
    }

    /// Of the ways to say the same only the first is read: a text box stands in both.
    fn alternative(&mut self, name: &str, around: Option<Tag>) -> Tag {
        match (name, around) {
            ("AlternateContent", _) => Tag::Alternatives,
            ("Choice" | "Fallback", Some(Tag::AlternativesTaken)) => Tag::Skipped,
            ("Choice" | "Fallback", Some(Tag::Alternatives)) => {
                if let Some(around) = self.open.last_mut() {
                    *around = Tag::AlternativesTaken;
                    self.repeats.told();
                }
                Tag::Transparent
            }
            _ => Tag::Transparent,
        }
    }

    /// A property of a paragraph, row or cell.
    fn property(&mut self, properties: Tag, name: &str, element: &StartTag<'_>) -> Tag {
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
fn value<'x>(element: &StartTag<'x>) -> Option<&'x str> {
    attribute(element, "val")
}

/// The sign that a character of the font Symbol shows, as far as a number may stand beside it. Other fonts of symbols have
/// ornaments.
fn symbol(element: &StartTag<'_>) -> Option<char> {
    if !attribute(element, "font")?.eq_ignore_ascii_case("symbol") {
        return None;
    }
    let code = u32::from_str_radix(attribute(element, "char")?, 16).ok()?;
    // The font's own codes stand in the private area of Unicode.
    match code & 0xff {
        0xa3 => Some('≤'),
        0xb3 => Some('≥'),
        0xb1 => Some('±'),
        0xb4 => Some('×'),
        0xb9 => Some('≠'),
        0xbb => Some('≈'),
        same @ (0x25 | 0x28..=0x39 | 0x3c..=0x3e) => char::from_u32(same),
        _ => None,
    }
}

/// An attribute of an element by its name without prefix.
fn attribute<'x>(element: &StartTag<'x>, name: &str) -> Option<&'x str> {
    Attributes::new(element.attributes(), 0)
        .with_checks(false)
        .filter_map(Result::ok)
        .find(|attribute| attribute.key.local_name().into_inner() == name)
        .and_then(|attribute| match attribute.value {
            Cow::Borrowed(text) => Some(text),
            Cow::Owned(_) => None,
        })
}

/// The `val` attribute of a property as a number.
fn number(element: &StartTag<'_>) -> Option<u32> {
    value(element)?.trim().parse().ok()
}

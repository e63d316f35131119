//! The language an annex is written in.

use super::model::{Block, Document};
use crate::language::Language;
use crate::value::text::{is_cyrillic, is_kazakh};

/// The document's language. About a quarter of the letters of a Kazakh text are ones that Russian has not; Kazakh
/// names in a Russian text bring in a few.
pub(super) fn of(document: &Document) -> Language {
    let mut cyrillic = 0_u32;
    let mut kazakh = 0_u32;
    let mut count = |text: &str| {
        for letter in text.chars().filter(|c| is_cyrillic(*c)) {
            cyrillic = cyrillic.saturating_add(1);
            kazakh = kazakh.saturating_add(u32::from(is_kazakh(letter)));
        }
    };
    for block in &document.blocks {
        match block {
            Block::Paragraph(text) => count(text),
            Block::Table(table) => {
                table.rows.iter().flat_map(|row| &row.cells).for_each(|cell| count(&cell.text));
            }
        }
    }
    if kazakh.saturating_mul(12) >= cyrillic { Language::Kazakh } else { Language::Russian }
}

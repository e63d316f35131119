//! References in the XML of an archive's parts: `&#1178;`, `&amp;`.

use quick_xml::events::BytesRef;

/// Why a reference stands for no letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NoLetter {
    /// It is a number that no letter has.
    Malformed,
    /// It names an entity of the document's own. No program writes such, and they can be made to grow without bound.
    Entity,
}

/// The letter of a reference: a number or one of the five names of XML itself.
pub(crate) fn letter(reference: &BytesRef<'_>) -> Result<char, NoLetter> {
    if let Some(letter) = reference.resolve_char_ref().map_err(|_| NoLetter::Malformed)? {
        return Ok(letter);
    }
    match &**reference {
        "amp" => Ok('&'),
        "lt" => Ok('<'),
        "gt" => Ok('>'),
        "quot" => Ok('"'),
        "apos" => Ok('\''),
        _ => Err(NoLetter::Entity),
    }
}

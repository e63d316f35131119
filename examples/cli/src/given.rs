//! What kind of file somebody gave, told by how it begins: for saying so where another was wanted.

use qoldau_core::language::Saying;
use serde::Deserialize;

/// A kind of file the command takes or is given by mistake.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A plan in JSON, of whatever version.
    Plan,
    /// A journal: its header, or an entry.
    Journal,
    /// JSON that is neither.
    Json,
    /// A package of Word, or another archive.
    Docx,
    /// Anything else.
    Other,
}

/// What the first object of a file says of itself.
#[derive(Deserialize)]
struct Head {
    format: Option<serde_json::Value>,
    kind: Option<serde::de::IgnoredAny>,
    on: Option<serde::de::IgnoredAny>,
}

/// The kind of a file.
pub(crate) fn kind(bytes: &[u8]) -> Kind {
    let text = text(bytes);
    if text.starts_with(b"PK\x03\x04") {
        return Kind::Docx;
    }
    match text.first() {
        // Rich text opens with a brace too, and the reader of annexes says what it is.
        Some(b'{') if !is_rich_text(text) => of_object(text),
        Some(b'[' | b'"') if is_json(text) => Kind::Json,
        _ => Kind::Other,
    }
}

/// The bytes without a byte order mark and the space before the first sign.
pub(crate) fn text(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start()
}

/// Whether a file is rich text, which is neither JSON nor an annex that can be read.
pub(crate) fn is_rich_text(text: &[u8]) -> bool {
    text.get(..5).is_some_and(|start| start.eq_ignore_ascii_case(br"{\rtf"))
}

/// Whether a file that opens with a bracket or a quotation mark is JSON, whole or cut: words may open with them too.
fn is_json(text: &[u8]) -> bool {
    let list = text.strip_prefix(b"[").map(<[u8]>::trim_ascii_start);
    let opens_a_list = list.is_some_and(|list| matches!(list.first(), Some(b'{' | b'[' | b'"' | b']')));
    opens_a_list || serde_json::from_slice::<serde::de::IgnoredAny>(text).is_ok()
}

/// The kind of a file that opens with a brace, by the first whole object in it.
fn of_object(text: &[u8]) -> Kind {
    let first = serde_json::Deserializer::from_slice(text).into_iter::<Head>().next();
    let Some(Ok(head)) = first else { return Kind::Json };
    match head.format.as_ref().and_then(serde_json::Value::as_str) {
        Some(format) if format.starts_with("qoldau-plan/") => Kind::Plan,
        Some(format) if format.starts_with("qoldau-journal/") => Kind::Journal,
        None if head.kind.is_some() && head.on.is_some() => Kind::Journal,
        _ => Kind::Json,
    }
}

impl Kind {
    /// What it is called.
    pub(crate) const fn name(self) -> Saying {
        match self {
            Self::Plan => Saying { kk: "жоспар (JSON)", ru: "план (JSON)", en: "a plan (JSON)" },
            Self::Journal => {
                Saying {
                    kk: "жазбалар журналы", ru: "журнал записей", en: "a journal of entries"
                }
            }
            Self::Json => {
                Saying {
                    kk: "басқа JSON файлы", ru: "другой файл JSON", en: "some other JSON file"
                }
            }
            Self::Docx => {
                Saying { kk: ".docx құжаты", ru: "документ .docx", en: "a .docx document" }
            }
            Self::Other => {
                Saying { kk: "басқа файл", ru: "другой файл", en: "some other file" }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_known_by_its_beginning() {
        for (bytes, want) in [
            (&br#"{"format":"qoldau-plan/9.0","x":1}"#[..], Kind::Plan),
            (b"\xef\xbb\xbf \n{\"format\": \"qoldau-journal/1.0\", \"plan\": \"p\"}\n{", Kind::Journal),
            (br#"{"id":"e","on":"2024-06-01","author":"a","kind":"void","body":{}}"#, Kind::Journal),
            (br#"{"countsBound":{}}"#, Kind::Json),
            (b"{", Kind::Json),
            (b"[]", Kind::Json),
            (b"[1, {\"a\": 2}]\n", Kind::Json),
            (b"[\n  {\"id\": \"t1\",", Kind::Json),
            (b"[[[[[[[[", Kind::Json),
            ("[Қосымша 3] Жоба".as_bytes(), Kind::Other),
            (b"PK\x03\x04", Kind::Docx),
            (b"", Kind::Other),
        ] {
            assert_eq!(kind(bytes), want, "{}", String::from_utf8_lossy(bytes));
        }
    }
}

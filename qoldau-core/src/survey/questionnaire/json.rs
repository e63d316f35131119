//! The questionnaire's JSON.

use serde_json::error::Category;

use super::{FORMAT, Questionnaire, SurveyError};
use crate::json::{Decode, Fault, canonical, fault, from_text, indented, read_str, text};
use crate::value::format::{FormatFault, Head, Version};
use crate::value::hex::sha256;

/// The most questions, options of a list, lists, subscales, populations and phases; beyond them nobody answers.
const LIMITS: [(&str, u32); 6] = [
    ("questions", 2_000),
    ("options in a list", 1_000),
    ("option lists", 2_000),
    ("subscales", 500),
    ("populations", 100),
    ("phases", 100),
];
const KNOWN: Version = Version { major: 1, minor: 0 };

/// Reads a questionnaire from its JSON. A byte order mark is tolerated.
///
/// # Errors
/// [`SurveyError`]: a newer format (`SRV001`) is told before anything else, then what is no questionnaire (`SRV002`) or
/// no JSON (`SRV003`), then fields that are unknown, missing or of the wrong kind (`SRV004`) and more than 2,000
/// questions or 1,000 options in a list (`SRV005`). Questions that contradict each other are no error; `lint` finds
/// them.
pub fn read_questionnaire(json: &[u8]) -> Result<Questionnaire, SurveyError> {
    let read: Questionnaire = read_document(json, "qoldau-survey", KNOWN)?;
    let options = read.lists.iter().map(|list| list.options.len()).max().unwrap_or_default();
    let sizes = [
        read.questions.len(),
        options,
        read.lists.len(),
        read.subscales.len(),
        read.populations.len(),
        read.phases.len(),
    ];
    for ((what, limit), size) in LIMITS.into_iter().zip(sizes) {
        if u32::try_from(size).is_ok_and(|size| size <= limit) {
            continue;
        }
        return Err(SurveyError::TooMany { what: what.into(), limit });
    }
    Ok(Questionnaire { format: FORMAT.into(), ..read })
}

/// Reads a document that names its format.
pub(crate) fn read_document<T: Decode>(json: &[u8], name: &str, known: Version) -> Result<T, SurveyError> {
    let json = text(json).map_err(malformed)?;
    let other = || SurveyError::OtherFormat { expected: name.into() };
    let head: Head = from_text(json).map_err(|error| match error.classify() {
        Category::Data => other(),
        _ => malformed(fault(json, &error)),
    })?;
    head.accept(name, known).map_err(|fault| match fault {
        FormatFault::Newer(format) => SurveyError::NewerFormat { format },
        FormatFault::Other => other(),
    })?;
    read_str(json).map_err(malformed)
}

/// A fault of the JSON as the error it is.
pub(crate) fn malformed(Fault { path, line, column, detail }: Fault) -> SurveyError {
    match path {
        Some(path) => SurveyError::Malformed { path, line, column, detail },
        None => SurveyError::NotJson { line, column, detail },
    }
}

/// Writes a questionnaire as JSON, indented by two spaces, with its fields in the order of the format.
///
/// # Errors
/// [`SurveyError::Unwritable`] (`SRV007`).
pub fn write_questionnaire(questionnaire: &Questionnaire) -> Result<String, SurveyError> {
    let json = serde_json::to_string(questionnaire).map_err(|_| SurveyError::Unwritable)?;
    Ok(indented(&json))
}

/// The digest by which answers can name a questionnaire: SHA-256 of its canonical JSON (RFC 8785), lower-case
/// hexadecimal.
///
/// # Errors
/// [`SurveyError::Unwritable`] (`SRV007`).
pub fn questionnaire_digest(questionnaire: &Questionnaire) -> Result<String, SurveyError> {
    Ok(sha256(&[&canonical(questionnaire).map_err(|_| SurveyError::Unwritable)?]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::survey::questionnaire::{AnswerKind, SurveyQuestion};

    const SMALL: &str = r#"{
        "format": "qoldau-survey/1.0", "id": "youth", "edition": 1, "title": {"kk": "Жастар"}, "languages": ["kk"],
        "questions": [{"id": "age", "label": {"kk": "Жасыңыз"}, "answer": {"kind": "number", "least": "14", "most": "35"}}]
    }"#;

    #[test]
    fn a_questionnaire_is_what_was_written() {
        let read = read_questionnaire(SMALL.as_bytes()).unwrap();
        let [SurveyQuestion { answer: AnswerKind::Number { places: 0, .. }, required: false, .. }] =
            read.questions.as_slice()
        else {
            panic!("{read:?}")
        };
        let written = write_questionnaire(&read).unwrap();
        assert_eq!(read_questionnaire(written.as_bytes()), Ok(read.clone()));
        let squeezed = SMALL.replace('\n', "");
        let same = read_questionnaire(squeezed.as_bytes()).unwrap();
        assert_eq!(questionnaire_digest(&read), questionnaire_digest(&same));
    }

    #[test]
    fn what_is_not_read_says_why() {
        let code = |json: String| read_questionnaire(json.as_bytes()).unwrap_err().code();
        assert_eq!(code(SMALL.replace("1.0", "1.9")), "SRV001");
        assert_eq!(code(SMALL.replace("qoldau-survey", "qoldau-plan")), "SRV002");
        assert_eq!(code(SMALL.replace("\"id\"", "id")), "SRV003");
        let error = read_questionnaire(SMALL.replace("\"14\"", "{}").as_bytes()).unwrap_err();
        assert_eq!(error.code(), "SRV004");
        assert!(error.to_string().contains("/questions/0"), "{error}");
        let question = r#"{"id": "a", "label": {}, "answer": {"kind": "yesNo"}}"#;
        let many = vec![question; 2_001].join(",");
        let of = SMALL.split_once("\"questions\"").unwrap().0;
        assert_eq!(code(format!("{of}\"questions\": [{many}]}}")), "SRV005");
    }
}

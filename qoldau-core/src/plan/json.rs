//! The plan's JSON: the versioned interchange form.

use serde_json::error::Category;

use super::{FORMAT, Plan};
use crate::json::{Fault, canonical, fault, from_text, indented, read_str, text};
use crate::value::format::{FormatFault, Head, Version};
use crate::value::hex::sha256;

/// Name of the plan's wire form.
const NAME: &str = "qoldau-plan";
/// The newest version this reader knows.
const KNOWN: Version = Version { major: 1, minor: 1 };

/// Why a plan's JSON could not be read or written. No error quotes words of the document.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PlanError {
    /// The plan is of a newer format than this version knows.
    #[error("the plan has the newer format `{format}`")]
    NewerFormat {
        /// The format as it stands.
        format: String,
    },
    /// The JSON does not say that it is a plan.
    #[error("the JSON is not a plan: it names no format `qoldau-plan/…` of a known version")]
    NotAPlan,
    /// The text is not JSON.
    #[error("not JSON: {detail} (line {line}, column {column})")]
    NotJson {
        /// Line, from 1.
        line: u32,
        /// Column in bytes, from 1.
        column: u32,
        /// What is wrong.
        detail: String,
    },
    /// The JSON is a plan with a field that is unknown, missing or of the wrong kind.
    #[error("malformed plan at `{path}`: {detail} (line {line}, column {column})")]
    Malformed {
        /// Which field: names and indexes from the plan down, `/tasks/0/title`; `?` for a name that no plan has.
        path: String,
        /// Line, from 1.
        line: u32,
        /// Column in bytes, from 1.
        column: u32,
        /// What is wrong.
        detail: String,
    },
    /// The plan cannot be written as JSON.
    #[error("the plan cannot be written as JSON")]
    Unwritable,
}

impl PlanError {
    /// The error's stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NewerFormat { .. } => "PLN001",
            Self::NotAPlan => "PLN002",
            Self::NotJson { .. } => "PLN003",
            Self::Malformed { .. } => "PLN004",
            Self::Unwritable => "PLN005",
        }
    }
}

/// Reads a plan from its JSON, of every minor version up to [`FORMAT`]'s. A byte order mark is tolerated.
///
/// # Errors
/// [`PlanError`]: a newer format (`PLN001`) is told before anything else, then what is no plan (`PLN002`) or no JSON
/// (`PLN003`), then fields that are unknown, missing or of the wrong kind (`PLN004`). Lines and ids that contradict
/// each other are no error; the checks of a plan find them.
pub fn read_plan(json: &[u8]) -> Result<Plan, PlanError> {
    let json = text(json).map_err(malformed)?;
    let head: Head = from_text(json).map_err(|error| match error.classify() {
        Category::Data => PlanError::NotAPlan,
        _ => malformed(fault(json, &error)),
    })?;
    head.accept(NAME, KNOWN).map_err(|fault| match fault {
        FormatFault::Newer(format) => PlanError::NewerFormat { format },
        FormatFault::Other => PlanError::NotAPlan,
    })?;
    let plan: Plan = read_str(json).map_err(malformed)?;
    Ok(Plan { format: FORMAT.into(), ..plan })
}

/// Writes a plan as JSON, indented by two spaces, with its fields in the order of the format.
///
/// # Errors
/// [`PlanError::Unwritable`] (`PLN005`).
pub fn write_plan(plan: &Plan) -> Result<String, PlanError> {
    serde_json::to_string(plan).map(|json| indented(&json)).map_err(|_| PlanError::Unwritable)
}

/// The digest by which journals, packages and bundles name a plan: SHA-256 of its canonical JSON (RFC 8785), lower-case
/// hexadecimal. However the plan was laid out as JSON, what it says decides.
///
/// # Errors
/// [`PlanError::Unwritable`] (`PLN005`).
pub fn plan_digest(plan: &Plan) -> Result<String, PlanError> {
    Ok(sha256(&[&canonical(plan).map_err(|_| PlanError::Unwritable)?]))
}

/// A fault of the JSON as the error it is.
fn malformed(Fault { path, line, column, detail }: Fault) -> PlanError {
    match path {
        Some(path) => PlanError::Malformed { path, line, column, detail },
        None => PlanError::NotJson { line, column, detail },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::test_plan;

    fn changed(from: &str, to: &str) -> PlanError {
        let json = write_plan(&test_plan()).unwrap();
        assert!(json.contains(from), "{from}");
        read_plan(json.replacen(from, to, 1).as_bytes()).unwrap_err()
    }

    #[test]
    fn a_plan_is_what_was_written() {
        let plan = test_plan();
        assert_eq!(read_plan(write_plan(&plan).unwrap().as_bytes()), Ok(plan));
    }

    #[test]
    fn absent_optionals_may_be_missing() {
        let plan = test_plan();
        let json = write_plan(&plan).unwrap();
        let sparse: String = json.lines().filter(|line| !line.trim_end().ends_with("null,")).collect();
        assert!(sparse.len() < json.len());
        assert_eq!(read_plan(sparse.as_bytes()), Ok(plan));
    }

    #[test]
    fn a_newer_format_is_told_before_anything_else() {
        let newer = br#"{"aNewField": [[{"kind": "unheard"}]], "format": "qoldau-plan/1.2", "id": 5}"#;
        assert_eq!(read_plan(newer), Err(PlanError::NewerFormat { format: "qoldau-plan/1.2".into() }));
        assert_eq!(changed(FORMAT, "qoldau-plan/2.0").code(), "PLN001");
    }

    #[test]
    fn what_is_no_plan_is_told_so() {
        for other in [
            r"[]",
            r"5",
            r"{}",
            r#"{"format": 1}"#,
            r#"{"format": "qoldau-journal/1.0"}"#,
            r#"{"format": "qoldau-plan/0.9"}"#,
        ] {
            assert_eq!(read_plan(other.as_bytes()), Err(PlanError::NotAPlan), "{other}");
        }
        let latin = b"{\"format\": \"qoldau-plan/1.0\",\n\"title\": \"caf\xe9\"}";
        let PlanError::NotJson { line: 2, column: 14, .. } = read_plan(latin).unwrap_err() else {
            panic!("{:?}", read_plan(latin));
        };
        for broken in ["", "{", "nonsense", "{\"format\": \"qoldau-plan/1.0\",}", "\u{0}"] {
            assert_eq!(read_plan(broken.as_bytes()).unwrap_err().code(), "PLN003", "{broken}");
        }
    }

    #[test]
    fn faults_name_the_field_and_never_quote_the_document() {
        let secret = "Әлия Сыр";
        let faults = [
            (r#""title": "Task""#, format!(r#""{secret}": "Task""#), "/tasks/0/?", "unknown field"),
            (
                r#""number": "1.1""#,
                format!(r#""number": ["{secret}"]"#),
                "/tasks/0/activities/0/number",
                "expected a string",
            ),
            (
                r#""start": "2024-05-01""#,
                format!(r#""start": "{secret}""#),
                "/period/start",
                "not a date of the form 2024-06-14",
            ),
            (
                r#""kind": "task""#,
                format!(r#""kind": "{secret}""#),
                "/tasks/0/kind",
                "expected one of `task`, `presentation`, `information`",
            ),
            (r#""goals": [],"#, String::new(), "/", "missing field `goals`"),
        ];
        for (from, to, path, detail) in faults {
            let error = changed(from, &to);
            assert!(!error.to_string().contains("Сыр") && !format!("{error:?}").contains("Сыр"));
            let PlanError::Malformed { path: found, detail: said, .. } = &error else { panic!("{error}") };
            assert_eq!((found.as_str(), said.as_str()), (path, detail));
        }
    }

    #[test]
    fn depth_is_bounded() {
        let deep = format!("{{\"format\":\"qoldau-plan/1.0\",\"id\":{}", "[".repeat(100_000));
        assert_eq!(read_plan(deep.as_bytes()).unwrap_err().code(), "PLN003");
    }

    #[test]
    fn codes_are_unique() {
        let errors = [
            PlanError::NewerFormat { format: String::new() },
            PlanError::NotAPlan,
            PlanError::NotJson { line: 1, column: 1, detail: String::new() },
            PlanError::Malformed { path: String::new(), line: 1, column: 1, detail: String::new() },
            PlanError::Unwritable,
        ];
        let codes: std::collections::BTreeSet<_> = errors.iter().map(PlanError::code).collect();
        assert_eq!(codes.len(), errors.len());
    }
}

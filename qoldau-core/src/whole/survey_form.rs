//! A questionnaire kept ready for the answers of many people, as hosts in other languages hand them over: as JSON.

use serde::Serialize;

use crate::failure::{Failure, unreadable};
use crate::finding::Finding;
use crate::survey::answers::{self, Memory, ResponseCheck, ResponseState};
use crate::survey::import::{ANSWERS_FORMAT, ImportOptions};
use crate::survey::questionnaire::{Form, PreparedForm, Questionnaire, SurveyError};

/// A questionnaire kept ready: its expressions are read once, and answers that were met before are not read again. It says the same as
/// [`response_state`](super::survey::response_state), [`check_responses`](super::survey::check_responses) and
/// [`import_answers`](super::survey::import_answers).
///
/// It remembers at most 128 answers to each question, none that is words of a person's own, and forgets them when it is dropped.
#[derive(Debug)]
pub struct SurveyForm {
    prepared: PreparedForm,
    memory: Memory,
}

/// What is wrong with the answers of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct CheckedAnswers {
    /// How many rows there were, those without a record too; a header is none.
    pub rows: u32,
    /// What is to be looked at, by row (counted from 1; a header is row 1) and column. Of more than 1,000 findings of one rule the rest
    /// are counted.
    pub findings: Vec<Finding>,
}

impl SurveyForm {
    /// Makes a questionnaire ready.
    #[must_use]
    pub fn new(questionnaire: Questionnaire) -> Self {
        Self { prepared: PreparedForm::new(questionnaire), memory: Memory::default() }
    }

    /// The questionnaire.
    #[must_use]
    pub const fn questionnaire(&self) -> &Questionnaire {
        self.prepared.questionnaire()
    }

    /// The form, for answers that are values already.
    #[must_use]
    pub fn form(&self) -> Form<'_> {
        self.prepared.form()
    }

    /// Where every question stands with the answers of one person, a [`Response`](answers::Response) as JSON.
    ///
    /// # Errors
    /// `INP001` with the path when the text is not JSON of a response.
    pub fn state(&mut self, response: &str) -> Result<ResponseState, Failure> {
        answers::state_of_json(&self.prepared.form(), &mut self.memory, response).map_err(unreadable)
    }

    /// What is wrong with the answers of one person, and whether they can be handed in.
    ///
    /// # Errors
    /// As [`SurveyForm::state`].
    pub fn check(&mut self, response: &str) -> Result<ResponseCheck, Failure> {
        answers::check_json(&self.prepared.form(), &mut self.memory, response).map_err(unreadable)
    }

    /// What is wrong with many records, a list as JSON, each finding at its row, counted from 1 in the order given.
    ///
    /// # Errors
    /// `INP001` with the path when the text is not JSON of a list of responses.
    pub fn check_all(&mut self, responses: &str) -> Result<Vec<Finding>, Failure> {
        answers::check_list(&self.prepared.form(), &mut self.memory, responses).map_err(unreadable)
    }

    /// What is wrong with the answers of a file of any form that [`import_answers`](super::survey::import_answers) takes.
    ///
    /// # Errors
    /// As [`import_answers`](super::survey::import_answers).
    pub fn check_answers(
        &mut self,
        bytes: &[u8],
        options: &ImportOptions,
    ) -> Result<CheckedAnswers, SurveyError> {
        let json = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let usual = options.phase.as_ref();
        let known = |phase| self.questionnaire().phase(phase).is_some();
        if json.trim_ascii_start().starts_with(b"{")
            && options.columns.is_empty()
            && usual.is_none_or(|phase| known(phase.as_str()))
        {
            let form = self.prepared.form();
            let checked = answers::check_document(&form, &mut self.memory, json, ANSWERS_FORMAT, usual);
            if let Some((rows, findings)) = checked {
                return Ok(CheckedAnswers { rows, findings });
            }
        }
        let imported = super::survey::import_answers(self.questionnaire(), bytes, options)?;
        Ok(CheckedAnswers { rows: imported.rows, findings: imported.findings })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::{Value, json};

    use super::*;
    use crate::failure::from_json;
    use crate::survey::answers::Response;
    use crate::whole::survey::{check_responses, import_answers, read_questionnaire, response_state};

    const SAMPLE: &str = include_str!("../../../examples/data/survey.json");

    fn sample() -> Questionnaire {
        read_questionnaire(SAMPLE.as_bytes()).unwrap()
    }

    /// Answers of every kind, possible and not, and what is no answer at all.
    fn answer() -> impl Strategy<Value = Value> {
        prop_oneof![
            8 => (0..7_u8).prop_map(|code| json!({ "kind": "option", "code": code.to_string() })),
            2 => prop::sample::subsequence(vec!["sport", "volunteering", "none", "sea"], 0..4)
                .prop_map(|codes| json!({ "kind": "options", "codes": codes })),
            6 => (-2..40_i32).prop_map(|value| json!({ "kind": "number", "value": value.to_string() })),
            2 => any::<bool>().prop_map(|yes| json!({ "kind": "yesNo", "yes": yes })),
            1 => (1..32_u8).prop_map(|day| json!({ "kind": "date", "date": format!("2024-06-{day:02}") })),
            2 => "[а-я\"\\\\ ]{0,6}".prop_map(|text| json!({ "kind": "text", "text": text })),
            1 => Just(json!({ "kind": "missing", "reason": "dontKnow" })),
            1 => Just(json!({ "kind": "unread" })),
        ]
    }

    fn response() -> impl Strategy<Value = Value> {
        let names: Vec<String> = sample().questions.iter().map(|of| of.id.as_str().to_owned()).collect();
        let names = prop::sample::select([names, vec!["nobody_asks".into(), "\u{7}".into()]].concat());
        let phase =
            prop_oneof![Just(Value::Null), Just(json!("before")), Just(json!("after")), Just(json!("x"))];
        let code = prop_oneof![Just(Value::Null), Just(json!("АЙ1407")), Just(json!("?"))];
        let answers = prop::collection::btree_map(names, answer(), 0..12);
        let consent = prop_oneof![Just(Value::Null), any::<bool>().prop_map(Value::Bool)];
        let rare = prop_oneof![40 => Just(None), 1 => Just(Some("odd")), 1 => Just(Some("on")), 1 => Just(Some("id"))];
        (phase, consent, code, answers, rare).prop_map(|(phase, consent, code, answers, rare)| {
            let mut record =
                json!({ "id": "r", "phase": phase, "consent": consent, "code": code, "answers": answers });
            match rare {
                Some("odd") => record["odd"] = json!(1),
                Some("on") => record["on"] = json!("2024-02-30"),
                Some(_) => record["id"] = Value::Null,
                None => {}
            }
            record
        })
    }

    proptest! {
        /// Whatever was met before, and wherever it is at fault, a form kept ready says what the calls say that read everything anew.
        #[test]
        fn it_says_what_the_single_calls_say(records in prop::collection::vec(response(), 1..12)) {
            let questionnaire = sample();
            let mut form = SurveyForm::new(questionnaire.clone());
            for record in records.iter().chain(&records) {
                let json = record.to_string();
                let response: Result<Response, Failure> = from_json(json.as_bytes());
                let state = response.map(|response| response_state(&questionnaire, &response));
                let check = form.check(&json);
                prop_assert_eq!(check.as_ref().err(), state.as_ref().err());
                if let (Ok(check), Ok(state)) = (check, &state) {
                    prop_assert_eq!(check.complete, state.complete);
                    let fields = state.fields.iter().flat_map(|field| &field.findings);
                    prop_assert_eq!(check.findings, state.findings.iter().chain(fields).cloned().collect::<Vec<_>>());
                }
                prop_assert_eq!(form.state(&json), state);
            }
            let list = Value::from(records.clone()).to_string();
            let all: Result<Vec<Response>, Failure> = from_json(list.as_bytes());
            prop_assert_eq!(form.check_all(&list), all.map(|all| check_responses(&questionnaire, &all)));
            for (format, phase) in [("qoldau-answers/1.0", None), ("qoldau-answers/1.0", Some("after")),
                ("qoldau-answers/1.9", None), ("qoldau-other/1.0", None), ("qoldau-answers/1.0", Some("nowhere"))] {
                let options = ImportOptions { phase: phase.map(|of| of.parse().unwrap()), consented: false, columns: Vec::new() };
                let file = format!("\u{feff} {}", json!({ "format": format, "responses": records }));
                let whole = import_answers(&questionnaire, file.as_bytes(), &options);
                let whole = whole.map(|of| CheckedAnswers { rows: of.rows, findings: of.findings });
                prop_assert_eq!(form.check_answers(file.as_bytes(), &options), whole);
            }
        }
    }

    #[test]
    fn tables_are_checked_as_they_are_imported() {
        let (questionnaire, options) = (sample(), ImportOptions::default());
        let csv = include_bytes!("../../../examples/data/survey-after.csv");
        let imported = import_answers(&questionnaire, csv, &options).unwrap();
        let checked = SurveyForm::new(questionnaire).check_answers(csv, &options).unwrap();
        assert_eq!(checked, CheckedAnswers { rows: imported.rows, findings: imported.findings });
        assert!(checked.rows > 40);
    }

    #[test]
    fn what_people_wrote_is_not_kept() {
        let mut form = SurveyForm::new(sample());
        let record = json!({ "id": "r", "code": "АЙ1407", "answers": {
            "wishes": { "kind": "text", "text": "secret" }, "age": { "kind": "number", "value": "21" } } });
        form.check(&record.to_string()).unwrap();
        // What is kept prints silently: the age alone is.
        let kept = format!("{:?}", form.memory);
        assert_eq!(kept.matches("Some(").count(), 1, "{kept}");
        assert!(!["21", "secret", "АЙ1407"].iter().any(|said| kept.contains(said)), "{kept}");
    }
}

//! A questionnaire kept ready for the answers of many people.

use std::sync::{Mutex, MutexGuard};

use qoldau_core::failure::Failure;
use qoldau_core::finding::Finding;
use qoldau_core::survey::answers::{Response, ResponseCheck, ResponseState, check_responses};
use qoldau_core::survey::import::ImportOptions;
use qoldau_core::survey::questionnaire::Questionnaire;
use qoldau_core::whole::survey::{self, CheckedAnswers};

use crate::QoldauError;
use crate::state::failed_inside;

/// A questionnaire kept ready for many answers: it crosses and is read once. What it says is what `response_state`,
/// `check_responses` and `import_answers` say.
///
/// It remembers at most 128 answers to each question of a file, and nothing that people wrote in words of their own. An object
/// may be used from any thread; its calls wait for each other.
///
/// Error of every call: `INT002` where an earlier call failed inside, after which the form is to be made anew.
#[derive(Debug, uniffi::Object)]
pub struct SurveyForm {
    form: Mutex<survey::SurveyForm>,
}

#[uniffi::export]
impl SurveyForm {
    /// Makes a questionnaire ready.
    #[uniffi::constructor]
    pub fn of_questionnaire(questionnaire: Questionnaire) -> Result<Self, QoldauError> {
        Ok(Self { form: Mutex::new(survey::SurveyForm::new(questionnaire)) })
    }

    /// Where every question stands with the answers of one person: for an app that shows it field by field.
    pub fn state(&self, response: &Response) -> Result<ResponseState, QoldauError> {
        Ok(self.lock()?.form().state(response))
    }

    /// What is wrong with the answers of one person, and whether they can be handed in: what `state` finds, without where every
    /// question stands.
    pub fn check(&self, response: &Response) -> Result<ResponseCheck, QoldauError> {
        Ok(self.lock()?.form().check(response))
    }

    /// What is wrong with many records, each finding at its row, counted from 1 in the order given. Of more than 1,000 findings
    /// of one rule the rest are counted.
    pub fn check_all(&self, responses: Vec<Response>) -> Result<Vec<Finding>, QoldauError> {
        Ok(check_responses(&self.lock()?.form(), &responses))
    }

    /// What is wrong with the answers of a file of any form that `import_answers` takes, without the records. Errors as there.
    #[uniffi::method(default(options = None))]
    pub fn check_answers(
        &self,
        bytes: Vec<u8>,
        options: Option<ImportOptions>,
    ) -> Result<CheckedAnswers, QoldauError> {
        Ok(self.lock()?.check_answers(&bytes, &options.unwrap_or_default())?)
    }
}

impl SurveyForm {
    fn lock(&self) -> Result<MutexGuard<'_, survey::SurveyForm>, Failure> {
        self.form.lock().map_err(|_| failed_inside("the form", "make it anew"))
    }
}

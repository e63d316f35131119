//! Mirrors of the types of `qoldau_core::survey::answers`. Written by `bindings-mobile/mirror`; do not edit:
//! `QOLDAU_UPDATE=1 cargo test -p qoldau-mirror`

use std::collections::BTreeMap;

use qoldau_core::finding::Finding;
use qoldau_core::language::Language;
use qoldau_core::survey::answers::Answer;
use qoldau_core::survey::answers::FieldState;
use qoldau_core::survey::answers::FreeText;
use qoldau_core::survey::answers::OptionTally;
use qoldau_core::survey::answers::PersonCode;
use qoldau_core::survey::answers::QuestionTally;
use qoldau_core::survey::answers::Relevance;
use qoldau_core::survey::answers::Response;
use qoldau_core::survey::answers::ResponseCheck;
use qoldau_core::survey::answers::ResponseState;
use qoldau_core::survey::answers::Standing;
use qoldau_core::survey::answers::Tally;
use qoldau_core::survey::questionnaire::MissingReason;
use qoldau_core::value::Amount;
use qoldau_core::value::Id;
use qoldau_core::value::IsoDate;

/// An answer to one question.
#[uniffi::remote(Enum)]
pub enum Answer {
    /// One option: of a scale or a single choice.
    Option {
        /// Its code.
        code: Id,
    },
    /// Several options, or none; of a ranking the best first.
    Options {
        /// Their codes.
        codes: Vec<Id>,
    },
    /// A number or a rating.
    Number {
        /// The number.
        value: Amount,
    },
    /// Yes or no.
    YesNo {
        /// Whether it is yes.
        yes: bool,
    },
    /// A day.
    Date {
        /// The day.
        date: IsoDate,
    },
    /// Words.
    Text {
        /// The words.
        text: FreeText,
    },
    /// The person was asked and gave no answer to score.
    Missing {
        /// Why.
        reason: MissingReason,
    },
    /// Something was answered that could not be read: it is counted as invalid, never as no answer.
    Unread {},
}

/// The answers of one person.
#[uniffi::remote(Record)]
pub struct Response {
    /// Id of the record.
    pub id: Id,
    /// The phase it was given in.
    #[uniffi(default = None)]
    pub phase: Option<Id>,
    /// Day it was given on.
    #[uniffi(default = None)]
    pub on: Option<IsoDate>,
    /// How many seconds it took, where that was measured.
    #[uniffi(default = None)]
    pub seconds: Option<u32>,
    /// The language it was asked in.
    #[uniffi(default = None)]
    pub language: Option<Language>,
    /// Whether the person agreed to the consent text; nothing where they were not asked.
    #[uniffi(default = None)]
    pub consent: Option<bool>,
    /// The person's self-made code.
    #[uniffi(default = None)]
    pub code: Option<PersonCode>,
    /// The answers by question; a question without one is not there.
    pub answers: BTreeMap<Id, Answer>,
}

/// Whether a question is asked.
#[uniffi::remote(Enum)]
pub enum Relevance {
    /// It is.
    Asked,
    /// Its condition does not hold, or the phase does not ask it.
    NotAsked,
    /// Its condition depends on an answer that is not there: it is not asked until there is one.
    Undecided,
    /// Its condition could not be evaluated: nobody knows whether it should be asked.
    NotEvaluated,
}

/// Where a question stands. The five ways of having no answer are told apart; only `answered` is scored.
#[uniffi::remote(Enum)]
pub enum Standing {
    /// It was not asked: the person is not in its denominator.
    NotAsked {},
    /// It was asked and left empty.
    NoAnswer {},
    /// The person said why there is no answer.
    Missing {
        /// Why.
        reason: MissingReason,
    },
    /// The answer is none of those possible.
    Invalid {},
    /// Whether the answer is possible could not be evaluated; it does not pass.
    Unchecked {},
    /// It has an answer.
    Answered {},
}

/// Where one question stands.
#[uniffi::remote(Record)]
pub struct FieldState {
    /// The question.
    pub question: Id,
    /// Whether it is asked.
    pub relevance: Relevance,
    /// Whether it must be answered as things stand.
    pub required: bool,
    /// Where it stands.
    pub standing: Standing,
    /// What is wrong with it.
    pub findings: Vec<Finding>,
}

/// Where a form stands with a person's answers.
#[uniffi::remote(Record)]
pub struct ResponseState {
    /// Every question, in the order of the form.
    pub fields: Vec<FieldState>,
    /// What is wrong with the record as a whole.
    pub findings: Vec<Finding>,
    /// Whether it can be handed in: every required question has an answer, and nothing is an error.
    pub complete: bool,
}

/// What is wrong with a person's answers, and whether they can be handed in.
#[uniffi::remote(Record)]
pub struct ResponseCheck {
    /// Whether it can be handed in: every required question has an answer, and nothing is an error.
    pub complete: bool,
    /// What is wrong with the record as a whole, then with its answers, in the order of the form.
    pub findings: Vec<Finding>,
}

/// Answers counted by hand.
#[uniffi::remote(Record)]
pub struct Tally {
    /// The format: `qoldau-tally/1.0`.
    pub format: String,
    /// The phase.
    #[uniffi(default = None)]
    pub phase: Option<Id>,
    /// How many questionnaires were handed out; nothing where nobody counted them.
    #[uniffi(default = None)]
    pub handed_out: Option<u32>,
    /// How many came back, with the consent of who filled them in.
    pub returned: u32,
    /// How many came back without it; they are counted nowhere else.
    #[uniffi(default = 0)]
    pub without_consent: u32,
    /// The questions.
    pub questions: Vec<QuestionTally>,
}

/// The answers to one question.
#[uniffi::remote(Record)]
pub struct QuestionTally {
    /// The question.
    pub question: Id,
    /// How many marked each option.
    pub counts: Vec<OptionTally>,
    /// Of a multiple choice: how many marked anything; nothing for other questions.
    #[uniffi(default = None)]
    pub answered: Option<u32>,
    /// How many were not asked it.
    #[uniffi(default = 0)]
    pub not_asked: u32,
    /// How many left it empty.
    #[uniffi(default = 0)]
    pub no_answer: u32,
    /// "Don't know".
    #[uniffi(default = 0)]
    pub dont_know: u32,
    /// Refused.
    #[uniffi(default = 0)]
    pub refused: u32,
    /// "Does not apply to me".
    #[uniffi(default = 0)]
    pub not_applicable: u32,
    /// Several marks where one is allowed, and what nobody could read.
    #[uniffi(default = 0)]
    pub invalid: u32,
}

/// How many marked one option.
#[uniffi::remote(Record)]
pub struct OptionTally {
    /// Its code; of a rating the number, of yes and no `true` and `false`.
    pub code: Id,
    /// How many.
    pub count: u32,
}

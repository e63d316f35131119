//! Mirrors of the types of `qoldau_core::survey::questionnaire`. Written by `bindings-mobile/mirror`; do not edit:
//! `QOLDAU_UPDATE=1 cargo test -p qoldau-mirror`

use qoldau_core::language::Language;
use qoldau_core::survey::questionnaire::AnswerKind;
use qoldau_core::survey::questionnaire::Choice;
use qoldau_core::survey::questionnaire::CodeCharacters;
use qoldau_core::survey::questionnaire::CodePart;
use qoldau_core::survey::questionnaire::CodeRecipe;
use qoldau_core::survey::questionnaire::MinimumAnswered;
use qoldau_core::survey::questionnaire::MissingReason;
use qoldau_core::survey::questionnaire::MissingRule;
use qoldau_core::survey::questionnaire::OptionList;
use qoldau_core::survey::questionnaire::Phase;
use qoldau_core::survey::questionnaire::Population;
use qoldau_core::survey::questionnaire::Questionnaire;
use qoldau_core::survey::questionnaire::Satisfaction;
use qoldau_core::survey::questionnaire::SatisfactionDefinition;
use qoldau_core::survey::questionnaire::Subscale;
use qoldau_core::survey::questionnaire::SurveyQuestion;
use qoldau_core::survey::questionnaire::Wording;
use qoldau_core::value::Amount;
use qoldau_core::value::DateRange;
use qoldau_core::value::Id;
use qoldau_core::value::IsoDate;

/// A text in the languages it is there in.
#[uniffi::remote(Record)]
pub struct Wording {
    /// In Kazakh.
    #[uniffi(default = None)]
    pub kk: Option<String>,
    /// In Russian.
    #[uniffi(default = None)]
    pub ru: Option<String>,
    /// In English.
    #[uniffi(default = None)]
    pub en: Option<String>,
}

/// A questionnaire.
#[uniffi::remote(Record)]
pub struct Questionnaire {
    /// The format: `qoldau-survey/1.0`.
    pub format: String,
    /// Id of the questionnaire, the same in all its editions.
    pub id: Id,
    /// Number of the edition, counted from 1: answers name the edition they were given to.
    pub edition: u32,
    /// What it is called.
    pub title: Wording,
    /// Languages in which it is asked: every text must be there in each of them.
    pub languages: Vec<Language>,
    /// What a person agrees to by answering; personal data is not asked for without it.
    #[uniffi(default = None)]
    pub consent: Option<Wording>,
    /// How a person makes the anonymous code by which the phases are paired; nothing where they are not paired.
    #[uniffi(default = None)]
    pub code: Option<CodeRecipe>,
    /// Lists of options, which questions name.
    #[uniffi(default = [])]
    pub lists: Vec<OptionList>,
    /// The questions, in the order in which they are asked.
    pub questions: Vec<SurveyQuestion>,
    /// Scales of several items that are scored together.
    #[uniffi(default = [])]
    pub subscales: Vec<Subscale>,
    /// Whom the survey is about.
    #[uniffi(default = [])]
    pub populations: Vec<Population>,
    /// The days of the project's active phase: a first phase asks before they end, a last one after they have ended.
    #[uniffi(default = None)]
    pub active: Option<DateRange>,
    /// The phases, in order of time; none for a survey that is held once.
    #[uniffi(default = [])]
    pub phases: Vec<Phase>,
    /// What "satisfied" means; declared before the data is seen.
    #[uniffi(default = None)]
    pub satisfaction: Option<Satisfaction>,
}

/// One question.
#[uniffi::remote(Record)]
pub struct SurveyQuestion {
    /// Name of the question: a letter or `_`, then letters, digits, `_`, `-` or `.`. Expressions use it.
    pub id: Id,
    /// What is asked.
    pub label: Wording,
    /// What helps to answer.
    #[uniffi(default)]
    pub hint: Wording,
    /// How it is answered.
    pub answer: AnswerKind,
    /// Whether a person who is asked must answer; "don't know" and the like are answers where they are offered.
    #[uniffi(default = false)]
    pub required: bool,
    /// Expression that says whether the question is asked, over earlier questions; nothing means always.
    #[uniffi(default = None)]
    pub relevant: Option<String>,
    /// Expression that an answer has to fulfil; `.` is the answer itself.
    #[uniffi(default = None)]
    pub constraint: Option<String>,
    /// What is said to a person whose answer does not fulfil the constraint.
    #[uniffi(default)]
    pub constraint_message: Wording,
    /// Kinds of missing answers that are offered.
    #[uniffi(default = [])]
    pub missing: Vec<MissingReason>,
    /// Phases in which it is asked; empty means all.
    #[uniffi(default = [])]
    pub phases: Vec<Id>,
}

/// The kind of a question's answer.
#[uniffi::remote(Enum)]
pub enum AnswerKind {
    /// One step of an ordered scale (Likert): every option of the list has a value.
    Scale {
        /// The list of its steps.
        list: Id,
        /// Whether agreement counts the other way round: scored as lowest + highest − value, by the declared ends.
        reverse: bool,
    },
    /// One option.
    Single {
        /// The list.
        list: Id,
    },
    /// Any number of options.
    Multiple {
        /// The list.
        list: Id,
        /// The fewest options to mark.
        least: Option<u32>,
        /// The most options to mark.
        most: Option<u32>,
    },
    /// A whole number between two ends; 0 to 10 is the question of the net promoter score.
    Rating {
        /// The lowest.
        lowest: i32,
        /// The highest.
        highest: i32,
        /// What the lowest means.
        lowest_label: Wording,
        /// What the highest means.
        highest_label: Wording,
        /// Whether a high number is the bad one.
        reverse: bool,
    },
    /// Options put in order, the best first.
    Ranking {
        /// The list.
        list: Id,
        /// How many are to be ranked; nothing means all.
        most: Option<u32>,
    },
    /// A number.
    Number {
        /// The least.
        least: Option<Amount>,
        /// The most.
        most: Option<Amount>,
        /// How many decimals it may have; 0 for whole numbers.
        places: u32,
    },
    /// Yes or no.
    YesNo {},
    /// A day.
    Date {
        /// The first that can be answered.
        from: Option<IsoDate>,
        /// The last that can be answered.
        to: Option<IsoDate>,
    },
    /// Words.
    Text {
        /// The most characters; nothing means 4,000.
        longest: Option<u32>,
    },
    /// Nothing: words to be read.
    Note {},
}

/// A list of options that questions share.
#[uniffi::remote(Record)]
pub struct OptionList {
    /// Name of the list.
    pub id: Id,
    /// Its options, in the order in which they are shown.
    pub options: Vec<Choice>,
}

/// One option of a list.
#[uniffi::remote(Record)]
pub struct Choice {
    /// Its code, without spaces.
    pub code: Id,
    /// What it says.
    pub label: Wording,
    /// Its place on an ordered scale.
    #[uniffi(default = None)]
    pub value: Option<i32>,
    /// Whether it stands alone: "none of these" cannot be marked beside others.
    #[uniffi(default = false)]
    pub exclusive: bool,
    /// What kind of missing answer it is, where it is none: "don't know" among the options.
    #[uniffi(default = None)]
    pub missing: Option<MissingReason>,
}

/// Why a person who was asked gave no answer to score.
#[uniffi::remote(Enum)]
pub enum MissingReason {
    /// "I don't know", "hard to say".
    DontKnow,
    /// The person did not want to answer.
    Refused,
    /// The question does not apply to the person.
    NotApplicable,
}

/// A group of people the survey is about. The youth of a region and the participants of an event are two populations.
#[uniffi::remote(Record)]
pub struct Population {
    /// Name in references.
    pub id: Id,
    /// What the group is called.
    pub title: Wording,
    /// How many people it has, where that is known.
    #[uniffi(default = None)]
    pub size: Option<u32>,
}

/// One phase of the survey.
#[uniffi::remote(Record)]
pub struct Phase {
    /// Name in references, such as `before` and `after`.
    pub id: Id,
    /// What it is called.
    pub title: Wording,
    /// Days in which it is held.
    #[uniffi(default = None)]
    pub window: Option<DateRange>,
    /// Whom it asks.
    #[uniffi(default = None)]
    pub population: Option<Id>,
    /// How many people were invited, or questionnaires handed out; nothing for an open link, which has no response rate.
    #[uniffi(default = None)]
    pub invited: Option<u32>,
}

/// How a person makes an anonymous code that is the same in every phase and known to nobody else.
#[uniffi::remote(Record)]
pub struct CodeRecipe {
    /// The parts, written one after another.
    pub parts: Vec<CodePart>,
}

/// One part of an anonymous code: "the first two letters of your mother's name".
#[uniffi::remote(Record)]
pub struct CodePart {
    /// What to write.
    pub label: Wording,
    /// Of which characters it is.
    pub characters: CodeCharacters,
    /// How many characters it has: 1 to 8.
    pub length: u32,
    /// How many different values it can take among the people who are asked: 31 for a day of birth. Nothing means as
    /// many as its characters allow.
    #[uniffi(default = None)]
    pub values: Option<u32>,
}

/// Characters of a part of a code.
#[uniffi::remote(Enum)]
pub enum CodeCharacters {
    /// Letters.
    Letters,
    /// Digits.
    Digits,
    /// Letters or digits.
    Any,
}

/// Items that are scored together.
#[uniffi::remote(Record)]
pub struct Subscale {
    /// Name in references.
    pub id: Id,
    /// What it measures.
    pub title: Wording,
    /// Its items: questions of kind `scale` or `rating`.
    pub items: Vec<Id>,
    /// How many of them a person has to have answered to get a score; half of them unless said otherwise.
    pub minimum: MinimumAnswered,
}

/// How many items a person has to have answered.
#[uniffi::remote(Enum)]
pub enum MinimumAnswered {
    /// At least so many.
    Count {
        /// How many.
        count: u32,
    },
    /// At least this part of them: answered × denominator ≥ items × numerator.
    Part {
        /// Upper number of the fraction.
        numerator: u32,
        /// Lower number of the fraction, not 0.
        denominator: u32,
    },
}

/// What "satisfied" means and what is promised of it. The contract does not say: the project declares it before it sees
/// the data, and it is printed with the figure.
#[uniffi::remote(Record)]
pub struct Satisfaction {
    /// The definition.
    pub definition: SatisfactionDefinition,
    /// The promised percent, 0 to 100: 80 for "not less than 80 %".
    pub threshold: Amount,
    /// The phase it is measured in; nothing means the last. Satisfaction with an event can only be asked after it.
    #[uniffi(default = None)]
    pub phase: Option<Id>,
    /// Whom it is about, where these are others than the phase asks: the participants of an event among the youth of a
    /// region.
    #[uniffi(default = None)]
    pub population: Option<Id>,
    /// What becomes of people who were asked and gave no answer to score.
    pub missing: MissingRule,
}

/// A definition of satisfaction.
#[uniffi::remote(Enum)]
pub enum SatisfactionDefinition {
    /// Share of people who marked one of the top steps of one question.
    TopBox {
        /// The question, of kind `scale` or `rating`.
        question: Id,
        /// How many steps from the top count: 2 of 5 as a rule.
        boxes: u32,
    },
    /// Mean of the persons' scores as a percent of the possible (POMP).
    MeanPomp {
        /// The subscale.
        subscale: Id,
    },
    /// Share of people whose score, as a percent of the possible, is at least so high.
    PersonsAbove {
        /// The subscale.
        subscale: Id,
        /// The percent, 0 to 100.
        percent: Amount,
    },
}

/// What becomes of people who were asked and gave no answer to score.
#[uniffi::remote(Enum)]
pub enum MissingRule {
    /// They are left out, and their number is told.
    LeaveOut,
    /// They count as not satisfied.
    NotSatisfied,
}

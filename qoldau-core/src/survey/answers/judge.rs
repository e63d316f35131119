//! Judges the answers of one person, question by question in the order of the form.

use super::model::{option_value, outcome, whole};
use super::rules;
use super::{Answer, FieldState, Relevance, Response, ResponseState, Standing};
use crate::finding::{Finding, Param, Place, RuleInfo, Severity};
use crate::survey::expression::{Outcome, evaluate};
use crate::survey::questionnaire::{
    AnswerKind, Asked, CodeCharacters, CodeRecipe, Form, MissingReason, OptionList, Rule, SurveyQuestion,
};
use crate::value::Id;

/// The most characters of a text where the question does not say.
const LONGEST_TEXT: u32 = 4_000;
/// How many findings of one rule are listed in bulk; the others are counted.
const LISTED: usize = 1_000;

impl Form<'_> {
    /// Where every question stands with a person's answers: whether it is asked and required, what became of its
    /// answer, what is wrong. Time grows in proportion to the form.
    #[must_use]
    pub fn state(&self, response: &Response) -> ResponseState {
        let mut walk = Walk::of(self, response);
        let field = |(place, asked): (usize, &Asked<'_>)| {
            let mut findings = Vec::new();
            let Judged { relevance, required, standing } = walk.judge(place, &mut findings);
            FieldState { question: asked.question.id.clone(), relevance, required, standing, findings }
        };
        let fields: Vec<FieldState> = self.asked.iter().enumerate().map(field).collect();
        let mut findings = Vec::new();
        self.judge_record(response, &walk.unknown, &mut findings);
        let faulty = |finding: &Finding| finding.severity == Severity::Error;
        let complete =
            !findings.iter().any(faulty) && !fields.iter().flat_map(|field| &field.findings).any(faulty);
        ResponseState { fields, findings, complete }
    }

    /// Where every question stands, and nothing else.
    pub(crate) fn standings(&self, response: &Response) -> Vec<Standing> {
        let mut walk = Walk::of(self, response);
        let mut findings = Vec::new();
        (0..self.asked.len()).map(|place| walk.judge(place, &mut findings).standing).collect()
    }

    /// What is wrong with the record as a whole.
    fn judge_record(&self, response: &Response, unknown: &[&Id], findings: &mut Vec<Finding>) {
        let place = |field: &str| Place::Question { id: None, field: field.into(), character: None };
        let survey = self.questionnaire;
        if survey.consent.is_some() && response.consent != Some(true) {
            findings.push(Finding::new(&rules::NO_CONSENT, place("consent")));
        }
        if let Some(phase) = &response.phase
            && survey.phase(phase.as_str()).is_none()
        {
            findings
                .push(Finding::new(&rules::UNKNOWN_PHASE, place("phase")).param(Param::id("phase", phase)));
        }
        if let (Some(recipe), Some(code)) = (&survey.code, &response.code)
            && !follows(recipe, code.reveal())
        {
            findings.push(Finding::new(&rules::CODE_OFF_RECIPE, place("code")));
        }
        findings.extend(unknown.iter().map(|question| {
            Finding::new(&rules::UNKNOWN_QUESTION, place("answers")).param(Param::id("question", question))
        }));
    }
}

/// Whether a code has the length and the characters of its recipe. Spaces and case are of no account.
fn follows(recipe: &CodeRecipe, code: &str) -> bool {
    let mut characters = code.chars().filter(|c| !c.is_whitespace());
    let fits = |c: char, of: CodeCharacters| match of {
        CodeCharacters::Letters => c.is_alphabetic(),
        CodeCharacters::Digits => c.is_ascii_digit(),
        CodeCharacters::Any => c.is_alphanumeric(),
    };
    let parts_fit = recipe.parts.iter().all(|part| {
        (0..part.length.min(64)).all(|_| characters.next().is_some_and(|c| fits(c, part.characters)))
    });
    parts_fit && characters.next().is_none()
}

/// The way through the form. The room it needs serves for any number of people.
struct Walk<'f, 'r> {
    form: &'f Form<'f>,
    response: &'r Response,
    /// The answers that say something, by the question's place.
    given: Vec<Option<&'r Answer>>,
    /// Questions that are answered and not there.
    unknown: Vec<&'r Id>,
    /// What every question so far is in expressions.
    seen: Vec<Outcome<'r>>,
}

/// What the way through the form found of a question.
struct Judged {
    relevance: Relevance,
    required: bool,
    standing: Standing,
}

impl<'f: 'r, 'r> Walk<'f, 'r> {
    fn of(form: &'f Form<'f>, response: &'r Response) -> Self {
        let questions = form.asked.len();
        let (given, seen) = (Vec::with_capacity(questions), Vec::with_capacity(questions));
        let mut walk = Self { form, response, given, unknown: Vec::new(), seen };
        walk.begin(response);
        walk
    }

    /// Goes to the beginning of the form with the answers of a person.
    fn begin(&mut self, response: &'r Response) {
        self.response = response;
        self.seen.clear();
        self.unknown.clear();
        self.given.clear();
        self.given.resize(self.form.asked.len(), None);
        // Both are in the order of names.
        let mut names = self.form.by_name().peekable();
        for (question, answer) in &response.answers {
            while names.next_if(|(name, _)| *name < question.as_str()).is_some() {}
            match names.next_if(|(name, _)| *name == question.as_str()) {
                None => self.unknown.push(question),
                Some((_, places)) => {
                    for place in places {
                        if let Some(given) = self.given.get_mut(*place) {
                            *given = Some(answer).filter(|of| !is_blank(of));
                        }
                    }
                }
            }
        }
    }

    /// Judges the question of a place. All before it are judged.
    fn judge(&mut self, place: usize, findings: &mut Vec<Finding>) -> Judged {
        let form = self.form;
        let Some(asked) = form.asked.get(place) else {
            return Judged {
                relevance: Relevance::NotAsked,
                required: false,
                standing: Standing::NotAsked {},
            };
        };
        let question = asked.question;
        let answer = self.given.get(place).copied().flatten();
        let relevance = self.relevance(asked, findings);
        let (standing, seen) = self.stand(asked, relevance, answer, findings);
        let required = question.required
            && relevance == Relevance::Asked
            && !matches!(question.answer, AnswerKind::Note {});
        if required && standing == (Standing::NoAnswer {}) {
            findings.push(found(&rules::REQUIRED, question));
        }
        self.seen.push(seen);
        Judged { relevance, required, standing }
    }

    fn relevance(&self, asked: &'f Asked<'f>, findings: &mut Vec<Finding>) -> Relevance {
        if !asked.question.is_asked_in(self.response.phase.as_ref()) {
            return Relevance::NotAsked;
        }
        match self.evaluate(&asked.relevant, &Outcome::Absent) {
            None => Relevance::Asked,
            Some(Outcome::Absent) => Relevance::Undecided,
            Some(outcome) => match outcome.truth() {
                Some(true) => Relevance::Asked,
                Some(false) => Relevance::NotAsked,
                None => {
                    findings.push(found(&rules::NOT_EVALUATED, asked.question).param(field_word("relevant")));
                    Relevance::NotEvaluated
                }
            },
        }
    }

    /// What a rule comes to; nothing where there is none.
    fn evaluate(&self, rule: &'f Rule, current: &Outcome<'r>) -> Option<Outcome<'r>> {
        let look = |name: &str| {
            let place = self.form.place(name);
            place.and_then(|place| self.seen.get(place)).cloned().unwrap_or(Outcome::Absent)
        };
        match rule {
            Rule::None => None,
            Rule::Reads(node) => Some(evaluate(node, &look, current)),
            Rule::Unreadable(_) | Rule::Misfit(_) => Some(Outcome::NotEvaluated),
        }
    }

    fn stand(
        &self,
        asked: &'f Asked<'f>,
        relevance: Relevance,
        answer: Option<&'r Answer>,
        findings: &mut Vec<Finding>,
    ) -> (Standing, Outcome<'r>) {
        let question = asked.question;
        if matches!(relevance, Relevance::NotAsked | Relevance::Undecided) {
            if answer.is_some() {
                findings.push(found(&rules::ANSWERED_UNASKED, question));
            }
            return (Standing::NotAsked {}, Outcome::Absent);
        }
        let Some(answer) = answer else {
            let open = matches!(question.answer, AnswerKind::Note {}) || relevance != Relevance::Asked;
            let standing = if open { Standing::NotAsked {} } else { Standing::NoAnswer {} };
            return (standing, Outcome::Absent);
        };
        if let Some(reason) = missing(asked, answer) {
            return (Standing::Missing { reason }, Outcome::Absent);
        }
        if let Some(fault) = impossible(asked, answer) {
            findings.push(fault);
            return (Standing::Invalid {}, Outcome::Absent);
        }
        let seen = outcome(asked, answer);
        let passes = match self.evaluate(&asked.constraint, &seen) {
            None => Some(true),
            Some(outcome) => outcome.truth(),
        };
        match passes {
            Some(true) if relevance == Relevance::Asked => (Standing::Answered {}, seen),
            Some(true) => (Standing::Unchecked {}, Outcome::NotEvaluated),
            Some(false) => {
                let finding = found(&rules::CONSTRAINT, question);
                let told = question.constraint_message.texts().map(|text| Param::text("message", text));
                findings.push(told.take(1).fold(finding, Finding::param));
                (Standing::Invalid {}, Outcome::Absent)
            }
            None => {
                findings.push(found(&rules::NOT_EVALUATED, question).param(field_word("constraint")));
                (Standing::Unchecked {}, Outcome::NotEvaluated)
            }
        }
    }
}

/// A finding on a question.
fn found(rule: &RuleInfo, question: &SurveyQuestion) -> Finding {
    let place = Place::Question { id: Some(question.id.clone()), field: "answer".into(), character: None };
    Finding::new(rule, place).param(Param::id("question", &question.id))
}

fn field_word(field: &str) -> Param {
    Param::number("field", field)
}

/// Whether an answer says nothing: an empty text, no option marked where that is no answer of its own.
fn is_blank(answer: &Answer) -> bool {
    match answer {
        Answer::Text { text } => text.reveal().trim().is_empty(),
        Answer::Options { codes } => codes.is_empty(),
        _ => false,
    }
}

/// Why there is no answer to score, where the person said so: by a word of its own, or by an option that means it.
fn missing(asked: &Asked<'_>, answer: &Answer) -> Option<MissingReason> {
    let of = |code: &Id| asked.list?.option(code.as_str())?.missing;
    match answer {
        Answer::Missing { reason } => Some(*reason),
        Answer::Option { code } => of(code),
        Answer::Options { codes } => match codes.as_slice() {
            [code] => of(code),
            _ => None,
        },
        _ => None,
    }
}

/// Why an answer is none of those possible.
fn impossible(asked: &Asked<'_>, answer: &Answer) -> Option<Finding> {
    let question = asked.question;
    let rule = |rule: &RuleInfo| Some(found(rule, question));
    match (&question.answer, answer) {
        (_, Answer::Unread {}) => rule(&rules::UNREAD),
        (AnswerKind::Scale { .. }, Answer::Option { code }) => {
            let has_value = option_value(asked.list, code).is_some();
            if has_value { None } else { rule(&rules::UNKNOWN_OPTION) }
        }
        (AnswerKind::Single { .. }, Answer::Option { code }) => {
            unknown_option(asked.list, std::slice::from_ref(code)).and_then(|()| rule(&rules::UNKNOWN_OPTION))
        }
        (AnswerKind::Multiple { least, most, .. }, Answer::Options { codes }) => several(asked, codes)
            .or_else(|| {
                let alone = codes.len() == 1 && is_exclusive(asked.list, codes);
                let too_few = !alone && least.is_some_and(|least| counted(codes) < least);
                let too_many = most.is_some_and(|most| counted(codes) > most);
                if too_few || too_many { rule(&rules::OUT_OF_RANGE) } else { None }
            }),
        (AnswerKind::Ranking { most, .. }, Answer::Options { codes }) => {
            several(asked, codes).or_else(|| {
                let too_many = most.is_some_and(|most| counted(codes) > most);
                if too_many { rule(&rules::OUT_OF_RANGE) } else { None }
            })
        }
        (AnswerKind::Rating { lowest, highest, .. }, Answer::Number { value }) => {
            let within = whole(*value).is_some_and(|value| (*lowest..=*highest).contains(&value));
            if within { None } else { rule(&rules::OUT_OF_RANGE) }
        }
        (AnswerKind::Number { least, most, places }, Answer::Number { value }) => {
            let outside = least.is_some_and(|least| *value < least)
                || most.is_some_and(|most| *value > most)
                || (value.digits().1 > *places && value.rounded(*places) != *value);
            if outside { rule(&rules::OUT_OF_RANGE) } else { None }
        }
        (AnswerKind::Date { from, to }, Answer::Date { date }) => {
            let outside = from.is_some_and(|from| *date < from) || to.is_some_and(|to| *date > to);
            if outside { rule(&rules::OUT_OF_RANGE) } else { None }
        }
        (AnswerKind::Text { longest }, Answer::Text { text }) => {
            let longest = usize::try_from(longest.unwrap_or(LONGEST_TEXT)).unwrap_or(usize::MAX);
            let text = text.reveal();
            // No text has more characters than bytes.
            if text.len() > longest && text.chars().nth(longest).is_some() {
                rule(&rules::OUT_OF_RANGE)
            } else {
                None
            }
        }
        (AnswerKind::YesNo {}, Answer::YesNo { .. }) => None,
        _ => rule(&rules::WRONG_KIND),
    }
}

fn counted(codes: &[Id]) -> u32 {
    u32::try_from(codes.len()).unwrap_or(u32::MAX)
}

fn unknown_option(list: Option<&OptionList>, codes: &[Id]) -> Option<()> {
    let known = |code: &Id| list.is_some_and(|list| list.option(code.as_str()).is_some());
    (!codes.iter().all(known)).then_some(())
}

/// Whether one of the options stands alone by its nature.
fn is_exclusive(list: Option<&OptionList>, codes: &[Id]) -> bool {
    let alone = |code: &Id| {
        list.and_then(|list| list.option(code.as_str()))
            .is_some_and(|option| option.exclusive || option.missing.is_some())
    };
    codes.iter().any(alone)
}

/// Whether a code stands there twice.
fn has_twice(codes: &[Id]) -> bool {
    if codes.len() <= 8 {
        let earlier = |at: usize| codes.get(..at).unwrap_or_default();
        return codes.iter().enumerate().any(|(at, code)| earlier(at).contains(code));
    }
    let mut sorted: Vec<&Id> = codes.iter().collect();
    sorted.sort_unstable();
    sorted.windows(2).any(|two| matches!(two, [one, other] if one == other))
}

/// What is wrong with several options marked or ranked.
fn several(asked: &Asked<'_>, codes: &[Id]) -> Option<Finding> {
    let question = asked.question;
    if unknown_option(asked.list, codes).is_some() {
        return Some(found(&rules::UNKNOWN_OPTION, question));
    }
    if has_twice(codes) {
        return Some(found(&rules::MARKED_TWICE, question));
    }
    let contradicts = codes.len() > 1 && is_exclusive(asked.list, codes);
    contradicts.then(|| found(&rules::EXCLUSIVE, question))
}

/// What is wrong with many records, each finding at its row, counted from 1 in the order given. Of more than 1,000
/// findings of one rule the rest are counted.
#[must_use]
pub fn check_responses(form: &Form<'_>, responses: &[Response]) -> Vec<Finding> {
    let mut rows = rules::Rows::default();
    let Some(first) = responses.first() else { return Vec::new() };
    let mut walk = Walk::of(form, first);
    let mut findings = Vec::new();
    for (row, response) in (1_u32..).zip(responses) {
        walk.begin(response);
        form.judge_record(response, &walk.unknown, &mut findings);
        for place in 0..form.asked.len() {
            walk.judge(place, &mut findings);
        }
        findings.drain(..).for_each(|finding| {
            rows.push(Finding { place: Place::Row { row, column: 0 }, ..finding }, LISTED);
        });
    }
    rows.finish(LISTED)
}

//! Judges the answers of one person, question by question in the order of the form.

use std::collections::BTreeMap;

use super::code::{code_digest, follows};
use super::model::outcome;
use super::rules;
use super::weigh::Weight;
use super::{Answer, FieldState, PersonCode, Relevance, Response, ResponseCheck, ResponseState, Standing};
use crate::finding::{Finding, Param, Place, RuleInfo, Severity};
use crate::survey::expression::{Outcome, evaluate};
use crate::survey::questionnaire::{
    AnswerKind, Asked, Form, Phase, Questionnaire, Rule, SatisfactionDefinition, SurveyQuestion,
};
use crate::value::text::digest;
use crate::value::{DateRange, Id, IsoDate};

/// How many findings of one rule are listed in bulk; the others are counted.
const LISTED: usize = 1_000;

impl Form<'_> {
    /// Where every question stands with a person's answers: whether it is asked and required, what became of its
    /// answer, what is wrong. Time grows in proportion to the form.
    #[must_use]
    pub fn state(&self, response: &Response) -> ResponseState {
        let mut walk = Walk::new(self);
        walk.begin(response);
        walk.state(&Head::of(response))
    }

    /// What is wrong with a person's answers, and whether they can be handed in: what [`Form::state`] finds, without where every
    /// question stands.
    #[must_use]
    pub fn check(&self, response: &Response) -> ResponseCheck {
        let mut walk = Walk::new(self);
        walk.begin(response);
        walk.check(&Head::of(response))
    }

    /// Where every question stands, and nothing else.
    pub(crate) fn standings(&self, response: &Response) -> Vec<Standing> {
        let mut walk = Walk::new(self);
        walk.begin(response);
        let mut findings = Vec::new();
        (0..self.asked.len()).map(|place| walk.judge(place, &mut findings).standing).collect()
    }
}

/// What a record says of itself.
#[derive(Debug, Clone, Copy)]
pub(super) struct Head<'r> {
    /// A number for its id.
    pub(super) id: u64,
    pub(super) phase: Option<&'r Id>,
    pub(super) consent: Option<bool>,
    pub(super) code: Option<&'r PersonCode>,
    pub(super) on: Option<IsoDate>,
}

impl<'r> Head<'r> {
    pub(super) fn of(response: &'r Response) -> Self {
        Self {
            id: digest(response.id.as_str()),
            phase: response.phase.as_ref(),
            consent: response.consent,
            code: response.code.as_ref(),
            on: response.on,
        }
    }

    /// What is wrong with the record as a whole.
    fn judge(self, form: &Form<'_>, unknown: &[&Id], findings: &mut Vec<Finding>) {
        let place = |field: &str| Place::Question { id: None, field: field.into(), character: None };
        let survey = form.questionnaire;
        if survey.consent.is_some() && self.consent != Some(true) {
            findings.push(Finding::new(&rules::NO_CONSENT, place("consent")));
        }
        if let Some(phase) = self.phase
            && survey.phase(phase.as_str()).is_none()
        {
            findings
                .push(Finding::new(&rules::UNKNOWN_PHASE, place("phase")).param(Param::id("phase", phase)));
        }
        if let (Some(recipe), Some(code)) = (&survey.code, self.code)
            && !follows(recipe, code.reveal())
        {
            findings.push(Finding::new(&rules::CODE_OFF_RECIPE, place("code")));
        }
        findings.extend(unknown.iter().map(|question| {
            Finding::new(&rules::UNKNOWN_QUESTION, place("answers")).param(Param::id("question", question))
        }));
    }
}

/// An answer with what it is by itself.
#[derive(Debug, Clone, Copy)]
pub(super) struct Given<'r> {
    pub(super) answer: &'r Answer,
    pub(super) weight: Weight,
}

/// What a question is in expressions.
#[derive(Debug, Clone, Copy)]
enum Seen<'r> {
    Absent,
    NotEvaluated,
    Answer(&'r Answer),
}

/// The way through the form with the answers of a person.
pub(super) struct Walk<'f, 'r> {
    form: &'f Form<'f>,
    phase: Option<&'r Id>,
    /// The answers that say something, by the question's place.
    given: Vec<Option<Given<'r>>>,
    /// Questions that are answered and not there.
    unknown: Vec<&'r Id>,
    /// What every question so far is in expressions.
    seen: Vec<Seen<'r>>,
}

/// What the way through the form found of a question.
struct Judged {
    relevance: Relevance,
    required: bool,
    standing: Standing,
}

impl<'f: 'r, 'r> Walk<'f, 'r> {
    pub(super) fn new(form: &'f Form<'f>) -> Self {
        let questions = form.asked.len();
        let (given, seen) = (vec![None; questions], Vec::with_capacity(questions));
        Self { form, phase: None, given, unknown: Vec::new(), seen }
    }

    /// Goes to the beginning of the form with the answers of a person.
    pub(super) fn begin(&mut self, response: &'r Response) {
        self.begin_with(response.phase.as_ref());
        // Both are in the order of names.
        let mut names = self.form.by_name().peekable();
        for (question, answer) in &response.answers {
            while names.next_if(|(name, _)| *name < question.as_str()).is_some() {}
            let mut known = false;
            while let Some((_, place)) = names.next_if(|(name, _)| *name == question.as_str()) {
                known = true;
                if let (Some(given), Some(asked)) = (self.given.get_mut(place), self.form.asked.get(place)) {
                    *given = Some(Given { answer, weight: Weight::of(asked, answer) });
                }
            }
            if !known {
                self.unknown.push(question);
            }
        }
    }

    /// Goes to the beginning of the form with the answers of nobody yet.
    pub(super) fn begin_with(&mut self, phase: Option<&'r Id>) {
        self.phase = phase;
        self.seen.clear();
        self.unknown.clear();
        self.given.fill(None);
    }

    /// Gives the question of a place its answer.
    pub(super) fn give(&mut self, place: usize, answer: Given<'r>) {
        self.given.get_mut(place).into_iter().for_each(|given| *given = Some(answer));
    }

    /// Where every question stands, from the beginning.
    pub(super) fn state(mut self, head: &Head<'r>) -> ResponseState {
        let form = self.form;
        let field = |(place, asked): (usize, &Asked<'_>)| {
            let mut findings = Vec::new();
            let Judged { relevance, required, standing } = self.judge(place, &mut findings);
            FieldState { question: asked.question.id.clone(), relevance, required, standing, findings }
        };
        let fields: Vec<FieldState> = form.asked.iter().enumerate().map(field).collect();
        let mut findings = Vec::new();
        head.judge(form, &self.unknown, &mut findings);
        let complete = is_complete(findings.iter().chain(fields.iter().flat_map(|field| &field.findings)));
        ResponseState { fields, findings, complete }
    }

    /// What is wrong, from the beginning.
    pub(super) fn check(mut self, head: &Head<'r>) -> ResponseCheck {
        let mut findings = Vec::new();
        self.find(head, &mut findings);
        ResponseCheck { complete: is_complete(findings.iter()), findings }
    }

    /// What is wrong with the record and then with every answer, from the beginning.
    #[cfg_attr(qoldau_small, optimize(speed))]
    pub(super) fn find(&mut self, head: &Head<'r>, findings: &mut Vec<Finding>) {
        head.judge(self.form, &self.unknown, findings);
        for place in 0..self.form.asked.len() {
            self.judge(place, findings);
        }
    }

    /// Whether the person answered anything.
    fn says_something(&self) -> bool {
        let says = |given: &Given<'_>| !matches!(given.weight, Weight::Blank);
        self.given.iter().flatten().any(says)
    }

    /// Whether any of some questions has an answer to score. All of them are judged.
    fn has_any(&self, places: &[usize]) -> bool {
        places.iter().any(|place| matches!(self.seen.get(*place), Some(Seen::Answer(_))))
    }

    /// Judges the question of a place. All before it are judged.
    #[cfg_attr(qoldau_small, optimize(speed))]
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
        let blank = |given: &Given<'_>| matches!(given.weight, Weight::Blank);
        let answer = self.given.get(place).copied().flatten().filter(|given| !blank(given));
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

    #[cfg_attr(qoldau_small, optimize(speed))]
    fn relevance(&self, asked: &'f Asked<'f>, findings: &mut Vec<Finding>) -> Relevance {
        if !asked.question.is_asked_in(self.phase) {
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
            let known = self.form.place(name).and_then(|place| {
                let (seen, asked) = (self.seen.get(place)?, self.form.asked.get(place)?);
                Some(seen.outcome(asked))
            });
            known.unwrap_or(Outcome::Absent)
        };
        match rule {
            Rule::None => None,
            Rule::Reads(node) => Some(evaluate(node, &look, current)),
            Rule::Unreadable(_) | Rule::Misfit(_) => Some(Outcome::NotEvaluated),
        }
    }

    /// Whether a record is used for nothing, because its person did not agree to take part.
    fn is_without_consent(&self, head: &Head<'_>) -> bool {
        self.form.questionnaire.consent.is_some() && head.consent != Some(true)
    }

    /// The days on which a phase is held, where the questionnaire says.
    fn window(&self, phase: &Id) -> Option<DateRange> {
        self.form.questionnaire.phase(phase.as_str())?.window
    }

    #[cfg_attr(qoldau_small, optimize(speed))]
    fn stand(
        &self,
        asked: &'f Asked<'f>,
        relevance: Relevance,
        given: Option<Given<'r>>,
        findings: &mut Vec<Finding>,
    ) -> (Standing, Seen<'r>) {
        let question = asked.question;
        if matches!(relevance, Relevance::NotAsked | Relevance::Undecided) {
            if given.is_some() {
                findings.push(found(&rules::ANSWERED_UNASKED, question));
            }
            return (Standing::NotAsked {}, Seen::Absent);
        }
        let open = matches!(question.answer, AnswerKind::Note {}) || relevance != Relevance::Asked;
        let Some(Given { answer, weight }) = given else {
            let standing = if open { Standing::NotAsked {} } else { Standing::NoAnswer {} };
            return (standing, Seen::Absent);
        };
        match weight {
            Weight::Missing(reason) => return (Standing::Missing { reason }, Seen::Absent),
            Weight::Impossible(rule) => {
                findings.push(found(rule, question));
                return (Standing::Invalid {}, Seen::Absent);
            }
            Weight::Blank | Weight::Possible => {}
        }
        match self.passes(asked, answer) {
            Some(true) if relevance == Relevance::Asked => (Standing::Answered {}, Seen::Answer(answer)),
            Some(true) => (Standing::Unchecked {}, Seen::NotEvaluated),
            Some(false) => {
                let finding = found(&rules::CONSTRAINT, question);
                let told = question.constraint_message.texts().map(|text| Param::text("message", text));
                findings.push(told.take(1).fold(finding, Finding::param));
                (Standing::Invalid {}, Seen::Absent)
            }
            None => {
                findings.push(found(&rules::NOT_EVALUATED, question).param(field_word("constraint")));
                (Standing::Unchecked {}, Seen::NotEvaluated)
            }
        }
    }

    /// Whether an answer fulfils the constraint of its question; nothing where that cannot be said.
    fn passes(&self, asked: &'f Asked<'f>, answer: &'r Answer) -> Option<bool> {
        match *asked.constraint {
            Rule::None => Some(true),
            _ => self.evaluate(&asked.constraint, &outcome(asked, answer))?.truth(),
        }
    }
}

impl<'r> Seen<'r> {
    fn outcome(self, asked: &Asked<'_>) -> Outcome<'r> {
        match self {
            Self::Absent => Outcome::Absent,
            Self::NotEvaluated => Outcome::NotEvaluated,
            Self::Answer(answer) => outcome(asked, answer),
        }
    }
}

/// Whether nothing that was found is an error.
fn is_complete<'a>(mut findings: impl Iterator<Item = &'a Finding>) -> bool {
    findings.all(|finding| finding.severity != Severity::Error)
}

/// A finding on a question.
fn found(rule: &RuleInfo, question: &SurveyQuestion) -> Finding {
    let place = Place::Question { id: Some(question.id.clone()), field: "answer".into(), character: None };
    Finding::new(rule, place).param(Param::id("question", &question.id))
}

fn field_word(field: &str) -> Param {
    Param::number("field", field)
}

/// What is wrong with many records, each finding at its row, counted from 1 in the order given. Of more than 1,000
/// findings of one rule the rest are counted.
#[must_use]
pub fn check_responses(form: &Form<'_>, responses: &[Response]) -> Vec<Finding> {
    let mut rows = RowFindings::default();
    for response in responses {
        rows.of_response(form, response);
    }
    rows.finish(form)
}

/// The findings of many records, at their rows.
#[derive(Default)]
pub(super) struct RowFindings {
    rows: rules::Rows,
    row: u32,
    /// Those who count in every phase that is named.
    people: BTreeMap<Id, OfPhase>,
    /// Those who count and name none.
    without_phase: OfPhase,
    /// A number for the id and the phase of every record, with its row.
    ids: Vec<(u64, u32)>,
    /// The places of the questions that the satisfaction is measured by, once they were looked up.
    measured: Option<Vec<usize>>,
    findings: Vec<Finding>,
}

/// The people of one phase.
#[derive(Default)]
struct OfPhase {
    count: u32,
    /// Those who answered nothing at all.
    silent: u32,
    /// Those who answered what the satisfaction is measured by.
    measured: u32,
    /// A number for every code.
    codes: Vec<u64>,
    /// Those whose answers bear a day on which the phase was not held, and the first and the last such day.
    outside: u32,
    days: Option<DateRange>,
}

impl OfPhase {
    fn take(&mut self, day: Option<IsoDate>, window: Option<DateRange>) {
        self.count = self.count.saturating_add(1);
        let outside = window.zip(day).filter(|(window, day)| !window.contains(*day));
        if let Some((_, day)) = outside {
            self.outside = self.outside.saturating_add(1);
            let days = self.days.unwrap_or(DateRange { start: day, end: day });
            self.days = Some(DateRange { start: days.start.min(day), end: days.end.max(day) });
        }
    }

    /// How many people have a code that others have too.
    fn repeated(&mut self) -> usize {
        self.codes.sort_unstable();
        self.codes.chunk_by(|one, other| one == other).map(<[u64]>::len).filter(|people| *people > 1).sum()
    }
}

impl RowFindings {
    /// Finds what is wrong with the next record, to whose beginning the way through the form has gone.
    #[cfg_attr(qoldau_small, optimize(speed))]
    pub(super) fn of_record<'f: 'r, 'r>(&mut self, walk: &mut Walk<'f, 'r>, head: &Head<'r>) {
        self.row = self.row.saturating_add(1);
        let place = Place::Row { row: self.row, column: 0 };
        let phase = head.phase.map_or(0, |phase| digest(phase.as_str()));
        self.ids.push((head.id ^ phase.rotate_left(17), self.row));
        walk.find(head, &mut self.findings);
        if !walk.is_without_consent(head) {
            let measured = self.measured.get_or_insert_with(|| measured_by(walk.form));
            let people = match head.phase {
                Some(phase) => {
                    if !self.people.contains_key(phase) {
                        self.people.insert(phase.clone(), OfPhase::default());
                    }
                    self.people.get_mut(phase)
                }
                None => Some(&mut self.without_phase),
            };
            if let Some(people) = people {
                people.take(head.on, head.phase.and_then(|phase| walk.window(phase)));
                people.silent = people.silent.saturating_add(u32::from(!walk.says_something()));
                people.measured = people.measured.saturating_add(u32::from(walk.has_any(measured)));
                people.codes.extend(head.code.and_then(|code| code_digest(code.reveal())));
            }
        }
        for finding in self.findings.drain(..) {
            self.rows.push(Finding { place: place.clone(), ..finding }, LISTED);
        }
    }

    /// Finds what is wrong with the next record.
    pub(super) fn of_response(&mut self, form: &Form<'_>, response: &Response) {
        let mut walk = Walk::new(form);
        walk.begin(response);
        self.of_record(&mut walk, &Head::of(response));
    }

    /// How many records there were.
    pub(super) const fn row(&self) -> u32 {
        self.row
    }

    /// All of them, by row, and those of phases.
    pub(super) fn finish(mut self, form: &Form<'_>) -> Vec<Finding> {
        self.same_ids();
        let survey = form.questionnaire;
        let whole = std::mem::take(&mut self.without_phase);
        self.of_phase(survey, None, whole);
        for phase in &survey.phases {
            if let Some(people) = self.people.remove(&phase.id) {
                self.of_phase(survey, Some(phase), people);
            }
        }
        self.rows.finish(LISTED)
    }

    /// Records of one phase that have the id of an earlier one.
    fn same_ids(&mut self) {
        self.ids.sort_unstable();
        for same in self.ids.chunk_by(|one, other| one.0 == other.0) {
            let Some(((_, first), others)) = same.split_first() else { continue };
            for (_, row) in others {
                let place = Place::Row { row: *row, column: 0 };
                let finding = Finding::new(&rules::SAME_ID, place);
                self.rows.push(finding.param(Param::amount("first", (*first).into())), LISTED);
            }
        }
    }

    /// What is to be said of the people of a phase together.
    fn of_phase(&mut self, survey: &Questionnaire, phase: Option<&Phase>, mut people: OfPhase) {
        let mut say = |rule: &RuleInfo, params: Vec<Param>| {
            let finding = Finding::new(rule, Place::Whole {});
            let finding = phase.iter().fold(finding, |of, phase| of.param(Param::id("phase", &phase.id)));
            self.rows.push(params.into_iter().fold(finding, Finding::param), LISTED);
        };
        let count = |count: u32| Param::amount("count", count.into());
        let invited = phase.and_then(|phase| phase.invited).filter(|invited| *invited < people.count);
        if let Some(invited) = invited {
            say(&rules::MORE_ANSWERED, vec![count(people.count), Param::amount("invited", invited.into())]);
        }
        if let Some(days) = people.days {
            let days = [Param::date("first", days.start), Param::date("last", days.end)];
            say(&rules::OUTSIDE_WINDOW, std::iter::once(count(people.outside)).chain(days).collect());
        }
        let repeated = people.repeated();
        if repeated > 0 {
            say(&rules::SAME_CODE, vec![Param::count("count", repeated)]);
        }
        if people.silent > 0 {
            say(&rules::NOTHING_ANSWERED, vec![count(people.silent)]);
        }
        for (population, answered) in populations(survey, phase, &people) {
            let of = survey.populations.iter().find(|of| of.id == *population);
            if let Some(size) = of.and_then(|of| of.size).filter(|size| *size < answered) {
                let params = [
                    Param::id("population", population),
                    count(answered),
                    Param::amount("size", size.into()),
                ];
                say(&rules::MORE_THAN_POPULATION, params.into());
            }
        }
    }
}

/// Whom the answers of a phase are about, with how many of these answered: those it asks, and those the satisfaction is of.
fn populations<'q>(
    survey: &'q Questionnaire,
    phase: Option<&'q Phase>,
    people: &OfPhase,
) -> Vec<(&'q Id, u32)> {
    let asked = phase.and_then(|phase| phase.population.as_ref());
    let satisfaction = survey.satisfaction.as_ref().filter(|of| {
        let measured_in = of.phase.as_ref().or_else(|| survey.phases.last().map(|last| &last.id));
        measured_in == phase.map(|phase| &phase.id)
    });
    let satisfied = satisfaction.and_then(|of| of.population.as_ref()).filter(|of| Some(*of) != asked);
    let asked = asked.map(|population| (population, people.count));
    asked.into_iter().chain(satisfied.map(|population| (population, people.measured))).collect()
}

/// The places of the questions that the satisfaction is measured by.
fn measured_by(form: &Form<'_>) -> Vec<usize> {
    let survey = form.questionnaire;
    let items: &[Id] = match survey.satisfaction.as_ref().map(|of| &of.definition) {
        Some(SatisfactionDefinition::TopBox { question, .. }) => std::slice::from_ref(question),
        Some(
            SatisfactionDefinition::MeanPomp { subscale }
            | SatisfactionDefinition::PersonsAbove { subscale, .. },
        ) => survey.subscale(subscale.as_str()).map_or(&[], |of| of.items.as_slice()),
        None => &[],
    };
    items.iter().filter_map(|item| form.place(item.as_str())).collect()
}

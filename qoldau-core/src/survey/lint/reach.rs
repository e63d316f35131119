//! Questions that can never be asked, and questions that can never be answered.

use std::collections::BTreeSet;

use super::domain::{Asks, values};
use super::{on, rules};
use crate::finding::{Finding, Param};
use crate::survey::expression::{Node, Outcome, evaluate};
use crate::survey::questionnaire::{AnswerKind, Asked, Form, Rule};
use crate::value::Id;

/// How many combinations of answers are tried for one question, and for all together.
const FOR_ONE: u32 = 20_000;
const FOR_ALL: u32 = 400_000;
/// Of how many other questions a question may hang: of more there are too many combinations in any case.
const QUESTIONS: usize = 12;

pub(super) fn check(form: &Form<'_>, findings: &mut Vec<Finding>) {
    let mut lint = Reach { form, never: BTreeSet::new(), left: FOR_ALL };
    for (at, asked) in form.asked.iter().enumerate() {
        let told =
            |rule| on(rule, &asked.question.id, "answer").param(Param::id("question", &asked.question.id));
        if has_no_answer(asked) {
            findings.push(told(&rules::NEVER_ANSWERED));
            continue;
        }
        if asked.relevant.node().is_some() && lint.is_ever(at, false) == Some(false) {
            lint.never.insert(at);
            findings.push(
                on(&rules::NEVER_ASKED, &asked.question.id, "relevant")
                    .param(Param::id("question", &asked.question.id)),
            );
        } else if asked.constraint.node().is_some() && lint.is_ever(at, true) == Some(false) {
            findings.push(told(&rules::NEVER_ANSWERED));
        }
    }
}

/// Whether the kind of a question leaves nothing to answer, whatever its expressions say.
fn has_no_answer(asked: &Asked<'_>) -> bool {
    // A list that is not there is another finding.
    let options = asked.list.map(|list| list.options.as_slice());
    let none = options.is_some_and(|options| options.iter().all(|option| option.missing.is_some()));
    let count = options.and_then(|options| u32::try_from(options.len()).ok());
    match &asked.question.answer {
        AnswerKind::Scale { .. } => none || asked.list.is_some_and(|list| list.ends().is_none()),
        AnswerKind::Single { .. } => none,
        AnswerKind::Multiple { least, most, .. } => {
            let beyond = least.zip(count).is_some_and(|(least, count)| least > count);
            none || beyond || least.zip(*most).is_some_and(|(least, most)| least > most) || *most == Some(0)
        }
        AnswerKind::Ranking { most, .. } => none || *most == Some(0),
        AnswerKind::Rating { lowest, highest, .. } => lowest >= highest,
        AnswerKind::Number { least, most, .. } => least.zip(*most).is_some_and(|(least, most)| least > most),
        AnswerKind::Date { from, to } => from.zip(*to).is_some_and(|(from, to)| from > to),
        AnswerKind::Text { longest } => *longest == Some(0),
        AnswerKind::YesNo {} | AnswerKind::Note {} => false,
    }
}

struct Reach<'f> {
    form: &'f Form<'f>,
    /// Questions that are known never to be asked: what depends on them is judged as if they could be.
    never: BTreeSet<usize>,
    /// How many combinations may still be tried.
    left: u32,
}

/// A question that an expression depends on, with what it can be answered with.
struct Variable<'f> {
    at: usize,
    values: Vec<Outcome<'f>>,
}

/// The answers tried, question by question in the order of the form.
struct Trial<'f, 't> {
    reach: &'t mut Reach<'f>,
    variables: &'t [Variable<'f>],
    /// The phase that is tried.
    phase: Option<&'f Id>,
    at: usize,
    with_constraint: bool,
    given: Vec<(usize, Outcome<'f>)>,
}

impl<'f> Reach<'f> {
    /// Whether a question can ever be asked (and, with its constraint, answered); nothing where that cannot be tried
    /// out.
    fn is_ever(&mut self, at: usize, with_constraint: bool) -> Option<bool> {
        let asked = self.form.asked.get(at)?;
        if matches!(*asked.relevant, Rule::Unreadable(_) | Rule::Misfit(_)) {
            return None;
        }
        let mut nodes: Vec<&'f Node> = Vec::new();
        let mut places: BTreeSet<usize> = BTreeSet::new();
        let own = asked.constraint.node().filter(|_| with_constraint);
        self.gather(asked.relevant.node().into_iter().chain(own), &mut nodes, &mut places);
        if places.len() > QUESTIONS {
            return None;
        }
        if with_constraint {
            places.insert(at);
        }
        let mut variables = Vec::new();
        let mut combinations = 1_usize;
        for place in places {
            let asked = self.form.asked.get(place)?;
            let mut asks = Asks::default();
            for node in &nodes {
                asks.add(node, Some(asked.question.id.as_str()));
            }
            if let Some(node) = own.filter(|_| place == at) {
                asks.add(node, None);
            }
            let values = values(asked, &asks)?;
            combinations = combinations.checked_mul(values.len().saturating_add(1))?;
            variables.push(Variable { at: place, values });
        }
        let phases = self.phases(asked);
        let combinations = u32::try_from(combinations.checked_mul(phases.len())?).ok()?;
        if combinations > FOR_ONE {
            return None;
        }
        self.left = self.left.checked_sub(combinations)?;
        Some(phases.into_iter().any(|phase| {
            let given = Vec::new();
            Trial { reach: self, variables: &variables, phase, at, with_constraint, given }.holds()
        }))
    }

    /// The phases a question is asked in; one without a name for a survey that has none.
    fn phases(&self, asked: &Asked<'f>) -> Vec<Option<&'f Id>> {
        let phases = &self.form.questionnaire.phases;
        let of = phases.iter().map(|phase| &phase.id).filter(|id| asked.question.is_asked_in(Some(id)));
        let phases: Vec<Option<&Id>> = of.map(Some).collect();
        if phases.is_empty() { vec![None] } else { phases }
    }

    /// Gathers the expressions a question depends on, directly or through others, and the questions they name.
    fn gather(
        &self,
        first: impl Iterator<Item = &'f Node>,
        nodes: &mut Vec<&'f Node>,
        places: &mut BTreeSet<usize>,
    ) {
        let mut open: Vec<&'f Node> = first.collect();
        while let Some(node) = open.pop().filter(|_| places.len() <= QUESTIONS) {
            nodes.push(node);
            node.questions(&mut |name| {
                let Some(place) = self.form.place(name) else { return };
                if places.insert(place) {
                    let asked = self.form.asked.get(place).filter(|_| !self.never.contains(&place));
                    open.extend(asked.and_then(|asked| asked.relevant.node()));
                }
            });
        }
    }
}

impl<'f> Trial<'f, '_> {
    fn outcome(&self, node: &'f Node, current: &Outcome<'f>) -> Outcome<'f> {
        let look = |name: &str| {
            let place = self.reach.form.place(name);
            let given = self.given.iter().find(|(at, _)| Some(*at) == place);
            given.map_or(Outcome::Absent, |(_, outcome)| outcome.clone())
        };
        evaluate(node, &look, current)
    }

    /// Whether some answers from here on make the question asked, and answered where that is wanted.
    fn holds(&mut self) -> bool {
        let Some(variable) = self.variables.get(self.given.len()) else { return self.is_reached() };
        let asked = self.reach.form.asked.get(variable.at);
        let is_asked = asked.is_some_and(|asked| {
            let condition = asked.relevant.node().filter(|_| !self.reach.never.contains(&variable.at));
            asked.question.is_asked_in(self.phase)
                && (variable.at == self.at
                    || condition
                        .is_none_or(|node| self.outcome(node, &Outcome::Absent).truth() == Some(true)))
        });
        let values = variable.values.iter().filter(|_| is_asked).cloned();
        for outcome in values.chain(std::iter::once(Outcome::Absent)) {
            self.given.push((variable.at, outcome));
            let holds = self.holds();
            self.given.pop();
            if holds {
                return true;
            }
        }
        false
    }

    fn is_reached(&self) -> bool {
        let Some(asked) = self.reach.form.asked.get(self.at) else { return false };
        let holds = |node: Option<&'f Node>, current| {
            node.is_none_or(|node| self.outcome(node, current).truth() == Some(true))
        };
        let current = self.given.iter().find(|(at, _)| *at == self.at).map(|(_, outcome)| outcome);
        let answered = current
            .is_some_and(|current| *current != Outcome::Absent && holds(asked.constraint.node(), current));
        holds(asked.relevant.node(), &Outcome::Absent) && (!self.with_constraint || answered)
    }
}

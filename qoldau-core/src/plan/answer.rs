//! Which answers a question takes. An answer that its question does not take is in force nowhere.

use std::collections::BTreeSet;

use serde::Serialize;

use super::{Due, EACH_TIME, Plan, PlanNode, PlanReading, Question, Target, TargetRule, UnitCode};
use crate::json::{At, Decode, Tree};
use crate::value::{Amount, Id, IsoDate};

/// What the answers to a question look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum AnswerForm {
    /// One of certain words of the wire form.
    OneOf {
        /// Which.
        answers: &'static [&'static str],
    },
    /// Any words; certain ones have a meaning of their own.
    Words {
        /// Which.
        known: &'static [&'static str],
    },
    /// The code of a unit.
    Unit,
    /// A whole number from 1 on.
    Count,
    /// A number above 0.
    Number,
    /// An ISO date, or two joined by `..`, the earlier first; of a deadline that recurs also `eachTime`.
    Days,
    /// Ids of indicator lines, parted by spaces, commas or semicolons.
    Lines,
}

impl Question {
    /// What its answers look like.
    #[must_use]
    pub const fn form(self) -> AnswerForm {
        match self {
            Self::Bound => {
                AnswerForm::OneOf { answers: &["exists", "atLeast", "atMost", "exactly", "level"] }
            }
            Self::Networks => AnswerForm::OneOf { answers: &["inTotal", "perNetwork", "spread"] },
            Self::Letters => AnswerForm::OneOf { answers: &["letter", "addressee"] },
            Self::TaskPosts => AnswerForm::OneOf { answers: &["within", "beside"] },
            Self::SupportCounts => AnswerForm::OneOf { answers: &["person", "service"] },
            Self::Reuse => AnswerForm::OneOf { answers: &["shared", "once"] },
            Self::Denominator => AnswerForm::Words { known: &["participants", "respondents"] },
            Self::Satisfaction => AnswerForm::Words { known: &["topTwo", "mean", "aboveScore"] },
            Self::Who => AnswerForm::Words { known: &["consultants", "influencers", "toBeEngaged"] },
            Self::CarriedBy => AnswerForm::Words { known: &["document", "agreement"] },
            Self::Other => AnswerForm::Words { known: &[] },
            Self::MonthlyUnit => AnswerForm::Unit,
            Self::PlannedEvents => AnswerForm::Count,
            Self::Amount => AnswerForm::Number,
            Self::Due => AnswerForm::Days,
            Self::Sources => AnswerForm::Lines,
        }
    }
}

impl PlanReading {
    /// Whether its question takes its answer. One it does not take is in force nowhere: the question stays open, and an
    /// earlier answer that is usable still holds.
    #[must_use]
    pub fn is_usable(&self, plan: &Plan) -> bool {
        let answer = self.answer.as_str();
        match self.question.form() {
            AnswerForm::OneOf { answers } => answers.contains(&answer),
            AnswerForm::Words { .. } => !answer.trim().is_empty(),
            AnswerForm::Unit => UnitCode::decode(&mut At(&Tree::Text(answer.into()))).is_ok(),
            AnswerForm::Count => {
                answer.parse::<Amount>().ok().and_then(Amount::to_u32).is_some_and(|n| n > 0)
            }
            AnswerForm::Number => {
                answer.parse::<Amount>().is_ok_and(|number| !number.is_negative() && !number.is_zero())
                    && !names_no_number(plan, &self.line)
                    && asks_for_number(plan, &self.line)
            }
            AnswerForm::Days => {
                answered_days(answer).is_some() || answer == EACH_TIME && recurs(plan, &self.line)
            }
            AnswerForm::Lines => {
                let withdrawn =
                    |id: &Id| plan.withdrawn.iter().any(|gone| gone.id == *id && gone.node == PlanNode::Line);
                let known = |id: &Id| plan.line(id).is_some() || withdrawn(id);
                named_lines(answer).is_some_and(|ids| ids.iter().all(known))
            }
        }
    }
}

/// Whether the deadline of what an id names recurs: of an activity, one of its lines, or an activity of a task.
fn recurs(plan: &Plan, id: &Id) -> bool {
    plan.activities().any(|(task, activity)| {
        let named =
            task.id == *id || activity.id == *id || activity.indicators.iter().any(|line| line.id == *id);
        named && matches!(activity.due, Some(Due::Recurring { .. }))
    })
}

/// Whether a number can be agreed on for what an id names: not where no target of it is a number or a percent. What the
/// plan does not know is asked elsewhere.
pub(crate) fn asks_for_number(plan: &Plan, id: &Id) -> bool {
    let is_number =
        |target: &Target| matches!(target.rule, TargetRule::Number { .. } | TargetRule::Percent { .. });
    if let Some(targets) = plan.targets_of(id) {
        return targets.is_empty() || targets.iter().any(is_number);
    }
    plan.promises().flat_map(|(_, targets)| targets).find(|target| target.id == *id).is_none_or(is_number)
}

/// Whether an id is that of something with no number of its own, or with several: a task, an activity, a goal, an expected
/// result, or a line of which nobody can say which of its targets is meant.
fn names_no_number(plan: &Plan, id: &Id) -> bool {
    if let Some(targets) = plan.targets_of(id) {
        return targets.len() > 1;
    }
    plan.activities().any(|(_, activity)| activity.id == *id)
        || plan.tasks.iter().any(|task| task.id == *id)
        || plan.numbered_texts().any(|(text, _)| text == *id)
}

/// The days of an answer to the question of a deadline: a last day, and a first one where the answer names two.
#[must_use]
pub(crate) fn answered_days(answer: &str) -> Option<(Option<IsoDate>, IsoDate)> {
    match answer.split_once("..") {
        None => Some((None, answer.trim().parse().ok()?)),
        Some((start, end)) => {
            let (start, end) = (start.trim().parse().ok()?, end.trim().parse().ok()?);
            (start <= end).then_some((Some(start), end))
        }
    }
}

/// The ids that an answer names, each once, in its order; nothing where it names none or holds something else.
#[must_use]
pub(crate) fn named_lines(answer: &str) -> Option<Vec<Id>> {
    let parts = |c: char| c.is_whitespace() || matches!(c, ',' | ';');
    let (mut ids, mut seen) = (Vec::new(), BTreeSet::new());
    for word in answer.split(parts).filter(|word| !word.is_empty()) {
        if seen.insert(word) {
            ids.push(word.parse().ok()?);
        }
    }
    if ids.is_empty() { None } else { Some(ids) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::plan::read_plan;
    use crate::plan::{ReadingSource, say_question};

    fn usable(question: Question, answer: &str) -> bool {
        let plan = read_plan(include_bytes!("../../tests/facts/plan.json")).unwrap();
        let reading = PlanReading {
            line: "t1-1".parse().unwrap(),
            question,
            answer: answer.into(),
            source: ReadingSource::Agreed,
            agreed_with: None,
            date: None,
            document: None,
        };
        reading.is_usable(&plan)
    }

    #[test]
    fn every_question_takes_the_answers_it_knows_and_no_empty_one() {
        for question in Question::ALL {
            let known = match question.form() {
                AnswerForm::OneOf { answers } => answers,
                AnswerForm::Words { known } => known,
                _ => &[],
            };
            assert!(known.iter().all(|answer| usable(question, answer)), "{question:?}");
            assert!(!usable(question, "") && !usable(question, " "), "{question:?}");
            assert!(!say_question(question).get(Language::English).is_empty());
        }
    }

    #[test]
    fn an_answer_of_another_form_is_not_taken() {
        use Question as Q;
        let taken = [
            (Q::PlannedEvents, "40"),
            (Q::Amount, "3400"),
            (Q::Amount, "0.5"),
            (Q::Due, "2024-08-31"),
            (Q::Due, "2024-06-01..2024-08-31"),
            (Q::MonthlyUnit, "post"),
            (Q::Denominator, "ауыл тұрғындарынан"),
            (Q::Sources, "t1-1 t1-2"),
            (Q::Sources, "t1-1, t1-2;t1-3"),
        ];
        for (question, answer) in taken {
            assert!(usable(question, answer), "{question:?} {answer}");
        }
        let refused = [
            (Q::PlannedEvents, "үш"),
            (Q::PlannedEvents, "2.5"),
            (Q::PlannedEvents, "0"),
            (Q::PlannedEvents, "-3"),
            (Q::Amount, "0"),
            (Q::Amount, "3 400 адам"),
            (Q::Due, "31.08.2024"),
            (Q::Due, "2024-08-31..2024-06-01"),
            (Q::Due, "2024-06-01.."),
            (Q::Letters, "perAddressee"),
            (Q::Bound, "AtLeast"),
            (Q::MonthlyUnit, "пост"),
            (Q::Sources, ","),
            (Q::Sources, "t1-1 i1"),
            (Q::Sources, "t1-1 t9-99"),
        ];
        for (question, answer) in refused {
            assert!(!usable(question, answer), "{question:?} {answer}");
        }
    }

    #[test]
    fn a_line_named_twice_is_named_once() {
        let ids = named_lines("b a, b;a c").unwrap();
        assert_eq!(ids.iter().map(Id::as_str).collect::<Vec<_>>(), ["b", "a", "c"]);
    }
}

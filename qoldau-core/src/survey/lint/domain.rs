//! What a question can be answered with, as far as conditions can tell answers apart.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::survey::expression::{Function, Node, NodeKind, Outcome, Rational, Value};
use crate::survey::questionnaire::{AnswerKind, Asked};
use crate::value::{Id, IsoDate};

/// Ratings of more steps are not tried one by one, nor more subsets of options.
const STEPS: i32 = 101;
const SUBSETS_OF: usize = 6;

/// What the expressions ask of one question.
#[derive(Debug, Default)]
pub(super) struct Asks {
    /// Numbers it is compared with.
    numbers: Vec<Rational>,
    /// Days it is compared with.
    dates: Vec<IsoDate>,
    /// Texts it is compared with and codes that are looked for.
    texts: BTreeSet<String>,
    /// Whether something else is made of it: reckoned with, counted, measured.
    otherwise: bool,
}

impl Asks {
    /// Adds what an expression asks of a question; nothing as name means the answer judged itself.
    pub(super) fn add(&mut self, node: &Node, name: Option<&str>) {
        let is_it = |node: &Node| match (&node.kind, name) {
            (NodeKind::Question(of), Some(name)) => of == name,
            (NodeKind::Current, None) => true,
            _ => false,
        };
        match &node.kind {
            NodeKind::Compare(_, one, two) if is_it(one) || is_it(two) => {
                for side in [one, two] {
                    if !is_it(side) && !self.literal(side) {
                        self.otherwise = true;
                    }
                }
            }
            NodeKind::Call(Function::Selected, arguments)
                if arguments.first().is_some_and(is_it)
                    && !arguments.get(1).is_some_and(|code| self.literal(code)) =>
            {
                self.otherwise = true;
            }
            NodeKind::Call(Function::Answered, arguments) if arguments.first().is_some_and(is_it) => {}
            NodeKind::Or(parts) | NodeKind::And(parts) => {
                // A yes or no stands for itself among conditions.
                parts.iter().filter(|part| !is_it(part)).for_each(|part| self.add(part, name));
            }
            NodeKind::Not(inner) if is_it(inner) => {}
            NodeKind::Not(inner) | NodeKind::Negate(inner) => self.add(inner, name),
            NodeKind::Compare(_, one, two) => {
                self.add(one, name);
                self.add(two, name);
            }
            NodeKind::Sum(first, rest) => {
                self.add(first, name);
                for (_, part) in rest {
                    self.add(part, name);
                }
            }
            NodeKind::Product(first, rest) => {
                self.add(first, name);
                for (_, part) in rest {
                    self.add(part, name);
                }
            }
            NodeKind::Call(_, parts) => parts.iter().for_each(|part| self.add(part, name)),
            NodeKind::Question(_) | NodeKind::Current if is_it(node) => self.otherwise = true,
            _ => {}
        }
    }

    /// Takes a value that is written out; tells whether it is one.
    fn literal(&mut self, node: &Node) -> bool {
        match &node.kind {
            NodeKind::Number(number) => self.numbers.push(*number),
            NodeKind::Negate(inner) => {
                let NodeKind::Number(number) = inner.kind else { return false };
                self.numbers.extend(number.negated());
            }
            NodeKind::Date(date) => self.dates.push(*date),
            NodeKind::Text(text) => {
                self.texts.insert(text.clone());
            }
            NodeKind::Boolean(_) => {}
            _ => return false,
        }
        true
    }
}

/// Every answer that the expressions can tell apart, without "no answer"; nothing where they are too many to be tried.
/// An empty list means that the question has no possible answer.
pub(super) fn values<'q>(asked: &Asked<'q>, asks: &Asks) -> Option<Vec<Outcome<'q>>> {
    let options = asked.list.map(|list| list.options.as_slice()).unwrap_or_default();
    let number =
        |value: i32| Outcome::Is(Value::Number(Rational::new(value.into(), 1).unwrap_or(Rational::ZERO)));
    let answers = || options.iter().filter(|option| option.missing.is_none());
    Some(match &asked.question.answer {
        AnswerKind::Scale { .. } => answers().filter_map(|option| option.value).map(number).collect(),
        AnswerKind::Rating { lowest, highest, .. } => {
            if highest.checked_sub(*lowest).is_none_or(|steps| steps >= STEPS) {
                return None;
            }
            (*lowest..=*highest).map(number).collect()
        }
        AnswerKind::Single { .. } => {
            answers().map(|option| Outcome::Is(Value::Option(option.code.as_str()))).collect()
        }
        AnswerKind::YesNo {} => [true, false].map(|yes| Outcome::Is(Value::Boolean(yes))).to_vec(),
        AnswerKind::Multiple { least, most, .. } => return subsets(asked, asks, *least, *most),
        AnswerKind::Number { least, most, places } => {
            if asks.otherwise {
                return None;
            }
            let ends = [least, most].map(|end| end.and_then(Rational::of_amount));
            return numbers(&asks.numbers, ends, *places == 0);
        }
        AnswerKind::Date { from, to } => {
            if asks.otherwise {
                return None;
            }
            let near = |day: IsoDate| [day.add_days(-1), Some(day), day.add_days(1)];
            let known = asks.dates.iter().copied().chain(*from).chain(*to);
            let days: BTreeSet<IsoDate> = known.flat_map(near).flatten().collect();
            let within =
                |day: &IsoDate| from.is_none_or(|from| *day >= from) && to.is_none_or(|to| *day <= to);
            days.into_iter().filter(within).map(|day| Outcome::Is(Value::Date(day))).collect()
        }
        AnswerKind::Text { .. } => {
            if asks.otherwise {
                return None;
            }
            let other = std::iter::once("\u{1}".to_owned());
            let texts = asks.texts.iter().cloned().chain(other);
            texts.map(|text| Outcome::Is(Value::Text(Cow::Owned(text)))).collect()
        }
        AnswerKind::Ranking { .. } | AnswerKind::Note {} => return None,
    })
}

/// Numbers at, between and beyond those that are compared with, within the ends.
fn numbers<'q>(
    compared: &[Rational],
    [least, most]: [Option<Rational>; 2],
    whole: bool,
) -> Option<Vec<Outcome<'q>>> {
    let one = Rational::new(1, 1)?;
    let half = Rational::new(1, 2)?;
    let mut points: Vec<Rational> = compared.iter().copied().chain(least).chain(most).collect();
    points.sort_unstable();
    points.dedup();
    let mut tried = points.clone();
    for point in &points {
        let floor = Rational::new(point.numerator().checked_div_euclid(point.denominator())?, 1)?;
        tried.extend([floor.add(one)?, floor, floor.subtract(one)?, point.add(one)?, point.subtract(one)?]);
    }
    for two in points.windows(2) {
        if let [low, high] = two {
            tried.push(low.add(*high)?.multiply(half)?);
        }
    }
    if tried.is_empty() {
        tried.push(Rational::ZERO);
    }
    tried.sort_unstable();
    tried.dedup();
    let within = |number: &Rational| {
        (!whole || number.is_whole())
            && least.is_none_or(|least| *number >= least)
            && most.is_none_or(|most| *number <= most)
    };
    Some(tried.into_iter().filter(within).map(|number| Outcome::Is(Value::Number(number))).collect())
}

/// The sets of marks that can be told apart: of the options that are looked for, and one that stands for the others.
fn subsets<'q>(
    asked: &Asked<'q>,
    asks: &Asks,
    least: Option<u32>,
    most: Option<u32>,
) -> Option<Vec<Outcome<'q>>> {
    let options = asked.list?.options.iter().filter(|option| option.missing.is_none());
    let (mut wanted, others): (Vec<_>, Vec<_>) = options
        .partition(|option| asks.otherwise || least.is_some() || asks.texts.contains(option.code.as_str()));
    wanted.extend(others.iter().find(|option| !option.exclusive).copied());
    if wanted.len() > SUBSETS_OF {
        return None;
    }
    let mut sets: Vec<Vec<_>> = vec![Vec::new()];
    for option in wanted {
        let with = |set: &Vec<_>| {
            let mut set = set.clone();
            set.push(option);
            set
        };
        let more: Vec<Vec<_>> = sets.iter().map(with).collect();
        sets.extend(more);
    }
    let alone = others.iter().filter(|option| option.exclusive).map(|option| vec![*option]);
    let possible = sets.into_iter().chain(alone).filter(|set| {
        let marks = u32::try_from(set.len()).unwrap_or(u32::MAX);
        let stands_alone = set.iter().any(|option| option.exclusive);
        let enough = stands_alone || least.is_none_or(|least| marks >= least);
        (1..=most.unwrap_or(u32::MAX)).contains(&marks) && enough && (marks == 1 || !stands_alone)
    });
    let codes = |set: Vec<&crate::survey::questionnaire::Choice>| -> Vec<Id> {
        set.into_iter().map(|option| option.code.clone()).collect()
    };
    Some(possible.map(|set| Outcome::Is(Value::Options(Cow::Owned(codes(set))))).collect())
}

//! What an expression comes to, given answers.

use std::borrow::Cow;
use std::cmp::Ordering;

use super::rational::Rational;
use super::tree::{Comparison, Factor, Function, Node, NodeKind};
use crate::value::{Id, IsoDate};

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Value<'a> {
    Number(Rational),
    Text(Cow<'a, str>),
    Boolean(bool),
    Date(IsoDate),
    /// The code of one option.
    Option(&'a str),
    /// The codes of several, in the order given.
    Options(Cow<'a, [Id]>),
}

/// What an expression comes to.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Outcome<'a> {
    /// A value.
    Is(Value<'a>),
    /// None, because an answer is missing: neither no nor 0.
    Absent,
    /// Nothing could be reckoned: a division by 0, a number that does not fit, types that do not go together.
    NotEvaluated,
}

impl Outcome<'_> {
    /// Yes, no, or neither.
    pub(crate) fn truth(&self) -> Option<bool> {
        match self {
            Self::Is(Value::Boolean(truth)) => Some(*truth),
            _ => None,
        }
    }

    fn has_answer(&self) -> bool {
        !matches!(self, Self::Absent)
    }
}

/// The answers an expression speaks of.
pub(crate) struct Answers<'a, 's> {
    look: &'s dyn Fn(&str) -> Outcome<'a>,
    current: &'s Outcome<'a>,
}

/// What an expression comes to. `look` gives the answer of a question by name, `current` is the answer judged.
pub(crate) fn evaluate<'a>(
    node: &'a Node,
    look: &dyn Fn(&str) -> Outcome<'a>,
    current: &Outcome<'a>,
) -> Outcome<'a> {
    Answers { look, current }.of(node)
}

/// Why there is no value.
enum Lack {
    Absent,
    NotEvaluated,
}

type Got<T> = Result<T, Lack>;

fn boolean<'a>(truth: bool) -> Outcome<'a> {
    Outcome::Is(Value::Boolean(truth))
}

fn number<'a>(number: Option<Rational>) -> Got<Value<'a>> {
    number.map(Value::Number).ok_or(Lack::NotEvaluated)
}

impl<'a> Answers<'a, '_> {
    fn of(&self, node: &'a Node) -> Outcome<'a> {
        match self.value(node) {
            Ok(value) => Outcome::Is(value),
            Err(Lack::Absent) => Outcome::Absent,
            Err(Lack::NotEvaluated) => Outcome::NotEvaluated,
        }
    }

    fn value(&self, node: &'a Node) -> Got<Value<'a>> {
        match &node.kind {
            NodeKind::Number(number) => Ok(Value::Number(*number)),
            NodeKind::Text(text) => Ok(Value::Text(text.into())),
            NodeKind::Boolean(truth) => Ok(Value::Boolean(*truth)),
            NodeKind::Date(date) => Ok(Value::Date(*date)),
            NodeKind::Question(name) => taken((self.look)(name)),
            NodeKind::Current => taken(self.current.clone()),
            NodeKind::And(parts) => taken(self.kleene(parts, false)),
            NodeKind::Or(parts) => taken(self.kleene(parts, true)),
            NodeKind::Not(inner) => Ok(Value::Boolean(!self.truth(inner)?)),
            NodeKind::Compare(comparison, one, two) => {
                let (one, two) = self.both(one, two)?;
                compared(*comparison, &one, &two).map(Value::Boolean)
            }
            NodeKind::Sum(first, rest) => self.sum(first, rest),
            NodeKind::Product(first, rest) => self.product(first, rest),
            NodeKind::Negate(inner) => number(self.number(inner)?.negated()),
            NodeKind::Call(function, arguments) => self.call(*function, arguments),
        }
    }

    /// Kleene's `and` (`decides` is no) and `or` (yes): one part that decides is enough, whatever the others come to.
    fn kleene(&self, parts: &'a [Node], decides: bool) -> Outcome<'a> {
        let mut open = boolean(!decides);
        for part in parts {
            match self.of(part) {
                Outcome::Is(Value::Boolean(truth)) if truth == decides => return boolean(decides),
                Outcome::Absent if open != Outcome::NotEvaluated => open = Outcome::Absent,
                Outcome::Is(Value::Boolean(_)) | Outcome::Absent => {}
                Outcome::Is(_) | Outcome::NotEvaluated => open = Outcome::NotEvaluated,
            }
        }
        open
    }

    /// Two values; what cannot be evaluated outweighs what is not there, whichever comes first.
    fn both(&self, one: &'a Node, two: &'a Node) -> Got<(Value<'a>, Value<'a>)> {
        match (self.value(one), self.value(two)) {
            (Ok(one), Ok(two)) => Ok((one, two)),
            (Err(Lack::NotEvaluated), _) | (_, Err(Lack::NotEvaluated)) => Err(Lack::NotEvaluated),
            _ => Err(Lack::Absent),
        }
    }

    fn truth(&self, node: &'a Node) -> Got<bool> {
        match self.value(node)? {
            Value::Boolean(truth) => Ok(truth),
            _ => Err(Lack::NotEvaluated),
        }
    }

    fn number(&self, node: &'a Node) -> Got<Rational> {
        match self.value(node)? {
            Value::Number(number) => Ok(number),
            _ => Err(Lack::NotEvaluated),
        }
    }

    /// Every value of a chain, or what keeps it from one.
    fn all<'n>(&self, nodes: impl Iterator<Item = &'a Node> + 'n) -> Got<Vec<Value<'a>>>
    where
        'a: 'n,
    {
        let mut values = Vec::new();
        let mut absent = false;
        for node in nodes {
            match self.value(node) {
                Ok(value) => values.push(value),
                Err(Lack::Absent) => absent = true,
                Err(Lack::NotEvaluated) => return Err(Lack::NotEvaluated),
            }
        }
        if absent { Err(Lack::Absent) } else { Ok(values) }
    }

    fn sum(&self, first: &'a Node, rest: &'a [(bool, Node)]) -> Got<Value<'a>> {
        let nodes = std::iter::once(first).chain(rest.iter().map(|(_, node)| node));
        let mut values = self.all(nodes)?.into_iter();
        let mut sum = values.next().ok_or(Lack::NotEvaluated)?;
        for (value, (taken, _)) in values.zip(rest) {
            sum = added(&sum, &value, *taken).ok_or(Lack::NotEvaluated)?;
        }
        Ok(sum)
    }

    fn product(&self, first: &'a Node, rest: &'a [(Factor, Node)]) -> Got<Value<'a>> {
        let mut product = self.factor(first)?;
        for (factor, node) in rest {
            let by = self.factor(node)?;
            // Divided by 0, it is none whatever else is not there.
            if *factor != Factor::Times && by == Some(Rational::ZERO) {
                return Err(Lack::NotEvaluated);
            }
            let Some((so_far, by)) = product.zip(by) else {
                product = None;
                continue;
            };
            let reckoned = match factor {
                Factor::Times => so_far.multiply(by),
                Factor::Over => so_far.divide(by),
                Factor::Modulo => so_far.remainder(by),
            };
            product = Some(reckoned.ok_or(Lack::NotEvaluated)?);
        }
        product.map(Value::Number).ok_or(Lack::Absent)
    }

    /// A number to multiply or to divide by; nothing where it is not there.
    fn factor(&self, node: &'a Node) -> Got<Option<Rational>> {
        match self.value(node) {
            Ok(Value::Number(number)) => Ok(Some(number)),
            Err(Lack::Absent) => Ok(None),
            Ok(_) | Err(Lack::NotEvaluated) => Err(Lack::NotEvaluated),
        }
    }

    fn call(&self, function: Function, arguments: &'a [Node]) -> Got<Value<'a>> {
        let Some(first) = arguments.first() else { return Err(Lack::NotEvaluated) };
        match function {
            Function::Answered => Ok(Value::Boolean(self.of(first).has_answer())),
            Function::Selected | Function::Rank => self.option(function, first, arguments.get(1)),
            Function::CountSelected => match self.value(first)? {
                Value::Options(codes) => number(whole(codes.len())),
                _ => Err(Lack::NotEvaluated),
            },
            Function::StringLength => match self.value(first)? {
                Value::Text(text) => number(whole(text.chars().count())),
                _ => Err(Lack::NotEvaluated),
            },
            Function::Abs => {
                let of = self.number(first)?;
                if of < Rational::ZERO { number(of.negated()) } else { Ok(Value::Number(of)) }
            }
            Function::Min | Function::Max => self.extreme(function, arguments),
            Function::If => {
                let branch = if self.truth(first)? { arguments.get(1) } else { arguments.get(2) };
                branch.map_or(Err(Lack::NotEvaluated), |branch| self.value(branch))
            }
            Function::Coalesce => {
                let given = arguments.iter().map(|argument| self.of(argument)).find(Outcome::has_answer);
                taken(given.unwrap_or(Outcome::Absent))
            }
            Function::Date => Err(Lack::NotEvaluated),
        }
    }

    fn option(&self, function: Function, question: &'a Node, code: Option<&'a Node>) -> Got<Value<'a>> {
        let (given, code) = self.both(question, code.ok_or(Lack::NotEvaluated)?)?;
        let Value::Text(code) = code else { return Err(Lack::NotEvaluated) };
        match (function, given) {
            (Function::Selected, Value::Option(given)) => Ok(Value::Boolean(given == code)),
            (Function::Selected, Value::Options(codes)) => {
                Ok(Value::Boolean(codes.iter().any(|given| given.as_str() == code)))
            }
            (Function::Rank, Value::Options(codes)) => {
                let place = codes.iter().position(|given| given.as_str() == code).ok_or(Lack::Absent)?;
                number(whole(place.saturating_add(1)))
            }
            _ => Err(Lack::NotEvaluated),
        }
    }

    fn extreme(&self, function: Function, arguments: &'a [Node]) -> Got<Value<'a>> {
        let values = self.all(arguments.iter())?;
        let numbers: Option<Vec<Rational>> = values
            .iter()
            .map(|value| if let Value::Number(number) = value { Some(*number) } else { None })
            .collect();
        let numbers = numbers.ok_or(Lack::NotEvaluated)?.into_iter();
        number(if function == Function::Min { numbers.min() } else { numbers.max() })
    }
}

fn taken(outcome: Outcome<'_>) -> Got<Value<'_>> {
    match outcome {
        Outcome::Is(value) => Ok(value),
        Outcome::Absent => Err(Lack::Absent),
        Outcome::NotEvaluated => Err(Lack::NotEvaluated),
    }
}

fn whole(count: usize) -> Option<Rational> {
    Rational::new(i128::try_from(count).ok()?, 1)
}

/// A sum or a difference of numbers, a day so many days away, or the days between two.
fn added<'a>(sum: &Value<'a>, value: &Value<'a>, taken: bool) -> Option<Value<'a>> {
    match (sum, value) {
        (Value::Number(one), Value::Number(two)) => {
            Some(Value::Number(if taken { one.subtract(*two) } else { one.add(*two) }?))
        }
        (Value::Date(day), Value::Number(days)) => {
            let days = if taken { days.negated()? } else { *days };
            let days = i32::try_from(days.numerator()).ok().filter(|_| days.is_whole())?;
            Some(Value::Date(day.add_days(days)?))
        }
        (Value::Date(one), Value::Date(two)) if taken => {
            Some(Value::Number(Rational::new(two.days_until(*one).into(), 1)?))
        }
        _ => None,
    }
}

fn compared(comparison: Comparison, one: &Value<'_>, two: &Value<'_>) -> Got<bool> {
    let equal = |equal: bool| match comparison {
        Comparison::Equal => Ok(equal),
        Comparison::NotEqual => Ok(!equal),
        _ => Err(Lack::NotEvaluated),
    };
    let ordering = match (one, two) {
        (Value::Number(one), Value::Number(two)) => one.cmp(two),
        (Value::Date(one), Value::Date(two)) => one.cmp(two),
        (Value::Boolean(one), Value::Boolean(two)) => return equal(one == two),
        (Value::Text(one), Value::Text(two)) => return equal(one == two),
        (Value::Option(one), Value::Option(two)) => return equal(one == two),
        (Value::Option(code), Value::Text(text)) | (Value::Text(text), Value::Option(code)) => {
            return equal(*code == text.as_ref());
        }
        _ => return Err(Lack::NotEvaluated),
    };
    Ok(match comparison {
        Comparison::Equal => ordering == Ordering::Equal,
        Comparison::NotEqual => ordering != Ordering::Equal,
        Comparison::Less => ordering == Ordering::Less,
        Comparison::AtMost => ordering != Ordering::Greater,
        Comparison::More => ordering == Ordering::Greater,
        Comparison::AtLeast => ordering != Ordering::Less,
    })
}

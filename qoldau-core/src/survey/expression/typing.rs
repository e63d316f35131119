//! What type the parts of an expression have, told before any answer is there.

use super::tree::{Comparison, Function, Node, NodeKind};
use super::{TypeFault, TypeProblem, ValueType};
use crate::survey::questionnaire::OptionList;

/// What an expression knows of a name.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Known<'a> {
    /// An earlier question.
    Earlier(Kind<'a>),
    /// A question that comes later, or the question itself.
    Later,
    /// A note.
    Note,
    /// Nothing.
    Unknown,
}

/// A type, with the list its options come from.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Kind<'a> {
    pub(crate) value: ValueType,
    pub(crate) list: Option<&'a OptionList>,
}

impl Kind<'_> {
    const fn of(value: ValueType) -> Self {
        Self { value, list: None }
    }
}

/// What an expression may speak of.
pub(crate) struct Scope<'a, 's> {
    /// The names.
    pub(crate) known: &'s dyn Fn(&str) -> Known<'a>,
    /// The answer that is being judged; nothing outside of constraints.
    pub(crate) current: Option<Kind<'a>>,
}

/// The type of an expression; nothing where a fault leaves it open. Every fault is told once, where it stands.
pub(crate) fn type_of<'a>(
    node: &Node,
    scope: &Scope<'a, '_>,
    faults: &mut Vec<TypeFault>,
) -> Option<Kind<'a>> {
    Typing { scope, faults }.of(node)
}

struct Typing<'a, 's, 'f> {
    scope: &'f Scope<'a, 's>,
    faults: &'f mut Vec<TypeFault>,
}

impl<'a> Typing<'a, '_, '_> {
    fn of(&mut self, node: &Node) -> Option<Kind<'a>> {
        match &node.kind {
            NodeKind::Number(_) => Some(Kind::of(ValueType::Number)),
            NodeKind::Text(_) => Some(Kind::of(ValueType::Text)),
            NodeKind::Boolean(_) => Some(Kind::of(ValueType::Boolean)),
            NodeKind::Date(_) => Some(Kind::of(ValueType::Date)),
            NodeKind::Question(name) => self.question(node.at, name),
            NodeKind::Current => {
                if self.scope.current.is_none() {
                    self.fault(node.at, TypeProblem::NoCurrent {});
                }
                self.scope.current
            }
            NodeKind::Or(parts) | NodeKind::And(parts) => {
                for part in parts {
                    self.need(part, ValueType::Boolean);
                }
                Some(Kind::of(ValueType::Boolean))
            }
            NodeKind::Not(inner) => {
                self.need(inner, ValueType::Boolean);
                Some(Kind::of(ValueType::Boolean))
            }
            NodeKind::Compare(comparison, one, two) => {
                self.comparison(*comparison, one, two);
                Some(Kind::of(ValueType::Boolean))
            }
            NodeKind::Sum(first, rest) => self.sum(first, rest),
            NodeKind::Product(first, rest) => {
                self.need(first, ValueType::Number);
                for (_, part) in rest {
                    self.need(part, ValueType::Number);
                }
                Some(Kind::of(ValueType::Number))
            }
            NodeKind::Negate(inner) => {
                self.need(inner, ValueType::Number);
                Some(Kind::of(ValueType::Number))
            }
            NodeKind::Call(function, arguments) => self.call(*function, arguments),
        }
    }

    fn fault(&mut self, at: u32, problem: TypeProblem) {
        self.faults.push(TypeFault { at, problem });
    }

    fn question(&mut self, at: u32, name: &str) -> Option<Kind<'a>> {
        let name = name.to_owned();
        match (self.scope.known)(&name) {
            Known::Earlier(kind) => return Some(kind),
            Known::Later => self.fault(at, TypeProblem::LaterQuestion { name }),
            Known::Note => self.fault(at, TypeProblem::NoAnswer { name }),
            Known::Unknown => self.fault(at, TypeProblem::UnknownQuestion { name }),
        }
        None
    }

    fn need(&mut self, node: &Node, expected: ValueType) {
        if let Some(kind) = self.of(node)
            && kind.value != expected
        {
            self.fault(node.at, TypeProblem::Mismatch { expected: Some(expected), found: kind.value });
        }
    }

    fn comparison(&mut self, comparison: Comparison, one: &Node, two: &Node) {
        let (Some(left), Some(right)) = (self.of(one), self.of(two)) else { return };
        let ordered = !matches!(comparison, Comparison::Equal | Comparison::NotEqual);
        match (left.value, right.value) {
            (ValueType::Option, ValueType::Text) if !ordered => self.code(left.list, two),
            (ValueType::Text, ValueType::Option) if !ordered => self.code(right.list, one),
            // Options are marked or not, which `selected` asks.
            (ValueType::Options, _) => {
                self.fault(one.at, TypeProblem::Mismatch { expected: None, found: ValueType::Options });
            }
            (expected, found) if expected != found => {
                self.fault(two.at, TypeProblem::Mismatch { expected: Some(expected), found });
            }
            (ValueType::Number | ValueType::Date, _) => {}
            (found, _) if ordered => {
                self.fault(one.at, TypeProblem::Mismatch { expected: Some(ValueType::Number), found });
            }
            _ => {}
        }
    }

    /// Whether a code that is written out is one of the list's.
    fn code(&mut self, list: Option<&OptionList>, node: &Node) {
        if let (Some(list), NodeKind::Text(code)) = (list, &node.kind)
            && list.option(code).is_none()
        {
            self.fault(node.at, TypeProblem::UnknownOption { code: code.clone() });
        }
    }

    /// Numbers added, days counted from a day, or the days between two.
    fn sum(&mut self, first: &Node, rest: &[(bool, Node)]) -> Option<Kind<'a>> {
        let mut sum = self.of(first)?.value;
        if !matches!(sum, ValueType::Number | ValueType::Date) {
            self.fault(first.at, TypeProblem::Mismatch { expected: Some(ValueType::Number), found: sum });
            return None;
        }
        for (taken, part) in rest {
            let found = self.of(part)?.value;
            sum = match (sum, found, taken) {
                (sum, ValueType::Number, _) => sum,
                (ValueType::Date, ValueType::Date, true) => ValueType::Number,
                _ => {
                    let expected = Some(ValueType::Number);
                    self.fault(part.at, TypeProblem::Mismatch { expected, found });
                    return None;
                }
            };
        }
        Some(Kind::of(sum))
    }

    fn call(&mut self, function: Function, arguments: &[Node]) -> Option<Kind<'a>> {
        let (Some(first), second) = (arguments.first(), arguments.get(1)) else { return None };
        match function {
            Function::Answered => {
                self.answer_of(first)?;
                Some(Kind::of(ValueType::Boolean))
            }
            Function::Selected => {
                self.option_of(first, second, &[ValueType::Option, ValueType::Options]);
                Some(Kind::of(ValueType::Boolean))
            }
            Function::Rank => {
                self.option_of(first, second, &[ValueType::Options]);
                Some(Kind::of(ValueType::Number))
            }
            Function::CountSelected => {
                self.need(first, ValueType::Options);
                Some(Kind::of(ValueType::Number))
            }
            Function::StringLength => {
                self.need(first, ValueType::Text);
                Some(Kind::of(ValueType::Number))
            }
            Function::Abs | Function::Min | Function::Max => {
                for argument in arguments {
                    self.need(argument, ValueType::Number);
                }
                Some(Kind::of(ValueType::Number))
            }
            Function::If => {
                self.need(first, ValueType::Boolean);
                self.alike(arguments.get(1..).unwrap_or_default())
            }
            Function::Coalesce => self.alike(arguments),
            Function::Date => Some(Kind::of(ValueType::Date)),
        }
    }

    /// The type of an argument that must be an answer and not something reckoned.
    fn answer_of(&mut self, node: &Node) -> Option<Kind<'a>> {
        let kind = self.of(node)?;
        if !matches!(node.kind, NodeKind::Question(_) | NodeKind::Current) {
            self.fault(node.at, TypeProblem::Mismatch { expected: None, found: kind.value });
        }
        Some(kind)
    }

    fn option_of(&mut self, question: &Node, code: Option<&Node>, allowed: &[ValueType]) {
        let kind = self.answer_of(question);
        if let Some(code) = code {
            self.need(code, ValueType::Text);
        }
        let Some(kind) = kind else { return };
        if allowed.contains(&kind.value) {
            if let Some(code) = code {
                self.code(kind.list, code);
            }
        } else {
            let expected = allowed.last().copied();
            self.fault(question.at, TypeProblem::Mismatch { expected, found: kind.value });
        }
    }

    /// Several parts that must be of one type.
    fn alike(&mut self, parts: &[Node]) -> Option<Kind<'a>> {
        let mut kinds = parts.iter().filter_map(|part| Some((part, self.of(part)?))).collect::<Vec<_>>();
        let (_, first) = kinds.first().copied()?;
        for (part, kind) in kinds.drain(1..) {
            if kind.value != first.value {
                let expected = Some(first.value);
                self.faults.push(TypeFault {
                    at: part.at,
                    problem: TypeProblem::Mismatch { expected, found: kind.value },
                });
            }
        }
        Some(first)
    }
}

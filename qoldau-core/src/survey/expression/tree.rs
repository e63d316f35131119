//! An expression as a tree. Chains of one rank lie in one node, so that its depth is that of its brackets.

use super::rational::Rational;
use crate::value::IsoDate;

/// A part of an expression with the place of its first character, counted from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Node {
    pub(crate) at: u32,
    pub(crate) kind: NodeKind,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum NodeKind {
    Number(Rational),
    Text(String),
    Boolean(bool),
    Date(IsoDate),
    /// The answer of a question, by name.
    Question(String),
    /// The answer that is being judged.
    Current,
    /// One of several holds.
    Or(Vec<Node>),
    /// All of several hold.
    And(Vec<Node>),
    Not(Box<Node>),
    Compare(Comparison, Box<Node>, Box<Node>),
    /// The first, then those added to it or (true) taken from it.
    Sum(Box<Node>, Vec<(bool, Node)>),
    Product(Box<Node>, Vec<(Factor, Node)>),
    Negate(Box<Node>),
    Call(Function, Vec<Node>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Comparison {
    Equal,
    NotEqual,
    Less,
    AtMost,
    More,
    AtLeast,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Factor {
    Times,
    Over,
    Modulo,
}

/// The functions. Those of `XLSForm` have its names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Function {
    /// Whether a question has an answer: `answered(q)`; never itself without one.
    Answered,
    /// Whether an option is marked: `selected(q, 'code')`.
    Selected,
    /// How many options are marked: `count_selected(q)`.
    CountSelected,
    /// The place an option was ranked at: `rank(q, 'code')`.
    Rank,
    /// How many characters a text has: `string_length(q)`.
    StringLength,
    Abs,
    Min,
    Max,
    /// `if(condition, then, else)`.
    If,
    /// The first that has an answer: `coalesce(q, 0)`.
    Coalesce,
    /// A day: `date('2024-06-01')`; its argument is read when the expression is.
    Date,
}

impl Function {
    const ALL: [(&'static str, Self, usize, usize); 11] = [
        ("answered", Self::Answered, 1, 1),
        ("selected", Self::Selected, 2, 2),
        ("count_selected", Self::CountSelected, 1, 1),
        ("rank", Self::Rank, 2, 2),
        ("string_length", Self::StringLength, 1, 1),
        ("abs", Self::Abs, 1, 1),
        ("min", Self::Min, 1, 64),
        ("max", Self::Max, 1, 64),
        ("if", Self::If, 3, 3),
        ("coalesce", Self::Coalesce, 2, 64),
        ("date", Self::Date, 1, 1),
    ];

    /// The function of a name.
    pub(super) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(of, ..)| *of == name).map(|(_, function, ..)| function)
    }

    /// Whether it takes so many arguments.
    pub(super) fn takes(self, arguments: usize) -> bool {
        Self::ALL
            .into_iter()
            .any(|(_, function, least, most)| function == self && (least..=most).contains(&arguments))
    }
}

impl Node {
    /// Tells every question that is named, in the order of the text.
    pub(crate) fn questions<'n>(&'n self, tell: &mut impl FnMut(&'n str)) {
        match &self.kind {
            NodeKind::Question(name) => tell(name),
            NodeKind::Or(parts) | NodeKind::And(parts) | NodeKind::Call(_, parts) => {
                for part in parts {
                    part.questions(tell);
                }
            }
            NodeKind::Not(inner) | NodeKind::Negate(inner) => inner.questions(tell),
            NodeKind::Compare(_, one, two) => {
                one.questions(tell);
                two.questions(tell);
            }
            NodeKind::Sum(first, rest) => {
                first.questions(tell);
                for (_, part) in rest {
                    part.questions(tell);
                }
            }
            NodeKind::Product(first, rest) => {
                first.questions(tell);
                for (_, part) in rest {
                    part.questions(tell);
                }
            }
            NodeKind::Number(_)
            | NodeKind::Text(_)
            | NodeKind::Boolean(_)
            | NodeKind::Date(_)
            | NodeKind::Current => {}
        }
    }
}

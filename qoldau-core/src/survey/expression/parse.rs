//! Reads an expression by descent, a rank of operators at a time.

use super::rational::Rational;
use super::token::{Token, TokenKind, tokens};
use super::tree::{Comparison, Factor, Function, Node, NodeKind};
use super::{LONGEST, SyntaxError, SyntaxProblem};

/// How deep brackets may nest.
const DEEPEST: u32 = 32;

type Parsed = Result<Node, (u32, SyntaxProblem)>;

/// Reads an expression.
pub(crate) fn parse(text: &str) -> Result<Node, SyntaxError> {
    let placed = |(at, problem)| SyntaxError { at, problem };
    let end = u32::try_from(text.chars().take(LONGEST.saturating_add(1)).count()).unwrap_or(u32::MAX);
    if text.chars().nth(LONGEST).is_some() {
        return Err(placed((end, SyntaxProblem::TooLong {})));
    }
    let tokens = tokens(text).map_err(placed)?;
    let mut parser = Parser { tokens: tokens.into_iter().peekable(), end: end.saturating_add(1), depth: 0 };
    let node = parser.or().map_err(placed)?;
    match parser.tokens.next() {
        None => Ok(node),
        Some(Token { at, .. }) => Err(placed((at, SyntaxProblem::Unexpected {}))),
    }
}

struct Parser {
    tokens: std::iter::Peekable<std::vec::IntoIter<Token>>,
    /// The place behind the last character.
    end: u32,
    depth: u32,
}

impl Parser {
    fn at(&mut self) -> u32 {
        self.tokens.peek().map_or(self.end, |token| token.at)
    }

    /// Takes the next token when it is one of some signs or words.
    fn one_of<T: Copy>(&mut self, wanted: &[(&str, T)]) -> Option<T> {
        let word = match &self.tokens.peek()?.kind {
            TokenKind::Sign(sign) => sign,
            TokenKind::Word(word) => word.as_str(),
            _ => return None,
        };
        let found = wanted.iter().find(|(sign, _)| *sign == word).map(|(_, meaning)| *meaning);
        if found.is_some() {
            self.tokens.next();
        }
        found
    }

    fn or(&mut self) -> Parsed {
        self.chain(&[("or", ())], Self::and, NodeKind::Or)
    }

    fn and(&mut self) -> Parsed {
        self.chain(&[("and", ())], Self::not, NodeKind::And)
    }

    fn chain(
        &mut self,
        joint: &[(&str, ())],
        part: impl Fn(&mut Self) -> Parsed,
        whole: impl Fn(Vec<Node>) -> NodeKind,
    ) -> Parsed {
        let at = self.at();
        let first = part(self)?;
        let mut parts = vec![first];
        while self.one_of(joint).is_some() {
            parts.push(part(self)?);
        }
        if parts.len() > 1 {
            return Ok(Node { at, kind: whole(parts) });
        }
        parts.pop().ok_or((at, SyntaxProblem::EndsEarly {}))
    }

    fn not(&mut self) -> Parsed {
        let at = self.at();
        if self.one_of(&[("not", ())]).is_none() {
            return self.comparison();
        }
        let inner = self.deeper(at, Self::not)?;
        Ok(Node { at, kind: NodeKind::Not(Box::new(inner)) })
    }

    fn comparison(&mut self) -> Parsed {
        use Comparison as C;
        const SIGNS: [(&str, Comparison); 6] = [
            ("=", C::Equal),
            ("!=", C::NotEqual),
            ("<", C::Less),
            ("<=", C::AtMost),
            (">", C::More),
            (">=", C::AtLeast),
        ];
        let at = self.at();
        let left = self.sum()?;
        let Some(comparison) = self.one_of(&SIGNS) else { return Ok(left) };
        let right = self.sum()?;
        let again = self.at();
        if self.one_of(&SIGNS).is_some() {
            return Err((again, SyntaxProblem::ComparedTwice {}));
        }
        Ok(Node { at, kind: NodeKind::Compare(comparison, Box::new(left), Box::new(right)) })
    }

    fn sum(&mut self) -> Parsed {
        let at = self.at();
        let first = self.product()?;
        let mut rest = Vec::new();
        while let Some(taken) = self.one_of(&[("+", false), ("-", true)]) {
            rest.push((taken, self.product()?));
        }
        if rest.is_empty() {
            return Ok(first);
        }
        Ok(Node { at, kind: NodeKind::Sum(Box::new(first), rest) })
    }

    fn product(&mut self) -> Parsed {
        const SIGNS: [(&str, Factor); 5] = [
            ("*", Factor::Times),
            ("/", Factor::Over),
            ("div", Factor::Over),
            ("%", Factor::Modulo),
            ("mod", Factor::Modulo),
        ];
        let at = self.at();
        let first = self.unary()?;
        let mut rest = Vec::new();
        while let Some(factor) = self.one_of(&SIGNS) {
            rest.push((factor, self.unary()?));
        }
        if rest.is_empty() {
            return Ok(first);
        }
        Ok(Node { at, kind: NodeKind::Product(Box::new(first), rest) })
    }

    fn unary(&mut self) -> Parsed {
        let at = self.at();
        if self.one_of(&[("-", ())]).is_none() {
            return self.primary();
        }
        let inner = self.deeper(at, Self::unary)?;
        Ok(Node { at, kind: NodeKind::Negate(Box::new(inner)) })
    }

    /// One level deeper, as far as that is allowed.
    fn deeper(&mut self, at: u32, part: impl Fn(&mut Self) -> Parsed) -> Parsed {
        self.depth = self.depth.saturating_add(1);
        if self.depth > DEEPEST {
            return Err((at, SyntaxProblem::TooDeep {}));
        }
        let node = part(self);
        self.depth = self.depth.saturating_sub(1);
        node
    }

    fn primary(&mut self) -> Parsed {
        let Some(Token { at, kind }) = self.tokens.next() else {
            return Err((self.end, SyntaxProblem::EndsEarly {}));
        };
        let kind = match kind {
            TokenKind::Number(digits) => {
                NodeKind::Number(Rational::of_decimal(&digits).ok_or((at, SyntaxProblem::NotANumber {}))?)
            }
            TokenKind::Text(text) => NodeKind::Text(text),
            TokenKind::Name(name) => NodeKind::Question(name),
            TokenKind::Sign(".") => NodeKind::Current,
            TokenKind::Sign("(") => {
                let inner = self.deeper(at, Self::or)?;
                self.close()?;
                return Ok(inner);
            }
            TokenKind::Sign(_) => return Err((at, SyntaxProblem::Unexpected {})),
            TokenKind::Word(word) => self.word(at, word)?,
        };
        Ok(Node { at, kind })
    }

    fn word(&mut self, at: u32, word: String) -> Result<NodeKind, (u32, SyntaxProblem)> {
        if self.one_of(&[("(", ())]).is_some() {
            let function =
                Function::named(&word).ok_or((at, SyntaxProblem::UnknownFunction { name: word }))?;
            return self.call(at, function);
        }
        Ok(match word.as_str() {
            "true" => NodeKind::Boolean(true),
            "false" => NodeKind::Boolean(false),
            "and" | "or" | "div" | "mod" => return Err((at, SyntaxProblem::Unexpected {})),
            _ => NodeKind::Question(word),
        })
    }

    fn call(&mut self, at: u32, function: Function) -> Result<NodeKind, (u32, SyntaxProblem)> {
        let mut arguments = Vec::new();
        if self.one_of(&[(")", ())]).is_none() {
            loop {
                arguments.push(self.deeper(at, Self::or)?);
                if self.one_of(&[(",", ())]).is_none() {
                    break;
                }
            }
            self.close()?;
        }
        if !function.takes(arguments.len()) {
            return Err((at, SyntaxProblem::WrongArguments {}));
        }
        if function != Function::Date {
            return Ok(NodeKind::Call(function, arguments));
        }
        match arguments.first() {
            Some(Node { kind: NodeKind::Text(text), .. }) => {
                text.parse().map(NodeKind::Date).map_err(|_| (at, SyntaxProblem::NotADate {}))
            }
            _ => Err((at, SyntaxProblem::NotADate {})),
        }
    }

    fn close(&mut self) -> Result<(), (u32, SyntaxProblem)> {
        let at = self.at();
        match self.tokens.next() {
            Some(Token { kind: TokenKind::Sign(")"), .. }) => Ok(()),
            Some(_) => Err((at, SyntaxProblem::Unexpected {})),
            None => Err((at, SyntaxProblem::EndsEarly {})),
        }
    }
}

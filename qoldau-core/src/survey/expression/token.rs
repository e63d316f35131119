//! The signs and words of an expression.

use super::SyntaxProblem;

/// One sign or word with the place of its first character, counted from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) at: u32,
    pub(super) kind: TokenKind,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum TokenKind {
    /// Digits with at most one point.
    Number(String),
    /// Text in single or double quotes.
    Text(String),
    /// A name in `${…}`, or a bare word.
    Name(String),
    Word(String),
    /// An operator or a bracket.
    Sign(&'static str),
}

/// Signs, the longer ones first.
const SIGNS: [&str; 17] =
    ["<=", ">=", "!=", "<", ">", "=", "+", "-", "*", "/", "%", "(", ")", ",", ".", "−", "×"];

pub(super) fn is_name_start(c: char) -> bool {
    c.is_alphabetic() || c == '_'
}

pub(super) fn is_name_part(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Takes an expression apart. A name in braces may have `-` and `.`; a bare one may not, for they are signs.
pub(super) fn tokens(text: &str) -> Result<Vec<Token>, (u32, SyntaxProblem)> {
    let mut found = Vec::new();
    let mut scan = Scan { rest: text, at: 1 };
    while let Some(first) = scan.rest.chars().next() {
        let at = scan.at;
        let kind = if first.is_whitespace() {
            scan.take(first.len_utf8());
            continue;
        } else if first.is_ascii_digit()
            || (first == '.' && scan.second().is_some_and(|c| c.is_ascii_digit()))
        {
            TokenKind::Number(scan.take_while(|c| c.is_ascii_digit() || c == '.').into())
        } else if first == '\'' || first == '"' {
            scan.take(1);
            let inner = scan.take_while(|c| c != first).to_owned();
            if scan.rest.is_empty() {
                return Err((at, SyntaxProblem::UnterminatedText {}));
            }
            scan.take(1);
            TokenKind::Text(inner)
        } else if scan.rest.starts_with("${") {
            scan.take(2);
            let name = scan.take_while(|c| c != '}').trim().to_owned();
            if scan.rest.is_empty() {
                return Err((at, SyntaxProblem::UnterminatedName {}));
            }
            scan.take(1);
            TokenKind::Name(name)
        } else if is_name_start(first) {
            TokenKind::Word(scan.take_while(is_name_part).into())
        } else {
            let sign = SIGNS.into_iter().find(|sign| scan.rest.starts_with(sign));
            let sign = sign.ok_or((at, SyntaxProblem::UnknownCharacter {}))?;
            scan.take(sign.len());
            // The signs of typography mean what they look like.
            TokenKind::Sign(match sign {
                "−" => "-",
                "×" => "*",
                sign => sign,
            })
        };
        found.push(Token { at, kind });
    }
    Ok(found)
}

/// The place in the text.
struct Scan<'t> {
    rest: &'t str,
    at: u32,
}

impl<'t> Scan<'t> {
    fn second(&self) -> Option<char> {
        self.rest.chars().nth(1)
    }

    fn take(&mut self, bytes: usize) -> &'t str {
        let (taken, rest) = self.rest.split_at_checked(bytes).unwrap_or((self.rest, ""));
        let characters = u32::try_from(taken.chars().count()).unwrap_or(u32::MAX);
        (self.rest, self.at) = (rest, self.at.saturating_add(characters));
        taken
    }

    fn take_while(&mut self, fits: impl Fn(char) -> bool) -> &'t str {
        let bytes = self.rest.find(|c| !fits(c)).unwrap_or(self.rest.len());
        self.take(bytes)
    }
}

//! The expressions of a questionnaire, over answers `a` = 45, `b` = 56, `zero` = 0, `yes`, `mark` = go of a list,
//! `marks` = x and y, `word`, `day`; `none` has no answer.

use std::borrow::Cow;

use proptest::prelude::*;

use super::evaluate::{Outcome, Value, evaluate};
use super::parse::parse;
use super::rational::Rational;
use super::{Node, SyntaxProblem};
use crate::value::Id;

fn of(numerator: i128, denominator: i128) -> Value<'static> {
    Value::Number(Rational::new(numerator, denominator).unwrap())
}

fn answer<'a>(name: &str) -> Outcome<'a> {
    let codes = || ["x", "y"].map(|code| code.parse::<Id>().unwrap()).to_vec();
    Outcome::Is(match name {
        "a" => of(45, 1),
        "b" => of(56, 1),
        "zero" => of(0, 1),
        "yes" => Value::Boolean(true),
        "mark" => Value::Option("go"),
        "marks" => Value::Options(Cow::Owned(codes())),
        "word" => Value::Text("сөз".into()),
        "day" => Value::Date("2024-06-14".parse().unwrap()),
        _ => return Outcome::Absent,
    })
}

/// What an expression comes to, in words.
fn said(text: &str) -> String {
    let node = match parse(text) {
        Ok(node) => node,
        Err(error) => return error.to_string(),
    };
    match evaluate(&node, &answer, &Outcome::Absent) {
        Outcome::Is(Value::Number(number)) if number.is_whole() => number.numerator().to_string(),
        Outcome::Is(Value::Number(number)) => format!("{}/{}", number.numerator(), number.denominator()),
        Outcome::Is(Value::Boolean(truth)) => truth.to_string(),
        Outcome::Is(Value::Date(date)) => date.to_string(),
        Outcome::Is(value) => format!("{value:?}"),
        Outcome::Absent => "no answer".into(),
        Outcome::NotEvaluated => "not evaluated".into(),
    }
}

#[test]
fn expressions_come_to_what_a_coordinator_expects() {
    let cases = [
        // The ranks of operators, with the cases other engines of the field get wrong.
        ("45/56*100", "1125/14"),
        ("a/b*100", "1125/14"),
        ("1/3*3", "1"),
        ("1/3*3 >= 1", "true"),
        ("8-4+2", "6"),
        ("10%4*2", "4"),
        ("2+3*4", "14"),
        ("(2+3)*4", "20"),
        ("-2*-3", "6"),
        ("2--3", "5"),
        ("7 div 2 mod 2", "3/2"),
        ("-7 % 3", "-1"),
        ("0.1+0.2 = 0.3", "true"),
        ("a >= 45 and a*100 >= 80*b", "true"),
        ("not yes or a = 45", "true"),
        ("not (yes or a = 45)", "false"),
        ("true or false and false", "true"),
        // No answer is neither no nor 0.
        ("none", "no answer"),
        ("none + 1", "no answer"),
        ("none = 0", "no answer"),
        ("not (none = 1)", "no answer"),
        ("none = 1 or yes", "true"),
        ("none = 1 and yes", "no answer"),
        ("none = 1 and not yes", "false"),
        ("answered(none)", "false"),
        ("coalesce(none, 0) = 0", "true"),
        ("if(none = 1, 1, 2)", "no answer"),
        // What cannot be reckoned is not a pass, nor a failure.
        ("a/zero", "not evaluated"),
        ("a/zero > 1 or yes", "true"),
        ("a/zero > 1 and yes", "not evaluated"),
        ("none = 1 and a/zero > 1", "not evaluated"),
        ("none + a/zero", "not evaluated"),
        ("a/zero/none > 1", "not evaluated"),
        ("none/zero > 1", "not evaluated"),
        ("none mod zero > 1", "not evaluated"),
        ("10000000000000000000000000000 * 10000000000000000000000000000", "not evaluated"),
        ("word > 1", "not evaluated"),
        // Options, texts and days.
        ("mark = 'go'", "true"),
        ("mark != \"stay\"", "true"),
        ("selected(mark, 'go')", "true"),
        ("selected(${marks}, 'x') and not selected(marks, 'z')", "true"),
        ("count_selected(marks)", "2"),
        ("rank(marks, 'y')", "2"),
        ("rank(marks, 'z')", "no answer"),
        ("string_length(word)", "3"),
        ("day - date('2024-06-01')", "13"),
        ("day + 30", "2024-07-14"),
        ("day >= date('2024-06-14')", "true"),
        ("min(a, b, 7) + max(1, 2) + abs(-1)", "10"),
        ("min(a, none)", "no answer"),
        // What is no expression says why and where.
        ("", "it ends too early (character 1)"),
        ("a >", "it ends too early (character 4)"),
        ("a > > b", "this cannot stand here (character 5)"),
        ("1 < a < 3", "a comparison of a comparison (character 7)"),
        ("(a", "it ends too early (character 3)"),
        ("a b", "this cannot stand here (character 3)"),
        ("жас ~ 3", "an unknown character (character 5)"),
        ("'сөз", "a text without its closing quote (character 1)"),
        ("${a", "a name without its closing brace (character 1)"),
        ("1.2.3", "not a number (character 1)"),
        ("round(a)", "unknown function `round` (character 1)"),
        ("selected(a)", "wrong number of arguments (character 1)"),
        ("date('2024-02-30')", "not a day like `2024-06-14` (character 1)"),
        ("and", "this cannot stand here (character 1)"),
    ];
    for (text, expected) in cases {
        assert_eq!(said(text), expected, "{text}");
    }
}

#[test]
fn length_and_depth_are_bounded() {
    let problem = |text: &str| parse(text).unwrap_err().problem;
    assert_eq!(problem(&"1+".repeat(3_000)), SyntaxProblem::TooLong {});
    assert_eq!(problem(&"(".repeat(4_000)), SyntaxProblem::TooDeep {});
    assert_eq!(problem(&"-".repeat(4_000)), SyntaxProblem::TooDeep {});
    assert_eq!(problem(&"not ".repeat(1_000)), SyntaxProblem::TooDeep {});
    assert_eq!(problem(&"abs(".repeat(1_000)), SyntaxProblem::TooDeep {});
    // A long chain is no deep one.
    let long = vec!["1"; 2_000].join("+");
    assert_eq!(said(&long), "2000");
    assert_eq!(said(&format!("{}1{}", "(".repeat(32), ")".repeat(32))), "1");
}

/// Whole numbers and operators as text, with what they come to by the naive model.
fn arithmetic() -> impl Strategy<Value = (String, Option<Rational>)> {
    let leaf = (0_i128..50).prop_map(|n| (n.to_string(), Rational::new(n, 1)));
    leaf.prop_recursive(4, 24, 2, |inner| {
        (inner.clone(), 0..4_usize, inner).prop_map(|((one, left), operator, (two, right))| {
            let both = left.zip(right);
            let reckoned = both.and_then(|(left, right)| match operator {
                0 => left.add(right),
                1 => left.subtract(right),
                2 => left.multiply(right),
                _ => left.divide(right),
            });
            (format!("({one} {} {two})", ["+", "-", "*", "/"][operator]), reckoned)
        })
    })
}

proptest! {
    #[test]
    fn bracketed_arithmetic_is_that_of_its_tree((text, expected) in arithmetic()) {
        let node = parse(&text).unwrap();
        let outcome = evaluate(&node, &answer, &Outcome::Absent);
        if let Some(number) = expected { prop_assert_eq!(outcome, Outcome::Is(Value::Number(number))) } else { prop_assert_eq!(outcome, Outcome::NotEvaluated) }
    }

    #[test]
    fn no_text_stops_the_reader(text in "[a-z0-9 ()'.,+*/<>=!${}\u{430}\u{4d9}-]{0,60}") {
        let parsed: Result<Node, _> = parse(&text);
        if let Err(error) = parsed {
            prop_assert!(error.at >= 1 && error.at <= u32::try_from(text.chars().count()).unwrap() + 1);
        }
    }
}

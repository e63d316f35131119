//! Canonical JSON (RFC 8785): the same value gives the same bytes in every language.

use std::cmp::Ordering;
use std::fmt::Write as _;

use serde::Serialize;
use serde::ser::Error as _;
use serde_json::Value;

use super::Tree;

/// The canonical JSON of a value: names in order, no spaces, numbers as ECMAScript writes them. It is put in order from
/// text, so that the compiler makes one writer of each type and not two.
pub(crate) fn canonical<T: Serialize>(value: &T) -> Result<String, serde_json::Error> {
    canonical_text(&serde_json::to_string(value)?)
}

/// The canonical form of JSON text. A name that stands twice in an object is an error: which of the two is meant nobody
/// can tell, and RFC 8785 knows no such object.
pub(crate) fn canonical_text(json: &str) -> Result<String, serde_json::Error> {
    canonical_tree(&serde_json::from_str(json)?)
}

/// The canonical form of a value of JSON. It is not read from text again, by which a fraction could become its neighbour.
pub(crate) fn canonical_value(value: &Value) -> Result<String, serde_json::Error> {
    canonical_tree(&tree_of(value))
}

fn canonical_tree(tree: &Tree) -> Result<String, serde_json::Error> {
    let mut text = String::new();
    write(tree, &mut text)?;
    Ok(text)
}

fn tree_of(value: &Value) -> Tree {
    match value {
        Value::Null => Tree::Null,
        Value::Bool(value) => Tree::Bool(*value),
        Value::Number(number) => match (number.as_u64(), number.as_i64()) {
            (Some(whole), _) => Tree::Whole(whole),
            (None, Some(negative)) => Tree::Negative(negative),
            // JSON holds no number that is none of the three.
            (None, None) => Tree::Fraction(number.as_f64().unwrap_or_default()),
        },
        Value::String(text) => Tree::Text(text.clone()),
        Value::Array(list) => Tree::List(list.iter().map(tree_of).collect()),
        Value::Object(fields) => {
            Tree::Object(fields.iter().map(|(name, value)| (name.clone(), tree_of(value))).collect())
        }
    }
}

fn write(tree: &Tree, text: &mut String) -> Result<(), serde_json::Error> {
    match tree {
        Tree::List(elements) => {
            text.push('[');
            for (element, first) in elements.iter().zip(firsts()) {
                text.push_str(first);
                write(element, text)?;
            }
            text.push(']');
        }
        Tree::Object(fields) => {
            let mut fields: Vec<&(String, Tree)> = fields.iter().collect();
            fields.sort_by(|(left, _), (right, _)| by_utf16(left, right));
            if fields.iter().zip(fields.iter().skip(1)).any(|((one, _), (next, _))| one == next) {
                return Err(serde_json::Error::custom("a name stands twice"));
            }
            text.push('{');
            for ((name, field), first) in fields.into_iter().zip(firsts()) {
                text.push_str(first);
                text.push_str(&serde_json::to_string(name)?);
                text.push(':');
                write(field, text)?;
            }
            text.push('}');
        }
        Tree::Text(words) => text.push_str(&serde_json::to_string(words)?),
        Tree::Null => text.push_str("null"),
        Tree::Bool(value) => text.push_str(if *value { "true" } else { "false" }),
        Tree::Whole(whole) => write_whole(*whole, "", text),
        Tree::Negative(negative) => write_whole(negative.unsigned_abs(), "-", text),
        Tree::Fraction(double) => write_double(*double, text),
    }
    Ok(())
}

/// What stands before each element: nothing, then commas.
fn firsts() -> impl Iterator<Item = &'static str> {
    std::iter::once("").chain(std::iter::repeat(","))
}

/// The order of names: by UTF-16 code units, in which a letter beyond the basic plane stands before U+E000.
fn by_utf16(left: &str, right: &str) -> Ordering {
    left.encode_utf16().cmp(right.encode_utf16())
}

/// The double next to a whole number: its two halves are exact, and their sum is rounded once. Reading it from text would
/// bring the standard library's powers of five into every module.
fn nearest_double(whole: u64) -> f64 {
    let half = |shift: u32| u32::try_from((whole >> shift) & u64::from(u32::MAX)).unwrap_or(u32::MAX);
    f64::from(half(32)) * 4_294_967_296.0 + f64::from(half(0))
}

/// Whole numbers beyond this are not exact in ECMAScript, which reads every number as a double.
const EXACT: u64 = 1 << 53;

fn write_whole(whole: u64, sign: &str, text: &mut String) {
    if whole <= EXACT {
        // Writing to a text cannot fail.
        let _ = write!(text, "{sign}{whole}");
    } else {
        // It is read as a double, of which it has the digits that a double has.
        let double = nearest_double(whole);
        write_double(if sign.is_empty() { double } else { -double }, text);
    }
}

/// A double as ECMAScript writes it: the shortest digits that give it back, with an exponent only beyond 10^21 and
/// below 10^-6. No type of the product holds one: they come in bodies of unknown kinds, and of more than 15 digits the
/// JSON reader may take the neighbour.
fn write_double(double: f64, text: &mut String) {
    let shortest = format!("{double:e}");
    let (mantissa, exponent) = shortest.split_once('e').unwrap_or((&shortest, "0"));
    let (sign, mantissa) = mantissa.strip_prefix('-').map_or(("", mantissa), |rest| ("-", rest));
    let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
    if digits.chars().all(|digit| digit == '0') {
        text.push('0');
        return;
    }
    text.push_str(sign);
    // How many digits stand before the point.
    let before = exponent.parse::<i32>().unwrap_or(0).saturating_add(1);
    let count = i32::try_from(digits.len()).unwrap_or(i32::MAX);
    let zeros = |n: i32| "0".repeat(usize::try_from(n).unwrap_or(0));
    let (whole, fraction) = digits.split_at(usize::try_from(before).unwrap_or(0).min(digits.len()));
    match before {
        1..=21 if count <= before => {
            text.push_str(&digits);
            text.push_str(&zeros(before.saturating_sub(count)));
        }
        1..=21 => {
            text.push_str(whole);
            text.push('.');
            text.push_str(fraction);
        }
        -5..=0 => {
            text.push_str("0.");
            text.push_str(&zeros(before.saturating_neg()));
            text.push_str(&digits);
        }
        _ => {
            let (first, others) = digits.split_at(1);
            let point = if others.is_empty() { "" } else { "." };
            let sign = if before > 0 { "+" } else { "" };
            // Writing to a text cannot fail.
            let _ = write!(text, "{first}{point}{others}e{sign}{}", before.saturating_sub(1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(json: &str) -> String {
        canonical_text(json).unwrap()
    }

    #[test]
    fn names_stand_in_the_order_of_utf_16() {
        // The sample of RFC 8785, 3.2.3.
        let json = r#"{"€":1,"\r":2,"\ufb33":3,"1":4,"😀":5,"\u0080":6,"ö":7}"#;
        assert_eq!(of(json), "{\"\\r\":2,\"1\":4,\"\u{80}\":6,\"ö\":7,\"€\":1,\"😀\":5,\"\u{fb33}\":3}");
        assert_eq!(
            of(r#" { "b" : [ 1 , { "d" : null , "c" : true } ] , "a" : {} } "#),
            r#"{"a":{},"b":[1,{"c":true,"d":null}]}"#
        );
    }

    #[test]
    fn whole_numbers_become_the_doubles_that_are_next_to_them() {
        let text = |whole: u64| whole.to_string().parse::<f64>().unwrap().to_bits();
        for whole in
            [EXACT, EXACT + 1, EXACT + 2, EXACT + 3, u64::MAX, u64::MAX - 1024, u64::MAX - 1025, 1 << 63]
        {
            assert_eq!(nearest_double(whole).to_bits(), text(whole), "{whole}");
        }
        let mut seed = 7_u64;
        for _ in 0..10_000 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            assert_eq!(nearest_double(seed).to_bits(), text(seed), "{seed}");
        }
    }

    #[test]
    fn a_name_that_stands_twice_has_no_canonical_form() {
        for json in [r#"{"a":1,"a":2}"#, r#"{"a":1,"a":1}"#, r#"[{"b":{"a":null,"c":1,"\u0061":null}}]"#] {
            assert!(canonical_text(json).is_err(), "{json}");
        }
        assert_eq!(of(r#"{"a":{"a":1},"b":{"a":2}}"#), r#"{"a":{"a":1},"b":{"a":2}}"#);
    }

    #[test]
    fn only_what_must_be_is_escaped() {
        assert_eq!(
            of(r#""\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/\u00a0""#),
            "\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\u{a0}\""
        );
        assert_eq!(of("\"\u{7f}\\u007f\\b\\f\\t\""), "\"\u{7f}\u{7f}\\b\\f\\t\"");
    }

    #[test]
    fn numbers_are_written_as_ecmascript_does() {
        let numbers = [
            ("0", "0"),
            ("-0", "0"),
            ("-0.0", "0"),
            ("4294967295", "4294967295"),
            ("-5", "-5"),
            ("9007199254740992", "9007199254740992"),
            ("9007199254740993", "9007199254740992"),
            ("18446744073709551615", "18446744073709552000"),
            ("333333333.33333329", "333333333.3333333"),
            ("1.0", "1"),
            ("1e2", "100"),
            ("4.50", "4.5"),
            ("2e-3", "0.002"),
            ("0.000001", "0.000001"),
            ("0.0000001", "1e-7"),
            ("1.5e-9", "1.5e-9"),
            ("1e20", "100000000000000000000"),
            ("1e21", "1e+21"),
            ("1e30", "1e+30"),
            ("-1.25e25", "-1.25e+25"),
            ("5e-324", "5e-324"),
            ("1.7976931348623157e308", "1.7976931348623157e+308"),
        ];
        for (json, expected) in numbers {
            if json.contains(['.', 'e']) {
                assert_eq!(
                    canonical_value(&Value::from(json.parse::<f64>().unwrap())).unwrap(),
                    expected,
                    "{json}"
                );
            } else {
                assert_eq!(of(json), expected, "{json}");
            }
        }
    }
}

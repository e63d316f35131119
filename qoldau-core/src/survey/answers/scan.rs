//! Where the members of plain JSON lie, for whoever knows what they are likely to be.
//!
//! It tells names from values and nothing else: whoever takes a value compares it with one that is known, or reads it. What is written in an
//! unusual way (a name with an escape) is not taken.
#![expect(clippy::arithmetic_side_effects, reason = "places within a text that is in memory do not overflow")]

/// The place of the next byte from `at` on that is no space.
#[cfg_attr(qoldau_small, optimize(speed))]
pub(super) fn skip_space(text: &[u8], mut at: usize) -> usize {
    while text.get(at).is_some_and(|byte| matches!(byte, b' ' | b'\n' | b'\r' | b'\t')) {
        at += 1;
    }
    at
}

/// The place behind a sign, with the space before it.
#[cfg_attr(qoldau_small, optimize(speed))]
pub(super) fn sign(text: &[u8], at: usize, sign: u8) -> Option<usize> {
    let at = skip_space(text, at);
    (text.get(at) == Some(&sign)).then_some(at + 1)
}

/// Goes through the members of the object that begins at `at`, or behind the space there, and gives the place behind it. Of each `behind` is
/// told the name, without its quotes, and where its value begins; it gives the place behind the value.
#[inline]
#[cfg_attr(qoldau_small, optimize(speed))]
pub(super) fn each_member(
    text: &[u8],
    at: usize,
    mut behind: impl FnMut(&[u8], usize) -> Option<usize>,
) -> Option<usize> {
    let mut at = sign(text, at, b'{')?;
    if let Some(end) = sign(text, at, b'}') {
        return Some(end);
    }
    loop {
        let from = sign(text, at, b'"')?;
        let mut to = from;
        loop {
            match text.get(to)? {
                b'"' => break,
                b'\\' | 0..0x20 => return None,
                _ => to += 1,
            }
        }
        let begin = skip_space(text, sign(text, to + 1, b':')?);
        at = skip_space(text, behind(text.get(from..to)?, begin)?);
        match text.get(at)? {
            b',' => at += 1,
            b'}' => return Some(at + 1),
            _ => return None,
        }
    }
}

/// The place behind the value that begins at `at`, provided that it is one.
#[cfg_attr(qoldau_small, optimize(speed))]
pub(super) fn value(text: &[u8], mut at: usize) -> Option<usize> {
    let mut depth = 0_usize;
    loop {
        match text.get(at)? {
            b'"' => at = behind_text(text, at + 1)?,
            b'{' | b'[' => {
                depth += 1;
                at += 1;
                continue;
            }
            b'}' | b']' => {
                depth = depth.checked_sub(1)?;
                at += 1;
            }
            _ if depth > 0 => {
                at += 1;
                continue;
            }
            // A number, true, false or null.
            b',' | b':' | b' ' | b'\n' | b'\r' | b'\t' => return None,
            _ => {
                while !matches!(text.get(at)?, b',' | b'}' | b']' | b' ' | b'\n' | b'\r' | b'\t') {
                    at += 1;
                }
            }
        }
        if depth == 0 {
            return Some(at);
        }
    }
}

/// The place behind the quote that ends a text whose inside begins at `at`.
#[cfg_attr(qoldau_small, optimize(speed))]
fn behind_text(text: &[u8], mut at: usize) -> Option<usize> {
    loop {
        match text.get(at)? {
            b'"' => return Some(at + 1),
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
}

/// The inside of a text that stands as it is: without escapes, and with nothing that JSON does not have in a text.
#[cfg_attr(qoldau_small, optimize(speed))]
pub(super) fn plain(value: &str) -> Option<&str> {
    let inside = value.strip_prefix('"')?.strip_suffix('"')?;
    let odd = |byte: u8| matches!(byte, b'"' | b'\\' | 0..0x20);
    (!inside.bytes().any(odd)).then_some(inside)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::Value;

    use super::*;

    fn json() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::Bool),
            any::<i32>().prop_map(Value::from),
            "[a-zж\"\\\\{}\\[\\],: \n]{0,8}".prop_map(Value::String),
        ];
        leaf.prop_recursive(3, 24, 4, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Value::Array),
                prop::collection::btree_map("[a-zж,:{}]{0,4}", inner, 0..4)
                    .prop_map(|of| Value::Object(of.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn members_are_those_of_the_object(of in prop::collection::btree_map("[a-zж,:{}\"]{0,4}", json(), 0..5), indented: bool) {
            let text = if indented { serde_json::to_string_pretty(&of) } else { serde_json::to_string(&of) }.unwrap();
            let mut members: Vec<(Vec<u8>, Value)> = Vec::new();
            let end = each_member(text.as_bytes(), 0, |name, begin| {
                let end = value(text.as_bytes(), begin)?;
                members.push((name.to_vec(), serde_json::from_str(text.get(begin..end).unwrap()).unwrap()));
                Some(end)
            });
            if of.keys().any(|name| name.contains('"')) {
                prop_assert_eq!(end, None);
            } else {
                prop_assert_eq!(end, Some(text.len()));
                let all = of.iter().map(|(name, value)| (name.as_bytes().to_vec(), value.clone()));
                prop_assert_eq!(members, all.collect::<Vec<_>>());
            }
        }

        #[test]
        fn whatever_stands_there_it_ends(text in "[\\[\\]{}\",:\\\\a ]{0,40}", at in 0..50_usize) {
            let _ = each_member(text.as_bytes(), at, |_, begin| value(text.as_bytes(), begin));
            if let Some(end) = value(text.as_bytes(), at) {
                prop_assert!(end > at && end <= text.len());
            }
        }
    }
}

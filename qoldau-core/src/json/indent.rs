//! JSON laid out for people.

/// JSON without spaces as JSON with a line for every field and element, indented by two spaces a level. The text is laid
/// out rather than the value written in another way, so that the compiler makes one writer of each type and not two.
pub(crate) fn indented(json: &str) -> String {
    let mut out = String::with_capacity(json.len().saturating_mul(2));
    let (mut depth, mut in_text, mut escaped) = (0_usize, false, false);
    let mut letters = json.chars().peekable();
    while let Some(letter) = letters.next() {
        if in_text {
            out.push(letter);
            in_text = letter != '"' || escaped;
            escaped = letter == '\\' && !escaped;
            continue;
        }
        match letter {
            '{' | '[' => {
                out.push(letter);
                if let Some(end) = letters.next_if(|next| matches!(next, '}' | ']')) {
                    out.push(end);
                } else {
                    depth = depth.saturating_add(1);
                    new_line(&mut out, depth);
                }
            }
            '}' | ']' => {
                depth = depth.saturating_sub(1);
                new_line(&mut out, depth);
                out.push(letter);
            }
            ',' => {
                out.push(letter);
                new_line(&mut out, depth);
            }
            ':' => out.push_str(": "),
            _ => {
                in_text = letter == '"';
                out.push(letter);
            }
        }
    }
    out
}

fn new_line(out: &mut String, depth: usize) {
    out.push('\n');
    out.extend(std::iter::repeat_n("  ", depth));
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::indented;

    #[test]
    fn it_is_laid_out_as_the_json_library_does() {
        let values = [
            json!(null),
            json!("a \"quoted\" {text}, with: [all] \\"),
            json!({}),
            json!([]),
            json!([[], {}, [[]], {"": []}]),
            json!({"a": 1, "b": [true, "ә, \\\" : {", {"c": "\\"}], "d": {"e": -1.5}}),
        ];
        for value in values {
            let expected = serde_json::to_string_pretty(&value).unwrap();
            assert_eq!(indented(&serde_json::to_string::<Value>(&value).unwrap()), expected);
        }
    }
}

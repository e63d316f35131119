//! Text in columns of a terminal.

use crate::value::text::steers;

/// Columns a terminal gives to a character: none to marks that combine, two to wide East Asian ones and emoji.
fn columns_of(c: char) -> usize {
    match c {
        '\u{0300}'..='\u{036f}'
        | '\u{0483}'..='\u{0489}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}'
        | '\u{20d0}'..='\u{20ff}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' => 0,
        '\u{1100}'..='\u{115f}'
        | '\u{2e80}'..='\u{a4cf}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe6f}'
        | '\u{ff00}'..='\u{ff60}'
        | '\u{1f300}'..='\u{1faff}'
        | '\u{20000}'..='\u{3fffd}' => 2,
        _ => 1,
    }
}

/// Columns a terminal gives to a text.
pub(super) fn width(text: &str) -> usize {
    text.chars().map(columns_of).sum()
}

/// Text that cannot steer a terminal: what steers is shown as U+FFFD, ends of lines as spaces.
pub(super) fn harmless(text: &str) -> String {
    let shown = |c: char| match c {
        '\n' | '\t' | '\r' => ' ',
        _ if steers(c) => char::REPLACEMENT_CHARACTER,
        _ => c,
    };
    text.chars().map(shown).collect()
}

/// So many columns are wide enough for a word that is cut to end in a hyphen.
const HYPHENATED: usize = 6;

/// Text in lines of at most `limit` columns, broken at spaces; a word longer than a line is cut: after a hyphen or a stroke of its own,
/// else with one where it is made of letters.
pub(super) fn wrap(text: &str, limit: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in harmless(text).split(' ').filter(|word| !word.is_empty()) {
        let room = width(&line).saturating_add(usize::from(!line.is_empty())).saturating_add(width(word));
        if room > limit && !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        let hyphenated =
            limit >= HYPHENATED && word.chars().all(|c| c.is_alphabetic() || "()«»,;-".contains(c));
        for c in word.chars() {
            if width(&line).saturating_add(columns_of(c)) > limit && !line.is_empty() {
                let rest = cut(&mut line, c, hyphenated, limit);
                lines.push(std::mem::replace(&mut line, rest));
            }
            line.push(c);
        }
    }
    if !line.is_empty() || lines.is_empty() {
        lines.push(line);
    }
    lines
}

/// Ends a line in the middle of a word, and answers what of the word goes on to the next line before `next`.
fn cut(line: &mut String, next: char, hyphenated: bool, limit: usize) -> String {
    let number = if is_of_number(next) { number_at_end(line) } else { String::new() };
    if !number.is_empty() {
        line.truncate(line.len().saturating_sub(number.len()));
        return number;
    }
    let own = line.rfind(['-', '/']).map(|at| line.split_at(at.saturating_add(1)).1);
    let fits = |rest: &&str| width(rest).saturating_add(columns_of(next)) <= limit;
    if let Some(rest) = own.filter(|_| next.is_alphabetic()).filter(fits).map(str::len) {
        return line.split_off(line.len().saturating_sub(rest));
    }
    let last =
        line.chars().next_back().filter(|last| hyphenated && last.is_alphabetic() && next.is_alphabetic());
    // Of a word of wide signs there is no room for the hyphen of its last one alone.
    let Some(last) = last.filter(|last| columns_of(*last) == 1 && width(line) > 2) else {
        return String::new();
    };
    line.pop();
    line.push('-');
    last.to_string()
}

/// Whether a character may stand within a number.
fn is_of_number(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, ',' | '.' | '\u{a0}' | '\u{202f}')
}

/// The number a line ends in: it goes on to the next line whole, unless the line is nothing else.
fn number_at_end(line: &str) -> String {
    let start = line.rfind(|c| !is_of_number(c)).map(|at| line.split_at(at).1);
    start.map(|rest| rest.chars().skip(1).collect()).unwrap_or_default()
}

/// A text filled up to a width with spaces.
pub(super) fn padded(text: &str, limit: usize) -> String {
    let gap = limit.saturating_sub(width(text));
    format!("{text}{}", " ".repeat(gap))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn kazakh_letters_take_one_column_and_marks_none() {
        assert_eq!(width("Әлеуметтік желі"), 15);
        assert_eq!(width("и\u{306}"), 1);
        assert_eq!(width("漢字"), 4);
    }

    #[test]
    fn text_breaks_at_spaces_and_long_words_are_cut() {
        assert_eq!(wrap("бір екі үш", 7), ["бір екі", "үш"]);
        assert_eq!(wrap("коуоркингін", 4), ["коуо", "ркин", "гін"]);
        assert_eq!(wrap("консультативтік", 13), ["консультатив-", "тік"]);
        assert_eq!(wrap("(қоғамдық-мәдени)", 13), ["(қоғамдық-", "мәдени)"], "at its own hyphen");
        assert_eq!(
            wrap("https://a.kz/abcdefgh", 12),
            ["https://a.kz", "/abcdefgh"],
            "no sign is added to a link"
        );
        assert_eq!(
            wrap("0-!\u{b21}\u{b3c}\u{20000}", 3),
            ["0-", "!\u{b21}\u{b3c}", "\u{20000}"],
            "wide signs"
        );
        assert_eq!(wrap("", 4), [""]);
        assert_eq!(wrap("(7\u{a0}996/10\u{a0}000)", 10), ["(7\u{a0}996/", "10\u{a0}000)"]);
        assert_eq!(wrap("1\u{a0}234\u{a0}567,5", 9), ["1\u{a0}234\u{a0}567", ",5"], "nothing else fits");
    }

    #[test]
    fn a_number_does_not_part_from_its_noun() {
        assert_eq!(wrap("керек 2\u{a0}фото", 8), ["керек", "2\u{a0}фото"]);
    }

    proptest! {
        #[test]
        fn no_line_is_too_long_and_no_word_is_lost(text in "\\PC{0,80}", limit in 2_usize..30) {
            let lines = wrap(&text, limit);
            prop_assert!(lines.iter().all(|line| width(line) <= limit));
            // A hyphen may be added where a word is cut.
            let letters = |text: &str| text.chars().filter(|c| !matches!(c, ' ' | '-')).collect::<String>();
            prop_assert_eq!(letters(&lines.concat()), letters(&text));
        }

        #[test]
        fn nothing_steers_the_terminal(text in ".*") {
            prop_assert!(!harmless(&text).chars().any(char::is_control));
        }
    }
}

//! The terminal text and the Markdown.

use super::*;

#[test]
fn the_terminal_text_in_three_languages() {
    for language in Language::ALL {
        insta::assert_snapshot!(format!("text-{}", language.tag()), render_text(&report(language), false));
    }
}

#[test]
fn the_markdown_in_three_languages() {
    for language in Language::ALL {
        insta::assert_snapshot!(format!("markdown-{}", language.tag()), render_markdown(&report(language)));
    }
}

#[test]
fn no_line_is_too_wide_or_ends_in_a_space() {
    for language in Language::ALL {
        for line in render_text(&report(language), false).lines() {
            assert_eq!(line, line.trim_end());
            assert!(line.chars().count() <= 100, "{line}");
        }
    }
}

#[test]
fn colours_come_only_when_asked_for_and_change_no_word() {
    let plain = render_text(&report(Language::Kazakh), false);
    let coloured = render_text(&report(Language::Kazakh), true);
    assert!(!plain.contains('\u{1b}') && coloured.contains("\u{1b}[31m"));
    let mut bleached = coloured;
    for code in ["0", "1", "31", "32", "33", "90"] {
        bleached = bleached.replace(&format!("\u{1b}[{code}m"), "");
    }
    assert_eq!(bleached, plain);
}

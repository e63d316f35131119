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

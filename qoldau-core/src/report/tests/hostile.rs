//! Words that would like to be markup: whatever people write, the form of every rendering stays the same.

use proptest::prelude::*;

use super::tags::tags;
use super::*;
use crate::facts::Fact;
use crate::review::ReviewSummary;

/// A plan and facts in which every free text is these words.
fn written_with(words: &str) -> (Plan, Observations) {
    let (mut plan, mut observations) = (plan(), observations());
    let text = || words.to_owned();
    plan.title = Some(text());
    plan.grantee = Some(text());
    plan.unread.iter_mut().for_each(|unread| unread.text = text());
    for line in &mut plan.impact {
        (line.name, line.unit) = (text(), Some(text()));
    }
    for task in &mut plan.tasks {
        task.title = text();
        for activity in &mut task.activities {
            (activity.title, activity.venue, activity.channels) = (text(), Some(text()), Vec::new());
            for line in &mut activity.indicators {
                line.name = text();
                line.targets.iter_mut().for_each(|target| target.text = text());
            }
        }
    }
    for observation in &mut observations.all {
        match &mut observation.fact {
            Fact::Event { body } => body.name = Some(words.into()),
            Fact::Evidence { body } => {
                (body.title, body.link) = (Some(words.into()), Some(words.into()));
                body.files.iter_mut().for_each(|file| file.name = words.into());
            }
            _ => {}
        }
    }
    (plan, observations)
}

/// Both pages, both Markdown texts, the terminal text and the CSV of a plan written with these words.
fn renderings(words: &str) -> ([String; 2], [String; 2], String, String) {
    let (plan, observations) = written_with(words);
    let assessment = assessment(&plan, &observations);
    let report =
        build(&plan, &assessment, &[], &[], &ReviewSummary::default(), &observations, Language::Russian);
    let register = register(&plan, &assessment, &observations, Language::Russian);
    (
        [render_html(&report), render_register_html(&register)],
        [render_markdown(&report), render_register_markdown(&register)],
        render_text(&report, false),
        render_register_csv(&register),
    )
}

/// The elements of a page, without their values.
fn elements(page: &str) -> Vec<(String, bool, Vec<String>)> {
    let names = |tag: tags::Tag| {
        let attributes = tag.attributes.into_iter().map(|(name, _)| name).collect();
        (tag.name, tag.closes, attributes)
    };
    tags(page).into_iter().map(names).collect()
}

/// How many cells every line of a Markdown text has, and how many breaks.
fn cells(markdown: &str) -> Vec<(usize, usize)> {
    let count = |line: &str| {
        let bare = line.replace("\\\\", "").replace("\\|", "");
        (bare.matches('|').count(), bare.matches("<br>").count())
    };
    markdown.lines().map(count).collect()
}

/// Words that mean something to a browser, a Markdown reader, a terminal or a spreadsheet.
fn words() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "<script>alert(1)</script>",
        "\"",
        "'",
        "&lt;",
        "<",
        ">",
        "--><!--",
        "</style>",
        "</td>",
        "|",
        "\\",
        "`",
        "[x](javascript:alert(1))",
        "javascript:alert(1)",
        "**",
        "# ",
        "<br>",
        "=1+1",
        "\u{1b}[31m",
        "\u{202e}",
        "{missing}",
        "}",
        "ә",
        "слово",
        " ",
        "\u{0}",
    ]);
    prop::collection::vec(pieces, 1..6).prop_map(|pieces| format!("а{}", pieces.concat()))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn no_words_become_markup(words in words()) {
        let (pages, markdown, text, _) = renderings(&words);
        let (plain_pages, plain_markdown, _, _) = renderings("слово");
        for (page, plain) in pages.iter().zip(&plain_pages) {
            prop_assert_eq!(elements(page), elements(plain));
        }
        for (markdown, plain) in markdown.iter().zip(&plain_markdown) {
            prop_assert_eq!(cells(markdown), cells(plain));
            prop_assert!(!markdown.replace("<br>", "").contains('<'));
        }
        prop_assert!(!text.chars().any(|c| c.is_control() && c != '\n'));
        prop_assert!(!pages.concat().contains("href=\"javascript"));
    }
}

#[test]
fn a_link_that_is_no_address_of_the_web_leads_nowhere() {
    let ([_, register], ..) = renderings("javascript:alert(1)");
    assert!(register.contains("<p>javascript:alert(1)</p>") && !register.contains("<a href"));
}

#[test]
fn no_cell_of_the_csv_opens_a_formula() {
    let (.., csv) = renderings("=HYPERLINK(\"http://example.org\")");
    assert!(csv.contains("'=HYPERLINK") && !csv.contains(",=") && !csv.contains(",\"="));
}

#[test]
fn a_name_cannot_turn_the_direction_of_what_stands_behind_it() {
    let (pages, markdown, text, csv) = renderings("Кубок \u{202e}2024\u{2066}\u{0}\u{1b}[31m");
    for out in pages.iter().chain(&markdown).chain([&text, &csv]) {
        assert!(!out.contains(['\u{202e}', '\u{2066}', '\u{0}', '\u{1b}']));
        assert!(out.contains("Кубок \u{fffd}2024"));
    }
}

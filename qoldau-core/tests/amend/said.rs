//! What a director reads: golden files in three languages. `UPDATE_GOLDEN=1` writes them anew.

use std::path::PathBuf;

use qoldau_core::language::Language;
use qoldau_core::plan::Contract;
use qoldau_core::plan::reconcile::{diff, render_diff, render_reconciliation, say_agreement};

use crate::real::new_annex;
use crate::support::*;

fn assert_golden(name: &str, text: &str) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, text).unwrap();
    }
    let golden = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(golden == text, "{name} is stale; run with UPDATE_GOLDEN=1 and read the diff:\n{text}");
}

#[test]
fn the_diff_of_two_editions() {
    let old = plan();
    let next = amended(&old, &new_annex().plan()).plan;
    for language in Language::ALL {
        assert_golden(
            &format!("amend-diff.{}.txt", language.tag()),
            &render_diff(&diff(&old, &next), language),
        );
    }
}

#[test]
fn the_diff_is_what_was_proposed() {
    let old = plan();
    let proposed = propose(&old, &new_annex().plan());
    let next = amended(&old, &new_annex().plan()).plan;
    let found = diff(&old, &next);
    assert_eq!(
        found.rows.iter().map(told).collect::<Vec<_>>(),
        proposed.rows.iter().map(told).collect::<Vec<_>>()
    );
    assert_eq!((found.from_edition, found.to_edition, found.counts), (0, 1, proposed.counts));
}

/// A proposal with all that can be said: questions, another time of the project, goals, a line that counts otherwise.
#[test]
fn a_proposal_with_questions() {
    let new = new_annex()
        .change("3-міндет", "Ақпараттық посттар\n", "Ақпараттық посттар\n\nАқпараттық посттар\n")
        .change("3-міндет", "1 әр шарадан\n", "4\n\n6\n")
        .change("1 міндет", "2 пост, 7 хат", "2 пост, 7 тізім")
        .change(
            "Жоба мақсаты",
            "· Волонтерлік бастамаларды дамыту және қолдау\n",
            "· Мектептерде волонтерлік клубтар ашу\n",
        )
        .change("I БЛОК", "Мамыр-қазан 2024", "Мамыр-қараша 2024")
        .change(
            "қорытынды презентация",
            "Презентация\n\nӘлеуметтік желіде тікелей эфир (Facebook, Instagram)",
            "Презентация",
        )
        .change("қорытынды презентация", "1\n\n2\n", "1\n")
        .change("IV БЛОК", "Кем дегенде 3400", "Кем дегенде 3000")
        .plan();
    let found = propose(&plan(), &new);
    for language in Language::ALL {
        assert_golden(
            &format!("amend-proposal.{}.txt", language.tag()),
            &render_reconciliation(&found, language),
        );
    }
}

#[test]
fn an_agreement_is_said_with_what_is_known_of_it() {
    let said = |number: Option<&str>, date: Option<&str>| {
        let agreement =
            Contract { number: number.map(Into::into), date: date.map(|day| day.parse().unwrap()) };
        Language::ALL.map(|language| say_agreement(&agreement, language).replace('\u{a0}', " "))
    };
    assert_eq!(
        said(Some("2"), Some("2024-07-25")),
        [
            "2024 жылғы 25 шілдедегі № 2 қосымша келісім",
            "Дополнительное соглашение № 2 от 25 июля 2024 г.",
            "Supplementary agreement No. 2 of July 25, 2024"
        ]
    );
    assert_eq!(said(None, None), ["Қосымша келісім", "Дополнительное соглашение", "Supplementary agreement"]);
    assert_eq!(said(Some("2"), None)[0], "№ 2 қосымша келісім");
}

#[test]
fn words_that_steer_a_terminal_are_not_shown() {
    let mut new = new_annex().plan();
    new.tasks[0].title = "\u{1b}[2J\u{202e}Міндет".into();
    let text = render_reconciliation(&propose(&plan(), &new), Language::English);
    assert!(text.contains("[2JМіндет") && !text.contains(['\u{1b}', '\u{202e}']), "{text}");
}

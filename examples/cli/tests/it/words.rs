//! `qoldau target` and `qoldau due`.

use crate::program::{piped, qoldau};

#[test]
fn the_targets_of_a_cell_come_as_json() {
    let targets = qoldau(&["target", "2 пост, 7 хат"]).json();
    let told: Vec<String> = targets
        .as_array()
        .unwrap()
        .iter()
        .map(|target| format!("{} {} {}", target["id"], target["rule"]["amount"], target["unit"]["code"]))
        .collect();
    assert_eq!(told, [r#""target.1" "2" "post""#, r#""target.2" "7" "letter""#]);
}

#[test]
fn the_words_may_come_from_standard_input() {
    let from_pipe = piped(&["target", "-", "--id", "t1-3"], "кемінде 2 пост\r\n".as_bytes()).json();
    assert_eq!(from_pipe, qoldau(&["target", "кемінде 2 пост", "--id", "t1-3"]).json());
    assert_eq!(from_pipe[0]["id"], "t1-3.1");
    assert_eq!(from_pipe[0]["text"], "кемінде 2 пост");
}

#[test]
fn words_that_open_with_a_hyphen_are_words() {
    assert_eq!(qoldau(&["target", "-20%"]).json()[0]["text"], "-20%");
}

#[test]
fn any_words_give_an_answer() {
    for words in ["", "   ", "\u{0}", "???", "½", &"9".repeat(100_000), &"(".repeat(100_000)] {
        let answer = piped(&["target", "-"], words.as_bytes()).json();
        assert!(answer.is_array(), "{words:.20}");
        assert!(piped(&["due", "-"], words.as_bytes()).json()["kind"].is_string(), "{words:.20}");
    }
}

#[test]
fn a_bare_month_takes_its_year_from_the_period() {
    let due = qoldau(&["due", "Маусым -Қыркүйек", "--period", "2024-05-01..2024-10-31"]).json();
    assert_eq!((&due["start"], &due["end"]), (&"2024-06-01".into(), &"2024-09-30".into()));
    assert_eq!(due["text"], "Маусым -Қыркүйек");
}

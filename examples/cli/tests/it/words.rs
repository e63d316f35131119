//! `qoldau target` and `qoldau due`.

use crate::program::{piped, qoldau};

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

//! The loop with the operator.

use qoldau_core::review::{RemarkState, SubmissionStanding};

use super::world::{day, entry, id, replacing, reviewed, told};

const DIGEST: &str = "0000000000000000000000000000000000000000000000000000000000000000";

fn sent(of: &str, on: u32, author: &str) -> String {
    let body = format!(
        r#"{{"submission":"{of}","number":"7","date":"2024-06-01","asOf":"2024-05-31","digest":"{DIGEST}"}}"#
    );
    entry(&format!("sent-{of}-{on}"), on, author, "submission", &body)
}

fn remark(of: &str, on: u32, line: Option<&str>, answer_by: Option<u32>) -> String {
    let line = line.map_or("null".into(), |line| format!("\"{line}\""));
    let by = answer_by.map_or("null".into(), |by| format!("\"2024-06-{by:02}\""));
    let body = format!(
        r#"{{"remark":"{of}","submission":"s","line":{line},"text":"Фотолар жетіспейді","answerBy":{by}}}"#
    );
    entry(&format!("made-{of}-{on}"), on, "operator", "remark", &body)
}

fn reply(of: &str, on: u32, author: &str) -> String {
    let body = format!(r#"{{"remark":"{of}","text":"Қосылды","evidence":["cup-photos"]}}"#);
    entry(&format!("reply-{of}-{on}-{author}"), on, author, "reply", &body)
}

fn resolved(of: &str, on: u32, author: &str) -> String {
    entry(&format!("res-{of}-{on}"), on, author, "remarkResolved", &format!(r#"{{"remark":"{of}"}}"#))
}

fn accepted(on: u32, author: &str, lines: &[&str]) -> String {
    let body = format!(r#"{{"submission":"s","lines":{lines:?}}}"#);
    entry(&format!("acc-{on}"), on, author, "acceptance", &body)
}

fn standing(journal: &[String], on: u32) -> (SubmissionStanding, Vec<String>) {
    let reviews = reviewed(journal, on);
    (reviews.submissions[0].clone(), told(&reviews))
}

#[test]
fn a_remark_is_answered_resolved_and_the_line_and_the_whole_are_accepted() {
    let journal = [
        sent("s", 1, "saule"),
        remark("r1", 4, Some("t1-1"), Some(6)),
        reply("r1", 8, "aida"),
        resolved("r1", 9, "operator"),
        accepted(10, "operator", &["t1-1"]),
        accepted(11, "operator", &[]),
    ];
    let at = |on| {
        let (submission, told) = standing(&journal, on);
        assert_eq!(told, [""; 0]);
        let remark = submission.remarks.first().map(|remark| (remark.state, remark.overdue));
        (remark, submission.accepted_lines, submission.accepted_on)
    };
    assert_eq!(at(1), (None, vec![], None));
    assert_eq!(at(6), (Some((RemarkState::Open, false)), vec![], None));
    assert_eq!(at(7), (Some((RemarkState::Open, true)), vec![], None));
    assert_eq!(at(8), (Some((RemarkState::Answered, false)), vec![], None));
    assert_eq!(at(9), (Some((RemarkState::Resolved, false)), vec![], None));
    assert_eq!(at(10), (Some((RemarkState::Resolved, false)), vec![id("t1-1")], None));
    assert_eq!(at(11), (Some((RemarkState::Resolved, false)), vec![id("t1-1")], Some(day(11))));
    let (submission, _) = standing(&journal, 30);
    let reply = &submission.remarks[0].replies[0];
    assert_eq!((&*reply.by, reply.on, &reply.evidence), ("aida", day(8), &vec![id("cup-photos")]));
    assert_eq!(submission.remarks[0].answer_by, Some(day(6)));
}

#[test]
fn steps_that_fit_nothing_have_no_effect_and_are_told() {
    let cases = [
        (remark("r1", 4, None, None).replace(r#""s""#, r#""other""#), "REV006 other"),
        (remark("r1", 4, Some("t3-99"), None), "REV013 t3-99"),
        (reply("r9", 4, "aida"), "REV008 r9"),
        (resolved("r9", 4, "operator"), "REV008 r9"),
        (accepted(4, "operator", &["t3-99"]), "REV013 t3-99"),
        (accepted(4, "saule", &[]), "REV002"),
        (sent("s", 4, "saule"), "REV007 s"),
        (reply("r9", 4, "guest"), "REV001"),
    ];
    for (step, code) in cases {
        let (submission, told) = standing(&[sent("s", 1, "saule"), step], 9);
        assert_eq!(told, [code]);
        assert_eq!(
            (submission.remarks, submission.accepted_lines, submission.accepted_on),
            (vec![], vec![], None)
        );
        assert_eq!(&*submission.entry.to_string(), "sent-s-1");
    }
    assert_eq!(told(&reviewed(&[sent("s", 1, "aida")], 9)), ["REV002"]);
    assert_eq!(told(&reviewed(&[sent("s", 1, "operator")], 9)), ["REV002"]);
}

#[test]
fn the_ngo_neither_resolves_nor_strikes_out_a_remark() {
    let void = replacing("v", 5, "saule", "void", r#"{"reason":"x"}"#, &["made-r1-4"]);
    let journal = [sent("s", 1, "saule"), remark("r1", 4, None, None), void, resolved("r1", 6, "saule")];
    let (submission, told) = standing(&journal, 9);
    assert_eq!(told, ["REV014 made-r1-4", "REV002"]);
    assert_eq!((submission.remarks.len(), submission.remarks[0].state), (1, RemarkState::Open));
}

#[test]
fn an_open_remark_keeps_its_line_and_the_whole_from_being_accepted() {
    let made = [sent("s", 1, "saule"), remark("r1", 4, Some("t1-1"), None), remark("r2", 4, None, None)];
    let with = |more: &[String]| standing(&[&made[..], more].concat(), 9);
    let (submission, told) = with(&[accepted(5, "operator", &["t1-1"])]);
    assert_eq!((submission.accepted_lines, told), (vec![], vec!["REV012 r1".into()]));
    let (submission, told) = with(&[resolved("r1", 5, "operator"), accepted(6, "operator", &[])]);
    assert_eq!((submission.accepted_on, told), (None, vec!["REV012 r2".into()]));
    // A remark on the whole does not hold back a line.
    let (submission, told) = with(&[resolved("r1", 5, "operator"), accepted(6, "operator", &["t1-1"])]);
    assert_eq!((submission.accepted_lines, told), (vec![id("t1-1")], vec![]));
}

#[test]
fn nothing_is_added_to_what_is_settled() {
    let journal = [
        sent("s", 1, "saule"),
        remark("r1", 2, Some("t1-1"), None),
        remark("r1", 3, None, None),
        resolved("r1", 4, "operator"),
        reply("r1", 5, "aida"),
        accepted(6, "operator", &["t1-1"]),
        remark("r2", 7, Some("t1-1"), None),
        accepted(8, "operator", &[]),
        remark("r3", 9, None, None),
        accepted(10, "operator", &[]),
    ];
    let (submission, told) = standing(&journal, 30);
    assert_eq!(told, ["REV009 r1", "REV010 r1", "REV011 s", "REV011 s", "REV011 s"]);
    assert_eq!((submission.remarks.len(), submission.accepted_on), (1, Some(day(8))));
}

#[test]
fn open_remarks_come_first_by_the_day_to_answer() {
    let journal = [
        sent("s", 1, "saule"),
        remark("a", 2, None, None),
        remark("b", 2, None, Some(9)),
        remark("c", 3, None, Some(5)),
        remark("d", 2, None, Some(3)),
        remark("e", 2, None, Some(4)),
        reply("d", 3, "berik"),
        resolved("e", 3, "operator"),
    ];
    let (submission, _) = standing(&journal, 30);
    let order: String = submission.remarks.iter().map(|remark| remark.remark.to_string()).collect();
    assert_eq!(order, "cbade");
}

/// Another package under the id of one that was handed in.
fn swapped(of: &str, on: u32, author: &str) -> String {
    let body = format!(
        r#"{{"submission":"{of}","number":"7","date":"2024-06-01","asOf":"2024-05-31","digest":"{}"}}"#,
        "2".repeat(64)
    );
    entry(&format!("other-{of}-{on}"), on, author, "submission", &body)
}

#[test]
fn an_accepted_package_is_not_exchanged_for_another_of_its_id() {
    let honest = [sent("s", 2, "saule"), remark("r1", 3, None, None), resolved("r1", 4, "operator")];
    let honest = [&honest[..], &[accepted(5, "operator", &[])]].concat();
    // By a date before the first one nobody is told that the other package was accepted, nor that this one was.
    for on in [1, 2, 3, 4] {
        let journal = [&honest[..], &[swapped("s", on, "saule")]].concat();
        let reviews = reviewed(&journal, 9);
        let digests: Vec<&str> = reviews.submissions.iter().map(|sent| &*sent.digest).collect();
        assert_eq!(digests.len(), 2, "{on}");
        assert!(digests.contains(&DIGEST));
        assert!(reviews.submissions.iter().all(|sent| sent.accepted_on.is_none()), "{on}");
        assert_eq!(told(&reviews), ["REV015 s", "REV015 s"], "{on}");
    }
    // What was accepted before the other came stays accepted, and nothing of the other is.
    let journal = [&honest[..], &[swapped("s", 6, "saule"), accepted(7, "operator", &[])]].concat();
    let reviews = reviewed(&journal, 9);
    let accepted: Vec<_> =
        reviews.submissions.iter().map(|sent| (&*sent.digest == DIGEST, sent.accepted_on)).collect();
    assert_eq!(accepted, [(true, Some(day(5))), (false, None)]);
    assert_eq!(told(&reviews), ["REV015 s", "REV015 s"]);
}

#[test]
fn a_remark_on_two_packages_of_one_id_stands_at_both_and_is_settled_at_both() {
    let journal = [
        sent("s", 1, "saule"),
        swapped("s", 2, "saule"),
        remark("r1", 3, None, None),
        reply("r1", 4, "aida"),
        resolved("r1", 5, "operator"),
    ];
    for (on, state) in [(3, RemarkState::Open), (4, RemarkState::Answered), (5, RemarkState::Resolved)] {
        let reviews = reviewed(&journal, on);
        let states: Vec<_> = reviews.submissions.iter().map(|sent| sent.remarks[0].state).collect();
        assert_eq!((states, told(&reviews)), (vec![state, state], vec!["REV015 s".to_owned()]));
    }
}

#[test]
fn the_ngo_takes_back_no_submission_of_which_the_operator_has_said_something() {
    let made = [sent("s", 2, "saule"), remark("r1", 4, Some("t1-1"), None)];
    let of = |on| replacing("v", on, "saule", "void", r#"{"reason":"қате"}"#, &["sent-s-2"]);
    // The day of the entry can be written back: it does not matter.
    for on in [2, 3, 4, 6] {
        let (submission, told) = standing(&[&made[..], &[of(on)]].concat(), 9);
        assert_eq!((submission.remarks.len(), told), (1, vec!["REV016 sent-s-2".to_owned()]), "{on}");
    }
    // Nor is another put in its place.
    let body = r#"{"submission":"z","number":"7","date":"2024-06-01","asOf":"2024-05-31","digest":"DIGEST"}"#;
    let body = body.replace("DIGEST", DIGEST);
    let other = replacing("other", 6, "saule", "submission", &body, &["sent-s-2"]);
    let reviews = reviewed(&[&made[..], &[other]].concat(), 9);
    assert_eq!((reviews.submissions.len(), told(&reviews)), (2, vec!["REV016 sent-s-2".to_owned()]));
    // An acceptance of one line holds it as well.
    let accepted_line = [sent("s", 2, "saule"), accepted(4, "operator", &["t1-1"]), of(6)];
    let (submission, told) = standing(&accepted_line, 9);
    assert_eq!((submission.accepted_lines, told), (vec![id("t1-1")], vec!["REV016 sent-s-2".to_owned()]));
}

#[test]
fn what_the_operator_said_nothing_of_or_took_back_is_taken_back() {
    let of = |on| replacing("v", on, "saule", "void", r#"{"reason":"қате"}"#, &["sent-s-2"]);
    let sent = sent("s", 2, "saule");
    let reviews = reviewed(&[sent.clone(), of(3)], 9);
    assert_eq!((reviews.submissions.len(), told(&reviews)), (0, vec![]));
    let taken_back = replacing("u", 5, "operator", "void", r#"{"reason":"қате"}"#, &["made-r1-4"]);
    let journal = [sent.clone(), remark("r1", 4, None, None), taken_back, of(6)];
    let reviews = reviewed(&journal, 9);
    assert_eq!((reviews.submissions.len(), told(&reviews)), (0, vec![]));
    // Who may not remark holds nothing.
    let by_guest = remark("r1", 4, None, None).replace(r#""author":"operator""#, r#""author":"guest""#);
    let reviews = reviewed(&[sent, by_guest, of(6)], 9);
    assert_eq!((reviews.submissions.len(), told(&reviews)), (0, vec!["REV001".to_owned()]));
}

#[test]
fn an_answer_stays_with_the_remark_that_the_operator_told_anew() {
    let body = r#"{"remark":"r1","submission":"s","line":"t1-1","text":"Тізім де жетіспейді","answerBy":"2024-06-12"}"#;
    let corrected = replacing("made-anew", 10, "operator", "remark", body, &["made-r1-4"]);
    let mut journal = vec![
        sent("s", 1, "saule"),
        remark("r1", 4, Some("t1-1"), Some(6)),
        reply("r1", 8, "aida"),
        corrected,
    ];
    let at = |journal: &[String], on| {
        let (submission, told) = standing(journal, on);
        assert_eq!(told, [""; 0]);
        let remark = &submission.remarks[0];
        (remark.text.to_string(), remark.state, remark.replies.len())
    };
    assert_eq!(at(&journal, 9), ("Фотолар жетіспейді".into(), RemarkState::Answered, 1));
    // What was answered were the words before; whether that is enough the operator says.
    assert_eq!(at(&journal, 10), ("Тізім де жетіспейді".into(), RemarkState::Open, 1));
    journal.push(reply("r1", 11, "aida"));
    assert_eq!(at(&journal, 11), ("Тізім де жетіспейді".into(), RemarkState::Answered, 2));
    let loose = [sent("s", 1, "saule"), reply("r9", 8, "aida")];
    assert_eq!(standing(&loose, 9).1, ["REV008 r9"]);
}

#[test]
fn a_submission_of_a_later_day_than_its_own_stands_and_is_told() {
    let sent = |date: &str, as_of: &str, on: u32| {
        let body = format!(
            r#"{{"submission":"s","number":"7","date":"{date}","asOf":"{as_of}","digest":"{DIGEST}"}}"#
        );
        let reviews = reviewed(&[entry("sent", on, "saule", "submission", &body)], 30);
        (reviews.submissions.len(), told(&reviews))
    };
    let later = (1, vec!["REV017 s".to_owned()]);
    assert_eq!(sent("2024-06-10", "2024-06-20", 25), later, "after its date");
    assert_eq!(sent("2024-06-25", "2024-06-20", 10), later, "after the day of its entry");
    assert_eq!(sent("2024-06-20", "2024-06-20", 20), (1, Vec::new()));
}

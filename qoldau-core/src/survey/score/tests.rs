//! The sample survey scored, and small surveys whose figures are known.

mod figures;

use serde_json::{Value, json};

use super::{
    ScoreOptions, compare, exact_satisfaction, satisfaction, satisfaction_of_tally, say_comparison,
    say_satisfaction, say_satisfaction_in_full, score_phase, score_tally,
};
use crate::language::Language;
use crate::survey::answers::{Response, TALLY_FORMAT, Tally, check_tally, read_tally};
use crate::survey::import::{ImportOptions, import_csv};
use crate::survey::questionnaire::{Form, Questionnaire, read_questionnaire};
use crate::survey::stats::Verdict;
use crate::value::Share;

const SAMPLE: &str = include_str!("../../../../examples/data/survey.json");
const BEFORE: &str = include_str!("../../../../examples/data/survey-before.csv");
const AFTER: &str = include_str!("../../../../examples/data/survey-after.csv");

fn sample() -> Questionnaire {
    read_questionnaire(SAMPLE.as_bytes()).unwrap()
}

fn answers(questionnaire: &Questionnaire) -> Vec<Response> {
    let read = |table: &str, phase: &str| {
        let options = ImportOptions { phase: phase.parse().ok(), consented: false, columns: Vec::new() };
        import_csv(questionnaire, table.as_bytes(), &options).unwrap().responses
    };
    [read(BEFORE, "before"), read(AFTER, "after")].concat()
}

#[test]
fn the_sample_survey_reads_as_a_coordinator_would_have_it() {
    let questionnaire = sample();
    let form = Form::of(&questionnaire);
    let responses = answers(&questionnaire);
    let options = ScoreOptions::default();
    let [before, after] = ["before", "after"].map(|phase| phase.parse().unwrap());
    let comparison = compare(&form, &responses, &before, &after, &options);
    let satisfied = satisfaction(&form, &responses, &options).unwrap();
    for language in Language::ALL {
        let text = say_comparison(&questionnaire, &comparison, language)
            + "\n"
            + &say_satisfaction_in_full(&questionnaire, &satisfied, &options, language);
        insta::assert_snapshot!(format!("survey_{}", language.tag()), text.replace('\u{a0}', " "));
    }
}

/// People who marked a step of satisfaction each, 0 for no answer; `size` people in the population; nothing hidden.
fn satisfied(
    steps: &[u32],
    size: Option<u32>,
    definition: &Value,
    missing: &str,
) -> super::SatisfactionScore {
    measured(steps, size, definition, missing).exact().clone()
}

fn measured(steps: &[u32], size: Option<u32>, definition: &Value, missing: &str) -> super::ExactSatisfaction {
    let mut survey: Value = serde_json::from_str(SAMPLE).unwrap();
    survey["satisfaction"] = json!({ "definition": definition, "threshold": "80", "missing": missing, "population": "participants" });
    survey["populations"][1]["size"] = json!(size);
    survey["subscales"] = json!([{ "id": "s", "title": { "en": "S" }, "items": ["satisfaction"] }]);
    let questionnaire = read_questionnaire(survey.to_string().as_bytes()).unwrap();
    let responses: Vec<Response> = steps
        .iter()
        .enumerate()
        .map(|(at, step)| {
            let mut answers = json!({ "takes_part": { "kind": "yesNo", "yes": true } });
            if *step > 0 {
                answers["satisfaction"] = json!({ "kind": "option", "code": step.to_string() });
            }
            serde_json::from_value(
                json!({ "id": format!("r{at}"), "phase": "after", "consent": true, "answers": answers }),
            )
            .unwrap()
        })
        .collect();
    exact_satisfaction(&Form::of(&questionnaire), &responses, &ScoreOptions::default()).unwrap()
}

/// So many steps of one kind.
fn marks(counts: &[(usize, u32)]) -> Vec<u32> {
    counts.iter().flat_map(|(count, step)| vec![*step; *count]).collect()
}

#[test]
fn eighty_percent_is_a_rule_of_whole_numbers() {
    let top = json!({ "kind": "topBox", "question": "satisfaction", "boxes": 2 });
    let of = |counts: &[(usize, u32)], size| satisfied(&marks(counts), size, &top, "leaveOut");
    // 120 of 150 is 80 % exactly, 119 of 149 is 79.87 %.
    let exact = of(&[(60, 4), (60, 5), (30, 3)], Some(150));
    assert_eq!((exact.met, exact.verdict), (Some(true), Some(Verdict::MetWithConfidence)));
    assert_eq!((exact.lower, exact.upper), (Some(0.8), Some(0.8)));
    let short = of(&[(119, 4), (30, 3)], None);
    assert_eq!((short.met, short.verdict), (Some(false), Some(Verdict::NotMetInconclusive)));
    // The table of the reference: with 50 answers of many, 40 meet the point rule and 45 prove it.
    assert_eq!(of(&[(40, 4), (10, 1)], None).verdict, Some(Verdict::MetPointOnly));
    assert_eq!(of(&[(44, 4), (6, 1)], None).verdict, Some(Verdict::MetPointOnly));
    assert_eq!(of(&[(45, 4), (5, 1)], None).verdict, Some(Verdict::MetWithConfidence));
    // Of 150 people, 69 of 80 prove it.
    assert_eq!(of(&[(68, 5), (12, 1)], Some(150)).verdict, Some(Verdict::MetPointOnly));
    assert_eq!(of(&[(69, 5), (11, 1)], Some(150)).verdict, Some(Verdict::MetWithConfidence));
    assert_eq!(of(&[(10, 5), (40, 1)], Some(150)).verdict, Some(Verdict::NotMetWithConfidence));
}

#[test]
fn nobody_and_no_answer_are_not_naught() {
    let top = json!({ "kind": "topBox", "question": "satisfaction", "boxes": 2 });
    let none = satisfied(&[], Some(150), &top, "leaveOut");
    assert_eq!((none.people, none.share, none.met, none.verdict), (0, None, None, None));
    let words = say_satisfaction(&none, "0.95".parse().unwrap(), Language::English);
    assert_eq!(words, "The satisfaction level is not computable: there is no answer to score");
    let silent = satisfied(&marks(&[(8, 5), (2, 0)]), None, &top, "leaveOut");
    assert_eq!((silent.people, silent.left_out, silent.met), (8, Some(2), Some(true)));
    let counted = satisfied(&marks(&[(7, 5), (2, 0)]), None, &top, "notSatisfied");
    assert_eq!((counted.people, counted.left_out, counted.met), (9, Some(0), Some(false)));
    // A population smaller than those who answered is not one.
    assert_eq!(satisfied(&marks(&[(8, 5)]), Some(5), &top, "leaveOut").size, None);
}

#[test]
fn the_definition_decides_what_is_counted() {
    let answers = marks(&[(6, 5), (4, 3)]);
    let mean = satisfied(&answers, None, &json!({ "kind": "meanPomp", "subscale": "s" }), "leaveOut");
    // 6 of 100 % and 4 of 50 %: a mean of 80 % exactly.
    assert_eq!(mean.share.and_then(Share::percent), "80".parse().ok());
    assert_eq!((mean.met, mean.verdict), (Some(true), Some(Verdict::MetPointOnly)));
    let above = |percent: &str| {
        let definition = json!({ "kind": "personsAbove", "subscale": "s", "percent": percent });
        satisfied(&answers, None, &definition, "leaveOut").share
    };
    let of = |numerator: u32| Some(Share { numerator: numerator.into(), denominator: 10.into() });
    assert_eq!((above("50"), above("50.1")), (of(10), of(6)));
    // Of equal answers of some nothing is known of how the others differ; of all of them everything is.
    let mean = json!({ "kind": "meanPomp", "subscale": "s" });
    for (people, size) in [(5, None), (5, Some(150)), (1, None), (1, Some(150))] {
        let equal = satisfied(&marks(&[(people, 5)]), size, &mean, "leaveOut");
        assert_eq!((equal.met, equal.lower, equal.upper, equal.verdict), (Some(true), None, None, None));
    }
    let all = satisfied(&marks(&[(5, 5)]), Some(5), &mean, "leaveOut");
    assert_eq!((all.lower, all.verdict), (Some(1.0), Some(Verdict::MetWithConfidence)));
}

/// Three who said no to a question that others hang on are hidden there, and do not follow from whom these were not put to.
#[test]
fn who_was_not_asked_tells_no_answer_that_is_hidden() {
    let questionnaire = sample();
    let form = Form::of(&questionnaire);
    let after = "after".parse().unwrap();
    let of = |no: u32, silent: u32, yes: u32| {
        let record = |at: u32| -> Response {
            let mut answers = json!({ "takes_part": { "kind": "yesNo", "yes": at >= no } });
            if at >= no + silent {
                answers["satisfaction"] = json!({ "kind": "option", "code": "5" });
            }
            let record =
                json!({ "id": format!("r{at}"), "phase": "after", "consent": true, "answers": answers });
            serde_json::from_value(record).unwrap()
        };
        let responses: Vec<Response> = (0..no + silent + yes).map(record).collect();
        let scores = score_phase(&form, &responses, Some(&after), &ScoreOptions::default());
        let of = scores.questions.iter().find(|of| of.question.as_str() == "satisfaction").unwrap();
        let parts = scores.questions.iter().find(|of| of.question.as_str() == "takes_part").unwrap();
        assert_eq!(parts.steps.iter().all(|step| step.count.is_some()), of.not_asked.is_some());
        let satisfied = satisfaction(&form, &responses, &ScoreOptions::default()).unwrap();
        assert_eq!(satisfied.left_out, of.asked.map(|asked| asked - of.answered));
        (of.asked, of.not_asked, of.answered, of.no_answer, of.dont_know)
    };
    assert_eq!(of(3, 0, 40), (None, None, 40, None, None));
    // Five who are hidden together are enough: the others are nought.
    assert_eq!(of(3, 2, 40), (None, None, 40, None, Some(0)));
    assert_eq!(of(3, 9, 40), (None, None, 40, None, Some(0)));
    assert_eq!(of(5, 2, 40), (Some(42), Some(5), 40, Some(2), Some(0)));
}

/// What a satisfaction shows: the words, and whether the promise is met.
fn shown(counts: &[(usize, u32)], boxes: u32, missing: &str) -> (bool, Option<bool>, String) {
    let top = json!({ "kind": "topBox", "question": "satisfaction", "boxes": boxes });
    let score = measured(&marks(counts), None, &top, missing).shown();
    let open = score.share.is_some() || score.lower.is_some() || score.verdict.is_some();
    assert_ne!(score.hidden, open, "{score:?}");
    (score.hidden, score.met, say_satisfaction(&score, "0.95".parse().unwrap(), Language::English))
}

#[test]
fn the_satisfaction_of_few_people_is_hidden() {
    // One person, and four, say what they answered.
    for few in [1, 4] {
        let (hidden, met, words) = shown(&[(few, 5)], 2, "leaveOut");
        assert_eq!((hidden, met), (true, None));
        assert!(
            words.starts_with("Satisfaction level: suppressed for privacy; promised: at least 80%. Whether"),
            "{words}"
        );
        assert!(!words.contains('('), "{words}");
    }
    assert!(!shown(&[(5, 5)], 2, "leaveOut").0);
    // Four of 42 who are not satisfied are few; the share is what the contract asks, and the report says it.
    let (hidden, met, words) = shown(&[(38, 5), (4, 1)], 2, "leaveOut");
    assert_eq!((hidden, met), (false, Some(true)));
    assert!(words.starts_with("Satisfaction level: 90.5% (38/42); promised: at least 80%. Met"), "{words}");
    // Of nine who were asked four answered.
    assert!(shown(&[(3, 5), (1, 1), (5, 0)], 2, "notSatisfied").0);
    assert!(!shown(&[(30, 5), (3, 1), (5, 0)], 2, "notSatisfied").0);
    // Means are of all their people or of nobody.
    let mean = json!({ "kind": "meanPomp", "subscale": "s" });
    let hidden = |counts, definition| measured(&marks(counts), None, definition, "leaveOut").shown().hidden;
    assert!(hidden(&[(4, 5)], &mean));
    assert!(!hidden(&[(4, 5), (1, 1)], &mean));
    let above = json!({ "kind": "personsAbove", "subscale": "s", "percent": "75" });
    assert!(hidden(&[(2, 5), (2, 1)], &above) && !hidden(&[(9, 5), (2, 1)], &above));
}

#[test]
fn the_satisfaction_gives_away_no_step_that_is_hidden() {
    // Of 12 on the upper two steps 2 marked the fourth: neither is shown, and 10 of 22 would tell it.
    let counts = [(10, 5), (2, 4), (10, 3)];
    assert!(shown(&counts, 1, "leaveOut").0 && !shown(&counts, 2, "leaveOut").0);
    // The upper three without the upper two, which are shown, are the 3 of the third.
    let counts = [(10, 5), (10, 4), (3, 3), (7, 2), (5, 1)];
    assert!(shown(&counts, 3, "leaveOut").0);
    assert!(!shown(&counts, 2, "leaveOut").0);
}

/// Whatever people marked, of few of them nothing is shown, and what is hidden is no difference of what is shown: two steps at the least
/// are hidden between the sums that are told.
#[test]
fn no_hidden_step_follows_from_the_sums_that_are_told() {
    let mut survey: Value = serde_json::from_str(SAMPLE).unwrap();
    for boxes in 1..5_usize {
        survey["satisfaction"] = json!({ "definition": { "kind": "topBox", "question": "satisfaction", "boxes": boxes },
            "threshold": "80", "missing": "leaveOut", "phase": "after" });
        let questionnaire = read_questionnaire(survey.to_string().as_bytes()).unwrap();
        let form = Form::of(&questionnaire);
        for (first, second, third, fourth, fifth) in every_five(&[0, 3, 9]) {
            let marked = [first, second, third, fourth, fifth];
            let tally = of_steps(marked.map(|count| u32::try_from(count).unwrap()));
            let scores = score_tally(&form, &tally, &ScoreOptions::default());
            let satisfied = satisfaction_of_tally(&form, &tally, &ScoreOptions::default()).unwrap();
            let people: usize = marked.iter().sum();
            assert!(satisfied.hidden || people >= 5, "{marked:?}");
            let of = &scores.questions[0];
            let usual = of.top.iter().map(|_| 3);
            let promised = (!satisfied.hidden).then_some(5 - boxes);
            let mut ends: Vec<usize> = [0, 5].into_iter().chain(usual).chain(promised).collect();
            ends.sort_unstable();
            for (from, to) in ends.iter().zip(&ends[1..]) {
                let hidden = of.steps[*from..*to].iter().filter(|step| step.count.is_none()).count();
                assert_ne!(hidden, 1, "{marked:?} {boxes} {from}..{to}");
            }
        }
    }
}

/// A scale of two to four steps has one top step: where it is hidden, no other step may give it away.
#[test]
fn short_and_reversed_scales_give_no_hidden_step_away() {
    let of = |steps: &[u32], reverse: bool| {
        let options: Vec<Value> = (1..).zip(steps).map(|(value, _): (u32, _)| json!({ "code": value.to_string(), "label": { "en": value.to_string() }, "value": value })).collect();
        let mut questionnaire: Value = serde_json::from_str(SAMPLE).unwrap();
        questionnaire["phases"] = json!([]);
        questionnaire["subscales"] = json!([]);
        questionnaire["satisfaction"] = Value::Null;
        questionnaire["code"] = Value::Null;
        questionnaire["lists"] = json!([{ "id": "l", "options": options }]);
        questionnaire["questions"] = json!([{ "id": "q", "label": { "en": "Q" },
            "answer": { "kind": "scale", "list": "l", "reverse": reverse } }]);
        let questionnaire = read_questionnaire(questionnaire.to_string().as_bytes()).unwrap();
        let counts: Vec<Value> = (1..)
            .zip(steps)
            .map(|(code, count): (u32, _)| json!({ "code": code.to_string(), "count": count }))
            .collect();
        let tally = json!({ "format": TALLY_FORMAT, "returned": steps.iter().sum::<u32>(), "questions": [{ "question": "q", "counts": counts }] });
        let tally = read_tally(tally.to_string().as_bytes()).unwrap();
        let scores = score_tally(&Form::of(&questionnaire), &tally, &ScoreOptions::default());
        let said = |count: Option<u32>| count.map_or_else(|| "·".to_owned(), |count| count.to_string());
        scores.questions[0].steps.iter().map(|step| said(step.count)).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(of(&[10, 10, 10, 3], false), "· 10 10 ·");
    assert_eq!(of(&[3, 20], false), "· ·");
    assert_eq!(of(&[3, 10, 10], true), "· · 10");
    assert_eq!(of(&[10, 12, 10, 11], false), "10 12 10 11");
}

/// A tally of so many people on each step of the satisfaction.
fn of_steps(counts: [u32; 5]) -> Tally {
    let counts: Vec<Value> = (1..)
        .zip(counts)
        .map(|(code, count): (u32, u32)| json!({ "code": code.to_string(), "count": count }))
        .collect();
    let returned: u64 = counts.iter().filter_map(|of| of["count"].as_u64()).sum();
    let tally = json!({ "format": TALLY_FORMAT, "phase": "after", "returned": returned,
        "questions": [{ "question": "satisfaction", "counts": counts }] });
    read_tally(tally.to_string().as_bytes()).unwrap()
}

/// Every five of some counts, in which somebody marked something.
fn every_five(of: &[usize]) -> impl Iterator<Item = (usize, usize, usize, usize, usize)> {
    let pairs = move || of.iter().flat_map(move |one| of.iter().map(move |two| (*one, *two)));
    pairs()
        .flat_map(move |one| pairs().map(move |two| (one, two)))
        .flat_map(move |((a, b), (c, d))| of.iter().map(move |e| (a, b, c, d, *e)))
        .filter(|(a, b, c, d, e)| [a, b, c, d, e].into_iter().any(|count| *count > 0))
}

#[test]
fn the_people_on_the_top_steps_are_hidden_where_they_or_the_others_are_few() {
    let questionnaire = sample();
    let form = Form::of(&questionnaire);
    let top =
        |counts| score_tally(&form, &of_steps(counts), &ScoreOptions::default()).questions[0].top.is_some();
    assert!(top([0, 0, 5, 20, 20]));
    assert!(!top([0, 0, 4, 20, 20]) && !top([20, 20, 0, 1, 1]) && top([0, 0, 0, 20, 20]));
    let few = score_tally(&form, &of_steps([0, 0, 4, 20, 20]), &ScoreOptions::default());
    let text = super::say_phase(&questionnaire, &few, Language::English);
    assert!(text.contains("top steps: suppressed for privacy") && !text.contains("(40/44)"), "{text}");
    let nobody = score_tally(&form, &of_steps([0; 5]), &ScoreOptions::default());
    assert!(super::say_phase(&questionnaire, &nobody, Language::English).contains("mean —"));
}

/// Twenty took part and are content; of twenty others, who took no part, the question was not asked.
#[test]
fn whom_no_item_of_a_scale_was_put_to_counts_for_nothing() {
    let mut survey: Value = serde_json::from_str(SAMPLE).unwrap();
    survey["subscales"] = json!([{ "id": "s", "title": { "en": "S" }, "items": ["satisfaction"] }]);
    let people = (0..40).map(|at| {
        let took_part = at < 20;
        let mut answers = json!({ "takes_part": { "kind": "yesNo", "yes": took_part } });
        if took_part {
            answers["satisfaction"] = json!({ "kind": "option", "code": "5" });
        }
        json!({ "id": format!("r{at}"), "phase": "after", "consent": true, "answers": answers })
    });
    let responses: Vec<Response> = people.map(|of| serde_json::from_value(of).unwrap()).collect();
    let definitions = [
        json!({ "kind": "topBox", "question": "satisfaction", "boxes": 2 }),
        json!({ "kind": "personsAbove", "subscale": "s", "percent": "75" }),
        json!({ "kind": "meanPomp", "subscale": "s" }),
    ];
    for definition in definitions {
        for missing in ["leaveOut", "notSatisfied"] {
            survey["satisfaction"] =
                json!({ "definition": definition, "threshold": "80", "missing": missing, "phase": "after" });
            let questionnaire = read_questionnaire(survey.to_string().as_bytes()).unwrap();
            let form = Form::of(&questionnaire);
            let score = satisfaction(&form, &responses, &ScoreOptions::default()).unwrap();
            assert_eq!(
                (score.people, score.left_out, score.met),
                (20, Some(0), Some(true)),
                "{definition} {missing}"
            );
            let scores = score_phase(&form, &responses, score.phase.as_ref(), &ScoreOptions::default());
            assert_eq!((scores.subscales[0].scored, scores.subscales[0].unscored), (20, 0));
        }
    }
}

/// A bound that is rounded onto the promise would contradict the verdict it stands in.
#[test]
fn a_bound_stays_on_its_side_of_the_promise() {
    let top = json!({ "kind": "topBox", "question": "satisfaction", "boxes": 2 });
    let words = |yes: usize| {
        let score = satisfied(&marks(&[(yes, 5), (3000 - yes, 1)]), Some(3400), &top, "leaveOut");
        say_satisfaction(&score, "0.95".parse().unwrap(), Language::English)
    };
    assert!(words(2387).contains("is not above 79.97%"), "{}", words(2387));
    assert!(words(2412).contains("as low as 79.9"), "{}", words(2412));
}

#[test]
fn small_groups_are_hidden() {
    let questionnaire = sample();
    let form = Form::of(&questionnaire);
    let responses: Vec<Response> = answers(&questionnaire).into_iter().take(4).collect();
    let before = "before".parse().unwrap();
    let scores = score_phase(&form, &responses, Some(&before), &ScoreOptions::default());
    for question in &scores.questions {
        assert!(question.hidden || question.answered == 0, "{question:?}");
        assert!(question.mean.is_none());
        assert!(question.steps.iter().all(|step| step.count.is_none() || question.answered == 0));
    }
    assert!(scores.subscales.iter().all(|of| of.hidden && of.mean.is_none()));
    let open = score_phase(
        &form,
        &responses,
        Some(&before),
        &ScoreOptions { smallest: 1, ..ScoreOptions::default() },
    );
    assert!(open.questions.iter().all(|question| !question.hidden));
}

#[test]
fn the_order_of_records_changes_no_figure() {
    let questionnaire = sample();
    let form = Form::of(&questionnaire);
    let mut responses: Vec<Response> = answers(&questionnaire).into_iter().skip(26).take(40).collect();
    let [before, after] = ["before", "after"].map(|phase| phase.parse().unwrap());
    let of = |responses: &[Response]| {
        let comparison = compare(&form, responses, &before, &after, &ScoreOptions::default());
        serde_json::to_string(&comparison).unwrap()
    };
    let first = of(&responses);
    responses.reverse();
    assert_eq!(of(&responses), first);
}

#[test]
fn paper_counted_by_hand_gives_shares_and_no_scales() {
    let questionnaire = sample();
    let form = Form::of(&questionnaire);
    let tally = |returned: u32, counts: &Value| -> Tally {
        let tally = json!({ "format": TALLY_FORMAT, "phase": "after", "handedOut": 60, "returned": returned, "questions": [counts] });
        read_tally(tally.to_string().as_bytes()).unwrap()
    };
    let counts = |of: &[(&str, u32)]| -> Vec<Value> {
        of.iter().map(|(code, count)| json!({ "code": code, "count": count })).collect()
    };
    let codes = |tally: &Tally| -> Vec<String> {
        check_tally(&form, tally).into_iter().map(|finding| finding.code).collect()
    };
    let marks = counts(&[("5", 20), ("4", 20), ("3", 8), ("2", 2)]);
    let whole =
        tally(52, &json!({ "question": "satisfaction", "counts": marks, "dontKnow": 1, "noAnswer": 1 }));
    assert_eq!(codes(&whole), [""; 0]);
    let scores = score_tally(&form, &whole, &ScoreOptions::default());
    assert_eq!(scores.response_rate, Some(Share { numerator: 52.into(), denominator: 60.into() }));
    let of = &scores.questions[0];
    assert_eq!(
        (of.asked, of.answered, of.no_answer, of.dont_know, of.mean),
        // One who does not know is few, and would follow from the others. The mean is 4.16, and would tell the steps.
        (Some(52), 50, None, None, Some(4.2))
    );
    // 2 of 10 below: the single steps are hidden, their sum is not.
    let shown: Vec<Option<u32>> = of.steps.iter().map(|step| step.count).collect();
    assert_eq!(shown, [Some(0), None, None, Some(20), Some(20)]);
    assert!(scores.subscales.is_empty());
    let score = satisfaction_of_tally(&form, &whole, &ScoreOptions::default()).unwrap();
    assert_eq!(
        (score.share, score.left_out),
        (Some(Share { numerator: 40.into(), denominator: 50.into() }), Some(2))
    );
    assert_eq!((score.met, score.verdict), (Some(true), Some(Verdict::MetPointOnly)));

    let of = |of: &[(&str, u32)]| json!({ "question": "satisfaction", "counts": counts(of) });
    assert_eq!(codes(&tally(61, &of(&[("5", 61)]))), ["SVY401"]);
    assert_eq!(codes(&tally(50, &of(&[("6", 50)]))), ["SVY402"]);
    assert_eq!(codes(&tally(50, &of(&[("5", 25), ("5", 25)]))), ["SVY403"]);
    assert_eq!(codes(&tally(50, &of(&[("5", 51)]))), ["SVY404"]);
    assert_eq!(codes(&tally(50, &of(&[("5", 47)]))), ["SVY405"]);
    let several = json!({ "question": "interests", "counts": counts(&[("sport", 30), ("training", 31)]), "answered": 45, "noAnswer": 5 });
    assert_eq!(codes(&tally(50, &several)), [""; 0]);
    let over =
        json!({ "question": "interests", "counts": counts(&[("sport", 46)]), "answered": 45, "noAnswer": 5 });
    assert_eq!(codes(&tally(50, &over)), ["SVY404"]);
    let huge = json!({ "format": TALLY_FORMAT, "returned": 1, "questions": [of(&[("5", u32::MAX)])] });
    assert_eq!(read_tally(huge.to_string().as_bytes()).unwrap_err().code(), "SRV005");
}

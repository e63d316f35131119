//! Figures that a wrong unit, a wrong denominator or a wrong design would change.

use serde_json::{Value, json};

use crate::language::Language;
use crate::survey::answers::{Response, TALLY_FORMAT, read_tally};
use crate::survey::questionnaire::{Form, Questionnaire, read_questionnaire};
use crate::survey::score::{
    SatisfactionScore, ScoreOptions, exact_satisfaction, exact_satisfaction_of_tally, say_satisfaction,
    score_phase,
};
use crate::survey::stats::Verdict;
use crate::value::{Amount, Share};

/// A survey with so many items of five steps in one subscale, and its satisfaction.
fn survey(items: usize, satisfaction: &Value) -> Questionnaire {
    let options: Vec<Value> = (1..=5)
        .map(|step| json!({ "code": step.to_string(), "label": { "en": step.to_string() }, "value": step }))
        .collect();
    let questions: Vec<Value> = (0..items)
        .map(|at| json!({ "id": format!("q{at}"), "label": { "en": format!("Item {at}") }, "answer": { "kind": "scale", "list": "l" } }))
        .collect();
    let names: Vec<String> = (0..items).map(|at| format!("q{at}")).collect();
    let survey = json!({
        "format": "qoldau-survey/1.0", "id": "s", "edition": 1, "title": { "en": "S" }, "languages": ["en"],
        "lists": [{ "id": "l", "options": options }], "questions": questions,
        "subscales": [{ "id": "s", "title": { "en": "Quality" }, "items": names }],
        "populations": [{ "id": "p", "title": { "en": "Trainees" }, "size": satisfaction.get("size") }],
        "satisfaction": {
            "definition": satisfaction["definition"], "threshold": "80", "population": "p",
            "missing": satisfaction.get("missing").cloned().unwrap_or_else(|| json!("leaveOut")),
        },
    });
    read_questionnaire(survey.to_string().as_bytes()).unwrap()
}

/// People who marked such steps each; 0 is no answer.
fn people(of: &[(usize, &[u32])]) -> Vec<Response> {
    let steps = of.iter().flat_map(|(count, steps)| vec![*steps; *count]);
    let record = |(number, steps): (usize, &[u32])| -> Response {
        let mut answers = json!({});
        for (at, step) in steps.iter().enumerate().filter(|(_, step)| **step > 0) {
            answers[format!("q{at}")] = json!({ "kind": "option", "code": step.to_string() });
        }
        serde_json::from_value(json!({ "id": format!("r{number}"), "answers": answers })).unwrap()
    };
    steps.enumerate().map(record).collect()
}

fn scored(survey: &Questionnaire, responses: &[Response]) -> SatisfactionScore {
    exact_satisfaction(&Form::of(survey), responses, &ScoreOptions::default()).unwrap().exact().clone()
}

fn said(score: &SatisfactionScore, language: Language) -> String {
    say_satisfaction(score, "0.95".parse().unwrap(), language).replace('\u{a0}', " ")
}

fn mean() -> Value {
    json!({ "definition": { "kind": "meanPomp", "subscale": "s" } })
}

/// What was scored at two events adds up to what is scored of all their people, whatever fractions the answers of one have.
#[test]
fn a_person_weighs_the_same_at_every_event() {
    let survey = survey(3, &mean());
    let first = people(&[(20, &[3, 3, 3])]);
    let second = people(&[(15, &[5, 5, 5]), (5, &[5, 5, 4])]);
    let all = people(&[(20, &[3, 3, 3]), (15, &[5, 5, 5]), (5, &[5, 5, 4])]);
    let of = |responses: &[Response]| scored(&survey, responses).share.unwrap();
    let pooled = of(&first).checked_add(of(&second)).unwrap();
    assert_eq!(pooled, of(&all));
    // (20 × 50 + 15 × 100 + 5 × 91.666…) / 40 is 73.958333…
    let percent = pooled.percent().unwrap();
    assert_eq!(percent.rounded(6), "73.958333".parse::<Amount>().unwrap());
    assert_eq!(of(&first).denominator, of(&second).denominator);
    // Another questionnaire, shorter or longer, weighs its people no less.
    for items in [1, 2, 7, 11, 32] {
        let other = super::figures::survey(items, &mean());
        let steps = vec![4_u32; items];
        let share = scored(&other, &people(&[(20, &steps)])).share.unwrap();
        assert_eq!(
            (share.denominator, share.percent()),
            (of(&first).denominator, "75".parse().ok()),
            "{items}"
        );
    }
}

/// Exactly 80 % of thirds is not less than 80 %.
#[test]
fn a_mean_of_thirds_meets_its_promise_exactly() {
    let survey = survey(3, &mean());
    // 66.66… + 93.33… …: 2 × (8/12) + 2 × (11/12) + 1 × (10/12) = 4 of 5.
    let score = scored(&survey, &people(&[(2, &[4, 4, 3]), (2, &[5, 5, 4]), (1, &[5, 4, 4])]));
    assert_eq!(score.share.and_then(Share::percent), "80".parse().ok());
    assert_eq!(score.met, Some(true));
}

#[test]
fn a_long_scale_is_scored_with_every_number_of_answers() {
    let survey = survey(32, &mean());
    let mut all = Vec::new();
    for answered in 16..=32 {
        let mut steps = vec![0_u32; 32];
        steps.iter_mut().take(answered).for_each(|step| *step = 5);
        steps[0] = 4;
        all.push(steps);
    }
    let of: Vec<(usize, &[u32])> = all.iter().map(|steps| (3, steps.as_slice())).collect();
    let responses = people(&of);
    let score = scored(&survey, &responses);
    assert_eq!((score.people, score.met, score.verdict), (51, Some(true), Some(Verdict::MetWithConfidence)));
    // 100 − 25 × the mean of 1/16 … 1/32.
    assert_eq!(score.share.unwrap().percent().unwrap().rounded(9).to_string(), "98.911373232");
    let words = said(&score, Language::English);
    assert!(words.starts_with("Satisfaction level: 98.9% (the mean of 51 people); promised: at least 80%. Met with confidence: with 95% confidence the mean among all is not below"), "{words}");
    let phase = score_phase(&Form::of(&survey), &responses, None, &ScoreOptions::default());
    let (mean, sd) = (phase.subscales[0].mean.unwrap(), phase.subscales[0].sd.unwrap());
    assert!((mean - 98.911_373_232).abs() < 1e-8 && sd > 0.0 && sd < 1.0, "{mean} {sd}");
}

#[test]
fn equal_scores_of_a_few_prove_nothing_of_the_others() {
    let mut of = mean();
    of["size"] = json!(150);
    let score = scored(&survey(3, &of), &people(&[(5, &[5, 5, 5])]));
    assert_eq!((score.met, score.lower, score.verdict), (Some(true), None, None));
    assert_eq!(
        Language::ALL.map(|language| said(&score, language)),
        [
            "Қанағаттану деңгейі: 100% (5 адамның орташасы); жоспар: кемінде 80%. Орындалды. Қаншалықты сенімді екенін айту мүмкін емес",
            "Уровень удовлетворённости: 100 % (среднее по 5 чел.); план: не менее 80 %. Выполнено. Насколько уверенно, сказать нельзя",
            "Satisfaction level: 100% (the mean of 5 people); promised: at least 80%. Met. How surely cannot be said",
        ]
    );
}

/// A population of 30 of whom 36 answered is another one: how surely the figure holds for it nobody can say.
#[test]
fn more_answers_than_people_prove_nothing() {
    let top = json!({ "definition": { "kind": "topBox", "question": "q0", "boxes": 2 }, "size": 30 });
    let score = scored(&survey(1, &top), &people(&[(36, &[5])]));
    assert_eq!((score.met, score.size, score.lower, score.verdict), (Some(true), None, None, None));
    let mut of = mean();
    of["size"] = json!(30);
    let score = scored(&survey(1, &of), &people(&[(30, &[5]), (6, &[4])]));
    assert_eq!((score.met, score.size, score.lower, score.verdict), (Some(true), None, None, None));
}

#[test]
fn paper_that_is_not_accounted_for_is_without_an_answer() {
    let satisfied = |missing: &str, question: Value| {
        let top =
            json!({ "definition": { "kind": "topBox", "question": "q0", "boxes": 2 }, "missing": missing });
        let survey = survey(1, &top);
        let tally =
            json!({ "format": TALLY_FORMAT, "handedOut": 60, "returned": 50, "questions": [question] });
        let tally = read_tally(tally.to_string().as_bytes()).unwrap();
        let score = exact_satisfaction_of_tally(&Form::of(&survey), &tally, &ScoreOptions::default());
        score.map(|score| {
            let of = score.exact();
            let share = of.share.unwrap();
            (share.numerator.to_u32().unwrap(), share.denominator.to_u32().unwrap(), of.left_out, of.met)
        })
    };
    let marks = json!([{ "code": "4", "count": 10 }, { "code": "5", "count": 20 }]);
    let open = json!({ "question": "q0", "counts": marks, "noAnswer": 3, "notApplicable": 2 });
    assert_eq!(satisfied("notSatisfied", open.clone()), Some((30, 50, Some(0), Some(false))));
    assert_eq!(satisfied("leaveOut", open), Some((30, 30, Some(20), Some(true))));
    let asked = json!({ "question": "q0", "counts": marks, "notAsked": 10, "noAnswer": 10 });
    assert_eq!(satisfied("notSatisfied", asked), Some((30, 40, Some(0), Some(false))));
    // What the tally does not say rightly gives no figure: a code that is not there, marks that are not all, one twice.
    let unknown =
        json!({ "question": "q0", "counts": [{ "code": "5", "count": 20 }, { "code": "6", "count": 30 }] });
    let other = json!({ "question": "q0", "counts": [{ "code": "5", "count": 20 }], "answered": 50 });
    let twice =
        json!({ "question": "q0", "counts": [{ "code": "5", "count": 20 }, { "code": "5", "count": 9 }] });
    for wrong in [unknown, other, twice] {
        assert_eq!(satisfied("leaveOut", wrong.clone()), None, "{wrong}");
    }
}

/// Two phases of the sample, of people with a code and one answer each.
fn phases(before: &[(&str, u32)], after: &[(&str, u32)]) -> (Questionnaire, Vec<Response>) {
    let questionnaire = super::sample();
    let of = |phase: &str, people: &[(&str, u32)]| -> Vec<Response> {
        let record = |(at, (code, step)): (usize, &(&str, u32))| -> Response {
            let step = step.to_string();
            let answers: serde_json::Map<String, Value> = ["knows", "skills"]
                .map(|item| (item.to_owned(), json!({ "kind": "option", "code": step })))
                .into_iter()
                .collect();
            let mut record =
                json!({ "id": format!("r{at}"), "phase": phase, "consent": true, "answers": answers });
            if !code.is_empty() {
                record["code"] = json!(code);
            }
            serde_json::from_value(record).unwrap()
        };
        people.iter().enumerate().map(record).collect()
    };
    let responses = [of("before", before), of("after", after)].concat();
    (questionnaire, responses)
}

fn compared(questionnaire: &Questionnaire, responses: &[Response]) -> crate::survey::score::Comparison {
    compared_from(questionnaire, responses, 5)
}

/// The same where groups of so many are shown.
fn compared_from(
    questionnaire: &Questionnaire,
    responses: &[Response],
    smallest: u32,
) -> crate::survey::score::Comparison {
    let [before, after] = ["before", "after"].map(|phase| phase.parse().unwrap());
    let options = ScoreOptions { smallest, ..ScoreOptions::default() };
    crate::survey::score::compare(&Form::of(questionnaire), responses, &before, &after, &options)
}

#[test]
fn codes_pair_by_their_letters_and_only_whole() {
    let (questionnaire, responses) = phases(
        &[("КА1234", 3), ("СЕ0245", 3), ("ҚА1535", 3), ("Ка111", 3), ("", 3)],
        &[("KA 12-34", 4), ("се0245", 4), ("КА1535", 4), ("Ка111", 4), ("", 4)],
    );
    let of = compared(&questionnaire, &responses).pairing.unwrap();
    assert_eq!((of.matched, of.without_code_first, of.without_code_second), (2, 2, 2));
    // 3 × 3 people of 300 × 31 × 100 codes.
    assert!((of.chance_pairs.unwrap() - 9.0 / 930_000.0).abs() < 1e-12, "{of:?}");
}

#[test]
fn a_record_that_was_taken_in_twice_is_one_person() {
    let (questionnaire, mut responses) = phases(&[("", 3); 6], &[("", 4); 6]);
    let form = Form::of(&questionnaire);
    let after = "after".parse().unwrap();
    let people =
        |responses: &[Response]| score_phase(&form, responses, Some(&after), &ScoreOptions::default()).people;
    assert_eq!(people(&responses), 6);
    responses.extend(responses.clone());
    assert_eq!(people(&responses), 6);
    // Two different records under one id are two people.
    let mut other = responses[11].clone();
    other.seconds = Some(9);
    responses.extend([other.clone(), other]);
    assert_eq!(people(&responses), 7);
    // Two tables may both have a row 2 in which everything is as usual.
    let mut row = responses[11].clone();
    row.id = "row-2".parse().unwrap();
    let two: Vec<Response> = responses.iter().cloned().chain([row.clone(), row]).collect();
    assert_eq!(people(&two), 9);
    // Who answered nothing did not answer.
    let empty = json!({ "id": "e", "phase": "after", "consent": true, "answers": {} });
    responses.push(serde_json::from_value(empty).unwrap());
    assert_eq!(people(&responses), 7);
}

#[test]
fn equal_differences_establish_nothing() {
    let codes = ["КА0101", "КА0202", "КА0303", "КА0404", "КА0505"];
    let (questionnaire, responses) = phases(
        &[1, 2, 3, 4, 3].into_iter().zip(codes).map(|(step, code)| (code, step)).collect::<Vec<_>>(),
        &[2, 3, 4, 5, 4].into_iter().zip(codes).map(|(step, code)| (code, step)).collect::<Vec<_>>(),
    );
    let comparison = compared_from(&questionnaire, &responses, 1);
    let change = comparison.questions.iter().find(|of| of.of.as_str() == "knows").unwrap();
    let paired = change.paired.as_ref().unwrap();
    assert_eq!((paired.change, paired.interval, paired.p), (Some(1.0), None, None));
    let words = crate::survey::score::say_change(change, "knows", Language::English);
    assert!(words.ends_with("Those who answered in both phases (pairs by code: 5): 2.6 → 3.6, a change of +1. How sure this is cannot be said"), "{words}");
}

/// The few who can be paired rose, everybody fell: the sentence says the survey's figure first, and that the two disagree.
#[test]
fn the_pairs_do_not_speak_for_everybody() {
    let codes = ["КА0101", "КА0202", "КА0303", "КА0404", "КА0505", "КА0606"];
    let mut before: Vec<(&str, u32)> = codes.into_iter().zip([2, 3, 2, 3, 2, 3]).collect();
    let mut after: Vec<(&str, u32)> = codes.into_iter().zip([3, 4, 3, 4, 4, 4]).collect();
    before.extend([("", 5); 15].into_iter().chain([("", 4); 15]));
    after.extend([("", 2); 15].into_iter().chain([("", 3); 15]));
    let (questionnaire, responses) = phases(&before, &after);
    let comparison = compared_from(&questionnaire, &responses, 1);
    let change = comparison.questions.iter().find(|of| of.of.as_str() == "knows").unwrap();
    let words = Language::ALL.map(|language| crate::survey::score::say_change(change, "knows", language));
    let [kk, ru, en] = &words;
    assert!(en.starts_with("knows: 4.17 → 2.69, a change of −1.47, confidence interval "), "{en}");
    assert!(en.contains("(two independent groups of 36 and 36 people). The fall is established. Those who answered in both phases (pairs by code: 6): 2.5 → 3.67"), "{en}");
    assert!(en.ends_with("The rise is established. Note: the groups and the pairs point different ways; those who were paired are not like the others"), "{en}");
    assert!(
        ru.contains("Внимание: группы и пары говорят разное") && kk.contains("Назар аударыңыз"),
        "{ru} {kk}"
    );
    let chart = crate::survey::chart::dumbbells(&questionnaire, &comparison, Language::English).unwrap();
    assert!(chart.contains("(n = 36; 36)"), "{chart}");
}

/// What is hidden among the steps is told neither by a percent of a scale of one item, nor by those who said that they do
/// not know, nor by those who did not mark an option.
#[test]
fn no_other_figure_tells_few_people() {
    let above = |percent: &str| json!({ "definition": { "kind": "personsAbove", "subscale": "s", "percent": percent } });
    let marks: &[(usize, &[u32])] = &[(10, &[5]), (2, &[4]), (10, &[3])];
    let hidden = |percent: &str| {
        let survey = survey(1, &above(percent));
        let of = exact_satisfaction(&Form::of(&survey), &people(marks), &ScoreOptions::default()).unwrap();
        of.shown().hidden
    };
    assert!(hidden("100") && !hidden("75") && !hidden("50"));
    let questionnaire = super::sample();
    let form = Form::of(&questionnaire);
    let record = |at: usize, question: &str, answer: Value| -> Response {
        let mut answers = json!({});
        answers[question] = answer;
        serde_json::from_value(
            json!({ "id": format!("r{at}"), "phase": "before", "consent": true, "answers": answers }),
        )
        .unwrap()
    };
    let before = "before".parse().unwrap();
    let of = |responses: &[Response], question: &str| {
        let scores = score_phase(&form, responses, Some(&before), &ScoreOptions::default());
        scores.questions.into_iter().find(|of| of.question.as_str() == question).unwrap()
    };
    let unsure: Vec<Response> = (0..40)
        .map(|at| match at {
            0 => json!({ "kind": "missing", "reason": "dontKnow" }),
            1 | 2 => json!({ "kind": "missing", "reason": "notApplicable" }),
            _ => json!({ "kind": "option", "code": "4" }),
        })
        .enumerate()
        .map(|(at, answer)| record(at, "knows", answer))
        .collect();
    let knows = of(&unsure, "knows");
    assert_eq!((knows.asked, knows.dont_know, knows.not_applicable), (Some(40), None, None));
    let several: Vec<Response> = (0..40)
        .map(|at| {
            record(
                at,
                "interests",
                json!({ "kind": "options", "codes": [if at == 0 { "training" } else { "sport" }] }),
            )
        })
        .collect();
    let shown: Vec<Option<u32>> = of(&several, "interests").steps.iter().map(|step| step.count).collect();
    assert!(shown.iter().all(|count| count.is_none_or(|count| count == 0)), "{shown:?}");
}

/// Of a population of 40 the 40 who answered tell all, and 30 of them more than 30 of many do.
#[test]
fn the_top_steps_of_a_known_population_have_its_interval() {
    let interval = |people: usize, size: Value| {
        let marks: Vec<(&str, u32)> = (0..people).map(|at| ("", if at < 20 { 5 } else { 2 })).collect();
        let (_, responses) = phases(&marks, &[]);
        let mut survey: Value = serde_json::from_str(super::SAMPLE).unwrap();
        survey["populations"][0]["size"] = size;
        let questionnaire = read_questionnaire(survey.to_string().as_bytes()).unwrap();
        let before = "before".parse().unwrap();
        let scores =
            score_phase(&Form::of(&questionnaire), &responses, Some(&before), &ScoreOptions::default());
        let of = scores.questions.into_iter().find(|of| of.question.as_str() == "knows").unwrap();
        let interval = of.top.unwrap().interval.unwrap();
        (interval.low, interval.high)
    };
    let (low, high) = interval(40, json!(40));
    assert!((low - 0.5).abs() < 1e-12 && (high - 0.5).abs() < 1e-12);
    let ((low, high), (least, most)) = (interval(30, json!(40)), interval(30, json!(null)));
    assert!(least < low && high < most);
    // 20 of 30 of 40: as much as 117 of an endless population tell.
    assert!((low - 0.577).abs() < 5e-4 && (high - 0.746).abs() < 5e-4, "{low} {high}");
    // A population smaller than those who answered is none.
    let ((low, _), (least, _)) = (interval(30, json!(20)), interval(30, json!(null)));
    assert!((low - least).abs() < 1e-12);
}

/// Of few people on a step neither the mean nor the deviation says how many they are: with what is shown there are other counts.
#[test]
fn means_tell_no_step_that_is_hidden() {
    let survey = survey(1, &json!({ "definition": { "kind": "topBox", "question": "q0", "boxes": 2 } }));
    let form = Form::of(&survey);
    let (mut with_mean, mut without) = (0, 0);
    let choices = [0_u32, 1, 3, 7];
    for number in 0..choices.len().pow(5) {
        let counts: Vec<u32> =
            (0..5).map(|at| choices[number / choices.len().pow(at) % choices.len()]).collect();
        let answers: Vec<(usize, [u32; 1])> =
            (1..).zip(&counts).map(|(step, count)| (usize::try_from(*count).unwrap(), [step])).collect();
        let answers: Vec<(usize, &[u32])> = answers.iter().map(|(count, step)| (*count, &step[..])).collect();
        let scores = score_phase(&form, &people(&answers), None, &ScoreOptions::default());
        let (question, subscale) = (&scores.questions[0], &scores.subscales[0]);
        if question.steps.iter().all(|step| step.count.is_some()) || question.hidden {
            continue;
        }
        assert_eq!((question.sd, subscale.sd), (None, None), "{counts:?}");
        let Some(mean) = question.mean else {
            assert_eq!(subscale.mean, None);
            without += 1;
            continue;
        };
        with_mean += 1;
        assert!((subscale.mean.unwrap() - (mean - 1.0) * 25.0).abs() < 1e-9, "{counts:?}");
        let tenths = |counts: &[u32]| {
            let sum: u32 = (1..).zip(counts).map(|(step, count)| step * count).sum();
            let people: u32 = counts.iter().sum();
            (20 * sum + people) / (2 * people)
        };
        assert!((f64::from(tenths(&counts)) / 10.0 - mean).abs() < 1e-9, "{counts:?}");
        // What somebody who reads it can think of: the sums of both blocks are told, or that of all.
        let block = |at: usize| {
            if question.top.is_some() && at >= 3 {
                3..5
            } else if question.top.is_some() {
                0..3
            } else {
                0..5
            }
        };
        let is_hidden = |at: usize| question.steps[at].count.is_none();
        let mut known: Vec<Vec<u32>> = vec![Vec::new()];
        for at in 0..5 {
            let of_block: u32 = counts[block(at)].iter().sum();
            let shown: u32 = block(at).filter(|at| !is_hidden(*at)).map(|at| counts[at]).sum();
            let is_last = !block(at).any(|later| later > at && is_hidden(later));
            let longer = |begun: Vec<u32>| {
                let spent: u32 =
                    block(at).filter(|before| *before < at && is_hidden(*before)).map(|of| begun[of]).sum();
                let left = of_block - shown - spent;
                let may = match question.steps[at].count {
                    Some(count) => count..=count,
                    None if is_last => left..=left,
                    None => 0..=left,
                };
                may.map(|count| [begun.clone(), vec![count]].concat()).collect::<Vec<_>>()
            };
            known = known.into_iter().flat_map(longer).collect();
        }
        known.retain(|of| tenths(of) == tenths(&counts));
        for (at, count) in counts.iter().enumerate() {
            let is_few = (1..5).contains(count) && question.steps[at].count.is_none();
            assert!(!is_few || known.iter().any(|of| of[at] != *count), "{counts:?} {at}");
        }
    }
    assert!(with_mean > without && without > 0, "{with_mean} {without}");
}

#[test]
fn changes_tell_no_step_that_is_hidden() {
    let of = |counts: [usize; 5]| -> Vec<(&str, u32)> {
        (1..).zip(counts).flat_map(|(step, count)| vec![("", step); count]).collect()
    };
    let change = |before: [usize; 5], after: [usize; 5]| {
        let (questionnaire, responses) = phases(&of(before), &of(after));
        let compared = compared(&questionnaire, &responses);
        compared.questions.into_iter().find(|of| of.of.as_str() == "knows").unwrap()
    };
    let open = change([5, 6, 7, 8, 9], [5, 5, 5, 9, 20]).independent;
    assert!(open.p.is_some() && open.effect.is_some() && open.cliffs_delta.is_some());
    let rough = change([3, 4, 12, 12, 9], [2, 3, 6, 14, 20]);
    let (top, rough) = (rough.top_interval.is_some(), rough.independent);
    assert_eq!((rough.mean_first, rough.mean_second, top), (Some(3.5), Some(4.0), true));
    assert_eq!((rough.p, rough.effect, rough.cliffs_delta), (None, None, None));
    let change_in_tenths = rough.change.unwrap() * 10.0;
    assert!((change_in_tenths - 5.0).abs() < 1e-9, "{rough:?}");
    // Three and six of nine people: whatever is said of them tells all.
    let few = change([3, 6, 0, 0, 0], [5, 5, 5, 9, 20]);
    assert!(
        few.hidden && few.independent.change.is_none() && few.independent.mean_second.is_none(),
        "{few:?}"
    );
}

/// Where one phase hides a step and the other does not, no change is told the other way.
#[test]
fn a_change_beside_hidden_steps_never_points_the_other_way() {
    let of = |counts: [usize; 5]| -> Vec<(&str, u32)> {
        (1..).zip(counts).flat_map(|(step, count)| vec![("", step); count]).collect()
    };
    for (before, after) in [([6, 0, 0, 5, 8], [2, 0, 4, 1, 4]), ([11, 0, 6, 0, 8], [9, 4, 4, 0, 8])] {
        let (mut questionnaire, responses) = phases(&of(before), &of(after));
        let mut alone = questionnaire.subscales[0].clone();
        (alone.id, alone.items) = ("alone".parse().unwrap(), vec!["knows".parse().unwrap()]);
        questionnaire.subscales.push(alone);
        let compared = compared(&questionnaire, &responses);
        let question = compared.questions.iter().find(|of| of.of.as_str() == "knows").unwrap();
        let scale = compared.subscales.iter().find(|of| of.of.as_str() == "alone").unwrap();
        for change in [&question.independent, &scale.independent] {
            assert_eq!((change.change, &change.interval), (Some(0.0), &None), "{change:?}");
            assert_eq!(change.mean_first, change.mean_second);
        }
        let said = crate::survey::score::say_change(question, "Q", Language::English);
        assert!(said.contains("a change of 0 ("), "{said}");
    }
}

/// The change of pairs who are everybody, or all but a few, would tell more than that of the groups beside it.
#[test]
fn pairs_who_are_nearly_everybody_tell_no_more_than_the_groups() {
    let codes: Vec<String> = (1..=25).map(|at| format!("КА{at:02}{at:02}")).collect();
    let of = |counts: [usize; 5]| -> Vec<(&str, u32)> {
        let steps = (1..).zip(counts).flat_map(|(step, count)| vec![step; count]);
        codes.iter().map(String::as_str).zip(steps).collect()
    };
    for without_code in [0, 1] {
        let (before, mut after) = (of([2, 15, 0, 0, 8]), of([2, 11, 4, 0, 8]));
        after.iter_mut().take(without_code).for_each(|(code, _)| *code = "");
        let (questionnaire, responses) = phases(&before, &after);
        let compared = compared(&questionnaire, &responses);
        let change = compared.questions.iter().find(|of| of.of.as_str() == "knows").unwrap();
        let (groups, pairs) = (&change.independent, change.paired.as_ref().unwrap());
        assert_eq!((pairs.n_first, &groups.interval), (25 - u32::try_from(without_code).unwrap(), &None));
        let tenths = |of: Option<f64>| of.map(|of| (of * 10.0).round());
        let between = tenths(pairs.mean_second).zip(tenths(pairs.mean_first)).map(|(two, one)| two - one);
        assert_eq!((tenths(pairs.change), &pairs.interval), (between, &None), "{pairs:?}");
    }
}

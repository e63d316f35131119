//! `qoldau survey`.

use crate::program::{data, folder, piped, qoldau};

fn compare(more: &[&str]) -> crate::program::Run {
    let files = ["survey.json", "survey-before.csv", "survey-after.csv"].map(data);
    let arguments =
        ["survey", "compare"].into_iter().chain(files.iter().map(String::as_str)).chain(more.iter().copied());
    qoldau(&arguments.collect::<Vec<_>>())
}

#[test]
fn the_sample_questionnaire_is_clean_and_a_spoilt_one_is_not() {
    let file = data("survey.json");
    let run = qoldau(&["survey", "lint", &file]);
    assert_eq!((run.code, run.out.as_str(), run.err.as_str()), (Some(0), "", ""));
    let spoilt = std::fs::read_to_string(&file)
        .unwrap()
        .replace("\"relevant\": \"takes_part\"", "\"relevant\": \"takes_part and (\"");
    let run = piped(&["survey", "lint", "-", "--language", "ru"], spoilt.as_bytes());
    assert_eq!(run.code, Some(1));
    assert!(
        run.out.contains("SVY104 (events.relevant): Выражение не читается: выражение обрывается"),
        "{}",
        run.out
    );
    assert!(run.out.contains("→ Исправьте ошибку у указанного символа"), "{}", run.out);
    let run = piped(&["survey", "lint", &file, "--second", "-", "--json"], spoilt.as_bytes());
    let findings: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(findings.as_array().map(Vec::len), Some(3), "{}", run.out);
}

#[test]
fn a_phase_is_scored() {
    let (survey, answers) = (data("survey.json"), data("survey-after.csv"));
    let run = qoldau(&["survey", "score", &survey, &answers]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert!(
        run.out.contains("Satisfaction level: 90.5% (38/42); promised: at least 80%. Met with confidence"),
        "{}",
        run.out
    );
    assert!(run.err.contains("SVY307 (row 7, column 7): The answer in the cell is not known"), "{}", run.err);
    // Of a bound that is higher than the people who answered nothing is told in any form.
    for form in ["--json", "--section"] {
        let run =
            qoldau(&["survey", "score", &survey, &answers, form, "--smallest", "43", "--language", "en"]);
        let tells = ["\"38\"", "38/42", "90.5"].iter().any(|figure| run.out.contains(figure));
        assert!(!tells, "{}", run.out);
    }
    let run = qoldau(&["survey", "score", &survey, &answers, "--smallest", "1"]);
    let said = "Satisfaction level: 90.5% (38/42); promised: at least 80%. Met with confidence";
    assert!(run.out.contains(said), "{}", run.out);
    let run = qoldau(&["survey", "score", &survey, &answers, "--smallest", "1", "--json"]);
    let json: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(json["satisfaction"]["share"], serde_json::json!({ "numerator": "38", "denominator": "42" }));
    assert_eq!(json["satisfaction"]["verdict"], "metWithConfidence");
}

#[test]
fn a_tally_of_paper_questionnaires_is_scored() {
    let survey = data("survey.json");
    let counts = |counts: &[(&str, u32)]| {
        counts
            .iter()
            .map(|(code, count)| format!(r#"{{"code":"{code}","count":{count}}}"#))
            .collect::<Vec<_>>()
            .join(",")
    };
    let tally = |told: &str| {
        let satisfied = counts(&[("5", 60), ("4", 45), ("3", 10), ("2", 0), ("1", 3)]);
        format!(
            r#"{{"format":"{told}","phase":"after","handedOut":150,"returned":130,
                "questions":[{{"question":"satisfaction","counts":[{satisfied}],"noAnswer":12}}]}}"#
        )
    };
    let run = piped(&["survey", "score", &survey, "-"], tally("qoldau-tally/1.0").as_bytes());
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    assert!(run.out.contains("Response rate: 86.7% (130/150)"), "{}", run.out);
    assert!(run.out.contains("Satisfaction level: 88.98% (105/118)"), "{}", run.out);
    let more = tally("qoldau-tally/1.0").replace("\"returned\":130", "\"returned\":131");
    let run = piped(&["survey", "score", &survey, "-"], more.as_bytes());
    assert!(run.code == Some(0) && run.err.contains("SVY405"), "{:?} {}", run.code, run.err);
    let run = piped(&["survey", "score", &survey, "-"], tally("qoldau-tally/2.0").as_bytes());
    assert!(run.code == Some(2) && run.err.contains("(SRV"), "{}", run.err);
}

#[test]
fn a_statistic_is_asked_for_below_survey_too() {
    let request = br#"{"method":"nps","input":{"counts_0_to_10":[0,0,0,0,0,0,0,0,0,1,3],"conf":0.95}}"#;
    let below = piped(&["survey", "vector"], request);
    assert_eq!((below.code, &below.out), (Some(0), &piped(&["vector"], request).out), "{}", below.out);
}

#[test]
fn two_phases_are_compared_and_drawn() {
    let charts = folder("survey-charts");
    let run = compare(&["--language", "kk", "--smallest", "1", "--charts", &charts.display().to_string()]);
    // One record of the sample has no consent, which is an error of that record.
    assert_eq!(run.code, Some(1), "{}", run.err);
    assert!(run.err.contains("SVY210"), "{}", run.err);
    assert!(run.out.contains("Кодтар: жұбы табылған 34"), "{}", run.out);
    for name in ["changes.svg", "agreement-1.svg", "agreement-2.svg", "satisfied-2.svg"] {
        let svg = std::fs::read_to_string(charts.join(name)).expect(name);
        assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>\n"), "{name}");
    }
    let json: serde_json::Value = serde_json::from_str(&compare(&["--json"]).out).unwrap();
    assert_eq!(json["comparison"]["pairing"]["matched"], 34);
}

#[test]
fn a_survey_stands_in_the_report() {
    let folder = folder("survey-section");
    std::fs::create_dir_all(&folder).unwrap();
    let plan_and_facts = ["qoldau-2024.kk.docx", "season.jsonl"].map(data);
    let name = |name: &str| folder.join(name).display().to_string();
    let (two, one) = (name("two.json"), name("one.json"));
    std::fs::write(&two, compare(&["--section", "--smallest", "1", "--language", "ru"]).out).unwrap();
    let answers = ["survey.json", "survey-after.csv"].map(data);
    let scored = qoldau(&[
        "survey",
        "score",
        &answers[0],
        &answers[1],
        "--section",
        "--smallest",
        "1",
        "--language",
        "ru",
    ]);
    std::fs::write(&one, scored.out).unwrap();
    let report = |form: &str| {
        let asked = ["report", &plan_and_facts[0], &plan_and_facts[1], "--on", "2024-10-31", "--as", form];
        let more = ["--section", &two, "--section", &one, "--language", "ru"];
        qoldau(&[&asked[..], &more[..]].concat())
    };
    let page = report("html");
    assert!(page.err.is_empty() || page.code != Some(2), "{}", page.err);
    assert_eq!(page.out.matches("<figure class=\"chart\"").count(), 5, "{}", page.out.len());
    assert!(page.out.contains("#h-section-2"));
    for form in ["text", "markdown", "html"] {
        let flat = report(form).out.replace(['\u{a0}', '\n'], " ").replace("    ", " ");
        assert!(flat.contains("90,5 %") && flat.contains("Выполнено уверенно"), "{form}");
    }
    let broken = name("broken.json");
    std::fs::write(&broken, r#"{"title":"x"}"#).unwrap();
    let run = qoldau(&[
        "report",
        &plan_and_facts[0],
        &plan_and_facts[1],
        "--on",
        "2024-10-31",
        "--section",
        &broken,
    ]);
    assert!(run.code == Some(2) && run.err.contains("(CLI024)"), "{}", run.err);
}

#[test]
fn what_cannot_be_carried_out_says_why() {
    let (survey, answers) = (data("survey.json"), data("survey-after.csv"));
    let run = qoldau(&["survey", "score", &survey, &answers, "--phase", "third"]);
    assert_eq!(
        (run.code, run.err.trim_end()),
        (Some(2), "qoldau: The survey has no such phase: third (CLI023)")
    );
    let run = qoldau(&["survey", "lint", &answers]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("SRV003"), "{}", run.err);
    let run = piped(&["survey", "score", &survey, "-"], b"age\n\"20");
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("SRV006"), "{}", run.err);
}

#[test]
fn a_large_table_is_counted_as_it_would_be_scored() {
    let (survey, answers) = (data("survey.json"), data("survey-after.csv"));
    let count = |more: &[&str]| {
        let arguments = ["survey", "count", &survey, &answers, "--phase", "after"];
        qoldau(&arguments.into_iter().chain(more.iter().copied()).collect::<Vec<_>>())
    };
    let run = count(&[]);
    assert_eq!(count(&["--threads", "3"]).out, run.out);
    let counted: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let scored = qoldau(&["survey", "score", &survey, &answers, "--json"]);
    let scored: serde_json::Value = serde_json::from_str(&scored.out).unwrap();
    let group = &counted["groups"][1];
    assert_eq!((&group["phase"], &group["people"]), (&"after".into(), &scored["scores"]["people"]));
    let items = group["items"].as_array().unwrap();
    assert!(!items.is_empty());
    for item in items {
        let questions = scored["scores"]["questions"].as_array().unwrap();
        let of = questions.iter().find(|of| of["question"] == item["question"]).unwrap();
        for field in ["answered", "noAnswer", "dontKnow", "refused", "invalid", "mean"] {
            assert_eq!(item[field], of[field], "{field} of {}", item["question"]);
        }
    }
    let run = count(&["--follow", "events", "--language", "en"]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("SRV010"), "{}", run.err);
}

#[test]
fn somebody_says_what_a_column_holds() {
    let (survey, table) = (data("survey.json"), "№,Q1,Стаж\nr1,21,4\nr2,22,5\n");
    let score = |more: &[&str]| {
        let arguments = ["survey", "score", &survey, "-", "--consented", "--smallest", "1", "--json"];
        piped(&arguments.into_iter().chain(more.iter().copied()).collect::<Vec<_>>(), table.as_bytes())
    };
    let run = score(&["--column", "1=:record", "--column", "2=age", "--column", "3=knows"]);
    let json: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let questions = json["scores"]["questions"].as_array().unwrap();
    let knows = questions.iter().find(|of| of["question"] == "knows").unwrap();
    assert_eq!((&knows["answered"], &knows["mean"]), (&2.into(), &4.5.into()), "{knows}");
    assert!(!run.err.contains("column 2)") && !run.err.contains("column 3)"), "{}", run.err);
    let refused = |choice: &str| score(&["--column", choice]);
    assert!(refused("9=age").err.contains("SRV011"), "{}", refused("9=age").err);
    assert!(refused("1=nobody").err.contains("SRV012"));
    assert!(refused("1=age/1").err.contains("SRV013"));
    for no_choice in ["age", "x=age", "1=:what", "1=:code0"] {
        let run = refused(no_choice);
        assert_eq!(run.code, Some(2), "{no_choice}");
        assert!(run.err.contains("5=age") && !run.err.contains("surname"), "{}", run.err);
    }
}

#[test]
fn how_many_must_answer_is_said() {
    let run =
        qoldau(&["survey", "sample", "--population", "3400", "--population", "150", "--language", "ru"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    // z²·¼/0.05² = 384.1; 384.1/(1 + 383.1/3400) = 345.2; 384.1/(1 + 383.1/150) = 108.1.
    let said: Vec<&str> = run.out.lines().map(|line| line.rsplit(' ').next().unwrap()).collect();
    assert_eq!(said, ["ответить:", "385", "346", "109"], "{}", run.out);
    assert!(run.out.starts_with("Погрешность: ± 5 п. п."), "{}", run.out);
    let run = qoldau(&["survey", "sample", "--margin", "0.1", "--population", "150", "--json"]);
    let json: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(json["byPopulation"][0]["n"], 59);
    let run = qoldau(&["survey", "sample", "--share", "0", "--language", "en"]);
    assert!(run.out.contains(" 0\n") && !run.out.contains("-0"), "{}", run.out);
    let run = qoldau(&[
        "survey",
        "sample",
        "--population",
        "150",
        "--population",
        "3400",
        "--design-effect",
        "1.5",
        "--response-rate",
        "0.6",
        "--language",
        "kk",
    ]);
    let said: Vec<&str> = run.out.lines().skip(1).collect();
    let expected = [
        "  шексіз жиынтықтан: 577; шақырылуы тиіс: 962",
        "  жиынтық көлемі 150 болса: 150; бәрін шақырса да, мұнша адам жауап бермейді",
        "  жиынтық көлемі 3\u{a0}400 болса: 518; шақырылуы тиіс: 864",
    ];
    assert_eq!(said, expected, "{}", run.out);
    // 1.96·√(¼/109) = 9.39 points; of 150 people ·√(41/149), which is the 5 points that 109 were planned for.
    let run = qoldau(&["survey", "sample", "--answered", "109", "--population", "150", "--language", "en"]);
    let expected = "Answered: 109; confidence level: 95%; expected share: 50%. Margin:\n  \
        of a population without end: ± 9.4 percentage points\n  of a population of 150: ± 5 percentage points\n";
    assert_eq!(run.out, expected);
    let run = qoldau(&["survey", "sample", "--answered", "151", "--population", "150"]);
    assert!(run.code == Some(2) && run.err.contains("SVY002"), "{}", run.err);
    let run = qoldau(&["survey", "sample", "--level", "1"]);
    assert!(run.code == Some(2) && run.err.contains("SVY001"), "{}", run.err);
}

#[test]
fn what_focus_groups_lack_is_said() {
    let session = r#"[{"id": "f1", "title": {"kk": "Жастар"}, "on": "2024-10-15", "moderator": "Бірінші Модератор", "participants": 9}]"#;
    let run = piped(&["survey", "focus", "-", "--language", "en"], session.as_bytes());
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert!(run.out.contains("SVY501") && run.out.contains("The focus group lacks: minutes"), "{}", run.out);
    assert!(!run.out.contains("Модератор"), "{}", run.out);
    let run = piped(&["survey", "focus", "-", "--json"], session.as_bytes());
    let findings: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(findings[0]["code"], "SVY501");
    assert!(piped(&["survey", "focus", "-"], b"{}").err.contains("SRV004"));
}

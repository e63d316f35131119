//! What is settled once and kept: pairings and the numbers of the register.

use std::fs;

use serde_json::Value;

use crate::program::{data, folder, qoldau};

#[test]
fn names_and_values_are_listed_and_paired_by_their_numbers() {
    let annex = data("../../tests/tests/data/faulty.kk.txt");
    let listed = qoldau(&["pair", &annex, "1.2"]).quiet(0);
    assert_eq!(
        listed,
        "Indicator:\n   1  Қатысушылар саны\n   2  Пост\n   3  Видео\nTarget:\n   1  5\n   2  7\n"
    );
    let file = folder("names_and_values").join("plan.json").display().to_string();
    let choices = ["--line", "1=1", "--line", "2=", "--line", "3=2"];
    qoldau(&[&["pair", &annex, "t1-a2", "-o", &file], &choices[..]].concat()).quiet(0);
    let plan: Value = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
    let activity = &plan["tasks"][0]["activities"][1];
    assert_eq!(activity["unpaired"], Value::Null);
    let lines = activity["indicators"].as_array().unwrap();
    let paired: Vec<String> =
        lines.iter().map(|line| format!("{} {}", line["name"], line["targets"][0]["text"])).collect();
    assert_eq!(paired, ["\"Қатысушылар саны\" \"5\"", "\"Пост\" \"\"", "\"Видео\" \"7\""]);
    let checked = qoldau(&["check", &file]).out;
    assert!(!checked.contains("PLAN005") && checked.contains("PLAN007"), "{checked}");
    let again = qoldau(&["pair", &file, "1.2"]);
    assert_eq!(
        (again.code, &*again.err),
        (Some(2), "qoldau: There is nothing to pair in this activity: 1.2 (ANX021)\n")
    );
}

#[test]
fn a_pairing_that_leaves_something_out_is_refused_by_its_number() {
    let annex = data("../../tests/tests/data/faulty.kk.txt");
    for (choices, said) in [
        (&["--line", "1=1", "--line", "2=2", "--line", "9="][..], "В списке нет такого номера: 9 (ANX022)"),
        (&["--line", "1=1", "--line", "1,2=2", "--line", "3="], "взято дважды, номер: 1 (ANX023)"),
        (&["--line", "1,2=1", "--line", "3="], "не взято ни в одну строку, номер: 2 (ANX024)"),
        (&["--line", "1,2,3=1", "--line", "=2"], "Строка --line без названия, по порядку: 2 (ANX025)"),
    ] {
        let run = qoldau(&[&["pair", &annex, "1.2", "--language", "ru"], choices].concat());
        assert_eq!((run.code, &*run.out), (Some(2), ""));
        assert!(run.err.contains(said), "{}", run.err);
    }
    let run = qoldau(&["pair", &annex, "7.7"]);
    assert_eq!(run.err, "qoldau: The plan has no such activity: 7.7 (ANX020)\n");
}

/// A photo of line 2.10.
fn photo(name: &str, clock: &str) -> String {
    let body = format!(
        r#"{{"item":"{name}","kind":"photo","lines":["t2-10"],"date":"2024-06-15","files":[{{"name":"{name}.jpg"}}]}}"#
    );
    format!(
        "{{\"id\":\"e-{name}\",\"on\":\"2024-06-15\",\"author\":\"p\",\"kind\":\"evidence\",\"body\":{body},\"clock\":\"{clock}\"}}\n"
    )
}

#[test]
fn numbers_that_were_given_stay_when_an_earlier_record_comes_in_late() {
    let folder = folder("numbers_that_were_given");
    let (facts, numbers) = (folder.join("facts.jsonl"), folder.join("numbers.json"));
    let header = "{\"format\":\"qoldau-journal/1.0\",\"plan\":\"66-2024-04-30\"}\n";
    let (early, late) = (photo("early", "2024-06-15T09:00:00Z"), photo("late", "2024-06-15T18:00:00Z"));
    let annex = data("qoldau-2024.kk.docx");
    let register = |journal: &str| -> Vec<(String, u64)> {
        fs::write(&facts, format!("{header}{journal}")).unwrap();
        let (file, kept) = (facts.display().to_string(), numbers.display().to_string());
        let said = qoldau(&["register", &annex, &file, "--on", "2024-06-30", "--numbers", &kept]).quiet(0);
        assert!(said.contains("2.10-"), "{said}");
        let given: Value = serde_json::from_str(&fs::read_to_string(&numbers).unwrap()).unwrap();
        let number = |of: &Value| (of["item"].as_str().unwrap().to_owned(), of["running"].as_u64().unwrap());
        given.as_array().unwrap().iter().map(number).collect()
    };
    let of = |item: &str, running: u64| (item.to_owned(), running);
    assert_eq!(register(&late), [of("late", 1)]);
    // From a telephone that was offline: recorded before, known only now.
    assert_eq!(register(&format!("{late}{early}")), [of("late", 1), of("early", 2)]);
    // The item of number 1 is gone: its number is not given again.
    let third = photo("third", "2024-06-16T09:00:00Z");
    assert_eq!(register(&format!("{early}{third}")), [of("late", 1), of("early", 2), of("third", 3)]);
}

#[test]
fn a_file_that_holds_no_numbers_is_refused_and_left_as_it_is() {
    let file = folder("a_file_that_holds_no_numbers").join("numbers.json");
    fs::write(&file, "{}").unwrap();
    let name = file.display().to_string();
    let arguments = [
        "register",
        &data("qoldau-2024.kk.docx"),
        &data("season.jsonl"),
        "--on",
        "2024-06-30",
        "--numbers",
        &name,
    ];
    let run = qoldau(&arguments);
    assert_eq!(run.code, Some(2));
    assert!(
        run.err.contains("these are not the numbers of a register") && run.err.contains("(CLI010)"),
        "{}",
        run.err
    );
    assert_eq!(fs::read_to_string(&file).unwrap(), "{}");
}

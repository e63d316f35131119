//! `qoldau people`: lists held against each other, days of rows, decisions that outlive their list.

use crate::program::{Run, folder, piped, qoldau};

fn on_list(arguments: &[&str], list: &str) -> Run {
    piped(&[&["people"], arguments, &["--language", "en"]].concat(), list.as_bytes())
}

/// A file in a folder of the test's own.
fn write(folder: &std::path::Path, name: &str, text: &str) -> String {
    let file = folder.join(name);
    std::fs::write(&file, text).unwrap();
    file.display().to_string()
}

#[test]
fn a_list_is_paired_with_a_registry_each_person_once() {
    let folder = folder("people-pair");
    let registry = write(
        &folder,
        "registry.json",
        r#"{"format":"qoldau-registry/1.0","persons":[
            {"id":"p-1","name":"Әбдіқадырова Айгерім Серікқызы","phone":"+77000000001","birth":{"kind":"exact","date":"2008-06-14"}},
            {"id":"p-2","name":"Оспанов Серік","phone":"+77000000002"}]}"#,
    );
    let list = "ФИО;Телефон;Дата рождения\nОспанов Серік;8 700 000 00 02;\nAigerim Abdiqadyrova;+77000000001;14.06.2008\nАйгерім Әбдіқадырова;87000000001;14.06.2008\nКим Дана;8 700 000 00 03;\n";
    let run = on_list(&["pair", "-", "--with", &registry], list);
    assert_eq!(run.code, Some(0), "{}", run.err);
    let mut lines: Vec<&str> = run.out.lines().collect();
    assert_eq!(lines.remove(0), "row_a,row_b");
    assert_eq!((lines.len(), lines.contains(&"1,p-2")), (2, true), "{}", run.out);
    assert!(
        run.err.contains("Pairs: 2. On the first list alone: 2. On the second alone: 0\n"),
        "{}",
        run.err
    );
    let json = on_list(&["pair", "-", "--with", &registry, "--json"], list);
    let paired: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!(paired["pairs"].as_array().map(Vec::len), Some(2));
    assert_eq!(paired["onlyFirst"].as_array().unwrap().last().unwrap(), "4");

    // The other may be a list too.
    let other = write(&folder, "other.csv", "id;ФИО;Телефон\nx;Оспанов Серик;87000000002\n");
    assert_eq!(on_list(&["pair", "-", "--with", &other], list).out, "row_a,row_b\n1,x\n");
    // What was decided holds here as well.
    let decisions = write(&folder, "decisions.json", r#"[{"one":"1","other":"x","verdict":"notSame"}]"#);
    let run = on_list(&["pair", "-", "--with", &other, "--decisions", &decisions], list);
    assert!(run.out == "row_a,row_b\n" && run.err.contains("PPL043"), "{} {}", run.out, run.err);
    let alone = on_list(&["pair", "-"], list);
    assert!(alone.code == Some(2) && alone.err.contains("CLI032"), "{}", alone.err);
    let none = on_list(&["pair", "-", "--with", &write(&folder, "none.json", "{}")], list);
    assert!(none.code == Some(2) && none.err.contains("REG00"), "{}", none.err);
}

/// Twelve people on the first day of a list, six of them and two others on the second.
fn two_days() -> String {
    let row = |number: u32, day: &str| {
        format!("Синтетов{number} Әлия{number};8 700 000 00 {number:02};1{}.06.2008;{day}\n", number % 9)
    };
    let first = (10..22).map(|number| row(number, "14.06.2024"));
    let second = (16..24).map(|number| row(number, "20.07.2024"));
    std::iter::once("ФИО;Телефон;Дата рождения;Дата\n".to_owned()).chain(first).chain(second).collect()
}

#[test]
fn the_days_of_rows_bound_the_reach_of_a_list() {
    let head = |arguments: &[&str]| {
        let run = on_list(&[&["reach", "-"], arguments].concat(), &two_days());
        assert_eq!(run.code, Some(0), "{}", run.err);
        run.out.lines().take(2).map(str::to_owned).collect::<Vec<_>>()
    };
    let said = |participations: u32, persons: u32, least: u32| {
        vec![
            format!("Participations: {participations}, of them on no list: 0"),
            format!("Unique persons: {persons} by the lists; at least {least}, at most {persons}"),
        ]
    };
    // Two of the first day have one birth and telephones a digit apart, and may be one.
    assert_eq!(head(&[]), said(20, 14, 13));
    assert_eq!(head(&["--from", "2024-07-01"]), said(8, 8, 8));
    assert_eq!(head(&["--until", "2024-06-30"]), said(12, 12, 11));
    assert_eq!(head(&["--from", "2024-06-01", "--until", "2024-06-14"]), said(12, 12, 11));
    assert_eq!(head(&["--event", "2024-07-20"]), said(8, 8, 8));
    // The day of the list is none of rows that have their own.
    assert_eq!(head(&["--on", "2024-06-14"]), said(20, 14, 13));
    // Ages are those of the day of the row.
    let by_age = on_list(&["reach", "-", "--by", "age"], &two_days());
    assert!(by_age.out.contains("14"), "{}", by_age.out);
    // A row without a readable day counts whenever, and is told.
    let unread = two_days().replacen("14.06.2024", "жазда", 1);
    let run = on_list(&["import", "-"], &unread);
    assert!(run.err.contains("PPL047 (row 1, column 4)"), "{}", run.err);
    let run = on_list(&["reach", "-", "--from", "2024-07-01"], &unread);
    assert!(run.out.starts_with("Participations: 9,"), "{}", run.out);
}

#[test]
fn a_table_by_more_than_three_kinds_is_refused() {
    let four = on_list(&["reach", "-", "--by", "sex,age,settlement,category"], &two_days());
    assert!(four.code == Some(2) && four.err.contains("CLI033") && four.out.is_empty(), "{}", four.err);
    let three = on_list(&["reach", "-", "--by", "sex,age,sex,settlement"], &two_days());
    assert_eq!(three.code, Some(0), "{}", three.err);
}

#[test]
fn a_decision_is_held_against_what_stands_in_its_rows_now() {
    let list = "ФИО;Телефон\nАсанов Асан;87000000001\nАсанов Үсен;87000000001\nОспанов Серік;87000000002\n";
    let shown = on_list(&["review", "-"], list);
    let pair =
        shown.out.lines().find(|line| line.starts_with("1#")).unwrap_or_else(|| panic!("{}", shown.out));
    let (one, rest) = pair.split_once(" – ").unwrap();
    let (other, _) = rest.split_once(':').unwrap();
    assert!(other.starts_with("2#"), "{pair}");
    let decisions = serde_json::json!([{ "one": one, "other": other, "verdict": "same" }]).to_string();
    let decisions = write(&folder("people-marks"), "decisions.json", &decisions);
    let run = |list: &str| on_list(&["duplicates", "-", "--decisions", &decisions], list);
    let held = run(list);
    assert_eq!(
        (held.out.as_str(), held.err.contains("PPL04")),
        ("row_a,row_b\n1,2\n", false),
        "{}",
        held.err
    );
    // Spaces and capitals make no other person.
    assert_eq!(run(&list.replace("Асанов Үсен", "АСАНОВ  ҮСЕН")).out, "row_a,row_b\n1,2\n");
    // A row was put in above.
    let moved = run(&list.replace("Телефон\n", "Телефон\nКим Дана;87000000003\n"));
    assert_eq!(moved.out, "row_a,row_b\n");
    assert_eq!(moved.err.matches("PPL048").count(), 2, "{}", moved.err);
    assert!(!moved.err.contains("PPL043"), "{}", moved.err);
    // A list with ids of its own is shown by them.
    let ids =
        "id;ФИО;Телефон\nx;Асанов Асан;87000000001\ny;Асанов Үсен;87000000001\nz;Оспанов Серік;87000000002\n";
    let own = on_list(&["review", "-"], ids);
    assert!(own.out.starts_with("x – y:"), "{}", own.out);
}

#[test]
fn several_people_in_one_cell_are_told_with_their_number() {
    let list = "ФИО;Телефон\nАсанов А., Беков Б.;87000000001\nКим Дана;87000000002\n";
    for what in ["duplicates", "reach"] {
        let run = on_list(&[what, "-"], list);
        assert!(run.err.contains("PPL046: ") && run.err.contains("Rows: 1\n"), "{}", run.err);
        assert!(!run.err.contains("Асанов"), "{}", run.err);
    }
    assert!(qoldau(&["help", "people"]).out.contains("  pair  "));
}

//! `qoldau people`.

use std::fmt::Write as _;

use crate::program::{Run, folder, piped, qoldau};

const LIST: &str = "row_id,list_id,full_name,phone,birth\n\
a,L1,Әбдіқадырова Айгерім Серікқызы,8 700 000 00 01,14.06.2008\n\
b,L2,Aigerim Abdiqadyrova,+77000000001,2008-06-14\n\
c,L1,Оспанов Серік,8 700 000 00 02,2001\n\
d,L2,Ким Дана,8 700 000 00 03,01.02.2007\n";

fn on_list(arguments: &[&str], list: &str) -> Run {
    piped(&[&["people"], arguments].concat(), list.as_bytes())
}

#[test]
fn the_pairs_come_as_a_table_and_the_count_with_its_bounds_beside_it() {
    let run = on_list(&["duplicates", "-"], LIST);
    assert_eq!((run.code, run.out.as_str()), (Some(0), "row_a,row_b\na,b\n"));
    assert_eq!(
        run.err.lines().take(2).collect::<Vec<_>>(),
        [
            "Columns: 1=rowId 2=list 3=name 4=phone 5=birth",
            "Rows: 4. Unique persons: 3; by the pairs told at least 3, at most 3"
        ]
    );
    assert!(!run.err.contains("Айгер") && !run.err.contains("700"), "{}", run.err);
}

#[test]
fn semicolons_a_byte_order_mark_and_other_headings_are_understood() {
    let list = "\u{feff}Аты-жөні;Телефоны;Туған жылы\r\nӘбдіқадырова Айгерім;8 700 000 00 01;2008\r\nАйгерим Абдикадырова;87000000001;2008\r\n";
    let run = on_list(&["duplicates", "-", "--language", "kk"], list);
    assert_eq!(run.out, "row_a,row_b\n1,2\n", "{}", run.err);
    assert!(
        run.err.starts_with("Бағандар: 1=name 2=phone 3=birth\nЖол: 2. Бірегей адам саны"),
        "{}",
        run.err
    );
}

#[test]
fn columns_are_put_right_and_unknown_ones_refused() {
    let list = "x,y\nАхметова Айгерім,87000000001\nАхметова Айгерим,87000000001\n";
    let run = on_list(&["duplicates", "-", "--column", "x=name", "--column", "2=phone"], list);
    assert!(run.err.starts_with("Columns: 1=name 2=phone\n"), "{}", run.err);
    let run = on_list(&["duplicates", "-", "--column", "2="], list);
    assert!(run.err.starts_with("Columns: 1=name\n"), "{}", run.err);
    for (column, code) in
        [("9=name", "CLI020"), ("z=name", "CLI020"), ("1=nonsense", "CLI000"), ("1", "CLI000")]
    {
        let run = on_list(&["duplicates", "-", "--column", column], list);
        assert!(run.code == Some(2) && run.err.contains(code), "{column}: {}", run.err);
    }
}

#[test]
fn decisions_and_rules_are_taken_from_files() {
    let folder = folder("people-decisions");
    let write = |name: &str, text: &str| {
        let file = folder.join(name);
        std::fs::write(&file, text).unwrap();
        file.display().to_string()
    };
    let decisions = write("decisions.json", r#"[{"one":"a","other":"b","verdict":"notSame"}]"#);
    let rules = write("rules.json", r#"[{"id":"one-iin","agree":["iin"],"verdict":"same"}]"#);
    let run = on_list(&["duplicates", "-", "--decisions", &decisions, "--rules", &rules], LIST);
    assert_eq!(run.out, "row_a,row_b\n");
    assert!(run.err.contains("PPL001"), "{}", run.err);
    let broken = write("broken.json", r#"[{"one":"a"}]"#);
    let run = on_list(&["duplicates", "-", "--decisions", &broken], LIST);
    assert!(run.code == Some(2) && run.err.contains("CLI019"), "{}", run.err);
}

#[test]
fn what_cannot_be_read_is_said_row_by_row_and_nothing_is_dropped() {
    let list = "ФИО,Телефон,ИИН\nАхметова Айгерім,870000,000101300008\n,87000000001,\n";
    let run = on_list(&["import", "-", "--language", "ru"], list);
    let read: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(read["people"].as_array().unwrap().len(), 2);
    let codes: Vec<&str> = run.err.lines().skip(1).map(|line| line.split(':').next().unwrap()).collect();
    assert_eq!(
        codes,
        ["PPL005 (строка 1, столбец 2)", "PPL007 (строка 1, столбец 3)", "PPL004 (строка 2, столбец 1)"],
        "{}",
        run.err
    );
}

#[test]
fn the_queue_shows_rows_and_evidence_but_nobodys_name() {
    let list = "id,name,phone\n1,Тілеубергенов Асқар,87000000001\n2,Тілеубергенов А.,\n3,Оспанов Серік,87000000002\n";
    let run = on_list(&["review", "-"], list);
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert!(!run.out.contains("Тілеу") && !run.out.contains("700"), "{}", run.out);
    let json = on_list(&["review", "-", "--json"], list);
    assert!(serde_json::from_str::<serde_json::Value>(&json.out).unwrap().is_array());
}

#[test]
fn what_is_no_list_is_refused() {
    assert!(on_list(&["duplicates", "-"], "").err.contains("CLI021"));
    let open = "ФИО;Телефон\nКим Дана;87000000001\n\"Ким Ерлан;87000000002\nКим Азат;87000000003\n";
    for (language, words) in
        [("kk", "кестенің 3-жолында"), ("ru", "в строке таблицы 3,"), ("en", "in row 3 of the table")]
    {
        let run = on_list(&["import", "-", "--language", language], open);
        assert!(run.code == Some(2) && run.err.contains("CLI028") && run.err.contains(words), "{}", run.err);
    }
    let run = piped(&["people", "duplicates", "-"], &[b'a', 0xff, 0xfe]);
    assert!(run.code == Some(2) && run.err.contains("CLI007"), "{}", run.err);
    assert_eq!(qoldau(&["people", "fly", "-"]).code, Some(2));
    assert_eq!(on_list(&["duplicates", "-"], "name\n").out, "row_a,row_b\n");
}

/// Ten people of one school and two of another on the list of each of two matches.
fn two_matches() -> String {
    let names = [
        "Әлия",
        "Бота",
        "Гауһар",
        "Дана",
        "Ерлан",
        "Жанар",
        "Зарина",
        "Иван",
        "Кәрім",
        "Ләйлә",
        "Мадина",
        "Нұрлан",
    ];
    let mut list = String::from("row_id,list_id,full_name,phone,birth,school_or_org\n");
    for ((number, name), day) in names.iter().enumerate().zip((1..=9).cycle()) {
        let school = if number < 10 { "№ 3 мектеп" } else { "№ 7 мектеп" };
        for event in ["L1", "L2"] {
            let row = format!(
                "{event}-{number},{event},Синтетова{number} {name},8 700 000 00 {number:02},0{day}.06.2008,{school}\n"
            );
            list.push_str(&row);
        }
    }
    list
}

#[test]
fn reach_of_a_list_hides_what_is_too_small() {
    let run = on_list(&["reach", "-", "--by", "organisation", "--on", "2024-06-15"], &two_matches());
    assert_eq!(run.code, Some(0), "{}", run.err);
    let out: Vec<&str> = run.out.lines().collect();
    assert_eq!(out[0], "Participations: 24, of them on no list: 0");
    assert_eq!(out[1], "Unique persons: 12 by the lists; at least 12, at most 12");
    assert!(out.contains(&"all                       24              12"), "{}", run.out);
    assert!(out.contains(&"№ 3 мектеп                 ·               ·"), "{}", run.out);
    assert!(out.contains(&"№ 7 мектеп                 ·               ·"), "{}", run.out);
    assert!(!run.out.contains("Синтетова") && !run.err.contains("700"), "{} {}", run.out, run.err);
    for language in ["kk", "ru"] {
        let said =
            on_list(&["reach", "-", "--by", "organisation,age", "--language", language], &two_matches());
        assert!(said.code == Some(0) && said.out.contains('·'), "{}", said.err);
    }
}

#[test]
fn reach_of_a_journal_counts_ids_and_tells_people_apart_by_the_registry() {
    let folder = folder("people-reach");
    let write = |name: &str, text: &str| {
        let file = folder.join(name);
        std::fs::write(&file, text).unwrap();
        file.display().to_string()
    };
    let entry = |id: &str, on: &str, kind: &str, body: serde_json::Value| {
        serde_json::json!({ "id": id, "on": on, "author": "a", "kind": kind, "body": body }).to_string()
    };
    let held = |event: &str, on: &str| {
        let body =
            serde_json::json!({ "event": event, "status": "held", "activities": ["t1-a1"], "start": on });
        entry(&format!("e-{event}"), on, "event", body)
    };
    let people: Vec<String> = (0..12).map(|number| format!("p-{number}")).collect();
    let persons: Vec<serde_json::Value> = people
        .iter()
        .map(|id| serde_json::json!({ "id": id, "name": "Синтетова Әлия", "sex": if id.len() == 3 { "f" } else { "m" },
            "birth": { "kind": "exact", "date": "2012-06-20" } }))
        .collect();
    let registry = write(
        "registry.json",
        &serde_json::json!({ "format": "qoldau-registry/1.0", "persons": persons }).to_string(),
    );
    let journal = write(
        "journal.jsonl",
        &[
            r#"{"format":"qoldau-journal/1.1","plan":"p"}"#.to_owned(),
            held("cup", "2024-06-15"),
            held("run", "2024-07-15"),
            entry(
                "a",
                "2024-06-15",
                "attendance",
                serde_json::json!({ "event": "cup", "persons": people, "by": "list" }),
            ),
            entry(
                "b",
                "2024-07-15",
                "attendance",
                serde_json::json!({ "event": "run", "persons": ["p-0", "p-11"], "by": "scannedCode" }),
            ),
            entry(
                "c",
                "2024-07-15",
                "headcount",
                serde_json::json!({ "event": "run", "total": 40, "basis": "heads",
            "groups": [{ "by": "sex", "value": "f", "count": 25 }] }),
            ),
            entry(
                "d",
                "2024-07-16",
                "personDecision",
                serde_json::json!({ "one": "p-0", "other": "p-11", "verdict": "same" }),
            ),
        ]
        .join("\n"),
    );
    let run = qoldau(&["people", "reach", &journal, "--registry", &registry, "--by", "sex", "--json"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    let reach: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    // p-0 and p-11 are one: 11 on the first list, one on the second, and 39 more at the second.
    assert_eq!((&reach["personsListed"], &reach["participations"]), (&11.into(), &51.into()));
    assert_eq!((&reach["personsAtLeast"], &reach["personsAtMost"]), (&40.into(), &50.into()));
    assert_eq!(reach["groups"][0]["rows"][1]["participations"], 25);
    assert!(reach["rows"][1]["persons"].is_null(), "one is of another sex: {reach}");
    let first = qoldau(&["people", "reach", &journal, "--on", "2024-07-15"]);
    assert!(first.out.starts_with("Participations: 52"), "before the decision: {}", first.out);
    let first = qoldau(&["people", "reach", &journal, "--until", "2024-07-15"]);
    assert!(first.out.starts_with("Participations: 51"), "decided later, of the period: {}", first.out);
    let found = qoldau(&["people", "reach", &journal, "--registry", &registry, "--on", "2024-08-01"]);
    assert!(found.err.contains("PPL032") && !found.err.contains("Синтетова"), "{}", found.err);
    let refused = qoldau(&["people", "reach", &journal, "--from", "2024-08-01", "--until", "2024-07-01"]);
    assert!(refused.code == Some(2) && refused.err.contains("CLI025"), "{}", refused.err);
    let refused = qoldau(&["people", "reach", &journal, "--registry", &journal]);
    assert!(refused.code == Some(2) && refused.err.contains("REG"), "{}", refused.err);
}

#[test]
fn decisions_are_taken_from_a_journal_too_and_voided_there() {
    let folder = folder("people-review");
    let journal = |more: &str| {
        let file = folder.join("decisions.jsonl");
        let lines = [
            r#"{"format":"qoldau-journal/1.1","plan":"p"}"#,
            r#"{"id":"d1","on":"2024-06-20","author":"a","kind":"personDecision","body":{"one":"a","other":"b","verdict":"notSame"}}"#,
            more,
        ];
        std::fs::write(&file, lines.join("\n")).unwrap();
        file.display().to_string()
    };
    let run = on_list(&["duplicates", "-", "--decisions", &journal("")], LIST);
    assert_eq!(run.out, "row_a,row_b\n", "{}", run.err);
    let void = r#"{"id":"v","on":"2024-06-21","author":"a","kind":"void","body":{"reason":"қате"},"replaces":["d1"]}"#;
    let run = on_list(&["duplicates", "-", "--decisions", &journal(void)], LIST);
    assert_eq!(run.out, "row_a,row_b\na,b\n", "nothing was merged, so nothing is lost: {}", run.err);
}

#[test]
fn a_row_with_more_cells_than_columns_is_told() {
    let list = "name,school\nСинтетова Әлия,№ 3 мектеп, Ақтау\n";
    let run = on_list(&["import", "-"], list);
    assert!(run.err.contains("PPL020 (row 1"), "{}", run.err);
}

/// A workbook of the core's tests.
fn workbook(name: &str) -> String {
    let tests = concat!(env!("CARGO_MANIFEST_DIR"), "/../../qoldau-core/tests/people/workbooks/");
    format!("{tests}{name}")
}

#[test]
fn a_workbook_is_taken_wherever_a_list_is() {
    let school = workbook("school.xlsx");
    let run = qoldau(&["people", "import", &school, "--language", "kk"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    let read: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(read["people"].as_array().unwrap().len(), 8);
    assert!(run.err.contains("PPL025 (1-парақ, G6): "), "{}", run.err);
    assert!(run.err.contains("PPL021 (2-парақ): "), "{}", run.err);
    assert!(run.err.contains("PPL021 (2-парақ, D бағаны): "), "{}", run.err);
    assert!(!run.err.contains("Айгерім") && !run.err.contains("700"), "{}", run.err);

    let run = qoldau(&["people", "duplicates", &school]);
    assert_eq!(run.out, "row_a,row_b\n1-6,2-2\n", "{}", run.err);
    assert!(run.err.contains("Rows: 8. Unique persons: 7"), "{}", run.err);

    let run = qoldau(&["people", "reach", &school, "--by", "sex", "--on", "2024-06-14", "--json"]);
    let shown: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(shown["participations"], 8, "{}", run.out);
    let run = qoldau(&["people", "import", &school, "--column", "9=organisation"]);
    assert!(run.err.contains("9=organisation"), "{}", run.err);
    let run = qoldau(&["people", "import", &school, "--column", "99=organisation"]);
    assert!(run.code == Some(2) && run.err.contains("CLI020"), "{}", run.err);
}

#[test]
fn a_broken_workbook_is_refused_with_its_reason() {
    let folder = folder("people-workbook");
    let file = folder.join("cut.xlsx");
    let whole = std::fs::read(workbook("school.xlsx")).unwrap();
    std::fs::write(&file, &whole[..3000]).unwrap();
    for (language, word) in [("kk", "бүлінген"), ("ru", "повреждён"), ("en", "damaged")] {
        let run = qoldau(&["people", "import", &file.display().to_string(), "--language", language]);
        assert_eq!(run.code, Some(2));
        assert!(run.err.contains("WBK004") && run.err.contains(word), "{}", run.err);
    }
    std::fs::write(&file, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 an old workbook").unwrap();
    let run = qoldau(&["people", "duplicates", &file.display().to_string(), "--language", "ru"]);
    assert!(run.code == Some(2) && run.err.contains("старый .xls"), "{}", run.err);
}

#[test]
fn sex_and_category_of_a_list_are_counted_by() {
    let row = |letter: char| {
        let (sex, category) =
            if "acegik".contains(letter) { ("қ", "оқушы") } else { ("ж", "мұғалім") };
        format!("Адам{letter} Бір,{sex},{category}\n")
    };
    let rows = ('a'..='l').map(row).collect::<Vec<_>>().concat();
    let list = format!("Аты-жөні,Жынысы,Санаты\n{rows}");
    let run =
        on_list(&["reach", "-", "--by", "sex,category", "--on", "2024-06-14", "--language", "kk"], &list);
    let line = |of: &[&str]| run.out.lines().any(|line| of.iter().all(|word| line.contains(word)));
    assert!(line(&["әйел", "оқушы", "6"]) && line(&["ер", "мұғалім", "6"]), "{}", run.out);
}

#[test]
fn a_decision_is_recorded_changed_and_taken_back_without_loss() {
    let folder = folder("people-decide");
    let journal = folder.join("journal.jsonl").display().to_string();
    let decide = |verdict: &str, on: &str| {
        qoldau(&[
            "people",
            "decide",
            &journal,
            "--one",
            "a",
            "--other",
            "b",
            "--verdict",
            verdict,
            "--on",
            on,
            "--author",
            "aida",
            "--device",
            "phone-1",
            "--plan",
            "p",
        ])
    };
    let pairs = || on_list(&["duplicates", "-", "--decisions", &journal], LIST).out;
    let missing = qoldau(&["people", "decide", &journal, "--one", "a", "--language", "ru"]);
    assert!(missing.code == Some(2) && missing.err.contains("CLI026") && missing.err.contains("--other"));
    assert!(!std::path::Path::new(&journal).exists(), "what cannot be recorded leaves no file behind");

    let run = decide("notSame", "2024-07-01");
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert_eq!(pairs(), "row_a,row_b\n");
    assert_eq!(decide("same", "2024-07-02").code, Some(0));
    assert_eq!(pairs(), "row_a,row_b\na,b\n");
    assert_eq!(decide("unsure", "2024-07-03").code, Some(0));
    assert_eq!(pairs(), "row_a,row_b\n");
    // Taken back, the rows speak for themselves again; a second time there is nothing to take back.
    assert_eq!(decide("undo", "2024-07-04").code, Some(0));
    assert_eq!(pairs(), "row_a,row_b\na,b\n");
    let again = decide("undo", "2024-07-05");
    assert!(again.code == Some(2) && again.err.contains("CLI027"), "{}", again.err);
    // Nothing that was said is lost, and the journal is whole.
    let log = qoldau(&["log", &journal, "--json"]);
    assert_eq!(log.out.lines().filter(|line| line.contains("personDecision")).count(), 3, "{}", log.out);
    assert_eq!(qoldau(&["verify", &journal]).code, Some(0));
    let unknown = decide("perhaps", "2024-07-06");
    assert_eq!(unknown.code, Some(2));
}

/// A list of two events of six people each.
fn of_two_events(one: &str, other: &str) -> String {
    let mut list = String::from("ФИО;Телефон;Мероприятие\n");
    for name in ["Әлия", "Бота", "Гауһар", "Дана", "Ерлан", "Жанар"] {
        for event in [one, other] {
            writeln!(list, "Синтетова {name};;{event}").unwrap();
        }
    }
    list
}

#[test]
fn events_with_long_names_stay_apart() {
    let long =
        "Областной семинар-тренинг для педагогов-психологов и социальных педагогов сельских школ, день";
    let (one, other) = (format!("{long} первый"), format!("{long} второй"));
    let run = on_list(&["reach", "-"], &of_two_events(&one, &other));
    assert!(run.out.starts_with("Participations: 12,"), "{}", run.out);
    let run = on_list(&["reach", "-", "--event", &one], &of_two_events(&one, &other));
    assert!(run.out.starts_with("Participations: 6,"), "{} {}", run.out, run.err);
}

#[test]
fn rows_without_an_event_are_of_none_that_is_named() {
    let mut list = of_two_events("list", "");
    let run = on_list(&["reach", "-"], &list);
    assert!(run.out.starts_with("Participations: 12,"), "{}", run.out);
    let run = on_list(&["reach", "-", "--event", "list"], &list);
    assert!(run.out.starts_with("Participations: 6,"), "{}", run.out);
    list = of_two_events("list-2", "");
    assert!(on_list(&["reach", "-", "--event", "list"], &list).out.starts_with("Participations: 6,"));
}

#[test]
fn what_cannot_be_read_in_a_journal_is_told_and_counts() {
    let folder = folder("people-journal-findings");
    let write = |name: &str, lines: &[&str]| {
        let file = folder.join(name);
        let header = r#"{"format":"qoldau-journal/1.1","plan":"p"}"#;
        std::fs::write(&file, [&[header], lines].concat().join("\n")).unwrap();
        file.display().to_string()
    };
    let attendance = |persons: &str, by: &str| {
        format!(
            r#"{{"id":"a","on":"2024-06-15","author":"a","kind":"attendance","body":{{"event":"cup","persons":{persons}{by}}}}}"#
        )
    };
    let by = r#","by":"list""#;
    for (name, line) in [
        ("no-by", attendance(r#"["p-1","p-2"]"#, "")),
        ("empty-id", attendance(r#"["p-1",""]"#, by)),
        ("garbage", "garbage".to_owned()),
    ] {
        let run = qoldau(&["people", "reach", &write(name, &[&line]), "--language", "en"]);
        assert!(
            run.code == Some(1) && run.err.contains("FCT1") && run.err.contains("line 2"),
            "{name}: {}",
            run.err
        );
        assert!(run.out.starts_with("Participations: 0"), "{}", run.out);
    }
    let held = r#"{"id":"e","on":"2024-06-15","author":"a","kind":"event","body":{"event":"cup","status":"held","activities":["t1-a1"],"start":"2024-06-15"}}"#;
    let whole = write("whole", &[held, &attendance(r#"["p-1"]"#, by)]);
    let run = qoldau(&["people", "reach", &whole]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));

    let misspelt = r#"{"id":"d","on":"2024-06-20","author":"a","kind":"personDecision","body":{"one":"a","other":"b","verdict":"notTheSame"}}"#;
    let decisions = write("decisions", &[misspelt]);
    for what in ["duplicates", "review", "reach"] {
        let run = on_list(&[what, "-", "--decisions", &decisions, "--language", "en"], LIST);
        assert!(run.code == Some(1) && run.err.contains("FCT1"), "{what}: {}", run.err);
    }
}

#[test]
fn rows_that_are_no_people_are_told_beside_the_count() {
    let blank = ";;\n".repeat(40);
    let list = format!(
        "Список участников;;\nФИО;Телефон;Город\nСинтетова Әлия;;Ақтау\nСинтетова Бота;;Ақтау\n{blank}"
    );
    let run = on_list(&["duplicates", "-", "--language", "en"], &list);
    assert!(
        run.err.contains("Rows: 2. Unique persons: 2; by the pairs told at least 2, at most 2"),
        "{}",
        run.err
    );
    assert!(run.err.contains("PPL023: ") && run.err.contains(": 41\n"), "{}", run.err);
}

#[test]
fn two_digits_of_a_year_are_of_the_century_that_the_day_allows() {
    let mut list = String::from("ФИО;Дата рождения\nСинтетова Әлия;12.03.2007\nСинтетова Бота;12.03.2075\n");
    for (name, birth) in
        [("Гауһар", "08"), ("Дана", "08"), ("Ерлан", "09"), ("Жанар", "07"), ("Зарина", "10")]
    {
        writeln!(list, "Синтетова {name};01.02.{birth}").unwrap();
    }
    let on = ["reach", "-", "--by", "age", "--on", "2024-06-15", "--json", "--language", "en"];
    let run = on_list(&on, &list);
    let shown: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let of = |value: &str| {
        let rows = shown["rows"].as_array().unwrap();
        rows.iter().find(|row| row["values"][0]["value"] == value).map(|row| row["persons"].clone())
    };
    assert_eq!(of("35+"), None, "{}", run.out);
    assert!(!run.err.contains("PPL035"), "{}", run.err);
    // The year of the list itself makes nobody a newborn.
    let run = on_list(&on, &list.replace("01.02.10", "01.02.24"));
    assert!(run.err.contains("PPL035: ") && run.err.contains("Rows: 1\n"), "{}", run.err);
    let run = on_list(&["reach", "-", "--by", "age", "--language", "en"], &list);
    assert!(run.err.contains("PPL035: ") && run.err.contains("Rows: 5"), "{}", run.err);
}

#[test]
fn decisions_that_name_rows_by_their_numbers_are_warned_of() {
    let decisions = folder("people-decisions-by-number").join("decisions.json");
    std::fs::write(&decisions, r#"[{"one":"1","other":"2","verdict":"same"}]"#).unwrap();
    let decisions = decisions.display().to_string();
    let run = |list: &str| on_list(&["duplicates", "-", "--decisions", &decisions, "--language", "en"], list);
    let by_number = run("ФИО;Телефон\nЛи Антон;87000000001\nКим Дана;87000000002\n");
    assert!(by_number.err.contains("PPL043") && by_number.err.contains("Decisions: 1"), "{}", by_number.err);
    let by_id = run("id;ФИО;Телефон\n1;Ли Антон;87000000001\n2;Ким Дана;87000000002\n");
    assert!(!by_id.err.contains("PPL043"), "{}", by_id.err);
}

#[test]
fn new_people_of_an_event_are_those_who_were_at_none_before_and_heads_of_events_count() {
    let journal = folder("people-new-of-event").join("journal.jsonl");
    let event = |name: &str, on: &str, heads: Option<u32>| {
        let body = serde_json::json!({ "event": name, "status": "held", "activities": ["t1-a1"], "start": on, "end": null,
            "name": null, "place": null, "part": null, "headcount": heads });
        serde_json::json!({ "id": format!("e-{name}"), "on": on, "author": "a", "kind": "event", "body": body })
    };
    let list = |name: &str, on: &str, persons: std::ops::Range<u32>| {
        let persons: Vec<String> = persons.map(|person| format!("p-{person}")).collect();
        let body = serde_json::json!({ "event": name, "line": null, "persons": persons, "by": "list" });
        serde_json::json!({ "id": format!("l-{name}"), "on": on, "author": "a", "kind": "attendance", "body": body })
    };
    let write = |entries: &[serde_json::Value]| {
        let head = serde_json::json!({ "format": "qoldau-journal/1.1", "plan": "p" });
        let lines: Vec<String> = std::iter::once(&head).chain(entries).map(ToString::to_string).collect();
        std::fs::write(&journal, lines.join("\n")).unwrap();
        journal.display().to_string()
    };
    let file = write(&[
        event("v1", "2024-06-10", Some(80)),
        event("v2", "2024-06-11", None),
        event("v3", "2024-07-12", None),
        list("v2", "2024-06-11", 0..10),
        list("v3", "2024-07-12", 5..15),
    ]);
    let run = qoldau(&["people", "reach", &file, "--event", "v3", "--json"]);
    let reach: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!((&reach["newPersons"], &reach["returningPersons"]), (&5.into(), &5.into()), "{}", run.err);
    let file = write(&[event("v1", "2024-06-10", Some(80))]);
    let run = qoldau(&["people", "reach", &file, "--language", "en"]);
    assert!(run.out.starts_with("Participations: 80"), "{}", run.out);
}

/// A journal of two joined events, each with a list, and a decision of the day after.
fn joined_events(name: &str) -> String {
    let folder = folder(name);
    let entry = |id: &str, on: &str, kind: &str, body: serde_json::Value| {
        serde_json::json!({ "id": id, "on": on, "author": "a", "kind": kind, "body": body }).to_string()
    };
    let held = |event: &str| serde_json::json!({ "event": event, "status": "held", "activities": ["t2-a1"], "start": "2024-06-28" });
    let came = |event: &str| {
        let persons: Vec<String> = (1..7).map(|number| format!("p-{number}")).collect();
        serde_json::json!({ "event": event, "persons": persons, "by": "list" })
    };
    let journal = [
        serde_json::json!({ "format": "qoldau-journal/1.1", "plan": "p" }).to_string(),
        entry("e1", "2024-06-28", "event", held("cup")),
        entry("e2", "2024-06-28", "event", held("cup-pr")),
        entry("e3", "2024-07-02", "attendance", came("cup-pr")),
        entry("e4", "2024-07-05", "sameEvent", serde_json::json!({ "events": ["cup", "cup-pr"] })),
    ];
    written(&folder, "journal.jsonl", &journal.join("\n"))
}

fn written(folder: &std::path::Path, name: &str, text: &str) -> String {
    let file = folder.join(name);
    std::fs::write(&file, text).unwrap();
    file.to_str().unwrap().to_owned()
}

#[test]
fn an_event_that_is_asked_for_is_the_one_it_was_joined_with_and_never_nobody() {
    let journal = joined_events("people-joined");
    for event in ["cup", "cup-pr"] {
        let run = qoldau(&["people", "reach", &journal, "--event", event]);
        assert!(run.out.starts_with("Participations: 6,"), "{event}: {} {}", run.out, run.err);
    }
    let run = qoldau(&["people", "reach", &journal, "--event", "cap"]);
    assert!(
        run.code == Some(2) && run.err.contains("CLI035") && run.out.is_empty(),
        "{} {}",
        run.out,
        run.err
    );
    let run = on_list(&["reach", "-", "--event", "cap"], &of_two_events("cup", "run"));
    assert!(
        run.code == Some(2) && run.err.contains("CLI035") && run.out.is_empty(),
        "{} {}",
        run.out,
        run.err
    );
}

#[test]
fn the_last_day_that_counts_is_not_the_day_as_of_which_a_journal_is_taken() {
    let journal = joined_events("people-late");
    // The list was entered in July, and is of June.
    let june = ["people", "reach", &journal, "--until", "2024-06-30"];
    for how in [june.to_vec(), [june.to_vec(), vec!["--on", "2024-07-31"]].concat()] {
        let run = qoldau(&how);
        assert!(run.out.starts_with("Participations: 6,"), "{how:?}: {} {}", run.out, run.err);
    }
    let run = qoldau(&["people", "reach", &journal, "--until", "2024-06-30", "--on", "2024-06-30"]);
    assert!(run.out.starts_with("Participations: 0,"), "known on that day: {}", run.out);
    let run = qoldau(&["people", "reach", &journal, "--from", "2024-06-01", "--on", "2024-05-01"]);
    assert!(run.code == Some(2) && run.err.contains("CLI0"), "{} {}", run.out, run.err);
}

#[test]
fn nobody_is_counted_silently_where_the_question_cannot_be_answered() {
    let list = two_matches();
    for [option, day] in [["--until", "2024-05-31"], ["--from", "2024-07-01"]] {
        let run = on_list(&["reach", "-", "--on", "2024-06-15", option, day], &list);
        assert!(
            run.code == Some(2) && run.err.contains("CLI0") && run.out.is_empty(),
            "{option} {}",
            run.err
        );
    }
    let folder = folder("people-policy");
    for (name, policy) in [
        ("youth", r#"{"youth":{"value":"14-29","source":"user","verified":false}}"#),
        ("smallestCell", r#"{"smallestCell":{"value":"abc","source":"user","verified":false}}"#),
    ] {
        let file = written(&folder, name, policy);
        let run = on_list(&["reach", "-", "--by", "age", "--policy", &file, "--on", "2024-06-15"], &list);
        assert!(run.code == Some(2) && run.err.contains("CLI036") && run.err.contains(name), "{}", run.err);
    }
}

#[test]
fn bounds_of_a_list_are_those_of_its_doubts() {
    let list = "Список;ФИО;Телефон\nЛ1;Синтетова Айгерим;87000000001\nЛ1;Синтетова Асель;87000000001\n\
                Л2;Синтетова А.;87000000001\nЛ2;Пробнова Айгуль;87000000002\nЛ1;Пробнова Дана;87000000003\n\
                Л2;Пробнов Олжас;87000000004\nЛ2;Пробнова Гульнар;87000000005\n";
    let bounds = |args: &[&str]| -> (u64, u64, u64) {
        let run = on_list(args, list);
        let answer: serde_json::Value = serde_json::from_str(&run.out).unwrap();
        let number = |name: &str| answer[name].as_u64().unwrap_or_else(|| panic!("{name}: {answer}"));
        let persons = if answer["persons"].is_null() { "personsListed" } else { "persons" };
        (number("personsAtLeast"), number(persons), number("personsAtMost"))
    };
    let policy = r#"{"smallestCell":{"value":"0","source":"user","verified":false}}"#;
    let policy = written(&folder("people-bounds"), "policy.json", policy);
    let all = bounds(&["duplicates", "-", "--json"]);
    assert_eq!(bounds(&["reach", "-", "--json", "--policy", &policy]), all);
    assert!(all.0 < all.2, "{all:?}");
    let (least, listed, most) = bounds(&["reach", "-", "--json", "--event", "Л2", "--policy", &policy]);
    assert!(least <= listed && listed <= most && most == 4, "{least} {listed} {most}");
}

#[test]
fn two_schools_of_one_number_are_two_rows_and_no_row_tells_of_somebody() {
    let mut list = String::from("ФИО;Телефон;Населённый пункт;Школа;Примечание;Категория\n");
    for (number, name) in
        ["Ерлан", "Айгуль", "Дана", "Олжас", "Гульнар", "Тимур", "Сауле", "Данияр", "Жанар", "Арман"]
            .iter()
            .enumerate()
    {
        let place = if number < 5 { "Актау" } else { "Шетпе" };
        let category = if number == 0 { "опекун 87000000099" } else { "волонтёр" };
        writeln!(list, "Синтетова {name};8700000000{number};{place};СШ №7;;{category}").unwrap();
    }
    let run = on_list(&["reach", "-", "--by", "organisation"], &list);
    assert!(run.out.contains("СШ №7 (Актау)") && run.out.contains("СШ №7 (Шетпе)"), "{}", run.out);
    let run = on_list(&["reach", "-", "--by", "category"], &list);
    assert!(run.out.contains("unknown") && !run.out.contains("опекун"), "{}", run.out);
    let run = on_list(&["import", "-"], &list);
    assert!(run.err.contains("PPL050") && !run.err.contains("опекун"), "{}", run.err);
}

#[test]
fn pairs_that_are_joined_and_not_certain_stand_in_the_review() {
    let list = "ФИО;Список\nСинтетов Ерлан Болатович;А\nСинтетов Ерлан Серикович;Б\nСинтетов Ерлан;В\n";
    let run = on_list(&["review", "-", "--language", "en"], list);
    assert!(run.err.contains("Unique persons: 1; by the pairs told at least 1, at most 2"), "{}", run.err);
    assert!(run.err.contains("Pairs taken for one person, but not for certain: 1."), "{}", run.err);
    assert!(run.out.contains("Taken for one person. The fields contradict each other"), "{}", run.out);
    assert!(!run.out.contains("Ерлан") && !run.err.contains("Ерлан"), "{}", run.out);
}

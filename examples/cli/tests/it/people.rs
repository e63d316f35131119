//! `qoldau people`.

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
            "Rows: 4. Unique persons: 3; at least 3, at most 3"
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
    let run = piped(&["people", "duplicates", "-"], &[b'a', 0xff, 0xfe]);
    assert!(run.code == Some(2) && run.err.contains("CLI007"), "{}", run.err);
    assert_eq!(qoldau(&["people", "fly", "-"]).code, Some(2));
    assert_eq!(on_list(&["duplicates", "-"], "name\n").out, "row_a,row_b\n");
}

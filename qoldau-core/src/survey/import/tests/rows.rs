//! Rows that are nobody's or somebody's twice, words of consent, and headers and cells with labels.

use super::*;
use crate::survey::answers::PersonCode;
use crate::survey::import::records::agrees;

fn codes(imported: &Imported) -> Vec<&str> {
    imported.findings.iter().map(|finding| finding.code.as_str()).collect()
}

/// Answers of the sample with a code, in a table of these columns.
const HEADER: &str = "Отметка времени,Согласие,Первые две буквы имени вашей мамы,День вашего рождения (две цифры),Последние две цифры вашего телефона,Сколько вам лет?";

fn table(rows: &[&str]) -> String {
    format!("{HEADER}\n{}\n", rows.join("\n"))
}

fn read(rows: &[&str]) -> Imported {
    import_csv(&sample(), table(rows).as_bytes(), &after()).unwrap()
}

#[test]
fn consent_is_read_in_the_words_that_forms_offer() {
    let of = |text: &str| agrees(&sample(), text);
    for yes in [
        "Да, согласен",
        "Иә, келісемін",
        "Я согласен",
        "Согласен(на)",
        "Даю согласие",
        "Yes, I agree",
        "да",
        "1",
        "I consent",
        "Согласна",
        "Прочитал и согласен",
        "Келісемін",
        "ИӘ",
        "Мен келісемін",
        "✓",
    ] {
        assert_eq!(of(yes), Some(true), "{yes}");
    }
    for no in [
        "Нет",
        "Жоқ",
        "no",
        "не согласен",
        "Не согласна",
        "Я не согласен(на)",
        "келіспеймін",
        "Жоқ, келіспеймін",
        "I do not agree",
        "I don't agree",
        "Нет, не хочу",
        "Не даю согласие",
        "Отказываюсь",
        "disagree",
        "Келісім бермеймін",
        "0",
    ] {
        assert_eq!(of(no), Some(false), "{no}");
    }
    for unread in ["Согласен, но не на всё", "Нет, согласен", "не знаю", "позже", "?", "Да, не против нет"]
    {
        assert_eq!(of(unread), None, "{unread}");
    }
}

#[test]
fn a_consent_that_nobody_can_read_is_asked_about_and_not_used() {
    let imported = import_answers(
        &sample(),
        table(&[
            "01.10.2024 9:00:00,\"Согласен, но не на всё\",Ка,05,11,20",
            "01.10.2024 9:01:00,\"Да, согласен\",Ка,06,11,20",
        ])
        .as_bytes(),
        // The people consented on paper, but this one wrote something else.
        &ImportOptions { consented: true, ..after() },
    )
    .unwrap();
    let consents: Vec<Option<bool>> = imported.responses.iter().map(|of| of.consent).collect();
    assert_eq!(consents, [None, Some(true)]);
    assert!(codes(&imported).contains(&"SVY320"), "{:?}", codes(&imported));
}

#[test]
fn rows_that_are_nobodys_make_no_people() {
    let imported = read(&[
        "07.10.2024 9:00:00,Да,Ка,05,11,20",
        HEADER,
        "Итого,,,,,20",
        "Среднее,,,,,20",
        "Барлығы:,,,,,20",
        ",,,,,",
    ]);
    assert_eq!(imported.responses.len(), 1);
    let of_rows: Vec<&str> = codes(&imported).into_iter().filter(|code| code.starts_with("SVY31")).collect();
    assert_eq!(of_rows, ["SVY318", "SVY319", "SVY319", "SVY319"]);
    // A step may be called so.
    let mut survey: serde_json::Value = serde_json::from_str(SAMPLE).unwrap();
    survey["lists"][0]["options"][0]["label"]["ru"] = "Среднее".into();
    let list = survey["lists"][0]["id"].as_str().unwrap().to_owned();
    let questions = survey["questions"].as_array().unwrap().iter();
    let name =
        questions.clone().find(|of| of["answer"]["list"] == list.as_str()).unwrap()["id"].as_str().unwrap();
    let table = format!("{name}\nСреднее\nИтого\n");
    let survey = read_questionnaire(survey.to_string().as_bytes()).unwrap();
    assert_eq!(import_csv(&survey, table.as_bytes(), &after()).unwrap().responses.len(), 1);
    // In answer to a question that asks for words such a word is one.
    let words = "Пожелания,Сколько вам лет?\nИтого,20\n";
    assert_eq!(import_csv(&sample(), words.as_bytes(), &after()).unwrap().responses.len(), 1);
}

#[test]
fn identical_rows_are_told() {
    let same = "07.10.2024 9:00:00,Да,Ка,05,11,20";
    let imported = read(&[same, same, "07.10.2024 9:00:00,Да,Се,01,11,20", same]);
    assert_eq!(imported.responses.len(), 4);
    let finding = imported.findings.iter().find(|of| of.code == "SVY317").unwrap();
    assert_eq!(finding.place, Place::Row { row: 3, column: 0 });
    let rule = SURVEY_RULES.iter().copied().flatten().find(|rule| rule.code == "SVY317").unwrap();
    assert!(rule.say(finding, Language::English).ends_with("Repeated rows: 2"));
    // Equal answers without a time or a code are those of people who think alike.
    let alike = "Сколько вам лет?\n20\n20\n";
    assert!(!codes(&import_csv(&sample(), alike.as_bytes(), &after()).unwrap()).contains(&"SVY317"));
}

/// A later export of the same form names the same answers alike, and other answers otherwise.
#[test]
fn records_are_named_by_what_they_say() {
    let rows = [
        "01.10.2024 9:00:00,Да,Ка,05,11,20",
        "01.10.2024 9:00:00,Да,Ка,06,11,20",
        "02.10.2024 9:00:00,Да,Ка,05,11,20",
    ];
    let ids = |rows: &[&str], options: &ImportOptions| -> Vec<String> {
        let imported = import_csv(&sample(), table(rows).as_bytes(), options).unwrap();
        imported.responses.iter().map(|of| of.id.to_string()).collect()
    };
    let (first, second) = (ids(&rows[..2], &after()), ids(&rows, &after()));
    assert_eq!(first, second[..2]);
    assert_ne!(second[0], second[2]);
    // Of another phase it is another record; of two that say the same each has its own name.
    let before = ImportOptions { phase: "before".parse().ok(), ..after() };
    assert!(ids(&rows, &before).iter().all(|id| !second.contains(id)));
    let twice = ids(&[rows[0], rows[0]], &after());
    assert_eq!(twice, [first[0].clone(), format!("{}-2", first[0])]);
    // What tells nobody apart has the number of its row.
    let plain = import_csv(&sample(), "Сколько вам лет?\n20\n".as_bytes(), &after()).unwrap();
    assert_eq!(plain.responses[0].id.as_str(), "row-2");
}

#[test]
fn parts_of_a_code_get_the_noughts_they_lost() {
    let imported = read(&["01.10.2024 9:00:00,Да,Ка,5,1,20", "01.10.2024 9:00:00,Да,Ка,15,11,20"]);
    let codes: Vec<&str> =
        imported.responses.iter().filter_map(|of| of.code.as_ref()).map(PersonCode::reveal).collect();
    assert_eq!(codes, ["Ка0501", "Ка1511"]);
}

/// Exports of `KoboToolbox` with labels: groups before the words of questions, options behind them, labels joined by spaces.
#[test]
fn exports_with_labels_are_read() {
    let table = "Блок/Где вы живёте?;Что вам интересно?;Что вам интересно?/Спорт, туризм;Что вам интересно?/Волонтёрство;А/Б/Сколько вам лет?\n\
                 Актау;Спорт, туризм Волонтёрство;1;1;20\n\
                 Актау;Волонтёрство;0;1;21\n";
    let imported = import_csv(&sample(), table.as_bytes(), &after()).unwrap();
    let lines = said(&imported);
    assert!(lines.contains("row-2 no consent: age=20 interests=sport+volunteering place=aktau"), "{lines}");
    assert!(lines.contains("row-3 no consent: age=21 interests=volunteering place=aktau"), "{lines}");
    assert!(!codes(&imported).iter().any(|code| matches!(*code, "SVY301" | "SVY307" | "SVY311")), "{lines}");
}

#[test]
fn what_people_typed_beside_the_options_does_not_spoil_the_answer() {
    let table = "Что вам интересно?\n\"Спорт, туризм, рыбалка\"\n\"Волонтёрство, шахматы, шашки\"\nрыбалка\n";
    let imported = import_csv(&sample(), table.as_bytes(), &after()).unwrap();
    let lines = said(&imported);
    assert!(lines.contains("row-2 no consent: interests=sport\nrow-3 no consent: interests=volunteering\nrow-4 no consent: interests=?"), "{lines}");
    let told: Vec<&str> = codes(&imported).into_iter().filter(|code| *code != "SVY304").collect();
    assert_eq!(told, ["SVY321", "SVY321", "SVY307"]);
}

/// The times of answering count, and that of reaching the server only where there are no others.
#[test]
fn a_submission_is_not_the_end_of_an_interview() {
    let table = "SubmissionDate,start,end,age\n2024-10-21T04:00:00.000Z,2024-10-11T09:00:00.000+05:00,2024-10-11T09:09:00.000+05:00,20\n";
    let imported = import_csv(&sample(), table.as_bytes(), &after()).unwrap();
    let of = &imported.responses[0];
    assert_eq!((of.on.map(|on| on.to_string()).as_deref(), of.seconds), (Some("2024-10-11"), Some(540)));
    let started = "SubmissionDate,start,age\n2024-10-21T04:00:00.000Z,2024-10-11T09:00:00.000+05:00,20\n";
    let of = &import_csv(&sample(), started.as_bytes(), &after()).unwrap().responses[0];
    assert_eq!((of.on.map(|on| on.to_string()).as_deref(), of.seconds), (Some("2024-10-11"), None));
    let odata = r#"{"value":[{"__id":"uuid:0","__system":{"submissionDate":"2024-11-01T04:00:00.000Z","updatedAt":"2024-11-01T04:00:00.000Z","submitterId":"5","submitterName":"A","attachmentsPresent":0,"attachmentsExpected":0,"status":"x","reviewState":"x","deviceId":"c","edits":0,"formVersion":"1","deletedAt":null},"age":20,"x@odata.navigationLink":"a"}]}"#;
    let imported = import_json(&sample(), odata.as_bytes(), &after()).unwrap();
    assert_eq!(imported.responses[0].on.map(|on| on.to_string()).as_deref(), Some("2024-11-01"));
    assert!(!codes(&imported).contains(&"SVY301"), "{:?}", imported.findings);
}

#[test]
fn a_step_is_known_by_its_value() {
    let mut survey: serde_json::Value = serde_json::from_str(SAMPLE).unwrap();
    for (at, option) in survey["lists"][0]["options"].as_array_mut().unwrap().iter_mut().enumerate() {
        option["code"] = serde_json::json!(format!("s{at}"));
        option["value"] = serde_json::json!(at + 1);
    }
    let list = survey["lists"][0]["id"].as_str().unwrap().to_owned();
    let questions = survey["questions"].as_array().unwrap();
    let name = questions.iter().find(|of| of["answer"]["list"] == list.as_str()).unwrap()["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let survey = read_questionnaire(survey.to_string().as_bytes()).unwrap();
    let imported = import_csv(&survey, format!("{name}\n4\ns0\n").as_bytes(), &after()).unwrap();
    let lines = said(&imported);
    assert!(lines.contains(&format!("{name}=s3")) && lines.contains(&format!("{name}=s0")), "{lines}");
}

/// The records of the product's own form that stand there twice, and people who bear one code.
#[test]
fn who_stands_there_twice_is_told() {
    let record = |id: &str, code: &str, age: u32| {
        serde_json::json!({ "id": id, "phase": "after", "consent": true, "code": code,
            "answers": { "age": { "kind": "number", "value": age.to_string() } } })
    };
    let empty = serde_json::json!({ "id": "r9", "phase": "after", "consent": true, "answers": {} });
    let records = [record("r1", "КА0511", 20), record("r1", "KA0511", 20), record("r2", "СЕ0112", 21), empty];
    let own = serde_json::json!({ "format": "qoldau-answers/1.0", "responses": records });
    let imported = import_answers(&sample(), own.to_string().as_bytes(), &ImportOptions::default()).unwrap();
    let at = |code: &str| imported.findings.iter().find(|finding| finding.code == code).unwrap();
    assert_eq!(at("SVY217").place, Place::Row { row: 2, column: 0 });
    let said = |code: &str| {
        let rule = SURVEY_RULES.iter().copied().flatten().find(|rule| rule.code == code).unwrap();
        rule.say(at(code), Language::English)
    };
    assert!(
        said("SVY217").starts_with("The id of the record was there before, in row 1."),
        "{}",
        said("SVY217")
    );
    assert!(said("SVY218").ends_with("Phase: after; such answers: 2"), "{}", said("SVY218"));
    assert!(said("SVY219").ends_with("Phase: after; their number: 1"), "{}", said("SVY219"));
}

/// One person's answers in two phases are two records; in one phase they are one.
#[test]
fn a_person_answers_once_in_every_phase() {
    let table = "id,phase,consent,age,_index\nP1,before,yes,20,1\nP1,after,yes,21,2\nP1,after,yes,21,3\nP1,after,yes,30,4\nP2,after,yes,22,5\n";
    let imported = import_csv(&sample(), table.as_bytes(), &ImportOptions::default()).unwrap();
    let met: Vec<(&str, &str)> =
        imported.responses.iter().map(|of| (of.id.as_str(), of.phase.as_ref().unwrap().as_str())).collect();
    assert_eq!(met, [("P1", "before"), ("P1", "after"), ("P2", "after")]);
    let told: Vec<(&str, &Place)> =
        imported.findings.iter().map(|of| (of.code.as_str(), &of.place)).collect();
    let row = |row| Place::Row { row, column: 0 };
    assert_eq!(told, [("SVY304", &row(1)), ("SVY306", &row(4)), ("SVY322", &row(5))]);
}

#[test]
fn decimals_of_whole_numbers_are_read_over() {
    let imported = read(&["01.10.2024 9:00:00,1.0,Ка,1.0,11.0,20.0", "01.10.2024 9:00:00,0.0,Ка,10.0,11,20"]);
    let codes: Vec<&str> =
        imported.responses.iter().filter_map(|of| of.code.as_ref()).map(PersonCode::reveal).collect();
    assert_eq!(codes, ["Ка0111", "Ка1011"]);
    let consents: Vec<Option<bool>> = imported.responses.iter().map(|of| of.consent).collect();
    assert_eq!(consents, [Some(true), Some(false)]);
    let table = "satisfaction,takes_part,interests/sport,interests/training\n4.0,1.0,1.0,0.0\n\"5,0\",0.0,0.0,0.0\n4.5,2.0,2.0,0.0\n";
    let lines = said(&import_csv(&sample(), table.as_bytes(), &after()).unwrap());
    assert!(lines.contains("row-2 no consent: interests=sport satisfaction=4 takes_part=true\nrow-3 no consent: interests= satisfaction=5 takes_part=false\nrow-4 no consent: interests=? satisfaction=? takes_part=?\n"), "{lines}");
    let json = r#"[{"satisfaction": 4.0, "takes_part": 1.0}]"#;
    let lines = said(&import_json(&sample(), json.as_bytes(), &after()).unwrap());
    assert!(lines.starts_with("row-2 no consent: satisfaction=4 takes_part=true\n"), "{lines}");
}

/// What the columns of a header are taken for, as JSON without its quotation marks.
fn used(header: &str) -> Vec<String> {
    let blank = ",".repeat(header.split(',').count().saturating_sub(1));
    let imported = import_csv(&sample(), format!("{header}\n{blank}\n").as_bytes(), &after()).unwrap();
    let of = |column: &crate::survey::import::ImportedColumn| match &column.used_as {
        ColumnUse::Question { question } => question.to_string(),
        ColumnUse::Code { part: Some(part) } => format!("code {part}"),
        ColumnUse::Code { part: None } => "code".into(),
        other => format!("{other:?}").to_lowercase(),
    };
    imported.columns.iter().map(of).collect()
}

#[test]
fn numbers_stand_before_the_consent_and_the_parts_of_the_code_too() {
    let header = "1. Согласие,2. Первые две буквы имени вашей мамы,3) День вашего рождения (две цифры),4. Сколько вам лет?,5. Фаза,6. Date,7. ID";
    assert_eq!(used(header), ["consent", "code 0", "code 1", "age", "phase", "unused", "unused"]);
    assert_eq!(used("(3) Сколько вам лет?,4. Где вы живёте?"), ["age", "place"]);
    // The words of the consent itself.
    let words = sample().consent.unwrap().ru.unwrap();
    assert_eq!(used(&format!("\"1. {words}\",2. Согласие")), ["consent", "unused"]);
}

#[test]
fn consent_code_and_phase_are_known_behind_their_groups() {
    assert_eq!(used("intro/consent,a/b/code,intro/phase,grp/age"), ["consent", "code", "phase", "age"]);
    assert_eq!(used("intro-consent,wave-phase,about-age,zip-code"), ["consent", "phase", "age", "unused"]);
    assert_eq!(
        used("Вступление/Согласие,Код/Первые две буквы имени вашей мамы,Тел/ID,Тел/День"),
        ["consent", "code 0", "unused", "unused"]
    );
    // What stands there by itself goes before it.
    assert_eq!(used("place/code,intro/consent,code,consent"), ["unused", "unused", "code", "consent"]);
    let table = "intro/consent,consent,age\nyes,no,20\n";
    let imported = import_csv(&sample(), table.as_bytes(), &after()).unwrap();
    assert_eq!((imported.responses[0].consent, codes(&imported)), (Some(false), vec!["SVY304", "SVY303"]));
    let json = r#"[{"intro": {"consent": "yes"}, "age": 20}]"#;
    let imported = import_json(&sample(), json.as_bytes(), &after()).unwrap();
    assert_eq!(imported.responses[0].consent, Some(true));
}

#[test]
fn days_with_dashes_are_read_by_the_whole_column() {
    let days = |cells: &str| {
        let rows: Vec<String> = cells.split(' ').map(|day| format!("{day},20")).collect();
        let table = format!("end,age\n{}\n", rows.join("\n"));
        let imported = import_csv(&sample(), table.as_bytes(), &after()).unwrap();
        let days =
            imported.responses.iter().map(|of| of.on.map_or_else(|| "none".into(), |on| on.to_string()));
        days.collect::<Vec<String>>().join(" ")
    };
    assert_eq!(days("06-14-2024 06-07-2024"), "2024-06-14 2024-06-07");
    assert_eq!(days("14-06-2024 06-07-2024"), "2024-06-14 2024-07-06");
    assert_eq!(days("06-07-2024 2024-06-14"), "none 2024-06-14");
}

#[test]
fn an_option_in_brackets_is_known_behind_the_name_of_its_question() {
    let table = "\"interests [Спорт, туризм]\",interests [Волонтёрство]\n1,0\n";
    let imported = import_csv(&sample(), table.as_bytes(), &after()).unwrap();
    let lines = said(&imported);
    assert!(lines.starts_with("row-2 no consent: interests=sport\n"), "{lines}");
}

//! Exports of the tools a project uses, held against the sample questionnaire.

mod rows;

use std::fmt::Write as _;

use proptest::prelude::*;

use super::{
    AnswerColumn, ColumnUse, ImportOptions, Imported, check_imported, import_answers, import_csv,
    import_json, read_responses, write_responses,
};
use crate::finding::Place;
use crate::language::Language;
use crate::survey::answers::Answer;
use crate::survey::questionnaire::{Form, Questionnaire, read_questionnaire};
use crate::survey::rules::SURVEY_RULES;
use crate::value::{DateRange, Id};

const SAMPLE: &str = include_str!("../../../../examples/data/survey.json");

fn sample() -> Questionnaire {
    read_questionnaire(SAMPLE.as_bytes()).unwrap()
}

fn after() -> ImportOptions {
    ImportOptions { phase: "after".parse().ok(), consented: false, columns: Vec::new() }
}

/// Records and findings as lines.
fn said(imported: &Imported) -> String {
    let mut out = String::new();
    for response in &imported.responses {
        let on = response.on.map(|on| format!(" {on}")).unwrap_or_default();
        let seconds = response.seconds.map(|seconds| format!(" {seconds} s")).unwrap_or_default();
        let consent = if response.consent == Some(true) { "" } else { " no consent" };
        let code = response.code.as_ref().map(|code| format!(" code {}", code.reveal())).unwrap_or_default();
        // Who is named by what is said would have another name after any change of it.
        let id = if response.id.as_str().starts_with("entry-") { "entry" } else { response.id.as_str() };
        let _ = write!(out, "{id}{on}{seconds}{consent}{code}:");
        for (question, answer) in &response.answers {
            let value = match answer {
                Answer::Option { code } => code.to_string(),
                Answer::Options { codes } => codes.iter().map(Id::as_str).collect::<Vec<_>>().join("+"),
                Answer::Number { value } => value.to_string(),
                Answer::YesNo { yes } => yes.to_string(),
                Answer::Date { date } => date.to_string(),
                Answer::Text { text } => format!("‘{}’", text.reveal()),
                Answer::Missing { reason } => format!("{reason:?}"),
                Answer::Unread {} => "?".into(),
            };
            let _ = write!(out, " {question}={value}");
        }
        out.push('\n');
    }
    for finding in &imported.findings {
        let Place::Row { row, column } = finding.place else { panic!("{finding:?}") };
        let rule = SURVEY_RULES.iter().copied().flatten().find(|rule| rule.code == finding.code).unwrap();
        let _ = writeln!(
            out,
            "row {row} column {column}: {} {}",
            finding.code,
            rule.say(finding, Language::English)
        );
    }
    out
}

fn csv(text: &str, options: &ImportOptions) -> String {
    said(&import_csv(&sample(), text.as_bytes(), options).unwrap())
}

#[test]
fn google_forms_in_russian() {
    let table = "Отметка времени,Сколько вам лет?,Где вы живёте?,Я знаю о программах поддержки молодёжи,Мне хватает навыков, чтобы начать своё дело\n";
    // The question with a comma stands in quotation marks.
    let table = table.replace("Мне хватает навыков, чтобы начать своё дело", "\"Мне хватает навыков, чтобы начать своё дело\",\"Сам я свои планы осуществить не смогу\",Вы участвовали в мероприятиях проекта?,В скольких мероприятиях?,Насколько вы в целом удовлетворены проектом?,Порекомендуете ли другу (0–10)?,Что вам интересно?,Пожелания,Адрес электронной почты");
    let rows = "2024/10/01 9:30:00 AM GMT+5,21,Актау,Согласен,Полностью согласен,Не согласен,Да,3,Удовлетворён,9,\"Спорт, туризм, Волонтёрство\",Спасибо,a@example.kz\n\
                2024/10/02 1:05:10 PM GMT+5,отказ,Жанаозен,Согласен,,Не согласен,Нет,,,,Ничего из этого,,b@example.kz\n\
                ,,,,,,,,,,,,\n\
                2024/10/02 2:00:00 PM GMT+5,19,Астана,Согласен,Согласен,Согласен,да,2,Не знаю,десять,\"Спорт, Волонтёрство\",,c@example.kz\n";
    assert_eq!(
        csv(&format!("{table}{rows}"), &ImportOptions { consented: true, ..after() }),
        "entry 2024-10-01: age=21 alone=2 events=3 interests=sport+volunteering knows=4 place=aktau recommend=9 satisfaction=4 skills=5 takes_part=true wishes=‘Спасибо’\n\
         entry 2024-10-02: age=Refused alone=2 interests=none knows=4 place=zhanaozen takes_part=false\n\
         entry 2024-10-02: age=19 alone=4 events=2 interests=? knows=4 place=? recommend=? satisfaction=DontKnow skills=4 takes_part=true\n\
         row 1 column 13: SVY301 No question was found for the column, and it was not read: 13 (M)\n\
         row 4 column 0: SVY305 The row is empty\n\
         row 5 column 3: SVY307 The answer in the cell is not known and counts as invalid: place\n\
         row 5 column 10: SVY307 The answer in the cell is not known and counts as invalid: recommend\n\
         row 5 column 11: SVY307 The answer in the cell is not known and counts as invalid: interests\n"
    );
}

#[test]
fn microsoft_forms_in_kazakh() {
    let table = "\u{feff}ID;Басталу уақыты;Аяқталу уақыты;Анаңыздың атының алғашқы екі әрпі;Туған күніңіз (екі сан);Телефон нөміріңіздің соңғы екі саны;Келісім;1. Жасыңыз нешеде?;Жобаның шараларына қатыстыңыз ба?;Не қызықтырады?;Жобаға жалпы қаншалықты қанағаттанасыз?\n\
                 7;10/14/24 9:30:00;10/14/24 9:34:10;Ай;07;19;Иә;21;Иә;Спорт, туризм;Қанағаттанамын\n\
                 8;10/15/24 10:00:00;10/15/24 10:00:40;Сә;1;19;Жоқ;17;Жоқ;\"Спорт, туризм;Еріктілік;\";\n\
                 8;10/15/24 11:00:00;10/15/24 11:00:40;Бо;1;19;Иә;17;Жоқ;Ештеңе;\n";
    let said = csv(table, &after());
    assert_eq!(
        said,
        "7 2024-10-14 250 s code Ай0719: age=21 interests=sport satisfaction=4 takes_part=true\n\
         8 2024-10-15 40 s no consent code Сә0119: age=17 interests=sport+volunteering takes_part=false\n\
         row 1 column 0: SVY304 The table has no columns for these questions: place, knows, skills, alone, events, recommend, wishes\n\
         row 4 column 0: SVY322 The record was in the same phase before and said something else; the second was not taken: 8\n"
    );
}

#[test]
fn kobotoolbox_with_groups_and_a_column_for_every_option() {
    let table = "start,end,about/age,about/place,takes_part,interests,interests/sport,interests/volunteering,interests/training,interests/none,_uuid,_submission_time,_index\n\
                 2024-10-01T09:00:00.000+05:00,2024-10-01T09:03:20.000+05:00,20,aktau,yes,sport training,1,0,1,0,u1,2024-10-01T04:03:30,1\n\
                 2024-10-01T09:00:00.000+05:00,2024-10-01T09:03:20.000+05:00,20,district,no,sport,0,1,0,0,u2,2024-10-01T04:03:30,2\n\
                 2024-10-01T09:00:00.000+05:00,кеше,20.5,district,no,,False,True,False,False,u3,2024-10-01T04:03:30,3\n";
    let said = csv(table, &ImportOptions { consented: true, ..after() });
    assert_eq!(
        said,
        "u1 2024-10-01 200 s: age=20 interests=sport+training place=aktau takes_part=true\n\
         u2 2024-10-01 200 s: age=20 interests=? place=district takes_part=false\n\
         u3 2024-10-01: age=20.5 interests=volunteering place=district takes_part=false\n\
         row 1 column 0: SVY304 The table has no columns for these questions: knows, skills, alone, events, satisfaction, recommend, wishes\n\
         row 3 column 0: SVY311 The marks differ between two places, and the answer counts as invalid: interests\n\
         row 4 column 2: SVY310 The time of the record could not be read\n"
    );
}

#[test]
fn json_of_kobotoolbox_and_odk() {
    let kobo = r#"{"count": 1, "results": [{"_uuid": "u1", "about/age": "20", "takes_part": "true", "interests": "sport none",
        "_attachments": [], "_geolocation": [null, null], "_submission_time": "2024-10-01T04:03:30"}]}"#;
    let odk = r#"{"value": [{"__id": "u2", "about": {"age": 20}, "takes_part": true, "interests": ["sport"], "phase": "Екінші фаза"}]}"#;
    let read =
        |json: &str| said(&import_json(&sample(), json.as_bytes(), &ImportOptions::default()).unwrap());
    assert!(
        read(kobo).starts_with("u1 2024-10-01 no consent: age=20 interests=sport+none takes_part=true\n"),
        "{}",
        read(kobo)
    );
    assert!(
        read(odk).starts_with("u2 no consent: age=20 interests=sport takes_part=true\n"),
        "{}",
        read(odk)
    );
    for (json, code) in [("{", "SRV003"), ("{}", "SRV004"), ("[1]", "SRV004")] {
        assert_eq!(import_json(&sample(), json.as_bytes(), &after()).unwrap_err().code(), code, "{json}");
    }
}

#[test]
fn a_list_of_records_within_a_record_is_told() {
    let json = r#"[{"knows": "4", "family": [{"age": 7, "name": "Иванов"}, {"age": 9}], "_attachments": [{"id": 1}],
        "_geolocation": [null, null], "x": [["skills"]], "wishes": []}]"#;
    let imported = import_json(&sample(), json.as_bytes(), &after()).unwrap();
    let text = said(&imported);
    assert!(text.contains("row 1 column 2: SVY316 A list of records within the record (a repeat group) was not read. Questions in it: age\n"), "{text}");
    assert!(
        text.contains(
            "row 1 column 4: SVY316 A list of records within the record (a repeat group) was not read\n"
        ),
        "{text}"
    );
    assert_eq!((text.matches("SVY316").count(), text.matches("SVY301").count()), (2, 0), "{text}");
    assert!(!text.contains("Иванов"), "{text}");
}

/// A table without headers has somebody's answers in its first row.
#[test]
fn findings_quote_no_header_that_may_be_a_persons_words() {
    let table = "Иванов Иван,87000000000,ivan@example.kz,21,Сколько вам лет?,age,day,Жасыңыз нешеде?\nа,б,в,6/7/24,1,2,3,4\n";
    let columns = vec![AnswerColumn { column: 4, used_as: ColumnUse::Started {} }];
    let options = ImportOptions { columns, ..after() };
    let imported = import_csv(&sample(), table.as_bytes(), &options).unwrap();
    let text = said(&imported)
        + &format!("{:?}", imported.columns)
        + &serde_json::to_string(&imported.findings).unwrap();
    for words in ["Иванов", "8700", "ivan@"] {
        assert!(!text.contains(words), "{words}: {text}");
    }
    assert!(
        text.contains(
            "row 1 column 1: SVY301 No question was found for the column, and it was not read: 1 (A)\n"
        ),
        "{text}"
    );
    assert!(
        text.contains("row 1 column 4: SVY309 In the column nobody can tell the day from the month: 4 (D)\n"),
        "{text}"
    );
    // The questionnaire's own words are.
    assert!(
        text.contains(
            "row 1 column 6: SVY303 The question has two columns, and the second was not read: age\n"
        ),
        "{text}"
    );
    let wide = format!("{}Иванов\n1\n", "age,".repeat(27));
    let text = csv(&wide, &after());
    assert!(
        text.contains("SVY301 No question was found for the column, and it was not read: 28 (AB)\n"),
        "{text}"
    );
}

/// Neither rows times columns of a table nor records times keys of JSON are laid out.
#[test]
fn a_wide_header_with_short_rows_takes_what_is_written() {
    let header: Vec<String> = (0..10_000).map(|at| format!("c{at}")).collect();
    let table = format!("age,{}\n{}", header.join(","), "21\n".repeat(10_000));
    let imported = import_csv(&sample(), table.as_bytes(), &after()).unwrap();
    assert_eq!((imported.responses.len(), imported.responses[9_999].answers.len()), (10_000, 1));
    let records: Vec<String> = (0..8_000).map(|at| format!("{{\"k{at}\":1,\"age\":21}}")).collect();
    let json = format!("[{}]", records.join(","));
    let imported = import_json(&sample(), json.as_bytes(), &after()).unwrap();
    assert_eq!((imported.columns.len(), imported.responses.len()), (8_001, 8_000));
    let grid = super::grid::Grid::of_json(json.as_bytes()).unwrap();
    assert_eq!(grid.rows.iter().map(Vec::len).sum::<usize>(), 16_000);
}

#[test]
fn more_people_than_were_invited_are_told() {
    let mut survey: serde_json::Value = serde_json::from_str(SAMPLE).unwrap();
    survey["phases"][1]["invited"] = serde_json::json!(3);
    let questionnaire = read_questionnaire(survey.to_string().as_bytes()).unwrap();
    let told = |rows: usize, consented: bool| {
        let table = format!("age\n{}", "21\n".repeat(rows));
        let options = ImportOptions { consented, ..after() };
        let imported = import_answers(&questionnaire, table.as_bytes(), &options).unwrap();
        let own = write_responses(&imported.responses).unwrap();
        let of_own = import_answers(&questionnaire, own.as_bytes(), &after()).unwrap();
        let count =
            |imported: &Imported| imported.findings.iter().filter(|finding| finding.code == "SVY215").count();
        assert_eq!(count(&imported), count(&of_own));
        count(&imported)
    };
    assert_eq!((told(3, true), told(4, true)), (0, 1));
    // Records without consent are used for nothing.
    assert_eq!(told(6, false), 0);
}

#[test]
fn answers_outside_the_days_of_their_phase_are_told() {
    let mut questionnaire = sample();
    let after_it = questionnaire.phases.iter_mut().find(|phase| phase.id.as_str() == "after").unwrap();
    let day = |text: &str| text.parse().unwrap();
    after_it.window = Some(DateRange { start: day("2024-10-01"), end: day("2024-10-20") });
    let told = |days: &[&str]| {
        let rows: Vec<String> = days.iter().map(|day| format!("{day},21")).collect();
        let table = format!("Timestamp,age\n{}\n", rows.join("\n"));
        let imported =
            import_answers(&questionnaire, table.as_bytes(), &ImportOptions { consented: true, ..after() })
                .unwrap();
        let finding = imported.findings.into_iter().find(|finding| finding.code == "SVY216");
        finding.map(|finding| {
            let rule = SURVEY_RULES.iter().copied().flatten().find(|rule| rule.code == finding.code).unwrap();
            rule.say(&finding, Language::English)
        })
    };
    assert_eq!(told(&["2024/10/01 9:00:00", "2024/10/20 21:00:00"]), None);
    assert_eq!(
        told(&["2024/09/25 9:00:00", "2024/10/20 21:00:00", "2024/11/25 21:00:00"]).as_deref(),
        Some(
            "Answers were given outside the days of the phase, and are counted. Phase: after; answers: 2; first: September 25, 2024, last: November 25, 2024"
        )
    );
}

#[test]
fn what_is_wrong_with_a_table_is_said() {
    let of = |table: &str| csv(table, &ImportOptions { consented: true, ..after() });
    let rest = |said: String| {
        said.lines()
            .filter(|line| line.contains("SVY") && !line.contains("SVY304"))
            .map(|line| line.split(' ').nth(4).unwrap().to_owned())
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert_eq!(rest(of("age,Жасыңыз нешеде?\n20,21\n")), "SVY303");
    assert_eq!(rest(of("age,place\n20\n20,aktau,x\n20,\"ак\"тау\n")), "SVY313 SVY314 SVY315");
    assert_eq!(rest(of("age,phase\n20,first\n")), "SVY312");
    assert_eq!(rest(of("age,end\n20,6/7/24\n21,5/5/24\n")), "SVY309");
    let error = import_csv(&sample(), b"age\n\"20", &after()).unwrap_err();
    assert_eq!(error.code(), "SRV006");
}

#[test]
fn a_header_that_two_questions_share_is_not_guessed() {
    let mut questionnaire = sample();
    let label = questionnaire.questions[2].label.clone();
    questionnaire.questions[3].label = label;
    let imported =
        import_csv(&questionnaire, "Я знаю о программах поддержки молодёжи\nСогласен\n".as_bytes(), &after())
            .unwrap();
    let codes: Vec<&str> = imported.findings.iter().map(|finding| finding.code.as_str()).collect();
    assert_eq!(codes, ["SVY304", "SVY302"]);
    assert!(imported.responses[0].answers.is_empty());
}

#[test]
fn answers_that_cannot_be_are_told_at_their_rows() {
    let questionnaire = sample();
    let table = "age,takes_part,events,place,consent\n20,да,3,Актау,да\n,,,,\n13,нет,2,Астана,нет\n";
    let imported = import_csv(&questionnaire, table.as_bytes(), &after()).unwrap();
    let findings = check_imported(&Form::of(&questionnaire), &imported);
    let told: Vec<String> = findings
        .iter()
        .map(|finding| match finding.place {
            Place::Row { row, .. } => format!("{row} {}", finding.code),
            _ => panic!("{finding:?}"),
        })
        .collect();
    assert_eq!(told, ["4 SVY202", "4 SVY205", "4 SVY210"]);
}

#[test]
fn answers_are_what_was_written() {
    let table = "age,interests,wishes\n20,sport training,Рақмет\n";
    let responses = import_csv(&sample(), table.as_bytes(), &after()).unwrap().responses;
    let written = write_responses(&responses).unwrap();
    assert_eq!(read_responses(written.as_bytes()), Ok(responses));
    assert_eq!(read_responses(b"{\"format\": \"qoldau-answers/1.0\"}").unwrap_err().code(), "SRV004");
    assert_eq!(
        read_responses(b"{\"format\": \"qoldau-survey/1.0\", \"responses\": []}").unwrap_err().code(),
        "SRV002"
    );
}

proptest! {
    /// Every row that is not blank gives a record or a finding, whatever stands in it.
    #[test]
    fn no_row_is_lost(rows in proptest::collection::vec("[a-zа-я0-9 ,;\"]{0,12}", 0..8)) {
        let table = format!("age,place,wishes\n{}\n", rows.join("\n"));
        if let Ok(imported) = import_csv(&sample(), table.as_bytes(), &after()) {
            let told = imported.findings.iter().filter(|finding| ["SVY305", "SVY306"].contains(&finding.code.as_str()));
            let taken = imported.responses.len().saturating_add(told.count());
            prop_assert_eq!(taken, usize::try_from(imported.rows).unwrap());
        }
    }

    #[test]
    fn no_bytes_stop_the_import(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = import_csv(&sample(), &bytes, &after());
        let _ = import_json(&sample(), &bytes, &after());
    }
}

fn choice(column: u32, used_as: &str) -> AnswerColumn {
    serde_json::from_str(&format!("{{\"column\":{column},\"usedAs\":{{{used_as}}}}}")).unwrap()
}

/// Two headers of a table say nothing, one says the wrong thing.
const HEADLESS: &str = "№,Q1,Стаж,satisfaction,Кім,day2\nr1,21,3,4,before,2024-06-14\n";

#[test]
fn what_somebody_says_of_a_column_goes_before_its_header() {
    let told = vec![
        choice(1, r#""kind":"record""#),
        choice(2, r#""kind":"question","question":"age""#),
        choice(3, r#""kind":"question","question":"satisfaction""#),
        choice(5, r#""kind":"phase""#),
        choice(6, r#""kind":"ended""#),
    ];
    let options = ImportOptions { phase: None, consented: true, columns: told.clone() };
    let imported = import_csv(&sample(), HEADLESS.as_bytes(), &options).unwrap();
    let [record] = imported.responses.as_slice() else { panic!("{imported:?}") };
    assert_eq!((record.id.as_str(), record.phase.as_ref().unwrap().as_str()), ("r1", "before"));
    assert_eq!(record.on.unwrap().to_string(), "2024-06-14");
    let answers: Vec<String> = record.answers.iter().map(|(id, answer)| format!("{id} {answer:?}")).collect();
    assert_eq!(answers.len(), 2, "{answers:?}");
    assert!(answers[1].starts_with("satisfaction") && answers[1].contains("\"3\""), "{answers:?}");
    // The column that is called so is not dropped in silence.
    assert_eq!(imported.columns[3].used_as, ColumnUse::Unused {});
    let of_column_4 =
        imported.findings.iter().find(|of| of.place == Place::Row { row: 1, column: 4 }).unwrap();
    assert_eq!(of_column_4.code, super::rules::COLUMN_TWICE.code);
    // What is told to be passed over is no finding.
    let unused = vec![choice(4, r#""kind":"unused""#), choice(3, r#""kind":"unused""#)];
    let options = ImportOptions { columns: unused, ..options };
    let imported = import_csv(&sample(), HEADLESS.as_bytes(), &options).unwrap();
    let columns: Vec<&Place> = imported.findings.iter().map(|finding| &finding.place).collect();
    assert!(!columns.contains(&&Place::Row { row: 1, column: 3 }), "{columns:?}");
    assert!(columns.contains(&&Place::Row { row: 1, column: 2 }), "{columns:?}");
    // What was found, said back, gives the same.
    let options = ImportOptions { columns: told, ..ImportOptions::default() };
    let imported = import_csv(&sample(), HEADLESS.as_bytes(), &options).unwrap();
    let said_back = (1..).zip(&imported.columns);
    let columns =
        said_back.map(|(column, of)| AnswerColumn { column, used_as: of.used_as.clone() }).collect();
    let again = import_csv(&sample(), HEADLESS.as_bytes(), &ImportOptions { columns, ..options }).unwrap();
    assert_eq!((again.responses, again.columns), (imported.responses, imported.columns));
}

#[test]
fn what_a_column_cannot_hold_is_refused() {
    let refused = |columns: Vec<AnswerColumn>| {
        let options = ImportOptions { columns, ..ImportOptions::default() };
        import_csv(&sample(), HEADLESS.as_bytes(), &options).unwrap_err().code()
    };
    assert_eq!(refused(vec![choice(7, r#""kind":"phase""#)]), "SRV011");
    assert_eq!(refused(vec![choice(0, r#""kind":"phase""#)]), "SRV011");
    assert_eq!(refused(vec![choice(1, r#""kind":"phase""#), choice(1, r#""kind":"record""#)]), "SRV011");
    assert_eq!(refused(vec![choice(1, r#""kind":"question","question":"nobody_asks""#)]), "SRV012");
    assert_eq!(refused(vec![choice(1, r#""kind":"option","question":"interests","code":"?""#)]), "SRV013");
    assert_eq!(refused(vec![choice(1, r#""kind":"option","question":"age","code":"1""#)]), "SRV013");
    let columns = vec![choice(1, r#""kind":"record""#)];
    let own = br#"{"format":"qoldau-answers/1.0","responses":[]}"#;
    let options = ImportOptions { columns, ..ImportOptions::default() };
    assert_eq!(import_answers(&sample(), own, &options).unwrap_err().code(), "SRV011");
}

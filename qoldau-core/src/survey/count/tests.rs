//! Counting beside the way through records, and one table cut in every way.

use proptest::prelude::*;
use serde_json::json;

use super::*;
use crate::finding::Place;
use crate::survey::answers::Response;
use crate::survey::import::{ImportOptions, import_csv};
use crate::survey::questionnaire::{Questionnaire, read_questionnaire};
use crate::survey::score::{ScoreOptions, compare, score_phase};
use crate::value::Id;

fn questionnaire() -> Questionnaire {
    let option = |code: &str, kk: &str, value: serde_json::Value| json!({ "code": code, "label": { "kk": kk }, "value": value });
    let mut steps: Vec<_> =
        (1..=5).map(|step| option(&step.to_string(), &format!("баға {step}"), step.into())).collect();
    steps.push(json!({ "code": "9", "label": { "kk": "айта алмаймын" }, "missing": "dontKnow" }));
    let question = |id: &str, answer: serde_json::Value| json!({ "id": id, "label": { "kk": format!("сұрақ {id}") }, "answer": answer });
    let scale = |reverse: bool| json!({ "kind": "scale", "list": "agree", "reverse": reverse });
    let mut skipped = question("skipped", scale(false));
    skipped["relevant"] = "a = 5".into();
    let survey = json!({
        "format": "qoldau-survey/1.0", "id": "s", "edition": 1, "title": { "kk": "С" }, "languages": ["kk"],
        "consent": { "kk": "Келісемін" },
        "code": { "parts": [{ "label": { "kk": "Код" }, "characters": "any", "length": 3 }] },
        "lists": [{ "id": "agree", "options": steps }],
        "questions": [
            question("a", scale(false)), question("b", scale(true)), question("c", scale(false)),
            question("r", json!({ "kind": "rating", "lowest": 0, "highest": 10 })), skipped,
        ],
        "subscales": [
            { "id": "abc", "title": { "kk": "А" }, "items": ["a", "b", "c"] },
            { "id": "mixed", "title": { "kk": "Б" }, "items": ["c", "r"], "minimum": { "kind": "count", "count": 1 } },
            { "id": "whole", "title": { "kk": "В" }, "items": ["a", "skipped"] },
        ],
        "phases": [{ "id": "before", "title": { "kk": "Бұрын" } }, { "id": "after", "title": { "kk": "Кейін" } }],
    });
    read_questionnaire(survey.to_string().as_bytes()).unwrap()
}

fn options() -> CountOptions {
    CountOptions {
        group: Some("region".into()),
        follow: vec!["a".parse().unwrap(), "b".parse().unwrap()],
        smallest: 1,
        ..CountOptions::default()
    }
}

const HEADER: &str = "code,phase,region,consent,a,b,c,r,skipped";

/// A cell, quoted where it must be or where `quoted` says so.
fn cell(text: &str, quoted: bool) -> String {
    if quoted || text.contains([',', '"', '\n']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

/// Rows as people give them, with all that goes wrong.
fn rows() -> impl Strategy<Value = Vec<[String; 9]>> {
    let of = |words: &'static [&'static str]| prop::sample::select(words).prop_map(str::to_owned);
    let step =
        || of(&["1", "2", "3", "4", "5", "5", "4", "", "9", "баға 3", " 2 ", "6", "не знаю", "мүмкін", "x"]);
    let row = (
        of(&[
            "",
            "ab1",
            "AB1",
            "A B1",
            "cd2",
            "ef3",
            "ұзын код 123456",
            "ұзын код 123457",
            "қ1",
            "gh4",
            "gh5",
        ]),
        of(&["before", "after", "after", "Бұрын", "Кейін", "үшінші", ""]),
        of(&["Алматы", "Абай, облысы", "", "R1"]),
        of(&["1", "иә", "1", "Келісемін", "0", ""]),
        [step(), step(), step()],
        of(&["0", "10", "7", "3", "", "11", "2.5", "n/a"]),
        of(&["", "4"]),
    );
    let row = row.prop_map(|(code, phase, region, consent, [a, b, c], r, skipped)| {
        [code, phase, region, consent, a, b, c, r, skipped]
    });
    prop::collection::vec(row, 0..40)
}

fn table(rows: &[[String; 9]], quoted: bool, end: &str) -> String {
    let row =
        |row: &[String; 9]| row.iter().map(|text| cell(text, quoted)).collect::<Vec<_>>().join(",") + end;
    format!("{HEADER}{end}{}", rows.iter().map(row).collect::<String>())
}

fn near(one: Option<f64>, other: Option<f64>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => (one - other).abs() <= 1e-12 * one.abs().max(1.0),
        (one, other) => one == other,
    }
}

/// What one group gives on the way through records.
fn check_group(form: &Form<'_>, group: &GroupTotals, rows: &[[String; 9]]) -> Result<(), TestCaseError> {
    let own: Vec<_> = rows.iter().filter(|row| row[2].trim() == group.group).cloned().collect();
    let imported =
        import_csv(form.questionnaire, table(&own, false, "\n").as_bytes(), &ImportOptions::default())
            .unwrap();
    let scoring = ScoreOptions { smallest: 1, ..ScoreOptions::default() };
    let scores = score_phase(form, &imported.responses, group.phase.as_ref(), &scoring);
    // Whose every cell is empty did not answer, which the count of single cells does not see.
    let is_silent =
        |of: &&Response| of.phase == group.phase && of.consent == Some(true) && of.answers.is_empty();
    let silent = u32::try_from(imported.responses.iter().filter(is_silent).count()).unwrap();
    prop_assert_eq!(group.people, scores.people.saturating_add(silent));
    for item in &group.items {
        let of = scores.questions.iter().find(|of| of.question == item.question).unwrap();
        let counts =
            [item.answered, item.no_answer, item.dont_know, item.refused, item.not_applicable, item.invalid];
        let missing = [of.no_answer, of.dont_know, of.refused, of.not_applicable, of.invalid];
        let expected: Vec<u32> = [Some(of.answered)].into_iter().chain(missing).map(Option::unwrap).collect();
        prop_assert_eq!(expected, counts, "{}", item.question);
        if of.answered > 0 {
            let steps: Vec<Option<u32>> = of.steps.iter().map(|step| step.count).collect();
            prop_assert_eq!(&item.steps, &steps);
            let top = of.top.as_ref().map(|top| top.share.numerator.to_u32().unwrap());
            prop_assert_eq!(item.top, top);
        }
        prop_assert!(near(item.mean, of.mean));
    }
    for subscale in &group.subscales {
        let of = scores.subscales.iter().find(|of| of.subscale == subscale.subscale).unwrap();
        prop_assert_eq!((subscale.scored, subscale.unscored), (of.scored, of.unscored));
        prop_assert!(near(subscale.mean, of.mean) && near(subscale.sd, of.sd));
        let step = subscale
            .mean
            .map(|mean| 1.0 + 4.0 * mean / 100.0)
            .filter(|_| subscale.subscale.as_str() == "abc");
        prop_assert!(near(subscale.mean_step, step));
    }
    Ok(())
}

fn check_pairs(form: &Form<'_>, pairs: &PairTotals, rows: &[[String; 9]]) -> Result<(), TestCaseError> {
    let imported =
        import_csv(form.questionnaire, table(rows, false, "\n").as_bytes(), &ImportOptions::default())
            .unwrap();
    let scoring = ScoreOptions { smallest: 1, ..ScoreOptions::default() };
    let compared = compare(form, &imported.responses, &pairs.first, &pairs.second, &scoring);
    let of = compared.pairing.unwrap();
    prop_assert_eq!(pairs.matched, of.matched);
    prop_assert_eq!(
        [pairs.unmatched_first, pairs.unmatched_second],
        [of.unmatched_first, of.unmatched_second]
    );
    prop_assert_eq!(
        [pairs.without_code_first, pairs.without_code_second],
        [of.without_code_first, of.without_code_second]
    );
    prop_assert_eq!([pairs.repeated_first, pairs.repeated_second], [of.repeated_first, of.repeated_second]);
    for subscale in &pairs.subscales {
        let change = compared.subscales.iter().find(|of| of.of == subscale.subscale).unwrap();
        let (Some(test), Some(change)) = (&subscale.test, &change.paired) else { continue };
        prop_assert_eq!(test.n, change.n_first);
        prop_assert!(near(test.mean_diff, change.change));
        prop_assert!(near(test.p_two, change.p) && near(test.g_z, change.effect));
        // An end near 0 is a difference of numbers as large as the other end: as near as these are.
        let (ci, interval) = (test.ci.as_ref(), change.interval.as_ref());
        let width = ci.map_or(1.0, |ci| ci.high.abs().max(ci.low.abs()));
        prop_assert!(near(ci.map(|ci| ci.low / width), interval.map(|ci| ci.low / width)));
    }
    Ok(())
}

/// Places to cut something of a length at, its beginning and its end among them.
fn places(cuts: &[usize], length: usize) -> Vec<usize> {
    let mut places: Vec<usize> = cuts.iter().filter_map(|cut| cut.checked_rem(length.max(1))).collect();
    places.extend([0, length]);
    places.sort_unstable();
    places
}

/// The totals of a table that comes in pieces cut at some places.
fn in_pieces(form: &Form<'_>, bytes: &[u8], cuts: &[usize]) -> Totals {
    let header = Header::of(bytes).unwrap();
    let plan = CountPlan::new(form, &header, &options()).unwrap();
    let rows = &bytes[header.length..];
    let cuts = places(cuts, rows.len());
    let mut counter = Counter::new(&plan);
    for cut in cuts.windows(2) {
        counter.push(&rows[cut[0]..cut[1]]).unwrap();
    }
    totals(&plan, &counter.finish().unwrap())
}

/// The totals of parts cut before some rows, joined in some order.
fn in_parts(form: &Form<'_>, rows: &[[String; 9]], cuts: &[usize], turn: usize, backwards: bool) -> Totals {
    let header = Header::of(HEADER.as_bytes()).unwrap();
    let plan = CountPlan::new(form, &header, &options()).unwrap();
    let cuts = places(cuts, rows.len());
    let mut parts: Vec<SurveyCounts> = (0..)
        .zip(cuts.windows(2))
        .map(|(part, cut)| {
            let mut counter = Counter::of_part(&plan, part);
            let text = table(&rows[cut[0]..cut[1]], false, "\n");
            counter.push(text.strip_prefix(HEADER).unwrap().as_bytes()).unwrap();
            counter.finish().unwrap()
        })
        .collect();
    let turn = turn.checked_rem(parts.len()).unwrap();
    parts.rotate_left(turn);
    if backwards {
        parts.reverse();
    }
    let mut whole = parts.pop().unwrap();
    for part in parts {
        whole.merge(part);
    }
    totals(&plan, &whole)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn counting_gives_what_the_way_through_records_gives(rows in rows()) {
        let survey = questionnaire();
        let form = Form::of(&survey);
        let counted = count_table(&form, table(&rows, false, "\n").as_bytes(), &options()).unwrap();
        for group in &counted.groups {
            check_group(&form, group, &rows)?;
        }
        check_pairs(&form, counted.pairs.as_ref().unwrap(), &rows)?;
        let not_counted: Vec<&str> = counted.not_counted.iter().map(Id::as_str).collect();
        prop_assert_eq!(not_counted, ["skipped", "whole"]);
        // No row is dropped silently.
        let found = |code: &str| u32::try_from(counted.findings.iter().filter(|of| of.code == code).count()).unwrap();
        prop_assert_eq!(usize::try_from(counted.rows).unwrap(), rows.len());
        let not_counted = found("SVY305").saturating_add(found("SVY312")).saturating_add(found("SVY210"));
        prop_assert_eq!(found("SVY210"), counted.without_consent);
        prop_assert_eq!(counted.people.saturating_add(not_counted), counted.rows);
    }

    #[test]
    fn no_way_of_cutting_changes_a_bit(
        rows in rows(), cuts in prop::collection::vec(any::<usize>(), 0..60), turn in any::<usize>(),
        quoted in any::<bool>(), backwards in any::<bool>(), end in prop::sample::select(&["\n", "\r\n", "\r"][..]),
    ) {
        let survey = questionnaire();
        let form = Form::of(&survey);
        let text = table(&rows, quoted, end);
        let whole = serde_json::to_string(&count_table(&form, text.as_bytes(), &options()).unwrap()).unwrap();
        let of = |totals: Totals| serde_json::to_string(&totals).unwrap();
        prop_assert_eq!(&of(in_pieces(&form, text.as_bytes(), &cuts)), &whole);
        prop_assert_eq!(&of(in_parts(&form, &rows, &cuts, turn, backwards)), &whole);
        #[cfg(feature = "parallel")]
        for threads in 1..5 {
            let header = Header::of(text.as_bytes()).unwrap();
            let plan = CountPlan::new(&form, &header, &options()).unwrap();
            let threads = std::num::NonZeroU32::new(threads).unwrap();
            let counts = count_in_parallel(&plan, &text.as_bytes()[header.length..], threads).unwrap();
            prop_assert_eq!(&of(totals_in_parallel(&plan, &counts, threads)), &whole);
        }
    }

    #[test]
    fn any_bytes_end_the_same_way_however_they_are_cut(
        text in "([a1,\"\n\r]|қ){0,60}", broken in prop::option::of(0_usize..60), cuts in prop::collection::vec(any::<usize>(), 0..60),
    ) {
        let survey = questionnaire();
        let form = Form::of(&survey);
        let header = Header::of(HEADER.as_bytes()).unwrap();
        let plan = CountPlan::new(&form, &header, &options()).unwrap();
        let mut bytes = text.into_bytes();
        if let Some(byte) = broken.and_then(|at| bytes.get_mut(at)) {
            *byte = 0xC3;
        }
        let count = |cuts: &[usize]| {
            let cuts = places(cuts, bytes.len());
            let mut counter = Counter::new(&plan);
            for cut in cuts.windows(2) {
                counter.push(&bytes[cut[0]..cut[1]])?;
            }
            counter.finish().map(|counts| totals(&plan, &counts))
        };
        prop_assert_eq!(count(&cuts), count(&[]));
    }
}

/// A row that was begun behind several line ends: the first of them was once taken for its end.
#[test]
fn line_ends_before_a_row_that_is_cut_do_not_end_it() {
    let survey = questionnaire();
    let form = Form::of(&survey);
    let text = format!("{HEADER}\nab1,after\r\n\n\"ab\n1\",after\n");
    let whole = count_table(&form, text.as_bytes(), &options()).unwrap();
    for cut in 0..text.len() {
        assert_eq!(in_pieces(&form, text.as_bytes(), &[cut]), whole, "{cut}");
    }
}

#[test]
fn what_is_wrong_with_rows_is_told() {
    let survey = questionnaire();
    let form = Form::of(&survey);
    let text = format!(
        "{HEADER}\nab1,before,R1,1,5,1,5,10,\n,,,,,,,,\nab1,after,R1,1,4\ncd2,after,R1,1,4,4,4,4,,7\n\"x\"y,after,R1,1,6,мүмкін,2,11,\ngh4,after,R1,0,1,1,1,1,\n"
    );
    let counted = count_table(&form, text.as_bytes(), &options()).unwrap();
    let found: Vec<(u32, u32, &str)> = counted
        .findings
        .iter()
        .filter_map(|finding| match finding.place {
            Place::Row { row, column } => Some((row, column, finding.code.as_str())),
            _ => None,
        })
        .collect();
    let expected = [
        (3, 0, "SVY305"),
        (4, 0, "SVY313"),
        (5, 0, "SVY314"),
        (6, 0, "SVY315"),
        (6, 5, "SVY307"),
        (6, 6, "SVY307"),
        (6, 8, "SVY205"),
        (7, 0, "SVY210"),
    ];
    assert_eq!(found, expected);
    assert_eq!((counted.rows, counted.people, counted.without_consent), (6, 4, 1));
    assert_eq!(counted.pairs.as_ref().map(|pairs| pairs.matched), Some(1));
}

#[test]
fn steps_of_few_people_are_not_counted_out() {
    let survey = questionnaire();
    let form = Form::of(&survey);
    let rows = |step: u32, people: usize| format!(",before,R1,1,{step},1,5,10,\n").repeat(people);
    let text = format!("{HEADER}\n{}{}{}{}{}", rows(1, 2), rows(2, 2), rows(3, 18), rows(4, 14), rows(5, 10));
    let counted = |smallest| {
        let counted = count_table(&form, text.as_bytes(), &CountOptions { smallest, ..options() }).unwrap();
        let item = &counted.groups[0].items[0];
        (item.steps.clone(), item.top)
    };
    assert_eq!(counted(1), ([2, 2, 18, 14, 10].map(Some).to_vec(), Some(24)));
    assert_eq!(counted(5), (vec![None, None, None, Some(14), Some(10)], Some(24)));
    assert_eq!(counted(23).1, None);
    // Nor does the mean tell them: 3.608… of 46.
    let mean = |smallest| {
        let counted = count_table(&form, text.as_bytes(), &CountOptions { smallest, ..options() }).unwrap();
        counted.groups[0].items[0].mean
    };
    assert_eq!((mean(5), near(mean(1), Some(166.0 / 46.0))), (Some(3.6), true));
}

/// A scale of one item says what its question says.
#[test]
fn a_scale_of_one_item_tells_no_step_that_is_hidden() {
    let mut survey = questionnaire();
    let items: Vec<Id> = vec!["a".parse().unwrap()];
    survey.subscales[0].items = items;
    let form = Form::of(&survey);
    let rows = |step: u32, people: usize| format!(",before,R1,1,{step},1,5,10,\n").repeat(people);
    let text = format!("{HEADER}\n{}{}{}{}{}", rows(1, 2), rows(2, 2), rows(3, 18), rows(4, 14), rows(5, 10));
    let of = |smallest| {
        let counted = count_table(&form, text.as_bytes(), &CountOptions { smallest, ..options() }).unwrap();
        let of = counted.groups[0].subscales[0].clone();
        (of.mean, of.sd, of.mean_step)
    };
    assert_eq!(of(5), (Some(65.0), None, Some(3.6)));
    assert!(of(1).1.is_some());
}

/// Nothing of what people wrote is printed: not the row that is being read, not codes, groups, texts of tables.
#[test]
fn what_is_counted_prints_silently() {
    let survey = questionnaire();
    let form = Form::of(&survey);
    let header = crate::table::Header::of(format!("{HEADER}\n").as_bytes()).unwrap();
    let plan = CountPlan::new(&form, &header, &options()).unwrap();
    let mut counter = Counter::new(&plan);
    counter.push("ab1zz,before,Ахметова,1,5,1,5,10,\ncd2zz,after,Ivanova,1,5,Петр".as_bytes()).unwrap();
    let text = "code,name\nab1zz,Ахметова\ncd2zz,Ivanova\nПетр,\n";
    let table = crate::table::Table::read(text.as_bytes(), None).unwrap();
    let reader = crate::table::Reader::new(text.as_bytes(), crate::table::Delimiter::Comma).unwrap();
    let unnamed = crate::table::Header::of("Ахметова,Ivanova\n1,2\n".as_bytes()).unwrap();
    let of_counter = format!("{counter:?}");
    let counts = counter.finish().unwrap();
    let printed = format!("{of_counter} {counts:?} {table:?} {reader:?} {unnamed:?}");
    // As letters, as bytes and as numbers of codes.
    let bytes = |word: &str| word.bytes().map(|byte| byte.to_string()).collect::<Vec<_>>().join(", ");
    for word in ["Ахметова", "Ivanova", "Петр", "ab1zz", "cd2zz"] {
        assert!(!printed.contains(word) && !printed.contains(&bytes(word)), "{word}: {printed}");
    }
    assert!(!printed.contains("keys") && printed.len() < 900, "{printed}");
}

#[test]
fn small_groups_show_no_figures() {
    let survey = questionnaire();
    let form = Form::of(&survey);
    let text = format!("{HEADER}\nab1,before,R1,1,5,1,5,10,\nab1,after,R1,1,4,2,4,9,\n");
    let counted = count_table(&form, text.as_bytes(), &CountOptions { smallest: 5, ..options() }).unwrap();
    let group = &counted.groups[0];
    assert!(
        group
            .items
            .iter()
            .all(|item| item.hidden && item.steps.is_empty() && item.mean.is_none() && item.top.is_none())
    );
    assert!(group.subscales.iter().all(|of| of.hidden && of.mean.is_none() && of.mean_step.is_none()));
    let pairs = counted.pairs.unwrap();
    assert!(pairs.subscales.iter().all(|of| of.hidden && of.test.is_none()));
    assert!(pairs.questions.iter().all(|of| of.hidden && of.table.is_none() && of.test.is_none()));
}

/// One of twelve pairs left the top steps: the table of pairs would tell who.
#[test]
fn a_table_of_pairs_with_few_in_a_cell_is_hidden() {
    let survey = questionnaire();
    let form = Form::of(&survey);
    let table = |last: &str| {
        let mut text = format!("{HEADER}\n");
        for at in 10..22 {
            let step = if at == 21 { last } else { "5" };
            let row = |phase: &str, step: &str| format!("a{at},{phase},R1,1,{step},1,5,10,\n");
            text.push_str(&row("before", "5"));
            text.push_str(&row("after", step));
        }
        let counted =
            count_table(&form, text.as_bytes(), &CountOptions { smallest: 5, ..options() }).unwrap();
        let question = counted.pairs.unwrap().questions.into_iter().next().unwrap();
        (question.hidden, question.table.is_some(), question.test.is_some())
    };
    assert_eq!(table("5"), (false, true, true));
    assert_eq!(table("1"), (true, false, false));
}

#[test]
fn a_code_in_parts_is_joined_in_the_order_of_the_recipe() {
    let mut survey = questionnaire();
    survey.code.as_mut().unwrap().parts[0].length = 2;
    let mut day = survey.code.as_ref().unwrap().parts[0].clone();
    day.label.kk = Some("Күн".into());
    survey.code.as_mut().unwrap().parts.push(day);
    let form = Form::of(&survey);
    let text = "Күн,Код,phase,region,consent,a,b,c,r\n26, ab ,before,R1,1,5,1,5,10\n26,AB,after,R1,1,4,2,4,9\nab,26,after,R1,1,4,2,4,9\n,,after,R1,1,4,2,4,9\n";
    let pairs = count_table(&form, text.as_bytes(), &options()).unwrap().pairs.unwrap();
    assert_eq!((pairs.matched, pairs.unmatched_second, pairs.without_code_second), (1, 2, 1));
    let imported = import_csv(&survey, text.as_bytes(), &ImportOptions::default()).unwrap();
    let scoring = ScoreOptions { smallest: 1, ..ScoreOptions::default() };
    let of = compare(&form, &imported.responses, &pairs.first, &pairs.second, &scoring).pairing.unwrap();
    assert_eq!((of.matched, of.unmatched_second, of.without_code_second), (1, 2, 1));
}

/// The last part has noughts to lose, too, and decimals to get.
#[test]
fn parts_of_a_code_are_counted_as_they_are_imported() {
    let mut survey = questionnaire();
    let part = &mut survey.code.as_mut().unwrap().parts[0];
    part.length = 2;
    let mut day = part.clone();
    day.label.kk = Some("Күн".into());
    day.characters = crate::survey::questionnaire::CodeCharacters::Digits;
    survey.code.as_mut().unwrap().parts.push(day);
    let form = Form::of(&survey);
    let text = "Код,Күн,phase,region,consent,a,b,c,r\nab,5,before,R1,1,5,1,5,10\nab,05,after,R1,1,4,2,4,9\ncd,1.0,before,R1,1.0,5.0,1,5,10\ncd,1,after,R1,1,4,2,4,9\nef,10,before,R1,1,5,1,5,10\nef,1.0,after,R1,1,5,1,5,10\n";
    let counted = count_table(&form, text.as_bytes(), &options()).unwrap();
    let told: Vec<&str> = counted.findings.iter().map(|of| of.code.as_str()).collect();
    assert_eq!(told, ["SVY304"]);
    let pairs = counted.pairs.unwrap();
    assert_eq!((pairs.matched, pairs.without_code_first, pairs.without_code_second), (2, 0, 0));
    let imported = import_csv(&survey, text.as_bytes(), &ImportOptions::default()).unwrap();
    let of = compare(&form, &imported.responses, &pairs.first, &pairs.second, &ScoreOptions::default());
    assert_eq!(of.pairing.unwrap().matched, 2);
}

#[test]
fn columns_that_are_not_there_are_refused() {
    let survey = questionnaire();
    let form = Form::of(&survey);
    let refused =
        |options: &CountOptions, text: &str| count_table(&form, text.as_bytes(), options).unwrap_err();
    let missing = CountOptions { group: Some("oblast".into()), ..options() };
    assert_eq!(
        refused(&missing, HEADER).to_string(),
        "the table cannot be read: the table has no column `oblast`"
    );
    let unknown = CountOptions { follow: vec!["skipped".parse().unwrap()], ..options() };
    assert_eq!(refused(&unknown, HEADER).code(), "SRV010");
    assert_eq!(refused(&options(), "").code(), "SRV006");
    assert_eq!(
        refused(&options(), &format!("{HEADER}\n\"ab1,after\n")).to_string(),
        "the table cannot be read: the quotation mark opened in row 1 is never closed"
    );
    let long = format!("{HEADER}\n{}\n", "x".repeat(1 << 21));
    assert_eq!(refused(&options(), &long).code(), "SRV006");
}

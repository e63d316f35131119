//! The report and the register of the real annex with the sample season, as a coordinator gets them.
#![cfg(test)]

use std::collections::BTreeSet;
use std::sync::LazyLock;

use qoldau_core::annex::{ReadLimits, read_annex};
use qoldau_core::assess::{Assessment, assess};
use qoldau_core::facts::{FactsLimits, Observations, observe, read_facts};
use qoldau_core::language::Language;
use qoldau_core::plan::{Plan, Policy};
use qoldau_core::report::{
    ExceptionItem, Report, build, register, render_html, render_markdown, render_register_csv,
    render_register_html, render_text,
};
use qoldau_core::review::ReviewSummary;

static PLAN: LazyLock<Plan> = LazyLock::new(|| {
    let annex = qoldau_tests::read("examples/data/qoldau-2024.kk.docx").unwrap();
    read_annex(&annex, &ReadLimits::default()).unwrap().plan
});

static OBSERVATIONS: LazyLock<Observations> = LazyLock::new(|| {
    let journal = qoldau_season::season();
    observe(read_facts(journal.as_bytes(), &FactsLimits::default()).unwrap().entries)
});

/// The middle of September: half of the work is done, half of the deadlines are near.
static ASSESSMENT: LazyLock<Assessment> =
    LazyLock::new(|| assess(&PLAN, &OBSERVATIONS, "2024-09-15".parse().unwrap(), &Policy::default(), None));

fn report(language: Language) -> Report {
    build(&PLAN, &ASSESSMENT, &[], &[], &ReviewSummary::default(), &OBSERVATIONS, language)
}

/// The English report of another day.
fn report_on(day: &str) -> Report {
    let assessment = assess(&PLAN, &OBSERVATIONS, day.parse().unwrap(), &Policy::default(), None);
    build(&PLAN, &assessment, &[], &[], &ReviewSummary::default(), &OBSERVATIONS, Language::English)
}

/// "15.06: 2 photos" for every thing that a report names as missing from a line.
fn to_do_of(report: &Report, line: &str) -> Vec<String> {
    let groups = report.to_do.iter().flat_map(|group| group.items.iter().map(move |item| (group, item)));
    groups
        .filter(|(_, item)| item.lines.iter().any(|of| of.number == line))
        .map(|(group, item)| format!("{}: {}", group.date_text, item.what).replace('\u{a0}', " "))
        .collect()
}

/// What stands above the table of all lines.
fn before_the_table(text: &str, table: &str) -> String {
    let (above, _) = text.split_once(table).unwrap();
    above.trim_end().to_owned()
}

#[test]
fn the_first_screen_and_the_two_views_in_three_languages() {
    for (language, table) in [
        (Language::Kazakh, "\nБарлық жолдар қосымшадағы ретімен\n"),
        (Language::Russian, "\nВсе строки в порядке приложения\n"),
        (Language::English, "\nAll lines in the annex's order\n"),
    ] {
        let text = render_text(&report(language), false);
        insta::assert_snapshot!(format!("first-{}", language.tag()), before_the_table(&text, table));
    }
}

#[test]
fn all_73_lines_stand_in_the_annexes_order_under_its_own_words() {
    let report = report(Language::Russian);
    let lines = || report.tasks.iter().flat_map(|task| &task.activities).flat_map(|activity| &activity.lines);
    assert_eq!(lines().count(), 73);
    let shown: Vec<&str> = lines().map(|line| line.line.name.as_str()).collect();
    let promised: Vec<&str> = PLAN.lines().map(|(_, _, line)| line.name.as_str()).collect();
    assert_eq!(shown, promised);
    assert_eq!(report.impact.len(), 6);
    let page = render_html(&report);
    for name in shown {
        assert!(page.contains(&format!("<span lang=\"kk\" dir=\"auto\">{name}</span>")), "{name}");
    }
}

#[test]
fn the_numbers_of_the_first_screen_add_up() {
    let counts = report(Language::Kazakh).counts;
    assert_eq!(counts.proven + counts.needs_action + counts.overdue + counts.not_due, counts.lines);
    assert_eq!(counts.lines, 73);
}

#[test]
fn participations_and_unique_persons_are_told_apart() {
    let report = report(Language::English);
    let named: Vec<(&str, Option<&str>)> =
        report.impact.iter().map(|row| (row.figure_name.as_str(), row.unique_persons.as_deref())).collect();
    assert_eq!(named.first(), Some(&("Participations", Some("not counted"))));
    assert_eq!(
        named.get(1),
        Some(&("Reach (estimate)", None)),
        "views are neither participations nor persons"
    );
    assert!(named.iter().skip(2).all(|named| *named == ("Actual", None)));
}

#[test]
fn the_list_of_what_to_do_names_everything_a_line_waits_for() {
    let report = report(Language::English);
    assert_eq!(to_do_of(&report, "6.2"), ["30.06: 1 post", "31.10: 1 post"], "a gap, and the next month");
    assert_eq!(to_do_of(&report, "6.4"), ["31.10: 1 post"]);
    assert_eq!(to_do_of(&report, "2.10"), ["15.06: 2 photos", "30.09: events: 3 planned, 2 held"]);
    assert_eq!(to_do_of(&report, "2.6"), ["30.09: events: 3 planned, 2 held"]);
    assert_eq!(to_do_of(&report, "7.6"), ["30.09: 1 list", "30.09: missing: act"]);
}

#[test]
fn what_is_overdue_stands_first_for_the_operator_with_the_figures_of_the_block() {
    let report = report_on("2024-11-01");
    let said_of = |title: &str| -> Vec<String> {
        let group = report.exceptions.iter().find(|group| group.title == title).unwrap();
        let number = |item: &ExceptionItem| item.lines.first().unwrap().number.clone();
        group
            .items
            .iter()
            .map(|item| format!("{} {}", number(item), item.text).replace('\u{a0}', " "))
            .collect()
    };
    assert_eq!(report.exceptions.first().unwrap().title, "Overdue");
    let said = said_of("Overdue");
    assert_eq!(u32::try_from(said.len()).unwrap(), report.counts.overdue);
    assert!(said.contains(&"2.10 Missing: 2 photos (15.06, Волонтерлер кубогы: шағын футбол)".to_owned()));
    assert_eq!(said_of("Overdue (social impact)"), ["IV.4 Missing: 1 person"]);
    assert_eq!(to_do_of(&report, "IV.4"), ["31.10: missing: 1 person"]);
}

#[test]
fn before_the_project_nothing_is_to_do_and_nobody_is_waited_for() {
    let report = report_on("2024-04-20");
    assert_eq!(report.counts.not_due, 73);
    assert_eq!((report.to_do.len(), report.approvals.len(), report.exceptions.len()), (0, 0, 0));
    assert!(report.impact.iter().all(|row| row.status == "Not due"));
}

#[test]
fn a_deadline_counted_from_a_day_nobody_has_stated_shows_its_last_day_only() {
    let report = report(Language::English);
    let rows = &report.timeline.as_ref().unwrap().rows;
    let focus_groups = rows.iter().find(|row| row.number == "8.3").unwrap();
    assert_eq!(focus_groups.window_text.replace('\u{a0}', " "), "not later than October 31, 2024");
    assert_eq!((focus_groups.start, focus_groups.end), (None, Some(1000)));
}

#[test]
fn a_cancelled_event_is_not_drawn_as_one_to_come() {
    let text = render_text(&report(Language::English), false);
    let sports = text.lines().filter(|line| line.contains('●') && line.contains('▒'));
    assert!(sports.into_iter().any(|line| line.contains('×')), "{text}");
}

#[test]
fn nobody_of_the_team_is_named_and_no_telephone_is_shown() {
    for language in Language::ALL {
        let report = report(language);
        let register = register(&PLAN, &ASSESSMENT, &OBSERVATIONS, language);
        let all = [
            render_html(&report),
            render_markdown(&report),
            render_text(&report, false),
            render_register_html(&register),
            render_register_csv(&register),
        ]
        .concat();
        assert_eq!(PLAN.team.staff.len(), 3);
        for person in &PLAN.team.staff {
            assert!(!all.contains(person.name.reveal()));
            let phone = person.phone.as_ref().unwrap().reveal();
            assert!(
                !all.contains(phone) && !all.replace(['\u{a0}', ' '], "").contains(&phone.replace(' ', ""))
            );
        }
    }
}

#[test]
fn every_item_has_a_number_and_every_file_a_name_of_its_own() {
    let register = register(&PLAN, &ASSESSMENT, &OBSERVATIONS, Language::Kazakh);
    let items = || register.lines.iter().flat_map(|line| &line.items);
    let numbers: BTreeSet<&str> = items().map(|item| item.number.as_str()).collect();
    assert_eq!(numbers.len(), items().count());
    assert!(numbers.contains("2.10-1"));
    let mut paths = BTreeSet::new();
    for line in &register.lines {
        for file in line.items.iter().flat_map(|item| &item.files) {
            assert!(paths.insert(format!("{}/{}", line.folder, file.name).to_lowercase()), "{}", file.name);
        }
    }
    assert!(paths.contains("2.10/2.10-1_foto_2024-06-15.jpg"));
    assert!(paths.contains("2.10/2.10-3_foto_2024-07-20_08.jpg"));
}

#[test]
fn the_register_of_a_later_day_keeps_the_numbers_of_an_earlier_one() {
    let on = |day: &str| {
        let assessment = assess(&PLAN, &OBSERVATIONS, day.parse().unwrap(), &Policy::default(), None);
        let register = register(&PLAN, &assessment, &OBSERVATIONS, Language::Kazakh);
        let items = register.lines.into_iter().flat_map(|line| line.items);
        items.map(|item| (item.number, item.item)).collect::<BTreeSet<_>>()
    };
    let (june, october) = (on("2024-06-30"), on("2024-10-31"));
    assert!(june.len() > 20 && june.is_subset(&october));
}

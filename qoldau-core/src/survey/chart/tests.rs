//! Charts of the sample survey.

use super::{dumbbells, stacked_bars};
use crate::language::Language;
use crate::survey::import::{ImportOptions, import_csv};
use crate::survey::questionnaire::{Form, read_questionnaire};
use crate::survey::score::{ScoreOptions, compare, score_phase};

const SAMPLE: &str = include_str!("../../../../examples/data/survey.json");
const BEFORE: &str = include_str!("../../../../examples/data/survey-before.csv");
const AFTER: &str = include_str!("../../../../examples/data/survey-after.csv");

#[test]
fn charts_are_well_formed_say_their_figures_and_know_no_colour() {
    let questionnaire = read_questionnaire(SAMPLE.as_bytes()).unwrap();
    let form = Form::of(&questionnaire);
    let read = |table: &str, phase: &str| {
        let options = ImportOptions { phase: phase.parse().ok(), consented: false, columns: Vec::new() };
        import_csv(&questionnaire, table.as_bytes(), &options).unwrap().responses
    };
    let few = |responses: Vec<_>| responses.into_iter().take(24).collect::<Vec<_>>();
    let responses = [few(read(BEFORE, "before")), few(read(AFTER, "after"))].concat();
    let [before, after] = ["before", "after"].map(|phase| phase.parse().unwrap());
    let open = ScoreOptions { smallest: 1, ..ScoreOptions::default() };
    let bars = stacked_bars(
        &questionnaire,
        &score_phase(&form, &responses, Some(&after), &open),
        "agreement",
        Language::Russian,
    );
    let comparison = compare(&form, &responses, &before, &after, &open);
    let dumbbells = dumbbells(&questionnaire, &comparison, Language::Kazakh);
    for (name, svg) in [("bars", bars.unwrap()), ("dumbbells", dumbbells.unwrap())] {
        assert_eq!(svg.matches('<').count(), svg.matches('>').count());
        assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>") && svg.contains("role=\"img\""));
        for (at, _) in svg.match_indices('#') {
            let digits: Vec<char> =
                svg.get(at..).unwrap().chars().skip(1).take_while(char::is_ascii_hexdigit).collect();
            let pairs: Vec<&[char]> = digits.chunks(digits.len() / 3).collect();
            assert!(pairs.windows(2).all(|two| two[0] == two[1]), "{digits:?} is no grey");
        }
        insta::assert_snapshot!(name, svg.replace("><", ">\n<").replace('\u{a0}', " "));
    }
    // What is hidden is drawn nowhere.
    let closed = score_phase(
        &form,
        &responses,
        Some(&after),
        &ScoreOptions { smallest: 40, ..ScoreOptions::default() },
    );
    assert_eq!(stacked_bars(&questionnaire, &closed, "agreement", Language::English), None);
    assert_eq!(stacked_bars(&questionnaire, &closed, "no such list", Language::English), None);
}
